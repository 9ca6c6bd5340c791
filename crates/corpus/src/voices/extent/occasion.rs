//! Where behind a thing spoken of the author tells when or on what occasion it was
//! spoken of.
//!
//! Invariant: looks at one thing, from its first word to its end; a clause is not
//! looked at, since it has occasions of its own.

use crate::date::is_month;
use crate::voices::function_word::{
    DETERMINERS, PRONOUNS, TIMES, is_boundary, is_finite, is_period, is_preposition, is_time,
};
use crate::voices::passage::Passage;
use crate::voices::token::Token;

/// Nouns for an occasion on which somebody speaks, or for that through which they do.
#[rustfmt::skip]
const OCCASIONS: [&str; 53] = [
    "address", "appearance", "appearances", "blog", "briefing", "briefings", "broadcast", "ceremony", "column",
    "conference", "convention", "debate", "debates", "dinner", "editorial", "editorials", "email", "emails", "essay",
    "event", "events", "facebook", "forum", "gathering", "hall", "hearing", "hearings", "instagram", "interview",
    "interviews", "letter", "letters", "luncheon", "meeting", "meetings", "memo", "podcast", "primary", "program",
    "programme", "radio", "rallies", "rally", "release", "show", "shows", "speech", "speeches", "statement", "stump",
    "television", "trail", "twitter",
];

/// Nouns to which an occasion belongs that stands behind them: `his performance at the
/// debate`.
const ACTS: &[&str] = &[
    "performance",
    "conduct",
    "behavior",
    "behaviour",
    "role",
    "presence",
    "answers",
    "words",
    "treatment",
    "silence",
    "attack",
    "attacks",
    "violence",
    "fight",
    "win",
    "victory",
    "loss",
    "support",
    "work",
];

/// Nouns that end as adverbs do.
const NOUNS: &[&str] =
    &["ally", "anomaly", "assembly", "bully", "elderly", "family", "monopoly", "rally", "reply", "supply"];

/// Where what is said of the time or the occasion begins, if nothing else follows up to
/// `end`: `praised the plan | in a speech`, `praised it | warmly on the radio last week`.
/// Where the thing holds a verb, the occasion is that verb's: `accused him of lying in a
/// speech`, `the house he sold last year`.
pub(super) fn occasion(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let acts = |token: &Token<'_>| {
        let other = token.is(&["to", "that", "who", "which", "it", "we", "i", "you"]);
        other || is_finite(token) || token.is(PRONOUNS) || token.text.ends_with("ing")
    };
    let act = (content..end).find(|at| token(*at).is_some_and(acts)).unwrap_or(end);
    (content + 1..=act.min(end - 1)).find(|at| {
        let mut from = *at;
        while let Some(next) = adjunct(passage, from, end).filter(|_| from < end) {
            from = next;
        }
        from > *at && from == end
    })
}

/// One past the words that tell when or where, if these begin at `at`.
fn adjunct(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    let period = |at: usize| token(at).is_some_and(is_period);
    // `more broadly`, `relentlessly in a speech`
    let at = at + usize::from(is(at, &["more", "most", "very", "so"]));
    let first = token(at)?;
    let adverb = first.text.ends_with("ly") && !first.is_capital() && !first.is(NOUNS);
    if adverb || first.is(&["often", "again", "even"]) {
        return Some(at + 1);
    }
    if is(at, &["this", "last"]) && period(at + 1) {
        return Some(at + 2);
    }
    if first.is(TIMES) || is(at, &["night", "morning", "afternoon", "evening"]) && is(at - 1, TIMES) {
        return Some(at + 1);
    }
    if is(at, &["in", "over", "during", "for", "throughout", "at"])
        && let Some(last) = time(passage, at + 1, end)
    {
        return Some(last);
    }
    if !is(at, &["in", "on", "at", "during", "through", "via", "over"]) || is(at - 1, ACTS) {
        return None;
    }
    let words = passage.tokens.get(at - 1)?.class().is_for_words();
    let part = |at: &usize| {
        token(*at).is_some_and(|token| {
            token.is_word() && !is_preposition(token) && !is_boundary(token) && !is_finite(token) && !token.is(PRONOUNS)
        })
    };
    let noun = |at: &usize| {
        token(*at).is_some_and(|noun| OCCASIONS.binary_search(&noun.text.to_ascii_lowercase().as_str()).is_ok())
    };
    // `on the radio`, `in speeches`, not `of theft in political speech`
    let known = token(at + 1).is_some_and(|next| next.is(DETERMINERS) || next.is_possessive() || next.is_capital());
    let noun = (at + 1..end.min(at + 8)).take_while(part).filter(noun).last().filter(|_| !words)?;
    if !known && !token(noun)?.text.ends_with('s') {
        return None;
    }
    // `at a rally in Oslo`, `in an interview with the Courier`
    let place = is(noun + 1, &["in", "at", "with", "on"]) && (noun + 2..end).all(|at| part(&at));
    Some(if place { end } else { noun + 1 })
}

/// One past a time behind a preposition: `recent weeks`, `the past year`, `June 2015`,
/// `the weekend`.
fn time(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    let year = |at: usize| token(at).is_some_and(|token| token.text.len() == 4 && token.text.parse::<u16>().is_ok());
    let month = token(at).is_some_and(|token| is_month(token.text));
    if month || year(at) || is(at, &["times"]) {
        return Some(at + 1 + usize::from(month && year(at + 1)));
    }
    let start = at + usize::from(is(at, DETERMINERS));
    let period = |at: usize| token(at).is_some_and(|token| is_time(token.text));
    if is(start, &["recent", "past", "last", "coming"]) {
        return (start + 1..start + 3).find(|at| period(*at)).map(|at| at + 1);
    }
    (start > at && is(start, &["weekend", "weeks", "years", "months"])).then_some(start + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_occasions_are_in_order() {
        assert_eq!(OCCASIONS.windows(2).find(|pair| pair[0] >= pair[1]), None);
    }
}
