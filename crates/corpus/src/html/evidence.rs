//! What an element's name, role and class names say about the words in it.
//!
//! The class names are those that publishing systems and style sheets share;
//! none is of one site. Invariant: evidence is a hint; what an element really
//! holds decides (`body`).

use std::collections::HashMap;

use html5ever::tokenizer::Tag;

use crate::clean::furniture::reason;

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

/// The value of an attribute.
pub fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
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

/// Whether the page does not show what an element holds.
pub fn is_hidden(tag: &Tag) -> bool {
    match &*tag.name {
        "dialog" | "details" if attribute(tag, "open").is_none() => return true,
        // The reading that stands over a character, and brackets around it.
        "rt" | "rp" => return true,
        _ if tag.attrs.is_empty() => return false,
        _ => {}
    }
    let has = |name: &str| attribute(tag, name).is_some();
    let is =
        |name: &str, value: &str| attribute(tag, name).is_some_and(|given| given.trim().eq_ignore_ascii_case(value));
    if has("hidden") || is("aria-hidden", "true") || is("role", "tooltip") || has("popover") {
        return true;
    }
    attribute(tag, "style").is_some_and(hides) || attribute(tag, "class").is_some_and(names_hidden)
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
fn names_hidden(class: &str) -> bool {
    const NAMES: [&str; 22] = [
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
    // `hidden md:block`, `d-none d-md-block`: hidden on a narrow window only.
    let shown_when_wide = |name: &str| {
        ["block", "flex", "inline", "grid", "inline-block", "table"].iter().any(|shown| {
            name.strip_suffix(shown)
                .is_some_and(|front| front.ends_with(':') || front.starts_with("d-") && front.len() > 2)
        })
    };
    let named = class.split_ascii_whitespace().any(|name| NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)));
    named && !class.split_ascii_whitespace().any(shown_when_wide)
}

/// What the class names and ids of a page say, each read once: a page has few
/// of them, and each many times.
#[derive(Default)]
pub struct Names(HashMap<String, Named>);

/// What one class name or id says.
#[derive(Clone, Copy, Default)]
struct Named {
    body: Body,
    caption: bool,
    byline: bool,
    pulled: bool,
    /// `has-sidebar`, `no-comments`: what the whole page has, or has not.
    of_page: bool,
    furniture: Option<&'static str>,
}

impl Names {
    fn say(&mut self, name: &str) -> Named {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        let said = Named::of(name);
        self.0.insert(name.to_owned(), said);
        said
    }
}

impl Named {
    fn of(name: &str) -> Self {
        let words = words(name);
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let joined: String = words.concat();
        let body = if BODIES.iter().any(|body| joined.contains(body)) {
            Body::Named
        } else if has(&["article", "story", "post", "entry", "content", "main", "body", "text", "prose"]) {
            Body::Likely
        } else {
            Body::Silent
        };
        let joined_names = || JOINED_FURNITURE.iter().find(|(known, _)| joined.contains(known));
        let furniture =
            FURNITURE.iter().find(|(known, _)| words.iter().any(|word| word == known)).or_else(joined_names);
        Self {
            body,
            caption: has(&["caption", "credit", "credits", "imagecaption", "figcaption"]),
            byline: has(&["byline", "author", "authors", "dateline", "timestamp", "pubdate", "datetime", "meta"]),
            pulled: has(&["pullquote", "pull"]) || joined.contains("pullquote"),
            of_page: matches!(
                words.first().map_or("", String::as_str),
                "has" | "with" | "no" | "without" | "is" | "not"
            ),
            furniture: furniture.map(|(_, why)| *why),
        }
    }
}

