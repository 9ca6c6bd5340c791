//! Dates as they are written in English and Russian.
//!
//! Invariant: a year that is merely mentioned is never a date; at least the
//! month stands beside it. Numbers such as `05/08/13`, which two countries
//! read differently, are not read at all. Where a date may be taken from is
//! not decided here.

use crate::date::{Date, Minute, Precision};
use crate::fact::ByteRange;

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
}

/// Every date in `text`, in order. Linear in the length of the text.
pub fn find(text: &str) -> Vec<FoundDate> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let after_day =
            at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.day().is_some());
        let reading = date_at(rest).filter(|reading| !(after_day && reading.2 == Precision::Month));
        let Some((date, until, precision, used)) = reading else {
            at += 1;
            continue;
        };
        let (minute, more) = time_after(rest.get(used..).unwrap_or(&[]));
        let last = rest.get(used + more - 1).or(rest.first());
        let start = rest.first().map_or(0, |token| token.start);
        let end = last.map_or(start, |token| token.end);
        let precision = if minute.is_some() && precision == Precision::Day { Precision::Minute } else { precision };
        found.push(FoundDate { date, until, precision, minute, range: ByteRange::new(start, end) });
        at += used + more;
    }
    found
}

struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Token<'_> {
    fn number(&self, most_digits: usize) -> Option<u16> {
        (self.text.len() <= most_digits).then(|| self.text.parse().ok()).flatten()
    }

    fn year(&self) -> Option<i16> {
        let year: i16 = (self.text.len() == 4).then(|| self.text.parse().ok()).flatten()?;
        (1800..=2199).contains(&year).then_some(year)
    }

    /// A year in four digits or in two (`01` is 2001, `98` is 1998).
    fn loose_year(&self) -> Option<i16> {
        let short = || {
            let year: i16 = (self.text.len() == 2).then(|| self.text.parse().ok()).flatten()?;
            Some(if year < 70 { 2000 + year } else { 1900 + year })
        };
        self.year().or_else(short)
    }

    fn day(&self) -> Option<u8> {
        let number = self.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = self.text.get(number.len()..)?;
        let known = suffix.is_empty() || ["st", "nd", "rd", "th"].iter().any(|s| suffix.eq_ignore_ascii_case(s));
        let day = (known && number.len() <= 2).then(|| number.parse::<u8>().ok()).flatten()?;
        (1..=31).contains(&day).then_some(day)
    }

    fn month(&self) -> Option<u8> {
        if !self.text.chars().next().is_some_and(char::is_alphabetic) {
            return None;
        }
        let lower = self.text.to_lowercase();
        let at = MONTHS.iter().position(|names| names.contains(&lower.as_str()))?;
        u8::try_from(at + 1).ok()
    }

    fn is(&self, any: &[&str]) -> bool {
        any.contains(&self.text)
    }
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "января", "январь"],
    &["february", "feb", "февраля", "февраль"],
    &["march", "mar", "марта", "март"],
    &["april", "apr", "апреля", "апрель"],
    &["may", "мая", "май"],
    &["june", "jun", "июня", "июнь"],
    &["july", "jul", "июля", "июль"],
    &["august", "aug", "августа", "август"],
    &["september", "sep", "sept", "сентября", "сентябрь"],
    &["october", "oct", "октября", "октябрь"],
    &["november", "nov", "ноября", "ноябрь"],
    &["december", "dec", "декабря", "декабрь"],
];

/// Runs of letters and digits, and single other characters that show.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let splits = c == 'T' && before.is_ascii_digit();
        before = c;
        if c.is_alphanumeric() && !splits {
            open.get_or_insert(at);
            continue;
        }
        if let Some(start) = open.take() {
            tokens.push(Token { text: text.get(start..at).unwrap_or(""), start, end: at });
        }
        if !c.is_whitespace() {
            let end = at + c.len_utf8();
            tokens.push(Token { text: text.get(at..end).unwrap_or(""), start: at, end });
        }
    }
    if let Some(start) = open {
        tokens.push(Token { text: text.get(start..).unwrap_or(""), start, end: text.len() });
    }
    tokens
}

type Reading = (Date, Date, Precision, usize);

