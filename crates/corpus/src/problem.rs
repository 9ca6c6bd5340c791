//! What is said to a person whose folder or catalogue has something wrong.
//!
//! Invariant: a [`Problem`] always has a place and a remedy, and prints as
//! `file:line:column`, the line, a caret under the place and the remedy.

use std::fmt;
use std::ops::Range;

use crate::escape::{is_obeyed, terminal};

/// A text as a sentence repeats it: at most `most` characters, and an ellipsis where
/// there were more.
pub fn shortened(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let short: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() { short + "…" } else { short }
}

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
    /// The line, or of a long one the piece around the place.
    pub text: String,
    /// How many characters of the line stand before `text`.
    pub skipped: u32,
}

impl Place {
    /// The place of the bytes `start..end` in `text`, the content of `file`.
    ///
    /// Linear in `start`; [`PlaceIndex`] is for whoever asks often.
    pub fn in_text(file: &str, text: &str, start: usize, end: usize) -> Place {
        let start = text.floor_char_boundary(start);
        let before = text.get(..start).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or("").chars().count();
        let number = before.bytes().filter(|byte| *byte == b'\n').count();
        Place::on_line(file, text, start..end, line_start, [number, column])
    }

    /// A place whose line and column, counted from 0, are known.
    fn on_line(file: &str, text: &str, meant: Range<usize>, line_start: usize, [number, column]: [usize; 2]) -> Place {
        let meant = text.get(meant.start..text.floor_char_boundary(meant.end.max(meant.start))).unwrap_or("");
        let place = meant.as_ptr() as usize - text.as_ptr() as usize;
        // Nobody sees more than a line of a terminal.
        let width = meant.chars().take(KEPT).take_while(|c| !matches!(c, '\n' | '\r')).count().max(1);
        let rest = text.get(line_start..).unwrap_or("");
        let after = text.get(place..).unwrap_or("").chars().take(WIDEST).take_while(|c| *c != '\n').count();
        let long = column + after > WIDEST;
        let skipped = if long && column > WIDEST * 2 / 3 { column - WIDEST / 3 } else { 0 };
        // From the place backwards, so that a long line is not walked through.
        let before = text.get(line_start..place).unwrap_or("");
        let back = before.chars().rev().take(column - skipped).map(char::len_utf8).sum::<usize>();
        let from = if skipped == 0 { 0 } else { before.len() - back };
        let line = rest.get(from..).unwrap_or("").chars();
        Place {
            file: file.to_owned(),
            line: capped(number + 1),
            column: capped(column + 1),
            width: capped(width),
            text: line.take(KEPT).take_while(|c| *c != '\n').collect::<String>().trim_end_matches('\r').to_owned(),
            skipped: capped(skipped),
        }
    }

    /// The first line of a file.
    pub fn whole_file(file: &str) -> Place {
        Place { file: file.to_owned(), line: 1, column: 1, width: 1, text: String::new(), skipped: 0 }
    }
}

fn capped(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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

/// What is wrong, as far as somebody reads it: of more than [`TOLD`] problems
/// only the number is kept, so that a broken catalogue takes no more memory than
/// a whole one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    told: Vec<Problem>,
    count: usize,
}

/// How many problems of one kind of check are told.
const TOLD: usize = 1000;

impl Problems {
    pub(crate) fn push(&mut self, problem: Problem) {
        self.count += 1;
        if self.told.len() < TOLD {
            self.told.push(problem);
        }
    }

    /// How many there are, those that are not told included.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// What is told, with a sentence for the rest, which stands in `file`.
    pub(crate) fn listed(mut self, file: &str) -> Vec<Problem> {
        let more = self.count - self.told.len();
        if more > 0 {
            self.told.push(Problem {
                place: Place::whole_file(file),
                message: format!("There are {more} more problems of these kinds."),
                remedy: "Mend those above and check again.".to_owned(),
            });
        }
        self.told
    }
}

/// The widest piece of a line that is shown, in characters.
const WIDEST: usize = 100;
/// How many characters of a line are kept.
const KEPT: usize = 2 * WIDEST;

fn render(out: &mut fmt::Formatter<'_>, level: &str, place: &Place, message: &str, remedy: &str) -> fmt::Result {
    writeln!(out, "{}", terminal(&format!("{place}: {level}: {message}")))?;
    if !place.text.is_empty() {
        let column = place.column.saturating_sub(1).saturating_sub(place.skipped) as usize;
        let shown: String = place.text.chars().take(WIDEST).collect();
        // One blank for each, so that the caret stands under the place.
        let shown = shown.replace(is_obeyed, " ");
        let room = WIDEST.saturating_sub(column).max(1);
        let carets = (place.width as usize).min(room);
        let cut = if place.skipped > 0 { "…" } else { "" };
        let number = place.line.to_string();
        let margin = " ".repeat(number.len());
        let more = if place.text.chars().nth(WIDEST).is_some() { "…" } else { "" };
        writeln!(out, " {number} | {cut}{}{more}", shown.trim_end())?;
        let indent = " ".repeat(column + cut.chars().count());
        writeln!(out, " {margin} | {indent}{}", "^".repeat(carets))?;
    }
    write!(out, "  help: {}", terminal(remedy))
}

