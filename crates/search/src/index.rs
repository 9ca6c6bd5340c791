//! The index of one immutable segment: which words stand where.
//!
//! A segment holds *units* (passages), numbered from 0, each with its words
//! in order. Words that mean the same (forms, spellings) are one *class*.
//! Invariant: the units of a class's posting list rise strictly, and the
//! positions within a unit do.

mod builder;
mod dictionary;
mod postings;

pub(crate) use builder::Builder;
pub(crate) use dictionary::Dictionary;
pub(crate) use postings::{Hits, Postings};

/// Names a class of words within one segment.
pub(crate) type Class = u32;

/// The index of a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    pub dictionary: Dictionary,
    /// Words of the units' text.
    pub body: Postings,
    /// Words of each unit.
    pub lengths: Vec<u32>,
}

impl Index {
    /// How many units there are.
    pub fn units(&self) -> usize {
        self.lengths.len()
    }
}
