//! What can be read as it stands, and is probably not meant so.
//!
//! Invariant: nothing here changes how a query is read. A query that is saved
//! as an issue is not refused for it, so [`parse`](super::parse) does not say it.

use super::diagnostic::Diagnostic;
use super::tree::{Node, NodeKind, WordForm};

/// The most parts side by side among which `not` and `or` are taken for
/// operators; more are rather a sentence.
const FEW: usize = 5;

impl Node {
    /// Adds the operators in small letters between the parts of this one.
    pub(crate) fn slips(&self, out: &mut Vec<Diagnostic>) {
        let (NodeKind::Sequence(parts) | NodeKind::And(parts)) = &self.kind else { return };
        if parts.len() > FEW {
            return;
        }
        // The last has nothing after it to leave out or to find instead.
        for (at, part) in parts.iter().enumerate().take(parts.len().saturating_sub(1)) {
            let NodeKind::Word { text, form: WordForm::Plain } = &part.kind else { continue };
            let (message, remedy) = match text.as_str() {
                "not" => {
                    ("\u{201c}not\u{201d} was read as a word.", "Write NOT in capital letters to leave passages out.")
                }
                "or" if at > 0 => {
                    ("\u{201c}or\u{201d} was read as a word.", "Write OR in capital letters to find either.")
                }
                _ => continue,
            };
            out.push(Diagnostic { range: part.range, message: message.into(), remedy: remedy.into() });
        }
    }
}
