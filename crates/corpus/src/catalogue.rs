//! The catalogue, and the way back from what it says to where it says it.

use crate::model::IssueId;
use crate::problem::{Place, Problem};

/// Where things stand in the catalogue, for checks that others make: the
/// search crate owns the query language, so an issue's query is checked there
/// and its problems are rendered here.
#[derive(Clone, Debug, Default)]
pub struct CatalogueMap {
    pub(crate) queries: Vec<(IssueId, QueryPlace)>,
}

impl CatalogueMap {
    /// Where the query of an issue stands.
    pub fn query(&self, issue: &IssueId) -> Option<&QueryPlace> {
        self.queries.iter().find(|(id, _)| id == issue).map(|(_, place)| place)
    }
}

/// Where a query stands in the catalogue's text.
#[derive(Clone, Debug)]
pub struct QueryPlace {
    pub(crate) file: String,
    pub(crate) text: std::sync::Arc<str>,
    /// For each byte of the query, and its end, the offset in the file.
    pub(crate) offsets: Vec<u32>,
}

impl QueryPlace {
    /// The place of the bytes `start..end` of the query.
    pub fn place(&self, start: usize, end: usize) -> Place {
        let offset = |at: usize| {
            let at = at.min(self.offsets.len().saturating_sub(1));
            self.offsets.get(at).copied().unwrap_or(0) as usize
        };
        Place::in_text(&self.file, &self.text, offset(start), offset(end))
    }

    /// A problem with the bytes `start..end` of the query.
    pub fn problem(&self, start: usize, end: usize, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { place: self.place(start, end), message: message.into(), remedy: remedy.into() }
    }
}
