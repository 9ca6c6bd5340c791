//! Dates in the addresses of pages: `/2014/03/03/`, `/2014-03-03-talks`.
//!
//! Invariant: a day that is found stands between signs that part words.

use crate::date::Date;

/// The day that an address gives, and the bytes of it.
pub(crate) fn find(address: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let bytes = address.as_bytes();
    let number = |from: usize, length: usize| -> Option<u16> {
        let digits = address.get(from..from + length)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let path = address.find("://").map_or(0, |at| at + 3);
    (path..bytes.len()).find_map(|at| {
        if at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let year =
            number(at, 4).and_then(|year| i16::try_from(year).ok()).filter(|year| (1990..2100).contains(year))?;
        let sign = *bytes.get(at + 4)?;
        let (month, day, end) = if matches!(sign, b'/' | b'-' | b'_' | b'.') {
            let wide = if is_digit(at + 6) { 2 } else { 1 };
            let next = at + 5 + wide;
            bytes.get(next).filter(|other| **other == sign)?;
            let long = if is_digit(next + 2) { 2 } else { 1 };
            (number(at + 5, wide)?, number(next + 1, long)?, next + 1 + long)
        } else {
            (number(at + 4, 2)?, number(at + 6, 2)?, at + 8)
        };
        let ends = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        ends.then_some((date, at..end))
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_address_gives_a_day_only_between_signs() {
        for (address, expected) in [
            ("https://example.org/news/2014/03/04/talks", Some("2014-03-04")),
            ("https://example.org/2014-3-4-talks.html", Some("2014-03-04")),
            ("https://example.org/a/20140304/talks", Some("2014-03-04")),
            ("https://example.org/news-20140304123", None),
            ("https://example.org/2014/03/talks", None),
            ("https://example.org/2014/13/45/", None),
            ("https://example.org/é2014/03/04x", None),
        ] {
            assert_eq!(find(address).map(|(date, _)| date.to_string()).as_deref(), expected, "{address}");
        }
    }
}
