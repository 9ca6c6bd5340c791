//! Why something was refused.
//!
//! Invariant: every refusal is a sentence, with a remedy in another; words of
//! a file that stand in it are cut short and are on one line.

/// Why a file or a change was refused, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} {remedy}")]
pub struct Refusal {
    /// What is the matter, a full sentence.
    pub message: String,
    /// What can be done, a full sentence.
    pub remedy: String,
}

impl Refusal {
    pub(crate) fn new(message: impl Into<String>, remedy: impl Into<String>) -> Refusal {
        Refusal { message: message.into(), remedy: remedy.into() }
    }
}

/// Words of a file as they may stand in a sentence: one line, at most 60
/// characters.
pub(crate) fn shown(words: &str) -> String {
    summitry_corpus::shortened(words, 60).replace(|c: char| c.is_control() || c.is_whitespace(), " ")
}
