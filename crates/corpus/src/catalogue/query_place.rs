//! From the bytes of an issue's query to those of the catalogue.

use std::sync::Arc;

use super::Source;
use super::schema::Text;
use crate::problem::{Place, Problem};

/// Where a query stands in the catalogue's text.
#[derive(Clone, Debug)]
pub struct QueryPlace {
    pub(super) source: Arc<Source>,
    pub(super) query: Text,
}

impl QueryPlace {
    /// The place of the bytes `start..end` of the query; linear in its length.
    pub fn place(&self, start: usize, end: usize) -> Place {
        let offsets = offsets(&self.source.text, &self.query);
        let offset = |at: usize| {
            let at = at.min(offsets.len().saturating_sub(1));
            offsets.get(at).copied().unwrap_or(0) as usize
        };
        self.source.place(offset(start), offset(end))
    }

    /// A problem with the bytes `start..end` of the query.
    pub fn problem(&self, start: usize, end: usize, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { place: self.place(start, end), message: message.into(), remedy: remedy.into() }
    }
}

/// For each byte of a string's value, and for its end, where it stands in the
/// file. The four kinds of TOML strings differ in marks, escapes and the line
/// break that may follow the opening mark.
fn offsets(text: &str, string: &Text) -> Vec<u32> {
    let raw = text.get(string.at.clone()).unwrap_or("");
    let multi = raw.starts_with("'''") || raw.starts_with("\"\"\"");
    let mut at = if multi { 3 } else { 1 };
    if multi {
        let rest = raw.get(at..).unwrap_or("");
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let escapes = raw.starts_with('"');
    let mut offsets = Vec::with_capacity(string.value.len() + 1);
    let push =
        |offsets: &mut Vec<u32>, at: usize| offsets.push(u32::try_from(string.at.start + at).unwrap_or(u32::MAX));
    for c in string.value.chars() {
        let mut rest = raw.get(at..).unwrap_or("");
        // A backslash at a line's end joins lines: nothing of it is in the value.
        while let Some(joined) = rest
            .strip_prefix('\\')
            .filter(|joined| escapes && joined.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']))
        {
            rest = joined.trim_start();
            at = raw.len() - rest.len();
        }
        for _ in 0..c.len_utf8() {
            push(&mut offsets, at);
        }
        at += match rest.strip_prefix('\\').filter(|_| escapes) {
            Some(escaped) => match escaped.chars().next() {
                Some('u') => 6,
                Some('U') => 10,
                Some('x') => 4,
                _ => 2,
            },
            None if rest.starts_with("\r\n") && c == '\n' => 2,
            None => c.len_utf8(),
        };
    }
    push(&mut offsets, at);
    offsets
}

#[cfg(all(test, feature = "catalogue"))]
mod tests {
    use crate::catalogue::read;
    use crate::model::IssueId;

    fn check(literal: &str, word: &str) {
        let text = format!("[[issue]]\nid='a'\nname='A'\nquery = {literal}\n");
        let read = read("catalog.toml", &text).unwrap();
        let query = &read.tables.issues[0].query.value;
        let at = query.find(word).unwrap();
        let place = read.map().query(&IssueId::from("a")).unwrap().place(at, at + word.len());
        let shown: String = place.text.chars().skip(place.column as usize - 1).take(place.width as usize).collect();
        assert_eq!(shown, word, "{literal}");
    }

    #[test]
    fn a_place_in_a_query_is_a_place_in_the_file() {
        check("'a AND wrong'", "wrong");
        check("\"a \\\"b c\\\" \\u00e9 wrong\"", "wrong");
        check("'''\na\nwrong'''", "wrong");
        check("'''\r\na\r\nwrong'''", "wrong");
        check("\"\"\"\na \\\n   b\n wrong\"\"\"", "wrong");
    }
}
