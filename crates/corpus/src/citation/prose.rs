//! MLA, APA and Chicago: the entry of a list of works, and the short form for
//! the text or the notes.
//!
//! Sources of the rules: *MLA Handbook*, 9th edition (containers; 5.95 on
//! addresses, page 211 on days of access; paragraph numbers after a comma, `par.`);
//! *Publication Manual of the APA*, 7th edition (8.14 and table 9.1 on what is
//! missing; `para.`); *The Chicago Manual of Style*, 17th edition, notes and
//! bibliography (14.12 days of access, 14.22 locators, 14.199 unsigned articles).
//! Words that somebody says in the article are a source within the source: MLA
//! 6.77 (`qtd. in`), APA 8.6 (`as cited in`), Chicago 14.260 (`quoted in`).

use super::name::Name;
use super::when::{Order, year};
use super::{Phrase, Reference, headline};
use crate::model::OutletKind;

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

// ------------------------------------------------------------------------ MLA

fn mla(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    sentence(&mut out, &listed_authors(&reference.authors(), 2));
    mla_title(&mut out, reference);
    // Each container is a sentence: the paper, who carried it, the collection.
    let mut first = outlet(reference, true);
    if let Some(published) = &reference.article.published {
        separate(&mut first, ", ").add(&Order::Day.published(published));
    }
    let mut containers = vec![first];
    if let Some(carrier) = reference.carrier() {
        containers.push(bracketed(carrier, true, reference.carrier_is_inferred()));
    }
    if reference.url().is_none()
        && let Some(reading) = reference.reading
    {
        containers.push(bracketed(&headline::title_case(reading.collection), true, false));
    }
    if let (Some(address), Some(last)) = (reference.address(), containers.last_mut()) {
        let bare = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http")).map(|(_, rest)| rest);
        separate(last, ", ").add(bare.unwrap_or(address));
    }
    for container in containers.into_iter().filter(|container| !container.runs.is_empty()) {
        separate(&mut out, " ").append(container).add(".");
    }
    if let Some(day) = reference.day() {
        separate(&mut out, " ").add("Accessed ").add(&Order::Day.day(day)).add(".");
    }
    out
}

/// A source without a headline is described, in neither quotation marks nor
/// italics.
fn mla_title(out: &mut Phrase, reference: &Reference<'_>) {
    let title = reference.headline();
    if reference.headline_is_supplied() {
        sentence(out, title);
    } else {
        separate(out, " ").add(&quoted(&headline::title_case(title), "."));
    }
}

/// `(Weir, par. 3)`; with a lead `(qtd. in Weir, par. 3)`, and then the sentence
/// before it names who says it.
fn mla_in_text(reference: &Reference<'_>, lead: &str) -> Phrase {
    let names = reference.authors();
    let short = headline::short(reference.headline());
    let who = match names.as_slice() {
        [] if reference.headline_is_supplied() => short.to_owned(),
        [] => quoted(&headline::title_case(short), if reference.passage.is_some() { "," } else { "" }),
        names => families(names, " and "),
    };
    parenthesis([lead, &who].concat(), None, reference.passage, "par.")
}

// ------------------------------------------------------------------------ APA

fn apa(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names: Vec<String> = reference.authors().iter().map(Name::with_initials).collect();
    let names = match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        // More than twenty: the first nineteen and the last.
        [.., last] if names.len() > 20 => {
            let nineteen = names.iter().map(String::as_str).take(19).collect::<Vec<_>>().join(", ");
            [&nineteen, ", . . . ", last].concat()
        }
        [rest @ .., last] => [&rest.join(", "), ", & ", last].concat(),
    };
    let date = reference.article.published.as_ref().map(|published| Order::Year.published(published));
    let date = ["(", date.as_deref().unwrap_or("n.d."), ")."].concat();
    if names.is_empty() {
        apa_title(&mut out, reference);
        separate(&mut out, " ").add(&date);
    } else {
        sentence(&mut out, &names);
        separate(&mut out, " ").add(&date);
        apa_title(&mut out, reference);
    }
    if reference.outlet.is_some() {
        separate(&mut out, " ").append(outlet(reference, reference.kind() != OutletKind::Website)).add(".");
    }
    if let Some(address) = reference.address() {
        separate(&mut out, " ").add(address);
    }
    out
}

/// In sentence case; in italics where it stands alone on a site and not in a
/// paper; in brackets where it describes what has no title.
fn apa_title(out: &mut Phrase, reference: &Reference<'_>) {
    let title = reference.headline();
    separate(out, " ");
    let italic = reference.kind() == OutletKind::Website;
    let title = match reference.headline_is_supplied() {
        true => ["[", title, "]"].concat(),
        false => headline::sentence_case(title, reference.article),
    };
    out.run(&curled(&title), italic);
    if let Some(carrier) = reference.carrier() {
        out.add(" [Republished by ").add(carrier).add("]");
    }
    stop(out, ".");
}

