//! Cues: a verb of saying with whoever says it, and the words that follow.
//!
//! Invariant: a cue lies outside quotation marks. Who the subject is in person
//! is not decided here.

use std::ops::Range;

use super::function_word::{DETERMINERS, PRONOUNS, TIMES, is_boundary, is_preposition, is_stop};
use super::token::Token;
use super::verb::{self, Takes};

/// Somebody says something.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Token of the verb.
    pub verb: usize,
    /// Tokens of the subject.
    pub subject: Range<usize>,
    /// Tokens that say more about the subject, such as a role after a name.
    pub apposition: Range<usize>,
    /// Whether the subject is taken from the beginning of the sentence.
    pub inherited: bool,
    /// First token after the verb that belongs to what is said, when the verb
    /// is followed by a clause.
    pub content: Option<usize>,
    /// What the verb takes.
    pub takes: Takes,
}

impl Cue {
    /// First token of verb and subject.
    pub fn first(&self) -> usize {
        let role = if self.apposition.is_empty() { usize::MAX } else { self.apposition.start };
        if self.inherited { self.verb } else { self.subject.start.min(self.verb).min(role) }
    }

    /// One past the last token of verb and subject.
    pub fn end(&self) -> usize {
        if self.inherited { self.verb + 1 } else { self.subject.end.max(self.verb + 1) }
    }
}

