//! Decimal fractions as people type them.
//!
//! The standard library reads and writes floating-point numbers exactly, with
//! tables that would be a tenth of the page; two decimals are all that a
//! weight needs.

/// Reads digits with at most one decimal point, `0.25`, `2.` or `.5`; `None`
/// when there is no digit or there are two points. Large numbers become
/// 1,000,000, digits after the sixth decimal are dropped.
pub(super) fn read(text: &str) -> Option<f32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let add = |sum: u32, byte: u8| sum.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
    let whole = whole.bytes().fold(0, add).min(1_000_000);
    let decimals = fraction.bytes().take(6);
    let scale = 10_u32.pow(u32::try_from(decimals.len()).unwrap_or(0));
    Some(whole as f32 + decimals.fold(0, add) as f32 / scale as f32)
}

/// Reads digits only; `None` when there is none. Large numbers become
/// 1,000,000.
pub(super) fn whole(text: &str) -> Option<u32> {
    if text.contains('.') { None } else { read(text).map(|number| number as u32) }
}

/// Writes a number that is not negative with at most two decimals: `2`, `0.5`.
pub(super) fn written(number: f32) -> String {
    let hundredths = (number * 100.0).round() as u32;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let mut text = whole.to_string();
    if rest > 0 {
        text.push('.');
        text.push(digit(rest / 10));
    }
    if rest % 10 > 0 {
        text.push(digit(rest % 10));
    }
    text
}

fn digit(number: u32) -> char {
    char::from_digit(number, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::{read, whole, written};

    #[test]
    fn numbers_are_read_and_written() {
        for (text, number, back) in
            [("2", 2.0, "2"), ("0.5", 0.5, "0.5"), (".25", 0.25, "0.25"), ("3.", 3.0, "3"), ("1.05", 1.05, "1.05")]
        {
            assert_eq!(read(text), Some(number), "{text}");
            assert_eq!(written(number), back, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none_and_a_huge_one_is_capped() {
        for text in ["", ".", "1.2.3", "x", "-1", "1e9"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("99999999999999999999"), Some(1_000_000.0));
        assert_eq!((whole("12"), whole("1.5"), whole("")), (Some(12), None, None));
    }
}
