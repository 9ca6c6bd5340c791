//! What is asked of a collection.

use crate::query::DateBound;

/// A search with its filters. All filters are joined by "and"; the values
/// within one filter by "or", but for issues, see [`IssuesMode`].
///
/// An empty query with filters lists all passages that pass them.
#[derive(Clone, Debug, PartialEq)]
pub struct Request<'a> {
    /// What was typed, in the language of [`crate::query`].
    pub query: &'a str,
    /// Issue ids: of the catalogue or of [`saved`](Self::saved).
    pub issues: Vec<&'a str>,
    /// Whether a passage must be on one or on all of the issues.
    pub issues_mode: IssuesMode,
    /// Outlet ids.
    pub outlets: Vec<&'a str>,
    /// Meeting ids; an article counts that covers or mentions the meeting.
    pub meetings: Vec<&'a str>,
    /// Side ids; a passage counts in which somebody of the side speaks.
    pub sides: Vec<&'a str>,
    /// Person ids; a passage counts in which the person speaks.
    pub speakers: Vec<&'a str>,
    /// Classes of role, by the names of [`RoleClass::NAMES`](summitry_corpus::RoleClass::NAMES);
    /// a passage counts in which somebody in such a role speaks, who is one of
    /// the chosen speakers and of the chosen sides, where any are chosen.
    pub roles: Vec<&'a str>,
    /// Kinds: `paragraph`, `list-item`, `quote`.
    pub kinds: Vec<&'a str>,
    /// Articles, by index in the corpus; empty means all.
    pub articles: Vec<usize>,
    /// Published on or after the first day of this.
    pub from: Option<DateBound>,
    /// Published on or before the last day of this.
    pub to: Option<DateBound>,
    /// The order of the groups.
    pub sort: Sort,
    /// Whether the query is still being typed: its last word then also stands
    /// for longer words that begin with it.
    pub as_you_type: bool,
    /// The visitor's own issues.
    pub saved: Vec<SavedIssue<'a>>,
    /// The greatest number of hits that are returned with a snippet; the
    /// total and the facets count all. 0 means no limit.
    pub limit: usize,
    /// Of these, how many are returned, counted from the first hit of the first
    /// group; the groups after that are empty, and no facet is counted: who goes on
    /// typing reads neither. 0 means all.
    pub first: usize,
}

impl<'a> Request<'a> {
    /// A search for `query` without filters, at most 100 hits.
    pub fn new(query: &'a str) -> Self {
        Request {
            query,
            issues: Vec::new(),
            issues_mode: IssuesMode::Any,
            outlets: Vec::new(),
            meetings: Vec::new(),
            sides: Vec::new(),
            speakers: Vec::new(),
            roles: Vec::new(),
            kinds: Vec::new(),
            articles: Vec::new(),
            from: None,
            to: None,
            sort: Sort::Relevance,
            as_you_type: false,
            saved: Vec::new(),
            limit: 100,
            first: 0,
        }
    }

    /// The year that is chosen, if the dates are those of one.
    pub(crate) fn year(&self) -> Option<i16> {
        self.from.filter(|_| self.from == self.to)?.whole_year()
    }
}

/// How several issues of a filter are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IssuesMode {
    /// A passage must be on one of them.
    #[default]
    Any,
    /// A passage must be on all of them.
    All,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; articles by their best passage.
    #[default]
    Relevance,
    /// Articles by date, oldest first, undated last; passages by number.
    Date,
}

/// A search that a visitor saved as an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedIssue<'a> {
    /// Its id, in the same space as the catalogue's; the catalogue's win.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its query.
    pub query: &'a str,
}
