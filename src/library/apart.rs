//! Bytes apart from what another text has of them already.
//!
//! The articles' words stand in the page, for readers without the program; the
//! program carries only the rest, and puts both together again. Encoder and
//! decoder are here: the build script uses the one, the page the other.
//!
//! Invariant: with the text that [`without`] was given, [`with`] gives the very
//! bytes; with another it gives others or none, and never panics. Whether they
//! are right is for the reader of the bytes to say, which checks their sums.
//!
//! ```text
//! steps    how many follow, then for each: literal bytes to take, bytes of
//!          the text to take, and where: the distance from the end of those
//!          taken before, doubled, and one less if it leads back
//! literals all of them, one after the other
//! ```
//! Numbers are of seven bits a byte, the least first, as in LEB128.

/// A run of the text shorter than this costs more to name than to repeat.
const SHORTEST: usize = 12;

/// What `bytes` has besides the runs that `text` has as well. Linear in both
/// for texts that do not repeat themselves.
pub fn without(bytes: &[u8], text: &[u8]) -> Vec<u8> {
    let mut places: std::collections::HashMap<&[u8], Vec<usize>> = std::collections::HashMap::new();
    for (place, window) in text.windows(SHORTEST).enumerate() {
        places.entry(window).or_default().push(place);
    }
    let (mut steps, mut literals, mut count) = (Vec::new(), Vec::new(), 0);
    let (mut at, mut literal, mut end) = (0, 0, 0_i64);
    while at <= bytes.len() {
        let found = bytes.get(at..at + SHORTEST).and_then(|window| places.get(window)).and_then(|found| {
            let run = |place: &usize| {
                let pairs = bytes.iter().skip(at).zip(text.iter().skip(*place));
                (pairs.take_while(|(one, other)| one == other).count(), *place)
            };
            found.iter().map(run).max_by_key(|(length, place)| (*length, std::cmp::Reverse(*place)))
        });
        if found.is_none() && at < bytes.len() {
            at += 1;
            continue;
        }
        let (length, place) = found.unwrap_or_default();
        literals.extend_from_slice(bytes.get(literal..at).unwrap_or_default());
        put(&mut steps, (at - literal) as u64);
        put(&mut steps, length as u64);
        let distance = place as i64 - end;
        put(&mut steps, if distance < 0 { distance.unsigned_abs() * 2 - 1 } else { distance.unsigned_abs() * 2 });
        count += 1;
        end = (place + length) as i64;
        at += length.max(1);
        literal = at;
    }
    let mut apart = Vec::new();
    put(&mut apart, count);
    apart.extend(steps);
    apart.extend(literals);
    apart
}

/// The bytes that [`without`] took apart; `None` when `apart` and `text` do
/// not fit each other.
#[inline(never)]
pub fn with(apart: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let mut steps = apart;
    let count = number(&mut steps)?;
    let mut literals = steps;
    for _ in 0..count.checked_mul(3)? {
        number(&mut literals)?;
    }
    let (mut bytes, mut end) = (Vec::new(), 0_usize);
    for _ in 0..count {
        let (literal, rest) = literals.split_at_checked(number(&mut steps)?)?;
        literals = rest;
        bytes.extend_from_slice(literal);
        let length = number(&mut steps)?;
        let distance = number(&mut steps)?;
        let place = if distance % 2 == 0 { end.checked_add(distance / 2)? } else { end.checked_sub(distance / 2 + 1)? };
        end = place.checked_add(length)?;
        bytes.extend_from_slice(text.get(place..end)?);
    }
    Some(bytes)
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number that `bytes` begins with, which is taken away from it.
#[inline(never)]
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{with, without};

    #[test]
    fn what_the_text_has_is_left_out_and_comes_back() {
        let text = b"<p>The presidents met in Shanghai and agreed on little.</p><p>Later they met in Crawford.</p>";
        let bytes = b"\x01\x02The presidents met in Shanghai and agreed on little.\x03Later they met in Crawford.\xff";
        let apart = without(bytes, text);
        assert!(apart.len() < 20, "{} bytes", apart.len());
        assert_eq!(with(&apart, text).unwrap(), bytes);
    }

    #[test]
    fn another_text_gives_other_bytes_or_none() {
        let text = b"The presidents met in Shanghai and agreed on little.";
        let apart = without(text, text);
        assert_eq!(with(&apart, b"The ministers met in Shanghai and agreed on little!!").unwrap().len(), text.len());
        assert_eq!(with(&apart, b"too short"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_come_back_with_any_text(
            pieces in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..20), 0..200_usize, 0..60_usize), 0..8),
            text in prop::collection::vec(b'a'..b'e', 0..300),
        ) {
            let mut bytes = Vec::new();
            for (literal, place, length) in pieces {
                bytes.extend(literal);
                bytes.extend(text.iter().skip(place).take(length));
            }
            prop_assert_eq!(with(&without(&bytes, &text), &text), Some(bytes));
        }

        #[test]
        fn foreign_bytes_never_panic(apart in prop::collection::vec(any::<u8>(), 0..60), text in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = with(&apart, &text);
        }
    }
}
