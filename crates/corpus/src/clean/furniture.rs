//! What sites put around an article, told by words that sites share.
//!
//! Invariant: only short pieces are looked at (see [`MOST_WORDS`]), so that a
//! paragraph that speaks of advertisements is never taken for one. The lists
//! name no outlet and no subject; an outlet's own phrases go in the catalogue.

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

/// How words must stand in a piece.
#[derive(Clone, Copy)]
enum How {
    /// The piece is exactly these words.
    Whole,
    /// The piece begins with them.
    Start,
    /// They stand anywhere in it.
    Within,
}

use How::{Start, Whole, Within};

const PHRASES: &[(&str, How, &str)] = &[
    ("accessibility links", Start, reason::NAVIGATION),
    ("accessibility help", Start, reason::NAVIGATION),
    ("skip to", Start, reason::NAVIGATION),
    ("jump to navigation", Start, reason::NAVIGATION),
    ("breaking news", Whole, reason::NAVIGATION),
    ("latest news", Whole, reason::NAVIGATION),
    ("you are in", Start, reason::NAVIGATION),
    ("you are here", Start, reason::NAVIGATION),
    ("front page", Whole, reason::NAVIGATION),
    ("home page", Whole, reason::NAVIGATION),
    ("home", Whole, reason::NAVIGATION),
    ("menu", Whole, reason::NAVIGATION),
    ("main menu", Whole, reason::NAVIGATION),
    ("search", Whole, reason::NAVIGATION),
    ("close", Whole, reason::NAVIGATION),
    ("back to top", Start, reason::NAVIGATION),
    ("toggle navigation", Start, reason::NAVIGATION),
    ("all sections", Whole, reason::NAVIGATION),
    ("site map", Whole, reason::NAVIGATION),
    ("contact us", Whole, reason::NAVIGATION),
    ("about us", Whole, reason::NAVIGATION),
    ("min read", Within, reason::NAVIGATION),
    ("minute read", Within, reason::NAVIGATION),
    ("listen to this article", Start, reason::NAVIGATION),
    ("listen to article", Start, reason::NAVIGATION),
    // What databases set over a text that is read aloud and translated.
    ("listen", Whole, reason::NAVIGATION),
    ("american accent", Whole, reason::NAVIGATION),
    ("australian accent", Whole, reason::NAVIGATION),
    ("british accent", Whole, reason::NAVIGATION),
    ("choose language", Whole, reason::NAVIGATION),
    ("select language", Whole, reason::NAVIGATION),
    ("translate", Whole, reason::NAVIGATION),
    ("translate full text", Start, reason::NAVIGATION),
    ("translate this article", Start, reason::NAVIGATION),
    ("html full text", Whole, reason::NAVIGATION),
    ("pdf full text", Start, reason::NAVIGATION),
    ("full text from publisher", Whole, reason::NAVIGATION),
    ("play video", Start, reason::NAVIGATION),
    ("enlarge this image", Start, reason::NAVIGATION),
    ("toggle caption", Start, reason::NAVIGATION),
    ("hide caption", Start, reason::NAVIGATION),
    ("view image in fullscreen", Start, reason::NAVIGATION),
    ("open in app", Whole, reason::NAVIGATION),
    ("loading", Whole, reason::NAVIGATION),
    ("text size", Start, reason::NAVIGATION),
    ("view comments", Start, reason::NAVIGATION),
    ("leave a comment", Start, reason::NAVIGATION),
    ("comments", Whole, reason::NAVIGATION),
    ("advertisement", Whole, reason::ADVERTISEMENT),
    ("advertising", Whole, reason::ADVERTISEMENT),
    ("ad", Whole, reason::ADVERTISEMENT),
    ("sponsored", Whole, reason::ADVERTISEMENT),
    ("sponsored content", Start, reason::ADVERTISEMENT),
    ("paid content", Start, reason::ADVERTISEMENT),
    ("article continues", Start, reason::ADVERTISEMENT),
    ("story continues", Start, reason::ADVERTISEMENT),
    ("continue reading", Start, reason::ADVERTISEMENT),
    ("continues below", Within, reason::ADVERTISEMENT),
    ("scroll to continue", Start, reason::ADVERTISEMENT),
    ("skip advertisement", Start, reason::ADVERTISEMENT),
    ("subscribe to continue", Within, reason::SUBSCRIPTION),
    ("subscribe now", Within, reason::SUBSCRIPTION),
    ("subscribe today", Within, reason::SUBSCRIPTION),
    ("subscribe to our", Within, reason::SUBSCRIPTION),
    ("subscribe", Whole, reason::SUBSCRIPTION),
    ("subscribe to", Start, reason::SUBSCRIPTION),
    ("become a subscriber", Within, reason::SUBSCRIPTION),
    ("become a member", Within, reason::SUBSCRIPTION),
    ("already a subscriber", Within, reason::SUBSCRIPTION),
    ("subscribers only", Within, reason::SUBSCRIPTION),
    ("free articles", Within, reason::SUBSCRIPTION),
    ("articles remaining", Within, reason::SUBSCRIPTION),
    ("sign up for", Start, reason::SUBSCRIPTION),
    ("sign up to", Start, reason::SUBSCRIPTION),
    ("sign up", Whole, reason::SUBSCRIPTION),
    ("sign in", Whole, reason::SUBSCRIPTION),
    ("log in", Whole, reason::SUBSCRIPTION),
    ("log in to", Start, reason::SUBSCRIPTION),
    ("register", Whole, reason::SUBSCRIPTION),
    ("create a free account", Within, reason::SUBSCRIPTION),
    ("get our newsletter", Within, reason::SUBSCRIPTION),
    ("newsletter", Whole, reason::SUBSCRIPTION),
    ("delivered to your inbox", Within, reason::SUBSCRIPTION),
    ("supported by readers", Within, reason::SUBSCRIPTION),
    ("support our journalism", Within, reason::SUBSCRIPTION),
    ("support independent journalism", Within, reason::SUBSCRIPTION),
    ("reader supported", Within, reason::SUBSCRIPTION),
    ("donate", Whole, reason::SUBSCRIPTION),
    ("donate now", Within, reason::SUBSCRIPTION),
    ("email this", Start, reason::SHARING),
    ("send this story", Start, reason::SHARING),
    ("share", Whole, reason::SHARING),
    ("share this", Start, reason::SHARING),
    ("share on", Start, reason::SHARING),
    ("share via", Start, reason::SHARING),
    ("tweet", Whole, reason::SHARING),
    ("facebook", Whole, reason::SHARING),
    ("twitter", Whole, reason::SHARING),
    ("whatsapp", Whole, reason::SHARING),
    ("email", Whole, reason::SHARING),
    ("print", Whole, reason::SHARING),
    ("print this", Start, reason::SHARING),
    ("printer friendly", Start, reason::SHARING),
    ("copy link", Start, reason::SHARING),
    ("follow us", Start, reason::SHARING),
    ("follow him on twitter", Within, reason::SHARING),
    ("follow her on twitter", Within, reason::SHARING),
    ("save this article", Start, reason::SHARING),
    ("save", Whole, reason::SHARING),
    ("gift this article", Start, reason::SHARING),
    ("bookmark", Whole, reason::SHARING),
    ("linkedin", Whole, reason::SHARING),
    ("telegram", Whole, reason::SHARING),
    ("reddit", Whole, reason::SHARING),
    ("links to more", Start, reason::RELATED),
    ("read more", Start, reason::RELATED),
    ("read next", Start, reason::RELATED),
    ("related article", Start, reason::RELATED),
    ("related stories", Start, reason::RELATED),
    ("related content", Start, reason::RELATED),
    ("related topics", Start, reason::RELATED),
    ("view larger image", Start, reason::NAVIGATION),
    ("direct link", Start, reason::RELATED),
    ("the responsibility for external", Within, reason::LEGAL),
    ("not responsible for the content of external", Within, reason::LEGAL),
    ("all rights reserved", Within, reason::LEGAL),
    ("terms of use", Within, reason::LEGAL),
    ("terms and conditions", Within, reason::LEGAL),
    ("terms of service", Within, reason::LEGAL),
    ("privacy policy", Within, reason::LEGAL),
    ("we use cookies", Within, reason::LEGAL),
    ("accept cookies", Within, reason::LEGAL),
    ("reprinted with permission", Within, reason::LEGAL),
];

