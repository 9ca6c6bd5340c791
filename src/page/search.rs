//! The search page: a box, filters with live counts, and passages under their
//! articles. With nothing asked it shows the collection itself.

mod filters;
mod form;
mod results;
mod shelf;

use crate::app::Scene;
use crate::node::{Node, el};

/// The search page.
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let answer = scene.library.search(&scene.library.request(scene.route));
    let asked = !scene.route.query.trim().is_empty() || scene.route.has_filters();
    let head = el("div")
        .class("search-head")
        .add(el("h1").maybe("class", asked.then_some("visually-hidden")).add(corpus.title.as_str()))
        .add((!asked).then(|| el("p").class("lede").add(corpus.description.as_str())))
        .add(form::view(scene, &answer))
        .add(filters::chosen(scene));
    let results = el("div").class("results");
    let results = if asked { results.all(results::view(scene, &answer)) } else { results.all(shelf::view(scene)) };
    el("div").class("search-page").add(head).add(filters::view(scene, &answer)).add(results).into()
}
