//! How far the noun phrase of a subject reaches, back from its last word.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::*;

/// Words for how many, when they stand for people.
pub(super) const QUANTITIES: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "half",
    "most",
    "many",
    "some",
    "few",
    "others",
    "several",
    "all",
    "majority",
    "plurality",
    "dozens",
    "hundreds",
    "thousands",
    "both",
    "neither",
    "another",
    "somebody",
    "someone",
];

impl Sentence<'_, '_> {
    /// What stands before a preposition, where that governs what was taken for
    /// the subject: of `six newspapers in New Jersey said` the newspapers.
    pub(super) fn whole(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        // `31% of the voters`
        let of = self.is(subject.start, &["of"]) && self.after(subject.start, &["%"]);
        let mut start = self.listed(subject).unwrap_or(subject.start + usize::from(of));
        for _ in 0..4 {
            let Some(preposition) = start.checked_sub(1).filter(|at| self.get(*at).is_some_and(is_preposition)) else {
                break;
            };
            let mut noun = preposition.checked_sub(1).filter(|at| *at >= self.start)?;
            // `observers in Norland and around the country`
            if self.is(noun, &["and"]) {
                let plain = |at: &usize| self.get(*at).is_some_and(|token| token.is_word() && !is_finite(token));
                let other = (noun.saturating_sub(5).max(self.start)..noun)
                    .rev()
                    .take_while(plain)
                    .find(|at| self.get(*at).is_some_and(is_preposition))?;
                noun = other.checked_sub(1).filter(|at| *at >= self.start)?;
            }
            // `more than six in ten local voters`
            if let Some(some) = self.quantity(noun).filter(|_| self.is(preposition, &["in"])) {
                start = some.start;
                break;
            }
            if self.is(noun, &["%"]) {
                start = noun.saturating_sub(1).max(self.start);
                break;
            }
            let head = self.get(noun).filter(|head| {
                head.is_word()
                    && !is_boundary(head)
                    && !is_finite(head)
                    && !is_preposition(head)
                    && !is_stop(head.text)
                    && !head.is(TIMES)
            })?;
            // `spoke to Congress`: the verb before governs the preposition.
            if verbs(head.text).iter().any(|verb| !verb.may_be_noun) || head.is(PRONOUNS) {
                return None;
            }
            start = noun;
            while let Some(at) = start.checked_sub(1).filter(|at| *at >= self.start && subject.end - *at <= 16) {
                let part = self.get(at).is_some_and(|token| {
                    token.is_word()
                        && !is_boundary(token)
                        && !is_finite(token)
                        && !is_preposition(token)
                        && !is_stop(token.text)
                        && !verbs(token.text).iter().any(|verb| !verb.may_be_noun)
                        || self.is(at, DETERMINERS)
                });
                if !part {
                    break;
                }
                start = at;
                if self.is(at, DETERMINERS) && !self.after(at, &["of"]) {
                    break;
                }
            }
        }
        let first = self.get(start)?;
        let number = first.text.starts_with(|c: char| c.is_numeric());
        let opens = start == self.start
            || number
            || self.get(start - 1).is_some_and(|token| {
                let adverb = token.text.ends_with("ly") && token.text.len() > 4;
                !token.is_word() || is_boundary(token) || adverb || token.is(&["and", "but", "that", "while"])
            });
        let headed = self.is(start, DETERMINERS)
            || self.is(start, QUANTITIES)
            || number
            || (start..subject.start).any(|at| self.get(at).is_some_and(is_speaker))
            || first.is_capital();
        (start < subject.start && opens && headed && subject.end - start <= 18).then_some(start..subject.end)
    }

    /// Where the list begins of which `subject` is the last name, and before which a
    /// preposition stands: of `in Ahold, Norland and Sudland` at `Ahold`.
    pub(super) fn listed(&self, subject: &Range<usize>) -> Option<usize> {
        let part = |at: &usize| {
            self.get(*at).is_some_and(|token| token.is_capital() && !is_stop(token.text) || token.is(&["and", ","]))
        };
        let capital = self.get(subject.start).is_some_and(Token::is_capital);
        let from = self.start.max(subject.start.saturating_sub(16));
        let start = (from..subject.start).rev().take_while(part).last().filter(|_| capital)?;
        let led = self.get(start.checked_sub(1)?).is_some_and(is_preposition);
        (led && self.get(start)?.is_capital() && self.after(subject.start, &["and"])).then_some(start)
    }

    /// `The leaders of Norland and the Southern Isles said`: the leaders speak,
    /// and not the second country.
    pub(super) fn of_both(&self, second: &Range<usize>) -> Option<Range<usize>> {
        let and = second.start.checked_sub(1).filter(|at| self.is(*at, &["and"]))?;
        let part = |at: usize| self.get(at).is_some_and(|token| token.is_capital() || token.is(&["the"]));
        let first = (self.start..and).rev().take_while(|at| part(*at)).last()?;
        let head = first.checked_sub(2).filter(|head| self.is(head + 1, &["of"]))?;
        // `the cities of Norland and the Isles`
        let leads =
            self.get(head).is_some_and(|head| is_speaker(head) || head.text.ends_with('s') && !head.is_capital());
        let start = head.checked_sub(1).filter(|at| *at >= self.start && self.is(*at, DETERMINERS)).unwrap_or(head);
        leads.then_some(start..second.end)
    }

