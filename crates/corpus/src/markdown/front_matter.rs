//! What stands between two lines `---` at the head of a file: keys and values
//! about the article.
//!
//! Invariant: what is no front matter is left to the parser of Markdown.

use super::Lines;
use crate::article::BlockKind;

/// Longer front matter is a text between two rules.
const MOST_LINES: usize = 60;

/// Reads front matter; gives the offset at which the text begins.
pub(super) fn read(source: &str, lines: &mut Lines<'_>) -> usize {
    let mut at = 0;
    let mut entries = Vec::new();
    for (number, line) in source.split_inclusive('\n').take(MOST_LINES).enumerate() {
        let (start, text) = (at, line.trim());
        at += line.len();
        match (number, text) {
            (0, "---") => {}
            (0, _) => return 0,
            (_, "---" | "...") => {
                entries.into_iter().for_each(|(text, start)| entry(text, start, lines));
                return at;
            }
            _ => entries.push((text, start)),
        }
    }
    0
}

/// One line: what an article's head says is said by its kind.
fn entry(text: &str, start: usize, lines: &mut Lines<'_>) {
    const KEYS: [(&str, BlockKind); 3] =
        [("title:", BlockKind::Headline), ("author:", BlockKind::Byline), ("date:", BlockKind::Dateline)];
    if text.is_empty() {
        return;
    }
    let known = KEYS.iter().find_map(|(key, kind)| {
        let value = unquoted(text.strip_prefix(key)?.trim());
        (!value.is_empty()).then_some((value, *kind))
    });
    let (words, kind) = known.map_or((text, None), |(value, kind)| (value, Some(kind)));
    lines.write(words, start);
    lines.titled |= kind == Some(BlockKind::Headline);
    let line = lines.written;
    lines.say(line, kind, if kind.is_none() { "front matter" } else { "" });
}

/// A value of YAML without the quotation marks around the whole of it.
fn unquoted(value: &str) -> &str {
    let bare = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark).filter(|bare| !bare.contains(mark));
    bare('"').or_else(|| bare('\'')).unwrap_or(value)
}
