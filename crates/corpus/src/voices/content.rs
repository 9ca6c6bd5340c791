//! Where what is said begins, by what the verb takes.
//!
//! Invariant: looks at the words behind one verb, in its sentence; how far the
//! statement goes is not decided here.

mod clause;
mod thing;

use super::cue::Sentence;
use super::function_word::{PRONOUNS, TIMES, is_boundary, is_finite, is_period, is_preposition};
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

    /// Whether one of the next words is such a word.
    fn has(&self, from: usize, is: impl Fn(&Token<'_>) -> bool) -> bool {
        (from..from + 6).map_while(|at| self.get(at).filter(|token| token.is_word())).any(is)
    }
}
