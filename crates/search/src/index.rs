//! The index of one immutable segment: which words stand where.
//!
//! A segment holds *units* (passages), numbered from 0, each with its words
//! in order. Words that mean the same (forms, spellings) are one *class*.
//! Invariant: the units of a class's posting list rise strictly, and the
//! positions within a unit do.

mod builder;
mod dictionary;
mod interner;
mod lexicon;
mod merge;
mod postings;
mod varint;
mod wire;

pub(crate) use builder::Builder;
pub(crate) use dictionary::{Dictionary, GHOST, JOINED, LOWER, NAME};
pub(crate) use interner::Interner;
pub(crate) use lexicon::{Lexicon, normal};
pub(crate) use merge::merge;
pub(crate) use postings::{Cursor, Hits, Postings};
pub(crate) use varint::{Reader, push_varint};
pub(crate) use wire::{decode, encode, set_positions};

/// Names a class of words within one segment.
pub(crate) type Class = u32;

/// The index of a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    pub dictionary: Dictionary,
    /// Words of the units' text.
    pub body: Postings,
    /// Words of each unit, and of all.
    pub lengths: Vec<u32>,
    words: u64,
    /// Words of the headings; its "units" are groups, such as articles.
    pub headings: Postings,
    /// The first unit of each group; one more at the end.
    pub groups: Vec<u32>,
    /// Terms that mean the same.
    pub lexicon: Lexicon,
}

impl Index {
    /// Puts the parts together.
    fn new(
        dictionary: Dictionary,
        body: Postings,
        lengths: Vec<u32>,
        headings: Postings,
        groups: Vec<u32>,
        lexicon: Lexicon,
    ) -> Index {
        let words = lengths.iter().map(|length| u64::from(*length)).sum();
        Index { dictionary, body, lengths, words, headings, groups, lexicon }
    }

    /// How many units there are.
    pub fn units(&self) -> usize {
        self.lengths.len()
    }

    /// How many words there are.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// The units of a group.
    pub fn group(&self, group: u32) -> std::ops::Range<u32> {
        between(&self.groups, group as usize)
    }
}

/// From a number of a rising list to the one after it; nothing where there are not
/// both.
pub(crate) fn between(firsts: &[u32], at: usize) -> std::ops::Range<u32> {
    match (firsts.get(at), firsts.get(at + 1)) {
        (Some(first), Some(end)) => *first..*end,
        _ => 0..0,
    }
}

/// Galloping search: the rest of a rising list from the first number not below `unit`,
/// by doubling steps and then halving ones.
pub(crate) fn gallop(list: &[u32], unit: u32) -> &[u32] {
    let mut step = 1;
    while list.get(step - 1).is_some_and(|at| *at < unit) {
        step *= 2;
    }
    let window = list.get(step / 2..list.len().min(step)).unwrap_or(&[]);
    let offset = step / 2 + window.partition_point(|at| *at < unit);
    list.get(offset.min(list.len())..).unwrap_or(&[])
}
