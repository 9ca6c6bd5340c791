//! The articles of the collection, shown while nothing is asked.

use summitry_corpus::Article;

use crate::app::Scene;
use crate::component::article_head;
use crate::library::MOST_COLUMNS;
use crate::node::{Element, el, link};
use crate::route::{Page, Route};
use crate::wording::{count, list};

/// The most articles that are listed; the filters lead to the others.
const LISTED: usize = 40;

/// The articles by date, and a way to lay them side by side.
pub fn view(scene: Scene<'_>) -> Element {
    let articles = &scene.library.corpus().articles;
    let together = (articles.len() > 1).then(|| {
        let columns = articles.iter().take(MOST_COLUMNS).map(|article| article.id.to_string()).collect();
        let compare = Route { columns, ..scene.route.elsewhere(Page::Compare).asking(scene.route) };
        link(compare.href()).class("button").add(match articles.len() {
            all if all > MOST_COLUMNS => format!("Compare the first {MOST_COLUMNS} articles"),
            all => format!("Compare these {all} articles"),
        })
    });
    let head =
        el("div").class("section-head").add(el("h2").add(count(articles.len(), "article", "articles"))).add(together);
    let items = articles.iter().take(LISTED).map(|article| item(scene, article));
    let more = articles.len().saturating_sub(LISTED);
    let more = (more > 0)
        .then(|| el("p").class("fine").add(format!("And {more} more: a word, a filter or a year brings them.")));
    el("div").add(head).add(el("ul").class("shelf").all(items)).add(more)
}

fn item(scene: Scene<'_>, article: &'static Article) -> Element {
    let corpus = scene.library.corpus();
    let covered = article.meetings.iter().filter_map(|covered| corpus.meeting(covered.id.as_str()));
    let meetings: Vec<String> = covered.map(|meeting| meeting.name.clone()).collect();
    let about = (!meetings.is_empty()).then(|| format!("On {}. ", list(&meetings)));
    let button = link(scene.route.beside(article.id.as_str()).asking(scene.route).href())
        .class("button")
        .at("aria-label", format!("Compare “{}”", article.headline.value))
        .add("Compare");
    let size = count(article.passages().count(), "passage", "passages");
    el("li")
        .at("data-article", article.id.as_str())
        .add(article_head(scene, article, "h3"))
        .add(el("p").class("fine").add(about).add(size))
        .add(button)
}
