//! Words of a query that are the names of filters: of an outlet, a year or a
//! month. A visitor who types them wants the articles of these, though no
//! passage need have the word.
//!
//! Invariant: what is left of the query is the query without these words, and
//! every filter that is offered has passages.

use crate::analysis::{fold, is_function_word};
use crate::collection::Collection;
use crate::index::LOWER;

/// A filter that some words of a query are the name of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFilter {
    /// As it is typed: `outlet:bbc` or `date:2008-04`.
    pub filter: String,
    /// What passages it leaves, such as `from BBC News Online`.
    pub what: String,
    /// The query without the words; may be empty.
    pub rest: String,
}

/// The most words that a name is looked for in.
const LONGEST: usize = 4;
/// The most filters that are offered.
const MOST: usize = 3;
/// The longest query that is looked at, in words.
const WORDS: usize = 32;

impl Collection {
    /// The filters that words of a query are the names of, in the order of the
    /// query, at most three; longer names come before shorter ones. Words in
    /// quotation marks, of fields and behind signs are none.
    pub fn named_filters(&self, query: &str) -> Vec<NamedFilter> {
        let words: Vec<&str> = query.split_whitespace().collect();
        let plain = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | ','));
        if words.len() > WORDS || query.contains(['"', '“', '”', '„', '«', '(']) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() && found.len() < MOST {
            let name = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
                let run = words.get(at..at + length).filter(|run| run.iter().all(plain))?;
                let folded = fold(run.join(" ").trim_matches([',', '.']));
                let (filter, what) = self.metadata.filter_named(&folded).filter(|_| self.is_name(&folded))?;
                Some((length, filter, what))
            });
            let Some((length, filter, what)) = name else {
                at += 1;
                continue;
            };
            let rest = [words.get(..at).unwrap_or_default(), words.get(at + length..).unwrap_or_default()].concat();
            found.push(NamedFilter { filter, what, rest: rest.join(" ") });
            at += length;
        }
        found
    }

    /// Whether words are rather a name than words of the language: several
    /// words, a figure, or one that the texts never have in small letters.
    fn is_name(&self, folded: &str) -> bool {
        let dictionary = &self.index().dictionary;
        let small =
            dictionary.with_prefix(folded).any(|at| dictionary.word(at) == folded && dictionary.flags(at) & LOWER != 0);
        folded.contains(' ') || !(small || is_function_word(folded) || folded.len() < 2)
    }
}
