//! The five articles: what a visitor types and the passages that must come.
#![allow(clippy::disallowed_methods, clippy::bool_comparison, reason = "the test is the shell that reads the files")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use summitry_search::query::DateBound;
use summitry_search::{Collection, Hit, IssuesMode, Request, Response, SavedIssue, pack};

#[path = "../../corpus/tests/common/mod.rs"]
mod common;

static SEEDS: LazyLock<Collection> = LazyLock::new(|| {
    Collection::open(&pack(&common::seeds().corpus).unwrap_or_else(|problems| panic!("{problems:?}"))).unwrap()
});

fn search(query: &str) -> Response {
    SEEDS.search(&Request { limit: 0, ..Request::new(query) })
}

/// The hits as `bbc 5`, in the order of the corpus; those with all words only.
fn complete(response: &Response) -> BTreeSet<String> {
    let hits = response.groups.iter().flat_map(|group| &group.hits).filter(|hit| hit.complete);
    hits.map(|hit| name(hit.article, hit.passage)).collect()
}

fn name(article: usize, passage: u32) -> String {
    let id = &SEEDS.corpus().articles[article].id.0;
    let short = match id.as_str() {
        "csm-2008-04-04" => "csm08",
        "csm-2013-05-07" => "csm13",
        id => id.split('-').next().unwrap(),
    };
    format!("{short} {passage}")
}

#[track_caller]
fn check(query: &str, passages: &[&str]) {
    let expected: BTreeSet<String> = passages.iter().map(|passage| (*passage).to_owned()).collect();
    let found = complete(&search(query));
    assert_eq!(found, expected, "{query}");
}

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
                assert!(["missile", "missiles", "us", "u.s."].contains(&word.as_str()), "{word}");
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
fn each_facet_is_counted_without_its_own_filter() {
    let all = search("missile");
    let one = SEEDS.search(&Request { outlets: vec!["bbc"], limit: 0, ..Request::new("missile") });
    assert_eq!(one.facets.outlets, all.facets.outlets, "the outlets can still be changed");
    assert_ne!(one.facets.issues, all.facets.issues);
    for (outlet, count) in &all.facets.outlets {
        let filtered = SEEDS.search(&Request { outlets: vec![outlet], ..Request::new("missile") });
        assert_eq!(filtered.total, *count, "{outlet}");
    }
    for (issue, count) in &all.facets.issues {
        let filtered = SEEDS.search(&Request { issues: vec![issue], ..Request::new("missile") });
        assert_eq!(filtered.total, *count, "{issue}");
    }
    for (year, count) in &all.facets.years {
        let filtered = search(&format!("missile date:{year}"));
        assert_eq!(filtered.total, *count, "{year}");
    }
}

