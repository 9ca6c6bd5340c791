//! What a page says a second time: paragraphs that come back, and sentences of
//! the text set apart as pull quotes.
//!
//! Invariant: one place keeps the words; a refrain, which comes back by itself,
//! is no repetition.

use std::collections::{HashMap, HashSet};

use super::{Fate, Judge};
use crate::clean::furniture::reason;
use crate::html::body;
use crate::html::outline::{Block, Element, Kind};
use crate::html::spread::Spread;

impl Judge<'_> {
    /// Paragraphs that stand here a second time: in another element, or in a
    /// row as before. A refrain comes back by itself and is kept.
    pub(super) fn again(&self, fates: &mut [Fate]) {
        let passage = |at: &usize| matches!(fates.get(*at), Some(Fate::Keep(kind)) if kind.is_passage());
        let passages: Vec<usize> = (self.first..self.end).filter(passage).collect();
        let block = |place: usize| passages.get(place).and_then(|at| self.outline.blocks.get(*at));
        let mut first: HashMap<&str, usize> = HashMap::new();
        // For each passage the place of the one that it repeats, or its own.
        let repeats: Vec<usize> = (0..passages.len())
            .map(|place| match block(place) {
                Some(block) if block.words >= 3 => *first.entry(&block.text).or_insert(place),
                _ => place,
            })
            .collect();
        let of = |place: usize| repeats.get(place).copied().filter(|known| *known != place);
        for (place, at) in passages.iter().enumerate() {
            let (Some(known), Some(own)) = (of(place), block(place)) else { continue };
            let before = place > 0 && known > 0 && of(place - 1) == Some(known - 1);
            let after = of(place + 1) == Some(known + 1);
            let elsewhere = block(known).is_some_and(|first| !self.beside(first, own)) && own.words >= 8;
            if (before || after || elsewhere)
                && let Some(fate) = fates.get_mut(*at)
            {
                *fate = Fate::Remove(reason::AGAIN);
            }
        }
    }

    /// Whether two blocks stand in the same element, in paragraphs of their own.
    fn beside(&self, one: &Block, other: &Block) -> bool {
        let parent = |block: &Block| self.outline.elements.get(block.element).map(|element| element.parent);
        one.element == other.element || parent(one) == parent(other)
    }

    /// Sentences of the text that are set apart a second time.
    pub(super) fn pull_quotes(&self, fates: &mut [Fate]) {
        let passage = |at: usize| matches!(fates.get(at), Some(Fate::Keep(kind)) if kind.is_passage());
        let apart = |at: usize| {
            let block = self.outline.blocks.get(at)?;
            (passage(at) && (5..=60).contains(&block.words) && self.is_set_apart(block)).then_some(at)
        };
        let candidates: Vec<usize> = (self.first..self.end).filter_map(apart).collect();
        if candidates.is_empty() {
            return;
        }
        // Candidates are in order, so that looking one up is quick.
        let text = |at: &usize| passage(*at) && candidates.binary_search(at).is_err();
        let mut runs: HashSet<u64, Spread> = HashSet::default();
        for at in (self.first..self.end).filter(text) {
            let Some(block) = self.outline.blocks.get(at) else { break };
            runs.extend(body::runs(&block.text));
        }
        let again: Vec<usize> = candidates
            .into_iter()
            .filter(|at| {
                let text = self.outline.blocks.get(*at).map_or("", |block| block.text.as_str());
                let all: Vec<bool> = body::runs(text).map(|run| runs.contains(&run)).collect();
                let known = all.iter().filter(|known| **known).count();
                !all.is_empty() && known * 10 >= all.len() * 9
            })
            .collect();
        for at in again {
            if let Some(fate) = fates.get_mut(at) {
                *fate = Fate::Remove(reason::PULL_QUOTE);
            }
        }
    }

    fn is_set_apart(&self, block: &Block) -> bool {
        let apart = |element: &Element| element.evidence.pulled || matches!(&*element.name, "blockquote" | "aside");
        self.outline.around(block.element).take(3).any(apart) || matches!(block.kind, Kind::Heading(_))
    }
}
