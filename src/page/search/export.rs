//! What a search found, as a table or as Markdown: a line for each statement,
//! and for each passage in which nobody speaks.
//!
//! Invariant: every line says from which passage of which article it is, who
//! speaks in it and how, and why the passage is on its issues; a field holds one
//! thing.

use std::fmt::Write;

use summitry_corpus::VoiceKind;
use summitry_corpus::escape::{markdown as plain, push_csv_line};
use summitry_search::Request;

use crate::app::Scene;
use crate::library::{Library, Place, Statement, chooses_statements, is_chosen};
use crate::navigation::address;
use crate::node::{Element, el};
use crate::part::chosen;
use crate::part::save::{CSV, MARKDOWN, copy_or_save};
use crate::route::{Page, Route};
use crate::wording::list;

/// The id of the place in which what is copied stands.
const SHOWN: &str = "exported";

/// The names of the fields.
const FIELDS: [&str; 14] = [
    "article", "outlet", "date", "author", "passage", "speaker", "role", "class", "side", "manner", "words", "labels",
    "why", "link",
];

/// A line, its values in the order of [`FIELDS`].
pub type Line = [String; FIELDS.len()];

/// The formats, to be opened.
pub fn view(scene: Scene<'_>) -> Element {
    let made = |write: fn(Library, &Route, &str) -> String| {
        let (library, route) = (scene.library, scene.route.clone());
        move || (file_name(library, &route), write(library, &route, &page()))
    };
    let items = [copy_or_save(CSV, SHOWN, made(csv)), copy_or_save(MARKDOWN, SHOWN, made(markdown))];
    let body = el("div")
        .class("take-along")
        .add(el("ul").all(items))
        .add(el("p").class("fine").add("All passages that were found: a line for each statement, with who says it, how, for which side, the issues with their reasons, and the link."))
        .add(el("pre").at("id", SHOWN).at("tabindex", "0").at("aria-label", "What was found, as text"));
    el("details")
        .class("choose no-print")
        .key(scene.route.to_string())
        .add(el("summary").class("button").add("Export"))
        .add(body)
}

/// The address of the page without its fragment.
fn page() -> String {
    let here = address(&Route::default());
    here.split('#').next().unwrap_or_default().to_owned()
}

/// What a route asks for, in words.
fn title(library: Library, route: &Route) -> String {
    let mut parts: Vec<String> = chosen(library, route).into_iter().map(|chosen| chosen.name).collect();
    if !route.query.trim().is_empty() {
        parts.insert(0, ["“", route.query.trim(), "”"].concat());
    }
    if parts.is_empty() { "All passages".to_owned() } else { list(&parts) }
}

/// A name for a file, without what it ends in.
fn file_name(library: Library, route: &Route) -> String {
    let title = title(library, route);
    let parts = title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let name: String = name.chars().take(60).collect();
    if name.is_empty() { "search".to_owned() } else { name }
}

/// The lines of what a route finds, in the order in which it is listed.
pub fn lines(library: Library, route: &Route, page: &str) -> Vec<Line> {
    let answer = library.search(&Request { limit: 0, as_you_type: true, ..library.request(route) });
    let hits = answer.groups.iter().flat_map(|group| &group.hits).map(|hit| (hit.article, hit.passage));
    hits.flat_map(|place| of_passage(library, route, page, place)).collect()
}

fn of_passage(library: Library, route: &Route, page: &str, place: Place) -> Vec<Line> {
    let corpus = library.corpus();
    let (Some(article), Some(block)) = (corpus.articles.get(place.0), library.block(place)) else { return Vec::new() };
    let mut statements: Vec<Statement> = article.voices_in(place.1).map(|voice| (place.0, voice)).collect();
    statements.retain(|statement| is_chosen(library, route, statement));
    let labels = library.labels(place.0, place.1);
    let named = |told: &dyn Fn(&str, &[String]) -> String| {
        let of = labels.iter().filter_map(|label| Some((library.issues().get(label.issue)?, label)));
        of.map(|(issue, label)| told(&issue.name, &label.terms)).collect::<Vec<_>>().join("; ")
    };
    let outlet = corpus.outlet_of(article).map_or("", |outlet| outlet.name.as_str());
    let reader = Route { passage: Some(place.1), ..Route::to(Page::Read(article.id.to_string())) };
    let line = |said: Option<&Statement>| -> Line {
        let of = |part: &dyn Fn(&Statement) -> String| said.map(part).unwrap_or_default();
        let side = |(_, voice): &Statement| voice.side.as_ref().and_then(|id| corpus.side(id.as_str()));
        [
            article.headline.value.clone(),
            outlet.to_owned(),
            article.published.as_ref().map(|when| when.iso()).unwrap_or_default(),
            article.byline.as_ref().map(|byline| byline.value.clone()).unwrap_or_default(),
            place.1.to_string(),
            of(&|(_, voice)| voice.speaker.clone()),
            of(&|(_, voice)| voice.role.clone()),
            of(&|(_, voice)| corpus.role_class(article, voice).map_or("", |class| class.name()).to_owned()),
            of(&|statement| side(statement).map(|side| side.name.clone()).unwrap_or_default()),
            of(&|(_, voice)| voice.kind.manner().to_owned()),
            said.map_or_else(|| block.text.clone(), |(_, voice)| voice.text.clone()),
            named(&|name, _| name.to_owned()),
            named(&|name, terms| format!("{name}: {}", terms.join(", "))),
            [page, &reader.href()].concat(),
        ]
    };
    match statements.is_empty() {
        true if chooses_statements(route) => Vec::new(),
        true => vec![line(None)],
        false => statements.iter().map(|statement| line(Some(statement))).collect(),
    }
}

