//! The reading text, block by block, and what was left out of it.

use leptos::prelude::{document, window};
use summitry_corpus::{Article, Block, BlockKind, Voice, VoiceKind};
use wasm_bindgen::JsCast;

use crate::app::Scene;
use crate::node::{Element, Node, el, link, unseen};
use crate::part::{issue_ids, issue_tags, side_mark, words};
use crate::route::Page;
use crate::wording::{count, list, whole};

/// The text; the passage that the link names is set apart.
pub fn view(scene: Scene<'_>, index: usize, article: &'static Article) -> Element {
    let blocks = article.blocks.iter().map(|block| match block.n {
        Some(number) => view_passage(scene, index, article, block, number).into(),
        None => view_other(block),
    });
    el("div").class("text").all(blocks).add(left_out(article))
}

/// Scrolls to a passage unless it is in view, and puts the focus there.
pub fn bring_into_view(number: u32) {
    let found = document().query_selector(&format!(".text [data-passage=\"{number}\"]")).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if place.top() < 0.0 || place.bottom() > height {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// A block that is not a passage; headline, byline and standfirst stand above
/// the text already.
fn view_other(block: &'static Block) -> Node {
    let words = words(block, whole(block), &[]);
    let block = el("div").class("block").at("data-kind", block.kind.name()).add(match block.kind {
        BlockKind::Subhead => el("h2").class("words").all(words),
        BlockKind::Caption => el("p").class("words").add(unseen("Caption: ")).all(words),
        BlockKind::AlternativeText => el("p").class("words").add("Image: ").all(words),
        _ => return Node::Nothing,
    });
    block.into()
}

fn view_passage(
    scene: Scene<'_>,
    index: usize,
    article: &'static Article,
    block: &'static Block,
    number: u32,
) -> Element {
    let route = scene.route;
    let here = route.elsewhere(Page::Read(article.id.to_string())).with(|here| {
        here.query.clone_from(&route.query);
        here.passage = Some(number);
    });
    let current = route.passage == Some(number);
    let marks = scene.library.marks(&route.query, index, number);
    let name = format!("Link to passage {number}");
    let margin = el("div")
        .class("margin")
        .add(issue_tags(scene, index, number))
        .add(voices(scene, article, number))
        .add(why(scene, index, article, number));
    el("div")
        .class("block")
        .at("tabindex", "-1")
        .at("data-kind", block.kind.name())
        .at("data-article", article.id.as_str())
        .at("data-passage", number.to_string())
        .at("data-issues", issue_ids(scene.library, index, number))
        .flag("data-current", current)
        .add(link(here.href()).class("passage-number").at("aria-label", name).current(current).add(number.to_string()))
        .add(el("p").class("words").all(words(block, whole(block), &marks)))
        .add(margin)
}

/// Who speaks in a passage, each once, with their side and how.
fn voices(scene: Scene<'_>, article: &'static Article, number: u32) -> Option<Element> {
    let mut shown: Vec<&Voice> = Vec::new();
    for voice in article.voices_in(number) {
        if !shown.iter().any(|other| other.speaker == voice.speaker && other.kind == voice.kind) {
            shown.push(voice);
        }
    }
    let items = shown.iter().map(|voice| {
        let how = match voice.kind {
            VoiceKind::Direct => ", quoted",
            VoiceKind::Paraphrase => ", paraphrased",
        };
        let side = voice.side.as_ref().and_then(|side| side_mark(scene.library, side.as_str()));
        el("li").at("title", voice.why.clone()).add(side).add(" ").add(voice.speaker.clone()).add(how)
    });
    (!shown.is_empty()).then(|| el("ul").class("voices").at("aria-label", "Who speaks").all(items))
}

/// What the labels and the speakers of a passage rest on, to be opened.
fn why(scene: Scene<'_>, index: usize, article: &'static Article, number: u32) -> Option<Element> {
    let mut reasons: Vec<Element> = Vec::new();
    for label in scene.library.labels(index, number) {
        if let Some(issue) = scene.library.issues().get(label.issue) {
            let words: Vec<String> = label.terms.iter().map(|term| format!("“{term}”")).collect();
            reasons.push(el("li").add(format!("{}: because of {}.", issue.name, list(&words))));
        }
    }
    for voice in article.voices_in(number) {
        let basis = voice.basis.name();
        reasons.push(el("li").add(format!("{}, {basis}: {}", voice.speaker, voice.why)));
    }
    let summary = el("summary").add("Why?").add(unseen(format!(" The labels of passage {number}")));
    (!reasons.is_empty()).then(|| el("details").class("evidence").add(summary).add(el("ul").all(reasons)))
}

/// The pieces of the file that are not part of the reading text.
fn left_out(article: &'static Article) -> Option<Element> {
    let items = article.removed.iter().map(|removed| {
        let why = format!("Line {}, {}: ", removed.line, removed.reason);
        el("li").add(el("span").class("fine").add(why)).add(removed.text.as_str())
    });
    let summary = format!("What was left out: {}", count(article.removed.len(), "piece", "pieces"));
    (!article.removed.is_empty())
        .then(|| el("details").class("left-out").add(el("summary").add(summary)).add(el("ul").all(items)))
}
