//! Articles cut from the page of a newspaper, as PressReader prints, mails and
//! copies them: newspaper, day, page and author over the text, in any order, and
//! whose service it is under it.
//!
//! Invariant: read only where a line names the service; what no shape or place
//! tells stays a line of the text.

use super::labels::is_notice;
use crate::byline;
use crate::clean::furniture::{is_function_word, plain, reason};
use crate::clean::shape::{End, Shape};
use crate::clean::{Hints, LineHint};
use crate::metadata::entry::{Entry, Field, Source};

/// As many lines stand over a text at most.
const MOST: usize = 12;

/// What the lines over a cut text say.
pub(super) fn read(lines: &[&str]) -> (Hints, Vec<Entry>) {
    if !lines.iter().any(|line| names_service(line)) {
        return (Hints::default(), Vec::new());
    }
    let mut clipping = Clipping { hints: Hints::default(), entries: Vec::new() };
    sign(lines, &mut clipping.hints);
    clipping.head(lines);
    clipping.hints.lines.sort_by_key(|hint| hint.line);
    (clipping.hints, clipping.entries)
}

/// Sets aside the lines that say whose service it is.
pub(super) fn sign(lines: &[&str], hints: &mut Hints) {
    if !lines.iter().any(|line| names_service(line)) {
        return;
    }
    hints.clipping = true;
    let known = hints.lines.len();
    for (number, line) in (1_u32..).zip(lines) {
        let decided = || hints.lines.get(..known).is_some_and(|hints| hints.iter().any(|hint| hint.line == number));
        if (names_service(line) || is_print_notice(line)) && !decided() {
            let reason = reason::METADATA.to_owned();
            hints.lines.push(LineHint { line: number, kind: None, reason, label: 0 });
        }
    }
    hints.lines.sort_by_key(|hint| hint.line);
}

/// Whether a line ends a cut text, as the notice under each of them does.
pub(super) fn ends(line: &str) -> bool {
    !is_longer(line, 16) && plain(line).ends_with("protected by applicable law ")
}

/// `PressReader.com +1 604`, `Article from PressReader`; no sentence about it.
fn names_service(line: &str) -> bool {
    const NAME: &str = "pressreader";
    let is_name =
        |(at, _): (usize, &str)| line.get(at..at + NAME.len()).is_some_and(|word| word.eq_ignore_ascii_case(NAME));
    // Most lines do not hold it anywhere.
    if !line.match_indices(['p', 'P']).any(is_name) {
        return false;
    }
    let shape = Shape::of(line);
    let words = plain(line);
    let named = words.split_whitespace().any(|word| word == NAME);
    named
        && shape.words <= 16
        && (shape.lower <= 4 || is_notice(line))
        && !(shape.end == End::Stop && shape.lower > 2 && !is_notice(line))
}

/// Whether a line has more than so many words between blanks.
fn is_longer(line: &str, words: usize) -> bool {
    line.split_whitespace().nth(words).is_some()
}

/// `Copyright and protected by applicable law`, `Newspapers from Norway`.
fn is_print_notice(line: &str) -> bool {
    const OPENINGS: [&str; 7] = [
        "copyright and protected by",
        "printed and distributed by",
        "newspapers from ",
        "newspapers in ",
        "see this article in the e edition",
        "shared from the ",
        "powered by tcpdf",
    ];
    let words = plain(line);
    OPENINGS.iter().any(|opening| words.starts_with(opening)) && words.split_whitespace().count() <= 12
}

struct Clipping {
    hints: Hints,
    entries: Vec<Entry>,
}

impl Clipping {
    fn remove(&mut self, at: usize) {
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        if !self.hints.lines.iter().any(|hint| hint.line == line) {
            self.hints.lines.push(LineHint { line, kind: None, reason: reason::METADATA.to_owned(), label: 0 });
        }
    }

    fn add(&mut self, at: usize, field: Field, value: &str) {
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let (label, value) = ("the line over the text".to_owned(), value.trim().to_owned());
        if !value.is_empty() && !self.entries.iter().any(|entry| entry.field == field) {
            self.entries.push(Entry { field, source: Source::Archive, label, value, line, position: 0 });
        }
    }

