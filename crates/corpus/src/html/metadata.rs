//! What a saved page says about itself: `<meta>`, JSON-LD, microdata, `<time>`,
//! links to the author, `<title>` and headings.
//!
//! Invariant: entries stand in the order of the page, and each is something
//! that the page says; which of them is believed is decided elsewhere. No tree
//! is built: an element's words are gathered until it closes, up to a bound, so
//! that time and memory stay linear.

mod lines;
mod meaning;

use std::collections::HashMap;

use html5ever::tokenizer::{Tag, TagKind};

use super::attributes::Attributes;
use super::evidence::remembered;
use super::json_ld;
use super::tokens::is_raw;
use crate::dates::{Manner, find_in};
use crate::metadata::entry::{Entry, Field, Source};
use meaning::{Said, meaning};

/// More words than this in an element are no name, date or title.
const LONGEST: usize = 300;
/// More entries than this say nothing new.
const MOST: usize = 400;

/// A longer line is no label of the next.
const LABEL: usize = 60;

/// An element whose words are an entry.
struct Open {
    element: String,
    /// Open elements of the same name within it.
    within: u32,
    field: Field,
    source: Source,
    label: String,
    words: String,
}

/// Gathers everything that a page says about itself, from its tokens in order.
#[derive(Default)]
pub struct Page {
    entries: Vec<Entry>,
    open: Vec<Open>,
    /// The script being read, if it is JSON-LD.
    script: Option<String>,
    /// Whether what is being read is no text of the page: other scripts, styles.
    unread: bool,
    /// Elements that are not the article's: navigation, lists of others.
    aside: u32,
    drawing: u32,
    /// Open figures, whose authors are photographers.
    figure: u32,
    /// Words since the last block began.
    line: String,
    /// The line before, if it ends in a colon: `Published:`.
    label: String,
    /// Blocks that have ended.
    blocks: u32,
    /// What the classes and ids of elements say, each read once.
    known: HashMap<String, Said>,
}

impl Page {
    /// What was gathered, after the last token.
    pub fn finish(mut self) -> Vec<Entry> {
        self.end_line();
        self.entries
    }

    /// Takes words, or what stands in an element without tags.
    pub fn words(&mut self, words: &str) {
        if let Some(script) = &mut self.script {
            script.push_str(words);
            return;
        }
        if self.unread {
            return;
        }
        for open in &mut self.open {
            if open.words.len() <= LONGEST {
                open.words.push_str(words);
            }
        }
        if self.line.len() <= LONGEST {
            self.line.push_str(words);
        }
    }

    /// `<!-- saved from url=(0048)https://example.org/ -->`, as browsers write.
    pub fn comment(&mut self, comment: &str) {
        let saved = comment.trim().strip_prefix("saved from url=");
        if let Some((_, address)) = saved.and_then(|rest| rest.split_once(')')) {
            self.add(Field::Address, Source::Meta, "saved from", address);
        }
    }

    fn add(&mut self, field: Field, source: Source, label: &str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() || value.len() > 2 * LONGEST || self.entries.len() >= MOST {
            return;
        }
        self.entries.push(Entry { field, source, label: label.to_owned(), value, line: 0, position: self.blocks });
    }

    /// Takes a tag with the attributes that it has.
    pub fn tag(&mut self, tag: &Tag, has: &Attributes) {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match name {
            _ if is_raw(name) => return self.raw(has, name, opens),
            "title" | "textarea" => {
                let titles = opens && name == "title" && self.drawing == 0;
                if titles && !self.entries.iter().any(|entry| entry.source == Source::Title) {
                    self.open("title", Field::Headline, Source::Title, "<title>");
                }
                self.close_or_nest(name, opens);
                return;
            }
            "svg" if !tag.self_closing => count(&mut self.drawing, opens),
            "nav" | "aside" | "footer" => count(&mut self.aside, opens),
            "figure" => count(&mut self.figure, opens),
            _ => {}
        }
        let parts = is_block(name) || matches!(name, "br" | "header" | "section" | "nav" | "aside");
        if parts {
            self.end_line();
        }
        self.close_or_nest(name, opens);
        if opens && matches!(name, "p" | "div" | "h2" | "article" | "ul") {
            self.end_heading();
        }
        if opens {
            self.element(has, name);
        }
    }

