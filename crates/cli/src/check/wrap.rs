//! Lines that fit a terminal.

/// Columns of a line; what is longer is broken at a blank.
const COLUMNS: usize = 100;

/// The first `most` characters, on one line.
pub fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// A paragraph after `head`, its further lines set in by as much as the head
/// is wide. Ends in a line break.
pub fn hanging(head: &str, text: &str) -> String {
    let indent = head.chars().count();
    let mut out = head.to_owned();
    let mut column = indent;
    for (at, word) in text.split_whitespace().enumerate() {
        let width = word.chars().count();
        if at > 0 && column + 1 + width > COLUMNS {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_and_set_in() {
        let text = hanging("  why  ", &"word ".repeat(40));
        assert!(text.lines().all(|line| line.chars().count() <= COLUMNS), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("       word")), "{text}");
        assert_eq!(hanging("a ", ""), "a\n");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("a  b\nc", 9), "a b c");
        assert_eq!(cut("abc def", 4), "abc…");
    }
}
