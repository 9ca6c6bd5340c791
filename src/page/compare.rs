//! Side by side: articles, summits or outlets as columns, laid out by issue,
//! as whole texts, or by their words, their voices and what they lack.

mod arrangement;
mod by_issue;
mod found;
mod pairings;
mod picker;
mod table;
mod texts;

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::{chips, find_box, segments};
use crate::route::{Mode, Route, toggled};
use found::Found;

/// The side-by-side page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let columns = scene.library.columns(scene.route);
    let lede = match columns.len() {
        0 => Some("What one wrote, against what the other wrote. Begin with one of these, or choose your own columns."),
        1 => Some("Choose another column to lay beside this one."),
        _ => None,
    };
    let head = el("div")
        .class("compare-head")
        .add(el("h1").add("Side by side"))
        .add(lede.map(|lede| el("p").class("lede").add(lede)))
        .add((columns.len() < 2).then(|| pairings::view(scene, &columns)))
        .add(picker::view(scene, &columns))
        .add((columns.len() == 2).then(|| {
            let swapped = scene.route.with(|route| route.columns.reverse());
            link(swapped.href()).class("button").add("Swap the columns")
        }))
        .add((!columns.is_empty()).then(|| bar(scene)));
    let arranged = (!columns.is_empty()).then(|| {
        let found = Found::new(scene.library, scene.route, &columns);
        let arranged = match scene.route.mode {
            Mode::Text => texts::view(scene, &columns, &found),
            Mode::Issues => by_issue::view(scene, &columns, &found),
        };
        el("div").class("compare").all(arranged)
    });
    el("div").add(head).add(arranged).into()
}

/// How the columns are arranged, what is looked for in them, and what narrows
/// the rows.
fn bar(scene: Scene<'_>) -> Element {
    let route = scene.route;
    let mode = |name, mode| (name, route.with(|route| route.mode = mode).href(), route.mode == mode);
    let modes = [mode("By issue", Mode::Issues), mode("Full texts", Mode::Text)];
    let issues = route.issues.iter().map(|id| {
        let name = scene.library.issue(id).map_or(id.clone(), |issue| issue.name.clone());
        (name, route.with(|route| route.issues = toggled(&route.issues, id)))
    });
    let narrowed: Vec<(String, Route)> = issues.collect();
    el("div")
        .class("compare-bar")
        .add(segments("Arrangement", modes))
        .add(find_box(scene, "Find in these columns"))
        .add(chips("Narrowed to", narrowed, None))
}
