//! From cues and quotations to voices, passage after passage.
//!
//! Invariant: passages are given in order; what is remembered of earlier ones
//! is who spoke, who was named, and whether a quotation was left open.

use std::ops::Range;

use super::Context;
use super::cast::{Actor, Cast, bare};
use super::cue::{Cue, Sentence};
use super::extent::{is_sentence, paraphrase, quoted, unnamed};
use super::function_word::PRONOUNS;
use super::quote::{Quote, quotes};
use super::token::{Token, sentences, tokens};
use super::verb::{self, Takes};
use crate::article::{Voice, VoiceKind};
use crate::fact::{Basis, ByteRange};
use crate::model::SideId;

/// Who speaks.
#[derive(Clone, Debug, PartialEq)]
enum Speaker {
    /// Somebody of the cast.
    Actor(usize),
    /// As the text calls them.
    Unnamed(String),
    /// Several of the cast together.
    Together(Vec<usize>),
}

/// A speaker and how they were found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    speaker: Speaker,
    basis: Basis,
    why: String,
    role: String,
    cue: String,
}

/// What is remembered of a sentence.
#[derive(Clone, Debug, Default)]
struct Heard {
    spoke: Option<usize>,
    named: Vec<usize>,
}

/// The state between passages.
pub struct Attribution<'c> {
    cast: Cast<'c>,
    context: Context<'c>,
    heard: Vec<Heard>,
    last_direct: Option<Found>,
    left_open: bool,
    ended_in_quote: bool,
    /// What was found so far.
    pub voices: Vec<Voice>,
}

/// One passage, taken apart.
pub(super) struct Passage<'t> {
    n: u32,
    pub(super) text: &'t str,
    pub(super) quotes: Vec<Quote>,
    pub(super) tokens: Vec<Token<'t>>,
}

impl<'c> Attribution<'c> {
    pub fn new(cast: Cast<'c>, context: Context<'c>) -> Self {
        Attribution {
            cast,
            context,
            heard: Vec::new(),
            last_direct: None,
            left_open: false,
            ended_in_quote: false,
            voices: Vec::new(),
        }
    }

    /// Finds the voices of the next passage.
    pub fn passage(&mut self, n: u32, text: &str) {
        let quotes = quotes(text);
        let tokens = tokens(text, &quotes);
        let passage = Passage { n, text, quotes, tokens };
        let mut speakers: Vec<Option<Found>> = vec![None; passage.quotes.len()];
        let mut starts = sentences(&passage.tokens);
        starts.push(passage.tokens.len());
        let first = self.voices.len();
        for pair in starts.windows(2) {
            if let [start, end] = pair {
                self.sentence(&passage, *start..*end, &mut speakers);
            }
        }
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
    }

    /// One sentence: its cues, then its quotations, then its paraphrases.
    fn sentence(&mut self, passage: &Passage<'_>, range: Range<usize>, speakers: &mut [Option<Found>]) {
        let tokens = passage.tokens.get(range.clone()).unwrap_or(&[]);
        let named: Vec<usize> = self.cast.mentions(tokens, range.start).into_iter().map(|(who, _)| who).collect();
        self.heard.push(Heard { spoke: None, named });
        let sentence = Sentence { tokens: &passage.tokens, start: range.start, end: range.end };
        let mut cues: Vec<(Cue, Found)> = Vec::new();
        for cue in sentence.cues() {
            if let Some(found) = self.speaker(passage, &cue, &range, &cues) {
                if let (Speaker::Actor(who), Some(heard)) = (&found.speaker, self.heard.last_mut()) {
                    heard.spoke = Some(*who);
                }
                cues.push((cue, found));
            }
        }
        // `according to a note, Putin said`: the person speaks, the note is where.
        let person_says = |at: usize| cues.iter().any(|(cue, _)| cue.first() == at && cue.content.is_some());
        let stands: Vec<bool> = cues
            .iter()
            .map(|(cue, _)| {
                !(passage.tokens.get(cue.verb).is_some_and(|token| token.is(&["according"]))
                    && cue.content.is_some_and(person_says))
            })
            .collect();
        let mut stands = stands.into_iter();
        cues.retain(|_| stands.next().unwrap_or(true));
        let used = quoted(passage, &range, &cues, speakers);
        for (at, (cue, found)) in cues.iter().enumerate() {
            if used.contains(&at) {
                continue;
            }
            let next = cues.get(at + 1..).unwrap_or(&[]).iter().map(|(cue, _)| cue);
            if let Some(words) = paraphrase(passage, &range, cue, next) {
                self.voice(passage, words, VoiceKind::Paraphrase, found);
            }
        }
    }

