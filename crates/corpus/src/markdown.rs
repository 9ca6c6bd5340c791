//! Markdown: which lines are what, and words without their marks.
//!
//! Invariant: lines keep their numbers; a mark that has no partner is text.

use crate::article::BlockKind;
use crate::clean::{Hints, LineHint};

/// What the marks at the head of lines say.
pub fn hints(source: &str) -> Hints {
    let mut hints = Hints::default();
    let mut titled = false;
    let mut front = source.starts_with("---");
    let mut fenced = false;
    let mut lines = (1_u32..).zip(source.lines()).peekable();
    while let Some((number, line)) = lines.next() {
        let text = line.trim();
        let mut say = |kind: Option<BlockKind>, reason: &str| {
            hints.lines.push(LineHint { line: number, kind, reason: reason.to_owned() })
        };
        if front {
            front = number == 1 || text != "---" && number < 60;
            let value = |key: &str| text.strip_prefix(key).is_some_and(|value| !value.trim().is_empty());
            match () {
                () if value("title:") => {
                    titled = true;
                    say(Some(BlockKind::Headline), "");
                }
                () if value("author:") => say(Some(BlockKind::Byline), ""),
                () if value("date:") => say(Some(BlockKind::Dateline), ""),
                () if !text.is_empty() => say(None, "front matter"),
                () => {}
            }
            continue;
        }
        fenced ^= text.starts_with("```");
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        let signed = (1..=6).contains(&level) && text.get(level..).is_some_and(|rest| rest.starts_with(' '));
        let lined = lines.peek().and_then(|(_, next)| underlined(text, next.trim()));
        let (level, heading) = (lined.unwrap_or(level), signed || lined.is_some());
        if heading && !fenced {
            let first = !titled && level == 1;
            titled |= first;
            say(Some(if first { BlockKind::Headline } else { BlockKind::Subhead }), "");
        } else if text.starts_with("![") && text.ends_with(')') {
            say(Some(BlockKind::AlternativeText), "");
        }
    }
    hints
}

/// The level of a heading with a line of signs under it.
fn underlined(text: &str, under: &str) -> Option<usize> {
    let all = |sign: u8| under.len() >= 3 && under.bytes().all(|byte| byte == sign);
    let title = !text.is_empty() && text.split_whitespace().count() <= 20 && text.contains(char::is_alphabetic);
    match title {
        true if all(b'=') => Some(1),
        true if all(b'-') => Some(2),
        _ => None,
    }
}

/// The words of a block without Markdown's marks: heading signs, emphasis,
/// code, links, images, escapes, quote signs and the keys of front matter.
pub fn plain(text: &str) -> String {
    let mut rest = text.trim_start_matches('#').trim_start();
    for key in ["title:", "author:", "date:", ">"] {
        rest = rest.strip_prefix(key).unwrap_or(rest).trim_start();
    }
    let mut out = String::with_capacity(rest.len());
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let after = rest.get(taken..).unwrap_or("");
        match c {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                out.extend(after.chars().next());
                taken += 1;
            }
            '!' if after.starts_with('[') => {}
            '[' => match link(rest) {
                Some((words, length)) => {
                    out.push_str(words);
                    taken = length;
                }
                None => out.push(c),
            },
            '`' => {}
            '*' | '_' => {
                let run = rest.chars().take_while(|next| *next == c).count();
                let next = rest.get(run..).and_then(|rest| rest.chars().next());
                let within = before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
                let loose = before.is_whitespace() && next.is_none_or(char::is_whitespace);
                if within && c == '_' || loose {
                    out.push_str(rest.get(..run).unwrap_or(""));
                }
                taken = run;
            }
            _ => out.push(c),
        }
        before = c;
        rest = rest.get(taken..).unwrap_or("");
    }
    let bare = out.trim();
    bare.strip_prefix('"')
        .and_then(|bare| bare.strip_suffix('"'))
        .filter(|bare| text.contains(": \"") && !bare.contains('"'))
        .unwrap_or(bare)
        .to_owned()
}

/// The words of `[words](address)` at the head of `text`, and its length.
fn link(text: &str) -> Option<(&str, usize)> {
    // Real links are short; a bound keeps work linear.
    let head = text.get(..floor(text, 2000)).unwrap_or(text);
    let close = head.find("](")?;
    let words = head.get(1..close)?;
    let end = head.get(close..)?.find(')')? + close;
    (!words.contains('[')).then_some((words, end + 1))
}

fn floor(text: &str, most: usize) -> usize {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_words_kept() {
        for (text, expected) in [
            ("# A *fine* headline", "A fine headline"),
            ("He said **no** to [the plan](https://example.org/a_b).", "He said no to the plan."),
            ("![Two men at a table](photo.jpg)", "Two men at a table"),
            ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay"),
            ("An \\*escaped\\* star and `code`", "An *escaped* star and code"),
            ("title: \"Talks end\"", "Talks end"),
            ("an open [bracket", "an open [bracket"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
