//! Words between quotation marks.
//!
//! Invariant: marks within the words are single where those around them are
//! double (MLA 6.55, APA 8.36, Chicago 13.30).

/// The words between double quotation marks.
pub(super) fn quoted(words: &str) -> String {
    let words = words.trim();
    let mut out = String::with_capacity(words.len() + 6);
    out.push('“');
    let mut before = ' ';
    for c in words.chars() {
        out.push(match c {
            '“' | '„' => '‘',
            '”' => '’',
            '"' if before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–') => '‘',
            '"' => '’',
            c => c,
        });
        before = c;
    }
    out.push('”');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn marks_within_the_words_are_single() {
        assert_eq!(quoted("saw his soul"), "“saw his soul”");
        assert_eq!(quoted("a “multipolar world” – or"), "“a ‘multipolar world’ – or”");
        assert_eq!(quoted("in a \"multipolar world\" (\"so\")"), "“in a ‘multipolar world’ (‘so’)”");
    }
}