    fn raw(&mut self, has: &Attributes, name: &str, opens: bool) {
        self.unread = opens;
        if !opens {
            if let Some(script) = self.script.take() {
                let found = json_ld::entries(&script);
                let room = MOST.saturating_sub(self.entries.len());
                self.entries.extend(found.into_iter().filter(|entry| entry.value.len() <= 2 * LONGEST).take(room));
            }
            return;
        }
        if name == "script" {
            let json = has.kind.is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"));
            self.script = Some(String::new()).filter(|_| json);
            if !json {
                self.end_line();
            }
        }
    }

    /// Counts elements of the same name within one that is gathered, and ends
    /// what closes.
    fn close_or_nest(&mut self, name: &str, opens: bool) {
        for open in self.open.iter_mut().filter(|open| open.element == name) {
            if opens {
                open.within += 1;
            } else {
                open.within = open.within.saturating_sub(1);
            }
        }
        if !opens {
            let mut at = 0;
            while let Some(open) = self.open.get(at) {
                if open.element == name && open.within == 0 || open.words.len() > LONGEST {
                    let open = self.open.remove(at);
                    self.gathered(open);
                } else {
                    at += 1;
                }
            }
        }
    }

    /// A heading that was never closed ends where a block begins.
    fn end_heading(&mut self) {
        let full = |open: &Open| open.element == "h1" && !open.words.trim().is_empty();
        if let Some(at) = self.open.iter().position(full) {
            let open = self.open.remove(at);
            self.gathered(open);
        }
    }

    fn gathered(&mut self, open: Open) {
        if open.words.len() > LONGEST {
            return;
        }
        match open.field {
            Field::Published | Field::Updated | Field::Day if find_in(&open.words, &any_order()).is_empty() => {}
            _ => self.add(open.field, open.source, &open.label, &open.words),
        }
    }

    fn open(&mut self, element: &str, field: Field, source: Source, label: &str) {
        if self.open.len() < 24 {
            let (element, label) = (element.to_owned(), label.to_owned());
            self.open.push(Open { element, within: 0, field, source, label, words: String::new() });
        }
    }

    fn element(&mut self, has: &Attributes, name: &str) {
        match name {
            "html" => {
                if let Some(language) = has.lang.or(has.xml_lang) {
                    self.add(Field::Language, Source::Meta, "lang", language);
                }
            }
            "meta" => self.meta(has),
            "link" => {
                let canonical = has.rel.is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
                if let Some(address) = has.href.filter(|_| canonical) {
                    self.add(Field::Address, Source::Meta, "canonical", address);
                }
            }
            "h1" => {
                let source = if self.aside > 0 { Source::Visible } else { Source::Heading };
                self.open("h1", Field::Headline, source, "<h1>");
                self.marked(has, name);
            }
            _ => self.marked(has, name),
        }
    }

