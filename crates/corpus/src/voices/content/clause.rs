//! Whether a clause begins at a word: with `that`, with `to`, or with nothing
//! before its subject.
//!
//! Invariant: looks at the words from there on and at the one before, in the
//! same sentence.

use super::super::cue::Sentence;
use super::super::function_word::{
    DETERMINERS, OPENERS, is_boundary, is_finite, is_period, is_preposition, is_speaker,
};
use super::super::token::Token;

/// One of a kind: behind `that` with no article such a noun is pointed at.
const POINTED: &[&str] = &[
    "approach",
    "claim",
    "day",
    "idea",
    "moment",
    "point",
    "position",
    "promise",
    "question",
    "statement",
    "view",
    "way",
];

impl Sentence<'_, '_> {
    /// `he was`, `they’ve`, `there would`.
    pub(super) fn pronoun_clause(&self, at: usize) -> bool {
        let subject = self.is(at, &["it", "he", "she", "they", "we", "there", "i", "you"]);
        let glued = self.get(at).is_some_and(|token| {
            let head = token.text.split(['\'', '’']).next().unwrap_or("");
            head.len() < token.text.len()
                && ["it", "he", "she", "they", "we", "there", "i", "you", "that"]
                    .iter()
                    .any(|word| head.eq_ignore_ascii_case(word))
        });
        glued
            || subject
                && self.get(at + 1).is_some_and(|verb| {
                    verb.is_word() && !is_preposition(verb) && !is_boundary(verb) || is_finite(verb)
                })
    }

    /// Whether a verb that has no subject stands at `at`: `had`, not `he’d`.
    pub(in crate::voices) fn opens_with_verb(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.class().is_finite())
    }

    /// Whether `that` at `at` leads to a clause, and does not point at something: `said
    /// that it was late`, not `repeated that question`, `said that night`.
    pub(super) fn joins_clause(&self, at: usize) -> bool {
        let pointed = self.get(at + 1).is_some_and(|noun| noun.is(POINTED) || is_period(noun));
        self.is(at, &["that"]) && !pointed
    }

    /// Past the next `that` which opens a clause of its own: not `added to the noise
    /// that had begun`.
    pub(super) fn clause_behind(&self, from: usize) -> Option<usize> {
        self.that(from).filter(|at| !self.opens_with_verb(*at))
    }

    /// Past the next `that` before a stop and before a quotation.
    pub(super) fn that(&self, from: usize) -> Option<usize> {
        // `told NBC’s “Meet the Press” on Sunday that …`: what is quoted there
        // is what a programme is called.
        let named = |at: usize| self.quoted(at) && (at..at + 8).any(|at| !self.quoted(at)) && self.opens_sentence(at);
        let at = (from..(from + 14).min(self.end)).find(|at| {
            let quoted = self.quoted(*at) && !self.quoted(at - 1) && !named(*at);
            let dash = self.is(*at, &["–", "—"]) || self.is(*at, &["-"]) && self.is(at + 1, &["-"]);
            self.joins_clause(*at) || self.is(*at, &[".", ",", ";", "?"]) || dash && *at > from || quoted
        })?;
        self.is(at, &["that"]).then_some(at + 1)
    }

    /// Whether somebody is spoken to from `at`: `to reporters`, not `to fight`.
    pub(super) fn audience(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.is_capital() || token.is(&["the", "a", "his", "her", "me", "us"]) || is_speaker(token)
        })
    }

    /// `to stay`, not `to reporters` and not `to the voters`.
    pub(in crate::voices) fn infinitive(&self, at: usize) -> bool {
        let verb = |token: &Token<'_>| token.text.starts_with(char::is_lowercase) && !is_preposition(token);
        self.is(at, &["to"])
            && self.get(at + 1).is_some_and(verb)
            && !self.audience(at + 1)
            && !self.is(at + 1, DETERMINERS)
    }

    /// `warn two million people could be cut off`: a clause without `that`.
    pub(in crate::voices) fn clause(&self, from: usize) -> Option<usize> {
        let next = self.get(from).filter(|token| token.is_word() && !is_preposition(token))?;
        if self.pronoun_clause(from) {
            return Some(from);
        }
        let number = next.text.starts_with(|c: char| c.is_numeric());
        let opens = next.is(OPENERS)
            || next.is(DETERMINERS)
            || next.is_capital()
            || number
            || next.text.ends_with('s')
            || next.text.ends_with("ing");
        let stop = (from + 1..(from + 14).min(self.end)).find(|at| {
            self.get(*at).is_none_or(|token| {
                is_finite(token)
                    || token.is(&["who", "which", "that", "whose", "where", "to"])
                    || !token.is_word()
                    || self.past(*at)
            })
        })?;
        (opens && self.get(stop).is_some_and(|token| is_finite(token) || self.past(stop))).then_some(from)
    }

    /// Whether the verb of a clause stands at `at`: behind a name or a noun, in
    /// the past, with no `by` that would make it a participle.
    pub(in crate::voices) fn past(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        let irregular = token.is(&[
            "won", "lost", "made", "took", "went", "came", "gave", "knew", "needs", "wants", "needed", "got", "ran",
            "left", "met", "saw", "fell", "rose", "kept", "held",
        ]);
        let ends = token.text.len() > 4 && token.text.ends_with("ed") && token.text.starts_with(char::is_lowercase);
        let subject = at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(|before| {
            before.is_capital() || before.text.ends_with('s') && !before.is_possessive() || is_speaker(before)
        });
        let participle = self.is(at + 1, &["by", "in", "at", "on", "with", "from"]);
        subject && (irregular || ends && !participle)
    }
}
