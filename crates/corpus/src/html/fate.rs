//! What becomes of each block of a page.
//!
//! Invariant: every block has one fate; what is left open is decided by the
//! rules for plain text, and only between the headline and the text.

mod again;
mod signs;

use super::body::{Weights, root};
use super::headline;
use super::outline::{Block, Kind, Outline};
use crate::article::BlockKind;
use crate::clean::furniture::{MOST_WORDS, plain, reason, related};
use crate::clean::shape::{End, Shape};
use signs::{by_words, inner, is_credited, is_related_line};

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
                && related::opens_section(&plain(&block.text));
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
