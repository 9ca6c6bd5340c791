//! Markdown as lines of text, by a maintained parser of CommonMark with tables and
//! footnotes.
//!
//! The words stand for the file from here on, as those of a saved page do:
//! marks, addresses, titles and definitions of links, and HTML are no text.
//!
//! Invariant: what stands on a line of the file stands on that line of the
//! text, so that an editor's line numbers hold.

mod front_matter;
mod tags;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::article::BlockKind;
use crate::clean::{Hints, LineHint};

/// A line of signs under more words than this was drawn below a paragraph.
const MOST_WORDS_OF_A_HEADING: usize = 20;

/// The words of a source, line by line, and what its marks say about them.
/// Linear in its length.
pub fn read(source: &str) -> (String, Hints) {
    let mut lines = Lines { source, ..Lines::default() };
    let body = front_matter::read(source, &mut lines);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let titled = !lines.hints.lines.is_empty() && lines.titled;
    let mut reader = Reader { lines, titled, ..Reader::default() };
    for (event, range) in Parser::new_ext(source.get(body..).unwrap_or(""), options).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.end()
}

/// The text made so far.
#[derive(Default)]
struct Lines<'s> {
    source: &'s str,
    text: String,
    hints: Hints,
    /// Whether a line was said to be the headline.
    titled: bool,
    /// The line of the source on which `at` stands, counted from 0, and where
    /// it begins.
    line: u32,
    start: usize,
    at: usize,
    /// The line at which the text has arrived, counted from 0.
    written: u32,
}

impl Lines<'_> {
    /// Goes on to the line of an offset of the source.
    fn go(&mut self, offset: usize) {
        let passed = self.source.get(self.at..offset).unwrap_or("");
        for (at, _) in passed.match_indices('\n') {
            self.line += 1;
            self.start = self.at + at + 1;
        }
        self.at = self.at.max(offset);
    }

    /// Adds words that stand at an offset of the source.
    fn write(&mut self, words: &str, offset: usize) {
        self.go(offset);
        if self.written < self.line || self.text.is_empty() {
            // An indent tells where a wrapped paragraph begins.
            let before = self.source.get(self.start..offset).unwrap_or("");
            let indent = before.len() - before.trim_start_matches([' ', '\t']).len();
            self.text.extend((self.written..self.line).map(|_| '\n'));
            self.text.push_str(before.get(..indent).unwrap_or(""));
            self.written = self.line;
        }
        self.text.push_str(words);
        self.written += u32::try_from(words.matches('\n').count()).unwrap_or(u32::MAX);
    }

    /// Whether no word stands yet on the line of an offset.
    fn is_fresh(&mut self, offset: usize) -> bool {
        self.go(offset);
        self.written < self.line || self.text.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
    }

    fn say(&mut self, line: u32, kind: Option<BlockKind>, reason: &str) {
        self.hints.lines.push(LineHint { line: line + 1, kind, reason: reason.to_owned(), label: 0 });
    }
}

/// What the parser's events add up to.
#[derive(Default)]
struct Reader<'s> {
    lines: Lines<'s>,
    titled: bool,
    /// The heading that is open: its level, and the first and the last line of
    /// its words.
    heading: Option<(HeadingLevel, Option<(u32, u32)>)>,
    /// Open images, and the line that holds nothing but one.
    images: u32,
    alone: Option<u32>,
    /// Whether the row of a table has a cell.
    cell: bool,
    /// The block of HTML that is open.
    tags: tags::Tags,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) => self.close(tag, &range),
            Event::Text(words) | Event::Code(words) => self.words(&words, range.start),
            Event::Html(html) => {
                let words = self.tags.words(&html);
                self.words(&words, range.start);
            }
            // A line break within a line, as in the cell of a table.
            Event::InlineHtml(html) if html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) => {
                self.words(" ", range.start);
            }
            // Breaks follow from where the words stand; the rest is marks.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } if self.is_heading(range) => self.heading = Some((*level, None)),
            Tag::Item => {
                let mark = self.lines.source.get(range.clone()).and_then(|item| item.split_whitespace().next());
                let mark = mark.filter(|mark| mark.len() <= 10).unwrap_or("-");
                let mark = if mark.starts_with(|c: char| c.is_ascii_digit()) { mark } else { "-" };
                self.words(&[mark, " "].concat(), range.start);
            }
            Tag::Image { .. } => {
                self.alone = (self.images == 0 && self.lines.is_fresh(range.start)).then_some(self.lines.line);
                self.images += 1;
            }
            Tag::TableHead | Tag::TableRow => self.cell = false,
            Tag::TableCell if std::mem::replace(&mut self.cell, true) => self.words(" | ", range.start),
            Tag::HtmlBlock => self.tags = tags::Tags::default(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) => {
                let Some((level, Some((first, last)))) = self.heading.take() else { return };
                let headline = level == HeadingLevel::H1 && !self.titled;
                self.titled |= headline;
                let kind = if headline { BlockKind::Headline } else { BlockKind::Subhead };
                (first..=last).for_each(|line| self.lines.say(line, Some(kind), ""));
            }
            TagEnd::Image => {
                self.images = self.images.saturating_sub(1);
                // What follows it on its line is looked for in the source.
                let rest = self.lines.source.get(range.end..).and_then(|rest| rest.lines().next()).unwrap_or("");
                let linked = rest.trim_start_matches("](").split_once(')').map_or(rest, |(_, rest)| rest);
                let alone = self.alone.take().filter(|line| self.images == 0 && *line == self.lines.written);
                let bare = |rest: &str| rest.trim().is_empty();
                if let Some(line) = alone.filter(|_| bare(rest) || rest.starts_with("](") && bare(linked)) {
                    self.lines.say(line, Some(BlockKind::AlternativeText), "");
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, offset: usize) {
        if words.is_empty() {
            return;
        }
        self.lines.write(words, offset);
        let line = self.lines.written;
        if let Some((_, lines)) = &mut self.heading {
            let first = lines.map_or(line, |(first, _)| first);
            *lines = Some((first, line));
        }
    }

    /// Whether a heading of the parser is one: words with a line of signs under
    /// them may be a paragraph above a rule.
    fn is_heading(&self, range: &Range<usize>) -> bool {
        let Some(text) = self.lines.source.get(range.clone()) else { return false };
        let words = text.trim_end_matches(['=', '-', ' ', '\n', '\r']);
        let short = words.split_whitespace().take(MOST_WORDS_OF_A_HEADING + 1).count() <= MOST_WORDS_OF_A_HEADING;
        text.starts_with('#') || short && !words.contains('\n') && words.contains(char::is_alphabetic)
    }

    fn end(self) -> (String, Hints) {
        (self.lines.text, self.lines.hints)
    }
}

#[cfg(test)]
mod tests;
