//! Small words that bound a noun phrase or stand for one.
//!
//! Invariant: English, and of no subject.

use super::token::Token;

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
/// Verbs that tell a clause from a noun phrase.
pub const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "may", "might", "must",
    "can", "cannot", "did", "does", "do",
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

/// Whether a word ends a noun phrase.
pub fn is_boundary(token: &Token<'_>) -> bool {
    token.is(&[
        "that", "which", "who", "whom", "as", "if", "when", "while", "because", "although", "though", "but", "and",
        "or", "than", "what", "where", "since", "after", "before", "until", "whether", "how", "why", "is", "are",
        "was", "were", "be", "has", "have", "had", "will", "would", "not",
    ])
}

/// Whether a word is a preposition.
pub fn is_preposition(token: &Token<'_>) -> bool {
    token.is(&[
        "in", "of", "from", "at", "with", "among", "for", "on", "within", "close", "to", "by", "during", "after",
        "before", "about", "against", "over", "under", "into", "through", "amid", "like", "near", "inside", "outside",
        "familiar",
    ])
}
