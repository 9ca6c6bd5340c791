//! Where a clause beside the sentence's own one ends in which something is told.
//!
//! Invariant: looks at one sentence; the sentence's own clause is not told by the cue.

use std::ops::Range;

use super::{closes_with_comma, past_dateline};
use crate::voices::cue::Cue;
use crate::voices::function_word::is_finite;
use crate::voices::lexicon::Frames;
use crate::voices::passage::Passage;
use crate::voices::token::Token;

/// Where the sentence's own clause begins, behind one that tells when:
/// `After he said that it would close, the others left`.
pub(super) fn main_clause(passage: &Passage<'_>, sentence: &Range<usize>, cue: &Cue, content: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let opens = |at: usize| {
        token(at).is_some_and(|token| {
            token
                .is(&["after", "when", "as", "although", "though", "since", "before", "while", "because", "once", "if"])
        })
    };
    let comma = |from: usize| clause_ends(passage, from, sentence.end);
    // `The changes, which officials said would come, do not apply`
    let relative = cue.first().checked_sub(1).and_then(token).is_some_and(|token| token.is(&["which", "who"]));
    if relative && cue.first().checked_sub(2).and_then(token).is_some_and(|token| token.text == ",") {
        return comma(content);
    }
    if cue.subject.start <= past_dateline(passage, sentence) && is_relative(passage, cue.verb) {
        return relative_ends(passage, cue, content, sentence.end);
    }
    // `With polls showing that it will close, …`
    let with = cue.first().checked_sub(1).and_then(token).is_some_and(|token| token.is(&["with"]));
    if with && token(cue.verb).is_some_and(|verb| verb.text.ends_with("ing")) {
        return comma(content);
    }
    let start = past_dateline(passage, sentence);
    let joins = token(start).is_some_and(|token| token.is(&["but", "and", "yet"]));
    let head = start + usize::from(joins);
    // `Two weeks after he said that it would close, …`
    let when = (start..cue.verb).find(|at| opens(*at))?;
    let plain = (start..cue.first()).all(|at| token(at).is_some_and(Token::is_word));
    let early = when == head || when <= head + 4 && cue.first() <= when + 1;
    // `…, and while she said that it would close, nobody left`
    let joined = cue.first().checked_sub(2).and_then(token).is_some_and(|token| token.is(&["and", "but"]));
    let joined = joined
        && cue.first().checked_sub(1).and_then(token).is_some_and(|token| token.is(&["while", "although", "though"]));
    let comma = comma(content)?;
    (plain && early || joined).then_some(comma)
}

/// The comma at which a clause from `from` on ends; it may stand inside the marks: `…
/// was “too late,” the others left`. What stands between two commas behind the subject
/// is a part of the clause: `the mill, which is old, will close, …`.
fn clause_ends(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let ends_in = |at: usize, ending: &str| {
        token(at).is_some_and(|token| token.text.starts_with(char::is_lowercase) && token.text.ends_with(ending))
    };
    let verb = |at: usize| token(at).is_some_and(is_finite) || ends_in(at, "ed");
    let comma =
        |at: &usize| token(*at).is_some_and(|token| token.text == ",") || *at > from && closes_with_comma(passage, *at);
    let mut commas = (from..end).filter(comma);
    let first = commas.next()?;
    let Some(second) = commas.next() else { return Some(first) };
    let name = first - from <= 4;
    let resumed = verb(second + 1) || name && ends_in(second + 1, "ing");
    let told = (from..first).any(|at| verb(at) || ends_in(at, "ing"));
    if told || !resumed || second - first > 8 { Some(first) } else { commas.next() }
}

/// Whether a verb stands in a clause about who is named before it: `the clerk, who
/// said`, `the clerk, who has also said`.
fn is_relative(passage: &Passage<'_>, verb: usize) -> bool {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let is = |at: Option<usize>, any: &[&str]| at.and_then(token).is_some_and(|token| token.is(any));
    let mut at = verb;
    while verb - at < 2 && is(at.checked_sub(1), &["has", "have", "had", "also", "once", "later", "previously"]) {
        at -= 1;
    }
    is(at.checked_sub(1), &["who"]) && is(at.checked_sub(2), &[","])
}

/// Where such a clause about the sentence's subject ends: at the comma behind which
/// the subject's own verb follows, and if none is known, at the last one.
fn relative_ends(passage: &Passage<'_>, cue: &Cue, content: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let verb = |at: usize| token(at).is_some_and(|token| is_finite(token) || token.text.ends_with("ed"));
    // `who describes himself as ill, has left`: there no clause is told.
    let described = cue.takes.any(Frames::AS).then_some(content);
    let told = described.or_else(|| (content..end).find(|at| token(*at).is_some_and(is_finite)))?;
    let commas = || (told + 1..end).filter(|at| token(*at).is_some_and(|token| token.is(&[","])));
    commas().find(|at| verb(at + 1)).or_else(|| commas().next_back())
}
