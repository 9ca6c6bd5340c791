//! The Snowball English stemmer (Porter 2), from the `rust-stemmers` crate.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use super::is_function_word;

/// The stem of a folded word. Words that are not plain Latin letters are
/// their own stem, and so is a word whose stem is a function word: `wilfully`
/// is not a form of `will`.
pub(crate) fn stem(folded: &str) -> Cow<'_, str> {
    let plain = folded.len() > 2 && folded.bytes().all(|byte| byte.is_ascii_lowercase());
    if !plain {
        return Cow::Borrowed(folded);
    }
    let stem = Stemmer::create(Algorithm::English).stem(folded);
    let apart = stem.len() != folded.len() && is_function_word(&stem) && !is_function_word(folded);
    if apart { Cow::Borrowed(folded) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [("missiles", "missile"), ("negotiations", "negotiation"), ("cuts", "cut")] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(stem("g8"), "g8");
        assert_ne!(stem("willfully"), stem("will"));
    }
}
