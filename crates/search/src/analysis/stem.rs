//! The stem of a word, by the Snowball algorithms.
//!
//! Which algorithm a word gets is decided by its letters alone: Latin ones get
//! the English one, Cyrillic ones the Russian one. A text of both needs no
//! language of its own then.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use super::is_function_word;

/// The stem of a folded word. A word of other letters, or of signs and figures
/// among its letters, is its own stem, and so is a word whose stem is a
/// function word: `wilfully` is not a form of `will`.
pub(crate) fn stem(folded: &str) -> Cow<'_, str> {
    if folded.len() <= 2 {
        return Cow::Borrowed(folded);
    }
    let stem = if folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Stemmer::new(Algorithm::English).stem(folded)
    } else if folded.chars().all(|letter| matches!(letter, 'а'..='я')) {
        Stemmer::new(Algorithm::Russian).stem(folded)
    } else {
        return Cow::Borrowed(folded);
    };
    let apart = stem.len() != folded.len() && is_function_word(&stem) && !is_function_word(folded);
    if apart { Cow::Borrowed(folded) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [
            ("missiles", "missile"),
            ("negotiations", "negotiation"),
            ("cuts", "cut"),
            ("переговоры", "переговоров"),
            ("ракета", "ракетами"),
            ("ядерное", "ядерной"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("willfully"), stem("will"));
    }

    #[test]
    fn what_is_not_a_word_of_one_alphabet_is_its_own_stem() {
        for word in ["g8", "3,000.50", "naïve", "don't", "covidы", "", "us", "我们"] {
            assert_eq!(stem(word), word);
        }
    }
}
