//! Text into segments: lines without the blanks at their ends.
//!
//! Invariant: what lies between two segments is blank. A segment never holds
//! a line break; the number counts line feeds only, as editors do, while form
//! feeds, lone carriage returns and Unicode separators also end a segment.
//! U+0085 ends one only in a text that has no line feeds and no other control
//! characters of its range: there it is the “next line” of mainframes, elsewhere
//! what Windows-1252 has at that number, an ellipsis.

use crate::fact::ByteRange;

/// Whether a character shows nothing: white space of any kind (no-break
/// spaces included), soft hyphens, zero-width marks, marks of direction and
/// byte-order marks. The control characters from U+0080 to U+009F show nothing
/// either, but where they stand a mark was lost: `super::damage` reads it back.
pub fn is_blank(c: char) -> bool {
    (c.is_whitespace() || c.is_control()) && !is_lost_mark(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is a control character of the second range (C1), which
/// no text is written with: a mark of Windows-1252 stood there.
pub fn is_lost_mark(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// One line, or a piece of one.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'a> {
    /// The words, blanks at both ends apart; never empty.
    pub text: &'a str,
    /// Where they stand in the source.
    pub range: ByteRange,
    /// One-based line.
    pub line: u32,
    /// Blank columns before the words.
    pub indent: u32,
    /// Whether a blank line, or a form feed, lies before it.
    pub gap: bool,
}

/// Splits a text; linear in its length.
pub fn segments(source: &str) -> Vec<Segment<'_>> {
    let mut found = Vec::new();
    let (mut line, mut gap, mut at) = (1_u32, true, 0_usize);
    let mut returned = false;
    let is_break = breaks(source);
    for piece in source.split_inclusive(is_break) {
        let whole = piece.trim_end_matches(is_break);
        let front = whole.trim_start_matches(is_blank);
        let text = front.trim_end_matches(is_blank);
        if text.is_empty() {
            // The second half of a line break in the manner of Windows.
            gap |= !(returned && piece == "\n");
        } else {
            let start = at + (whole.len() - front.len());
            let range = ByteRange::new(start, start + text.len());
            let indent = u32::try_from(whole.len() - front.len()).unwrap_or(u32::MAX);
            found.push(Segment { text, range, line, indent, gap });
            gap = piece.ends_with('\u{c}');
        }
        returned = piece.ends_with('\r');
        line = line.saturating_add(u32::from(piece.ends_with('\n')));
        at += piece.len();
    }
    found
}

/// How many segments a text has, without making them, where they are more than
/// `most`; else at most as many as that.
pub fn count_over(source: &str, most: usize) -> usize {
    // Every break begins with one of these bytes.
    let begins = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2);
    let breaks_at_most = source.as_bytes().iter().filter(|byte| begins(byte)).count();
    if breaks_at_most < most {
        return breaks_at_most + 1;
    }
    source.split(breaks(source)).filter(|line| !line.chars().all(is_blank)).count()
}

/// What ends a line in this text.
fn breaks(source: &str) -> impl Fn(char) -> bool + Copy + use<> {
    let next_line = !source.contains(|c: char| c == '\n' || c != NEXT_LINE && is_lost_mark(c));
    move |c| is_break(c) || next_line && c == NEXT_LINE
}

const NEXT_LINE: char = '\u{85}';

#[inline]
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[(&str, u32, bool)]) {
        let found: Vec<_> = segments(source).iter().map(|s| (s.text, s.line, s.gap)).collect();
        assert_eq!(found, expected, "{source:?}");
        assert_eq!(count_over(source, 0), expected.len());
        assert!(count_over(source, 5) <= 5 || expected.len() > 5);
    }

    #[test]
    fn lines_keep_their_numbers_whatever_ends_them() {
        check("a\nb\n\nc", &[("a", 1, true), ("b", 2, false), ("c", 4, true)]);
        check("a\r\nb\r\n\r\nc", &[("a", 1, true), ("b", 2, false), ("c", 4, true)]);
        check("a\rb", &[("a", 1, true), ("b", 1, false)]);
        check("a\u{c}b", &[("a", 1, true), ("b", 1, true)]);
        check("\u{feff}\u{a0}a\u{a0}\n\u{a0}\nb", &[("a", 1, true), ("b", 3, true)]);
        check("", &[]);
    }

    #[test]
    fn a_next_line_ends_a_line_only_where_it_is_no_lost_ellipsis() {
        check("a\u{85}b", &[("a", 1, true), ("b", 1, false)]);
        check("a\u{85} b\nc", &[("a\u{85} b", 1, true), ("c", 2, false)]);
        check("a\u{85} b\u{97}", &[("a\u{85} b\u{97}", 1, true)]);
    }
}