    /// `Ms Hart and others said`, `some letters and other records show`: who stands
    /// before the `and` speaks as well, where nothing but that opens the sentence.
    pub(super) fn joined_first(&self, second: &Range<usize>) -> Option<Range<usize>> {
        let and = second.start.checked_sub(1).filter(|at| self.is(*at, &["and"]))?;
        // A name is joined with a name by those who look for people.
        let small = |at: usize| self.get(at).is_some_and(|token| is_speaker(token) && !token.is_capital());
        let common = self.get(second.end.checked_sub(1)?).is_some_and(|token| !token.is_capital())
            || self.get(second.start + 1).is_some_and(is_preposition) && small(second.start)
            || self.is(second.start, &["other", "some", "several", "his", "her", "their", "its"]);
        let number = self.get(second.start).is_some_and(|token| token.text.starts_with(|c: char| c.is_numeric()));
        let part = |at: usize| {
            self.get(at).is_some_and(|token| {
                let verb = verbs(token.text).iter().any(|verb| !verb.may_be_noun) && !is_speaker(token)
                    || token.text.ends_with("ed");
                let small = is_preposition(token) || is_boundary(token) && !token.is(&["and"]);
                token.is_word()
                    && !is_finite(token)
                    && !verb
                    && !self.past(at)
                    && !token.is(PRONOUNS)
                    && !token.is(&["it"])
                    && (!small || token.is(&["of"]))
                    && !(token.is_capital() && is_stop(token.text) && at > self.start)
            }) || self.is(at, &[","]) && at > self.start && self.get(at - 1).is_some_and(Token::is_capital)
        };
        // Where the sentence's own clause begins, past `Despite the appeal, …`.
        let first = self.start + usize::from(self.is(self.start, &["and", "but", "yet", "so"]));
        let whole = (first..and).all(part);
        let lead = || Some(self.past_lead(second.end)).filter(|from| *from < and && (*from..and).all(part));
        let clause =
            || (self.start..and).rev().take_while(|at| part(*at)).last().filter(|from| self.opens_clause(*from));
        let from = if whole { first } else { lead().or_else(clause)? };
        let short = and > from && second.end - from <= 16;
        let opens = self.get(from).is_some_and(|first| {
            first.is(DETERMINERS) || first.text.starts_with(|c: char| c.is_numeric()) || !is_stop(first.text)
        });
        ((common || number) && short && opens).then_some(from..second.end)
    }

