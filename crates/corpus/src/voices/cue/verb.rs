//! Whether a word is a verb of saying where it stands, or a noun, an adjective, or a
//! verb that says nothing.
//!
//! Invariant: looks at the words around one word, in its sentence; who speaks is not
//! decided here.

use std::ops::Range;

use super::Sentence;
use crate::voices::function_word::{DETERMINERS, PRONOUNS, is_between, is_finite, is_preposition, is_speaker, is_time};
use crate::voices::lexicon::{Frames, Verb, verbs};
use crate::voices::token::Token;

impl Sentence<'_, '_> {
    /// What the token at `at` takes, if it is a verb of saying here.
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
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
                    || verb.frames.any(Frames::HEARER) && self.is(at + 1, &["about"])
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
    pub(super) fn stands_behind_object(&self, subject: &Range<usize>) -> bool {
        let pronoun = subject.len() == 1 && (self.is(subject.start, PRONOUNS) || self.is(subject.start, &["it"]));
        let Some(noun) = subject.start.checked_sub(1).filter(|_| pronoun) else { return false };
        let opens = (self.start..noun).rev().find(|at| self.get(*at).is_none_or(|token| !token.is_word()));
        let led = self.get(opens.map_or(self.start, |at| at + 1)).is_some_and(is_preposition);
        let plain = self.get(noun).is_some_and(|token| {
            !is_speaker(token) && !is_time(token.text) && verbs(token.text).is_empty() && !token.text.ends_with("ed")
        });
        self.is(noun, &["what", "whatever"]) || plain && !led && self.is_plain_noun(noun)
    }

    /// Whether a subject stands behind a word for all that it says: `everything he says`.
    pub(super) fn stands_behind_all(&self, subject: &Range<usize>) -> bool {
        const ALL: &[&str] = &["everything", "anything", "nothing", "all", "much", "whatever"];
        self.is(subject.start, ALL) || self.after(subject.start, ALL)
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

    pub(super) fn ing(&self, at: usize) -> bool {
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
        let determined = determined || token.text.ends_with("ed") && self.counted(at) && !clause;
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

    /// Whether how many there are stands before `at`, behind a preposition or a verb: `of
    /// all reported thefts`, `there were only eight reported thefts`.
    fn counted(&self, at: usize) -> bool {
        let many = |at: usize| {
            self.is(at, &["all", "only", "several", "some", "many", "few", "other", "more", "most", "two", "three"])
                || self.is(at, &["four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "just", "about"])
                || self.get(at).is_some_and(|token| token.text.len() < 4 && token.text.parse::<u16>().is_ok())
        };
        let first = (self.start..at).rev().find(|at| !many(*at)).filter(|first| first + 1 < at);
        first.and_then(|first| self.get(first)).is_some_and(|token| is_preposition(token) || is_finite(token))
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

    /// `did not say`, `declined to say`: nothing was said.
    pub(super) fn denied(&self, at: usize) -> bool {
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
