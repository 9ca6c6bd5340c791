//! Where paragraphs end in a text in columns.
//!
//! Invariant: a sentence is never parted where it plainly goes on; two that may
//! be one paragraph's stay together unless something shows a border.

use super::Role;
use super::line::{Line, Measure};
use crate::clean::picture::opens_quote;
use crate::clean::shape::End;

/// Joins the lines of each paragraph from `body` on.
pub(super) fn mark(lines: &[Line<'_>], measure: &Measure, body: usize, roles: &mut [Role]) {
    // The last line of the text, the first of its paragraph, and whether lines
    // of the page lie behind it.
    let (mut last, mut first, mut page): (Option<usize>, usize, bool) = (None, body, false);
    for at in body..lines.len() {
        if matches!(roles.get(at), Some(Role::Set(_))) {
            page = true;
            continue;
        }
        let joined = last.is_some_and(|last| {
            let (Some(before), Some(line)) = (lines.get(last), lines.get(at)) else { return false };
            let next = lines.get(at + 1).filter(|_| matches!(roles.get(at + 1), Some(Role::Opens)));
            goes_on(&Place { before, line, next, alone: first == last, page }, measure)
        });
        match roles.get_mut(at).filter(|_| joined) {
            Some(role) => *role = Role::Continues,
            None => first = at,
        }
        (last, page) = (Some(at), false);
    }
}

/// A line and what stands around it.
struct Place<'l, 'a> {
    before: &'l Line<'a>,
    line: &'l Line<'a>,
    next: Option<&'l Line<'a>>,
    /// Whether `before` is a paragraph's first line.
    alone: bool,
    /// Whether lines of the page lie between.
    page: bool,
}

/// Whether a line goes on with the paragraph of the line before.
fn goes_on(place: &Place<'_, '_>, measure: &Measure) -> bool {
    let Place { before, line, next, alone, page } = *place;
    if before.hinted || line.hinted || line.is_bullet() {
        return false;
    }
    let apart = measure.is_apart(line) || page;
    if before.is_drop_capital() && alone {
        return true;
    }
    if measure.clipping {
        return before.is_open() && line.goes_on() && before.length >= 40;
    }
    if before.is_open() {
        if line.goes_on() {
            return true;
        }
        // A heading ends although the next word had a place on its line.
        let heading = alone && measure.ends_early(before, line, 85) || measure.ends_early(before, line, 50);
        return !(heading || before.is_shouted() != line.is_shouted() && alone && before.shape.words > 1);
    }
    if line.goes_on() {
        return before.shape.end == End::Stop && !apart;
    }
    let indented = line.indent > measure.indent + 1 && line.indent > before.indent;
    let quotes = opens_quote(line.text) && before.text.ends_with(['”', '"', '»', '“']);
    // Behind `he said.` the same speaker goes on more often than another begins.
    let speaks = opens_quote(line.text) && before.text.contains(['”', '"', '»']) && !quotes;
    let early = measure.ends_paragraph(before, line) && (!speaks || measure.ends_early(before, line, 60));
    // A heading that stands under a full line.
    let heading = next.is_some_and(|next| {
        line.is_open() && !next.goes_on() && measure.ends_early(line, next, 80) && line.shape.words <= 8
    });
    !(apart || indented || quotes || heading || early)
}
