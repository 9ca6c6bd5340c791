//! Calendar dates and the date of publication.
//!
//! Invariant: a [`Date`] is always a day that exists in the Gregorian
//! calendar. Finding dates in text is not done here.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::fact::Provenance;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a word is the English name of a month or of a day of the week, with
/// its capital.
pub fn is_calendar_word(word: &str) -> bool {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    is_month(word) || DAYS.contains(&word)
}

/// Whether a word is the English name of a month, with its capital.
pub fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// A day of the Gregorian calendar, ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(i16, u8, u8)", into = "(i16, u8, u8)")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A stored day. What is stored exists; of damaged bytes the nearest day is
/// taken, for their checksum has told of the damage already.
impl From<(i16, u8, u8)> for Date {
    fn from((year, month, day): (i16, u8, u8)) -> Self {
        let (year, month) = (year.clamp(1, 9999), month.clamp(1, 12));
        Date { year, month, day: day.clamp(1, days_in_month(year, month)) }
    }
}

impl From<Date> for (i16, u8, u8) {
    fn from(date: Date) -> Self {
        (date.year, date.month, date.day)
    }
}

impl Date {
    /// The day, or `None` when the calendar has no such day. `month` and
    /// `day` count from 1; years from 1 to 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, January is 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The month's name, such as `October`.
    pub fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The last day of this date's month.
    pub fn last_of_month(self) -> Date {
        Date { day: days_in_month(self.year, self.month), ..self }
    }

    /// Days since 1 January of year 1, for differences and week days.
    pub fn days(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let months: i32 = (1..self.month).map(|month| i32::from(days_in_month(self.year, month))).sum();
        before * 365 + before / 4 - before / 100 + before / 400 + months + i32::from(self.day) - 1
    }

    /// The day of the week, Monday is 0. (1 January of year 1 was a Monday.)
    pub fn weekday(self) -> u8 {
        u8::try_from(self.days().rem_euclid(7)).unwrap_or(0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let well_formed = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    well_formed.then(|| text.parse().ok()).flatten()
}

/// Days in a month of a year, 0 for a month that does not exist.
fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// A time of day as the source gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// The zone in the source's own letters, such as `GMT` or `GMT+3`, or its
    /// offset, such as `+09:00`; empty when the source gives none.
    pub zone: String,
}

impl Minute {
    /// The offset from UTC in minutes, where the zone says it in figures.
    pub fn offset(&self) -> Option<i32> {
        let figures = self.zone.trim_start_matches("GMT").trim_start_matches("UTC");
        if figures.is_empty() {
            return matches!(self.zone.as_str(), "GMT" | "UTC").then_some(0);
        }
        let sign = if figures.starts_with('-') { -1 } else { 1 };
        let mut parts = figures.strip_prefix(['+', '-'])?.split(':');
        let hours: i32 = parts.next()?.parse().ok()?;
        let minutes: i32 = parts.next().map_or(Some(0), |minutes| minutes.parse().ok())?;
        Some(sign * (hours * 60 + minutes))
    }
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// The day and the time of day.
    Minute,
    /// The day.
    Day,
    /// One of several days that follow each other.
    Range,
    /// The month.
    Month,
}

impl Precision {
    /// `minute`, `day`, `range` or `month`.
    pub fn name(self) -> &'static str {
        match self {
            Precision::Minute => "minute",
            Precision::Day => "day",
            Precision::Range => "range",
            Precision::Month => "month",
        }
    }
}

/// When an article was published, or changed after that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day, or the first day of a range or a month.
    pub date: Date,
    /// The last day it can have been: the same as `date` unless the precision
    /// is a range or a month.
    pub until: Date,
    /// The time of day, when the precision is the minute.
    pub minute: Option<Minute>,
    /// How exactly it is known.
    pub precision: Precision,
    /// How it is known.
    pub why: Provenance,
}

impl Published {
    /// The date in ISO 8601: `2001-10-21T18:52`, `2014-03-03T13:18+09:00`,
    /// `2001-10-21`, `2001-10-19/2001-10-21` or `2001-10`. A zone that has a
    /// name only is left out, because the standard knows offsets.
    pub fn iso(&self) -> String {
        match (self.precision, &self.minute) {
            (Precision::Minute, Some(at)) => {
                let offset = if at.zone.starts_with(['+', '-']) { at.zone.as_str() } else { "" };
                format!("{}T{:02}:{:02}{offset}", self.date, at.hour, at.minute)
            }
            (Precision::Range, _) => format!("{}/{}", self.date, self.until),
            (Precision::Month, _) => {
                format!("{:04}-{:02}", self.date.year(), self.date.month())
            }
            _ => self.date.to_string(),
        }
    }

