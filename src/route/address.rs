//! Addresses, read and written: the two directions stand together, for what
//! one prints the other reads.

use std::fmt::{self, Display, Write};

use super::parameter::{decode, encode};
use super::*;

impl Route {
    /// Reads the part of an address behind the `#`, with or without it.
    pub fn parse(fragment: &str) -> (Self, Vec<Problem>) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        // What has handed the link on may have written it in percent signs whole.
        let whole = fragment.get(..3).filter(|start| start.eq_ignore_ascii_case("%2F")).and_then(|_| decode(fragment));
        let fragment = whole.as_deref().unwrap_or(fragment);
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
        // A link taken from HTML has its ampersands as they are written there.
        let name = name.strip_prefix("amp;").unwrap_or(name);
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
            "lang" => self.language = Some(value).filter(|tag| !tag.is_empty()),
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
