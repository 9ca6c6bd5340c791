//! What a query finds, in which order, and what it marks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use summitry_search::{Hit, Request, Response};

use crate::{SEEDS, check, complete, name, search};

#[test]
fn missile_finds_each_passage_with_the_word_and_no_other() {
    check(
        "missile",
        &[
            "bbc 5",
            "csm13 19",
            "csm13 20",
            "csm08 2",
            "csm08 3",
            "csm08 4",
            "csm08 8",
            "csm08 12",
            "csm08 13",
            "csm08 18",
            "monitor 1",
            "monitor 3",
            "monitor 5",
            "monitor 8",
        ],
    );
}

#[test]
fn a_phrase_finds_only_the_words_together() {
    check("\"strategic framework\"", &["bbc 2", "csm08 6", "csm08 10"]);
    assert_eq!(search("\"strategic framework\"").total, 3, "no partial matches for a phrase");
}

#[test]
fn a_minus_sign_leaves_passages_out() {
    check("iran -iraq", &["voa 10", "voa 11", "voa 12", "voa 13", "csm08 8", "csm08 12", "monitor 3", "monitor 4"]);
}

#[test]
fn marks_fall_on_the_words_of_the_source() {
    for group in search("missile US").groups {
        for hit in group.hits {
            let text = &SEEDS.corpus().articles[hit.article].passage(hit.passage).unwrap().text;
            for mark in &hit.marks {
                let word = mark.of(text).to_lowercase();
                assert!(["missile", "missiles", "us", "u.s.", "united states"].contains(&word.as_str()), "{word}");
            }
        }
    }
}

#[test]
fn hits_stand_under_their_articles_in_order_of_rank() {
    let response = search("missile treaty");
    let best: Vec<(bool, f32)> =
        response.groups.iter().map(|group| (group.hits[0].complete, group.hits[0].score)).collect();
    assert!(best.is_sorted_by(|a, b| a.0 > b.0 || a.0 == b.0 && a.1 >= b.1), "{best:?}");
    for group in &response.groups {
        assert!(group.hits.iter().all(|hit| hit.article == group.article));
        let ranks: Vec<(bool, f32)> = group.hits.iter().map(|hit| (hit.complete, hit.score)).collect();
        assert!(ranks.is_sorted_by(|a, b| a.0 > b.0 || a.0 == b.0 && a.1 >= b.1), "{ranks:?}");
    }
    let hits: usize = response.groups.iter().map(|group| group.total).sum();
    assert_eq!(hits, response.total);
}

#[test]
fn the_first_hits_are_those_that_stand_first_on_the_page() {
    let all = search("missile defense");
    for first in 1..=all.matched_all {
        let cut = SEEDS.search(&Request { limit: 0, first, ..Request::new("missile defense") });
        assert_eq!((cut.total, cut.articles), (all.total, all.articles), "the rest is counted");
        let hits = |response: &Response| -> Vec<Hit> {
            response.groups.iter().flat_map(|group| group.hits.iter().cloned()).take(first).collect()
        };
        assert_eq!(hits(&cut), hits(&all));
        let returned: usize = cut.groups.iter().map(|group| group.hits.len()).sum();
        assert_eq!(returned, first);
        let groups = |response: &Response| -> Vec<(usize, usize)> {
            response.groups.iter().map(|group| (group.article, group.total)).collect()
        };
        assert_eq!(groups(&cut), groups(&all));
    }
}

#[test]
fn an_empty_query_with_a_filter_lists_the_passages_in_order_of_time() {
    let response = SEEDS.search(&Request { outlets: vec!["csm"], limit: 0, ..Request::new("") });
    let articles: Vec<String> = response.groups.iter().map(|group| name(group.article, 1)).collect();
    assert_eq!(articles, ["csm08 1", "csm13 1"]);
    assert_eq!(response.total, response.matched_all);
    for group in response.groups {
        assert!(group.hits.iter().map(|hit| hit.passage).eq(1..=group.total as u32));
    }
}

#[test]
fn every_query_of_the_close_reading_finds_its_passages_and_no_other() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/queries.txt");
    let text = fs::read_to_string(path).unwrap();
    let passages = |column: &str| -> BTreeSet<String> {
        column.split(',').map(str::trim).filter(|name| *name != "none" && !name.is_empty()).map(str::to_owned).collect()
    };
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let (query, must) = (columns[0], passages(columns[1]));
        let may = columns.get(2).map(|column| passages(column)).unwrap_or_default();
        let found = complete(&search(query));
        let missing: Vec<&String> = must.difference(&found).collect();
        let extra: Vec<&String> = found.iter().filter(|name| !must.contains(*name) && !may.contains(*name)).collect();
        if !missing.is_empty() || !extra.is_empty() {
            wrong.push(format!("{query}: missing {missing:?}, not asked for {extra:?}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} queries:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 150, "{count} queries");
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    for query in [
        "missile",
        "missile treaty",
        "\"missile defense\" iran^2",
        "us",
        "what did putin say about missile defence and iran",
    ] {
        for group in search(query).groups {
            for hit in group.hits {
                let explanation = SEEDS.explain(query, hit.article, hit.passage).unwrap();
                let sum: f32 = explanation.parts.iter().map(|part| part.value).sum();
                assert!(
                    (explanation.value - hit.score).abs() < 1e-3 && (sum - hit.score).abs() < 1e-3,
                    "{query} {explanation:?}"
                );
            }
        }
    }
    let explanation = SEEDS.explain("missile", 0, 5).unwrap();
    assert_eq!(explanation.parts[0].what, "“missile” 2 times in 63 words, in 14 of 99 passages");
}
