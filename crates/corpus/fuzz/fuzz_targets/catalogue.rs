//! Any catalogue gives a corpus or problems with a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{SourceFile, build};

fuzz_target!(|catalogue: &str| {
    let text = b"Leaders agree\n\nThe two leaders met in Vienna on Monday, and theUnited front held.\n\n\"We will meet again,\" said Peter Smith.";
    let source = SourceFile { name: "a.txt", bytes: text };
    match build(&[source], Some(("catalog.toml", catalogue))) {
        Ok(built) => {
            for issue in &built.corpus.issues {
                let place = built.catalogue.query(&issue.id).unwrap();
                assert!(place.place(0, issue.query.len()).line > 0);
            }
        }
        Err(problems) => {
            for problem in problems {
                assert!(problem.place.line > 0 && !problem.remedy.is_empty());
                assert!(problem.to_string().contains("help: "));
            }
        }
    }
});
