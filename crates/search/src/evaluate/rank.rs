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

use std::collections::BinaryHeap;

use super::plan::{Leaf, Need, Plan, Shape};
use super::sets::Evaluation;
use super::spans::{UnitPlaces, spans};
use crate::index::Index;

pub(super) const K1: f32 = 1.2;
pub(super) const B: f32 = 0.75;
/// What a word in the heading is worth, of what it is worth in the text.
const HEADING: f32 = 0.3;
/// What a pair of neighbours is worth, of what it is worth as a phrase.
const PAIR: f32 = 0.2;
/// How many units are looked at again for pairs.
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
    let tf = f32::from(count);
    (K1 + 1.0) * tf / (tf + K1 * (1.0 - B + B * length as f32 / average))
}

/// The units that match, in order of units, not yet scored.
pub(crate) fn matching(evaluation: &Evaluation<'_>) -> Vec<Match> {
    let need = &evaluation.plan.need;
    let strict = evaluation.strict(need);
    let wider = match need {
        Need::Wish { must, wish } => evaluation.all_within(must, evaluation.any(wish, true)),
        _ => Vec::new(),
    };
    // Without a wish, what matches has everything.
    let units = if let Need::Wish { .. } = need { &wider } else { strict.as_ref() };
    let mut complete = strict.iter().peekable();
    let mut matches = Vec::with_capacity(units.len());
    for unit in units {
        matches.push(Match { unit: *unit, score: 0.0, complete: complete.next_if_eq(&unit).is_some() });
    }
    matches
}

/// Scores matches, which are in order of units.
pub(crate) fn score(evaluation: &Evaluation<'_>, frequencies: &Frequencies, matches: &mut [Match]) {
    let plan = evaluation.plan;
    let only_common = plan.leaves.iter().all(|leaf| leaf.common || leaf.negated);
    let scored = plan.leaves.iter().enumerate();
    for (number, leaf) in scored.filter(|(_, leaf)| !leaf.negated && (only_common || !leaf.common)) {
        let weight = leaf.boost * frequencies.idf(number);
        score_leaf(evaluation, number, weight, frequencies.average(), matches);
        score_heading(evaluation.index, leaf, weight, matches);
    }
}

/// Adds what a leaf is worth in the text.
pub(crate) fn score_leaf(evaluation: &Evaluation<'_>, leaf: usize, weight: f32, average: f32, matches: &mut [Match]) {
    let lengths = &evaluation.index.lengths;
    let hits = evaluation.leaf(leaf);
    let scored = |found: &mut Match, count: u16| {
        let length = lengths.get(found.unit as usize).copied().unwrap_or(0);
        found.score += weight * saturated(count, length, average);
    };
    // Few matches leap through a long list; otherwise both walk.
    if matches.len() * 16 < hits.units.len() {
        for found in matches {
            if let Ok(at) = hits.units.binary_search(&found.unit) {
                scored(found, hits.counts.get(at).copied().unwrap_or(0));
            }
        }
        return;
    }
    let mut postings = hits.units.iter().zip(hits.counts.iter()).peekable();
    for found in matches {
        while postings.next_if(|(unit, _)| **unit < found.unit).is_some() {}
        match postings.peek() {
            Some((unit, count)) if **unit == found.unit => scored(found, **count),
            Some(_) => {}
            None => break,
        }
    }
}

/// Adds what a leaf is worth in the heading.
pub(crate) fn score_heading(index: &Index, leaf: &Leaf, weight: f32, matches: &mut [Match]) {
    for class in leaf.shape.single().iter().take(8) {
        let hits = index.headings.hits(*class);
        let mut matches = &mut *matches;
        for (group, count) in hits.units.iter().zip(hits.counts.iter()) {
            let units = index.group(*group);
            let count = f32::from(*count);
            let first = matches.partition_point(|found| found.unit < units.start);
            matches = matches.get_mut(first..).unwrap_or_default();
            for found in matches.iter_mut().take_while(|found| found.unit < units.end) {
                found.score += HEADING * (K1 + 1.0) * weight * count / (count + 1.0);
            }
        }
    }
}

/// Puts the best `most` matches first, in order, and drops the others.
pub(crate) fn best(matches: &mut Vec<Match>, most: usize) {
    let keys = smallest(matches.iter().map(rank_key), most.max(LOOKED_AT_AGAIN));
    matches.clear();
    matches.extend(keys.into_sorted_vec().into_iter().map(match_of));
}

/// The smallest of some numbers, in a heap whose top is the greatest of them.
/// Most numbers are compared once, with the top.
fn smallest(keys: impl Iterator<Item = u64>, most: usize) -> BinaryHeap<u64> {
    let mut heap = BinaryHeap::new();
    for key in keys {
        if heap.len() < most {
            heap.push(key);
        } else if let Some(mut top) = heap.peek_mut()
            && key < *top
        {
            *top = key;
        }
    }
    heap
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
    let worst = smallest(matches.iter().map(rank_key), LOOKED_AT_AGAIN).peek().copied().unwrap_or(u64::MAX);
    for found in matches.iter_mut().filter(|found| rank_key(found) <= worst) {
        let length = index.lengths.get(found.unit as usize).copied().unwrap_or(0);
        for (shape, (a, b)) in &pairs {
            let places = UnitPlaces { postings: &index.body, unit: found.unit };
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
