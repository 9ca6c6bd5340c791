//! What is said of a query: fields, operators, and where its faults are.

use std::collections::BTreeSet;

use crate::{check, complete, search};

/// Two queries find and are read as the same, and nothing is said of the first.
#[track_caller]
fn same(typed: &str, meant: &str) {
    let (found, expected) = (search(typed), search(meant));
    assert_eq!((complete(&found), found.reading), (complete(&expected), expected.reading), "{typed}");
    assert_eq!(found.diagnostics, [], "{typed}");
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
        same(signs, words);
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
fn a_phrase_must_be_there_and_words_beside_it_are_wished_for() {
    for (query, all, some) in [
        ("said \"quite flexible\"", 0, 1),
        ("moscow \"quite flexible\"", 1, 0),
        ("xylophones \"strategic framework\"", 0, 3),
        ("+chechnya war press", 1, 0),
        ("(tehran OR iraq) bushehr", 1, 15),
    ] {
        let response = search(query);
        let partial = response.total - response.matched_all;
        assert_eq!((response.matched_all, partial > 0), (all, some > 0), "{query}: {partial}");
        if some < 10 {
            assert_eq!(partial, some, "{query}");
        }
    }
    let reading = search("said \"quite flexible\"").reading;
    assert_eq!(reading, "passages with the words *quite flexible* together (first those with *said* too)");
    // Beside a filter alone a word must be there.
    assert_eq!(search("missile outlet:bbc").total, complete(&search("missile outlet:bbc")).len());
    assert_eq!(search("iran -iraq").total, search("iran AND NOT iraq").total);
}

#[test]
fn a_question_mark_by_itself_is_no_word() {
    for (typed, meant) in
        [("missile ?", "missile"), ("what of iran ??", "what of iran"), ("\"cold war\" ?", "\"cold war\"")]
    {
        same(typed, meant);
    }
    assert_eq!(search("*").diagnostics.len(), 1);
}

#[test]
fn after_asks_for_the_passage_before_in_the_same_article() {
    check("AFTER ljubljana", &["bbc 3"]);
    check("treaty AFTER abm", &["bbc 8", "monitor 5", "monitor 7"]);
    check("AFTER \"strategic framework\" -outlet:bbc", &["csm08 7", "csm08 11"]);
    check("AFTER AFTER ljubljana", &["bbc 4"]);
    check("AFTER (chinese AND leader)", &["bbc 11"]);
    // The last passage of an article has none after it.
    check("AFTER \"WTO membership\"", &[]);
    // Nothing of the passage before is marked.
    let hits = search("treaty AFTER abm").groups.into_iter().flat_map(|group| group.hits);
    for hit in hits {
        let text = &crate::SEEDS.corpus().articles[hit.article].passage(hit.passage).unwrap().text;
        assert!(hit.marks.iter().all(|mark| mark.of(text).to_lowercase().starts_with("treat")));
    }
    assert_eq!(search("AFTER").diagnostics.len(), 1);
}

#[test]
fn years_and_authors_and_what_is_from_somebody_are_understood() {
    for (query, same) in [
        ("year:2008", "date:2008"),
        ("from:bbc missile", "outlet:bbc missile"),
        ("from:\"voice of america\"", "outlet:voa"),
        ("from:2003", "date:2003.."),
        ("from:2001-10 to:2003", "date:2001-10..2003"),
        ("author:mulvey", "outlet:bbc"),
        ("author:\"Stephen Mulvey\" treaty", "outlet:bbc treaty"),
        ("-author:mulvey", "-outlet:bbc"),
    ] {
        let found = search(query);
        assert!(found.total > 0, "{query}");
        assert_eq!((complete(&found), found.diagnostics), (complete(&search(same)), vec![]), "{query}");
    }
    assert!(search("author:nobody").diagnostics[0].remedy.contains("Stephen Mulvey"));
}

#[test]
fn a_name_of_a_filter_is_not_called_a_slip() {
    for (typed, filter) in
        [("BBC", "outlet:bbc"), ("jamestown", "outlet:monitor"), ("2008", "date:2008"), ("voa iran", "outlet:voa")]
    {
        let response = search(typed);
        let said = response.diagnostics.first().unwrap_or_else(|| panic!("{typed}"));
        assert!(said.remedy.starts_with(&format!("Write {filter} ")), "{typed}: {said:?}");
        assert!(search(filter).total > 0 && !said.remedy.contains("spelling"), "{typed}");
        assert!(response.suggestion.is_none_or(|correction| !correction.applied), "{typed}");
    }
}

#[test]
fn words_that_were_typed_without_a_space_between_are_words_of_their_own() {
    for (typed, meant) in [("iran,iraq", "iran, iraq"), ("iran;iraq", "iran iraq"), ("1,000", "1,000")] {
        assert_eq!(complete(&search(typed)), complete(&search(meant)), "{typed}");
        assert_eq!(search(typed).total, search(meant).total, "{typed}");
    }
    assert!(search("iran,iraq").total > 10);
}

#[test]
fn what_cannot_be_taken_as_it_stands_is_taken_as_it_was_meant_and_told_once() {
    let said = |query: &'static str| -> Vec<(&str, String)> {
        search(query).diagnostics.into_iter().map(|said| (said.range.of(query), said.message)).collect()
    };
    assert_eq!(said("iran NEAR/x nuclear"), [("NEAR/x", "NEAR/ takes a number of words; ten was used.".into())]);
    assert_eq!(search("iran NEAR/x nuclear").total, search("iran NEAR nuclear").total);
    assert_eq!(said("missile title:\""), [("title:", "Nothing follows title: directly; it was ignored.".into())]);
    let unclosed = "The closing quotation mark is missing; the value goes to the end.";
    assert_eq!(said("title:\"bush talks"), [("\"bush talks", unclosed.into())]);
    let turned = "These dates end before they begin; they were turned round.";
    assert_eq!(said("date:2003..2001"), [("date:2003..2001", turned.into())]);
    assert_eq!(complete(&search("date:2003..2001")), complete(&search("date:2001..2003")));
    let field = "“speker” is not a field; it was searched for as a word.";
    assert!(said("speker:putin").contains(&("speker:", field.into())), "{:?}", said("speker:putin"));
    assert_eq!(search("speker:putin").total, search("speker putin").total);
}

