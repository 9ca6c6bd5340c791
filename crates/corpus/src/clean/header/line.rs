//! What a line before the text is: a menu, a byline, a credit, a speaker's turn,
//! a name, a dateline.
//!
//! Invariant: told from the line alone; where it stands is weighed in the
//! module above.

use crate::byline;
use crate::clean::furniture::{is_function_word, plain};
use crate::clean::shape::End;
use crate::clean::unit::Unit;
use crate::date::Precision;
use crate::dates;

/// Many names in a row and no word that joins them, or words between bars.
pub(super) fn is_menu_line(unit: &Unit<'_>) -> bool {
    let shape = unit.shape;
    let punctuated = unit.text.contains([',', '.', '’', '\'']);
    let names =
        shape.lower == 0 && shape.words >= 10 && !punctuated && !unit.text.split_whitespace().any(is_function_word);
    let bars = shape.bar && unit.text.matches('|').count() >= 2 && shape.lower * 3 <= shape.words;
    shape.end == End::Open && (names || bars)
}

/// `By …` and the like, or a name with a journalist's trade.
pub(super) fn is_byline(unit: &Unit<'_>) -> bool {
    const OPENINGS: [&str; 11] = [
        "by ",
        "written by ",
        "author ",
        "text by ",
        "story by ",
        "words by ",
        "report by ",
        "reported by ",
        "reporting by ",
        "posted by ",
        "compiled by ",
    ];
    const TRADES: [&str; 6] = [
        "staff writer",
        "correspondent of",
        "special to",
        "contributor to",
        "staff reporter",
        "associated press writer",
    ];
    if unit.words.is_empty() || unit.shape.words < 2 || unit.shape.words > 16 {
        return false;
    }
    let opening = OPENINGS.iter().find(|opening| unit.words.starts_with(**opening));
    let interview = unit.text.starts_with("Interview:") || unit.words.starts_with("interview by ");
    // The name stands right behind the opening, of one word or more.
    let before = opening.map_or(1, |opening| opening.split_whitespace().count());
    let named =
        interview || unit.text.split_whitespace().nth(before).is_some_and(|word| word.starts_with(char::is_uppercase));
    let sentence = unit.shape.end == End::Stop && unit.shape.lower > 3;
    let short = unit.shape.lower <= 5 && !sentence;
    // An opening that is a word of other meanings as well needs nothing but names.
    byline::fills(unit.text)
        || (opening.is_some() || interview) && named && short
        || short && TRADES.iter().any(|trade| unit.words.contains(trade))
}

/// `With reporting by …`: who worked along, who is not the author.
pub(super) fn is_credit(unit: &Unit<'_>) -> bool {
    const OPENINGS: [&str; 6] = [
        "with reporting by ",
        "additional reporting by ",
        "edited by ",
        "editing by ",
        "translated by ",
        "produced by ",
    ];
    let opening = OPENINGS.iter().find_map(|opening| unit.words.strip_prefix(opening));
    opening.is_some_and(|names| names.split_whitespace().count() <= 8) && unit.shape.lower <= 5
}

/// `Jane Doe: Dear friends,`: a speaker's turn in a transcript.
pub(super) fn is_turn(unit: &Unit<'_>) -> bool {
    // In Markdown a name stands between marks: `**Jane Doe:** Dear friends,`.
    let text = unit.text.trim_start_matches(['*', '_']);
    let Some((name, words)) = text.split_once(':') else { return false };
    let Some(words) = words.trim_start_matches(['*', '_']).strip_prefix(' ') else { return false };
    let named = name.split_whitespace().count() <= 5
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let said = words.trim_end().ends_with(['.', ',', '?', '!', '…', '”', '"']);
    named && said && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '(' | '['))
}

/// Two to four capitalised words and nothing else, none of them a place's.
pub(super) fn is_name(unit: &Unit<'_>) -> bool {
    const PLACES: [&str; 12] = [
        "Room", "House", "Hall", "Center", "Centre", "Street", "Square", "Palace", "Garden", "Lawn", "Building",
        "Airport",
    ];
    if unit.text.split_whitespace().any(|word| PLACES.contains(&word)) {
        return false;
    }
    let mut words = 0;
    let named = unit.text.split_whitespace().all(|word| {
        words += 1;
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_none_or(char::is_lowercase)
            && !is_function_word(word)
    });
    named && (2..=4).contains(&words) && unit.shape.end == End::Open && !unit.text.contains(['|', ':', '/'])
}

/// A date of publication with few words around it, or a masthead such as
/// `Volume: 7 Issue: 205`.
pub(in crate::clean) fn is_dateline(unit: &Unit<'_>) -> bool {
    if unit.words.is_empty() || unit.shape.words > 16 || unit.shape.bullet {
        return false;
    }
    let is_label = |word: &&str| word.len() > 2 && word.ends_with(':');
    let labels = unit.text.split_whitespace().filter(is_label).count();
    let numbered = unit
        .text
        .split_whitespace()
        .skip_while(|word| !is_label(word))
        .any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if labels >= 2 && numbered && unit.shape.words <= 12 && unit.shape.lower * 3 <= unit.shape.words {
        return true;
    }
    let found = dates::find(unit.text);
    let Some(date) = found.first() else { return false };
    // `The Forum | Issue Brief | February 2019`
    let alone = |part: &str| dates::find(part).first().is_some_and(|date| date.range.len() == part.len());
    let labelled = ["posted ", "published "].iter().any(|label| unit.words.starts_with(label));
    if unit.text.contains(['|', '·']) && unit.text.split(['|', '·']).any(|part| alone(part.trim()))
        || labelled && date.precision != Precision::Month
    {
        return true;
    }
    if date.precision == Precision::Month && date.range.len() + 12 < unit.text.len() {
        return false;
    }
    let before = unit.text.get(..date.range.start as usize).unwrap_or("");
    let after = unit.text.get(date.range.end as usize..).unwrap_or("");
    let besides = plain(before)
        .split_whitespace()
        .chain(plain(after).split_whitespace())
        .filter(|word| !is_date_word(word))
        .count();
    besides <= 3 && !(besides >= 2 && ends_with_dash(before) && after.is_empty())
}

fn ends_with_dash(text: &str) -> bool {
    text.trim_end().ends_with(['-', '–', '—', '|'])
}

fn is_date_word(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "published",
        "posted",
        "updated",
        "last",
        "on",
        "at",
        "date",
        "publication",
        "gmt",
        "uk",
        "am",
        "pm",
    ];
    WORDS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}
