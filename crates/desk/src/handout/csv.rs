//! The excerpts of a handout as comma-separated values (RFC 4180).
//!
//! Invariant: no cell is a formula (`summitry_corpus::escape::push_csv_line`);
//! every excerpt is one line, under the names of the columns.

use summitry_corpus::escape::push_csv_line;

use super::{Entry, Handout};

/// The names of the columns.
const COLUMNS: [&str; 17] = [
    "number",
    "heading",
    "words",
    "speaker",
    "role",
    "manner",
    "article",
    "headline",
    "outlet",
    "date",
    "passage",
    "in text",
    "reference",
    "note",
    "tags",
    "address",
    "problem",
];

/// The excerpts, a line each. Several speakers, and tags, are parted by `; `.
pub fn csv(handout: &Handout) -> String {
    let mut out = String::new();
    push_csv_line(&mut out, COLUMNS);
    let mut heading = "";
    for entry in &handout.entries {
        let excerpt = match entry {
            Entry::Heading(_, text) => {
                heading = text;
                continue;
            }
            Entry::Excerpt(excerpt) => excerpt,
            _ => continue,
        };
        let each = |part: fn(&crate::item::Said) -> &str| excerpt.said.iter().map(part).collect::<Vec<_>>().join("; ");
        let passage = excerpt.passage.map(|passage| passage.to_string()).unwrap_or_default();
        // An orphan has no headline; what was kept of it says where it is from.
        let headline = if excerpt.headline.is_empty() { &excerpt.from } else { &excerpt.headline };
        push_csv_line(
            &mut out,
            [
                excerpt.number.to_string().as_str(),
                heading,
                &excerpt.words,
                &each(|said| &said.speaker),
                &each(|said| &said.role),
                &each(|said| &said.manner),
                &excerpt.article,
                headline,
                &excerpt.outlet,
                &excerpt.iso,
                &passage,
                &excerpt.in_text.plain(),
                &excerpt.reference.plain(),
                &excerpt.note,
                &excerpt.tags.join("; "),
                &excerpt.address,
                excerpt.problem,
            ],
        );
    }
    out
}
