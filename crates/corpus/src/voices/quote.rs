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

/// Finds quotations. Curly, low, angular and straight double marks open one,
/// and so do two grave accents; single marks do in a passage without double
/// ones, or where they enclose double ones.
pub fn quotes(text: &str) -> Vec<Quote> {
    let double = scan(text, false);
    if !text.contains(['\'', '‘']) {
        return double;
    }
    let single = scan(text, true);
    let encloses = |outer: &Quote| double.iter().any(|inner| outer.closed && within(&inner.outer, &outer.inner));
    if double.is_empty() || single.iter().any(encloses) { single } else { double }
}

/// Most passages that a quotation runs over.
const MOST_PASSAGES: usize = 30;

/// For each passage that lies within a quotation opened before it, as the one
/// that closes it shows, where its words end. Passages that open their marks
/// again at the head are not among them. Straight marks do not tell.
pub fn within_quotation(passages: &[&str]) -> Vec<Option<usize>> {
    let mut ends = vec![None; passages.len()];
    let mut at = 0;
    while let Some(text) = passages.get(at) {
        at += 1;
        let open = text.rfind('“').is_some_and(|open| !text.get(open..).is_some_and(|rest| rest.contains('”')));
        if !open {
            continue;
        }
        let rest = passages.get(at..).unwrap_or(&[]);
        let marked = rest.iter().take(MOST_PASSAGES).position(|text| text.contains(['“', '”']));
        let Some((run, last)) = marked.and_then(|run| rest.get(run).map(|last| (run, last.trim_end()))) else {
            continue;
        };
        // It is closed there and nothing else is said.
        let closes = last.find('”').is_some_and(|close| close + '”'.len_utf8() == last.len());
        if !closes || last.contains('“') {
            continue;
        }
        for (slot, text) in ends.iter_mut().skip(at).zip(rest).take(run + 1) {
            *slot = Some(text.trim_end().trim_end_matches('”').len());
        }
        at += run + 1;
    }
    ends
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Neither,
}

/// The quotation that is open: its first byte, that of its words, its mark.
type Open = Option<(usize, usize, char)>;

fn scan(text: &str, single: bool) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Open = None;
    let mut past = 0;
    // How many quotations with the same marks are open within the outer one.
    let mut depth = 0;
    let is_mark = |c: &char| {
        matches!(
            c,
            '"' | '\''
                | '`'
                | '“'
                | '”'
                | '„'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '‚'
                | '‘'
                | '’'
                | '「'
                | '」'
                | '『'
                | '』'
                | '＂'
        )
    };
    for (at, c) in text.char_indices().filter(|(_, c)| is_mark(c)) {
        let mut end = at + c.len_utf8();
        if at < past {
            continue;
        }
        let after = |end: usize| text.get(end..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        // ``Two marks'' that stand for one.
        let twice = !single && matches!(c, '`' | '\'') && after(end) == Some(c);
        // Of three marks the first closes what is quoted within.
        if twice && open.is_some() && after(end + c.len_utf8()) == Some(c) {
            continue;
        }
        end += usize::from(twice);
        past = end;
        let next = after(end);
        let role = match (single, twice) {
            (true, _) if before == 's' && open.is_some() && is_plural_owner(text, end) => Role::Neither,
            (true, _) => single_role(c, before, next),
            (false, true) => double_role('"', before, next, open),
            (false, false) => double_role(c, before, next, open),
        };
        let mark = if twice { '"' } else { c };
        match (role, open) {
            (Role::Opens, None) => open = Some((at, end, mark)),
            // `“His claim that “it is late” is wrong,”`: both are closed behind.
            (Role::Opens, Some((_, _, '“'))) if c == '“' && closes_twice(text, end) => depth += 1,
            (Role::Closes, Some((_, _, '“'))) if depth > 0 => depth -= 1,
            // A second opening: the first was never closed.
            (Role::Opens, Some((outer, inner, known))) if known == mark => {
                let lost = lost_end(text, inner, at);
                found.push(Quote { outer: outer..lost, inner: inner..lost, closed: false });
                open = Some((at, end, mark));
            }
            // 『So 「he」 said』: the inner mark closes nothing.
            (Role::Closes, Some((_, _, known))) if matches!((known, c), ('『', '」') | ('「', '』')) => {}
            (Role::Closes, Some((outer, inner, _))) => {
                found.push(Quote { outer: outer..end, inner: inner..at, closed: true });
                open = None;
            }
            _ => {}
        }
    }
    // A lone single mark is an apostrophe.
    if let Some((outer, inner, _)) = open.filter(|_| !single) {
        found.push(Quote { outer: outer..text.len(), inner: inner..text.len(), closed: false });
    }
    found.retain(|quote| quote.inner.start < quote.inner.end);
    found
}

