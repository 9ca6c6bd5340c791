//! The articles for machines, for whoever comes without the program, and for
//! the program, in the elements of a page that hold them.
//!
//! Invariant: whatever the articles' words are, each element ends where it is
//! closed here.

use base64::Engine;
use miniz_oxide::deflate::compress_to_vec;
use percent_encoding::percent_encode_byte;
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
/// The id of the block that holds the blob that the page was built with, as
/// percent-encoded text; it is read where there is no [`COLLECTION`].
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

/// The blob that a page is built with, in its block, as percent-encoded text (RFC 3986,
/// section 2.1): its words stand in the page already, so that a host that compresses
/// sends them twice for next to nothing. Who rewrites them on the way is found out by
/// the blob's checksum.
pub fn built_in(blob: &[u8]) -> String {
    [&opening(BUILT_IN), &percent_encoded(blob), "</script>\n"].concat()
}

/// The bytes with what is no plain text, or would be markup, as `%` and two hexadecimal
/// digits for each byte.
fn percent_encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            // A parser of HTML changes carriage returns and zeros.
            if matches!(c, '%' | '<') || c.is_control() && c != '\n' {
                let mut place = [0; 4];
                text.extend(c.encode_utf8(&mut place).bytes().map(percent_encode_byte));
            } else {
                text.push(c);
            }
        }
        text.extend(chunk.invalid().iter().copied().map(percent_encode_byte));
    }
    text
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
