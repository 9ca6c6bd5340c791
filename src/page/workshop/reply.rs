//! What the workshop's core answers, as far as the page shows it.
//!
//! Invariant: a field that an answer leaves out is empty here, and one that
//! this page does not know is passed over, so that page and core can differ by
//! a field.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::wording::count;

/// A row of one of the catalogue's tables, by its keys.
pub type Row = Map<String, Value>;

/// A fact, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Fact {
    pub value: String,
    /// What it is called, where `value` is an id.
    pub name: Option<String>,
    /// `stated` or `inferred`.
    pub basis: String,
    pub evidence: Vec<Quote>,
    pub reason: String,
}

impl Fact {
    /// What is shown of it: the name, where the value is an id.
    pub fn shown(&self) -> Option<String> {
        Some(self.name.as_ref().unwrap_or(&self.value)).filter(|shown| !shown.is_empty()).cloned()
    }
}

/// Words of a file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Quote {
    pub quote: String,
    pub line: u32,
}

/// What is wrong, where, and what to do.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Problem {
    pub file: String,
    pub line: u32,
    pub text: String,
    pub message: String,
    pub remedy: String,
    /// The remedy in words of the page, where that tells of the catalogue.
    pub in_a_page: Option<String>,
    /// `error` or `warning`.
    pub level: String,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Report {
    pub file: String,
    pub received_as: String,
    pub taken: bool,
    pub sentence: Option<String>,
    pub remedy: Option<String>,
    pub same_as: Option<String>,
    pub outlet: Option<Fact>,
    pub headline: Option<Fact>,
    pub date: Option<Fact>,
    pub passages: u32,
    pub removed: Number,
    pub repairs: Number,
    pub damage: Number,
    pub encoding: Option<String>,
    /// Whether it is a catalogue and no article.
    pub catalogue: bool,
    /// How much of it the checks refuse.
    pub problems: Number,
    /// What was left out of what came along with it.
    pub left_out: Option<LeftOut>,
}

impl Report {
    /// How many notes its article shows, in words; nothing where there is none.
    pub fn to_look_at(&self) -> Option<String> {
        let number = self.damage.0 + self.problems.0;
        (number > 0).then(|| format!("{} to look at", count(number, "thing", "things")))
    }
}

/// How many files are no articles for where they lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct LeftOut {
    /// Those that browsers save along with pages.
    pub pages: usize,
    /// Those that systems add to folders.
    pub systems: usize,
}

/// An answer to files that are to come: the places of those that need not be
/// read, and the line of the report about them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SortedOut {
    pub places: Vec<usize>,
    pub report: Option<Report>,
}

/// How many there are, told as a number or by a list of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Number(pub usize);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        let listed = value.as_array().map(Vec::len);
        Ok(Self(listed.or_else(|| value.as_u64().map(|number| number as usize)).unwrap_or(0)))
    }
}

/// The whole collection as it stands.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct State {
    pub title: String,
    pub description: String,
    pub reports: Vec<Report>,
    pub outlets: Vec<Row>,
    pub people: Vec<Row>,
    pub sides: Vec<Row>,
    pub meetings: Vec<Row>,
    pub events: Vec<Row>,
    pub issues: Vec<Row>,
    pub catalogue: String,
    pub problems: Vec<Problem>,
    /// What would be undone, and made again, in a few words.
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub revision: u64,
}

impl State {
    /// Whether an article is in the collection: it came in a file of its own, or
    /// in one with others, after whose name it is then called.
    pub fn has(&self, article: &str) -> bool {
        self.reports.iter().any(|report| {
            article.strip_prefix(&report.file).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
        })
    }
}

/// An answer to a file that was handed over.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Received {
    pub report: Option<Report>,
    pub reports: Vec<Report>,
}

/// An answer that only says how it went.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    pub name: String,
    /// Of a collection that was packed its title, and beside another the ids of
    /// its articles.
    pub title: String,
    pub own: Vec<String>,
}

/// Whether something was done, and if not, why.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Outcome {
    pub ok: bool,
    pub cancelled: bool,
    pub sentence: Option<String>,
    pub problems: Vec<Problem>,
}

/// A line of an article's file, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Part {
    pub line: u32,
    /// The line on which its block begins, which corrections name.
    pub first: u32,
    pub text: String,
    /// `blank`, `kept` or `removed`.
    pub fate: String,
    pub kind: Option<String>,
    pub passage: Option<u32>,
    pub reason: Option<String>,
    pub repairs: Vec<Repair>,
}

