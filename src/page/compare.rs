//! Side by side: articles as columns, and either issues as rows or the whole
//! texts.

mod arrangement;
mod by_issue;
mod picker;
mod texts;

use summitry_corpus::Article;

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::{article_head, chips, segments};
use crate::route::{Mode, Route, toggled};

/// The side-by-side page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let chosen = scene.route.columns.len();
    let lede = match chosen {
        0 => Some(
            "Choose two to four articles, or the meetings that they cover. Their passages are then laid out issue by issue.",
        ),
        1 => Some("Choose another one to compare it with."),
        _ => None,
    };
    let head = el("div")
        .class("compare-head")
        .add(el("h1").add("Side by side"))
        .add(lede.map(|lede| el("p").class("lede").add(lede)))
        .add(picker::view(scene))
        .add((chosen > 0).then(|| bar(scene)));
    let columns = (chosen > 0).then(|| {
        let arranged = match scene.route.mode {
            Mode::Issues => by_issue::view(scene),
            Mode::Text => texts::view(scene),
        };
        el("div").class("compare").all(arranged)
    });
    el("div").add(head).add(columns).into()
}

/// How the columns are arranged, and what narrows the rows.
fn bar(scene: Scene<'_>) -> Element {
    let route = scene.route;
    let mode = |name, mode| (name, route.with(|route| route.mode = mode).href(), route.mode == mode);
    let modes = [mode("By issue", Mode::Issues), mode("Full texts", Mode::Text)];
    let swap = (route.columns.len() == 2)
        .then(|| link(route.with(|route| route.columns.reverse()).href()).class("button").add("Swap the columns"));
    let issues = route.issues.iter().map(|id| {
        let name = scene.library.issue(id).map_or(id.clone(), |issue| issue.name.clone());
        (name, route.with(|route| route.issues = toggled(&route.issues, id)))
    });
    let marked = (!route.query.is_empty())
        .then(|| (format!("marked: {}", route.query), route.with(|route| route.query.clear())));
    let narrowed: Vec<(String, Route)> = issues.chain(marked).collect();
    el("div").class("compare-bar").add(segments("Arrangement", modes)).add(swap).add(chips(
        "Narrowed to",
        narrowed,
        None,
    ))
}

/// The head of a column: its article, and links that move or remove it.
/// `place` counts from 0.
fn column_head(scene: Scene<'_>, article: &'static Article, place: usize, count: usize) -> [Element; 2] {
    let (route, headline) = (scene.route, &article.headline.value);
    let moved = |target: usize| {
        let swapped = route.with(|route| {
            if place < route.columns.len() && target < route.columns.len() {
                route.columns.swap(place, target);
            }
        });
        link(swapped.href())
    };
    let left = (place > 0)
        .then(|| moved(place.saturating_sub(1)).at("aria-label", format!("Move “{headline}” left")).add("← left"));
    let right = (place + 1 < count)
        .then(|| moved(place + 1).at("aria-label", format!("Move “{headline}” right")).add("right →"));
    let without = route.with(|route| route.columns = toggled(&route.columns, article.id.as_str()));
    let remove = link(without.href()).at("aria-label", format!("Remove “{headline}”")).add("remove");
    [
        article_head(scene, article, "h2"),
        el("p").class("column-tools").add(left).add(" ").add(right).add(" ").add(remove),
    ]
}

/// The pane that scrolls when the columns do not fit.
fn pane(label: &'static str, columns: usize) -> Element {
    let count = if columns > 4 { "many".to_owned() } else { columns.to_string() };
    el("div")
        .class("compare-scroll")
        .at("data-columns", count)
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", label)
}
