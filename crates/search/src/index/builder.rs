//! From the words of units to an index.
//!
//! Deterministic: the same units in the same order give the same index.

use std::collections::HashMap;

use super::dictionary::{LOWER, NAME};
use super::{Class, Dictionary, Index, Postings};
use crate::analysis::{Case, Word, is_function_word, stem, words};

/// Takes units in order.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    /// The number of each key, in order of first occurrence.
    numbers: HashMap<Box<str>, u32>,
    flags: Vec<u8>,
    /// Word numbers of all units, one after the other.
    tokens: Vec<u32>,
    /// Where each unit ends in `tokens`.
    ends: Vec<usize>,
    key: String,
}

impl Builder {
    pub fn new() -> Self {
        Builder::default()
    }

    /// Adds a unit with the words of `text`.
    pub fn add(&mut self, text: &str) {
        for word in words(text) {
            let number = self.number(&word);
            self.tokens.push(number);
        }
        self.ends.push(self.tokens.len());
    }

    fn number(&mut self, word: &Word<'_>) -> u32 {
        word.key_into(&mut self.key);
        let flag = match word.case {
            Case::Lower => LOWER,
            Case::Capital if !word.opens => NAME,
            _ => 0,
        };
        let number = match self.numbers.get(self.key.as_str()) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.flags.len()).unwrap_or(u32::MAX);
                self.numbers.insert(self.key.as_str().into(), number);
                self.flags.push(0);
                number
            }
        };
        if let Some(flags) = self.flags.get_mut(number as usize) {
            *flags |= flag;
        }
        number
    }

    /// The index of all units that were added.
    pub fn finish(self) -> Index {
        let mut sorted: Vec<(&str, u32)> =
            self.numbers.iter().map(|(key, number)| (key.as_ref(), *number)).collect();
        sorted.sort_unstable();
        let flags = |number: u32| self.flags.get(number as usize).copied().unwrap_or(0);
        let lower = |key: &str| self.numbers.get(key).map_or(0, |n| flags(*n)) & LOWER != 0;
        let mut classes: HashMap<String, Class> = HashMap::new();
        let mut class_of_number = vec![0; sorted.len()];
        let mut dictionary = Dictionary::default();
        for (key, number) in &sorted {
            let class = u32::try_from(classes.len()).unwrap_or(u32::MAX);
            let class = *classes.entry(class_key(key, lower)).or_insert(class);
            if let Some(slot) = class_of_number.get_mut(*number as usize) {
                *slot = class;
            }
            dictionary.push(key, class, flags(*number));
        }
        let tokens = self.tokens.iter().map(|n| class_of_number.get(*n as usize).copied().unwrap_or(0));
        let (body, lengths) = invert(tokens, &self.ends, classes.len());
        Index { dictionary, body, lengths }
    }
}

/// What words of one class share: the stem; for an acronym that is also a
/// word (`START`, `US`) the acronym itself, so that they stay apart.
pub(crate) fn class_key(key: &str, occurs_in_lower_case: impl Fn(&str) -> bool) -> String {
    if !key.starts_with(char::is_uppercase) {
        return stem(key).into_owned();
    }
    let lower = key.to_lowercase();
    if is_function_word(&lower) || occurs_in_lower_case(&lower) {
        key.to_owned()
    } else {
        stem(&lower).into_owned()
    }
}

/// Sorts the tokens of all units by class: a counting sort, linear.
fn invert(
    tokens: impl Iterator<Item = Class> + Clone,
    ends: &[usize],
    classes: usize,
) -> (Postings, Vec<u32>) {
    let mut starts = vec![0_usize; classes + 1];
    for class in tokens.clone() {
        if let Some(count) = starts.get_mut(class as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![(0_u32, 0_u32); sum];
    let mut next = starts.clone();
    let mut lengths = Vec::with_capacity(ends.len());
    let mut tokens = tokens;
    let mut begin = 0;
    for (unit, end) in ends.iter().enumerate() {
        let unit = u32::try_from(unit).unwrap_or(u32::MAX);
        let length = u32::try_from(end - begin).unwrap_or(u32::MAX);
        lengths.push(length);
        for (position, class) in (0..length).zip(tokens.by_ref()) {
            let Some(at) = next.get_mut(class as usize) else { continue };
            if let Some(slot) = sorted.get_mut(*at) {
                *slot = (unit, position);
            }
            *at += 1;
        }
        begin = *end;
    }
    let mut postings = Postings::new();
    for (start, end) in starts.iter().zip(starts.iter().skip(1)) {
        let list = sorted.get(*start..*end).unwrap_or(&[]);
        for posting in list.chunk_by(|a, b| a.0 == b.0) {
            let unit = posting.first().map_or(0, |first| first.0);
            postings.push(unit, posting.iter().map(|(_, position)| *position));
        }
        postings.end_class();
    }
    (postings, lengths)
}
