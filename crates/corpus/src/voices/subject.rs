//! Who speaks: the noun phrase before a verb of saying, or after it.
//!
//! Invariant: a subject lies in the sentence of its verb and outside quotation
//! marks; whether it names anybody known is not decided here.

mod clause;
mod noun_phrase;

use std::ops::Range;

use super::cue::{Cue, Sentence, Subject};
use super::function_word::{
    DETERMINERS, PRONOUNS, TIMES, is_between, is_boundary, is_finite, is_period, is_preposition, is_pronoun,
    is_speaker, is_stop,
};
use super::lexicon::{Frames, Verb, is_document, verbs};
use super::name::{is_particle, is_title};
use super::token::Token;

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
        let may = quoted || !verb.frames.any(Frames::HEARER.and(Frames::NOUN)) || closes();
        let inverted = if may { self.inverted(at, at + particle) } else { None };
        inverted.or_else(|| self.subject(at, verb, found))
    }

    /// `…,” says Sergei Markov, a political analyst`: the subject after the verb.
    /// `last` is the last token of verb and particle.
    fn inverted(&self, at: usize, last: usize) -> Option<Subject> {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at))?;
        let after_quote = before.quote.is_some();
        if at == self.start || !(after_quote || before.is(&[",", "–", "—", "-"])) {
            return None;
        }
        let start = last + 1;
        let first = self.get(start)?;
        // `Jon Lowe, chairman of the board, said having it was fine`, but `…, said
        // an official who was there` names who speaks behind the verb.
        let anew = first.is(&["a", "an", "one"])
            && self.phrase_from(start, false).is_some_and(|end| {
                self.get(end - 1).is_some_and(is_speaker)
                    && self.get(end).is_none_or(|next| next.text == "." || next.is(&["who", "with"]))
            });
        if !after_quote && !anew && self.named_first(at - 1).is_some() {
            return None;
        }
        if first.is(PRONOUNS) {
            return self.get(start + 1).is_none_or(|next| !next.is_word()).then_some((start..start + 1, 0..0, false));
        }
        let end = self.phrase_from(start, after_quote)?;
        // `Mr Volkov, through an interpreter, said Moscow was ready`
        let clause = self.get(end).is_some_and(|next| {
            let tail = is_preposition(next) || next.is(TIMES) || next.text.ends_with("ly") || next.is(&["who", "as"]);
            is_finite(next) || !after_quote && next.is_word() && !tail
        });
        // `said the harbour master, Peter Lowe, on Monday`: the name is the
        // speaker, and what stands before it the role.
        let common = self.get(end - 1).is_some_and(|head| !head.is_capital()) && self.is(end, &[","]);
        let name = (end + 1..end + 5).take_while(|at| self.get(*at).is_some_and(Token::is_capital)).last();
        let named =
            name.filter(|last| common && *last > end + 1 && self.get(*last + 1).is_none_or(|next| !next.is_word()));
        if let Some(last) = named.filter(|_| !clause) {
            return Some((end + 1..last + 1, start..end, false));
        }
        (!clause).then(|| (start..end, self.apposition(end), false))
    }

    /// One past the noun phrase that begins at `start`, when its head speaks.
    pub(super) fn phrase_from(&self, start: usize, after_quote: bool) -> Option<usize> {
        let definite = self.is(start, &["the", "his", "her", "their", "its"]);
        let (mut end, mut good) = (start, None);
        while let Some(token) = self.get(end).filter(|token| token.is_word() && end - start < MOST_WORDS) {
            let head = end.checked_sub(1).filter(|head| *head >= start).and_then(|head| self.get(head));
            let headed = head.is_some_and(|head| {
                is_speaker(head) && !definite
                    || head.is(&["one", "some", "many", "most"])
                    || token.is(&["of", "for"]) && is_speaker(head)
            });
            // `opposition leader and former pilot Rosa Pell`
            let titles = head.is_some_and(is_speaker)
                && (end + 1..end + 6)
                    .take_while(|at| self.get(*at).is_some_and(|token| token.is_word() && !is_boundary(token)))
                    .any(|at| self.get(at).is_some_and(Token::is_capital));
            let joins = token.is(&["and"]) && (titles || head.is_some_and(Token::is_capital));
            // `said Will Doyle`
            let given = token.text == "Will" && self.get(end + 1).is_some_and(Token::is_capital);
            // `a Wednesday editorial`
            let time = token.is(TIMES) && !(end == start + 1 && self.is(start, DETERMINERS));
            if is_preposition(token) && !headed || is_boundary(token) && !joins && !given || time {
                break;
            }
            end += 1;
            if token.is_capital() && !is_stop(token.text) || is_speaker(token) {
                good = Some(end);
            }
        }
        // `said a passer-by`: whoever it is, they speak.
        let anybody = after_quote && self.is(start, DETERMINERS) && end > start + 1;
        good.or_else(|| anybody.then_some(end))
    }

    /// `, a political analyst and former adviser to Putin` from `at`.
    fn apposition(&self, at: usize) -> Range<usize> {
        if !self.is(at, &[","]) {
            return 0..0;
        }
        let start = at + 1;
        let opens = self.get(start).is_some_and(|token| {
            token.is(&["a", "an", "the", "deputy", "editor", "head", "director", "chief", "former"])
                || is_speaker(token)
        });
        if !opens {
            return 0..0;
        }
        let mut end = start;
        while self.get(end).is_some_and(|token| !matches!(token.text, "." | "," | ";" | ":" | "?" | "!"))
            && end < start + 20
        {
            end += 1;
        }
        start..end
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
                            self.get(at)
                                .is_some_and(|token| token.is_word() && !is_preposition(token) && !is_finite(token))
                        });
                joined.then_some(from..those.end)
            };
            // `with a row of neighbours chanting “Out!”`
            let plainly = || {
                let from = (at.saturating_sub(7)..at).rev().find(|at| self.is(*at, &["with"]))? + 1;
                let plain = (from..at).all(|at| {
                    self.get(at).is_some_and(|token| {
                        token.is_word() && !is_finite(token) && (!is_preposition(token) || token.is(&["of"]))
                    })
                });
                (plain && from < at && self.quoted_near(at)).then_some(from..at)
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
                let thing =
                    !before.is_capital() && !before.is(PRONOUNS) && !is_boundary(before) && !is_preposition(before);
                let start =
                    (at.saturating_sub(4)..at).rev().find(|start| self.is(*start, DETERMINERS)).unwrap_or(at - 1);
                let plain =
                    (start..at).all(|at| self.get(at).is_some_and(|token| token.is_word() && !is_preposition(token)));
                if thing && plain {
                    return Some((start..at, 0..0, false));
                }
            }
            if !follows && own && self.quoted_near(at) {
                return self.capitals(at - 1).map(|name| (name, 0..0, false));
            }
            let opens = at == self.start || self.is(at - 1, &["after", "while", "by", "in"]) && at - 1 == self.start;
            if opens {
                return self.behind_participle(at);
            }
            return follows.then(|| self.inherit(at, found)).flatten();
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
            return self.noun_phrase(head).map(|subject| (subject, 0..0, false));
        }
        if let Some(head) = self.before_relative(last) {
            return Some((head, 0..0, false));
        }
        let subject = self.noun_phrase(last).or_else(|| self.anybody(last, at, kind));
        let governed = |subject: &Range<usize>| {
            // `About four in ten` are so many.
            self.get(subject.start).is_some_and(is_preposition) && !self.is(subject.start, &["about"])
        };
        let subject = match subject.filter(|subject| !governed(subject) || self.is(subject.start, &["of"])) {
            Some(subject) => subject,
            None => self.headed(last).filter(|_| kind.frames.tells())?,
        };
        let subject = self.of_both(&subject).or_else(|| self.joined_first(&subject)).unwrap_or(subject);
        let subject = match self.whole(&subject) {
            Some(whole) => whole,
            // `The complaint to the court’s Board on Conduct says`
            None if kind.frames.tells() && self.document_before(&subject) => self.headed(last).unwrap_or(subject),
            None => subject,
        };
        // `throughout his campaign boasted`, `like many of them said`
        let about = self.is(subject.start, &["about"]);
        if self
            .get(subject.start)
            .is_some_and(|first| is_preposition(first) && !about || first.is(&["throughout", "like"]))
        {
            return None;
        }
        // `Sam Lowe, the director of the party said`: a comma is missing.
        let before = subject.start.checked_sub(2).filter(|_| self.after(subject.start, &[","]));
        if let Some(name) = before.and_then(|last| self.capitals(last)).filter(|name| name.len() >= 2)
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
        plain && !self.is(at, &["call", "report"])
    }

    /// Whether a preposition governs what was taken for the subject, and a
    /// document stands at the head of the sentence: a report, a complaint.
    fn document_before(&self, subject: &Range<usize>) -> bool {
        self.get(subject.start.wrapping_sub(1)).is_some_and(is_preposition)
            && (self.start..subject.start.min(self.start + 4))
                .any(|at| self.get(at).is_some_and(|token| is_document(token.text) && !token.is_possessive()))
    }

    /// Whether a quotation begins within the next words.
    fn quoted_near(&self, at: usize) -> bool {
        (at + 1..at + 8).take_while(|at| self.quoted(*at) || self.get(*at).is_some()).any(|at| self.quoted(at))
    }

    /// `Bemoaning the “phony system,” Trump accused …`: who comes behind.
    fn behind_participle(&self, at: usize) -> Option<Subject> {
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

    /// The subject of the sentence, for a verb that has none of its own.
    fn inherit(&self, at: usize, found: &[Cue]) -> Option<Subject> {
        // `American claims that …` is said by others than who goes on speaking.
        let verbal = |cue: &&Cue| self.get(cue.verb).is_some_and(|token| !verbs(token.text).is_empty());
        if let Some(name) = self.joined_clause(at).filter(|_| found.iter().all(|cue| cue.content.is_none())) {
            return Some((name, 0..0, true));
        }
        if let Some(cue) = found.iter().rev().find(verbal) {
            return Some((cue.subject.clone(), cue.apposition.clone(), true));
        }
        self.opening_subject(at).map(|(subject, apposition, _)| (subject, apposition, true))
    }

    /// The name that opens the last clause before `at`, behind a comma and a
    /// conjunction: `It was late, but Mr Lowe went on, asking whether …`.
    fn joined_clause(&self, at: usize) -> Option<Range<usize>> {
        let from = self.start.max(at.saturating_sub(30));
        let opens = |at: &usize| self.is(*at, &["but", "while", "and"]) && self.after(*at, &[","]);
        let start = (from..at).rev().find(opens)? + 1;
        let capital = |at: &usize| self.get(*at).is_some_and(|token| token.is_capital() && !is_stop(token.text));
        let end = (start..at).take_while(capital).last()? + 1;
        let acts = self.get(end).is_some_and(|verb| is_finite(verb) && !verb.is(&["and"])) || self.past(end);
        (acts && end < at && !self.get(end - 1)?.is_possessive()).then_some(start..end)
    }

    /// What may be the subject of the sentence, before `at`: a noun phrase at
    /// its beginning, else the first pronoun or name.
    pub(super) fn opening_subject(&self, at: usize) -> Option<Subject> {
        let start = self.past_lead(at);
        let main = Sentence { start, ..*self };
        let found = if start > self.start { main.subject_within(40, at) } else { None };
        found.or_else(|| self.subject_within(40, at))
    }

    /// Where the sentence's own clause begins, before `at`: past a dateline and
    /// past what says when or where: `On Dec. 7, 2015, …`, `Shortly after the
    /// merger, …`.
    fn past_lead(&self, at: usize) -> usize {
        let shouted = |token: &Token<'_>| token.text.len() > 2 && token.text.chars().all(char::is_uppercase);
        let dash = || (self.start + 1..(self.start + 12).min(at)).find(|at| self.is(*at, &["–", "—", "-"]));
        let mut start = self.start;
        if self.get(start).is_some_and(shouted)
            && let Some(dash) = dash()
        {
            start = dash + 1 + usize::from(self.is(dash + 1, &["-"]));
        }
        for _ in 0..3 {
            let Some(first) = self.get(start) else { break };
            let Some(comma) = (start + 1..at.min(start + 25)).find(|at| self.is(*at, &[","])) else { break };
            let time = self.get(comma - 1).is_some_and(|token| {
                token.is(TIMES) || token.is(&["ago"]) || token.text.starts_with(|c: char| c.is_numeric())
            });
            // `In Norland the mayors have met, blaming others`: that is the clause.
            let acts = (start..comma).any(|at| self.get(at).is_some_and(is_finite));
            let participle = start == self.start && self.participle(start);
            // `Speaking at a fair in Leavesham, Norland, Mr Lowe went on`
            let main = |at: &usize| {
                let name = (at + 1..at + 5).take_while(|at| self.get(*at).is_some_and(Token::is_capital)).last();
                self.is(*at, &[","])
                    && (self.is(at + 1, PRONOUNS)
                        || name.is_some_and(|last| {
                            self.get(last + 1).is_some_and(|next| next.is_word() && !is_preposition(next))
                        }))
            };
            if participle && let Some(comma) = (comma..at.min(start + 30)).find(main) {
                start = comma + 1;
                break;
            }
            let leads = is_preposition(first) && (!acts || first.is(&["after", "before"]))
                || first.is(&["despite", "amid", "outside", "inside", "during", "throughout"])
                || first.is(&["when", "while", "as", "although", "though", "since", "before", "because", "once", "if"])
                || first.text.ends_with("ly")
                || time && !first.is(PRONOUNS) && comma - start <= 6;
            let name = comma - start <= 2 && first.is_capital() && !is_stop(first.text) && !time;
            if !leads || name && !first.text.ends_with("ly") {
                break;
            }
            start = comma + 1;
        }
        if start + 1 < at { start } else { self.start }
    }

    /// The subject with which the sentence begins: `her counterpart`.
    pub(super) fn leading_subject(&self) -> Option<Range<usize>> {
        let (subject, ..) = self.subject_within(1, self.end)?;
        (subject.start == self.start).then_some(subject)
    }

    /// What may be the subject, among the first `most` tokens and before `at`.
    fn subject_within(&self, most: usize, at: usize) -> Option<Subject> {
        let owner = self.get(self.start).is_some_and(Token::is_possessive);
        if (owner || self.is(self.start, DETERMINERS))
            && let Some(end) = self.phrase_from(self.start, false).filter(|end| *end < at)
            && (self.start..end).any(|at| self.get(at).is_some_and(is_speaker))
        {
            return Some((self.start..end, 0..0, true));
        }
        let first = (self.start..at.min(self.start + most)).find(|at| self.opens_subject(*at))?;
        // `the President of the United States, who …`
        let office = self.get(first).is_some_and(is_speaker) && self.is(first + 1, &["of"]);
        if let Some(end) = office.then(|| self.phrase_from(first, false)).flatten().filter(|end| *end < at) {
            return Some((first..end, 0..0, true));
        }
        let mut end = first + 1;
        while self.get(end).is_some_and(Token::is_capital) && end < first + 6 {
            end += 1;
        }
        // `Democratic front-runner and former governor Ann Hart`
        let whole = self.phrase_from(first, false).filter(|whole| (end + 1..=at).contains(whole));
        let titled = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.is_capital() || is_speaker(token) || token.is(&["and", "of", "former", "presidential", "vice"])
            })
        };
        if let Some(whole) = whole.filter(|whole| {
            self.get(whole - 1).is_some_and(Token::is_capital)
                && self.get(end).is_some_and(|next| is_speaker(next) || next.is(&["presidential", "vice"]))
                && (end..*whole).all(titled)
        }) {
            return Some((first..whole, 0..0, true));
        }
        // `Mr Lowe and Ms Hart met and said`: of two people the second, behind
        // whom the first is looked for.
        let second = (end + 1..end + 6).take_while(|at| self.get(*at).is_some_and(Token::is_capital)).last();
        if let Some(last) = second.filter(|last| self.is(end, &["and"]) && *last < at) {
            return Some((end + 1..last + 1, 0..0, true));
        }
        let first = if self.after(first, &["the", "many", "some", "most"]) { first - 1 } else { first };
        // `European allies, meanwhile, fear`
        let noun = self.get(end).is_some_and(is_speaker) && end < at;
        Some((first..end + usize::from(noun), 0..0, true))
    }

    /// Whether the sentence opens with a participle: `Rallying the voters, …`,
    /// `Speaking at a fair, …`; not `Harding told the court`.
    fn participle(&self, at: usize) -> bool {
        let opens = self.get(at).is_some_and(|token| token.text.len() > 5 && token.text.ends_with("ing"));
        opens
            && self.get(at + 1).is_some_and(|next| {
                is_preposition(next) && !next.is(&["of"])
                    || next.is(DETERMINERS)
                    || next.is(&["this", "that", "these", "those", "hundreds", "thousands", "dozens"])
            })
    }

    /// Whether a subject may begin at `at`: a pronoun or a name that belongs to
    /// nothing before it and owns nothing after it.
    fn opens_subject(&self, at: usize) -> bool {
        let Some(token) = self.get(at).filter(|token| token.is_capital() || is_pronoun(token)) else { return false };
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        let lead = at == self.start
            && (self.is(at + 1, &[","])
                || self.participle(at)
                || token.text.ends_with("ly")
                || is_finite(token) && token.text != "Will");
        // `her Russian number`: an adjective.
        let next = self.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase) && !is_finite(next));
        let adjective = next && before.is_some_and(|token| token.is(&["her", "his", "their", "its", "our", "my"]));
        let named = token.is_capital() && !token.is_possessive() && !is_stop(token.text) && !lead && !adjective;
        (is_pronoun(token) || named) && !before.is_some_and(|token| is_preposition(token) || token.is_possessive())
    }
}
