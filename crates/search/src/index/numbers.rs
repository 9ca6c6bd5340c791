//! Numbers for words, in order of first occurrence.
//!
//! The one hash table of the crate: each kind of table would add two to three
//! kilobytes to the page.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// A number for each word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers(HashMap<Box<str>, u32, BuildHasherDefault<Hasher>>);

impl Numbers {
    /// The number of a word, the next one if it is new.
    pub fn get_or_add(&mut self, word: &str) -> u32 {
        if let Some(number) = self.get(word) {
            return number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.into(), number);
        number
    }

    /// The number of a word that is known.
    pub fn get(&self, word: &str) -> Option<u32> {
        self.0.get(word).copied()
    }

    /// Words with numbers, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(word, number)| (word.as_ref(), *number))
    }
}

/// Hashes words: eight bytes at a time, multiplied and rotated. The words are
/// a collection's own, so nobody gains by making them collide, and the
/// standard hasher takes most of the time that building an index takes.
#[derive(Clone, Copy, Debug, Default)]
struct Hasher(u64);

impl std::hash::Hasher for Hasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}
