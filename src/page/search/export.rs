//! What a search found, as a table or as Markdown: a line for each statement,
//! and for each passage in which nobody speaks.
//!
//! Invariant: nothing is made before it is asked for.

use std::fmt::Write;

use summitry_corpus::VoiceKind;
use summitry_corpus::escape::{markdown as plain, push_csv_line};
use summitry_search::Request;

use crate::app::Scene;
use crate::component::save::{CSV, MARKDOWN, copy_or_save};
use crate::component::{FIELDS, Record, chosen, record};
use crate::library::{Library, Place, Statement, chooses_statements, is_chosen};
use crate::navigation::page_address;
use crate::node::{Element, el};
use crate::route::Route;
use crate::wording::{file_name, list, quoted};

/// The id of the place in which what is copied stands.
const SHOWN: &str = "exported";

/// The formats, to be opened.
pub fn view(scene: Scene<'_>) -> Element {
    let made = |write: fn(Library, &Route, &str) -> String| {
        let (library, route) = (scene.library, scene.route.clone());
        move || (named(library, &route), write(library, &route, &page_address()))
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

/// What a route asks for, in words.
fn title(library: Library, route: &Route) -> String {
    let mut parts: Vec<String> = chosen(library, route).into_iter().map(|chosen| chosen.name).collect();
    if !route.query.trim().is_empty() {
        parts.insert(0, quoted(&route.query));
    }
    if parts.is_empty() { "All passages".to_owned() } else { list(&parts) }
}

/// A name for a file, without what it ends in.
fn named(library: Library, route: &Route) -> String {
    let name = file_name(&title(library, route));
    if name.is_empty() { "search".to_owned() } else { name }
}

/// The lines of what a route finds, in the order in which it is listed.
pub fn lines(library: Library, route: &Route, page: &str) -> Vec<Record> {
    let answer = library.search(&Request { limit: 0, as_you_type: true, ..library.request(route) });
    let hits = answer.groups.iter().flat_map(|group| &group.hits).map(|hit| (hit.article, hit.passage));
    hits.flat_map(|place| of_passage(library, route, page, place)).collect()
}

/// A line for each of its statements that the filters choose; where nobody
/// speaks and nobody need, one of the passage.
fn of_passage(library: Library, route: &Route, page: &str, place: Place) -> Vec<Record> {
    let Some(article) = library.corpus().articles.get(place.0) else { return Vec::new() };
    let mut statements: Vec<Statement> = article.voices_in(place.1).map(|voice| (place.0, voice)).collect();
    statements.retain(|statement| is_chosen(library, route, statement));
    match statements.is_empty() {
        true if chooses_statements(route) => Vec::new(),
        true => record(library, page, place, None).into_iter().collect(),
        false => statements.iter().filter_map(|said| record(library, page, place, Some(said))).collect(),
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
        let [article, outlet, date, author, number, speaker, role, _, side, manner, words, labels, _, link, ..] = line;
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

    fn found(fragment: &str) -> Vec<Record> {
        let (library, route) = Library::at(fragment);
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
        let (library, route) = Library::at("#/search?q=missile");
        let table = csv(library, &route, "https://example.org/");
        let records = ::csv::ReaderBuilder::new().from_reader(table.as_bytes()).into_records();
        let records: Vec<_> = records.map(Result::unwrap).collect();
        assert_eq!(records.len(), lines.len());
        assert!(records.iter().all(|record| record.len() == FIELDS.len()));
        let text = markdown(library, &route, "https://example.org/");
        assert!(text.starts_with("# “missile”\n") && text.contains("- [Passage "), "{text}");
    }
}
