//! The lines of a text and how they are set: width, blank lines, indents.
//!
//! Invariant: one pass; lengths are counted in characters.

use crate::clean::furniture::is_function_word;
use crate::clean::segment::Segment;
use crate::clean::shape::{End, Shape, bullet};

/// A line and what shows of it without knowing its neighbours.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// In characters.
    pub(super) length: usize,
    pub(super) shape: Shape,
    /// Blank lines before it.
    pub(super) blanks: u32,
    pub(super) indent: u32,
    /// Whether something is decided about it already.
    pub(super) hinted: bool,
}

impl<'a> Line<'a> {
    /// The lines of a text.
    pub(super) fn all(segments: &[Segment<'a>], hinted: impl Fn(u32) -> bool) -> Vec<Line<'a>> {
        let mut before = 0;
        segments
            .iter()
            .map(|segment| {
                let blanks = segment.line.saturating_sub(before).saturating_sub(1).max(u32::from(segment.gap));
                before = segment.line;
                Line {
                    text: segment.text,
                    length: segment.text.chars().count(),
                    shape: Shape::of(segment.text),
                    blanks,
                    indent: segment.indent,
                    hinted: hinted(segment.line),
                }
            })
            .collect()
    }

    /// Whether it breaks off within a sentence.
    pub(super) fn is_open(&self) -> bool {
        self.shape.end == End::Open
    }

    /// Whether it opens with a small letter, as within a sentence.
    pub(super) fn goes_on(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }

    /// Whether it opens with a capital that only a sentence's first word has,
    /// such as `The`.
    pub(super) fn opens_sentence(&self) -> bool {
        let first = self.text.trim_start_matches(['“', '"', '‘', '\'']).split_whitespace().next().unwrap_or("");
        let cased = first.chars().skip(1).all(char::is_lowercase);
        first.starts_with(char::is_uppercase) && cased && is_function_word(first)
    }

    pub(super) fn is_bullet(&self) -> bool {
        bullet(self.text).is_some()
    }

    /// Whether all its letters are capitals.
    pub(super) fn is_shouted(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 2 && letters.all(char::is_uppercase)
    }

    /// Whether it is a single capital, which a page sets large before the first
    /// words of a text.
    pub(super) fn is_drop_capital(&self) -> bool {
        self.length == 1 && self.text.starts_with(char::is_uppercase)
    }

    fn first_word(&self) -> usize {
        self.text.split_whitespace().next().map_or(0, |word| word.chars().count())
    }
}

/// How a text is set.
pub(super) struct Measure {
    /// As many characters as a full line has.
    pub(super) width: usize,
    /// With the first word of the next line no line was so short whose sentence
    /// goes on there: a shorter one was not broken because it was full.
    pub(super) early: usize,
    /// Blank lines between lines that are one paragraph's.
    pub(super) blanks: u32,
    /// The indent of most lines.
    pub(super) indent: u32,
    /// Whether blank lines may part a paragraph that is a line otherwise.
    pub(super) clipping: bool,
}

/// A wider text is no column's, in characters.
const WIDEST: usize = 78;

/// How wide most lines are, and their lengths in order.
fn width(lengths: impl Iterator<Item = usize>) -> (usize, Vec<usize>) {
    // Lines of fewer characters than this tell no width.
    const SHORT: usize = 10;
    let mut lengths: Vec<usize> = lengths.filter(|length| *length >= SHORT).collect();
    lengths.sort_unstable();
    (lengths.get(lengths.len() * 17 / 20).copied().unwrap_or(0), lengths)
}

/// Whether a text is wider than any column: most are, and are not looked at
/// line by line.
pub(super) fn is_wide(segments: &[Segment<'_>], hinted: impl Fn(u32) -> bool) -> bool {
    let open = segments.iter().filter(|segment| !hinted(segment.line));
    width(open.map(|segment| segment.text.chars().count())).0 > WIDEST
}

impl Measure {
    /// How a text is set when it was copied from columns; `clipping` says that
    /// it was cut from a page, whatever its width.
    pub(super) fn of(lines: &[Line<'_>], clipping: bool) -> Option<Measure> {
        let (width, lengths) = width(lines.iter().filter(|line| !line.hinted).map(|line| line.length));
        let (mut pairs, mut flows, mut over_gaps) = (0, 0, 0);
        let (mut gaps, mut close) = (0, 0);
        let mut sums = Vec::new();
        for pair in lines.windows(2) {
            let [first, second] = pair else { continue };
            if first.hinted || second.hinted {
                continue;
            }
            pairs += 1;
            let flow = first.is_open() && second.goes_on() && !second.is_bullet();
            let full = || first.length * 20 >= width * 13 && first.shape.lower >= 2;
            if flow && full() && !first.text.ends_with('-') && !super::page::is_jump(first.text) {
                sums.push(first.length + 1 + second.first_word());
            }
            flows += usize::from(flow);
            over_gaps += usize::from(flow && second.blanks > 0);
            if flow && second.blanks > 0 {
                gaps += 1;
            } else if flow {
                close += 1;
            }
        }
        let blanks = u32::from(gaps > close * 2 && gaps >= 4);
        sums.sort_unstable();
        // A few lines, as those of a headline, are others'; few tell little.
        let shortest = sums.get(sums.len() / 20).copied().unwrap_or(0);
        let most = if sums.len() >= 8 { width + 1 } else { width * 88 / 100 };
        let mut early = shortest.min(most);
        let mut indents: Vec<u32> = lines.iter().map(|line| line.indent).collect();
        indents.sort_unstable();
        let indent = indents.get(indents.len() / 2).copied().unwrap_or(0);
        // Where blank lines or indents show paragraphs, a short line shows little.
        let shown = lines.windows(2).filter(|pair| match pair {
            [first, second] => {
                let border = first.shape.end == End::Stop && !second.goes_on() && first.length * 2 >= width;
                border && (second.blanks > blanks || second.indent > indent + 1)
            }
            _ => false,
        });
        if shown.count() >= 2 {
            early = early.min(width * 6 / 10);
        }
        let longer = lengths.iter().filter(|length| **length * 5 > width * 7).count();
        let narrow = lengths.len() >= 6
            && (16..=WIDEST).contains(&width)
            && longer * 10 <= lengths.len()
            && flows >= 4
            && flows * 10 >= pairs * 3
            && (width <= NARROW
                || over_gaps >= 2
                || lines.iter().any(|line| super::page::is_jump(line.text) || super::page::is_running_head(line)));
        if narrow {
            return Some(Measure { width, early, blanks, indent, clipping: false });
        }
        clipping.then_some(Measure { width, early, blanks: 0, indent, clipping: true })
    }

    /// Whether the line was ended although the first word of the next had a
    /// place on it; `percent` of the width leave room for wide letters.
    pub(super) fn ends_early(&self, line: &Line<'_>, next: &Line<'_>, percent: usize) -> bool {
        (line.length + 1 + next.first_word()) * 100 <= self.width * percent
    }

    /// Whether a line that ends with a full stop was ended although it was not
    /// full.
    pub(super) fn ends_paragraph(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        line.length + 1 + next.first_word() < self.early
    }

    /// Whether more blank lines stand before the line than within paragraphs.
    pub(super) fn is_apart(&self, line: &Line<'_>) -> bool {
        line.blanks > self.blanks
    }
}

/// Wider lines are those of letters and mail, which blank lines part well.
const NARROW: usize = 64;
