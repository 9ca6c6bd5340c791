//! What is said to a person whose folder or catalogue has something wrong.
//!
//! Invariant: a [`Problem`] always has a place and a remedy, and prints as
//! `file:line:column`, the line, a caret under the place and the remedy.

use std::fmt;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name as the caller gave it.
    pub file: String,
    /// One-based line.
    pub line: u32,
    /// One-based column, in characters.
    pub column: u32,
    /// How many characters are meant, at least 1.
    pub width: u32,
    /// The whole line, cut when it is very long.
    pub text: String,
}

impl Place {
    /// The place of the bytes `start..end` in `text`, the content of `file`.
    pub fn in_text(file: &str, text: &str, start: usize, end: usize) -> Place {
        let start = floor(text, start);
        let before = text.get(..start).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(line_start..).unwrap_or("");
        let line = rest.lines().next().unwrap_or("");
        let column = before.get(line_start..).unwrap_or("").chars().count();
        let meant = text.get(start..floor(text, end.max(start))).unwrap_or("");
        let width = meant.lines().next().unwrap_or("").chars().count().max(1);
        let number = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Place {
            file: file.to_owned(),
            line: capped(number),
            column: capped(column + 1),
            width: capped(width),
            text: line.to_owned(),
        }
    }

    /// The first line of a file.
    pub fn whole_file(file: &str) -> Place {
        Place { file: file.to_owned(), line: 1, column: 1, width: 1, text: String::new() }
    }
}

fn capped(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The greatest character boundary of `text` that is not after `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Something that stops the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong, in a sentence: what was found and what was expected.
    pub message: String,
    /// What to do, in a sentence.
    pub remedy: String,
}

/// Something that looks wrong or could be better but does not stop the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where.
    pub place: Place,
    /// What was noticed, in a sentence.
    pub message: String,
    /// What to do, in a sentence.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        render(out, "error", &self.place, &self.message, &self.remedy)
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        render(out, "warning", &self.place, &self.message, &self.remedy)
    }
}

impl std::error::Error for Problem {}

/// The widest piece of a line that is shown, in characters.
const WIDEST: usize = 100;

fn render(out: &mut fmt::Formatter<'_>, level: &str, place: &Place, message: &str, remedy: &str) -> fmt::Result {
    writeln!(out, "{place}: {level}: {message}")?;
    if !place.text.is_empty() {
        let column = place.column.saturating_sub(1) as usize;
        let long = place.text.chars().nth(WIDEST).is_some();
        let skip = if long && column > WIDEST * 2 / 3 { column - WIDEST / 3 } else { 0 };
        let shown: String = place.text.chars().skip(skip).take(WIDEST).collect();
        let shown = shown.replace(|c: char| c.is_control(), " ");
        let room = WIDEST.saturating_sub(column - skip).max(1);
        let carets = (place.width as usize).min(room);
        let cut = if skip > 0 { "…" } else { "" };
        let number = place.line.to_string();
        let margin = " ".repeat(number.len());
        let more = if place.text.chars().nth(skip + WIDEST).is_some() { "…" } else { "" };
        writeln!(out, " {number} | {cut}{}{more}", shown.trim_end())?;
        let indent = " ".repeat(column - skip + cut.chars().count());
        writeln!(out, " {margin} | {indent}{}", "^".repeat(carets))?;
    }
    write!(out, "  help: {remedy}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_place() {
        let text = "title = 'x'\nissue = «wrong»\n";
        let start = text.find("«").unwrap();
        let place = Place::in_text("catalog.toml", text, start, start + "«wrong»".len());
        let problem = Problem { place, message: "m".into(), remedy: "r".into() };
        let shown = problem.to_string();
        assert_eq!(shown, "catalog.toml:2:9: error: m\n 2 | issue = «wrong»\n   |         ^^^^^^^\n  help: r");
    }

    #[test]
    fn any_offset_gives_a_place() {
        let text = "é\r\n\u{a0}ü";
        for start in 0..12 {
            for end in 0..12 {
                let place = Place::in_text("f", text, start, end);
                assert!(place.line >= 1 && place.column >= 1 && place.width >= 1);
            }
        }
    }
}
