//! The five articles and their catalogue, built as the page builds them.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use common::seeds;
use summitry_corpus::Corpus;

#[test]
fn what_is_written_is_read_back_the_same() {
    let corpus = seeds().corpus;
    let bytes = corpus.encode();
    assert_eq!(bytes, corpus.encode());
    assert_eq!(Corpus::decode(&bytes).unwrap(), corpus);
}

#[test]
fn the_warnings_are_only_about_what_the_sources_lack() {
    let shown: Vec<String> = seeds().warnings.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"));
}
