//! Words of any text stand where they say, in order, and folding twice
//! changes nothing; an index of any texts is written and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_search::Texts;
use summitry_search::analysis::{fold, words};
use summitry_search::query::parse_words;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for word in words(text) {
        assert!(word.range.start >= end && word.range.of(text) == word.text && !word.text.is_empty());
        end = word.range.end;
        let folded = fold(word.text);
        assert_eq!(fold(&folded), folded);
    }
    let texts = Texts::new(text.split('\n').map(|line| ("", line)));
    let (index, positions) = texts.encode();
    assert_eq!(Texts::decode(&index, &positions).as_ref(), Some(&texts));
    let _ = texts.rank(&parse_words(text), 10);
});
