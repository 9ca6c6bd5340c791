//! What of the columns answers the query and passes the filters: which passages,
//! and which words of them.
//!
//! Invariant: without a query and without filters every passage is shown and
//! nothing is marked. The chosen issues are rows, so they leave nothing out here
//! but where a passage must be on all of them.

use summitry_corpus::ByteRange;
use summitry_search::Request;

use crate::library::{Column, Library, Place, Statement, is_chosen};
use crate::route::{Match, Route};

/// The passages of some columns that answer a query and pass the filters.
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
    /// Where filters besides the issues are chosen, the passages that pass them.
    admitted: Option<Vec<Place>>,
    /// Of the filters those that choose statements.
    saying: Route,
}

impl Found {
    /// Asks for the query and the filters of a route in the articles of the columns.
    pub fn new(library: Library, route: &Route, columns: &[Column]) -> Self {
        let found = Self { admitted: admitted(library, route), saying: saying(route), ..Self::default() };
        if route.query.trim().is_empty() {
            return found;
        }
        let articles = columns.iter().flat_map(|column| &column.articles).copied().collect();
        let answer = library.answer(Request { articles, limit: 0, ..Request::new(&route.query) });
        let partly = answer.matched_all == 0;
        let hits = answer.groups.into_iter().flat_map(|group| group.hits);
        let hits = hits.filter(|hit| hit.complete || partly || route.unfiltered);
        let hits: Vec<_> = hits.map(|hit| ((hit.article, hit.passage), hit.marks)).collect();
        Self { asked: true, filters: !route.unfiltered, partly: partly && !hits.is_empty(), hits, ..found }
    }

    /// Whether a passage is shown.
    pub fn shows(&self, place: Place) -> bool {
        self.admits(place) && (!self.filters || self.hits.iter().any(|(found, _)| *found == place))
    }

    /// Whether a passage passes the filters, whatever its words.
    pub fn admits(&self, place: Place) -> bool {
        self.admitted.as_ref().is_none_or(|admitted| admitted.binary_search(&place).is_ok())
    }

    /// Whether a statement is one of those that the filters choose: of a chosen
    /// speaker or side, and a quotation where only those are wanted.
    pub fn hears(&self, library: Library, statement: &Statement) -> bool {
        is_chosen(library, &self.saying, statement)
    }

    /// Whether filters besides the issues are chosen.
    pub fn is_narrowed(&self) -> bool {
        self.admitted.is_some()
    }

    /// Whether a passage is one of those that are asked for, by words or filters.
    pub fn is_asked_for(&self, place: Place) -> bool {
        self.admits(place) && if self.asked { !self.marks(place).is_empty() } else { self.is_narrowed() }
    }

    /// What leaves passages out, as the end of a sentence: `these words`.
    pub fn limits(&self) -> Option<&'static str> {
        match (self.filters, self.is_narrowed()) {
            (true, true) => Some("these words and filters"),
            (true, false) => Some("these words"),
            (false, true) => Some("these filters"),
            (false, false) => None,
        }
    }

    /// The words of a passage to mark, in bytes of its text.
    pub fn marks(&self, place: Place) -> &[ByteRange] {
        self.hits.iter().find(|(found, _)| *found == place).map_or(&[], |(_, marks)| marks)
    }
}

/// The passages of the collection that pass the filters of a route, in order;
/// nothing where there are none but issues of which any will do.
fn admitted(library: Library, route: &Route) -> Option<Vec<Place>> {
    let together = route.issues_match == Match::All && route.issues.len() > 1;
    let asked = Route {
        query: String::new(),
        issues: if together { route.issues.clone() } else { Vec::new() },
        ..route.clone()
    };
    if !asked.has_filters() {
        return None;
    }
    let answer = library.search(&Request { limit: 0, ..library.request(&asked) });
    let hits = answer.groups.iter().flat_map(|group| &group.hits);
    let mut places: Vec<Place> = hits.map(|hit| (hit.article, hit.passage)).collect();
    places.sort_unstable();
    Some(places)
}

/// The route with nothing but the filters that choose statements.
fn saying(route: &Route) -> Route {
    Route {
        sides: route.sides.clone(),
        speakers: route.speakers.clone(),
        roles: route.roles.clone(),
        kinds: route.kinds.clone(),
        ..Route::default()
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    const TWO: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07";

    /// The columns of a route, and what of them answers it.
    pub fn compared(fragment: &str) -> (Library, Route, Vec<Column>, Found) {
        let (library, route) = Library::at(fragment);
        let columns = library.columns(&route);
        let found = Found::new(library, &route, &columns);
        (library, route, columns, found)
    }

    fn shown(fragment: &str) -> Vec<Place> {
        let (library, _, columns, found) = compared(fragment);
        let all = columns.iter().flat_map(|column| library.chosen_places(&Route::default(), column));
        all.filter(|place| found.shows(*place)).collect()
    }

    #[test]
    fn every_filter_of_a_search_leaves_the_same_passages_in_a_comparison() {
        for filter in ["side=us", "speaker=putin", "kind=quote", "from=2001-11", "outlet=bbc", "side=us&kind=quote"] {
            let (library, route) = Library::at(&format!("#/search?{filter}"));
            let answer = library.search(&Request { limit: 0, ..library.request(&route) });
            let hits = answer.groups.iter().flat_map(|group| &group.hits);
            let mut wanted: Vec<Place> =
                hits.map(|hit| (hit.article, hit.passage)).filter(|(article, _)| *article < 2).collect();
            wanted.sort_unstable();
            assert_eq!(shown(&format!("{TWO}&{filter}")), wanted, "{filter}");
            assert!(!wanted.is_empty() && wanted.len() < shown(TWO).len(), "{filter}");
        }
    }

    #[test]
    fn words_and_filters_hold_together() {
        let words = shown(&format!("{TWO}&q=missile"));
        let both = shown(&format!("{TWO}&q=missile&side=russia"));
        assert!(!both.is_empty() && both.len() < words.len(), "{both:?} {words:?}");
        assert!(both.iter().all(|place| words.contains(place)));
        let marked = shown(&format!("{TWO}&q=missile&side=russia&filter=off"));
        assert_eq!(marked, shown(&format!("{TWO}&side=russia")));
    }

    #[test]
    fn with_all_of_the_issues_wanted_a_passage_is_on_each_of_them() {
        let all = shown(&format!("{TWO}&issue=missile-defence&issue=arms-control&issues=all"));
        assert!(!all.is_empty() && all.len() < shown(TWO).len());
    }
}