/// The tokens of one sentence.
#[derive(Clone, Copy)]
pub struct Sentence<'t, 'a> {
    /// All tokens of the passage.
    pub tokens: &'t [Token<'a>],
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl<'a> Sentence<'_, 'a> {
    /// A token of this sentence outside quotation marks.
    fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at).filter(|token| (self.start..self.end).contains(&at) && token.quote.is_none())
    }

    fn is(&self, at: usize, any: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.is(any))
    }

    /// Every cue, in order.
    pub fn cues(&self) -> Vec<Cue> {
        let mut found: Vec<Cue> = Vec::new();
        for at in self.start..self.end {
            let Some(token) = self.get(at).filter(|token| token.is_word()) else { continue };
            if token.is(&["according"]) && self.is(at + 1, &["to"]) {
                found.extend(self.according_to(at));
                continue;
            }
            let Some(takes) = self.verb(at) else { continue };
            let subject = Some(takes)
                .filter(|takes| *takes != Takes::Person)
                .and_then(|_| self.inverted(at))
                .or_else(|| self.subject(at, &found));
            let Some((subject, apposition, inherited)) = subject else { continue };
            let from = if subject.start > at { subject.end.max(apposition.end) } else { at + 1 };
            let content = if subject.start > at { None } else { self.content(from, takes) };
            found.push(Cue { verb: at, subject, apposition, inherited, content, takes });
        }
        found
    }

    /// What the token at `at` takes, if it is a verb of saying here.
    fn verb(&self, at: usize) -> Option<Takes> {
        let token = self.get(at)?;
        if token.is(&["made", "makes", "make"]) && self.is(at + 1, &["plain", "clear"]) {
            return Some(Takes::That);
        }
        if token.is(&["released", "issued"]) && self.is(at + 1, &["a"]) && self.is(at + 2, &["statement"]) {
            return Some(Takes::That);
        }
        if !token.text.starts_with(char::is_lowercase) {
            return None;
        }
        let before = |any: &[&str]| at.checked_sub(1).is_some_and(|before| self.is(before, any));
        let passive = self.is(at + 1, &["to"]) && before(&["is", "are", "was", "were", "be", "been"]);
        let ambiguous = verb::may_be_noun(token.text) || verb::is_participle(token.text);
        if passive
            || ambiguous
                && before(&["the", "a", "an", "its", "their", "his", "her", "to", "of", "brief", "this", "that"])
        {
            return None;
        }
        // `the Baltic states` and `reports` are nouns more often than verbs.
        let clause = self.is(at + 1, &["that", "out", "he", "she", "it", "they", "the"])
            || self.tokens.get(at + 1).is_some_and(|next| next.quote.is_some());
        if verb::may_be_noun(token.text) && !clause && !before(PRONOUNS) {
            return None;
        }
        verb::takes(token.text)
    }

    /// `…,” says Sergei Markov, a political analyst`: the subject after the verb.
    fn inverted(&self, at: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at))?;
        let after_quote = before.quote.is_some();
        if at == self.start || !(after_quote || before.is(&[",", "–", "—", "-"])) {
            return None;
        }
        let start = at + 1;
        let first = self.get(start)?;
        if first.is(PRONOUNS) {
            return Some((start..start + 1, 0..0, false));
        }
        let mut end = start;
        let mut named = false;
        while let Some(token) = self.get(end).filter(|token| token.is_word()) {
            let fits = token.is_capital()
                || end == start && token.is(DETERMINERS)
                || !named && !is_boundary(token) && !is_preposition(token);
            if !fits {
                break;
            }
            named |= token.is_capital();
            end += 1;
        }
        let last = self.get(end.checked_sub(1)?)?;
        let speaks = last.is_capital() && !is_stop(last.text) || verb::is_speaker_noun(last.text);
        if end == start || !speaks || end - start > 8 {
            return None;
        }
        Some((start..end, self.apposition(end), false))
    }

    /// `, a political analyst and former adviser to Putin` from `at`.
    fn apposition(&self, at: usize) -> Range<usize> {
        if !self.is(at, &[","]) {
            return 0..0;
        }
        let start = at + 1;
        let opens = self.get(start).is_some_and(|token| {
            token.is(&["a", "an", "the", "deputy", "editor", "head", "director", "chief", "former"])
                || verb::is_speaker_noun(token.text)
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
    fn subject(&self, at: usize, found: &[Cue]) -> Option<(Range<usize>, Range<usize>, bool)> {
        let mut last = at.checked_sub(1)?;
        let mut helped = false;
        while let Some(token) = self.get(last).filter(|token| {
            token.is_word() && (verb::is_between(token.text) || token.text.ends_with("ly") && !token.is_capital())
        }) {
            helped |= token.is(&["is", "are", "was", "were", "quoted"]);
            last = last.checked_sub(1).filter(|last| *last >= self.start)?;
            let _ = token;
        }
        let verb = self.get(at)?;
        if verb::is_participle(verb.text) && !helped {
            return self.is(at - 1, &["by"]).then(|| self.inherit(at, found)).flatten();
        }
        let token = self.get(last)?;
        if token.is(&[",", "–", "—"]) {
            return self.after_apposition(last).or_else(|| self.inherit(at, found));
        }
        if token.is(&["and", "but"]) {
            return self.inherit(at, found);
        }
        if token.is(PRONOUNS) {
            return Some((last..last + 1, 0..0, false));
        }
        self.noun_phrase(last).map(|subject| (subject, 0..0, false))
    }

    /// `The deputy director of the institute, Viktor Kremenyuk, says`, or
    /// `President Putin, along with others, have said`: the comma is at `comma`.
    fn after_apposition(&self, comma: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
        let open = (self.start.max(comma.saturating_sub(30))..comma)
            .rev()
            .find(|at| self.get(*at).map(|token| token.text) == self.get(comma).map(|token| token.text))?;
        let inner = open + 1..comma;
        let outer = open.checked_sub(1).and_then(|last| self.noun_phrase(last));
        let name = inner.clone().all(|at| self.get(at).is_some_and(Token::is_capital)) && inner.len() >= 2;
        if name {
            return Some((inner, outer.unwrap_or(0..0), false));
        }
        let outer = outer?;
        let role = self.get(inner.start).is_some_and(|token| {
            !is_preposition(token) && !token.is(&["along", "who", "which", "speaking", "however", "too"])
        });
        (comma - open < 20).then_some((outer, if role { inner } else { 0..0 }, false))
    }

    /// The noun phrase that ends at `last`, when somebody who speaks is its head.
    pub fn noun_phrase(&self, last: usize) -> Option<Range<usize>> {
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
        if let Some(at) = preposition
            && self.get(at - 1).is_some_and(|token| {
                verb::is_speaker_noun(token.text) || token.text.ends_with('s') && token.is_capital() && at - 1 == start
            })
        {
            return Some(self.trimmed(start, end));
        }
        // `Professor Lena Hart of the university`
        if let Some(at) = preposition
            && at - start >= 2
            && (start..at).rev().take(2).all(|at| self.get(at).is_some_and(Token::is_capital))
        {
            return self.capitals(at - 1);
        }
        let head = self.get(last)?;
        // `Joseph R. Biden, Jr.`
        if head.is(&["Jr.", "Sr.", "Jr", "Sr"]) && last >= 2 && self.is(last - 1, &[","]) {
            return self.capitals(last - 2).map(|name| name.start..last - 1);
        }
        if head.is_capital() && !is_stop(head.text) {
            return self.capitals(last);
        }
        if !verb::is_speaker_noun(head.text) {
            return None;
        }
        let from = (start..end)
            .rev()
            .find(|at| {
                self.get(*at).is_some_and(is_preposition) && !self.is(*at + 1, &["staff"]) && !self.is(*at, &["of"])
            })
            .map_or(start, |at| at + 1);
        let phrase = self.trimmed(from, end);
        (!phrase.is_empty()).then_some(phrase)
    }

    /// The run of capitalised words that ends at `last`.
    fn capitals(&self, last: usize) -> Option<Range<usize>> {
        let end = last + 1;
        let mut start = last;
        while let Some(at) = start.checked_sub(1) {
            let Some(token) = self.get(at).filter(|token| token.is_word()) else { break };
            let joins = token.is(&["and", "&"])
                && at > self.start
                && self.get(at - 1).is_some_and(Token::is_capital)
                && self.tokens.get(last).is_some_and(|head| head.text.ends_with('s'));
            let part = token.is_capital() && !is_stop(token.text) || joins;
            let particle = token.is(&["de", "von", "van", "al", "bin", "the", "many", "some", "most", "several"]);
            if !part && !particle || end - start > 7 {
                break;
            }
            start = at;
            if particle && !token.is(&["de", "von", "van", "al", "bin"]) {
                break;
            }
        }
        Some(start..end)
    }

    /// Without words that only lead up to the phrase.
    fn trimmed(&self, start: usize, end: usize) -> Range<usize> {
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
            "both",
            "indeed",
            "or",
            "nor",
            "even",
        ];
        let start = (start..end).find(|at| !self.is(*at, LEADS)).unwrap_or(end);
        start..end
    }

    /// The subject of the sentence, for a verb that has none of its own.
    fn inherit(&self, at: usize, found: &[Cue]) -> Option<(Range<usize>, Range<usize>, bool)> {
        if let Some(cue) = found.last() {
            return Some((cue.subject.clone(), cue.apposition.clone(), true));
        }
        let first = (self.start..at.min(self.start + 40)).find(|at| self.opens_subject(*at))?;
        let mut end = first + 1;
        while self.get(end).is_some_and(Token::is_capital) && end < first + 6 {
            end += 1;
        }
        Some((first..end, 0..0, true))
    }

    /// Whether a subject may begin at `at`: a pronoun or a name that belongs to
    /// nothing before it and owns nothing after it.
    fn opens_subject(&self, at: usize) -> bool {
        let owner = |token: &Token<'_>| token.text.ends_with("'s") || token.text.ends_with("’s");
        let Some(token) = self.get(at) else { return false };
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        let lead = at == self.start && self.is(at + 1, &[","]);
        let named = token.is_capital() && !owner(token) && !is_stop(token.text) && !lead;
        (token.is(PRONOUNS) || named) && !before.is_some_and(|token| is_preposition(token) || owner(token))
    }

    /// `according to agency reports`: the speaker after the words.
    fn according_to(&self, at: usize) -> Option<Cue> {
        let start = at + 2;
        let mut end = start;
        while self.get(end).is_some_and(|token| {
            !matches!(token.text, "," | "." | ";" | ":" | "?" | "!")
                && !token.is(&["who", "which", "that", "published", "posted", "released", "quoted", "obtained", "seen"])
        }) && end < start + 14
        {
            end += 1;
        }
        let comma = (end..self.end.min(end + 8)).find(|at| self.is(*at, &[","])).unwrap_or(end);
        let leads = at == self.start || at == self.start + 1 && self.is(self.start, &["but", "and"]);
        let content = (leads && self.is(comma, &[","])).then_some(comma + 1);
        (end > start).then_some(Cue {
            verb: at,
            subject: start..end,
            apposition: 0..0,
            inherited: false,
            content,
            takes: Takes::Clause,
        })
    }

    /// The first token of what is said, from `from` on.
    fn content(&self, from: usize, takes: Takes) -> Option<usize> {
        let limit = (from + 12).min(self.end);
        let that = |stop: &[&str]| {
            let at = (from..limit).find(|at| {
                self.is(*at, &["that"])
                    || self.tokens.get(*at).is_some_and(|token| token.quote.is_some() || stop.contains(&token.text))
            })?;
            self.is(at, &["that"]).then_some(at + 1)
        };
        match takes {
            Takes::Clause => {
                let next = self.get(from)?;
                if next.is(&["that"]) {
                    return Some(from + 1);
                }
                if is_preposition(next) || next.is(TIMES) {
                    // `said in a statement it would wait`
                    let place = next.is(&["in"]) && self.is(from + 1, &["a", "an"]);
                    let clause = self.is(from + 3, &["it", "he", "she", "they", "the", "there", "its", "their", "no"]);
                    let time = next.is(TIMES) && self.get(from + 1).is_some_and(Token::is_word);
                    return that(&[".", ",", ";", "?"])
                        .or_else(|| (place && clause).then_some(from + 3))
                        .or_else(|| time.then_some(from + 1));
                }
                next.is_word().then_some(from)
            }
            // `emphasised the plans that` reports nothing.
            Takes::That => {
                let next = self.get(from)?;
                let near = next.is(&["that", "out", "plain", "clear", "a", "–", "—", "-"])
                    || is_preposition(next)
                    || next.is(TIMES);
                that(&[".", ",", ";", "?"]).filter(|_| near)
            }
            Takes::Person => that(&[".", ",", ";", "?"]),
            Takes::As => (from..(from + 9).min(self.end)).find(|at| self.is(*at, &["as"])).map(|at| at + 1),
            Takes::Thing => self.get(from).filter(|next| next.is_word() && !is_preposition(next)).map(|_| from),
        }
    }
}
