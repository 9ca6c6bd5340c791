//! Issues: labels, what earned them, and definitions that are refused.

use std::collections::BTreeSet;

use summitry_search::{Collection, Request, SavedIssue, pack};

use crate::SEEDS;

#[test]
fn a_label_shows_the_words_that_earned_it() {
    let corpus = SEEDS.corpus();
    let mut labels = 0;
    for (number, article) in corpus.articles.iter().enumerate() {
        for block in article.passages() {
            for label in SEEDS.labels(number, block.n.unwrap()) {
                labels += 1;
                assert!(!label.terms.is_empty(), "{} {:?} {}", article.id, block.n, corpus.issues[label.issue].query);
                assert!(label.marks.iter().all(|mark| !mark.of(&block.text).is_empty()));
            }
        }
    }
    assert!(labels > 100);
}

#[test]
fn an_issue_that_cannot_be_read_is_refused_with_its_place() {
    let mut corpus = SEEDS.corpus().clone();
    corpus.issues[0].query = "nato AND outlet:times".into();
    corpus.issues[1].query = "(nato".into();
    corpus.issues[2].query = "  ".into();
    let problems = pack(&corpus).unwrap_err();
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert_eq!(problems[0].range.of("nato AND outlet:times"), "outlet:times");
    assert!(problems.iter().all(|problem| problem.message.ends_with('.') && problem.remedy.ends_with('.')));
}

#[test]
fn an_issue_that_asks_for_another_by_its_name_is_refused_too() {
    let mut corpus = SEEDS.corpus().clone();
    corpus.issues[0].query = "nato issue:\"arms control\"".into();
    let problems = pack(&corpus).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("cannot ask for an issue"), "{problems:?}");
}

#[test]
fn where_only_issues_are_asked_for_the_words_that_earned_them_are_marked() {
    let saved = vec![SavedIssue { id: "own-1", name: "Bushehr", query: "bushehr" }];
    let request = Request { issues: vec!["syria", "own-1"], saved, limit: 0, ..Request::new("") };
    let response = SEEDS.search(&request);
    let mut words = BTreeSet::new();
    for hit in response.groups.iter().flat_map(|group| &group.hits) {
        let text = &SEEDS.corpus().articles[hit.article].passage(hit.passage).unwrap().text;
        assert!(!hit.marks.is_empty(), "{text}");
        words.extend(hit.marks.iter().map(|mark| mark.of(text).to_lowercase()));
        assert!(
            hit.marks.iter().any(|mark| mark.start >= hit.snippet.range.start && mark.end <= hit.snippet.range.end)
        );
    }
    assert!(words.contains("bushehr") && words.iter().any(|word| word.starts_with("syria")), "{words:?}");
    // Words that are asked for come first: only they are marked.
    let asked = SEEDS.search(&Request { query: "putin", ..request });
    let hits = asked.groups.iter().flat_map(|group| &group.hits);
    for (hit, mark) in hits.flat_map(|hit| hit.marks.iter().map(move |mark| (hit, mark))) {
        let text = &SEEDS.corpus().articles[hit.article].passage(hit.passage).unwrap().text;
        assert!(mark.of(text).starts_with("Putin"), "{}", mark.of(text));
    }
}

#[test]
fn the_passages_of_an_article_on_an_issue_are_those_of_the_issue_in_it() {
    for issue in SEEDS.corpus().issues.iter().map(|issue| issue.id.as_str()).chain(["atlantis"]) {
        for article in 0..=SEEDS.corpus().articles.len() {
            let all = SEEDS.issue_passages(issue).filter(|(found, _)| *found == article);
            let all: Vec<u32> = all.map(|(_, passage)| passage).collect();
            assert_eq!(SEEDS.issue_passages_in(issue, article), all, "{issue} in {article}");
        }
    }
}

#[test]
fn an_issue_with_a_threshold_survives_being_packed() {
    let source = summitry_corpus::SourceFile {
        name: "a.txt",
        bytes: b"A headline of some words\n\nThe treaty on missiles was signed, and the treaty will be kept.\n\nA treaty is no more than paper, said one of those who had read it.",
    };
    let catalogue = "[[issue]]\nid = \"arms\"\nname = \"Arms\"\ndescription = \"Arms.\"\nquery = \"treaty OR missiles\"\nat_least = 2.0\n";
    let corpus = summitry_corpus::build(&[source], Some(("catalog.toml", catalogue))).unwrap().corpus;
    let opened = Collection::open(&summitry_search::pack(&corpus).unwrap()).unwrap();
    let passages: Vec<_> = opened.issue_passages("arms").collect();
    assert_eq!(passages, Collection::new(corpus).issue_passages("arms").collect::<Vec<_>>());
    assert_eq!(passages, [(0, 1)]);
}