#[test]
fn several_issues_are_joined_as_asked() {
    let with = |mode| {
        let issues = vec!["iran", "missile-defence"];
        SEEDS.search(&Request { issues, issues_mode: mode, limit: 0, ..Request::new("") })
    };
    let (any, all) = (with(IssuesMode::Any), with(IssuesMode::All));
    assert!(all.total > 0 && all.total < any.total, "{} of {}", all.total, any.total);
    let on = |issue: &str| SEEDS.issue_passages(issue).collect::<BTreeSet<_>>();
    assert_eq!(all.total, on("iran").intersection(&on("missile-defence")).count());
    assert_eq!(any.total, on("iran").union(&on("missile-defence")).count());
}

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
fn what_is_said_of_a_query_points_into_it_as_it_was_typed() {
    let typed = "irak missle issue:nothing";
    let response = search(typed);
    assert!(response.suggestion.unwrap().query.len() > typed.len());
    let places: Vec<&str> = response.diagnostics.iter().map(|said| said.range.of(typed)).collect();
    assert_eq!(places, ["issue:nothing"]);
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
fn suggestions_are_words_names_phrases_and_issues_that_the_articles_have() {
    let labels = |typed: &str| -> Vec<String> {
        let found = SEEDS.suggest(typed, typed.len(), 8);
        found.into_iter().map(|suggestion| suggestion.query).collect()
    };
    assert!(labels("miss").contains(&"missile".to_owned()), "{:?}", labels("miss"));
    assert!(labels("miss").contains(&"\"missile defense\"".to_owned()), "{:?}", labels("miss"));
    assert!(labels("miss").contains(&"issue:missile-defence".to_owned()), "{:?}", labels("miss"));
    assert!(labels("iran -kre").iter().any(|query| query == "iran -Kremenyuk"), "{:?}", labels("iran -kre"));
    assert!(labels("nat").contains(&"NATO".to_owned()), "{:?}", labels("nat"));
    assert!(labels("missile def").contains(&"\"missile defense\"".to_owned()), "{:?}", labels("missile def"));
    assert!(labels("iran|miss").contains(&"iran|missile".to_owned()), "{:?}", labels("iran|miss"));
    assert_eq!(labels(""), Vec::<String>::new());
    assert_eq!(labels("zzz"), Vec::<String>::new());
    for suggestion in SEEDS.suggest("p", 1, 8) {
        assert!(search(&suggestion.query).total > 0, "{suggestion:?}");
        assert!(suggestion.query.is_char_boundary(suggestion.caret));
    }
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

#[test]
fn related_passages_are_of_other_articles_and_on_the_same_matter() {
    let place = |wanted: &str| {
        let articles = SEEDS.corpus().articles.iter().enumerate();
        let all = articles.flat_map(|(a, article)| article.passages().map(move |block| (a, block.n.unwrap())));
        all.into_iter().find(|(a, n)| name(*a, *n) == wanted).unwrap()
    };
    let (article, passage) = place("bbc 5");
    let related: Vec<String> = SEEDS.related(article, passage, 5).into_iter().map(|(a, n, _)| name(a, n)).collect();
    assert_eq!(related.len(), 5);
    assert!(related.iter().all(|name| !name.starts_with("bbc")));
    assert!(related.iter().any(|name| name.starts_with("monitor")), "{related:?}");
}

#[test]
fn keywords_stand_in_their_context_sorted_as_asked() {
    use summitry_search::ConcordanceSort;
    let lines = |sort| SEEDS.keyword_in_context("treaty", 40, sort, 0);
    let words = |line: &summitry_search::Concordance, range: summitry_corpus::ByteRange| {
        let text = &SEEDS.corpus().articles[line.article].passage(line.passage).unwrap().text;
        range.of(text).to_lowercase()
    };
    // Signs between words do not count, nor does what has no letter or digit.
    let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let right: Vec<String> = lines(ConcordanceSort::Right).iter().map(|line| words(line, line.right)).collect();
    let first: Vec<String> = right
        .iter()
        .map(|text| text.split_whitespace().map(plain).find(|word| !word.is_empty()).unwrap_or_default())
        .collect();
    assert!(first.is_sorted() && first.iter().any(|word| word != first.first().unwrap()), "{first:?}");
    let left: Vec<String> = lines(ConcordanceSort::Left).iter().map(|line| words(line, line.left)).collect();
    let last: Vec<String> = left
        .iter()
        .map(|text| text.split_whitespace().rev().map(plain).find(|word| !word.is_empty()).unwrap_or_default())
        .collect();
    assert!(last.is_sorted() && last.iter().any(|word| word != last.first().unwrap()), "{last:?}");
    let dated = lines(ConcordanceSort::Date);
    let dates: Vec<_> =
        dated.iter().map(|line| SEEDS.corpus().articles[line.article].published.as_ref().unwrap().date).collect();
    assert!(dates.is_sorted());
    assert!(dated.iter().all(|line| words(line, line.keyword).starts_with("treat")));
    assert!(dated.len() >= complete(&search("treaty")).len());
}

#[test]
fn key_words_are_those_that_set_an_article_apart_and_are_where_it_says() {
    use summitry_search::{KeyWordRule, log_likelihood};
    let places = |wanted: &str| -> Vec<(usize, u32)> {
        let articles = SEEDS.corpus().articles.iter().enumerate();
        let all = articles.flat_map(|(a, article)| article.passages().map(move |block| (a, block.n.unwrap())));
        all.filter(|(a, n)| name(*a, *n).starts_with(wanted)).collect()
    };
    let found = SEEDS.compare_words(&places("csm13"), &places(""), KeyWordRule::default());
    let key_word = |form: &str| found.key_words.iter().find(|word| word.forms.iter().any(|(known, _)| known == form));
    let syria = key_word("Syria").expect("the only article on Syria");
    assert!(syria.overused() && syria.counts[1] == 0 && syria.expected < syria.counts[0] as f32);
    let passages: Vec<String> = syria.passages[0].iter().map(|(a, n)| name(*a, *n)).collect();
    assert_eq!(passages, ["csm13 2", "csm13 3", "csm13 12", "csm13 13", "csm13 14", "csm13 16"]);
    let bush = key_word("Bush").expect("in all the articles but this one");
    assert!(!bush.overused() && bush.counts[0] == 0 && bush.passages[0].is_empty() && !bush.passages[1].is_empty());
    assert!(key_word("the").is_none() && found.key_words.is_sorted_by(|a, b| a.likelihood >= b.likelihood));
    for word in &found.key_words {
        assert!(word.likelihood >= 6.63 && word.counts.iter().sum::<u32>() >= 3);
        assert_eq!(word.likelihood, log_likelihood(word.counts, found.words));
        let forms: u32 = word.forms.iter().map(|(_, count)| count).sum();
        assert_eq!(forms, word.counts.iter().sum::<u32>(), "{word:?}");
    }
    let all = SEEDS.compare_words(
        &places("csm13"),
        &places(""),
        KeyWordRule { likelihood: 0.0, count: 1, function_words: true, limit: 0 },
    );
    for set in 0..2 {
        assert_eq!(all.key_words.iter().map(|word| word.counts[set]).sum::<u32>(), all.words[set]);
    }
    assert!(SEEDS.compare_words(&[], &places(""), KeyWordRule::default()).key_words.is_empty());
}

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

#[test]
fn a_field_with_an_unknown_value_says_which_there_are() {
    let response = search("missile outlet:times");
    assert_eq!(response.total, 0);
    assert!(
        response.diagnostics.iter().any(|diagnostic| diagnostic.remedy.contains("“BBC News Online”")),
        "{:?}",
        response.diagnostics
    );
}

#[test]
fn a_field_takes_an_id_a_name_or_words_of_them() {
    let same = |query: &str, others: &[&str]| {
        let response = search(query);
        let expected: BTreeSet<String> = others.iter().flat_map(|other| complete(&search(other))).collect();
        assert!(!expected.is_empty(), "{others:?}");
        assert_eq!((response.diagnostics.as_slice(), complete(&response)), (&[][..], expected), "{query}");
    };
    same("issue:\"arms control\"", &["issue:arms-control"]);
    same("issue:\"Missile  Defence\"", &["issue:missile-defence"]);
    same("issue:missile", &["issue:missile-defence"]);
    same("meeting:sochi", &["meeting:sochi-2008"]);
    same("outlet:\"christian science monitor\"", &["outlet:csm"]);
    same("kind:list", &["kind:list-item"]);
    same("speaker:ivanov", &["speaker:igor-ivanov", "speaker:sergei-ivanov"]);
    let meetings = ["meeting:ljubljana-2001", "meeting:shanghai-2001", "meeting:crawford-2001"];
    same("meeting:2001", &meetings);
    // What is an id or a whole name means nothing else.
    same("outlet:monitor", &["outlet:monitor"]);
    assert!(complete(&search("outlet:monitor")).iter().all(|name| name.starts_with("monitor")));
    for query in ["issue:control-tower", "issue:\"--\"", "outlet:moni", "meeting:\"sochi 2009\""] {
        let response = search(query);
        assert_eq!((response.total, response.diagnostics.len()), (0, 1), "{query}");
    }
}

#[test]
fn an_operator_in_small_letters_is_a_word_and_that_is_said() {
    let said = |query: &'static str| -> Vec<(&str, String)> {
        search(query).diagnostics.into_iter().map(|said| (said.range.of(query), said.remedy)).collect()
    };
    let not = "Write NOT in capital letters to leave passages out.";
    let or = "Write OR in capital letters to find either.";
    assert_eq!(said("missile not iran"), [("not", not.into())]);
    assert_eq!(said("not iran"), [("not", not.into())]);
    assert_eq!(said("missile or \"arms control\""), [("or", or.into())]);
    assert_eq!(said("(iran or iraq) nuclear"), [("or", or.into())]);
    assert_eq!(said("iran AND not outlet:bbc"), [("not", not.into())]);
    for query in [
        "missile NOT iran",
        "why not iran?",
        "\"missile or iran\"",
        "iran or",
        "or iran",
        "missile not",
        "to be or not to be",
        "what of iran and not iraq",
    ] {
        assert_eq!(said(query), [], "{query}");
    }
    assert_eq!(search("missile not iran").total, search("missile iran").total, "the search stays as it is");
}

#[test]
fn the_signs_of_programmers_are_operators() {
    for (signs, words) in [
        ("missile !iran", "missile NOT iran"),
        ("!outlet:bbc missile", "NOT outlet:bbc missile"),
        ("iran | iraq", "iran OR iraq"),
        ("iran|iraq", "iran OR iraq"),
        ("iran||iraq", "iran OR iraq"),
        ("iran|!outlet:bbc", "iran OR NOT outlet:bbc"),
    ] {
        let (found, expected) = (search(signs), search(words));
        assert_eq!((complete(&found), found.reading), (complete(&expected), expected.reading), "{signs}");
        assert_eq!(found.diagnostics, [], "{signs}");
    }
    assert_eq!(complete(&search("missile!")), complete(&search("missile")));
}

#[test]
fn a_query_without_a_word_finds_everything_and_says_so() {
    for query in ["$$$", "-", "\"\"", "\"...\"", " ! "] {
        let response = search(query);
        assert_eq!((response.total, response.diagnostics.len()), (search("").total, 1), "{query}");
    }
    for query in ["", "  ", "\u{a0}"] {
        assert_eq!(search(query).diagnostics, [], "{query:?}");
    }
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
fn a_suggestion_takes_the_place_of_the_whole_word_in_which_the_caret_stands() {
    let typed = "misile treaty";
    let found = SEEDS.suggest(typed, "mis".len(), 8);
    let missile = found.iter().find(|suggestion| suggestion.label == "missile").unwrap();
    assert_eq!((missile.query.as_str(), missile.caret), ("missile treaty", "missile".len()));
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
fn a_chosen_year_keeps_its_place_where_no_passage_of_it_is_left() {
    let year = DateBound::parse("2003");
    let years = |query| SEEDS.search(&Request { from: year, to: year, ..Request::new(query) }).facets.years;
    assert!(years("shield").contains(&(2003, 0)), "{:?}", years("shield"));
    let all = SEEDS.search(&Request::new("shield")).facets.years;
    assert!(all.iter().all(|(year, count)| *year != 2003 && *count > 0), "{all:?}");
}

#[test]
fn an_issue_of_a_visitors_own_cannot_be_asked_for_in_a_query_and_that_is_said() {
    let own = SavedIssue { id: "my-shield", name: "Shield", query: "shield" };
    let response = SEEDS.search(&Request { saved: vec![own], ..Request::new("issue:my-shield") });
    assert_eq!(response.total, 0);
    assert!(response.diagnostics[0].message.contains("my-shield"), "{:?}", response.diagnostics);
}

#[test]
fn a_visitors_own_issue_filters_and_is_counted() {
    let own = SavedIssue { id: "my-shield", name: "Shield", query: "shield OR \"missile defence\"" };
    let request = Request { saved: vec![own], issues: vec!["my-shield"], limit: 0, ..Request::new("") };
    let response = SEEDS.search(&request);
    assert_eq!(response.total, SEEDS.passages(own.query).len());
    assert!(response.facets.issues.contains(&("my-shield".to_owned(), response.total)));
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
