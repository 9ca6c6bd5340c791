//! The address of a view: everything that a link to it says.
//!
//! Invariant: what [`Route`] prints, [`Route::parse`] reads back as an equal
//! route (a property test holds this). Parsing never fails: what it cannot use
//! it leaves out and reports. This module does not know the collection; whether
//! an id exists is asked in [`crate::library`].

mod address;
pub mod limits;
mod own_issue;
mod parameter;
pub mod tail;

pub use own_issue::OwnIssue;
pub use parameter::encode;
use summitry_search::query::{DateBound, DateSpan};
pub use summitry_search::{ConcordanceSort as LineOrder, IssuesMode as Match, Sort};

/// Which page a route leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The search page; also what an empty fragment means.
    #[default]
    Search,
    /// The reader, for the article with this id.
    Read(String),
    /// Side by side.
    Compare,
    /// The picture of issues and articles.
    Coverage,
    /// Meetings and articles in order of time.
    Timeline,
    /// Who speaks in the collection.
    Voices,
    /// Where a visitor makes a collection of articles of their own; which place
    /// in it, empty for its beginning.
    Workshop(String),
    /// What the visitor keeps of the articles.
    Notes,
    /// How to use the page.
    Help,
    /// What the page is.
    About,
    /// A page that does not exist, by the name that the link gave it.
    Unknown(String),
}

/// How the side-by-side view arranges its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A row for each issue.
    #[default]
    Issues,
    /// The whole articles.
    Text,
    /// The words that each column uses more than the others.
    Wording,
    /// Who speaks in each column.
    Voices,
    /// What some columns have and others do not.
    Missing,
}

/// The arrangements, by the names that links use; the first is the default.
const MODES: &[(&str, Mode)] = &[
    ("issues", Mode::Issues),
    ("text", Mode::Text),
    ("wording", Mode::Wording),
    ("voices", Mode::Voices),
    ("missing", Mode::Missing),
];

/// The order of the side-by-side view's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// What most columns have comes first.
    #[default]
    Shared,
    /// What the columns have most unequally comes first.
    Differ,
    /// The catalogue's order.
    Catalogue,
}

/// The orders of rows, by the names that links use; the first is the default.
const ROWS: &[(&str, Rows)] = &[("shared", Rows::Shared), ("differ", Rows::Differ), ("catalogue", Rows::Catalogue)];

/// How the search page lists what it finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// Passages under their articles.
    #[default]
    Passages,
    /// Keyword in context: a line for each place where the words stand.
    Context,
}

/// Which text of an article the reader shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Text {
    /// The reading text.
    #[default]
    Reading,
    /// The file as received, line by line.
    Received,
    /// Both, side by side.
    Both,
}

/// The texts, by the names that links use; the first is the default.
pub const TEXTS: &[(&str, Text)] = &[("reading", Text::Reading), ("received", Text::Received), ("both", Text::Both)];

/// A theme that a link asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// A view and all of its state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// `q`: the query, as typed.
    pub query: String,
    /// `issue`: ids of the chosen issues, each once.
    pub issues: Vec<String>,
    /// `issues`: whether any or all of them must be met.
    pub issues_match: Match,
    /// `outlet`: ids, each once.
    pub outlets: Vec<String>,
    /// `meeting`: ids, each once.
    pub meetings: Vec<String>,
    /// `side`: ids of the sides whose words are wanted, each once.
    pub sides: Vec<String>,
    /// `speaker`: ids of the people whose words are wanted, each once.
    pub speakers: Vec<String>,
    /// `role`: classes of the speakers' roles, such as `expert`, each once.
    pub roles: Vec<String>,
    /// `kind`: kinds of passage, such as `quote`, each once.
    pub kinds: Vec<String>,
    /// `from`: nothing published before.
    pub from: Option<DateBound>,
    /// `to`: nothing published after.
    pub to: Option<DateBound>,
    /// `sort`.
    pub sort: Sort,
    /// `view`.
    pub listing: Listing,
    /// `order`: how the lines of keyword in context are sorted.
    pub line_order: LineOrder,
    /// `mine`: the visitor's own issues, each id once.
    pub own: Vec<OwnIssue>,
    /// `a`: what each column holds, in order, each once: the id of an article,
    /// or `meeting.` or `outlet.` and the id of one.
    pub columns: Vec<String>,
    /// `mode`.
    pub mode: Mode,
    /// `rows`.
    pub rows: Rows,
    /// `fold`: ids of the rows that are folded, each once.
    pub folded: Vec<String>,
    /// `at`: the passages at which full texts stand, each once: the id of an
    /// article, a dot and the number of a passage. The first is the one that
    /// was chosen.
    pub places: Vec<String>,
    /// `link=off`: full texts do not follow each other.
    pub unlinked: bool,
    /// `filter=off`: the query only marks its words in the columns.
    pub unfiltered: bool,
    /// `p`: a passage number, from 1; of a range the first.
    pub passage: Option<u32>,
    /// `p=3-5`: the first and the last passage of a range. It counts as long as
    /// its first is the [`passage`](Self::passage); see
    /// [`names_passage`](Self::names_passage).
    pub passages: Option<(u32, u32)>,
    /// `text`.
    pub text: Text,
    /// `line`: a line of the file as received, from 1.
    pub line: Option<u32>,
    /// `theme`.
    pub theme: Option<Theme>,
    /// `lang`: a language tag.
    pub language: Option<String>,
    /// `collection`: the name of a collection of somebody's own to which the
    /// link belongs.
    pub collection: Option<String>,
    /// `embed=1`: shown inside another page.
    pub embed: bool,
}