/// `(Weir, 2013, para. 3)`; with a lead `(as cited in Weir, 2013, para. 3)`, and
/// then the sentence before it names who says it.
fn apa_in_text(reference: &Reference<'_>, lead: &str) -> Phrase {
    let names = reference.authors();
    let title = reference.headline();
    let who = match names.as_slice() {
        [] if reference.headline_is_supplied() => ["[", title, "],"].concat(),
        [] => quoted(&headline::title_case(headline::short(title)), ","),
        names => [&families(names, " & "), ","].concat(),
    };
    let year = reference.article.published.as_ref().map_or_else(|| "n.d.".to_owned(), year);
    parenthesis([lead, &who].concat(), Some(year), reference.passage, "para.")
}

// -------------------------------------------------------------------- Chicago

fn chicago(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names = reference.authors();
    sentence(&mut out, &listed_authors(&names, 10));
    // The paper takes the place of an author who is not named.
    let paper_first = names.is_empty();
    let mut paper = chicago_outlet(reference);
    if paper_first && !paper.runs.is_empty() {
        out.append(std::mem::take(&mut paper)).add(".");
    }
    separate(&mut out, " ").add(&chicago_title(reference, headline::title_case, "."));
    if let Some(published) = &reference.article.published {
        separate(&mut paper, ", ").add(&Order::Month.published(published));
    }
    if !paper.runs.is_empty() {
        separate(&mut out, " ").append(paper).add(".");
    }
    if let Some(carrier) = reference.carrier() {
        let words = ["Republished by ", carrier].concat();
        separate(&mut out, " ").append(bracketed(&words, false, reference.carrier_is_inferred())).add(".");
    }
    if let Some(day) = undated_day(reference) {
        out.add(" Accessed ").add(&day).add(".");
    }
    if let Some(address) = reference.address() {
        separate(&mut out, " ").add(address).add(".");
    }
    out
}

fn chicago_note(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names: Vec<String> = reference.authors().iter().map(Name::straight).collect();
    match names.as_slice() {
        [] => {}
        [first, _, _, _, ..] => drop(out.add(first).add(" et al.")),
        names => drop(out.add(&joined(names))),
    }
    separate(&mut out, ", ").add(&chicago_title(reference, headline::title_case, ","));
    let mut rest = chicago_outlet(reference);
    if let Some(published) = &reference.article.published {
        separate(&mut rest, ", ").add(&Order::Month.published(published));
    }
    if let Some(passage) = reference.passage {
        separate(&mut rest, ", ").add("par. ").add(&passage.to_string());
    }
    if let Some(carrier) = reference.carrier() {
        let words = ["republished by ", carrier].concat();
        separate(&mut rest, ", ").append(bracketed(&words, false, reference.carrier_is_inferred()));
    }
    if let Some(day) = undated_day(reference) {
        separate(&mut rest, ", ").add("accessed ").add(&day);
    }
    if let Some(address) = reference.address() {
        separate(&mut rest, ", ").add(address);
    }
    separate(&mut out, " ").append(rest).add(".");
    out
}

/// The first note behind `quoted in`; the speaker's name goes before it.
fn chicago_quoted(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    out.add("Quoted in ").append(chicago_note(reference));
    out
}

fn chicago_later_note(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    out.add(&match reference.authors().as_slice() {
        [] => String::new(),
        names => families(names, " and "),
    });
    let end = if reference.passage.is_some() { "," } else { "." };
    let short = |title: &str| headline::title_case(headline::short(title));
    separate(&mut out, ", ").add(&chicago_title(reference, short, end));
    if let Some(passage) = reference.passage {
        out.add(" par. ").add(&passage.to_string()).add(".");
    }
    out
}

/// What a source without a headline is about stands in brackets.
fn chicago_title(reference: &Reference<'_>, change: impl Fn(&str) -> String, end: &str) -> String {
    let title = reference.headline();
    match reference.headline_is_supplied() {
        true => ["[", title, "]", end].concat(),
        false => quoted(&change(title), end),
    }
}

/// Chicago leaves out the article before a newspaper's name.
fn chicago_outlet(reference: &Reference<'_>) -> Phrase {
    let mut whole = outlet(reference, true);
    for (text, _) in &mut whole.runs {
        if let Some(bare) = text.strip_prefix("The ") {
            *text = bare.to_owned();
        }
    }
    whole
}

/// A day of reading is given only where there is no day of publication.
fn undated_day(reference: &Reference<'_>) -> Option<String> {
    let day = reference.day().filter(|_| reference.article.published.is_none())?;
    Some(Order::Month.day(day))
}

// --------------------------------------------------------------------- shared

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

/// In quotation marks, with a full stop or a comma inside them. Marks in the
/// words become single ones.
fn quoted(words: &str, end: &str) -> String {
    let words = curled(words).replace('“', "‘").replace('”', "’");
    let end = if end == "." && words.ends_with(['?', '!', '.']) { "" } else { end };
    ["“", &words, end, "”"].concat()
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
    let ended = out.runs.last().is_some_and(|(text, _)| text.ends_with(['.', '?', '!']));
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
