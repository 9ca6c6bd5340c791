//! One article as bytes and back: facts with their evidence, blocks with their
//! emendations, and what was left out.
//!
//! Where the rules of [`reading`](crate::clean::reading) do not give a block's
//! text again, as in a saved web page, the text is stored too.
//!
//! Invariant: a range that does not lie within the source gives an error value.

use serde::{Deserialize, Serialize};

use super::voice::{self, WireVoices};
use super::{DecodeError, Distances, Span, Strings};
use crate::article::{Article, Block, BlockKind, MeetingRef, Participant, Removed};
use crate::clean::reading::{Edit, apply, base};
use crate::date::{Date, Minute, Precision, Published};
use crate::fact::{Basis, ByteRange, Evidence, Fact, Provenance};
use crate::model::{ArticleId, Corpus, MeetingId, OutletId, PersonId};
use crate::source::LineIndex;

#[derive(Serialize, Deserialize)]
struct WireProvenance {
    basis: Basis,
    evidence: Vec<Span>,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct WireFact(String, WireProvenance);

#[derive(Serialize, Deserialize)]
struct WirePublished {
    date: Date,
    until: Date,
    minute: Option<Minute>,
    precision: Precision,
    why: WireProvenance,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireArticle {
    id: ArticleId,
    file: String,
    outlet: Option<WireFact>,
    carrier: Option<WireFact>,
    headline: WireFact,
    byline: Option<WireFact>,
    credits: Vec<WireFact>,
    published: Option<WirePublished>,
    updated: Option<WirePublished>,
    place: Option<WireFact>,
    meetings: Vec<WireFact>,
    mentions: Vec<WireFact>,
    participants: Vec<WireFact>,
    notes: Vec<String>,
    url: Option<String>,
    kinds: Vec<BlockKind>,
    spans: Vec<Span>,
    /// Texts before emendations that the rules do not give again, by block.
    bases: Vec<(u32, String)>,
    edits: Vec<WireEdit>,
    removed: Vec<(Span, u32)>,
    voices: WireVoices,
}

/// An emendation: the block, the bytes kept since the one before in it, the
/// bytes replaced, what to read, and the number of the reason.
#[derive(Serialize, Deserialize)]
struct WireEdit(u32, u32, u32, String, u32);

fn pack_why(why: &Provenance) -> WireProvenance {
    let mut distances = Distances::default();
    WireProvenance {
        basis: why.basis,
        evidence: why.evidence.iter().map(|evidence| distances.pack(evidence.range)).collect(),
        reason: why.reason.clone(),
    }
}

fn pack_fact(fact: &Fact<String>) -> WireFact {
    WireFact(fact.value.clone(), pack_why(&fact.why))
}

fn pack_published(published: &Published) -> WirePublished {
    WirePublished {
        date: published.date,
        until: published.until,
        minute: published.minute.clone(),
        precision: published.precision,
        why: pack_why(&published.why),
    }
}

pub(super) fn pack(article: &Article, corpus: &Corpus, strings: &mut Strings) -> WireArticle {
    let (mut spans, mut removed) = (Distances::default(), Distances::default());
    let numbered = || (0_u32..).zip(&article.blocks);
    let meeting = |covered: &MeetingRef| WireFact(covered.id.0.clone(), pack_why(&covered.why));
    WireArticle {
        id: article.id.clone(),
        file: article.file.clone(),
        outlet: article.outlet.as_ref().map(|fact| WireFact(fact.value.0.clone(), pack_why(&fact.why))),
        carrier: article.carrier.as_ref().map(pack_fact),
        headline: pack_fact(&article.headline),
        byline: article.byline.as_ref().map(pack_fact),
        credits: article.credits.iter().map(pack_fact).collect(),
        published: article.published.as_ref().map(pack_published),
        updated: article.updated.as_ref().map(pack_published),
        place: article.place.as_ref().map(pack_fact),
        meetings: article.meetings.iter().map(meeting).collect(),
        mentions: article.mentions.iter().map(meeting).collect(),
        participants: article
            .participants
            .iter()
            .map(|part| WireFact(part.id.0.clone(), pack_why(&part.why)))
            .collect(),
        notes: article.notes.clone(),
        url: article.url.clone(),
        kinds: article.blocks.iter().map(|block| block.kind).collect(),
        spans: article.blocks.iter().map(|block| spans.pack(block.range)).collect(),
        bases: numbered().filter_map(|(at, block)| Some((at, own_base(block, &article.source)?))).collect(),
        edits: numbered().flat_map(|(at, block)| edits(at, block, strings)).collect(),
        removed: article
            .removed
            .iter()
            .map(|piece| (removed.pack(piece.range), strings.number(&piece.reason)))
            .collect(),
        voices: voice::pack(article, corpus, strings),
    }
}

/// The text before emendations, when the rules do not give it again.
fn own_base(block: &Block, source: &str) -> Option<String> {
    let before = unmended(block);
    (base(block.range.of(source), block.kind) != before).then_some(before)
}

fn edits(at: u32, block: &Block, strings: &mut Strings) -> Vec<WireEdit> {
    let mut end = 0;
    let mut edits = Vec::with_capacity(block.emendations.len());
    for made in &block.emendations {
        let kept = made.range.start.saturating_sub(end);
        let length = u32::try_from(made.was.len()).unwrap_or(u32::MAX);
        edits.push(WireEdit(at, kept, length, made.now.clone(), strings.number(&made.why)));
        end = made.range.end;
    }
    edits
}

/// The text of a block before its emendations.
fn unmended(block: &Block) -> String {
    let (mut text, mut at) = (String::with_capacity(block.text.len()), 0);
    for emendation in &block.emendations {
        text.push_str(block.text.get(at..emendation.range.start as usize).unwrap_or(""));
        text.push_str(&emendation.was);
        at = emendation.range.end as usize;
    }
    text.push_str(block.text.get(at..).unwrap_or(""));
    text
}

/// Reads the ranges of one article.
struct Unpacker<'a> {
    source: &'a str,
    lines: LineIndex,
}

impl Unpacker<'_> {
    /// The words of a range of the source.
    fn words(&self, range: ByteRange) -> Option<String> {
        self.source.get(range.start as usize..range.end as usize).map(str::to_owned)
    }

