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
    let mut space = false;
    for piece in text.split_inclusive(is_blank) {
        let word = piece.trim_end_matches(is_blank);
        if !word.is_empty() {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push_str(word);
        }
        space |= piece.get(word.len()..).is_some_and(|rest| rest.chars().any(parts_words));
    }
    out
}

/// Blanks that stand between words, as opposed to marks within one.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Text that was UTF-8, read as Windows-1252 and saved: `â€™` for `’`. Gives
/// the bytes of each damaged run and what it was, in order.
pub fn mojibake(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut run: Option<(usize, Vec<u8>)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), 'a')]) {
        let byte = if c.is_ascii() { None } else { windows_1252(c) };
        match (byte, &mut run) {
            (Some(byte), Some((_, bytes))) => bytes.push(byte),
            (Some(byte), None) => run = Some((at, vec![byte])),
            (None, _) => {
                let Some((start, bytes)) = run.take() else { continue };
                if let Ok(read) = String::from_utf8(bytes) {
                    found.push((start..at, read));
                }
            }
        }
    }
    found
}

/// The byte that Windows-1252 reads as `c`, above ASCII.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let at = HIGH.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok());
    at.or_else(|| u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xa0))
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
        assert_eq!(base("• One", BlockKind::ListItem), "One");
        assert_eq!(base("- 2003-09-24", BlockKind::Dateline), "2003-09-24");
    }

    #[test]
    fn mojibake_is_read_back() {
        let text = "Russiaâ€™s cafÃ© – fine, and é too";
        let found: Vec<_> = mojibake(text).into_iter().map(|(r, s)| (text[r].to_owned(), s)).collect();
        assert_eq!(found, [("â€™".to_owned(), "’".to_owned()), ("Ã©".to_owned(), "é".to_owned())]);
    }
}
