//! Sets of units: posting lists joined as the plan says.
//!
//! Sets are rising lists; a list of one class is borrowed from the index.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::plan::{Need, Plan, Shape};
use super::spans::{LocalPlaces, UnitPlaces, Words, spans};
use super::work::Work;
use crate::index::{Class, Hits, Index, gallop};

/// Somebody who has the texts of the units.
pub(crate) trait UnitTexts {
    /// The words of a unit.
    fn words(&self, unit: u32) -> Cow<'_, Words>;
}

/// A plan at work on a segment. What a leaf finds is found once.
pub(crate) struct Evaluation<'e> {
    pub index: &'e Index,
    pub plan: &'e Plan,
    texts: Option<&'e dyn UnitTexts>,
    leaves: Vec<OnceCell<Hits<'e>>>,
}

type Set<'e> = Cow<'e, [u32]>;

impl<'e> Evaluation<'e> {
    /// Without texts, a word's own letters are not told from its other forms.
    pub fn new(index: &'e Index, plan: &'e Plan) -> Self {
        let leaves = plan.leaves.iter().map(|_| OnceCell::new()).collect();
        Evaluation { index, plan, texts: None, leaves }
    }

    /// With the texts of the segment's units.
    pub fn with_texts(index: &'e Index, plan: &'e Plan, texts: &'e dyn UnitTexts) -> Self {
        Evaluation { texts: Some(texts), ..Evaluation::new(index, plan) }
    }

