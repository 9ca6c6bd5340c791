//! TOML to tables, its errors to problems with remedies.

use std::sync::Arc;

use super::declared::Declared;
use super::schema::{Catalogue, Text};
use super::{CatalogueMap, QueryPlace, Read};
use crate::problem::{Place, PlaceIndex, Problem};

pub(super) fn read(file: &str, text: &str) -> Result<Read, Problem> {
    let tables: Catalogue = toml::from_str(text).map_err(|error| problem(file, text, &error))?;
    let shared: Arc<str> = Arc::from(text);
    let index = Arc::new(PlaceIndex::new(text));
    let place = |query: &Text| QueryPlace {
        file: file.to_owned(),
        text: Arc::clone(&shared),
        index: Arc::clone(&index),
        offsets: offsets(text, query),
    };
    let queries = tables.issues.iter().rev().map(|issue| (issue.id.value.clone(), place(&issue.query))).collect();
    // Of several entries about a file the first counts.
    let files = tables.articles.iter().enumerate().rev().map(|(at, entry)| (entry.file.value.clone(), at)).collect();
    let declared = Declared::of(&tables);
    Ok(Read {
        file: file.to_owned(),
        text: Arc::clone(&shared),
        index,
        map: CatalogueMap { queries },
        declared,
        files,
        tables,
    })
}

fn problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let found = text.get(span.clone()).unwrap_or("").trim();
    let message = error.message().trim().to_owned();
    let remedy = if let Some(listed) = message.strip_prefix("unknown field ") {
        unknown_key(found, listed)
    } else if let Some(key) = message.strip_prefix("missing field ") {
        format!("Add the key {key} to this table.")
    } else if message.contains("invalid type") {
        "Write the value in the form that is expected: words in quotation marks, several in [ ], a number bare."
            .to_owned()
    } else {
        "Check the quotation marks, brackets and equals signs up to this place; the format is TOML (https://toml.io)."
            .to_owned()
    };
    let mut message = message.replace("field", "key");
    if let Some(first) = message.get(..1).map(str::to_uppercase) {
        message.replace_range(..1, &first);
    }
    Problem { place: Place::in_text(file, text, span.start, span.end), message: format!("{message}."), remedy }
}

fn unknown_key(found: &str, listed: &str) -> String {
    let known: Vec<&str> = listed.split('`').skip(3).step_by(2).collect();
    match crate::nearest::nearest(found, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`? This table takes {}.", known.join(", ")),
        None => format!("Take it out, or use one of {}.", known.join(", ")),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::IssueId;

    fn check(literal: &str, word: &str) {
        let text = format!("[[issue]]\nid='a'\nname='A'\nquery = {literal}\n");
        let read = read("catalog.toml", &text).unwrap();
        let query = &read.tables.issues[0].query.value;
        let at = query.find(word).unwrap();
        let place = read.map.query(&IssueId::from("a")).unwrap().place(at, at + word.len());
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

    fn complaint(text: &str) -> String {
        read("catalog.toml", text).err().map(|problem| problem.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_misspelt_key_is_named_with_the_one_that_was_meant() {
        let shown = complaint("title = 'x'\n[[issue]]\nid = 'a'\nname = 'A'\nqeury = 'a'\n");
        assert!(shown.starts_with("catalog.toml:5:1: error: Unknown key `qeury`"), "{shown}");
        assert!(shown.contains("Did you mean `query`?"), "{shown}");
    }

    #[test]
    fn broken_toml_is_shown_where_it_breaks() {
        let shown = complaint("title = 'x'\n[[issue]\nid = 'a'\n");
        assert!(shown.starts_with("catalog.toml:2:"), "{shown}");
        assert!(shown.contains("help: "), "{shown}");
    }
}
