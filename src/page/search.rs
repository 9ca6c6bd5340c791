//! The search page: a box, filters with live counts, and passages under their
//! articles or as keyword in context. With nothing asked it shows the
//! collection itself.

mod context;
mod export;
mod filters;
mod form;
mod home;
mod named;
mod nothing;
mod own;
mod questions;
mod results;
mod said;
mod shelf;
mod strip;
mod suggestions;

use leptos::prelude::window;
use summitry_search::Response;

use crate::app::Scene;
use crate::node::{Node, el};
use crate::part::chosen_chips;
use crate::route::{Listing, Route};
use crate::wording::count;

pub use suggestions::Suggestions;

/// How many passages are drawn at once while the query is being typed: as many
/// as the window can show. The others follow when the typing rests.
fn first() -> usize {
    // Above the first stand the box and its surroundings; the shortest passage
    // is two lines high, and most are three.
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
    (((height - 280.0) / 130.0).ceil() as usize).clamp(3, 16)
}

/// The search page.
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let asked = is_asked(scene.route);
    // A filter that is chosen must not move from under the pointer.
    let typed = !scene.route.query.trim().is_empty();
    let answer = answer(scene, asked);
    let suggestions = suggestions(scene);
    let number = suggestions.0;
    let head = el("div")
        .class("search-head")
        .add(el("h1").maybe("class", typed.then_some("visually-hidden")).add(corpus.title.as_str()))
        .add((!typed).then(|| el("p").class("lede").add(corpus.description.as_str())))
        .add(form::view(scene, &answer, suggestions));
    // What stands in one view is never taken for the other.
    let key = match (asked, scene.route.listing) {
        (false, _) => "shelf",
        _ if answer.total == 0 => "nothing",
        (true, Listing::Passages) => "passages",
        (true, Listing::Context) => "context",
    };
    let results = el("div")
        .class("results")
        .at("data-view", key)
        .key(key.to_owned())
        .maybe("aria-busy", scene.hurried.then_some("true"));
    let results = match asked {
        true => results.about(0, results::is_cut(scene, &answer)).all(results::view(scene, &answer)),
        false => results.all(shelf::view(scene, results::rested(scene, home::view))),
    };
    el("div")
        .class("search-page")
        .add(head)
        .add(chosen_chips(scene))
        .add(filters::view(scene, &answer))
        .add(results)
        .add(announced(scene, &answer, asked, number))
        .into()
}

/// How many suggestions stand below the box, and the list of them; as it was
/// while the query is being typed.
fn suggestions(scene: Scene<'_>) -> (usize, Node) {
    match scene.hurried {
        true => (0, Node::Kept),
        false => suggestions::list::view(scene),
    }
}

fn is_asked(route: &Route) -> bool {
    !route.query.trim().is_empty() || route.has_filters()
}

/// The answer to the query; with nothing asked only the counts are wanted.
fn answer(scene: Scene<'_>, asked: bool) -> Response {
    let mut request = scene.library.request(scene.route);
    match (asked, scene.hurried) {
        (false, _) => request.limit = 1,
        (true, true) => request.first = first(),
        (true, false) => {}
    }
    scene.library.answer(request)
}

/// What a screen reader says when the typing rests: how many passages were
/// found, and how many suggestions stand below the box.
fn announced(scene: Scene<'_>, answer: &Response, asked: bool, suggestions: usize) -> Node {
    if scene.hurried {
        return Node::Kept;
    }
    let found = asked.then(|| results::summary(answer));
    let suggested = (suggestions > 0)
        .then(|| format!(". {} below the box: press the down arrow.", count(suggestions, "suggestion", "suggestions")));
    el("p").class("visually-hidden").at("role", "status").add(found).add(suggested).into()
}
