//! Which constant goes where, from the addresses in functions and in other
//! constants.
//!
//! The linker leaves each constant in a segment of its own; where one begins is
//! read there, for the optimiser cuts segments anew. A constant moves to a later
//! chunk if its address stands in functions of that chunk, or in constants that
//! these reach, and nowhere else.
//!
//! Invariant: what the first chunk may read is in the first chunk. What an address
//! means, the linker tells (`super::addresses`). In doubt a constant stays: a
//! number of which it knows nothing counts as an address where it may be one, and
//! within a constant as one from which a later constant may be counted.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{ConstExpr, DataSection, MemArg};
use wasmparser::{DataKind, FunctionBody, Operator, Parser, Payload};

use super::{Error, addresses::Addresses, plan::Plan};

/// How many bytes behind an address within a constant another one may begin that
/// is meant: `table[letter - b'a']` is compiled to an address before `table`, and
/// this is 128 letters of 16 bytes.
const REACH: u32 = 2048;

/// What the begin of a constant is at most a multiple of, in bytes.
const ALIGNED: u32 = 16;

/// Bytes of a run of nothing that are sent rather than beginning a segment anew.
const GAP: u32 = 8;

/// The memory as the program finds it, and which constants of it move. Addresses
/// are bytes from the begin of the memory.
pub struct Data {
    /// The runs of bytes that the module sets, by where they begin.
    bytes: BTreeMap<u32, Vec<u8>>,
    /// Where the constants of each chunk lie that move to it, in order, those
    /// behind each other as one.
    moved: Vec<Vec<Range<u32>>>,
}

impl Data {
    /// Decides for the constants of `module`, which `linked` was before it was
    /// optimised.
    ///
    /// # Errors
    /// When one of the modules cannot be read, or sets memory at a place that is
    /// known only when it runs.
    pub fn new(linked: &[u8], module: &[u8], plan: &Plan<'_>) -> Result<Self, Error> {
        let bytes = segments(module)?;
        let places: Vec<Range<u32>> =
            segments(linked)?.iter().map(|(start, bytes)| *start..end(*start, bytes)).collect();
        let constants = Constants { places: &places, bytes: &bytes };
        let addresses = Addresses::of(linked)?;
        let (mut first, mut later) = (BTreeSet::new(), vec![BTreeSet::new(); plan.moved.len()]);
        for (function, body) in (plan.imported..).zip(&plan.bodies) {
            if plan.dropped.contains(&function) {
                continue;
            }
            let chunk = plan.moved.iter().position(|chunk| chunk.contains(&function));
            for number in numbers(body)? {
                match (chunk.and_then(|chunk| later.get_mut(chunk)), addresses.meant(number)) {
                    (reached, Some(meant)) => {
                        reached.unwrap_or(&mut first).extend(meant.into_iter().filter_map(|start| constants.at(start)));
                    }
                    (Some(reached), None) => reached.extend(constants.at(number)),
                    (None, None) => first.extend(constants.near(number)),
                }
            }
        }
        let first = constants.reached(first);
        let later: Vec<BTreeSet<usize>> = later.into_iter().map(|from| constants.reached(from)).collect();
        let only = |chunk: usize, place: usize| {
            let others = later.iter().enumerate().filter(|(other, _)| *other != chunk);
            !first.contains(&place) && !others.clone().any(|(_, reached)| reached.contains(&place))
        };
        let moving = |(chunk, reached): (usize, &BTreeSet<usize>)| {
            let alone = reached.iter().copied().filter(|place| only(chunk, *place));
            constants.runs(alone)
        };
        Ok(Self { moved: later.iter().enumerate().map(moving).collect(), bytes })
    }

    /// How many bytes move, those between two constants included.
    pub fn size(&self) -> u32 {
        self.moved.iter().flatten().map(|place| place.end - place.start).sum()
    }

    /// The segments of the first chunk: everything but what moves.
    pub fn first(&self) -> DataSection {
        let mut gone: Vec<&Range<u32>> = self.moved.iter().flatten().collect();
        gone.sort_by_key(|place| place.start);
        let mut kept = Vec::new();
        for (start, bytes) in &self.bytes {
            let (mut from, stop) = (*start, end(*start, bytes));
            for place in gone.iter().filter(|place| place.start < stop && *start < place.end) {
                kept.push(from..place.start.max(from));
                from = place.end.min(stop).max(from);
            }
            kept.push(from..stop);
        }
        kept.retain(|piece| !piece.is_empty());
        // What lies between two pieces was nothing, or will be brought later.
        let bytes = kept.iter().map(|piece| (piece.start, read(&self.bytes, piece))).collect();
        let mut runs: Vec<Range<u32>> = Vec::new();
        for piece in kept {
            match runs.last_mut() {
                Some(run) if piece.start - run.end <= GAP => run.end = piece.end,
                _ => runs.push(piece),
            }
        }
        section(&runs, &bytes)
    }

    /// The segments of a later chunk, by its number: exactly what moves to it, for
    /// what lies between is in use.
    pub fn later(&self, chunk: usize) -> DataSection {
        section(self.moved.get(chunk).map_or(&[], Vec::as_slice), &self.bytes)
    }
}

