//! The words of a segment, sorted, each with its class.
//!
//! Classes are numbered in the order in which their first word stands in the
//! sorted list. Invariant: words are unique and in byte order, so acronyms
//! (in capitals) stand before folded words.

use std::ops::Range;

use super::{Class, Interner};
use crate::analysis::stem;

/// The word occurs without a capital.
pub(crate) const LOWER: u8 = 1;
/// The word occurs with a capital inside a sentence, as names do.
pub(crate) const NAME: u8 = 2;
/// The word does not occur; it is another spelling of one that does.
pub(crate) const GHOST: u8 = 4;
/// The word, or another form of it, occurs in parts with a hyphen (`e-mail`),
/// and also in one, or its parts are too small to be told from others.
pub(crate) const JOINED: u8 = 8;

/// The words of a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dictionary {
    /// The words; the number of each is its place in their order.
    words: Interner,
    classes: Vec<Class>,
    flags: Vec<u8>,
    class_count: usize,
    /// By class: how many of its words occur.
    forms: Vec<u32>,
}

impl Dictionary {
    /// Makes room for so many words.
    pub fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
        self.classes.reserve(words);
        self.flags.reserve(words);
    }

    /// Adds a word that comes after all others.
    pub fn push(&mut self, word: &str, class: Class, flags: u8) {
        self.words.add(word);
        self.classes.push(class);
        self.flags.push(flags);
        self.class_count = self.class_count.max(class as usize + 1);
        if self.forms.len() < self.class_count {
            self.forms.resize(self.class_count, 0);
        }
        if let Some(forms) = self.forms.get_mut(class as usize)
            && flags & GHOST == 0
        {
            *forms += 1;
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    /// How many classes there are.
    pub fn class_count(&self) -> usize {
        self.class_count
    }

    /// The word at `at`; empty when there is none.
    pub fn word(&self, at: usize) -> &str {
        u32::try_from(at).map_or("", |at| self.words.word(at))
    }

    /// The class of the word at `at`.
    pub fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(Class::MAX)
    }

    /// The classes and flags of words that stand together.
    pub fn classes(&self, words: Range<usize>) -> impl Iterator<Item = (Class, u8)> {
        let flags = self.flags.get(words.clone()).unwrap_or(&[]).iter();
        self.classes.get(words).unwrap_or(&[]).iter().copied().zip(flags.copied())
    }

    /// How many words of a class occur.
    pub fn forms(&self, class: Class) -> u32 {
        self.forms.get(class as usize).copied().unwrap_or(0)
    }

    /// The flags of the word at `at`.
    pub fn flags(&self, at: usize) -> u8 {
        self.flags.get(at).copied().unwrap_or(0)
    }

    /// Where `word` stands. In constant time.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.words.get(word).map(|at| at as usize)
    }

    /// The words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let start = self.first_between(0, self.len(), |word| word >= prefix);
        start..self.with_prefix_from(prefix, start)
    }

    /// The words that begin with folded letters, and the acronyms that do.
    pub fn beginning(&self, folded: &str) -> [Range<usize>; 2] {
        let upper = folded.to_ascii_uppercase();
        let acronyms = if upper == folded { 0..0 } else { self.with_prefix(&upper) };
        [self.with_prefix(folded), acronyms]
    }

    /// The first word from `from` on that does not begin with `prefix`; those
    /// that do come first.
    pub fn with_prefix_from(&self, prefix: &str, from: usize) -> usize {
        self.first(from, |word| !word.starts_with(prefix))
    }

    /// The first word from `from` on for which `holds`, as it does for all
    /// that come after: doubling steps, then halving ones.
    fn first(&self, from: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut step) = (from, 1);
        while low + step < self.len() && !holds(self.word(low + step)) {
            low += step;
            step *= 2;
        }
        self.first_between(low, (low + step).min(self.len()), holds)
    }

    /// The first word from `low` on for which `holds`, as it does for all that
    /// come after; `high` if that is none before it. Halving steps.
    fn first_between(&self, mut low: usize, mut high: usize, holds: impl Fn(&str) -> bool) -> usize {
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.word(middle)) { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// The class of a normal form of a lexicon.
    pub fn class_of_normal(&self, form: &str) -> Option<Class> {
        match self.find(form) {
            Some(at) => Some(self.class(at)),
            None => self.class_of_form(&form.to_ascii_lowercase()),
        }
    }

    /// The class of a folded word: its own, or that of another form of it.
    pub fn class_of_form(&self, folded: &str) -> Option<Class> {
        self.find_form(folded).map(|at| self.class(at))
    }

    /// Where a folded word stands, or else another form of it. Stems the words
    /// that begin with its stem, a handful.
    pub fn find_form(&self, folded: &str) -> Option<usize> {
        if let Some(at) = self.find(folded) {
            return Some(at);
        }
        let stemmed = stem(folded);
        // Spellings that no text has are kept by their stem.
        if let Some(at) = self.find(&stemmed)
            && self.flags(at) & GHOST != 0
        {
            return Some(at);
        }
        // A word begins with its stem, but for a last letter in whose place the
        // word has another one: `secretari`, `face` of `facing`, `possibl`.
        let prefix = stemmed.strip_suffix(['e', 'i', 'l', 'y']).filter(|prefix| prefix.len() > 1).unwrap_or(&stemmed);
        let last = stemmed.as_bytes().get(prefix.len());
        let may_be = |word: &str| match word.as_bytes().get(prefix.len()) {
            letter @ Some(other) if last.is_some() => matches!(other, b'i' | b'y') || letter == last,
            _ => last.is_none(),
        };
        let form = |at: &usize| may_be(self.word(*at)) && stem(self.word(*at)) == stemmed;
        self.with_prefix(prefix).take(512).find(form)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, LOWER};

    #[test]
    fn another_form_of_a_word_is_found_whatever_letter_its_stem_ends_with() {
        for (word, form) in [
            ("secretary", "secretaries"),
            ("secretaries", "secretary"),
            ("face", "facing"),
            ("facing", "faced"),
            ("possibility", "possible"),
            ("possible", "possibilities"),
            ("sky", "skies"),
            ("played", "plays"),
            ("negotiation", "negotiating"),
            ("ракета", "ракетами"),
        ] {
            let mut dictionary = Dictionary::default();
            dictionary.push(word, 0, LOWER);
            assert_eq!(dictionary.find_form(form), Some(0), "{form} by {word}");
            assert_eq!(dictionary.find_form("nothing"), None);
        }
    }
}
