//! What was found: how much, in which view and order, and the passages under
//! their articles in rank order.

use leptos::prelude::document;
use summitry_search::{Group, Hit, Response};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::Scene;
use crate::library::MOST_COLUMNS;
use crate::node::{Element, Node, el, link};
use crate::page::search::{context, export, nothing, own};
use crate::part::{Listed, article_head, passage, said_here, segments};
use crate::route::{Listing, Mode, Page, Route, Sort};
use crate::wording::count;

/// How many were found, how they are shown, and the passages.
pub fn view(scene: Scene<'_>, answer: &Response) -> Vec<Node> {
    let mut nodes = vec![bar(scene, answer).into()];
    match scene.route.listing {
        _ if answer.total == 0 => nodes.push(rested(scene, |scene| nothing::view(scene, answer))),
        Listing::Context => nodes.push(rested(scene, |scene| context::view(scene, answer))),
        Listing::Passages => {
            let drawn = answer.groups.iter().filter(|group| !group.hits.is_empty());
            nodes.extend(drawn.map(|group| view_group(scene, group)));
        }
    }
    let more = answer.total.saturating_sub(shown(answer));
    if more > 0 && !scene.hurried {
        let more = count(more, "more passage is", "more passages are");
        let sentence = format!("{more} not shown: add a word or a filter to come nearer.");
        nodes.push(el("p").class("fine").add(sentence).into());
    }
    nodes
}

/// How many passages are shown.
fn shown(answer: &Response) -> usize {
    answer.groups.iter().map(|group| group.hits.len()).sum()
}

/// Whether only those of the found passages are drawn that the window shows.
pub fn is_cut(scene: Scene<'_>, answer: &Response) -> bool {
    scene.hurried && shown(answer) < answer.total
}

/// `12 passages in 4 articles`, and how many of them have all the words.
pub fn summary(answer: &Response) -> String {
    if answer.total == 0 {
        return "No passages found".to_owned();
    }
    let passages = count(answer.total, "passage", "passages");
    let articles = count(answer.articles, "article", "articles");
    match answer.matched_all {
        all if all == answer.total => format!("{passages} in {articles}"),
        0 => format!("{passages} in {articles}, none with all the words"),
        all => format!("{passages} in {articles}, {all} with all the words"),
    }
}

