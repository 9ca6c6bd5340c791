//! Sets of units: posting lists joined as the plan says.
//!
//! Sets are rising lists; a list of one class is borrowed from the index.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::plan::{Need, Plan, Shape};
use super::spans::{UnitPlaces, spans};
use crate::index::{Class, Hits, Index};

/// A plan at work on a segment. What a leaf finds is found once.
pub(crate) struct Evaluation<'e> {
    pub index: &'e Index,
    pub plan: &'e Plan,
    leaves: Vec<OnceCell<Hits<'e>>>,
}

type Set<'e> = Cow<'e, [u32]>;

impl<'e> Evaluation<'e> {
    pub fn new(index: &'e Index, plan: &'e Plan) -> Self {
        let leaves = plan.leaves.iter().map(|_| OnceCell::new()).collect();
        Evaluation { index, plan, leaves }
    }

    /// What a leaf finds.
    pub fn leaf(&self, leaf: usize) -> &Hits<'e> {
        const NONE: &Hits<'static> = &Hits { units: Cow::Borrowed(&[]), counts: Cow::Borrowed(&[]) };
        match (self.leaves.get(leaf), self.plan.leaves.get(leaf)) {
            (Some(cell), Some(leaf)) => cell.get_or_init(|| shape_hits(self.index, &leaf.shape)),
            _ => NONE,
        }
    }

    /// The units that have what is needed; a wish counts as a need here.
    pub fn strict<'s>(&'s self, need: &'s Need) -> Set<'s> {
        match need {
            Need::Leaf(leaf) => Cow::Borrowed(&self.leaf(*leaf).units),
            Need::Times(leaf, count) => {
                let hits = self.leaf(*leaf);
                let often = hits.units.iter().zip(hits.counts.iter());
                often.filter(|(_, n)| u32::from(**n) >= *count).map(|(unit, _)| *unit).collect()
            }
            Need::All(parts) => self.all(parts.iter()),
            Need::Any(parts) => self.any(parts.iter()),
            Need::Without(part) => self.complement(&self.strict(part)).into(),
            Need::Wish { must, wish } => {
                let uncommon = wish.iter().filter(|need| !self.is_common(need)).count();
                let wish = wish.iter().filter(|need| uncommon == 0 || !self.is_common(need));
                self.all(must.iter().chain(wish))
            }
            Need::AtLeast(parts, sum) => self.at_least(parts, *sum).into(),
            Need::Units(units) => Cow::Borrowed(units),
            Need::Everything => self.complement(&[]).into(),
        }
    }

    /// Whether a need is for a function word only.
    pub fn is_common(&self, need: &Need) -> bool {
        match need {
            Need::Leaf(leaf) => self.plan.leaves.get(*leaf).is_some_and(|leaf| leaf.common),
            Need::Any(parts) => parts.iter().all(|part| self.is_common(part)),
            _ => false,
        }
    }

    /// The units that have at least one of the parts.
    pub fn any<'s>(&'s self, parts: impl Iterator<Item = &'s Need>) -> Set<'s> {
        let mut sets: Vec<Set<'s>> = parts.map(|part| self.strict(part)).filter(|set| !set.is_empty()).collect();
        if sets.len() <= 1 {
            return sets.pop().unwrap_or_default();
        }
        let mut seen = vec![false; self.index.units()];
        for unit in sets.iter().flat_map(|set| set.iter()) {
            if let Some(seen) = seen.get_mut(*unit as usize) {
                *seen = true;
            }
        }
        (0_u32..).zip(&seen).filter(|(_, seen)| **seen).map(|(unit, _)| unit).collect()
    }

    /// Those of `units` that have all of the parts.
    pub fn all_within(&self, parts: &[Need], units: &[u32]) -> Vec<u32> {
        if parts.is_empty() { units.to_vec() } else { intersect(units, &self.all(parts.iter())) }
    }

    fn all<'s>(&'s self, parts: impl Iterator<Item = &'s Need>) -> Set<'s> {
        let (without, with): (Vec<&Need>, Vec<&Need>) = parts.partition(|part| matches!(part, Need::Without(_)));
        let mut sets: Vec<Set<'_>> = with.into_iter().map(|part| self.strict(part)).collect();
        crate::order::sort_by_key(&mut sets, |set| set.len());
        let mut sets = sets.into_iter();
        let mut kept = sets.next().unwrap_or_else(|| self.complement(&[]).into());
        for set in sets {
            kept = intersect(&kept, &set).into();
        }
        for part in without {
            if let Need::Without(inner) = part {
                kept = subtract(&kept, &self.strict(inner)).into();
            }
        }
        kept
    }

    fn complement(&self, units: &[u32]) -> Vec<u32> {
        let all = u32::try_from(self.index.units()).unwrap_or(u32::MAX);
        let mut left_out = units.iter().copied().peekable();
        (0..all).filter(|unit| left_out.next_if_eq(unit).is_none()).collect()
    }

    fn at_least(&self, parts: &[(Need, f32)], sum: f32) -> Vec<u32> {
        let mut weights = vec![0.0_f32; self.index.units()];
        for (part, weight) in parts {
            for unit in self.strict(part).iter() {
                if let Some(total) = weights.get_mut(*unit as usize) {
                    *total += weight;
                }
            }
        }
        // Sums of decimal fractions are not exact.
        let reached = |total: &f32| *total + 1e-4 >= sum;
        (0_u32..).zip(&weights).filter(|(_, total)| reached(total)).map(|(unit, _)| unit).collect()
    }
}

