//! Any bytes are opened or refused with a sentence.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{SourceFile, build};
use summitry_search::{Collection, Request, pack};

static BLOB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text = "Missile defence\n\nThe U.S. and Russia discussed missile defence and START on Sunday in Sochi, said President Bush, who told us that a start had been made with NATO.";
    let sources = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
    pack(&build(&sources, None).unwrap().corpus).unwrap()
});

fuzz_target!(|changes: &[u8]| {
    // Two bytes say where and how to damage a good blob; the rest is tried as it is.
    let _ = Collection::open(changes);
    let mut blob = BLOB.clone();
    for change in changes.chunks_exact(3) {
        let at = (usize::from(change[0]) << 8 | usize::from(change[1])) % blob.len();
        blob[at] = change[2];
    }
    match Collection::open(&blob) {
        Ok(collection) => drop(collection.search(&Request::new("missile"))),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
