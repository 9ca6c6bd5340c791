//! Keyword in context: a line for each place where the words stand, the words
//! one above the other.

use summitry_search::{Concordance, Response};

use crate::app::Scene;
use crate::component::{in_reader, issue_ids, segments, words_of};
use crate::node::{Element, Node, el, link};
use crate::route::LINE_ORDERS;
use crate::wording::count;

/// How much of the passage stands on either side, in bytes.
const CONTEXT: usize = 48;
/// The most lines that are shown.
const MOST: usize = 300;

/// The names of the orders, as in [`LINE_ORDERS`].
const NAMES: [&str; 4] = ["Date", "Place", "Word before", "Word after"];

/// The lines of the passages found that have all the words.
pub fn view(scene: Scene<'_>, answer: &Response) -> Node {
    let lines = lines(scene, answer);
    let orders = NAMES.into_iter().zip(LINE_ORDERS).map(|(name, (_, order))| {
        (name, scene.route.with(|route| route.line_order = *order).href(), scene.route.line_order == *order)
    });
    let bar = el("div")
        .class("compare-bar context-bar")
        .add(el("span").class("fine").add(format!("{}, in order of", count(lines.len(), "line", "lines"))))
        .add(segments("Order of the lines", orders.collect::<Vec<_>>()));
    if lines.is_empty() {
        let sentence = "There is no line to show: no passage found has all the words. ";
        let passages = link(scene.route.with(|route| route.listing = Default::default()).href());
        return el("p").class("empty").add(sentence).add(passages.add("Show the passages")).into();
    }
    let items = lines.iter().take(MOST).filter_map(|line| item(scene, line));
    let list = el("ol").class("concordance").at("aria-label", "Each place where the words stand").all(items);
    let more = lines.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        el("p").class("fine").add(format!(
            "{} not shown: add a word or a filter to come nearer.",
            count(more, "more line is", "more lines are")
        ))
    });
    el("div").add(bar).add(list).add(more).into()
}

/// The lines in the order that the link asks for, of the passages that pass
/// the filters.
fn lines(scene: Scene<'_>, answer: &Response) -> Vec<Concordance> {
    let route = scene.route;
    let found = |line: &Concordance| {
        let hits = answer.groups.iter().flat_map(|group| &group.hits);
        hits.into_iter().any(|hit| hit.complete && (hit.article, hit.passage) == (line.article, line.passage))
    };
    let asked = match &answer.suggestion {
        Some(better) if better.applied => better.query.clone(),
        _ if route.query.trim().is_empty() => issue_words(scene),
        _ => route.query.clone(),
    };
    let of = |query: &str| {
        let mut lines = scene.library.keyword_in_context(query, CONTEXT, route.line_order, 0);
        lines.retain(found);
        lines
    };
    let lines = of(&asked);
    // The last word may be the beginning of one, as it is while typing.
    if lines.is_empty() && asked.ends_with(char::is_alphanumeric) { of(&format!("{asked}*")) } else { lines }
}

/// What the chosen issues ask for, when no word is asked for.
fn issue_words(scene: Scene<'_>) -> String {
    let issues = scene.route.issues.iter().filter_map(|id| scene.library.issue(id));
    let queries: Vec<String> = issues.map(|issue| format!("({})", issue.query)).collect();
    queries.join(" OR ")
}

fn item(scene: Scene<'_>, line: &Concordance) -> Option<Element> {
    let article = scene.library.corpus().articles.get(line.article)?;
    let block = article.passage(line.passage)?;
    let text = block.text.as_str();
    let (left, right) = (line.left.of(text), line.right.of(text));
    // What clings to the keyword, as in "anti-missile" or "Russia's", stays there.
    let clings = left.rsplit_once(char::is_whitespace).map_or(left, |(_, clings)| clings);
    let follows = right.split_once(char::is_whitespace).map_or(right, |(follows, _)| follows);
    // What is kept is marked here as everywhere.
    let words = |range| words_of(scene, (line.article, line.passage), block, range, &[]);
    let source = [&scene.library.outlet_and_year(line.article), " "].concat();
    let number = link(in_reader(scene.route, article, line.passage).href())
        .class("passage-number")
        .at("aria-label", format!("Passage {} of {}", line.passage, article.headline.value))
        .add(line.passage.to_string());
    let keyword = el("mark").all(words(line.keyword));
    let item = el("li")
        .at("data-article", article.id.as_str())
        .at("data-passage", line.passage.to_string())
        .at("data-issues", issue_ids(scene.library, line.article, line.passage))
        .add(el("span").class("left").flag("data-clings", !clings.is_empty()).all(words(line.left)))
        .add(keyword)
        .add(el("span").class("right").flag("data-clings", !follows.is_empty()).all(words(line.right)))
        .add(" ")
        .add(el("span").class("source").add(source).add(number));
    Some(item)
}
