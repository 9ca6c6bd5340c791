//! Cleaning: from a text as received to blocks and removed pieces.
//!
//! Rules work from the shape of the text and from words that sites share; they
//! know no outlet. What rules get wrong, [`Hints`] from a catalogue put right.
//!
//! Invariant: every piece of the source that is not blank becomes exactly one
//! block or one removed piece, and only in text copied from columns does a
//! removed piece lie within the range of a block. Linear in the length of the
//! text.

mod body;
pub(crate) mod columns;
pub mod damage;
pub mod furniture;
mod header;
mod picture;
pub mod reading;
pub mod segment;
pub mod shape;
mod unit;

use std::collections::HashMap;

use crate::article::BlockKind;
use crate::fact::ByteRange;
use unit::units;

/// What an editor says about the lines of a source.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// Lines whose kind is set, by line; of several for one line the first
    /// counts.
    pub lines: Vec<LineHint>,
    /// Words of pieces to remove wherever they stand, with the reason.
    pub remove: HashMap<String, String>,
    /// Whether lines may have been broken by whoever set them: so in plain
    /// text, but in no saved page and in no Markdown.
    pub broken: bool,
    /// Whether the text was cut from a newspaper's page, so that a blank line
    /// may stand where a column ended.
    pub clipping: bool,
}

impl Hints {
    /// What is said about a line.
    fn line(&self, line: u32) -> Option<&LineHint> {
        let at = self.lines.partition_point(|hint| hint.line < line);
        self.lines.get(at).filter(|hint| hint.line == line)
    }
}

/// What an editor says about one line.
#[derive(Clone, Debug)]
pub struct LineHint {
    /// One-based.
    pub line: u32,
    /// The kind, or `None` to remove the line.
    pub kind: Option<BlockKind>,
    /// Why; may be empty when a kind is given.
    pub reason: String,
    /// How many bytes at the head of the line are its label, such as
    /// `BYLINE: `, which is a removed piece of its own.
    pub label: u32,
}

/// A piece of the source and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the source.
    pub range: ByteRange,
    /// One-based first and last line.
    pub lines: (u32, u32),
    /// What it is.
    pub fate: Fate,
}

/// What becomes of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is a block of the reading text.
    Kept(BlockKind),
    /// It is set aside, for this reason.
    Removed(String),
}

impl Fate {
    fn removed(reason: &str) -> Fate {
        Fate::Removed(reason.to_owned())
    }
}

/// Whether a line is `Tom Harrow in Leavesham`: two or three capitalised
/// words, `in`, and as many.
pub fn names_author_and_place(text: &str) -> bool {
    let named = |part: &str, least: usize| {
        (least..=3).contains(&part.split_whitespace().count())
            && part.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    };
    text.split_once(" in ").is_some_and(|(name, place)| named(name, 2) && named(place, 1))
}

/// The unit behind its label, which becomes a piece; `None` where nothing is
/// left.
fn without_label<'a>(unit: &unit::Unit<'a>, label: usize, pieces: &mut Vec<Piece>) -> Option<unit::Unit<'a>> {
    let start = unit.range.start as usize;
    let (Some(front), Some(rest)) = (unit.text.get(..label), unit.text.get(label..)) else { return Some(unit.clone()) };
    let named = front.trim_end_matches(segment::is_blank);
    let text = rest.trim_start_matches(segment::is_blank);
    let range = ByteRange::new(start, start + named.len());
    pieces.push(Piece { range, lines: (unit.lines.0, unit.lines.0), fate: Fate::removed(furniture::reason::METADATA) });
    let range = ByteRange { start: ByteRange::new(start + unit.text.len() - text.len(), 0).start, end: unit.range.end };
    (!text.is_empty()).then(|| unit::Unit { text, range, ..unit.clone() })
}

/// The pieces of a text, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// Every piece. Where lines were those of columns a removed piece may lie
    /// within the range of a block, which goes on behind it.
    pub pieces: Vec<Piece>,
    /// Whether the text was copied from a newspaper's columns.
    pub columns: bool,
}

/// Cleans a text.
pub fn clean(source: &str, hints: &Hints) -> Cleaned {
    let rejoined = if hints.broken { columns::rejoined(source, hints) } else { None };
    match rejoined {
        Some(rejoined) => Cleaned { pieces: rejoined.placed(pieces(&rejoined.text, &rejoined.hints)), columns: true },
        None => Cleaned { pieces: pieces(source, hints), columns: false },
    }
}

fn pieces(source: &str, hints: &Hints) -> Vec<Piece> {
    let mut units = units(source, hints);
    let start = header::classify(&mut units);
    body::classify(&mut units, start);
    let mut pieces = Vec::with_capacity(units.len());
    for unit in units {
        let fate = unit.fate.clone().unwrap_or(Fate::Kept(BlockKind::Paragraph));
        let unit = match hints.line(unit.lines.0).map_or(0, |hint| hint.label as usize) {
            0 => unit,
            label => match without_label(&unit, label, &mut pieces) {
                Some(rest) => rest,
                None => continue,
            },
        };
        if fate == Fate::Kept(BlockKind::Headline) {
            header::split_headline(unit.text, unit.range, unit.lines, &mut pieces);
        } else {
            pieces.push(Piece { range: unit.range, lines: unit.lines, fate });
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
