//! The source line by line, and what became of each line.
//!
//! Invariant: the parts, one after the other, are the source, byte for byte.
//! Nothing is stored for this: it follows from the ranges of the blocks and of
//! the removed pieces.

use std::borrow::Cow;

use crate::article::{Article, Block, Emendation, Removed};
use crate::clean::segment::is_blank;
use crate::fact::ByteRange;

/// A line of the source, or the part of one that shares a fate.
///
/// A block that was wrapped lies on several lines, and then each of them names
/// the same block; a headline with a date behind it is one line in two parts.
#[derive(Clone, Debug)]
pub struct Received<'a> {
    /// The one-based line that the part stands on.
    pub line: u32,
    /// The words as received, with the blanks around them and the line's end.
    pub text: &'a str,
    /// What became of them.
    pub fate: ReceivedFate<'a>,
    /// What was repaired, in order: bytes of `text`, and the repair.
    pub repairs: Vec<(ByteRange, &'a Emendation)>,
}

/// What became of a part of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceivedFate<'a> {
    /// It holds nothing that shows.
    Blank,
    /// It belongs to this block of the reading text.
    Kept(&'a Block),
    /// It is not part of the reading text.
    Removed(&'a Removed),
}

impl Article {
    /// What a block was read from: its range of the source, with blanks in the
    /// place of pieces within it that were removed. As long in bytes as the range.
    pub fn source_of(&self, block: &Block) -> Cow<'_, str> {
        blanked(&self.source, block.range, &self.removed_within(block))
    }

    /// The ranges of the removed pieces that lie within a block, in order.
    fn removed_within(&self, block: &Block) -> Vec<ByteRange> {
        let from = self.removed.partition_point(|piece| piece.range.start < block.range.start);
        let inner = self.removed.iter().skip(from).take_while(|piece| piece.range.start < block.range.end);
        inner.map(|piece| piece.range).collect()
    }

    /// The source, line by line, with what became of each; linear in its length.
    pub fn received(&self) -> Vec<Received<'_>> {
        let (mut blocks, mut removed) = (self.blocks.iter().peekable(), self.removed.iter().peekable());
        let mut parts = Parts { source: &self.source, line: 1, at: 0, parts: Vec::new() };
        loop {
            let from = |range: ByteRange| range.start;
            let block = blocks.peek().map_or(u32::MAX, |block| from(block.range));
            let piece = removed.peek().map_or(u32::MAX, |piece| from(piece.range));
            if block <= piece {
                let Some(block) = blocks.next() else { break };
                let repairs = repairs(&self.source, block, &self.removed_within(block));
                parts.blank_lines_before(block.range.start as usize);
                // What belongs to the page lies within a paragraph that goes on.
                while let Some(piece) = removed.next_if(|piece| piece.range.start < block.range.end) {
                    parts.cut_words(piece.range.start as usize, ReceivedFate::Kept(block), &repairs);
                    parts.blank_lines_before(piece.range.start as usize);
                    parts.cut(piece.range.end as usize, ReceivedFate::Removed(piece), &[]);
                    let rest = self.source.get(piece.range.end as usize..block.range.end as usize).unwrap_or("");
                    parts.blank_lines_before(block.range.end as usize - rest.trim_start_matches(is_blank).len());
                }
                parts.cut(block.range.end as usize, ReceivedFate::Kept(block), &repairs);
            } else {
                let Some(piece) = removed.next() else { break };
                parts.blank_lines_before(piece.range.start as usize);
                parts.cut(piece.range.end as usize, ReceivedFate::Removed(piece), &[]);
            }
        }
        parts.blank_lines_before(self.source.len());
        parts.cut(self.source.len(), ReceivedFate::Blank, &[]);
        parts.parts
    }
}

/// The parts made so far.
struct Parts<'a> {
    source: &'a str,
    /// The line of the next part.
    line: u32,
    /// The first byte of the source that lies in no part yet.
    at: usize,
    parts: Vec<Received<'a>>,
}

impl<'a> Parts<'a> {
    /// What ends before the line on which `start` stands: the rest of the line
    /// before goes with what stands on it, and blank lines are parts.
    fn blank_lines_before(&mut self, start: usize) {
        let blank = self.source.get(self.at..start).unwrap_or("");
        let Some(end) = blank.rfind('\n').map(|end| self.at + end + 1) else { return };
        let open = self.parts.last_mut().filter(|last| !last.text.ends_with('\n'));
        if let Some(last) = open {
            let rest = blank.find('\n').map_or(0, |found| found + 1);
            let begin = self.at - last.text.len();
            self.at += rest;
            self.line = self.line.saturating_add(1);
            last.text = self.source.get(begin..self.at).unwrap_or("");
        }
        self.cut(end, ReceivedFate::Blank, &[]);
    }

