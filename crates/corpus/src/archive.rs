//! Files of newspaper archives and libraries' databases: labels before and
//! after the text, several documents in a file.
//!
//! The rules know labels, not databases: `BYLINE:`, `Author:` and `BY` are one
//! label in the manner of three.
//!
//! Invariant: a file without an archive's labels is left alone; a label's
//! value stays in the source, as metadata or as the text.

mod citation;
mod clipping;
mod labels;
mod split;
mod unlabelled;

use crate::article::BlockKind;
use crate::clean::furniture::{self, phrases, reason};
use crate::clean::{Hints, LineHint};
use crate::metadata::entry::{Entry, Field, Source};
use labels::{Label, Meaning, label};

pub(crate) use citation::BY;
pub(crate) use split::{Documents, documents};

/// Fewer known labels than this are an article's own words.
const FEWEST: usize = 3;

/// What the labels of an archive say about the lines and the article.
pub(crate) fn read(source: &str) -> (Hints, Vec<Entry>) {
    let lines: Vec<&str> = source.split('\n').collect();
    let Some(reading) = reading(&lines) else { return clipping::read(&lines) };
    let mut document = Document { lines: &lines, hints: Hints::default(), entries: Vec::new() };
    document.read(&reading);
    clipping::sign(&lines, &mut document.hints);
    (document.hints, document.entries)
}

/// Whether a text has an archive's labels, or was cut from a page with its day.
pub(crate) fn is_archive(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    reading(&lines).is_some() || !clipping::read(&lines).1.is_empty()
}

/// The labels of a document, by line, where there are enough of them.
fn reading(lines: &[&str]) -> Option<Vec<Option<Label>>> {
    let tagged = labels::is_tagged(lines);
    let mut found: Vec<Option<Label>> = lines.iter().map(|line| label(line, tagged)).collect();
    if !tagged {
        unlabelled::read(lines, &mut found);
    }
    let mut kinds: Vec<&str> = found.iter().flatten().map(|label| label.name).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let strong = found.iter().flatten().any(|label| label.strong);
    (kinds.len() >= FEWEST && strong).then_some(found)
}

struct Document<'a> {
    lines: &'a [&'a str],
    hints: Hints,
    entries: Vec<Entry>,
}

