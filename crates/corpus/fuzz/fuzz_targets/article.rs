//! Any bytes, as a text, Markdown or a web page, give a corpus that keeps all
//! of them and is read back the same, or problems with a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Corpus, SourceFile, build};

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html"] {
        match build(&[SourceFile { name, bytes }], None) {
            Ok(built) => {
                let article = &built.corpus.articles[0];
                let kept = article.blocks.iter().map(|block| block.range);
                let mut ranges: Vec<_> = kept.chain(article.removed.iter().map(|piece| piece.range)).collect();
                ranges.sort();
                let mut at = 0;
                for range in ranges {
                    // In a text from columns a removed piece may lie within a block.
                    if range.end as usize <= at {
                        continue;
                    }
                    assert!(article.source[at..range.start as usize].chars().all(is_blank));
                    at = range.end as usize;
                }
                assert!(article.source[at..].chars().all(is_blank));
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