fn date_at(tokens: &[Token<'_>]) -> Option<Reading> {
    iso(tokens).or_else(|| day_first(tokens)).or_else(|| month_first(tokens)).or_else(|| slashed(tokens))
}

fn day(date: Date, used: usize) -> Reading {
    (date, date, Precision::Day, used)
}

/// `2003-09-24`, `2003/09/24`.
fn iso(tokens: &[Token<'_>]) -> Option<Reading> {
    let [year, first, month, second, day_of, ..] = tokens else { return None };
    if !(first.is(&["-", "/", "."]) && first.text == second.text && month.text.len() == 2) {
        return None;
    }
    let month = u8::try_from(month.number(2)?).ok()?;
    Date::new(year.year()?, month, day_of.day()?).map(|date| day(date, 5))
}

/// `21 October, 2001`, `21st of October 2001`, `21 Oct 01`, `19-21 October 2001`.
fn day_first(tokens: &[Token<'_>]) -> Option<Reading> {
    let first = tokens.first()?.day()?;
    let mut at = 1;
    let mut last = first;
    if tokens.get(at)?.is(&["-", "–", "—"]) {
        last = tokens.get(at + 1)?.day()?;
        at += 2;
    }
    at += usize::from(tokens.get(at)?.text.eq_ignore_ascii_case("of"));
    let month = tokens.get(at)?.month()?;
    at += 1;
    while tokens.get(at)?.is(&[",", ".", "'", "’"]) {
        at += 1;
    }
    span(tokens.get(at)?.loose_year()?, month, first, last, at + 1)
}

/// `October 21, 2001`, `Oct. 21st 2001`, `November 2-3, 2001`, `October 2001`.
fn month_first(tokens: &[Token<'_>]) -> Option<Reading> {
    let month = tokens.first()?.month()?;
    let mut at = 1;
    while tokens.get(at)?.is(&[",", "."]) {
        at += 1;
    }
    if let Some(year) = tokens.get(at)?.year() {
        let date = Date::new(year, month, 1)?;
        return Some((date, date.last_of_month(), Precision::Month, at + 1));
    }
    let first = tokens.get(at)?.day()?;
    at += 1;
    let mut last = first;
    if tokens.get(at)?.is(&["-", "–", "—"]) {
        last = tokens.get(at + 1)?.day()?;
        at += 2;
    }
    while tokens.get(at)?.is(&[",", "."]) {
        at += 1;
    }
    span(tokens.get(at)?.year()?, month, first, last, at + 1)
}

/// `24/10/2001` where one number cannot be a month.
fn slashed(tokens: &[Token<'_>]) -> Option<Reading> {
    let [first, a, second, b, year, ..] = tokens else { return None };
    if !(a.is(&["/", "."]) && a.text == b.text) {
        return None;
    }
    let (first, second) = (first.day()?, second.day()?);
    let (day_of, month) = match (first > 12, second > 12) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        (false, false) if first == second => (first, second),
        _ => return None,
    };
    Date::new(year.year()?, month, day_of).map(|date| day(date, 5))
}

fn span(year: i16, month: u8, first: u8, last: u8, used: usize) -> Option<Reading> {
    let (from, until) = (Date::new(year, month, first)?, Date::new(year, month, last)?);
    let precision = if from < until { Precision::Range } else { Precision::Day };
    (from <= until).then_some((from, until, precision, used))
}

/// A time of day right after a date, and how many tokens it takes.
fn time_after(tokens: &[Token<'_>]) -> (Option<Minute>, usize) {
    let mut at = 0;
    while tokens.get(at).is_some_and(|token| token.is(&[",", "|", "at", "-", "–", "·", "T"])) {
        at += 1;
    }
    let (Some(hour), Some(colon), Some(minute)) = (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) else {
        return (None, 0);
    };
    let (Ok(mut hour), Some(number)) = (hour.text.parse::<u8>(), minute.text.get(..2)) else { return (None, 0) };
    let Ok(number) = number.parse::<u8>() else { return (None, 0) };
    if !colon.is(&[":", "."]) || hour > 23 || number > 59 {
        return (None, 0);
    }
    at += 3;
    let mut half = minute.text.get(2..).unwrap_or("").to_lowercase();
    if half.is_empty() && tokens.get(at).is_some_and(|token| token.text.len() <= 2) {
        half = tokens.get(at).map(|token| token.text.to_lowercase()).unwrap_or_default();
        let dotted = tokens.get(at + 1).is_some_and(|dot| dot.is(&["."]))
            && tokens.get(at + 2).is_some_and(|m| m.text.eq_ignore_ascii_case("m"));
        if dotted && (half == "a" || half == "p") {
            at += 3 + usize::from(tokens.get(at + 3).is_some_and(|dot| dot.is(&["."])));
            half.push('m');
        } else if half == "am" || half == "pm" {
            at += 1;
        }
    }
    hour = match half.as_str() {
        "pm" if hour < 12 => hour + 12,
        "am" if hour == 12 => 0,
        _ => hour,
    };
    let is_zone = |token: &&Token<'_>| {
        (2..=4).contains(&token.text.len()) && token.text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let zone = tokens.get(at).filter(is_zone).map(|token| token.text.to_owned()).unwrap_or_default();
    at += usize::from(!zone.is_empty());
    (Some(Minute { hour, minute: number, zone }), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found: Vec<_> = find(text)
            .iter()
            .map(|f| {
                let iso = match (f.precision, &f.minute) {
                    (Precision::Range, _) => format!("{}/{}", f.date, f.until),
                    (_, Some(at)) => format!("{}T{:02}:{:02}{}", f.date, at.hour, at.minute, at.zone),
                    _ => f.date.to_string(),
                };
                (iso, f.precision.name().to_owned(), f.range.of(text).to_owned())
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_usual_forms_are_read() {
        check(
            "Sunday, 21 October, 2001, 18:52 GMT 19:52 UK",
            &[("2001-10-21T18:52GMT", "minute", "21 October, 2001, 18:52 GMT")],
        );
        check("Talks - 2003-09-24", &[("2003-09-24", "day", "2003-09-24")]);
        check("2013-05-07T09:30", &[("2013-05-07T09:30", "minute", "2013-05-07T09:30")]);
        check("Oct. 21st, 2001", &[("2001-10-21", "day", "Oct. 21st, 2001")]);
        check("21 Oct 01 | Americas", &[("2001-10-21", "day", "21 Oct 01")]);
        check("November 2-3, 2001", &[("2001-11-02/2001-11-03", "range", "November 2-3, 2001")]);
        check("June 2001", &[("2001-06-01", "month", "June 2001")]);
        check("7 мая 2013", &[("2013-05-07", "day", "7 мая 2013")]);
        check("June 11, 2010, 8:10 p.m. EDT", &[("2010-06-11T20:10EDT", "minute", "June 11, 2010, 8:10 p.m. EDT")]);
        check("24/10/2001", &[("2001-10-24", "day", "24/10/2001")]);
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in [
            "the Winter Olympics in 2014",
            "1945 Yalta Conference",
            "05/08/13",
            "05/08/2013",
            "the 1972 treaty",
            "(AP, Reuters, November 6)",
            "30 February 2001",
            "may 5 things",
            "September 26-27",
        ] {
            check(text, &[]);
        }
    }
}