/// Whether behind `end` two curly marks close before another one opens.
fn closes_twice(text: &str, end: usize) -> bool {
    let rest = text.get(end..text.floor_char_boundary(end + MOST_NESTED)).unwrap_or("");
    let mut marks = rest.matches(['“', '”']);
    marks.next() == Some("”") && marks.next() == Some("”")
}

/// How far the ends of a quotation within another are looked for, in bytes.
const MOST_NESTED: usize = 1200;

/// Whether nothing is said right after the mark.
fn gap(next: Option<char>) -> bool {
    next.is_none_or(|next| {
        next.is_whitespace() || matches!(next, ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']' | '—' | '–')
    })
}

fn double_role(c: char, before: char, next: Option<char>, open: Open) -> Role {
    let blank_before = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
    match c {
        '“' if open.is_some_and(|(_, _, mark)| mark == '„') => Role::Closes,
        // A mark of the wrong hand, as careless typesetting leaves it.
        '“' if open.is_some() && !blank_before && gap(next) => Role::Closes,
        '”' if open.is_none() && blank_before && next.is_some_and(char::is_alphanumeric) => Role::Opens,
        // »So« they are set in German and Danish, and ›so‹, and ‚so‘.
        '«' | '‹' if open.is_some_and(|(_, _, mark)| matches!(mark, '»' | '›')) => Role::Closes,
        '»' | '›' if open.is_none() && blank_before && next.is_some_and(char::is_alphanumeric) => Role::Opens,
        '‘' | '’' if open.is_some_and(|(_, _, mark)| mark == '‚') && gap(next) => Role::Closes,
        '‚' if blank_before && next.is_some_and(char::is_alphanumeric) => Role::Opens,
        '“' | '„' | '«' | '‹' | '「' | '『' => Role::Opens,
        '”' | '»' | '›' | '」' | '』' => Role::Closes,
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
    let word_next = next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '"' | '“' | '[' | '…'));
    match c {
        '‘' | '\'' if gap_before && word_next => Role::Opens,
        '’' | '\'' if gap(next) && !before.is_whitespace() => Role::Closes,
        _ => Role::Neither,
    }
}

/// How far a single closing mark is looked for behind a plural's, in bytes.
const MOST_LOOKED_AT: usize = 400;

/// Whether the mark that ends at `end`, behind an s, belongs to an owner, as in
/// `'The workers' council met,' he said`: words go on, and the quotation is
/// closed behind a comma or a full stop later.
fn is_plural_owner(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("");
    if !rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase)) {
        return false;
    }
    let mut last = ' ';
    for (at, c) in rest.char_indices().take_while(|(at, _)| *at < MOST_LOOKED_AT) {
        if matches!(c, '\'' | '’' | '‘') {
            if matches!(last, ',' | '.' | '?' | '!' | '…') {
                return true;
            }
            // The next quotation opens: the mark closed the one before.
            if last == ' ' && rest.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            {
                return false;
            }
        }
        last = c;
    }
    false
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
        check("``A b,'' he said. ``It's c.''", &["A b,", "It's c."]);
        check("He calls it 'a good day', and isn't wrong.", &["a good day"]);
        check("the two countries' ties and Russia's aims", &[]);
        check("”A b c.“", &["A b c."]);
        check("»A b«, he said. »C.«", &["A b", "C."]);
        check("「A b」, he said. 『C 「d」 e.』", &["A b", "C 「d」 e."]);
        check("''A 'b,''' he said.", &["A 'b,'"]);
        check("›A b‹, he said, and ‹c d›.", &["A b", "c d"]);
        check("‚A b‘, he said. ‚C d.‘", &["A b", "C d."]);
        check(
            "'The workers' council met twice,' he said. 'So we left.'",
            &["The workers' council met twice,", "So we left."],
        );
        check("He praised 'the owners' and left. 'Good,' she said.", &["the owners", "Good,"]);
    }

    #[test]
    fn an_inner_quotation_is_part_of_the_outer() {
        check("“He told me ‘no’ twice,” she said.", &["He told me ‘no’ twice,"]);
        check("\"He told me 'no' twice,\" she said.", &["He told me 'no' twice,"]);
        check("'We met,' he said. 'He calls me \"my friend\".'", &["We met,", "He calls me \"my friend\"."]);
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
    fn a_quotation_runs_over_passages_that_do_not_open_it_again() {
        for (passages, expected) in [
            (["He wrote:", "“A b.", "C d.", "E f.”", "End."], [None, None, Some(4), Some(4), None]),
            (["He wrote:", "“A b.", "“C d.", "“E f.”", "End."], [None; 5]),
            (["He wrote:", "“A b.", "C d.", "E f.” So be it.", "End."], [None; 5]),
        ] {
            assert_eq!(within_quotation(&passages), expected);
        }
    }

    #[test]
    fn a_lone_inch_mark_opens_nothing() {
        check("a 12\" record", &[]);
    }
}
