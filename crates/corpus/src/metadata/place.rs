//! Where an article was written, from an opening such as `MOSCOW (Reuters) —`.
//!
//! Invariant: a place stands in capitals before a dash near the head of the
//! first paragraph; figures in it are a date.

use crate::article::{Block, BlockKind};
use crate::claim::Quotable;
use crate::fact::{Basis, Fact, Provenance};

/// Where it was written.
pub(crate) fn place(blocks: &[Block], source: &Quotable<'_>) -> Option<Fact<String>> {
    let block = super::first_of_kind(blocks, BlockKind::Paragraph)?;
    let (place, _) = opening_place(&block.text)?;
    let evidence = source.find(opening(&block.text)?)?;
    let why = Provenance { basis: Basis::Stated, evidence: vec![evidence], reason: String::new() };
    Some(Fact { value: place.to_owned(), why })
}

/// The words before the dash that opens a wire's text.
pub(super) fn opening(text: &str) -> Option<&str> {
    opening_place(text)?;
    text.get(..dash(text)?).map(str::trim)
}

/// Where the first dash stands near the head of a text, in bytes.
fn dash(text: &str) -> Option<usize> {
    [" — ", " – ", " -- ", " - ", "—"].iter().filter_map(|dash| text.find(dash)).min().filter(|at| *at <= 90)
}

/// The place that opens a text, and the byte at which the text goes on.
pub(super) fn opening_place(text: &str) -> Option<(&str, usize)> {
    let dash = dash(text)?;
    let opening = text.get(..dash)?.trim();
    let front = opening.split(['(', '/']).next().unwrap_or(opening);
    // `HELSINKI, March 4`: what holds a number is a date.
    let numbered = front.split(',').position(|part| part.contains(|c: char| c.is_ascii_digit()));
    let kept: usize = front.split(',').take(numbered.unwrap_or(usize::MAX)).map(|part| part.len() + 1).sum();
    let place = front.get(..kept.saturating_sub(1))?.trim().trim_end_matches(',');
    let city = place.split(',').next().unwrap_or(place);
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = city.chars().filter(|c| c.is_uppercase()).count();
    // A longer opening must say that it is a wire's.
    let wire = dash <= 60 || numbered.is_some() || opening.contains(['(', '/']);
    let fits = letters >= 3 && capitals >= letters && place.split_whitespace().count() <= 6 && wire;
    let rest = text.get(dash..)?;
    fits.then(|| (place, text.len() - rest.trim_start_matches([' ', '-', '–', '—']).len()))
}