fn shape_hits<'e>(index: &'e Index, shape: &Shape) -> Hits<'e> {
    match shape {
        Shape::Words(classes) => match classes.as_slice() {
            [class] => index.body.hits(*class),
            classes => union(index, classes),
        },
        Shape::OneOf(parts) => {
            let mut counts = vec![0_u16; index.units()];
            for part in parts {
                add(&mut counts, &shape_hits(index, part));
            }
            collected(&counts)
        }
        Shape::Adjacent(parts) | Shape::Within(parts, _) => {
            let mut found: Vec<Hits<'_>> = parts.iter().map(|part| shape_hits(index, part)).collect();
            crate::order::sort_by_key(&mut found, |hits| hits.units.len());
            let mut sets = found.into_iter().map(|hits| hits.units);
            let mut candidates = sets.next().unwrap_or_default();
            for set in sets {
                candidates = intersect(&candidates, &set).into();
            }
            let mut hits = Hits::default();
            for unit in candidates.iter() {
                let places = UnitPlaces { postings: &index.body, unit: *unit };
                let count = spans(shape, &places).len();
                if count > 0 {
                    hits.units.to_mut().push(*unit);
                    hits.counts.to_mut().push(u16::try_from(count).unwrap_or(u16::MAX));
                }
            }
            hits
        }
    }
}

fn union<'e>(index: &'e Index, classes: &[Class]) -> Hits<'e> {
    if classes.is_empty() {
        return Hits::default();
    }
    let mut counts = vec![0_u16; index.units()];
    for class in classes {
        add(&mut counts, &index.body.hits(*class));
    }
    collected(&counts)
}

fn add(counts: &mut [u16], hits: &Hits<'_>) {
    for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
        if let Some(total) = counts.get_mut(*unit as usize) {
            *total = total.saturating_add(*count);
        }
    }
}

fn collected(counts: &[u16]) -> Hits<'static> {
    let found = (0_u32..).zip(counts).filter(|(_, count)| **count > 0);
    let (units, counts): (Vec<u32>, Vec<u16>) = found.map(|(unit, count)| (unit, *count)).unzip();
    Hits { units: units.into(), counts: counts.into() }
}

/// What both rising lists have. Walks the shorter and leaps in the longer.
pub(crate) fn intersect(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut both = Vec::with_capacity(short.len());
    for unit in short {
        long = leap(long, *unit);
        match long.first() {
            Some(first) if first == unit => both.push(*unit),
            Some(_) => {}
            None => break,
        }
    }
    both
}

/// What the first rising list has and the second has not.
pub(crate) fn subtract(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut rest = b;
    a.iter()
        .filter(|unit| {
            rest = leap(rest, **unit);
            rest.first() != Some(unit)
        })
        .copied()
        .collect()
}

/// The rest of a rising list from the first number that is not below `unit`:
/// doubling steps, then halving ones.
fn leap(list: &[u32], unit: u32) -> &[u32] {
    let mut step = 1;
    while list.get(step - 1).is_some_and(|at| *at < unit) {
        step *= 2;
    }
    let window = list.get(step / 2..list.len().min(step)).unwrap_or(&[]);
    let offset = step / 2 + window.partition_point(|at| *at < unit);
    list.get(offset.min(list.len())..).unwrap_or(&[])
}
