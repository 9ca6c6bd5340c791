//! From cues and quotations to voices, passage after passage.
//!
//! Invariant: passages are given in order; what is remembered of earlier ones
//! is who spoke, who was named, and whether a quotation was left open.

mod named;
mod reference;
mod source;
mod speaker;
mod without_cue;

use std::ops::Range;

use self::named::Names;
use self::source::sourced;
use self::without_cue::is_message;
use super::Context;
use super::cast::{Actor, Cast};
use super::cue::{Cue, Sentence};
use super::extent::{paraphrase, unnamed};
use super::function_word::{PRONOUNS, is_boundary, is_finite, is_speaker};
use super::heard::{Heard, MOST_BACK, MOST_REMEMBERED, Named, candidates, may_be_body, may_be_group, may_be_person};
use super::lexicon::{Frames, is_document, verbs};
use super::name::{bare, is_portfolio, is_title, name_start, without_card};
use super::passage::Passage;
use super::quote::quotes;
use super::quoted::{is_sentence, quoted};
use super::speaker::{Found, Speaker};
use super::token::{Token, sentences, tokens};
use super::turn::{Turn, title_case};
use crate::article::{Voice, VoiceKind};
use crate::fact::{Basis, ByteRange};
use crate::model::SideId;

/// The state between passages.
pub struct Attribution<'c> {
    cast: Cast<'c>,
    context: Context<'c>,
    heard: Vec<Heard>,
    last_direct: Option<Found>,
    left_open: bool,
    ended_in_quote: bool,
    /// Who sent the message of which a sentence before tells.
    sender: Option<Speaker>,
    /// Who signs this passage on the next line, behind a dash.
    pub signed: Option<&'c str>,
    /// Whom a colon at the end of a passage leads to the next one.
    introduced: Option<Found>,
    /// Who was paraphrased at the end of the passage before.
    told_last: Option<Found>,
    /// Who was paraphrased in this passage, and up to which byte.
    told: Vec<(usize, Found)>,
    /// The labels of a transcript that were met, with whom they mean.
    labels: Vec<(String, Speaker)>,
    /// So many statements, and one more, are kept.
    most: usize,
    /// What was found so far.
    pub voices: Vec<Voice>,
}

impl<'c> Attribution<'c> {
    pub fn new(cast: Cast<'c>, context: Context<'c>, most: usize) -> Self {
        Attribution {
            cast,
            context,
            heard: Vec::new(),
            last_direct: None,
            left_open: false,
            ended_in_quote: false,
            sender: None,
            signed: None,
            introduced: None,
            told_last: None,
            told: Vec::new(),
            labels: Vec::new(),
            most,
            voices: Vec::new(),
        }
    }

    /// A passage of a transcript: all of it is one speaker's.
    pub fn turn(&mut self, n: u32, text: &str, turn: &Turn<'_>) {
        let known = self.labels.iter().find(|(label, _)| label == turn.label).map(|(_, speaker)| speaker.clone());
        let speaker = known.unwrap_or_else(|| self.labelled(turn.label));
        let (basis, cue, why) = match (turn.own, turn.asked) {
            (true, _) => (Basis::Stated, turn.label.to_owned(), "The passage opens with the speaker's name."),
            (_, true) => (Basis::Inferred, String::new(), "It is a question between two answers of the other speaker."),
            _ => (Basis::Inferred, String::new(), "It goes on from a passage that names the speaker."),
        };
        let found = Found { speaker, basis, why: why.to_owned(), role: String::new(), cue };
        let passage = Passage { n, text, quotes: Vec::new(), tokens: Vec::new() };
        self.voice(&passage, turn.start..text.len(), VoiceKind::Direct, &found);
    }

    /// Who is meant by a label that was not met before.
    fn labelled(&mut self, label: &str) -> Speaker {
        let name = title_case(label);
        let words: Vec<&str> = name.split_whitespace().collect();
        let words = without_card(&words);
        let name = words.join(" ");
        let who = self.cast.described(&name).or_else(|| self.cast.person(words));
        let speaker = who.map_or_else(|| Speaker::Unnamed(name.clone()), Speaker::Actor);
        self.labels.push((label.to_owned(), speaker.clone()));
        speaker
    }

