//! The subject of a participle: `…, calling it a mistake`, `Speaking at a
//! fair, …`, `a sign saying “Go home”`.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::*;

impl Sentence<'_, '_> {
    /// The subject of the participle at `at`, which has no verb of being before
    /// it: who is named or counted right before, what shows the words, or the
    /// subject of the sentence. `last` is the last word before its adverbs.
    pub(super) fn of_participle(&self, at: usize, last: usize, kind: &Verb, found: &[Cue]) -> Option<Subject> {
        let verb = self.get(at)?;
        let before = self.tokens.get(at - 1)?;
        // `Mr Lowe calling it a “great meeting”`: who is named right before.
        let own = before.is_capital() && !is_stop(before.text) && at - 1 > self.start;
        let follows = before.is(FOLLOWED)
            || self.is(last, &[",", "–", "—", "and"])
            || self.closes_clause(at - 1)
            || verb.is(&["saying"]) && (self.is(at + 1, &["that"]) || self.clause(at + 1).is_some());
        // `with 22 percent saying so`, `a sign saying “Go home”`
        let those = self.noun_phrase(at - 1).or_else(|| self.quantity(at - 1));
        // `with many marchers and spectators chanting`
        let with = |those: &Range<usize>| {
            let from = (those.start.saturating_sub(6)..those.start).rev().find(|at| self.is(*at, &["with"]))? + 1;
            let joined = from == those.start
                || self.after(those.start, &["and"])
                    && (from..those.start).all(|at| {
                        self.get(at).is_some_and(|token| token.is_word() && !is_preposition(token) && !is_finite(token))
                    });
            joined.then_some(from..those.end)
        };
        // `with a row of neighbours chanting “Out!”`
        let plainly = || {
            let from = (at.saturating_sub(10)..at).rev().find(|at| self.is(*at, &["with"]))? + 1;
            let plain = (from..at).all(|at| {
                self.get(at).is_some_and(|token| {
                    let within = token.is(&["of", "in", "from", "for"]) && at > from;
                    token.is_word() && !is_finite(token) && (!is_preposition(token) || within)
                })
            });
            // `with 30 percent of voters saying so`
            let people = || {
                verb.is(&["saying"])
                    && (from..at).any(|at| self.get(at).is_some_and(is_speaker) || self.is(at, &["percent"]))
            };
            (plain && from < at && (self.quoted_near(at) || people())).then_some(from..at)
        };
        if let Some(those) = those.as_ref().and_then(with).or_else(plainly) {
            return Some((those, 0..0, false));
        }
        let shows = verb.is(&["saying", "reading", "declaring", "proclaiming"]) && before.is_word();
        // `ads calling the bridge a “costly mistake”`
        let document = is_document(before.text)
            && verb.text.starts_with(char::is_lowercase)
            && kind.frames.any(Frames::NAME.and(Frames::NOUN))
            && self.quoted_near(at);
        if (shows || document)
            && !self.is(at - 1, FOLLOWED)
            && (document || self.quoted(at + 1) || self.is(at + 1, &[",", ":"]) && self.quoted(at + 2))
        {
            let thing = !before.is_capital() && !before.is(PRONOUNS) && !is_boundary(before) && !is_preposition(before);
            let start = (at.saturating_sub(4)..at).rev().find(|start| self.is(*start, DETERMINERS)).unwrap_or(at - 1);
            let plain =
                (start..at).all(|at| self.get(at).is_some_and(|token| token.is_word() && !is_preposition(token)));
            if thing && plain {
                return Some((start..at, 0..0, false));
            }
        }
        // `both issued a statement, Mr Ryan saying he was encouraged`
        if own
            && let Some(name) = self.capitals(at - 1)
            && self.after(name.start, &[",", "–", "—"])
            && (self.start..name.start).any(|at| self.get(at).is_some_and(is_finite) || self.past(at))
        {
            return Some((name, 0..0, false));
        }
        // `in the Courier calling it “a mistake”`: a preposition governs the name.
        let governed = |name: &Range<usize>| {
            let before = name.start.checked_sub(1).and_then(|at| self.get(at));
            before.is_some_and(|token| is_preposition(token) && !token.is(&["with", "of"]))
        };
        if !follows && own && self.quoted_near(at) {
            let name = self.capitals(at - 1)?;
            return if governed(&name) { self.inherit(at, found) } else { Some((name, 0..0, false)) };
        }
        let opens = at == self.start || self.is(at - 1, &["after", "while", "by", "in"]) && at - 1 == self.start;
        if opens {
            return self.behind_participle(at);
        }
        follows.then(|| self.inherit(at, found)).flatten()
    }

    /// `Bemoaning the “phony system,” Trump accused …`: who comes behind.
    pub(super) fn behind_participle(&self, at: usize) -> Option<Subject> {
        let comma = (at + 1..self.end.min(at + 30))
            .find(|at| self.tokens.get(*at).is_some_and(|token| token.text == ",") && !self.quoted(at + 2))?;
        let start = (comma + 1..comma + 3).find(|at| self.get(*at).is_some())?;
        if self.is(start, PRONOUNS) {
            return Some((start..start + 1, 0..0, true));
        }
        let end = self.phrase_from(start, false)?;
        // `Mr Lowe told the Courier`: his name ends before the verb.
        let acts =
            |at: &usize| self.get(*at).is_some_and(|token| verbs(token.text).iter().any(|verb| !verb.may_be_noun));
        let end = (start + 1..end).find(acts).unwrap_or(end);
        (end > start && self.get(end).is_some_and(|next| next.is_word())).then_some((start..end, 0..0, true))
    }

    /// Whether the sentence opens with a participle: `Rallying the voters, …`,
    /// `Speaking at a fair, …`; not `Harding told the court`.
    pub(super) fn participle(&self, at: usize) -> bool {
        let opens = self.get(at).is_some_and(|token| token.text.len() > 5 && token.text.ends_with("ing"));
        opens
            && self.get(at + 1).is_some_and(|next| {
                is_preposition(next) && !next.is(&["of"])
                    || next.is(DETERMINERS)
                    || next.text.starts_with(|c: char| c.is_ascii_digit())
                    || next.is(&["out", "up", "down", "back", "off", "away", "ahead"])
                    || next.is(&["this", "that", "these", "those", "hundreds", "thousands", "dozens"])
            })
    }
}
