//! The desk with the five articles.
#![allow(clippy::disallowed_methods, reason = "the test is the shell that reads the files")]
#![allow(missing_docs, reason = "a test")]

use std::sync::LazyLock;

use summitry_corpus::{ByteRange, Corpus};
use summitry_desk::{Anchor, Content, Finder, Item, ItemId, Kept, KeptAs};

mod anchors;
mod catalogues;
mod class;
#[path = "../../../corpus/tests/common/mod.rs"]
mod common;
mod drift;
mod earlier;
mod exports;
mod files;
mod foreign;
mod fuzz;
mod lesson;
mod pages;

static SEEDS: LazyLock<Corpus> = LazyLock::new(|| common::seeds().corpus);

/// The anchor of words of an article, wherever its passages have them.
fn anchor(corpus: &Corpus, finder: &Finder, id: &str, words: &str) -> Anchor {
    let at = corpus.articles.iter().position(|article| article.id.0 == id).unwrap();
    let block = corpus.articles[at].passages().find(|block| block.text.contains(words)).unwrap();
    let start = block.text.find(words).unwrap();
    finder.anchor(corpus, at, block.n.unwrap(), Some(ByteRange::new(start, start + words.len()))).unwrap()
}

fn kept(id: &str, anchor: Anchor, note: &str, tags: &[&str]) -> Item {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    let kept = Kept { kept_as: KeptAs::Selection, anchor, note: note.to_owned(), tags, ..Kept::default() };
    Item::new(ItemId::from(id), Content::Kept(kept))
}
