//! Other spellings of the words that a corpus has: American and British ones,
//! and names from other alphabets.
//!
//! Made when a collection is packed. Without the feature `build` there are
//! none, for the lists that they come from are larger than a page.

use summitry_corpus::Corpus;

/// The spellings of a corpus's words, a line a group; empty without the
/// feature `build`.
pub(crate) fn variants(corpus: &Corpus) -> String {
    #[cfg(feature = "build")]
    {
        use crate::analysis::Case;
        use std::collections::BTreeSet;

        let texts = corpus.articles.iter().flat_map(|article| {
            article.passages().map(|block| block.text.as_str()).chain([article.headline.value.as_str()])
        });
        let (mut words, mut small) = (BTreeSet::new(), BTreeSet::new());
        let mut names = BTreeSet::new();
        for text in texts {
            for word in crate::analysis::words(text) {
                match word.case {
                    Case::Lower => small.insert(word.key()),
                    Case::Capital if !word.opens => names.insert(word.key()),
                    _ => false,
                };
                words.insert(word.key());
            }
        }
        // A name always has its capital.
        names.retain(|name| !small.contains(name));
        let mut groups = crate::spellings::spellings(words.iter().map(String::as_str));
        groups.extend(crate::transliteration::spellings(&names));
        groups.iter().map(|group| group.join(" ")).collect::<Vec<_>>().join("\n")
    }
    #[cfg(not(feature = "build"))]
    {
        let _ = corpus;
        String::new()
    }
}
