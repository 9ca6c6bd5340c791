//! Meetings and articles in the order of time.

use summitry_corpus::{Article, Date, Meeting};

use crate::app::Scene;
use crate::component::article_head;
use crate::node::{Element, Node, el, link, unseen};
use crate::route::{Page, Route};
use crate::wording::{count, list, meeting_days};

/// The timeline, with a heading for each year; what has no date comes last.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let meetings = corpus.meetings.iter().map(|meeting| (Some(meeting.start), meeting_entry(scene, meeting)));
    let articles = corpus
        .articles
        .iter()
        .map(|article| (article.published.as_ref().map(|when| when.date), article_entry(scene, article)));
    let mut entries: Vec<(Option<Date>, Element)> = meetings.chain(articles).collect();
    entries.sort_by_key(|(date, _)| (date.is_none(), *date));
    let mut years: Vec<Element> = Vec::new();
    let mut last = None;
    for (date, entry) in entries {
        let year = date.map_or_else(|| "Date unknown".to_owned(), |date| date.year().to_string());
        if last.as_ref() != Some(&year) {
            years.push(el("li").at("data-kind", "year").add(el("h2").add(year.clone())));
            last = Some(year);
        }
        years.push(entry);
    }
    el("div")
        .add(el("h1").add("Timeline"))
        .add(el("p").class("lede").add("The meetings (circles) and the articles (squares), in order."))
        .add(el("ol").class("timeline").all(years))
        .into()
}

fn article_entry(scene: Scene<'_>, article: &'static Article) -> Element {
    let corpus = scene.library.corpus();
    let covered = article.meetings.iter().filter_map(|covered| corpus.meeting(covered.id.as_str()));
    let covered: Vec<String> = covered.map(|meeting| meeting.name.clone()).collect();
    let about = (!covered.is_empty()).then(|| el("p").class("fine").add(format!("On {}.", list(&covered))));
    el("li").at("data-kind", "article").add(article_head(scene, article, "h3")).add(about).add(compare(
        scene,
        article.id.to_string(),
        "Compare",
        &article.headline.value,
    ))
}

fn meeting_entry(scene: Scene<'_>, meeting: &'static Meeting) -> Element {
    let search = Route { meetings: vec![meeting.id.to_string()], ..scene.route.elsewhere(Page::Search) };
    let column = format!("meeting.{}", meeting.id);
    let coverage = scene.library.column(&column).map(|found| count(found.articles.len(), "article", "articles"));
    let told = coverage
        .as_ref()
        .map_or_else(|| "No article here covers it.".to_owned(), |articles| format!("Covered by {articles}."));
    el("li")
        .at("data-kind", "meeting")
        .add(el("p").class("overline").add(format!("{} · {}", meeting_days(meeting), meeting.place)))
        .add(
            el("h3")
                .class("title")
                .add(link(search.href()).add(meeting.name.as_str()))
                .add(scene.library.yours("meeting", meeting.id.as_str())),
        )
        .add(el("p").class("fine").add(meeting.description.as_str()).add(" ").add(told))
        .add(coverage.map(|_| compare(scene, column, "Compare its coverage", &meeting.name)))
}

/// The link that lays an entry side by side with others.
fn compare(scene: Scene<'_>, column: String, name: &'static str, of: &str) -> Element {
    let link = link(scene.route.beside(&column).href()).add(name).add(unseen(format!(" ({of})")));
    el("p").class("fine row-tools no-print").add(link)
}
