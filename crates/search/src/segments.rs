//! Many indexes searched as one: add, drop and merge, and never change one.
//!
//! How rare a word is counts over all segments, so that a search over parts
//! ranks as a search over the whole does. Invariant: a segment's name is
//! never used twice.

use crate::evaluate::{Evaluation, Frequencies, Mode, best, matching, resolve, score_all};
use crate::index::merge;
use crate::query::Query;
use crate::texts::{NoFields, Texts};

/// Names a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(u32);

/// Documents in segments.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    segments: Vec<(SegmentId, Texts)>,
    next: u32,
}

impl Segments {
    /// Adds a segment and names it.
    pub fn add(&mut self, texts: Texts) -> SegmentId {
        let id = SegmentId(self.next);
        self.next += 1;
        self.segments.push((id, texts));
        id
    }

    /// Takes a segment out; `None` when there is none of that name.
    pub fn remove(&mut self, id: SegmentId) -> Option<Texts> {
        let at = self.segments.iter().position(|(known, _)| *known == id)?;
        Some(self.segments.remove(at).1)
    }

    /// Makes two segments one, under a new name; the documents of `b` follow
    /// those of `a`. `None`, and no change, when one of them is not there or
    /// both are the same.
    pub fn merge(&mut self, a: SegmentId, b: SegmentId) -> Option<SegmentId> {
        let find = |id| self.segments.iter().find(|(known, _)| *known == id).map(|(_, texts)| texts);
        let (first, second) = (find(a)?, find(b).filter(|_| a != b)?);
        let merged = Texts::from_index(merge(first.index(), second.index()));
        self.remove(a);
        self.remove(b);
        Some(self.add(merged))
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|(_, texts)| texts.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The documents that match in any segment, best first, at most `depth`:
    /// the segment, the document's number in it, and the score.
    pub fn rank(&self, query: &Query, depth: usize) -> Vec<(SegmentId, usize, f32)> {
        let plans: Vec<_> = self
            .segments
            .iter()
            .map(|(_, texts)| resolve(query, texts.index(), &NoFields, Mode::Wish, false))
            .collect();
        let evaluations: Vec<_> =
            self.segments.iter().zip(&plans).map(|((_, texts), plan)| Evaluation::new(texts.index(), plan)).collect();
        let mut frequencies = Frequencies::default();
        for evaluation in &evaluations {
            frequencies.add(evaluation);
        }
        let mut found = Vec::new();
        for ((id, _), evaluation) in self.segments.iter().zip(&evaluations) {
            let mut matches = matching(evaluation);
            score_all(evaluation, &frequencies, &mut matches, true);
            best(&mut matches, depth);
            found.extend(matches.into_iter().map(|found| (found.complete, *id, found.unit as usize, found.score)));
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then(b.3.total_cmp(&a.3)).then((a.1, a.2).cmp(&(b.1, b.2))));
        found.truncate(depth);
        found.into_iter().map(|(_, id, unit, score)| (id, unit, score)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use proptest::prelude::*;

    fn texts(list: &[String]) -> Texts {
        Texts::new(list.iter().map(|text| (text.get(..text.floor_char_boundary(8)).unwrap(), text.as_str())))
    }

    fn found(segments: &Segments, order: &[(SegmentId, usize)], query: &str) -> Vec<(usize, f32)> {
        let place = |id, unit| order.iter().find(|(known, _)| *known == id).unwrap().1 + unit;
        segments.rank(&parse(query), 100).into_iter().map(|(id, unit, score)| (place(id, unit), score)).collect()
    }

    proptest! {
        #[test]
        fn parts_merged_or_apart_answer_as_the_whole(
            all in prop::collection::vec("((iran|iraq|nuclear|summits|START|start|talks) ){1,8}", 2..10), cut in 1_usize..9,
        ) {
            let cut = cut.min(all.len() - 1);
            let mut whole = Segments::default();
            let one = whole.add(texts(&all));
            let mut parts = Segments::default();
            let (a, b) = (parts.add(texts(&all[..cut])), parts.add(texts(&all[cut..])));
            let mut merged = parts.clone();
            let joined = merged.merge(a, b).unwrap();
            for query in ["iran", "iran nuclear", "\"nuclear talk\"", "iran -iraq", "summit OR talk", "nucl*", "iraq{2}"] {
                let expected = found(&whole, &[(one, 0)], query);
                let places = |list: &[(usize, f32)]| { let mut list: Vec<usize> = list.iter().map(|(at, _)| *at).collect(); list.sort(); list };
                for got in [found(&parts, &[(a, 0), (b, cut)], query), found(&merged, &[(joined, 0)], query)] {
                    prop_assert_eq!(places(&got), places(&expected), "{}", query);
                    for (at, score) in &got {
                        let other = expected.iter().find(|(other, _)| other == at).unwrap().1;
                        prop_assert!((score - other).abs() < 1e-3, "{} {} {}", query, score, other);
                    }
                }
            }
        }
    }

    #[test]
    fn a_segment_that_was_dropped_is_not_found_and_its_name_is_not_used_again() {
        let mut segments = Segments::default();
        let a = segments.add(texts(&["iran talks".into()]));
        let b = segments.add(texts(&["iran summit".into()]));
        assert!(segments.remove(a).is_some() && segments.remove(a).is_none());
        assert_eq!(segments.rank(&parse("iran"), 10).len(), 1);
        assert_ne!(segments.add(texts(&["iran".into()])), a);
        assert_eq!(segments.merge(a, b), None);
        assert_eq!(segments.merge(b, b), None);
    }
}
