//! Making an anchor of a range of the source.
//!
//! Invariant: the quotation is cut from the source as it is; how much stands
//! before and behind it is chosen so that the words stand there once, as far
//! as a few hundred characters can do that.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use summitry_corpus::clean::segment::is_blank;

use super::find::{Prepared, overlapping, sides};
use super::plain::short;
use super::{Anchor, Once, Quote};

/// How many characters are taken before and behind, one try after another.
const CONTEXTS: [usize; 4] = [32, 64, 128, 256];

/// The digest of a source.
pub(crate) fn digest(source: &str) -> String {
    let mut digest = String::from("sha256:");
    for byte in Sha256::digest(source.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// The anchor of these bytes of a source; its article and passage are the
/// caller's. `None` where the bytes hold nothing that shows.
pub(crate) fn anchor(source: &str, prepared: &Prepared, start: usize, end: usize) -> Option<Anchor> {
    let words = source.get(start..end)?;
    let exact = words.trim_matches(is_blank);
    if exact.is_empty() {
        return None;
    }
    let start = start + (words.len() - words.trim_start_matches(is_blank).len());
    let end = start + exact.len();
    let mut made = (Quote::default(), Once::default());
    for length in CONTEXTS {
        let prefix = source.get(..start).and_then(|before| before.get(last(before, length)..)).unwrap_or("");
        let suffix = source.get(end..).and_then(|behind| behind.get(..first(behind, length))).unwrap_or("");
        let quote = Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        let once = once(prepared.plain(source), &quote);
        made = (quote, once);
        if once.before && once.behind {
            break;
        }
    }
    let chars = prepared.chars(source);
    let position = (short(chars.before(source, start)), short(chars.before(source, end)));
    let (quote, once) = made;
    Some(Anchor { digest: prepared.digest(source).to_owned(), quote, position, once, ..Anchor::default() })
}

/// In which settings the words stand once in the text.
fn once(plain: &str, quote: &Quote) -> Once {
    let sides = sides(quote);
    let stands_once = |words: &str| !words.is_empty() && overlapping(plain, words).nth(1).is_none();
    let alone = stands_once(&sides.exact);
    // What stands once by itself does so with whatever stands around it.
    let before = alone || stands_once(&sides.before.0);
    let behind = alone || stands_once(&sides.behind.0);
    Once { alone, before, behind, both: before && behind }
}

/// The byte at which the last `count` characters begin.
fn last(text: &str, count: usize) -> usize {
    text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at)
}

/// The byte at which the first `count` characters end.
fn first(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}
