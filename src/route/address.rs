//! Addresses, read and written: the two directions stand together, for what
//! one prints the other reads.

use std::fmt::{self, Display};

use super::limits::{Counted, LONGEST, LONGEST_NAME, LONGEST_TAG, MOST_OWN_BYTES, most, shown, told};
use super::parameter::{decode, encode};
use super::tail::{clung, numbers, parted};
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
        if fragment.len() > LONGEST {
            let kb = LONGEST / 1024;
            problems.push(Problem(format!(
                "This link is longer than {kb} KB, so only the page that it leads to was opened and all else left out."
            )));
            return (route, problems);
        }
        let mut counted = Counted::default();
        for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // A link taken from HTML has its ampersands as they are written there.
            let name = name.strip_prefix("amp;").unwrap_or(name).to_ascii_lowercase();
            if counted.admits(&name)
                && let Err(problem) = route.read(&name, value, &mut problems)
            {
                problems.push(problem);
            }
        }
        problems.extend(counted.problems());
        (route, told(problems))
    }

    fn read(&mut self, name: &str, value: &str, problems: &mut Vec<Problem>) -> Result<(), Problem> {
        if name == "mine" {
            return self.read_own(value);
        }
        let value = decode(value).ok_or_else(|| {
            Problem(format!("The value of “{}” in this link is damaged, so it was left out.", shown(name)))
        })?;
        let wanted =
            |text: &str| Problem(format!("“{name}” must be {text}, not “{}”; it was left out.", shown(&value)));
        // Of a value that is one of a few words the end of a sentence is told apart.
        let (plain, tail) = parted(&value);
        let mut tell = |tail: &str| problems.extend(clung(tail));
        if !tail.is_empty() && !matches!(name, "q" | "p" | "line" | "collection") && most(name).is_none() {
            tell(tail);
        }
        match name {
            "q" => self.query = value,
            "issue" => add(&mut self.issues, value),
            "outlet" => add(&mut self.outlets, value),
            "meeting" => add(&mut self.meetings, value),
            "side" => add(&mut self.sides, value),
            "speaker" => add(&mut self.speakers, value),
            "role" => add(&mut self.roles, value),
            "kind" => add(&mut self.kinds, value),
            "a" => add(&mut self.columns, value),
            "fold" => add(&mut self.folded, value),
            "at" => add(&mut self.places, value),
            "issues" => {
                self.issues_match = choice(plain, &[("any", Match::Any), ("all", Match::All)])
                    .ok_or_else(|| wanted("“any” or “all”"))?;
            }
            "sort" => {
                self.sort = choice(plain, &[("relevance", Sort::Relevance), ("date", Sort::Date)])
                    .ok_or_else(|| wanted("“relevance” or “date”"))?;
            }
            "view" => {
                self.listing = choice(plain, &[("passages", Listing::Passages), ("context", Listing::Context)])
                    .ok_or_else(|| wanted("“passages” or “context”"))?;
            }
            "order" => {
                self.line_order =
                    choice(plain, LINE_ORDERS).ok_or_else(|| wanted("“date”, “position”, “left” or “right”"))?;
            }
            "mode" => {
                self.mode =
                    choice(plain, MODES).ok_or_else(|| wanted("“issues”, “text”, “wording”, “voices” or “missing”"))?;
            }
            "rows" => {
                self.rows = choice(plain, ROWS).ok_or_else(|| wanted("“shared”, “differ” or “catalogue”"))?;
            }
            "link" => self.unlinked = choice(plain, SWITCH).ok_or_else(|| wanted("“on” or “off”"))?,
            "filter" => self.unfiltered = choice(plain, SWITCH).ok_or_else(|| wanted("“on” or “off”"))?,
            "theme" => {
                self.theme = Some(
                    choice(plain, &[("light", Theme::Light), ("dark", Theme::Dark)])
                        .ok_or_else(|| wanted("“light” or “dark”"))?,
                );
            }
            "from" => self.from = Some(DateBound::parse(plain).ok_or_else(|| wanted("a date such as 2001-10-21"))?),
            "to" => self.to = Some(DateBound::parse(plain).ok_or_else(|| wanted("a date such as 2001-10-21"))?),
            "p" => {
                let found = numbers(&value).ok_or_else(|| wanted("the number of a passage, from 1"))?;
                tell(found.rest);
                self.passage = Some(found.first);
                self.passages = (found.last > found.first).then_some((found.first, found.last));
            }
            "text" => {
                self.text = choice(plain, TEXTS).ok_or_else(|| wanted("“reading”, “received” or “both”"))?;
            }
            "line" => {
                let found = numbers(&value).ok_or_else(|| wanted("the number of a line, from 1"))?;
                tell(found.rest);
                self.line = Some(found.first);
            }
            "lang" if plain.len() > LONGEST_TAG => return Err(wanted("a language such as “en”")),
            "lang" => self.language = Some(plain.to_owned()).filter(|tag| !tag.is_empty()),
            "collection" => {
                self.collection =
                    Some(value.chars().take(LONGEST_NAME).collect()).filter(|name: &String| !name.is_empty());
            }
            "embed" => self.embed = choice(plain, &[("1", true), ("0", false)]).ok_or_else(|| wanted("1"))?,
            _ => {
                let name = shown(name);
                return Err(Problem(format!("“{name}” means nothing in a link to this page, so it was left out.")));
            }
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
        let bytes: usize = self.own.iter().chain([&issue]).map(|issue| issue.query().len()).sum();
        if bytes > MOST_OWN_BYTES {
            let kb = MOST_OWN_BYTES / 1024;
            return Err(Problem(format!(
                "The searches of your own issues in this link are longer than {kb} KB together, so “{}” was left out.",
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
    choices.iter().find(|(name, _)| value.eq_ignore_ascii_case(name)).map(|(_, choice)| *choice)
}

fn parse_page(path: &str, problems: &mut Vec<Problem>) -> Page {
    let path = path.strip_prefix('/').unwrap_or(path);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let (Some(first), Some(rest)) = (decode(first), decode(rest)) else {
        problems.push(Problem("The name of the page in this link is damaged.".to_owned()));
        return Page::Unknown(path.chars().take(LONGEST_NAME).collect());
    };
    let known = |name: &str, rest: &str| {
        Some(match (name, rest) {
            ("" | "search", "") => Page::Search,
            ("compare", "") => Page::Compare,
            ("coverage", "") => Page::Coverage,
            ("timeline", "") => Page::Timeline,
            ("voices", "") => Page::Voices,
            ("workshop", place) => Page::Workshop(place.chars().take(LONGEST_NAME).collect()),
            ("notes", "") => Page::Notes,
            ("help", "") => Page::Help,
            ("about", "") => Page::About,
            ("read", article) if !article.is_empty() => Page::Read(article.chars().take(LONGEST_NAME).collect()),
            _ => return None,
        })
    };
    let name = first.to_ascii_lowercase();
    if let Some(page) = known(&name, &rest) {
        return page;
    }
    // What follows a page's name may be the end of a sentence.
    let ((plain, tail), (more, _)) = (parted(&name), parted(&rest));
    if let Some(page) = known(plain, "").filter(|_| more.is_empty() && !plain.is_empty()) {
        problems.extend(clung(&[tail, rest.as_str()].concat()));
        return page;
    }
    let whole = if rest.is_empty() && !path.contains('/') { first } else { format!("{first}/{rest}") };
    Page::Unknown(whole.chars().take(LONGEST_NAME).collect())
}

impl Page {
    /// What links call the room of this page; empty for one that does not exist.
    pub fn room(&self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Read(_) => "read",
            Self::Compare => "compare",
            Self::Coverage => "coverage",
            Self::Timeline => "timeline",
            Self::Voices => "voices",
            Self::Workshop(_) => "workshop",
            Self::Notes => "notes",
            Self::Help => "help",
            Self::About => "about",
            Self::Unknown(_) => "",
        }
    }
}

impl Display for Page {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(article) => write!(out, "/read/{}", encode(article)),
            Self::Workshop(place) if !place.is_empty() => {
                write!(out, "/workshop")?;
                place.split('/').try_for_each(|part| write!(out, "/{}", encode(part)))
            }
            Self::Unknown(name) => write!(out, "/{}", encode(name)),
            page => write!(out, "/{}", page.room()),
        }
    }
}

impl Display for Route {
    /// Prints the fragment without its `#`; defaults are left out.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        let mut put_encoded = |name: &str, value: &str| {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.extend([name, "=", value]);
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
        self.roles.iter().for_each(|id| put("role", id));
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
        self.passage.iter().for_each(|first| {
            let last = self.last_passage().filter(|last| last > first);
            put("p", &last.map_or_else(|| first.to_string(), |last| format!("{first}-{last}")));
        });
        if self.text != Text::default() {
            put("text", name_of(self.text, TEXTS));
        }
        self.line.iter().for_each(|number| put("line", &number.to_string()));
        if let Some(theme) = self.theme {
            put("theme", if theme == Theme::Dark { "dark" } else { "light" });
        }
        self.language.iter().for_each(|tag| put("lang", tag));
        self.collection.iter().for_each(|name| put("collection", name));
        if self.embed {
            put("embed", "1");
        }
        write!(out, "{}{text}", self.page)
    }
}
