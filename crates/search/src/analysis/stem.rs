//! The Snowball English stemmer (Porter 2), from the `rust-stemmers` crate.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word. Words that are not plain Latin letters are
/// their own stem.
pub(crate) fn stem(folded: &str) -> Cow<'_, str> {
    let plain = folded.len() > 2 && folded.bytes().all(|byte| byte.is_ascii_lowercase());
    if plain { Stemmer::create(Algorithm::English).stem(folded) } else { Cow::Borrowed(folded) }
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
    }
}
