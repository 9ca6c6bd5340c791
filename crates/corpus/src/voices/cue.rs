//! Cues: a verb of saying with whoever says it, and the words that follow.
//!
//! Invariant: a cue lies outside quotation marks. Who the subject is in person
//! is not decided here.

use std::ops::Range;

use super::function_word::{OPENERS, PRONOUNS, TIMES, is_finite, is_preposition, is_speaker};
use super::token::Token;
use super::verb::{self, Takes};

/// Somebody says something.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Token of the verb; of the colon where only that leads to a quotation.
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

    fn quoted(&self, at: usize) -> bool {
        at < self.end && self.tokens.get(at).is_some_and(|token| token.quote.is_some())
    }

    /// Every cue, in order.
    pub fn cues(&self) -> Vec<Cue> {
        let mut found: Vec<Cue> = Vec::new();
        for at in self.start..self.end {
            let Some(token) = self.get(at) else { continue };
            if token.text == ":" && self.quoted(at + 1) && found.is_empty() {
                found.extend(self.colon(at));
                continue;
            }
            if !token.is_word() {
                continue;
            }
            if let Some(cue) = self.noun_cue(at) {
                found.push(cue);
                continue;
            }
            let Some(takes) = self.verb(at) else { continue };
            let Some((subject, apposition, inherited)) = self.subject_of(at, takes, &found) else { continue };
            let from = if subject.start > at { subject.end.max(apposition.end) } else { at + 1 };
            let content = if subject.start > at { None } else { self.content(from, takes) };
            found.push(Cue { verb: at, subject, apposition, inherited, content, takes });
        }
        found
    }

    /// What the token at `at` takes, if it is a verb of saying here.
    fn verb(&self, at: usize) -> Option<Takes> {
        let token = self.get(at)?;
        let says = match token.text {
            "made" | "makes" | "make" => self.is(at + 1, &["plain", "clear"]),
            "released" | "issued" => self.is(at + 1, &["a"]) && self.is(at + 2, &["statement"]),
            "rule" | "rules" | "ruled" => self.is(at + 1, &["out"]),
            _ => false,
        };
        if says {
            return Some(Takes::That);
        }
        let takes = verb::takes(token.text)?;
        let passive = self.is(at + 1, &["to"]) && self.after(at, &["is", "are", "was", "were", "be", "been"]);
        let ambiguous = verb::may_be_noun(token.text) || verb::is_participle(token.text);
        const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];
        const NOUN_AFTER: &[&str] = &[
            "the", "a", "an", "its", "their", "his", "her", "to", "of", "brief", "this", "that", "these", "no", "any",
        ];
        // `the same had been said before`
        let passive = passive || takes == Takes::Clause && self.after(at, &["been", "being"]);
        let passive = passive || takes == Takes::Act && self.after(at, BE);
        if passive || self.denied(at) || ambiguous && self.after(at, NOUN_AFTER) {
            return None;
        }
        // `the Baltic states` and `reports` are nouns more often than verbs.
        let clause = self.is(at + 1, &["that", "out", "he", "she", "it", "they", "the"]) || self.quoted(at + 1);
        let owned = at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(Token::is_possessive);
        // `…, CNN reports.`
        let name = at.checked_sub(1).filter(|name| self.get(*name).is_some_and(Token::is_capital));
        let comma = name.is_some_and(|name| (name.saturating_sub(4)..name).any(|at| self.is(at, &[","])));
        let closing = comma && token.text != "states" && self.get(at + 1).is_none_or(|next| next.text == ".");
        // `Columbia's alleged failure`, `work with the tribes to add staff`
        let contracted = self.after(at, &["he's", "she's", "it's", "who's", "he’s", "she’s", "it’s", "who’s"]);
        let adjective = owned && !contracted && !verb::may_be_noun(token.text);
        let purpose = self.after(at, &["to"])
            && at
                .checked_sub(2)
                .and_then(|noun| self.get(noun))
                .is_some_and(|noun| noun.is_capital() || is_speaker(noun));
        if adjective
            || purpose
            || verb::may_be_noun(token.text) && (owned || !clause && !closing && !self.after(at, PRONOUNS))
        {
            return None;
        }
        // `called the plan “theatre”`, else `called for a plan`
        match takes {
            Takes::Quote if self.meets_quote(at) => Some(takes),
            Takes::Quote if token.text.starts_with("call") && self.is(at + 1, &["for", "on"]) => Some(Takes::Act),
            Takes::Quote => None,
            _ => Some(takes),
        }
    }

    /// `did not say`, `declined to say`: nothing was said.
    fn denied(&self, at: usize) -> bool {
        let not = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.is(&["not", "never", "cannot"]) || token.text.ends_with("n't") || token.text.ends_with("n’t")
            })
        };
        let before = |distance: usize| at.checked_sub(distance);
        let refused = self.after(at, &["to"])
            && before(2).is_some_and(|at| {
                self.is(at, &["declined", "declining", "declines", "refused", "refusing", "refuses", "failed"])
            });
        before(1).is_some_and(not) || before(2).is_some_and(not) || refused
    }

    /// Whether a verb that only introduces quotations stands at one: right
    /// before or behind it, or, as in `called the plan “theatre”`, close by.
    fn meets_quote(&self, at: usize) -> bool {
        let names = self.get(at).is_some_and(|token| {
            let text = token.text;
            ["call", "dub", "brand", "label", "blast", "summed"].iter().any(|stem| text.starts_with(stem))
                || text.starts_with("put") && self.is(at + 1, &["it"])
        });
        let near = if names { 12 } else { 2 };
        // `The message reads, in part:`, and the words are the next passage.
        let leads = self.is(at + 1, &[":", ","]) && self.end.checked_sub(1).is_some_and(|last| self.is(last, &[":"]));
        let behind = at.checked_sub(1).is_some_and(|before| self.quoted(before))
            || self.get(at.saturating_sub(2)).is_none() && self.quoted(at.saturating_sub(2));
        !self.is(at + 1, &["for", "on"]) && (leads || behind || (at + 1..=at + near).any(|at| self.quoted(at)))
    }

    /// The first token of what is said, from `from` on.
    fn content(&self, from: usize, takes: Takes) -> Option<usize> {
        match takes {
            Takes::Clause => {
                let next = self.get(from)?;
                if next.is(&["that"]) {
                    return Some(from + 1);
                }
                // `said only that …`, `said, to nobody in particular, that …`
                let adverb = next.is(&["only", "again", "also", "too"]) || next.text.ends_with("ly");
                if adverb && self.is(from + 1, &["that"]) {
                    return Some(from + 2);
                }
                if next.is(&[",", "–", "—"]) {
                    let close = (from + 2..from + 10).find(|at| self.is(*at, &[next.text]))?;
                    return self.is(close + 1, &["that"]).then_some(close + 2);
                }
                if is_preposition(next) || next.is(TIMES) {
                    // `said in a statement it would wait`
                    let place = next.is(&["in"]) && self.is(from + 1, &["a", "an"]);
                    let clause = self.is(from + 3, &["it", "he", "she", "they", "the", "there", "its", "their", "no"]);
                    let time = next.is(TIMES) && self.get(from + 1).is_some_and(Token::is_word);
                    return self
                        .that(from)
                        .or_else(|| (place && clause).then_some(from + 3))
                        .or_else(|| time.then_some(from + 1));
                }
                next.is_word().then_some(from)
            }
            // `emphasised the plans that` reports nothing.
            Takes::That | Takes::Matter => {
                let next = self.get(from)?;
                let near = next.is(&["that", "out", "plain", "clear", "a", "–", "—", "-"])
                    || is_preposition(next) && (!next.is(&["to"]) || self.audience(from + 1))
                    || next.is(TIMES);
                let matter = takes == Takes::Matter && self.matter(from);
                let that = self.that(from).filter(|_| near);
                that.or_else(|| self.clause(from)).or_else(|| matter.then_some(from))
            }
            Takes::Person => self.that(from),
            Takes::As => (from..(from + 9).min(self.end)).find(|at| self.is(*at, &["as"])).map(|at| at + 1),
            Takes::Act => self.act(from),
            Takes::Thing => self.get(from).filter(|next| next.is_word() && !is_preposition(next)).map(|_| from),
            Takes::Quote => None,
        }
    }

    /// What is asked for, or what is spoken against or for.
    fn act(&self, from: usize) -> Option<usize> {
        let verb = self.get(from.checked_sub(1)?)?.text;
        let next = self.get(from).filter(|next| next.is_word())?;
        let within = |any: &[&str], most: usize| {
            (from..from + most).map_while(|at| self.get(at)).take_while(|t| t.is_word()).any(|token| token.is(any))
        };
        const SAID: &[&str] = &[
            "accusation",
            "accusations",
            "allegation",
            "allegations",
            "charges",
            "claim",
            "claims",
            "criticism",
            "idea",
            "notion",
            "reports",
            "suggestion",
            "suggestions",
            "wisdom",
            "need",
            "value",
            "motives",
            "whether",
            "why",
        ];
        let fits = match verb {
            _ if verb.starts_with("call") => next.is(&["for", "on"]),
            _ if verb.starts_with("urg") => within(&["to"], 12),
            _ if verb.starts_with("reject") || verb.starts_with("question") => within(SAID, 6),
            _ => next.is(OPENERS) || next.is_capital() || next.text.ends_with('s') || is_adjective(next.text),
        };
        fits.then_some(from)
    }

    /// Past the next `that` before a stop and before a quotation.
    fn that(&self, from: usize) -> Option<usize> {
        let at = (from..(from + 12).min(self.end))
            .find(|at| self.is(*at, &["that", ".", ",", ";", "?"]) || self.quoted(*at))?;
        self.is(at, &["that"]).then_some(at + 1)
    }

    /// Whether somebody is spoken to from `at`: `to reporters`, not `to fight`.
    fn audience(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.is_capital() || token.is(&["the", "a", "his", "her", "me", "us"]) || is_speaker(token)
        })
    }

    /// `warn two million people could be cut off`: a clause without `that`.
    fn clause(&self, from: usize) -> Option<usize> {
        let next = self.get(from)?;
        let opens = next.is(OPENERS) || next.is_capital() || next.text.ends_with('s') && next.is_word();
        let stop = (from + 1..(from + 10).min(self.end)).find(|at| {
            self.get(*at).is_none_or(|token| {
                is_finite(token) || token.is(&["who", "which", "that", "whose", "where", "to"]) || !token.is_word()
            })
        })?;
        // `confirmed they supported`
        let pronoun = next.is(&["he", "she", "it", "they", "we"]);
        let verb = self.get(from + 1).is_some_and(|verb| verb.text.ends_with("ed") || verb.text.ends_with('s'));
        (opens && self.get(stop).is_some_and(is_finite) || pronoun && verb).then_some(from)
    }

    /// `the need for …`, `his deep concern about …`
    fn matter(&self, from: usize) -> bool {
        (from..from + 6)
            .map_while(|at| self.get(at).filter(|token| token.is_word()))
            .any(|token| verb::is_matter(token.text) || token.is(&["that"]))
    }
}

/// Words that describe a noun before it, by their endings.
fn is_adjective(word: &str) -> bool {
    ["ent", "ous", "ive", "ful", "ish", "can", "ian", "ing", "ed", "al"].iter().any(|ending| word.ends_with(ending))
}
