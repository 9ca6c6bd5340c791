//! Which elements are open at a place of a page, and what each tag opens and
//! closes.
//!
//! Invariant: a search among the open elements has a bound.

use html5ever::LocalName;
use html5ever::tokenizer::Tag;

use super::{Element, Reader};
use crate::html::attributes::Attributes;
use crate::html::evidence::{self, Evidence};
use crate::html::quote;

/// How far a closing tag looks for what it closes.
const REACH: usize = 256;

/// An element that is not closed yet.
pub(super) struct Open {
    pub(super) name: LocalName,
    /// Its place among the elements, if it can hold blocks.
    pub(super) element: Option<usize>,
    hides: bool,
    /// For `<q>`: where its words begin.
    pub(super) quote: Option<usize>,
}

impl Reader {
    pub(super) fn start(&mut self, tag: &Tag, has: &Attributes) {
        let holds = evidence::holds_blocks(&tag.name);
        if holds {
            self.flush();
            self.close_implied(&tag.name);
        }
        let hides = !self.reading.hidden && self.names.hide(&tag.name, has);
        if hides && self.hides == 0 {
            self.unseen.text.push('\n');
        }
        let element = holds.then(|| {
            let first = self.outline.blocks.len();
            let evidence = Evidence::of(&tag.name, has, &mut self.names);
            let parent = self.holder();
            self.outline.elements.push(Element { parent, name: tag.name.clone(), evidence, first, end: first });
            self.outline.elements.len() - 1
        });
        if tag.self_closing && !holds {
            return;
        }
        let name: &str = &tag.name;
        if name == "tr" {
            self.row = Some(self.outline.blocks.len());
        }
        self.hides += u32::from(hides);
        self.links += u32::from(name == "a");
        self.times += u32::from(name == "time");
        self.preformatted += u32::from(name == "pre");
        // Marks are set in the words already read; a bound on the depth keeps that linear.
        let shallow = self.count.get(&tag.name).copied().unwrap_or(0) < 4;
        let quote = (name == "q" && self.silent == 0 && shallow).then_some(self.words.text.len());
        *self.count.entry(tag.name.clone()).or_default() += 1;
        if element.is_some() {
            self.holders.push(self.open.len());
        }
        self.open.push(Open { name: tag.name.clone(), element, hides, quote });
    }

    /// The innermost open element that can hold blocks.
    pub(super) fn holder(&self) -> usize {
        self.holders.last().and_then(|at| self.open.get(*at)).and_then(|open| open.element).unwrap_or(0)
    }

    /// Elements that end where another of their kind begins.
    fn close_implied(&mut self, name: &str) {
        let name_at = |at: &usize| self.open.get(*at).map_or("", |open| &*open.name);
        let innermost = self.holders.last().map_or("", name_at);
        let ends: &[&str] = match name {
            "li" => &["li"],
            "dt" | "dd" => &["dt", "dd"],
            "tr" => &["tr"],
            "td" | "th" => &["td", "th"],
            "tbody" | "thead" | "tfoot" => &["tbody", "thead", "tfoot"],
            _ if innermost == "p" => &["p"],
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if matches!(innermost.as_bytes(), [b'h', b'1'..=b'6']) => {
                &["h1", "h2", "h3", "h4", "h5", "h6"]
            }
            _ => return,
        };
        let bars: &[&str] = match name {
            "li" => &["ul", "ol", "menu", "dir", "table", "td"],
            "dt" | "dd" => &["dl", "table", "td"],
            "td" | "th" => &["tr", "table"],
            "tr" | "tbody" | "thead" | "tfoot" => &["table"],
            _ => &[],
        };
        let near = self.holders.iter().rev().take(64).find(|at| {
            let name = name_at(at);
            ends.contains(&name) || bars.contains(&name)
        });
        if let Some(at) = near.copied().filter(|at| ends.contains(&name_at(at))) {
            self.close_to(at);
        }
    }

    pub(super) fn end(&mut self, name: &LocalName) {
        let count = self.count.get(name).copied().unwrap_or(0);
        if evidence::holds_blocks(name) {
            self.flush();
        }
        if count == 0 {
            return;
        }
        // The end of an inline element closes no block.
        let floor = if evidence::holds_blocks(name) { 0 } else { self.holders.last().map_or(0, |at| at + 1) };
        let found = self.open.iter().enumerate().skip(floor).rev().take(REACH).find(|(_, open)| open.name == *name);
        if let Some((at, _)) = found {
            self.close_to(at);
        }
    }

    /// Closes all open elements from place `at` on.
    pub(super) fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            let holds = self.open.last().is_some_and(|open| open.element.is_some());
            if holds {
                self.flush();
            }
            let Some(open) = self.open.pop() else { return };
            self.close(&open);
        }
    }

    fn close(&mut self, open: &Open) {
        if let Some(count) = self.count.get_mut(&open.name) {
            *count = count.saturating_sub(1);
        }
        if let Some(start) = open.quote
            && !open.hides
        {
            quote::mark(&mut self.words.text, start, self.language.as_deref());
        }
        self.hides -= u32::from(open.hides);
        let name: &str = &open.name;
        self.links -= u32::from(name == "a");
        self.times -= u32::from(name == "time");
        self.preformatted -= u32::from(name == "pre");
        if name == "tr" {
            self.join_row();
        }
        if let Some(element) = open.element {
            self.holders.pop();
            let end = self.outline.blocks.len();
            if let Some(element) = self.outline.elements.get_mut(element) {
                element.end = end;
            }
        }
    }

    pub(super) fn parent_named(&self, mut element: usize, name: &str) -> usize {
        for _ in 0..8 {
            let Some(found) = self.outline.elements.get(element) else { break };
            if &*found.name == name {
                return element;
            }
            element = found.parent;
        }
        element
    }
}
