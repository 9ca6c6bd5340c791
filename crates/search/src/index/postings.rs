//! Posting lists: for each class the units, how often, and at which places.
//!
//! In memory the units are one flat array, so that a list is a slice and two
//! lists are intersected without decoding. Positions stay packed (variable
//! length integers of the gaps), since only phrases ask for them; a place to
//! begin reading is kept for each 32 postings.

use std::borrow::Cow;

use super::varint::{Reader, push_varint};
use super::{Class, gallop};

/// Postings between two kept places.
const BLOCK: usize = 32;

/// The posting lists of a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Postings {
    /// Where the list of each class begins in `units`; one more at the end.
    starts: Vec<u32>,
    units: Vec<u32>,
    counts: Vec<u16>,
    positions: Vec<u8>,
    /// Where the positions of each 32nd posting begin.
    places: Vec<u32>,
    /// The position that was added last.
    before: u32,
}

/// The units in which something occurs, and how often.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Hits<'i> {
    pub units: Cow<'i, [u32]>,
    pub counts: Cow<'i, [u16]>,
}

impl Hits<'_> {
    /// Adds a unit behind the others, if anything was counted in it.
    pub fn add(&mut self, unit: u32, count: usize) {
        if count > 0 {
            self.units.to_mut().push(unit);
            self.counts.to_mut().push(u16::try_from(count).unwrap_or(u16::MAX));
        }
    }
}

/// The lists as they go over the wire.
pub(super) struct Streams {
    /// How many postings each class has.
    pub frequencies: Vec<u8>,
    /// Units, each less the one before in its list.
    pub gaps: Vec<u8>,
    /// Counts less one.
    pub counts: Vec<u8>,
}

