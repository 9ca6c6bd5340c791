//! What a poll tells of those whom it asked.
//!
//! Invariant: looks at one sentence; the poll speaks for all who are counted in it.

use super::*;

/// What asks people.
const POLLS: &[&str] = &["poll", "polls", "survey", "surveys", "polling"];

impl Sentence<'_, '_> {
    /// `In a poll in May, 31 percent of the voters said …`: the poll tells it, with how
    /// many they are.
    pub(in crate::voices) fn in_poll(&self, at: usize) -> Option<Cue> {
        let inside = |at: &usize| self.get(*at).is_some_and(|token| token.is_word() && !is_finite(token));
        let poll = (at + 1..at + 12).take_while(inside).find(|at| self.is_poll(*at))?;
        let comma = (poll + 1..poll + 8).find(|at| self.is(*at, &[","]))?;
        let counted = (comma + 1..comma + 4).any(|at| self.is_number(at));
        (at == self.start && counted).then(|| Cue::new(at, at + 1..poll + 1, Some(comma + 1)))
    }

    /// Whether a cue tells what so many answered, behind the poll that one of `all`
    /// names: `A poll found that most agree, and 20 percent said so`.
    pub(super) fn is_answer(&self, cue: &Cue, all: &[Cue]) -> bool {
        let counted = cue.subject.clone().any(|at| self.is_number(at));
        let poll = |other: &Cue| {
            other.content.is_some_and(|content| content <= cue.first())
                && other
                    .subject
                    .clone()
                    .take_while(|at| !self.get(*at).is_some_and(is_preposition))
                    .any(|at| self.is_poll(at))
        };
        counted && all.iter().any(poll)
    }

    fn is_poll(&self, at: usize) -> bool {
        self.is(at, POLLS)
    }

    /// Whether a number or a share stands at `at`.
    fn is_number(&self, at: usize) -> bool {
        self.is(at, SHARES) || self.get(at).is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// Words for how many of those who were asked.
const SHARES: &[&str] = &["percent", "%", "half", "majority", "plurality", "thirds", "third", "quarter", "quarters"];
