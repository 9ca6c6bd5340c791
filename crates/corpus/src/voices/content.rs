//! Where what is said begins, by what the verb takes.
//!
//! Invariant: looks at the words behind one verb, in its sentence; how far the
//! statement goes is not decided here.

use super::cue::Sentence;
use super::function_word::{
    DETERMINERS, OPENERS, PRONOUNS, TIMES, is_boundary, is_finite, is_period, is_preposition, is_speaker,
};
use super::lexicon::{Frames, Verb, is_matter};
use super::token::Token;

/// Words that open an indirect question.
const QUESTIONS: &[&str] = &["whether", "if", "how", "why", "what", "when", "where", "who", "which"];
/// Nouns for something said, when that is questioned or contested.
const WORDS: &[&str] = &[
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
    "commitment",
    "legitimacy",
    "wisdom",
    "judgment",
    "ability",
    "fitness",
    "doubts",
    "questions",
    "concerns",
    "objections",
    "possibility",
    "specter",
    "alarm",
    "grievances",
    "complaints",
    "frustration",
    "frustrations",
    "views",
    "justification",
    "position",
    "sentiment",
    "sentiments",
];
/// One of a kind: behind `that` with no article such a noun is pointed at.
const POINTED: &[&str] = &[
    "approach",
    "claim",
    "day",
    "idea",
    "moment",
    "point",
    "position",
    "promise",
    "question",
    "statement",
    "view",
    "way",
];
/// Those to whom something is told, in one word.
const HEARERS: &[&str] = &["him", "her", "them", "me", "us", "it", "you", "reporters", "voters", "supporters"];

/// The first token of what is said, and whether it is a thing and no clause.
pub(super) type Content = (usize, bool);

impl Sentence<'_, '_> {
    /// What is said, from `from` on.
    pub(super) fn content(&self, from: usize, verb: &Verb) -> Option<Content> {
        let frames = verb.frames;
        let clause = |at: usize| Some((at, false));
        let from = from + usize::from(self.is(from, &["outright", "again", "also", "too", "even", "openly"]));
        let from = self.past_manner(from, verb);
        let next = self.get(from)?;
        if verb.leads(next.text) && self.get(from + 1).is_some_and(|token| token.is_word() && !token.is(TIMES)) {
            // `refers to the fact that …`
            let fact =
                self.is(from + 2, &["fact", "idea", "notion", "possibility", "way"]) && self.is(from + 3, &["that"]);
            return Some(if fact { (from + 4, false) } else { (from + 1, true) });
        }
        if frames.tells() {
            // `said only that …`, `said, to nobody in particular, that …`
            if self.joins_clause(from) {
                return clause(from + 1);
            }
            let adverb = next.is(&["only", "again", "also", "too"]) || next.text.ends_with("ly");
            if adverb && self.is(from + 1, &["that"]) {
                return clause(from + 2);
            }
            if next.is(&[",", "–", "—"]) {
                if self.is(from + 1, &["that"]) {
                    return clause(from + 2);
                }
                let close = (from + 2..from + 10).find(|at| self.is(*at, &[next.text]))?;
                return self.is(close + 1, &["that"]).then_some((close + 2, false));
            }
            if let Some(at) = self.past_adjunct(from) {
                return clause(at);
            }
            // `made plain its view that`, `released a statement saying that`
            if next.is(&["out", "plain", "clear", "a", "–", "—", "-"])
                && let Some(that) = self.clause_behind(from)
            {
                return clause(that);
            }
        }
        if frames.any(Frames::HEARER)
            && let Some(found) = self.hearer(from, verb)
        {
            return Some(found);
        }
        if frames.any(Frames::WHETHER) && next.is(QUESTIONS) {
            return clause(from);
        }
        if frames.any(Frames::TO) && self.infinitive(from) {
            return clause(from);
        }
        if frames.any(Frames::NAME) {
            return (self.named(from) || self.judged(from)).then_some((from, true));
        }
        let thing = self.opens_thing(from);
        let described = frames.any(Frames::AS).then(|| (from..from + 12).find(|at| self.is(*at, &["as"]))).flatten();
        // `played it down as he left`: when, and not as what.
        let described = described.filter(|at| !self.is(at + 1, PRONOUNS) && !self.is(at + 1, &["it", "we", "part"]));
        if let Some(at) = described.filter(|at| (from..*at).all(|at| self.get(at).is_some_and(|t| t.is_word()))) {
            return clause(if thing { from } else { at + 1 });
        }
        if frames.tells()
            && let Some(at) = self.clause(from)
        {
            return clause(at);
        }
        if frames.any(Frames::ANY) && next.is_word() && self.may_be_told(from) {
            return clause(from);
        }
        let matter = frames.any(Frames::MATTER) && self.has(from, |token| is_matter(token.text) || token.is(&["that"]));
        let word = frames.any(Frames::WORD) && self.has(from, |token| token.is(WORDS) || token.class().is_saying());
        (thing && (frames.any(Frames::NOUN) || matter || word)).then_some((from, true))
    }