    /// Remembers whom the headline names: the first `he` may mean them.
    pub fn headline(&mut self, text: &str) {
        let quotes = quotes(text);
        let tokens = tokens(text, &quotes);
        let words = || tokens.iter().filter(|token| token.is_word() && token.text.len() > 3);
        let small = words().filter(|token| token.text.starts_with(char::is_lowercase)).count();
        let introduces = small * 4 >= words().count();
        let mentions = self.cast.mentions(&tokens, 0, introduces);
        let passage = Passage { n: 0, text, quotes, tokens };
        self.sender = self.sender_in(&passage, &(0..passage.tokens.len()), &mentions);
        let named = mentions.into_iter().map(|(who, _)| who).collect();
        self.hear(Heard { named, ..Heard::default() });
    }

    /// Keeps what a sentence tells of people, and forgets what no pronoun reaches.
    fn hear(&mut self, heard: Heard) {
        if self.heard.len() > 4 * MOST_REMEMBERED {
            self.heard.drain(..3 * MOST_REMEMBERED);
        }
        self.heard.push(heard);
    }

    /// Finds the voices of the next passage.
    pub fn passage(&mut self, n: u32, text: &str) {
        self.introduced = None;
        self.told.clear();
        let quotes = quotes(text);
        let tokens = tokens(text, &quotes);
        let passage = Passage { n, text, quotes, tokens };
        let mut speakers: Vec<Option<Found>> = vec![None; passage.quotes.len()];
        let starts = joined(&passage, sentences(&passage.tokens));
        let first = self.voices.len();
        for pair in starts.windows(2) {
            if let [start, end] = pair {
                self.sentence(&passage, *start..*end, &mut speakers);
            }
        }
        self.sign(&passage, &mut speakers);
        self.continued(&passage, &mut speakers);
        for (quote, found) in passage.quotes.iter().zip(&speakers) {
            if let Some(found) = found {
                self.voice(&passage, quote.inner.clone(), VoiceKind::Direct, found);
            }
        }
        if let Some(found) = self.voices.get_mut(first..) {
            found.sort_by_key(|voice| (voice.range.start, voice.range.end));
        }
        if let Some(found) = speakers.iter().rev().flatten().next() {
            self.last_direct = Some(found.clone());
        }
        self.left_open = passage.quotes.last().is_some_and(|quote| !quote.closed);
        let direct = speakers.last().is_some_and(Option::is_some);
        self.ended_in_quote = direct || !passage.quotes.is_empty() && speakers.iter().any(Option::is_some);
        // `The telegram says:`, and the quotation is the next passage.
        if let Some(found) = self.introduced.take() {
            self.last_direct = Some(found);
            self.left_open = true;
        }
    }

    /// A passage that lies within a quotation opened in an earlier one and not
    /// opened again at its head: all of it is that speaker's, up to `end`.
    pub fn within(&mut self, n: u32, text: &str, end: usize) {
        let Some(found) = self.last_direct.clone().filter(|_| self.left_open) else { return self.passage(n, text) };
        let found = found.inferred("The quotation was opened in a passage before and is closed in this one or later.");
        let passage = Passage { n, text, quotes: Vec::new(), tokens: Vec::new() };
        self.voice(&passage, 0..end, VoiceKind::Direct, &found);
        self.left_open = end == text.len();
    }

