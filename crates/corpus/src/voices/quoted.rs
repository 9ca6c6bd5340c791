//! Which quotation of a sentence belongs to which cue.
//!
//! Invariant: looks at one sentence; who speaks is not decided here.

use std::ops::Range;

use super::cue::Cue;
use super::function_word::{is_boundary, is_finite, is_preposition};
use super::lexicon::{Frames, verbs};
use super::passage::Passage;
use super::quote::Quote;
use super::speaker::Found;

/// No further before a quotation, in words and marks, is looked for what names it.
const MOST_BETWEEN: usize = 120;

/// Gives each quotation of a sentence its cue; returns the cues that only
/// introduce or follow a quotation.
pub(super) fn quoted(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    cues: &[(Cue, Found)],
    speakers: &mut [Option<Found>],
) -> Vec<usize> {
    let mut used = Vec::new();
    for (index, start, end) in inside(passage, sentence) {
        let Some(quote) = passage.quotes.get(index) else { continue };
        let dash = |at: usize| passage.tokens.get(at).is_some_and(|token| token.is(&[",", "–", "—", "-"]));
        let leads = |from: usize, to: usize| {
            (from..to).all(|at| {
                passage.tokens.get(at).is_some_and(|token| {
                    let small = is_finite(token) || is_preposition(token) || is_boundary(token);
                    token.quote.is_none()
                        && token.is_word()
                        && !small
                        && verbs(token.text).iter().all(|verb| verb.may_be_noun)
                })
            })
        };
        // `“It will,” state Senator Hill said`: what leads up to the name.
        let near = |cue: &Cue| (end..=end + 5).contains(&cue.first()) && leads(end, cue.first());
        let after = cues.iter().position(|(cue, _)| near(cue) || dash(end) && cue.first() == end + 1);
        let within = is_fragment(passage, quote, start, end);
        // What somebody calls a thing is theirs, be it one word.
        let names = |cue: &Cue| {
            let plain = |at: &usize| passage.tokens.get(*at).is_some_and(|token| token.quote.is_none());
            let between = cue.end()..start;
            let near = cue.end() <= start && between.len() <= MOST_BETWEEN && between.filter(plain).count() <= 12;
            // `accused them of “reckless haste”`
            let text = passage.text.get(quote.inner.clone()).unwrap_or("");
            let several = cue.nominal && text.contains(' ') && text.starts_with(char::is_lowercase);
            let before = start.checked_sub(1).and_then(|at| passage.tokens.get(at));
            let judged = several
                && cue.takes.any(Frames::NOUN)
                && before.is_some_and(|token| token.is(&["of", "for", "as", "to", "with"]));
            // `spoke of a “lost decade”`, `decried the “lost decade”`
            let spoken = several
                && start.checked_sub(1) == cue.content
                && before.is_some_and(|token| token.is(&["a", "an", "the", "his", "her", "their"]));
            // `denied the claim as “silly”`
            let described =
                before.is_some_and(|token| token.is(&["as"])) && cue.takes.any(Frames::NOUN.and(Frames::AS));
            let called = judged || spoken || cue.takes.any(Frames::NAME.and(Frames::AS).and(Frames::PHRASE));
            near && (described || called && !cue.takes.any(Frames::REJECTS))
        };
        let within = within.filter(|_| !cues.iter().any(|(cue, _)| names(cue)));
        if let Some(at) = after.filter(|_| within != Some(true)) {
            // Of `it is “wholly wrong,” he said` the words before are his too.
            if within.is_none() && (is_sentence(passage, quote) || start < sentence.start + 2) {
                used.push(at);
            }
            set(speakers, index, cues.get(at));
            continue;
        }
        // A verb that says nothing by itself reaches no further than it must.
        let led = is_sentence(passage, quote)
            && start.checked_sub(1).and_then(|at| passage.tokens.get(at)).is_some_and(|token| token.is(&[",", ":"]));
        let reaches = |cue: &Cue| led || cue.takes.tells() || cue.content.is_some() || start - cue.verb <= 14;
        // What is rejected are words of others, until the speaker answers.
        let others = |cue: &Cue| {
            let as_said = (cue.end()..start)
                .any(|at| passage.tokens.get(at).is_some_and(|token| token.is(&["as", "calling", ":"])));
            cue.takes.any(Frames::REJECTS) && cue.content.is_some() && !as_said && !is_sentence(passage, quote)
        };
        let governs = |(_, (cue, _)): &(usize, &(Cue, Found))| cue.end() <= start && reaches(cue) && !others(cue);
        let Some((at, pair)) = cues.iter().enumerate().rev().find(governs) else {
            // `“Flights are full” in both towns, the paper reports.`
            let closes = |(cue, _): &&(Cue, Found)| {
                cue.content.is_none() && !cue.inherited && cue.first() > end && dash(cue.first() - 1)
            };
            let last = cues.last().filter(closes).filter(|(cue, _)| ends_with(passage, sentence, cue));
            if within != Some(true) {
                set(speakers, index, last);
            }
            continue;
        };
        let adjacent = pair.0.content.unwrap_or(pair.0.end()) == start
            || pair.0.end() == start
            || passage.tokens.get(pair.0.end()).is_some_and(|token| token.is(&[":", ","])) && pair.0.end() + 1 == start;
        // `said “no” twice`, `chanting “Out! Out!”`
        let comma = || passage.tokens.get(pair.0.after).is_some_and(|token| token.is(&[":", ","]));
        let to = || passage.tokens.get(pair.0.after).is_some_and(|token| token.is(&["to"]));
        let behind = pair.0.after + 1 == start;
        let uttered = pair.0.subject.start < pair.0.verb
            && (pair.0.takes.any(Frames::UTTERED) && (pair.0.after == start || behind && comma())
                || pair.0.takes.any(Frames::TO) && behind && to());
        let within = within.filter(|_| !uttered);
        if adjacent && within.is_none() {
            let bracket = passage.tokens.get(end).is_some_and(|token| token.is(&["("]));
            let outside = !bracket && sentence.end.saturating_sub(end) > 6;
            if !outside {
                used.push(at);
            }
        }
        if within != Some(true) {
            set(speakers, index, Some(pair));
        }
    }
    used
}

