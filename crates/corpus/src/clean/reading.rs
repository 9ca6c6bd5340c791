//! The reading text of a piece: what it says, without what the file did to it.
//!
//! Invariant: the same function makes the text when a corpus is built and when
//! it is read from bytes, so that the text need not be stored twice.

use std::borrow::Cow;

use super::segment::is_blank;
use super::shape::bullet;
use crate::article::BlockKind;

/// The words of `source`, a piece of kind `kind`: blanks made single, soft
/// hyphens and zero-width marks gone, a bullet left off, lines joined.
pub fn base(source: &str, kind: BlockKind) -> String {
    let mut text = source;
    if kind == BlockKind::ListItem {
        text = text.get(bullet(text).unwrap_or(0)..).unwrap_or(text);
    }
    if kind == BlockKind::Dateline {
        text = text.trim_matches(|c: char| is_blank(c) || matches!(c, '|' | '-' | '–' | '—' | ',' | '·'));
    }
    let mut out = String::with_capacity(text.len());
    let (mut space, mut before) = (false, ' ');
    let mut rest = text;
    loop {
        // Most of a text are letters and marks that stay as they are.
        let run = rest.bytes().position(|byte| !byte.is_ascii_graphic()).unwrap_or(rest.len());
        let (words, behind) = rest.split_at(run);
        if let Some(last) = words.chars().next_back() {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push_str(words);
            before = last;
        }
        let mut characters = behind.chars();
        let Some(c) = characters.next() else { break };
        rest = characters.as_str();
        // After these two letters they are halves of a misread character.
        let half = matches!(c, '\u{a0}' | '\u{ad}') && matches!(before, 'Â' | 'Ã');
        // Between two words it ended a line; a lost ellipsis has a blank behind it.
        let next_line = c == '\u{85}' && rest.starts_with(char::is_alphanumeric) && before != 'Ã';
        if is_blank(c) && !half || next_line {
            space |= parts_words(c);
        } else {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push(c);
        }
        before = c;
    }
    out
}

/// Blanks that stand between words, as opposed to marks within one.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// A repair to make in a base text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the base text to replace.
    pub range: std::ops::Range<usize>,
    /// What to read instead.
    pub now: String,
    /// Why, in a full sentence.
    pub why: Cow<'static, str>,
}

/// Makes `edits`, which are in order and do not overlap, and says what became
/// of each: `(was, now, place in the new text, why)`.
pub fn apply(base: &str, edits: &[Edit]) -> (String, Vec<crate::article::Emendation>) {
    let mut text = String::with_capacity(base.len());
    let mut made = Vec::with_capacity(edits.len());
    let mut at = 0;
    for edit in edits {
        let (Some(kept), Some(was)) = (base.get(at..edit.range.start), base.get(edit.range.clone())) else { continue };
        text.push_str(kept);
        let start = text.len();
        text.push_str(&edit.now);
        made.push(crate::article::Emendation {
            was: was.to_owned(),
            now: edit.now.clone(),
            range: crate::fact::ByteRange::new(start, text.len()),
            why: edit.why.clone().into_owned(),
        });
        at = edit.range.end;
    }
    text.push_str(base.get(at..).unwrap_or(""));
    (text, made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_become_single_spaces_and_soft_hyphens_go() {
        let text = "Secretary\u{a0}of \u{a0}State\r\n  John\u{ad}son ";
        assert_eq!(base(text, BlockKind::Paragraph), "Secretary of State Johnson");
        assert_eq!(base("one\u{85}two, and\u{85} three", BlockKind::Paragraph), "one two, and\u{85} three");
        assert_eq!(base("• One", BlockKind::ListItem), "One");
        assert_eq!(base("- 2003-09-24", BlockKind::Dateline), "2003-09-24");
    }
}