    /// What a leaf finds.
    pub fn leaf(&self, leaf: usize) -> &Hits<'e> {
        const NONE: &Hits<'static> = &Hits { units: Cow::Borrowed(&[]), counts: Cow::Borrowed(&[]) };
        let leaf = self.plan.leaves.get(leaf).map_or(leaf, |leaf| leaf.first);
        match (self.leaves.get(leaf), self.plan.leaves.get(leaf)) {
            (Some(cell), Some(leaf)) => cell.get_or_init(|| self.shape_hits(&leaf.shape)),
            _ => NONE,
        }
    }

    /// The units that have what is needed; a wish counts as a need here.
    pub fn strict<'s>(&'s self, need: &'s Need) -> Set<'s> {
        match need {
            Need::Leaf(leaf) => Cow::Borrowed(&self.leaf(*leaf).units),
            Need::Times(leaf, count) => {
                let hits = self.leaf(*leaf);
                let mut often = Vec::new();
                for (unit, n) in hits.units.iter().zip(hits.counts.iter()) {
                    if u32::from(*n) >= *count {
                        often.push(*unit);
                    }
                }
                often.into()
            }
            Need::All(parts) => self.all(parts, &[]),
            Need::Any(parts) => self.any(parts, false),
            Need::Without(part) => self.complement(&self.strict(part)).into(),
            Need::Wish { must, wish, .. } => self.all(must, wish),
            Need::After(part) => self.after(&self.strict(part)).into(),
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

    /// Whether `part` is a function word among parts that are not only such:
    /// nobody needs to have it.
    fn is_idle(&self, part: &Need, parts: &[Need]) -> bool {
        self.is_common(part) && !parts.iter().all(|part| self.is_common(part))
    }

    /// The units that have at least one of the parts; `wished` leaves out
    /// function words unless there is nothing else.
    pub fn any<'s>(&'s self, parts: &'s [Need], wished: bool) -> Set<'s> {
        let mut sets: Vec<Set<'s>> = Vec::with_capacity(parts.len());
        for part in parts.iter().filter(|part| !(wished && self.is_idle(part, parts))) {
            sets.push(self.strict(part));
        }
        sets.retain(|set| !set.is_empty());
        if sets.len() <= 1 {
            return sets.pop().unwrap_or_default();
        }
        let mut seen = Vec::new();
        sets.iter().for_each(|set| add_bits(set, &mut seen));
        let mut units = Vec::new();
        for (at, mut bits) in (0_u32..).zip(seen) {
            while bits != 0 {
                units.push(at * 64 + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
        units.into()
    }

    /// Those of `units` that have all of the parts.
    pub fn all_within(&self, parts: &[Need], units: Set<'_>) -> Vec<u32> {
        if parts.is_empty() { units.into_owned() } else { intersect(&units, &self.all(parts, &[])) }
    }

    /// The units that have all of both lists; of `wish`, function words need
    /// not be there unless there is nothing else.
    pub fn all<'s>(&'s self, must: &'s [Need], wish: &'s [Need]) -> Set<'s> {
        let mut sets: Vec<Set<'s>> = Vec::with_capacity(must.len() + wish.len());
        let mut without: Vec<&Need> = Vec::new();
        for part in must.iter().chain(wish.iter().filter(|part| !self.is_idle(part, wish))) {
            match part {
                Need::Without(inner) => without.push(inner),
                _ => sets.push(self.strict(part)),
            }
        }
        if sets.is_empty() {
            sets.push(self.complement(&[]).into());
        }
        let mut kept = common(sets, &Work::default());
        for part in without {
            kept = subtract(&kept, &self.strict(part)).into();
        }
        kept
    }

    /// The units that directly follow some in the same group.
    fn after(&self, units: &[u32]) -> Vec<u32> {
        let mut firsts = self.index.groups.as_slice();
        let mut next = Vec::with_capacity(units.len());
        for unit in units.iter().map(|unit| unit.saturating_add(1)) {
            firsts = gallop(firsts, unit);
            // The end of the last group is in the list as well.
            if firsts.first() != Some(&unit) {
                next.push(unit);
            }
        }
        next
    }

    fn complement(&self, units: &[u32]) -> Vec<u32> {
        let all: Vec<u32> = (0..u32::try_from(self.index.units()).unwrap_or(u32::MAX)).collect();
        if units.is_empty() { all } else { subtract(&all, units) }
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
        let mut units = Vec::new();
        for (unit, total) in (0_u32..).zip(&weights) {
            // Sums of decimal fractions are not exact.
            if *total + 1e-4 >= sum {
                units.push(unit);
            }
        }
        units
    }
}

impl<'e> Evaluation<'e> {
    fn shape_hits(&self, shape: &Shape) -> Hits<'e> {
        let hits = match shape {
            Shape::Words(classes) | Shape::Exact(classes, _) => class_hits(self.index, classes, &self.plan.work),
            Shape::OneOf(parts) => {
                let mut counts = vec![0_u16; self.index.units()];
                parts.iter().for_each(|part| add(&mut counts, &self.shape_hits(part)));
                return collected(&counts);
            }
            Shape::Adjacent(parts) | Shape::Within(parts, _) => self.arranged(shape, parts),
        };
        match self.texts {
            Some(texts) if shape.needs_text() => self.verified(shape, &hits.units, texts),
            _ => hits,
        }
    }

    /// Those of some units whose text has a shape.
    fn verified(&self, shape: &Shape, units: &[u32], texts: &dyn UnitTexts) -> Hits<'e> {
        let mut hits = Hits::default();
        for unit in units {
            if !self.plan.work.spend(VERIFIED) {
                break;
            }
            let words = texts.words(*unit);
            let count = spans(shape, &LocalPlaces::new(&words)).len();
            hits.add(*unit, count);
        }
        hits
    }

    /// The units in which parts stand one after the other, or near.
    fn arranged(&self, shape: &Shape, parts: &[Shape]) -> Hits<'e> {
        let work = &self.plan.work;
        let mut sets = Vec::with_capacity(parts.len());
        for part in parts {
            sets.push(self.shape_hits(part).units);
        }
        let candidates = common(sets, work);
        let mut hits = Hits::default();
        let mut places = UnitPlaces::new(&self.index.body, work);
        // Most phrases are of plain words: one list of starts is enough.
        let mut words = Vec::new();
        for part in parts {
            if let (Shape::Words(classes), Shape::Adjacent(_)) = (part, shape)
                && let [class] = classes.as_slice()
            {
                words.push(*class);
            }
        }
        // The rarest of several first.
        let mut order: Vec<(u32, u32)> = Vec::new();
        for (offset, class) in (0..).zip(&words) {
            order.push((u32::try_from(self.index.body.units(*class).len()).unwrap_or(u32::MAX), offset));
        }
        if order.len() > 2 {
            order.sort_unstable();
        }
        let mut starts = Vec::new();
        for unit in candidates.iter() {
            places.unit = *unit;
            let count = if words.len() == parts.len() {
                places.count_adjacent(&words, &order, &mut starts)
            } else {
                spans(shape, &places).len()
            };
            hits.add(*unit, count);
        }
        hits
    }
}

