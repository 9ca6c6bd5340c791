//! Where in a unit a shape stands.

use std::cell::RefCell;

use summitry_corpus::ByteRange;

use super::plan::Shape;
use super::work::Work;
use crate::index::{Class, Cursor, Postings};

/// A stretch of words: first, and one past the last.
pub(crate) type Span = (u32, u32);

/// Something that knows at which places the words of a class stand.
pub(crate) trait Places {
    /// The places of some classes, rising, as stretches of one word. The
    /// classes rise.
    fn places(&self, classes: &[Class]) -> Vec<Span>;

    /// The same, but only of the words at some places of the dictionary, which
    /// rise. Of all words of the classes where words are not known.
    fn exact(&self, classes: &[Class], _forms: &[u32]) -> Vec<Span> {
        self.places(classes)
    }

    /// What is left to do; see [`Work`].
    fn work(&self) -> &Work;
}

/// A unit of an index.
pub(crate) struct UnitPlaces<'i> {
    postings: &'i Postings,
    /// Which one. Units that rise are read fastest.
    pub unit: u32,
    /// How far the lists of some classes have been read.
    cursors: RefCell<Vec<(Class, Cursor)>>,
    work: &'i Work,
}

/// Of how many classes it is known how far they have been read.
const MOST_CURSORS: usize = 8;

impl<'i> UnitPlaces<'i> {
    pub fn new(postings: &'i Postings, work: &'i Work) -> Self {
        UnitPlaces { postings, unit: 0, cursors: RefCell::default(), work }
    }

    /// How often words stand one directly after the other. `order` has at the
    /// end of each pair which word comes next, best the rarest first: where one
    /// does not fit, those after it are not read. `starts` is room to work in.
    pub fn count_adjacent(&self, words: &[Class], order: &[(u32, u32)], starts: &mut Vec<Span>) -> usize {
        starts.clear();
        // Where the phrase may begin, and after that the places of a next word.
        for (number, (_, offset)) in order.iter().enumerate() {
            let before = starts.len();
            let Some(class) = words.get(*offset as usize).filter(|_| number == 0 || before > 0) else { return 0 };
            self.add(*class, starts);
            if number == 0 {
                if *offset > 0 {
                    starts.retain(|(place, _)| place >= offset);
                    starts.iter_mut().for_each(|(place, _)| *place -= offset);
                }
                continue;
            }
            let (mut kept, mut at) = (0, before);
            for start in 0..before {
                let Some((first, _)) = starts.get(start).copied() else { break };
                while starts.get(at).is_some_and(|(place, _)| *place < first + offset) {
                    at += 1;
                }
                if starts.get(at).is_some_and(|(place, _)| *place == first + offset) {
                    starts.swap(kept, start);
                    kept += 1;
                }
            }
            starts.truncate(kept);
        }
        starts.len()
    }
}

impl UnitPlaces<'_> {
    fn add(&self, class: Class, out: &mut Vec<Span>) {
        if !self.work.spend(READ) {
            return;
        }
        let mut cursors = self.cursors.borrow_mut();
        let at = match cursors.iter().position(|(known, _)| *known == class) {
            Some(at) => at,
            None => {
                cursors.truncate(MOST_CURSORS - 1);
                cursors.push((class, Cursor::default()));
                cursors.len() - 1
            }
        };
        if let Some((_, cursor)) = cursors.get_mut(at) {
            let before = out.len();
            let found = |place: u32| out.push((place, place.saturating_add(1)));
            self.postings.positions(class, self.unit, cursor, found);
            self.work.spend(out.len() - before);
        }
    }
}

impl Places for UnitPlaces<'_> {
    fn places(&self, classes: &[Class]) -> Vec<Span> {
        let mut found = Vec::new();
        classes.iter().for_each(|class| self.add(*class, &mut found));
        if classes.len() > 1 {
            sort(&mut found, self.work);
        }
        found
    }

    fn work(&self) -> &Work {
        self.work
    }
}

/// The words of a text at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The class of each word.
    pub classes: Vec<Class>,
    /// The place of each word in the dictionary.
    pub forms: Vec<u32>,
    /// Where each word stands, in bytes.
    pub ranges: Vec<ByteRange>,
}

/// The words of a text at hand, and what was spent on finding places in it.
pub(crate) struct LocalPlaces<'w> {
    pub words: &'w Words,
    work: Work,
}