/// The way from offsets of a text to places, for whoever asks often.
#[derive(Clone, Debug)]
pub(crate) struct PlaceIndex {
    /// Where lines begin.
    starts: Vec<u32>,
    /// How many characters stand before every [`STEP`] bytes.
    characters: Vec<u32>,
}

/// Between a byte and the last that is counted.
const STEP: usize = 1024;

#[cfg_attr(not(feature = "catalogue"), allow(dead_code, reason = "nothing reads a catalogue then"))]
impl PlaceIndex {
    /// Reads a text once.
    pub(crate) fn new(text: &str) -> PlaceIndex {
        let (mut starts, mut characters, mut count) = (vec![0], Vec::new(), 0);
        for (chunk, bytes) in text.as_bytes().chunks(STEP).enumerate() {
            characters.push(count);
            for (at, byte) in bytes.iter().enumerate() {
                count += u32::from(byte & 0xc0 != 0x80);
                if *byte == b'\n' {
                    starts.push(u32::try_from(chunk * STEP + at + 1).unwrap_or(u32::MAX));
                }
            }
        }
        PlaceIndex { starts, characters }
    }

    /// As [`Place::in_text`] with the text that was read, in logarithmic time.
    pub(crate) fn place(&self, file: &str, text: &str, start: usize, end: usize) -> Place {
        let start = text.floor_char_boundary(start);
        let number = self.starts.partition_point(|line| *line as usize <= start).saturating_sub(1);
        let line_start = self.starts.get(number).map_or(0, |line| *line as usize);
        let column = self.characters_before(text, start) - self.characters_before(text, line_start);
        Place::on_line(file, text, start..end, line_start, [number, column])
    }

    fn characters_before(&self, text: &str, at: usize) -> usize {
        let counted = self.characters.get(at / STEP).map_or(0, |count| *count as usize);
        let rest = text.as_bytes().get(at / STEP * STEP..at).unwrap_or(&[]);
        let rest = rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        // The end of a text of whole chunks begins no chunk.
        if at / STEP < self.characters.len() || at == 0 { counted + rest } else { text.chars().count() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_than_a_sentence_bears_ends_in_an_ellipsis() {
        assert_eq!(["дача", "дачам", ""].map(|text| shortened(text, 4)), ["дача", "дача…", ""]);
    }

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

    #[test]
    fn an_index_gives_the_same_places() {
        let text = "é line\r\n".to_owned() + &"long é ".repeat(500) + "\n\n" + &"x".repeat(STEP);
        let index = PlaceIndex::new(&text);
        for start in 0..text.len() + 2 {
            let [one, other] =
                [index.place("f", &text, start, start + 9), Place::in_text("f", &text, start, start + 9)];
            assert_eq!(one, other, "{start}");
            assert!(one.text.chars().count() <= KEPT && one.skipped < one.column);
        }
    }

    #[test]
    fn a_place_far_along_a_line_shows_what_stands_around_it() {
        let text = "a".repeat(1000) + "«wrong»" + &"b".repeat(1000);
        let problem =
            Problem { place: Place::in_text("f", &text, 1000, 1009), message: "m".into(), remedy: "r".into() };
        let shown = problem.to_string();
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[0], "f:1:1001: error: m");
        let at = lines[1].chars().position(|c| c == '«').unwrap();
        assert_eq!(lines[2].chars().position(|c| c == '^'), Some(at));
        assert_eq!(lines[2].matches('^').count(), 7);
        assert!(lines[1].contains("| …") && lines[1].ends_with('…'), "{shown}");
    }

    #[test]
    fn what_a_terminal_obeys_is_shown_by_its_number() {
        let place = Place::in_text("a\u{1b}[2J.txt", "x\u{1b}[31mred", 1, 2);
        let problem = Problem { place, message: "No \u{9b}.".into(), remedy: "Not \u{202e}.".into() };
        assert_eq!(
            problem.to_string(),
            "a\\u{1b}[2J.txt:1:2: error: No \\u{9b}.\n 1 | x [31mred\n   |  ^\n  help: Not \\u{202e}."
        );
    }

    #[test]
    fn of_very_many_problems_the_number_is_told() {
        let problem = || Problem { place: Place::whole_file("a"), message: "m".into(), remedy: "r".into() };
        let listed = |count: usize| {
            let mut problems = Problems::default();
            (0..count).for_each(|_| problems.push(problem()));
            assert_eq!(problems.len(), count);
            problems.listed("c")
        };
        assert_eq!(listed(TOLD).len(), TOLD);
        let some = listed(TOLD + 200);
        assert_eq!(some.len(), TOLD + 1);
        let last = some.last().unwrap();
        assert_eq!(
            (last.place.file.as_str(), last.message.as_str()),
            ("c", "There are 200 more problems of these kinds.")
        );
    }
}
