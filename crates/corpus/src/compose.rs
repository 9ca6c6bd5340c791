//! From a text and what the catalogue says about it to an article.
//!
//! Invariant: what the catalogue says overrides what the rules found, and only
//! after it has been checked against the source.

use std::borrow::Cow;

use crate::article::{Article, Block, BlockKind, MeetingRef, Participant, Removed, VoiceKind};
use crate::catalogue::Read;
use crate::catalogue::schema::{self, Claim};
use crate::claim::{Claims, Quotable};
use crate::clean::damage::repairs;
use crate::clean::reading::{Edit, apply, base};
use crate::clean::{Fate, Hints, LineHint, Piece, clean, furniture};
use crate::collection::{Declared, refer};
use crate::fact::{Basis, Fact, Provenance};
use crate::metadata;
use crate::model::{ArticleId, Corpus, MeetingId, OutletId};
use crate::problem::Problem;
use crate::source::Format;

/// What the catalogue says about a file.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) read: &'a Read,
    pub(crate) article: &'a schema::Article,
}

/// Makes an article of a text, without its voices.
pub(crate) fn compose(
    file: &str,
    source: String,
    entry: Option<Entry<'_>>,
    corpus: &Corpus,
    problems: &mut Vec<Problem>,
) -> Article {
    let format = Format::of(file, &source);
    let (source, own) = match format {
        Format::Plain => (source, Hints::default()),
        Format::Markdown => {
            let own = crate::markdown::hints(&source);
            (source, own)
        }
        Format::Html => page(source),
    };
    let mut hints = entry.map(|entry| hints(entry, &source, problems)).unwrap_or_default();
    // What an editor says comes first, and the first hint for a line counts.
    hints.lines.extend(own.lines);
    hints.lines.sort_by_key(|hint| hint.line);
    let pieces = clean(&source, &hints);
    let (blocks, removed) = blocks(&source, format, pieces, entry, problems);
    let quotable = Quotable::new(&source);
    let mut article = Article {
        id: ArticleId(plain_id(file)),
        file: file.to_owned(),
        outlet: None,
        carrier: None,
        headline: metadata::headline(&blocks, &quotable, file),
        byline: metadata::byline(&blocks, &quotable),
        credits: Vec::new(),
        published: metadata::published(&blocks, &quotable),
        place: metadata::place(&blocks, &quotable),
        meetings: Vec::new(),
        mentions: Vec::new(),
        participants: Vec::new(),
        notes: Vec::new(),
        url: None,
        source: String::new(),
        blocks,
        removed,
        voices: Vec::new(),
    };
    if let Some(entry) = entry {
        claimed(&mut article, entry, &quotable, problems);
        article.participants = participants(&article, corpus, &quotable);
    }
    drop(quotable);
    article.source = source;
    article
}

/// The text of a saved web page and what its elements say.
#[cfg(feature = "html")]
fn page(source: String) -> (String, Hints) {
    crate::html::read(&source)
}

/// Without the feature a page is read as plain text.
#[cfg(not(feature = "html"))]
fn page(source: String) -> (String, Hints) {
    (source, Hints::default())
}

/// An id made of a file's name.
fn plain_id(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut id = String::new();
    for c in stem.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "article".to_owned() } else { id.to_owned() }
}

/// What the catalogue says about lines, for the cleaning rules.
fn hints(entry: Entry<'_>, source: &str, problems: &mut Vec<Problem>) -> Hints {
    let count = u32::try_from(source.lines().count()).unwrap_or(u32::MAX);
    let mut hints = Hints::default();
    for line in &entry.article.lines {
        if line.line.value == 0 || line.line.value > count {
            let message = format!("{} has no line {}; it has {count}.", entry.article.file.value, line.line.value);
            problems.push(entry.read.problem(&line.line.at, message, "Count lines from 1, as an editor shows them."));
        }
        let Some(kind) = kind(&line.kind.value) else {
            let message = format!("`{}` is not a kind of line.", line.kind.value);
            let remedy = "Write removed, headline, standfirst, byline, dateline, subhead, caption, alternative-text, paragraph or list-item.";
            problems.push(entry.read.problem(&line.kind.at, message, remedy));
            continue;
        };
        hints.lines.push(LineHint { line: line.line.value, kind, reason: line.because.clone() });
    }
    let outlet = entry.article.outlet.as_ref().map(|claim| claim.value.value.as_str());
    let outlet = entry.read.tables.outlets.iter().find(|known| Some(known.id.value.as_str()) == outlet);
    let removals = outlet.map(|outlet| outlet.remove.as_slice()).unwrap_or_default();
    hints.remove = removals.iter().map(|removal| (furniture::plain(&removal.text), removal.because.clone())).collect();
    hints
}

