//! BM25 and the order of the results.
//!
//! The score of a unit is the sum over the leaves that it has of
//!
//! ```text
//! boost · idf · (k1 + 1) · tf / (tf + k1·(1 − b + b·length/average))
//! idf = ln(1 + (N − n + ½) / (n + ½))        k1 = 1.2, b = 0.75
//! ```
//!
//! (Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and
//! Beyond*, 2009, section 3.4, with their usual constants; the idf is
//! Lucene's, which is never negative.) A word that is asked for twice counts
//! twice. To that are added
//!
//! - for a word that the heading has, 0.3 of what it is worth, `h/(h + 1)`
//!   for `h` occurrences;
//! - for two words that stand next to each other in the query, 0.2 of what
//!   they are worth as a phrase, for the best hundred units (the weight that
//!   Metzler and Croft, *A Markov Random Field Model for Term Dependencies*,
//!   2005, give to pairs);
//! - for queries of four words or more, [feedback](super::feedback).
//!
//! Function words are scored only when nothing else is asked for. Ties go to
//! the unit that stands first.

use super::feedback::{feed_back, is_long};
use super::plan::{Leaf, Need, Plan, Shape};
use super::sets::Evaluation;
use super::spans::{UnitPlaces, spans};
use crate::index::{Index, gallop};

pub(super) const K1: f32 = 1.2;
pub(super) const B: f32 = 0.75;
/// What a word in the heading is worth, of what it is worth in the text.
const HEADING: f32 = 0.3;
/// What a pair of neighbours is worth, of what it is worth as a phrase.
const PAIR: f32 = 0.2;
/// How many units are looked at again for pairs, at least.
const LOOKED_AT_AGAIN: usize = 100;

/// Of how many words that stand next to each other in the query.
const MOST_PAIRS: usize = 63;

/// A unit that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    pub unit: u32,
    pub score: f32,
    /// Whether it has all that was wished for.
    pub complete: bool,
}

/// What is known of all segments together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Frequencies {
    /// Units in all segments.
    pub units: usize,
    /// Words in all segments.
    pub words: u64,
    /// For each leaf the units that have it.
    pub leaves: Vec<usize>,
}

impl Frequencies {
    /// Of one segment.
    pub fn of(evaluation: &Evaluation<'_>) -> Frequencies {
        let mut frequencies = Frequencies::default();
        frequencies.add(evaluation);
        frequencies
    }

    /// Adds what a segment knows.
    pub fn add(&mut self, evaluation: &Evaluation<'_>) {
        self.units += evaluation.index.units();
        self.words += evaluation.index.words();
        self.leaves.resize(evaluation.plan.leaves.len(), 0);
        for (leaf, total) in self.leaves.iter_mut().enumerate() {
            *total += evaluation.leaf(leaf).units.len();
        }
    }

    /// Words of a unit on average.
    pub fn average(&self) -> f32 {
        (self.words as f32 / self.units.max(1) as f32).max(1.0)
    }

    pub fn idf(&self, leaf: usize) -> f32 {
        idf(self.units, self.leaves.get(leaf).copied().unwrap_or(0))
    }
}

/// How rare something is that `n` of `units` units have.
pub(super) fn idf(units: usize, n: usize) -> f32 {
    let n = n as f32;
    (1.0 + (units as f32 - n + 0.5) / (n + 0.5)).ln().max(0.0)
}

/// The part of BM25 that grows with the count and falls with the length.
pub(super) fn saturated(count: u16, length: u32, average: f32) -> f32 {
    Saturation::new(1.0, average).of(count, length)
}

/// The same, with a weight and what is the same for all units worked out.
#[derive(Clone, Copy)]
struct Saturation {
    weight: f32,
    each: f32,
}

impl Saturation {
    fn new(weight: f32, average: f32) -> Self {
        Saturation { weight: weight * (K1 + 1.0), each: K1 * B / average }
    }

    fn of(self, count: u16, length: u32) -> f32 {
        let tf = f32::from(count);
        self.weight * tf / (tf + K1 * (1.0 - B) + self.each * length as f32)
    }
}

