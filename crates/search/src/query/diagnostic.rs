//! What is said to the person who typed a query.

use summitry_corpus::{ByteRange, shortened};

/// A place in a query that could not be taken as it stands. The search is
/// made all the same, and `message` says how the place was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Bytes of the query.
    pub range: ByteRange,
    /// What was found and how it was read, a full sentence.
    pub message: String,
    /// What to type instead, a full sentence.
    pub remedy: String,
}

/// The most letters of a query that a sentence repeats.
const MOST_SHOWN: usize = 60;

/// A piece of a query as a sentence repeats it: cut where it is long.
pub(crate) fn shown(text: &str) -> String {
    shortened(text, MOST_SHOWN)
}
