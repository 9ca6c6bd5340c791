//! Text copied from the columns of a newspaper page: lines broken at a narrow
//! width, with blank lines where no paragraph ends or none where one does, and
//! what the page prints in between.
//!
//! The text is written anew, one paragraph a line and what belongs to the page
//! on lines of its own, and read as any other; the pieces are then put back to
//! their places. A paragraph that goes on behind such a line reaches over it.
//!
//! Invariant: no word is left out or moved within the text; a text that is not
//! of this kind is left alone. Linear in the length of the text.

mod header;
pub(crate) mod hyphens;
mod line;
mod page;
mod paragraphs;

use super::segment::{Segment, segments};
use super::{Fate, Hints, LineHint, Piece};
use crate::article::BlockKind;
use crate::fact::ByteRange;
use line::{Line, Measure};

/// A text written anew.
pub(super) struct Rejoined {
    /// One paragraph a line.
    pub(super) text: String,
    /// What is decided about its lines.
    pub(super) hints: Hints,
    /// What was copied from where, in the order of `text`.
    runs: Vec<Run>,
}

/// A line of the source in the new text.
struct Run {
    at: usize,
    source: ByteRange,
    line: u32,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    /// It begins a block.
    Opens,
    /// It goes on with the block before, whatever of the page lies between.
    Continues,
    /// It belongs to the page, or is of this kind.
    Set(Fate),
}

/// The text anew, where it was copied from narrow columns.
pub(super) fn rejoined(source: &str, hints: &Hints) -> Option<Rejoined> {
    let segments = segments(source);
    if !hints.clipping && line::is_wide(&segments, |line| hints.line(line).is_some()) {
        return None;
    }
    let lines: Vec<Line<'_>> = Line::all(&segments, |line| hints.line(line).is_some());
    let measure = Measure::of(&lines, hints.clipping)?;
    let mut roles: Vec<Role> = vec![Role::Opens; lines.len()];
    let mut body = 0;
    if !measure.clipping {
        body = header::read(&lines, &measure, &mut roles);
        page::mark(&lines, &measure, body, &mut roles);
    }
    paragraphs::mark(&lines, &measure, body, &mut roles);
    Some(written(&segments, &roles, hints))
}

/// Writes the blocks; what lies within one follows it.
fn written(segments: &[Segment<'_>], roles: &[Role], hints: &Hints) -> Rejoined {
    let hints_of = Hints { lines: Vec::new(), remove: hints.remove.clone(), ..Hints::default() };
    let mut written = Rejoined { text: String::new(), hints: hints_of, runs: Vec::with_capacity(segments.len()) };
    let mut line = 1;
    let mut waiting: Vec<(&Segment<'_>, &Fate)> = Vec::new();
    for (segment, role) in segments.iter().zip(roles) {
        match role {
            Role::Continues => {
                written.text.push(' ');
                written.copy(segment);
            }
            Role::Set(fate) => waiting.push((segment, fate)),
            Role::Opens => {
                for (segment, fate) in waiting.drain(..) {
                    written.set(segment, fate, &mut line);
                }
                written.begin(&mut line);
                if let Some(hint) = hints.line(segment.line) {
                    written.hints.lines.push(LineHint { line, ..hint.clone() });
                }
                written.copy(segment);
            }
        }
    }
    for (segment, fate) in waiting {
        written.set(segment, fate, &mut line);
    }
    written
}

impl Rejoined {
    fn begin(&mut self, line: &mut u32) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
            *line = line.saturating_add(2);
        }
    }

    fn copy(&mut self, segment: &Segment<'_>) {
        self.runs.push(Run { at: self.text.len(), source: segment.range, line: segment.line });
        self.text.push_str(segment.text);
    }

    fn set(&mut self, segment: &Segment<'_>, fate: &Fate, line: &mut u32) {
        self.begin(line);
        let (kind, reason) = match fate {
            Fate::Kept(kind) => (Some(*kind), String::new()),
            Fate::Removed(reason) => (None, reason.clone()),
        };
        self.hints.lines.push(LineHint { line: *line, kind, reason, label: 0 });
        self.copy(segment);
    }

    /// Pieces of the new text as pieces of the source, in its order. A block
    /// reaches over what lies within it; what is removed is in several pieces then,
    /// for each has a reason of its own.
    pub(super) fn placed(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut begins: Vec<u32> = self.runs.iter().map(|run| run.source.start).collect();
        begins.sort_unstable();
        let is_next = |run: &Run, next: &Run| {
            let between = begins.partition_point(|begin| *begin <= run.source.start);
            begins.get(between).is_some_and(|begin| *begin == next.source.start)
        };
        let place = |piece: Piece| {
            let (start, end) = (piece.range.start as usize, piece.range.end as usize);
            let from = self.runs.partition_point(|run| run.at <= start).saturating_sub(1);
            let until = self.runs.partition_point(|run| run.at < end).max(from);
            let runs = self.runs.get(from..until).unwrap_or_default();
            let is_block = matches!(piece.fate, Fate::Kept(_));
            let parts = runs.chunk_by(|run, next| is_block || is_next(run, next)).filter_map(|part| {
                let (first, last) = (part.first()?, part.last()?);
                let within = |place: usize| place.saturating_sub(first.at).min(first.source.len());
                let from = first.source.start as usize + within(start);
                let to = last.source.start as usize + end.saturating_sub(last.at).min(last.source.len());
                let range = ByteRange::new(from, to);
                Some(Piece { range, lines: (first.line, last.line), fate: piece.fate.clone() })
            });
            parts.collect::<Vec<_>>()
        };
        let mut placed: Vec<Piece> = pieces.into_iter().flat_map(place).collect();
        placed.sort_by_key(|piece| piece.range.start);
        placed
    }
}

/// A line that is removed for this reason.
fn removed(reason: &str) -> Role {
    Role::Set(Fate::removed(reason))
}

/// A line that is of this kind.
fn kept(kind: BlockKind) -> Role {
    Role::Set(Fate::Kept(kind))
}

#[cfg(test)]
mod tests;
