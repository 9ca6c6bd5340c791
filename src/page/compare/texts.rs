//! The whole texts, one column each, linked by issue: choose a passage, and
//! the other columns move to theirs.

use leptos::prelude::document;
use summitry_corpus::{Block, BlockKind};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::Scene;
use crate::component::{Listed, passage};
use crate::library::{Column, Place};
use crate::node::{Element, Node, el, link, unseen};
use crate::page::compare::found::Found;
use crate::page::compare::synced_columns::{ColumnPosition, SyncedColumns};
use crate::page::compare::table::{head, pane};
use crate::page::compare::tabs::{found_in, tabs};
use crate::route::Route;
use crate::wording::{count, list};

/// How many passages with the words of the query are named in a head.
const NAMED: usize = 12;
/// A step of the map stands for so many bytes of a passage, up to six steps.
const STEP: usize = 250;

/// A column for each article, and how they are lined up.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    let synced = SyncedColumns::new(scene.library, scene.route, columns);
    let count = columns.len();
    let views = columns.iter().zip(&synced.positions).enumerate().map(|(place, (column, position))| {
        let head = el("header").all(head(scene, column, place, count));
        el("section")
            .class("column")
            .at("data-column", column.id.clone())
            .at("tabindex", "0")
            .at("aria-label", column.title)
            .add(head.all(standing(scene, column, position, &synced, found)))
            .all(body(scene, column, position, &synced, found))
    });
    let is_synced = !synced.issues.is_empty();
    let shown = el("div")
        .class("columns")
        .flag("data-lined", is_synced)
        .flag("data-asked", found.asked || found.is_narrowed())
        .all(views);
    let asked = (found.asked || found.is_narrowed()).then(|| {
        let of = |column: &Column| {
            let places = scene.library.chosen_places(&Route::default(), column);
            places.into_iter().filter(|place| found.is_asked_for(*place)).count()
        };
        columns.iter().map(of).collect::<Vec<_>>()
    });
    let found_in = asked.as_deref().filter(|_| count > 1).map(|counts| found_in(columns, counts));
    let panes = el("div").add(tabs(columns, asked.as_deref())).add(pane("Full texts compared", count).add(shown));
    vec![bar(scene, columns, &synced).into(), found_in.into(), panes.into()]
}

/// What the columns are lined up on, and the switch for that.
fn bar(scene: Scene<'_>, columns: &[Column], synced: &SyncedColumns) -> Element {
    let route = scene.route;
    let other = route.with(|route| route.unlinked = !route.unlinked);
    let switch = if route.unlinked { "Align the columns" } else { "Do not align the columns" };
    let free = route.with(|route| {
        route.places.clear();
        route.issues.clear();
    });
    let is_synced = !(route.places.is_empty() && route.issues.is_empty());
    el("div")
        .class("result-bar")
        .add(el("p").class("no-print").at("role", "status").add(told(scene, columns, synced)))
        .add(
            el("p")
                .class("compare-bar no-print")
                .add(is_synced.then(|| link(free.href()).class("button").add("Clear the alignment")))
                .add((columns.len() > 1).then(|| link(other.href()).class("button").add(switch))),
        )
}

/// Where the columns stand, in a sentence.
fn told(scene: Scene<'_>, columns: &[Column], synced: &SyncedColumns) -> String {
    if scene.route.unlinked {
        return "The columns are not aligned: each stays where you leave it.".to_owned();
    }
    if synced.issues.is_empty() {
        return match synced.chosen {
            Some(_) => "This passage is on no issue, so the other columns have nothing to follow.".to_owned(),
            None => "Choose “align” at a passage, or one of its issues: the other columns move to theirs.".to_owned(),
        };
    }
    let positions = columns.iter().zip(&synced.positions).map(|(column, position)| match position.at {
        Some((_, number)) => format!("{} at passage {number}", column.short),
        None => format!("nothing in {}", column.short),
    });
    format!("On {}: {}.", names(scene, synced), list(&positions.collect::<Vec<_>>()))
}

/// The names of the issues that link the columns.
fn names(scene: Scene<'_>, synced: &SyncedColumns) -> String {
    let names = synced.issues.iter().filter_map(|id| scene.library.issue(id)).map(|issue| issue.name.clone());
    list(&names.collect::<Vec<_>>())
}

/// In a column's head: where it stands among its passages on the issue, the
/// ways to the others, and which passages have the words of the query.
fn standing(
    scene: Scene<'_>,
    column: &Column,
    position: &ColumnPosition,
    synced: &SyncedColumns,
    found: &Found,
) -> [Option<Element>; 2] {
    let of = || unseen(format!(" in {}", column.short));
    let step = |by: isize, name: &'static str| {
        let route = synced.step(scene.library, scene.route, position.step(by)?);
        Some(link(route.href()).add(name).add(of()))
    };
    let line = el("p").class("column-tools");
    let positions = (!synced.issues.is_empty()).then(|| match (position.rank(), position.passages.len()) {
        (_, 0) => {
            line.add(el("span").add(format!("Nothing here on {}.", names(scene, synced)))).flag("data-empty", true)
        }
        (Some(rank), all) => {
            let told = el("span").add(format!("{} of {all} on the issue", rank + 1));
            line.add(told).add(" ").add(step(-1, "← previous")).add(" ").add(step(1, "next →"))
        }
        (None, all) => {
            let first = position.passages.first().map(|place| synced.step(scene.library, scene.route, *place));
            let to_first = first.map(|route| link(route.href()).add("go to the first").add(of()));
            line.add(el("span").add(format!("{} on the issue", count(all, "passage", "passages"))))
                .add(" ")
                .add(to_first)
        }
    });
    [positions, (found.asked || found.is_narrowed()).then(|| asked_for(scene, column, found))]
}

