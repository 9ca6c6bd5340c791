//! From text to words that can be compared.
//!
//! Owns which words a text has (by the boundaries of UAX 29), folding,
//! stemming and what counts as an acronym. Invariant: a word's range covers whole characters of the text it
//! was found in, so a mark falls exactly on the words of the source. Knows
//! nothing of indexes or queries.

mod fold;
mod stem;
mod words;

pub use fold::{fold, fold_into};
pub(crate) use stem::stem;
pub use words::{Case, Word, words};
pub(crate) use words::{is_link, without_article};

/// Words that are too common to be what somebody looks for, sorted.
///
/// They are indexed and found in phrases, but a question is not required to
/// have them and they do not count towards "all words". The list is the
/// classic one of function words (van Rijsbergen, *Information Retrieval*,
/// 1979, table 2.1, shortened to words without a subject of their own).
/// Here those of one letter, of two and so on, each list in order: a list of
/// words by themselves would be twice the bytes.
const FUNCTION_WORDS: [&str; 7] = [
    "a i",
    "am an as at be by do he if in is it me my no of on or so to up us we",
    "all and any are but can did few for had has her him his how its may nor not now our out own she the too \
     was who why you",
    "also been both does each from have here hers into just more most must once only ours over same some such \
     than that them then they this upon very were what when whom will with your",
    "about above after again being could doing might other shall their there these those under until where \
     which while whose would yours",
    "before during having itself should theirs",
    "because between further through",
];

/// Whether a folded word is a function word.
pub fn is_function_word(folded: &str) -> bool {
    let same_length = folded.len().checked_sub(1).and_then(|at| FUNCTION_WORDS.get(at)).unwrap_or(&"");
    same_length
        .as_bytes()
        .chunks(folded.len() + 1)
        .any(|word| word.strip_suffix(b" ").unwrap_or(word) == folded.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_function_words_are_found_and_nothing_else_is() {
        for (letters, words) in (1..).zip(FUNCTION_WORDS) {
            assert!(words.is_empty() || words.split(' ').is_sorted());
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                assert!(word.len() == letters && is_function_word(word), "{word}");
            }
        }
        for word in ["start", "", " ", "u", "sus", "i i", "an as", "themselves", "which "] {
            assert!(!is_function_word(word), "{word:?}");
        }
    }
}