/// The units that match, in order of units, not yet scored.
pub(crate) fn matching(evaluation: &Evaluation<'_>) -> Vec<Match> {
    let need = &evaluation.plan.need;
    let strict = evaluation.strict(need);
    // Without a wish, or with a single one, what matches has everything.
    let mut wider = None;
    match need {
        Need::Wish { must, wish, one: true } if must.len() + wish.len() > 1 => {
            wider = Some(evaluation.all_within(must, evaluation.any(wish, true)));
        }
        Need::Wish { must, one: false, .. } => wider = Some(evaluation.all(must, &[]).into_owned()),
        _ => {}
    }
    let mut matches = Vec::with_capacity(wider.as_deref().unwrap_or(&strict).len());
    let Some(units) = wider else {
        strict.iter().for_each(|unit| matches.push(Match { unit: *unit, score: 0.0, complete: true }));
        return matches;
    };
    let mut rest = strict.as_ref();
    for unit in units {
        let complete = rest.first() == Some(&unit);
        rest = rest.get(usize::from(complete)..).unwrap_or(&[]);
        matches.push(Match { unit, score: 0.0, complete });
    }
    matches
}

/// Scores matches, which are in order of units: by the words of the query, by those
/// that stand together and, `again`, by what the best of a long query share.
pub(crate) fn score_all(evaluation: &Evaluation<'_>, frequencies: &Frequencies, matches: &mut [Match], again: bool) {
    score(evaluation, frequencies, matches);
    score_pairs(evaluation.index, evaluation.plan, frequencies, matches);
    if again && is_long(evaluation.plan) {
        feed_back(evaluation.index, frequencies, matches);
    }
}

/// Scores matches, which are in order of units, by the words of the query.
pub(crate) fn score(evaluation: &Evaluation<'_>, frequencies: &Frequencies, matches: &mut [Match]) {
    let plan = evaluation.plan;
    plan.work.renew();
    let only_common = plan.leaves.iter().all(|leaf| leaf.common || leaf.negated);
    let scored = plan.leaves.iter().enumerate();
    // Many matches are scored by way of a sum for each unit.
    let mut sums = Vec::new();
    if matches.len() * 64 > evaluation.index.units() {
        sums.resize(evaluation.index.units(), 0.0);
    }
    let counts = |leaf: &Leaf| leaf.weight > 0.0 && !leaf.negated && (only_common || !leaf.common);
    for (number, leaf) in scored.filter(|(_, leaf)| counts(leaf)) {
        let weight = leaf.weight * frequencies.idf(number);
        let hits = evaluation.leaf(number);
        if !plan.work.spend(hits.units.len().min(matches.len() * 16)) {
            break;
        }
        if hits.units.len() > matches.len() * 16 || sums.is_empty() {
            score_leaf(evaluation, number, weight, frequencies.average(), matches);
        } else {
            let saturation = Saturation::new(weight, frequencies.average());
            for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
                let unit = *unit as usize;
                if let (Some(sum), Some(length)) = (sums.get_mut(unit), evaluation.index.lengths.get(unit)) {
                    *sum += saturation.of(*count, *length);
                }
            }
        }
        score_heading(evaluation.index, leaf, weight, matches, &mut sums);
    }
    if !sums.is_empty() {
        for found in matches {
            found.score += sums.get(found.unit as usize).copied().unwrap_or(0.0);
        }
    }
}

/// Adds what a leaf is worth in the text to matches, which are in order of
/// units.
pub(crate) fn score_leaf(evaluation: &Evaluation<'_>, leaf: usize, weight: f32, average: f32, matches: &mut [Match]) {
    let hits = evaluation.leaf(leaf);
    let saturation = Saturation::new(weight, average);
    let mut rest = hits.units.as_ref();
    for found in matches {
        rest = gallop(rest, found.unit);
        if rest.first() == Some(&found.unit) {
            let count = hits.counts.get(hits.units.len() - rest.len()).copied().unwrap_or(0);
            let length = evaluation.index.lengths.get(found.unit as usize).copied().unwrap_or(0);
            found.score += saturation.of(count, length);
        }
    }
}

/// Adds what a leaf is worth in the heading: to the sums of units, if there
/// are any, or else to the matches, which are in order of units.
pub(crate) fn score_heading(index: &Index, leaf: &Leaf, weight: f32, matches: &mut [Match], sums: &mut [f32]) {
    for class in leaf.shape.single().iter().take(8) {
        let hits = index.headings.hits(*class);
        let mut matches = &mut *matches;
        for (group, count) in hits.units.iter().zip(hits.counts.iter()) {
            let units = index.group(*group);
            let count = f32::from(*count);
            let worth = HEADING * (K1 + 1.0) * weight * count / (count + 1.0);
            if let Some(sums) = sums.get_mut(units.start as usize..units.end as usize) {
                sums.iter_mut().for_each(|sum| *sum += worth);
                continue;
            }
            let first = matches.partition_point(|found| found.unit < units.start);
            matches = matches.get_mut(first..).unwrap_or_default();
            for found in matches.iter_mut().take_while(|found| found.unit < units.end) {
                found.score += worth;
            }
        }
    }
}