/// Which passages have the words of the query and pass the filters, each a link.
fn asked_for(scene: Scene<'_>, column: &Column, found: &Found) -> Element {
    let places = scene.library.chosen_places(&Route::default(), column);
    let with: Vec<Place> = places.into_iter().filter(|place| found.is_asked_for(*place)).collect();
    let line = el("p").class("column-tools");
    if with.is_empty() {
        let asked = if found.is_narrowed() { "fits the filters" } else { "has these words" };
        let asked = if found.asked && found.is_narrowed() { "has these words and fits the filters" } else { asked };
        return line.add(["No passage here ", asked, "."].concat());
    }
    let links = with.iter().take(NAMED).flat_map(|place| {
        let route = SyncedColumns::choose(scene.library, scene.route, *place);
        let link = link(route.href()).add(unseen("Passage ")).add(place.1.to_string());
        [Node::from(" "), link.into()]
    });
    let more = with.len().saturating_sub(NAMED);
    line.add(if found.asked { "Words in " } else { "Chosen are " })
        .all(links)
        .add((more > 0).then(|| format!(" and {more} more")))
}

/// The text of a column and its map.
fn body(
    scene: Scene<'_>,
    column: &Column,
    position: &ColumnPosition,
    synced: &SyncedColumns,
    found: &Found,
) -> [Element; 2] {
    let mut text: Vec<Node> = Vec::new();
    let mut steps: Vec<Element> = Vec::new();
    for index in &column.articles {
        let Some(article) = scene.library.corpus().articles.get(*index) else { continue };
        if column.article().is_none() {
            text.push(el("h3").class("overline").add(scene.library.dated(*index)).into());
        }
        for block in &article.blocks {
            match block.n {
                Some(number) => {
                    let place = (*index, number);
                    text.push(view_passage(scene, place, position, synced, found).into());
                    steps.push(map_step(scene, place, block.text.len(), position, found));
                }
                None => text.push(view_other(block)),
            }
        }
    }
    [el("div").class("column-text").all(text), el("div").class("map").at("aria-hidden", "true").all(steps)]
}

/// A passage; its issues, and “align”, move the other columns.
fn view_passage(
    scene: Scene<'_>,
    place: Place,
    position: &ColumnPosition,
    synced: &SyncedColumns,
    found: &Found,
) -> Option<Element> {
    let (article, number) = place;
    let listed = Listed {
        article,
        number,
        marks: found.marks(place),
        window: None,
        tagged: false,
        heard: false,
        keepable: true,
    };
    let here = position.at == Some(place);
    let route = SyncedColumns::choose(scene.library, scene.route, place).with(|route| route.issues.clear());
    let line_up = link(route.href()).class("line-up").add("align").add(unseen(format!(" on passage {number}")));
    let labels = scene.library.labels(article, number);
    let tags = labels.iter().filter_map(|label| {
        let issue = scene.library.issues().get(label.issue)?;
        let id = issue.id.to_string();
        let chosen = synced.issues.contains(&id);
        let route = SyncedColumns::choose(scene.library, scene.route, place).with(|route| route.issues = vec![id]);
        Some(el("li").add(link(route.href()).current(chosen).add(issue.name.as_str())))
    });
    let tags = el("ul").class("issue-tags").at("aria-label", "Align by issue").add(el("li").add(line_up)).all(tags);
    Some(
        passage(scene, &listed)?
            .flag("data-current", here)
            .flag("data-on", position.passages.contains(&place))
            .flag("data-wanted", found.is_asked_for(place))
            .add((!labels.is_empty()).then_some(tags)),
    )
}

/// A step of the map: taller for a longer passage; filled where the passage is
/// on the issue, notched where it has the words.
fn map_step(scene: Scene<'_>, place: Place, bytes: usize, position: &ColumnPosition, found: &Found) -> Element {
    let route = SyncedColumns::choose(scene.library, scene.route, place);
    link(route.href())
        .at("tabindex", "-1")
        .at("data-size", (1 + (bytes / STEP).min(5)).to_string())
        .flag("data-on", position.passages.contains(&place))
        .flag("data-found", found.is_asked_for(place))
        .flag("data-current", position.at == Some(place))
}

/// A subhead or a caption; what stands in the column's head already is not
/// repeated.
fn view_other(block: &'static Block) -> Node {
    match block.kind {
        BlockKind::Subhead => el("h3").class("words-subhead").add(block.text.as_str()).into(),
        BlockKind::Standfirst | BlockKind::Caption => el("p").class("words-caption").add(block.text.as_str()).into(),
        _ => Node::Nothing,
    }
}

/// Scrolls each column to where it stands, level with the chosen passage; that
/// one stays where it is if it is in sight.
pub fn line_up(columns: &[String]) {
    let mut level = None;
    for id in columns {
        let Some((column, current)) = standing_in(id) else { continue };
        let head = column.first_element_child().map_or(0, |head| head.client_height());
        let at = current.offset_top() - column.scroll_top();
        let in_sight = at >= head && at + current.offset_height().min(80) <= column.client_height();
        let wanted = level.unwrap_or(if in_sight { at } else { head + 6 });
        level = Some(wanted);
        column.set_scroll_top(current.offset_top() - wanted);
    }
}

/// A column and the passage at which it stands.
fn standing_in(id: &str) -> Option<(HtmlElement, HtmlElement)> {
    let find = |selector: String| document().query_selector(&selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    let column = format!(".column[data-column=\"{id}\"]");
    Some((find(column.clone())?, find(format!("{column} .hit[data-current]"))?))
}
