//! A saved web page as lines of text, by the HTML standard's own tokenizer.
//!
//! The text of the page, one line for each block, stands for the file from
//! here on: lines are counted in it, and "as received" shows it. Markup,
//! scripts and styles are not text; everything else is kept, and what the
//! page's own elements call navigation is removed with that reason.
//!
//! Invariant: no tree is built, so no depth of nesting is a danger.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::article::BlockKind;
use crate::clean::furniture::reason;
use crate::clean::{Hints, LineHint};

/// The text of a page and what its elements say about the lines.
pub fn read(source: &str) -> (String, Hints) {
    let page = page(source, false);
    // An element that hides its words and is never closed would hide the rest.
    let page = if page.hidden > 0 { self::page(source, true) } else { page };
    (page.text, page.hints)
}

fn page(source: &str, open: bool) -> Page {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(source));
    let sink = Sink { page: RefCell::new(Page { open, ..Page::default() }) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut page = tokenizer.sink.page.into_inner();
    page.flush();
    page
}

struct Sink {
    page: RefCell<Page>,
}

/// What has been read so far.
#[derive(Default)]
struct Page {
    text: String,
    hints: Hints,
    line: u32,
    /// The words of the block being read.
    words: String,
    kind: Kind,
    /// Whether elements that hide their words are read all the same.
    open: bool,
    /// Open elements that hide their text, and those that are navigation.
    hidden: u32,
    furniture: u32,
    /// Open elements whose header is the article's own.
    article: u32,
    titled: bool,
}

