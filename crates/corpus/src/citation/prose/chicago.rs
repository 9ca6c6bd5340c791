//! Chicago: the entry of the bibliography, the first note and the later ones.
//!
//! Source of the rules: *The Chicago Manual of Style*, 17th edition, notes and
//! bibliography (14.12 days of access, 14.22 locators, 14.199 unsigned articles,
//! 14.260 words quoted there, `quoted in`).

use super::super::name::Name;
use super::super::when::Order;
use super::super::{Phrase, Reference, headline};
use super::{bracketed, families, joined, listed_authors, outlet, quoted, sentence, separate};

pub(super) fn chicago(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names = reference.authors();
    sentence(&mut out, &listed_authors(&names, 10));
    // The paper takes the place of an author who is not named.
    let paper_first = names.is_empty();
    let mut paper = chicago_outlet(reference);
    if paper_first && !paper.runs.is_empty() {
        out.append(std::mem::take(&mut paper)).add(".");
    }
    separate(&mut out, " ").add(&chicago_title(reference, |title| title, "."));
    if let Some(published) = &reference.article.published {
        separate(&mut paper, ", ").add(&Order::Month.published(published));
    }
    if !paper.runs.is_empty() {
        separate(&mut out, " ").append(paper).add(".");
    }
    if let Some(carrier) = reference.carrier() {
        let words = ["Republished by ", carrier].concat();
        separate(&mut out, " ").append(bracketed(&words, false, reference.carrier_is_inferred())).add(".");
    }
    if let Some(day) = undated_day(reference) {
        out.add(" Accessed ").add(&day).add(".");
    }
    if let Some(address) = reference.address() {
        separate(&mut out, " ").add(address).add(".");
    }
    out
}

pub(super) fn chicago_note(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names: Vec<String> = reference.authors().iter().map(Name::straight).collect();
    match names.as_slice() {
        [] => {}
        [first, _, _, _, ..] => drop(out.add(first).add(" et al.")),
        names => drop(out.add(&joined(names))),
    }
    separate(&mut out, ", ").add(&chicago_title(reference, |title| title, ","));
    let mut rest = chicago_outlet(reference);
    if let Some(published) = &reference.article.published {
        separate(&mut rest, ", ").add(&Order::Month.published(published));
    }
    if let Some(passage) = reference.passage {
        separate(&mut rest, ", ").add("par. ").add(&passage.to_string());
    }
    if let Some(carrier) = reference.carrier() {
        let words = ["republished by ", carrier].concat();
        separate(&mut rest, ", ").append(bracketed(&words, false, reference.carrier_is_inferred()));
    }
    if let Some(day) = undated_day(reference) {
        separate(&mut rest, ", ").add("accessed ").add(&day);
    }
    if let Some(address) = reference.address() {
        separate(&mut rest, ", ").add(address);
    }
    separate(&mut out, " ").append(rest).add(".");
    out
}

/// The first note behind `quoted in`; the speaker's name goes before it.
pub(super) fn chicago_quoted(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    out.add("Quoted in ").append(chicago_note(reference));
    out
}

pub(super) fn chicago_later_note(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    out.add(&match reference.authors().as_slice() {
        [] => String::new(),
        names => families(names, " and "),
    });
    let end = if reference.passage.is_some() { "," } else { "." };
    separate(&mut out, ", ").add(&chicago_title(reference, headline::short, end));
    if let Some(passage) = reference.passage {
        out.add(" par. ").add(&passage.to_string()).add(".");
    }
    out
}

/// What a source without a headline is about stands in brackets.
fn chicago_title(reference: &Reference<'_>, part: impl Fn(&str) -> &str, end: &str) -> String {
    let title = reference.headline();
    match reference.headline_is_supplied() {
        true => ["[", title, "]", end].concat(),
        false => quoted(&headline::title_case(part(title), reference.article), end),
    }
}

/// Chicago leaves out the article before a newspaper's name.
fn chicago_outlet(reference: &Reference<'_>) -> Phrase {
    let mut whole = outlet(reference, true);
    for (text, _) in &mut whole.runs {
        if let Some(bare) = text.strip_prefix("The ") {
            *text = bare.to_owned();
        }
    }
    whole
}

/// A day of reading is given only where there is no day of publication.
fn undated_day(reference: &Reference<'_>) -> Option<String> {
    let day = reference.day().filter(|_| reference.article.published.is_none())?;
    Some(Order::Month.day(day))
}
