//! Which words one column uses markedly more than the others, and where.

use leptos::prelude::{document, request_animation_frame};
use summitry_search::{Comparison, KeyWord, KeyWordRule};

use crate::app::Scene;
use crate::library::{Column, Library, Place};
use crate::node::{Element, Node, el, link, unseen};
use crate::page::compare::found::Found;
use crate::page::compare::table::{Cell, passages, row, table};
use crate::route::Route;
use crate::wording::{count, list, quoted};

/// From which G² on a word is called what: chance alone brings forth one word in
/// a thousand, a hundred or twenty (chi-squared, one degree of freedom).
const SURE: [(f32, &str); 3] = [(10.83, "clear"), (6.63, "likely"), (3.84, "faint")];
/// About how many bytes of text are as high as a word of the list.
const LINE: usize = 60;
/// How many words a column shows.
const MOST: usize = 24;

/// What the method is, what it can say and what it cannot.
const METHOD: &[&str] = &[
    "Each word, and each pair of words that stand together (missile defence), is counted with all its forms (missile, missiles) and other names (US, U.S., United States) in this column and in the other columns together, and set against what it would be if all of them used it alike. How far the counts are from that is told by the log-likelihood ratio G² (Dunning 1993; Rayson and Garside 2000). From G² 3.84 on a word is called faint: one word in twenty reaches that by chance. From 6.63 on it is likely (one in a hundred), from 10.83 on clear (one in a thousand). It must stand twice at least in all columns together; figures, words such as “the” and “of”, forms of address such as “Mr.” and titles before a name are left out, and so is a word that stands in one listed pair only.",
    "What it can say: this word belongs to this column rather than to the others. It points to passages that are worth comparing.",
    "What it cannot: texts this short have few words, so only frequent ones can stand out, and a word that stands out in one of them may be the subject of a single passage. Among some hundred words that are tried, several reach the faint mark by chance alone. A word that is not listed may still be used differently. And a count knows nothing of what was meant: read the passages.",
];

/// What each column's words are measured against.
pub struct Wordings {
    /// For each column its passages that pass the filters.
    pub places: Vec<Vec<Place>>,
    /// For each column the words it uses more, and the sizes of the texts.
    pub comparisons: Vec<Comparison>,
}

impl Wordings {
    /// Compares each column with all others; a column alone with the rest of
    /// the collection.
    pub fn new(library: Library, route: &Route, columns: &[Column], found: &Found) -> Self {
        let chosen = |column: &Column| {
            let mut places = library.chosen_places(route, column);
            places.retain(|place| found.admits(*place));
            places
        };
        let places: Vec<Vec<Place>> = columns.iter().map(chosen).collect();
        let all: Vec<usize> = (0..library.corpus().articles.len()).collect();
        let collection = Column { articles: all, ..Column::default() };
        let compare = |place: usize| {
            let here = places.get(place).map_or(&[][..], Vec::as_slice);
            let others = places.iter().enumerate().filter(|(other, _)| *other != place);
            let rest: Vec<Place> = match columns {
                [_] => chosen(&collection),
                _ => others.flat_map(|(_, places)| places).copied().collect(),
            };
            let rule = KeyWordRule { likelihood: SURE[2].0, count: 2, limit: 0, pairs: true, ..KeyWordRule::default() };
            let mut comparison = library.compare_words(here, &rest, rule);
            comparison.key_words.retain(|word| word.overused() && has_letter(word));
            comparison.key_words.truncate(MOST);
            comparison
        };
        let comparisons = (0..columns.len()).map(compare).collect();
        Self { places, comparisons }
    }
}

/// The words of each column, the passages of the one in hand, and the method.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    let wordings = Wordings::new(scene.library, scene.route, columns, found);
    let head = el("div").add(el("h2").add("Words that stand out")).add(el("p").class("fine").add(against(columns)));
    let cells = wordings.comparisons.iter().map(|comparison| cell(scene.route, comparison)).collect();
    let mut rows = vec![row("words", columns, head, cells).into()];
    rows.extend(found.asked.then(|| found_row(scene, columns, &wordings, found).into()));
    let method = el("details")
        .class("evidence method")
        .add(el("summary").add("How these words are found, and what they can say"))
        .add(el("div").all(METHOD.iter().map(|text| el("p").add(*text))));
    let bar = el("div").class("result-bar").add(el("p").at("role", "status").add(told(columns, &wordings)));
    vec![
        bar.into(),
        table(scene, columns, "Words that each column uses more than the others", rows, None).into(),
        method.into(),
    ]
}

fn against(columns: &[Column]) -> &'static str {
    match columns.len() {
        1 => "used more here than in the rest of the collection",
        2 => "used more in one column than in the other",
        _ => "used more in one column than in all the others together",
    }
}

fn told(columns: &[Column], wordings: &Wordings) -> String {
    let each = columns.iter().zip(&wordings.comparisons);
    let each = each.map(|(column, comparison)| format!("{} in {}", comparison.key_words.len(), column.short));
    ["Shown are the words that stand out most: ", &list(&each.collect::<Vec<_>>()), "."].concat()
}

