//! Small words that bound a noun phrase or stand for one.
//!
//! Invariant: English, and of no subject.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::Fast;
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
    // Every one of them begins with a capital, and most words do not.
    let mut characters = word.chars();
    let capital = characters.next().is_some_and(|c| c.is_ascii_uppercase());
    if !capital && characters.next().is_some_and(|c| !matches!(c, '\'' | '’')) {
        return false;
    }
    let (bare, rest) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    // `O’Brien` and `D’Souza` are names, `I’ve` is not.
    let name = rest.starts_with(char::is_uppercase);
    STOP.contains(bare) && rest != "s" || bare.len() == 1 && !name
}

/// The same, to be looked up.
static STOP: LazyLock<HashSet<&str, Fast>> = LazyLock::new(|| STOPS.iter().copied().collect());

/// Capitalised words that never name a speaker, days and months among them, in
/// order.
#[rustfmt::skip]
const STOPS: &[&str] = &[
    "A", "Absent", "After", "Also", "Although", "Amid", "Among", "An", "And", "April", "As", "Asked", "At", "August", "Because",
    "Before", "Besides", "But", "By", "December", "Despite", "Did", "Does", "During", "Earlier", "Either", "Even",
    "Everyone", "February", "For", "Friday", "From", "Has", "He", "Her", "Here", "His", "However", "I", "If", "In",
    "Indeed", "Inside", "Instead", "It", "Its", "January", "July", "June", "Just", "Later", "March", "Meanwhile",
    "Monday", "My", "Neither", "No", "Nobody", "Nor", "Not", "Nothing", "November", "Now", "October", "On", "Once",
    "Only", "Our", "Outside", "Perhaps", "Saturday", "September", "She", "Since", "So", "Still", "Sunday", "That",
    "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Through", "Throughout", "Thursday",
    "To", "Today", "Tuesday", "Under", "Until", "We", "Wednesday", "What", "When", "Which", "While", "Who", "With",
    "Within", "Without", "Yes", "Yesterday", "Yet", "You",
];

/// `he`, `she` or `they`, with or without a verb written onto it: `he’s`.
pub fn is_pronoun(token: &Token<'_>) -> bool {
    let head = token.text.split(['\'', '’']).next().unwrap_or("");
    PRONOUNS.iter().any(|pronoun| head.eq_ignore_ascii_case(pronoun))
}

/// Nouns for times that come again.
const PERIODS: &[&str] = &[
    "week",
    "weekend",
    "month",
    "year",
    "fall",
    "spring",
    "summer",
    "winter",
    "morning",
    "afternoon",
    "evening",
    "night",
];

/// Whether a word is one for a time behind `this` or `last`: `this week`.
pub fn is_period(token: &Token<'_>) -> bool {
    token.is(PERIODS)
}

/// Whether a noun is one for a time, be it one or several: `month`, `days`.
pub fn is_time(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    PERIODS.contains(&one) || ["minute", "hour", "day", "decade"].contains(&one)
}

/// Whether a word ends a noun phrase.
pub fn is_boundary(token: &Token<'_>) -> bool {
    token.class().is_boundary()
}

/// Whether a word is a preposition.
pub fn is_preposition(token: &Token<'_>) -> bool {
    token.class().is_preposition()
}

/// Whether a word tells a clause from a noun phrase: `is`, `would`.
pub fn is_finite(token: &Token<'_>) -> bool {
    token.class().is_finite() || is_contracted(token.text)
}

/// Whether a word is one for people or bodies that speak.
pub fn is_speaker(token: &Token<'_>) -> bool {
    token.class().is_speaker()
}

/// `he’d`, `they’re`, `isn’t`: a verb that is written onto the word before it.
fn is_contracted(word: &str) -> bool {
    let Some((_, end)) = word.rsplit_once(['\'', '’']) else { return false };
    matches!(end, "d" | "ll" | "re" | "ve" | "m" | "t")
}

/// Words that stand between a subject and its verb. Not `will` and its like:
/// what somebody will say has not been said.
pub fn is_between(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 87] = [
        "again", "all", "already", "also", "always", "appeared", "appears", "are", "as", "be", "been", "began",
        "begin", "begins", "begun", "being", "both", "came", "clearly", "come", "continue", "continued",
        "continues", "did", "do", "does", "each", "earlier", "even", "ever", "finally", "first", "flatly", "forced",
        "further", "go", "goes", "gone", "had", "has", "have", "having", "herself", "himself", "however",
        "instead", "is", "itself", "just", "later", "long", "meanwhile", "never", "nevertheless",
        "nonetheless", "not", "now", "often", "on", "once", "only", "openly", "otherwise", "privately", "prompted",
        "publicly", "quick", "quoted", "rather", "recently", "repeatedly", "reportedly", "seemed", "seems", "similarly",
        "simply", "soon", "still", "themselves", "then", "therefore", "to", "too", "used", "was", "went",
        "were",
    ];
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_subject_and_verb_has_been_said() {
        assert!(is_between("also") && is_between("had") && !is_between("will") && !is_between("said"));
    }

    #[test]
    fn the_words_that_never_name_a_speaker_are_in_order() {
        assert_eq!(STOPS.windows(2).find(|pair| pair[0] >= pair[1]), None);
    }

    #[test]
    fn names_with_an_apostrophe_are_names() {
        for name in ["O’Donnell", "D'Souza", "Putin’s", "US"] {
            assert!(!is_stop(name), "{name}");
        }
        for word in ["I’ve", "It's", "Monday", "That’s", "We'll"] {
            assert!(is_stop(word) || word.ends_with("'s") || word.ends_with("’s"), "{word}");
        }
    }
}
