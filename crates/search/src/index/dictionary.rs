//! The words of a segment, sorted, each with its class.
//!
//! Classes are numbered in the order in which their first word stands in the
//! sorted list. Invariant: words are unique and in byte order, so acronyms
//! (in capitals) stand before folded words.

use std::ops::Range;

use super::Class;
use crate::analysis::stem;

/// The word occurs without a capital.
pub(crate) const LOWER: u8 = 1;
/// The word occurs with a capital inside a sentence, as names do.
pub(crate) const NAME: u8 = 2;
/// The word does not occur; it is another spelling of one that does.
pub(crate) const GHOST: u8 = 4;
/// The word occurs in parts with a hyphen, and also in one.
pub(crate) const JOINED: u8 = 8;

/// The words of a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dictionary {
    /// All words, one after the other.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    classes: Vec<Class>,
    flags: Vec<u8>,
    class_count: usize,
}

impl Dictionary {
    pub fn push(&mut self, word: &str, class: Class, flags: u8) {
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.classes.push(class);
        self.flags.push(flags);
        self.class_count = self.class_count.max(class as usize + 1);
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many classes there are.
    pub fn class_count(&self) -> usize {
        self.class_count
    }

    /// The word at `at`; empty when there is none.
    pub fn word(&self, at: usize) -> &str {
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.letters.get(start as usize..end as usize).unwrap_or("")
    }

    /// The class of the word at `at`.
    pub fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(Class::MAX)
    }

    /// The classes of words that stand together.
    pub fn classes(&self, words: Range<usize>) -> &[Class] {
        self.classes.get(words).unwrap_or(&[])
    }

    /// The flags of the word at `at`.
    pub fn flags(&self, at: usize) -> u8 {
        self.flags.get(at).copied().unwrap_or(0)
    }

    /// Where `word` stands, or where it would.
    pub fn find(&self, word: &str) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }

    /// The words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let (Ok(start) | Err(start)) = self.find(prefix);
        start..self.with_prefix_from(prefix, start)
    }

    /// The first word from `from` on that does not begin with `prefix`; the
    /// word at `from` does.
    pub fn with_prefix_from(&self, prefix: &str, from: usize) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle).starts_with(prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The class of a normal form of a lexicon.
    pub fn class_of_normal(&self, form: &str) -> Option<Class> {
        match self.find(form) {
            Ok(at) => Some(self.class(at)),
            Err(_) => self.class_of_form(&form.to_ascii_lowercase()),
        }
    }

    /// The class of a folded word: its own, or that of another form of it.
    /// Stems the words that share the beginning of its stem, a handful.
    pub fn class_of_form(&self, folded: &str) -> Option<Class> {
        if let Ok(at) = self.find(folded) {
            return Some(self.class(at));
        }
        let stemmed = stem(folded);
        // Spellings that no text has are kept by their stem.
        if let Ok(at) = self.find(&stemmed)
            && self.flags(at) & GHOST != 0
        {
            return Some(self.class(at));
        }
        let mut prefix = stemmed.as_ref();
        if prefix.len() > 2 {
            // A final letter may differ between the stem and the form: y, i.
            prefix = prefix.get(..prefix.len() - 1).unwrap_or(prefix);
        }
        self.with_prefix(prefix).take(512).find(|at| stem(self.word(*at)) == stemmed).map(|at| self.class(at))
    }
}