fn section(runs: &[Range<u32>], bytes: &BTreeMap<u32, Vec<u8>>) -> DataSection {
    let mut section = DataSection::new();
    for run in runs {
        section.active(0, &ConstExpr::i32_const(run.start.cast_signed()), read(bytes, run));
    }
    section
}

/// The constants by number, in the order of their addresses.
struct Constants<'d> {
    places: &'d [Range<u32>],
    bytes: &'d BTreeMap<u32, Vec<u8>>,
}

impl Constants<'_> {
    /// Where constants lie, given by number in order; with what only fills the
    /// space to the next one, where that is among them.
    fn runs(&self, numbers: impl Iterator<Item = usize>) -> Vec<Range<u32>> {
        let mut runs: Vec<(usize, Range<u32>)> = Vec::new();
        for number in numbers {
            let Some(place) = self.places.get(number) else { continue };
            match runs.last_mut() {
                Some((last, run)) if *last + 1 == number && place.start - run.end < ALIGNED => {
                    (*last, run.end) = (number, place.end);
                }
                _ => runs.push((number, place.clone())),
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// The constant in which an address lies.
    fn at(&self, address: u32) -> Option<usize> {
        let number = self.places.partition_point(|place| place.start <= address).checked_sub(1)?;
        self.places.get(number).filter(|place| place.contains(&address)).map(|_| number)
    }

    /// The constants that an address may mean.
    fn near(&self, address: u32) -> Range<usize> {
        let from = self.places.partition_point(|place| place.end <= address);
        let begins = self.places.get(from).is_some_and(|place| place.start == address);
        let until = if begins { address } else { address.saturating_add(REACH) };
        // Before all constants there are only numbers.
        if self.places.first().is_none_or(|first| address.saturating_add(REACH) < first.start) {
            return 0..0;
        }
        from..self.places.partition_point(|place| place.start <= until)
    }

    /// `from`, with what stands in them as an address, and so on.
    fn reached(&self, from: BTreeSet<usize>) -> BTreeSet<usize> {
        let mut at_hand: Vec<usize> = from.iter().copied().collect();
        let mut reached = from;
        while let Some(place) = at_hand.pop().and_then(|number| self.places.get(number)) {
            // Addresses in constants are aligned, in the memory.
            let aligned = place.start.next_multiple_of(4)..place.end;
            for word in read(self.bytes, &aligned).chunks_exact(4) {
                let word = word.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte));
                at_hand.extend(self.at(word).filter(|number| reached.insert(*number)));
            }
        }
        reached
    }
}

/// The bytes at a place; nothing was set where there are none.
fn read(bytes: &BTreeMap<u32, Vec<u8>>, place: &Range<u32>) -> Vec<u8> {
    let mut found = vec![0; usize::try_from(place.end.saturating_sub(place.start)).unwrap_or_default()];
    if place.is_empty() {
        return found;
    }
    let before = bytes.range(..=place.start).next_back();
    for (start, run) in before.into_iter().chain(bytes.range(place.start.saturating_add(1)..place.end)) {
        let shared = place.start.max(*start)..place.end.min(end(*start, run));
        if shared.is_empty() {
            continue;
        }
        let within = |base: u32| {
            let [from, to] = [shared.start, shared.end].map(|address| usize::try_from(address - base));
            Some(from.ok()?..to.ok()?)
        };
        let to = within(place.start).and_then(|range| found.get_mut(range));
        let from = within(*start).and_then(|range| run.get(range));
        if let (Some(to), Some(from)) = (to, from) {
            to.copy_from_slice(from);
        }
    }
    found
}

/// What a module sets the memory to, by address.
fn segments(module: &[u8]) -> Result<BTreeMap<u32, Vec<u8>>, Error> {
    let mut found = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(section) = payload? else { continue };
        for segment in section {
            let segment = segment?;
            let DataKind::Active { memory_index: 0, offset_expr } = segment.kind else {
                return Err(Error::Missing("place for a segment of data"));
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                return Err(Error::Missing("fixed place for a segment of data"));
            };
            if !segment.data.is_empty() {
                found.insert(value.cast_unsigned(), segment.data.to_vec());
            }
        }
    }
    Ok(found)
}

fn end(start: u32, bytes: &[u8]) -> u32 {
    start.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX))
}

/// The numbers in a function that may be addresses.
fn numbers(body: &FunctionBody<'_>) -> Result<Vec<u32>, Error> {
    let mut found = Numbers::default();
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        if let Operator::I32Const { value } = operator {
            found.0.push(value.cast_unsigned());
        }
        found.instruction(operator).map_err(|error| Error::Encode(error.to_string()))?;
    }
    Ok(found.0)
}

/// Collects the offsets of all kinds of loads and stores.
#[derive(Default)]
struct Numbers(Vec<u32>);

impl Reencode for Numbers {
    type Error = Infallible;

    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, reencode::Error<Infallible>> {
        self.0.extend(u32::try_from(arg.offset));
        utils::mem_arg(self, arg)
    }
}
