//! The picture of the collection: how many passages each article has on each
//! issue.

use summitry_corpus::{Article, IssueDefinition};

use crate::app::Scene;
use crate::library::MOST_COLUMNS;
use crate::node::{Element, Node, el, link, unseen};
use crate::route::{Page, Route};
use crate::wording::count;

/// A table of issues and articles; each figure leads to its passages.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    if scene.library.issues().iter().next().is_none() {
        return nothing(scene);
    }
    let corpus = scene.library.corpus();
    let heads = corpus.articles.iter().enumerate().map(|(index, article)| {
        let reader = scene.route.elsewhere(Page::Read(article.id.to_string()));
        let name = scene.library.outlet_and_year(index);
        let title = article.headline.value.as_str();
        let head = link(reader.href()).at("title", title).add(name).add(unseen([": ", title].concat()));
        el("th").at("scope", "col").add(head)
    });
    let rows = scene.library.issues().iter().map(|issue| {
        let cells = corpus.articles.iter().enumerate().map(|(index, article)| cell(scene, issue, index, article));
        let head = el("th").at("scope", "row").at("title", issue.description.as_str()).add(issue.name.as_str());
        el("tr")
            .add(head)
            .all(cells.map(|cell| el("td").add(cell)))
            .add(el("td").class("no-print").add(together(scene, issue)))
    });
    let last = el("th").class("no-print").at("scope", "col").add("Compare");
    let table = el("table")
        .class("coverage")
        .add(el("thead").add(el("tr").add(el("th").at("scope", "col").add("Issue")).all(heads).add(last)))
        .add(el("tbody").all(rows));
    let pane = el("div")
        .class("coverage-scroll")
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", "Issues and articles")
        .add(table);
    el("div")
        .add(el("h1").add("Coverage"))
        .add(
            el("p")
                .class("lede")
                .add("How many passages of each article are on each issue. A passage may be on several; one that only names an issue is not on it.")
                .add(el("span").class("no-print").add(
                    " Each figure leads to its passages, and the last column compares the articles on the issue.",
                )),
        )
        .add(pane)
        .into()
}

/// Why there is no table.
fn nothing(scene: Scene<'_>) -> Node {
    let why = if scene.library.withheld().labels {
        "The lesson in hand withholds the issues of passages until all its questions are answered."
    } else {
        "This collection has no issues. They are made in the workshop."
    };
    el("div").add(el("h1").add("Coverage")).add(el("p").class("lede").add(why)).into()
}

/// The articles with the most passages on an issue, side by side.
fn together(scene: Scene<'_>, issue: &'static IssueDefinition) -> Option<Element> {
    let articles = scene.library.corpus().articles.iter().enumerate();
    let number = |index: usize| scene.library.passages_on(issue.id.as_str(), index).len();
    let mut on: Vec<(usize, &Article)> = articles.map(|(index, article)| (number(index), article)).collect();
    on.retain(|(number, _)| *number > 0);
    on.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    let columns: Vec<String> = on.iter().take(MOST_COLUMNS).map(|(_, article)| article.id.to_string()).collect();
    let compare = Route { issues: vec![issue.id.to_string()], columns, ..scene.route.elsewhere(Page::Compare) };
    let name =
        || link(compare.href()).at("data-weight", "0").add("compare").add(unseen([" (", &issue.name, ")"].concat()));
    (on.len() > 1).then(name)
}

fn cell(scene: Scene<'_>, issue: &'static IssueDefinition, index: usize, article: &'static Article) -> Element {
    let passages = scene.library.passages_on(issue.id.as_str(), index);
    let number = passages.len();
    if number == 0 {
        return el("span").class("none").add("–");
    }
    let reader = Route {
        issues: vec![issue.id.to_string()],
        passage: passages.first().copied(),
        ..scene.route.elsewhere(Page::Read(article.id.to_string()))
    };
    let passages = count(number, "passage", "passages");
    let name = format!("{passages} on {} in {}", issue.name, scene.library.outlet_name(article));
    let share = number * 100 / article.passages().count().max(1);
    // Four steps are as many as the eye tells apart.
    let weight = (1 + share.min(59) / 15).to_string();
    link(reader.href()).at("aria-label", name).at("data-weight", weight).add(number.to_string())
}
