//! Reads what `postcard` writes, in a quarter of the code that its own reader
//! takes for types as wide as ours.
//!
//! The page holds one generated reader for each stored type, and in each of
//! them the way out of an error after every field. Here nothing fails before
//! the end: a reader that has run out of bytes, or met some that mean nothing,
//! remembers it and gives zeros, and [`from_bytes`] refuses the whole. As its
//! error has no values, the compiler leaves those ways out.
//!
//! Follows the Postcard wire format 1.0 for the types that a corpus is made
//! of: whole numbers up to 64 bits, numbers of 32 bits with a fraction, booleans, strings, options, sequences,
//! tuples, structs, and enums without more than one value in a variant.
//! Invariant: no bytes make it panic, and none make it keep more memory than
//! a small multiple of their length.

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess, Visitor};

/// The value that `bytes` stand for, and how many bytes come after it; `None`
/// when they do not follow the format.
pub(super) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<(T, usize)> {
    let mut reader = Reader { rest: bytes, failed: false };
    let Ok(value) = T::deserialize(&mut reader);
    (!reader.failed).then_some((value, reader.rest.len()))
}

struct Reader<'b> {
    rest: &'b [u8],
    failed: bool,
}

/// What never happens.
#[derive(Debug)]
enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        // Generated readers complain of a length or a variant that does not
        // fit; neither reaches them from here.
        unreachable!("{message}")
    }
}

type Result<T> = std::result::Result<T, Never>;

impl<'b> Reader<'b> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => {
                self.failed = true;
                0
            }
        }
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.failed = true;
        0
    }

    /// A number with a sign, in zigzag.
    #[inline(never)]
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    #[inline(never)]
    fn text(&mut self) -> &'b str {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        let split = self.rest.split_at_checked(length);
        match split.and_then(|(text, rest)| Some((std::str::from_utf8(text).ok()?, rest))) {
            Some((text, rest)) => {
                self.rest = rest;
                text
            }
            None => {
                self.failed = true;
                ""
            }
        }
    }

    /// A number with a fraction, in four bytes, the lowest first.
    #[inline(never)]
    fn fraction(&mut self) -> f32 {
        f32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// A number within the bounds of its type.
    fn bounded<T: TryFrom<u64> + Default>(&mut self) -> T {
        let number = self.number();
        T::try_from(number).unwrap_or_else(|_| {
            self.failed = true;
            T::default()
        })
    }
}

/// Values one after the other: as many as a type has, or as many as the bytes
/// say.
struct Values<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: u64,
    /// Whether the type knows the number, and will not do with fewer.
    fixed: bool,
}

impl<'b> SeqAccess<'b> for Values<'_, 'b> {
    type Error = Never;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if !self.fixed {
            if self.left == 0 || self.reader.failed {
                return Ok(None);
            }
            self.left -= 1;
        }
        let Ok(value) = seed.deserialize(&mut *self.reader);
        Ok(Some(value))
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $read:expr),* $(,)?) => {
        $(fn $method<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
            let read: fn(&mut Reader<'b>) -> _ = $read;
            visitor.$visit(read(self))
        })*
    };
}

macro_rules! unused {
    ($($method:ident($($argument:ty),*))*) => {
        $(fn $method<V: Visitor<'b>>(self, $(_: $argument,)* visitor: V) -> Result<V::Value> {
            self.failed = true;
            visitor.visit_unit()
        })*
    };
}

