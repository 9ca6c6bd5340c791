//! What is in an article: its subheads, and its issues with their passages.

use leptos::prelude::document;
use summitry_corpus::{Article, Block, BlockKind};
use wasm_bindgen::JsCast;

use super::text::{at_passage, bring, number_link, section};
use crate::app::Scene;
use crate::node::{Element, el, link, unseen};
use crate::route::toggled;

/// Contents by subhead, where there are any, and by issue.
pub fn view(scene: Scene<'_>, index: usize, article: &'static Article) -> Element {
    let subheads = article.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Subhead);
    let sections: Vec<Element> =
        subheads.filter_map(|(place, subhead)| contents_entry(scene, article, place, subhead)).collect();
    let contents =
        (!sections.is_empty()).then(|| el("ol").class("contents").at("aria-label", "Subheads").all(sections));
    let issues: Vec<Element> = scene
        .library
        .issues()
        .iter()
        .filter_map(|issue| issue_entry(scene, index, article, issue.id.as_str()))
        .collect();
    let by_issue = (!issues.is_empty()).then(|| el("ul").class("issue-index").at("aria-label", "Issues").all(issues));
    let hint = "Choose a passage by its number to see what is known about it, what the other articles say, and how to cite it.";
    // Where there is room the contents are always open, under this title.
    let title = el("h2").at("id", "overview").add("In this article");
    let details = el("details")
        .add(el("summary").add("In this article"))
        .add(contents)
        .add(by_issue)
        .add(el("p").class("fine").add(hint));
    el("nav").class("overview").at("aria-labelledby", "overview").add(title).add(details)
}

/// A subhead, and from which passage to which its part goes.
fn contents_entry(
    scene: Scene<'_>,
    article: &'static Article,
    place: usize,
    subhead: &'static Block,
) -> Option<Element> {
    let rest = article.blocks.get(place.checked_add(1)?..)?;
    let mut numbers = rest.iter().take_while(|block| block.kind != BlockKind::Subhead).filter_map(|block| block.n);
    let first = numbers.next()?;
    let last = numbers.last().unwrap_or(first);
    let range = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let id = section(subhead);
    let go = move |event: web_sys::Event| {
        let found = document().get_element_by_id(&id).and_then(|element| element.dyn_into().ok());
        if let Some(element) = found {
            event.prevent_default();
            bring(&element);
        }
    };
    let entry = link(at_passage(scene.route, first).href()).add(subhead.text.as_str()).on("click", go);
    let range = el("span").class("count").add(unseen(" passages ")).add(range);
    Some(el("li").add(entry).add(" ").add(range))
}

/// An issue, to be marked in the text, and its passages; nothing when the
/// article has none on it.
fn issue_entry(scene: Scene<'_>, index: usize, article: &'static Article, id: &str) -> Option<Element> {
    let issue = scene.library.issue(id)?;
    let marked = scene.route.issues.iter().any(|chosen| chosen == id);
    let lens = scene.route.with(|route| route.issues = toggled(&route.issues, id));
    let name = link(lens.href()).current(marked).at("title", "Mark the words that decide").add(issue.name.as_str());
    let numbers = numbers(scene, index, article, id)?;
    Some(el("li").add(name).add(" ").add(numbers))
}

/// The numbers of an article's passages on an issue, each a link.
pub(super) fn numbers(scene: Scene<'_>, index: usize, article: &'static Article, issue: &str) -> Option<Element> {
    let numbers = scene.library.passages_on(issue, index);
    let links = numbers.iter().flat_map(|number| [" ".into(), number_link(scene, article, *number).into()]);
    let links: Vec<crate::node::Node> = links.collect();
    (!links.is_empty()).then(|| el("span").class("numbers").all(links))
}