/// Headings under which a site lists other articles.
const SECTIONS: &[&str] = &[
    "see also",
    "related",
    "related links",
    "related articles",
    "related stories",
    "related content",
    "related topics",
    "more on this story",
    "more on this",
    "don t miss",
    "don’t miss",
    "more from",
    "more stories",
    "more news",
    "most popular",
    "most read",
    "most viewed",
    "top stories",
    "editors picks",
    "editor s picks",
    "recommended",
    "recommended for you",
    "you may also like",
    "internet links",
    "external links",
    "read also",
    "also read",
    "in this section",
    "from our partners",
    "trending",
    "trending now",
    "around the web",
    "latest stories",
    "what to read next",
    // The same in other languages.
    "mehr zum thema",
    "lesen sie auch",
    "das könnte sie auch interessieren",
    "auch interessant",
    "weitere artikel",
    "lire aussi",
    "à lire aussi",
    "à lire également",
    "sur le même sujet",
    "vous aimerez aussi",
    "te puede interesar",
    "lea también",
    "lee también",
    "noticias relacionadas",
    "artículos relacionados",
    "leia também",
    "leia mais",
    "veja também",
    "você pode gostar",
    "notícias relacionadas",
    "leggi anche",
    "articoli correlati",
    "potrebbe interessarti",
    "lees ook",
    "læs også",
    "les også",
    "läs också",
    "läs mer",
    "lue myös",
    "czytaj także",
    "zobacz także",
    "przeczytaj także",
    "čtěte také",
    "читайте также",
    "по теме",
    "материалы по теме",
    "похожие статьи",
    "читайте також",
    "ilgili haberler",
    "bunlar da ilginizi çekebilir",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "مواضيع ذات صلة",
    "קראו גם",
    "यह भी पढ़ें",
    "関連記事",
    "おすすめ記事",
    "あわせて読みたい",
    "相关阅读",
    "相关新闻",
    "相关文章",
    "延伸阅读",
    "相關新聞",
    "延伸閱讀",
    "관련기사",
    "관련 기사",
];

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