impl<'w> LocalPlaces<'w> {
    pub fn new(words: &'w Words) -> LocalPlaces<'w> {
        LocalPlaces { words, work: Work::of_a_text() }
    }
}

impl Places for LocalPlaces<'_> {
    fn places(&self, classes: &[Class]) -> Vec<Span> {
        let mut found = Vec::new();
        if !self.work.spend(self.words.classes.len() / LOOKED_AT) {
            return found;
        }
        for (place, class) in (0_u32..).zip(&self.words.classes) {
            if classes.binary_search(class).is_ok() {
                found.push((place, place + 1));
            }
        }
        found
    }

    fn exact(&self, _classes: &[Class], forms: &[u32]) -> Vec<Span> {
        let mut found = Vec::new();
        for (place, form) in (0_u32..).zip(&self.words.forms) {
            if forms.binary_search(form).is_ok() {
                found.push((place, place + 1));
            }
        }
        found
    }

    fn work(&self) -> &Work {
        &self.work
    }
}

/// How many words of a text at hand are looked at in the time of a posting.
const LOOKED_AT: usize = 2;
/// What it costs to find the places of a class in a unit, in postings read.
const READ: usize = 12;
/// What it costs to put a stretch in its place.
const SORTED: usize = 12;

/// Where `shape` stands, in order, each stretch once.
pub(crate) fn spans(shape: &Shape, places: &dyn Places) -> Vec<Span> {
    match shape {
        Shape::Words(classes) => places.places(classes),
        Shape::Exact(classes, forms) => places.exact(classes, forms),
        Shape::OneOf(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.append(&mut spans(part, places));
            }
            sort(&mut all, places.work());
            all
        }
        Shape::Adjacent(parts) => adjacent(parts, places),
        Shape::Within(parts, gap) => within(parts, *gap, places),
    }
}

/// Puts stretches in order, each once.
fn sort(spans: &mut Vec<Span>, work: &Work) {
    if !work.spend(spans.len() * SORTED) {
        spans.clear();
    }
    spans.sort_unstable();
    spans.dedup();
}

fn adjacent(parts: &[Shape], places: &dyn Places) -> Vec<Span> {
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let mut found = spans(first, places);
    for part in rest {
        if found.is_empty() {
            break;
        }
        let next = spans(part, places);
        let mut joined = Vec::new();
        for (start, end) in found {
            let from = next.partition_point(|span| span.0 < end);
            for span in next.get(from..).unwrap_or(&[]) {
                if span.0 != end {
                    break;
                }
                joined.push((start, span.1));
            }
        }
        found = joined;
    }
    found.dedup();
    found
}

/// Smallest windows that hold one stretch of each part, none twice, with at
/// most `gap` words that belong to none of them.
fn within(parts: &[Shape], gap: u32, places: &dyn Places) -> Vec<Span> {
    // Each stretch of each part: first word, length and part, as one number.
    let mut events: Vec<u64> = Vec::new();
    for (part, shape) in (0_u64..).zip(parts) {
        for (start, end) in spans(shape, places) {
            events.push(u64::from(start) << 32 | u64::from(end - start).min(0xffff) << 16 | part & 0xffff);
        }
    }
    events.sort_unstable();
    // The latest stretch of each part; at each event the window from the
    // earliest of them is the smallest that ends here.
    let mut latest: Vec<Span> = vec![(0, 0); parts.len()];
    let mut found: Vec<Span> = Vec::new();
    for event in events {
        if !places.work().spend((parts.len() + 1) * SORTED) {
            break;
        }
        if let Some(slot) = latest.get_mut(event as usize & 0xffff) {
            let start = (event >> 32) as u32;
            *slot = (start, start + (event >> 16 & 0xffff) as u32);
        }
        if let Some(window) = fits(&latest, gap)
            && found.last() != Some(&window)
        {
            found.push(window);
        }
    }
    found
}

/// From the first to the last of some stretches, if none is empty, none
/// overlaps another, and at most `gap` words are in none.
fn fits(window: &[Span], gap: u32) -> Option<Span> {
    let mut window = window.to_vec();
    window.sort_unstable();
    let (start, mut end) = *window.first()?;
    let mut words = 0;
    for (at, span) in window.iter().enumerate() {
        if span.1 <= span.0 || at > 0 && span.0 < end {
            return None;
        }
        end = span.1;
        words += span.1 - span.0;
    }
    (end - start - words <= gap).then_some((start, end))
}
