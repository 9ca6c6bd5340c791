//! How to use the page: its views, every operator of the query language with
//! an example that works, and every key.
//!
//! Invariant: the operators, the keys and the views of the menu are those that
//! the page has, for they are read from the same tables.

use summitry_search::query::OPERATORS;

use crate::app::{PAGES, Scene, keys};
use crate::node::{Element, Node, el, link, unseen};
use crate::route::{Page, Route};

/// What is told in words: headings and paragraphs, in order.
const SECTIONS: &[(&str, &str)] = &[
    (
        "Searching",
        "The article with the best passage comes first; in each, passages with all words stand before those with some. Below the box stands how your words were understood. “In context” shows a line for each place.",
    ),
    ("Narrowing", "Every choice says how many passages it would leave. Of several issues, any or all. Back undoes it."),
    (
        "Comparing",
        "“Compare” shows articles, meetings or outlets side by side. By issue: a row each, with “nothing on …” where a column is silent. Full texts: “align” moves the other columns to an issue. Wording: what one column says more. What is missing: what some have, others not. “Background”: who publishes and pays, and what happened in between. “Export” saves what is compared or found; printing gives a handout.",
    ),
    (
        "Notes",
        "“Keep” puts a passage, statement or selected words into Notes. “Cite” copies a quotation with its reference. Notes can be arranged, printed, exported, or made a lesson that students answer in a file.",
    ),
    (
        "Issues of your own",
        "An issue is a saved search. “Save as an issue” makes one: a filter, a label and a row of comparisons. It is kept in the link alone: bookmark that.",
    ),
    (
        "Links",
        "Every view has an address to come back to or share. “?p=5” behind an article leads to its fifth passage, “?p=3-5” marks three. Limits: 100 KB, 20 own issues, 24 columns, 100 of each other choice, a query of 1,024 words, 32 signs deep; the page says what it leaves out.",
    ),
];

/// The help page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let sections = SECTIONS.iter().map(|(title, text)| el("section").add(el("h2").add(*title)).add(el("p").add(*text)));
    let off = "“Keyboard shortcuts” at the foot of every page shows them too, and switches those that are single characters off.";
    let keys =
        el("section").add(el("h2").add("Keyboard shortcuts")).add(keys::list()).add(el("p").class("fine").add(off));
    let pages = el("section").add(el("h2").add("The pages")).add(pages(scene));
    el("div")
        .class("help")
        .add(el("h1").add("Help"))
        .add(el("div").class("help-columns").all(sections))
        .add(el("h2").add("Search syntax"))
        .add(operators(scene))
        .add(el("div").class("help-columns").add(pages).add(keys))
        .into()
}

/// The pages of the menu, and the reader, to which every headline leads.
fn pages(scene: Scene<'_>) -> Element {
    let entries = PAGES.into_iter().flat_map(|(page, name, what)| {
        [el("dt").add(link(scene.route.elsewhere(page).href()).add(name)), el("dd").add(what)]
    });
    let reader = [
        el("dt").add("An article"),
        el("dd")
            .add("Numbered passages, their issues, and how every date and name is known. Every headline leads there."),
    ];
    el("dl").all(entries).all(reader)
}

/// Whether an example finds something, and that for each of its words: of
/// several alternatives one may be anywhere.
fn finds(scene: Scene<'_>, example: &str) -> bool {
    let found = |query: &str| !scene.library.passages(query).is_empty();
    let in_parts = example.contains(['*', '?', '~', ':']);
    let mut words = example.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    found(example) && (in_parts || words.all(|word| word == "NEAR" || word == "AFTER" || found(word)))
}

/// How each is written, what it does, and an example to try where it finds something.
fn operators(scene: Scene<'_>) -> Element {
    let entries = OPERATORS.iter().map(|operator| {
        let search = Route { query: operator.example.to_owned(), ..scene.route.elsewhere(Page::Search) };
        let example = link(search.href()).add(unseen("Try ")).add(el("code").add(operator.example));
        // Of another subject than the example's the collection has nothing to find.
        let finds = finds(scene, operator.example);
        el("div")
            .at("data-operator", operator.name)
            .add(el("dt").add(el("code").add(operator.syntax)))
            .add(el("dd").add(operator.explanation))
            .add(finds.then(|| el("dd").add(example)))
    });
    el("dl").class("operators").all(entries)
}
