//! From the bytes of a file to its text.
//!
//! Invariant: a file that is no text gives a problem with a place and a remedy;
//! whatever is not plain UTF-8 says how it was read and why.

use std::borrow::Cow;

use crate::encoding::Encoding;
use crate::problem::{Place, Problem};

/// Larger files are no articles; refused before anything is copied.
pub const MOST_BYTES: usize = 256 << 20;

/// What a file's name says about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
}

impl Format {
    /// Told by the ending of the name, plain text by default; a text that opens
    /// as a web page does is one, whatever its name.
    pub fn of(name: &str, text: &str) -> Format {
        if is_page(text) {
            return Format::Html;
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" => Format::Markdown,
            "html" | "htm" | "xhtml" => Format::Html,
            _ => Format::Plain,
        }
    }
}

/// Whether a text opens with the declaration or the first tag of a web page.
pub fn is_page(text: &str) -> bool {
    let head = text.trim_start_matches(crate::clean::segment::is_blank);
    ["<!doctype html", "<html"]
        .iter()
        .any(|opening| head.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening)))
}

/// The text of a file, without a byte-order mark, and how its bytes were read
/// when they are not plain UTF-8.
///
/// # Errors
/// For binary files, files over [`MOST_BYTES`] and, without the feature
/// `encodings`, whatever is not UTF-8.
pub fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<(Cow<'a, str>, Option<Encoding>), Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem {
            place: Place::whole_file(name),
            message: "The file is larger than 256 MB, which is no article.".to_owned(),
            remedy: "Split it, one article a file.".to_owned(),
        });
    }
    let bare = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bare) {
        Ok(text) if !text.contains('\0') => Ok((Cow::Borrowed(text), None)),
        _ => decode_other(name, bytes),
    }
}

/// Reads what is not plain UTF-8.
#[cfg(feature = "encodings")]
fn decode_other<'a>(name: &str, bytes: &[u8]) -> Result<(Cow<'a, str>, Option<Encoding>), Problem> {
    // A few zero bytes among very many others are damage, as in a saved page.
    let wide = looks_wide(bytes) || bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if !wide && zeros * 500 > bytes.len() {
        return Err(zero_byte(name, bytes));
    }
    let (text, encoding) = crate::encoding::read(name, bytes, wide);
    if encoding.replaced as usize * 20 > text.len().max(1) {
        return Err(Problem {
            place: Place::whole_file(name),
            message: format!(
                "The file is no text in any encoding that is known; as {} most of it is lost.",
                encoding.name
            ),
            remedy: "Save the article in it as plain text in UTF-8.".to_owned(),
        });
    }
    Ok((Cow::Owned(text), Some(encoding)))
}

/// Without tables of other encodings each of them is an error.
#[cfg(not(feature = "encodings"))]
fn decode_other<'a>(name: &str, bytes: &'a [u8]) -> Result<(Cow<'a, str>, Option<Encoding>), Problem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_wide(bytes) {
        return Err(Problem {
            place: Place::whole_file(name),
            message: "The file is in UTF-16, and UTF-8 is expected.".to_owned(),
            remedy: "Save it again as UTF-8, or run `iconv -f UTF-16 -t UTF-8` over it.".to_owned(),
        });
    }
    let mark = usize::from(bytes.starts_with(&[0xef, 0xbb, 0xbf])) * 3;
    match std::str::from_utf8(bytes.get(mark..).unwrap_or(bytes)) {
        Ok(_) => Err(zero_byte(name, bytes)),
        Err(error) => Err(not_utf_8(name, bytes, error.valid_up_to() + mark)),
    }
}

fn zero_byte(name: &str, bytes: &[u8]) -> Problem {
    let text = String::from_utf8_lossy(bytes);
    let at = text.find('\0').unwrap_or(0);
    Problem {
        place: Place::in_text(name, &text, at, at + 1),
        message: "The file holds a zero byte, so it is not a text.".to_owned(),
        remedy: "Take it out of the folder, or save the article in it as plain text in UTF-8.".to_owned(),
    }
}

/// Whether every other byte is zero, as in UTF-16 without a mark.
fn looks_wide(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64)).unwrap_or(bytes);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 4 && (zeros(0) * 4 > head.len() || zeros(1) * 4 > head.len()) && zeros(0).min(zeros(1)) == 0
}

#[cfg(not(feature = "encodings"))]
fn not_utf_8(name: &str, bytes: &[u8], at: usize) -> Problem {
    // Shown as Latin-1, in which every byte is a character, so that the line
    // can be shown and the place be counted.
    let start = at.saturating_sub(300);
    let before = bytes.get(..at).unwrap_or(bytes);
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1).max(start);
    let rest = bytes.get(line_start..).unwrap_or(&[]);
    let line_end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()).min(600);
    let line: String = String::from_utf8_lossy(bytes.get(line_start..at).unwrap_or(&[])).into_owned();
    let column = line.chars().count() + 1;
    let shown = line
        + &rest.get(at - line_start..line_end).unwrap_or(&[]).iter().map(|byte| char::from(*byte)).collect::<String>();
    let byte = bytes.get(at).copied().unwrap_or(0);
    let lines = before.iter().filter(|byte| **byte == b'\n').count();
    Problem {
        place: Place {
            file: name.to_owned(),
            line: u32::try_from(lines + 1).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            width: 1,
            text: shown,
            skipped: 0,
        },
        message: format!("The byte 0x{byte:02X} is not UTF-8; the file is probably in Latin-1 or Windows-1252."),
        remedy: "Save it again as UTF-8, or run `iconv -f WINDOWS-1252 -t UTF-8` over it.".to_owned(),
    }
}

/// The offsets at which lines begin, for finding the line of an offset.
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads a text once.
    pub fn new(text: &str) -> LineIndex {
        let mut starts = vec![0];
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        starts.extend(breaks.filter_map(|(at, _)| u32::try_from(at + 1).ok()));
        LineIndex { starts }
    }

    /// The bytes of a one-based line of a text of `length` bytes, its end
    /// included; nothing for a line that is not there.
    pub fn of(&self, line: u32, length: usize) -> (usize, usize) {
        let at = (line as usize).saturating_sub(1);
        let start = self.starts.get(at).map_or(length, |start| *start as usize);
        (start, self.starts.get(at + 1).map_or(length, |next| *next as usize).max(start))
    }

    /// The one-based line of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        u32::try_from(self.starts.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let shown = decode("a.txt", bytes).map_or_else(|problem| problem.to_string(), |(text, _)| text.into_owned());
        assert!(shown.contains(expected), "{shown}");
    }

    #[test]
    fn a_mark_is_no_part_of_the_text_and_a_binary_file_is_refused_with_a_place() {
        check(b"\xef\xbb\xbftext", "text");
        check(b"abc\ndefghijklm\0n", "a.txt:2:11");
        check(b"", "");
    }

    #[cfg(not(feature = "encodings"))]
    #[test]
    fn a_foreign_encoding_is_named_with_its_place_and_a_remedy() {
        check(b"\xff\xfea\0b\0", "UTF-16");
        check(b"a\0b\0c\0d\0", "UTF-16");
        check(b"line\ncaf\xe9 noir\nmore", "a.txt:2:4: error: The byte 0xE9");
        check(b"line\ncaf\xe9 noir\nmore", "caf\u{e9} noir");
    }
}
