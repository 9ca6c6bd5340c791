//! Days in the lines that a page shows: which of them may be the article's.
//!
//! Invariant: a line that says that something ends gives no day; what a day is
//! of is told only by words that can say nothing else.

use crate::dates::label::{is_end, is_update, says_published};
use crate::dates::{FoundDate, find_in};
use crate::metadata::entry::Field;

/// The label of a day that stands alone in its line.
const ALONE: &str = "in a line of its own";

/// What the first day of a line is of, how it stands there, and the words that
/// hold it. `label` is the line before, if it ends in a colon.
pub(super) fn day<'a>(label: &str, line: &'a str) -> Option<(Field, &'static str, &'a str)> {
    let head = line.get(..line.floor_char_boundary(160)).unwrap_or(line);
    if head.is_ascii() && !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = find_in(head, &super::any_order());
    let first = found.first()?;
    let until = head.get(..first.range.end as usize).unwrap_or(head);
    let whole = [label, " ", line].concat();
    let (labelled, at) = match first.range.start {
        0 => (whole.as_str(), label.len() + 1),
        start => (line, start as usize),
    };
    if is_end(labelled, at) || spans(head, &found) {
        return None;
    }
    let besides = line.len().saturating_sub(first.range.len());
    let words = if besides <= 60 { head } else { until };
    if says_published(labelled, at) {
        return Some((Field::Published, "the words before it", words));
    }
    let alone = besides <= 25 || opens(head, first);
    let label = if alone { ALONE } else { "among other words" };
    // `Updated 5 March | Published 3 March` goes on.
    let update = label == ALONE && found.len() == 1 && is_update(labelled, at);
    let field = if update { Field::Updated } else { Field::Day };
    (besides <= 60 || alone).then_some((field, label, words))
}

/// `31 December 2021 - 6 January 2022`: what the page tells of lasts so long.
fn spans(head: &str, found: &[FoundDate]) -> bool {
    let [first, second, ..] = found else { return false };
    let between = head.get(first.range.end as usize..second.range.start as usize).unwrap_or("");
    matches!(between.trim(), "-" | "–" | "—") && first.date < second.date
}

/// `27.1.2022 - The talks went on`
fn opens(head: &str, first: &FoundDate) -> bool {
    let behind = head.get(first.range.end as usize..).unwrap_or("").trim_start();
    first.range.start <= 30 && behind.starts_with(['-', '–', '—', '|', ':', '·', '•', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_a_day_and_says_what_it_is_of() {
        for (label, line, expected) in [
            ("", "3 March 2014", Some((Field::Day, "3 March 2014"))),
            ("Published:", "3 March 2014", Some((Field::Published, "3 March 2014"))),
            ("Last updated:", "3 March 2014", Some((Field::Updated, "3 March 2014"))),
            ("Available until:", "3 March 2014", None),
            ("", "The plan is open until 3 March 2014", None),
            ("", "3. März 2014 // Anna Lind", Some((Field::Day, "3. März 2014 // Anna Lind"))),
            ("", "Published on 3 March 2014", Some((Field::Published, "Published on 3 March 2014"))),
            ("", "Updated 5 March 2014", Some((Field::Updated, "Updated 5 March 2014"))),
            ("", "31 December 2013 - 6 January 2014", None),
            ("", "3 March 2014 – 3 March 2014", Some((Field::Day, "3 March 2014 – 3 March 2014"))),
            ("", "No day at all, 7 times", None),
        ] {
            let found = day(label, line).map(|(field, _, words)| (field, words));
            assert_eq!(found, expected, "{label} {line}");
        }
    }
}
