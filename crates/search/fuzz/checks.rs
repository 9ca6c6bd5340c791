//! What must hold for any input, for the fuzz targets and for the short run
//! over damaged and mixed inputs in `tests/fuzz.rs`.

use std::sync::LazyLock;

use summitry_corpus::{SourceFile, build};
use summitry_search::analysis::{fold, words};
use summitry_search::query::{parse, parse_words};
use summitry_search::{Collection, ConcordanceSort, KeyWordRule, Request, Texts, pack};

static COLLECTION: LazyLock<Collection> = LazyLock::new(|| {
    let texts = [
        "Missile defence\n\nThe U.S. and Russia discussed missile defence, the Anti-Ballistic Missile (ABM) Treaty and START on Sunday in Sochi, said President Bush, who told us that a start had been made with NATO.\n\nIran and Iraq were not mentioned by either side, although the G-8 had asked for an anti-missile shield and the World Trade Organisation (WTO) for tariffs.",
        "Arms control\n\n“Naïve,” said the minister’s spokesman of the organisation’s defense programme; co-operation with Kremenyuk and Kremeniuk over nuclear energy in Bushehr went on as it had before the summit in St. Petersburg.",
    ];
    let sources: Vec<SourceFile<'_>> =
        ["a.txt", "b.txt"].iter().zip(texts).map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    Collection::new(build(&sources, None).unwrap().corpus)
});

static BLOB: LazyLock<Vec<u8>> = LazyLock::new(|| pack(COLLECTION.corpus()).unwrap());

/// Any query gets an answer, twice the same; marks and snippets stand on
/// characters, and every part of the interface takes it.
pub fn query(query: &str) {
    let request = Request { as_you_type: query.len().is_multiple_of(2), ..Request::new(query) };
    let response = COLLECTION.search(&request);
    for hit in response.groups.iter().flat_map(|group| &group.hits) {
        let article = &COLLECTION.corpus().articles[hit.article];
        let text = &article.passage(hit.passage).unwrap().text;
        let snippet = &text[hit.snippet.range.start as usize..hit.snippet.range.end as usize];
        assert!(!snippet.is_empty(), "{query:?}");
        let mut end = 0;
        for mark in &hit.marks {
            assert!(mark.start >= end && !text[mark.start as usize..mark.end as usize].is_empty(), "{query:?}");
            end = mark.end;
        }
    }
    for diagnostic in &response.diagnostics {
        assert!(diagnostic.range.end as usize <= query.len() && !diagnostic.remedy.is_empty(), "{query:?}");
    }
    assert_eq!(COLLECTION.search(&request), response, "{query:?}");
    let caret = query.floor_char_boundary(query.len() / 2);
    for suggestion in COLLECTION.suggest(query, caret, 8) {
        assert!(suggestion.query.is_char_boundary(suggestion.caret), "{query:?}");
    }
    for line in COLLECTION.keyword_in_context(query, 30, ConcordanceSort::Left, 10) {
        assert!(line.left.end == line.keyword.start && line.keyword.end == line.right.start, "{query:?}");
    }
    let found = COLLECTION.passages(query);
    let all = COLLECTION.passages("date:..2999 OR a*");
    let _ = COLLECTION.compare_words(&found, &all, KeyWordRule::default());
}

/// Any bytes are opened or refused with a sentence; so is a good blob with
/// changes, three bytes each: where, twice, and what.
pub fn blob(changes: &[u8]) {
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
}

/// Any bytes are an index or are not; an index that was accepted can be
/// searched.
pub fn index(index: &[u8], positions: &[u8]) {
    if let Some(texts) = Texts::decode(index, positions) {
        for query in ["a", "a*", "\"a b\"", "ab~ OR ?b OR missile~2", "one two three four five", "ABM NEAR treaty"] {
            let _ = texts.rank(&parse(query), 10);
        }
    }
}

/// Words of any text stand where they say, in order, and folding twice
/// changes nothing; an index of any texts is written and read back the same.
pub fn text(text: &str) {
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
}
