//! The collection itself, shown while nothing is asked.

use summitry_corpus::Article;

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::article_head;
use crate::route::{Page, Route};
use crate::wording::{count, list};

/// The articles by date, and a way to lay them side by side.
pub fn view(scene: Scene<'_>) -> Vec<Node> {
    let articles = &scene.library.corpus().articles;
    let together = (articles.len() > 1).then(|| {
        let columns = articles.iter().take(4).map(|article| article.id.to_string()).collect();
        let compare = Route { columns, ..scene.route.elsewhere(Page::Compare) };
        link(compare.href()).class("button").add("Lay articles side by side")
    });
    let head =
        el("div").class("section-head").add(el("h2").add(count(articles.len(), "article", "articles"))).add(together);
    let items = articles.iter().map(|article| item(scene, article));
    vec![head.into(), el("ul").class("shelf").all(items).into()]
}

fn item(scene: Scene<'_>, article: &'static Article) -> Element {
    let corpus = scene.library.corpus();
    let covered = article.meetings.iter().filter_map(|covered| corpus.meeting(covered.id.as_str()));
    let meetings: Vec<String> = covered.map(|meeting| meeting.name.clone()).collect();
    let about = (!meetings.is_empty()).then(|| format!("On {}. ", list(&meetings)));
    let columns = vec![article.id.to_string()];
    let compare = Route { columns, ..scene.route.elsewhere(Page::Compare) };
    let button = link(compare.href())
        .class("button")
        .at("aria-label", format!("Compare “{}”", article.headline.value))
        .add("Compare");
    let size = count(article.passages().count(), "passage", "passages");
    el("li").add(article_head(scene, article, "h3")).add(el("p").class("fine").add(about).add(size)).add(button)
}
