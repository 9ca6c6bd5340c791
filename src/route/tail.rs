//! What clings to a link that was taken from a sentence, and numbers that name
//! more than one passage.
//!
//! Invariant: what is taken off holds no letter and no digit.

use super::Problem;
use super::limits::shown;

/// Signs that a sentence, a bracket or a quotation leaves at a link's end.
fn clings(letter: char) -> bool {
    matches!(
        letter,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '>'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '“'
            | '‘'
            | '«'
            | '…'
            | '/'
            | '*'
    ) || letter.is_whitespace()
}

/// An id without what clings to its end, and that.
pub fn parted(id: &str) -> (&str, &str) {
    id.split_at(id.trim_end_matches(clings).len())
}

/// What is said of something that clings to a part of a link.
pub fn clung(tail: &str) -> Option<Problem> {
    let tail = tail.trim_matches('/').trim();
    (!tail.is_empty())
        .then(|| Problem(format!("“{}” in this link does not belong to it and was left out.", shown(tail))))
}

/// The numbers that a value names: one, or the first and the last of a range;
/// and what of the value was not needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers<'v> {
    /// The first, from 1.
    pub first: u32,
    /// The last, not before the first.
    pub last: u32,
    /// What of the value was not needed.
    pub rest: &'v str,
}

/// Reads `5`, `3-5` or `3–5` (the smaller first whichever comes first), with
/// what a sentence left behind; `None` where there is no such number, from 1.
pub fn numbers(value: &str) -> Option<Numbers<'_>> {
    let (first, after) = number(value.trim_start())?;
    let joint = after.trim_start();
    let end = joint.strip_prefix(['-', '–', '—', '\u{2010}', '\u{2011}', '−']).or_else(|| joint.strip_prefix(".."));
    let (last, rest) = end.and_then(|end| number(end.trim_start())).unwrap_or((first, after));
    // What is left is the end of a sentence or more of a list, of which the first
    // counts; anything else makes it another value.
    let list = rest.starts_with([',', ';']);
    let fits = |letter: char| clings(letter) || "-–—#\\`_~".contains(letter) || list && letter.is_ascii_digit();
    rest.chars().all(fits).then(|| Numbers { first: first.min(last), last: first.max(last), rest })
}

/// The number that a text begins with, not 0, and the rest.
fn number(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(length);
    digits.parse().ok().filter(|number| *number > 0).map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::{Numbers, numbers, parted};

    #[test]
    fn a_number_may_be_a_range_and_have_the_end_of_a_sentence() {
        for (value, first, last, rest) in [
            ("5", 5, 5, ""),
            ("5).", 5, 5, ")."),
            ("5/", 5, 5, "/"),
            ("3-5", 3, 5, ""),
            ("3–5", 3, 5, ""),
            ("5-3", 3, 5, ""),
            ("3 - 5;", 3, 5, ";"),
            ("3..5", 3, 5, ""),
            ("3-", 3, 3, "-"),
            ("3”,", 3, 3, "”,"),
            ("3,5", 3, 3, ",5"),
        ] {
            assert_eq!(numbers(value), Some(Numbers { first, last, rest }), "{value}");
        }
        for value in ["", "0", "-3", "five", "5a", "3-0x", "2001-10-21", "99999999999", "٣"] {
            assert_eq!(numbers(value), None, "{value}");
        }
    }

    #[test]
    fn what_is_taken_off_an_id_holds_no_letter() {
        assert_eq!(parted("bbc-2001-10-21)."), ("bbc-2001-10-21", ")."));
        assert_eq!(parted("bbc-2001-10-21"), ("bbc-2001-10-21", ""));
        assert_eq!(parted(")."), ("", ")."));
    }
}
