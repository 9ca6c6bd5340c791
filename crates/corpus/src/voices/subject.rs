//! Who speaks: the noun phrase before a verb of saying, or after it.
//!
//! Invariant: a subject lies in the sentence of its verb and outside quotation
//! marks; whether it names anybody known is not decided here.

mod clause;
mod inverted;
mod noun_phrase;
mod opening;
mod participle;
mod plausible;

use std::ops::Range;

use super::cue::{Cue, Sentence, Subject};
use super::function_word::{
    DETERMINERS, OPENERS, PRONOUNS, TIMES, is_between, is_boundary, is_finite, is_period, is_preposition, is_pronoun,
    is_speaker, is_stop, is_time,
};
use super::lexicon::{Frames, Verb, is_document, verbs};
use super::name::{is_particle, is_title};
use super::token::Token;
use opening::SUBORDINATORS;

/// Behind these a participle shares the subject of the sentence.
const FOLLOWED: &[&str] = &["by", "and", "after", "while", "before", "when", "upon", "in", "for", "but", "then"];
/// Longest subject, in words.
const MOST_WORDS: usize = 12;

impl Sentence<'_, '_> {
    /// The subject of the verb at `at`; `found` are the cues before it.
    pub(super) fn subject_of(&self, at: usize, verb: &Verb, found: &[Cue]) -> Option<Subject> {
        // `Stressing the need for it, Mr Lowe left`
        if at == self.start && self.get(at)?.text.ends_with("ing") {
            return self.behind_participle(at);
        }
        let quoted = at.checked_sub(1).is_some_and(|before| self.quoted(before));
        // `“Stay,” warned the mayor`, but nobody `told the mayor` behind a comma.
        let particle = usize::from(!verb.particle.is_empty());
        // `…, reported the Courier.`
        let closes = || {
            let end = self.phrase_from(at + particle + 1, false);
            verb.frames.tells()
                && !verb.frames.any(Frames::HEARER)
                && !verb.may_be_noun
                && self.get(at + particle + 1).is_some_and(|token| token.is_capital() || token.is(&["the"]))
                && end.is_some_and(|end| {
                    self.get(end - 1).is_some_and(Token::is_capital)
                        && self.get(end).is_none_or(|next| next.text == ".")
                })
        };
        let participle = self.get(at).is_some_and(|verb| verb.text.ends_with("ing"));
        let may = quoted || !participle && (!verb.frames.any(Frames::HEARER.and(Frames::NOUN)) || closes());
        let inverted = if may { self.inverted(at, at + particle) } else { None };
        inverted
            .or_else(|| self.subject(at, verb, found))
            .and_then(|(subject, more, inherited)| Some((self.plausible(subject, at)?, more, inherited)))
    }

