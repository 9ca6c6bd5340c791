//! What a link shows that leads to nothing: a sentence and the ways on.

use crate::app::Scene;
use crate::component::article_head;
use crate::node::{Element, Node, el, link};
use crate::route::Page;

/// There is no page of this name.
pub fn page(scene: Scene<'_>, name: &str) -> Node {
    let name: String = name.chars().take(60).collect();
    let sentence = format!(
        "This link leads to a page called “{name}”, and the reading room has none of that name. The link may be cut short or mistyped."
    );
    let search = link(scene.route.elsewhere(Page::Search).href()).class("button").add("Search the articles");
    el("div")
        .class("empty")
        .add(el("h1").add("There is no such page"))
        .add(el("p").add(sentence))
        .add(el("p").add(search))
        .add(el("h2").add("The articles"))
        .add(articles(scene, "h3"))
        .into()
}

/// There is no article with this id.
pub fn article(scene: Scene<'_>, id: &str) -> Node {
    let id: String = id.chars().take(60).collect();
    let sentence = format!("This link leads to an article called “{id}”, which is not in this collection. These are:");
    el("div")
        .class("empty")
        .add(el("h1").add("There is no such article"))
        .add(el("p").add(sentence))
        .add(articles(scene, "h2"))
        .add(el("p").class("fine").add("It may belong to a collection that somebody made in the workshop. Ask for its file, and open it in ").add(
            link(scene.route.elsewhere(Page::Workshop("take".to_owned())).href()).add("the workshop"),
        ).add("."))
        .into()
}

fn articles(scene: Scene<'_>, heading: &'static str) -> Element {
    let all = scene.library.corpus().articles.iter();
    el("ul").all(all.map(|article| el("li").add(article_head(scene, article, heading))))
}
