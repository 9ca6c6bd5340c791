//! Cues: a verb of saying with whoever says it, and the words that follow.
//!
//! Invariant: a cue lies outside quotation marks. Who the subject is in person
//! is not decided here.

mod poll;
mod verb;

use std::ops::Range;

use super::function_word::{DETERMINERS, PRONOUNS, TIMES, is_finite, is_preposition, is_speaker};
use super::lexicon::{Frames, Verb, is_document, verbs};
use super::token::Token;

/// Somebody says something.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Token of the verb; of the colon where only that leads to a quotation.
    pub verb: usize,
    /// One past the verb and its particle.
    pub after: usize,
    /// Tokens of the subject.
    pub subject: Range<usize>,
    /// Tokens that say more about the subject, such as a role after a name.
    pub apposition: Range<usize>,
    /// Whether the subject is taken from the beginning of the sentence.
    pub inherited: bool,
    /// First token after the verb that belongs to what is said, when the verb
    /// is followed by a clause.
    pub content: Option<usize>,
    /// Whether what is said is a thing spoken of and no clause.
    pub nominal: bool,
    /// What the verb takes.
    pub takes: Frames,
}

impl Cue {
    /// One of a single word with its subject, which tells a clause.
    pub(super) fn new(verb: usize, subject: Range<usize>, content: Option<usize>) -> Cue {
        Cue {
            verb,
            after: verb + 1,
            subject,
            apposition: 0..0,
            inherited: false,
            content,
            nominal: false,
            takes: Frames::CLAUSE,
        }
    }

    /// First token of verb and subject.
    pub fn first(&self) -> usize {
        let role = if self.apposition.is_empty() { usize::MAX } else { self.apposition.start };
        if self.inherited { self.verb } else { self.subject.start.min(self.verb).min(role) }
    }

    /// One past the last token of verb and subject.
    pub fn end(&self) -> usize {
        if self.inherited { self.after } else { self.subject.end.max(self.after) }
    }

