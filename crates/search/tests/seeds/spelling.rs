//! Words that are misspelt, begun or only like others.

use std::collections::BTreeSet;

use summitry_search::{Collection, Request};

use crate::{SEEDS, complete, search};

#[test]
fn a_word_that_is_misspelt_is_taken_for_one_that_is_there_and_says_so() {
    let response = search("us attacks on irak");
    let correction = response.suggestion.clone().unwrap();
    assert!(correction.applied && correction.query == "us attacks on iraq", "{correction:?}");
    assert!(complete(&response).contains("bbc 28"), "{:?}", complete(&response));
}

#[test]
fn the_last_word_is_taken_for_a_beginning_only_while_some_word_begins_so() {
    let typing = |query| SEEDS.search(&Request { as_you_type: true, ..Request::new(query) });
    for (typed, corrected) in
        [("missile defnse", "missile defense"), ("missle defnse", "missile defense"), ("missle", "missile")]
    {
        let correction = typing(typed).suggestion.unwrap_or_else(|| panic!("{typed}"));
        assert!(correction.applied && correction.query == corrected, "{correction:?}");
    }
    for (typed, unknown) in [("missile zebra", "zebra"), ("putin xyzzy", "xyzzy"), ("missile hte", "hte")] {
        let said = typing(typed).diagnostics;
        let places: Vec<&str> = said.iter().map(|said| said.range.of(typed)).collect();
        assert_eq!(places, [unknown], "{said:?}");
    }
    for typed in ["missile defen", "m", "nat", "missile aB", "putin kremenyu"] {
        let response = typing(typed);
        assert_eq!((response.diagnostics, response.suggestion), (vec![], None), "{typed}");
    }
}

#[test]
fn known_words_are_never_taken_for_each_other() {
    for (typed, other) in
        [("iran", "iraq"), ("iraq", "iran"), ("bush", "bushehr"), ("abm", "abc"), ("georgia", "georgy")]
    {
        let marks = search(typed).groups.into_iter().flat_map(|group| group.hits).flat_map(|hit| {
            let text = &SEEDS.corpus().articles[hit.article].passage(hit.passage).unwrap().text;
            hit.marks.iter().map(|mark| mark.of(text).to_lowercase()).collect::<Vec<_>>()
        });
        for mark in marks {
            assert!(
                mark.starts_with(typed) && !mark.starts_with(other) || mark.starts_with("anti-ballistic"),
                "{typed}: {mark}"
            );
        }
        assert_eq!(search(typed).suggestion, None, "{typed}");
    }
}

#[test]
fn a_rare_word_that_is_nearly_a_frequent_one_is_searched_for_and_the_other_is_offered() {
    let mut corpus = SEEDS.corpus().clone();
    for block in corpus.articles[0].blocks.iter_mut().filter(|block| block.n == Some(3)) {
        block.text += " A missle was named.";
    }
    let collection = Collection::new(corpus);
    let response = collection.search(&Request::new("missle"));
    let offer = response.suggestion.unwrap();
    assert_eq!((response.total, offer.applied, offer.query.as_str()), (1, false, "missile"), "{}", offer.message);
    assert!(offer.message.contains("Many more passages"), "{}", offer.message);
    assert_eq!(collection.search(&Request::new("missile")).suggestion, None);
}

#[test]
fn the_articles_own_words_are_not_taken_for_slips() {
    let corpus = SEEDS.corpus();
    let mut offered = BTreeSet::new();
    for block in corpus.articles.iter().flat_map(|article| article.passages()) {
        for word in block.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3) {
            if let Some(offer) = search(word).suggestion.filter(|offer| offer.message.contains("Many more")) {
                offered.insert(format!("{word} {}", offer.query));
            }
        }
    }
    assert_eq!(offered, BTreeSet::new());
}
