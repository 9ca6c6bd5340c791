//! Which bytes of a source each character of a block's reading text came from.
//!
//! Invariant: a pair joins the same characters, or a repair with what it
//! repaired. Where the two texts do not go together to the end there is no
//! alignment, rather than a guess.

use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Article, Block, BlockKind, ByteRange};

/// A piece of the reading text and the piece of the source that it came from,
/// both in bytes; the source's are counted from the beginning of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    text: (u32, u32),
    source: (u32, u32),
    /// Whether the bytes of both are the same, one by one.
    same: bool,
}

/// The alignment of one block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    pairs: Vec<Pair>,
}

impl Alignment {
    /// Aligns a block with its source; linear in the length of both.
    pub(crate) fn of(article: &Article, block: &Block) -> Option<Alignment> {
        let source = article.source_of(block);
        let mut walk = Walk { source: &source, base: block.range.start, at: 0, pairs: Vec::new() };
        // A bullet, and what stands around a day, are no part of the text.
        if matches!(block.kind, BlockKind::ListItem | BlockKind::Dateline) {
            walk.lead(block.text.chars().find(|c| !is_blank(*c))?);
        }
        let mut read = 0;
        for emendation in &block.emendations {
            let start = emendation.range.start as usize;
            walk.words(&block.text, read, start)?;
            walk.repair(&emendation.was, emendation.range)?;
            read = emendation.range.end as usize;
        }
        walk.words(&block.text, read, block.text.len())?;
        Some(Alignment { pairs: walk.pairs })
    }

    /// The range of the source that a range of the text came from; a repair is
    /// taken whole. `None` for blanks only.
    pub(crate) fn source(&self, text: ByteRange) -> Option<ByteRange> {
        let from = self.pairs.partition_point(|pair| pair.text.1 <= text.start);
        let until = self.pairs.partition_point(|pair| pair.text.0 < text.end);
        let (first, last) = (self.pairs.get(from)?, self.pairs.get(until.checked_sub(1)?)?);
        let start = if first.same { first.source.0 + text.start.saturating_sub(first.text.0) } else { first.source.0 };
        let end = if last.same { last.source.1 - last.text.1.saturating_sub(text.end) } else { last.source.1 };
        (from < until).then_some(ByteRange { start, end })
    }

    /// The range of the text that came from a range of the source.
    pub(crate) fn text(&self, source: ByteRange) -> Option<ByteRange> {
        let from = self.pairs.partition_point(|pair| pair.source.1 <= source.start);
        let until = self.pairs.partition_point(|pair| pair.source.0 < source.end);
        let (first, last) = (self.pairs.get(from)?, self.pairs.get(until.checked_sub(1)?)?);
        let start = if first.same { first.text.0 + source.start.saturating_sub(first.source.0) } else { first.text.0 };
        let end = if last.same { last.text.1 - last.source.1.saturating_sub(source.end) } else { last.text.1 };
        (from < until).then_some(ByteRange { start, end })
    }
}

struct Walk<'a> {
    /// The source of the block.
    source: &'a str,
    /// Where that begins in the whole source.
    base: u32,
    /// How much of it is read.
    at: usize,
    pairs: Vec<Pair>,
}

impl Walk<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or("")
    }

    /// Passes over what stands before the first word of an item.
    fn lead(&mut self, first: char) {
        let bullet = |c: char| !c.is_alphabetic() && c != first;
        self.at += self.rest().find(|c| !bullet(c)).unwrap_or(0);
    }

    /// Aligns the words of `text` from one byte to another.
    fn words(&mut self, text: &str, from: usize, until: usize) -> Option<()> {
        for (at, c) in text.get(from..until)?.char_indices().filter(|(_, c)| !is_blank(*c)) {
            let source = self.character(c)?;
            self.pair((from + at, from + at + c.len_utf8()), source, true);
        }
        Some(())
    }

    /// Aligns a repair with what it repaired.
    fn repair(&mut self, was: &str, now: ByteRange) -> Option<()> {
        let mut place: Option<(usize, usize)> = None;
        for c in was.chars().filter(|c| !is_blank(*c)) {
            let (start, end) = self.character(c)?;
            place = Some((place.map_or(start, |(start, _)| start), end));
        }
        let place = place.unwrap_or((self.at, self.at));
        self.pair((now.start as usize, now.end as usize), place, false);
        Some(())
    }

    /// Where the next character of the source that shows stands, if it is this
    /// one.
    fn character(&mut self, wanted: char) -> Option<(usize, usize)> {
        let (at, c) = self.rest().char_indices().find(|(_, c)| !is_blank(*c))?;
        let start = self.at + at;
        self.at = start + c.len_utf8();
        (c == wanted).then_some((start, self.at))
    }

    fn pair(&mut self, text: (usize, usize), source: (usize, usize), same: bool) {
        let short = super::plain::short;
        let text = (short(text.0), short(text.1));
        let source = (self.base + short(source.0), self.base + short(source.1));
        match self.pairs.last_mut() {
            Some(last) if same && last.same && last.text.1 == text.0 && last.source.1 == source.0 => {
                (last.text.1, last.source.1) = (text.1, source.1);
            }
            _ => self.pairs.push(Pair { text, source, same }),
        }
    }
}