/// A repair of damaged words, made or proposed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Repair {
    pub line: u32,
    pub was: String,
    pub now: String,
    pub why: String,
    pub taken: bool,
    /// Whether the catalogue says that the words stay as received.
    pub refused: bool,
    /// Whether the catalogue says it, and not the rules.
    pub said: bool,
}

/// A statement and its speaker.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Voice {
    pub passage: u32,
    pub speaker: String,
    pub person: Option<String>,
    pub kind: String,
    pub text: String,
    pub line: u32,
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Facts {
    pub headline: Option<Fact>,
    pub byline: Option<Fact>,
    pub outlet: Option<Fact>,
    pub published: Option<Fact>,
    /// When it was changed after it appeared, where its page says so.
    pub updated: Option<Fact>,
    pub place: Option<Fact>,
}

/// One article, to be checked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Article {
    pub file: String,
    pub facts: Facts,
    /// How its page or archive calls its outlet.
    pub called: Option<Fact>,
    pub meetings: Vec<Fact>,
    pub mentions: Vec<Fact>,
    pub parts: Vec<Part>,
    pub repairs: Vec<Repair>,
    pub voices: Vec<Voice>,
    pub problems: Vec<Problem>,
    pub warnings: Vec<Problem>,
    /// Its entry in the catalogue.
    pub said: Option<Entry>,
}

/// What the catalogue says of an article, as far as it is shown as such.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub speakers: Vec<Declared>,
}

/// Somebody who is declared to speak, or nobody.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Declared {
    pub line: u32,
    pub person: String,
    pub words: String,
}

/// An answer with an article.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Viewed {
    pub article: Article,
}

/// What the texts suggest for the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Proposals {
    pub outlets: Vec<Row>,
    pub people: Vec<Row>,
    pub meetings: Vec<Row>,
    pub issues: Vec<Row>,
}

/// What a search would take as an issue.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Preview {
    pub total: usize,
    pub articles: usize,
    pub hits: Vec<Hit>,
    pub near: Vec<Hit>,
    pub diagnostics: Vec<Diagnostic>,
}

/// A passage that is taken or just missed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Hit {
    pub headline: String,
    pub passage: u32,
    pub text: String,
    /// In units of UTF-16.
    pub marks: Vec<(usize, usize)>,
}

/// What is wrong with a search.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Diagnostic {
    pub message: String,
    pub remedy: String,
}

/// The ids of rows.
pub fn ids(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| words(row, "id")).collect()
}

/// The ids of rows, each with the name that is shown for it.
pub fn named(rows: &[Row]) -> Vec<(String, String)> {
    rows.iter().map(|row| (words(row, "id"), words(row, "name"))).collect()
}

/// A key of a row as words: a list with commas between.
pub fn words(row: &Row, key: &str) -> String {
    match row.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(all)) => {
            let all: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            all.join(", ")
        }
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_with_other_fields_than_these_is_read_as_far_as_it_is_known() {
        let state: State = serde_json::from_str(
            r#"{"ok":true,"title":"T","reports":[{"file":"a.txt","taken":true,"removed":[1,2],"repairs":3,"unknown":{}}],"undo":"a","redo":null}"#,
        )
        .unwrap();
        assert_eq!((state.title.as_str(), state.undo.as_deref(), state.redo), ("T", Some("a"), None));
        assert_eq!((state.reports[0].removed, state.reports[0].repairs), (Number(2), Number(3)));
        assert_eq!(state.reports[0].headline, None);
    }

    #[test]
    fn an_article_of_a_file_with_several_is_in_the_collection_with_that_file() {
        let report = |file: &str| Report { file: file.to_owned(), ..Report::default() };
        let state = State { reports: vec![report("a.txt"), report("talks.html")], ..State::default() };
        assert!(state.has("a.txt") && state.has("talks.html#2") && !state.has("a.txt.txt") && !state.has("b.txt"));
    }

    #[test]
    fn a_list_of_a_row_is_shown_with_commas() {
        let row: Row = serde_json::from_str(r#"{"words":["US","Washington"],"uses":3,"name":"American"}"#).unwrap();
        assert_eq!(
            ["words", "uses", "name", "side"].map(|key| words(&row, key)),
            ["US, Washington", "3", "American", ""]
        );
    }
}
