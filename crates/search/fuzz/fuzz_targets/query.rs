//! Any query gets an answer: no panic, and marks on character boundaries.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use summitry_corpus::{SourceFile, build};
use summitry_search::{Collection, ConcordanceSort, Request};

static COLLECTION: LazyLock<Collection> = LazyLock::new(|| {
    let texts = [
        "Missile defence\n\nThe U.S. and Russia discussed missile defence, the Anti-Ballistic Missile (ABM) Treaty and START on Sunday in Sochi, said President Bush, who told us that a start had been made with NATO.\n\nIran and Iraq were not mentioned by either side, although the G-8 had asked for an anti-missile shield and the World Trade Organisation (WTO) for tariffs.",
        "Arms control\n\n“Naïve,” said the minister’s spokesman of the organisation’s defense programme; co-operation with Kremenyuk and Kremeniuk over nuclear energy in Bushehr went on as it had before the summit in St. Petersburg.",
    ];
    let sources: Vec<SourceFile<'_>> =
        ["a.txt", "b.txt"].iter().zip(texts).map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    Collection::new(build(&sources, None).unwrap().corpus)
});

fuzz_target!(|query: &str| {
    let response = COLLECTION.search(&Request { as_you_type: query.len() % 2 == 0, ..Request::new(query) });
    for hit in response.groups.iter().flat_map(|group| &group.hits) {
        let article = &COLLECTION.corpus().articles[hit.article];
        let text = &article.passage(hit.passage).unwrap().text;
        let mut at = hit.snippet.range.start as usize;
        for mark in &hit.marks {
            assert!(text.get(mark.start as usize..mark.end as usize).is_some_and(|word| !word.is_empty()));
        }
        at = text.get(at..hit.snippet.range.end as usize).map_or(usize::MAX, |_| at);
        assert!(at <= text.len());
    }
    let _ = COLLECTION.suggest(query, query.len() / 2, 8);
    let _ = COLLECTION.keyword_in_context(query, 30, ConcordanceSort::Left, 10);
});
