//! Passages under their articles, in rank order.

use summitry_search::{Group, Response};

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::{Listed, article_head, passage, segments};
use crate::route::{Mode, Page, Route, Sort};
use crate::wording::{count, list};

/// How many were found, in which order, and the passages.
pub fn view(scene: Scene<'_>, answer: &Response) -> Vec<Node> {
    let bar =
        el("div").class("result-bar").add(el("p").at("role", "status").add(summary(answer))).add(order(scene, answer));
    let mut nodes = vec![bar.into()];
    if answer.total == 0 {
        nodes.push(nothing(scene.route));
        return nodes;
    }
    nodes.extend(answer.groups.iter().map(|group| view_group(scene, group)));
    let shown: usize = answer.groups.iter().map(|group| group.hits.len()).sum();
    let more = answer.total.saturating_sub(shown);
    if more > 0 {
        let more = count(more, "more passage is", "more passages are");
        let sentence = format!("{more} not shown: add a word or a filter to come nearer.");
        nodes.push(el("p").class("fine").add(sentence).into());
    }
    nodes
}

/// `12 passages in 4 articles`, and how many of them have all the words.
fn summary(answer: &Response) -> String {
    if answer.total == 0 {
        return "No passages found".to_owned();
    }
    let passages = count(answer.total, "passage", "passages");
    let articles = count(answer.groups.len(), "article", "articles");
    match answer.matched_all {
        all if all == answer.total => format!("{passages} in {articles}"),
        0 => format!("{passages} in {articles}, none with all the words"),
        all => format!("{passages} in {articles}, {all} with all the words"),
    }
}

/// Order of the results, and all their articles side by side.
fn order(scene: Scene<'_>, answer: &Response) -> Element {
    let choice = |name, sort| (name, scene.route.with(|route| route.sort = sort).href(), scene.route.sort == sort);
    let orders = [choice("Best first", Sort::Relevance), choice("By date", Sort::Date)];
    let articles: Vec<usize> = answer.groups.iter().map(|group| group.article).take(4).collect();
    let beside = (articles.len() > 1).then(|| {
        let which = if articles.len() == 2 { "both".to_owned() } else { format!("these {}", articles.len()) };
        link(compare(scene, &articles).href()).class("button").add(format!("Lay {which} side by side"))
    });
    el("div").class("compare-bar").add(segments("Order of the results", orders)).add(beside)
}

/// The side-by-side view of some articles, with what was asked here.
fn compare(scene: Scene<'_>, articles: &[usize]) -> Route {
    let (route, all) = (scene.route, &scene.library.corpus().articles);
    Route {
        columns: articles
            .iter()
            .filter_map(|article| all.get(*article))
            .map(|article| article.id.to_string())
            .collect(),
        issues: route.issues.clone(),
        query: route.query.clone(),
        mode: Mode::Issues,
        ..route.elsewhere(Page::Compare)
    }
}

/// The hits of one article; a line stands between those that have all the words
/// and those that do not.
fn view_group(scene: Scene<'_>, group: &Group) -> Node {
    let Some(article) = scene.library.corpus().articles.get(group.article) else { return Node::Nothing };
    let mut hits: Vec<Node> = Vec::new();
    let mut complete = false;
    for hit in &group.hits {
        if complete && !hit.complete {
            hits.push(el("p").class("partial-line").add("with some of the words").into());
        }
        complete = hit.complete;
        let listed = Listed {
            article: hit.article,
            number: hit.passage,
            marks: &hit.marks,
            window: Some(hit.snippet.range),
            tagged: true,
        };
        hits.push(passage(scene, &listed).into());
    }
    let beside = link(compare(scene, &[group.article]).href())
        .class("button")
        .at("aria-label", format!("Compare “{}”", article.headline.value))
        .add("Compare");
    el("section")
        .class("result-group")
        .add(el("header").add(article_head(scene, article, "h2")).add(beside))
        .all(hits)
        .into()
}

/// Nothing was found: why, and what to loosen.
fn nothing(route: &Route) -> Node {
    let both = !route.query.trim().is_empty() && route.has_filters();
    let unfiltered = both.then(|| {
        let href = route.without_filters().href();
        el("li").add(link(href).add("Search for the same words without the filters"))
    });
    let unworded = both.then(|| {
        let href = route.with(|route| route.query.clear()).href();
        el("li").add(link(href).add("Keep the filters and show all their passages"))
    });
    let all = el("li").add(link(route.elsewhere(Page::Search).href()).add("Start again from the whole collection"));
    el("div")
        .class("empty")
        .add(el("p").add(format!("No passage fits {}.", list(&tried(route)))))
        .add(el("ul").add(unfiltered).add(unworded).add(all))
        .into()
}

/// What was asked, in a few words.
fn tried(route: &Route) -> Vec<String> {
    let mut tried = Vec::new();
    if !route.query.trim().is_empty() {
        tried.push(format!("“{}”", route.query.trim().chars().take(80).collect::<String>()));
    }
    if !route.issues.is_empty() {
        tried.push(count(route.issues.len(), "issue", "issues"));
    }
    if !(route.outlets.is_empty() && route.meetings.is_empty() && route.sides.is_empty()) {
        tried.push("the chosen outlets, meetings and sides".to_owned());
    }
    if route.from.is_some() || route.to.is_some() {
        tried.push("the dates".to_owned());
    }
    tried
}
