//! "Did you mean": words that the articles do not have, or hardly, taken for
//! words that they have.
//!
//! A word that nothing in the articles is written like is corrected. The first
//! letter must be right, four letters are needed for one edit and eight for
//! two, and acronyms are left alone. When two words would do equally well,
//! they are offered and not used. A word that the articles do have is never
//! taken for another, so Iran and Iraq, Bush and Bushehr cannot be mixed up;
//! but if it is rare and no name, one that is much more frequent and differs
//! by a letter is offered.

use summitry_corpus::ByteRange;

use crate::analysis::{Case, is_function_word, stem, words};
use crate::evaluate::{Work, is_number};
use crate::index::{Class, GHOST, Index, LOWER};
use crate::query::{Diagnostic, Node, NodeKind, Query, WordForm, shown};
use crate::response::Correction;
use crate::spelling::{cost, within};

/// Of how many unknown words it is said that no passage has them.
const MOST_UNKNOWN: usize = 8;

/// What can be said of a query's spelling.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    pub correction: Option<Correction>,
    /// Words that nothing in the articles is like.
    pub unknown: Vec<Diagnostic>,
}

impl Spelling {
    /// Says that no passage has a word.
    fn say_unknown(&mut self, range: ByteRange, text: &str) {
        if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(Diagnostic {
                range,
                message: format!("No passage has \u{201c}{}\u{201d}.", shown(text)),
                remedy: "Check the spelling, or leave the word out.".into(),
            });
        }
    }
}

/// A word of the query and what it is taken for.
struct Change<'q> {
    node: &'q Node,
    was: String,
    now: String,
    sure: bool,
    /// Whether the articles have the word as typed.
    known: bool,
}

/// Looks at the words of a query. `open` leaves out the last one while it may
/// be the beginning of a word that is still being typed.
pub(crate) fn correct(query: &Query, index: &Index, open: bool) -> Spelling {
    let mut spelling = Spelling::default();
    let mut changes: Vec<Change<'_>> = Vec::new();
    let end = query.text.len();
    let work = Work::default();
    for node in wanted_words(query) {
        let NodeKind::Word { text, form: WordForm::Plain } = &node.kind else { continue };
        let found = words(text);
        let [word] = found.as_slice() else { continue };
        let key = word.key();
        if open && node.range.end as usize == end && is_beginning(index, &key) {
            continue;
        }
        if word.case == Case::Acronym || is_function_word(&key) || is_known(index, &key) {
            let acronym = acronym_of(index, &key).filter(|_| word.case == Case::Lower);
            if let Some(now) = acronym.or_else(|| likelier(index, &key)) {
                changes.push(Change { node, was: text.clone(), now, sure: false, known: true });
            }
            // An acronym is never taken for another.
            let lower = key.to_ascii_lowercase();
            if is_function_word(&lower) || is_known(index, &key) || is_known(index, &lower) {
                continue;
            }
            spelling.say_unknown(node.range, text);
            continue;
        }
        // To compare a word with all others takes long.
        let compared = index.dictionary.len() * if key.len() < 8 { 1 } else { 8 };
        match if work.spend(compared) { nearest(index, &key) } else { None } {
            Some((now, sure)) => changes.push(Change { node, was: text.clone(), now, sure, known: false }),
            None => spelling.say_unknown(node.range, text),
        }
    }
    let sure = changes.iter().any(|change| change.sure);
    changes.retain(|change| change.sure || !sure);
    spelling.correction = corrected(query, &changes, sure);
    spelling
}

/// The words that are asked for; those that must not occur are as typed.
fn wanted_words(query: &Query) -> Vec<&Node> {
    fn collect<'q>(node: &'q Node, out: &mut Vec<&'q Node>) {
        match &node.kind {
            NodeKind::Not(_) => {}
            NodeKind::Word { .. } => out.push(node),
            NodeKind::Near(left, right, _) => {
                collect(left, out);
                collect(right, out);
            }
            _ => node.children().iter().for_each(|child| collect(child, out)),
        }
    }
    let mut out = Vec::new();
    if let Some(root) = &query.root {
        collect(root, &mut out);
    }
    out
}

/// Whether some word of the articles begins so.
fn is_beginning(index: &Index, key: &str) -> bool {
    let begins = |key: &str| !index.dictionary.with_prefix(key).is_empty();
    begins(key) || begins(&key.to_ascii_uppercase())
}

fn is_known(index: &Index, key: &str) -> bool {
    let dictionary = &index.dictionary;
    let single = dictionary.class_of_form(key).is_some() || dictionary.find(&key.to_ascii_uppercase()).is_some();
    let single = single || is_number(index, key);
    // A longer one is no word, and to cut it takes long.
    single
        || key.len() <= 40 && {
            // `antimissile` where the articles have `anti-missile`.
            let cuts = (2..key.len().saturating_sub(1)).filter_map(|cut| key.split_at_checked(cut));
            cuts.clone().any(|(a, b)| {
                let joined = |part: &str| part.len() > 3 && dictionary.find(part).is_some();
                (joined(a) || a.len() < 4 && dictionary.find(a).is_some()) && joined(b)
            }) || index.lexicon.unknown(&stem(key)).is_some()
                || index.lexicon.unknown(key).is_some()
        }
}