    /// One sentence: its cues, then its quotations, then its paraphrases.
    fn sentence(&mut self, passage: &Passage<'_>, range: Range<usize>, speakers: &mut [Option<Found>]) {
        let tokens = passage.tokens.get(range.clone()).unwrap_or(&[]);
        let mentions = self.cast.mentions(tokens, range.start, true);
        let sentence = Sentence { tokens: &passage.tokens, start: range.start, end: range.end };
        let leads = Some(sentence).filter(|_| mentions.is_empty()).and_then(|sentence| sentence.leading_subject());
        let phrase = leads.map(|subject| passage.words(&subject)).or_else(|| titled(tokens));
        let names = Names::new(passage, range.start, &mentions);
        let named = names.mentions.iter().map(|mention| mention.who).collect();
        self.hear(Heard { named, phrase, ..Heard::default() });
        let subject = self.opening(passage, &sentence, &names);
        if let Some(heard) = self.heard.last_mut() {
            heard.subject = subject;
        }
        let mut cues: Vec<(Cue, Found)> = Vec::new();
        for cue in sentence.cues() {
            if let Some(found) = self.speaker(passage, &cue, &range, &cues, &names) {
                // `denied that Washington had offered it`: she is who speaks.
                let nested = cues.iter().any(|(other, _)| !other.nominal && opens_content(passage, other, &cue));
                if let (Speaker::Actor(_) | Speaker::Unnamed(_), Some(heard), false) =
                    (&found.speaker, self.heard.last_mut(), nested)
                {
                    heard.spoke = Some(found.speaker.clone());
                }
                cues.push((cue, found));
            }
        }
        self.sender = self.sender_in(passage, &range, &mentions).or_else(|| self.sender.take());
        let cues = sourced(passage, range.end, cues);
        if tokens.last().is_some_and(|token| token.text == ":") {
            self.introduced = cues.last().map(|(_, found)| found.clone());
        }
        let used = quoted(passage, &range, &cues, speakers);
        for (at, (cue, found)) in cues.iter().enumerate() {
            if used.contains(&at) {
                continue;
            }
            let next = cues.get(at + 1..).unwrap_or(&[]).iter().map(|(cue, _)| cue);
            if let Some(words) = paraphrase(passage, &range, cue, next) {
                let rejects = cue.takes.any(Frames::REJECTS);
                // `It is late, Ms Hart said. “We will wait.”`: what the last of a
                // sentence tells ends with it, where no quotation comes between.
                let behind = (range.start..range.end).rev().map_while(|at| passage.tokens.get(at));
                let plain = behind.take_while(|token| token.start >= words.end).all(|token| token.quote.is_none());
                let last = at + 1 == cues.len() && plain && !cue.takes.any(Frames::PASSIVE);
                let full = passage.tokens.get(range.end.saturating_sub(1)).filter(|_| last);
                let end = full.map_or(words.end, |token| if token.text == "." { token.start } else { token.end });
                self.told.push((end.max(words.end), found.clone()));
                let kind = if rejects { VoiceKind::Rejection } else { VoiceKind::Paraphrase };
                self.voice(passage, words, kind, found);
            } else if cue.content.is_none() && cue.takes.tells() && range.end.saturating_sub(cue.end()) <= 8 {
                // `Ms Hart said in a statement. “We will.”`
                let end = range.end.checked_sub(2).and_then(|last| passage.tokens.get(last)).map(|token| token.end);
                let open = (range.start..cue.first())
                    .all(|at| passage.tokens.get(at).is_some_and(|token| token.quote.is_none()));
                self.told.extend(end.filter(|_| open).map(|end| (end, found.clone())));
            }
        }
    }

    /// Adds a voice, unless its words are too few to say anything.
    fn voice(&mut self, passage: &Passage<'_>, words: Range<usize>, kind: VoiceKind, found: &Found) {
        let Some(text) = passage.text.get(words.clone()) else { return };
        let start = words.start + (text.len() - text.trim_start().len());
        let text = text.trim().trim_end_matches(',');
        let lead = text.len() - text.trim_start_matches([',', ' ']).len();
        let (start, text) = (start + lead, text.get(lead..).unwrap_or(""));
        if text.is_empty() {
            return;
        }
        // A text of which more is said than any article says is refused.
        if self.voices.len() > self.most {
            return;
        }
        let (speaker, person, role, side) = self.described(&found.speaker, &found.role);
        self.voices.push(Voice {
            passage: passage.n,
            speaker,
            person,
            role,
            side,
            kind,
            text: text.to_owned(),
            range: ByteRange::new(start, start + text.len()),
            basis: found.basis,
            cue: found.cue.clone(),
            why: found.why.clone(),
        });
    }