impl Postings {
    /// Writes the lists, without positions.
    pub(super) fn streams(&self) -> Streams {
        let mut streams = Streams { frequencies: Vec::new(), gaps: Vec::new(), counts: Vec::new() };
        let classes = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        for class in 0..classes {
            let hits = self.hits(class);
            push_varint(&mut streams.frequencies, u32::try_from(hits.units.len()).unwrap_or(u32::MAX));
            let mut before = 0;
            for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
                push_varint(&mut streams.gaps, unit - before);
                push_varint(&mut streams.counts, u32::from(count.saturating_sub(1)));
                before = unit + 1;
            }
        }
        streams
    }

    /// The positions as they are kept.
    pub(super) fn packed_positions(&self) -> &[u8] {
        &self.positions
    }

    /// How many postings all lists have together.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// Leaves out the positions, which headings do not need.
    pub(super) fn forget_positions(&mut self) {
        self.positions = Vec::new();
        self.places = Vec::new();
    }

    /// Reads the list of a class. A function of its own that is called often,
    /// so that a browser soon compiles it well.
    #[inline(never)]
    fn read_list(&mut self, postings: u32, gaps: &mut Reader<'_>, counts: &mut Reader<'_>) -> Option<()> {
        let mut unit = 0_u32;
        for _ in 0..postings {
            unit = unit.checked_add(gaps.number()?)?;
            self.units.push(unit);
            self.counts.push(u16::try_from(counts.number()?).ok()?.checked_add(1)?);
            unit = unit.checked_add(1)?;
        }
        self.end_class();
        Some(())
    }

    /// Reads what [`streams`](Self::streams) wrote, for so many classes.
    pub(super) fn from_streams(classes: usize, frequencies: &[u8], gaps: &[u8], counts: &[u8]) -> Option<Postings> {
        let (mut frequencies, mut gaps, mut counts) =
            (Reader { bytes: frequencies }, Reader { bytes: gaps }, Reader { bytes: counts });
        let mut postings = Postings::new();
        // A gap has a byte at least, so a foreign number cannot ask for more
        // memory than there are bytes.
        let most = gaps.bytes.len().min(counts.bytes.len());
        postings.units.reserve(most);
        postings.counts.reserve(most);
        postings.starts.reserve(classes.min(frequencies.bytes.len()));
        for _ in 0..classes {
            postings.read_list(frequencies.number()?, &mut gaps, &mut counts)?;
        }
        frequencies.end()?;
        gaps.end()?;
        counts.end()?;
        Some(postings)
    }

    /// Takes the positions for the lists that are there; `None` when they do
    /// not fit them.
    pub(super) fn set_positions(&mut self, packed: Vec<u8>) -> Option<()> {
        let mut places = Vec::with_capacity(self.units.len().div_ceil(BLOCK));
        let mut rest = packed.as_slice();
        for block in self.counts.chunks(BLOCK) {
            places.push(u32::try_from(packed.len() - rest.len()).ok()?);
            let mut wanted: usize = block.iter().map(|count| usize::from(*count)).sum();
            // A number ends with a byte whose high bit is clear.
            while wanted > 0 {
                let (next, after) = rest.split_at(rest.len().min(wanted));
                wanted -= next.iter().filter(|byte| **byte < 0x80).count();
                rest = (!next.is_empty()).then_some(after)?;
            }
        }
        if !rest.is_empty() || packed.last().is_some_and(|byte| *byte >= 0x80) {
            return None;
        }
        self.places = places;
        self.positions = packed;
        Some(())
    }

    /// The words of each of so many units: the sums of the counts. `None`
    /// when a list names a unit beyond.
    pub(super) fn lengths(&self, units: usize) -> Option<Vec<u32>> {
        let mut lengths = vec![0_u32; units];
        for (unit, count) in self.units.iter().zip(&self.counts) {
            let length = lengths.get_mut(*unit as usize)?;
            *length = length.checked_add(u32::from(*count))?;
        }
        Some(lengths)
    }

    /// Begins an empty set of lists.
    pub fn new() -> Self {
        Postings { starts: vec![0], ..Postings::default() }
    }

    /// Adds an occurrence to the list of the current class: places rise.
    pub fn push(&mut self, unit: u32, position: u32) {
        let begun = self.starts.last().is_some_and(|start| (*start as usize) < self.units.len());
        if begun && self.units.last() == Some(&unit) {
            let Some(count) = self.counts.last_mut().filter(|count| **count < u16::MAX) else { return };
            *count += 1;
        } else {
            if self.units.len().is_multiple_of(BLOCK) {
                self.places.push(u32::try_from(self.positions.len()).unwrap_or(u32::MAX));
            }
            self.units.push(unit);
            self.counts.push(1);
            self.before = 0;
        }
        push_varint(&mut self.positions, position - self.before);
        self.before = position;
    }

    /// Ends the list of the current class.
    pub fn end_class(&mut self) {
        self.before = 0;
        self.starts.push(u32::try_from(self.units.len()).unwrap_or(u32::MAX));
    }

    fn range(&self, class: Class) -> std::ops::Range<usize> {
        let class = class as usize;
        match (self.starts.get(class), self.starts.get(class + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The units of a class, rising.
    pub fn units(&self, class: Class) -> &[u32] {
        self.units.get(self.range(class)).unwrap_or(&[])
    }

    /// The units of a class with counts.
    pub fn hits(&self, class: Class) -> Hits<'_> {
        let range = self.range(class);
        Hits {
            units: Cow::Borrowed(self.units.get(range.clone()).unwrap_or(&[])),
            counts: Cow::Borrowed(self.counts.get(range).unwrap_or(&[])),
        }
    }

    /// Tells the positions of a class in a unit, rising. `cursor` is how far
    /// the list has been read, a new one for a list not read yet: units that
    /// rise are read once through. Otherwise at most 31 other postings are
    /// skipped.
    pub fn positions(&self, class: Class, unit: u32, cursor: &mut Cursor, mut found: impl FnMut(u32)) {
        let range = self.range(class);
        let from = range.start.max(cursor.posting);
        let (from, list) = match self.units.get(from..range.end) {
            Some(list) if list.first().is_some_and(|first| *first <= unit) => (from, list),
            _ => (range.start, self.units.get(range).unwrap_or(&[])),
        };
        let rest = gallop(list, unit);
        if rest.first() != Some(&unit) || self.positions.is_empty() {
            return;
        }
        let posting = from + (list.len() - rest.len());
        // From the cursor, or from the block's beginning if that is nearer.
        let block = posting - posting % BLOCK;
        let mut bytes = if (block..=posting).contains(&cursor.posting) {
            Reader { bytes: self.positions.get(cursor.place..).unwrap_or(&[]) }
        } else {
            cursor.posting = block;
            let place = self.places.get(posting / BLOCK).copied().unwrap_or(0);
            Reader { bytes: self.positions.get(place as usize..).unwrap_or(&[]) }
        };
        for skipped in self.counts.get(cursor.posting..posting).unwrap_or(&[]) {
            for _ in 0..*skipped {
                bytes.number();
            }
        }
        let mut position = 0_u32;
        for _ in 0..self.counts.get(posting).copied().unwrap_or(0) {
            position = bytes.number().unwrap_or(0).saturating_add(position);
            found(position);
        }
        *cursor = Cursor { posting: posting + 1, place: self.positions.len() - bytes.bytes.len() };
    }
}

/// How far the list of a class has been read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    /// The posting that comes next.
    posting: usize,
    /// Where its positions begin.
    place: usize,
}
