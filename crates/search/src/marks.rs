//! The words of a text that a plan asks for.

use summitry_corpus::ByteRange;

use crate::analysis::words;
use crate::evaluate::{LocalPlaces, Plan, Shape, Words, spans};
use crate::index::{Class, Dictionary};

/// The words of `text` as classes of a segment's dictionary.
pub(crate) fn local(text: &str, dictionary: &Dictionary) -> Words {
    let mut looked_up = Words::default();
    let mut key = String::new();
    for word in words(text) {
        word.key_into(&mut key);
        let found = dictionary.find(&key);
        looked_up.classes.push(found.map_or(Class::MAX, |at| dictionary.class(at)));
        looked_up.forms.push(found.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX));
        looked_up.ranges.push(word.range);
    }
    looked_up
}

/// Where what the plan asks for stands: in order, not overlapping. A phrase
/// is one range from its first word to its last; function words that are only
/// wished for are not marked.
pub(crate) fn marks(plan: &Plan, words: &Words) -> Vec<ByteRange> {
    let places = LocalPlaces::new(words);
    let mut marked: Vec<ByteRange> = Vec::new();
    let leaves = plan.leaves.iter().enumerate().filter(|(_, leaf)| !leaf.negated);
    let uncommon = leaves.clone().any(|(_, leaf)| !leaf.common);
    for (number, leaf) in leaves {
        if leaf.first == number && !(leaf.common && uncommon) {
            mark(&leaf.shape, &places, &mut marked);
        }
    }
    merged(marked)
}

/// Ranges in order, those that overlap as one.
pub(crate) fn merged(mut ranges: Vec<ByteRange>) -> Vec<ByteRange> {
    ranges.sort_unstable();
    let mut merged: Vec<ByteRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn mark(shape: &Shape, places: &LocalPlaces<'_>, out: &mut Vec<ByteRange>) {
    let range = |start: u32, end: u32| {
        let first = places.words.ranges.get(start as usize)?;
        let last = places.words.ranges.get(end.checked_sub(1)? as usize)?;
        Some(ByteRange { start: first.start, end: last.end })
    };
    let found = spans(shape, places);
    match shape {
        Shape::Within(parts, _) => {
            for (start, end) in found {
                for part in parts {
                    let inside = spans(part, places);
                    let inside = inside.into_iter().filter(|span| start <= span.0 && span.1 <= end);
                    out.extend(inside.filter_map(|(start, end)| range(start, end)));
                }
            }
        }
        _ => out.extend(found.into_iter().filter_map(|(start, end)| range(start, end))),
    }
}
