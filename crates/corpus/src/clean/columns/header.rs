//! What stands over a text in columns, and where the text begins.
//!
//! Invariant: lines over the text are joined only where they are set alike.

use super::Role;
use super::line::{Line, Measure};
use super::page::{is_credit, is_jump, is_page_number};
use crate::byline;

/// As many lines may stand over a text.
const MOST: usize = 16;

/// Joins the lines over the text, and gives the line on which it begins.
pub(super) fn read(lines: &[Line<'_>], measure: &Measure, roles: &mut [Role]) -> usize {
    let large = lines.iter().take(MOST).position(Line::is_drop_capital);
    let body = large.unwrap_or_else(|| body(lines, measure));
    let longest = lines.iter().take(body).map(|line| line.length).max().unwrap_or(0);
    // Words of the block so far, and whether one before it may be the headline.
    let (mut words, mut titled) = (lines.first().map_or(0, |line| line.shape.words), false);
    for at in 1..body {
        let (Some(last), Some(line)) = (lines.get(at - 1), lines.get(at)) else { continue };
        let sums_up = line.goes_on() || last.shape.lower >= 2;
        if joins(last, line, measure, longest) && (!titled || sums_up) && words + line.shape.words < 30 {
            words += line.shape.words;
            roles.get_mut(at).into_iter().for_each(|role| *role = Role::Continues);
        } else {
            titled |= words >= 4;
            words = line.shape.words;
        }
    }
    body
}

/// Whether two lines over a text are parts of one headline.
fn joins(last: &Line<'_>, line: &Line<'_>, measure: &Measure, longest: usize) -> bool {
    let other = |line: &Line<'_>| {
        line.hinted
            || is_author(line)
            || is_dated(line)
            || is_credit(line)
            || is_jump(line.text)
            || is_page_number(line.text)
            || line.text.contains('|')
    };
    let label = last.shape.words == 1 && !line.goes_on();
    // A name under a headline that has small words.
    let name = last.shape.lower > 0 && line.shape.lower == 0 && (2..=4).contains(&line.shape.words) && !line.goes_on();
    // A line that sums up begins with a capital, although its first word had a
    // place on the line before.
    let first = line.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let early = (last.length + 1 + first) * 10 <= longest * 9;
    let sums_up = last.shape.lower >= 2 && line.shape.lower >= 2 && !line.goes_on() && early;
    !measure.is_apart(line)
        && last.is_open()
        && !(other(last) || other(line) || label || name || sums_up)
        && last.is_shouted() == line.is_shouted()
}

fn is_author(line: &Line<'_>) -> bool {
    byline::opens(line.text) || byline::fills(line.text)
}

fn is_dated(line: &Line<'_>) -> bool {
    let found = crate::dates::find(line.text);
    found.first().is_some_and(|found| found.range.len() * 2 >= line.text.len() || line.is_shouted())
}

/// `PORT ALDER — The two`, `PORT ALDER (AP) - The two`.
fn is_placed(line: &Line<'_>) -> bool {
    let Some((place, text)) = [" — ", " – ", " - ", "—"].iter().find_map(|dash| line.text.split_once(dash))
    else {
        return false;
    };
    let mut letters = place.chars().filter(|c| c.is_alphabetic());
    place.split_whitespace().count() <= 5
        && letters.clone().count() >= 3
        && letters.by_ref().take(3).all(char::is_uppercase)
        && text.contains(char::is_lowercase)
}

/// The first line of the text.
fn body(lines: &[Line<'_>], measure: &Measure) -> usize {
    let top = || lines.iter().enumerate().take(MOST.min(lines.len()));
    if let Some(author) = top().find(|(_, line)| is_author(line)).map(|(at, _)| at) {
        return behind_author(lines, measure, author);
    }
    if let Some((at, _)) = top().find(|(_, line)| is_placed(line)) {
        return at;
    }
    // Blank lines part what stands over a text from three lines of it or more.
    let apart = |at: usize| lines.get(at).is_none_or(|line| measure.is_apart(line));
    let flows = |at: usize| {
        let pair = (lines.get(at), lines.get(at + 1), lines.get(at + 2));
        let (Some(first), Some(second), Some(third)) = pair else { return false };
        !apart(at + 1)
            && !apart(at + 2)
            && (second.goes_on() && first.is_open() || third.goes_on() && second.is_open())
            && !first.is_shouted()
            && !first.hinted
    };
    let group = top().skip(1).find(|(at, _)| apart(*at) && flows(*at)).map(|(at, _)| at);
    if let Some(at) = group.filter(|at| lines.iter().take(*at).all(|line| line.is_open())) {
        return at;
    }
    let lasts = |at: usize| lines.get(at).is_some_and(|line| line.is_open());
    // A capital that no headline has within a sentence, or a line that ends early.
    let breaks = |(at, line): &(usize, &Line<'_>)| {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let early = before.is_some_and(|before| measure.ends_early(before, line, 85));
        let cased = before.is_some_and(|before| before.is_shouted() && !line.is_shouted());
        at.checked_sub(1).is_some_and(lasts) && !line.goes_on() && (line.opens_sentence() || early || cased)
    };
    let found = top().take(8).take_while(|(at, _)| *at == 0 || lasts(at - 1)).filter(breaks).map(|(at, _)| at).last();
    found.unwrap_or(0)
}

/// The text behind a byline: lines with the author's role, newspaper, address
/// or the day lie between.
fn behind_author(lines: &[Line<'_>], measure: &Measure, author: usize) -> usize {
    let mut at = author + 1;
    while let (Some(line), Some(next)) = (lines.get(at), lines.get(at + 1)) {
        let short = line.is_open() && line.shape.words <= 6 && !next.goes_on() && !line.opens_sentence();
        let label = line.is_shouted() && !is_placed(line)
            || is_dated(line)
            || line.text.contains('@')
            || line.length * 10 <= measure.width * 8;
        if !(short && label) || at > author + 4 {
            break;
        }
        at += 1;
    }
    at.min(lines.len())
}
