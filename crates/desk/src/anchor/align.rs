//! Which bytes of a source each character of a block's reading text came from.
//!
//! Invariant: a pair joins the same characters, or a repair with what it
//! repaired. Where the two texts do not go together to the end there is no
//! alignment, rather than a guess.

use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Article, Block, BlockKind, ByteRange};

use super::units::{Reads, Writing, mark, unit};

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

/// How the source of an article is written, told as the corpus tells it.
pub(crate) fn writing(article: &Article) -> Writing {
    let head = article.source.trim_start_matches(is_blank);
    let opens = |opening: &str| head.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    let ending = article.file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Writing::Page,
        _ if opens("<!doctype html") || opens("<html") => Writing::Page,
        "md" | "markdown" => Writing::Markdown,
        _ => Writing::Plain,
    }
}

impl Alignment {
    /// Aligns a block with its source; linear in the length of both.
    pub(crate) fn of(article: &Article, writing: Writing, block: &Block) -> Option<Alignment> {
        let source = block.range.of(&article.source);
        let mut walk = Walk { writing, source, base: block.range.start, at: 0, pairs: Vec::new() };
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
    writing: Writing,
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
        if self.writing == Writing::Plain {
            self.at += self.rest().find(|c| !bullet(c)).unwrap_or(0);
        }
    }

    /// Aligns the words of `text` from one byte to another.
    fn words(&mut self, text: &str, from: usize, until: usize) -> Option<()> {
        for (at, c) in text.get(from..until)?.char_indices().filter(|(_, c)| !is_blank(*c)) {
            let Some((start, end)) = self.character(c) else {
                // Quotation marks that a page's `<q>` stands for.
                if self.writing == Writing::Page && "\"“”„‘’«»'".contains(c) {
                    continue;
                }
                return None;
            };
            self.pair((from + at, from + at + c.len_utf8()), (start, end), end - start == c.len_utf8());
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

    /// Where the next character of the source that shows stands, if it can be
    /// this one; nothing is passed over that could be a word.
    fn character(&mut self, wanted: char) -> Option<(usize, usize)> {
        let before = self.at;
        while !self.rest().is_empty() {
            let (length, reads) = unit(self.writing, self.rest());
            let start = self.at;
            match reads {
                Some(Reads::This(c)) if c == wanted => {
                    self.at += length;
                    return Some((start, self.at));
                }
                Some(Reads::Any) => {
                    self.at += length;
                    return Some((start, self.at));
                }
                None => self.at += length,
                Some(Reads::This(c)) if is_blank(c) => self.at += length,
                Some(Reads::This(_)) => match mark(self.rest()).filter(|_| self.writing == Writing::Markdown) {
                    Some(length) => self.at += length,
                    None => break,
                },
            }
        }
        self.at = before;
        None
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
