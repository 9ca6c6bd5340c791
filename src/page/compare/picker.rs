//! Choosing the columns: by article, or by the meetings that articles cover.

use summitry_corpus::{Article, Meeting};

use crate::app::Scene;
use crate::node::{Element, el, link};
use crate::route::toggled;
use crate::wording::{meeting_days, published};

/// All articles and all covered meetings, each a link that adds or removes.
/// Folded away once there is something to compare.
pub fn view(scene: Scene<'_>) -> Element {
    let corpus = scene.library.corpus();
    let articles = corpus.articles.iter().map(|article| el("li").add(article_choice(scene, article)));
    let meetings: Vec<Element> = corpus.meetings.iter().filter_map(|meeting| meeting_choice(scene, meeting)).collect();
    let by_meeting = (!meetings.is_empty()).then(|| el("h2").class("overline").add("By meeting"));
    let choices = el("div")
        .class("choices")
        .add(el("h2").class("overline").add("By article"))
        .add(el("ul").class("picker").all(articles))
        .add(by_meeting)
        .add(el("ul").class("picker").all(meetings));
    el("details")
        .class("choose")
        .flag("open", scene.route.columns.len() < 2)
        .add(el("summary").class("button").add("Choose the columns"))
        .add(choices)
}

/// What a choice of the picker says.
struct Choice {
    overline: String,
    name: &'static str,
    chosen: bool,
    add: &'static str,
    href: String,
}

fn choice(choice: Choice) -> Element {
    let state = if choice.chosen { "Chosen: press to remove" } else { choice.add };
    link(choice.href)
        .current(choice.chosen)
        .add(el("span").class("overline").add(choice.overline))
        .add(el("span").add(choice.name))
        .add(el("span").class("state").add(state))
}

fn article_choice(scene: Scene<'_>, article: &'static Article) -> Element {
    let id = article.id.as_str();
    let date = article.published.as_ref().map_or_else(|| "date unknown".to_owned(), published);
    choice(Choice {
        overline: format!("{} · {date}", scene.library.outlet_name(article)),
        name: &article.headline.value,
        chosen: scene.route.columns.iter().any(|column| column == id),
        add: "Add as a column",
        href: scene.route.with(|route| route.columns = toggled(&route.columns, id)).href(),
    })
}

/// A meeting adds or removes all articles that cover it; nothing for a meeting
/// that none covers.
fn meeting_choice(scene: Scene<'_>, meeting: &'static Meeting) -> Option<Element> {
    let covers = |article: &&Article| article.meetings.iter().any(|covered| covered.id == meeting.id);
    let all = scene.library.corpus().articles.iter().filter(covers);
    let ids: Vec<String> = all.map(|article| article.id.to_string()).collect();
    let chosen = ids.iter().all(|id| scene.route.columns.contains(id));
    let changed = scene.route.with(|route| {
        route.columns.retain(|id| !(chosen && ids.contains(id)));
        let missing = ids.iter().filter(|id| !chosen && !scene.route.columns.contains(id));
        route.columns.extend(missing.cloned());
    });
    let picked = choice(Choice {
        overline: meeting_days(meeting),
        name: &meeting.name,
        chosen,
        add: "Add its coverage",
        href: changed.href(),
    });
    (!ids.is_empty()).then(|| el("li").add(picked))
}
