//! What stands before the text: headline, standfirst, byline, dateline.
//!
//! Invariant: at most one unit becomes the headline.

pub(super) mod line;

use super::furniture::{is_counter, phrases, reason};
use super::shape::End;
use super::unit::Unit;
use super::{Fate, Piece, names_author_and_place};
use crate::article::BlockKind;
use crate::dates;
use crate::fact::ByteRange;
use crate::voices::turn::is_official;
use line::{is_byline, is_credit, is_dateline, is_menu_line, is_name, is_turn};

/// Decides what stands before the body, and gives the index of its first unit.
pub fn classify(units: &mut [Unit<'_>]) -> usize {
    let text = |unit: &Unit<'_>| unit.fate == Some(Fate::Kept(BlockKind::Paragraph));
    let opens = |unit: &Unit<'_>| {
        let prose = unit.shape.is_prose() || is_turn(unit) || is_official(unit.text);
        text(unit) || unit.is_open() && prose && !is_byline(unit) && !is_dateline(unit)
    };
    let Some(mut first) = units.iter().position(opens) else { return without_prose(units) };
    mark_lines(units.get_mut(..first).unwrap_or(&mut []));
    let mut headline = find_headline(units, first);
    if headline.is_none() && opens_as_headline(units, first) {
        headline = Some(first);
        first += 1;
    }
    if let Some(at) = headline {
        set(units, at, Fate::Kept(BlockKind::Headline));
        first = standfirst(units, first);
    }
    // In HTML and Markdown the headline is marked: under it stands what sums up.
    let given = units.iter().take(first).position(|unit| unit.fate == Some(Fate::Kept(BlockKind::Headline)));
    let after = headline.or(given).unwrap_or(first);
    settle_rest(units, after, first);
    first
}