impl Evidence {
    /// Reads the name, the role and the class names of an element.
    pub fn of(tag: &Tag, known: &mut Names) -> Evidence {
        let mut evidence = Evidence::default();
        match &*tag.name {
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
        if tag.attrs.is_empty() {
            return evidence;
        }
        match attribute(tag, "role") {
            Some(
                "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar" | "toolbar" | "dialog"
                | "alertdialog" | "tablist" | "form",
            ) => evidence.furniture = Some(reason::NAVIGATION),
            Some("complementary") => evidence.furniture = Some(reason::ASIDE),
            Some("main" | "article") => evidence.body = Body::Likely,
            _ => {}
        }
        if let Some(property) = attribute(tag, "itemprop") {
            match property {
                "articleBody" | "reviewBody" | "text" => evidence.body = Body::Named,
                "author" | "datePublished" | "dateModified" | "publisher" => evidence.byline = true,
                "comment" => evidence.furniture = Some(reason::COMMENTS),
                "caption" => evidence.caption = true,
                _ => {}
            }
        }
        let whole = matches!(&*tag.name, "html" | "body" | "main" | "article");
        for names in [attribute(tag, "id"), attribute(tag, "class")].into_iter().flatten() {
            for name in names.split_ascii_whitespace().take(40) {
                evidence.take(known.say(name), whole);
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

/// Names of what holds the article, their parts joined.
const BODIES: [&str; 26] = [
    "articlebody",
    "articlecontent",
    "articletext",
    "articlemain",
    "storybody",
    "storycontent",
    "storytext",
    "entrycontent",
    "entrybody",
    "entrytext",
    "postcontent",
    "postbody",
    "posttext",
    "newsbody",
    "newstext",
    "newscontent",
    "contentbody",
    "bodycontent",
    "bodytext",
    "bodycopy",
    "textbody",
    "textcontent",
    "fulltext",
    "richtext",
    "pagecontent",
    "blogcontent",
];

/// Words of class names that say what is no part of an article, and why.
const FURNITURE: &[(&str, &str)] = &[
    ("comments", reason::COMMENTS),
    ("comment", reason::COMMENTS),
    ("commentlist", reason::COMMENTS),
    ("disqus", reason::COMMENTS),
    ("respond", reason::COMMENTS),
    ("replies", reason::COMMENTS),
    ("discussion", reason::COMMENTS),
    ("related", reason::RELATED),
    ("recommended", reason::RELATED),
    ("recommendations", reason::RELATED),
    ("recommendation", reason::RELATED),
    ("teaser", reason::RELATED),
    ("teasers", reason::RELATED),
    ("popular", reason::RELATED),
    ("trending", reason::RELATED),
    ("outbrain", reason::RELATED),
    ("taboola", reason::RELATED),
    ("carousel", reason::RELATED),
    ("similar", reason::RELATED),
    ("share", reason::SHARING),
    ("sharing", reason::SHARING),
    ("shares", reason::SHARING),
    ("sharebar", reason::SHARING),
    ("sharedaddy", reason::SHARING),
    ("social", reason::SHARING),
    ("socials", reason::SHARING),
    ("addthis", reason::SHARING),
    ("addtoany", reason::SHARING),
    ("newsletter", reason::SUBSCRIPTION),
    ("newsletters", reason::SUBSCRIPTION),
    ("subscribe", reason::SUBSCRIPTION),
    ("subscription", reason::SUBSCRIPTION),
    ("signup", reason::SUBSCRIPTION),
    ("optin", reason::SUBSCRIPTION),
    ("donate", reason::SUBSCRIPTION),
    ("donation", reason::SUBSCRIPTION),
    ("ad", reason::ADVERTISEMENT),
    ("ads", reason::ADVERTISEMENT),
    ("advert", reason::ADVERTISEMENT),
    ("adverts", reason::ADVERTISEMENT),
    ("advertisement", reason::ADVERTISEMENT),
    ("advertising", reason::ADVERTISEMENT),
    ("sponsor", reason::ADVERTISEMENT),
    ("sponsored", reason::ADVERTISEMENT),
    ("promo", reason::ADVERTISEMENT),
    ("promos", reason::ADVERTISEMENT),
    ("promotion", reason::ADVERTISEMENT),
    ("banner", reason::ADVERTISEMENT),
    ("cookie", reason::LEGAL),
    ("cookies", reason::LEGAL),
    ("gdpr", reason::LEGAL),
    ("consent", reason::LEGAL),
    ("copyright", reason::LEGAL),
    ("disclaimer", reason::LEGAL),
    ("nav", reason::NAVIGATION),
    ("navbar", reason::NAVIGATION),
    ("navigation", reason::NAVIGATION),
    ("menu", reason::NAVIGATION),
    ("breadcrumb", reason::NAVIGATION),
    ("breadcrumbs", reason::NAVIGATION),
    ("pagination", reason::NAVIGATION),
    ("pager", reason::NAVIGATION),
    ("footer", reason::NAVIGATION),
    ("masthead", reason::NAVIGATION),
    ("topbar", reason::NAVIGATION),
    ("toolbar", reason::NAVIGATION),
    ("toolbox", reason::NAVIGATION),
    ("modal", reason::NAVIGATION),
    ("popup", reason::NAVIGATION),
    ("tags", reason::NAVIGATION),
    ("taglist", reason::NAVIGATION),
    ("keywords", reason::NAVIGATION),
    ("sidebar", reason::ASIDE),
    ("widget", reason::ASIDE),
    ("widgets", reason::ASIDE),
    ("authorbox", reason::ABOUT_AUTHOR),
];

/// The same for names of two words, their parts joined.
const JOINED_FURNITURE: &[(&str, &str)] = &[
    ("mostread", reason::RELATED),
    ("mostviewed", reason::RELATED),
    ("readmore", reason::RELATED),
    ("readnext", reason::RELATED),
    ("morestories", reason::RELATED),
    ("morenews", reason::RELATED),
    ("morearticles", reason::RELATED),
    ("morefrom", reason::RELATED),
    ("latestnews", reason::RELATED),
    ("latestposts", reason::RELATED),
    ("recentposts", reason::RELATED),
    ("alsoread", reason::RELATED),
    ("seealso", reason::RELATED),
    ("signup", reason::SUBSCRIPTION),
    ("authorbio", reason::ABOUT_AUTHOR),
    ("authorbox", reason::ABOUT_AUTHOR),
    ("aboutauthor", reason::ABOUT_AUTHOR),
    ("authorinfo", reason::ABOUT_AUTHOR),
];

/// The words of a class name: `articleBody`, `article-body`, `article__body`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut low = false;
    let mut open = false;
    for c in name.chars().take(80) {
        if !c.is_ascii_alphabetic() {
            open = false;
            low = false;
            continue;
        }
        if !open || low && c.is_ascii_uppercase() {
            words.push(String::new());
            open = true;
        }
        low = c.is_ascii_lowercase();
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}
