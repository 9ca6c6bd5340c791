//! The text itself and what follows it.
//!
//! Invariant: when a file holds anything besides furniture, at least one
//! passage is kept.

use std::collections::{HashMap, HashSet};

use super::Fate;
use super::furniture::related::opens_section;
use super::furniture::{marks_comment, opens_comments, reason};
use super::header::line::is_dateline;
use super::header::{mark_runs, set};
use super::picture::{is_caption_pair, is_photo_line, opens_quote};
use super::shape::End;
use super::unit::Unit;
use crate::article::BlockKind;

/// Decides what every unit from `start` is.
pub fn classify(units: &mut [Unit<'_>], start: usize) {
    let after = end_of_text(units, start);
    let title = units.iter().find(|unit| unit.fate == Some(Fate::Kept(BlockKind::Headline)));
    let title = title.map(|unit| unit.words.clone()).unwrap_or_default();
    let repeated = repeated(units, start, after);
    for unit in units.iter_mut().skip(start).filter(|unit| unit.is_open() && unit.shape.is_label(8)) {
        // What a crowd calls again and again is said each time.
        if is_shouted_turn(unit.text) {
            continue;
        }
        if !unit.words.is_empty() && (repeated.contains(&unit.words) || unit.words == title) {
            unit.fate = Some(Fate::removed(reason::REPEATED));
        }
    }
    mark_comments(units, start);
    mark_sections(units, start);
    mark_runs(units.get_mut(start..after).unwrap_or(&mut []), 4);
    let mut at = start;
    while at < units.len() {
        at += decide(units, at, after);
    }
    keep_something(units);
}

/// One past the last unit of the text.
fn end_of_text(units: &[Unit<'_>], start: usize) -> usize {
    let section = units.iter().skip(start).rposition(|unit| opens_section(&unit.words)).map(|at| at + start);
    let prose = |unit: &Unit<'_>| {
        unit.fate == Some(Fate::Kept(BlockKind::Paragraph))
            || unit.is_open() && (unit.shape.is_prose() || unit.shape.bullet && unit.shape.words > 4)
    };
    let mut last = units.iter().rposition(prose).map_or(start, |at| at + 1);
    // Short sentences that follow the last long one belong to the text too.
    let sentence = |unit: &Unit<'_>| {
        let whole = unit.shape.end == End::Stop && unit.shape.words >= 2;
        // A long run of small words that breaks off is no headline.
        let broken = unit.shape.words >= 12 && unit.shape.lower * 10 >= unit.shape.words * 7;
        unit.is_open() && (whole || broken || is_shouted_turn(unit.text))
    };
    while units.get(last).is_some_and(sentence) {
        last += 1;
    }
    let unbroken =
        |at: &usize| units.get(*at..last).is_some_and(|rest| !rest.iter().any(|unit| unit.shape.words >= 20));
    section.filter(|at| *at < last).filter(unbroken).unwrap_or(last).max(start)
}

/// Labels that stand on both sides of the text, or three times and more.
fn repeated(units: &[Unit<'_>], start: usize, after: usize) -> HashSet<String> {
    let mut seen: HashMap<&str, (u32, bool, bool)> = HashMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.shape.is_label(8) && unit.shape.words >= 2) {
        let entry = seen.entry(unit.words.as_str()).or_default();
        entry.0 += 1;
        entry.1 |= at < start;
        entry.2 |= at >= after;
    }
    let over = |(count, before, behind): &(u32, bool, bool)| *count >= 3 || *before && *behind;
    seen.into_iter().filter(|(_, seen)| over(seen)).map(|(words, _)| words.to_owned()).collect()
}

