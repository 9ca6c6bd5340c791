//! A text without what only sets it: blanks made single, soft hyphens and
//! zero-width marks left out, and the way back to the text as it was.
//!
//! Invariant: two texts with the same plain text have the same words; each
//! character of a plain text knows where it came from. Linear.

use summitry_corpus::clean::segment::is_blank;

/// A plain text with the way back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plain {
    pub(crate) text: String,
    /// For runs that were copied as they are: where a run begins in the plain
    /// text and in the other, in order.
    runs: Vec<(u32, u32)>,
}

impl Plain {
    pub(crate) fn of(source: &str) -> Plain {
        let mut plain = Plain { text: String::with_capacity(source.len()), runs: Vec::new() };
        let (mut space, mut next) = (None, usize::MAX);
        for (at, c) in source.char_indices() {
            if is_blank(c) {
                if parts_words(c) && space.is_none() {
                    space = Some(at);
                }
                continue;
            }
            if let Some(blank) = space.take().filter(|_| !plain.text.is_empty()) {
                plain.run(blank);
                plain.text.push(' ');
                next = usize::MAX;
            }
            if at != next {
                plain.run(at);
            }
            plain.text.push(c);
            next = at + c.len_utf8();
        }
        plain
    }

    fn run(&mut self, from: usize) {
        self.runs.push((short(self.text.len()), short(from)));
    }

    /// Where the character at this byte of the plain text came from.
    pub(crate) fn origin(&self, at: usize) -> usize {
        let before = self.runs.partition_point(|(plain, _)| *plain as usize <= at);
        let run = before.checked_sub(1).and_then(|run| self.runs.get(run));
        run.map_or(at, |(plain, from)| *from as usize + (at - *plain as usize))
    }

    /// The range of the other text that a range of the plain text came from;
    /// the plain range begins and ends with characters that show.
    pub(crate) fn origin_range(&self, start: usize, end: usize) -> (usize, usize) {
        let last = self.text.get(..end).and_then(|text| text.chars().next_back()).map_or(0, char::len_utf8);
        (self.origin(start), self.origin(end.saturating_sub(last)) + last)
    }
}

/// The plain text alone.
pub(crate) fn plain(source: &str) -> String {
    Plain::of(source).text
}

/// Blanks between words, as opposed to marks within one; the corpus makes its
/// reading text in the same way.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Offsets are of four bytes: no source is longer (`summitry_corpus::MOST_BYTES`).
pub(crate) fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_each_character() {
        let source = "  One\u{a0}\n two-\u{ad}three\u{200b} ü ";
        let plain = Plain::of(source);
        assert_eq!(plain.text, "One two-three ü");
        for (at, c) in plain.text.char_indices().filter(|(_, c)| *c != ' ') {
            assert!(source[plain.origin(at)..].starts_with(c), "{at}");
        }
        let (start, end) = plain.origin_range(4, plain.text.len());
        assert_eq!(&source[start..end], "two-\u{ad}three\u{200b} ü");
    }
}