#[test]
fn a_misspelt_value_of_a_field_is_offered_as_it_was_meant() {
    for (typed, meant) in [
        ("treaty issue:missles", "treaty issue:missile-defence"),
        ("outlet:jamestwon", "outlet:monitor"),
        ("speaker:putln iran", "speaker:putin iran"),
        ("meeting:sotchi", "meeting:sochi-2008"),
    ] {
        assert_eq!(
            search(typed).suggestion.map(|offer| (offer.query, offer.applied)),
            Some((meant.into(), false)),
            "{typed}"
        );
    }
    assert_eq!(search("issue:xylophone").suggestion, None);
}

#[test]
fn of_somebody_who_is_known_and_never_speaks_it_is_said() {
    let response = search("speaker:rumsfeld");
    let [said] = response.diagnostics.as_slice() else { panic!("{:?}", response.diagnostics) };
    assert_eq!(said.message, "Donald Rumsfeld is known here, but no article gives words of theirs.");
    assert!(search("\"Donald Rumsfeld\"").total > 0 && said.remedy.contains("\"Donald Rumsfeld\""));
}

#[test]
fn names_of_outlets_years_and_months_are_told_as_filters() {
    let named = |query: &str| -> Vec<(String, String, String)> {
        crate::SEEDS.named_filters(query).into_iter().map(|one| (one.filter, one.what, one.rest)).collect()
    };
    let one = |filter: &str, what: &str, rest: &str| vec![(filter.to_owned(), what.to_owned(), rest.to_owned())];
    assert_eq!(named("BBC"), one("outlet:bbc", "from BBC News Online", ""));
    assert_eq!(named("2008"), one("date:2008", "published in 2008", ""));
    assert_eq!(named("april 2008"), one("date:2008-04", "published in April 2008", ""));
    assert_eq!(named("nato April"), one("date:2008-04", "published in April 2008", "nato"));
    assert_eq!(named("jamestown"), one("outlet:monitor", "from Monitor (The Jamestown Foundation)", ""));
    assert_eq!(named("voa iran"), one("outlet:voa", "from Voice of America", "iran"));
    assert_eq!(
        named("christian science monitor syria"),
        one("outlet:csm", "from The Christian Science Monitor", "syria")
    );
    for none in ["", "missile", "the", "of", "news", "\"BBC\"", "outlet:bbc", "1999", "-bbc"] {
        assert_eq!(named(none), [], "{none}");
    }
}