    /// The subject before the verb at `at`.
    fn subject(&self, at: usize, kind: &Verb, found: &[Cue]) -> Option<Subject> {
        let mut last = at.checked_sub(1)?;
        let mut helped = false;
        while let Some(token) = self.get(last).filter(|token| {
            token.is_word() && (is_between(token.text) || token.text.ends_with("ly") && !token.is_capital())
        }) {
            helped |=
                token.is(&["is", "are", "was", "were", "quoted", "began", "begun", "begins", "continued", "continues"]);
            last = last.checked_sub(1).filter(|last| *last >= self.start)?;
        }
        let verb = self.get(at)?;
        if verb.text.ends_with("ing") && !helped {
            return self.of_participle(at, last, kind, found);
        }
        // `Achterberg (2017) argued`
        if self.is(last, &[")"])
            && let Some(open) = (last.saturating_sub(8)..last).rev().find(|at| self.is(*at, &["("]))
        {
            last = open.checked_sub(1)?;
        }
        // `“Never again,” he will say.`
        let will = self.is(last, &["will"])
            && (last.saturating_sub(6)..last).any(|at| self.quoted(at) && self.closes_clause(at));
        last = self.before_time(if will { last - 1 } else { last });
        let token = self.get(last)?;
        if token.is(&[",", "–", "—"]) {
            return self.after_apposition(last).or_else(|| self.inherit(at, found));
        }
        if token.is(&["and", "but"]) {
            // `it will enable him to claim victory and demand more`
            let done = verb.text.ends_with("ed") || verb.text.ends_with('s') || !kind.may_be_noun || !found.is_empty();
            return done.then(|| self.inherit(at, found)).flatten();
        }
        if token.is(PRONOUNS) || token.is(&["it"]) && self.own_verb(last, at) {
            return Some((last..last + 1, 0..0, false));
        }
        // `a message that said, “Go”`
        if token.is(&["that", "which"]) && (self.quoted(at + 1) || self.is(at + 1, &[",", ":"]) && self.quoted(at + 2))
        {
            let head = last.checked_sub(1)?;
            let head = if self.is(head, &[",", "–", "—"]) { head.checked_sub(1)? } else { head };
            let start =
                (head.saturating_sub(4)..=head).rev().find(|start| self.is(*start, DETERMINERS)).unwrap_or(head);
            let plain =
                (start..=head).all(|at| self.get(at).is_some_and(|token| token.is_word() && !is_boundary(token)));
            let subject = self.noun_phrase(head).unwrap_or(start..head + 1);
            return plain.then_some((subject, 0..0, false));
        }
        if token.is(&["who"]) {
            let head = last.checked_sub(1)?;
            let head = if self.is(head, &[","]) { head.checked_sub(1)? } else { head };
            return self
                .noun_phrase(head)
                .map(|subject| self.joined_first(&subject).unwrap_or(subject))
                .map(|subject| self.described_as(&subject, found).unwrap_or((subject, 0..0, false)));
        }
        if let Some(head) = self.before_relative(last) {
            return Some((head, 0..0, false));
        }
        let subject = self.noun_phrase(last).or_else(|| self.anybody(last, at, kind));
        let governed = |subject: &Range<usize>| {
            // `About four in ten` are so many.
            self.get(subject.start).is_some_and(is_preposition) && !self.is(subject.start, &["about", "around"])
        };
        let subject = match subject.filter(|subject| !governed(subject) || self.is(subject.start, &["of"])) {
            Some(subject) => subject,
            None => self.headed(last).filter(|_| kind.frames.tells())?,
        };
        let subject = self.of_both(&subject).or_else(|| self.joined_first(&subject)).unwrap_or(subject);
        let subject = match self.whole(&subject) {
            // `A report on rents issued by the Board of Trade says`
            Some(whole) if kind.frames.tells() && self.participle_in(&whole) => self.headed(last).unwrap_or(whole),
            Some(whole) => whole,
            // `The complaint to the court’s Board on Conduct says`
            None if kind.frames.tells() && self.document_before(&subject) => self.headed(last).unwrap_or(subject),
            None => self.behind_participle_of(&subject, last).unwrap_or(subject),
        };
        // `throughout his campaign boasted`, `like many of them said`
        let about = self.is(subject.start, &["about", "around"]);
        if self.get(subject.start).is_some_and(is_preposition) && !about {
            return None;
        }
        // `Sam Lowe, the director of the party said`: a comma is missing.
        let before = subject.start.checked_sub(2).filter(|_| self.after(subject.start, &[","]));
        if let Some(name) = before.and_then(|last| self.capitals(last)).filter(|name| name.len() >= 2)
            && !self.is(name.start, TIMES)
            && (name.start == self.start || name.start.checked_sub(1).is_some_and(|at| self.quoted(at)))
            && self.is(subject.start, &["the", "a", "an", "his", "her"])
        {
            return Some((name, subject, false));
        }
        let lead = self.lead(subject.start);
        Some((subject, lead, false))
    }

    /// Whether `it` at `it` is the subject of the verb at `at`: `it has also
    /// said`, not `it is too soon to say`.
    fn own_verb(&self, it: usize, at: usize) -> bool {
        let plain =
            (it + 1..at).all(|at| self.is(at, &["has", "had", "also", "later", "then", "further", "first", "now"]));
        plain && !self.is(at, &["call", "report", "underscores", "underlines", "highlights", "promises", "threatens"])
    }

