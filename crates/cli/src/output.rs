//! What goes out of the program: a result, or the sentence of a failure.
//!
//! Invariant: nothing panics because nobody reads on, or because a disk is
//! full; what stands in files and names never reaches a terminal as commands.

use std::io::{ErrorKind, Write};

use summitry_corpus::escape;

/// Why a command did not end well.
pub enum Failure {
    /// Whoever read the output has enough; no mistake.
    Closed,
    /// What to tell, with place and remedy.
    Told(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Told(message)
    }
}

/// Writes a text to the end, for programs.
///
/// # Errors
/// When not all of it could be written.
pub fn write(out: &mut impl Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| failure(&error))
}

/// The same for people, at a terminal.
///
/// # Errors
/// When not all of it could be written.
pub fn show(out: &mut impl Write, text: &str) -> Result<(), Failure> {
    write(out, &escape::terminal(text))
}

/// What to tell about a write that failed.
pub fn failure(error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        ErrorKind::StorageFull => {
            Failure::Told("The output cannot be written: no room is left there. Write it elsewhere.".to_owned())
        }
        _ => Failure::Told(format!("The output cannot be written: {error}.")),
    }
}

/// `1 piece`, `2 pieces`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// JSON in which control characters above ASCII are escaped too: U+007F to
/// U+009F. They can only stand in strings.
pub fn plain_json(json: String) -> String {
    let bytes = json.as_bytes();
    let is_control = |at: &usize| match bytes.get(*at) {
        Some(0x7f) => true,
        Some(0xc2) => bytes.get(at + 1).is_some_and(|next| (0x80..=0x9f).contains(next)),
        _ => false,
    };
    let mut places = (0..bytes.len()).filter(is_control).peekable();
    if places.peek().is_none() {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    let mut rest = 0;
    for at in places {
        let control = json.get(at..).and_then(|from| from.chars().next()).unwrap_or_default();
        out += json.get(rest..at).unwrap_or("");
        out += &format!("\\u{:04x}", u32::from(control));
        rest = at + control.len_utf8();
    }
    out + json.get(rest..).unwrap_or("")
}
