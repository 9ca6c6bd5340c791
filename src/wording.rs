//! Dates, counts and texts as they are shown: plain functions, no page.
//!
//! Invariant: no byte offset from outside is trusted; a range that does not
//! fit the text is cut to what fits.

use summitry_corpus::{Block, ByteRange, Date, Emendation, Meeting, Precision, Published, Received};
use summitry_search::analysis::fold;

/// `21 October 2001`.
pub fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `October 2001`.
pub fn month(date: Date) -> String {
    format!("{} {}", date.month_name(), date.year())
}

/// From one day to another: `26 and 27 September 2003`, `30 March to 4 April 2008`.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return day(first);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        let joint = if last.day() == first.day() + 1 { "and" } else { "to" };
        return format!("{} {joint} {}", first.day(), day(last));
    }
    format!("{} to {}", day(first), day(last))
}

/// A date of publication as exactly as it is known.
pub fn published(when: &Published) -> String {
    match (when.precision, &when.minute) {
        (Precision::Minute, Some(at)) => {
            format!("{}, {:02}:{:02} {}", day(when.date), at.hour, at.minute, at.zone).trim_end().to_owned()
        }
        (Precision::Month, _) => month(when.date),
        (Precision::Range, _) => days(when.date, when.until),
        _ => day(when.date),
    }
}

/// A date of publication without the time of day.
pub fn published_day(when: &Published) -> String {
    if when.precision == Precision::Minute { day(when.date) } else { published(when) }
}

/// The days of a meeting.
pub fn meeting_days(meeting: &Meeting) -> String {
    days(meeting.start, meeting.end.unwrap_or(meeting.start))
}

/// `1 passage`, `2 passages`, `no passages`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A query in quotation marks: its own, where it begins with one.
pub fn quoted(query: &str) -> String {
    let query = query.trim();
    if query.starts_with(['"', '“', '„', '«']) { query.to_owned() } else { format!("“{query}”") }
}

/// A title as the name of a file, without what it ends in: small letters and digits
/// of any script with hyphens between, at most 80 characters; empty where the title
/// has none.
pub fn file_name(title: &str) -> String {
    let word = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let name: String = fold(title).chars().map(word).take(80).collect();
    name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A piece of a text that is shown in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the visitor searched for them.
    pub marked: bool,
    /// Whether the visitor has kept them.
    pub kept: bool,
    /// What they are in the other text, received or read, and why: a full
    /// sentence, if they were repaired.
    pub repaired: Option<String>,
}

/// The pieces of `window`, a part of the block's text, in order; together they
/// are the whole of it.
pub fn pieces(block: &Block, window: ByteRange, marks: &[ByteRange]) -> Vec<Piece> {
    kept_pieces(block, window, marks, &[])
}

/// The same, with what the visitor has kept.
pub fn kept_pieces(block: &Block, window: ByteRange, marks: &[ByteRange], kept: &[ByteRange]) -> Vec<Piece> {
    let repair = |made: &Emendation| (made.range, format!("Received as “{}”. {}", made.was, made.why));
    split(&block.text, window, marks, kept, &block.emendations.iter().map(repair).collect::<Vec<_>>())
}

/// The pieces of a line as received, in which words were repaired.
pub fn received_pieces(line: &Received<'_>, marks: &[ByteRange]) -> Vec<Piece> {
    let repair = |(range, made): &(ByteRange, &Emendation)| (*range, format!("Read as “{}”. {}", made.now, made.why));
    let window = ByteRange::new(0, line.text.trim_end().len());
    split(line.text, window, marks, &[], &line.repairs.iter().map(repair).collect::<Vec<_>>())
}

fn split(
    text: &str,
    window: ByteRange,
    marks: &[ByteRange],
    kept: &[ByteRange],
    repairs: &[(ByteRange, String)],
) -> Vec<Piece> {
    let inside = |offset: u32| offset > window.start && offset < window.end && text.is_char_boundary(offset as usize);
    let mut cuts: Vec<u32> = marks
        .iter()
        .chain(kept)
        .chain(repairs.iter().map(|(range, _)| range))
        .flat_map(|range| [range.start, range.end])
        .filter(|cut| inside(*cut))
        .collect();
    cuts.extend([window.start, window.end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|ends| {
            let &[start, end] = ends else { return None };
            let words = ByteRange { start, end }.of(text);
            let covers = |range: &ByteRange| range.start <= start && end <= range.end;
            (!words.is_empty()).then(|| Piece {
                text: words.to_owned(),
                marked: marks.iter().any(covers),
                kept: kept.iter().any(covers),
                repaired: repairs.iter().find(|(range, _)| covers(range)).map(|(_, repair)| repair.clone()),
            })
        })
        .collect()
}

/// `text` in pieces, and whether each lies in one of `ranges`, bytes of it in
/// any order; a range without length is a piece of its own.
pub fn cut(text: &str, ranges: &[ByteRange]) -> Vec<(String, bool)> {
    let mut left = ranges.to_vec();
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut piece = |start: u32, end: u32, inside: bool| {
        let words = ByteRange { start, end }.of(text);
        if inside || !words.is_empty() {
            pieces.push((words.to_owned(), inside));
        }
    };
    while let Some(first) = (0..left.len()).min_by_key(|place| left.get(*place).map(|range| (range.start, range.end))) {
        let range = left.swap_remove(first);
        if range.start < at {
            continue;
        }
        piece(at, range.start, false);
        piece(range.start, range.end, true);
        at = range.end.max(range.start);
    }
    piece(at, u32::try_from(text.len()).unwrap_or(u32::MAX), false);
    pieces
}

/// The whole of a block's text.
pub fn whole(block: &Block) -> ByteRange {
    ByteRange::new(0, block.text.len())
}

/// A sentence in which words between asterisks are set apart: whether each
/// piece is one of them.
pub fn emphasised(sentence: &str) -> Vec<(String, bool)> {
    sentence
        .split('*')
        .enumerate()
        .filter(|(_, piece)| !piece.is_empty())
        .map(|(place, piece)| (piece.to_owned(), place % 2 == 1))
        .collect()
}

#[cfg(test)]
mod tests;
