//! What looks like a subject by its place and cannot be one.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

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
        (!object && !asked && !nobody && !time && !self.is_attribute(&subject, at)).then_some(subject)
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