    /// Quotations without a cue go on with who spoke before.
    fn continued(&mut self, passage: &Passage<'_>, speakers: &mut [Option<Found>]) {
        let whole: usize = passage.quotes.iter().map(|quote| quote.inner.len()).sum();
        let mostly = whole * 10 >= passage.text.len() * 8;
        let opening = passage.quotes.first().is_some_and(|quote| quote.outer.start == 0);
        let mut before =
            self.last_direct.clone().filter(|_| self.left_open && opening || self.ended_in_quote && opening && mostly);
        if let Some(found) = &mut before {
            found.basis = Basis::Inferred;
            found.cue = String::new();
            found.why = "The quotation goes on from the passage before, and nobody else is named.".to_owned();
        }
        let later = speakers.iter().flatten().next().cloned();
        let mut last = before;
        for (quote, slot) in passage.quotes.iter().zip(speakers) {
            match slot {
                Some(found) => last = Some(found.clone()),
                None if is_sentence(passage, quote) => {
                    let source = last.clone().or_else(|| later.clone().filter(|_| quote.outer.start == 0));
                    *slot = source.map(|found| Found {
                        basis: Basis::Inferred,
                        why: if found.cue.is_empty() {
                            found.why.clone()
                        } else {
                            "The quotation stands beside one of the same speaker, and nobody else is named.".to_owned()
                        },
                        cue: String::new(),
                        ..found
                    });
                }
                None => {}
            }
        }
    }

    /// Who the subject of a cue is.
    fn speaker(
        &mut self,
        passage: &Passage<'_>,
        cue: &Cue,
        sentence: &Range<usize>,
        before: &[(Cue, Found)],
    ) -> Option<Found> {
        let subject = passage.tokens.get(cue.subject.clone())?;
        let phrase = passage.words(&cue.subject);
        let shown = passage.words(&(cue.first()..cue.end()));
        if cue.inherited
            && let Some((_, found)) = before.last()
        {
            let why = "The verb shares its subject with the one before it.".to_owned();
            return Some(Found { basis: Basis::Inferred, why, cue: shown, ..found.clone() });
        }
        let view =
            subject.first().is_some_and(|_| verb::is_view(passage.tokens.get(cue.verb).map_or("", |verb| verb.text)));
        if view && !before.is_empty()
            || cue.takes == Takes::Thing && !subject.first().is_some_and(|token| token.is(PRONOUNS))
        {
            return None;
        }
        let stated = |speaker, role| {
            Some(Found {
                speaker,
                basis: Basis::Stated,
                why: "The text names the speaker.".to_owned(),
                role,
                cue: shown.clone(),
            })
        };
        match subject {
            [only] if only.is(&["they"]) => self.they(passage, cue, sentence, shown),
            [only] if only.is(PRONOUNS) => self.pronoun(passage, cue, &only.text.to_lowercase(), before, shown),
            _ => {
                if let Some(who) = self.cast.described(&phrase) {
                    let why = format!("“{phrase}” is a role that {} held then.", self.actor(who).name);
                    return Some(Found {
                        speaker: Speaker::Actor(who),
                        basis: Basis::Inferred,
                        why,
                        role: String::new(),
                        cue: shown,
                    });
                }
                let role = passage.words(&cue.apposition);
                let words: Vec<&str> = subject.iter().map(|token| token.text).collect();
                let owned = words.iter().rev().skip(1).any(|word| word.ends_with("'s") || word.ends_with("’s"));
                let capital = words.last().is_some_and(|word| word.starts_with(char::is_uppercase));
                if capital
                    && !owned
                    && let Some(who) = self.cast.person(&words)
                {
                    self.learn(who, &role);
                    let full =
                        self.actor(who).name.split_whitespace().all(|part| words.iter().any(|word| bare(word) == part));
                    let known = full || self.cast.namesakes(who) == 1;
                    let why = if known {
                        "The text names the speaker.".to_owned()
                    } else {
                        format!("The last of that name to be named in full is {}.", self.actor(who).name)
                    };
                    let basis = if known { Basis::Stated } else { Basis::Inferred };
                    return Some(Found { speaker: Speaker::Actor(who), basis, why, role, cue: shown });
                }
                stated(Speaker::Unnamed(unnamed(subject, &phrase)), role)
            }
        }
    }

    fn actor(&self, who: usize) -> &Actor {
        // Indices come from the cast itself, which only grows.
        static NOBODY: Actor =
            Actor { name: String::new(), person: None, role: String::new(), side: None, pronoun: String::new() };
        self.cast.actors.get(who).unwrap_or(&NOBODY)
    }

    /// Keeps a role that the text gives to somebody whom it introduces.
    fn learn(&mut self, who: usize, role: &str) {
        let side = self.cast.side_of(role);
        if let Some(actor) =
            self.cast.actors.get_mut(who).filter(|actor| actor.person.is_none() && actor.role.is_empty())
        {
            actor.role = role.to_owned();
            actor.side = actor.side.take().or(side);
        }
    }

