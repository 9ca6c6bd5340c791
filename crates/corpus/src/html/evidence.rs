//! What an element's name, role and class names say about the words in it.
//!
//! The class names are those that publishing systems and style sheets share;
//! none is of one site. Invariant: evidence is a hint; what an element really
//! holds decides (`body`).

mod named;

use std::collections::HashMap;

use super::attributes::Attributes;
use crate::clean::furniture::reason;
use named::Named;

/// What an element is likely to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Why its words are not the article's, if they are not.
    pub furniture: Option<&'static str>,
    /// Whether it says that it holds the article.
    pub body: Body,
    /// Whether it says that it holds words under a picture.
    pub caption: bool,
    /// Whether it says that it holds the author or the date.
    pub byline: bool,
    /// Whether it sets a sentence of the text apart.
    pub pulled: bool,
}

/// How plainly an element says that it holds the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    #[default]
    Silent,
    /// `<article>`, `<main>`, or a word such as `content`.
    Likely,
    /// `itemprop="articleBody"`, or words such as `entry-content`.
    Named,
}

/// Elements that begin and end a block of text.
pub fn holds_blocks(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "section"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "pre"
            | "head"
            | "address"
            | "details"
            | "summary"
            | "fieldset"
            | "legend"
            | "center"
            | "dir"
            | "option"
            | "label"
            | "nav"
            | "aside"
            | "footer"
            | "form"
            | "button"
            | "menu"
            | "header"
            | "article"
            | "main"
            | "dialog"
            | "hgroup"
            | "search"
    )
}

/// Whether a style hides: `display: none`, `visibility: hidden`.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim_end();
        let is = |given: &str, wanted: &str| given.trim().eq_ignore_ascii_case(wanted);
        is(name, "display") && is(value, "none")
            || is(name, "visibility") && (is(value, "hidden") || is(value, "collapse"))
    })
}

/// Class names by which style sheets hide, or leave for screen readers only.
const HIDDEN: [&str; 22] = [
    "hidden",
    "is-hidden",
    "d-none",
    "display-none",
    "invisible",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "visually_hidden",
    "u-visually-hidden",
    "is-visually-hidden",
    "is-visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "screen-reader",
    "screenreader",
    "screenreader-only",
    "accessibly-hidden",
    "a11y-hidden",
    "offscreen",
    "tooltip",
    "tooltiptext",
];

/// Whether class names hide, with blanks between.
fn names_hidden(classes: &str) -> bool {
    // `hidden md:block`, `d-none d-md-block`: hidden on a narrow window only.
    let shown_when_wide = |name: &str| {
        ["block", "flex", "inline", "grid", "inline-block", "table"].iter().any(|shown| {
            name.strip_suffix(shown)
                .is_some_and(|front| front.ends_with(':') || front.starts_with("d-") && front.len() > 2)
        })
    };
    let hides = |name: &str| HIDDEN.iter().any(|known| known.eq_ignore_ascii_case(name));
    classes.split_ascii_whitespace().any(hides) && !classes.split_ascii_whitespace().any(shown_when_wide)
}

/// What the class names and ids of a page say, each read once: a page has few
/// of them, and each many times.
#[derive(Default)]
pub struct Names {
    /// By the name.
    known: HashMap<String, Named>,
    /// By all names of an element.
    hiding: HashMap<String, bool>,
}

/// What a name says, which is read where it is met first.
pub fn remembered<T: Copy>(known: &mut HashMap<String, T>, name: &str, read: impl FnOnce(&str) -> T) -> T {
    if let Some(said) = known.get(name) {
        return *said;
    }
    let said = read(name);
    known.insert(name.to_owned(), said);
    said
}

impl Names {
    /// Whether the page does not show what an element holds.
    pub fn hide(&mut self, element: &str, has: &Attributes) -> bool {
        // `rt` is the reading that stands over a character, `rp` brackets around it.
        if matches!(element, "rt" | "rp") || matches!(element, "dialog" | "details") && has.open.is_none() {
            return true;
        }
        let is = |given: Option<&str>, value: &str| given.is_some_and(|given| given.trim().eq_ignore_ascii_case(value));
        has.hidden.is_some()
            || has.popover.is_some()
            || is(has.aria_hidden, "true")
            || is(has.role, "tooltip")
            || has.style.is_some_and(hides)
            || has.class.is_some_and(|classes| remembered(&mut self.hiding, classes, names_hidden))
    }
}

impl Evidence {
    /// Reads the name, the role and the class names of an element.
    pub fn of(name: &str, has: &Attributes, known: &mut Names) -> Evidence {
        let mut evidence = Evidence::default();
        match name {
            "nav" | "footer" | "button" | "menu" | "header" | "form" | "search" | "label" | "option" => {
                evidence.furniture = Some(reason::NAVIGATION)
            }
            "aside" => evidence.furniture = Some(reason::ASIDE),
            "dialog" => evidence.furniture = Some(reason::NAVIGATION),
            "article" | "main" => evidence.body = Body::Likely,
            "figure" => evidence.caption = true,
            "address" => evidence.byline = true,
            _ => {}
        }
        match has.role {
            Some(
                "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar" | "toolbar" | "dialog"
                | "alertdialog" | "tablist" | "form",
            ) => evidence.furniture = Some(reason::NAVIGATION),
            Some("complementary") => evidence.furniture = Some(reason::ASIDE),
            Some("main" | "article") => evidence.body = Body::Likely,
            _ => {}
        }
        if let Some(property) = has.itemprop {
            match property {
                "articleBody" | "reviewBody" | "text" => evidence.body = Body::Named,
                "author" | "datePublished" | "dateModified" | "publisher" => evidence.byline = true,
                "comment" => evidence.furniture = Some(reason::COMMENTS),
                "caption" => evidence.caption = true,
                _ => {}
            }
        }
        let whole = matches!(name, "html" | "body" | "main" | "article");
        for names in [has.id, has.class].into_iter().flatten() {
            for name in names.split_ascii_whitespace().take(40) {
                evidence.take(remembered(&mut known.known, name, Named::of), whole);
            }
        }
        evidence
    }

    /// Adds what one class name or id says; `whole` where it stands for the whole page.
    fn take(&mut self, said: Named, whole: bool) {
        self.body = self.body.max(said.body);
        self.caption |= said.caption;
        self.byline |= said.byline;
        self.pulled |= said.pulled;
        let is_certain = self.furniture.is_some_and(|known| known != reason::NAVIGATION && known != reason::ASIDE);
        if !whole && !said.of_page && !is_certain {
            self.furniture = said.furniture.or(self.furniture);
        }
    }
}
