//! Why a passage has its score: the formula with its figures, as a tree.

use crate::collection::Collection;
use crate::evaluate::{Evaluation, Frequencies, Match, Mode, Plan, matching, score_heading, score_leaf, score_pairs};
use crate::query::parse;
use crate::request::Request;

/// A figure and what it is made of. A node's value is the sum of its parts'.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The figure.
    pub value: f32,
    /// What it stands for, such as "“missile” 3 times in 58 words, in 14 of
    /// 99 passages".
    pub what: String,
    /// What it is the sum of.
    pub parts: Vec<Explanation>,
}

impl Collection {
    /// The score of a passage for a query, taken apart; `None` when the query
    /// does not find the passage. The value is the score that
    /// [`search`](Self::search) gives.
    pub fn explain(&self, query: &str, article: usize, passage: u32) -> Option<Explanation> {
        let unit = self.metadata.unit(article, passage)?;
        let parsed = parse(query);
        let plan = self.plan(&parsed, Mode::Wish, false);
        let evaluation = Evaluation::with_texts(self.index(), &plan, self);
        let frequencies = Frequencies::of(&evaluation);
        let found = matching(&evaluation).into_iter().find(|found| found.unit == unit)?;
        let response = self.search(&Request { limit: 0, ..Request::new(query) });
        let hits = response.groups.iter().flat_map(|group| &group.hits);
        let value = hits.clone().find(|hit| hit.article == article && hit.passage == passage)?.score;
        let mut parts = self.word_parts(&parsed.text, &plan, &evaluation, &frequencies, found);
        let words: f32 = parts.iter().map(|part| part.value).sum();
        let mut pairs = [found];
        score_pairs(self.index(), &plan, &frequencies, &mut pairs);
        let looked_at = hits.filter(|hit| (hit.complete, hit.score) > (found.complete, value)).count() < 100;
        let pairs = pairs.first().map_or(0.0, |found| found.score);
        if pairs > 0.0 && looked_at {
            parts.push(leaf(pairs, "words that stand together as in the query"));
        }
        let rest = value - words - if looked_at { pairs } else { 0.0 };
        if rest.abs() > 1e-4 {
            parts.push(leaf(rest, "words that the best passages for this query share"));
        }
        let what = if found.complete { "all words" } else { "some of the words" };
        Some(Explanation { value, what: what.into(), parts })
    }

    fn word_parts(
        &self,
        text: &str,
        plan: &Plan,
        evaluation: &Evaluation<'_>,
        frequencies: &Frequencies,
        found: Match,
    ) -> Vec<Explanation> {
        let index = self.index();
        let only_common = plan.leaves.iter().all(|leaf| leaf.common || leaf.negated);
        let mut parts = Vec::new();
        for (number, leaf_of) in plan.leaves.iter().enumerate() {
            if leaf_of.negated || leaf_of.common && !only_common {
                continue;
            }
            let weight = leaf_of.boost * frequencies.idf(number);
            let word = leaf_of.word.of(text);
            let mut alone = [Match { score: 0.0, ..found }];
            score_leaf(evaluation, number, weight, frequencies.average(), &mut alone);
            let value = alone.first().map_or(0.0, |found| found.score);
            if value > 0.0 {
                let hits = evaluation.leaf(number);
                let at = hits.units.binary_search(&found.unit).ok();
                let count = at.and_then(|at| hits.counts.get(at)).copied().unwrap_or(0);
                let length = index.lengths.get(found.unit as usize).copied().unwrap_or(0);
                let (having, all) = (hits.units.len(), index.units());
                let times = if count == 1 { "once".into() } else { format!("{count} times") };
                let what = format!("\u{201c}{word}\u{201d} {times} in {length} words, in {having} of {all} passages");
                parts.push(leaf(value, &what));
            }
            let mut heading = [Match { score: 0.0, ..found }];
            score_heading(index, leaf_of, weight, &mut heading, &mut []);
            let value = heading.first().map_or(0.0, |found| found.score);
            if value > 0.0 {
                parts.push(leaf(value, &format!("\u{201c}{word}\u{201d} in the headline")));
            }
        }
        parts
    }
}

fn leaf(value: f32, what: &str) -> Explanation {
    Explanation { value, what: what.into(), parts: Vec::new() }
}
