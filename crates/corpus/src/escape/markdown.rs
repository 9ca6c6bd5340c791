//! Words within a block of Markdown.
//!
//! Invariant: read by CommonMark or by GitHub's dialect, the words are text:
//! no mark, no link, no HTML, no entity, no block of another kind.

use super::one_line;

/// Characters that mean something somewhere within a line (CommonMark 0.31,
/// section 2.4; `|` and `~` in GitHub's dialect, `$` where formulas are read).
const MARKS: &str = "\\`*_[]<>&#|~!$";

/// The text with every character that could be a mark escaped, on one line and
/// without blanks at its ends. May stand at the beginning of a block.
pub fn markdown(text: &str) -> String {
    let text = text.trim();
    let mut safe = String::with_capacity(text.len() + 8);
    // `1.` and `1)` begin a list as `-` and `+` do; `=` underlines a heading,
    // `:` begins a definition in some dialects.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..10).contains(&digits);
    for (at, c) in one_line(text).enumerate() {
        let begins = at == 0 && "-+=:".contains(c) || numbered && at == digits && matches!(c, '.' | ')');
        if begins || MARKS.contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn what_could_be_a_mark_is_escaped() {
        for (text, expected) in [
            ("<img onerror=x>", "\\<img onerror=x\\>"),
            ("[a](b) *c* & `d`", "\\[a\\](b) \\*c\\* \\& \\`d\\`"),
            ("1. a", "1\\. a"),
            ("1986) a 2.", "1986\\) a 2."),
            ("- a - b", "\\- a - b"),
            ("=== a", "\\=== a"),
            ("a\n# b", "a \\# b"),
            ("  a\u{2028}b\t", "a b"),
            ("1 a", "1 a"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }
}
