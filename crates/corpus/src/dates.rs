//! Dates as they are written in the world's larger languages.
//!
//! Invariant: a year that is merely mentioned is never a date; at least the
//! month stands beside it. Numbers such as `05/08/13`, which two countries
//! read differently, are read only where [`Manner`] says which comes first,
//! and such a date says so. Where a date may be taken from is not decided here.

pub(crate) mod address;
mod clock;
pub(crate) mod label;
mod manner;
mod months;
mod token;

use crate::date::{Date, Minute, Precision};
use crate::fact::ByteRange;
pub use manner::Manner;
use token::{Token, tokens};

/// A date that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The day, or the first day.
    pub date: Date,
    /// The last day; the same unless a range or a month.
    pub until: Date,
    /// How exactly the words say it.
    pub precision: Precision,
    /// The time of day, if it stands beside the date.
    pub minute: Option<Minute>,
    /// Where the words stand, the time included.
    pub range: ByteRange,
    /// Whether the words alone could be another day, and [`Manner`] decided.
    pub decided: bool,
}

/// Every date in `text` that reads one way only, in order. Linear in the
/// length of the text.
pub fn find(text: &str) -> Vec<FoundDate> {
    find_in(text, &Manner::default())
}

/// Every date in `text`, read in the manner of its page or country.
pub fn find_in(text: &str, manner: &Manner) -> Vec<FoundDate> {
    // Every date has a year, and every year its digits.
    if !token::holds_digit(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found: Vec<FoundDate> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let after_day =
            at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.day().is_some());
        let reading = date_at(rest, manner).filter(|reading| !(after_day && reading.precision == Precision::Month));
        let Some(Reading { date, until, precision, used, decided }) = reading else {
            at += 1;
            continue;
        };
        let (mut minute, more) = clock::after(rest.get(used..).unwrap_or(&[]));
        let last = rest.get(used + more - 1).or(rest.first());
        let mut start = rest.first().map_or(0, |token| token.start);
        let end = last.map_or(start, |token| token.end);
        if minute.is_none() && precision == Precision::Day {
            let free = found.last().map_or(0, |before| before.range.end as usize);
            let before = tokens.get(..at).unwrap_or(&[]);
            if let Some((time, from)) = clock::before(before).filter(|(_, from)| *from >= free) {
                minute = Some(time);
                start = from;
            }
        }
        let precision = if minute.is_some() && precision == Precision::Day { Precision::Minute } else { precision };
        found.push(FoundDate { date, until, precision, minute, range: ByteRange::new(start, end), decided });
        at += used + more;
    }
    found
}

/// A date at the head of some tokens, and how many of them it takes.
struct Reading {
    date: Date,
    until: Date,
    precision: Precision,
    used: usize,
    decided: bool,
}

fn date_at(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let first = tokens.first()?;
    if first.number().is_some() {
        return year_first(tokens, manner)
            .or_else(|| day_first(tokens, manner))
            .or_else(|| slashed(tokens, manner))
            .or_else(|| shortened(tokens, manner));
    }
    month_first(tokens, manner)
}

fn day(date: Date, used: usize) -> Reading {
    Reading { date, until: date, precision: Precision::Day, used, decided: false }
}

fn month_of(date: Date, used: usize) -> Reading {
    Reading { date, until: date.last_of_month(), precision: Precision::Month, used, decided: false }
}

/// `2003-09-24`, `2003/09/24`, `2020年12月31日`, `2020. december 31.`,
/// `2020 m. gruodžio 31 d.`, `2014-Mar-03`.
fn year_first(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let year = tokens.first()?.year()?;
    if let [_, a, month, b, rest @ ..] = tokens
        && a.is(&["年", "년"])
        && b.is(&["月", "월"])
    {
        let month = u8::try_from(month.number()?).ok()?;
        if let [of, sign, ..] = rest
            && sign.is(&["日", "일", "号", "號"])
        {
            return Date::new(year, month, of.day()?).map(|date| day(date, 6));
        }
        return Date::new(year, month, 1).map(|date| month_of(date, 4));
    }
    if let [_, a, month, b, of, ..] = tokens
        && a.is(&["-", "/", ".", "–"])
        && a.text == b.text
        && month.number().is_some()
        && (month.text.len() == 2 || a.is(&["-", "/"]))
    {
        let month = u8::try_from(month.number()?).ok()?;
        return Date::new(year, month, of.day()?).map(|date| day(date, 5));
    }
    let at = 1 + skip(tokens.get(1..)?, &[".", ",", "-", "/", "m", "gada", "г", "ж", "року"]);
    let month = tokens.get(at)?.month(manner)?;
    let next = at + 1 + skip(tokens.get(at + 1..)?, &[".", "-", "/"]);
    let of = tokens.get(next)?.day()?;
    // `1999 May 21, 2001`: the day belongs to the year behind it.
    let later = tokens.get(next + 1 + skip(tokens.get(next + 1..)?, &[","]));
    if later.is_some_and(|token| token.year().is_some()) {
        return None;
    }
    Date::new(year, month, of).map(|date| day(date, next + 1))
}

