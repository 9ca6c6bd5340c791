//! A catalogue in pieces that are read one after the other: the tree of a parser
//! is some fifty times as long as its text, so no more than a piece has one.
//!
//! Invariant: pieces end where an entry ends, so all of them together say what
//! the whole says; an entry that is too large for a tree is refused.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use crate::limits::most_entries;
use crate::problem::{Place, Problem};

/// Bytes that a piece has at least, unless the catalogue ends.
const PIECE: usize = 16 << 10;
/// Marks, words and blanks of one entry: some 4,000 values with their keys.
const LARGEST_ENTRY: usize = 25_000;

/// Where the pieces of a catalogue stand, in bytes; together they are the whole.
///
/// # Errors
/// An entry, or the number of entries, is larger than any that serves.
pub(super) fn pieces(file: &str, text: &str) -> Result<Vec<Range<usize>>, Problem> {
    let (mut pieces, mut from) = (Vec::new(), 0);
    let (mut entries, mut entry, mut tokens) = (0, 0, 0);
    let mut headers = Headers::default();
    for token in Source::new(text).lex() {
        tokens += 1;
        if let Some(start) = headers.after(token) {
            if start - from >= PIECE {
                pieces.push(from..start);
                from = start;
            }
            (entries, entry, tokens) = (entries + 1, start, 0);
        }
        if tokens > LARGEST_ENTRY {
            let line = text.get(entry..).and_then(|rest| rest.lines().next()).unwrap_or("");
            return Err(Problem {
                place: Place::in_text(file, text, entry, entry + line.len()),
                message: "This part of the catalogue is too long to be read: it has more than 4,000 values.".to_owned(),
                remedy: "Close its brackets if one is open; else part it into several entries, or leave out what is not needed.".to_owned(),
            });
        }
    }
    if entries > most_entries(text.len()) {
        return Err(Problem {
            place: Place::whole_file(file),
            message: format!("The catalogue has {entries} entries of a few words each, more than can be read."),
            remedy: "Leave out entries that say nothing about their files, or part the folder into several.".to_owned(),
        });
    }
    pieces.push(from..text.len());
    Ok(pieces)
}

/// Finds where entries begin: at `[[article]]`, but not at `[article.outlet]`,
/// which goes on with one.
#[derive(Default)]
struct Headers {
    /// Behind `=`: brackets belong to a value, and so many of them are open.
    value: Option<u32>,
    /// The header that is being read: where it begins, and whether it names
    /// something within an entry.
    open: Option<(usize, bool)>,
    /// Whether something stands before on this line.
    begun: bool,
}

impl Headers {
    /// Takes the next token; where it ends the header of an entry, where that begins.
    fn after(&mut self, token: Token) -> Option<usize> {
        use TokenKind::{
            Dot, Equals, LeftCurlyBracket, LeftSquareBracket, Newline, RightCurlyBracket, RightSquareBracket,
            Whitespace,
        };
        let kind = token.kind();
        match (kind, self.value) {
            (LeftSquareBracket | LeftCurlyBracket, Some(open)) => self.value = Some(open + 1),
            (RightSquareBracket | RightCurlyBracket, Some(open)) => self.value = Some(open.saturating_sub(1)),
            (Newline, Some(0)) => self.value = None,
            (Equals, None) => self.value = Some(0),
            (LeftSquareBracket, None) if !self.begun => self.open = Some((token.span().start(), false)),
            (Dot, None) => self.open = self.open.map(|(start, _)| (start, true)),
            _ => {}
        }
        if kind != Whitespace {
            self.begun = kind != Newline;
        }
        let ends = kind == RightSquareBracket && self.value.is_none();
        let (start, within) = self.open.take_if(|_| ends || kind == Newline)?;
        (ends && !within).then_some(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries that headers begin.
    fn entries(text: &str) -> Vec<&str> {
        let mut headers = Headers::default();
        let starts: Vec<usize> = Source::new(text).lex().filter_map(|token| headers.after(token)).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
    }

    #[test]
    fn an_entry_begins_at_its_header_and_ends_before_the_next() {
        assert_eq!(entries("title = 'x'\n[[a]]\nb = 1\n  [c]\nd = 2\n"), ["[[a]]\nb = 1\n  ", "[c]\nd = 2\n"]);
        assert_eq!(entries("[[a]] # [[b]]\nc = 1"), ["[[a]] # [[b]]\nc = 1"]);
        assert_eq!(entries("[ [ a ] ]\n[[\"b.c\"]]\n"), ["[ [ a ] ]\n", "[[\"b.c\"]]\n"]);
        assert_eq!(entries("\u{feff}[a]\r\n[b]"), ["[a]\r\n", "[b]"]);
    }

    #[test]
    fn what_only_looks_like_a_header_begins_no_entry() {
        for text in [
            "a = [\n[1],\n[2]\n]\n",
            "a = '''\n[[b]]\n'''\n",
            "a = \"\"\"\n[b]\n\"\"\"\n",
            "# [a]\n",
            "a = { b = [\n[1] ] }\n",
            "[a.b]\n[[a.b.c]]\n",
            "[a\n",
            "a = 1 [b]\n",
        ] {
            assert_eq!(entries(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn pieces_are_the_whole_and_end_where_an_entry_does() {
        let text = "title = 'x'\n".to_owned() + &"[[side]]\nid = 'a'\nname = 'a word or two'\n".repeat(2000);
        let found = pieces("c", &text).unwrap();
        assert!(found.len() > 3 && found.iter().all(|piece| piece.len() < 2 * PIECE));
        let whole: String = found.iter().map(|piece| &text[piece.clone()]).collect();
        assert_eq!(whole, text);
        assert!(found.iter().skip(1).all(|piece| text[piece.start..].starts_with("[[side]]")));
    }

    #[test]
    fn an_entry_with_too_many_values_is_refused_with_its_place() {
        let text = "title = 'x'\n[[article]]\nspeakers = [".to_owned() + &"{ line = 1 }, ".repeat(4000) + "]\n";
        let problem = pieces("c", &text).unwrap_err();
        assert_eq!((problem.place.line, problem.place.width), (2, 11));
        assert!(problem.remedy.starts_with("Close its brackets"));
    }

    #[test]
    fn a_catalogue_of_entries_of_few_words_is_refused() {
        let problem = pieces("c", &"[[side]]\n".repeat(6_000)).unwrap_err();
        assert!(problem.message.starts_with("The catalogue has 6000 entries"), "{problem}");
        assert!(pieces("c", &"[[side]]\n".repeat(5_000)).is_ok());
    }
}
