use proptest::prelude::*;
use summitry_corpus::{Corpus, SourceFile, build};

use super::{decode, encode, find};
use crate::collection::Collection;
use crate::fields::Metadata;

const CATALOGUE: &str = r#"
[[issue]]
id = "missiles"
name = "Missiles"
query = "missile* OR \"anti-ballistic treaty\""

[[issue]]
id = "trade"
name = "Trade"
query = "trade OR wheat"

[[issue]]
id = "whales"
name = "Whales"
query = "whale*"
"#;

const TEXT: &str = "A “missile” for Zoë\n\nMissiles, missile defence and the Anti-Ballistic Treaty: that was the talk of the day at the summit.\n\nWheat was not spoken of, although the ministers of trade had come – and trade is what missiles are paid with.\n";

fn corpus() -> Corpus {
    let sources = [SourceFile { name: "one.txt", bytes: TEXT.as_bytes() }];
    build(&sources, Some(("catalog.toml", CATALOGUE))).unwrap_or_else(|problems| panic!("{}", problems[0])).corpus
}

#[test]
fn labels_that_were_packed_are_those_that_are_found_anew() {
    let corpus = corpus();
    let (index, metadata) = (Collection::index_of(&corpus, ""), Metadata::new(&corpus));
    let found = find(&corpus, &index, &metadata);
    let numbers: Vec<usize> = found.iter().map(Vec::len).collect();
    assert_eq!(numbers, [2, 1, 0]);
    assert_eq!(decode(&encode(&found), &corpus, &metadata), Some(found));
}

#[test]
fn labels_of_another_corpus_are_refused() {
    let (long, mut short) = (corpus(), corpus());
    short.articles[0].blocks.truncate(2);
    let metadata = Metadata::new(&long);
    let bytes = encode(&find(&long, &Collection::index_of(&long, ""), &metadata));
    assert!(decode(&bytes, &long, &metadata).is_some());
    assert_eq!(decode(&bytes, &short, &Metadata::new(&short)), None);
}

proptest! {
    #[test]
    fn foreign_bytes_are_refused_or_name_only_what_the_text_has(bytes in prop::collection::vec(prop_oneof![0_u8..4, any::<u8>()], 0..40)) {
        let corpus = corpus();
        let metadata = Metadata::new(&corpus);
        for (unit, marks) in decode(&bytes, &corpus, &metadata).into_iter().flatten().flatten() {
            let text = &metadata.block(&corpus, unit).unwrap().text;
            for mark in marks {
                prop_assert!(text.get(mark.start as usize..mark.end as usize).is_some());
            }
        }
    }
}