    /// Makes parts of everything up to the last words before `end`.
    fn cut_words(&mut self, end: usize, fate: ReceivedFate<'a>, repairs: &[(ByteRange, &'a Emendation)]) {
        let words = self.source.get(self.at..end).unwrap_or("").trim_end_matches(is_blank).len();
        self.cut(self.at + words, fate, repairs);
    }

    /// Makes parts of everything up to `end`, one a line.
    fn cut(&mut self, end: usize, fate: ReceivedFate<'a>, repairs: &[(ByteRange, &'a Emendation)]) {
        let mut rest = self.source.get(self.at..end).unwrap_or("");
        while !rest.is_empty() {
            let length = rest.find('\n').map_or(rest.len(), |found| found + 1);
            let (text, after) = rest.split_at(length);
            // They are in order: a block may have as many lines as repairs.
            let before = |end: usize| repairs.partition_point(|(range, _)| (range.start as usize) < end);
            let here = repairs.get(before(self.at)..before(self.at + length)).unwrap_or(&[]);
            let within = |range: ByteRange| {
                ByteRange::new(range.start as usize - self.at, (range.end as usize - self.at).min(length))
            };
            let here = here.iter().map(|(range, emendation)| (within(*range), *emendation)).collect();
            self.parts.push(Received { line: self.line, text, fate, repairs: here });
            self.line = self.line.saturating_add(u32::from(text.ends_with('\n')));
            self.at += length;
            rest = after;
        }
    }
}

/// Where the words that were repaired stand in the source, those of `inner`
/// apart, which are others'.
fn repairs<'a>(source: &str, block: &'a Block, inner: &[ByteRange]) -> Vec<(ByteRange, &'a Emendation)> {
    if block.emendations.is_empty() {
        return Vec::new();
    }
    let source = blanked(source, block.range, inner);
    let (mut at, mut read) = (block.range.start as usize, 0);
    let mut places = Vec::with_capacity(block.emendations.len());
    for emendation in &block.emendations {
        let kept = block.text.get(read..emendation.range.start as usize).unwrap_or("");
        let received = source.get(at - block.range.start as usize..).unwrap_or("");
        let Some((start, end)) = place(received, kept, &emendation.was) else { continue };
        read = emendation.range.end as usize;
        places.push((ByteRange::new(at + start, at + end), emendation));
        at += end;
    }
    places
}

/// The words of a range, with blanks in the place of `inner`.
fn blanked<'s>(source: &'s str, range: ByteRange, inner: &[ByteRange]) -> Cow<'s, str> {
    let words = range.of(source);
    if inner.is_empty() {
        return Cow::Borrowed(words);
    }
    let mut text = String::with_capacity(words.len());
    let mut at = range.start as usize;
    for inner in inner {
        text.push_str(source.get(at..inner.start as usize).unwrap_or(""));
        text.extend(std::iter::repeat_n(' ', inner.len()));
        at = inner.end as usize;
    }
    text.push_str(source.get(at..range.end as usize).unwrap_or(""));
    Cow::Owned(text)
}

/// Where `was` stands in `received` after all of `kept`, blanks apart; what
/// cleaning took off, such as a bullet, is passed over.
fn place(received: &str, kept: &str, was: &str) -> Option<(usize, usize)> {
    let shows = |c: &char| !is_blank(*c);
    let mut received = received.char_indices().filter(|(_, c)| shows(c));
    for c in kept.chars().filter(shows) {
        received.find(|(_, other)| *other == c)?;
    }
    let mut found: Option<(usize, usize)> = None;
    for c in was.chars().filter(shows) {
        let (at, other) = received.find(|(_, other)| found.is_some() || *other == c)?;
        if other != c {
            return None;
        }
        found = Some((found.map_or(at, |(start, _)| start), at + c.len_utf8()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::build_one;

    fn check(source: &str, expected: &[(u32, &str, &str)]) {
        let built = build_one("a.txt", source);
        let article = &built.corpus.articles[0];
        let shown: Vec<_> = article
            .received()
            .into_iter()
            .map(|part| {
                let fate = match part.fate {
                    ReceivedFate::Blank => String::new(),
                    ReceivedFate::Kept(block) => block.kind.name().to_owned(),
                    ReceivedFate::Removed(piece) => piece.reason.clone(),
                };
                let repairs: Vec<_> = part.repairs.iter().map(|(range, _)| range.of(part.text)).collect();
                (part.line, part.text.to_owned(), format!("{fate}{}", repairs.concat()))
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(line, text, fate)| (*line, (*text).to_owned(), (*fate).to_owned())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn every_line_says_what_became_of_it() {
        check(
            " Talks end in Vienna - 2003-09-24 \n\nShare this\n\n\nThe two sides agreed on Russiaâ€™s proposal to meet again.\n",
            &[
                (1, " Talks end in Vienna", "headline"),
                (1, " - 2003-09-24 \n", "dateline"),
                (2, "\n", ""),
                (3, "Share this\n", "sharing"),
                (4, "\n", ""),
                (5, "\n", ""),
                (6, "The two sides agreed on Russiaâ€™s proposal to meet again.\n", "paragraphâ€™"),
            ],
        );
    }

    #[test]
    fn a_text_without_anything_has_blank_lines_only() {
        check("", &[]);
        check("\n \n", &[(1, "\n", ""), (2, " \n", "")]);
    }
}
