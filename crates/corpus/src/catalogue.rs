//! The catalogue: reading it, and the way back from what it says to where it
//! says it.
//!
//! Invariant: a [`Catalogue`](schema::Catalogue) that has been read keeps the
//! place of every value that a later check may refuse.

mod declared;
#[cfg(feature = "catalogue")]
mod pieces;
mod query_place;
#[cfg(feature = "catalogue")]
mod read;
#[cfg_attr(not(feature = "catalogue"), allow(dead_code, reason = "nothing reads a catalogue then"))]
pub(crate) mod schema;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::model::IssueId;
use crate::problem::{Place, PlaceIndex, Problem};

pub(crate) use declared::{Declared, Known};
pub use query_place::QueryPlace;

/// A catalogue that has been read, with its text.
pub(crate) struct Read {
    source: Arc<Source>,
    pub(crate) tables: schema::Catalogue,
    pub(crate) declared: Declared,
    /// Which entry is about a file; of several the first.
    files: HashMap<String, usize>,
}

impl Read {
    /// The entry about a file.
    pub(crate) fn article(&self, file: &str) -> Option<&schema::Article> {
        self.tables.articles.get(*self.files.get(file)?)
    }

    /// The name of its file.
    pub(crate) fn file(&self) -> &str {
        &self.source.file
    }

    /// Where things stand in it.
    pub(crate) fn map(&self) -> CatalogueMap {
        CatalogueMap(Some(Arc::clone(&self.source)))
    }

    /// A problem at a place of the catalogue.
    pub(crate) fn problem(&self, at: &Range<usize>, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        let place = self.source.place(at.start, at.end);
        Problem { place, message: message.into(), remedy: remedy.into() }
    }
}

/// Reads a catalogue.
#[cfg(feature = "catalogue")]
pub(crate) fn read(file: &str, text: &str) -> Result<Read, Problem> {
    read::read(file, text)
}

/// Without the feature there is no reader.
#[cfg(not(feature = "catalogue"))]
pub(crate) fn read(file: &str, _text: &str) -> Result<Read, Problem> {
    Err(Problem {
        place: Place::whole_file(file),
        message: "This build cannot read catalogues.".to_owned(),
        remedy: "Build summitry-corpus with the feature `catalogue`.".to_owned(),
    })
}

/// Where things stand in the catalogue, for checks that others make: the
/// search crate owns the query language, so an issue's query is checked there
/// and its problems are rendered here.
#[derive(Clone, Debug, Default)]
pub struct CatalogueMap(Option<Arc<Source>>);

/// A catalogue as text.
#[derive(Debug)]
struct Source {
    file: String,
    text: String,
    index: PlaceIndex,
    /// The issues' queries, by their ids.
    queries: HashMap<String, schema::Text>,
}

impl Source {
    fn place(&self, start: usize, end: usize) -> Place {
        self.index.place(&self.file, &self.text, start, end)
    }
}

impl CatalogueMap {
    /// Where the query of an issue stands.
    pub fn query(&self, issue: &IssueId) -> Option<QueryPlace> {
        let source = self.0.as_ref()?;
        let query = source.queries.get(issue.as_str())?.clone();
        Some(QueryPlace { source: Arc::clone(source), query })
    }
}
