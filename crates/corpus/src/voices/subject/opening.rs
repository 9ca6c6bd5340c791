//! The subject with which a sentence or its last clause begins, for a verb
//! that has none of its own.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::*;

/// Words that open a clause which tells when, why or against what.
pub(super) const SUBORDINATORS: &[&str] =
    &["when", "while", "as", "although", "though", "since", "before", "after", "because", "once", "if", "until"];

impl Sentence<'_, '_> {
    /// The subject of the sentence, for a verb that has none of its own.
    pub(super) fn inherit(&self, at: usize, found: &[Cue]) -> Option<Subject> {
        // `American claims that …` is said by others than who goes on speaking.
        let verbal = |cue: &&Cue| self.get(cue.verb).is_some_and(|token| !verbs(token.text).is_empty());
        // `Ms Hart was asked of Mr Lowe’s claim that …, saying`: not he goes on.
        let owns =
            |cue: &Cue| cue.subject.end.checked_sub(1).and_then(|at| self.get(at)).is_some_and(Token::is_possessive);
        let verbal = |cue: &&Cue| verbal(cue) && !owns(cue);
        if let Some(name) = self.joined_clause(at).filter(|_| found.iter().all(|cue| cue.content.is_none())) {
            return Some((name, 0..0, true));
        }
        if let Some(subject) = self.of_nearer_clause(at, found) {
            return Some(subject);
        }
        if let Some(pronoun) = self.contrasted(at, found) {
            return Some((pronoun..pronoun + 1, 0..0, true));
        }
        // `When he spoke, Mr Lowe stood up, adding …`: a clause of its own is over.
        let main = if self.subordinate() { self.past_lead(at) } else { self.start };
        if let Some(cue) = found.iter().rev().find(verbal).filter(|cue| cue.verb >= main || cue.subject.start >= main) {
            return Some((cue.subject.clone(), cue.apposition.clone(), true));
        }
        if main > self.start && self.is(main, &["it"]) {
            return Some((main..main + 1, 0..0, true));
        }
        self.opening_subject(at).map(|(subject, apposition, _)| (subject, apposition, true))
    }

    /// Whether the sentence opens with a clause that another one follows: `When he
    /// spoke, …`, `But after the mayor left, …`.
    fn subordinate(&self) -> bool {
        let Some(start) = self.subordinator(self.start) else { return false };
        (start + 2..self.end.min(start + 25)).any(|at| self.is(at, &[","]))
    }

    /// The word that opens the clause from `start` on, past a conjunction and what
    /// measures it: `Yet even as …`, `Two years after …`.
    fn subordinator(&self, start: usize) -> Option<usize> {
        const MEASURES: &[&str] = &[
            "but", "and", "yet", "so", "even", "just", "only", "shortly", "soon", "long", "not", "a", "an", "two",
            "three", "few", "several", "now",
        ];
        let measures = |at: usize| {
            self.is(at, MEASURES) || self.get(at).is_some_and(|token| is_time(&token.text.to_ascii_lowercase()))
        };
        let found = (start..start + 5).find(|at| self.is(*at, SUBORDINATORS) || !measures(*at))?;
        self.is(found, SUBORDINATORS).then_some(found)
    }

    /// The subject of the dependent clause that goes on up to `at`: of `They cheered
    /// when Mr Lowe rose and called it …` he, of `her rival, who rose and called it …`
    /// the rival.
    fn of_nearer_clause(&self, at: usize, found: &[Cue]) -> Option<Subject> {
        if !(at.saturating_sub(3)..at).any(|at| self.is(at, &["and", "but", "by"])) {
            return None;
        }
        let from = found.last().map_or(self.start, |cue| cue.verb).max(at.saturating_sub(40));
        let open = |at: &usize| !self.is(*at, &[",", ";", "–", "—", "-"]);
        let clause = (from + 1..at).rev().take_while(open).collect::<Vec<_>>();
        if let Some(who) = clause.last().copied().filter(|who| self.is(*who, &["who"]) && self.after(*who, &[","])) {
            let head = self.noun_phrase(who.checked_sub(2)?)?;
            let free = !self.after(head.start, &["of"]);
            return self.described_as(&head, found).or(free.then_some((head, 0..0, true)));
        }
        let opens = |at: &&usize| self.is(**at, &["when", "while", "after", "before", "because", "where"]);
        let start = clause.iter().find(opens).copied().filter(|start| *start > self.start && found.is_empty())? + 1;
        let (subject, role, _) = Sentence { start, ..*self }.subject_within(1, at)?;
        let acts = |end: usize| {
            self.get(end).is_some_and(|verb| is_finite(verb) || verb.text.ends_with("ed") || self.past(end))
        };
        (subject.start == start && subject.end < at && acts(subject.end)).then_some((subject, role, true))
    }