/// What it costs to look for a shape in a unit's text, in postings read.
const VERIFIED: usize = 1000;

/// The units that have a word of some classes.
fn class_hits<'e>(index: &'e Index, classes: &[Class], work: &Work) -> Hits<'e> {
    match classes {
        [class] => index.body.hits(*class),
        [] => Hits::default(),
        classes => {
            let mut counts = vec![0_u16; index.units()];
            for class in classes {
                let hits = index.body.hits(*class);
                if work.spend(hits.units.len() + counts.len() / 64) {
                    add(&mut counts, &hits);
                }
            }
            collected(&counts)
        }
    }
}

fn add(counts: &mut [u16], hits: &Hits<'_>) {
    for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
        if let Some(total) = counts.get_mut(*unit as usize) {
            *total = total.saturating_add(*count);
        }
    }
}

/// What all of some sets have; the first is the shortest, so that it only
/// gets shorter. Nothing for no set.
fn common<'s>(mut sets: Vec<Set<'s>>, work: &Work) -> Set<'s> {
    let shortest = (0..sets.len()).min_by_key(|at| sets.get(*at).map(|set| set.len()));
    let mut kept = shortest.map_or_else(Set::default, |at| sets.swap_remove(at));
    for set in &sets {
        if kept.is_empty() || !work.spend(kept.len() + set.len().min(kept.len() * 16)) {
            return Set::default();
        }
        kept = intersect(&kept, set).into();
    }
    kept
}

fn collected(counts: &[u16]) -> Hits<'static> {
    let (mut units, mut found) = (Vec::new(), Vec::new());
    for (unit, count) in (0_u32..).zip(counts) {
        if *count > 0 {
            units.push(unit);
            found.push(*count);
        }
    }
    Hits { units: units.into(), counts: found.into() }
}

/// Sets the bits of the units of a rising list, a bit for each unit.
fn add_bits(units: &[u32], bits: &mut Vec<u64>) {
    let places = units.last().map_or(0, |last| *last as usize / 64 + 1);
    bits.resize(bits.len().max(places), 0);
    for unit in units {
        if let Some(bits) = bits.get_mut(*unit as usize / 64) {
            *bits |= 1 << (unit % 64);
        }
    }
}

/// What both rising lists have. Leaps in one that is much longer; otherwise
/// by a bit for each unit, for which of two units is greater cannot be
/// foreseen, and a wrong guess costs a processor more than the bit.
pub(crate) fn intersect(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut both = Vec::with_capacity(short.len());
    let mut bits = Vec::new();
    let gallops = short.len() * 16 < long.len();
    if !gallops {
        add_bits(long, &mut bits);
    }
    for unit in short {
        if gallops {
            long = gallop(long, *unit);
        }
        let bit = || bits.get(*unit as usize / 64).is_some_and(|bits| bits >> (unit % 64) & 1 == 1);
        if if gallops { long.first() == Some(unit) } else { bit() } {
            both.push(*unit);
        }
    }
    both
}

/// What the first rising list has and the second has not.
pub(crate) fn subtract(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut rest = b;
    let mut left = Vec::with_capacity(a.len());
    for unit in a {
        rest = gallop(rest, *unit);
        if rest.first() != Some(unit) {
            left.push(*unit);
        }
    }
    left
}
