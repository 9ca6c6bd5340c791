//! Interns words: each has a number, in order of first occurrence.
//!
//! The one hash table of the crate, and written out: a table of the standard
//! library would add three kilobytes to the page, and keep each word in a
//! place of its own in memory.

/// A number for each word.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Interner {
    /// All words, one after the other, in the order of their numbers.
    letters: String,
    /// Where each word ends in `letters`, and its hash.
    ends: Vec<(u32, u32)>,
    /// A number and one for each place that is taken, 0 for a free one; twice
    /// as many places as words at least, a power of two.
    table: Vec<u32>,
}

impl Interner {
    /// Makes room for so many words.
    pub fn reserve(&mut self, words: usize) {
        self.ends.reserve(words);
        while self.table.len() < 2 * words {
            self.grow();
        }
    }

    /// The number of a word, the next one if it is new.
    pub fn get_or_add(&mut self, word: &str) -> u32 {
        match self.get(word) {
            Some(number) => number,
            None => self.add(word),
        }
    }

    /// Gives a word that is new the next number.
    pub fn add(&mut self, word: &str) -> u32 {
        if self.table.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let number = self.len();
        let hash = hash(word);
        self.letters.push_str(word);
        self.ends.push((u32::try_from(self.letters.len()).unwrap_or(u32::MAX), hash));
        self.take_place(hash, number);
        number
    }

    /// The number of a word that is known.
    pub fn get(&self, word: &str) -> Option<u32> {
        let hash = hash(word);
        let mask = self.table.len().wrapping_sub(1);
        let mut place = hash as usize & mask;
        while let Some(number) = self.table.get(place).and_then(|number| number.checked_sub(1)) {
            if self.ends.get(number as usize).is_some_and(|(_, known)| *known == hash) && self.word(number) == word {
                return Some(number);
            }
            place = (place + 1) & mask;
        }
        None
    }

    /// The word with a number; empty when there is none.
    pub fn word(&self, number: u32) -> &str {
        let end = |at: usize| self.ends.get(at).map_or(0, |(end, _)| *end as usize);
        let start = (number as usize).checked_sub(1).map_or(0, end);
        self.letters.get(start..end(number as usize)).unwrap_or("")
    }

    /// How many words there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for number in 0..self.len() {
            let hash = self.ends.get(number as usize).map_or(0, |(_, hash)| *hash);
            self.take_place(hash, number);
        }
    }

    /// Puts a number into the first free place for its hash.
    fn take_place(&mut self, hash: u32, number: u32) {
        let mask = self.table.len().wrapping_sub(1);
        let mut place = hash as usize & mask;
        while self.table.get(place).is_some_and(|taken| *taken > 0) {
            place = (place + 1) & mask;
        }
        if let Some(slot) = self.table.get_mut(place) {
            *slot = number + 1;
        }
    }
}

/// Hashes a word: four bytes at a time, multiplied and rotated. The words are
/// a collection's own, so nobody gains by making them collide.
fn hash(word: &str) -> u32 {
    let mut sum = 0_u32;
    for chunk in word.as_bytes().chunks(4) {
        let four = chunk.iter().fold(0, |four, byte| four << 8 | u32::from(*byte));
        sum = (sum.rotate_left(5) ^ four).wrapping_mul(0x9e37_79b1);
    }
    sum ^ sum >> 15
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::Interner;

    proptest! {
        #[test]
        fn each_word_has_the_number_of_its_first_occurrence(words in prop::collection::vec("[a-cé]{0,6}", 0..400)) {
            let mut numbers = Interner::default();
            let mut expected: HashMap<&str, u32> = HashMap::new();
            for word in &words {
                prop_assert_eq!(numbers.get(word), expected.get(word.as_str()).copied());
                let next = u32::try_from(expected.len()).unwrap();
                let number = *expected.entry(word).or_insert(next);
                prop_assert_eq!(numbers.get_or_add(word), number);
                prop_assert_eq!(numbers.word(number), word);
            }
            prop_assert_eq!(numbers.len() as usize, expected.len());
            prop_assert_eq!(numbers.get("no such word"), None);
        }
    }
}
