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

/// JSON in which control characters above ASCII are escaped too: U+007F to
/// U+009F. They can only stand in strings.
pub fn plain_json(json: String) -> String {
    // In UTF-8 they begin with these bytes; most texts hold neither.
    if !json.bytes().any(|byte| matches!(byte, 0x7f | 0xc2)) {
        return json;
    }
    let is_control = |c: char| matches!(c, '\u{7f}'..='\u{9f}');
    let mut out = String::with_capacity(json.len());
    let mut rest = json.as_str();
    while let Some(at) = rest.find(is_control) {
        let (plain, from) = rest.split_at(at);
        let mut letters = from.chars();
        let control = letters.next().map_or(0, u32::from);
        out += plain;
        out += &format!("\\u{control:04x}");
        rest = letters.as_str();
    }
    out + rest
}
