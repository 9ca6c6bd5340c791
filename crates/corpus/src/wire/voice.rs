//! Voices as bytes: one list for each property, because likes beside likes
//! compress best. What follows from the person and the date is not stored.
//!
//! Invariant: packing and unpacking ask the same function what follows.

use serde::{Deserialize, Serialize};

use super::{Distances, Span, Strings};
use crate::article::{Article, Block, Voice, VoiceKind};
use crate::date::Date;
use crate::fact::{Basis, ByteRange};
use crate::model::{Corpus, PersonId, SideId};

#[derive(Default, Serialize, Deserialize)]
pub(super) struct WireVoices {
    /// Distance to the passage of the voice before.
    passages: Vec<u32>,
    /// 1 for direct, 2 for inferred, 4 when speaker, role and side follow, 8
    /// for a rejection.
    flags: Vec<u8>,
    /// 0 for nobody of the catalogue, else the person's number from 1.
    people: Vec<u32>,
    /// Speaker, role and side of those for whom they do not follow.
    named: Vec<(u32, u32, Option<u32>)>,
    spans: Vec<Span>,
    /// Where the cue stands, else its number.
    cues: Vec<Cue>,
    reasons: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
enum Cue {
    None,
    /// From the beginning of the voice.
    At(Span),
    Number(u32),
}

const DIRECT: u8 = 1;
const INFERRED: u8 = 2;
const FOLLOWS: u8 = 4;
const REJECTION: u8 = 8;

/// What the person and the date say of a voice: speaker, role and side.
fn follows(corpus: &Corpus, person: usize, date: Option<Date>) -> Option<(String, String, Option<SideId>)> {
    let person = corpus.people.get(person)?;
    let role = person.role_on(date).map(|role| role.title.clone()).unwrap_or_default();
    Some((person.name.clone(), role, person.side.clone()))
}

pub(super) fn pack(article: &Article, corpus: &Corpus, strings: &mut Strings) -> WireVoices {
    let date = article.published.as_ref().map(|published| published.date);
    let mut wire = WireVoices::default();
    let (mut spans, mut passage) = (Distances::default(), 0);
    for voice in &article.voices {
        let person = voice.person.as_ref().and_then(|id| corpus.people.iter().position(|person| person.id == *id));
        let known = person.and_then(|at| follows(corpus, at, date));
        let same = known.is_some_and(|known| known == (voice.speaker.clone(), voice.role.clone(), voice.side.clone()));
        let flag = |on: bool, bit: u8| if on { bit } else { 0 };
        wire.passages.push(voice.passage.wrapping_sub(passage));
        wire.flags.push(
            flag(voice.kind == VoiceKind::Direct, DIRECT)
                | flag(voice.kind == VoiceKind::Rejection, REJECTION)
                | flag(voice.basis == Basis::Inferred, INFERRED)
                | flag(same, FOLLOWS),
        );
        wire.people.push(person.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0));
        if !same {
            let side = voice.side.as_ref().map(|side| strings.number(&side.0));
            wire.named.push((strings.number(&voice.speaker), strings.number(&voice.role), side));
        }
        wire.cues.push(cue(article, voice, strings));
        wire.spans.push(spans.pack(voice.range));
        wire.reasons.push(strings.number(&voice.why));
        passage = voice.passage;
    }
    wire
}

/// Where the cue stands nearest to the voice.
fn cue(article: &Article, voice: &Voice, strings: &mut Strings) -> Cue {
    if voice.cue.is_empty() {
        return Cue::None;
    }
    let text = article.passage(voice.passage).map_or("", |block| block.text.as_str());
    let start = voice.range.start as usize;
    let near = text.match_indices(&voice.cue).map(|(at, _)| at).min_by_key(|at| at.abs_diff(start));
    match near {
        Some(at) => Cue::At(Distances(voice.range.start).pack(ByteRange::new(at, at + voice.cue.len()))),
        None => Cue::Number(strings.number(&voice.cue)),
    }
}

pub(super) fn unpack(
    wire: WireVoices,
    blocks: &[Block],
    date: Option<Date>,
    corpus: &Corpus,
    strings: &[String],
) -> Option<Vec<Voice>> {
    let passages: Vec<&Block> = blocks.iter().filter(|block| block.n.is_some()).collect();
    let string = |number: u32| strings.get(number as usize).cloned();
    let (mut spans, mut named, mut passage) = (Distances::default(), wire.named.into_iter(), 0_u32);
    let mut voices = Vec::with_capacity(wire.passages.len().min(1 << 16));
    let columns =
        wire.passages.iter().zip(&wire.flags).zip(&wire.people).zip(&wire.spans).zip(wire.cues).zip(&wire.reasons);
    for (((((distance, flags), person), span), cue), why) in columns {
        passage = passage.wrapping_add(*distance);
        let text = &passages.get(passage.checked_sub(1)? as usize)?.text;
        let range = spans.unpack(span)?;
        let person = person.checked_sub(1).map(|at| at as usize);
        let (speaker, role, side) = if flags & FOLLOWS != 0 {
            follows(corpus, person?, date)?
        } else {
            let (speaker, role, side) = named.next()?;
            let side = match side {
                Some(number) => Some(SideId(string(number)?)),
                None => None,
            };
            (string(speaker)?, string(role)?, side)
        };
        let cue = match cue {
            Cue::None => String::new(),
            Cue::Number(number) => string(number)?,
            Cue::At(span) => {
                let range = Distances(range.start).unpack(&span)?;
                text.get(range.start as usize..range.end as usize)?.to_owned()
            }
        };
        voices.push(Voice {
            passage,
            speaker,
            person: match person {
                Some(at) => Some::<PersonId>(corpus.people.get(at)?.id.clone()),
                None => None,
            },
            role,
            side,
            kind: match (flags & DIRECT != 0, flags & REJECTION != 0) {
                (true, false) => VoiceKind::Direct,
                (false, true) => VoiceKind::Rejection,
                (false, false) => VoiceKind::Paraphrase,
                (true, true) => return None,
            },
            text: text.get(range.start as usize..range.end as usize)?.to_owned(),
            range,
            basis: if flags & INFERRED != 0 { Basis::Inferred } else { Basis::Stated },
            cue,
            why: string(*why)?,
        });
    }
    Some(voices)
}
