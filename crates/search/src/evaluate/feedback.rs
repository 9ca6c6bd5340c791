//! A second look at long queries: words that the best passages share.
//!
//! Of a question of four words or more, the ten best units by BM25 are taken
//! as likely answers, and the twenty words that mark them out most are added
//! with a small weight; the units that the question finds are then scored
//! again. Nothing is found that the question did not find: only the order
//! changes. (Pseudo-relevance feedback after Rocchio, in the form that Croft,
//! Metzler and Strohman, *Search Engines*, 2009, section 7.3.2, describe.)
//!
//! Where few units answer, most of the ten do not, and what they share leads
//! away. So each counts by the eighth power of its score over the best one's:
//! where one stands out it speaks almost alone, where many are level they
//! speak together. And where the best has every word that was asked for, as
//! has the article whose headline was typed, there is no second look.

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
const WEIGHT: f32 = 0.4;
/// How fast the say of a unit falls with its score: the power of its share.
const FALL: i32 = 8;
/// Words that more than this share of all units have say nothing.
const COMMON: f32 = 0.1;

/// Whether a plan is for a long query.
pub(super) fn is_long(plan: &Plan) -> bool {
    match &plan.need {
        Need::Wish { .. } => plan.leaves.iter().filter(|leaf| !leaf.common && !leaf.negated).count() >= LONG,
        _ => false,
    }
}

/// Adds to the scores of `matches`, in order of units, what the words of the
/// best of them are worth, unless the best has all words of the query. Linear
/// in the index.
pub(super) fn feed_back(index: &Index, frequencies: &Frequencies, matches: &mut [Match]) {
    let mut best = matches.to_vec();
    super::rank::best(&mut best, UNITS);
    if best.first().is_none_or(|found| found.complete) {
        return;
    }
    for (class, weight) in words_of(&best, index, frequencies) {
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

/// The words that mark out the best units, with weights. The best come in
/// order.
fn words_of(best: &[Match], index: &Index, frequencies: &Frequencies) -> Vec<(Class, f32)> {
    let greatest = best.first().map_or(1.0, |found| found.score.max(f32::MIN_POSITIVE));
    let mut says = vec![0.0_f32; index.units()];
    for found in best {
        if let Some(say) = says.get_mut(found.unit as usize) {
            *say = (found.score / greatest).clamp(0.0, 1.0).powi(FALL);
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
            let say = says.get(*unit as usize).copied().unwrap_or(0.0);
            if say > 0.0 {
                let length = index.lengths.get(*unit as usize).copied().unwrap_or(0);
                weight += say * saturated(*count, length, frequencies.average());
            }
        }
        if weight > 0.0 {
            weighed.push((class, weight * idf(index.units(), hits.units.len())));
        }
    }
    weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    weighed.truncate(WORDS);
    let greatest = weighed.first().map_or(1.0, |(_, weight)| *weight);
    for (class, weight) in &mut weighed {
        *weight = WEIGHT * *weight / greatest * idf(index.units(), index.body.units(*class).len());
    }
    weighed
}
