//! The address of a view: everything that a link to it says.
//!
//! Invariant: what [`Route`] prints, [`Route::parse`] reads back as an equal
//! route (a property test holds this). Parsing never fails: what it cannot use
//! it leaves out and reports. This module does not know the collection; whether
//! an id exists is asked in [`crate::library`].

mod own_issue;
mod parameter;

use std::fmt::{self, Display, Write};

pub use own_issue::OwnIssue;
use parameter::decode;
pub use parameter::encode;
use summitry_search::query::DateBound;
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
    /// `p`: a passage number, from 1.
    pub passage: Option<u32>,
    /// `text`.
    pub text: Text,
    /// `line`: a line of the file as received, from 1.
    pub line: Option<u32>,
    /// `theme`.
    pub theme: Option<Theme>,
    /// `lang`: a language tag.
    pub language: Option<String>,
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

    /// Reads the part of an address behind the `#`, with or without it.
    pub fn parse(fragment: &str) -> (Self, Vec<Problem>) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut problems = Vec::new();
        let mut route = Self::to(parse_page(path, &mut problems));
        for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
            if let Err(problem) = route.read(pair) {
                problems.push(problem);
            }
        }
        (route, problems)
    }

    fn read(&mut self, pair: &str) -> Result<(), Problem> {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if name == "mine" {
            return self.read_own(value);
        }
        let shown = || value.chars().take(60).collect::<String>();
        let value = decode(value)
            .ok_or_else(|| Problem(format!("The value of “{name}” in this link is damaged, so it was left out.")))?;
        let wanted = |text: &str| Problem(format!("“{name}” must be {text}, not “{}”; it was left out.", shown()));
        match name {
            "q" => self.query = value,
            "issue" => add(&mut self.issues, value),
            "outlet" => add(&mut self.outlets, value),
            "meeting" => add(&mut self.meetings, value),
            "side" => add(&mut self.sides, value),
            "speaker" => add(&mut self.speakers, value),
            "kind" => add(&mut self.kinds, value),
            "a" => add(&mut self.columns, value),
            "fold" => add(&mut self.folded, value),
            "at" => add(&mut self.places, value),
            "issues" => {
                self.issues_match = choice(&value, &[("any", Match::Any), ("all", Match::All)])
                    .ok_or_else(|| wanted("“any” or “all”"))?;
            }
            "sort" => {
                self.sort = choice(&value, &[("relevance", Sort::Relevance), ("date", Sort::Date)])
                    .ok_or_else(|| wanted("“relevance” or “date”"))?;
            }
            "view" => {
                self.listing = choice(&value, &[("passages", Listing::Passages), ("context", Listing::Context)])
                    .ok_or_else(|| wanted("“passages” or “context”"))?;
            }
            "order" => {
                self.line_order =
                    choice(&value, LINE_ORDERS).ok_or_else(|| wanted("“date”, “position”, “left” or “right”"))?;
            }
            "mode" => {
                self.mode = choice(&value, MODES)
                    .ok_or_else(|| wanted("“issues”, “text”, “wording”, “voices” or “missing”"))?;
            }
            "rows" => {
                self.rows = choice(&value, ROWS).ok_or_else(|| wanted("“shared”, “differ” or “catalogue”"))?;
            }
            "link" => self.unlinked = choice(&value, SWITCH).ok_or_else(|| wanted("“on” or “off”"))?,
            "filter" => self.unfiltered = choice(&value, SWITCH).ok_or_else(|| wanted("“on” or “off”"))?,
            "theme" => {
                self.theme = Some(
                    choice(&value, &[("light", Theme::Light), ("dark", Theme::Dark)])
                        .ok_or_else(|| wanted("“light” or “dark”"))?,
                );
            }
            "from" => self.from = Some(DateBound::parse(&value).ok_or_else(|| wanted("a date such as 2001-10-21"))?),
            "to" => self.to = Some(DateBound::parse(&value).ok_or_else(|| wanted("a date such as 2001-10-21"))?),
            "p" => {
                let number = value.parse().ok().filter(|number| *number > 0);
                self.passage = Some(number.ok_or_else(|| wanted("the number of a passage, from 1"))?);
            }
            "text" => {
                self.text = choice(&value, TEXTS).ok_or_else(|| wanted("“reading”, “received” or “both”"))?;
            }
            "line" => {
                let number = value.parse().ok().filter(|number| *number > 0);
                self.line = Some(number.ok_or_else(|| wanted("the number of a line, from 1"))?);
            }
            "lang" if !value.is_empty() => self.language = Some(value),
            "embed" => self.embed = choice(&value, &[("1", true), ("0", false)]).ok_or_else(|| wanted("1"))?,
            _ => return Err(Problem(format!("“{name}” means nothing in a link to this page, so it was left out."))),
        }
        Ok(())
    }

    fn read_own(&mut self, value: &str) -> Result<(), Problem> {
        let issue = OwnIssue::parse(value).ok_or_else(|| {
            Problem("An issue of your own in this link is not a name and a search with a colon between, so it was left out.".to_owned())
        })?;
        if self.own_issue(issue.id()).is_some() {
            return Err(Problem(format!(
                "Two issues of your own are called “{}” in this link; the second was left out.",
                issue.name()
            )));
        }
        self.own.push(issue);
        Ok(())
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
            match (route.own.iter().position(|own| own.id() == old), issue) {
                (Some(place), Some(issue)) => route.own.splice(place..=place, [issue]).for_each(drop),
                (Some(place), None) => drop(route.own.remove(place)),
                (None, Some(issue)) => route.own.push(issue),
                (None, None) => {}
            }
        })
    }

    /// Whether anything narrows the passages besides the words of the query.
    pub fn has_filters(&self) -> bool {
        let lists = [&self.issues, &self.outlets, &self.meetings, &self.sides, &self.speakers, &self.kinds];
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
            kinds: Vec::new(),
            from: None,
            to: None,
            ..self.clone()
        }
    }

    /// Another page, with what belongs to the visitor rather than to the view:
    /// their own issues, the columns that they chose, theme, language, and
    /// whether it is embedded.
    pub fn elsewhere(&self, page: Page) -> Self {
        Self {
            page,
            own: self.own.clone(),
            columns: self.columns.clone(),
            theme: self.theme,
            language: self.language.clone(),
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

/// What is on unless a link says otherwise, as whether it is off.
const SWITCH: &[(&str, bool)] = &[("on", false), ("off", true)];

fn name_of<T: Copy + PartialEq>(value: T, choices: &[(&'static str, T)]) -> &'static str {
    choices.iter().find(|(_, choice)| *choice == value).map_or("", |(name, _)| name)
}

fn choice<T: Copy>(value: &str, choices: &[(&str, T)]) -> Option<T> {
    choices.iter().find(|(name, _)| *name == value).map(|(_, choice)| *choice)
}

fn parse_page(path: &str, problems: &mut Vec<Problem>) -> Page {
    let path = path.strip_prefix('/').unwrap_or(path);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let (Some(first), Some(rest)) = (decode(first), decode(rest)) else {
        problems.push(Problem("The name of the page in this link is damaged.".to_owned()));
        return Page::Unknown(path.to_owned());
    };
    match (first.as_str(), rest.as_str()) {
        ("" | "search", "") => Page::Search,
        ("compare", "") => Page::Compare,
        ("coverage", "") => Page::Coverage,
        ("timeline", "") => Page::Timeline,
        ("voices", "") => Page::Voices,
        ("help", "") => Page::Help,
        ("about", "") => Page::About,
        ("read", article) if !article.is_empty() => Page::Read(article.to_owned()),
        (first, "") if !path.contains('/') => Page::Unknown(first.to_owned()),
        (first, rest) => Page::Unknown(format!("{first}/{rest}")),
    }
}

impl Display for Page {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Search => out.write_str("/search"),
            Self::Read(article) => write!(out, "/read/{}", encode(article)),
            Self::Compare => out.write_str("/compare"),
            Self::Coverage => out.write_str("/coverage"),
            Self::Timeline => out.write_str("/timeline"),
            Self::Voices => out.write_str("/voices"),
            Self::Help => out.write_str("/help"),
            Self::About => out.write_str("/about"),
            Self::Unknown(name) => write!(out, "/{}", encode(name)),
        }
    }
}

impl Display for Route {
    /// Prints the fragment without its `#`; defaults are left out.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        let mut put_encoded = |name: &str, value: &str| {
            let joint = if text.is_empty() { '?' } else { '&' };
            // Writing to a string cannot fail.
            let _ = write!(text, "{joint}{name}={value}");
        };
        self.own.iter().for_each(|issue| put_encoded("mine", &issue.to_string()));
        let mut put = |name: &str, value: &str| put_encoded(name, &encode(value));
        if !self.query.is_empty() {
            put("q", &self.query);
        }
        self.issues.iter().for_each(|id| put("issue", id));
        if self.issues_match == Match::All {
            put("issues", "all");
        }
        self.outlets.iter().for_each(|id| put("outlet", id));
        self.meetings.iter().for_each(|id| put("meeting", id));
        self.sides.iter().for_each(|id| put("side", id));
        self.speakers.iter().for_each(|id| put("speaker", id));
        self.kinds.iter().for_each(|id| put("kind", id));
        self.from.iter().for_each(|date| put("from", &date.to_string()));
        self.to.iter().for_each(|date| put("to", &date.to_string()));
        if self.sort == Sort::Date {
            put("sort", "date");
        }
        if self.listing == Listing::Context {
            put("view", "context");
        }
        if self.line_order != LineOrder::default() {
            let name = LINE_ORDERS.iter().find(|(_, order)| *order == self.line_order);
            name.iter().for_each(|(name, _)| put("order", name));
        }
        self.columns.iter().for_each(|id| put("a", id));
        if self.mode != Mode::default() {
            put("mode", name_of(self.mode, MODES));
        }
        if self.rows != Rows::default() {
            put("rows", name_of(self.rows, ROWS));
        }
        self.folded.iter().for_each(|id| put("fold", id));
        self.places.iter().for_each(|place| put("at", place));
        for (name, off) in [("link", self.unlinked), ("filter", self.unfiltered)] {
            if off {
                put(name, "off");
            }
        }
        self.passage.iter().for_each(|number| put("p", &number.to_string()));
        if self.text != Text::default() {
            put("text", name_of(self.text, TEXTS));
        }
        self.line.iter().for_each(|number| put("line", &number.to_string()));
        if let Some(theme) = self.theme {
            put("theme", if theme == Theme::Dark { "dark" } else { "light" });
        }
        self.language.iter().for_each(|tag| put("lang", tag));
        if self.embed {
            put("embed", "1");
        }
        write!(out, "{}{text}", self.page)
    }
}

#[cfg(test)]
mod tests;
