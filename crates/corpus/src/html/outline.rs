//! A page as its blocks of text and the elements that they stand in, by the
//! HTML standard's own tokenizer.
//!
//! Invariants: elements lie in a flat list, parents before children, so no
//! depth of nesting is a danger; work is linear, because a search among the
//! open elements has a bound. Every word of the page is in exactly one block;
//! scripts, styles and drawings are not words.

mod nesting;
mod writing;

use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind, Token};

use super::attributes::Attributes;
use super::evidence::{self, Evidence};
use super::tokens::{self, Reads};
use super::{metadata, quote};
use crate::metadata::entry::Entry;
use nesting::Open;

/// A page, read.
#[derive(Default)]
pub struct Outline {
    /// Parents before children; the first is the page itself.
    pub elements: Vec<Element>,
    /// In the order of the page.
    pub blocks: Vec<Block>,
    /// The scripts that describe the page for search engines, as received.
    pub linked_data: String,
}

impl Outline {
    /// An element and those around it, the inner before the outer; the page, which
    /// is its own parent, again and again.
    pub fn around(&self, element: usize) -> impl Iterator<Item = &Element> {
        std::iter::successors(self.elements.get(element), |inner| self.elements.get(inner.parent))
    }
}

/// An element that can hold blocks.
pub struct Element {
    /// The element around it; the page is its own parent.
    pub parent: usize,
    /// Its name.
    pub name: LocalName,
    /// What its name and attributes say about the words in it.
    pub evidence: Evidence,
    /// Its blocks: from this one …
    pub first: usize,
    /// … up to this one, which is not in it.
    pub end: usize,
}

/// A run of words without a break.
pub struct Block {
    /// The innermost element that can hold blocks.
    pub element: usize,
    /// The words, blanks made single.
    pub text: String,
    /// Words; two letters count as one where none are set apart by blanks.
    pub words: u32,
    /// The share of the letters that lie in links.
    pub linked: f32,
    /// What the elements around the words say.
    pub kind: Kind,
    /// Whether the page does not show it.
    pub hidden: bool,
}

/// What the elements around the words say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Plain,
    /// The name of the page, which browsers show above it.
    Title,
    /// A heading of this level.
    Heading(u8),
    Caption,
    /// What stands for an image that is not shown.
    Alternative,
    Item,
    /// The cells of a row of a table.
    Row,
    Time,
    Author,
}

/// Reads a page, and in the same pass what it says about itself.
pub fn outline(source: &str) -> (Outline, Vec<Entry>) {
    let (page, about) = read(source, Reading::default(), Some(metadata::Page::default()));
    // An element that hides its words and is never closed would hide the rest.
    let outline = match page.silent {
        0 => page.outline,
        _ => read(source, Reading { silent: true, ..Reading::default() }, None).0.outline,
    };
    (outline, about)
}

/// Reads a page as if nothing in it were hidden.
pub fn outline_of_all(source: &str) -> Outline {
    read(source, Reading { silent: true, hidden: true }, None).0.outline
}

/// What is read all the same.
#[derive(Clone, Copy, Default)]
struct Reading {
    /// Elements that are not text, such as drawings.
    silent: bool,
    /// What the page does not show.
    hidden: bool,
}

fn read(source: &str, reading: Reading, about: Option<metadata::Page>) -> (Reader, Vec<Entry>) {
    let mut reader = Reader { reading, ..Reader::default() };
    reader.outline.elements.push(Element {
        parent: 0,
        name: LocalName::from("html"),
        evidence: Evidence::default(),
        first: 0,
        end: 0,
    });
    let Both { mut reader, about } = tokens::read(source, Both { reader, about });
    reader.close_to(0);
    reader.flush();
    let end = reader.outline.blocks.len();
    if let Some(page) = reader.outline.elements.first_mut() {
        page.end = end;
    }
    (reader, about.map(metadata::Page::finish).unwrap_or_default())
}

/// What is read in one pass.
struct Both {
    reader: Reader,
    /// What the page says about itself, where that is asked for.
    about: Option<metadata::Page>,
}