    /// The last fitting person: in the nearest sentence, who spoke, else who
    /// was named first.
    fn pronoun(
        &self,
        passage: &Passage<'_>,
        cue: &Cue,
        pronoun: &str,
        before: &[(Cue, Found)],
        shown: String,
    ) -> Option<Found> {
        let fits = |who: &usize| self.actor(*who).pronoun.is_empty() || self.actor(*who).pronoun == pronoun;
        let earlier = before.iter().rev().find_map(|(_, found)| match found.speaker {
            Speaker::Actor(who) => Some(who),
            _ => None,
        });
        let told = passage.tokens.get(cue.verb + 1..cue.verb + 5).unwrap_or(&[]);
        let spoken_to = |who: &usize| {
            let surname = self.actor(*who).name.split_whitespace().last().unwrap_or("");
            cue.takes == Takes::Person && told.iter().any(|token| bare(token.text) == surname)
        };
        let candidates = earlier.into_iter().chain(
            self.heard
                .iter()
                .rev()
                .skip(1)
                .take(12)
                .flat_map(|heard| heard.spoke.into_iter().chain(heard.named.first().copied())),
        );
        let who = candidates.filter(fits).find(|who| !spoken_to(who))?;
        let why = format!("“{pronoun}” is read as the last person named whom it fits.");
        Some(Found { speaker: Speaker::Actor(who), basis: Basis::Inferred, why, role: String::new(), cue: shown })
    }

    /// `they`: a group earlier in the sentence, else the two people named last.
    fn they(&self, passage: &Passage<'_>, cue: &Cue, sentence: &Range<usize>, shown: String) -> Option<Found> {
        let view = Sentence { tokens: &passage.tokens, start: sentence.start, end: cue.subject.start };
        let group = (view.start..view.end).rev().find_map(|at| {
            let token = passage.tokens.get(at)?;
            let plural = token.text.ends_with('s') && verb::is_speaker_noun(token.text) && token.quote.is_none();
            plural.then(|| view.noun_phrase(at).or(Some(at..at + 1))).flatten()
        });
        if let Some(group) = group {
            let subject = passage.tokens.get(group.clone())?;
            let phrase = passage.words(&group);
            let why = format!("“they” is read as “{phrase}”, named earlier in the sentence.");
            return Some(Found {
                speaker: Speaker::Unnamed(unnamed(subject, &phrase)),
                basis: Basis::Inferred,
                why,
                role: String::new(),
                cue: shown,
            });
        }
        let last = self.heard.iter().rev().nth(1)?;
        let mut people = last.named.clone();
        people.sort_by(|a, b| self.actor(*a).name.cmp(&self.actor(*b).name));
        people.dedup();
        let why = "“they” is read as the two people whom the sentence before names.".to_owned();
        (people.len() == 2).then(|| Found {
            speaker: Speaker::Together(people),
            basis: Basis::Inferred,
            why,
            role: String::new(),
            cue: shown,
        })
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
        let (speaker, person, role, side) = self.described(found);
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

    /// Name, person, role and side of a speaker.
    fn described(&self, found: &Found) -> (String, Option<crate::PersonId>, String, Option<SideId>) {
        match &found.speaker {
            Speaker::Actor(who) => {
                let actor = self.actor(*who);
                let person = actor.person.and_then(|at| self.context.people.get(at)).map(|person| person.id.clone());
                let role = if actor.role.is_empty() { found.role.clone() } else { actor.role.clone() };
                (actor.name.clone(), person, role, actor.side.clone().or_else(|| self.other()))
            }
            Speaker::Unnamed(phrase) => {
                (phrase.clone(), None, found.role.clone(), self.cast.side_of(phrase).or_else(|| self.other()))
            }
            Speaker::Together(people) => {
                let names: Vec<&str> = people.iter().map(|who| self.actor(*who).name.as_str()).collect();
                let first = people.first().and_then(|who| self.actor(*who).side.clone());
                let same = people.iter().all(|who| self.actor(*who).side == first);
                let joint = || self.context.sides.iter().find(|side| side.id.0 == "joint").map(|side| side.id.clone());
                (names.join(" and "), None, String::new(), if same { first } else { joint().or_else(|| self.other()) })
            }
        }
    }

    fn other(&self) -> Option<SideId> {
        self.context.sides.iter().find(|side| side.id.0 == "other").map(|side| side.id.clone())
    }
}

impl Passage<'_> {
    /// The words of a range of tokens.
    fn words(&self, range: &Range<usize>) -> String {
        let Some(tokens) = self.tokens.get(range.clone()) else { return String::new() };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
        self.text.get(first.start..last.end).unwrap_or("").to_owned()
    }
}
