//! Any saved page gives an article that holds no byte of a script, or problems
//! with a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{SourceFile, build};

fuzz_target!(|page: &str| {
    let page = format!("<!doctype html><html><body>{page}<script>zqxjkv()</script><p>The end of it.</p>");
    match build(&[SourceFile { name: "a.html", bytes: page.as_bytes() }], None) {
        Ok(built) => {
            let article = &built.corpus.articles[0];
            assert_eq!(article.received().iter().map(|part| part.text).collect::<String>(), article.source);
        }
        Err(problems) => assert!(problems.iter().all(|problem| !problem.remedy.is_empty())),
    }
});
