//! The file that a desk, a lesson or a reply travels in: one JSON document, an
//! `AnnotationCollection` of the *Web Annotation Data Model* (W3C, 2017) with
//! terms of our own, in the namespace `urn:summitry:`, for what that does not
//! know: order, headings, lessons.
//!
//! Invariant: what [`Desk::to_json`] writes, [`open`] reads as the same desk;
//! fields that are not known here are kept and written again. A file of a
//! later version is refused, not half read.

mod field;
mod read;
mod write;

use serde_json::{Map, Value};

use crate::desk::Desk;
use crate::item::Item;
use crate::lesson::Reply;
use crate::refusal::Refusal;
pub(crate) use field::Fields;
use field::text;
pub(crate) use read::{quote, well_formed};

/// The version of the files that are written here; later ones are refused.
pub const VERSION: u64 = 1;
/// Larger files are none of ours.
pub const MOST_BYTES: usize = 64 << 20;
/// A desk with more items than this is refused.
pub const MOST_ITEMS: usize = 50_000;
/// A text in a file has at most this many bytes.
pub const MOST_TEXT: usize = 1 << 20;
/// What is typed in a field has at most this many UTF-16 units: each is three bytes at
/// most, so that a text that could be written can be read.
pub const MOST_TYPED: usize = MOST_TEXT / 3;

/// What a file held.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A desk, or a lesson.
    Desk(Desk),
    /// A student's reply.
    Reply(Reply),
    /// Annotations of another program, which have no place here yet.
    Foreign(Vec<crate::foreign::Foreign>),
}

/// Reads a file, whatever of these it is, or the one that a page carries.
///
/// # Errors
/// When it is none of them, is damaged, too large or of a later version: what
/// is the matter, where, and what can be done.
pub fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let value = parse(bytes)?;
    let Value::Object(fields) = value else { return crate::foreign::read(value).map(Opened::Foreign) };
    match fields.get("summitry:version") {
        None => crate::foreign::read(Value::Object(fields)).map(Opened::Foreign),
        Some(Value::Number(version)) if version.as_u64() == Some(VERSION) => {
            let mut fields = Fields::new(fields, "");
            if fields.has("summitry:reply") {
                return read::reply(&mut fields).map(Opened::Reply);
            }
            read::desk(fields).map(Opened::Desk)
        }
        Some(Value::Number(version)) if version.as_u64().is_some_and(|version| version > VERSION) => Err(Refusal::new(
            format!("The file was written by a later version of this page (file version {version}, here {VERSION})."),
            "Load the page anew to get its latest version, then open the file again.",
        )),
        Some(_) => Err(Refusal::new(
            "The file’s “summitry:version” is not a version.",
            "If the file was edited by hand, write 1 there; else save it again from where it came.",
        )),
    }
}

/// The JSON of a file.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Refusal> {
    const AGAIN: &str = "Choose a file that was saved here, with the ending .json.";
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::new("The file is larger than 64 MB, which no desk is.", AGAIN));
    }
    let bare = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bare) else {
        return Err(Refusal::new("The file is not a text in UTF-8.", AGAIN));
    };
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new("The file is empty.", "Save it again from where it came."));
    }
    let text = if text.starts_with('<') { crate::page::carried(text).unwrap_or(text) } else { text };
    if text.starts_with('<') {
        return Err(Refusal::new("The file is a web page that carries no notes.", AGAIN));
    }
    serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        if error.is_eof() {
            return Refusal::new(
                format!("The file ends too early, at {place}."),
                "It was not copied whole: save or send it again.",
            );
        }
        if error.to_string().starts_with("recursion limit") {
            return Refusal::new(
                format!("The file is nested too deeply at {place}, which no file of notes is."),
                AGAIN,
            );
        }
        Refusal::new(format!("The file is not JSON: it goes wrong at {place}."), AGAIN)
    })
}

impl Desk {
    /// The desk as a file.
    pub fn to_json(&self) -> String {
        Value::Object(write::desk(self)).to_string()
    }

    /// The desk without its items, but with their order: for a store that
    /// keeps each item by itself, so that a change writes little.
    pub fn head_to_json(&self) -> String {
        Value::Object(write::head(self)).to_string()
    }

    /// A desk from its head and the records of its items, as a store kept
    /// them. Items that the head does not name stand at the end; what it names
    /// and is not there is left out.
    ///
    /// # Errors
    /// When the head or a record cannot be read.
    pub fn from_stored<'s, R: AsRef<[u8]> + ?Sized + 's>(
        head: &str,
        records: impl IntoIterator<Item = &'s R>,
    ) -> Result<Desk, Refusal> {
        let items =
            records.into_iter().map(|record| Item::from_record(record.as_ref())).collect::<Result<Vec<_>, _>>()?;
        let Value::Object(fields) = parse(head.as_bytes())? else {
            return Err(text("", "an object with fields"));
        };
        read::stored(Fields::new(fields, ""), items)
    }
}

impl Item {
    /// The item as it stands in a file.
    pub fn to_json(&self) -> String {
        write::item(self).to_string()
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// When the text is no item.
    pub fn from_json(json: &str) -> Result<Item, Refusal> {
        match parse(json.as_bytes())? {
            Value::Object(fields) => read::item(Fields::new(fields, "")),
            _ => Err(text("", "an object with fields")),
        }
    }
}

impl Reply {
    /// The reply as a file.
    pub fn to_json(&self) -> String {
        Value::Object(write::reply(self)).to_string()
    }
}

/// The name of an item as an IRI.
const ITEM: &str = "urn:summitry:item:";
/// The name of an article as an IRI.
const ARTICLE: &str = "urn:summitry:article:";

/// An id as an IRI: one that is an IRI already stays.
fn iri(id: &str) -> String {
    if id.contains(':') && !id.starts_with(ITEM) { id.to_owned() } else { [ITEM, id].concat() }
}

fn id_of(iri: &str) -> &str {
    iri.strip_prefix(ITEM).unwrap_or(iri)
}

/// What `@context` says.
fn context() -> Value {
    let own = Map::from_iter([("summitry".to_owned(), Value::from("urn:summitry:"))]);
    Value::Array(vec!["http://www.w3.org/ns/anno.jsonld".into(), Value::Object(own)])
}