/// A file of labels only: the first is the headline, and all else is text.
fn without_prose(units: &mut [Unit<'_>]) -> usize {
    let given = units.iter().any(|unit| unit.fate == Some(Fate::Kept(BlockKind::Headline)));
    let candidate = |unit: &Unit<'_>| unit.is_open() && (2..=30).contains(&unit.shape.words) && !unit.shape.bullet;
    if let (false, Some(unit)) = (given, units.iter_mut().find(|unit| candidate(unit))) {
        unit.fate = Some(Fate::Kept(BlockKind::Headline));
    }
    0
}

/// Decides about the unit at `at`, if there is one.
pub fn set(units: &mut [Unit<'_>], at: usize, fate: Fate) {
    if let Some(unit) = units.get_mut(at) {
        unit.fate = Some(fate);
    }
}

/// Marks bylines, datelines and menus among the units before the body.
fn mark_lines(units: &mut [Unit<'_>]) {
    for unit in units.iter_mut().filter(|unit| unit.is_open()) {
        if is_dateline(unit) {
            unit.fate = Some(Fate::Kept(BlockKind::Dateline));
        } else if super::picture::is_photo_line(unit) {
            unit.fate = Some(Fate::Kept(BlockKind::Caption));
        } else if is_byline(unit) || is_credit(unit) {
            unit.fate = Some(Fate::Kept(BlockKind::Byline));
        } else if is_menu_line(unit) {
            unit.fate = Some(Fate::removed(reason::NAVIGATION));
        }
    }
    // `By` on a line of its own, over the name.
    for at in 1..units.len() {
        let by = units.get(at - 1).is_some_and(|unit| matches!(unit.text.trim_end_matches(':'), "By" | "BY" | "by"));
        if by && units.get(at).is_some_and(|unit| unit.is_open() && is_name(unit)) {
            set(units, at - 1, Fate::Kept(BlockKind::Byline));
            set(units, at, Fate::Kept(BlockKind::Byline));
        }
    }
    mark_runs(units, 3);
}

/// Removes runs of at least `least` short labels; what is decided between two
/// labels breaks no run unless it is kept.
pub fn mark_runs(units: &mut [Unit<'_>], least: usize) {
    let mut run: Vec<usize> = Vec::new();
    for at in 0..=units.len() {
        let (label, neutral) = match units.get(at) {
            Some(unit) => (
                unit.is_open() && unit.shape.is_label(4) && !unit.shape.bullet,
                matches!(unit.fate, Some(Fate::Removed(_))),
            ),
            None => (false, false),
        };
        if label {
            run.push(at);
        } else if !neutral {
            if run.len() >= least {
                run.iter().for_each(|at| set(units, *at, Fate::removed(reason::NAVIGATION)));
            }
            run.clear();
        }
    }
}

/// The unit before `first` that looks most like a headline.
fn find_headline(units: &[Unit<'_>], first: usize) -> Option<usize> {
    if units.iter().any(|unit| unit.fate == Some(Fate::Kept(BlockKind::Headline))) {
        return None;
    }
    let dated = |at: Option<usize>| {
        at.and_then(|at| units.get(at)).is_some_and(|unit| {
            matches!(unit.fate, Some(Fate::Kept(BlockKind::Dateline | BlockKind::Byline | BlockKind::Standfirst)))
        })
    };
    let score = |(at, unit): (usize, &Unit<'_>)| {
        if !unit.is_open() || unit.shape.bullet || !(2..=40).contains(&unit.shape.words) {
            return None;
        }
        let mut score = i32::from((4..=22).contains(&unit.shape.words)) * 2;
        score += i32::from(unit.shape.lower > 0) + i32::from(unit.shape.end == End::Open);
        score += i32::from(dated(at.checked_sub(1)) || dated(Some(at + 1)));
        score -= 3 * i32::from(names_author_and_place(unit.text));
        (score >= 1).then_some((score, std::cmp::Reverse(at)))
    };
    let before = units.get(..first).unwrap_or(units);
    let found: Vec<_> = before.iter().enumerate().filter_map(score).collect();
    // A few words alone at the top are a headline; among others they are not.
    let enough = |best: &&(i32, std::cmp::Reverse<usize>)| best.0 >= 2 || found.len() == 1;
    let best = found.iter().max().filter(enough)?;
    // A longer line under a shorter one sums it up: the shorter is the headline.
    let words = |at: usize| units.get(at).map_or(0, |unit| unit.shape.words);
    let above = found.iter().find(|(score, at)| at.0 + 1 == best.1.0 && score + 1 >= best.0);
    let title = above.filter(|(_, at)| {
        let (above, below) = (words(at.0), words(best.1.0));
        above >= 3 && above * 2 < below + 3 || above >= 6 && above < below
    });
    Some(title.unwrap_or(best).1.0)
}

/// A headline that is a sentence: one short sentence, then running text.
fn opens_as_headline(units: &[Unit<'_>], first: usize) -> bool {
    let given = units.iter().any(|unit| unit.fate == Some(Fate::Kept(BlockKind::Headline)));
    let Some(unit) = units.get(first) else { return false };
    // Labels may stand between, such as a place or a time.
    let mut after = units.iter().skip(first + 1).take(4);
    let Some(next) = after.find(|unit| unit.is_open() && unit.shape.is_prose()) else { return false };
    let quoted = unit.text.contains(['"', '“', '«']);
    let alone = unit.is_open() && next.gap;
    // A long headline ends without a full stop, which no paragraph does.
    let unended = unit.shape.end == End::Open && unit.shape.words <= 45 && next.shape.end == End::Stop;
    let short = unit.shape.words <= 16 && !quoted && next.shape.words > 2 * unit.shape.words;
    !given && alone && (unended || short && sentences(unit.text) <= 1)
}

fn sentences(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.len() > 3 && word.ends_with(['.', '?', '!'])).count()
}

/// A summary that stands between the headline and the text: it has a credit
/// after it, or the text after it introduces the same person in full again.
fn standfirst(units: &mut [Unit<'_>], first: usize) -> usize {
    let Some(unit) = units.get(first).filter(|unit| unit.is_open() && unit.shape.words <= 60) else { return first };
    let credit = |unit: &Unit<'_>| is_byline(unit) || is_dateline(unit) || is_name(unit);
    // What a newspaper's page prints within the first paragraph is no credit.
    let of_page = |unit: &Unit<'_>| match &unit.fate {
        Some(Fate::Removed(why)) => [reason::RUNNING_HEAD, reason::CAPTION].contains(&why.as_str()),
        _ => false,
    };
    let before_credit = units.get(first + 1).is_some_and(|unit| credit(unit) && !of_page(unit));
    let again = units.get(first + 1).is_some_and(|next| next.is_open() && introduces_again(unit.text, next.text));
    if !(before_credit || again) {
        return first;
    }
    let prose = |unit: &Unit<'_>| unit.is_open() && unit.shape.is_prose() && !credit(unit);
    let rest = units.get(first + 1..).unwrap_or(&[]);
    let Some(next) = rest.iter().position(prose) else { return first };
    set(units, first, Fate::Kept(BlockKind::Standfirst));
    first + 1 + next
}

/// Whether both texts open with the same four words, a name among them.
fn introduces_again(summary: &str, text: &str) -> bool {
    let shared: Vec<&str> =
        summary.split_whitespace().zip(text.split_whitespace()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
    let part =
        |word: &str| word.starts_with(char::is_uppercase) && !matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms");
    let in_full = |pair: &[&str]| pair.iter().all(|word| part(word));
    shared.len() >= 4 && shared.get(1..).unwrap_or(&[]).windows(2).any(in_full)
}

/// What is left between the top of the file and the text.
fn settle_rest(units: &mut [Unit<'_>], headline: usize, first: usize) {
    let between = units.get_mut(headline..first).unwrap_or(&mut []);
    mark_lines(between);
    // The room, the town and the hour over a transcript are no menu.
    let menu = Fate::removed(reason::NAVIGATION);
    let by_shape = |unit: &&mut Unit<'_>| {
        unit.fate.as_ref() == Some(&menu) && phrases::by_words(&unit.words).is_none() && !is_counter(&unit.words)
    };
    let few: Vec<&mut Unit<'_>> = between.iter_mut().filter(by_shape).collect();
    if few.len() < 6 {
        few.into_iter().for_each(|unit| unit.fate = Some(Fate::removed(reason::BEFORE)));
    }
    let title = units.get(headline).map(|unit| unit.words.clone()).unwrap_or_default();
    let mut at = 0;
    while at < first {
        let fate = match (units.get(at), units.get(at + 1).filter(|_| at + 1 < first)) {
            (Some(unit), _) if !unit.is_open() => None,
            (Some(unit), _) if !title.is_empty() && unit.words == title => Some(Fate::removed(reason::REPEATED)),
            (Some(_), _) if at < headline => Some(Fate::removed(reason::BEFORE)),
            (Some(unit), Some(next)) if super::picture::is_caption_pair(unit, next) => {
                set(units, at + 1, Fate::Kept(BlockKind::Caption));
                Some(Fate::Kept(BlockKind::AlternativeText))
            }
            // Under the name of a picture's agency stand the picture's words.
            (Some(unit), _) if !unit.gap && at > 0 && is_caption(units, at - 1) && unit.shape.words <= 30 => {
                Some(Fate::Kept(BlockKind::Caption))
            }
            (Some(unit), _) if is_name(unit) || names_author_and_place(unit.text) => {
                Some(Fate::Kept(BlockKind::Byline))
            }
            (Some(unit), _) if super::picture::is_photo_line(unit) => Some(Fate::Kept(BlockKind::Caption)),
            (Some(unit), _) if unit.shape.bullet => Some(Fate::Kept(BlockKind::ListItem)),
            (Some(unit), next) if unit.shape.words >= 5 && !(next.is_none() && unit.shape.end == End::Colon) => {
                Some(Fate::Kept(BlockKind::Standfirst))
            }
            // `The telegram says:`, right over it.
            (Some(unit), None) if unit.shape.end == End::Colon => Some(Fate::Kept(BlockKind::Paragraph)),
            // `Key points`, right over a list.
            (Some(_), None) if units.get(first).is_some_and(|text| text.shape.bullet) => {
                Some(Fate::Kept(BlockKind::Subhead))
            }
            (Some(_), _) => Some(Fate::removed(reason::BEFORE)),
            (None, _) => None,
        };
        if let Some(fate) = fate {
            set(units, at, fate);
        }
        at += 1;
    }
}

fn is_caption(units: &[Unit<'_>], at: usize) -> bool {
    units.get(at).is_some_and(|unit| unit.fate == Some(Fate::Kept(BlockKind::Caption)) && unit.shape.words <= 3)
}

/// A headline may end in a date or in the name of the site: `… - 2003-09-24`,
/// `… | The Paper`. These become pieces of their own.
pub fn split_headline(text: &str, range: ByteRange, lines: (u32, u32), pieces: &mut Vec<Piece>) {
    let cut =
        text.rfind(" - ").or_else(|| text.rfind(" | ")).or_else(|| text.rfind(" – ")).or_else(|| text.rfind(" — "));
    let cited = text.find(crate::archive::BY).map(|at| (at, Fate::removed(reason::METADATA)));
    let tail = cited.or_else(|| cut.and_then(|at| tail_fate(text.get(at..)?).map(|fate| (at, fate))));
    let Some((at, fate)) = tail else {
        pieces.push(Piece { range, lines, fate: Fate::Kept(BlockKind::Headline) });
        return;
    };
    let middle = range.start as usize + at;
    let front = text.get(..at).unwrap_or("").trim_end();
    let tail = text.get(at..).unwrap_or("");
    let breaks = |text: &str| u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
    let first = ByteRange::new(range.start as usize, range.start as usize + front.len());
    let ends = lines.0.saturating_add(breaks(front));
    pieces.push(Piece { range: first, lines: (lines.0, ends), fate: Fate::Kept(BlockKind::Headline) });
    let last = ByteRange::new(middle + (tail.len() - tail.trim_start().len()), range.end as usize);
    let begins = lines.1.saturating_sub(breaks(tail.trim_start()));
    pieces.push(Piece { range: last, lines: (begins, lines.1), fate });
}

fn tail_fate(tail: &str) -> Option<Fate> {
    let bare = tail.trim_start_matches([' ', '-', '|', '–', '—']);
    let found = dates::find(bare);
    if found.first().is_some_and(|date| date.range.len() == bare.len()) {
        return Some(Fate::Kept(BlockKind::Dateline));
    }
    let site = tail.starts_with(" | ") && bare.split_whitespace().count() <= 4;
    site.then(|| Fate::removed(reason::SITE))
}
