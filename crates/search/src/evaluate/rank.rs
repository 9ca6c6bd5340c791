//! BM25 and the order of the results.
//!
//! Score of a unit: the sum over the leaves that it has of
//! `boost · idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/average))` with
//! `idf = ln(1 + (N − n + ½)/(n + ½))`, k1 = 1.2, b = 0.75 (Robertson and
//! Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009,
//! section 3.4; the idf that is never negative is Lucene's).

use super::plan::{Leaf, Need};
use super::sets::Evaluation;

const K1: f32 = 1.2;
const B: f32 = 0.75;

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
    /// Adds what a segment knows.
    pub fn add(&mut self, evaluation: &Evaluation<'_>) {
        self.units += evaluation.index.units();
        self.words += evaluation.index.lengths.iter().map(|length| u64::from(*length)).sum::<u64>();
        self.leaves.resize(evaluation.plan.leaves.len(), 0);
        for (leaf, total) in self.leaves.iter_mut().enumerate() {
            *total += evaluation.leaf(leaf).units.len();
        }
    }

    fn idf(&self, leaf: usize) -> f32 {
        let n = self.leaves.get(leaf).copied().unwrap_or(0) as f32;
        (1.0 + (self.units as f32 - n + 0.5) / (n + 0.5)).ln()
    }
}

/// The units that match, in order of units, scored.
pub(crate) fn rank(evaluation: &Evaluation<'_>, frequencies: &Frequencies) -> Vec<Match> {
    let need = &evaluation.plan.need;
    let strict = evaluation.strict(need);
    let partial = match need {
        Need::Wish { must, wish } => {
            let uncommon: Vec<Need> =
                wish.iter().filter(|need| !evaluation.is_common(need)).cloned().collect();
            let wished = evaluation.any(if uncommon.is_empty() { wish } else { &uncommon }).into_owned();
            let required = Need::All(must.iter().cloned().chain([Need::Units(wished)]).collect());
            Some(evaluation.strict(&required).into_owned())
        }
        _ => None,
    };
    let units = partial.as_deref().unwrap_or(&strict);
    let scores = scores(evaluation, frequencies);
    let mut complete = strict.iter().copied().peekable();
    units
        .iter()
        .map(|unit| Match {
            unit: *unit,
            score: scores.get(*unit as usize).copied().unwrap_or(0.0),
            complete: complete.next_if_eq(unit).is_some(),
        })
        .collect()
}

fn scores(evaluation: &Evaluation<'_>, frequencies: &Frequencies) -> Vec<f32> {
    let index = evaluation.index;
    let average = (frequencies.words as f32 / frequencies.units.max(1) as f32).max(1.0);
    let norm = |length: u32| K1 * (1.0 - B + B * length as f32 / average);
    let mut scores = vec![0.0; index.units()];
    let leaves = evaluation.plan.leaves.iter().enumerate();
    for (number, Leaf { boost, .. }) in leaves.filter(|(_, leaf)| !leaf.negated) {
        let weight = boost * frequencies.idf(number) * (K1 + 1.0);
        let hits = evaluation.leaf(number);
        for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
            let at = *unit as usize;
            let (Some(score), Some(length)) = (scores.get_mut(at), index.lengths.get(at)) else {
                continue;
            };
            let tf = f32::from(*count);
            *score += weight * tf / (tf + norm(*length));
        }
    }
    scores
}
