//! Times of day beside a date, with their zones.
//!
//! Invariant: a zone is given in the source's own letters, an offset as
//! `+09:00`; `Z` is `UTC`, as ISO 8601 has it.

use super::token::Token;
use crate::date::Minute;

/// Words and signs between a date and its time.
const BETWEEN: &[&str] = &[
    ",", "|", "at", "At", "AT", "-", "–", "—", "·", "•", "T", "/", "um", "kl", ".", "à", "às", "alle", "ore", "klo",
    "om", "o", "godz", "в", "о", "las", "a", "ob", "u",
];

/// Zones by the letters that newspapers and wires use for them.
const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "IST", "WET", "WEST", "CET", "CEST", "MEZ", "MESZ", "EET", "EEST", "MSK", "TRT", "EST", "EDT",
    "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "AKST", "AKDT", "HST", "AST", "ADT", "NST",
    "NDT", "BRT", "ART", "CLT", "WAT", "CAT", "EAT", "SAST", "GST", "IRST", "PKT", "NPT", "ICT", "WIB", "WITA", "WIT",
    "SGT", "MYT", "HKT", "PHT", "JST", "KST", "AWST", "ACST", "ACDT", "AEST", "AEDT", "NZST", "NZDT", "UK",
];

/// A time of day right after a date, and how many tokens it takes.
pub(super) fn after(tokens: &[Token<'_>]) -> (Option<Minute>, usize) {
    let at = tokens.iter().take(4).take_while(|token| token.is(BETWEEN)).count();
    match time(tokens.get(at..).unwrap_or(&[])) {
        Some((minute, used)) => (Some(minute), at + used),
        None => (None, 0),
    }
}

/// A time of day that leads up to a date behind `tokens`, and the byte at which
/// it begins: `18:52 GMT, Monday, `.
pub(super) fn before(tokens: &[Token<'_>]) -> Option<(Minute, usize)> {
    let from = tokens.len().saturating_sub(12);
    (from..tokens.len()).find_map(|at| {
        let rest = tokens.get(at..)?;
        let (minute, used) = time(rest)?;
        let between = rest.get(used..)?;
        let leads = |token: &Token<'_>| {
            token.is(&[",", "|", "-", "–", "·", "(", ")"]) || token.is_word(&["on"]) || is_weekday(token)
        };
        let first = rest.first()?.start;
        between.iter().all(leads).then_some((minute, first))
    })
}

fn is_weekday(token: &Token<'_>) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let word = token.text.to_lowercase();
    DAYS.iter().any(|day| word == *day || word.starts_with(day) && word.ends_with("day"))
}

/// A time at the head of some tokens, and how many of them it takes.
fn time(tokens: &[Token<'_>]) -> Option<(Minute, usize)> {
    let (mut hour, minute, mut at, half) = numbers(tokens)?;
    let mut half = half.to_lowercase();
    if half.is_empty() {
        let (word, used) = half_of_day(tokens.get(at..).unwrap_or(&[]));
        half = word.to_owned();
        at += used;
    }
    hour = match half.as_str() {
        "pm" if hour < 12 => hour + 12,
        "am" if hour == 12 => 0,
        _ => hour,
    };
    let (zone, used) = zone(tokens.get(at..).unwrap_or(&[]));
    Some((Minute { hour, minute, zone }, at + used))
}

/// `18:52`, `18.52`, `18:52:07.123`, `18h52`, `6:52pm`: hour, minute, tokens
/// and what stands right behind the minute.
fn numbers<'a>(tokens: &[Token<'a>]) -> Option<(u8, u8, usize, &'a str)> {
    let first = tokens.first()?;
    if let Some((hour, minute)) = first.text.split_once(['h', 'H']) {
        let (hour, minute) = (hour.parse::<u8>().ok()?, minute.parse::<u8>().ok().filter(|_| minute.len() == 2)?);
        return (hour <= 23 && minute <= 59).then_some((hour, minute, 1, ""));
    }
    let hour = u8::try_from(first.number()?).ok().filter(|_| first.text.chars().count() <= 2)?;
    let (colon, minute) = (tokens.get(1)?, tokens.get(2)?);
    let number = minute.text.get(..2)?.parse::<u8>().ok().or_else(|| u8::try_from(minute.number()?).ok())?;
    if !colon.is(&[":", "."]) || hour > 23 || number > 59 {
        return None;
    }
    let mut rest = minute.text.get(2..).unwrap_or("");
    if rest.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut at = 3;
    if let Some([sign, seconds]) = tokens.get(3..5)
        && sign.is(&[":"])
        && seconds.text.get(..2).is_some_and(|seconds| seconds.parse::<u8>().is_ok_and(|seconds| seconds < 61))
    {
        rest = seconds.text.get(2..).unwrap_or("");
        at = 5;
        if let Some([dot, fraction]) = tokens.get(5..7)
            && dot.is(&[".", ","])
            && dot.end == fraction.start
            && fraction.number().is_some()
        {
            at = 7;
        }
    }
    Some((hour, number, at, rest))
}

