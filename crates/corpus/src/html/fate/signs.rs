//! By which signs a block is a caption or no part of the article, and an element
//! within the article holds none of it.
//!
//! Invariant: told from what the page holds, never from what was decided about
//! other blocks.

use crate::clean::furniture::{self, MOST_WORDS, phrases, reason};
use crate::html::body::Weights;
use crate::html::outline::{Block, Kind, Outline};

/// Why a short block is furniture by its words.
pub(super) fn by_words(block: &Block) -> Option<&'static str> {
    if furniture::is_ornament(&block.text) {
        return Some(reason::ORNAMENT);
    }
    if block.words > MOST_WORDS {
        return (block.words <= 120 && furniture::is_cookie_notice(&block.text)).then_some(reason::LEGAL);
    }
    if furniture::is_address(&block.text) {
        return Some(reason::ADDRESS);
    }
    let words = furniture::plain(&block.text);
    if furniture::is_counter(&words) {
        return Some(reason::NAVIGATION);
    }
    phrases::by_words(&words).or(block.text.starts_with('©').then_some(reason::LEGAL))
}

/// `The harbour in March (Image: Jane Doe)`: words that end in a credit.
pub(super) fn is_credited(text: &str, words: u32) -> bool {
    const CREDITS: [&str; 12] = [
        "image",
        "photo",
        "picture",
        "pic",
        "credit",
        "file",
        "photograph",
        "photos",
        "foto",
        "bild",
        "getty",
        "reuters",
    ];
    let text = text.trim_end_matches(['.', ' ']);
    let closing = if text.ends_with(')') {
        '('
    } else if text.ends_with(']') {
        '['
    } else {
        return false;
    };
    if words > 40 {
        return false;
    }
    let Some((_, credit)) = text.rsplit_once(closing) else { return false };
    let first = credit.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    credit.split_whitespace().count() <= 8
        && CREDITS.iter().any(|known| first.eq_ignore_ascii_case(known))
        && (credit.contains([':', '/']) || credit.split_whitespace().count() <= 3)
}

/// `Related: <a>…</a>`: a label with a colon or a bar, and a link that says the
/// rest.
pub(super) fn is_related_line(block: &Block) -> bool {
    let Some((label, _)) = block.text.split_once([':', '|', '»']) else { return false };
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count() as f32;
    let share = 1.0 - letters(label) / letters(&block.text).max(1.0);
    label.split_whitespace().count() <= 4
        && block.words <= 30
        && block.linked > 0.4
        && block.linked + 0.12 > share
        && block.words >= 5
}

/// For each element within the article why its words are none of it: its own
/// evidence, many links, or a card that leads to another article.
pub(super) fn inner(outline: &Outline, weights: &Weights, root: usize) -> Vec<Option<&'static str>> {
    let mut found: Vec<Option<&'static str>> = vec![None; outline.elements.len()];
    let Some(whole) = outline.elements.get(root) else { return found };
    let held = weights.prose_in(whole.first, whole.end);
    for (at, element) in outline.elements.iter().enumerate().skip(root + 1) {
        if element.first < whole.first || element.end > whole.end {
            continue;
        }
        let around = if element.parent == root { None } else { found.get(element.parent).copied().flatten() };
        let why = around.or_else(|| own(outline, weights, at, held));
        if let Some(fate) = found.get_mut(at) {
            *fate = why;
        }
    }
    found
}

fn own(outline: &Outline, weights: &Weights, at: usize, held: f32) -> Option<&'static str> {
    if let Some(why) = weights.furniture.get(at).copied().flatten() {
        return Some(why);
    }
    let element = outline.elements.get(at)?;
    let blocks = outline.blocks.get(element.first..element.end)?;
    let prose = weights.prose_in(element.first, element.end);
    if prose > held * 0.3 || blocks.is_empty() {
        return None;
    }
    let mut shown = blocks.iter().take(200).filter(|block| !block.hidden && block.kind != Kind::Alternative);
    let first = shown.next()?;
    let many = shown.next().is_some();
    let list = matches!(&*element.name, "ul" | "ol" | "dl" | "table");
    let linked = weights.linked_in(element.first, element.end);
    if many && linked > if list { 0.6 } else { 0.7 } {
        return Some(reason::RELATED);
    }
    let words = weights.words_in(element.first, element.end);
    let headed = matches!(first.kind, Kind::Heading(_)) && first.linked > 0.8;
    (headed && many && words <= 80.0 && holds_card(&element.name)).then_some(reason::RELATED)
}

fn holds_card(name: &str) -> bool {
    matches!(name, "div" | "li" | "article" | "section" | "td")
}
