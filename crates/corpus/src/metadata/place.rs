//! Where an article was written, from an opening such as `MOSCOW (Reuters) —`.
//!
//! Invariant: a place stands in capitals, or with a whole date behind it, before
//! a dash near the head of the first paragraph; figures in it are a date.

use crate::article::{Block, BlockKind};
use crate::claim::Quotable;
use crate::date::Precision;
use crate::dates::label;
use crate::fact::{Basis, Fact, Provenance};

/// Where it was written.
pub(crate) fn place(blocks: &[Block], source: &Quotable<'_>) -> Option<Fact<String>> {
    let block = super::first_of_kind(blocks, BlockKind::Paragraph)?;
    let (place, _) = opening_place(&block.text)?;
    let evidence = source.find(opening(&block.text)?)?;
    let why = Provenance { basis: Basis::Stated, evidence: vec![evidence], reason: String::new() };
    Some(Fact { value: place.to_owned(), why })
}

/// The words that open a wire's text: those before its dash.
pub(super) fn opening(text: &str) -> Option<&str> {
    opening_place(text)?;
    text.get(..end(text)?.0).map(str::trim)
}

/// Where the opening ends and where the text goes on, in bytes: at the first
/// dash near the head of a text, at the last of those without blanks around them
/// (`ALDER, Calif.--(WIRE)--May 7, 2014--`), or behind the agency's name between
/// strokes (`MOSCOW, May 7. /WIRE/.`).
fn end(text: &str) -> Option<(usize, usize)> {
    const NEAR: usize = 90;
    let near = |at: &usize| *at <= NEAR;
    let tight = || {
        let last = text.match_indices("--").map(|(at, _)| at).take_while(near).last()?;
        let behind = text.get(last + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        behind.then_some(last)
    };
    let strokes = || {
        let agency = text.find(". /").filter(near)? + 3;
        let close = agency + text.get(agency..)?.find("/. ").filter(|length| (2..=20).contains(length))?;
        Some((close + 1, close + 3))
    };
    // `Port Alder, 7 May 2014. The two met`, `Port Alder (7.5.2014): The two met`
    let dated = || {
        let head = text.get(..text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at))?;
        let found = crate::dates::find(head).into_iter().next().filter(|found| found.precision == Precision::Day)?;
        let behind = text.get(found.range.end as usize..)?;
        let stop = behind.trim_start_matches(')').trim_start_matches([' ', '.', ':']);
        let signs = behind.get(..behind.len() - stop.len())?;
        let weekday = |word: &str| ["day", "tag", "day,", "tag,"].iter().any(|end| word.ends_with(end));
        let named = |word: &str| word.starts_with(char::is_uppercase) && !weekday(word);
        let place = text.get(..found.range.start as usize)?.trim_end_matches(['(', ' ', ',']);
        let parted = !label::is_published(text, found.range.start as usize)
            && !label::is_update(text, found.range.start as usize)
            && signs.contains(['.', ':'])
            && signs.ends_with(' ')
            && stop.starts_with(char::is_uppercase);
        let fits = parted && !place.is_empty() && place.split_whitespace().all(named);
        fits.then_some((text.len() - behind.len(), text.len() - stop.len()))
    };
    let dash = [" — ", " – ", " -- ", " - ", "—"].iter().filter_map(|dash| text.find(dash)).min().filter(near);
    let after = |at: usize| {
        let rest = text.get(at..).unwrap_or("");
        (at, text.len() - rest.trim_start_matches([' ', '-', '–', '—']).len())
    };
    strokes().or_else(|| dash.or_else(tight).map(after)).or_else(dated)
}

/// The place that opens a text, and the byte at which the text goes on.
pub(super) fn opening_place(text: &str) -> Option<(&str, usize)> {
    let (end, on) = end(text)?;
    let opening = text.get(..end)?.trim();
    let front = opening.split(['(', '/']).next().unwrap_or(opening).trim_end_matches([' ', '.', '-']);
    // `HELSINKI, March 4`: what holds a number is a date.
    let numbered = front.split(',').position(|part| part.contains(|c: char| c.is_ascii_digit()));
    let kept: usize = front.split(',').take(numbered.unwrap_or(usize::MAX)).map(|part| part.len() + 1).sum();
    let place = front.get(..kept.saturating_sub(1))?.trim().trim_end_matches(',');
    let city = place.split(',').next().unwrap_or(place);
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = city.chars().filter(|c| c.is_uppercase()).count();
    // A longer opening must say that it is a wire's.
    let wire = end <= 60 || numbered.is_some() || opening.contains(['(', '/']);
    let shouted = capitals >= letters || is_dated(place, opening);
    let fits = letters >= 3 && shouted && place.split_whitespace().count() <= 6 && wire;
    fits.then_some((place, on))
}

/// `Port Alder, May 7, 2014`: a name and a whole date are the opening.
fn is_dated(place: &str, opening: &str) -> bool {
    let rest = opening.get(place.len()..).unwrap_or("").trim_matches([',', ' ', '(', ')']);
    let named = !place.is_empty() && place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let whole = |date: &crate::dates::FoundDate| date.precision == Precision::Day && date.range.len() == rest.len();
    named && crate::dates::find(rest).first().is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = opening_place(text).map(|(place, on)| (place, text.get(on..).unwrap_or("")));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_place_opens_a_wires_text_in_its_manner() {
        check("PORT ALDER, N.Y., May 7, 2014 /WIRE/ -- The two met.", Some(("PORT ALDER, N.Y.", "The two met.")));
        check(
            "PORT ALDER, Calif.--(NEWS WIRE)--May 7, 2014--The two met.",
            Some(("PORT ALDER, Calif", "The two met.")),
        );
        check("MOSCOW, May 7, 2014. /WIRE/. The two met.", Some(("MOSCOW", "The two met.")));
        check("Port Alder, May 7, 2014 — The two met.", Some(("Port Alder", "The two met.")));
        check("Port Alder, (12.11.2014). The two met.", Some(("Port Alder", "The two met.")));
        check("Port Alder, 7. Mai 2014. The two met.", Some(("Port Alder", "The two met.")));
        check("MOSCOW (Reuters) - The two met.", Some(("MOSCOW", "The two met.")));
    }

    #[test]
    fn a_sentence_with_a_dash_opens_with_no_place() {
        check("The two met on May 7, 2014 — a Wednesday.", None);
        check("Tuesday, May 7, 2014. The two met.", None);
        check("Published May 7, 2014. The two met.", None);
        check("On May 7, 2014. The two met.", None);
        check("Anna Lind met him on May 7, 2014. The two left.", None);
        check("Anna Lind, 47 — a pilot — said so.", None);
        check("The state-owned--and old--wall fell.", None);
        check("He came. /He/. saw", None);
    }
}
