//! From a text and what the catalogue says about it to an article.
//!
//! Invariant: what the catalogue says overrides what the rules found, and only
//! after it has been checked against the source.

mod declared;
mod speakers;

use std::collections::{HashMap, HashSet};

use crate::article::{Article, Block, BlockKind, MeetingRef, Participant, Removed};
use crate::catalogue::Read;
use crate::catalogue::schema::{self, Claim, Text};
use crate::claim::{Claims, Quotable};
use crate::clean::columns::hyphens::Words;
use crate::clean::damage::repairs;
use crate::clean::reading::{Edit, apply, base};
use crate::clean::{Cleaned, Fate, Hints, LineHint, Piece, clean, furniture};
use crate::escape::web_address;
use crate::fact::{Basis, ByteRange, Fact, Provenance};
use crate::limits;
use crate::metadata::{self, Said};
use crate::model::{ArticleId, Corpus, MeetingId, OutletId, Person};
use crate::problem::{Problem, Problems, Warning};
use crate::source::Format;
use declared::Declarations;

pub(crate) use speakers::set_speakers;

/// What the catalogue says about a file.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) read: &'a Read,
    pub(crate) article: &'a schema::Article,
}

/// Makes an article of a text, without its voices; and how the text calls its
/// outlet, where it says so.
///
/// # Errors
/// The text is over a limit.
pub(crate) fn compose(
    file: &str,
    source: String,
    entry: Option<Entry<'_>>,
    corpus: &Corpus,
    problems: &mut Problems,
    warnings: &mut Vec<Warning>,
) -> Result<(Article, Option<Fact<String>>), Problem> {
    let (source, own, entries) = match Format::of(file, &source) {
        Format::Plain => {
            let (own, entries) = crate::archive::read(&source);
            (source, Hints { broken: true, ..own }, entries)
        }
        Format::Markdown => {
            let (source, own) = markdown(file, source)?;
            (source, own, Vec::new())
        }
        Format::Html => page(file, source)?,
    };
    limits::refused(file, &source)?;
    let mut hints = entry.map(|entry| hints(entry, &source, problems)).unwrap_or_default();
    // What an editor says comes first, and the first hint for a line counts.
    hints.lines.extend(own.lines);
    (hints.broken, hints.clipping) = (own.broken, own.clipping);
    hints.lines.sort_by_key(|hint| hint.line);
    let cleaned = clean(&source, &hints);
    let mut declared = Declarations::new(entry);
    let (blocks, removed) = blocks(file, &source, cleaned, &mut declared, problems)?;
    declared.unused(problems);
    let quotable = Quotable::new(&source);
    let said = Said { file, blocks: &blocks, removed: &removed, entries: &entries, source: &quotable };
    let facts = metadata::facts(&said);
    warnings.extend(facts.warnings);
    let mut article = Article {
        id: ArticleId(plain_id(file)),
        file: file.to_owned(),
        outlet: None,
        carrier: None,
        headline: facts.headline,
        byline: facts.byline,
        credits: Vec::new(),
        published: facts.published,
        updated: facts.updated,
        place: facts.place,
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
        if quotable.is_spent() {
            problems.push(entry.read.problem(
                &entry.article.file.at,
                "More is quoted from this file, or more people are looked for in it, than can be looked up.",
                "Quote one or two places for each fact, and name at most a few hundred people in a meeting.",
            ));
        }
    }
    drop(quotable);
    article.source = source;
    Ok((article, facts.outlet))
}

/// A page's text, what its elements say, and the entries of its metadata.
type Page = (String, Hints, Vec<metadata::entry::Entry>);

/// The text of a saved web page and what its elements say.
#[cfg(feature = "html")]
fn page(file: &str, source: String) -> Result<Page, Problem> {
    limits::refused_page(file, &source)?;
    Ok(crate::html::read(&source))
}

/// Without the feature a page is read as plain text.
#[cfg(not(feature = "html"))]
fn page(_: &str, source: String) -> Result<Page, Problem> {
    Ok((source, Hints::default(), Vec::new()))
}

/// The text of a Markdown file and what its marks say.
#[cfg(feature = "markdown")]
fn markdown(file: &str, source: String) -> Result<(String, Hints), Problem> {
    limits::refused_markdown(file, &source)?;
    Ok(crate::markdown::read(&source))
}

