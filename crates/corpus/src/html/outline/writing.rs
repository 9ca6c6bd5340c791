//! From the words of a page that were gathered to blocks of its text.
//!
//! Invariant: words stand in the text once, in their order.

use super::*;

impl Reader {
    /// The short cells of a row are one line.
    pub(super) fn join_row(&mut self) {
        const MOST_WORDS: u32 = 60;
        let Some(first) = self.row.take() else { return };
        let cells = self.outline.blocks.get(first..).unwrap_or(&[]);
        let simple = cells
            .iter()
            .all(|cell| !cell.hidden && matches!(cell.kind, Kind::Plain) && (cell.words <= 12 || cells.len() == 1));
        let words: u32 = cells.iter().map(|cell| cell.words).sum();
        if cells.is_empty() || !simple || words > MOST_WORDS {
            return;
        }
        let letters: f32 = cells.iter().map(|cell| cell.text.len() as f32).sum();
        let linked = cells.iter().map(|cell| cell.linked * cell.text.len() as f32).sum::<f32>() / letters.max(1.0);
        let text = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
        let several = cells.len() > 1;
        let element = cells.first().map_or(0, |cell| cell.element);
        let row = if several { self.parent_named(element, "tr") } else { element };
        self.outline.blocks.truncate(first);
        let kind = if several { Kind::Row } else { Kind::Plain };
        self.outline.blocks.push(Block { element: row, text, words, linked, kind, hidden: false });
    }

    pub(super) fn image(&mut self, has: &Attributes) {
        let words = has.alt.unwrap_or_default();
        if self.silent == 0 && self.hides == 0 && words.split_whitespace().count() > 1 {
            let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let linked = if self.links > 0 { 1.0 } else { 0.0 };
            self.write(text, Kind::Alternative, linked, false);
        }
    }

    /// Ends the block being read.
    pub(super) fn flush(&mut self) {
        for open in self.open.iter_mut().rev().take(8) {
            if let Some(start) = open.quote.take() {
                quote::mark(&mut self.words.text, start, self.language.as_deref());
            }
        }
        let words = std::mem::take(&mut self.words);
        let unseen = std::mem::take(&mut self.unseen);
        if !words.text.is_empty() {
            let kind = self.kind(&words);
            self.write_all(&words, kind, false);
        }
        if !unseen.text.is_empty() {
            self.write_all(&unseen, Kind::Plain, true);
        }
        self.raw = Kind::Plain;
    }

    pub(super) fn write_all(&mut self, words: &Words, kind: Kind, hidden: bool) {
        let linked = match words.linked {
            0 => 0.0,
            linked => {
                let letters = words.text.chars().filter(|c| !c.is_whitespace()).count() as f32;
                (linked as f32 / letters.max(1.0)).min(1.0)
            }
        };
        for part in parts(&words.text) {
            self.write(part, kind, linked, hidden);
        }
    }

    pub(super) fn write(&mut self, text: String, kind: Kind, linked: f32, hidden: bool) {
        if text.is_empty() {
            return;
        }
        let words = crate::clean::shape::count_words(&text);
        let element = self.holder();
        self.outline.blocks.push(Block { element, text, words, linked, kind, hidden });
    }

    /// What the elements around the words say they are.
    pub(super) fn kind(&self, words: &Words) -> Kind {
        if self.raw == Kind::Title {
            return Kind::Title;
        }
        let timed =
            words.timed > 0 && words.timed as usize >= words.text.chars().filter(|c| !c.is_whitespace()).count();
        if timed {
            return Kind::Time;
        }
        let blocks = self.outline.blocks.len();
        for at in self.holders.iter().rev().take(6) {
            let Some(open) = self.open.get(*at) else { break };
            let name: &str = &open.name;
            let begun =
                || open.element.and_then(|at| self.outline.elements.get(at)).is_some_and(|it| it.first < blocks);
            match name {
                // A heading that was never closed: its first line is the heading.
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if begun() && words.text.len() > 80 => return Kind::Plain,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    return Kind::Heading(name.as_bytes().get(1).map_or(6, |digit| digit - b'0'));
                }
                "figcaption" | "caption" => return Kind::Caption,
                "li" | "dt" | "dd" => return Kind::Item,
                "address" => return Kind::Author,
                "p" | "blockquote" | "pre" | "div" => {}
                _ => return Kind::Plain,
            }
        }
        Kind::Plain
    }
}

/// The paragraphs of a block: what two line breaks part, blanks made single.
pub(super) fn parts(text: &str) -> Vec<String> {
    // What the tokenizer gave has single blanks already, but for other kinds of them.
    if text.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'\n' | b'\x0b')) {
        return vec![text.trim().to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut breaks = 0;
    for line in text.split('\n') {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            breaks += 1;
            continue;
        }
        let last = parts.last_mut();
        match last {
            Some(last) if breaks == 0 || last.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(&words);
            }
            _ => parts.push(words),
        }
        breaks = 0;
    }
    parts
}