/// `pm`, `p.m.`: the word, and how many tokens it takes.
fn half_of_day(tokens: &[Token<'_>]) -> (&'static str, usize) {
    let Some(first) = tokens.first() else { return ("", 0) };
    let half = match first.text.as_bytes() {
        [b'a' | b'A', ..] => "am",
        [b'p' | b'P', ..] => "pm",
        _ => return ("", 0),
    };
    if first.text.eq_ignore_ascii_case(half) {
        return (half, 1);
    }
    let dotted = first.text.len() == 1
        && matches!(tokens.get(1..3), Some([dot, m]) if dot.is(&["."]) && m.text.eq_ignore_ascii_case("m"));
    if dotted { (half, 3 + usize::from(tokens.get(3).is_some_and(|dot| dot.is(&["."])))) } else { ("", 0) }
}

/// A zone, and how many tokens it takes: `GMT`, `GMT+3`, `(IST)`, `+0900`, `Z`.
fn zone(tokens: &[Token<'_>]) -> (String, usize) {
    let open = usize::from(tokens.first().is_some_and(|token| token.is(&["("])));
    let Some(first) = tokens.get(open) else { return (String::new(), 0) };
    if first.text == "Z" {
        return ("UTC".to_owned(), open + 1);
    }
    if let Some((offset, used)) = offset(tokens.get(open..).unwrap_or(&[])) {
        return (offset, open + used);
    }
    if !ZONES.contains(&first.text) {
        return (String::new(), 0);
    }
    // `GMT+3`: without blanks, or it is a dash between two labels.
    let rest = tokens.get(open + 1..).unwrap_or(&[]);
    if let [sign, hours, more @ ..] = rest
        && sign.is(&["+", "-", "−"])
        && sign.start == first.end
        && sign.end == hours.start
        && hours.number().is_some_and(|hours| hours <= 14 || (100..=1400).contains(&hours))
    {
        let minutes = matches!(more, [colon, minutes, ..] if colon.is(&[":"]) && minutes.number().is_some());
        let sign = if sign.is(&["+"]) { "+" } else { "-" };
        let tail = if minutes { more.get(1).map_or("", |minutes| minutes.text) } else { "" };
        let colon = if minutes { ":" } else { "" };
        return ([first.text, sign, hours.text, colon, tail].concat(), open + if minutes { 5 } else { 3 });
    }
    let close = usize::from(open == 1 && rest.first().is_some_and(|token| token.is(&[")"])));
    (first.text.to_owned(), open + 1 + close)
}

/// `+09:00`, `+0900`, `-05`: as `+09:00`.
fn offset(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    let (sign, hours) = (tokens.first()?, tokens.get(1)?);
    if !sign.is(&["+", "-", "−"]) || sign.end != hours.start {
        return None;
    }
    let sign = if sign.is(&["+"]) { '+' } else { '-' };
    let number = hours.number()?;
    let minutes = || tokens.get(3).filter(|_| tokens.get(2).is_some_and(|colon| colon.is(&[":"])));
    let (hour, minute, used) = match (hours.text.len(), minutes()) {
        (1 | 2, Some(minutes)) => (number, minutes.number().filter(|_| minutes.text.len() == 2)?, 4),
        (4, _) => (number / 100, number % 100, 2),
        (2, None) => (number, 0, 2),
        _ => return None,
    };
    (hour <= 14 && minute < 60).then(|| (format!("{sign}{hour:02}:{minute:02}"), used))
}