/// A table with the names of its fields in the first line (RFC 4180).
pub fn csv(library: Library, route: &Route, page: &str) -> String {
    let mut out = String::new();
    push_csv_line(&mut out, FIELDS);
    for line in lines(library, route, page) {
        push_csv_line(&mut out, line.each_ref().map(String::as_str));
    }
    out
}

/// Markdown (CommonMark 0.31): a section for each article.
pub fn markdown(library: Library, route: &Route, page: &str) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "# {}\n\n<{page}{}>\n", plain(&title(library, route)), route.href());
    let mut last = String::new();
    for line in lines(library, route, page) {
        let [article, outlet, date, author, number, speaker, role, _, side, manner, words, labels, _, link] = line;
        let head = [outlet, date, author].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let head = format!("\n## {}\n\n{}\n\n", plain(&article), plain(&head));
        if head != last {
            out.push_str(&head);
            last = head;
        }
        let who = [speaker, role, side, manner.clone()].into_iter().filter(|part| !part.is_empty());
        let who = plain(&who.collect::<Vec<_>>().join(", ")).to_string();
        let quoted = manner == VoiceKind::Direct.manner();
        let words = if quoted { ["“", &words, "”"].concat() } else { words };
        let _ = write!(out, "- [Passage {number}](<{link}>)");
        if !who.is_empty() {
            let _ = write!(out, ", {who}");
        }
        let _ = write!(out, ": {}", plain(&words));
        let _ = if labels.is_empty() { writeln!(out) } else { writeln!(out, " *{}*", plain(&labels)) };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(fragment: &str) -> Vec<Line> {
        let library = Library::open().unwrap();
        let (route, problems) = library.known(&Route::parse(fragment).0);
        assert_eq!(problems, [], "{fragment}");
        lines(library, &route, "https://example.org/")
    }

    #[test]
    fn what_all_russian_experts_say_on_iran_is_a_table_with_a_line_for_each_statement() {
        let lines = found("#/search?issue=iran&side=russia&role=expert");
        assert!(lines.len() >= 3, "{lines:?}");
        for line in &lines {
            assert_eq!((line[7].as_str(), line[8].as_str()), ("expert", "Russian"), "{line:?}");
            assert!(line[11].contains("Iran") && line[12].contains("Iran: "), "{line:?}");
            assert!(line[13].starts_with("https://example.org/#/read/"), "{line:?}");
        }
        assert!(lines.iter().any(|line| line[5] == "Viktor Kremenyuk"), "{lines:?}");
        assert!(lines.iter().all(|line| line[5] != "Vladimir Putin"));
    }

    #[test]
    fn a_passage_in_which_nobody_speaks_is_a_line_as_well() {
        let lines = found("#/search?q=missile");
        assert!(lines.iter().any(|line| line[5].is_empty() && line[10].contains("missile")));
        let library = Library::open().unwrap();
        let (route, _) = library.known(&Route::parse("#/search?q=missile").0);
        let table = csv(library, &route, "https://example.org/");
        let records = ::csv::ReaderBuilder::new().from_reader(table.as_bytes()).into_records();
        let records: Vec<_> = records.map(Result::unwrap).collect();
        assert_eq!(records.len(), lines.len());
        assert!(records.iter().all(|record| record.len() == FIELDS.len()));
        let text = markdown(library, &route, "https://example.org/");
        assert!(text.starts_with("# “missile”\n") && text.contains("- [Passage "), "{text}");
    }
}