impl<'b> Deserializer<'b> for &mut Reader<'b> {
    type Error = Never;

    numbers! {
        deserialize_bool visit_bool |reader| match reader.byte() {
            0 => false,
            1 => true,
            _ => { reader.failed = true; false }
        },
        deserialize_u8 visit_u8 Reader::byte,
        deserialize_u16 visit_u16 Reader::bounded,
        deserialize_u32 visit_u32 Reader::bounded,
        deserialize_u64 visit_u64 Reader::number,
        deserialize_i8 visit_i8 |reader| reader.byte().cast_signed(),
        deserialize_i16 visit_i16 |reader| i16::try_from(reader.signed()).unwrap_or_else(|_| { reader.failed = true; 0 }),
        deserialize_i32 visit_i32 |reader| i32::try_from(reader.signed()).unwrap_or_else(|_| { reader.failed = true; 0 }),
        deserialize_i64 visit_i64 Reader::signed,
        deserialize_f32 visit_f32 Reader::fraction,
        deserialize_str visit_borrowed_str Reader::text,
        deserialize_string visit_borrowed_str Reader::text,
    }

    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        match self.byte() {
            0 => visitor.visit_none(),
            1 => visitor.visit_some(self),
            _ => {
                self.failed = true;
                visitor.visit_none()
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        let left = self.number();
        visitor.visit_seq(Values { reader: self, left, fixed: false })
    }

    fn deserialize_tuple<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Values { reader: self, left: 0, fixed: true })
    }

    fn deserialize_tuple_struct<V: Visitor<'b>>(self, _: &'static str, _: usize, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Values { reader: self, left: 0, fixed: true })
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_seq(Values { reader: self, left: 0, fixed: true })
    }

    fn deserialize_enum<V: Visitor<'b>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let mut variant: u32 = self.bounded();
        if variants.len() <= variant as usize {
            self.failed = true;
            variant = 0;
        }
        visitor.visit_enum(Variant { reader: self, variant })
    }

    // No stored type asks for these; should one be added that does, its first
    // test says so.
    unused! {
        deserialize_any() deserialize_f64() deserialize_char() deserialize_bytes()
        deserialize_byte_buf() deserialize_unit() deserialize_unit_struct(&'static str) deserialize_map()
        deserialize_identifier() deserialize_ignored_any()
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// A variant that is in the type, and what follows it.
struct Variant<'r, 'b> {
    reader: &'r mut Reader<'b>,
    variant: u32,
}

impl<'b> EnumAccess<'b> for Variant<'_, 'b> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<(S::Value, Self)> {
        let number = serde::de::value::U32Deserializer::<Never>::new(self.variant);
        let Ok(value) = seed.deserialize(number);
        Ok((value, self))
    }
}

impl<'b> VariantAccess<'b> for Variant<'_, 'b> {
    type Error = Never;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<S::Value> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Values { reader: self.reader, left: 0, fixed: true })
    }

    fn struct_variant<V: Visitor<'b>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Values { reader: self.reader, left: 0, fixed: true })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::from_bytes;

    /// Something of each kind that is stored.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Sample {
        numbers: (u8, u16, u32, u64, i16, i32, i64, bool),
        fraction: Option<f32>,
        text: String,
        maybe: Option<Vec<Option<String>>>,
        kind: Kind,
        pairs: Vec<(u32, Kind)>,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        One(i32),
        Two(u32, String),
        Named { size: u16 },
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Plain),
            any::<i32>().prop_map(Kind::One),
            any::<(u32, String)>().prop_map(|(number, text)| Kind::Two(number, text)),
            any::<u16>().prop_map(|size| Kind::Named { size }),
        ]
    }

    fn sample() -> impl Strategy<Value = Sample> {
        (
            any::<(u8, u16, u32, u64, i16, i32, i64, bool)>(),
            any::<Option<f32>>(),
            any::<String>(),
            any::<Option<Vec<Option<String>>>>(),
            kind(),
            prop::collection::vec((any::<u32>(), kind()), 0..5),
        )
            .prop_map(|(numbers, fraction, text, maybe, kind, pairs)| Sample {
                numbers,
                fraction,
                text,
                maybe,
                kind,
                pairs,
            })
    }

    proptest! {
        #[test]
        fn what_postcard_writes_is_read_back(sample in sample(), more in 0_usize..3) {
            let mut bytes = postcard::to_allocvec(&sample).unwrap();
            bytes.resize(bytes.len() + more, 7);
            prop_assert_eq!(from_bytes::<Sample>(&bytes), Some((sample, more)));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = from_bytes::<Sample>(&bytes);
            let _ = from_bytes::<Vec<Vec<Sample>>>(&bytes);
        }

        #[test]
        fn bytes_that_end_early_are_refused(sample in sample(), cut in any::<prop::sample::Index>()) {
            let bytes = postcard::to_allocvec(&sample).unwrap();
            prop_assert_eq!(from_bytes::<Sample>(bytes.get(..cut.index(bytes.len())).unwrap()), None);
        }
    }

    #[test]
    fn a_sequence_that_claims_to_be_endless_ends_with_the_bytes() {
        assert_eq!(from_bytes::<Vec<()>>(&[0xff; 10]), None);
        assert_eq!(from_bytes::<Vec<u32>>(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]), None);
    }
}