    /// The lines over the text, from the one that has the day.
    fn head(&mut self, lines: &[&str]) {
        let shown = lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let head: Vec<(usize, &str)> =
            shown.map(|(at, line)| (at, line.trim())).take(MOST).take_while(|(_, line)| !is_text(line)).collect();
        let Some(day) = head.iter().position(|(_, line)| day(line).is_some() && !names_service(line)) else { return };
        let Some((at, line)) = head.get(day).copied() else { return };
        self.imprint(at, line);
        self.remove(at);
        let free = |at: &usize| !names_service(head.get(*at).map_or("", |(_, line)| line));
        let near: Vec<usize> =
            [day.checked_sub(1), Some(day + 1), Some(day + 2)].into_iter().flatten().filter(free).collect();
        // The headline has small words, or more words than a name.
        let titles = head.iter().enumerate().filter(|(at, (_, line))| *at != day && !is_name(line)).count();
        for index in near {
            let Some((at, line)) = head.get(index).copied() else { continue };
            if byline::opens(line) || byline::fills(line) {
                self.add(at, Field::Author, line);
                self.remove(at);
            } else if titles > 0 && is_name(line) {
                // Over the day or right under it the newspaper, then the author.
                let field = match self.entries.iter().any(|entry| entry.field == Field::Outlet) {
                    false
                        if index < day
                            || index == day + 1
                                && line.split_whitespace().next().is_some_and(|word| plain(word) == "the ") =>
                    {
                        Field::Outlet
                    }
                    true if index > day => Field::Author,
                    _ => continue,
                };
                self.add(at, field, line);
                self.remove(at);
            }
        }
        // A section over the headline.
        if let Some((at, line)) = head.first().copied()
            && matches!(plain(line).as_str(), "article " | "article name ")
        {
            self.remove(at);
        }
    }

    /// `The Coast Courier · 21 Mar 2014 · 4 · Anna Lind`.
    fn imprint(&mut self, at: usize, line: &str) {
        const BETWEEN: [&str; 7] = [" · ", " | ", " • ", " - ", " – ", " — ", "\t"];
        let Some(found) = day(line) else { return };
        self.add(at, Field::Published, found.of(line));
        let (before, after) = (line.get(..found.start as usize), line.get(found.end as usize..));
        let parts = |text: Option<&str>| -> Vec<String> {
            let text =
                BETWEEN.iter().fold(format!(" {} ", text.unwrap_or("").trim()), |text, mark| text.replace(mark, "\n"));
            text.split('\n')
                .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned())
                .filter(|part| !part.is_empty())
                .collect()
        };
        for part in parts(before) {
            if is_name(&part) && part.split_whitespace().count() > 1 {
                self.add(at, Field::Outlet, &part);
            }
        }
        for part in parts(after) {
            // `The Coast Courier BY ANNA LIND`
            let by = [" BY ", " By "].iter().find_map(|by| part.split_once(by));
            let (paper, author) = by.map_or((part.as_str(), ""), |(paper, author)| (paper, author));
            let known = self.entries.iter().any(|entry| entry.field == Field::Outlet);
            if !author.is_empty() {
                self.add(at, Field::Outlet, paper);
                self.add(at, Field::Author, author);
            } else if byline::opens(&part) {
                self.add(at, Field::Author, &part);
            } else if is_name(&part) && part.split_whitespace().count() > 1 {
                let article = part.split_whitespace().next().is_some_and(|word| plain(word) == "the ");
                let field = if known || !article { Field::Author } else { Field::Outlet };
                self.add(at, field, &part);
            }
        }
    }
}

/// Where a line has a whole day.
fn day(line: &str) -> Option<crate::fact::ByteRange> {
    let found = crate::dates::find(line).into_iter().find(|found| found.precision == crate::Precision::Day)?;
    (Shape::of(line).words <= 16).then_some(found.range)
}

/// A sentence, or its first words behind a capital that the page sets large.
fn is_text(line: &str) -> bool {
    let shape = Shape::of(line);
    let mut words = line.split_whitespace();
    let large = words.next().is_some_and(|word| word.chars().count() == 1 && word.starts_with(char::is_uppercase));
    shape.is_prose()
        || shape.words >= 12 && shape.lower * 2 > shape.words
        || large && words.next().is_none_or(|word| word.starts_with(char::is_lowercase))
}

/// One to five words with capitals, small words apart.
fn is_name(line: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase) || is_function_word(word);
    let words = line.split_whitespace().count();
    (1..=5).contains(&words)
        && line.starts_with(char::is_uppercase)
        && line.split_whitespace().all(capital)
        && !line.contains([':', '?', '!', '“', '"'])
        && Shape::of(line).end == End::Open
}
