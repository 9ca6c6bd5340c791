//! MLA, APA and Chicago: the entry of a list of works, and the short form for
//! the text or the notes. Each style has a file; here is what they share: how
//! names are listed and how quotation marks, brackets and stops are set.
//!
//! Words that somebody says in the article are a source within the source, and
//! each style has a form for them.

mod apa;
mod chicago;
mod mla;

use super::name::Name;
use super::{Phrase, Reference, without_stop};
use apa::{apa, apa_in_text};
use chicago::{chicago, chicago_later_note, chicago_note, chicago_quoted};
use mla::{mla, mla_in_text};

/// A style of citing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Modern Language Association, 9th edition.
    Mla,
    /// American Psychological Association, 7th edition.
    Apa,
    /// Chicago, 17th edition, notes and bibliography.
    Chicago,
}

impl Style {
    /// All of them.
    pub const ALL: [Style; 3] = [Style::Mla, Style::Apa, Style::Chicago];

    /// The style with its edition, such as `MLA 9`.
    pub fn name(self) -> &'static str {
        match self {
            Style::Mla => "MLA 9",
            Style::Apa => "APA 7",
            Style::Chicago => "Chicago 17",
        }
    }

    /// What a paper in this style needs: for each its name, such as `Works
    /// cited`, and its words. The first is the entry of the list, which names
    /// the article; the others name the passage too, if there is one. The last
    /// is for words that the article quotes somebody with, where it does.
    pub fn cite(self, reference: &Reference<'_>) -> Vec<(&'static str, Phrase)> {
        let mut forms = self.forms(reference);
        if reference.quotes_somebody() {
            forms.push(match self {
                Style::Mla => ("In the text, for words quoted there", mla_in_text(reference, "qtd. in ")),
                Style::Apa => ("In the text, for words quoted there", apa_in_text(reference, "as cited in ")),
                Style::Chicago => ("Note, for words quoted there", chicago_quoted(reference)),
            });
        }
        forms
    }

    fn forms(self, reference: &Reference<'_>) -> Vec<(&'static str, Phrase)> {
        match self {
            Style::Mla => vec![("Works cited", mla(reference)), ("In the text", mla_in_text(reference, ""))],
            Style::Apa => vec![("Reference list", apa(reference)), ("In the text", apa_in_text(reference, ""))],
            Style::Chicago => vec![
                ("Bibliography", chicago(reference)),
                ("First note", chicago_note(reference)),
                ("Later notes", chicago_later_note(reference)),
            ],
        }
    }
}

/// The outlet's name, in brackets when it was inferred. What tells it from
/// others of its name, in parentheses, is not in italics.
fn outlet(reference: &Reference<'_>, italic: bool) -> Phrase {
    let name = reference.outlet.map_or("", |outlet| outlet.name.as_str());
    bracketed(name, italic, reference.outlet_is_inferred())
}

fn bracketed(name: &str, italic: bool, inferred: bool) -> Phrase {
    let mut out = Phrase::default();
    if name.is_empty() {
        return out;
    }
    let (name, rest) = name.split_at(name.find(" (").unwrap_or(name.len()));
    let (open, close) = if inferred { ("[", "]") } else { ("", "") };
    out.add(open).run(name, italic).add(rest).add(close);
    out
}

/// `Mulvey, Stephen`; the first name alone is turned round. More than `most`
/// authors become the first “et al.”.
fn listed_authors(names: &[Name<'_>], most: usize) -> String {
    let Some((first, rest)) = names.split_first() else { return String::new() };
    if rest.is_empty() {
        return first.inverted();
    }
    if names.len() > most {
        return [&first.inverted(), ", et al."].concat();
    }
    let mut all = vec![first.inverted()];
    all.extend(rest.iter().map(Name::straight));
    // The comma of a name that is turned round stands before “and” too.
    match all.as_slice() {
        [first, second] => [first, ", and ", second].concat(),
        all => joined(all),
    }
}

/// `A`, `A and B`, `A, B, and C`.
fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => [first, " and ", second].concat(),
        [rest @ .., last] => [&rest.join(", "), ", and ", last].concat(),
    }
}

/// The family names for the text: two of them, or the first “et al.”.
fn families(names: &[Name<'_>], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.family.to_owned(),
        [first, second] => [first.family, and, second.family].concat(),
        [first, ..] => [first.family, " et al."].concat(),
    }
}

/// `(who year, par. 5)`; `who` brings its comma where one is due.
fn parenthesis(who: String, year: Option<String>, passage: Option<u32>, paragraph: &str) -> Phrase {
    let mut text = ["(", &who].concat();
    if let Some(year) = year {
        text.push(' ');
        text.push_str(&year);
    }
    if let Some(passage) = passage {
        if !text.ends_with([',', '”']) {
            text.push(',');
        }
        text.push_str(&[" ", paragraph, " ", &passage.to_string()].concat());
    }
    text.push(')');
    let mut out = Phrase::default();
    out.add(&text);
    out
}

/// In quotation marks, with a full stop or a comma inside them and inside those
/// that the words end with (Chicago, 17th edition, 6.9). Marks in the words become
/// single ones. A full stop of the words gives way to the comma; after a question
/// mark or an exclamation mark, which are the title's own, the comma stays
/// (Chicago 6.125) and the full stop does not.
fn quoted(words: &str, end: &str) -> String {
    let words = curled(words).replace('“', "‘").replace('”', "’");
    let (inner, marks) = words.split_at(words.len() - closing_marks(&words));
    let (inner, marks, end) = match end {
        "." if inner.ends_with(['?', '!', '.']) => (inner, marks, ""),
        "," if inner.ends_with(['?', '!']) => return ["“", &words, ",”"].concat(),
        "," if !marks.is_empty() => (without_stop(inner), marks, ","),
        _ => (inner, marks, end),
    };
    ["“", inner, end, marks, "”"].concat()
}

/// How many bytes at the end of the words are marks that close a quotation in
/// them: not the apostrophe of `the workers’`.
fn closing_marks(words: &str) -> usize {
    let Some(before) = words.strip_suffix('’') else { return 0 };
    let Some((_, quotation)) = before.rsplit_once('‘') else { return 0 };
    // Within the quotation there may be apostrophes, with letters behind them.
    let is_open = quotation.split('’').skip(1).all(|rest| rest.starts_with(char::is_alphanumeric));
    if is_open { '’'.len_utf8() } else { 0 }
}

/// With quotation marks and apostrophes curled.
fn curled(words: &str) -> String {
    let mut before = ' ';
    let curl = |c: char| {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '-' | '“');
        before = c;
        match (c, opens) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => c,
        }
    };
    words.chars().map(curl).collect()
}

/// Adds a sentence, with a full stop unless it has one.
fn sentence(out: &mut Phrase, words: &str) {
    if !words.is_empty() {
        separate(out, " ").add(words);
        stop(out, ".");
    }
}

fn stop(out: &mut Phrase, mark: &str) {
    let last = out.runs.last().map_or("", |(text, _)| text);
    let ended = last.trim_end_matches(['’', '”']).ends_with(['.', '?', '!']);
    if !ended {
        out.add(mark);
    }
}

/// Puts something between what is there and what comes, if anything is there.
fn separate<'p>(out: &'p mut Phrase, between: &str) -> &'p mut Phrase {
    let between = if out.runs.is_empty() { "" } else { between };
    out.add(between)
}

impl Phrase {
    fn append(&mut self, other: Phrase) -> &mut Self {
        for (text, italic) in other.runs {
            self.run(&text, italic);
        }
        self
    }
}
