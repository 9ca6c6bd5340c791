//! Text made safe for the format that it is written into: one rule for each,
//! which the page and the command line share.
//!
//! Invariant: whatever stands in a source, the reader of the format finds one
//! text there, never a second field, a formula, a mark or a command. What a
//! format cannot hold at all (control characters) is a blank or is shown by
//! its number.

mod address;
mod bibtex;
mod csv;
mod markdown;
mod terminal;

pub use address::web_address;
pub use bibtex::bibtex;
pub use csv::push_csv_line;
pub use markdown::markdown;
pub(crate) use terminal::is_obeyed;
pub use terminal::{terminal, toml};

/// The text on one line: line ends and control characters are blanks.
pub(crate) fn one_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| if c.is_control() || is_line_end(c) { ' ' } else { c })
}

/// Line ends that are no control characters (Unicode, UAX #14, class BK).
fn is_line_end(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}
