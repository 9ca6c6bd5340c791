//! Small words that bound a noun phrase or stand for one.
//!
//! Invariant: English, and of no subject.

use super::token::Token;

/// Pronouns that may stand for a speaker.
pub const PRONOUNS: &[&str] = &["he", "she", "they"];
pub const DETERMINERS: &[&str] =
    &["the", "a", "an", "one", "some", "many", "most", "several", "other", "his", "her", "their"];
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
];
/// Whether a capitalised word never names a speaker; `I’ve` is `I`.
pub fn is_stop(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    STOPS.contains(&bare) && !word.ends_with("'s") && !word.ends_with("’s") || bare.len() == 1
}

/// Capitalised words that never name a speaker.
pub const STOPS: &[&str] = &[
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
];

pub fn is_boundary(token: &Token<'_>) -> bool {
    token.is(&[
        "that", "which", "who", "whom", "as", "if", "when", "while", "because", "although", "though", "but", "and",
        "or", "than", "what", "where", "since", "after", "before", "until", "whether", "how", "why", "is", "are",
        "was", "were", "be", "has", "have", "had", "will", "would", "not",
    ])
}

pub fn is_preposition(token: &Token<'_>) -> bool {
    token.is(&[
        "in", "of", "from", "at", "with", "among", "for", "on", "within", "close", "to", "by", "during", "after",
        "before", "about", "against", "over", "under", "into", "through", "amid", "like", "near", "inside", "outside",
        "familiar",
    ])
}
