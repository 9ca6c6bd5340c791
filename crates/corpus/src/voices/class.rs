//! What kind of small word a word is, or whether one for somebody who speaks.
//!
//! Invariant: English, and of no subject; knows words and no sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::{self, Fast};

/// What kind of small word, or whether a word for somebody who speaks or for
/// what is said: told once for each token that a rule asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u8);

/// Ends a noun phrase.
const BOUNDARY: u8 = 1;
const PREPOSITION: u8 = 2;
const FINITE: u8 = 4;
const SPEAKER: u8 = 8;
/// Names what somebody says when `that` follows: `claim`.
const SAYING: u8 = 16;
/// Is quoted behind: `slogan`.
const QUOTED: u8 = 32;

/// Every word that has a class.
static CLASSES: LazyLock<HashMap<&str, u8, Fast>> = LazyLock::new(|| {
    let mut classes: HashMap<&str, u8, Fast> = lexicon::speakers().map(|word| (word, SPEAKER)).collect();
    // A small word is that and no speaker.
    classes.extend(SMALL.iter().copied());
    for (words, class) in [(SAYINGS, SAYING), (QUOTATIONS, QUOTED)] {
        for word in words {
            *classes.entry(word).or_default() |= class;
        }
    }
    classes
});

impl Class {
    /// The class of a word, in small or in capital letters.
    pub fn of(word: &str) -> Class {
        let mut letters = [0_u8; 20];
        let Some(room) = letters.get_mut(..word.len()) else { return Class(0) };
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
        let known = std::str::from_utf8(room).ok().and_then(|word| CLASSES.get(word));
        Class(known.copied().unwrap_or_default())
    }

    /// Whether the word ends a noun phrase.
    pub fn is_boundary(self) -> bool {
        self.0 & BOUNDARY != 0
    }

    /// Whether it is a preposition.
    pub fn is_preposition(self) -> bool {
        self.0 & PREPOSITION != 0
    }

    /// Whether it tells a clause from a noun phrase: `is`, `would`.
    pub fn is_finite(self) -> bool {
        self.0 & FINITE != 0
    }

    /// Whether it is one for people or bodies that speak.
    pub fn is_speaker(self) -> bool {
        self.0 & SPEAKER != 0
    }

    /// Whether it names what somebody says, as `claim` does.
    pub fn is_saying(self) -> bool {
        self.0 & SAYING != 0
    }

    /// Whether it names what somebody says, or words that are quoted.
    pub fn is_for_words(self) -> bool {
        self.0 & (SAYING | QUOTED) != 0
    }
}

/// Nouns that name what somebody says when `that` follows.
#[rustfmt::skip]
const SAYINGS: &[&str] = &[
    "accusation", "accusations", "admission", "allegation", "allegations", "argument", "assertion", "assertions",
    "assurance", "assurances", "claim", "claims", "complaint", "complaints", "contention", "hint", "hints",
    "insistence", "pledge", "pledges", "prediction", "predictions", "promise", "promises", "statement", "statements",
    "suggestion", "suggestions", "warning", "warnings", "remark", "remarks", "comment", "comments",
];

/// Nouns for words that are quoted behind them.
#[rustfmt::skip]
const QUOTATIONS: &[&str] = &[
    "advice", "answer", "appeal", "call", "characterization", "declaration", "demand", "description", "mantra",
    "catchphrase", "chant", "chants", "criticism", "cry", "joke", "refrain", "threat",
    "message", "motto", "plea", "quip", "rejection", "reply", "response", "retort", "slogan", "verdict", "vow",
];

/// Small words, in order.
#[rustfmt::skip]
const SMALL: &[(&str, u8)] = &[
    ("about", PREPOSITION), ("across", PREPOSITION), ("after", BOUNDARY | PREPOSITION), ("against", PREPOSITION),
    ("alongside", PREPOSITION), ("although", BOUNDARY), ("amid", PREPOSITION), ("among", PREPOSITION),
    ("and", BOUNDARY), ("are", BOUNDARY | FINITE), ("around", PREPOSITION), ("as", BOUNDARY), ("at", PREPOSITION),
    ("be", BOUNDARY), ("because", BOUNDARY), ("before", BOUNDARY | PREPOSITION),
    ("beyond", PREPOSITION), ("but", BOUNDARY), ("by", PREPOSITION), ("can", FINITE), ("cannot", FINITE),
    ("close", PREPOSITION), ("could", FINITE), ("did", FINITE), ("do", FINITE), ("does", FINITE),
    ("during", PREPOSITION), ("familiar", PREPOSITION), ("for", PREPOSITION), ("from", PREPOSITION),
    ("had", BOUNDARY | FINITE), ("has", BOUNDARY | FINITE), ("have", BOUNDARY | FINITE), ("how", BOUNDARY),
    ("if", BOUNDARY), ("in", PREPOSITION), ("inside", PREPOSITION), ("into", PREPOSITION), ("is", BOUNDARY | FINITE),
    ("like", PREPOSITION), ("may", FINITE), ("might", FINITE), ("must", FINITE), ("near", PREPOSITION),
    ("not", BOUNDARY), ("of", PREPOSITION), ("on", PREPOSITION), ("or", BOUNDARY), ("outside", PREPOSITION),
    ("over", PREPOSITION), ("should", FINITE), ("since", BOUNDARY), ("than", BOUNDARY), ("that", BOUNDARY),
    ("though", BOUNDARY), ("through", PREPOSITION), ("throughout", PREPOSITION), ("to", PREPOSITION),
    ("toward", PREPOSITION), ("towards", PREPOSITION), ("under", PREPOSITION), ("until", BOUNDARY),
    ("was", BOUNDARY | FINITE), ("were", BOUNDARY | FINITE), ("what", BOUNDARY), ("when", BOUNDARY),
    ("where", BOUNDARY), ("whether", BOUNDARY), ("which", BOUNDARY), ("while", BOUNDARY), ("who", BOUNDARY),
    ("whom", BOUNDARY), ("why", BOUNDARY), ("will", BOUNDARY | FINITE), ("with", PREPOSITION),
    ("within", PREPOSITION), ("without", PREPOSITION), ("would", BOUNDARY | FINITE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_in_order_and_known_in_capitals_too() {
        assert!(SMALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(Class::of("After"), Class(BOUNDARY | PREPOSITION));
        assert_eq!(Class::of("Officials"), Class(SPEAKER));
        assert_eq!(Class::of("claim"), Class(SAYING));
        assert_eq!(Class::of("Ministère"), Class(0));
        assert_eq!(Class::of("antidisestablishmentarianism"), Class(0));
    }
}
