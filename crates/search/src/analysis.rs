//! From text to words that can be compared.
//!
//! Owns word boundaries (UAX 29), folding, stemming and what counts as an
//! acronym. Invariant: a word's range covers whole characters of the text it
//! was found in, so a mark falls exactly on the words of the source. Knows
//! nothing of indexes or queries.

mod boundaries;
mod fold;
mod lower;
mod stem;
mod words;

pub use fold::{fold, fold_into};
pub(crate) use stem::stem;
pub use words::{Case, Word, words};

/// Words that are too common to be what somebody looks for, sorted.
///
/// They are indexed and found in phrases, but a question is not required to
/// have them and they do not count towards "all words". The list is the
/// classic one of function words (van Rijsbergen, *Information Retrieval*,
/// 1979, table 2.1, shortened to words without a subject of their own).
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing",
    "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers",
    "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "may", "me", "might", "more",
    "most", "must", "my", "no", "nor", "not", "now", "of", "on", "once", "only", "or", "other", "our", "ours", "out",
    "over", "own", "same", "shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "theirs",
    "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon",
    "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why",
    "will", "with", "would", "you", "your", "yours",
];

/// Whether a folded word is a function word.
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_function_words_are_sorted_so_that_they_can_be_found() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("us") && !is_function_word("start"));
    }
}
