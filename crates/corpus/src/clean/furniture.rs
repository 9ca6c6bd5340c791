//! What sites put around an article, told by words that sites share.
//!
//! Invariant: only short pieces are looked at (see [`MOST_WORDS`]), so that a
//! paragraph that speaks of advertisements is never taken for one. The lists
//! name no outlet and no subject; an outlet's own phrases go in the catalogue.

pub(crate) mod phrases;
pub(crate) mod related;

/// Why a piece was removed, as a reader sees it.
pub mod reason {
    /// Menus and section names.
    pub const NAVIGATION: &str = "navigation";
    /// Lines around advertisements.
    pub const ADVERTISEMENT: &str = "advertisement";
    /// Paywalls, subscriptions, registration, appeals for support.
    pub const SUBSCRIPTION: &str = "subscription";
    /// Sharing, printing, following.
    pub const SHARING: &str = "sharing";
    /// What readers wrote under the article.
    pub const COMMENTS: &str = "readers' comments";
    /// An address of the web or of e-mail that stands alone.
    pub const ADDRESS: &str = "address";
    /// Other articles.
    pub const RELATED: &str = "related links";
    /// Copyright, disclaimers, cookies.
    pub const LEGAL: &str = "legal notice";
    /// A line that stands here more than once.
    pub const REPEATED: &str = "repeated line";
    /// What stands before the article.
    pub const BEFORE: &str = "before the article";
    /// What stands after the article.
    pub const AFTER: &str = "after the article";
    /// What a page or an archive says about the article beside its text.
    pub const METADATA: &str = "metadata";
    /// The name of the site behind a headline.
    pub const SITE: &str = "site name";
    /// A rule of dashes, stars or dots.
    pub const ORNAMENT: &str = "ornament";
    /// What the page does not show: closed windows, words for screen readers.
    pub const HIDDEN: &str = "hidden on the page";
    /// What the page sets beside the article.
    pub const ASIDE: &str = "beside the article";
    /// A sentence of the article, set apart a second time.
    pub const PULL_QUOTE: &str = "pull quote";
    /// A paragraph that stands here more than once.
    pub const AGAIN: &str = "repeated text";
    /// What is told of the author beside the article.
    pub const ABOUT_AUTHOR: &str = "about the author";
    /// The name of the page, as browsers show it above the window.
    pub const PAGE_TITLE: &str = "title of the page";
    /// `Continued on page A6`, `From page A1`.
    pub const JUMP: &str = "continued on another page";
    /// The number of a page.
    pub const PAGE_NUMBER: &str = "page number";
    /// What a newspaper prints over each page: its name, the day, the section.
    pub const RUNNING_HEAD: &str = "running head";
    /// A caption in the middle of a paragraph.
    pub const CAPTION: &str = "caption within a paragraph";
    /// The catalogue says so and gives no reason of its own.
    pub const CATALOGUE: &str = "removed by the catalogue";
}

/// Longer pieces are never furniture by their words.
pub const MOST_WORDS: u32 = 18;

/// Whether a longer piece is the notice of a site about cookies.
pub fn is_cookie_notice(text: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "we use cookies",
        "uses cookies",
        "use of cookies",
        "accept",
        "consent",
        "our partners",
        "your experience",
        "your privacy",
        "preferences",
        "personalised",
        "personalized",
        "your device",
    ];
    let cookies = text.contains("cookie") || text.contains("Cookie");
    let words = if cookies { plain(text) } else { return false };
    SIGNS.iter().filter(|sign| words.contains(**sign)).count() >= 2
}

/// Whether a piece is an address and nothing else.
pub fn is_address(text: &str) -> bool {
    let web = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    let mail = text.split_once('@').is_some_and(|(_, site)| site.contains('.') || text.starts_with('@'));
    !text.contains(char::is_whitespace) && (web || mail || text.starts_with('@') && text.len() > 2)
}

/// Whether a piece counts pictures: `3 of 12`, `3/12`.
pub fn is_counter(words: &str) -> bool {
    let mut parts = words.split_whitespace().filter(|word| !matches!(*word, "of" | "image" | "photo" | "slide"));
    let number = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    number(parts.next()) && number(parts.next()) && parts.next().is_none()
}

/// Whether a piece is the heading of what readers wrote.
pub fn opens_comments(words: &str) -> bool {
    let bare = words.trim_end().trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    matches!(
        bare,
        "comments"
            | "comment"
            | "reader comments"
            | "readers comments"
            | "your comments"
            | "view comments"
            | "join the conversation"
            | "join the discussion"
            | "leave a reply"
            | "leave a comment"
            | "post a comment"
            | "responses"
            | "discussion"
    )
}

/// Whether a short piece stands beside what a reader wrote: `Reply`, `3 hours
/// ago`.
pub fn marks_comment(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        matches!(
            word,
            "reply" | "report" | "ago" | "like" | "likes" | "upvote" | "recommend" | "flag" | "says" | "wrote"
        )
    })
}

/// Lower-case words of a piece, each followed by one space; `e-mail` and
/// `email` are one, other punctuation separates.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c.is_alphanumeric() {
            words.extend(c.to_lowercase());
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    if words.contains("e mail ") { words.replace("e mail ", "email ") } else { words }
}

/// Whether a piece has no letter and no digit: a rule or an ornament.
pub fn is_ornament(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Words that join others; a line of names without them is a menu.
pub fn is_function_word(word: &str) -> bool {
    const WORDS: [&str; 32] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "has", "have", "how", "if", "in", "is", "it", "its",
        "of", "on", "or", "over", "says", "that", "the", "their", "to", "was", "were", "will", "with", "what", "who",
    ];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}
