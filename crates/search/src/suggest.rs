//! Completions of what is being typed.

use crate::analysis::fold;
use crate::collection::Collection;
use crate::response::{Suggestion, SuggestionKind};

impl Collection {
    /// Completions of the word at `caret` (bytes of `typed`), best first.
    pub fn suggest(&self, typed: &str, caret: usize, limit: usize) -> Vec<Suggestion> {
        let caret = typed.floor_char_boundary(caret.min(typed.len()));
        let (before, after) = typed.split_at_checked(caret).unwrap_or((typed, ""));
        let start = before.rfind([' ', '(', '"', '-', '+']).map_or(0, |at| at + 1);
        let begun = fold(before.get(start..).unwrap_or(""));
        if begun.is_empty() {
            return Vec::new();
        }
        let kept = before.get(..start).unwrap_or("");
        let mut words = self.completions(&begun);
        crate::order::sort_by(&mut words, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words
            .into_iter()
            .take(limit)
            .map(|(word, passages)| Suggestion {
                query: format!("{kept}{word}{after}"),
                caret: kept.len() + word.len(),
                label: word,
                kind: SuggestionKind::Word,
                passages,
            })
            .collect()
    }
}