/// Something in a link that could not be used, in a full sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(pub String);

impl Route {
    /// A route to `page` with nothing chosen.
    pub fn to(page: Page) -> Self {
        Self { page, ..Self::default() }
    }

    /// The visitor's own issue with this id.
    pub fn own_issue(&self, id: &str) -> Option<&OwnIssue> {
        self.own.iter().find(|issue| issue.id() == id)
    }

    /// The same view with `issue` in place of the visitor's own issue with the
    /// id `old`, filters included; without it where there is no `issue`.
    pub fn with_own(&self, old: &str, issue: Option<OwnIssue>) -> Self {
        let id = issue.as_ref().map(|issue| issue.id().to_owned());
        self.with(|route| {
            let exchange = |known: &String| if known == old { id.clone() } else { Some(known.clone()) };
            route.issues = route.issues.iter().filter_map(exchange).collect();
            route.folded = route.folded.iter().filter_map(exchange).collect();
            match (route.own.iter().position(|own| own.id() == old), issue) {
                (Some(place), Some(issue)) => route.own.splice(place..=place, [issue]).for_each(drop),
                (Some(place), None) => drop(route.own.remove(place)),
                (None, Some(issue)) => route.own.push(issue),
                (None, None) => {}
            }
        })
    }

    /// The last of the passages that the link names.
    pub fn last_passage(&self) -> Option<u32> {
        let range = self.passages.filter(|(first, _)| self.passage == Some(*first));
        range.map(|(_, last)| last).or(self.passage)
    }

    /// Whether the passage is the one, or one of the range, that the link names.
    pub fn names_passage(&self, number: u32) -> bool {
        self.passage.zip(self.last_passage()).is_some_and(|(first, last)| (first..=last).contains(&number))
    }

    /// Whether anything narrows the passages besides the words of the query.
    pub fn has_filters(&self) -> bool {
        let lists =
            [&self.issues, &self.outlets, &self.meetings, &self.sides, &self.speakers, &self.roles, &self.kinds];
        lists.iter().any(|ids| !ids.is_empty()) || self.from.is_some() || self.to.is_some()
    }

    /// The same view without filters; the query stays.
    pub fn without_filters(&self) -> Self {
        Self {
            issues: Vec::new(),
            issues_match: Match::Any,
            outlets: Vec::new(),
            meetings: Vec::new(),
            sides: Vec::new(),
            speakers: Vec::new(),
            roles: Vec::new(),
            kinds: Vec::new(),
            from: None,
            to: None,
            ..self.clone()
        }
    }

    /// The same view with the query and all filters of another.
    pub fn asking(self, other: &Self) -> Self {
        Self {
            query: other.query.clone(),
            issues: other.issues.clone(),
            issues_match: other.issues_match,
            outlets: other.outlets.clone(),
            meetings: other.meetings.clone(),
            sides: other.sides.clone(),
            speakers: other.speakers.clone(),
            roles: other.roles.clone(),
            kinds: other.kinds.clone(),
            from: other.from,
            to: other.to,
            ..self
        }
    }

    /// Another page, with what belongs to the visitor rather than to the view:
    /// their own issues, the columns that they chose, theme, language, their
    /// collection, and whether it is embedded.
    pub fn elsewhere(&self, page: Page) -> Self {
        Self {
            page,
            own: self.own.clone(),
            columns: self.columns.clone(),
            theme: self.theme,
            language: self.language.clone(),
            collection: self.collection.clone(),
            embed: self.embed,
            ..Self::default()
        }
    }

    /// Side by side, with the column `id` after those that are chosen already.
    pub fn beside(&self, id: &str) -> Self {
        let mut route = self.elsewhere(Page::Compare);
        add(&mut route.columns, id.to_owned());
        route
    }

    /// The same view with a change.
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    /// Whether the last day that is asked for is before the first.
    pub fn ends_before_it_begins(&self) -> bool {
        DateSpan { from: self.from, to: self.to }.is_empty()
    }

    /// The value of an `href` that leads here.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

/// How the lines of keyword in context can be sorted, by name.
pub const LINE_ORDERS: &[(&str, LineOrder)] = &[
    ("date", LineOrder::Date),
    ("position", LineOrder::Position),
    ("left", LineOrder::Left),
    ("right", LineOrder::Right),
];

/// The same list with `id` in it if it was not, and without it if it was.
pub fn toggled(ids: &[String], id: &str) -> Vec<String> {
    let mut changed: Vec<String> = ids.iter().filter(|other| *other != id).cloned().collect();
    if changed.len() == ids.len() {
        changed.push(id.to_owned());
    }
    changed
}

fn add(ids: &mut Vec<String>, id: String) {
    if !id.is_empty() && !ids.contains(&id) {
        ids.push(id);
    }
}

#[cfg(test)]
mod tests;
