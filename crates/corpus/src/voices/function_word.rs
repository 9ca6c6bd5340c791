//! Small words that bound a noun phrase or stand for one.
//!
//! Invariant: English, and of no subject.

use super::token::Token;
use super::verb;

/// Pronouns that may stand for a speaker.
pub const PRONOUNS: &[&str] = &["he", "she", "they"];
/// Words that open a noun phrase.
pub const DETERMINERS: &[&str] = &[
    "the", "a", "an", "one", "some", "many", "most", "several", "other", "another", "both", "two", "three", "his",
    "her", "their", "its", "my", "our",
];
/// Words that begin a clause after a verb of saying without `that`.
pub const OPENERS: &[&str] = &[
    "it", "he", "she", "they", "we", "i", "you", "there", "this", "that", "these", "those", "the", "a", "an", "any",
    "no", "some", "many", "most", "both", "his", "her", "their", "its", "our", "my", "nothing", "nobody", "everyone",
];
/// What a verb of saying may be followed by instead of what is said.
pub const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "recently",
    "earlier",
    "later",
    "afterwards",
    "tonight",
    "last",
];
/// Whether a capitalised word never names a speaker; `I’ve` is `I`.
pub fn is_stop(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    STOPS.contains(&bare) && !word.ends_with("'s") && !word.ends_with("’s") || bare.len() == 1
}

/// Capitalised words that never name a speaker, days and months among them.
const STOPS: &[&str] = &[
    "I",
    "We",
    "You",
    "It",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "What",
    "Who",
    "Which",
    "If",
    "When",
    "While",
    "As",
    "But",
    "And",
    "So",
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "For",
    "With",
    "By",
    "From",
    "After",
    "Before",
    "To",
    "He",
    "She",
    "They",
    "His",
    "Her",
    "Their",
    "Its",
    "My",
    "Our",
    "Nobody",
    "Nothing",
    "Everyone",
    "Then",
    "Now",
    "Here",
    "However",
    "Meanwhile",
    "Indeed",
    "Instead",
    "Still",
    "Yet",
    "Also",
    "Neither",
    "Nor",
    "Either",
    "Although",
    "Though",
    "Because",
    "Since",
    "Until",
    "Once",
    "Perhaps",
    "Just",
    "Even",
    "Only",
    "Not",
    "No",
    "Yes",
    "Asked",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Today",
    "Yesterday",
    "Earlier",
    "Later",
];

/// What kind of small word, or whether a word for somebody who speaks: told
/// once for each token that a rule asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u8);

const BOUNDARY: u8 = 1;
const PREPOSITION: u8 = 2;
const FINITE: u8 = 4;
const SPEAKER: u8 = 8;

impl Class {
    /// The class of a word, in small or in capital letters.
    pub fn of(word: &str) -> Class {
        let mut letters = [0_u8; 20];
        let Some(room) = letters.get_mut(..word.len()) else { return Class(0) };
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
        let Some(word) = std::str::from_utf8(room).ok().filter(|word| word.is_ascii()) else { return Class(0) };
        let small = SMALL.binary_search_by_key(&word, |(known, _)| known).ok().and_then(|at| SMALL.get(at));
        let speaks = small.is_none() && verb::is_speaker_noun(word);
        Class(small.map_or(0, |(_, class)| *class) | if speaks { SPEAKER } else { 0 })
    }
}

/// Whether a word ends a noun phrase.
pub fn is_boundary(token: &Token<'_>) -> bool {
    token.class().0 & BOUNDARY != 0
}

/// Whether a word is a preposition.
pub fn is_preposition(token: &Token<'_>) -> bool {
    token.class().0 & PREPOSITION != 0
}

/// Whether a word tells a clause from a noun phrase: `is`, `would`.
pub fn is_finite(token: &Token<'_>) -> bool {
    token.class().0 & FINITE != 0
}

/// Whether a word is one for people or bodies that speak.
pub fn is_speaker(token: &Token<'_>) -> bool {
    token.class().0 & SPEAKER != 0
}

/// Small words, in order.
#[rustfmt::skip]
const SMALL: &[(&str, u8)] = &[
    ("about", PREPOSITION), ("after", BOUNDARY | PREPOSITION), ("against", PREPOSITION), ("although", BOUNDARY),
    ("amid", PREPOSITION), ("among", PREPOSITION), ("and", BOUNDARY), ("are", BOUNDARY | FINITE), ("as", BOUNDARY),
    ("at", PREPOSITION), ("be", BOUNDARY), ("because", BOUNDARY), ("before", BOUNDARY | PREPOSITION),
    ("but", BOUNDARY), ("by", PREPOSITION), ("can", FINITE), ("cannot", FINITE), ("close", PREPOSITION),
    ("could", FINITE), ("did", FINITE), ("do", FINITE), ("does", FINITE), ("during", PREPOSITION),
    ("familiar", PREPOSITION), ("for", PREPOSITION), ("from", PREPOSITION), ("had", BOUNDARY | FINITE),
    ("has", BOUNDARY | FINITE), ("have", BOUNDARY | FINITE), ("how", BOUNDARY), ("if", BOUNDARY), ("in", PREPOSITION),
    ("inside", PREPOSITION), ("into", PREPOSITION), ("is", BOUNDARY | FINITE), ("like", PREPOSITION), ("may", FINITE),
    ("might", FINITE), ("must", FINITE), ("near", PREPOSITION), ("not", BOUNDARY), ("of", PREPOSITION),
    ("on", PREPOSITION), ("or", BOUNDARY), ("outside", PREPOSITION), ("over", PREPOSITION), ("should", FINITE),
    ("since", BOUNDARY), ("than", BOUNDARY), ("that", BOUNDARY), ("though", BOUNDARY), ("through", PREPOSITION),
    ("to", PREPOSITION), ("under", PREPOSITION), ("until", BOUNDARY), ("was", BOUNDARY | FINITE),
    ("were", BOUNDARY | FINITE), ("what", BOUNDARY), ("when", BOUNDARY), ("where", BOUNDARY), ("whether", BOUNDARY),
    ("which", BOUNDARY), ("while", BOUNDARY), ("who", BOUNDARY), ("whom", BOUNDARY), ("why", BOUNDARY),
    ("will", BOUNDARY | FINITE), ("with", PREPOSITION), ("within", PREPOSITION), ("would", BOUNDARY | FINITE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_in_order_and_known_in_capitals_too() {
        assert!(SMALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(Class::of("After"), Class(BOUNDARY | PREPOSITION));
        assert_eq!(Class::of("Officials"), Class(SPEAKER));
        assert_eq!(Class::of("Ministère"), Class(0));
        assert_eq!(Class::of("antidisestablishmentarianism"), Class(0));
    }
}
