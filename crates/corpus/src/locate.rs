//! From the reading text of an article to places in its source.
//!
//! Invariant: a place is the line and the column of the file as received.

use crate::article::{Article, Block};
use crate::fact::ByteRange;
use crate::problem::Place;

/// The place of a range of the source.
pub(crate) fn at(article: &Article, range: ByteRange) -> Place {
    Place::in_text(&article.file, &article.source, range.start as usize, range.end as usize)
}

/// The place in the source of words of the reading text: the occurrence with
/// the same number.
pub(crate) fn source_place(article: &Article, block: &Block, range: ByteRange) -> Place {
    let was = range.of(&block.text);
    let before = block.text.get(..range.start as usize).unwrap_or("");
    let number = before.matches(was).count();
    let received = article.source_of(block);
    let start = received.match_indices(was).nth(number).map_or(0, |(at, _)| at) + block.range.start as usize;
    at(article, ByteRange::new(start, start + was.len()))
}
