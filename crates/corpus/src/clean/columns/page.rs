//! What a newspaper page prints between the lines of an article: numbers of
//! pages, running heads, lines that lead to another page, captions and credits.
//!
//! Invariant: a line within a sentence is no caption unless the sentence goes
//! on behind it.

use std::collections::HashMap;

use super::line::{Line, Measure};
use super::{Role, kept, removed};
use crate::article::BlockKind;
use crate::clean::furniture::{phrases, plain, reason};
use crate::clean::shape::End;

/// The words for a page, and what is put before its number.
const PAGES: [&str; 16] = [
    "page", "pages", "pg", "p", "seite", "s", "página", "pagina", "pág", "pag", "side", "sidan", "sida", "strona",
    "стр", "str",
];

/// Decides about the lines of the page from `body` on, and of those over it
/// that no headline is like.
pub(super) fn mark(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &mut [Role]) {
    let heads = repeated(lines);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.hinted) {
        let role = if is_jump(line.text) {
            Some(removed(reason::JUMP))
        } else if is_page_number(line.text) {
            Some(removed(reason::PAGE_NUMBER))
        } else if is_running_head(line) && at < body && has_day(line.text) {
            Some(kept(BlockKind::Dateline))
        } else if is_running_head(line)
            || at >= body
                && (heads.contains_key(&key(line.text))
                    || is_day(line) && !at.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(leads_to_day))
        {
            Some(removed(reason::RUNNING_HEAD))
        } else if at >= body && stands_alone(lines, at) && by_words(line).is_some() {
            by_words(line).map(removed)
        } else {
            None
        };
        if let (Some(role), Some(place)) = (role, roles.get_mut(at)) {
            *place = role;
        }
    }
    credits(lines, measure, body, roles);
    labels(lines, measure, body, roles);
    inserted(lines, measure, body, roles);
}

