//! Where in a unit a shape stands.

use summitry_corpus::ByteRange;

use super::plan::Shape;
use crate::index::{Class, Postings};

/// A stretch of words: first, and one past the last.
pub(crate) type Span = (u32, u32);

/// Something that knows at which places the words of a class stand.
pub(crate) trait Places {
    /// Adds the places of `class`, rising.
    fn places(&self, class: Class, out: &mut Vec<u32>);
}

/// A unit of an index.
pub(crate) struct UnitPlaces<'i> {
    pub postings: &'i Postings,
    pub unit: u32,
}

impl Places for UnitPlaces<'_> {
    fn places(&self, class: Class, out: &mut Vec<u32>) {
        self.postings.positions(class, self.unit, out);
    }
}

/// The words of a text at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct LocalPlaces {
    /// The class of each word.
    pub classes: Vec<Class>,
    /// Where each word stands, in bytes.
    pub ranges: Vec<ByteRange>,
}

impl Places for LocalPlaces {
    fn places(&self, class: Class, out: &mut Vec<u32>) {
        let places = (0_u32..).zip(&self.classes).filter(|(_, at)| **at == class);
        out.extend(places.map(|(place, _)| place));
    }
}

/// Where `shape` stands, in order, each stretch once.
pub(crate) fn spans(shape: &Shape, places: &dyn Places) -> Vec<Span> {
    match shape {
        Shape::Words(classes) => {
            let mut found = Vec::new();
            for class in classes {
                places.places(*class, &mut found);
            }
            if classes.len() > 1 {
                crate::order::sort(&mut found);
                found.dedup();
            }
            found.into_iter().map(|place| (place, place + 1)).collect()
        }
        Shape::OneOf(parts) => {
            let mut all: Vec<Span> = parts.iter().flat_map(|part| spans(part, places)).collect();
            crate::order::sort(&mut all);
            all.dedup();
            all
        }
        Shape::Adjacent(parts) => adjacent(parts, places),
        Shape::Within(parts, gap) => within(parts, *gap, places),
    }
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
            let tail = next.get(from..).unwrap_or(&[]);
            joined.extend(tail.iter().take_while(|span| span.0 == end).map(|span| (start, span.1)));
        }
        found = joined;
    }
    found.dedup();
    found
}

/// Smallest windows that hold one stretch of each part, none twice, with at
/// most `gap` words that belong to none of them.
fn within(parts: &[Shape], gap: u32, places: &dyn Places) -> Vec<Span> {
    let lists: Vec<Vec<Span>> = parts.iter().map(|part| spans(part, places)).collect();
    let mut events: Vec<(Span, usize)> =
        lists.iter().enumerate().flat_map(|(part, list)| list.iter().map(move |span| (*span, part))).collect();
    crate::order::sort(&mut events);
    // The latest stretch of each part; at each event the window from the
    // earliest of them is the smallest that ends here.
    let mut latest: Vec<Option<Span>> = vec![None; parts.len()];
    let mut found: Vec<Span> = Vec::new();
    for (span, part) in events {
        if let Some(slot) = latest.get_mut(part) {
            *slot = Some(span);
        }
        let Some(window) = latest.iter().copied().collect::<Option<Vec<Span>>>() else { continue };
        if let Some(window) = fits(window, gap)
            && found.last() != Some(&window)
        {
            found.push(window);
        }
    }
    found
}

fn fits(mut window: Vec<Span>, gap: u32) -> Option<Span> {
    crate::order::sort(&mut window);
    let apart = window.iter().zip(window.iter().skip(1)).all(|(a, b)| a.1 <= b.0);
    let start = window.first()?.0;
    let end = window.iter().map(|span| span.1).max()?;
    let words: u32 = window.iter().map(|span| span.1 - span.0).sum();
    (apart && (end - start).saturating_sub(words) <= gap).then_some((start, end))
}
