//! Choosing the columns: articles, the meetings that they cover, outlets.

use crate::app::Scene;
use crate::library::Column;
use crate::node::{Element, el, link};
use crate::page::compare::opened;
use crate::route::toggled;

/// All that can be a column, each a link that adds or removes it. Folded away
/// once there is something to compare.
pub fn view(scene: Scene<'_>, columns: &[Column], cut: bool) -> Element {
    let choices = || choices(scene);
    opened("choose no-print", "Columns", cut, choices).flag("open", columns.len() < 2)
}

fn choices(scene: Scene<'_>) -> Element {
    let corpus = scene.library.corpus();
    let articles = corpus.articles.iter().map(|article| article.id.to_string());
    let meetings = corpus.meetings.iter().map(|meeting| format!("meeting.{}", meeting.id));
    let outlets = corpus.outlets.iter().map(|outlet| format!("outlet.{}", outlet.id));
    el("div")
        .class("choices")
        .add(group(scene, "Articles", articles.collect()))
        .add(group(scene, "Meetings, with all articles that cover them", meetings.collect()))
        .add(group(scene, "Outlets, with all their articles", outlets.collect()))
}

/// A heading and the choices under it; of these ids, those that are a column.
fn group(scene: Scene<'_>, name: &'static str, ids: Vec<String>) -> Option<Element> {
    let columns: Vec<Column> = ids.iter().filter_map(|id| scene.library.column(id)).collect();
    let choices = columns.iter().map(|column| el("li").add(choice(scene, column)));
    let list = el("ul").class("picker").all(choices);
    (!columns.is_empty()).then(|| el("section").add(el("h2").class("overline").add(name)).add(list))
}

fn choice(scene: Scene<'_>, column: &Column) -> Element {
    let route = scene.route;
    let chosen = route.columns.contains(&column.id);
    let state = if chosen { "Chosen: press to remove" } else { "Add as a column" };
    link(route.with(|route| route.columns = toggled(&route.columns, &column.id)).href())
        .current(chosen)
        .add(el("span").class("overline").add(column.overline.clone()))
        .add(el("span").add(column.title))
        .add(el("span").class("state").add(state))
}