    fn why(&self, why: WireProvenance) -> Option<Provenance> {
        let mut distances = Distances::default();
        let evidence = why.evidence.iter().map(|span| {
            let range = distances.unpack(span)?;
            Some(Evidence { quote: self.words(range)?, line: self.lines.line(range.start), range })
        });
        Some(Provenance { basis: why.basis, evidence: evidence.collect::<Option<_>>()?, reason: why.reason })
    }

    fn fact(&self, fact: WireFact) -> Option<Fact<String>> {
        Some(Fact { value: fact.0, why: self.why(fact.1)? })
    }

    fn maybe(&self, fact: Option<WireFact>) -> Option<Option<Fact<String>>> {
        fact.map_or(Some(None), |fact| self.fact(fact).map(Some))
    }

    fn facts(&self, facts: Vec<WireFact>) -> Option<Vec<Fact<String>>> {
        facts.into_iter().map(|fact| self.fact(fact)).collect()
    }

    fn meetings(&self, facts: Vec<WireFact>) -> Option<Vec<MeetingRef>> {
        let refs = self.facts(facts)?.into_iter().map(|fact| MeetingRef { id: MeetingId(fact.value), why: fact.why });
        Some(refs.collect())
    }

    fn published(&self, published: Option<WirePublished>) -> Option<Option<Published>> {
        let Some(published) = published else { return Some(None) };
        let WirePublished { date, until, minute, precision, why } = published;
        Some(Some(Published { date, until, minute, precision, why: self.why(why)? }))
    }

    fn blocks(&self, wire: &mut WireArticle, strings: &[String]) -> Option<Vec<Block>> {
        let (mut distances, mut n, mut blocks) = (Distances::default(), 0, Vec::with_capacity(wire.kinds.len()));
        let mut bases = std::mem::take(&mut wire.bases).into_iter().peekable();
        let mut edits = std::mem::take(&mut wire.edits).into_iter().peekable();
        for ((at, kind), span) in (0_u32..).zip(wire.kinds.iter().copied()).zip(&wire.spans) {
            let range = distances.unpack(span)?;
            let received = self.source.get(range.start as usize..range.end as usize)?;
            let own = bases.next_if(|(block, _)| *block == at);
            let base = own.map_or_else(|| base(received, kind), |(_, base)| base);
            let (mut made, mut end) = (Vec::new(), 0_usize);
            while let Some(WireEdit(_, kept, length, now, why)) = edits.next_if(|edit| edit.0 == at) {
                let start = end.checked_add(kept as usize)?;
                end = start.checked_add(length as usize)?;
                base.get(start..end)?;
                made.push(Edit { range: start..end, now, why: strings.get(why as usize)?.clone().into() });
            }
            let (text, emendations) = apply(&base, &made);
            n += u32::from(kind.is_passage());
            let lines = (self.lines.line(range.start), self.lines.line(range.end.saturating_sub(1).max(range.start)));
            blocks.push(Block { kind, n: kind.is_passage().then_some(n), text, range, lines, emendations });
        }
        Some(blocks)
    }

    fn removed(&self, wire: Vec<(Span, u32)>, strings: &[String]) -> Option<Vec<Removed>> {
        let mut distances = Distances::default();
        let pieces = wire.into_iter().map(|(span, reason)| {
            let range = distances.unpack(&span)?;
            let reason = strings.get(reason as usize)?.clone();
            Some(Removed { line: self.lines.line(range.start), text: self.words(range)?, range, reason })
        });
        pieces.collect()
    }
}

pub(super) fn unpack(
    wire: WireArticle,
    source: String,
    corpus: &Corpus,
    strings: &[String],
) -> Result<Article, DecodeError> {
    let id = wire.id.0.clone();
    unpack_article(wire, source, corpus, strings).ok_or(DecodeError::OutOfRange { article: id })
}

fn unpack_article(mut wire: WireArticle, source: String, corpus: &Corpus, strings: &[String]) -> Option<Article> {
    let reader = Unpacker { source: &source, lines: LineIndex::new(&source) };
    let blocks = reader.blocks(&mut wire, strings)?;
    let published = reader.published(wire.published)?;
    let updated = reader.published(wire.updated)?;
    let date = published.as_ref().map(|published| published.date);
    let voices = voice::unpack(wire.voices, &blocks, date, corpus, strings)?;
    let outlet = reader.maybe(wire.outlet)?.map(|fact| Fact { value: OutletId(fact.value), why: fact.why });
    let participants = reader.facts(wire.participants)?.into_iter();
    let article = Article {
        id: wire.id,
        file: wire.file,
        outlet,
        carrier: reader.maybe(wire.carrier)?,
        headline: reader.fact(wire.headline)?,
        byline: reader.maybe(wire.byline)?,
        credits: reader.facts(wire.credits)?,
        published,
        updated,
        place: reader.maybe(wire.place)?,
        meetings: reader.meetings(wire.meetings)?,
        mentions: reader.meetings(wire.mentions)?,
        participants: participants.map(|fact| Participant { id: PersonId(fact.value), why: fact.why }).collect(),
        notes: wire.notes,
        url: wire.url,
        removed: reader.removed(wire.removed, strings)?,
        source: String::new(),
        blocks,
        voices,
    };
    Some(Article { source, ..article })
}
