//! Facts and what they rest on.
//!
//! Invariant: a derived fact never stands without its [`Provenance`]. This
//! file knows nothing about how a fact was found.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets into a UTF-8 text; which text is said
/// where the range stands. Both ends fall on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteRange {
    /// The range from `start` to `end`; offsets beyond 4 GB are capped.
    pub fn new(start: usize, end: usize) -> Self {
        let cap = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        ByteRange { start: cap(start), end: cap(end) }
    }

    /// The words of `text` in this range, empty where the range does not fit.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Bytes in the range.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the range holds no byte.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }
}

/// How a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// The source says it in so many words.
    Stated,
    /// It follows from the words of the source, or from general knowledge that
    /// the reason names.
    Inferred,
}

impl Basis {
    /// `stated` or `inferred`.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
        }
    }
}

/// Words of a source that a fact rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The words exactly as received.
    pub quote: String,
    /// One-based line of the source on which they begin.
    pub line: u32,
    /// Where they stand, in bytes of [`Article::source`](crate::Article::source).
    pub range: ByteRange,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Stated or inferred.
    pub basis: Basis,
    /// The words it rests on; may be empty only when the fact is inferred.
    pub evidence: Vec<Evidence>,
    /// A full sentence that says why; empty when the words say it all.
    pub reason: String,
}

/// A value with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub why: Provenance,
}
