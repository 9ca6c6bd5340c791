//! Any bytes are an index or are not; an index that was accepted can be
//! searched.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_search::Texts;
use summitry_search::query::parse;

fuzz_target!(|bytes: (&[u8], &[u8])| {
    if let Some(texts) = Texts::decode(bytes.0, bytes.1) {
        for query in ["a", "a*", "\"a b\"", "ab~ OR ?b", "one two three four five"] {
            let _ = texts.rank(&parse(query), 10);
        }
    }
});
