//! What looks like a subject by its place and cannot be one.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::super::heard::names_one;
use super::noun_phrase::QUANTITIES;
use super::*;

/// Pronouns that are objects.
const OBJECTS: &[&str] =
    &["them", "him", "us", "me", "himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"];
/// Words before a participle that is an adjective: `a large pledged lead`.
const SIZES: &[&str] =
    &["large", "small", "big", "total", "remaining", "additional", "enough", "other", "include", "includes"];

impl Sentence<'_, '_> {
    /// `subject` where it may be who speaks with the verb at `at`, without a
    /// participle that leads to it: `echoing some writers who have suggested`.
    pub(super) fn plausible(&self, subject: Range<usize>, at: usize) -> Option<Range<usize>> {
        let small = |at: usize| self.get(at).is_some_and(|token| token.text.starts_with(char::is_lowercase));
        let participle =
            small(subject.start) && self.get(subject.start).is_some_and(|first| first.text.ends_with("ing"));
        let subject = match participle && subject.len() > 2 && self.is(subject.start + 1, DETERMINERS) {
            true => subject.start + 1..subject.end,
            false => subject,
        };
        // `let them think all women welcome their advances`, but `most of them said`
        let object = subject.clone().any(|at| small(at) && self.is(at, OBJECTS) && !self.after(at, &["of"]));
        // `How many can be added by threatening to …?`
        let many = usize::from(self.is(subject.start, &["how"]));
        let asked =
            self.is(subject.start + many, &["many", "much", "few"]) && self.after(subject.start + many, &["how"]);
        // `Nobody in Norland is talking of it`
        let nobody = subject.start.checked_sub(2).is_some_and(|at| self.is(at, &["nobody", "none"]));
        // `A month later the firm …`
        let last = subject.end.saturating_sub(1);
        let time = subject.len() <= 3 && self.get(last).is_some_and(|token| small(last) && is_time(token.text));
        let noun = self.is_noun_behind(&subject, at);
        let office = self.is_office(&subject);
        (!object && !asked && !nobody && !time && !noun && !office && !self.is_attribute(&subject, at))
            .then_some(subject)
    }

    /// Whether an office is told of somebody, and nobody speaks: `her years as mayor
    /// have shown`, `when she was secretary of state`.
    fn is_office(&self, subject: &Range<usize>) -> bool {
        let small = |at: usize| self.get(at).is_some_and(|token| token.text.starts_with(char::is_lowercase));
        let held = self.after(subject.start, &["as", "was", "is", "be", "been", "being", "became", "become"]);
        let head = |at: &usize| !self.get(*at).is_some_and(is_preposition);
        let office = || subject.clone().take_while(head);
        let one = office()
            .last()
            .and_then(|head| self.get(head))
            .is_some_and(|head| is_speaker(head) && names_one(head.text) && !head.is(&["police", "people"]));
        let counted = |at: usize| self.is(at, DETERMINERS) || self.is(at, QUANTITIES);
        held && one && office().all(|at| small(at) && !counted(at))
    }

    /// Whether what was taken for a verb is a noun, as the one who acts is one and no
    /// `s` is at its end: `the local press`, `a Courier report`.
    fn is_noun_behind(&self, subject: &Range<usize>, at: usize) -> bool {
        let base = self.get(at).is_some_and(|verb| {
            let noun = verbs(verb.text).iter().all(|verb| verb.may_be_noun);
            noun && !verb.text.ends_with("ing")
                && !verb.text.ends_with("ed")
                && (!verb.text.ends_with('s') || verb.text.ends_with("ss"))
        });
        let small = |token: &Token<'_>| token.text.starts_with(char::is_lowercase);
        let several = |token: &Token<'_>| {
            token.text.ends_with('s') && !token.text.ends_with("ss")
                || token.is(&["and", "police", "people", "media", "staff", "percent", "%", "you", "men", "women"])
                || token.is(QUANTITIES)
                || token.is(PRONOUNS)
        };
        let last = subject.end.saturating_sub(1);
        let one = (subject.start..last).all(|at| self.get(at).is_some_and(|part| !(small(part) && several(part))))
            && self.get(last).is_some_and(|head| !several(head));
        let number = self.get(last).is_some_and(|head| head.text.starts_with(|c: char| c.is_ascii_digit()));
        let article = self.is(subject.start, &["a", "an"]);
        let opens =
            article || self.is(subject.start, &["the"]) || self.get(subject.start).is_some_and(Token::is_capital);
        base && !self.is(at + 1, &["that"]) && subject.end == at && one && opens && (article || !number)
    }

    /// Whether the word at `at` may be a noun by itself, or an adjective before one.
    pub(in super::super) fn is_plain_noun(&self, at: usize) -> bool {
        self.get(at).is_some_and(|next| {
            let small = is_preposition(next) || is_boundary(next) || is_finite(next) || next.text.ends_with("ly");
            next.text.starts_with(char::is_lowercase)
                && !small
                && !next.is(DETERMINERS)
                && !next.is(OPENERS)
                && !next.is(OBJECTS)
                && !next.is(TIMES)
        })
    }

    /// Whether the participle at `at` is an adjective between a number or a size
    /// and a noun: `1,280 pledged delegates`.
    fn is_attribute(&self, subject: &Range<usize>, at: usize) -> bool {
        let noun = self.is_plain_noun(at + 1);
        let last = subject.end.saturating_sub(1);
        let number = subject.len() == 1
            && self.get(last).is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()));
        noun && last + 1 == at
            && self.get(at).is_some_and(|token| token.text.ends_with("ed"))
            && (number || self.is(last, SIZES))
    }
}
