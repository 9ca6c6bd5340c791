//! What an article says about itself: headline, byline, dates and place, read
//! from its own blocks and from what its page or archive says beside them.
//!
//! Which source is believed is a rule, written down in the crate's README; each
//! fact keeps the words that it rests on, and where sources disagree that is a
//! warning.
//!
//! Invariant: a date is read from what is said about the article, never from
//! captions, from running text or from lists of other articles.

mod author;
pub(crate) mod entry;
mod headline;
mod order;
mod place;
mod when;

use crate::article::{Block, BlockKind};
use crate::claim::Quotable;
use crate::date::Published;
use crate::dates::Manner;
use crate::fact::{Basis, ByteRange, Evidence, Fact, Provenance};
use crate::problem::{Place, Warning};
use entry::{Entry, Field, Source};

pub(crate) use headline::of_page as headline_of_page;
pub(crate) use place::place;

/// An article's source with what is said about it.
pub(crate) struct Said<'a> {
    pub(crate) file: &'a str,
    pub(crate) blocks: &'a [Block],
    /// What is left out of the reading text, as received.
    pub(crate) removed: &'a [crate::article::Removed],
    pub(crate) entries: &'a [Entry],
    pub(crate) source: &'a Quotable<'a>,
}

/// The facts, and what their sources disagree about.
pub(crate) struct Facts {
    pub(crate) headline: Fact<String>,
    pub(crate) byline: Option<Fact<String>>,
    pub(crate) published: Option<Published>,
    pub(crate) updated: Option<Published>,
    pub(crate) place: Option<Fact<String>>,
    /// How the source calls its outlet.
    pub(crate) outlet: Option<Fact<String>>,
    pub(crate) warnings: Vec<Warning>,
}

/// Reads every fact.
pub(crate) fn facts(said: &Said<'_>) -> Facts {
    let mut warnings = Vec::new();
    let headline = headline::headline(said);
    let byline = author::byline(said, &mut warnings);
    let (published, updated) = when::dates(said, &mut warnings);
    let place = said.stated(Field::Place).or_else(|| place(said.blocks, said.source));
    let outlet = said.stated(Field::Outlet);
    Facts { headline, byline, published, updated, place, outlet, warnings }
}

impl Said<'_> {
    /// The entries about a field, the believed ones first.
    fn about(&self, field: Field) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = self.entries.iter().filter(|entry| entry.field == field).collect();
        found.sort_by_key(|entry| entry.source);
        found
    }

    /// The first entry about a field as a fact.
    fn stated(&self, field: Field) -> Option<Fact<String>> {
        let entry = *self.about(field).first()?;
        Some(Fact { value: entry.value.clone(), why: stated_by(self.source, entry) })
    }

    fn manner(&self) -> Manner {
        let languages = || self.entries.iter().filter(|entry| entry.field == Field::Language);
        // `en-US` says more than `en`.
        let precise = languages().find(|entry| entry.value.contains(['-', '_']));
        let language = languages().next().map_or("", |entry| entry.value.as_str());
        let precise = precise.map(|entry| entry.value.as_str()).filter(|tag| tag.get(..2) == language.get(..2));
        Manner::of_language(precise.unwrap_or(language))
    }

    fn place_of(&self, entry: &Entry) -> Place {
        let evidence = evidence(self.source, entry);
        self.source.in_file(self.file, evidence.map(|words| words.range).unwrap_or_default())
    }
}

/// The words of the source in which an entry stands; none where the page does
/// not show them.
fn evidence(source: &Quotable<'_>, entry: &Entry) -> Option<Evidence> {
    source.on_line(entry.line, &entry.value)
}

fn stated_by(source: &Quotable<'_>, entry: &Entry) -> Provenance {
    provenance(evidence(source, entry).into_iter().collect(), &entry.label, String::new())
}

/// Stated by its words; inferred where there is a reason or no words to show.
fn provenance(evidence: Vec<Evidence>, label: &str, reason: String) -> Provenance {
    let reason = match reason {
        reason if !reason.is_empty() => reason,
        _ if evidence.is_empty() => format!("The page says it ({label}) and does not show it."),
        _ => return Provenance { basis: Basis::Stated, evidence, reason: String::new() },
    };
    Provenance { basis: Basis::Inferred, evidence, reason }
}

fn stated(source: &Quotable<'_>, range: ByteRange) -> Provenance {
    Provenance { basis: Basis::Stated, evidence: vec![source.evidence(range)], reason: String::new() }
}

fn first_of_kind(blocks: &[Block], kind: BlockKind) -> Option<&Block> {
    blocks.iter().find(|block| block.kind == kind)
}
