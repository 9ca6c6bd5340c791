//! Any bytes are a corpus or an error with a sentence.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{Corpus, SourceFile, build};

static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text =
        "Leaders agree\n\nThe two leaders met in Viennaâ€™s town hall.\n\n\"We will meet again,\" said Peter Smith.";
    build(&[SourceFile { name: "a.md", bytes: text.as_bytes() }], None).unwrap().corpus.encode()
});

fuzz_target!(|changes: &[u8]| {
    let _ = Corpus::decode(changes);
    let mut bytes = GOOD.clone();
    for change in changes.chunks_exact(3) {
        let at = (usize::from(change[0]) << 8 | usize::from(change[1])) % bytes.len();
        bytes[at] = change[2];
    }
    match Corpus::decode(&bytes) {
        Ok(corpus) => assert!(Corpus::decode(&corpus.encode()).is_ok()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
