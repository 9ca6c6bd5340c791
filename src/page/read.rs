//! The reader: one article with numbered passages, its issues in the margin.

mod facts;
mod text;

use summitry_corpus::{Article, BlockKind};

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::page::missing;
use crate::part::chips;
use crate::route::{Page, Route};

pub use text::bring_into_view;

/// The reader for the article with this id.
#[inline(never)]
pub fn view(scene: Scene<'_>, id: &str) -> Node {
    let found = scene.library.index_of(id).and_then(|index| Some((index, scene.library.corpus().articles.get(index)?)));
    let Some((index, article)) = found else { return missing::article(scene, id) };
    el("article")
        .class("reader")
        .at("aria-labelledby", "headline")
        .add(head(scene, article))
        .add(text::view(scene, index, article))
        .add(neighbours(scene, index))
        .into()
}

fn head(scene: Scene<'_>, article: &'static Article) -> Element {
    let route = scene.route;
    let standfirsts = article.blocks.iter().filter(|block| block.kind == BlockKind::Standfirst);
    let compare =
        Route { columns: vec![article.id.to_string()], query: route.query.clone(), ..route.elsewhere(Page::Compare) };
    let marked = (!route.query.is_empty())
        .then(|| (format!("marked: {}", route.query), route.with(|route| route.query.clear())));
    let bar = el("div")
        .class("compare-bar")
        .add(link(compare.href()).class("button").add("Compare this article"))
        .add(chips("Marked words", marked.into_iter().collect(), None));
    el("header")
        .class("reader-head")
        .add(el("p").class("overline").add(scene.library.outlet_name(article)))
        .add(el("h1").at("id", "headline").add(article.headline.value.as_str()))
        .all(standfirsts.map(|block| el("p").class("standfirst").add(block.text.as_str())))
        .add(facts::view(scene, article))
        .add(bar)
}

/// The articles before and after, by date.
fn neighbours(scene: Scene<'_>, index: usize) -> Element {
    let neighbour = |place: Option<usize>, name: &str, class: &'static str| {
        let article = scene.library.corpus().articles.get(place?)?;
        let href = scene.route.elsewhere(Page::Read(article.id.to_string())).href();
        let overline = format!("{name} · {}", scene.library.outlet_name(article));
        let overline = el("span").class("overline").add(overline);
        Some(el("p").class(class).add(overline).add(el("br")).add(link(href).add(article.headline.value.as_str())))
    };
    el("nav")
        .class("neighbours")
        .at("aria-label", "Articles before and after")
        .add(neighbour(index.checked_sub(1), "Previous by date", "previous"))
        .add(neighbour(index.checked_add(1), "Next by date", "next"))
}
