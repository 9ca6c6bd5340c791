//! Hashing of what is a hash already.
//!
//! Invariant: only for keys whose hash nobody outside chooses bit by bit.

use std::hash::{BuildHasherDefault, Hasher};

/// Spreads a hash over 64 bits by the golden ratio (Knuth, The Art of Computer
/// Programming, section 6.4).
pub type Spread = BuildHasherDefault<Spreading>;

#[derive(Default)]
pub struct Spreading(u64);

impl Hasher for Spreading {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = (self.0 ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }
}