/// Whether nothing follows a cue but when, where and who the speaker is: `…, the paper
/// reports.`, `…, says Ms Hart, a miner in Oslo.`, `…, her lawyer wrote in a letter.`
fn ends_with(passage: &Passage<'_>, sentence: &Range<usize>, cue: &Cue) -> bool {
    let from = cue.end().max(cue.apposition.end);
    let mut rest = passage.tokens.get(from..sentence.end).unwrap_or(&[]).iter();
    let inverted = cue.subject.start > cue.verb;
    let led = rest.clone().next().is_some_and(|next| is_preposition(next) || inverted && next.is(&[",", "who"]));
    let plain = rest.all(|token| token.quote.is_none());
    sentence.end.saturating_sub(from) <= 2 || led && plain
}

/// The quotations of a sentence, with their first token and one past their last.
fn inside(passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for at in sentence.clone() {
        let Some(index) = passage.tokens.get(at).and_then(|token| token.quote) else { continue };
        match found.last_mut() {
            Some((last, _, end)) if *last == index => *end = at + 1,
            _ => found.push((index, at, at + 1)),
        }
    }
    found
}

fn set(speakers: &mut [Option<Found>], index: usize, cue: Option<&(Cue, Found)>) {
    if let (Some(slot), Some((_, found))) = (speakers.get_mut(index), cue) {
        *slot = Some(found.clone());
    }
}

/// `None` for a quotation of a clause or more; `Some(true)` for a term in
/// quotation marks, `Some(false)` for a few words that still are somebody's.
fn is_fragment(passage: &Passage<'_>, quote: &Quote, start: usize, end: usize) -> Option<bool> {
    let text = passage.text.get(quote.inner.clone()).unwrap_or("");
    let words = text.split_whitespace().count();
    if is_title_of_work(passage, text, start) {
        return Some(true);
    }
    // `the “Agreement on Trade and Prosperity”`: what a document is called.
    let mut long = text.split_whitespace().filter(|word| word.len() > 3);
    if words >= 3 && !is_sentence(passage, quote) && long.all(|word| word.starts_with(char::is_uppercase)) {
        return Some(true);
    }
    if words > 3 || is_sentence(passage, quote) {
        return None;
    }
    let before = start.checked_sub(1).and_then(|at| passage.tokens.get(at));
    let after = passage.tokens.get(end);
    let determined = before.is_some_and(|token| {
        token.is(&[
            "a",
            "an",
            "the",
            "of",
            "its",
            "their",
            "his",
            "her",
            "this",
            "that’s",
            "such",
            "so-called",
            "by",
            "as",
            "or",
            "and",
            "in",
            "on",
            "for",
        ])
    });
    let joined = after.is_some_and(|token| token.is(&["-"]));
    // `says it is “disastrous”`
    let judged = before.is_some_and(|token| token.is(&["is", "are", "was", "were", "be", "been", "it's", "it’s"]));
    Some(words <= 1 && !judged || determined || joined)
}

/// Whether what is quoted is the name of a programme, a book or a song:
/// `on ABC’s “This Week”`, `her song “Fair Wind,”`.
fn is_title_of_work(passage: &Passage<'_>, text: &str, start: usize) -> bool {
    let words = || text.split_whitespace();
    let ends = text.trim_end().ends_with(['.', '?', '!', '…', '—']);
    let capitals = words().filter(|word| word.len() > 3).all(|word| word.starts_with(char::is_uppercase));
    let first = text.starts_with(char::is_uppercase) || text.starts_with(|c: char| c.is_numeric());
    let before = start.checked_sub(1).and_then(|at| passage.tokens.get(at));
    let named = before.is_some_and(|token| {
        token.is_possessive()
            || token.is(&[
                "on",
                "of",
                "in",
                "show",
                "program",
                "programme",
                "podcast",
                "book",
                "memoir",
                "novel",
                "film",
                "movie",
                "song",
                "series",
                "magazine",
                "column",
                "album",
                "documentary",
                "titled",
                "entitled",
                "hosts",
            ])
    });
    (2..=6).contains(&words().count()) && !ends && first && capitals && named
}

/// Whether a quotation begins as a sentence does and ends as one may.
pub(super) fn is_sentence(passage: &Passage<'_>, quote: &Quote) -> bool {
    let words = passage.text.get(quote.inner.clone()).unwrap_or("").trim();
    let begins = words.trim_start_matches(['[', '…', '.', ' ', '\'', '‘']).starts_with(char::is_uppercase);
    let ends = !quote.closed || words.ends_with(['.', ',', '?', '!', '…', '—', '–', '\'', '’']);
    begins && ends
}
