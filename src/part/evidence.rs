//! How a derived fact is known: stated or inferred, and from which words.

use summitry_corpus::{Basis, Provenance};

use crate::node::{Element, el};

/// "stated" or "inferred", to be opened for the words that the fact rests on.
/// `of` says what is being explained, such as "the date".
pub fn evidence(why: &'static Provenance, of: &str) -> Element {
    let label = match why.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
    };
    let quotes = why.evidence.iter().map(|evidence| {
        let place = el("span").class("fine").add(format!("line {} as received", evidence.line));
        el("blockquote").add(format!("“{}” ", evidence.quote)).add(place)
    });
    let reason = (!why.reason.is_empty()).then(|| el("p").add(why.reason.as_str()));
    el("details")
        .class("evidence")
        .add(el("summary").at("aria-label", format!("{label}: how {of} is known")).add(label))
        .add(el("div").all(quotes).add(reason))
}
