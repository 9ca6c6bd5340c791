//! A short run of what the fuzz target of archives checks, on the stable
//! toolchain: archives that were damaged by a seeded generator.
//! `SUMMITRY_ZIPS` says how many, 300 if it is not set.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use summitry_workshop::Folder;

#[path = "../fuzz/checks.rs"]
mod checks;

/// A linear congruential generator (Knuth, MMIX); its upper bits are used.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    /// Archives to begin with: a few files, one, and names in folders.
    fn archive(&mut self) -> Vec<u8> {
        let mut folder = Folder::new();
        for number in 0..=self.below(4) {
            let name =
                ["a.txt", "talks/b.html", "catalog.toml", "ß/ü.md", "long-name-of-an-article.txt"][self.below(5)];
            let bytes = "The ministers agreed. ".repeat(self.below(40) + number).into_bytes();
            // The same name again is refused, and the folder has one file less.
            let _ = folder.add(name, bytes);
        }
        folder.to_zip().unwrap()
    }

    /// Changes what an archive says: bytes, numbers, names, its length.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        const NUMBERS: [u8; 6] = [0, 1, 0x7f, 0x80, 0xfe, 0xff];
        const PIECES: [&[u8]; 8] =
            [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"../", b"/", b"\\", b"C:"];
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            match self.below(5) {
                0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = NUMBERS[at % 6]),
                1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
                2 => bytes.iter_mut().skip(at).zip(PIECES[self.below(8)]).for_each(|(byte, new)| *byte = *new),
                3 => {
                    let piece: Vec<u8> = bytes.iter().skip(self.below(bytes.len())).take(60).copied().collect();
                    bytes.splice(at..at, piece);
                }
                _ => bytes.truncate(bytes.len() - self.below(30).min(bytes.len())),
            }
        }
    }
}

#[test]
fn any_damaged_archive_is_a_folder_or_a_sentence() {
    let count = std::env::var("SUMMITRY_ZIPS").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let mut random = Random(16);
    for _ in 0..count {
        let mut bytes = random.archive();
        checks::zip(&bytes);
        random.damage(&mut bytes);
        checks::zip(&bytes);
    }
}
