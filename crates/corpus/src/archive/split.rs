//! Several documents of an archive in one file.
//!
//! Invariant: the parts, one after the other, are the text; a text is parted
//! only where each part is a document with labels of its own.

use super::clipping::ends as ends_clipping;
use super::labels::{Meaning, counts_first, is_code, is_counter, label};
use crate::metadata::entry::Field;

/// The documents in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Documents {
    /// One, or no archive's.
    One,
    /// Several, as ranges of bytes.
    Several(Vec<std::ops::Range<usize>>),
    /// Signs of several, and not all of them have labels: the line on which the
    /// second would begin, counted from 1.
    Unsure(u32),
}

/// Parts a text at counters (`2 of 7 DOCUMENTS`) and ends (`End of Document`);
/// where it has neither, where labels begin again with a headline.
pub(crate) fn documents(text: &str) -> Documents {
    let mut starts = starts(text);
    if starts.len() < 2 {
        starts = heads(text);
    }
    if starts.len() < 2 {
        return Documents::One;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<_> = starts.iter().copied().zip(ends).map(|(from, to)| from..to).collect();
    let labelled = |part: &std::ops::Range<usize>| text.get(part.clone()).is_some_and(super::is_archive);
    if parts.iter().all(labelled) {
        return Documents::Several(parts);
    }
    // Over the first record may stand how to cite it.
    let first_record = |part: &std::ops::Range<usize>| {
        text.get(part.clone())
            .and_then(|part| part.lines().find(|line| !line.trim().is_empty()))
            .is_some_and(counts_first)
    };
    if let [cover, record] = parts.as_slice()
        && !labelled(cover)
        && first_record(record)
    {
        return Documents::One;
    }
    // A download may open with a list of what is in it.
    let mut rest = parts;
    if rest.len() > 2 && !rest.first().is_some_and(labelled) {
        let cover = rest.remove(0);
        if let Some(first) = rest.first_mut() {
            first.start = cover.start;
        }
        if rest.iter().all(labelled) {
            return Documents::Several(rest);
        }
    }
    if !rest.iter().any(labelled) {
        return Documents::One;
    }
    let second = starts.get(1).copied().unwrap_or(0);
    let line = text.get(..second).unwrap_or("").matches('\n').count() + 1;
    Documents::Unsure(u32::try_from(line).unwrap_or(u32::MAX))
}

/// Where labels open with a headline, if what stands over the first is no text;
/// the first document begins at byte 0.
fn heads(text: &str) -> Vec<usize> {
    // More words than this on a line without a label are an article's.
    const MOST_WORDS: usize = 20;
    let labels: Vec<_> = text.split_inclusive('\n').map(|line| label(line, false)).collect();
    let opens = |at: usize| {
        let here = labels.get(at).copied().flatten();
        let next = labels.iter().skip(at + 1).take(10).flatten();
        let others =
            next.filter(|next| next.meaning != Meaning::Text && here.is_some_and(|here| here.name != next.name));
        here.filter(|here| here.meaning == Meaning::Field(Field::Headline) && others.count() >= 2)
    };
    let (mut heads, mut at, mut words, mut name) = (Vec::new(), 0, false, None);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let head = opens(number).filter(|head| name.is_none_or(|name| name == head.name));
        if let Some(head) = head {
            if heads.is_empty() && words {
                return Vec::new();
            }
            if heads.is_empty() || words {
                heads.push(if heads.is_empty() { 0 } else { at });
            }
            (name, words) = (Some(head.name), false);
        }
        let label = labels.get(number).copied().flatten();
        let is_text = label.is_none_or(|label| label.meaning == Meaning::Text);
        words |= is_text && line.split_whitespace().count() >= MOST_WORDS;
        at += line.len();
    }
    heads
}

/// Fewer words than this behind the end of a text that was cut from a page are
/// no other.
const FEWEST_WORDS: usize = 30;

/// Where documents begin; the first at byte 0.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut at, mut words_since) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if is_counter(bare) && words_since {
            starts.push(at);
            words_since = false;
        }
        at += line.len();
        let counted = is_counter(bare);
        words_since |= !bare.is_empty() && !counted;
        let ends = bare.eq_ignore_ascii_case("end of document")
            || is_code(bare)
            || ends_clipping(bare)
                && text.get(at..).is_some_and(|rest| rest.split_whitespace().nth(FEWEST_WORDS).is_some())
            || bare.strip_prefix("AN ").is_some_and(|rest| is_code(rest.trim()));
        if ends && text.get(at..).is_some_and(|rest| !rest.trim().is_empty()) {
            starts.push(at);
            words_since = false;
        }
    }
    starts
}
