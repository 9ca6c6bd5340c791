//! Quotations within a passage, by their marks.
//!
//! Invariant: quotations are in order and do not overlap; one inside another
//! is part of the outer one.

use std::ops::Range;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to the closing mark, both included.
    pub outer: Range<usize>,
    /// The words between the marks.
    pub inner: Range<usize>,
    /// Whether it has a closing mark in this passage.
    pub closed: bool,
}

/// Finds quotations. Curly, low, angular and straight double marks open one;
/// single marks do only in a passage without double ones.
pub fn quotes(text: &str) -> Vec<Quote> {
    let double = scan(text, false);
    if double.is_empty() { scan(text, true) } else { double }
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Neither,
}

fn scan(text: &str, single: bool) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, usize, char)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let role = if single { single_role(c, before, next) } else { double_role(c, before, next, open) };
        match (role, open) {
            (Role::Opens, None) => open = Some((at, at + c.len_utf8(), c)),
            // A second opening: the first was never closed.
            (Role::Opens, Some((outer, inner, mark))) if mark == c => {
                let end = lost_end(text, inner, at);
                found.push(Quote { outer: outer..end, inner: inner..end, closed: false });
                open = Some((at, at + c.len_utf8(), c));
            }
            (Role::Closes, Some((outer, inner, _))) => {
                found.push(Quote { outer: outer..at + c.len_utf8(), inner: inner..at, closed: true });
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    if let Some((outer, inner, mark)) = open.filter(|_| !single) {
        // A lone straight mark late in a passage is an inch or a slip.
        let _ = mark;
        found.push(Quote { outer: outer..text.len(), inner: inner..text.len(), closed: false });
    }
    found.retain(|quote| quote.inner.start < quote.inner.end);
    found
}

fn double_role(c: char, before: char, next: Option<char>, open: Option<(usize, usize, char)>) -> Role {
    match c {
        '“' if open.is_some_and(|(_, _, mark)| mark == '„') => Role::Closes,
        '“' | '„' | '«' => Role::Opens,
        '”' | '»' => Role::Closes,
        '"' => {
            let word_before = before.is_alphanumeric()
                || matches!(before, '.' | ',' | '?' | '!' | ';' | ':' | ']' | ')' | '\'' | '’' | '…' | '%');
            let word_next = next
                .is_some_and(|next| next.is_alphanumeric() || matches!(next, '\'' | '[' | '(' | '…' | '.' | '$' | '‘'));
            if word_next && (!word_before || open.is_none()) {
                if before.is_alphanumeric() { Role::Neither } else { Role::Opens }
            } else if open.is_some() {
                Role::Closes
            } else {
                Role::Neither
            }
        }
        _ => Role::Neither,
    }
}

fn single_role(c: char, before: char, next: Option<char>) -> Role {
    let gap_before = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
    let word_next = next.is_some_and(char::is_alphanumeric);
    let gap_next = next.is_none_or(|next| {
        next.is_whitespace() || matches!(next, ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']' | '—' | '–')
    });
    match c {
        '‘' | '\'' if gap_before && word_next => Role::Opens,
        '’' | '\'' if gap_next && !before.is_whitespace() => Role::Closes,
        _ => Role::Neither,
    }
}

/// Where a quotation ended whose closing mark is lost: at an inner quotation
/// that ends before "he said", else at the last sentence's end, else where the
/// next one opens.
fn lost_end(text: &str, inner: usize, next: usize) -> usize {
    let between = text.get(inner..next).unwrap_or("");
    let marks = [",' ", ",’ ", ".' ", ".’ ", "?' ", "!' "];
    let ends = marks.iter().filter_map(|mark| between.rfind(mark).map(|at| at + mark.trim_end().len()));
    let stops = [". ", "? ", "! "].iter().filter_map(|mark| between.rfind(mark).map(|at| at + 1));
    inner + ends.max().or_else(|| stops.max()).unwrap_or(between.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = quotes(text);
        let words: Vec<&str> = found.iter().map(|quote| &text[quote.inner.clone()]).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn marks_of_every_kind_open_and_close() {
        check("“A b,” he said. “C.”", &["A b,", "C."]);
        check("\"A b,\" he said. \"C.\"", &["A b,", "C."]);
        check("«A b», он сказал", &["A b"]);
        check("„A b“, sagte er", &["A b"]);
        check("He calls it 'a good day', and isn't wrong.", &["a good day"]);
        check("the two countries' ties and Russia's aims", &[]);
    }

    #[test]
    fn an_inner_quotation_is_part_of_the_outer() {
        check("“He told me ‘no’ twice,” she said.", &["He told me ‘no’ twice,"]);
        check("\"He told me 'no' twice,\" she said.", &["He told me 'no' twice,"]);
    }

    #[test]
    fn an_unclosed_quotation_ends_where_it_must() {
        check(
            "\"I do not think he will say 'OK, because you want it,' he said \"No, that would be wrong.",
            &["I do not think he will say 'OK, because you want it,'", "No, that would be wrong."],
        );
        check("“It goes on in the next paragraph.", &["It goes on in the next paragraph."]);
    }

    #[test]
    fn a_lone_inch_mark_opens_nothing() {
        check("a 12\" record", &[]);
    }
}
