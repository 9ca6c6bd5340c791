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
        if let Some(found) = day_first(address, at, &number) {
            return Some(found);
        }
        let year = year(number(at, 4)?)?;
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

fn year(number: u16) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| (1990..2100).contains(year))
}

/// `/29-10-2021`, where the first number can only be the day.
fn day_first(
    address: &str,
    at: usize,
    number: &impl Fn(usize, usize) -> Option<u16>,
) -> Option<(Date, std::ops::Range<usize>)> {
    let bytes = address.as_bytes();
    let sign = *bytes.get(at + 2).filter(|sign| matches!(sign, b'-' | b'_' | b'.'))?;
    let (day, month) = (number(at, 2)?, number(at + 3, 2)?);
    let parted = bytes.get(at + 5) == Some(&sign) && !bytes.get(at + 10).is_some_and(u8::is_ascii_alphanumeric);
    let date = Date::new(year(number(at + 6, 4)?)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    (parted && (day > 12 || day == month)).then_some((date, at..at + 10))
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
            ("https://example.org/news/29-10-2021", Some("2021-10-29")),
            ("https://example.org/29_10_2021_talks", Some("2021-10-29")),
            ("https://example.org/03-10-2021", None),
            ("https://example.org/29-10-20214", None),
            ("https://example.org/129-10-2021", None),
        ] {
            assert_eq!(find(address).map(|(date, _)| date.to_string()).as_deref(), expected, "{address}");
        }
    }
}
