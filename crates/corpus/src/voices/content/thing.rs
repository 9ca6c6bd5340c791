//! Whether what is told may be no clause: a thing, a few words, or what
//! somebody is called.
//!
//! Invariant: looks at the words from there on, in the same sentence.

use super::super::cue::Sentence;
use super::super::function_word::{TIMES, is_boundary, is_finite, is_period, is_preposition};
use super::super::token::Token;

impl Sentence<'_, '_> {
    /// Whether the words from `at` on may be told without being a clause: not a
    /// time or place, not `so`, not how it is said.
    pub(super) fn may_be_told(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let manner = token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase);
            let time = is_boundary(token) && !is_finite(token) && !token.is(&["what", "how", "why", "whether", "not"]);
            let period = token.is(&["this", "that"]) && self.get(at + 1).is_some_and(is_period);
            // `said little of it`, `says a lot`: not what.
            let amount = token.is(&["little", "much", "plenty", "enough"])
                && (token.is(&["little"]) || !self.is(at + 1, &["of"]))
                || token.is(&["a"]) && self.is(at + 1, &["lot", "little", "bit", "word", "thing", "few"]);
            let other = manner || time || period || amount || token.is(&["so", "as"]);
            !is_preposition(token) && !token.is(TIMES) && !other
        })
    }

    /// Whether a noun phrase may begin at `at`.
    pub(super) fn opens_thing(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let word = token.is_word() && !is_preposition(token) && !is_finite(token) && !token.is(TIMES);
            let adverb = token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase);
            let points = token.is(&["that"]) && !self.joins_clause(at);
            let small = is_boundary(token) && !points
                || token.is(&[
                    "up", "down", "out", "back", "again", "too", "also", "away", "off", "ahead", "here", "there", "so",
                    "then",
                ]);
            word && !adverb && !small
        })
    }

    /// `called him a liar`, `called the plan “theatre”`, not `called him twice`.
    pub(super) fn named(&self, from: usize) -> bool {
        let first = self.opens_thing(from) && !self.is(from, &["a", "an"]);
        first
            && (from + 1..from + 14).take_while(|at| self.quoted(*at) || self.get(*at).is_some_and(Token::is_word)).any(
                |at| {
                    self.quoted(at)
                        || self.is(at, &["a", "an", "one"])
                            && !self.after(at, &["of", "in", "on", "with", "for", "and"])
                },
            )
    }

    /// `called him divisive`, `called the charges unsubstantiated`.
    pub(super) fn judged(&self, from: usize) -> bool {
        let adjective = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.text.starts_with(char::is_lowercase)
                    && ["ed", "ous", "able", "ible", "ive", "al", "ful", "ic", "less", "ent", "ant"]
                        .iter()
                        .any(|ending| token.text.ends_with(ending))
            })
        };
        let ends = |at: usize| self.get(at).is_none_or(|next| !next.is_word() || next.is(&["and", "but", "because"]));
        let last = (from + 1..from + 10)
            .take_while(|at| self.get(*at).is_some_and(|token| token.is_word() && !is_finite(token)))
            .find(|at| ends(*at + 1) || adjective(*at) && self.is(*at + 1, &["and"]));
        self.opens_thing(from) && last.is_some_and(adjective)
    }
}
