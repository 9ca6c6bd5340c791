//! MLA: the entry of the works cited, and the parenthesis in the text.
//!
//! Source of the rules: *MLA Handbook*, 9th edition (containers; 5.95 on
//! addresses, page 211 on days of access; paragraph numbers after a comma,
//! `par.`; 6.77 on words quoted there, `qtd. in`).

use super::super::when::Order;
use super::super::{Phrase, Reference, headline};
use super::{bracketed, families, listed_authors, outlet, parenthesis, quoted, sentence, separate};

pub(super) fn mla(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    sentence(&mut out, &listed_authors(&reference.authors(), 2));
    mla_title(&mut out, reference);
    // Each container is a sentence: the paper, who carried it, the collection.
    let mut first = outlet(reference, true);
    if let Some(published) = &reference.article.published {
        separate(&mut first, ", ").add(&Order::Day.published(published));
    }
    let mut containers = vec![first];
    if let Some(carrier) = reference.carrier() {
        containers.push(bracketed(carrier, true, reference.carrier_is_inferred()));
    }
    if reference.url().is_none()
        && let Some(reading) = reference.reading
    {
        containers.push(bracketed(&headline::title_case(reading.collection, reference.article), true, false));
    }
    if let (Some(address), Some(last)) = (reference.address(), containers.last_mut()) {
        let bare = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http")).map(|(_, rest)| rest);
        separate(last, ", ").add(bare.unwrap_or(address));
    }
    for container in containers.into_iter().filter(|container| !container.runs.is_empty()) {
        separate(&mut out, " ").append(container).add(".");
    }
    if let Some(day) = reference.day() {
        separate(&mut out, " ").add("Accessed ").add(&Order::Day.day(day)).add(".");
    }
    out
}

/// A source without a headline is described, in neither quotation marks nor
/// italics.
fn mla_title(out: &mut Phrase, reference: &Reference<'_>) {
    let title = reference.headline();
    if reference.headline_is_supplied() {
        sentence(out, title);
    } else {
        separate(out, " ").add(&quoted(&headline::title_case(title, reference.article), "."));
    }
}

/// `(Weir, par. 3)`; with a lead `(qtd. in Weir, par. 3)`, and then the sentence
/// before it names who says it.
pub(super) fn mla_in_text(reference: &Reference<'_>, lead: &str) -> Phrase {
    let names = reference.authors();
    let short = headline::short(reference.headline());
    let who = match names.as_slice() {
        [] if reference.headline_is_supplied() => short.to_owned(),
        [] => {
            quoted(&headline::title_case(short, reference.article), if reference.passage.is_some() { "," } else { "" })
        }
        names => families(names, " and "),
    };
    parenthesis([lead, &who].concat(), None, reference.passage, "par.")
}
