//! Where a thing spoken of ends, and what it is said to be.
//!
//! Invariant: looks at the words behind one cue; what a clause tells is not looked at.

use super::closes_with_comma;
use crate::voices::function_word::{DETERMINERS, PRONOUNS, TIMES, is_boundary, is_finite};
use crate::voices::lexicon::verbs;
use crate::voices::passage::Passage;
use crate::voices::token::Token;

/// Where a thing spoken of ends: at a comma, before `while`, `on Tuesday`, or
/// what the speaker does next.
pub(super) fn thing_ends(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    const NEXT: &[&str] = &[
        "while", "after", "before", "when", "because", "during", "if", "though", "although", "since", "until",
        "unless", "amid", "as", "saying", "calling", "adding", "despite",
    ];
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    (content + 1..end).find(|at| {
        let said = |at: usize| token(at).is_some_and(|next| !verbs(next.text).is_empty() || next.text.ends_with("ed"));
        // `called him a fool and he left`, `spoke of him but not naming him`
        let parts = |at: usize| {
            let adverb = token(at).is_some_and(|next| next.text.ends_with("ly"));
            let ing = |at: usize| token(at).is_some_and(|next| next.text.ends_with("ing"));
            // Not `the old and widely hated plan`.
            let goes_to = |at: usize| is(at, DETERMINERS) || is(at, &["to", "that", "him", "her", "them"]);
            let acts = |at: usize| said(at) || token(at).is_some_and(is_finite);
            acts(at)
                || adverb && (acts(at + 1) || is(at + 1, &["began"])) && goes_to(at + 2)
                || is(at, &["not"]) && ing(at + 1)
                || is(at, PRONOUNS)
        };
        is(*at, &[",", ";", "–", "—", ":"])
            || is(*at, NEXT) && !describes(passage, *at, end)
            || is(*at, &["and", "but"]) && parts(at + 1)
            || closes_with_comma(passage, *at)
            || is(*at, &["on"]) && is(at + 1, TIMES)
            || is(*at, &["in"])
                && is(at + 1, &["a", "an", "his", "her"])
                && is(at + 2, &["interview", "speech", "statement", "tweet", "letter"])
            || is(*at, TIMES) && *at > content + 1 && !(is(*at, &["last"]) && is(at - 1, &["at"]))
    })
}

/// Whether `as` at `at` leads to what a thing is said to be: `as a fraud`, `as “too
/// late”`, `as too vague`; not `as a storm was near`.
fn describes(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let token = |at: usize| passage.tokens.get(at).filter(|_| at < end);
    let outside = |at: usize| token(at).filter(|token| token.quote.is_none());
    let leads = token(at + 1).is_some_and(|next| {
        next.quote.is_some() || next.is(&["a", "an", "too", "not", "being", "having"]) && outside(at + 2).is_some()
    });
    let stops = |token: &&Token<'_>| !token.is_word() || is_boundary(token) || is_finite(token);
    let clause = (at + 2..end).map_while(outside).find(stops).is_some_and(is_finite);
    let so = at.checked_sub(1).and_then(outside).is_some_and(|before| before.is(&["so", "such"]));
    outside(at).is_some_and(|token| token.is(&["as"])) && leads && !clause && !so
}
