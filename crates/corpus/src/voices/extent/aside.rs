//! What stands beside a statement and tells of people: who the speaker is, what
//! they did as they spoke, which persons are meant.
//!
//! Invariant: looks at one sentence; who speaks is not decided here.

use std::ops::Range;

use crate::voices::cue::Cue;
use crate::voices::function_word::{PRONOUNS, is_between, is_boundary, is_finite, is_preposition};
use crate::voices::passage::Passage;

/// Whether what follows behind the comma at `ends` is about whoever speaks, so that
/// what they say is only what stands `before` the cue: `It is late, said Ms Hart, a
/// clerk in Oslo`, `It is late, he said, folding his coat`.
pub(super) fn tells_of_speaker(
    passage: &Passage<'_>,
    before: Range<usize>,
    cue: &Cue,
    ends: usize,
    end: usize,
) -> bool {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    let comma = |at: &usize| is(*at, &[",", "–", "—"]);
    let Some(next) = token(ends + 1).filter(|next| next.is_word()) else { return false };
    // `Over the years, he said, …`: no clause has been told yet.
    let led = token(before.start).is_some_and(|first| {
        is_preposition(first) || is_boundary(first) && !is_finite(first) || first.is(&["rather", "even", "to"])
    });
    if led && !before.clone().skip(1).any(|at| comma(&at)) || joins(passage, before.end) {
        return false;
    }
    let verb = |at: usize| token(at).is_some_and(|token| is_finite(token) || token.text.ends_with("ed"));
    let inverted = cue.subject.start > cue.verb;
    if !inverted {
        return next.text.ends_with("ing") && token(cue.verb).is_some_and(|verb| !verb.is(&["according"]));
    }
    let relative = next.is(&["who", "whose", "whom", "which", "where", "including"]);
    let clause = next.is(PRONOUNS) || next.is(&["it", "there", "we", "i", "you", "this", "that"]);
    let small = is_preposition(next) || is_boundary(next) || is_finite(next) || next.text.ends_with("ly");
    // `The port, said Ms Hart, a clerk, will close`
    let resumed = (ends + 2..end).filter(comma).any(|at| verb(at + 1));
    (relative || !clause && !small && !next.text.ends_with("ing")) && !resumed
}

/// Whether the comma at `comma` stands behind a word that joins what follows: `… and,
/// he said, to wait`.
pub(super) fn joins(passage: &Passage<'_>, comma: usize) -> bool {
    let before = comma.checked_sub(1).and_then(|at| passage.tokens.get(at)).filter(|token| token.quote.is_none());
    before.is_some_and(|before| before.is(&["and", "but", "or", "because", "although", "though", "while"]))
}

/// What a cue tells that stands behind such a word, from `ends` on: what follows, up
/// to the next comma.
pub(super) fn joined(passage: &Passage<'_>, ends: usize, end: usize) -> Option<Range<usize>> {
    let stops = |at: &usize| {
        passage.tokens.get(*at).is_some_and(|token| token.quote.is_none() && token.is(&[",", ".", ";", "?", "!"]))
    };
    let stop = (ends + 1..end).find(stops).unwrap_or(end);
    let last = passage.tokens.get(stop.checked_sub(1)?)?;
    (stop > ends + 3).then(|| Some(passage.tokens.get(ends + 1)?.start..last.end)).flatten()
}

/// Whether a noun for words stands from `at` on and tells of the clause before it: `he
/// has paid, a claim that few believe`.
pub(super) fn sums_up(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let noun = |at: usize| token(at).is_some_and(|token| token.class().is_saying() || token.is(&["charge", "charges"]));
    // `a swipe at his rivals`
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    let hint = |at: usize| {
        is(at, &["swipe", "jab", "dig"]) && is(at + 1, &["at"])
            || is(at, &["nod", "reference", "allusion", "rebuke"]) && is(at + 1, &["to"])
    };
    let relative = |at: usize| token(at).is_some_and(|token| token.is(&["that", "which"]));
    let article = usize::from(token(at).is_some_and(|token| token.is(&["a", "an"])));
    let last = !(at..end).any(|at| is(at, &[","]));
    let hints = article == 1 && last && (at + 1..at + 3).any(hint);
    hints || (at + article..at + article + 2).find(|at| noun(*at)).is_some_and(|noun| relative(noun + 1))
}

/// Where, behind a verb in a clause that only tells which persons are meant, the
/// sentence goes on with what these do: `those who say it is late have left`. The
/// content itself, where nothing is told: `the men who accused him of it`.
pub(super) fn part_of_whom(passage: &Passage<'_>, sentence: &Range<usize>, cue: &Cue, content: usize) -> Option<usize> {
    let token = |at: usize| {
        passage.tokens.get(at).filter(|token| (sentence.start..sentence.end).contains(&at) && token.quote.is_none())
    };
    let helps = |at: usize| token(at).is_some_and(|token| is_between(token.text) || token.text.ends_with("ly"));
    let who = (sentence.start..cue.verb).rev().find(|at| !helps(*at))?;
    let whom = who.checked_sub(1).and_then(token)?;
    if !token(who)?.is(&["who"]) || !whom.is_word() {
        return None;
    }
    if cue.nominal {
        return Some(content);
    }
    let goes_on = second_verb(passage, content, sentence.end);
    let head = cue.subject.start == sentence.start;
    goes_on.or_else(|| head.then_some(content))
}

/// Where a second verb follows the first one with no new subject between them.
fn second_verb(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let finite = |at: &usize| token(*at).is_some_and(is_finite);
    // `should not have been`: one verb.
    let goes_on = |at: &usize| {
        token(*at).is_some_and(|token| is_finite(token) || is_between(token.text) || token.text.ends_with("ly"))
    };
    let first = (content..end).find(finite)?;
    let behind = (first..end).find(|at| !goes_on(at))?;
    let second = (behind..end).find(finite)?;
    let subject = (behind..second).any(|at| {
        token(at).is_none_or(|token| {
            let opens = is_boundary(token) && !is_finite(token) && !token.is(&["not", "be"]);
            !token.is_word() || opens || token.is(PRONOUNS) || token.is(&["it", "we", "i", "you", "there"])
        })
    });
    (!subject).then_some(second)
}
