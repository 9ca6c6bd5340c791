//! What one class name or id says about the words in its element: the words in
//! use for articles, captions, authors and for what is no part of an article.
//!
//! Invariant: a name is read by itself; what other names of the element say is
//! weighed in the module above.

use super::Body;
use crate::clean::furniture::reason;

/// What one class name or id says.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    pub(super) body: Body,
    pub(super) caption: bool,
    pub(super) byline: bool,
    pub(super) pulled: bool,
    /// `has-sidebar`, `no-comments`: what the whole page has, or has not.
    pub(super) of_page: bool,
    pub(super) furniture: Option<&'static str>,
}

impl Named {
    pub(super) fn of(name: &str) -> Self {
        let words = words(name);
        let joined: String = words.concat();
        let mut said = Self::default();
        let mut place: Option<usize> = None;
        for word in &words {
            match word.as_str() {
                "article" | "story" | "post" | "entry" | "content" | "main" | "body" | "text" | "prose" => {
                    said.body = Body::Likely;
                }
                "caption" | "credit" | "credits" | "imagecaption" | "figcaption" => said.caption = true,
                "byline" | "author" | "authors" | "dateline" | "timestamp" | "pubdate" | "datetime" | "meta" => {
                    said.byline = true;
                }
                "pullquote" | "pull" => said.pulled = true,
                _ => {}
            }
            place = furniture(word).into_iter().chain(place).min();
        }
        if BODIES.iter().any(|body| holds(&joined, body)) {
            said.body = Body::Named;
        }
        let joined_names = || JOINED_FURNITURE.iter().find(|(known, _)| holds(&joined, known)).map(|(_, why)| *why);
        Self {
            pulled: said.pulled || holds(&joined, "pullquote"),
            of_page: matches!(
                words.first().map_or("", String::as_str),
                "has" | "with" | "no" | "without" | "is" | "not"
            ),
            furniture: place.and_then(|place| REASONS.get(place).copied()).or_else(joined_names),
            ..said
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

/// What words of class names say is no part of an article; the first counts
/// before those behind it.
const REASONS: [&str; 9] = [
    reason::COMMENTS,
    reason::RELATED,
    reason::SHARING,
    reason::SUBSCRIPTION,
    reason::ADVERTISEMENT,
    reason::LEGAL,
    reason::NAVIGATION,
    reason::ASIDE,
    reason::ABOUT_AUTHOR,
];

/// The place among the reasons of what a word says.
fn furniture(word: &str) -> Option<usize> {
    #[rustfmt::skip]
    let place = match word {
        "comments" | "comment" | "commentlist" | "disqus" | "respond" | "replies" | "discussion" => 0,
        "related" | "recommended" | "recommendations" | "recommendation" | "teaser" | "teasers" | "popular"
            | "trending" | "outbrain" | "taboola" | "carousel" | "similar" => 1,
        "share" | "sharing" | "shares" | "sharebar" | "sharedaddy" | "social" | "socials" | "addthis"
            | "addtoany" => 2,
        "newsletter" | "newsletters" | "subscribe" | "subscription" | "signup" | "optin" | "donate"
            | "donation" => 3,
        "ad" | "ads" | "advert" | "adverts" | "advertisement" | "advertising" | "sponsor" | "sponsored"
            | "promo" | "promos" | "promotion" | "banner" => 4,
        "cookie" | "cookies" | "gdpr" | "consent" | "copyright" | "disclaimer" => 5,
        "nav" | "navbar" | "navigation" | "menu" | "breadcrumb" | "breadcrumbs" | "pagination" | "pager"
            | "footer" | "masthead" | "topbar" | "toolbar" | "toolbox" | "modal" | "popup" | "tags" | "taglist"
            | "keywords" => 6,
        "sidebar" | "widget" | "widgets" => 7,
        "authorbox" => 8,
        _ => return None,
    };
    Some(place)
}

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

/// Whether a name holds a part of one. Both are short, so that to prepare a
/// search takes longer than the search.
fn holds(name: &str, part: &str) -> bool {
    let (name, part) = (name.as_bytes(), part.as_bytes());
    let Some(last) = name.len().checked_sub(part.len()) else { return false };
    let begins = |at: &usize| name.get(*at) == part.first();
    (0..=last).filter(begins).any(|at| name.get(at..).is_some_and(|rest| rest.starts_with(part)))
}

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
