//! The five articles: what a visitor types and the passages that must come.
#![allow(clippy::disallowed_methods, clippy::bool_comparison, reason = "the test is the shell that reads the files")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use summitry_search::{Collection, Request, Response, pack};

#[path = "../../../corpus/tests/common/mod.rs"]
mod common;
mod filters;
mod finding;
mod issues;
mod queries;
mod spelling;
mod storage;
mod words;

static SEEDS: LazyLock<Collection> = LazyLock::new(|| {
    Collection::open(&pack(&common::seeds().corpus).unwrap_or_else(|problems| panic!("{problems:?}"))).unwrap()
});

fn search(query: &str) -> Response {
    SEEDS.search(&Request { limit: 0, ..Request::new(query) })
}

/// The hits as `bbc 5`, in the order of the corpus; those with all words only.
fn complete(response: &Response) -> BTreeSet<String> {
    let hits = response.groups.iter().flat_map(|group| &group.hits).filter(|hit| hit.complete);
    hits.map(|hit| name(hit.article, hit.passage)).collect()
}

fn name(article: usize, passage: u32) -> String {
    let id = &SEEDS.corpus().articles[article].id.0;
    let short = match id.as_str() {
        "csm-2008-04-04" => "csm08",
        "csm-2013-05-07" => "csm13",
        id => id.split('-').next().unwrap(),
    };
    format!("{short} {passage}")
}

#[track_caller]
fn check(query: &str, passages: &[&str]) {
    let expected: BTreeSet<String> = passages.iter().map(|passage| (*passage).to_owned()).collect();
    let found = complete(&search(query));
    assert_eq!(found, expected, "{query}");
}