/// How many tokens at the head are among `words`, at most three.
fn skip(tokens: &[Token<'_>], words: &[&str]) -> usize {
    tokens.iter().take(3).take_while(|token| token.is(words)).count()
}

/// Small words between the day and its month, and between the month and its
/// year: `31 de diciembre de 2020`, `21st of October`, `31. prosince`.
const BETWEEN: &[&str] =
    &["of", "Of", "OF", "de", "De", "DE", "del", "di", "d", "'", "’", ".", ",", "-", "/", "го", "του", "da", "–"];

/// `21 October, 2001`, `21st of October 2001`, `21 Oct 01`, `19-21 October
/// 2001`, `31 tháng 12 năm 2020`.
fn day_first(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let first = tokens.first()?.day()?;
    let mut at = 1;
    let mut last = first;
    // `14-20 January`, `14. – 20. Januar`, `14. bis 20. Januar`
    let dot = skip(tokens.get(1..2)?, &["."]);
    if let [sign, second, ..] = tokens.get(1 + dot..)?
        && (sign.is(&["-", "–", "—"]) || sign.is_word(&["bis", "to", "au", "al"]))
        && let Some(day) = second.day()
    {
        last = day;
        at = 3 + dot;
    }
    at += skip(tokens.get(at..)?, BETWEEN);
    let mut month = tokens.get(at)?.month(manner);
    if month.is_none() && tokens.get(at)?.is_word(&["tháng", "thg"]) {
        at += 1;
        month = tokens.get(at)?.number().and_then(|number| u8::try_from(number).ok());
    }
    let named = tokens.get(at)?;
    let month = month?;
    at += 1;
    at += skip(tokens.get(at..)?, BETWEEN) + usize::from(tokens.get(at)?.is_word(&["năm"]));
    let year = tokens.get(at)?;
    span(year.loose_year().or_else(|| year.buddhist_year(named))?, month, first, last, at + 1)
}

/// `October 21, 2001`, `Oct. 21st 2001`, `November 2-3, 2001`, `October 2001`.
fn month_first(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let named = tokens.first()?;
    let mut at = 1 + skip(tokens.get(1..)?, &[",", ".", "de", "del", "-", "/"]);
    // Cheaper than looking the word up.
    tokens.get(at)?.number_or_ordinal()?;
    let month = named.month(manner)?;
    if let Some(year) = tokens.get(at)?.year() {
        let date = Date::new(year, month, 1).filter(|_| named.is_plainly_a_month(manner))?;
        return Some(month_of(date, at + 1));
    }
    let first = tokens.get(at)?.day()?;
    at += 1;
    let mut last = first;
    if tokens.get(at)?.is(&["-", "–", "—"]) && tokens.get(at + 1)?.year().is_none() {
        last = tokens.get(at + 1)?.day()?;
        at += 2;
    }
    at += skip(tokens.get(at..)?, &[",", ".", "-", "/"]);
    span(tokens.get(at)?.year()?, month, first, last, at + 1)
}

/// `24/10/2001` where one number cannot be a month, and `05.08.2013`: with full
/// stops no country puts the month first (CLDR, short date formats).
fn slashed(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let [first, a, second, b, year, ..] = tokens else { return None };
    if !(a.is(&["/", ".", "-"]) && a.text == b.text) {
        return None;
    }
    let year = year.year()?;
    numbers(first.day()?, second.day()?, year, a.is(&["."]), manner)
}

/// `24/10/01` and `05.08.13`, where the manner says which comes first.
fn shortened(tokens: &[Token<'_>], manner: &Manner) -> Option<Reading> {
    let [first, a, second, b, year, ..] = tokens else { return None };
    let whole = [first, second, year].iter().all(|token| token.text.len() <= 2);
    if !(a.is(&["/", ".", "-"]) && a.text == b.text && whole) || tokens.get(5).is_some_and(|next| next.text == a.text) {
        return None;
    }
    manner.day_first?;
    let reading = numbers(first.day()?, second.day()?, year.loose_year()?, false, manner)?;
    Some(Reading { decided: true, ..reading })
}

fn numbers(first: u8, second: u8, year: i16, dotted: bool, manner: &Manner) -> Option<Reading> {
    let (of, month, decided) = match (first > 12, second > 12) {
        (true, false) => (first, second, false),
        (false, true) if !dotted => (second, first, false),
        (false, false) if first == second || dotted => (first, second, false),
        (false, false) if manner.day_first? => (first, second, true),
        (false, false) => (second, first, true),
        _ => return None,
    };
    Date::new(year, month, of).map(|date| Reading { decided, ..day(date, 5) })
}

fn span(year: i16, month: u8, first: u8, last: u8, used: usize) -> Option<Reading> {
    let (from, until) = (Date::new(year, month, first)?, Date::new(year, month, last)?);
    let precision = if from < until { Precision::Range } else { Precision::Day };
    (from <= until).then_some(Reading { date: from, until, precision, used, decided: false })
}

#[cfg(test)]
mod tests;