    /// The zone as the source gives it; empty where it gives none.
    fn zone(&self) -> &str {
        self.minute.as_ref().map_or("", |at| at.zone.as_str())
    }

    /// The zone by a name, `GMT` or `UTC+09:00`; empty where the source gives
    /// none. No table takes it for a formula, as it would `+09:00`.
    pub fn zone_name(&self) -> String {
        let zone = self.zone();
        if zone.starts_with(['+', '-']) { ["UTC", zone].concat() } else { zone.to_owned() }
    }

    /// The date in ISO 8601, with a zone that has a name only behind it:
    /// `2001-10-21T18:52 GMT`, `2014-03-03T13:18+09:00`.
    pub fn stamp(&self) -> String {
        let iso = self.iso();
        let behind = self.precision == Precision::Minute && !iso.ends_with(self.zone());
        if behind { [&iso, " ", self.zone()].concat() } else { iso }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for (year, month, day) in [(2001, 2, 29), (1900, 2, 29), (2000, 13, 1), (2000, 0, 1), (0, 1, 1)] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
        assert!(Date::new(2000, 2, 29).is_some());
    }

    #[test]
    fn an_offset_is_told_where_the_zone_gives_figures() {
        let offset = |zone: &str| Minute { hour: 1, minute: 2, zone: zone.to_owned() }.offset();
        assert_eq!(
            ["GMT", "UTC", "+09:00", "-05:30", "GMT+3", "EST", ""].map(offset),
            [Some(0), Some(0), Some(540), Some(-330), Some(180), None, None]
        );
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (day, last) in [
            ("2001-10-21", "2001-10-31"),
            ("2001-06-30", "2001-06-30"),
            ("2003-02-01", "2003-02-28"),
            ("2004-02-01", "2004-02-29"),
        ] {
            assert_eq!(Date::parse_iso(day).unwrap().last_of_month().to_string(), last);
        }
    }

    #[test]
    fn a_date_is_written_out_as_exactly_as_it_is_known() {
        for (precision, iso) in
            [(Precision::Day, "2001-10-19"), (Precision::Range, "2001-10-19/2001-10-21"), (Precision::Month, "2001-10")]
        {
            let [date, until] = ["2001-10-19", "2001-10-21"].map(|day| Date::parse_iso(day).unwrap());
            let why = Provenance { basis: crate::fact::Basis::Stated, evidence: Vec::new(), reason: String::new() };
            assert_eq!(Published { date, until, minute: None, precision, why }.iso(), iso);
        }
    }

    #[test]
    fn no_zone_is_lost_where_a_date_is_written_out() {
        let at = |zone: &str| Minute { hour: 18, minute: 52, zone: zone.to_owned() };
        let stamp = |minute: Option<Minute>| {
            let date = Date::parse_iso("2001-10-21").unwrap();
            let why = Provenance { basis: crate::fact::Basis::Stated, evidence: Vec::new(), reason: String::new() };
            let precision = if minute.is_some() { Precision::Minute } else { Precision::Day };
            Published { date, until: date, minute, precision, why }.stamp()
        };
        for (zone, expected) in [
            ("GMT", "2001-10-21T18:52 GMT"),
            ("GMT+3", "2001-10-21T18:52 GMT+3"),
            ("EST", "2001-10-21T18:52 EST"),
            ("+09:00", "2001-10-21T18:52+09:00"),
            ("", "2001-10-21T18:52"),
        ] {
            assert_eq!(stamp(Some(at(zone))), expected);
        }
        assert_eq!(stamp(None), "2001-10-21");
    }

    #[test]
    fn week_days_agree_with_the_calendar() {
        for (text, weekday) in [("2001-10-21", 6), ("2013-05-07", 1), ("2008-04-04", 4), ("2001-11-07", 2)] {
            assert_eq!(Date::parse_iso(text).unwrap().weekday(), weekday, "{text}");
        }
    }
}