/// The acronym with the same letters, where it is another word.
fn acronym_of(index: &Index, key: &str) -> Option<String> {
    let upper = key.to_ascii_uppercase();
    let at = index.dictionary.find(&upper)?;
    let word = index.dictionary.class_of_form(key)?;
    let apart = !is_function_word(key) && word != index.dictionary.class(at);
    apart.then_some(upper)
}

/// A word that may be meant.
#[derive(Clone, Copy)]
struct Candidate<'i> {
    /// How unlike what was typed.
    cost: f32,
    /// How many units have it.
    units: usize,
    word: &'i str,
    class: Class,
}

/// The words like `key`; the first letter must be right, or swapped with the
/// second.
fn alike<'i>(index: &'i Index, key: &str, edits: u8) -> Vec<Candidate<'i>> {
    let dictionary = &index.dictionary;
    let first = key.chars().next();
    let swapped = key.chars().nth(1);
    let mut candidates = Vec::new();
    for (at, _) in within(dictionary, key, edits) {
        let (word, class) = (dictionary.word(at), dictionary.class(at));
        let begins = word.chars().next();
        let fits = begins == first || begins == swapped && word.chars().nth(1) == first;
        if fits && dictionary.flags(at) & GHOST == 0 && !word.contains(|c: char| c.is_ascii_digit()) {
            candidates.push(Candidate { cost: cost(key, word), units: index.body.units(class).len(), word, class });
        }
    }
    candidates
}

/// The most alike of some words, of those the most frequent, of those the
/// first.
fn best<'i>(candidates: &[Candidate<'i>]) -> Option<Candidate<'i>> {
    let mut best = *candidates.first()?;
    for other in candidates {
        if other.cost < best.cost || other.cost == best.cost && other.units > best.units {
            best = *other;
        }
    }
    Some(best)
}

/// The word most like `key`, and whether no other is as much like it.
fn nearest(index: &Index, key: &str) -> Option<(String, bool)> {
    let edits = match key.chars().count() {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    let candidates = alike(index, key, edits);
    let best = best(&candidates)?;
    // As much like it as no other word, but for much rarer ones.
    let rival =
        |other: &Candidate<'_>| other.cost <= best.cost && other.units * 4 >= best.units && other.class != best.class;
    Some((best.word.to_owned(), !candidates.iter().any(rival)))
}

/// How many times as frequent a word must be to be offered for a known one.
const LIKELIER: usize = 10;

/// A word that differs from a rare one by a letter and is much more frequent:
/// the rare one may be a slip of somebody who wrote an article. Names are
/// what they are, `iraqi` is no slip for `iraq`, and with another letter in
/// its place a word is more often another word: `status` and `states`.
fn likelier(index: &Index, key: &str) -> Option<String> {
    let dictionary = &index.dictionary;
    let flags = dictionary.flags(dictionary.find(key)?);
    let units = index.body.units(dictionary.class_of_form(key)?).len();
    if key.chars().count() < 5 || flags & LOWER == 0 || units > 1 + index.units() / 1000 {
        return None;
    }
    let mut candidates = alike(index, key, 1);
    candidates.retain(|other| {
        let slip = other.word.len() != key.len() || other.cost < 1.0;
        let form = other.word.starts_with(key) || key.starts_with(other.word) || is_function_word(other.word);
        other.units >= units * LIKELIER && slip && !form
    });
    best(&candidates).map(|best| best.word.to_owned())
}

/// Adds a word to a list of words in quotation marks.
fn quoted(list: &mut String, word: &str) {
    *list += if list.is_empty() { "\u{201c}" } else { ", \u{201c}" };
    *list += &shown(word);
    *list += "\u{201d}";
}

fn corrected(query: &Query, changes: &[Change<'_>], applied: bool) -> Option<Correction> {
    let first = changes.first()?;
    let (mut text, mut was, mut now) = (String::new(), String::new(), String::new());
    let mut at = 0;
    for change in changes {
        text += query.text.get(at..change.node.range.start as usize)?;
        let typed = change.node.range.of(&query.text);
        text += &typed.replacen(&change.was, &change.now, 1);
        at = change.node.range.end as usize;
        quoted(&mut was, &change.was);
        quoted(&mut now, &change.now);
    }
    text += query.text.get(at..)?;
    let message = if applied {
        format!("No passage has {was}; these are the passages with {now}.")
    } else if first.now == first.was.to_ascii_uppercase() {
        format!("Did you mean {now}? In capitals it is the name and not the word.")
    } else if first.known {
        format!("Did you mean {now}? Many more passages have it than {was}.")
    } else {
        format!("No passage has {was}. Did you mean {now}?")
    };
    Some(Correction { query: text, applied, message })
}