/// A column's words, the most telling first, each a link to its passages.
fn cell(route: &Route, comparison: &Comparison) -> Cell {
    let [here, rest] = comparison.words;
    let sizes = el("p").class("fine").add(format!("{here} words here : {rest} elsewhere"));
    if comparison.key_words.is_empty() {
        let none = "No word stands out: the texts use their words alike, or are too short to tell.";
        return Cell::new(vec![sizes.into(), el("p").class("nothing").add(none).into()], 0);
    }
    let words = comparison.key_words.iter().filter_map(|word| key_word(route, word));
    let list = el("ol").class("key-words").all(words);
    // A word takes about a line.
    Cell::new(vec![sizes.into(), list.into()], comparison.key_words.len() * LINE)
}

fn key_word(route: &Route, word: &KeyWord) -> Option<Element> {
    let (form, _) = word.forms.first()?;
    let query = asked(form);
    let chosen = route.query == query;
    let href = route.with(|route| route.query = if chosen { String::new() } else { query }).href();
    let [here, rest] = word.counts;
    let link = link(href).current(chosen).add(form.clone()).add(unseen(": show its passages")).on("click", show_found);
    let counts = format!(" {here} : {rest}");
    Some(
        el("li")
            .at("data-sure", sure(word))
            .add(link)
            .add(el("span").class("fine").at("title", format!("{here} times here, {rest} times elsewhere")).add(counts))
            .add(el("span").class("fine").add(figure(word))),
    )
}

/// Scrolls to the passages of the word that was chosen, which stand below all
/// words, once they are there.
fn show_found(_: web_sys::Event) {
    request_animation_frame(|| {
        if let Ok(Some(row)) = document().query_selector("[data-row=found]") {
            row.scroll_into_view();
        }
    });
}

fn sure(word: &KeyWord) -> &'static str {
    SURE.iter().find(|(least, _)| word.likelihood >= *least).map_or("", |(_, name)| name)
}

/// `G² 11.2, clear`.
pub fn figure(word: &KeyWord) -> String {
    format!("G² {}, {}", tenths(word.likelihood), sure(word))
}

/// A figure with one decimal. It is cut, not rounded, so that it never passes a
/// threshold that the figure itself does not.
fn tenths(figure: f32) -> String {
    let tenths = (figure * 10.0) as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn has_letter(word: &KeyWord) -> bool {
    word.forms.iter().any(|(form, _)| form.contains(char::is_alphabetic))
}

/// A word as a query that finds just it.
fn asked(form: &str) -> String {
    if form.chars().all(char::is_alphanumeric) { form.to_owned() } else { format!("\"{form}\"") }
}

/// The passages with the words in hand, column by column.
pub fn with_words(wordings: &Wordings, found: &Found) -> Vec<Vec<Place>> {
    let with = |places: &Vec<Place>| places.iter().copied().filter(|place| !found.marks(*place).is_empty()).collect();
    wordings.places.iter().map(with).collect()
}

/// The same as a row.
fn found_row(scene: Scene<'_>, columns: &[Column], wordings: &Wordings, found: &Found) -> Element {
    let query = quoted(&scene.route.query);
    let cells = with_words(wordings, found);
    let number = cells.iter().map(Vec::len).sum();
    let head = el("div")
        .add(el("h2").add(format!("Passages with {query}")))
        .add(el("p").class("fine").add(count(number, "passage", "passages")));
    let cells = cells.iter().zip(columns).map(|(places, column)| match places.len() {
        0 => Cell::nothing(format!(": no passage with {query}."), None),
        _ => passages(scene, column, places, found, false, &|_| None),
    });
    row("found", columns, head, cells.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::compare::found::tests::compared;

    fn wordings(fragment: &str) -> (Vec<Column>, Wordings) {
        let (library, route, columns, found) = compared(fragment);
        let wordings = Wordings::new(library, &route, &columns, &found);
        (columns, wordings)
    }

    fn words(comparison: &Comparison) -> Vec<&str> {
        comparison.key_words.iter().map(|word| word.forms[0].0.as_str()).collect()
    }

    #[test]
    fn one_column_says_legacy_and_the_other_agreement() {
        let (_, wordings) = wordings("#/compare?a=csm-2008-04-04&a=monitor-2001-11-07");
        let [first, second] = [0, 1].map(|place| words(&wordings.comparisons[place]));
        assert!(first.contains(&"legacy") && !second.contains(&"legacy"), "{first:?} {second:?}");
        assert!(second.contains(&"agreement") && !first.contains(&"agreement"), "{first:?} {second:?}");
    }

    #[test]
    fn a_column_alone_is_set_against_the_rest_of_the_collection() {
        let (_, wordings) = wordings("#/compare?a=csm-2013-05-07");
        assert!(words(&wordings.comparisons[0]).contains(&"Syria"), "{:?}", words(&wordings.comparisons[0]));
    }

    #[test]
    fn an_issue_narrows_the_passages_that_are_counted() {
        let (_, all) = wordings("#/compare?a=csm-2008-04-04&a=bbc-2001-10-21");
        let (_, on) = wordings("#/compare?a=csm-2008-04-04&a=bbc-2001-10-21&issue=missile-defence");
        assert!(on.comparisons[0].words[0] < all.comparisons[0].words[0]);
        assert_eq!(on.places[1], [(0, 5), (0, 7), (0, 8), (0, 11), (0, 27)]);
    }

    #[test]
    fn a_word_with_a_hyphen_is_asked_for_as_it_stands() {
        assert_eq!(asked("shield"), "shield");
        assert_eq!(asked("U.S"), "\"U.S\"");
    }
}