impl Document<'_> {
    fn read(&mut self, labels: &[Option<Label>]) {
        let is_text = |label: &Option<Label>| label.is_some_and(|label| label.meaning == Meaning::Text);
        let text = labels.iter().position(is_text);
        let first = labels.iter().position(Option::is_some).unwrap_or(0);
        let tail = text.map_or(0, |text| self.tail(text, labels));
        let mut open: Option<Label> = None;
        for (at, line) in self.lines.iter().enumerate() {
            // Within the text a label is a word of the article.
            let within = text.is_some_and(|text| at > text && at < tail);
            let label = labels
                .get(at)
                .copied()
                .flatten()
                .filter(|label| !within || label.meaning == Meaning::Text && label.strong);
            match label {
                Some(label) => {
                    self.labelled(at, line, &label);
                    open = Some(label);
                }
                None if line.trim().is_empty() => {
                    open = open.filter(|label| label.meaning == Meaning::Text || self.is_bare(at) && self.is_value(at));
                }
                None => match open {
                    Some(label) if label.meaning == Meaning::Text => {}
                    Some(label) => self.goes_on(at, &label),
                    // Between the labels and the text stand notices.
                    None if at >= first && text.is_some_and(|text| at < text) => self.say(at, None, 0),
                    None => {}
                },
            }
        }
        self.head(first);
        self.signature();
    }

    /// Who wrote it, under the line of tildes that ends a text, where no label
    /// names an author.
    fn signature(&mut self) {
        let ends = |line: &str| line.trim().len() >= 4 && line.trim().bytes().all(|byte| byte == b'~');
        let Some(end) = self.lines.iter().rposition(|line| ends(line)) else { return };
        let rest = self.lines.iter().enumerate().skip(end + 1);
        let Some((at, line)) = rest.into_iter().find(|(_, line)| !line.trim().is_empty()) else { return };
        let known = self.entries.iter().any(|entry| entry.field == Field::Author);
        if !known && crate::byline::opens(line.trim()) {
            self.add(at, Field::Author, "the line under the text", line);
            self.say(at, None, 0);
            self.hints.lines.sort_by_key(|hint| hint.line);
        }
    }

    /// Where the labels behind the text begin: only short lines follow them.
    fn tail(&self, text: usize, labels: &[Option<Label>]) -> usize {
        let mut tail = self.lines.len();
        for at in (text + 1..self.lines.len()).rev() {
            let words = self.lines.get(at).map_or(0, |line| line.split_whitespace().count());
            match labels.get(at).copied().flatten() {
                Some(_) => tail = at,
                None if words > 30 => break,
                None => {}
            }
        }
        tail
    }

    /// Whether the label right over a blank line has nothing behind it.
    fn is_bare(&self, blank: usize) -> bool {
        blank.checked_sub(1).and_then(|at| self.lines.get(at)).is_some_and(|line| line.trim().ends_with(':'))
    }

    /// Whether a few words follow a blank line, as a value does and no text.
    fn is_value(&self, blank: usize) -> bool {
        const MOST_WORDS: usize = 16;
        let next = self.lines.iter().skip(blank).find(|line| !line.trim().is_empty());
        next.is_some_and(|line| line.split_whitespace().count() <= MOST_WORDS)
    }

    fn say(&mut self, at: usize, kind: Option<BlockKind>, label: usize) {
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let label = u32::try_from(label).unwrap_or(0);
        self.hints.lines.push(LineHint { line, kind, reason: reason::METADATA.to_owned(), label });
    }

    fn add(&mut self, at: usize, field: Field, name: &str, value: &str) {
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let (label, value) = (name.to_owned(), value.trim().to_owned());
        if !value.is_empty() {
            self.entries.push(Entry { field, source: Source::Archive, label, value, line, position: 0 });
        }
    }

    fn labelled(&mut self, at: usize, line: &str, label: &Label) {
        let value = line.trim_start().get(label.length..).unwrap_or("").trim();
        match label.meaning {
            Meaning::Text if value.is_empty() => self.say(at, None, 0),
            Meaning::Text => self.say(at, Some(BlockKind::Paragraph), label.length),
            Meaning::Field(Field::Headline) if value.contains(citation::BY) => self.cited(at, label, value),
            Meaning::Field(field) => {
                let kind = match field {
                    Field::Headline if !value.is_empty() => Some(BlockKind::Headline),
                    _ => None,
                };
                self.say(at, kind, if kind.is_some() { label.length } else { 0 });
                self.add(at, field, label.name, value);
                if field == Field::Published
                    && let Some(value) = Some(value).filter(|value| !value.is_empty())
                {
                    self.source_of(at, label, value);
                }
            }
            Meaning::Other => self.say(at, None, 0),
        }
    }

    /// `Title: Talks end. By: Lind, Anna, Coast Post, 4 March 2014`
    fn cited(&mut self, at: usize, label: &Label, value: &str) {
        self.say(at, Some(BlockKind::Headline), label.length);
        for (field, value) in citation::fields(value) {
            self.add(at, field, label.name, value);
        }
    }

    /// `Source: Coast Post. 3/4/2014, p3.` names the outlet as well.
    fn source_of(&mut self, at: usize, label: &Label, value: &str) {
        if labels::is_source(label.name) {
            let name = value.split([';', '[', ',']).next().unwrap_or(value);
            let name = name.split(". ").next().unwrap_or(name);
            self.add(at, Field::Outlet, label.name, name);
        }
    }

    /// A value that runs over several lines.
    fn goes_on(&mut self, at: usize, label: &Label) {
        match label.meaning {
            Meaning::Field(Field::Headline) => {
                let line = u32::try_from(at).unwrap_or(0);
                let words = self.lines.get(at).map_or("", |line| line.trim());
                let before = self.entries.iter_mut().rev().find(|entry| entry.field == Field::Headline);
                match before {
                    Some(before) if before.line == line => {
                        before.value = [&before.value, " ", words].concat();
                        self.say(at, None, 0);
                    }
                    _ => {
                        self.add(at, Field::Headline, label.name, words);
                        self.say(at, Some(BlockKind::Headline), 0);
                    }
                }
            }
            Meaning::Field(field) => {
                let words = self.lines.get(at).map_or("", |line| line.trim());
                let known = self.entries.iter().any(|entry| entry.field == field);
                if !known {
                    self.add(at, field, label.name, words);
                }
                self.say(at, None, 0);
            }
            _ => self.say(at, None, 0),
        }
    }

    /// What stands over the labels: of the lines without a label the headline,
    /// the newspaper and the day are told by their shape and order.
    fn head(&mut self, first: usize) {
        let has = |document: &Self, field| document.entries.iter().any(|entry| entry.field == field);
        // A list of what is in a download stands over the counter.
        let counter = self.lines.iter().take(first).rposition(|line| labels::is_counter(line));
        let from = counter.map_or(0, |at| at + 1);
        let mut names: Vec<(usize, String)> = Vec::new();
        let mut dated: Option<usize> = None;
        for (at, line) in self.lines.iter().enumerate().take(first).skip(from) {
            let words = line.trim();
            let found = crate::dates::find(words);
            let day = found.first().is_some_and(|found| found.range.len() * 2 >= words.len());
            if day {
                if dated.is_none() && !has(self, Field::Published) {
                    self.add(at, Field::Published, "the line over the labels", words);
                }
                dated = dated.or(Some(at));
            } else if !words.is_empty() && !labels::is_notice(words) && !is_tool(words) {
                names.push((at, words.to_owned()));
            }
        }
        // Headline, paper, day; or paper, day, headline.
        let before = names.iter().filter(|(at, _)| dated.is_some_and(|dated| *at < dated)).count();
        let headline = match (names.len(), before) {
            (0, _) => None,
            (2.., 1) => Some(1),
            _ => Some(0),
        };
        let Some((at, value)) = headline.and_then(|index| names.get(index)).cloned() else { return };
        let other = names.iter().find(|(other, _)| *other != at && !has(self, Field::Outlet)).cloned();
        if !has(self, Field::Headline) {
            self.add(at, Field::Headline, "the line over the labels", &value);
            self.say(at, Some(BlockKind::Headline), 0);
        }
        if let Some((at, value)) = other {
            self.add(at, Field::Outlet, "the line over the labels", &value);
        }
        for at in 0..first {
            let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let blank = self.lines.get(at).is_none_or(|line| line.trim().is_empty());
            if !blank && !self.hints.lines.iter().any(|hint| hint.line == line) {
                self.say(at, None, 0);
            }
        }
        self.hints.lines.sort_by_key(|hint| hint.line);
    }
}

/// A button of the page from which the text was copied, such as `Listen`.
fn is_tool(line: &str) -> bool {
    phrases::by_words(&furniture::plain(line)).is_some()
}

#[cfg(test)]
mod tests;
