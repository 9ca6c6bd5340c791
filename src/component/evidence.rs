//! How a derived fact is known: stated or inferred, and from which words.

use summitry_corpus::{Article, Basis, Provenance};

use crate::app::Scene;
use crate::node::{Element, el, link, unseen};
use crate::route::{Page, Route, Text};

/// “stated” or “inferred”, to be opened for the words that the fact rests on,
/// each a link to its line as received. `question` is the one that is
/// answered, such as “Why this date?”.
pub fn evidence(scene: Scene<'_>, article: &Article, why: &'static Provenance, question: &'static str) -> Element {
    let label = match why.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
    };
    let quotes = why.evidence.iter().map(|evidence| {
        let place = line_link(scene, article, evidence.line, format!("line {} as received", evidence.line));
        el("blockquote").add(format!("“{}” ", evidence.quote)).add(place.class("fine"))
    });
    let reason = (!why.reason.is_empty()).then(|| el("p").add(why.reason.as_str()));
    el("details")
        .class("evidence")
        .at("data-basis", label)
        .add(el("summary").add(label).add(unseen([" (", question, ")"].concat())))
        .add(el("div").add(el("p").class("question").add(question)).all(quotes).add(reason))
}

/// A link to a line of an article as received, counted from 1.
pub fn line_link(scene: Scene<'_>, article: &Article, line: u32, name: String) -> Element {
    let route = Route {
        text: if scene.route.text == Text::Both { Text::Both } else { Text::Received },
        line: Some(line),
        ..scene.route.elsewhere(Page::Read(article.id.to_string()))
    };
    link(route.href()).add(name)
}
