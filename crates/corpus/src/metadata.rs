//! What an article says about itself: headline, byline, date and place, read
//! from its own blocks when no catalogue says more.
//!
//! Invariant: a date is read from a dateline only, never from captions, from
//! running text or from lists of other articles.

use crate::article::{Block, BlockKind};
use crate::claim::Quotable;
use crate::date::Published;
use crate::dates;
use crate::fact::{Basis, ByteRange, Fact, Provenance};

fn stated(source: &Quotable<'_>, range: ByteRange) -> Provenance {
    Provenance { basis: Basis::Stated, evidence: vec![source.evidence(range)], reason: String::new() }
}

/// The headline block, else the opening words.
pub(crate) fn headline(blocks: &[Block], source: &Quotable<'_>, file: &str) -> Fact<String> {
    if let Some(block) = blocks.iter().find(|block| block.kind == BlockKind::Headline) {
        return Fact { value: block.text.clone(), why: stated(source, block.range) };
    }
    let Some(block) = blocks.iter().find(|block| block.kind.is_passage()) else {
        let reason = "The file has no text, so its name stands for a headline.".to_owned();
        return Fact {
            value: file.to_owned(),
            why: Provenance { basis: Basis::Inferred, evidence: Vec::new(), reason },
        };
    };
    // `HELSINKI, March 4 (Newswire) - `: where it was written is no headline.
    let text = opening_place(&block.text).and_then(|(_, rest)| block.text.get(rest..)).unwrap_or(&block.text);
    let mut words = text.split_whitespace();
    let opening: Vec<&str> = words.by_ref().take(10).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    let value: String = opening.join(" ").chars().take(120).collect();
    let reason = "The file has no headline of its own; these are its opening words.".to_owned();
    let evidence = source.find(&value).into_iter().collect();
    Fact { value: value + more, why: Provenance { basis: Basis::Inferred, evidence, reason } }
}

/// Who wrote it, from a line that says so. A name that stands alone may be the
/// author's, the photographer's or the illustrator's, and is not taken.
pub(crate) fn byline(blocks: &[Block], source: &Quotable<'_>) -> Option<Fact<String>> {
    let block = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline)
        .find(|block| written_by(&block.text).is_some())?;
    let value = author(written_by(&block.text)?).to_owned();
    Some(Fact { value, why: stated(source, block.range) })
}

fn written_by(text: &str) -> Option<&str> {
    const OPENINGS: [&str; 8] =
        ["By ", "by ", "BY ", "Written by ", "Author: ", "Text by ", "Interview: ", "Interview by "];
    let trade =
        || text.contains("Staff writer").then_some(text).or_else(|| text.contains("Correspondent of").then_some(text));
    let placed = || crate::clean::names_author_and_place(text).then_some(text);
    OPENINGS.iter().find_map(|opening| text.strip_prefix(opening)).or_else(trade).or_else(placed)
}

/// The name within `BBC News Online's Stephen Mulvey` or `A. Name, Staff writer`.
fn author(text: &str) -> &str {
    let text = text.split([',', '|', '/']).next().unwrap_or(text).trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    for possessive in ["'s ", "’s ", "s' ", "s’ "] {
        if let Some((_, name)) = text.rsplit_once(possessive)
            && name.split_whitespace().count() >= 2
            && name.split_whitespace().all(capital)
        {
            return name;
        }
    }
    for ending in [" in ", " at ", " for "] {
        if let Some((name, _)) = text.split_once(ending).filter(|(name, _)| name.split_whitespace().count() >= 2) {
            return name;
        }
    }
    text
}

/// The date of publication, from the first dateline that gives one.
pub(crate) fn published(blocks: &[Block], source: &Quotable<'_>) -> Option<Published> {
    let lines = blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    lines.flat_map(|block| dates::find(&block.text).into_iter().map(move |found| (block, found))).next().map(
        |(block, found)| Published {
            date: found.date,
            until: found.until,
            minute: found.minute.clone(),
            precision: found.precision,
            why: stated(
                source,
                source
                    .find(found.range.of(&block.text))
                    .filter(|at| at.line >= block.lines.0)
                    .map_or(block.range, |at| at.range),
            ),
        },
    )
}

/// Where it was written, from an opening such as `MOSCOW (Reuters) —`.
pub(crate) fn place(blocks: &[Block], source: &Quotable<'_>) -> Option<Fact<String>> {
    let block = blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
    let (place, _) = opening_place(&block.text)?;
    let dash = dash(&block.text)?;
    let opening = block.text.get(..dash)?.trim();
    let why = source.find(opening).map(|evidence| Provenance {
        basis: Basis::Stated,
        evidence: vec![evidence],
        reason: String::new(),
    })?;
    Some(Fact { value: place.to_owned(), why })
}

/// Where the first dash stands near the head of a text, in bytes.
fn dash(text: &str) -> Option<usize> {
    [" — ", " – ", " -- ", " - ", "—"].iter().filter_map(|dash| text.find(dash)).min().filter(|at| *at <= 60)
}

/// The place that opens a text, and the byte at which the text goes on.
fn opening_place(text: &str) -> Option<(&str, usize)> {
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
    let fits = letters >= 3 && capitals >= letters && place.split_whitespace().count() <= 6;
    let rest = text.get(dash..)?;
    fits.then(|| (place, text.len() - rest.trim_start_matches([' ', '-', '–', '—']).len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_author_is_found_within_the_byline() {
        for (line, expected) in [
            ("By BBC News Online's Stephen Mulvey", Some("Stephen Mulvey")),
            ("By Fred Weir, Correspondent", Some("Fred Weir")),
            ("By Patrick O'Brien in Moscow", Some("Patrick O'Brien")),
            ("Rich Clabaugh", None),
        ] {
            assert_eq!(written_by(line).map(author), expected, "{line}");
        }
    }
}
