//! How to use the page, with every operator of the query language.

use summitry_search::query::OPERATORS;

use crate::app::Scene;
use crate::node::{Node, el, link};
use crate::route::{Page, Route};

/// Headings and paragraphs, in order.
const SECTIONS: &[(&str, &str)] = &[
    (
        "Searching",
        "Type words into the search box: passages that have all of them come first, then those that have some. Results stand under their articles; the number before a passage leads to it in the article, and its address can be copied and shared.",
    ),
    (
        "Filtering",
        "The issues beside the results narrow them; choose several, and whether a passage must be on any of them or on all. The figure behind each choice says how many passages it would leave. Outlet, meeting, who speaks and date narrow further. Every choice is a link: Back undoes it, and the address always leads to what you see.",
    ),
    (
        "Comparing",
        "Side by side lays articles out as columns: issue by issue, with “nothing here” where an article is silent, or as whole texts. “Compare” stands at every article.",
    ),
    (
        "How an issue is found",
        "An issue is a saved search. A passage is on an issue because of its words; point at an issue's name to see which.",
    ),
];

/// The help page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let rows = OPERATORS.iter().map(|operator| {
        let search = Route { query: operator.example.to_owned(), ..scene.route.elsewhere(Page::Search) };
        el("tr")
            .at("data-operator", operator.name)
            .add(el("th").at("scope", "row").add(el("code").add(operator.syntax)))
            .add(el("td").add(operator.explanation))
            .add(el("td").add(link(search.href()).add(el("code").add(operator.example))))
    });
    let heads = ["Type", "It finds", "Try it"].map(|name| el("th").at("scope", "col").add(name));
    let sections = SECTIONS.iter().flat_map(|(title, text)| [el("h2").add(*title), el("p").add(*text)]);
    let keys = el("p")
        .add(el("kbd").add("/"))
        .add(" leads to the search box, ")
        .add(el("kbd").add("Esc"))
        .add(" empties it, ")
        .add(el("kbd").add("Enter"))
        .add(" keeps the search in the browser's history.");
    let prose = el("div")
        .class("prose")
        .all(sections)
        .add(el("h2").add("Keys"))
        .add(keys)
        .add(el("h2").add("All that you can type"));
    let table = el("table").class("operators").add(el("thead").add(el("tr").all(heads))).add(el("tbody").all(rows));
    el("div").add(el("h1").add("Help")).add(prose).add(el("div").class("operators-pane").add(table)).into()
}