    /// Past how or when it is said, before a preposition that leads to it:
    /// `spoke movingly of`, `called Wednesday for`, `said this week about`.
    fn past_manner(&self, from: usize, verb: &Verb) -> usize {
        let leads = |at: usize| self.get(at).is_some_and(|token| verb.leads(token.text));
        let manner = self.get(from).is_some_and(|token| {
            token.is(TIMES) || token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase)
        });
        let on = self.is(from, &["on"]) && self.is(from + 1, TIMES);
        let period = self.is(from, &["this", "last"]) && self.get(from + 1).is_some_and(is_period);
        match () {
            () if manner && leads(from + 1) => from + 1,
            () if (on || period) && leads(from + 2) => from + 2,
            () => from,
        }
    }

    /// Past what may stand between a verb and its clause: `said on Tuesday
    /// that`, `said in a statement it would wait`.
    fn past_adjunct(&self, from: usize) -> Option<usize> {
        let next = self.get(from)?;
        let place = is_preposition(next) && (!next.is(&["to"]) || self.audience(from + 1));
        let period = next.is(&["this", "that"]) && self.get(from + 1).is_some_and(is_period);
        // `two weeks ago that`
        let ago = (from + 1..from + 4).find(|at| self.is(*at, &["ago", "earlier"]));
        let ago = ago.filter(|ago| (from..*ago).all(|at| self.get(at).is_some_and(Token::is_word)));
        if let Some(ago) = ago.filter(|ago| self.joins_clause(ago + 1)) {
            return Some(ago + 2);
        }
        let time = next.is(TIMES) || next.is(&["early", "late"]) && self.is(from + 1, TIMES) || period;
        if !place && !time {
            return None;
        }
        if let Some(that) = self.clause_behind(from) {
            return Some(that);
        }
        if time {
            let period = self.is(from, &["last", "this"]) && self.get(from + 1).is_some_and(is_period);
            return self.clause(from + 1 + usize::from(period));
        }
        // `said in a statement it would wait`
        (from + 2..from + 9)
            .take_while(|at| self.get(*at).is_some_and(|token| token.is_word()))
            .find(|at| self.pronoun_clause(*at))
    }

    /// `he was`, `they’ve`, `there would`.
    fn pronoun_clause(&self, at: usize) -> bool {
        let subject = self.is(at, &["it", "he", "she", "they", "we", "there", "i", "you"]);
        let glued = self.get(at).is_some_and(|token| {
            let head = token.text.split(['\'', '’']).next().unwrap_or("");
            head.len() < token.text.len()
                && ["it", "he", "she", "they", "we", "there", "i", "you", "that"]
                    .iter()
                    .any(|word| head.eq_ignore_ascii_case(word))
        });
        glued
            || subject
                && self.get(at + 1).is_some_and(|verb| {
                    verb.is_word() && !is_preposition(verb) && !is_boundary(verb) || is_finite(verb)
                })
    }

    /// `told reporters that he …`, `urged Congress to act`, `asked him why`.
    fn hearer(&self, from: usize, verb: &Verb) -> Option<Content> {
        if let Some(that) = self.that(from).filter(|_| verb.frames.tells()) {
            return Some((that, false));
        }
        if self.is(from, &["not"]) {
            return None;
        }
        let words = |at: &usize| self.get(*at).is_some_and(Token::is_word);
        // `apologised to the board and to the town for …`
        let both = |at: usize| self.is(at, &["and"]) && self.is(at + 1, &["to", "with"]);
        for at in (from + 1..from + 12).take_while(words).take_while(|at| {
            both(*at) || !self.is(*at, &["not", "and", "as", "after", "before", "while", "because", "until", "since"])
        }) {
            let before = self.get(at - 1)?;
            if verb.frames.any(Frames::TO) && self.infinitive(at) {
                return Some((if self.opens_thing(from) { from } else { at }, true));
            }
            if verb.frames.any(Frames::WHETHER)
                && self.is(at, QUESTIONS)
                && !self.is(at, &["who", "which", "when", "where"])
            {
                return Some((at, false));
            }
            if self.get(at).is_some_and(|token| verb.leads(token.text)) {
                // `warned they could sell all of their boats`: it leads to no thing.
                let told = verb.frames.tells() && self.tells_before(from, at);
                return Some(if told { (from, false) } else { (at + 1, true) });
            }
            let opens = self.pronoun_clause(at) && !is_preposition(before) && !is_boundary(before)
                || before.is(HEARERS) && at == from + 1 && self.clause(at).is_some();
            if opens && verb.frames.tells() {
                return Some((at, false));
            }
        }
        None
    }

    /// Whether the verb of a clause stands between `from` and `at`, and says not only
    /// who is spoken to.
    fn tells_before(&self, from: usize, at: usize) -> bool {
        let finite = |at: usize| self.get(at).is_some_and(is_finite);
        let relative = |at: usize| self.is(at, &["who", "whom", "whose", "which", "that"]);
        !(from..at).any(relative) && (from + 1..at).any(finite)
    }

    /// Whether a verb that has no subject stands at `at`: `had`, not `he’d`.
    pub(super) fn opens_with_verb(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.class().is_finite())
    }

    /// Whether `that` at `at` leads to a clause, and does not point at something: `said
    /// that it was late`, not `repeated that question`, `said that night`.
    fn joins_clause(&self, at: usize) -> bool {
        let pointed = self.get(at + 1).is_some_and(|noun| noun.is(POINTED) || is_period(noun));
        self.is(at, &["that"]) && !pointed
    }

    /// Past the next `that` which opens a clause of its own: not `added to the noise
    /// that had begun`.
    fn clause_behind(&self, from: usize) -> Option<usize> {
        self.that(from).filter(|at| !self.opens_with_verb(*at))
    }

    /// Past the next `that` before a stop and before a quotation.
    fn that(&self, from: usize) -> Option<usize> {
        // `told NBC’s “Meet the Press” on Sunday that …`: what is quoted there
        // is what a programme is called.
        let named = |at: usize| self.quoted(at) && (at..at + 8).any(|at| !self.quoted(at)) && self.opens_sentence(at);
        let at = (from..(from + 14).min(self.end)).find(|at| {
            let quoted = self.quoted(*at) && !self.quoted(at - 1) && !named(*at);
            let dash = self.is(*at, &["–", "—"]) || self.is(*at, &["-"]) && self.is(at + 1, &["-"]);
            self.joins_clause(*at) || self.is(*at, &[".", ",", ";", "?"]) || dash && *at > from || quoted
        })?;
        self.is(at, &["that"]).then_some(at + 1)
    }

    /// Whether somebody is spoken to from `at`: `to reporters`, not `to fight`.
    fn audience(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.is_capital() || token.is(&["the", "a", "his", "her", "me", "us"]) || is_speaker(token)
        })
    }

    /// `to stay`, not `to reporters` and not `to the voters`.
    pub(super) fn infinitive(&self, at: usize) -> bool {
        let verb = |token: &Token<'_>| token.text.starts_with(char::is_lowercase) && !is_preposition(token);
        self.is(at, &["to"])
            && self.get(at + 1).is_some_and(verb)
            && !self.audience(at + 1)
            && !self.is(at + 1, DETERMINERS)
    }

    /// `warn two million people could be cut off`: a clause without `that`.
    pub(super) fn clause(&self, from: usize) -> Option<usize> {
        let next = self.get(from).filter(|token| token.is_word() && !is_preposition(token))?;
        if self.pronoun_clause(from) {
            return Some(from);
        }
        let number = next.text.starts_with(|c: char| c.is_numeric());
        let opens = next.is(OPENERS)
            || next.is(DETERMINERS)
            || next.is_capital()
            || number
            || next.text.ends_with('s')
            || next.text.ends_with("ing");
        let stop = (from + 1..(from + 14).min(self.end)).find(|at| {
            self.get(*at).is_none_or(|token| {
                is_finite(token)
                    || token.is(&["who", "which", "that", "whose", "where", "to"])
                    || !token.is_word()
                    || self.past(*at)
            })
        })?;
        (opens && self.get(stop).is_some_and(|token| is_finite(token) || self.past(stop))).then_some(from)
    }

    /// Whether the verb of a clause stands at `at`: behind a name or a noun, in
    /// the past, with no `by` that would make it a participle.
    pub(super) fn past(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        let irregular = token.is(&[
            "won", "lost", "made", "took", "went", "came", "gave", "knew", "needs", "wants", "needed", "got", "ran",
            "left", "met", "saw", "fell", "rose", "kept", "held",
        ]);
        let ends = token.text.len() > 4 && token.text.ends_with("ed") && token.text.starts_with(char::is_lowercase);
        let subject = at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(|before| {
            before.is_capital() || before.text.ends_with('s') && !before.is_possessive() || is_speaker(before)
        });
        let participle = self.is(at + 1, &["by", "in", "at", "on", "with", "from"]);
        subject && (irregular || ends && !participle)
    }

    /// Whether the words from `at` on may be told without being a clause: not a
    /// time or place, not `so`, not how it is said.
    fn may_be_told(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let manner = token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase);
            let time = is_boundary(token) && !is_finite(token) && !token.is(&["what", "how", "why", "whether", "not"]);
            let period = token.is(&["this", "that"]) && self.get(at + 1).is_some_and(is_period);
            // `said little of it`, `says a lot`: not what.
            let amount = token.is(&["little", "much", "plenty", "enough"])
                && (token.is(&["little"]) || !self.is(at + 1, &["of"]))
                || token.is(&["a"]) && self.is(at + 1, &["lot", "little", "bit", "word", "thing", "few"]);
            let other = manner || time || period || amount || token.is(&["so", "as"]);
            !is_preposition(token) && !token.is(TIMES) && !other
        })
    }

    /// Whether a noun phrase may begin at `at`.
    fn opens_thing(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let word = token.is_word() && !is_preposition(token) && !is_finite(token) && !token.is(TIMES);
            let adverb = token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase);
            let points = token.is(&["that"]) && !self.joins_clause(at);
            let small = is_boundary(token) && !points
                || token.is(&[
                    "up", "down", "out", "back", "again", "too", "also", "away", "off", "ahead", "here", "there", "so",
                    "then",
                ]);
            word && !adverb && !small
        })
    }

    /// `called him a liar`, `called the plan “theatre”`, not `called him twice`.
    fn named(&self, from: usize) -> bool {
        let first = self.opens_thing(from) && !self.is(from, &["a", "an"]);
        first
            && (from + 1..from + 14).take_while(|at| self.quoted(*at) || self.get(*at).is_some_and(Token::is_word)).any(
                |at| {
                    self.quoted(at)
                        || self.is(at, &["a", "an", "one"])
                            && !self.after(at, &["of", "in", "on", "with", "for", "and"])
                },
            )
    }

    /// `called him divisive`, `called the charges unsubstantiated`.
    fn judged(&self, from: usize) -> bool {
        let adjective = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.text.starts_with(char::is_lowercase)
                    && ["ed", "ous", "able", "ible", "ive", "al", "ful", "ic", "less", "ent", "ant"]
                        .iter()
                        .any(|ending| token.text.ends_with(ending))
            })
        };
        let ends = |at: usize| self.get(at).is_none_or(|next| !next.is_word() || next.is(&["and", "but", "because"]));
        let last = (from + 1..from + 10)
            .take_while(|at| self.get(*at).is_some_and(|token| token.is_word() && !is_finite(token)))
            .find(|at| ends(*at + 1) || adjective(*at) && self.is(*at + 1, &["and"]));
        self.opens_thing(from) && last.is_some_and(adjective)
    }

    /// Whether one of the next words is such a word.
    fn has(&self, from: usize, is: impl Fn(&Token<'_>) -> bool) -> bool {
        (from..from + 6).map_while(|at| self.get(at).filter(|token| token.is_word())).any(is)
    }
}
