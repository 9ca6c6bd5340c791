//! The byline: the first source that names a person.
//!
//! Invariant: a newsroom or an agency is the author only where no person is.

use super::{Said, evidence, provenance};
use crate::article::{Block, BlockKind};
use crate::byline;
use crate::clean::names_author_and_place;
use crate::fact::{Evidence, Fact};
use crate::problem::Warning;

use super::entry::{Entry, Field};

/// What a source says about the authors.
struct Named {
    names: Vec<String>,
    evidence: Vec<Option<Evidence>>,
    label: String,
    /// Whether a name is the site's as well.
    site: bool,
}

impl Named {
    fn has_person(&self) -> bool {
        !self.site && self.names.iter().any(|name| !byline::is_organisation(name))
    }
}

/// Who wrote it.
pub(super) fn byline(said: &Said<'_>, warnings: &mut Vec<Warning>) -> Option<Fact<String>> {
    let entries = said.about(Field::Author);
    let outlets: Vec<String> = said.about(Field::Outlet).iter().map(|entry| entry.value.to_lowercase()).collect();
    let mut found: Vec<(Named, Option<&Entry>)> = Vec::new();
    let mut at = 0;
    while let Some(first) = entries.get(at) {
        let group: Vec<&Entry> =
            entries.iter().skip(at).take_while(|entry| entry.source == first.source).copied().collect();
        at += group.len();
        found.extend(named(said, &group, &outlets).map(|named| (named, Some(*first))));
    }
    // A page's own elements name the author before a line that looks like one.
    found.extend(from_blocks(said).map(|named| (named, None)));
    let chosen = found.iter().position(|(named, _)| named.has_person()).or((!found.is_empty()).then_some(0))?;
    disagreement(said, &found, chosen, warnings);
    let (named, _) = found.into_iter().nth(chosen)?;
    let why = provenance(named.evidence.into_iter().flatten().collect(), &named.label, String::new());
    Some(Fact { value: byline::joined(&named.names), why })
}

/// The names in the entries of one source.
fn named(said: &Said<'_>, group: &[&Entry], outlets: &[String]) -> Option<Named> {
    let label = group.first().map(|entry| entry.label.clone()).unwrap_or_default();
    let mut named = Named { names: Vec::new(), evidence: Vec::new(), label, site: false };
    for entry in group {
        for name in byline::names(&entry.value) {
            // A site of that name may be the author's own, or say nothing.
            named.site |= outlets.iter().any(|outlet| *outlet == name.to_lowercase());
            if !named.names.contains(&name) && named.names.len() < 20 {
                named.names.push(name);
                named.evidence.push(evidence(said.source, entry));
            }
        }
    }
    let whole = named.names.iter().any(|name| name.contains(' '));
    let people = named.names.iter().any(|name| !byline::is_organisation(name));
    if people || whole {
        let keeps =
            |name: &String| !byline::is_organisation(name) && (!whole || name.contains(' ') || !name.is_ascii());
        let kept: Vec<bool> = named.names.iter().map(keeps).collect();
        let mut keep = kept.iter();
        named.names.retain(|_| *keep.next().unwrap_or(&true));
        let mut keep = kept.iter();
        named.evidence.retain(|_| *keep.next().unwrap_or(&true));
    }
    named.evidence.dedup();
    (!named.names.is_empty()).then_some(named)
}

/// The first line of the reading text that says so. A name that stands alone
/// may be the author's, the photographer's or the illustrator's, and is not
/// taken, unless `By` stands alone over it.
fn from_blocks(said: &Said<'_>) -> Option<Named> {
    // `By Anna Lind, 4 March 2014` is the line of the day as well.
    let dated = |block: &&Block| block.kind == BlockKind::Dateline && parts(&block.text).any(byline::opens);
    let lines: Vec<_> = said.blocks.iter().filter(|block| block.kind == BlockKind::Byline || dated(block)).collect();
    lines.iter().enumerate().find_map(|(at, block)| {
        let names = in_block(&block.text);
        if !names.is_empty() {
            return Some(Named {
                names,
                evidence: vec![Some(said.source.evidence(block.range))],
                label: String::new(),
                site: false,
            });
        }
        let next = lines.get(at + 1).filter(|_| is_by(&block.text))?;
        let names = byline::names(&next.text);
        let both = vec![Some(said.source.evidence(block.range)), Some(said.source.evidence(next.range))];
        (!names.is_empty()).then_some(Named { names, evidence: both, label: String::new(), site: false })
    })
}

/// The parts of a line with bars or dots between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', '·', '•']).map(str::trim)
}

/// `By` on a line of its own.
fn is_by(text: &str) -> bool {
    text.trim_end_matches(':').eq_ignore_ascii_case("by")
}

fn in_block(text: &str) -> Vec<String> {
    const TRADES: [&str; 7] = [
        "staff writer",
        "correspondent of",
        "staff reporter",
        "associated press writer",
        "special to",
        "contributor to",
        "staff correspondent",
    ];
    if let Some(names) = byline::in_line(text) {
        return names;
    }
    // `Coast Courier · 4 Mar 2014 · By Anna Lind`
    if let Some(names) = parts(text).filter(|part| byline::opens(part)).find_map(byline::in_line) {
        return names;
    }
    let lower = text.to_lowercase();
    if TRADES.iter().any(|trade| lower.contains(trade)) || names_author_and_place(text) {
        return byline::names(text);
    }
    Vec::new()
}

/// Sources that share no author are told.
fn disagreement(said: &Said<'_>, found: &[(Named, Option<&Entry>)], chosen: usize, warnings: &mut Vec<Warning>) {
    let Some((taken, Some(entry))) = found.get(chosen) else { return };
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let known: Vec<String> = taken.names.iter().map(|name| surname(name)).collect();
    let other = found.iter().enumerate().find(|(at, (named, other))| {
        // Classes name the authors of comments and of other articles too.
        let sure = other.is_none_or(|entry| entry.source < super::Source::RelAuthor);
        *at != chosen
            && sure
            && named.has_person()
            && taken.has_person()
            && !named.names.iter().any(|name| known.contains(&surname(name)))
    });
    if let Some((_, (named, other))) = other {
        let label = other.map_or("its own line", |entry| entry.label.as_str());
        warnings.push(Warning {
            place: said.place_of(entry),
            message: format!(
                "The sources disagree about the author: {} names {}, {label} names {}.",
                entry.label,
                byline::joined(&taken.names),
                byline::joined(&named.names)
            ),
            remedy: "The first is taken. If it is wrong, add byline = { … } to the article's entry in the catalogue."
                .to_owned(),
        });
    }
}
