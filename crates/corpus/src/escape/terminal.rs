//! Text for a terminal, and within a catalogue that is proposed.
//!
//! Invariant: no character moves a cursor, changes a colour, rings a bell or
//! turns the direction of what follows: it is shown by its number.

use super::is_line_end;

/// The text with every character that a terminal obeys shown as `\u{1b}`; line
/// feeds stay, as they part the lines that are ours.
pub fn terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_obeyed(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// A basic string of TOML (version 1.0), with its quotation marks, that says
/// `text` and holds no character that a terminal obeys.
pub fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_obeyed(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Control characters, line ends, and marks of direction: these let a line
/// show other words than it holds (Unicode, UAX #9).
pub(crate) fn is_obeyed(c: char) -> bool {
    c.is_control()
        || is_line_end(c)
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{terminal, toml};

    #[test]
    fn a_terminal_obeys_nothing_in_a_text() {
        assert_eq!(terminal("a\u{1b}[2Jb\r\n\u{202e}c\u{9b}é"), "a\\u{1b}[2Jb\\u{d}\n\\u{202e}c\\u{9b}é");
    }

    #[test]
    fn a_string_of_a_catalogue_says_the_same() {
        assert_eq!(toml("a\"b\\c\u{1b}\nd\u{202e}é"), "\"a\\\"b\\\\c\\U0000001B\\U0000000Ad\\U0000202Eé\"");
    }
}
