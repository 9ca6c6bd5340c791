//! The collection as it is stored.

use summitry_search::{Collection, Request, pack};

use crate::SEEDS;

#[test]
fn packing_twice_gives_the_same_bytes_and_a_damaged_blob_is_refused_with_a_sentence() {
    let blob = pack(SEEDS.corpus()).unwrap();
    assert_eq!(blob, pack(SEEDS.corpus()).unwrap());
    for at in (0..blob.len()).step_by(97) {
        let mut damaged = blob.clone();
        damaged[at] ^= 0x10;
        let error = Collection::open(&damaged).unwrap_err();
        assert!(error.to_string().len() > 20, "{error}");
    }
    assert!(Collection::open(&blob[..blob.len() / 2]).is_err());
    assert!(Collection::open(b"").is_err());
}

#[test]
fn a_large_collection_carries_its_index_and_answers_the_same() {
    let mut corpus = SEEDS.corpus().clone();
    let seeds = corpus.articles.clone();
    for copy in 1..25 {
        corpus.articles.extend(seeds.iter().cloned().map(|mut article| {
            article.id.0 = format!("{}-{copy}", article.id);
            article
        }));
    }
    let opened = Collection::open(&pack(&corpus).unwrap()).unwrap();
    let built = Collection::new(corpus);
    for query in ["missile", "\"strategic framework\"", "organisation -nato", "irak"] {
        assert_eq!(opened.search(&Request::new(query)), built.search(&Request::new(query)), "{query}");
        assert!(opened.search(&Request::new(query)).total > 0);
    }
}
