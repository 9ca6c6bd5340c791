//! What becomes of each block of a page.
//!
//! Invariant: every block has one fate; what is left open is decided by the
//! rules for plain text, and only between the headline and the text.

use std::collections::{HashMap, HashSet};

use super::body::{Weights, root};
use super::headline;
use super::outline::{Block, Element, Kind, Outline};
use super::spread::Spread;
use crate::article::BlockKind;
use crate::clean::furniture::{self, MOST_WORDS, phrases, reason, related};
use crate::clean::shape::{End, Shape};

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// The rules for plain text decide.
    Open,
    Keep(BlockKind),
    Remove(&'static str),
}

/// Less running text than this is no article that could be told from the rest.
const LEAST: f32 = 25.0;

/// Decides about every block.
pub fn fates(outline: &Outline) -> Vec<Fate> {
    let weights = Weights::of(outline);
    let root = root(outline, &weights);
    let title = headline::headline(outline, &weights, root);
    let enough =
        |root: &usize| outline.elements.get(*root).is_some_and(|root| weights.prose_in(root.first, root.end) >= LEAST);
    let mut fates = match root.filter(enough) {
        Some(root) => Judge::new(outline, &weights, root, title).fates(),
        None => without_text(outline, &weights),
    };
    for (block, fate) in outline.blocks.iter().zip(&mut fates) {
        if block.hidden {
            *fate = Fate::Remove(reason::HIDDEN);
        } else if block.kind == Kind::Title {
            *fate = Fate::Remove(reason::PAGE_TITLE);
        }
    }
    if let Some(fate) = title.and_then(|title| fates.get_mut(title)) {
        *fate = Fate::Keep(BlockKind::Headline);
    }
    fates
}

/// A page with hardly a sentence: what its elements say, and no more.
fn without_text(outline: &Outline, weights: &Weights) -> Vec<Fate> {
    let fate = |block: &Block| match (weights.furniture.get(block.element).copied().flatten(), block.kind) {
        (Some(why), _) => Fate::Remove(why),
        (_, Kind::Heading(_)) => Fate::Keep(BlockKind::Subhead),
        (_, Kind::Caption) => Fate::Keep(BlockKind::Caption),
        (_, Kind::Alternative) => Fate::Keep(BlockKind::AlternativeText),
        (_, Kind::Item | Kind::Row) => Fate::Keep(BlockKind::ListItem),
        (_, Kind::Time) => Fate::Keep(BlockKind::Dateline),
        (_, Kind::Author) => Fate::Keep(BlockKind::Byline),
        (_, Kind::Plain | Kind::Title) => Fate::Open,
    };
    outline.blocks.iter().map(fate).collect()
}

struct Judge<'a> {
    outline: &'a Outline,
    weights: &'a Weights,
    /// The blocks of the element that holds the article.
    first: usize,
    end: usize,
    title: Option<usize>,
    /// For each element within the article why its words are none of it.
    inner: Vec<Option<&'static str>>,
    shapes: Vec<Shape>,
}