/// Removes what readers wrote, from its heading to the end of the file.
fn mark_comments(units: &mut [Unit<'_>], start: usize) {
    let mut prose = 0;
    let heading = (start..units.len()).find(|at| {
        let Some(unit) = units.get(*at) else { return false };
        prose += u32::from(unit.shape.is_prose());
        // A count of comments may stand within the text: then no reader follows.
        let next = units.get(at + 1..).unwrap_or(&[]).iter().take(8);
        prose >= 2
            && opens_comments(&unit.words)
            && next.clone().any(|unit| unit.shape.words <= 8 && marks_comment(&unit.words))
    });
    let Some(heading) = heading else { return };
    for unit in units.iter_mut().skip(heading).filter(|unit| !matches!(unit.fate, Some(Fate::Kept(_)))) {
        unit.fate = Some(Fate::removed(reason::COMMENTS));
    }
}

/// Removes lists of other articles, from their heading to the next paragraph.
fn mark_sections(units: &mut [Unit<'_>], start: usize) {
    let mut inside = false;
    for unit in units.iter_mut().skip(start) {
        inside |= opens_section(&unit.words);
        inside &= unit.shape.words < 20;
        if inside && unit.is_open() {
            // The page's own date says so; a date that stands bare is another's.
            let own = unit.words.starts_with("publication date") && is_dateline(unit);
            unit.fate = Some(if own { Fate::Kept(BlockKind::Dateline) } else { Fate::removed(reason::RELATED) });
        }
    }
}

/// Decides about the unit at `at`; gives how many units are done with.
fn decide(units: &mut [Unit<'_>], at: usize, after: usize) -> usize {
    let Some(unit) = units.get(at).filter(|unit| unit.is_open()) else { return 1 };
    let next = units.get(at + 1).filter(|next| next.is_open() && at + 1 < after);
    let follows = next.is_some_and(|next| next.shape.is_prose() || next.shape.bullet);
    if at < after && next.is_some_and(|next| is_caption_pair(unit, next)) {
        for (at, kind) in [(at, BlockKind::AlternativeText), (at + 1, BlockKind::Caption)] {
            set(units, at, Fate::Kept(kind));
        }
        return 2;
    }
    let fate = if at >= after { tail(unit) } else { inside(unit, follows) };
    set(units, at, fate);
    1
}

fn inside(unit: &Unit<'_>, text_follows: bool) -> Fate {
    let kind = if unit.shape.bullet {
        BlockKind::ListItem
    } else if unit.shape.is_prose() || speaks(unit.text) {
        BlockKind::Paragraph
    } else if is_photo_line(unit) {
        BlockKind::Caption
    } else if unit.shape.is_label(10) && text_follows && unit.gap && !opens_quote(unit.text) {
        BlockKind::Subhead
    } else {
        BlockKind::Paragraph
    };
    Fate::Kept(kind)
}

/// A turn of a transcript that breaks off, or a salutation: `Q Karine, please —`,
/// `MS. SMITH: So, look —`, `Dear colleagues,`. No heading looks like these.
fn speaks(text: &str) -> bool {
    text.ends_with([',', '—', '–', '-']) || is_shouted_turn(text)
}

/// `Q Yes?`, `AUDIENCE: Hooray —`.
fn is_shouted_turn(text: &str) -> bool {
    crate::voices::turn::label(text).is_some_and(|(label, _)| {
        label == "Q" || label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase)
    })
}

fn tail(unit: &Unit<'_>) -> Fate {
    const LABELS: [&str; 5] = ["published", "posted", "updated", "publication date", "last updated"];
    if is_dateline(unit) && LABELS.iter().any(|label| unit.words.starts_with(label)) {
        return Fate::Kept(BlockKind::Dateline);
    }
    Fate::removed(reason::AFTER)
}

/// A file that rules would empty keeps what is not told by its words alone.
fn keep_something(units: &mut [Unit<'_>]) {
    let passage = |unit: &Unit<'_>| matches!(unit.fate, Some(Fate::Kept(kind)) if kind.is_passage());
    if units.iter().any(passage) {
        return;
    }
    let shape_only = [reason::NAVIGATION, reason::BEFORE, reason::AFTER, reason::REPEATED];
    for unit in units.iter_mut() {
        if matches!(&unit.fate, Some(Fate::Removed(why)) if shape_only.contains(&why.as_str())) {
            unit.fate = Some(Fate::Kept(BlockKind::Paragraph));
        }
    }
}