/// Keeps the best `most` matches, in order, and drops the others.
pub(crate) fn best(matches: &mut Vec<Match>, most: usize) {
    // Up to twice as many as are wanted are gathered before the worse half is
    // dropped. Most matches are compared once, with the worst that was kept.
    let room = most.saturating_mul(2).max(1);
    let mut keys: Vec<u64> = Vec::with_capacity(room.min(matches.len()));
    let mut worst = u64::MAX;
    for key in matches.iter().map(rank_key) {
        if key > worst {
            continue;
        }
        if keys.len() == room {
            keys.sort_unstable();
            keys.truncate(most);
            worst = keys.last().copied().unwrap_or(worst);
        }
        keys.push(key);
    }
    keys.sort_unstable();
    keys.truncate(most);
    matches.clear();
    matches.extend(keys.into_iter().map(match_of));
}

/// A key that the best hundred matches do not exceed, and hardly any other:
/// their first 23 bits are compared, by counting. Linear.
fn worst_to_look_at(matches: &[Match]) -> u64 {
    const BITS: u32 = 11;
    // What is known of the key's beginning, and how many keys are below it.
    let (mut known, mut below) = (0, 0);
    if !cfg!(feature = "large") || matches.len() <= LOOKED_AT_AGAIN {
        return u64::MAX;
    }
    for round in 1..=2 {
        let shift = 64 - round * BITS;
        let mut counts = [0_usize; 1 << BITS];
        for key in matches.iter().map(rank_key).filter(|key| round == 1 || key >> (shift + BITS) == known) {
            if let Some(count) = counts.get_mut((key >> shift) as usize & ((1 << BITS) - 1)) {
                *count += 1;
            }
        }
        known <<= BITS;
        for count in counts {
            if below + count >= LOOKED_AT_AGAIN {
                break;
            }
            below += count;
            known += 1;
        }
    }
    ((known + 1) << (64 - 2 * BITS)) - 1
}

/// A match as a number, smaller for a better one: complete ones first, then
/// the higher score, then the first unit. One sort of numbers is small and
/// fast. (Scores are not negative, and such floats are in the order of their
/// bits.)
fn rank_key(found: &Match) -> u64 {
    let score = !found.score.max(0.0).to_bits() & 0x7fff_ffff;
    u64::from(!found.complete) << 63 | u64::from(score) << 32 | u64::from(found.unit)
}

/// The match of a [`rank_key`].
fn match_of(key: u64) -> Match {
    let score = f32::from_bits(!((key >> 32) as u32) & 0x7fff_ffff);
    Match { unit: key as u32, score, complete: key >> 63 == 0 }
}

/// Looks at the best matches again for words that stand next to each other in
/// the query and in the unit. `matches` may be in any order, and keep it.
pub(crate) fn score_pairs(index: &Index, plan: &Plan, frequencies: &Frequencies, matches: &mut [Match]) {
    let pairs = pairs(plan);
    if pairs.is_empty() {
        return;
    }
    let worst = worst_to_look_at(matches);
    let mut places = UnitPlaces::new(&index.body, &plan.work);
    for found in matches.iter_mut().filter(|found| rank_key(found) <= worst) {
        let length = index.lengths.get(found.unit as usize).copied().unwrap_or(0);
        for (shape, (a, b)) in &pairs {
            places.unit = found.unit;
            let count = u16::try_from(spans(shape, &places).len()).unwrap_or(u16::MAX);
            if count > 0 {
                // How rare the pair is, if its words met by chance.
                let weight = PAIR * (frequencies.idf(*a) + frequencies.idf(*b));
                found.score += weight * saturated(count, length, frequencies.average());
            }
        }
    }
}

/// Words of the query that stand next to each other, function words apart.
fn pairs(plan: &Plan) -> Vec<(Shape, (usize, usize))> {
    let mut pairs = Vec::new();
    let Need::Wish { .. } = plan.need else { return pairs };
    let mut before: Option<(usize, &Leaf)> = None;
    for (number, leaf) in plan.leaves.iter().enumerate() {
        if leaf.common || leaf.negated || !(1..=4).contains(&leaf.shape.single().len()) {
            continue;
        }
        if let Some((other, left)) = before
            && left.shape != leaf.shape
            && left.word != leaf.word
        {
            pairs.push((Shape::Adjacent(vec![left.shape.clone(), leaf.shape.clone()]), (other, number)));
        }
        before = Some((number, leaf));
        if pairs.len() >= MOST_PAIRS {
            break;
        }
    }
    pairs
}
