//! An item as the bytes of one record of a store on the device: read many
//! times faster than JSON, which is for what travels.
//!
//! Invariant: a record names its version; a text that [`Item::to_json`] wrote
//! is read as well.

use serde_json::Value;

use crate::item::Item;
use crate::refusal::Refusal;

/// The first byte of a record; `{` would be JSON.
const VERSION: u8 = 1;

impl Item {
    /// The item as a record.
    pub fn to_record(&self) -> Vec<u8> {
        // Writing to a growing vector cannot fail: no type here refuses.
        postcard::to_extend(self, vec![VERSION]).unwrap_or_default()
    }

    /// Reads a record.
    ///
    /// # Errors
    /// When the bytes are no record of this version.
    pub fn from_record(bytes: &[u8]) -> Result<Item, Refusal> {
        let read = match bytes.split_first() {
            Some((&b'{', _)) => return std::str::from_utf8(bytes).map_or_else(|_| Err(damaged()), Item::from_json),
            Some((&VERSION, rest)) => postcard::take_from_bytes(rest),
            _ => return Err(damaged()),
        };
        match read {
            Ok((item, [])) => Ok(item),
            _ => Err(damaged()),
        }
    }
}

fn damaged() -> Refusal {
    Refusal::new(
        "A note on this device cannot be read: it is damaged, or was written by another version of this page.",
        "Load the page anew to get its latest version; if that does not help, open the file that you saved.",
    )
}

/// What is not known here, as JSON: postcard cannot read what tells its own
/// kind.
pub(crate) mod unknown {
    use serde::{Deserialize, Deserializer, Serializer};
    use serde_json::Map;

    use super::Value;

    pub(crate) fn serialize<S: Serializer>(unknown: &Map<String, Value>, out: S) -> Result<S::Ok, S::Error> {
        let text = if unknown.is_empty() { String::new() } else { Value::Object(unknown.clone()).to_string() };
        out.serialize_str(&text)
    }

    pub(crate) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Map<String, Value>, D::Error> {
        let text = <&str>::deserialize(from)?;
        match serde_json::from_str(text) {
            Ok(Value::Object(unknown)) => Ok(unknown),
            _ => Ok(Map::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Content, ItemId};

    #[test]
    fn a_record_is_read_back_and_damage_is_told() {
        let mut item = Item::new(ItemId::from("a"), Content::Paragraph { text: "One “two”".to_owned() });
        item.unknown.insert("creator".to_owned(), "somebody".into());
        let record = item.to_record();
        assert_eq!(Item::from_record(&record).as_ref(), Ok(&item));
        assert_eq!(Item::from_record(item.to_json().as_bytes()).as_ref(), Ok(&item));
        for bytes in [&record[..record.len() - 1], &[&record[..], b"x"].concat(), b"", b"\x02", b"\x01", b"{"] {
            assert!(Item::from_record(bytes).is_err(), "{bytes:?}");
        }
    }
}