    /// Whether a clause begins at `at`, behind a conjunction or a verb of saying:
    /// `said Ms Hart and her aides had left`.
    fn opens_clause(&self, at: usize) -> bool {
        let tells = |token: &Token<'_>| {
            verbs(token.text).iter().any(|verb| verb.frames.tells() && !verb.may_be_noun && verb.particle.is_empty())
        };
        self.after(at, &["that", "because", "if", "whether", "where"])
            || self.after(at, SUBORDINATORS)
            || at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(tells)
    }

    /// `six in ten`, `59 percent`, `others`, `22 percent of voters`.
    pub(super) fn quantity(&self, last: usize) -> Option<Range<usize>> {
        let number = |at: usize| {
            self.is(at, QUANTITIES)
                || self.get(at).is_some_and(|token| token.text.starts_with(|c: char| c.is_numeric()))
        };
        // `those surveyed said`
        if self.get(last).is_some_and(|token| token.text.ends_with("ed")) && self.after(last, &["those", "people"]) {
            return Some(last - 1..last + 1);
        }
        let head = number(last)
            || self.is(last, &["percent", "third", "thirds", "quarter", "quarters", "respondents", "cent", "%"]);
        if !head {
            return None;
        }
        let mut start = last;
        while let Some(at) = start.checked_sub(1).filter(|at| *at >= self.start && last - *at < 6) {
            if !number(at)
                && !self.is(
                    at,
                    &[
                        "in", "out", "of", "nearly", "about", "almost", "roughly", "per", "only", "just", "than",
                        "more", "fewer", "less", "a", "third", "quarter", "the", "another", "-",
                    ],
                )
            {
                break;
            }
            start = at;
        }
        let first = self.get(start)?;
        // `a third`, but `a 2011 report`
        let part = self.is(start + 1, &["third", "quarter"]);
        let start = start + usize::from(first.is(&["a"]) && !part);
        (!first.is(&["in", "of", "than", "out", "-"])).then_some(start..last + 1)
    }

    /// What stands before a name and says who that is: `the pollster`.
    pub(super) fn lead(&self, name: usize) -> Range<usize> {
        let mut start = name;
        while let Some(token) = start.checked_sub(1).and_then(|at| self.get(at)) {
            if !token.is_word() || is_boundary(token) || is_preposition(token) || is_finite(token) || name - start > 6 {
                break;
            }
            start -= 1;
            if token.is(DETERMINERS) {
                break;
            }
        }
        let noun = name
            .checked_sub(1)
            .and_then(|at| self.get(at))
            .is_some_and(|token| is_speaker(token) && !token.is_capital());
        if noun && start < name { start..name } else { 0..0 }
    }

    /// The noun phrase that ends at `last`, when somebody who speaks is its head.
    pub(in crate::voices) fn noun_phrase(&self, last: usize) -> Option<Range<usize>> {
        let end = last + 1;
        let mut start = end;
        while let Some(token) = start.checked_sub(1).and_then(|at| self.get(at)) {
            let joins = token.is(&["and", "&"])
                && self.get(start).is_some_and(Token::is_capital)
                && start >= 2
                && self.get(start - 2).is_some_and(Token::is_capital);
            if !token.is_word() || is_boundary(token) && !joins || end - start > 14 {
                break;
            }
            start -= 1;
        }
        // A preposition splits the phrase: its head stands before it.
        let preposition = (start..end).find(|at| *at > start && self.get(*at).is_some_and(is_preposition));
        // `nine of ten Republicans in Norland and Sudland`: or before a later one.
        let number = |at: usize| {
            self.is(at, QUANTITIES)
                || self.get(at).is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()))
        };
        let counted = self.is(start, QUANTITIES)
            || self.is(start, &["more", "fewer"])
            || self.is(start, &["about", "nearly"]) && number(start + 1);
        let behind = (start + 1..end).filter(|at| counted || preposition == Some(*at)).any(|at| {
            self.get(at).is_some_and(is_preposition)
                && self.get(at - 1).is_some_and(|token| {
                    is_speaker(token) || token.text.ends_with('s') && token.is_capital() && (at - 1 == start || counted)
                })
        });
        if behind {
            return Some(self.trimmed(start, end));
        }
        // `Professor Lena Hart of the university`
        if let Some(at) = preposition
            && at - start >= 2
            && (start..at).rev().take(2).all(|at| self.get(at).is_some_and(Token::is_capital))
        {
            return self.capitals(at - 1);
        }
        // `those asked by the institute`
        if preposition.is_some_and(|at| self.is(at, &["by"])) {
            return None;
        }
        let head = self.get(last)?;
        // `Joseph R. Biden, Jr.`
        if head.is(&["Jr.", "Sr.", "Jr", "Sr"]) && last >= 2 && self.is(last - 1, &[","]) {
            return self.capitals(last - 2).map(|name| name.start..last - 1);
        }
        // `The two Presidents` are called so, and not `Presidents`.
        let before = self.get(last - usize::from(last > start));
        let one = (start..last).any(|at| self.is(at, &["a", "an", "one", "another", "some", "any", "every"]));
        let several = is_speaker(head)
            && (head.text.ends_with('s') || one && !is_title(head.text))
            && !before.is_some_and(Token::is_capital);
        if head.is_capital() && !is_stop(head.text) && !several {
            return self.capitals(last);
        }
        if !is_speaker(head) {
            return None;
        }
        let from = (start..end)
            .rev()
            .find(|at| {
                self.get(*at).is_some_and(is_preposition) && !self.is(*at + 1, &["staff"]) && !self.is(*at, &["of"])
            })
            .map_or(start, |at| at + 1);
        // `In May a new poll`: the phrase begins at its article.
        let article = (from + 1..last).find(|at| self.is(*at, &["a", "an", "the"]) && !self.after(*at, &["and", "of"]));
        let phrase = self.trimmed(article.unwrap_or(from), end);
        (!phrase.is_empty()).then_some(phrase)
    }

    /// The run of capitalised words that ends at `last`.
    pub(in crate::voices) fn capitals(&self, last: usize) -> Option<Range<usize>> {
        let end = last + 1;
        let head = self.get(last)?;
        if !head.is_capital() || is_stop(head.text) {
            return None;
        }
        let mut start = last;
        while let Some(at) = start.checked_sub(1) {
            let Some(token) = self.get(at).filter(|token| token.is_word()) else { break };
            let joins = token.is(&["and", "&"])
                && at > self.start
                && self.get(at - 1).is_some_and(Token::is_capital)
                && head.text.ends_with('s');
            let part = token.is_capital() && !is_stop(token.text) || joins;
            let determiner = token.is(&["the", "many", "some", "most", "several"]);
            let particle = is_particle(token.text) || determiner;
            if !part && !particle || end - start > 7 {
                break;
            }
            start = at;
            if determiner {
                break;
            }
        }
        Some(start..end)
    }

    /// Without words that only lead up to the phrase.
    pub(super) fn trimmed(&self, start: usize, end: usize) -> Range<usize> {
        const LEADS: &[&str] = &[
            "and",
            "but",
            "so",
            "yet",
            "still",
            "meanwhile",
            "however",
            "also",
            "then",
            "now",
            "far",
            "indeed",
            "or",
            "nor",
            "even",
            "today",
            "yesterday",
        ];
        let start = (start..end).find(|at| !self.is(*at, LEADS)).unwrap_or(end);
        // Of whom nothing stands before the preposition, that is not known.
        let start = start + usize::from(self.is(start, &["of"]) && !self.after(start, &["%"]));
        start.min(end)..end
    }
}