    /// Elements that are marked as a date or an author.
    fn marked(&mut self, has: &Attributes, name: &str) {
        if has.is_empty() && !matches!(name, "time" | "abbr") {
            return;
        }
        let property = has.itemprop.unwrap_or_default();
        let classes = [has.class, has.id];
        let said = |classes| remembered(&mut self.known, classes, Said::of);
        let said = classes.into_iter().flatten().map(said).fold(Said::default(), Said::and);
        let first = |fits: fn(Said) -> bool| {
            let mut classes = classes.into_iter().flatten().flat_map(str::split_whitespace);
            classes.find(|class| fits(Said::of(class))).unwrap_or("")
        };
        let field = property.split_whitespace().find_map(|property| match property {
            "datePublished" | "dateCreated" => Some(Field::Published),
            "dateModified" => Some(Field::Updated),
            "author" | "creator" => Some(Field::Author),
            "headline" => Some(Field::Headline),
            _ => None,
        });
        if let Some(field) = field.filter(|field| *field != Field::Author || self.figure == 0) {
            let label = ["itemprop ", property].concat();
            let value = has.content.or(has.datetime).or(has.title);
            match value.filter(|_| field != Field::Author || name == "meta") {
                Some(value) if !value.trim().is_empty() => self.add(field, Source::Microdata, &label, value),
                _ if name != "meta" && name != "link" => self.open(name, field, Source::Microdata, &label),
                _ => {}
            }
            return;
        }
        let dated = if has.pubdate.is_some() { Some(Field::Published) } else { said.date() };
        if name == "time" {
            let field = dated.unwrap_or(Field::Day);
            match has.datetime.filter(|value| !find_in(value, &any_order()).is_empty()) {
                Some(value) => self.day(field, Source::Time, "<time datetime>", value),
                None => self.open(name, field, Source::Class, "<time>"),
            }
            return;
        }
        let related = has.rel.is_some_and(|rel| rel.split_whitespace().any(|word| word == "author"));
        if related && name == "a" {
            self.open(name, Field::Author, Source::RelAuthor, "rel=author");
        } else if said.is_authors()
            && self.aside + self.figure == 0
            && !matches!(name, "body" | "html" | "img" | "input")
        {
            self.open(name, Field::Author, Source::Class, &["class ", first(Said::is_authors)].concat());
        }
        // `<abbr title="Friday, 6 October 2017, 04:00">`
        let dated = dated.or((name == "abbr").then_some(Field::Day));
        if let Some(field) = dated.filter(|_| !matches!(name, "body" | "html" | "input" | "meta")) {
            let value = has.title.or(has.data_datetime).or(has.data_date).or(has.datetime).or(has.content);
            let label = ["class ", first(|said| said.date().is_some())].concat();
            match value.filter(|value| !find_in(value, &Manner::default()).is_empty()) {
                Some(value) => self.day(field, Source::Time, &label, value),
                None => self.open(name, field, Source::Class, &label),
            }
        }
    }

    /// A day, which is another article's within navigation.
    fn day(&mut self, field: Field, source: Source, label: &str, value: &str) {
        let (field, source) = if self.aside > 0 { (Field::Day, Source::Visible) } else { (field, source) };
        self.add(field, source, label, value);
    }

    /// Lines that hold little but a day, or open with one, in case nothing says
    /// more; and lines that call a day the publication.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() || self.drawing > 0 || self.script.is_some() {
            return;
        }
        self.blocks += 1;
        let label = std::mem::take(&mut self.label);
        // Most lines hold no day and label none.
        let numbered = line.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii());
        if !numbered && !line.trim_end().ends_with(':') {
            return;
        }
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.ends_with(':') && line.len() <= LABEL {
            self.label.clone_from(&line);
        }
        if let Some((field, label, words)) = lines::day(&label, &line) {
            let field = if self.aside > 0 { Field::Day } else { field };
            self.add(field, Source::Visible, label, words);
        }
    }

    fn meta(&mut self, has: &Attributes) {
        let Some(content) = has.content else { return };
        if has.http_equiv.is_some_and(|equivalent| equivalent.eq_ignore_ascii_case("content-language")) {
            self.add(Field::Language, Source::Meta, "content-language", content);
        }
        for key in [has.property, has.name, has.itemprop].into_iter().flatten() {
            if let Some((field, source)) = meaning(&key.to_ascii_lowercase()) {
                self.add(field, source, key, content);
                return;
            }
        }
    }
}

/// Numbers in any order, for asking whether something is a date at all.
fn any_order() -> Manner {
    Manner::default().ordered(true)
}

/// Elements that part lines.
fn is_block(name: &str) -> bool {
    #[rustfmt::skip]
    let is_block = matches!(
        name,
        "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "blockquote"
            | "figure" | "figcaption" | "article" | "main" | "table" | "tr" | "td" | "th" | "thead" | "tbody"
            | "caption" | "pre" | "hr" | "body" | "html" | "head" | "time" | "address" | "details" | "summary"
            | "fieldset" | "option" | "center"
    );
    is_block
}

fn count(open: &mut u32, opens: bool) {
    *open = if opens { *open + 1 } else { open.saturating_sub(1) };
}
