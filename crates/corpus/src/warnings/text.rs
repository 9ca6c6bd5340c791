//! What looks wrong in the text itself: cut off, doubled, two articles in one
//! file, lost characters, quotation marks that do not balance.
//!
//! Invariant: linear in the length of the article.

use std::collections::HashMap;

use crate::article::{Article, Block, BlockKind};
use crate::clean::furniture::reason;
use crate::clean::shape::{End, Shape};
use crate::date::Precision;
use crate::dates;
use crate::emend;
use crate::locate::{at, source_place};
use crate::problem::{Place, Warning};
use crate::voices::{open_quotation, within_quotation};

/// A paragraph longer than this, in words, has probably lost its breaks.
const LONG: usize = 1200;
/// Under this many words before a notice of subscription a text looks cut off.
const SHORT: usize = 200;
/// More warnings of one kind for one article help nobody.
const MOST: usize = 5;

pub(super) fn warnings(article: &Article, found: &mut Vec<Warning>) {
    let passages: Vec<&Block> = article.passages().collect();
    let Some(last) = passages.last() else { return };
    let mut say = |place: Place, message: String, remedy: &str| {
        found.push(Warning { place, message, remedy: remedy.to_owned() });
    };
    let place = |block: &Block| at(article, block.range);
    let top = || Place::whole_file(&article.file);

    if !passages.iter().any(|block| Shape::of(&block.text).is_prose()) {
        let remedy = "Look at the file: it may be a menu, a list or captions only. Save the article's own text.";
        say(top(), "No sentence was found in this file.".to_owned(), remedy);
        return;
    }
    let words: usize = passages.iter().map(|block| block.text.split_whitespace().count()).sum();
    let ends = |block: &Block| Shape::of(&block.text).end != End::Open || block.kind == BlockKind::ListItem;
    let paywall = article
        .removed
        .iter()
        .find(|piece| piece.reason == reason::SUBSCRIPTION && piece.range.start > last.range.start && words < SHORT);
    let complete = "Compare it with the page that it was copied from, and copy the whole text.";
    if let Some(piece) = paywall {
        let message = format!("Only {words} words stand before a notice of subscription; the rest may be missing.");
        say(at(article, piece.range), message, complete);
    } else if !ends(last) && Shape::of(&last.text).words >= 8 {
        say(place(last), "The text breaks off here, without a full stop.".to_owned(), complete);
    }
    if let Some(block) = second_article(article, &passages) {
        let message = "What looks like the head of another article stands within the text.".to_owned();
        say(place(block), message, "If there are two, put each into a file of its own.");
    }
    for (block, first) in doubled(&passages) {
        let message = format!("This passage stands in the file twice; passage {first} has the same words.");
        say(place(block), message, "If it was copied twice, set the line to removed in the catalogue.");
    }
    for block in passages.iter().filter(|block| block.text.split_whitespace().count() > LONG).take(MOST) {
        let count = block.text.split_whitespace().count();
        let message = format!("A passage of {count} words: the breaks between its paragraphs may have been lost.");
        say(place(block), message, "Put the breaks back in a copy of the file, and keep the first beside it.");
    }
    for block in article.blocks.iter().filter(|block| block.text.contains('\u{fffd}')).take(MOST) {
        let message = "A character was lost here before the file came to you: “\u{fffd}” stands for it.".to_owned();
        say(place(block), message, "Look it up on the page, and declare an emendation.");
    }
    let texts: Vec<&str> = passages.iter().map(|block| block.text.as_str()).collect();
    let within = within_quotation(&texts).into_iter().skip(1).chain([None]);
    let next = passages.iter().skip(1).map(Some).chain([None]);
    let unclosed = passages.iter().zip(next.zip(within)).filter_map(|(block, (next, within))| {
        // A quotation may run on: then the next passage opens with a mark too,
        // or one after it has the closing mark.
        let goes_on = within.is_some() || next.is_some_and(|next| next.text.starts_with(['"', '“', '«', '„', '”']));
        let range = open_quotation(&block.text).filter(|_| !goes_on)?;
        // `didn 't`: the apostrophe has its own proposal.
        (!emend::is_parted_apostrophe(&block.text, range.start as usize)).then_some((block, range))
    });
    for (block, range) in unclosed.take(MOST) {
        let open = |text: &str| open_quotation(text).is_some();
        let again = block.text.get(range.end as usize..).is_some_and(|rest| rest.contains(['"', '“']) && open(rest));
        let message = match again {
            true => "A quotation is opened here and never closed, and so is another behind it.".to_owned(),
            false => "A quotation is opened here and never closed.".to_owned(),
        };
        let remedy = "See under “Who speaks” whose its words are; in the catalogue, speakers = [{ … }] corrects it.";
        say(source_place(article, block, range), message, remedy);
    }
    let letters =
        |test: fn(char) -> bool| passages.iter().flat_map(|block| block.text.chars()).filter(|c| test(*c)).count();
    if letters(char::is_alphabetic) > 2 * letters(|c| c.is_ascii_alphabetic()) {
        let message = "The text is not in Latin letters; speakers are found in English texts only.".to_owned();
        say(top(), message, "Its passages can be searched and labelled all the same.");
    }
}

/// A byline, or a day on a line of its own, within the text, with paragraphs
/// on both sides.
fn second_article<'a>(article: &'a Article, passages: &[&Block]) -> Option<&'a Block> {
    let start = passages.get(2)?.range.end;
    let end = passages.get(passages.len().checked_sub(2)?)?.range.start;
    let within = article.blocks.iter().filter(|block| (start..end).contains(&block.range.start));
    within
        .filter(|block| {
            matches!(block.kind, BlockKind::Subhead | BlockKind::Paragraph | BlockKind::Byline | BlockKind::Dateline)
        })
        .find(|block| is_byline(&block.text) || is_day(&block.text))
}

fn is_byline(text: &str) -> bool {
    let named = |name: &str| {
        let words: Vec<&str> = name.split([',', '|']).next().unwrap_or("").split_whitespace().collect();
        (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
    };
    let name = ["By ", "BY ", "by "].iter().find_map(|by| text.strip_prefix(by));
    text.len() < 80 && name.is_some_and(named)
}

fn is_day(text: &str) -> bool {
    text.len() < 60
        && dates::find(text).first().is_some_and(|date| {
            matches!(date.precision, Precision::Day | Precision::Minute) && date.range.len() * 10 >= text.len() * 7
        })
}

/// Passages of some length that stood before, with the number of the first.
fn doubled<'a>(passages: &[&'a Block]) -> Vec<(&'a Block, u32)> {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let mut found = Vec::new();
    for block in passages.iter().filter(|block| block.text.len() >= 60) {
        match seen.get(block.text.as_str()) {
            Some(first) if found.len() < MOST => found.push((*block, *first)),
            Some(_) => {}
            None => drop(seen.insert(&block.text, block.n.unwrap_or_default())),
        }
    }
    found
}
