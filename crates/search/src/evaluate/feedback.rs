//! A second look at long queries: words that the best passages share.
//!
//! Of a question of four words or more, the ten best units by BM25 are taken
//! as likely answers, and the twenty words that mark them out most are added
//! with a small weight; the units that the question finds are then scored
//! again. Nothing is found that the question did not find: only the order
//! changes. (Pseudo-relevance feedback after Rocchio, in the form that Croft,
//! Metzler and Strohman, *Search Engines*, 2009, section 7.3.2, describe.)

use super::plan::{Need, Plan};
use super::rank::{Frequencies, Match, idf, saturated};
use crate::index::{Class, Index};

/// Words of a query from which on it is looked at again.
const LONG: usize = 4;
/// Units that are taken as likely answers.
const UNITS: usize = 10;
/// Words that are added.
const WORDS: usize = 20;
/// The weight of the first of them, of a word of the query.
const WEIGHT: f32 = 0.3;
/// Words that more than this share of all units have say nothing.
const COMMON: f32 = 0.1;

/// Whether a plan is for a long query.
pub(crate) fn is_long(plan: &Plan) -> bool {
    match &plan.need {
        Need::Wish { .. } => plan.leaves.iter().filter(|leaf| !leaf.common && !leaf.negated).count() >= LONG,
        _ => false,
    }
}

/// Adds to the scores of `matches`, in order of units, what the words of the
/// best of them are worth. Linear in the index.
pub(crate) fn feed_back(index: &Index, frequencies: &Frequencies, matches: &mut [Match]) {
    for (class, weight) in words_of_best(index, frequencies, matches) {
        let hits = index.body.hits(class);
        let mut postings = hits.units.iter().zip(hits.counts.iter()).peekable();
        for found in matches.iter_mut() {
            while postings.next_if(|(unit, _)| **unit < found.unit).is_some() {}
            if let Some((_, count)) = postings.next_if(|(unit, _)| **unit == found.unit) {
                let length = index.lengths.get(found.unit as usize).copied().unwrap_or(0);
                found.score += weight * saturated(*count, length, frequencies.average());
            }
        }
    }
}

fn words_of_best(index: &Index, frequencies: &Frequencies, matches: &[Match]) -> Vec<(Class, f32)> {
    let mut best: Vec<Match> = matches.to_vec();
    super::rank::best(&mut best, UNITS);
    best.truncate(UNITS);
    let share = best.len().max(1) as f32;
    let mut is_best = vec![false; index.units()];
    for found in &best {
        if let Some(slot) = is_best.get_mut(found.unit as usize) {
            *slot = true;
        }
    }
    let most = (index.units() as f32 * COMMON) as usize;
    let classes = u32::try_from(index.dictionary.class_count()).unwrap_or(u32::MAX);
    let mut weighed: Vec<(Class, f32)> = Vec::new();
    for class in 0..classes {
        let hits = index.body.hits(class);
        if hits.units.len() < 2 || hits.units.len() > most {
            continue;
        }
        let mut weight = 0.0;
        for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
            if is_best.get(*unit as usize) == Some(&true) {
                let length = index.lengths.get(*unit as usize).copied().unwrap_or(0);
                weight += saturated(*count, length, frequencies.average());
            }
        }
        if weight > 0.0 {
            weighed.push((class, weight / share * idf(index.units(), hits.units.len())));
        }
    }
    crate::order::sort_by(&mut weighed, &|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    weighed.truncate(WORDS);
    let greatest = weighed.first().map_or(1.0, |(_, weight)| *weight);
    for (class, weight) in &mut weighed {
        *weight = WEIGHT * *weight / greatest * idf(index.units(), index.body.units(*class).len());
    }
    weighed
}
