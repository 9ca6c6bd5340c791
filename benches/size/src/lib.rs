//! A module that opens a collection, with or without the search engine, so
//! that the difference between the two is what the engine weighs. Both decode
//! the corpus and show it, which the page does anyway.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::OnceLock;

use summitry_corpus::Corpus;

/// Takes bytes from the host.
#[unsafe(no_mangle)]
pub extern "C" fn corpus(length: usize) {
    let bytes = vec![1; length];
    drop(black_box(Corpus::decode(&bytes)));
    // What every page of this kind has: text sorted, looked up and put together,
    // and something that is made once.
    static ONCE: OnceLock<Vec<String>> = OnceLock::new();
    let text = String::from_utf8_lossy(&bytes);
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort();
    let known: HashMap<&str, usize> = words.iter().map(String::as_str).zip(0..).collect();
    let found = text.find("word").and_then(|at| known.get(text.get(at..)?.trim_matches(char::is_alphanumeric)));
    drop(black_box(format!("{found:?} {length} {}", words.join(", ").replace('a', "b"))));
    black_box(ONCE.get_or_init(|| words.iter().filter(|word| word.contains("ab")).cloned().collect()));
}

/// Everything that the page asks of the engine.
#[cfg(feature = "search")]
#[unsafe(no_mangle)]
pub extern "C" fn search(length: usize) {
    use summitry_search::{Collection, ConcordanceSort, KeyWordRule, Request, Sort};
    let bytes = vec![1; length];
    let query = String::from_utf8_lossy(&bytes);
    match Collection::open(&bytes) {
        Ok(collection) => {
            let request = Request { as_you_type: length.is_multiple_of(2), sort: Sort::Date, ..Request::new(&query) };
            drop(black_box(collection.search(&request)));
            drop(black_box(collection.suggest(&query, length, 8)));
            drop(black_box(collection.keyword_in_context(&query, 40, ConcordanceSort::Left, 10)));
            drop(black_box(collection.related(1, 1, 5)));
            black_box(collection.labels(1, 1));
            drop(black_box(collection.passages(&query)));
            drop(black_box(collection.marks(&query, 1)));
            drop(black_box(collection.compare_words(&[(1, 1)], &[(1, 2)], KeyWordRule::default())));
        }
        Err(error) => drop(black_box(error.to_string())),
    }
}
