//! The picture of the collection: how many passages each article has on each
//! issue.

use summitry_corpus::{Article, IssueDefinition};

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::route::{Page, Route};
use crate::wording::count;

/// A table of issues and articles; each figure leads to its passages.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let heads = corpus.articles.iter().map(|article| {
        let year = article.published.as_ref().map(|when| when.date.year().to_string()).unwrap_or_default();
        let head = el("th").at("scope", "col").at("title", article.headline.value.as_str());
        head.add(scene.library.outlet_name(article)).add(el("br")).add(year)
    });
    let rows = scene.library.issues().iter().map(|issue| {
        let cells = corpus.articles.iter().enumerate().map(|(index, article)| cell(scene, issue, index, article));
        let head = el("th").at("scope", "row").at("title", issue.description.as_str()).add(issue.name.as_str());
        el("tr").add(head).all(cells.map(|cell| el("td").add(cell)))
    });
    let table = el("table")
        .class("coverage")
        .add(el("thead").add(el("tr").add(el("th").at("scope", "col").add("Issue")).all(heads)))
        .add(el("tbody").all(rows));
    let pane = el("div")
        .class("coverage-scroll")
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", "Issues and articles")
        .add(table);
    el("div")
        .add(el("h1").add("Coverage"))
        .add(el("p").class("lede").add("How many passages of each article are on each issue. A passage may be on several; each figure leads to its passages."))
        .add(pane)
        .into()
}

fn cell(scene: Scene<'_>, issue: &'static IssueDefinition, index: usize, article: &'static Article) -> Element {
    let number = scene.library.passages_on(issue.id.as_str(), index).len();
    if number == 0 {
        return el("span").class("none").add("–");
    }
    let compare = Route {
        issues: vec![issue.id.to_string()],
        columns: vec![article.id.to_string()],
        ..scene.route.elsewhere(Page::Compare)
    };
    let passages = count(number, "passage", "passages");
    let name = format!("{passages} on {} in {}", issue.name, scene.library.outlet_name(article));
    let share = number * 100 / article.passages().count().max(1);
    // Four steps are as many as the eye tells apart.
    let weight = (1 + share.min(59) / 15).to_string();
    link(compare.href()).at("aria-label", name).at("data-weight", weight).add(number.to_string())
}
