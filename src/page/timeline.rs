//! Meetings and articles in the order of time.

use summitry_corpus::{Date, Meeting};

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::article_head;
use crate::route::{Page, Route};
use crate::wording::meeting_days;

/// The timeline; what has no date comes last.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let meetings = corpus.meetings.iter().map(|meeting| (Some(meeting.start), meeting_entry(scene, meeting)));
    let articles = corpus.articles.iter().map(|article| {
        let date = article.published.as_ref().map(|when| when.date);
        (date, el("li").at("data-kind", "article").add(article_head(scene, article, "h2")))
    });
    let mut entries: Vec<(Option<Date>, Element)> = meetings.chain(articles).collect();
    entries.sort_by_key(|(date, _)| (date.is_none(), *date));
    el("div")
        .add(el("h1").add("Timeline"))
        .add(el("p").class("lede").add("The meetings (circles) and the articles (squares), in order."))
        .add(el("ol").class("timeline").all(entries.into_iter().map(|(_, entry)| entry)))
        .into()
}

fn meeting_entry(scene: Scene<'_>, meeting: &'static Meeting) -> Element {
    let search = Route { meetings: vec![meeting.id.to_string()], ..scene.route.elsewhere(Page::Search) };
    el("li")
        .at("data-kind", "meeting")
        .add(el("p").class("overline").add(format!("{} · {}", meeting_days(meeting), meeting.place)))
        .add(el("h2").class("title").add(link(search.href()).add(meeting.name.as_str())))
        .add(el("p").class("fine").add(meeting.description.as_str()))
}
