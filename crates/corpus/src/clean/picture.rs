//! Lines that belong to a picture, before the text and in it.
//!
//! Invariant: told from one or two lines alone.

use super::furniture::plain;
use super::shape::End;
use super::unit::Unit;

/// Two short lines, the second right under the first, that share a word of
/// substance: the text that stands for an image, then its caption.
pub fn is_caption_pair(first: &Unit<'_>, second: &Unit<'_>) -> bool {
    let short = |unit: &Unit<'_>| {
        !unit.words.is_empty() && unit.shape.words >= 2 && !unit.shape.bullet && !opens_quote(unit.text)
    };
    if second.gap || !short(first) || !short(second) || first.shape.end != End::Open || second.shape.end == End::Colon {
        return false;
    }
    let stem = |word: &str| (word.len() >= 4).then(|| word.chars().take(4).collect::<String>());
    let stems: Vec<String> = first.words.split(' ').filter_map(stem).collect();
    second.words.split(' ').filter_map(stem).any(|word| stems.contains(&word))
}

/// A line that says who took a photograph, or that it is one.
pub fn is_photo_line(unit: &Unit<'_>) -> bool {
    const CREDITS: [&str; 9] = [
        "photo by",
        "photograph by",
        "photo courtesy",
        "getty images",
        "ap photo",
        "file photo",
        "image credit",
        "photo credit",
        "picture alliance",
    ];
    let words = if unit.words.is_empty() && unit.shape.words <= 40 { plain(unit.text) } else { unit.words.clone() };
    let agency =
        matches!(words.as_str(), "getty images" | "ap" | "afp" | "reuters" | "epa" | "pa" | "pa media" | "tass");
    agency
        || CREDITS.iter().any(|credit| words.contains(credit))
        || words.starts_with("photo ")
        || words.starts_with("image ") && unit.text.contains(':')
}

/// Whether a line opens with a quotation mark.
pub fn opens_quote(text: &str) -> bool {
    text.starts_with(['"', '“', '«', '„', '‘'])
}
