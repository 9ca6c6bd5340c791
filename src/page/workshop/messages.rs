//! What the workshop says of what was done, and problems with place and remedy.
//!
//! Invariant: it stands in a region that screen readers follow, and what went
//! wrong stays until something else is done.

use super::reply::Problem;
use super::state::{Notice, Signals};
use crate::node::{Element, Node, el, live};
use crate::wording::count;
use leptos::prelude::*;

/// The catalogue's file.
const CATALOGUE: &str = "catalog.toml";

/// The most problems that are listed at once.
const MOST: usize = 50;

/// What was done last.
pub fn view(workshop: Signals) -> Element {
    el("div").class("workshop-said").at("role", "status").add(live(move || workshop.told.get().map(told)))
}

fn told(told: Notice) -> Element {
    let class = if told.wrong { "told wrong" } else { "told" };
    el("div").class(class).add(el("p").add(told.sentence)).add(problems(&told.problems))
}

/// Problems, each with its place and what to do here.
pub fn problems(problems: &[Problem]) -> Node {
    listed(problems, problem)
}

/// Problems as who writes the catalogue reads them: each with its line, and what
/// to write.
pub fn as_written(problems: &[Problem]) -> Node {
    listed(problems, |one| item(one, (!one.text.is_empty()).then_some(&one.text), &one.remedy))
}

fn listed(problems: &[Problem], draw: fn(&Problem) -> Element) -> Node {
    let more = problems.len().saturating_sub(MOST);
    let more = (more > 0).then(|| el("li").add(format!("And {}.", count(more, "other", "others"))));
    let items = problems.iter().take(MOST).map(draw);
    (!problems.is_empty()).then(|| el("ul").class("problems").all(items).add(more)).into()
}

/// A line of the catalogue is no help to who does not read it.
fn problem(one: &Problem) -> Element {
    let text = (one.file != CATALOGUE && !one.text.is_empty()).then_some(&one.text);
    item(one, text, one.in_a_page.as_ref().unwrap_or(&one.remedy))
}

fn item(problem: &Problem, text: Option<&String>, remedy: &str) -> Element {
    let level = if problem.level == "warning" { "Worth a look" } else { "Problem" };
    let place =
        if problem.line > 0 { format!("{}, line {}", problem.file, problem.line) } else { problem.file.clone() };
    let text = text.map(|text| el("code").add(text.clone()));
    el("li")
        .at("data-level", if problem.level == "warning" { "warning" } else { "error" })
        .add(el("p").add(el("strong").add(level)).add(" · ").add(place))
        .add(text)
        .add(el("p").add(format!("{} {}", problem.message, remedy)))
}