    /// The pronoun behind the last `but` before `at`, where no verb of saying comes
    /// between: `It is late, but she goes on, asking whether …`.
    fn contrasted(&self, at: usize, found: &[Cue]) -> Option<usize> {
        let from = found.last().map_or(self.start, |cue| cue.verb).max(at.saturating_sub(30));
        (from + 1..at.saturating_sub(1)).rev().find(|at| self.is(*at, PRONOUNS) && self.after(*at, &["but"]))
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
    pub(in crate::voices) fn opening_subject(&self, at: usize) -> Option<Subject> {
        let start = self.past_lead(at);
        let main = Sentence { start, ..*self };
        let found = if start > self.start { main.subject_within(40, at) } else { None };
        let text = Sentence { start: self.past_dateline(at), ..*self };
        found.or_else(|| text.subject_within(40, at))
    }

    /// Where the text begins, past a dateline: `LEAVESHAM, Norland -`, `Leavesham (AFP) –`.
    pub(in crate::voices) fn past_dateline(&self, at: usize) -> usize {
        let shouted = |token: &Token<'_>| token.text.len() > 2 && token.text.chars().all(char::is_uppercase);
        let Some(first) = self.get(self.start) else { return self.start };
        let dash = (self.start + 1..(self.start + 12).min(at)).find(|at| self.is(*at, &["–", "—", "-", "―"]));
        let dash = dash.filter(|dash| shouted(first) || first.is_capital() && self.after(*dash, &[")"]));
        dash.map_or(self.start, |dash| dash + 1 + usize::from(self.is(dash + 1, &["-"])))
    }

    /// Where the sentence's own clause begins, before `at`: past a dateline and
    /// past what says when or where: `On Dec. 7, 2015, …`, `Shortly after the
    /// merger, …`.
    pub(super) fn past_lead(&self, at: usize) -> usize {
        let mut start = self.past_dateline(at);
        // `But when he spoke, …`
        let joins = self.is(start, &["but", "and", "yet", "so"]);
        start += usize::from(joins && self.get(start + 1).is_some_and(is_preposition));
        start = self.subordinator(start).unwrap_or(start);
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
            // `Back in Leavesham, …`
            let back = first.is(&["back", "early", "late", "later", "earlier"])
                && self.get(start + 1).is_some_and(is_preposition);
            let leads = (is_preposition(first) || back) && (!acts || first.is(&["after", "before"]))
                || first.is(&["despite", "amid", "outside", "inside", "during", "throughout"])
                || first.is(SUBORDINATORS)
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
    pub(in crate::voices) fn leading_subject(&self) -> Option<Range<usize>> {
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
            let phrase = self.start..end;
            return self.named_behind(&phrase).or(Some((phrase, 0..0, true)));
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
        if let Some(whole) = self.named_with_role(end).filter(|whole| *whole <= at) {
            return Some((first..whole, 0..0, true));
        }
        // `Mr Lowe and Ms Hart met and said`: of two people the second, behind
        // whom the first is looked for.
        let second = (end + 1..end + 6).take_while(|at| self.get(*at).is_some_and(Token::is_capital)).last();
        if let Some(last) = second.filter(|last| self.is(end, &["and"]) && *last < at) {
            return Some((end + 1..last + 1, 0..0, true));
        }
        let first = if self.after(first, &["the", "many", "some", "most"]) { first - 1 } else { first };
        // `the Norland deal was` is of a deal.
        let thing = self.is_plain_noun(end)
            && !self.get(end).is_some_and(|noun| is_speaker(noun) || is_between(noun.text))
            && self.get(end + 1).is_some_and(|next| is_finite(next) && !next.is(&["and"]));
        if thing && end + 1 < at {
            return None;
        }
        // `European allies, meanwhile, fear`
        let noun = self.get(end).is_some_and(is_speaker) && end < at;
        Some((first..end + usize::from(noun), 0..0, true))
    }

    /// One past the name before which nouns for who that is stand from `at` on, behind
    /// a capital: `Norland spokesman Jon Hill went on`.
    fn named_with_role(&self, at: usize) -> Option<usize> {
        let noun = |at: &usize| {
            self.get(*at).is_some_and(|token| !token.is_capital())
                && (self.get(*at).is_some_and(is_speaker) || self.is(*at, &["presidential", "vice", "deputy"]))
        };
        let head = (at..at + 3).take_while(noun).last()?;
        let name = |at: &usize| self.get(*at).is_some_and(|token| token.is_capital() && !is_stop(token.text));
        let last = (head + 1..head + 5).take_while(name).last()?;
        self.get(head).is_some_and(is_speaker).then_some(last + 1)
    }

    /// Whether a subject may begin at `at`: a pronoun or a name that belongs to
    /// nothing before it and owns nothing after it.
    fn opens_subject(&self, at: usize) -> bool {
        let Some(token) = self.get(at).filter(|token| token.is_capital() || is_pronoun(token)) else { return false };
        let lead = at == self.start
            && (self.is(at + 1, &[",", "("]) && !self.set_apart(at)
                || self.participle(at)
                || token.text.ends_with("ly")
                || is_preposition(token)
                || is_finite(token) && token.text != "Will");
        // `her Russian number`: an adjective.
        let next = self.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase) && !is_finite(next));
        let adjective = next && self.after(at, &["her", "his", "their", "its", "our", "my"]);
        let named = token.is_capital() && !token.is_possessive() && !is_stop(token.text) && !lead && !adjective;
        (is_pronoun(token) || named) && !self.governed(at)
    }

