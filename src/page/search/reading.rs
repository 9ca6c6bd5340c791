//! How the query was understood, and what of it was not: the place underlined,
//! and in words.

use summitry_corpus::ByteRange;
use summitry_search::Response;

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::wording::{cut, emphasised};

/// The query in plain words.
pub fn reading(answer: &Response) -> Element {
    el("p").class("fine reading").at("id", "reading").add("Understood as: ").all(set_apart(&answer.reading))
}

/// A better spelling, where there is one.
pub fn better_spelling(scene: Scene<'_>, answer: &Response) -> Node {
    let better = answer.suggestion.as_ref().map(|better| {
        let href = scene.route.with(|route| route.query.clone_from(&better.query)).href();
        let offer =
            link(href).add(if better.applied { "Put it into the box".to_owned() } else { better.query.clone() });
        el("p").class("fine did-you-mean").at("role", "status").all(set_apart(&better.message)).add(" ").add(offer)
    });
    better.into()
}

/// The query with its faulty places underlined, and each of them in words.
pub fn faults(scene: Scene<'_>, answer: &Response) -> Node {
    let (query, diagnostics) = (scene.route.query.as_str(), &answer.diagnostics);
    if diagnostics.is_empty() {
        return Node::Nothing;
    }
    let ranges: Vec<ByteRange> = diagnostics.iter().map(|found| found.range).collect();
    // A place between two letters is shown by a caret of proofreaders.
    let pieces = cut(query, &ranges).into_iter().map(|(text, faulty)| -> Node {
        match (faulty, text.is_empty()) {
            (true, true) => el("u").add("‸").into(),
            (true, false) => el("u").add(text).into(),
            (false, _) => text.into(),
        }
    });
    let told = diagnostics.iter().map(|found| {
        let place = found.range.of(query).to_owned();
        let place: Node = if place.is_empty() { "the end".into() } else { el("code").add(place).into() };
        el("li").add("At ").add(place).add(": ").add(found.message.clone()).add(" ").add(found.remedy.clone())
    });
    // The list says the same to those who do not see the line.
    let echo = el("p").class("fault-line").at("aria-hidden", "true").add(el("code").all(pieces));
    el("div").class("faults").at("role", "status").add(echo).add(el("ul").class("fine diagnostics").all(told)).into()
}

/// A sentence, its words of the query set apart.
fn set_apart(sentence: &str) -> impl Iterator<Item = Node> + use<> {
    emphasised(sentence).into_iter().map(|(text, apart)| if apart { el("em").add(text).into() } else { text.into() })
}
