//! Which passages are on which issue, and the words that earned it.
//!
//! Found once, when a collection is packed, and carried in its blob: finding
//! them anew would take a page as long as indexing the articles does.
//!
//! On the wire, for each issue in the catalogue's order: how many units; for
//! each the gap from the unit before; how many marks; for each the gap from the
//! end of the mark before and its length, in bytes. Numbers are written seven
//! bits a byte, low bits first.
//!
//! Invariant: [`decode`] accepts only units that the corpus has, in order, and
//! marks that fit the text of theirs.

use std::borrow::Cow;
use std::cell::OnceCell;

use summitry_corpus::{ByteRange, Corpus};

use crate::evaluate::{Evaluation, Mode, UnitTexts, Words, resolve};
use crate::fields::Metadata;
use crate::index::{Index, Reader, push_varint};
use crate::marks::{local, marks};
use crate::query::{NodeKind, Query, parse};
use crate::response::Label;

/// The units on an issue in order, each with its marks: in bytes of its text,
/// in order, not overlapping.
pub(crate) type Labelled = Vec<(u32, Vec<ByteRange>)>;

/// The units on each issue of the corpus, in the catalogue's order.
pub(crate) fn find(corpus: &Corpus, index: &Index, metadata: &Metadata) -> Vec<Labelled> {
    // A passage's words are looked up once for all issues that it is on.
    let passages = Passages { corpus, index, metadata, words: vec![OnceCell::new(); index.units()] };
    let mut all = Vec::with_capacity(corpus.issues.len());
    for issue in &corpus.issues {
        let plan = resolve(&issue_query(&issue.query, issue.at_least), index, metadata, Mode::Strict, false);
        let mut found = Labelled::new();
        for unit in Evaluation::with_texts(index, &plan, &passages).strict(&plan.need).iter() {
            found.push((*unit, marks(&plan, &passages.words(*unit))));
        }
        all.push(found);
    }
    all
}

/// The texts of a corpus and its index.
struct Passages<'c> {
    corpus: &'c Corpus,
    index: &'c Index,
    metadata: &'c Metadata,
    /// By unit.
    words: Vec<OnceCell<Words>>,
}

impl UnitTexts for Passages<'_> {
    fn words(&self, unit: u32) -> Cow<'_, Words> {
        let text = self.metadata.block(self.corpus, unit).map_or("", |block| block.text.as_str());
        let words = self.words.get(unit as usize);
        words
            .map_or_else(Cow::default, |words| Cow::Borrowed(words.get_or_init(|| local(text, &self.index.dictionary))))
    }
}

/// Writes the units on each issue.
pub(crate) fn encode(found: &[Labelled]) -> Vec<u8> {
    let mut out = Vec::new();
    let length = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    for found in found {
        push_varint(&mut out, length(found.len()));
        let mut next = 0;
        for (unit, marks) in found {
            push_varint(&mut out, unit - next);
            push_varint(&mut out, length(marks.len()));
            next = unit + 1;
            let mut end = 0;
            for mark in marks {
                push_varint(&mut out, mark.start - end);
                push_varint(&mut out, mark.end - mark.start);
                end = mark.end;
            }
        }
    }
    out
}

/// Reads what [`encode`] wrote for this corpus; `None` for anything else.
pub(crate) fn decode(bytes: &[u8], corpus: &Corpus, metadata: &Metadata) -> Option<Vec<Labelled>> {
    let mut reader = Reader { bytes };
    let mut all = Vec::with_capacity(corpus.issues.len());
    for _ in &corpus.issues {
        let mut found = Labelled::new();
        let mut next = 0_u32;
        for _ in 0..reader.number()? {
            let unit = next.checked_add(reader.number()?)?;
            let text = &metadata.block(corpus, unit)?.text;
            let mut marks = Vec::new();
            let mut end = 0_u32;
            for _ in 0..reader.number()? {
                let start = end.checked_add(reader.number()?)?;
                end = start.checked_add(reader.number()?)?;
                text.get(start as usize..end as usize)?;
                marks.push(ByteRange { start, end });
            }
            found.push((unit, marks));
            next = unit + 1;
        }
        all.push(found);
    }
    reader.end()?;
    Some(all)
}

/// A label for the marks of its words.
pub(crate) fn label(issue: usize, text: &str, marks: Vec<ByteRange>) -> Label {
    let mut terms: Vec<String> = Vec::new();
    for mark in &marks {
        let term = mark.of(text);
        if !terms.iter().any(|known| known.eq_ignore_ascii_case(term)) {
            terms.push(term.to_owned());
        }
    }
    Label { issue, terms, marks }
}

/// An issue's query with its threshold.
fn issue_query(text: &str, at_least: Option<f32>) -> Query {
    let mut query = parse(text);
    if let Some(sum) = at_least
        && let Some(root) = query.root.take()
    {
        let (range, boost) = (root.range, 1.0);
        let kind = NodeKind::AtLeast(Box::new(root), sum);
        query.root = Some(crate::query::Node { kind, range, boost });
    }
    query
}

#[cfg(test)]
mod tests;