/// Without the feature it is read as plain text.
#[cfg(not(feature = "markdown"))]
fn markdown(_: &str, source: String) -> Result<(String, Hints), Problem> {
    Ok((source, Hints::default()))
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
fn hints(entry: Entry<'_>, source: &str, problems: &mut Problems) -> Hints {
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
        hints.lines.push(LineHint { line: line.line.value, kind, reason: line.because.clone(), label: 0 });
    }
    let outlet = entry.article.outlet.as_ref().map(|claim| claim.value.value.as_str());
    let outlet = entry.read.tables.outlets.iter().find(|known| Some(known.id.value.as_str()) == outlet);
    let removals = outlet.map(|outlet| outlet.remove.as_slice()).unwrap_or_default();
    hints.remove =
        removals.iter().rev().map(|removal| (furniture::plain(&removal.text), removal.because.clone())).collect();
    hints
}

/// `Some(None)` for `removed`.
fn kind(name: &str) -> Option<Option<BlockKind>> {
    if name == "removed" {
        return Some(None);
    }
    BlockKind::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| Some(*kind))
}

/// The pieces of a source as blocks and removed pieces.
fn blocks(
    file: &str,
    source: &str,
    cleaned: Cleaned,
    declared: &mut Declarations<'_>,
    problems: &mut Problems,
) -> Result<(Vec<Block>, Vec<Removed>), Problem> {
    let (mut blocks, mut removed, mut n, mut repaired) = (Vec::new(), Vec::new(), 0_u32, 0);
    let Cleaned { pieces, columns } = cleaned;
    let kept = pieces.iter().filter(|piece| matches!(piece.fate, Fate::Kept(_))).count();
    limits::refused_paragraphs(file, source, kept)?;
    let words = columns.then(|| Words::of(source));
    let within = within(&pieces);
    for (piece, within) in pieces.into_iter().zip(within) {
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
        limits::refused_paragraph(file, source, piece.range)?;
        let base = match within.is_empty() {
            true => base(piece.range.of(source), kind),
            false => base(&without(source, piece.range, &within), kind),
        };
        let most = limits::most(source.len()) - repaired;
        let mut edits = repairs(&base, most);
        if let Some(words) = &words {
            let joined = words.repairs(&base, most - edits.len());
            let clear = |joined: &Edit| {
                edits.iter().all(|edit| joined.range.end <= edit.range.start || edit.range.end <= joined.range.start)
            };
            let joined: Vec<Edit> = joined.into_iter().filter(clear).collect();
            edits.extend(joined);
        }
        repaired += edits.len();
        if repaired == limits::most(source.len()) {
            return Err(limits::damaged(file, repaired));
        }
        declared.of(&base, piece.lines, &mut edits, problems);
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
    Ok((blocks, removed))
}

/// For each piece the ranges of those that lie within it.
fn within(pieces: &[Piece]) -> Vec<Vec<ByteRange>> {
    let mut found: Vec<Vec<ByteRange>> = vec![Vec::new(); pieces.len()];
    let mut outer = 0;
    for (at, piece) in pieces.iter().enumerate() {
        if pieces.get(outer).is_some_and(|outer| piece.range.end <= outer.range.end) && outer < at {
            found.get_mut(outer).into_iter().for_each(|within| within.push(piece.range));
        } else {
            outer = at;
        }
    }
    found
}

/// The words of a range without those that lie within it and are others'.
fn without(source: &str, range: ByteRange, within: &[ByteRange]) -> String {
    let mut text = String::with_capacity(range.len());
    let mut at = range.start as usize;
    for inner in within {
        text.push_str(source.get(at..inner.start as usize).unwrap_or(""));
        at = inner.end as usize;
    }
    text.push_str(source.get(at..range.end as usize).unwrap_or(""));
    text
}

/// Puts the catalogue's claims in place of what was found.
fn claimed(article: &mut Article, entry: Entry<'_>, source: &Quotable<'_>, problems: &mut Problems) {
    let declared = &entry.read.declared;
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
    article.url = said.url.as_ref().and_then(|url| address(entry.read, url, problems));
}

/// An address of the web; others are refused, as they would be linked to.
fn address(read: &Read, url: &Text, problems: &mut Problems) -> Option<String> {
    let address = web_address(&url.value);
    if address.is_none() {
        problems.push(read.problem(
            &url.at,
            "This is no address of the web.",
            "Copy it from the browser's address bar, with `https://` and without blanks, or leave the key out.",
        ));
    }
    address.map(str::to_owned)
}

/// Those who take part in the meetings that are covered and are named here.
fn participants(article: &Article, corpus: &Corpus, source: &Quotable<'_>) -> Vec<Participant> {
    let mut found: Vec<Participant> = Vec::new();
    let mut seen = HashSet::new();
    let people: HashMap<&str, &Person> = corpus.people.iter().map(|person| (person.id.as_str(), person)).collect();
    for meeting in article.meetings.iter().filter_map(|covered| corpus.meeting(&covered.id.0)) {
        for person in meeting.participants.iter().filter_map(|id| people.get(id.as_str())) {
            if !seen.insert(&person.id) {
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
