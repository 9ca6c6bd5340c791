//! The articles for machines, for whoever comes without the program, and for
//! the program, in the elements that hold them.

use base64::Engine;
use serde_json::{Value, json};
use summitry_corpus::{Article, Corpus};

/// The articles in an element that the style hides as long as the program may
/// come; `web/guard.js` finds it by its id.
pub fn element(texts: &str) -> String {
    format!(
        "<noscript><p class=\"notice\">With JavaScript this page is a reading room: searchable, and side by side. It needs \
         no server and sends nothing anywhere. Here are the articles without it.</p></noscript>\n\
         <div id=\"texts\">{texts}</div>\n"
    )
}

/// A collection's blob, compressed as gzip, as a block of data that no policy
/// forbids, for it is not executed; `web/collection.js` reads it.
pub fn collection(packed: &[u8]) -> String {
    let letters = base64::engine::general_purpose::STANDARD.encode(packed);
    format!("<script type=\"application/octet-stream\" id=\"collection\">{letters}</script>")
}

/// What the collection holds in the words of schema.org, as a block of data
/// that no policy forbids, for it is not executed. `home` is the page's public
/// address, where it is known; else addresses are relative.
pub fn linked(corpus: &Corpus, home: &str) -> String {
    let articles: Vec<Value> = corpus.articles.iter().map(|article| news_article(corpus, article, home)).collect();
    let mut whole = json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": corpus.title,
        "hasPart": articles,
    });
    if !home.is_empty() {
        whole["url"] = json!(home);
    }
    // In a script element only this character could end it.
    whole.to_string().replace('<', "\\u003c")
}

fn news_article(corpus: &Corpus, article: &Article, home: &str) -> Value {
    let mut value = json!({
        "@type": "NewsArticle",
        "headline": article.headline.value,
        "url": format!("{home}#/read/{}", article.id),
    });
    if let Some(iso) = article.published.as_ref().map(|published| published.iso()).filter(|iso| !iso.contains('/')) {
        value["datePublished"] = json!(iso);
    }
    if let Some(outlet) = corpus.outlet_of(article) {
        value["publisher"] = json!({"@type": "NewsMediaOrganization", "name": outlet.name});
    }
    if let Some(byline) = &article.byline {
        value["author"] = json!({"@type": "Person", "name": byline.value});
    }
    if let Some(place) = &article.place {
        value["dateline"] = json!(place.value);
    }
    if let Some(url) = &article.url {
        value["isBasedOn"] = json!(url);
    }
    value
}

#[cfg(test)]
mod tests;