impl<'a> Judge<'a> {
    fn new(outline: &'a Outline, weights: &'a Weights, root: usize, title: Option<usize>) -> Judge<'a> {
        let (first, end) = outline.elements.get(root).map_or((0, 0), |root| (root.first, root.end));
        let inner = inner(outline, weights, root);
        let shapes = outline.blocks.iter().map(|block| Shape::of(&block.text)).collect();
        Judge { outline, weights, first, end, title, inner, shapes }
    }

    fn shape(&self, at: usize) -> Shape {
        self.shapes.get(at).copied().unwrap_or_else(|| Shape::of(""))
    }

    fn fates(&self) -> Vec<Fate> {
        let mut fates: Vec<Fate> = self.outline.blocks.iter().map(|_| Fate::Remove(reason::AFTER)).collect();
        for at in self.first..self.end {
            if let (Some(block), Some(fate)) = (self.outline.blocks.get(at), fates.get_mut(at)) {
                *fate = self.block(at, block);
            }
        }
        self.sections(&mut fates);
        self.again(&mut fates);
        self.pull_quotes(&mut fates);
        self.tail(&mut fates);
        self.subheads(&mut fates);
        self.outside(&mut fates);
        self.head(&mut fates);
        fates
    }

    /// A block of the article's element, by itself.
    fn block(&self, at: usize, block: &Block) -> Fate {
        if self.title == Some(at) {
            return Fate::Keep(BlockKind::Headline);
        }
        if let Some(why) = self.inner.get(block.element).copied().flatten() {
            return Fate::Remove(why);
        }
        let shape = self.shape(at);
        match block.kind {
            Kind::Title => return Fate::Remove(reason::PAGE_TITLE),
            Kind::Alternative => return Fate::Keep(BlockKind::AlternativeText),
            Kind::Caption => return Fate::Keep(BlockKind::Caption),
            Kind::Time => return Fate::Keep(BlockKind::Dateline),
            Kind::Author if block.words <= 30 => return Fate::Keep(BlockKind::Byline),
            _ => {}
        }
        if let Some(why) = by_words(block) {
            return Fate::Remove(why);
        }
        if self.is_caption(block) && block.words <= 60 || is_credited(&block.text, block.words) {
            return Fate::Keep(BlockKind::Caption);
        }
        if let Kind::Heading(_) = block.kind {
            let sentence = shape.end == End::Stop && block.words >= 8 || block.words >= 20;
            let kept = if sentence && block.linked < 0.5 { BlockKind::Paragraph } else { BlockKind::Subhead };
            return Fate::Keep(kept);
        }
        let link = block.linked > 0.75 && block.words < 40;
        if link || is_related_line(block) {
            return Fate::Remove(reason::RELATED);
        }
        match block.kind {
            Kind::Item | Kind::Row => Fate::Keep(BlockKind::ListItem),
            _ => Fate::Keep(BlockKind::Paragraph),
        }
    }

    /// Whether an element near the block says that it holds a caption.
    fn is_caption(&self, block: &Block) -> bool {
        self.outline.around(block.element).take(3).any(|element| element.evidence.caption)
    }

    /// Lists of other articles, from their heading on: to the end of the element
    /// that the heading opens, or to the next heading or paragraph.
    fn sections(&self, fates: &mut [Fate]) {
        let mut inside = false;
        let mut until = 0;
        for at in self.first..self.end {
            let Some(block) = self.outline.blocks.get(at) else { break };
            let opens = block.words <= MOST_WORDS
                && matches!(fates.get(at), Some(Fate::Keep(_)))
                && related::opens_section(&furniture::plain(&block.text));
            if opens {
                inside = true;
                until = self.opened_by(at, block);
            }
            inside &= opens || block.linked > 0.5 || !matches!(block.kind, Kind::Heading(_)) && block.words < 20;
            if let Some(fate @ Fate::Keep(_)) = fates.get_mut(at).filter(|_| inside || at < until) {
                *fate = Fate::Remove(reason::RELATED);
            }
        }
    }

    /// The end of the element that a heading opens, when it holds little of
    /// the article's text.
    fn opened_by(&self, at: usize, block: &Block) -> usize {
        let mut element = block.element;
        let mut end = at + 1;
        let all = self.weights.prose_in(self.first, self.end);
        for _ in 0..4 {
            let Some(found) = self.outline.elements.get(element) else { break };
            let little = self.weights.prose_in(found.first, found.end) < all * 0.5;
            if found.first != at || found.first < self.first || found.end > self.end || !little {
                break;
            }
            end = found.end;
            element = found.parent;
        }
        end
    }

    /// Paragraphs that stand here a second time: in another element, or in a
    /// row as before. A refrain comes back by itself and is kept.
    fn again(&self, fates: &mut [Fate]) {
        let passage = |at: &usize| matches!(fates.get(*at), Some(Fate::Keep(kind)) if kind.is_passage());
        let passages: Vec<usize> = (self.first..self.end).filter(passage).collect();
        let block = |place: usize| passages.get(place).and_then(|at| self.outline.blocks.get(*at));
        let mut first: HashMap<&str, usize> = HashMap::new();
        // For each passage the place of the one that it repeats, or its own.
        let repeats: Vec<usize> = (0..passages.len())
            .map(|place| match block(place) {
                Some(block) if block.words >= 3 => *first.entry(&block.text).or_insert(place),
                _ => place,
            })
            .collect();
        let of = |place: usize| repeats.get(place).copied().filter(|known| *known != place);
        for (place, at) in passages.iter().enumerate() {
            let (Some(known), Some(own)) = (of(place), block(place)) else { continue };
            let before = place > 0 && known > 0 && of(place - 1) == Some(known - 1);
            let after = of(place + 1) == Some(known + 1);
            let elsewhere = block(known).is_some_and(|first| !self.beside(first, own)) && own.words >= 8;
            if (before || after || elsewhere)
                && let Some(fate) = fates.get_mut(*at)
            {
                *fate = Fate::Remove(reason::AGAIN);
            }
        }
    }

    /// Whether two blocks stand in the same element, in paragraphs of their own.
    fn beside(&self, one: &Block, other: &Block) -> bool {
        let parent = |block: &Block| self.outline.elements.get(block.element).map(|element| element.parent);
        one.element == other.element || parent(one) == parent(other)
    }

    /// Sentences of the text that are set apart a second time.
    fn pull_quotes(&self, fates: &mut [Fate]) {
        let passage = |at: usize| matches!(fates.get(at), Some(Fate::Keep(kind)) if kind.is_passage());
        let apart = |at: usize| {
            let block = self.outline.blocks.get(at)?;
            (passage(at) && (5..=60).contains(&block.words) && self.is_set_apart(block)).then_some(at)
        };
        let candidates: Vec<usize> = (self.first..self.end).filter_map(apart).collect();
        if candidates.is_empty() {
            return;
        }
        // Candidates are in order, so that looking one up is quick.
        let text = |at: &usize| passage(*at) && candidates.binary_search(at).is_err();
        let mut runs: HashSet<u64, Spread> = HashSet::default();
        for at in (self.first..self.end).filter(text) {
            let Some(block) = self.outline.blocks.get(at) else { break };
            runs.extend(super::body::runs(&block.text));
        }
        let again: Vec<usize> = candidates
            .into_iter()
            .filter(|at| {
                let text = self.outline.blocks.get(*at).map_or("", |block| block.text.as_str());
                let all: Vec<bool> = super::body::runs(text).map(|run| runs.contains(&run)).collect();
                let known = all.iter().filter(|known| **known).count();
                !all.is_empty() && known * 10 >= all.len() * 9
            })
            .collect();
        for at in again {
            if let Some(fate) = fates.get_mut(at) {
                *fate = Fate::Remove(reason::PULL_QUOTE);
            }
        }
    }

    fn is_set_apart(&self, block: &Block) -> bool {
        let apart = |element: &Element| element.evidence.pulled || matches!(&*element.name, "blockquote" | "aside");
        self.outline.around(block.element).take(3).any(apart) || matches!(block.kind, Kind::Heading(_))
    }

    /// What follows the last of the text.
    fn tail(&self, fates: &mut [Fate]) {
        let told = self.weights.described.iter().rposition(|is| *is);
        let told = told.filter(|_| self.weights.describes(self.first, self.end));
        let solid = |at: usize| {
            let Some(block) = self.outline.blocks.get(at) else { return false };
            let passage = matches!(fates.get(at), Some(Fate::Keep(kind)) if kind.is_passage());
            let shape = self.shape(at);
            let uncased = shape.lower == 0 && shape.capital == 0 && block.words >= 6;
            let sentence = shape.end == End::Stop && block.words >= 3 || block.words >= 12 || uncased;
            let listed = matches!(block.kind, Kind::Item | Kind::Row) && block.words >= 2;
            passage && block.linked < 0.5 && (sentence || listed)
        };
        let last = (self.first..self.end).rev().find(|at| solid(*at));
        let last = match (told, last) {
            (Some(told), Some(last)) if told < last => told,
            (_, Some(last)) => last,
            (_, None) => return,
        };
        for fate in fates.iter_mut().take(self.end).skip(last + 1) {
            if let Fate::Keep(kind) = fate
                && (kind.is_passage() || *kind == BlockKind::Subhead)
            {
                *fate = Fate::Remove(reason::AFTER);
            }
        }
    }

    /// A heading under which nothing stands goes.
    fn subheads(&self, fates: &mut [Fate]) {
        // Whether text follows at all, and before the next heading.
        let (mut text, mut own) = (false, false);
        for at in (self.first..self.end).rev() {
            let linked = self.outline.blocks.get(at).is_some_and(|block| block.linked > 0.75);
            match fates.get_mut(at) {
                Some(Fate::Keep(kind)) if kind.is_passage() => (text, own) = (true, true),
                Some(fate @ Fate::Keep(BlockKind::Subhead)) => {
                    if !text {
                        *fate = Fate::Remove(reason::AFTER);
                    } else if linked && !own {
                        *fate = Fate::Remove(reason::RELATED);
                    }
                    own = false;
                }
                _ => {}
            }
        }
    }

    /// What stands outside the article's element.
    fn outside(&self, fates: &mut [Fate]) {
        for (at, block) in self.outline.blocks.iter().enumerate() {
            if (self.first..self.end).contains(&at) {
                continue;
            }
            let by = self.weights.furniture.get(block.element).copied().flatten();
            let place = if at < self.first { reason::BEFORE } else { reason::AFTER };
            let why = by.or_else(|| by_words(block)).unwrap_or(place);
            if let Some(fate) = fates.get_mut(at) {
                *fate = Fate::Remove(why);
            }
        }
    }

    /// What stands between the headline and the text is left to the rules for
    /// bylines, datelines and standfirsts.
    fn head(&self, fates: &mut [Fate]) {
        let text = |fate: &Fate| matches!(fate, Fate::Keep(BlockKind::Paragraph | BlockKind::ListItem));
        let solid = |at: &usize| fates.get(*at).is_some_and(text) && self.shape(*at).is_prose();
        let Some(begin) = (self.first..self.end).find(solid) else { return };
        // A list over the headline is a menu.
        let over = self.title.map_or(0, |title| title.min(begin));
        for fate in fates.iter_mut().take(over).skip(self.first) {
            if *fate == Fate::Keep(BlockKind::ListItem) {
                *fate = Fate::Remove(reason::NAVIGATION);
            }
        }
        let from = match self.title {
            // The page's own title stands far from the text.
            Some(title) if self.outline.blocks.get(title).is_some_and(|block| block.kind == Kind::Title) => {
                self.first.max(title + 1)
            }
            Some(title) if title < begin => title + 1,
            _ => self.first,
        };
        for at in from..begin {
            let (Some(block), Some(fate)) = (self.outline.blocks.get(at), fates.get_mut(at)) else { continue };
            let furnished = self.weights.furniture.get(block.element).is_some_and(Option::is_some);
            let inner = self.inner.get(block.element).is_some_and(Option::is_some);
            let outside = at < self.first && !matches!(block.kind, Kind::Time | Kind::Author) && block.linked > 0.9;
            let named = by_words(block).is_some();
            match (block.kind, &fate) {
                _ if furnished
                    || inner
                    || named
                    || outside
                    || block.hidden
                    || block.linked > 0.75 && block.words > 4 => {}
                (Kind::Time, _) => *fate = Fate::Keep(BlockKind::Dateline),
                (Kind::Author, _) => *fate = Fate::Keep(BlockKind::Byline),
                (Kind::Caption, _) => *fate = Fate::Keep(BlockKind::Caption),
                (Kind::Plain, Fate::Keep(BlockKind::Paragraph) | Fate::Remove(_)) => *fate = Fate::Open,
                _ => {}
            }
        }
    }
}

/// Why a short block is furniture by its words.
fn by_words(block: &Block) -> Option<&'static str> {
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
fn is_credited(text: &str, words: u32) -> bool {
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
fn is_related_line(block: &Block) -> bool {
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
fn inner(outline: &Outline, weights: &Weights, root: usize) -> Vec<Option<&'static str>> {
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
