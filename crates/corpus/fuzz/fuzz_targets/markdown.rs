//! Any Markdown gives an article whose lines are the file's, or problems with
//! a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{SourceFile, build};

fuzz_target!(|source: &str| {
    let Ok(built) = build(&[SourceFile { name: "a.md", bytes: source.as_bytes() }], None) else { return };
    let article = &built.corpus.articles[0];
    assert!(article.source.matches('\n').count() <= source.matches('\n').count() + 1);
    let last = source.lines().count().max(1);
    assert!(article.blocks.iter().all(|block| block.lines.1 as usize <= last));
});
