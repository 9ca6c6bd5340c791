//! Which of two numbers is the day: by another date of the same source, or by
//! the language of its page.
//!
//! Invariant: where nothing decides, nothing is read, and whatever decided is
//! named in the reason of the date.

use super::Said;
use super::entry::{Entry, Field};
use crate::dates::{FoundDate, Manner, find, find_in};

/// The manner of reading dates, and why it is so.
pub(super) fn manner(said: &Said<'_>) -> (Manner, String) {
    let known = said.manner();
    let texts = || {
        let entries = said.entries.iter().map(|entry| entry.value.as_str());
        let blocks = said.blocks.iter().filter(|block| !block.kind.is_passage()).map(|block| block.text.as_str());
        entries.chain(blocks).chain(said.removed.iter().map(|piece| piece.text.as_str()))
    };
    // Only lines that hold numbers in question are worth the work.
    let Some(open) = texts().find(|text| is_open(text)) else { return (known, String::new()) };
    // 1. A date of the same make that reads one way: `31/12/2013`.
    let numbers = texts().flat_map(|text| find(text).into_iter().map(move |found| (text, found)));
    for (text, found) in numbers {
        if let Some(day_first) = shows_order(found.range.of(text), &found) {
            let reason = format!("“{}” in the same source shows which number is the day.", found.range.of(text));
            return (known.ordered(day_first), reason);
        }
    }
    // 2. A date in words or in ISO 8601 that is one of the two readings.
    let read = |day_first| find_in(open, &Manner::default().ordered(day_first));
    let (by_day, by_month) = (read(true), read(false));
    let passages = said.blocks.iter().filter(|block| block.kind.is_passage()).map(|block| block.text.as_str());
    for text in texts().chain(passages) {
        for found in find(text) {
            let is =
                |readings: &[FoundDate]| readings.iter().any(|reading| reading.date == found.date && reading.decided);
            if is(&by_day) != is(&by_month) {
                let reason = format!("“{}” in the same source is the same day.", found.range.of(text));
                return (known.ordered(is(&by_day)), reason);
            }
        }
    }
    // 3. The language of the page.
    let reason = match (known.day_first, language(said)) {
        (Some(true), Some(entry)) => format!("The page's language, {}, puts the day first.", entry.value),
        (Some(false), Some(entry)) => format!("The page's language, {}, puts the month first.", entry.value),
        _ => String::new(),
    };
    (known, reason)
}

/// Whether a short text holds numbers that are a day in either order.
fn is_open(text: &str) -> bool {
    let either = || find_in(text, &Manner::default().ordered(true));
    text.len() <= 200 && text.contains(['/', '-', '.']) && either().iter().any(|found| found.decided)
}

/// Whether `31/12/2013` puts the day first.
fn shows_order(words: &str, found: &FoundDate) -> Option<bool> {
    let mut numbers = words.split(['/', '-']);
    let (first, second) = (numbers.next()?.trim().parse::<u8>().ok()?, numbers.next()?.trim().parse::<u8>().ok()?);
    let apart = first != second && found.date.day() > 12;
    apart.then_some(first == found.date.day())
}

/// The entry from which a language was taken, for a reason.
fn language<'a>(said: &Said<'a>) -> Option<&'a Entry> {
    said.entries.iter().find(|entry| entry.field == Field::Language)
}
