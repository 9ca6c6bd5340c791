//! Several documents of an archive in one file.
//!
//! Invariant: the parts, one after the other, are the text; a text is parted
//! only where each part is a document with labels of its own.

use super::labels::{is_code, is_counter};

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

/// Parts a text at counters (`2 of 7 DOCUMENTS`) and ends (`End of Document`).
pub(crate) fn documents(text: &str) -> Documents {
    let starts = starts(text);
    if starts.len() < 2 {
        return Documents::One;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<_> = starts.iter().copied().zip(ends).map(|(from, to)| from..to).collect();
    let labelled = |part: &std::ops::Range<usize>| text.get(part.clone()).is_some_and(super::is_archive);
    if parts.iter().all(labelled) {
        return Documents::Several(parts);
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
            || bare.strip_prefix("AN ").is_some_and(|rest| is_code(rest.trim()));
        if ends && text.get(at..).is_some_and(|rest| !rest.trim().is_empty()) {
            starts.push(at);
            words_since = false;
        }
    }
    starts
}
