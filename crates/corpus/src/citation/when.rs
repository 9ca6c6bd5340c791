//! Dates as the styles write them.

use crate::date::{Date, Precision, Published};
use crate::fact::Basis;

/// The months as MLA abbreviates them (9th edition, appendix 1).
const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// The order of a date's parts, by what comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `21 Oct. 2001`: MLA.
    Day,
    /// `2001, October 21`: APA.
    Year,
    /// `October 21, 2001`: Chicago.
    Month,
}

impl Order {
    /// A day.
    pub(super) fn day(self, date: Date) -> String {
        self.join(&self.day_of_month(date), date)
    }

    /// A date of publication as exactly as it is known, in square brackets
    /// when it was inferred.
    pub(super) fn published(self, published: &Published) -> String {
        let (date, until) = (published.date, published.until);
        let dash = if self == Order::Day { '-' } else { '–' };
        let text = match published.precision {
            Precision::Month => match self {
                Order::Year => format!("{}, {}", date.year(), self.month(date)),
                _ => format!("{} {}", self.month(date), date.year()),
            },
            Precision::Range if date.year() != until.year() => format!("{}{dash}{}", self.day(date), self.day(until)),
            Precision::Range if date.month() != until.month() => {
                self.join(&format!("{}{dash}{}", self.day_of_month(date), self.day_of_month(until)), date)
            }
            Precision::Range if date != until => match self {
                Order::Day => self.join(&format!("{}{dash}{}", date.day(), self.day_of_month(until)), date),
                _ => self.join(&format!("{}{dash}{}", self.day_of_month(date), until.day()), date),
            },
            _ => self.day(date),
        };
        bracketed(text, published)
    }

    fn month(self, date: Date) -> &'static str {
        if self != Order::Day {
            return date.month_name();
        }
        SHORT_MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default()
    }

    fn day_of_month(self, date: Date) -> String {
        let (day, month) = (date.day().to_string(), self.month(date));
        match self {
            Order::Day => [&day, " ", month].concat(),
            _ => [month, " ", &day].concat(),
        }
    }

    fn join(self, day: &str, date: Date) -> String {
        let year = date.year().to_string();
        match self {
            Order::Day => [day, " ", &year].concat(),
            Order::Year => [&year, ", ", day].concat(),
            Order::Month => [day, ", ", &year].concat(),
        }
    }
}

/// The year, in square brackets when the date was inferred.
pub(super) fn year(published: &Published) -> String {
    bracketed(published.date.year().to_string(), published)
}

fn bracketed(text: String, published: &Published) -> String {
    if published.why.basis == Basis::Inferred { ["[", &text, "]"].concat() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Provenance;

    fn check(from: &str, until: &str, precision: Precision, expected: [&str; 3]) {
        let date = |text| Date::parse_iso(text).unwrap();
        let why = Provenance { basis: Basis::Stated, evidence: Vec::new(), reason: String::new() };
        let published = Published { date: date(from), until: date(until), minute: None, precision, why };
        let orders = [Order::Day, Order::Year, Order::Month];
        assert_eq!(orders.map(|order| order.published(&published)), expected);
    }

    #[test]
    fn each_style_writes_a_date_as_exactly_as_it_is_known() {
        check("2001-09-01", "2001-09-01", Precision::Day, ["1 Sept. 2001", "2001, September 1", "September 1, 2001"]);
        check("2001-05-01", "2001-05-31", Precision::Month, ["May 2001", "2001, May", "May 2001"]);
        check(
            "2001-10-19",
            "2001-10-21",
            Precision::Range,
            ["19-21 Oct. 2001", "2001, October 19–21", "October 19–21, 2001"],
        );
        check(
            "2008-03-30",
            "2008-04-04",
            Precision::Range,
            ["30 Mar.-4 Apr. 2008", "2008, March 30–April 4", "March 30–April 4, 2008"],
        );
        check(
            "2008-12-31",
            "2009-01-01",
            Precision::Range,
            ["31 Dec. 2008-1 Jan. 2009", "2008, December 31–2009, January 1", "December 31, 2008–January 1, 2009"],
        );
    }
}