    /// Name, person, role and side of a speaker, to whom the text gives a role.
    fn described(&self, speaker: &Speaker, role: &str) -> (String, Option<crate::PersonId>, String, Option<SideId>) {
        match speaker {
            Speaker::Actor(who) => {
                let actor = self.actor(*who);
                let person = actor.person.and_then(|at| self.context.people.get(at)).map(|person| person.id.clone());
                let role = if actor.role.is_empty() { role } else { &actor.role };
                (actor.name.clone(), person, role.to_owned(), actor.side.clone().or_else(|| self.other()))
            }
            Speaker::Unnamed(phrase) => {
                (phrase.clone(), None, role.to_owned(), self.cast.side_of_body(phrase).or_else(|| self.other()))
            }
            Speaker::Together(people) => {
                let names: Vec<&str> = people.iter().map(|who| self.actor(*who).name.as_str()).collect();
                let sides: Vec<Option<&SideId>> = people.iter().map(|who| self.actor(*who).side.as_ref()).collect();
                let first = sides.first().copied().flatten();
                let sided = sides.iter().all(|side| side.is_some_and(|side| side.0 != "other"));
                let joint = || self.context.sides.iter().find(|side| side.id.0 == "joint").map(|side| side.id.clone());
                let side = match () {
                    () if sides.iter().all(|side| *side == first) => first.cloned(),
                    // Of a side and of none: of neither together.
                    () if !sided => self.other(),
                    () => joint().or_else(|| self.other()),
                };
                (names.join(" and "), None, String::new(), side)
            }
        }
    }

    fn other(&self) -> Option<SideId> {
        self.context.sides.iter().find(|side| side.id.0 == "other").map(|side| side.id.clone())
    }
}

/// Whether only the end of a sentence lies between: nobody else is named.
fn ends_sentence(between: &str) -> bool {
    matches!(between.trim(), "." | "!" | "?" | ".”" | "")
}

/// The sentences' first tokens and one past the last, where `“Why?” Mr Lowe
/// asked.` is one sentence and not two.
fn joined(passage: &Passage<'_>, starts: Vec<usize>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::with_capacity(starts.len() + 1);
    let ends = starts.iter().copied().skip(1).chain([passage.tokens.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let before = start.checked_sub(1);
        let quoted = |at: usize| passage.tokens.get(at).is_some_and(|token| token.quote.is_some());
        let apart = || {
            let first = found.last().copied().unwrap_or(0);
            let view = Sentence { tokens: &passage.tokens, start: first, end };
            // `“It is missing.” Lowe said.`: careless, and clear.
            let short = end - start <= 5 && passage.tokens.get(end - 1).is_some_and(|token| token.text == ".");
            let asked = before.is_some_and(|at| quoted(at) && (view.closes_clause(at) || short)) && !quoted(start);
            // Only a cue without words of its own belongs to what was quoted.
            let tail = Sentence { start, ..view };
            let cue = |cue: &Cue| cue.first() == start && cue.content.is_none() && !cue.inherited;
            let near = |at: usize| {
                passage.tokens.get(at).is_some_and(|token| token.text.ends_with("ed") || !verbs(token.text).is_empty())
            };
            !(asked && (start..end.min(start + 12)).any(near) && tail.cues().first().is_some_and(cue))
        };
        if before.is_none_or(|at| !quoted(at)) || apart() {
            found.push(start);
        }
    }
    found.push(passage.tokens.len());
    found
}

/// Whether what `outer` tells begins with whoever says `inner`: `denied that the
/// paper’s Jon Hill had said so`.
fn opens_content(passage: &Passage<'_>, outer: &Cue, inner: &Cue) -> bool {
    let part = |at: usize| {
        passage
            .tokens
            .get(at)
            .is_some_and(|token| token.is_word() && !is_finite(token) && (!is_boundary(token) || token.is(&["that"])))
    };
    outer.content.is_some_and(|content| content <= inner.first() && (content..inner.first()).all(part))
}

/// `President Lowe`, where a sentence has a title and a surname.
fn titled(tokens: &[Token<'_>]) -> Option<String> {
    let plain = |token: &Token<'_>| token.quote.is_none() && token.is_capital();
    let at = tokens.windows(2).position(|pair| match pair {
        [title, name] => {
            plain(title) && is_title(title.text) && plain(name) && !is_speaker(name) && !is_title(name.text)
        }
        _ => false,
    })?;
    let alone = tokens.get(at + 2).is_none_or(|next| !next.is_capital());
    alone.then(|| Some(format!("{} {}", tokens.get(at)?.text, bare(tokens.get(at + 1)?.text)))).flatten()
}
