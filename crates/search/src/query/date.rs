//! Days, months and years as people type them, and spans of them.
//!
//! Invariant: a span's first day is not after its last.

use summitry_corpus::Date;

/// A year, a month or a day: `2001`, `2001-10`, `2001-10-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateBound {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

impl DateBound {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` when the text is
    /// something else or names no day of the calendar.
    pub fn parse(text: &str) -> Option<DateBound> {
        let part = |from: usize, to: usize| {
            let digits = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
            let dash = from == 0 || text.get(from - 1..from) == Some("-");
            super::number::whole(digits).filter(|_| dash)
        };
        let two = |from: usize| part(from, from + 2).and_then(|number| u8::try_from(number).ok());
        let (month, day) = match text.len() {
            4 => (None, None),
            7 => (Some(two(5)?), None),
            10 => (Some(two(5)?), Some(two(8)?)),
            _ => return None,
        };
        let bound = DateBound { year: i16::try_from(part(0, 4)?).ok()?, month, day };
        bound.first().map(|_| bound)
    }

    /// The year, where no month is given.
    pub(crate) fn whole_year(self) -> Option<i16> {
        self.month.is_none().then_some(self.year)
    }

    /// The first day meant.
    pub fn first(self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day meant.
    pub fn last(self) -> Option<Date> {
        match self.day {
            Some(_) => self.first(),
            None => Date::new(self.year, self.month.unwrap_or(12), 1).map(Date::last_of_month),
        }
    }
}

impl std::fmt::Display for DateBound {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        self.day.map_or(Ok(()), |day| write!(out, "-{day:02}"))
    }
}

/// From a first to a last day, both included; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateSpan {
    /// Not before the first day of this.
    pub from: Option<DateBound>,
    /// Not after the last day of this.
    pub to: Option<DateBound>,
}

impl DateSpan {
    /// Reads `2001`, `2001-10..2003`, `2001..` or `..2003-06-01`.
    pub fn parse(text: &str) -> Option<DateSpan> {
        let Some((from, to)) = text.split_once("..") else {
            let bound = Some(DateBound::parse(text)?);
            return Some(DateSpan { from: bound, to: bound });
        };
        let mut bounds = [None; 2];
        for (bound, text) in bounds.iter_mut().zip([from, to]) {
            let text = text.trim_matches('.');
            if !matches!(text, "" | "*") {
                *bound = Some(DateBound::parse(text)?);
            }
        }
        let span = DateSpan { from: bounds[0], to: bounds[1] };
        (bounds != [None; 2] && !span.is_empty()).then_some(span)
    }

    /// Whether no day lies in it, because it ends before it begins.
    pub fn is_empty(&self) -> bool {
        match (self.from.and_then(DateBound::first), self.to.and_then(DateBound::last)) {
            (Some(first), Some(last)) => last < first,
            _ => false,
        }
    }

    /// Whether something that happened between `first` and `last`, both
    /// included, can have happened in this span.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        let after = self.from.and_then(DateBound::first).is_none_or(|from| last >= from);
        let before = self.to.and_then(DateBound::last).is_none_or(|to| first <= to);
        after && before
    }
}

impl std::fmt::Display for DateSpan {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(out, "in {from}"),
            (Some(from), Some(to)) => write!(out, "from {from} to {to}"),
            (Some(from), None) => write!(out, "from {from} on"),
            (None, Some(to)) => write!(out, "up to {to}"),
            (None, None) => out.write_str("at any time"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, days: Option<(&str, &str)>) {
        let got = DateBound::parse(text).map(|b| (b.first().unwrap().to_string(), b.last().unwrap().to_string()));
        let days = days.map(|(first, last)| (first.to_owned(), last.to_owned()));
        assert_eq!(got, days, "{text:?}");
    }

    #[test]
    fn a_bound_is_a_year_a_month_or_a_day_that_exists() {
        check("2001", Some(("2001-01-01", "2001-12-31")));
        check("2004-02", Some(("2004-02-01", "2004-02-29")));
        check("2003-09-24", Some(("2003-09-24", "2003-09-24")));
        for text in ["", "01", "2001-13", "2001-02-30", "2001-1-1", "2001-10-21-3", "0000", "٢٠٠١"] {
            check(text, None);
        }
    }

    #[test]
    fn a_span_has_both_ends_or_one() {
        for (text, says) in [
            ("2001-10..2003", "from 2001-10 to 2003"),
            ("2001", "in 2001"),
            ("2001..", "from 2001 on"),
            ("..2003-06-01", "up to 2003-06-01"),
        ] {
            assert_eq!(DateSpan::parse(text).map(|s| s.to_string()).as_deref(), Some(says));
        }
        assert_eq!(DateSpan::parse("2003..2001"), None);
        assert_eq!(DateSpan::parse(".."), None);
    }

    #[test]
    fn a_span_includes_both_its_ends() {
        let day = |text| Date::parse_iso(text).unwrap();
        let span = DateSpan::parse("2001-10..2003").unwrap();
        assert!(span.touches(day("2001-10-01"), day("2001-10-01")));
        assert!(span.touches(day("2003-12-31"), day("2003-12-31")));
        assert!(!span.touches(day("2001-09-30"), day("2001-09-30")));
        assert!(!span.touches(day("2004-01-01"), day("2004-01-01")));
        assert!(span.touches(day("2001-09-01"), day("2001-10-02")), "a range of days may reach in");
    }
}
