//! The articles of the collection, one a line.
//!
//! Invariant: what was not recognised says so in its place.

use leptos::prelude::*;
use serde_json::json;

use super::form::button_of;
use super::reply::{Fact, Report};
use super::state::Signals;
use super::{ARTICLE, to};
use crate::app::Scene;
use crate::node::{Element, Node, el, keyed, link, live, unseen};
use crate::route::Route;
use crate::wording::count;

/// The articles, to be checked one by one.
pub fn view(scene: Scene<'_>, workshop: Signals) -> Node {
    let route = to(scene, "");
    live(move || {
        let state = workshop.state.get();
        let rows: Vec<Node> =
            state.reports.iter().filter(|report| report.taken).map(|report| row(&route, workshop, report)).collect();
        (!rows.is_empty()).then(|| {
            let heads = ["Article", "Outlet", "Date", "Passages", "To check", ""];
            let heads =
                heads.map(|name| if name.is_empty() { el("td") } else { el("th").at("scope", "col").add(name) });
            let table =
                el("table").class("articles").add(el("thead").add(el("tr").all(heads))).add(el("tbody").all(rows));
            el("section").at("aria-label", "Articles").add(el("h2").add("Articles")).add(table)
        })
    })
}

fn row(route: &Route, workshop: Signals, report: &Report) -> Node {
    let (route, report) = (route.clone(), report.clone());
    keyed(serde_json::to_string(&report).unwrap_or_default(), move || {
        let href = route.elsewhere(crate::route::Page::Workshop([ARTICLE, &report.file].concat())).href();
        let name = report.headline.as_ref().and_then(Fact::shown).unwrap_or_else(|| report.file.clone());
        let file = report.file.clone();
        let remove = move || {
            workshop
                .request(json!({ "op": "remove", "file": file }), "The article was taken out. “Undo” brings it back.");
        };
        el("tr")
            .add(
                el("th")
                    .at("scope", "row")
                    .add(link(href).add(name.clone()))
                    .add(el("span").class("fine file-name").add(report.file.clone())),
            )
            .add(cell("Outlet", fact(&report.outlet, "not recognised")))
            .add(cell("Date", fact(&report.date, "no date")))
            .add(cell("Passages", report.passages.to_string()))
            .add(cell("To check", to_check(&report)))
            .add(el("td").add(button_of("Take out", &name, remove)))
    })
}

/// A cell, with the name of its column for where columns have no room.
fn cell(name: &'static str, content: impl Into<Node>) -> Element {
    el("td").at("data-name", name).add(content)
}

fn fact(fact: &Option<Fact>, none: &'static str) -> Node {
    match fact.as_ref().and_then(Fact::shown) {
        None => el("span").class("none").add(none).into(),
        Some(value) => {
            let inferred = fact.as_ref().is_some_and(|fact| fact.basis == "inferred");
            el("span").add(value).add(inferred.then(|| el("span").class("fine").add(" inferred"))).into()
        }
    }
}

/// What in an article is worth a look.
fn to_check(report: &Report) -> Node {
    let mut parts = Vec::new();
    if report.removed.0 > 0 {
        parts.push(format!("{} removed", count(report.removed.0, "line", "lines")));
    }
    if report.repairs.0 > 0 {
        parts.push(count(report.repairs.0, "repair", "repairs"));
    }
    parts.extend(report.to_look_at());
    if parts.is_empty() { unseen("nothing").into() } else { parts.join(", ").into() }
}