/// What the elements around the words say.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Plain,
    Title,
    Headline,
    Subhead,
    Caption,
    Alternative,
    Item,
    Time,
    Author,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::CharacterTokens(words) if page.hidden == 0 => page.words.push_str(&words),
            Token::TagToken(tag) => return page.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match name {
            "script" | "style" | "noscript" | "template" | "iframe" | "svg" | "math" | "select" | "object" => {
                self.flush();
                let void = tag.self_closing && matches!(name, "svg" | "math");
                let raw = matches!(name, "script" | "style" | "noscript" | "iframe");
                let hides = opens && !void && (raw || !self.open);
                self.hidden = if opens { self.hidden + u32::from(hides) } else { self.hidden.saturating_sub(1) };
                return match name {
                    "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "iframe" | "noscript" if opens => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                };
            }
            "title" | "textarea" => {
                self.flush();
                self.kind = if opens && name == "title" { Kind::Title } else { Kind::Plain };
                return if opens { TokenSinkResult::RawData(RawKind::Rcdata) } else { TokenSinkResult::Continue };
            }
            "nav" | "aside" | "footer" | "form" | "button" | "menu" | "header" => {
                self.flush();
                let own = name == "header" && self.article > 0;
                if !own {
                    self.furniture = if opens { self.furniture + 1 } else { self.furniture.saturating_sub(1) };
                }
            }
            "article" | "main" => {
                self.flush();
                self.article = if opens { self.article + 1 } else { self.article.saturating_sub(1) };
            }
            "img" if opens => self.image(tag),
            "meta" if opens => self.meta(tag),
            "br" => self.words.push('\n'),
            _ if is_block(name) => self.block(name, opens),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn block(&mut self, name: &str, opens: bool) {
        self.flush();
        self.kind = match name {
            _ if !opens => Kind::Plain,
            "h1" => Kind::Headline,
            "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Subhead,
            "figcaption" => Kind::Caption,
            "li" => Kind::Item,
            "time" => Kind::Time,
            "address" => Kind::Author,
            _ => Kind::Plain,
        };
    }

    fn image(&mut self, tag: &Tag) {
        let words = attribute(tag, "alt").unwrap_or_default();
        if self.hidden == 0 && words.split_whitespace().count() > 1 {
            let (before, kind) = (std::mem::take(&mut self.words), self.kind);
            self.words = words;
            self.kind = Kind::Alternative;
            self.flush();
            self.words = before;
            self.kind = kind;
        }
    }

    /// Metadata that pages carry for search engines.
    fn meta(&mut self, tag: &Tag) {
        let key = attribute(tag, "property").or_else(|| attribute(tag, "name")).unwrap_or_default().to_lowercase();
        let (kind, lead) = match key.as_str() {
            "article:published_time" | "date" | "dc.date" | "dcterms.date" | "pubdate" => (Kind::Time, "Published: "),
            "author" | "dc.creator" => (Kind::Author, "By "),
            _ => return,
        };
        let Some(content) =
            attribute(tag, "content").filter(|content| !content.trim().is_empty() && !content.starts_with("http"))
        else {
            return;
        };
        self.flush();
        let lead = if content.to_lowercase().starts_with("by ") { "" } else { lead };
        self.words = format!("{lead}{content}");
        self.kind = kind;
        self.flush();
    }

    /// Ends the block being read.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let kind = std::mem::take(&mut self.kind);
        if self.line == 0 {
            self.line = 1;
        }
        for part in words.split("\n\n") {
            let line = part.split_whitespace().collect::<Vec<_>>().join(" ");
            if !line.is_empty() {
                self.write(&line, kind);
            }
        }
    }

    fn write(&mut self, words: &str, kind: Kind) {
        let mut say = |kind: Option<BlockKind>, reason: &str| {
            self.hints.lines.push(LineHint { line: self.line, kind, reason: reason.to_owned() })
        };
        match kind {
            _ if self.furniture > 0 => say(None, reason::NAVIGATION),
            Kind::Title => say(None, "title of the page"),
            Kind::Headline if !self.titled => {
                self.titled = true;
                say(Some(BlockKind::Headline), "");
            }
            Kind::Headline | Kind::Subhead => say(Some(BlockKind::Subhead), ""),
            Kind::Caption => say(Some(BlockKind::Caption), ""),
            Kind::Alternative => say(Some(BlockKind::AlternativeText), ""),
            Kind::Item => say(Some(BlockKind::ListItem), ""),
            Kind::Time => say(Some(BlockKind::Dateline), ""),
            Kind::Author => say(Some(BlockKind::Byline), ""),
            Kind::Plain => {}
        }
        self.text.push_str(words);
        self.text.push_str("\n\n");
        self.line += 2;
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

/// Elements that begin and end a block of text.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 40] = [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "figure",
        "figcaption",
        "section",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "caption",
        "pre",
        "hr",
        "body",
        "html",
        "head",
        "time",
        "address",
        "details",
        "summary",
        "fieldset",
        "legend",
        "center",
        "dir",
        "option",
        "label",
    ];
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SourceFile, build};

    #[test]
    fn a_saved_page_is_read_by_its_elements() {
        let page = "<!doctype html><html><head><title>Talks end | The Paper</title>\
            <meta property='article:published_time' content='2010-06-24T18:05:00Z'><meta name=author content='Jane Doe'>\
            <style>p { color: red }</style><script>if (a < b) document.write('<p>no</p>')</script></head>\
            <body><nav><ul><li><a href=/>Home</a><li>World</ul></nav><article><header><h1>Talks end &amp; hopes rise</h1></header>\
            <figure><img src=a.jpg alt='Two presidents at a table'><figcaption>The presidents on Thursday</figcaption></figure>\
            <p>The two presidents ended their talks on Thursday, and <b>both</b> said that they were\u{a0}pleased.\
            <p>&ldquo;We agree,&rdquo; said Barack Obama.<h2>What comes next</h2><ul><li>A treaty<li>Another meeting</ul></article>\
            <footer>&copy; 2010 The Paper</footer></body></html>";
        let built = build(&[SourceFile { name: "a.html", bytes: page.as_bytes() }], None).unwrap();
        let article = &built.corpus.articles[0];
        let shown: Vec<String> =
            article.blocks.iter().map(|block| format!("{} {}", block.kind.name(), block.text)).collect();
        assert_eq!(
            shown,
            [
                "dateline Published: 2010-06-24T18:05:00Z",
                "byline By Jane Doe",
                "headline Talks end & hopes rise",
                "alternative-text Two presidents at a table",
                "caption The presidents on Thursday",
                "paragraph The two presidents ended their talks on Thursday, and both said that they were pleased.",
                "paragraph “We agree,” said Barack Obama.",
                "subhead What comes next",
                "list-item A treaty",
                "list-item Another meeting",
            ]
        );
        assert_eq!(article.published.as_ref().unwrap().iso(), "2010-06-24T18:05");
        assert_eq!(article.byline.as_ref().unwrap().value, "Jane Doe");
        let removed: Vec<&str> = article.removed.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(removed, ["Talks end | The Paper", "Home", "World", "© 2010 The Paper"]);
    }

    #[test]
    fn nesting_without_end_is_no_danger() {
        let (text, _) = read(&("<div><b>".repeat(200_000) + "deep"));
        assert_eq!(text.trim(), "deep");
    }
}
