//! Any bytes, as a text, Markdown or a web page, give a corpus that keeps all
//! of them and is read back the same, or problems with a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{Corpus, SourceFile, build};

#[path = "../../tests/common/mod.rs"]
mod common;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html"] {
        match build(&[SourceFile { name, bytes }], None) {
            Ok(built) => {
                let article = &built.corpus.articles[0];
                common::nothing_is_dropped(article);
                for voice in &article.voices {
                    assert_eq!(voice.range.of(&article.passage(voice.passage).unwrap().text), voice.text);
                }
                assert_eq!(Corpus::decode(&built.corpus.encode()).unwrap(), built.corpus);
            }
            Err(problems) => {
                assert!(problems.iter().all(|problem| problem.place.line > 0 && !problem.remedy.is_empty()))
            }
        }
    }
});