/// `Some(None)` for `removed`.
fn kind(name: &str) -> Option<Option<BlockKind>> {
    const KINDS: [BlockKind; 9] = [
        BlockKind::Headline,
        BlockKind::Standfirst,
        BlockKind::Byline,
        BlockKind::Dateline,
        BlockKind::Subhead,
        BlockKind::Caption,
        BlockKind::AlternativeText,
        BlockKind::Paragraph,
        BlockKind::ListItem,
    ];
    if name == "removed" {
        return Some(None);
    }
    KINDS.iter().find(|kind| kind.name() == name).map(|kind| Some(*kind))
}

/// The pieces of a source as blocks and removed pieces.
fn blocks(
    source: &str,
    format: Format,
    pieces: Vec<Piece>,
    entry: Option<Entry<'_>>,
    problems: &mut Vec<Problem>,
) -> (Vec<Block>, Vec<Removed>) {
    let (mut blocks, mut removed, mut n) = (Vec::new(), Vec::new(), 0_u32);
    let mut used = vec![false; entry.map_or(0, |entry| entry.article.emendations.len())];
    for piece in pieces {
        let kind = match piece.fate {
            Fate::Kept(kind) => kind,
            Fate::Removed(reason) => {
                removed.push(Removed {
                    line: piece.lines.0,
                    text: piece.range.of(source).to_owned(),
                    range: piece.range,
                    reason,
                });
                continue;
            }
        };
        let base = base(piece.range.of(source), kind);
        let base = if format == Format::Markdown { crate::markdown::plain(&base) } else { base };
        let mut edits = repairs(&base);
        if let Some(entry) = entry {
            declared(entry, &base, piece.lines, &mut used, &mut edits, problems);
        }
        edits.sort_by_key(|edit| edit.range.start);
        let (text, emendations) = apply(&base, &edits);
        n += u32::from(kind.is_passage());
        blocks.push(Block {
            kind,
            n: kind.is_passage().then_some(n),
            text,
            range: piece.range,
            lines: piece.lines,
            emendations,
        });
    }
    for (emendation, _) in entry.iter().flat_map(|entry| &entry.article.emendations).zip(used).filter(|(_, used)| !used)
    {
        if let Some(entry) = entry {
            let message =
                format!("No block of the reading text begins on line {} and holds these words.", emendation.line.value);
            problems.push(entry.read.problem(
                &emendation.was.at,
                message,
                "Give the number of the block's first line, and its words as received with single spaces.",
            ));
        }
    }
    (blocks, removed)
}

/// The emendations that the catalogue declares for a block.
fn declared(
    entry: Entry<'_>,
    base: &str,
    lines: (u32, u32),
    used: &mut [bool],
    edits: &mut Vec<Edit>,
    problems: &mut Vec<Problem>,
) {
    for (emendation, used) in entry.article.emendations.iter().zip(used) {
        if !(lines.0..=lines.1).contains(&emendation.line.value) {
            continue;
        }
        let was = emendation.was.value.as_str();
        let mut places = base.match_indices(was).filter(|_| !was.is_empty());
        let Some((start, _)) = places.next() else { continue };
        *used = true;
        if places.next().is_some() {
            problems.push(entry.read.problem(
                &emendation.was.at,
                "These words stand more than once in the block.",
                "Take in a word before or after, so that one place is meant.",
            ));
            continue;
        }
        if emendation.because.value.trim().is_empty() {
            problems.push(entry.read.problem(
                &emendation.because.at,
                "An emendation needs a reason.",
                "Say what the damage is, in a sentence.",
            ));
        }
        let range = start..start + was.len();
        if edits.iter().any(|edit| edit.range.start < range.end && range.start < edit.range.end) {
            problems.push(entry.read.problem(
                &emendation.was.at,
                "This emendation overlaps another one.",
                "Join the two, or shorten one.",
            ));
            continue;
        }
        edits.push(Edit { range, now: emendation.now.clone(), why: Cow::Owned(emendation.because.value.clone()) });
    }
}

