//! A speaker, and how they were found.
//!
//! Invariant: an index is one of the article's cast.

use crate::fact::Basis;

/// Who speaks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Speaker {
    /// Somebody of the cast.
    Actor(usize),
    /// As the text calls them.
    Unnamed(String),
    /// Several of the cast together.
    Together(Vec<usize>),
}

/// A speaker and how they were found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) speaker: Speaker,
    pub(super) basis: Basis,
    pub(super) why: String,
    pub(super) role: String,
    pub(super) cue: String,
}

impl Found {
    /// The same speaker where no words name them but something else tells it.
    pub(super) fn inferred(self, why: &str) -> Found {
        Found { basis: Basis::Inferred, cue: String::new(), why: why.to_owned(), ..self }
    }
}
