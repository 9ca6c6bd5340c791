//! What can be read as it stands, and is probably not meant so.
//!
//! Invariant: nothing here changes how a query is read. A query that is saved
//! as an issue is not refused for it, so [`parse`](super::parse) does not say it.

use summitry_corpus::ByteRange;

use super::diagnostic::Diagnostic;
use super::tree::{NodeKind, Query, WordForm};

/// The most words of a query in which `not` and `or` are taken for operators; a
/// longer one is rather a sentence.
const FEW: usize = 5;

impl Query {
    /// Where an operator is written in small letters, and that a query of signs
    /// alone asks for no word.
    pub(crate) fn slips(&self) -> Vec<Diagnostic> {
        let mut slips = Vec::new();
        let mut say = |range, message: String, remedy: &str| {
            slips.push(Diagnostic { range, message, remedy: remedy.into() });
        };
        let Some(root) = &self.root else {
            if self.diagnostics.is_empty() && !self.text.trim().is_empty() {
                let range = ByteRange::new(0, self.text.len());
                say(range, "This asks for no word; it was ignored.".into(), "Write a word to search for.");
            }
            return slips;
        };
        if self.text.contains('?') || self.text.split_whitespace().count() > FEW {
            return slips;
        }
        root.walk(&mut |node| {
            let (NodeKind::Sequence(parts) | NodeKind::And(parts)) = &node.kind else { return };
            // The last has nothing after it to leave out or to find instead.
            for (at, part) in parts.iter().enumerate().take(parts.len().saturating_sub(1)) {
                let NodeKind::Word { text, form: WordForm::Plain } = &part.kind else { continue };
                let remedy = match text.as_str() {
                    "not" => "Write NOT in capital letters to leave passages out.",
                    "or" if at > 0 => "Write OR in capital letters to find either.",
                    _ => continue,
                };
                say(part.range, format!("\u{201c}{text}\u{201d} was read as a word."), remedy);
            }
        });
        slips
    }
}
