//! What of the columns answers the query: which passages, and which words of
//! them.
//!
//! Invariant: without a query every passage is shown and nothing is marked.

use summitry_corpus::ByteRange;
use summitry_search::Request;

use crate::library::{Column, Library, Place};
use crate::route::Route;

/// The passages of some columns that answer a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Whether there is a query.
    pub asked: bool,
    /// Whether passages without the words are left out.
    pub filters: bool,
    /// Whether no passage has all the words, so that those with some stand in
    /// for them.
    pub partly: bool,
    /// Each passage with its marks, in bytes of its text.
    hits: Vec<(Place, Vec<ByteRange>)>,
}

impl Found {
    /// Asks for the query of a route in the articles of the columns.
    pub fn new(library: Library, route: &Route, columns: &[Column]) -> Self {
        if route.query.trim().is_empty() {
            return Self::default();
        }
        let articles = columns.iter().flat_map(|column| &column.articles).copied().collect();
        let answer = library.answer(Request { articles, limit: 0, ..Request::new(&route.query) });
        let partly = answer.matched_all == 0;
        let hits = answer.groups.into_iter().flat_map(|group| group.hits);
        let hits = hits.filter(|hit| hit.complete || partly || route.unfiltered);
        let hits: Vec<_> = hits.map(|hit| ((hit.article, hit.passage), hit.marks)).collect();
        Self { asked: true, filters: !route.unfiltered, partly: partly && !hits.is_empty(), hits }
    }

    /// Whether a passage is shown.
    pub fn shows(&self, place: Place) -> bool {
        !self.filters || self.hits.iter().any(|(found, _)| *found == place)
    }

    /// The words of a passage to mark, in bytes of its text.
    pub fn marks(&self, place: Place) -> &[ByteRange] {
        self.hits.iter().find(|(found, _)| *found == place).map_or(&[], |(_, marks)| marks)
    }
}
