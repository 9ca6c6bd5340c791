//! Saved pages: what is the article's, and why all else is none of it.
//!
//! The pages are invented; each stands for a habit that many sites share.
#![allow(missing_docs, reason = "a test")]

mod around;
mod broken;
#[path = "../common/mod.rs"]
mod common;
mod text;

use common::nothing_is_dropped;
use summitry_corpus::Article;

/// Two paragraphs that any rule must know for text.
const TEXT: &str = "<p>The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.</p>\
    <p>The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.</p>";

const LAST: &str = "<p>Outside, a few dozen people waited in the rain with flags and a brass band.</p>";

/// A page with `inside` between its paragraphs.
fn page(inside: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Harbour talks end with a plan</title></head><body>\
        <h1>Harbour talks end with a plan</h1><p>March 3, 2014</p>{TEXT}{inside}{LAST}</body></html>"
    )
}

fn article(page: &str) -> Article {
    let article = common::article("a.html", page);
    nothing_is_dropped(&article);
    article
}

fn shown(article: &Article) -> String {
    let blocks = article.blocks.iter().map(|block| format!("{}: {}", block.kind.name(), block.text));
    let removed = article.removed.iter().map(|piece| format!("removed, {}: {}", piece.reason, piece.text));
    blocks.chain(removed).collect::<Vec<_>>().join("\n")
}

fn passages(article: &Article) -> Vec<&str> {
    article.passages().map(|block| block.text.as_str()).collect()
}

/// The words are removed for this reason, and stand in no block.
fn removed(html: &str, reason: &str, words: &str) {
    let article = article(html);
    let all = shown(&article);
    assert!(article.removed.iter().any(|piece| piece.reason == reason && piece.text.contains(words)), "{words}\n{all}");
    assert!(!article.blocks.iter().any(|block| block.text.contains(words)), "{words}\n{all}");
    for kept in ["The two delegations met", "The mayor said the talks", "Outside, a few dozen"] {
        assert!(passages(&article).iter().any(|text| text.starts_with(kept)), "{kept}\n{all}");
    }
}

/// A passage reads so, whole.
fn passage(html: &str, text: &str) {
    let article = article(html);
    assert!(passages(&article).contains(&text), "{text}\n{}", shown(&article));
}
