//! Where a site leads to other articles: the headings of its lists, and labels
//! with a title behind them.
//!
//! Invariant: a heading is one of a list, whole; words about it within a
//! sentence are none.

use super::{MOST_WORDS, plain};

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
}
