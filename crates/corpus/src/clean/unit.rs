//! Segments joined where a program broke a paragraph at a fixed width.
//!
//! Invariant: units keep the order of the source and cover every segment.

use super::furniture::{self, MOST_WORDS, phrases, reason, related};
use super::segment::{Segment, segments};
use super::shape::{End, Shape, bullet};
use super::{Fate, Hints};
use crate::byline;
use crate::fact::ByteRange;

/// A line, or several that were one before they were wrapped.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// The words as received.
    pub text: &'a str,
    /// Where they stand.
    pub range: ByteRange,
    /// One-based first and last line.
    pub lines: (u32, u32),
    /// Whether a blank line lies before it.
    pub gap: bool,
    /// Its shape.
    pub shape: Shape,
    /// Its words for comparison, when it is short enough to be furniture.
    pub words: String,
    /// What becomes of it, once known.
    pub fate: Option<Fate>,
}

impl Unit<'_> {
    /// Whether neither an editor nor an earlier rule has decided about it yet.
    pub fn is_open(&self) -> bool {
        self.fate.is_none()
    }
}

/// The units of a text; those that hints, or the words of a site, decide are
/// decided already.
pub fn units<'a>(source: &'a str, hints: &Hints) -> Vec<Unit<'a>> {
    let segments = segments(source);
    let width = wrap_width(&segments);
    let mut units: Vec<Unit<'a>> = Vec::with_capacity(segments.len());
    let mut open: Option<(Segment<'a>, Segment<'a>)> = None;
    for segment in segments {
        open = Some(match open {
            Some((first, last)) if continues(&first, &last, &segment, width, hints) => (first, segment),
            Some((first, last)) => {
                units.push(unit(source, &first, &last, hints));
                (segment, segment)
            }
            None => (segment, segment),
        });
    }
    units.extend(open.map(|(first, last)| unit(source, &first, &last, hints)));
    units
}

fn unit<'a>(source: &'a str, first: &Segment<'a>, last: &Segment<'a>, hints: &Hints) -> Unit<'a> {
    let range = ByteRange { start: first.range.start, end: last.range.end };
    let text = range.of(source);
    let shape = Shape::of(text);
    let label = hints.line(first.line).map_or(0, |hint| hint.label as usize);
    let words =
        if shape.words <= MOST_WORDS { furniture::plain(text.get(label..).unwrap_or(text)) } else { String::new() };
    let mut unit = Unit { text, range, lines: (first.line, last.line), gap: first.gap, shape, words, fate: None };
    unit.fate = by_hint(&unit, hints).or_else(|| by_words(&unit));
    unit
}

fn by_hint(unit: &Unit<'_>, hints: &Hints) -> Option<Fate> {
    let removed = |why: &str| Fate::removed(if why.is_empty() { reason::CATALOGUE } else { why });
    if let Some(hint) = hints.line(unit.lines.0) {
        return Some(hint.kind.map_or_else(|| removed(&hint.reason), Fate::Kept));
    }
    if unit.words.is_empty() {
        return None;
    }
    hints.remove.get(&unit.words).map(|why| removed(why))
}

fn by_words(unit: &Unit<'_>) -> Option<Fate> {
    // `By Anna Lind - 5 min read`: what is counted stands behind the name.
    if byline::opens(unit.text) {
        return None;
    }
    if furniture::is_ornament(unit.text) {
        return Some(Fate::removed(reason::ORNAMENT));
    }
    if unit.words.is_empty() {
        let notice = unit.shape.words <= 120 && furniture::is_cookie_notice(unit.text);
        return notice.then(|| Fate::removed(reason::LEGAL));
    }
    if furniture::is_address(unit.text) {
        return Some(Fate::removed(reason::ADDRESS));
    }
    if furniture::is_counter(&unit.words) {
        return Some(Fate::removed(reason::NAVIGATION));
    }
    if related::is_related_line(unit.text) {
        return Some(Fate::removed(reason::RELATED));
    }
    let legal = unit.text.starts_with('©').then_some(reason::LEGAL);
    phrases::by_words(&unit.words).or(legal).map(Fate::removed)
}

/// Lines in a row that end anywhere are wrapped when most of them are about as
/// long as the longest. Gives that length, in bytes.
fn wrap_width(segments: &[Segment<'_>]) -> Option<usize> {
    let mut lengths = Vec::new();
    let mut open_ends = 0_usize;
    for pair in segments.windows(2) {
        let [first, second] = pair else { continue };
        if second.gap || bullet(second.text).is_some() {
            continue;
        }
        lengths.push(first.text.len());
        open_ends += usize::from(Shape::of(first.text).end == End::Open);
    }
    let widest = lengths.iter().copied().max().filter(|widest| (40..=260).contains(widest))?;
    let full = lengths.iter().filter(|length| **length * 10 >= widest * 6).count();
    (lengths.len() >= 3 && full * 10 >= lengths.len() * 7 && open_ends * 2 >= lengths.len()).then_some(widest)
}

/// Whether `next` goes on with what `last` began.
fn continues(first: &Segment<'_>, last: &Segment<'_>, next: &Segment<'_>, width: Option<usize>, hints: &Hints) -> bool {
    let hinted = hints.line(next.line).is_some();
    if next.gap || hinted || bullet(next.text).is_some() {
        return false;
    }
    // A byline is a line of its own.
    if byline::fills(next.text) || byline::fills(last.text) && last.range == first.range {
        return false;
    }
    let lower = next.text.starts_with(char::is_lowercase);
    if bullet(first.text).is_some() {
        return lower || next.indent > first.indent && width.is_some();
    }
    // Three wrapped lines are too few to tell a width by.
    let Some(width) = width else { return lower && last.text.len() >= 40 && Shape::of(last.text).end == End::Open };
    let ends_early = last.text.len() * 10 < width * 6 && Shape::of(last.text).end != End::Open;
    let indented = next.indent > last.indent + 1;
    lower || !(ends_early || indented)
}