    /// Whether a preposition governs what was taken for the subject, and a
    /// document stands at the head of the sentence: a report, a complaint.
    fn document_before(&self, subject: &Range<usize>) -> bool {
        self.get(subject.start.wrapping_sub(1)).is_some_and(is_preposition)
            && (self.start..subject.start.min(self.start + 4))
                .any(|at| self.get(at).is_some_and(|token| is_document(token.text) && !token.is_possessive()))
    }

    /// Who acts, where a participle has what was taken for the subject as its object, or
    /// a preposition leads to it: `a judge handling the case`, `other letters seen by the Courier`.
    fn behind_participle_of(&self, object: &Range<usize>, last: usize) -> Option<Range<usize>> {
        let before = self.listed(object).unwrap_or(object.start).checked_sub(1)?;
        let acts = self.get(before).is_some_and(|token| {
            token.text.len() > 5
                && token.text.ends_with("ing")
                && token.text.starts_with(char::is_lowercase)
                && !is_time(token.text)
                && !is_preposition(token)
        });
        let noun = before
            .checked_sub(1)
            .and_then(|at| self.get(at))
            .is_some_and(|noun| (is_speaker(noun) || is_document(noun.text)) && !noun.is_possessive());
        let led = |token: &Token<'_>| is_preposition(token) && !is_boundary(token);
        let led = self.get(before).is_some_and(led);
        (acts && noun || led).then(|| self.headed(last)).flatten()
    }

    /// Whether a noun phrase holds a past participle behind a noun of its own.
    fn participle_in(&self, phrase: &Range<usize>) -> bool {
        (phrase.start + 2..phrase.end).any(|at| {
            let noun =
                self.get(at - 1).is_some_and(|noun| noun.is_word() && !is_preposition(noun) && !noun.is(&["and"]));
            let participle =
                |token: &Token<'_>| token.text.starts_with(char::is_lowercase) && token.text.ends_with("ed");
            noun && self.get(at).is_some_and(participle) && self.get(at + 1).is_some_and(is_preposition)
        })
    }

    /// Whether a quotation begins within the next words.
    fn quoted_near(&self, at: usize) -> bool {
        (at + 1..at + 8).take_while(|at| self.quoted(*at) || self.get(*at).is_some()).any(|at| self.quoted(at))
    }

    /// `the brochure says: “…`: whatever it is, it is quoted.
    fn anybody(&self, last: usize, at: usize, verb: &Verb) -> Option<Range<usize>> {
        let says = verb.frames.any(Frames::CLAUSE.and(Frames::ANY)) && !verb.may_be_noun;
        let quoted = says
            || self.quoted(at + 1)
            || self.is(at + 1, &[":", ","]) && self.quoted(at + 2)
            || verb.frames.any(Frames::TO) && self.is(at + 1, &["to"]) && self.quoted(at + 2)
            || verb.frames.only_quotes()
                && last
                    .checked_sub(1)
                    .is_some_and(|before| self.quoted(before) || self.quoted(before.saturating_sub(1)));
        if quoted && let Some(some) = self.quantity(last) {
            return Some(some);
        }
        let from = last.saturating_sub(6).max(self.start);
        let determined = |at: &usize| self.is(*at, DETERMINERS) && !self.after(*at, &["of"]);
        let start = (from..last).rev().find(determined)?;
        let verb = at;
        let plain = (start..=last).all(|at| {
            let small = |token: &Token<'_>| is_boundary(token) || is_preposition(token) && !token.is(&["of"]);
            self.get(at).is_some_and(|token| token.is_word() && !small(token))
        });
        // An object is no subject: `for the bakers of the town`.
        let governed = start.checked_sub(1).and_then(|at| self.get(at)).is_some_and(is_preposition);
        (quoted && plain && !governed && verb > last).then_some(start..last + 1)
    }
}
