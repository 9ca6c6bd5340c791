//! From bytes of a text to its characters and back.
//!
//! Invariant: both ways agree; an offset within a character is its beginning.
//! Cost: a look-up counts at most [`EVERY`] characters.

/// Every so many characters the byte is noted.
const EVERY: usize = 64;

/// Where the characters of a text stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chars {
    /// The byte of every sixty-fourth character.
    bytes: Vec<u32>,
}

impl Chars {
    pub(crate) fn of(text: &str) -> Chars {
        let bytes = text.char_indices().step_by(EVERY).map(|(at, _)| super::plain::short(at)).collect();
        Chars { bytes }
    }

    /// How many characters stand before a byte.
    pub(crate) fn before(&self, text: &str, byte: usize) -> usize {
        let noted = self.bytes.partition_point(|at| *at as usize <= byte).saturating_sub(1);
        let from = self.bytes.get(noted).map_or(0, |at| *at as usize);
        let rest = text.get(from..).unwrap_or("");
        let within = rest.char_indices().take_while(|(at, c)| from + at + c.len_utf8() <= byte).count();
        noted * EVERY + within
    }

    /// The byte at which a character begins; the text's length behind the
    /// last, `None` beyond that.
    pub(crate) fn byte(&self, text: &str, character: usize) -> Option<usize> {
        let from = match self.bytes.get(character / EVERY) {
            Some(at) => *at as usize,
            // A text whose length is a multiple of the step ends there.
            None if character == text.chars().count() => return Some(text.len()),
            None => return None,
        };
        let rest = text.get(from..)?;
        let mut within = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        within.nth(character % EVERY).map(|at| from + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_characters_agree() {
        for text in ["", "a", "Äpfel – für 100 €", &"aü€😀".repeat(48), &"a".repeat(128)] {
            let chars = Chars::of(text);
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (character, byte) in ends.enumerate() {
                assert_eq!(chars.before(text, byte), character, "{byte} of {text:?}");
                assert_eq!(chars.byte(text, character), Some(byte), "{character} of {text:?}");
            }
            assert_eq!(chars.byte(text, text.chars().count() + 1), None);
            assert_eq!(chars.byte(text, usize::MAX), None);
        }
    }
}