/// Puts the catalogue's claims in place of what was found.
fn claimed(article: &mut Article, entry: Entry<'_>, source: &Quotable<'_>, problems: &mut Vec<Problem>) {
    let declared = Declared::of(&entry.read.tables);
    let claims = Claims { read: entry.read, source, file: &entry.article.file.value };
    let said = entry.article;
    if let Some(id) = &said.id {
        article.id = ArticleId(id.value.clone());
    }
    article.outlet = said
        .outlet
        .as_ref()
        .and_then(|claim| claims.id("outlet", &declared.outlets, claim, problems))
        .map(|fact| Fact { value: OutletId(fact.value), why: fact.why });
    article.carrier = said.carrier.as_ref().and_then(|claim| claims.words(claim, problems));
    if let Some(fact) = said.headline.as_ref().and_then(|claim| claims.words(claim, problems)) {
        article.headline = fact;
    }
    if let Some(claim) = &said.byline {
        article.byline = claims.words(claim, problems);
    }
    article.credits = said.credits.iter().filter_map(|claim| claims.words(claim, problems)).collect();
    if let Some(claim) = &said.published {
        article.published = claims.published(claim, problems);
    }
    if let Some(claim) = &said.place {
        article.place = claims.words(claim, problems);
    }
    let mut meetings = |list: &[Claim]| -> Vec<MeetingRef> {
        let facts = list.iter().filter_map(|claim| claims.id("meeting", &declared.meetings, claim, problems));
        facts.map(|fact| MeetingRef { id: MeetingId(fact.value), why: fact.why }).collect()
    };
    article.meetings = meetings(&said.meetings);
    article.mentions = meetings(&said.mentions);
    article.notes.clone_from(&said.notes);
    article.url.clone_from(&said.url);
}

/// Sets the speakers that the catalogue declares where the rules are wrong.
pub(crate) fn set_speakers(article: &mut Article, entry: Entry<'_>, corpus: &Corpus, problems: &mut Vec<Problem>) {
    let declared = Declared::of(&entry.read.tables);
    for said in &entry.article.speakers {
        if !refer(entry.read, "person", &said.person, &declared.people, problems) {
            continue;
        }
        let line = said.line.value;
        let on_line = |block: &&Block| (block.lines.0..=block.lines.1).contains(&line);
        let passage = article.passages().find(on_line).and_then(|block| block.n);
        let person = corpus.person(&said.person.value);
        let mut changed = false;
        for voice in
            article.voices.iter_mut().filter(|voice| Some(voice.passage) == passage && voice.kind == VoiceKind::Direct)
        {
            let Some(person) = person else { continue };
            changed = true;
            voice.speaker.clone_from(&person.name);
            voice.person = Some(person.id.clone());
            voice.side.clone_from(&person.side);
            voice.role = person
                .role_on(article.published.as_ref().map(|published| published.date))
                .map(|role| role.title.clone())
                .unwrap_or_default();
            voice.basis = Basis::Inferred;
            voice.why.clone_from(&said.because.value);
        }
        if !changed {
            let message = format!("No quotation that is attributed to anybody stands on line {line}.");
            problems.push(entry.read.problem(
                &said.line.at,
                message,
                "Give the number of the line on which the quotation stands.",
            ));
        }
    }
}

/// Those who take part in the meetings that are covered and are named here.
fn participants(article: &Article, corpus: &Corpus, source: &Quotable<'_>) -> Vec<Participant> {
    let mut found: Vec<Participant> = Vec::new();
    for meeting in article.meetings.iter().filter_map(|covered| corpus.meeting(&covered.id.0)) {
        for person in meeting.participants.iter().filter_map(|id| corpus.person(&id.0)) {
            if found.iter().any(|known| known.id == person.id) {
                continue;
            }
            let names = [&person.name, &person.surname].into_iter().chain(&person.spellings);
            let Some(evidence) = names.filter_map(|name| source.find(name)).next() else { continue };
            let reason =
                format!("Takes part in the meeting “{}”, according to the catalogue, and is named here.", meeting.name);
            found.push(Participant {
                id: person.id.clone(),
                why: Provenance { basis: Basis::Stated, evidence: vec![evidence], reason },
            });
        }
    }
    found
}
