//! The articles for machines, for whoever comes without the program, and for
//! the program, in the elements of a page that hold them.
//!
//! Invariant: whatever the articles' words are, each element ends where it is
//! closed here.

use base64::Engine;
use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Value, json};
use summitry_corpus::{Article, Corpus};

use crate::zip::LEVEL;

/// The articles in an element that the style hides as long as the program may
/// come; `web/guard.js` finds it by its id.
pub fn element(texts: &str) -> String {
    format!(
        "<noscript><p class=\"notice\">With JavaScript this page is a reading room: searchable, and side by side. It needs \
         no server and sends nothing anywhere. Here are the articles without it.</p></noscript>\n\
         <div id=\"texts\">{texts}</div>\n"
    )
}

/// The id of the block that holds a collection's blob, as gzip;
/// `web/collection.js` reads it.
pub(crate) const COLLECTION: &str = "collection";
/// The id of the block that holds the blob that the page was built with, in the same
/// way; it is read where there is no [`COLLECTION`].
pub(crate) const BUILT_IN: &str = "built-in";
/// The id of the block that holds the collection's folder, as zip.
pub(crate) const FOLDER: &str = "folder";

/// Bytes as a block of data that no policy forbids, for it is not executed.
pub fn block(id: &str, bytes: &[u8]) -> String {
    let letters = base64::engine::general_purpose::STANDARD.encode(bytes);
    [&opening(id), &letters, "</script>"].concat()
}

/// How the block of an id begins.
pub(crate) fn opening(id: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{id}\">")
}

/// The blob that a page is built with, as `gzip` made it small, in its block. As
/// plain letters it would cost a host that compresses half as many bytes, for its
/// words stand in the page already; but who rewrites the words of a page on its way
/// would damage it.
pub fn built_in(gzip: &[u8]) -> String {
    block(BUILT_IN, gzip) + "\n"
}

/// A collection's blob in its block.
pub fn collection(blob: &[u8]) -> String {
    block(COLLECTION, &gzip(blob))
}

/// A collection's folder in its block.
pub fn folder(zip: &[u8]) -> String {
    block(FOLDER, zip)
}

/// The bytes as gzip (RFC 1952), without a time or a name.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    packed.extend(compress_to_vec(bytes, LEVEL));
    packed.extend(rawzip::crc32(bytes).to_le_bytes());
    // The length is given modulo 2^32.
    packed.extend((bytes.len() as u32).to_le_bytes());
    packed
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
    if let Some(whole) = whole.as_object_mut().filter(|_| !home.is_empty()) {
        whole.insert("url".to_owned(), json!(home));
    }
    // In a script element only this character could end it.
    whole.to_string().replace('<', "\\u003c")
}

fn news_article(corpus: &Corpus, article: &Article, home: &str) -> Value {
    let mut value = serde_json::Map::new();
    let mut say = |key: &str, said: Value| value.insert(key.to_owned(), said);
    say("@type", json!("NewsArticle"));
    say("headline", json!(article.headline.value));
    say("url", json!(format!("{home}#/read/{}", article.id)));
    if let Some(iso) = article.published.as_ref().map(|published| published.iso()).filter(|iso| !iso.contains('/')) {
        say("datePublished", json!(iso));
    }
    if let Some(outlet) = corpus.outlet_of(article) {
        say("publisher", json!({"@type": "NewsMediaOrganization", "name": outlet.name}));
    }
    if let Some(byline) = &article.byline {
        say("author", json!({"@type": "Person", "name": byline.value}));
    }
    if let Some(place) = &article.place {
        say("dateline", json!(place.value));
    }
    if let Some(url) = &article.url {
        say("isBasedOn", json!(url));
    }
    Value::Object(value)
}

#[cfg(test)]
mod tests;
