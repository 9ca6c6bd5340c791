//! Taking fields out of a JSON object, with their place for messages.
//!
//! Invariant: a field that is taken is gone; what is left at the end is what
//! is not known here.

use serde_json::{Map, Value};

use super::MOST_TEXT;
use crate::refusal::Refusal;

/// An object that is being read.
pub(crate) struct Fields {
    fields: Map<String, Value>,
    /// Such as `first.items[3].`; empty at the top.
    place: String,
}

/// Something is not what it should be.
pub(crate) fn text(place: &str, wanted: &str) -> Refusal {
    let place = if place.is_empty() { "the file".to_owned() } else { format!("“{place}”") };
    Refusal::new(
        format!("In {place} stands something else than {wanted}."),
        "If the file was edited by hand, correct that place; else save it again from where it came.",
    )
}

/// Something is longer than it may be.
pub(crate) fn long(place: &str) -> Refusal {
    Refusal::new(
        format!("The text in “{place}” is longer than {MOST_TEXT} bytes, which no note is."),
        "Shorten it in the program that wrote it, or split it.",
    )
}

impl Fields {
    pub(crate) fn new(fields: Map<String, Value>, place: &str) -> Fields {
        Fields { fields, place: place.to_owned() }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    fn at(&self, name: &str) -> String {
        format!("{}{name}", self.place)
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.fields.remove(name).filter(|value| !value.is_null())
    }

    /// A text; empty when the field is not there.
    pub(crate) fn text(&mut self, name: &str) -> Result<String, Refusal> {
        match self.take(name) {
            None => Ok(String::new()),
            Some(Value::String(text)) if text.len() <= MOST_TEXT => Ok(text),
            Some(Value::String(_)) => Err(long(&self.at(name))),
            Some(_) => Err(text(&self.at(name), "a text")),
        }
    }

    /// A number; `None` when the field is not there.
    pub(crate) fn number(&mut self, name: &str) -> Result<Option<u32>, Refusal> {
        match self.take(name) {
            None => Ok(None),
            Some(value) => match value.as_u64().and_then(|number| u32::try_from(number).ok()) {
                Some(number) => Ok(Some(number)),
                None => Err(text(&self.at(name), "a whole number")),
            },
        }
    }

    /// An object; `None` when the field is not there.
    pub(crate) fn object(&mut self, name: &str) -> Result<Option<Fields>, Refusal> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Object(fields)) => Ok(Some(Fields::new(fields, &format!("{}.", self.at(name))))),
            Some(_) => Err(text(&self.at(name), "an object with fields")),
        }
    }

    /// The entries of a list, with the place of each; one thing by itself is
    /// a list of one, as JSON-LD has it.
    pub(crate) fn list(&mut self, name: &str) -> Vec<(Value, String)> {
        let at = self.at(name);
        match self.take(name) {
            None => Vec::new(),
            Some(Value::Array(entries)) => {
                entries.into_iter().enumerate().map(|(index, entry)| (entry, format!("{at}[{index}]"))).collect()
            }
            Some(one) => vec![(one, at)],
        }
    }

    /// The objects of a list.
    pub(crate) fn objects(&mut self, name: &str) -> Result<Vec<Fields>, Refusal> {
        let entry = |(value, place): (Value, String)| match value {
            Value::Object(fields) => Ok(Fields::new(fields, &format!("{place}."))),
            _ => Err(text(&place, "an object with fields")),
        };
        self.list(name).into_iter().map(entry).collect()
    }

    /// The texts of a list.
    pub(crate) fn texts(&mut self, name: &str) -> Result<Vec<String>, Refusal> {
        let entry = |(value, place): (Value, String)| match value {
            Value::String(text) if text.len() <= MOST_TEXT => Ok(text),
            Value::String(_) => Err(long(&place)),
            _ => Err(text(&place, "a text")),
        };
        self.list(name).into_iter().map(entry).collect()
    }

    /// Puts a field back.
    pub(crate) fn set(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    /// Puts back what is left of an object, if anything is.
    pub(crate) fn keep(&mut self, name: &str, object: Fields) {
        let rest = object.rest();
        if !rest.is_empty() {
            self.set(name, Value::Object(rest));
        }
    }

    /// What was not taken.
    pub(crate) fn rest(self) -> Map<String, Value> {
        self.fields
    }

    /// The place of this object, for a message.
    pub(crate) fn place(&self) -> &str {
        self.place.trim_end_matches('.')
    }
}