    /// Whether a preposition, a participle or an owner stands before the name that
    /// `at` is a word of: `across New Norland`, `about the Norland deal`, `in
    /// Leavesham, Norland,`; not before the whole name of `the club’s Jon Hill`.
    pub(super) fn governed(&self, at: usize) -> bool {
        let part = |at: usize| self.get(at).is_some_and(|token| token.is_capital() && !is_stop(token.text));
        let owner = |at: usize| self.get(at).is_some_and(Token::is_possessive);
        let back = |at: usize| self.start.max(at.saturating_sub(8))..at;
        let bare = |at: usize| if self.after(at, &["the", "a", "an"]) { at - 1 } else { at };
        let run = |at: usize| bare(back(at).rev().take_while(|at| part(*at) && !owner(*at)).last().unwrap_or(at));
        let led = |from: usize| {
            from.checked_sub(1).and_then(|before| self.get(before)).is_some_and(|token| {
                let acts = token.text.len() > 5 && token.text.ends_with("ing") && !is_time(token.text);
                is_preposition(token) || token.is_possessive() || acts && !token.is_capital()
            })
        };
        let from = run(at);
        if part(at + 1) && from > self.start && owner(from - 1) {
            return led(bare(back(from).rev().take_while(|at| part(*at) || owner(*at)).last().unwrap_or(from)));
        }
        let place = self.after(from, &[","]) && self.is(at + 1, &[","]) && from >= self.start + 2 && part(from - 2);
        led(from) || place && led(run(from - 2))
    }

    /// Whether the name at `at` is parted by commas from its own verb: `Lowe, who
    /// was there, left`, `Lowe, in the last days of May, has left`.
    fn set_apart(&self, at: usize) -> bool {
        if self.is(at + 2, &["who", "whose"]) {
            return true;
        }
        let Some(close) = (at + 3..self.end.min(at + 16)).find(|at| self.is(*at, &[","])) else { return false };
        let plain = (at + 2..close).all(|at| self.get(at).is_some_and(|token| token.is_word() && !is_finite(token)));
        plain && self.get(close + 1).is_some_and(|verb| is_finite(verb) && !verb.is(&["and"]))
    }
}
