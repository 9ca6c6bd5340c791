//! Cues: a verb of saying with whoever says it, and the words that follow.
//!
//! Invariant: a cue lies outside quotation marks. Who the subject is in person
//! is not decided here.

use std::ops::Range;

use super::function_word::{DETERMINERS, PRONOUNS, TIMES, is_between, is_finite, is_preposition, is_speaker, is_time};
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
            if let Some(cue) = self.told_by(at).or_else(|| self.asked_by(at)).or_else(|| self.said_first(at)) {
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
            found.push(Cue {
                verb: at,
                after: at + 1 + particle,
                subject,
                apposition,
                inherited,
                content,
                nominal: nominal.unwrap_or(false),
                takes: verb.frames,
            });
        }
        let stands: Vec<bool> = found.iter().map(|cue| !self.is_within(cue, &found)).collect();
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
        Some(Cue {
            verb: at,
            after: at + 1,
            subject: at + 2..end,
            apposition: 0..0,
            inherited: false,
            content: None,
            nominal: true,
            takes: verb.frames.and(Frames::PASSIVE),
        })
    }

    /// `Said Mr Lowe, “It is late.”`: a sentence that opens with the verb.
    fn said_first(&self, at: usize) -> Option<Cue> {
        let first = self.get(at).filter(|token| at == self.start && token.is_capital())?;
        let verb = verbs(&first.text.to_ascii_lowercase()).iter().find(|verb| verb.particle.is_empty())?;
        let subject = at + 1..self.phrase_from(at + 1, true)?;
        let opens = self.is(subject.end, &[",", ":"]) && self.quoted(subject.end + 1);
        let named = self.get(at + 1).is_some_and(|token| token.is_capital() || token.is(DETERMINERS));
        (opens && named && !verb.may_be_noun && verb.frames.tells()).then_some(Cue {
            verb: at,
            after: at + 1,
            subject,
            apposition: 0..0,
            inherited: false,
            content: None,
            nominal: false,
            takes: verb.frames,
        })
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
        (asks || about).then_some(Cue {
            verb: at,
            after: at + 1,
            subject: at + 2..name,
            apposition: 0..0,
            inherited: false,
            content: Some(end + usize::from(about)),
            nominal: true,
            takes: Frames::WHETHER.and(Frames::HEARER),
        })
    }

    /// Whether a cue is a part of what another one tells: `he said that the two
    /// sides had discussed it`, `it might, in his view, help`. Somebody's own words
    /// told there are kept, and a speaker that ends the cue: `…, said Ms Hart`.
    fn is_within(&self, cue: &Cue, all: &[Cue]) -> bool {
        let clause = cue.content.is_some() && !cue.nominal && cue.takes.tells();
        let joined = cue.first().checked_sub(1).is_some_and(|at| self.is(at, &["and", "but", "while", "–", "—", ";"]));
        let comma = cue.first().checked_sub(1).is_some_and(|at| self.is(at, &[","]) || self.closes_clause(at));
        !clause
            && !joined
            && !(comma && cue.closes(self.tokens, self.end))
            && !cue.inherited
            && (cue.subject.start <= cue.verb || cue.after > cue.subject.end)
            && all.iter().any(|other| {
                !other.nominal && other.verb < cue.verb && other.content.is_some_and(|content| content <= cue.first())
            })
    }

    /// Whether a subject is something that shows: polls, records, a study.
    fn shows(&self, subject: &Range<usize>) -> bool {
        subject
            .clone()
            .filter_map(|at| self.get(at))
            .any(|token| is_document(token.text) || token.is_capital() && is_document(&token.text.to_ascii_lowercase()))
    }

    /// What the token at `at` takes, if it is a verb of saying here.
    fn verb(&self, at: usize) -> Option<Verb> {
        let token = self.get(at)?;
        let that = Verb { frames: Frames::THAT, ..Verb::default() };
        match token.text {
            "made" | "makes" | "make" if self.is(at + 1, &["plain", "clear"]) => return Some(that),
            "released" | "issued" if self.is(at + 1, &["a"]) && self.is(at + 2, &["statement"]) => return Some(that),
            _ => {}
        }
        let opens = at == self.start && token.is_capital() && token.text.ends_with("ing");
        let readings = if opens { verbs(&token.text.to_ascii_lowercase()) } else { verbs(token.text) };
        let fits = |verb: &&Verb| verb.particle.is_empty() || self.is(at + 1, &[verb.particle]);
        let verb = *readings.iter().find(fits)?;
        if verb.frames.any(Frames::PHRASE) {
            return self.phrase_quoted(at + 1).then_some(verb).filter(|_| !self.denied(at) && !self.intended(at));
        }
        // `was also endorsed`, `was widely praised`
        let adverb = |at: usize| self.is(at, &["also", "later", "once", "already"]) || self.manner(at);
        let be = at.checked_sub(1).filter(|before| adverb(*before)).unwrap_or(at);
        let passive = self.after(be, BE) && !self.ing(at) && !verb.frames.any(Frames::QUOTE);
        // `was named last week as the heir`: others did.
        let named = self.after(be, BE) && !self.ing(at) && verb.frames.any(Frames::AS);
        let passive = named
            || passive
                && (self.is(at + 1, &["to", "by", "as", "for", "of", "in", "with", "on", "at"])
                    || verb.frames.any(Frames::NOUN));
        let denied = self.denied(at);
        // `did not rule out that` tells what may be so.
        if denied
            && verb.frames.any(Frames::REJECTS)
            && self.is(at + 1 + usize::from(!verb.particle.is_empty()), &["that"])
        {
            return Some(Verb { frames: Frames::THAT, ..verb });
        }
        let noun = verb.may_be_noun && (self.after(at, NOUN_AFTER) || self.several(at));
        if passive || denied || noun || self.intended(at) {
            return None;
        }
        // `when asked whether he would stay`: somebody asked, and who is not told.
        let asked = verb.frames.any(Frames::HEARER) && token.text.ends_with("ed");
        if asked && self.after(at, &["when", "if", "once", "until", "unless"]) {
            return None;
        }
        // `the same had been said before`
        if verb.frames.tells() && self.after(at, &["been", "being"]) && !self.ing(at) {
            return None;
        }
        (!self.is_noun(at, &verb)).then_some(verb)
    }

    /// Whether the word at `at` stands for several things: `many promises he made`,
    /// `claims that have been made`.
    fn several(&self, at: usize) -> bool {
        let many = ["many", "few", "several", "some", "both", "all", "these", "those", "other", "such", "numerous"];
        self.get(at).is_some_and(|token| token.text.ends_with('s') && !token.text.ends_with("ss"))
            && (self.after(at, &many) || self.is(at + 1, &["that"]) && self.is(at + 2, &["have", "were", "are", "do"]))
    }

    /// Whether a pronoun stands behind the noun that its verb lacks: `the target it
    /// vowed to reach`, `what he promised to do`; not `on his blog he vowed to go`.
    fn stands_behind_object(&self, subject: &Range<usize>) -> bool {
        let pronoun = subject.len() == 1 && (self.is(subject.start, PRONOUNS) || self.is(subject.start, &["it"]));
        let Some(noun) = subject.start.checked_sub(1).filter(|_| pronoun) else { return false };
        let opens = (self.start..noun).rev().find(|at| self.get(*at).is_none_or(|token| !token.is_word()));
        let led = self.get(opens.map_or(self.start, |at| at + 1)).is_some_and(is_preposition);
        let plain = self.get(noun).is_some_and(|token| {
            !is_speaker(token) && !is_time(token.text) && verbs(token.text).is_empty() && !token.text.ends_with("ed")
        });
        self.is(noun, &["what", "whatever"]) || plain && !led && self.is_plain_noun(noun)
    }

    /// Whether the word at `at` is an adverb in -ly.
    fn manner(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase))
    }

    /// Whether a noun for words and then these in quotation marks follow, from `at`
    /// on: `the phrase “fair trade”`.
    fn phrase_quoted(&self, at: usize) -> bool {
        let noun = |at: usize| {
            self.is(
                at,
                &["phrase", "phrases", "term", "terms", "word", "words", "slogan", "expression", "line", "mantra"],
            )
        };
        let end = (at..at + 4).take_while(|at| self.get(*at).is_some_and(Token::is_word)).find(|at| noun(*at));
        end.is_some_and(|end| self.quoted(end + 1) || self.is(end + 1, &[",", ":"]) && self.quoted(end + 2))
    }

    fn ing(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.text.ends_with("ing"))
    }

    /// `ready to tell`, `a deadline for Iran to fully disclose`: not said yet,
    /// or never; `went on to say`, `appeared to suggest` are.
    fn intended(&self, at: usize) -> bool {
        let mut to = at;
        while let Some(before) = to.checked_sub(1).filter(|before| self.get(*before).is_some()) {
            to = before;
            if !self.get(to).is_some_and(|token| token.text.ends_with("ly")) {
                break;
            }
        }
        let done = |token: &Token<'_>| {
            is_between(token.text)
                || token.is(&[
                    "taken",
                    "quick",
                    "pains",
                    "hastened",
                    "rushed",
                    "paused",
                    "proceeded",
                    "managed",
                    "forced",
                    "prompted",
                    "moved",
                ])
        };
        to < at && self.is(to, &["to"]) && !to.checked_sub(1).and_then(|before| self.get(before)).is_some_and(done)
    }

    /// Whether the word at `at` is a noun or an adjective here: `the Baltic
    /// states`, `Columbia's alleged failure`, `work with the tribes to add`.
    fn is_noun(&self, at: usize, verb: &Verb) -> bool {
        let Some(token) = self.get(at) else { return true };
        let clause = self.is(at + 1, &["that", "out", "he", "she", "it", "they", "the"])
            || self.quoted(at + 1)
            || self.is(at + 1, &["to"]) && self.quoted(at + 2)
            || self.is(at + 1, &[":"]) && self.get(at + 2).is_none_or(|next| !next.is_word())
            || self.follows_quotation(at);
        // `Ms Hart’s widely criticized speech`
        let owner = at.checked_sub(1).map(|before| before - usize::from(before > 0 && self.manner(before)));
        let owned = owner.and_then(|owner| self.get(owner)).is_some_and(Token::is_possessive);
        // `…, CNN reports.`
        let name = at.checked_sub(1).filter(|name| self.get(*name).is_some_and(Token::is_capital));
        let comma = name.is_some_and(|name| (name.saturating_sub(4)..name).any(|at| self.is(at, &[","])));
        let closing = comma && token.text != "states" && self.get(at + 1).is_none_or(|next| next.text == ".");
        let contracted = self.after(at, &["he's", "she's", "it's", "who's", "he’s", "she’s", "it’s", "who’s"]);
        let adjective = owned && !contracted && !verb.may_be_noun;
        let purpose = self.after(at, &["to"])
            && at
                .checked_sub(2)
                .and_then(|noun| self.get(noun))
                .is_some_and(|noun| noun.is_capital() || is_speaker(noun));
        let leads = self.get(at + 1).is_some_and(|next| verb.leads(next.text));
        let plain = !clause && !closing && !leads && !self.ing(at) && !self.after(at, PRONOUNS);
        // `Trump promises to`, `critics question the plan`
        let opens = self.get(at + 1).is_some_and(|next| {
            next.is(&["to", "a", "an", "his", "her", "their", "its", "whether", "how", "why"]) || next.is_capital()
        });
        let actor = at
            .checked_sub(1)
            .and_then(|before| self.get(before))
            .is_some_and(|before| before.is_capital() || is_speaker(before));
        let plain = plain && !(opens && actor && !self.after(at, &["the"]));
        // `a tabulation of pledged delegates`, `the alleged failure`
        let determined = token.text.ends_with("ed") && self.after(at, DETERMINED) && !clause;
        // `in swing states he won`
        let places = token.text == "states" && !self.is(at + 1, &["that", ":"]) && !self.quoted(at + 1);
        // `a press call`, `a media request`: one thing does not call.
        let base = !["ed", "s", "ing"].iter().any(|end| token.text.ends_with(end));
        let single = verb.may_be_noun && base && self.belongs_to_one(at);
        // `the veterans invited to speak`: others invited them.
        let invited = token.is(&["invited", "urged", "encouraged", "exhorted", "implored", "commanded"])
            && self.is(at + 1, &["to"]);
        // `an awkward but promising start`
        let paired = self.after(at, &["but", "and", "yet"])
            && self.ing(at)
            && at >= self.start + 3
            && self.is(at - 3, &["a", "an"])
            && self.get(at + 1).is_some_and(|next| {
                next.text.starts_with(char::is_lowercase)
                    && !next.is(DETERMINERS)
                    && !is_preposition(next)
                    && !next.is(&["that"])
            });
        adjective
            || purpose
            || determined
            || places
            || single
            || invited
            || paired
            || verb.may_be_noun && (owned || plain)
    }

    /// Whether `a` or its like opens the noun phrase that goes on at `at`.
    fn belongs_to_one(&self, at: usize) -> bool {
        let one = |at: &usize| self.is(*at, &["a", "an", "another", "every", "each"]);
        let part = |token: &Token<'_>| {
            let other = token.is(PRONOUNS) || token.is(&["who", "that", "which", "and"]);
            token.is_word() && !is_preposition(token) && !is_finite(token) && !other
        };
        let opens = (at.saturating_sub(3)..at).rev().find(one);
        opens.is_some_and(|one| (one + 1..at).all(|at| self.get(at).is_some_and(part)))
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

    /// `did not say`, `declined to say`: nothing was said.
    fn denied(&self, at: usize) -> bool {
        let not = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.is(&["not", "never", "cannot", "without"])
                    || token.text.ends_with("n't")
                    || token.text.ends_with("n’t")
            })
        };
        let before = |distance: usize| at.checked_sub(distance);
        let refused = self.after(at, &["to"])
            && before(2).is_some_and(|at| {
                self.is(at, &["declined", "declining", "declines", "refused", "refusing", "refuses", "failed"])
            });
        let neither = (at.saturating_sub(6)..at).any(|at| self.is(at, &["neither", "nor"]));
        before(1).is_some_and(not) || before(2).is_some_and(not) || refused || neither
    }
}

const BE: &[&str] =
    &["is", "are", "was", "were", "be", "been", "being", "get", "got", "it's", "it’s", "that's", "that’s"];
/// Behind these a participle is an adjective.
const DETERMINED: &[&str] = &["the", "a", "an", "its", "their", "his", "of", "no", "any", "my", "our"];
/// Behind these a word that may be a noun is one.
const NOUN_AFTER: &[&str] = &[
    "the", "a", "an", "its", "their", "his", "her", "of", "brief", "this", "that", "these", "no", "any", "my", "our",
    "such", "more", "new", "under", "for", "in", "on", "with",
];