fn by_words(line: &Line<'_>) -> Option<&'static str> {
    phrases::by_words(&plain(line.text)).or(line.text.starts_with('©').then_some(reason::LEGAL))
}

/// Whether neither this line nor the next goes on within a sentence.
fn stands_alone(lines: &[Line<'_>], at: usize) -> bool {
    let goes_on = |at: usize| lines.get(at).is_some_and(Line::goes_on);
    !goes_on(at) && !goes_on(at + 1)
}

/// `4`, `A6`, `Page 4`, `- 6 -`, `Seite 4`.
pub(super) fn is_page_number(text: &str) -> bool {
    let words = plain(text);
    let mut words = words.split_whitespace();
    let first = words.next().unwrap_or("");
    let number = if PAGES.contains(&first) { words.next().unwrap_or("") } else { first };
    is_number_of_page(number) && words.next().is_none() && !text.ends_with(['.', ',', '%'])
}

/// `6`, `a6`, `b12`, `6a`: of `plain` words.
fn is_number_of_page(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let ends = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        || word.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
    (1..=3).contains(&digits) && letters <= 1 && letters + digits == word.len() && ends
}

/// Whether a line leads to another page or comes from one: `Continued on page
/// A6`, `From page A1`, `See TALKS, Page 6`, `» TALKS, A4`.
pub(super) fn is_jump(text: &str) -> bool {
    const SAYS: [&str; 34] = [
        "continued on",
        "continued from",
        "continues on",
        "continued",
        "continues",
        "cont d on",
        "cont d from",
        "cont on",
        "cont from",
        "please turn to",
        "turn to",
        "please see",
        "see",
        "from page",
        "from",
        "jump to",
        "more on",
        "fortsetzung auf",
        "fortsetzung von",
        "weiter auf",
        "suite en",
        "suite page",
        "suite de la",
        "lire la suite",
        "continúa en",
        "sigue en",
        "pasa a la",
        "viene de la",
        "continua a",
        "segue a",
        "segue da",
        "continua na",
        "vervolg op",
        "vervolg van",
    ];
    if text.trim_end().ends_with(['.', '?', '!']) && !text.contains("...") {
        return false;
    }
    let words = plain(text);
    let count = words.split_whitespace().count();
    if !(2..=9).contains(&count) {
        return false;
    }
    let mut parts = words.split_whitespace();
    let last = parts.next_back().unwrap_or("");
    let before = parts.next_back().unwrap_or("");
    let to_page =
        is_number_of_page(last) && (last.starts_with(|c: char| c.is_ascii_alphabetic()) || PAGES.contains(&before));
    let any = |least: usize| {
        SAYS.iter()
            .filter(|says| says.split(' ').count() >= least || !matches!(**says, "see" | "from"))
            .find(|says| words.strip_prefix(**says).is_some_and(|rest| rest.starts_with(' ')))
    };
    // `TALKS from A1`, `Talks, continued from page 1`
    let within = words.split_whitespace().skip(1).any(|word| matches!(word, "continued" | "continues" | "from"))
        && text
            .split_whitespace()
            .next()
            .is_some_and(|word| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    let arrow = text.starts_with(['»', '►', '▶', '→', '➤', '☛', '>']);
    let first_page = words.trim_end().ends_with("from page one") || words.trim_end().ends_with("from front page");
    let named = last.bytes().all(|byte| byte.is_ascii_digit()) && PAGES.contains(&before);
    to_page && (any(1).is_some() || within || arrow)
        || named && any(1).is_some()
        || first_page
        || last.bytes().all(|byte| byte.is_ascii_digit())
            && any(2).is_some_and(|says| says.len() > 8 && says.contains(' '))
            && last.len() <= 3
}

/// Short, with the number of a page at an end, and a day or nothing but
/// capitals beside it: `A6 THE COAST COURIER`, `Friday, March 21, 2014 | 6`.
pub(super) fn is_running_head(line: &Line<'_>) -> bool {
    let words = plain(line.text);
    let mut parts = words.split_whitespace();
    let (first, last) = (parts.next().unwrap_or(""), parts.next_back().unwrap_or(""));
    let second = words.split_whitespace().nth(1).unwrap_or("");
    let numbered = is_number_of_page(first) && !(line.goes_on() && first.len() == 1)
        || PAGES.contains(&first) && first.len() > 1 && is_number_of_page(second)
        || is_number_of_page(last);
    let set = line.is_shouted() || line.text.contains(['|', '•', '·']) || has_day(line.text) && line.shape.lower == 0;
    line.is_open() && (2..=14).contains(&line.shape.words) && numbered && set
        || line.is_open() && line.shape.words <= 14 && line.text.contains(['|', '•', '·']) && has_day(line.text)
        || line.is_open() && line.shape.words <= 12 && line.is_shouted() && has_day(line.text)
}

fn has_day(text: &str) -> bool {
    crate::dates::find(text).iter().any(|found| found.precision == crate::Precision::Day)
}

/// Whether the line is a whole date, or one with the name of the day.
fn is_day(line: &Line<'_>) -> bool {
    let found = crate::dates::find(line.text);
    let day = found.first().filter(|found| found.precision == crate::Precision::Day);
    let besides = |day: &crate::dates::FoundDate| {
        let sides = [line.text.get(..day.range.start as usize), line.text.get(day.range.end as usize..)];
        sides
            .into_iter()
            .flatten()
            .flat_map(str::split_whitespace)
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    };
    line.is_open() && !line.goes_on() && !line.text.ends_with(',') && day.is_some_and(|day| besides(day) <= 1)
}

/// Whether a line ends with a word that a date follows within a sentence.
fn leads_to_day(line: &Line<'_>) -> bool {
    const WORDS: [&str; 9] = ["on", "until", "since", "of", "from", "by", "before", "after", "am"];
    line.text.rsplit(' ').next().is_some_and(|word| WORDS.contains(&word))
}

/// Words of a line without its numbers.
fn key(text: &str) -> String {
    let words = plain(text);
    words.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join(" ")
}

/// Short lines without small words that stand more than once.
fn repeated(lines: &[Line<'_>]) -> HashMap<String, u32> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let short = |line: &&Line<'_>| {
        line.is_open() && line.shape.words <= 8 && line.shape.lower == 0 && line.shape.capital > 0 && !line.hinted
    };
    for line in lines.iter().filter(short) {
        *seen.entry(key(line.text)).or_default() += 1;
    }
    seen.retain(|words, count| *count >= 2 && words.len() >= 4);
    seen
}

/// Whether a line says who took a photograph.
pub(super) fn is_credit(line: &Line<'_>) -> bool {
    const CREDITS: [&str; 20] = [
        "photo by",
        "photos by",
        "photograph by",
        "photo courtesy",
        "getty images",
        "ap photo",
        "afp photo",
        "reuters photo",
        "staff photo",
        "file photo",
        "photo credit",
        "image credit",
        "picture alliance",
        "courtesy photo",
        "staff photographer",
        "contributed photo",
        "courtesy of",
        "special to the",
        "staff file",
        "associated press file",
    ];
    const OPENINGS: [&str; 9] =
        ["photo", "photos", "foto", "fotos", "picture", "image", "bild", "fotografía", "photographs"];
    let words = plain(line.text);
    let labelled = line.text.split_once(':').is_some_and(|(label, _)| OPENINGS.contains(&plain(label).trim_end()));
    let slashed =
        line.text.contains('/') && !line.text.contains("//") && line.shape.lower == 0 && line.shape.capital >= 2;
    let said = CREDITS.iter().any(|credit| {
        words.contains(credit) && (line.is_shouted() || line.shape.lower <= 2 || words.starts_with(credit))
    });
    line.shape.words <= 9 && !line.goes_on() && line.shape.end != End::Stop && (labelled || slashed || said)
}

/// Credits, with the captions that stand at them.
fn credits(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &mut [Role]) {
    let found: Vec<usize> = (0..lines.len())
        .filter(|at| {
            matches!(roles.get(*at), Some(Role::Opens))
                && lines.get(*at).is_some_and(|line| !line.hinted && is_credit(line))
        })
        .collect();
    for credit in found {
        let (first, last) = caption(lines, measure, body, roles, credit);
        let within = is_within(lines, roles, first, last, body);
        for role in roles.iter_mut().take(last + 1).skip(first).filter(|role| **role == Role::Opens) {
            *role = if within { removed(reason::CAPTION) } else { kept(BlockKind::Caption) };
        }
    }
}

/// Whether the sentence before `first` goes on behind `last`.
fn is_within(lines: &[Line<'_>], roles: &[Role], first: usize, last: usize, body: usize) -> bool {
    let before = before(roles, first).filter(|at| *at >= body).and_then(|at| lines.get(at));
    let behind = behind(roles, last).and_then(|at| lines.get(at));
    before.is_some_and(Line::is_open) && behind.is_some_and(Line::goes_on)
}

/// The line of the text before `at`.
fn before(roles: &[Role], at: usize) -> Option<usize> {
    roles.iter().take(at).rposition(|role| !matches!(role, Role::Set(_)))
}

/// The line of the text behind `at`.
fn behind(roles: &[Role], at: usize) -> Option<usize> {
    roles.iter().skip(at + 1).position(|role| !matches!(role, Role::Set(_))).map(|found| found + at + 1)
}

/// As many lines a caption has at most.
const MOST: usize = 8;

/// As many where only blank lines tell that it is one.
const MOST_APART: usize = 5;

/// The first and the last line of the caption that a credit stands at.
fn caption(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &[Role], credit: usize) -> (usize, usize) {
    let line = |at: usize| lines.get(at);
    let is_text = |at: usize| roles.get(at) == Some(&Role::Opens) && line(at).is_some_and(|line| !line.hinted);
    let apart = |at: usize| line(at).is_none_or(|line| measure.is_apart(line));
    // Set apart by blank lines before and behind.
    let mut first = credit;
    while !apart(first) && credit - first < MOST && first > body && is_text(first - 1) {
        first -= 1;
    }
    let mut last = credit;
    while !apart(last + 1) && last - credit < MOST && is_text(last + 1) {
        last += 1;
    }
    let edge = (credit == first || credit == last) && last - first <= MOST_APART;
    if edge && apart(first) && apart(last + 1) && !line(first).is_some_and(Line::goes_on) {
        return (first, last);
    }
    // Within a sentence that goes on behind: the caption over the credit.
    let goes_on = |at: usize| line(at).is_some_and(Line::goes_on);
    let opens = |at: usize| {
        at > body && is_text(at) && !goes_on(at) && before(roles, at).and_then(line).is_some_and(Line::is_open)
    };
    if behind(roles, credit).is_some_and(goes_on) {
        let back = (credit.saturating_sub(MOST).max(body)..credit).find(|at| opens(*at));
        let whole = back.filter(|_| line(credit - 1).is_some_and(|line| !line.is_open()));
        return (whole.unwrap_or(credit), credit);
    }
    // The caption under the credit, up to a full stop behind which it goes on.
    if before(roles, credit).and_then(line).is_some_and(Line::is_open) {
        let ends = |at: &usize| line(*at).is_some_and(|line| line.shape.end == End::Stop) && goes_on(at + 1);
        let end = (credit + 1..credit + 1 + MOST).take_while(|at| is_text(*at)).find(ends);
        return (credit, end.unwrap_or(credit));
    }
    (credit, credit)
}

/// Labels in capitals within a sentence.
fn labels(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &mut [Role]) {
    for at in body..lines.len() {
        let Some(line) = lines.get(at).filter(|line| !line.hinted) else { continue };
        let label = roles.get(at) == Some(&Role::Opens)
            && line.is_shouted()
            && line.is_open()
            && line.shape.words <= 5
            && line.length * 10 <= measure.width * 9;
        let name = label && (line.shape.words > 1 || line.length * 2 <= measure.width);
        if name && is_within(lines, roles, at, at, body) {
            set(roles, at, removed(reason::RUNNING_HEAD));
        }
    }
}

/// What stands apart within a sentence: a few whole sentences, set between
/// blank lines, behind which the sentence goes on.
fn inserted(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &mut [Role]) {
    let apart = |at: usize| lines.get(at).is_none_or(|line| measure.is_apart(line));
    for first in body + 1..lines.len() {
        let opens = apart(first) && lines.get(first).is_some_and(|line| !line.goes_on() && !line.hinted);
        if !opens || roles.get(first) != Some(&Role::Opens) {
            continue;
        }
        let Some(last) = (first..first + MOST).find(|at| apart(at + 1)) else { continue };
        let alone = (first..=last).all(|at| roles.get(at) == Some(&Role::Opens));
        let whole = lines.get(last).is_some_and(|line| !line.is_open() || last - first < 2);
        if alone && whole && last + 1 < lines.len() && is_within(lines, roles, first, last, body) {
            (first..=last).for_each(|at| set(roles, at, removed(reason::ASIDE)));
        }
    }
}

fn set(roles: &mut [Role], at: usize, role: Role) {
    if let Some(place) = roles.get_mut(at) {
        *place = role;
    }
}

#[cfg(test)]
mod tests;