    /// Whether it is the last thing in a sentence that ends at `end`: `…, the Courier
    /// reported in May.`
    pub(super) fn closes(&self, tokens: &[Token<'_>], end: usize) -> bool {
        let rest = tokens.get(self.end()..end).unwrap_or(&[]);
        let [first, ..] = rest else { return false };
        let plain = rest.iter().all(|token| token.quote.is_none() && !token.is(&[",", ";", ":", "–", "—"]));
        let pronoun = tokens.get(self.subject.start).is_some_and(|subject| subject.is(PRONOUNS) || subject.is(&["it"]));
        let adjunct = !first.is_word() || is_preposition(first) || first.is(TIMES);
        self.content.is_none()
            && !self.inherited
            && self.takes.tells()
            && !pronoun
            && adjunct
            && plain
            && rest.len() <= 5
    }
}

/// A subject: its tokens, those that say more about it, and whether it is
/// taken from the beginning of the sentence.
pub type Subject = (Range<usize>, Range<usize>, bool);

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
    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at).filter(|token| (self.start..self.end).contains(&at) && token.quote.is_none())
    }

    pub(super) fn is(&self, at: usize, any: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.is(any))
    }

    /// Whether the token before `at` is one of these.
    pub(super) fn after(&self, at: usize, any: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, any))
    }

    pub(super) fn quoted(&self, at: usize) -> bool {
        at < self.end && self.tokens.get(at).is_some_and(|token| token.quote.is_some())
    }

    /// Every cue, in order.
    pub fn cues(&self) -> Vec<Cue> {
        let mut found: Vec<Cue> = Vec::new();
        let quotes = (self.start..self.end).any(|at| self.quoted(at));
        // What was quoted in the sentence before may be followed by its verb, and a
        // colon leads to the next passage.
        let leads = self.end.checked_sub(1).is_some_and(|last| self.is(last, &[":"]));
        let near = quotes || leads || self.start.checked_sub(1).is_some_and(|before| self.quoted(before));
        for at in self.start..self.end {
            let Some(token) = self.get(at) else { continue };
            let dash = matches!(token.text, "–" | "—" | "-") && !self.quoted(at - usize::from(at > self.start));
            let leads = token.text == ":" || dash && self.opens_sentence(at + 1);
            if leads && self.quoted(at + 1) && found.is_empty() {
                found.extend(self.colon(at));
                continue;
            }
            if !token.is_word() {
                found.extend(self.signature(at));
                continue;
            }
            if let Some(cue) = self.noun_cue(at) {
                found.push(cue);
                continue;
            }
            if let Some(cue) = self
                .told_by(at)
                .or_else(|| self.asked_by(at))
                .or_else(|| self.quoted_as(at))
                .or_else(|| self.said_first(at))
            {
                found.push(cue);
                continue;
            }
            let Some(verb) = self
                .verb(at)
                .filter(|verb| near || !verb.frames.only_quotes() || !verb.prepositions.is_empty())
                .or_else(|| if quotes { self.quoting(at) } else { None })
            else {
                continue;
            };
            let Some((mut subject, apposition, inherited)) = self.subject_of(at, &verb, &found) else { continue };
            if verb.frames.any(Frames::SHOWS) && !self.shows(&subject) {
                // `a study by the university and the college found`
                let Some(study) = self.headed(at - 1).filter(|study| self.shows(study)) else { continue };
                subject = study;
            }
            let particle = usize::from(!verb.particle.is_empty());
            let from = at + 1 + particle;
            if !quotes && self.infinitive(from) && self.stands_behind_object(&subject) {
                continue;
            }
            let content = if subject.start > at && !inherited { None } else { self.content(from, &verb) };
            let (content, nominal) = content.unzip();
            if content.is_some_and(|content| self.opens_with_verb(content)) && self.stands_behind_all(&subject) {
                continue;
            }
            found.push(Cue {
                after: at + 1 + particle,
                apposition,
                inherited,
                nominal: nominal.unwrap_or(false),
                takes: verb.frames,
                ..Cue::new(at, subject, content)
            });
        }
        let stands: Vec<bool> =
            found.iter().map(|cue| !self.is_within(cue, &found) && !self.is_answer(cue, &found)).collect();
        let mut stands = stands.into_iter();
        found.retain(|_| stands.next().unwrap_or(true));
        found
    }

    /// `The poll was first reported by the paper`.
    fn told_by(&self, at: usize) -> Option<Cue> {
        if !self.is(at + 1, &["by"]) || self.ing(at) {
            return None;
        }
        let verb = verbs(self.get(at)?.text).iter().find(|verb| verb.particle.is_empty())?;
        let adverb = |at: usize| {
            self.is(at, &["first", "also", "widely", "been"])
                || self.get(at).is_some_and(|token| token.text.ends_with("ly") && !token.is_capital())
        };
        let be = (at.saturating_sub(4)..at).rev().find(|at| !adverb(*at))?;
        let passive = self.is(be, &["is", "are", "was", "were"]) || self.is(be + 1, &["been"]) && be + 1 < at;
        let takes = verb.frames.any(Frames::NOUN.and(Frames::CLAUSE)) && !verb.frames.any(Frames::SHOWS);
        if !passive || !takes {
            return None;
        }
        let end = self.phrase_from(at + 2, false)?;
        Some(Cue { nominal: true, takes: verb.frames.and(Frames::PASSIVE), ..Cue::new(at, at + 2..end, None) })
    }

    /// `Said Mr Lowe, “It is late.”`: a sentence that opens with the verb.
    fn said_first(&self, at: usize) -> Option<Cue> {
        let first = self.get(at).filter(|token| at == self.start && token.is_capital())?;
        let verb = verbs(&first.text.to_ascii_lowercase()).iter().find(|verb| verb.particle.is_empty())?;
        let subject = at + 1..self.phrase_from(at + 1, true)?;
        let opens = self.is(subject.end, &[",", ":"]) && self.quoted(subject.end + 1);
        let named = self.get(at + 1).is_some_and(|token| token.is_capital() || token.is(DETERMINERS));
        let tells = opens && named && !verb.may_be_noun && verb.frames.tells();
        tells.then(|| Cue { takes: verb.frames, ..Cue::new(at, subject, None) })
    }

    /// `Asked by Jane Doe whether he would stay, Mr Lowe said no`.
    fn asked_by(&self, at: usize) -> Option<Cue> {
        if !self.is(at, &["asked", "pressed"]) || !self.is(at + 1, &["by"]) || self.get(at)?.is_possessive() {
            return None;
        }
        let name = self.phrase_from(at + 2, false)?;
        let end = name;
        let end = if self.is(end, &["on"]) && self.is(end + 1, TIMES) { end + 2 } else { end };
        let asks = self.is(end, &["whether", "if", "how", "why", "what", "who", "when", "where", "which", "to"]);
        let about = self.is(end, &["about", "for"]);
        let content = Some(end + usize::from(about));
        let takes = Frames::WHETHER.and(Frames::HEARER);
        (asks || about).then(|| Cue { nominal: true, takes, ..Cue::new(at, at + 2..name, content) })
    }

    /// `The paper quoted Ms Hart as saying it was “too late”`: what is quoted she says, and
    /// the paper tells the rest.
    fn quoted_as(&self, at: usize) -> Option<Cue> {
        let says = self.is(at, &["saying"]) && self.after(at, &["as"]);
        if !says || !(at + 1..self.end).any(|at| self.quoted(at)) {
            return None;
        }
        let quoted = (at.saturating_sub(12)..at - 1).rev().find(|at| self.is(*at, QUOTES))?;
        let whom = quoted + 1..at - 1;
        let named = whom.clone().all(|at| self.get(at).is_some_and(|token| token.is_word() || token.text == ","));
        let somebody = !whom.is_empty() && !self.is(whom.start, &["him", "them", "me", "us", "as"]);
        let verb = verbs("saying").first()?;
        let (content, nominal) = self.content(at + 1, verb).unzip();
        let nominal = nominal.unwrap_or(false);
        (named && somebody).then(|| Cue { nominal, takes: verb.frames, ..Cue::new(at, whom, content) })
    }

    /// Whether a cue is a part of what another one tells: `he said that the two
    /// sides had discussed it`, `it might, in his view, help`. Somebody's own words
    /// told there are kept, and a speaker that ends the cue: `…, said Ms Hart`.
    fn is_within(&self, cue: &Cue, all: &[Cue]) -> bool {
        let clause = cue.content.is_some() && !cue.nominal && cue.takes.tells();
        let joined = cue.first().checked_sub(1).is_some_and(|at| self.is(at, &["and", "but", "while", "–", "—", ";"]));
        let comma = cue.first().checked_sub(1).is_some_and(|at| self.is(at, &[","]) || self.closes_clause(at));
        let second_hand = all.iter().any(|other| self.tells_of(other, cue));
        let kept = clause && !second_hand || joined || cue.inherited || comma && cue.closes(self.tokens, self.end);
        !kept
            && (cue.subject.start <= cue.verb || cue.after > cue.subject.end)
            && all.iter().any(|other| {
                !other.nominal && other.verb < cue.verb && other.content.is_some_and(|content| content <= cue.first())
            })
    }

    /// Whether one tells that another tells something: `the board says the clerk said it
    /// was late`. That rests on the one's word, but for the words that are quoted.
    fn tells_of(&self, one: &Cue, other: &Cue) -> bool {
        let first = other.first();
        let Some(content) = one.content.filter(|content| (*content..content + 20).contains(&first)) else {
            return false;
        };
        let word = |at: usize| self.get(at).is_some_and(|token| token.is_word() && !token.is(APART));
        // `… that it was late, and that the clerk said so`
        let again = first >= content + 2 && self.is(first - 1, &["that"]) && self.is(first - 2, &["and", "or"]);
        let clause = !one.nominal && one.takes.tells() && one.verb < other.verb;
        let whole = clause && (again || (content..first).all(word));
        let pronoun = || self.is(other.subject.start, PRONOUNS) || self.is(other.subject.start, &["it"]);
        // `said that his claim that it was late was “not true”`
        let claim = || content == first && self.get(other.verb).is_some_and(|verb| verb.class().is_saying());
        let quoted = || (other.after..self.end).any(|at| self.quoted(at));
        whole && !pronoun() && (claim() || !quoted())
    }

    /// Whether a subject is something that shows: polls, records, a study.
    fn shows(&self, subject: &Range<usize>) -> bool {
        subject
            .clone()
            .filter_map(|at| self.get(at))
            .any(|token| is_document(token.text) || token.is_capital() && is_document(&token.text.to_ascii_lowercase()))
    }

    /// A verb of whatever meaning that stands at a quotation as verbs of saying
    /// do: `“Out!” he thundered`, `She beamed, “We did it.”`
    fn quoting(&self, at: usize) -> Option<Verb> {
        let token = self.get(at)?;
        let text = token.text;
        let form = text.ends_with("ed") || text.ends_with("ing") || text.ends_with('s') && !text.ends_with("ss");
        let small = text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.contains(['\'', '’']);
        if !form || !small || is_finite(token) || is_preposition(token) || is_speaker(token) || self.denied(at) {
            return None;
        }
        // A word of a place or of a time is no verb.
        let leads = self.is(at + 1, &[",", ":"]) && self.opens_sentence(at + 2);
        let behind = !text.ends_with("ing") && self.follows_quotation(at);
        let inverted = !text.ends_with("ing")
            && at.checked_sub(1).is_some_and(|before| self.closes_clause(before))
            && self.get(at + 1).is_some_and(|next| next.is_capital() || next.is(DETERMINERS));
        (leads || behind || inverted).then(|| Verb { frames: Frames::QUOTE, ..Verb::default() })
    }

    /// Whether a quotation begins at `at` with a capital.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let word = |at: usize| self.tokens.get(at).filter(|token| self.quoted(at) && token.is_word());
        word(at).or_else(|| word(at + 1)).or_else(|| word(at + 2)).is_some_and(Token::is_capital)
    }

    /// Whether a quotation ends at `at` with a mark that a verb of saying
    /// follows: a comma, a question mark, an exclamation mark, a dash.
    pub(super) fn closes_clause(&self, at: usize) -> bool {
        let mark = |token: &&Token<'_>| !matches!(token.text, "\"" | "”" | "'" | "’" | "»" | "«" | "“" | "‹" | "›");
        let inside = self.tokens.get(self.start..=at).unwrap_or(&[]);
        self.quoted(at)
            && inside.iter().rev().take(4).find(mark).is_some_and(|token| {
                matches!(token.text, "," | "?" | "!" | "—" | "–" | "…" | "-") && token.quote.is_some()
            })
    }

    /// Whether only a short subject stands between a quotation and `at`.
    fn follows_quotation(&self, at: usize) -> bool {
        let from = at.saturating_sub(7).max(self.start);
        let Some(quote) = (from..at).rev().find(|at| self.quoted(*at)) else { return false };
        let words = (quote + 1..at).all(|at| {
            self.get(at).is_some_and(|token| token.is_word() && !is_finite(token) && !token.is(&["and", "but", "who"]))
        });
        let ends =
            self.get(at + 1).is_none_or(|next| !next.is_word() || is_preposition(next) || next.text.ends_with("ly"));
        quote + 1 < at && words && ends && self.closes_clause(quote)
    }
}

/// Verbs that tell whose words somebody else tells.
const QUOTES: &[&str] = &["quoted", "quotes", "quoting", "cited", "cites", "citing"];

/// Words that lead from one clause to another.
const APART: &[&str] =
    &["and", "but", "or", "while", "as", "after", "before", "because", "when", "if", "though", "although", "since"];
