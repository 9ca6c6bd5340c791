//! TOML to tables, its errors to problems with remedies.

use std::sync::Arc;

use super::declared::Declared;
use super::pieces::pieces;
use super::schema::{Catalogue, Shift};
use super::{Read, Source};
use crate::problem::{Place, PlaceIndex, Problem};

pub(super) fn read(file: &str, text: &str) -> Result<Read, Problem> {
    let mut tables = Catalogue::default();
    for piece in pieces(file, text)? {
        let words = text.get(piece.clone()).unwrap_or("");
        let mut part: Catalogue = toml::from_str(words).map_err(|error| problem(file, text, &error, piece.start))?;
        part.shift(piece.start);
        tables.append(part);
    }
    let queries = tables.issues.iter().rev().map(|issue| (issue.id.value.clone(), issue.query.clone())).collect();
    let source = Source { file: file.to_owned(), text: text.to_owned(), index: PlaceIndex::new(text), queries };
    // Of several entries about a file the first counts.
    let files = tables.articles.iter().enumerate().rev().map(|(at, entry)| (entry.file.value.clone(), at)).collect();
    Ok(Read { source: Arc::new(source), declared: Declared::of(&tables), files, tables })
}

/// The problem that an error is, of the piece that begins at `from`.
fn problem(file: &str, text: &str, error: &toml::de::Error, from: usize) -> Problem {
    let span = error.span().map_or(0..0, |span| from + span.start..from + span.end);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::IssueId;

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
    fn pieces_say_what_the_whole_says() {
        let entries = "[[side]]\nid = 's'\nname = 'Ü'\n[[person]]\nid = 'p'\nname = 'A B'\nside = 's'\n[[person.roles]]\ntitle = 'T'\nfrom = '2001-01-01'\n\
            [[issue]]\nid = 'i'\nname = 'I'\nquery = '''\na\n[[b]]'''\nat_least = 2.0\n[[outlet]]\nid = 'o'\nname = 'O'\nkind = 'k'\n\
            [[article]]\nfile = 'a.txt'\nnotes = [\n'[[article]]',\n]\nlines = [{ line = 2, kind = 'paragraph' }]\n\
            speakers = [{ line = 3, person = 'p', words = 'w', because = 'x' }]\n[article.outlet]\nvalue = 'o'\nbasis = 'inferred'\nbecause = 'x'\n\
            [[meeting]]\nid = 'm'\nname = 'M'\nplace = 'P'\nstart = '2001-10-21'\nparticipants = ['p']\n[[event]]\nname = 'E'\nstart = '2001-10-21'\nsource = 'https://example.org'\n";
        let text = "title = 'T'\ndescription = 'D'\nequivalents = [['a', 'b']]\n".to_owned() + &entries.repeat(100);
        assert!(pieces("c", &text).unwrap().len() > 3);
        let whole: Catalogue = toml::from_str(&text).unwrap();
        assert_eq!(format!("{:?}", read("c", &text).unwrap().tables), format!("{whole:?}"));
    }

    #[test]
    fn what_stands_far_down_keeps_its_place() {
        let entry = "[[side]]\nid = 'a'\nname = 'a word or two'\n";
        let text = entry.repeat(2000) + "[[issue]]\nid = 'last'\nname = 'L'\nquery = 'a AND wrong'\n";
        let whole = read("catalog.toml", &text).unwrap();
        assert_eq!(whole.tables.sides.len(), 2000);
        assert!(whole.tables.sides.iter().all(|side| &text[side.id.at.clone()] == "'a'"));
        let place = whole.map().query(&IssueId::from("last")).unwrap().place(6, 11);
        assert_eq!((place.line, place.column, place.width), (6004, 16, 5));
        let shown = complaint(&(entry.repeat(2000) + "[[side]]\nid = 'b'\nnmae = 'B'\n"));
        assert!(shown.starts_with("catalog.toml:6003:1: error: Unknown key `nmae`"), "{shown}");
    }

    #[test]
    fn broken_toml_is_shown_where_it_breaks() {
        let shown = complaint("title = 'x'\n[[issue]\nid = 'a'\n");
        assert!(shown.starts_with("catalog.toml:2:"), "{shown}");
        assert!(shown.contains("help: "), "{shown}");
    }
}