/// Moves the focus to the number of passages found, from what is gone now;
/// where there is none, to the switch of the filters.
pub fn focus_found() {
    let one = |name: &str| document().query_selector(name).ok().flatten();
    let found = one(".found").or_else(|| one(".filters-switch"));
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// Moves the focus to the first passage that was found, or where none was to the
/// first way on; whether there is one.
pub fn focus_first() -> bool {
    let first = document().query_selector(".results :is(.passage-number, .context-line a, .empty a)").ok().flatten();
    let first = first.and_then(|first| first.dyn_into::<HtmlElement>().ok());
    first.is_some_and(|first| first.focus().is_ok())
}

/// What `view` makes; while the query is being typed, what stands there already.
pub fn rested<'r>(scene: Scene<'r>, view: impl FnOnce(Scene<'r>) -> Node) -> Node {
    if scene.hurried { Node::Kept } else { view(scene) }
}

/// Saving the search as an issue; while the query is being typed only its
/// place, so that nothing moves when the typing rests.
fn save(scene: Scene<'_>, answer: &Response) -> Node {
    if !scene.hurried {
        return own::save(scene, answer);
    }
    let name = el("summary").class("button").add("Save as an issue");
    el("details").class("save").flag("inert", true).add(name).into()
}

fn bar(scene: Scene<'_>, answer: &Response) -> Element {
    let found = el("p").class("found").at("tabindex", "-1").add(summary(answer));
    let tools = match answer.total {
        0 if scene.hurried => Node::Kept,
        0 => Node::Nothing,
        // They stay while one types, once they are there: then nothing moves
        // when the typing rests.
        _ => {
            let articles: Vec<usize> = answer.groups.iter().map(|group| group.article).take(MOST_COLUMNS).collect();
            let (all, save) = (answer.articles, save(scene, answer));
            let export = if scene.hurried { Node::Kept } else { export::view(scene).into() };
            scene.lazy(vec![0], move |scene| tools(scene, &articles, all).add(save).add(export))
        }
    };
    el("div").class("result-bar").add(found).add(tools)
}

/// View and order of the results, and the first of `all` their articles side by
/// side.
fn tools(scene: Scene<'_>, articles: &[usize], all: usize) -> Element {
    let route = scene.route;
    let listing = |name, listing| (name, route.with(|route| route.listing = listing).href(), route.listing == listing);
    let listings = [listing("Passages", Listing::Passages), listing("In context", Listing::Context)];
    let order = |name, sort| (name, route.with(|route| route.sort = sort).href(), route.sort == sort);
    let orders = [order("Relevance", Sort::Relevance), order("Date", Sort::Date)];
    let orders = (route.listing == Listing::Passages).then(|| segments("Order of the results", orders));
    let beside = (articles.len() > 1).then(|| {
        let which = match (articles.len(), all) {
            (2, 2) => "both".to_owned(),
            (some, all) if some < all => format!("the first {some}"),
            (all, _) => format!("these {all}"),
        };
        link(compare(scene, articles).href()).class("button").add(format!("Compare {which} articles"))
    });
    el("div").class("compare-bar").add(segments("View", listings)).add(orders).add(beside)
}

/// The side-by-side view of some articles, with what was asked here.
fn compare(scene: Scene<'_>, articles: &[usize]) -> Route {
    let (route, all) = (scene.route, &scene.library.corpus().articles);
    // In order of time, as the articles are.
    let columns = all.iter().enumerate().filter(|(index, _)| articles.contains(index));
    Route {
        columns: columns.map(|(_, article)| article.id.to_string()).collect(),
        mode: Mode::Issues,
        ..route.elsewhere(Page::Compare).asking(route)
    }
}

/// The hits of one article; best first, a line stands between those that have
/// all the words and those that do not.
fn view_group(scene: Scene<'_>, group: &Group) -> Node {
    let Some(article) = scene.library.corpus().articles.get(group.article) else { return Node::Nothing };
    let mut hits: Vec<Node> = Vec::new();
    let mut complete = false;
    for hit in &group.hits {
        if complete && !hit.complete && scene.route.sort == Sort::Relevance {
            hits.push(el("p").class("partial-line").add("with some of the words").into());
        }
        complete = hit.complete;
        hits.push(view_hit(scene, hit.clone()));
    }
    let header = scene.lazy(vec![place(group.article)], move |scene| {
        let beside = scene.route.beside(article.id.as_str()).asking(scene.route);
        let beside = link(beside.href())
            .class("button")
            .at("aria-label", format!("Compare “{}”", article.headline.value))
            .add("Compare");
        el("header").add(article_head(scene, article, "h2")).add(beside)
    });
    // What follows below the window stays until the typing rests.
    el("section")
        .class("result-group")
        .about(group.article, scene.hurried && group.hits.len() < group.total)
        .add(header)
        .all(hits)
        .into()
}

fn view_hit(scene: Scene<'_>, hit: Hit) -> Node {
    let said = said_here(scene.library, scene.route, (hit.article, hit.passage));
    let window = said.unwrap_or(hit.snippet.range);
    let mut content = vec![place(hit.article), hit.passage, window.start, window.end];
    content.extend(hit.marks.iter().flat_map(|mark| [mark.start, mark.end]));
    let marks = scene.kept.in_passage(scene.library, (hit.article, hit.passage));
    content.extend(marks.iter().flat_map(|mark| {
        [mark.words.range.start, mark.words.range.end, u32::from(mark.noted) + 2 * u32::from(mark.marked)]
    }));
    scene.lazy(content, move |scene| {
        let (article, number) = (hit.article, hit.passage);
        passage(scene, &Listed { article, number, marks: &hit.marks, window: Some(window), tagged: true, heard: true })
    })
}

fn place(article: usize) -> u32 {
    u32::try_from(article).unwrap_or(u32::MAX)
}