impl Reads for Both {
    fn take(&mut self, token: &Token) {
        match token {
            Token::CharacterTokens(words) => self.take_raw(words),
            Token::TagToken(tag) => {
                let has = Attributes::of(tag);
                if let Some(about) = &mut self.about {
                    about.tag(tag, &has);
                }
                self.reader.tag(tag, &has);
            }
            Token::CommentToken(comment) => {
                if let Some(about) = &mut self.about {
                    about.comment(comment);
                }
            }
            _ => {}
        }
    }

    fn take_raw(&mut self, content: &str) {
        if let Some(about) = &mut self.about {
            about.words(content);
        }
        self.reader.characters(content);
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    outline: Outline,
    reading: Reading,
    open: Vec<Open>,
    /// Places in `open` of those that can hold blocks.
    holders: Vec<usize>,
    /// How many elements of a name are open.
    count: HashMap<LocalName, u32>,
    /// The words of the block being read, and those that are not shown.
    words: Words,
    unseen: Words,
    /// Open elements whose content is no text, and those that hide theirs.
    silent: u32,
    hides: u32,
    links: u32,
    times: u32,
    preformatted: u32,
    /// The kind of the content of an element that holds no tags.
    raw: Kind,
    /// Whether a script is read that describes the page.
    describes: bool,
    /// The first block of the row being read.
    row: Option<usize>,
    language: Option<String>,
    names: evidence::Names,
}

/// Words of a block being read.
#[derive(Default)]
struct Words {
    text: String,
    linked: u32,
    timed: u32,
}

impl Reader {
    fn characters(&mut self, words: &str) {
        if self.describes {
            self.outline.linked_data.push_str(words);
        } else if self.silent == 0 {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        let pre = self.preformatted > 0;
        let to = if self.hides > 0 { &mut self.unseen } else { &mut self.words };
        let counts = self.links + self.times > 0;
        let mut letters = 0;
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
        let mut rest = words;
        while let Some(first) = rest.as_bytes().first() {
            let blank = is_blank(first);
            let end = rest.bytes().position(|byte| is_blank(&byte) != blank).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            rest = behind;
            if !blank {
                letters += if counts { run.chars().count() as u32 } else { 0 };
                to.text.push_str(run);
                continue;
            }
            for byte in run.bytes() {
                if pre && byte == b'\n' {
                    to.text.push('\n');
                } else if !to.text.ends_with([' ', '\n']) {
                    to.text.push(' ');
                }
            }
        }
        to.linked += if self.links > 0 { letters } else { 0 };
        to.timed += if self.times > 0 { letters } else { 0 };
    }

    fn tag(&mut self, tag: &Tag, has: &Attributes) {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match name {
            "script" | "style" | "noscript" | "template" | "iframe" | "svg" | "math" | "select" | "object"
            | "noembed" | "noframes" => self.no_text(tag, has, opens),
            "title" | "textarea" => {
                self.flush();
                self.raw = if opens && name == "title" { Kind::Title } else { Kind::Plain };
            }
            "img" if opens => self.image(has),
            "br" => {
                if self.hides > 0 { &mut self.unseen } else { &mut self.words }.text.push('\n');
            }
            "hr" => self.flush(),
            "wbr" | "input" | "meta" | "link" | "source" | "area" | "base" | "col" | "embed" | "track" | "param"
            | "img" => {}
            "html" | "body" if opens => self.note_language(has),
            "html" | "body" => self.flush(),
            _ if opens => self.start(tag, has),
            _ => self.end(&tag.name),
        }
    }

    /// Elements whose content is no text.
    fn no_text(&mut self, tag: &Tag, has: &Attributes, opens: bool) {
        let name: &str = &tag.name;
        // A drawing within a line breaks no paragraph.
        if !matches!(name, "svg" | "math" | "script" | "style" | "noscript") {
            self.flush();
        }
        let void = tag.self_closing && matches!(name, "svg" | "math");
        let hides = opens && !void && (tokens::is_raw(name) || !self.reading.silent);
        self.silent = if opens { self.silent + u32::from(hides) } else { self.silent.saturating_sub(1) };
        if name == "script" {
            let described = || has.kind.is_some_and(|kind| kind.contains("ld+json"));
            self.describes = opens && described();
            self.outline.linked_data.push_str(if self.describes { "\n" } else { "" });
        }
    }

    fn note_language(&mut self, has: &Attributes) {
        self.flush();
        let given = has.lang.or(has.xml_lang);
        self.language = given.map(str::to_owned).or(self.language.take());
    }
}
