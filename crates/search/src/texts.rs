//! Plain documents, each with a heading and a text: search without a corpus.
//!
//! The same analysis, index and ranking as a [`Collection`](crate::Collection),
//! for test collections and measurements. A document is one unit.

use crate::evaluate::{Evaluation, Fields, Frequencies, Mode, best, matching, resolve, score_all};
use crate::index::{Builder, Index, decode, encode, set_positions};
use crate::query::{DateSpan, Field, Query};

/// Documents that can be searched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    index: Index,
}

/// A document has words only.
pub(crate) struct NoFields;

impl Fields for NoFields {
    fn units(&self, _: Field, _: &str) -> Vec<u32> {
        Vec::new()
    }

    fn dated(&self, _: DateSpan) -> Vec<u32> {
        Vec::new()
    }
}

impl Texts {
    /// Indexes documents, each a heading, which may be empty, and a text. A
    /// document is named by its place in the order given, from 0.
    pub fn new<'t>(documents: impl Iterator<Item = (&'t str, &'t str)>) -> Texts {
        let mut builder = Builder::new();
        for (heading, text) in documents {
            builder.group(heading);
            builder.add(&format!("{heading}\n{text}"));
        }
        Texts { index: builder.finish() }
    }

    /// The index as bytes, the same for the same documents: all but the
    /// positions of words, and those. Both go well through a compressor.
    pub fn encode(&self) -> (Vec<u8>, Vec<u8>) {
        let wire = encode(&self.index);
        (wire.index, wire.positions)
    }

    /// Reads what [`encode`](Self::encode) wrote; `None` for anything else.
    /// Without positions (an empty slice) all but phrases and `NEAR` work.
    pub fn decode(index: &[u8], positions: &[u8]) -> Option<Texts> {
        decode(index, positions).map(|index| Texts { index })
    }

    /// Adds the positions that [`decode`](Self::decode) was not given.
    /// `false` when they do not belong to this index.
    pub fn set_positions(&mut self, positions: Vec<u8>) -> bool {
        set_positions(&mut self.index, positions).is_some()
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn from_index(index: Index) -> Texts {
        Texts { index }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.index.units()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The documents that match, best first, at most `depth`, with scores
    /// that fall strictly with the rank where the order is not by score.
    pub fn rank(&self, query: &Query, depth: usize) -> Vec<(usize, f32)> {
        self.ranked(query, depth, true)
    }

    /// The same by the words of the query alone, without the second look that
    /// a long query gets: to measure what that look is worth.
    pub fn rank_at_first(&self, query: &Query, depth: usize) -> Vec<(usize, f32)> {
        self.ranked(query, depth, false)
    }

    fn ranked(&self, query: &Query, depth: usize, again: bool) -> Vec<(usize, f32)> {
        let plan = resolve(query, &self.index, &NoFields, Mode::Wish, false);
        let evaluation = Evaluation::new(&self.index, &plan);
        let frequencies = Frequencies::of(&evaluation);
        let mut found = matching(&evaluation);
        score_all(&evaluation, &frequencies, &mut found, again);
        best(&mut found, depth);
        found.into_iter().map(|found| (found.unit as usize, found.score)).collect()
    }
}