/// The reason to remove a short piece whose words are those of a site.
/// `words` comes from [`plain`].
pub fn by_words(words: &str) -> Option<&'static str> {
    let bare = words.trim_end();
    if starts(words, "copyright") && bare.contains(|c: char| c.is_ascii_digit()) {
        return Some(reason::LEGAL);
    }
    if bare.len() < 2 {
        return None;
    }
    let first = bare.as_bytes().first();
    let stands = |(phrase, how, _): &&(&str, How, &str)| match how {
        Whole => phrase.as_bytes().first() == first && bare == *phrase,
        Start => phrase.as_bytes().first() == first && starts(words, phrase),
        Within => within(words, phrase),
    };
    PHRASES.iter().find(stands).map(|(_, _, reason)| *reason)
}

/// Whether whole words of a piece are those of the phrase.
fn within(words: &str, phrase: &str) -> bool {
    let first = phrase.as_bytes().first();
    let bytes = words.as_bytes();
    let begins = |at: usize| at == 0 || at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b' ');
    phrase.len() < words.len()
        && (0..=words.len() - phrase.len())
            .filter(|at| bytes.get(*at) == first && begins(*at))
            .any(|at| words.get(at..).is_some_and(|words| starts(words, phrase)))
}

fn starts(words: &str, phrase: &str) -> bool {
    words.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a piece is the heading of a list of other articles.
pub fn opens_section(words: &str) -> bool {
    let bare = words.trim_end();
    SECTIONS.contains(&bare)
}

/// Whether a piece is a label such as `Related:` and the title of another
/// article.
pub fn is_related_line(text: &str) -> bool {
    let Some((label, title)) = text.split_once([':', '：', '|', '»', '›', '–', '—']) else { return false };
    let whole = title.trim_end().ends_with(['.', '。', '”', '"']);
    let words = title.split_whitespace().count();
    !whole && (2..=MOST_WORDS as usize).contains(&words) && label.len() < 40 && opens_section(&plain(label))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_leads_to_another_article_is_told_by_its_label() {
        for (text, expected) in [
            ("Related: Wall to be built at last", true),
            ("See also: Ferry to sail again in the spring", true),
            ("Lesen Sie auch: Die Mauer wird gebaut", true),
            ("Related: the mayor said that he would go.", false),
            ("Also read | Wall to be built at last", true),
            ("See also – Ferry to sail again in the spring", true),
            ("Related – and the mayor said so – is the wall.", false),
            ("Related matters: the harbour and the wall", false),
            ("Related:", false),
        ] {
            assert_eq!(is_related_line(text), expected, "{text}");
        }
    }

    #[test]
    fn furniture_is_told_by_its_words() {
        for (text, expected) in [
            ("Article continues after advertisement", Some(reason::ADVERTISEMENT)),
            ("E-mail this story to a friend", Some(reason::SHARING)),
            ("You've read   of   free articles. Subscribe to continue.", Some(reason::SUBSCRIPTION)),
            ("© 2013 The Paper. All rights reserved.", Some(reason::LEGAL)),
            ("Potential backlash", None),
            ("Home rule for Scotland", None),
            ("Print runs fell last year", None),
            ("Researchers shared this", None),
        ] {
            assert_eq!(by_words(&plain(text)), expected, "{text}");
        }
    }
}
