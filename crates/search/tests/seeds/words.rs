//! What is made of the words beside searching: suggestions, related passages, keywords in context, key words.

use summitry_search::{Comparison, ConcordanceSort, KeyWord, KeyWordRule, log_likelihood};

use crate::{SEEDS, complete, name, search};

/// The passages whose names begin with one of these.
fn places(wanted: &[&str]) -> Vec<(usize, u32)> {
    let articles = SEEDS.corpus().articles.iter().enumerate();
    let all = articles.flat_map(|(a, article)| article.passages().map(move |block| (a, block.n.unwrap())));
    all.filter(|(a, n)| wanted.iter().any(|wanted| name(*a, *n).starts_with(wanted))).collect()
}

fn key_word<'c>(found: &'c Comparison, form: &str) -> Option<&'c KeyWord> {
    found.key_words.iter().find(|word| word.forms.iter().any(|(known, _)| known == form))
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
fn related_passages_are_of_other_articles_and_on_the_same_matter() {
    let (article, passage) = places(&["bbc 5"])[0];
    let related: Vec<String> = SEEDS.related(article, passage, 5).into_iter().map(|(a, n, _)| name(a, n)).collect();
    assert_eq!(related.len(), 5);
    assert!(related.iter().all(|name| !name.starts_with("bbc")));
    assert!(related.iter().any(|name| name.starts_with("monitor")), "{related:?}");
}

#[test]
fn keywords_stand_in_their_context_sorted_as_asked() {
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
    let found = SEEDS.compare_words(&places(&["csm13"]), &places(&[""]), KeyWordRule::default());
    let key_word = |form: &str| key_word(&found, form);
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
        &places(&["csm13"]),
        &places(&[""]),
        KeyWordRule { likelihood: 0.0, count: 1, function_words: true, pairs: false, limit: 0 },
    );
    for set in 0..2 {
        assert_eq!(all.key_words.iter().map(|word| word.counts[set]).sum::<u32>(), all.words[set]);
    }
    assert!(SEEDS.compare_words(&[], &places(&[""]), KeyWordRule::default()).key_words.is_empty());
}

#[test]
fn key_words_take_a_term_as_one_pairs_of_words_and_no_forms_of_address() {
    let rule = KeyWordRule { likelihood: 0.0, count: 1, function_words: false, pairs: true, limit: 0 };
    let found = SEEDS.compare_words(&places(&["bbc"]), &places(&["voa", "monitor"]), rule);
    let key_word = |form: &str| key_word(&found, form);
    let states = key_word("US").expect("the BBC's way to write it");
    for form in ["U.S.", "United States"] {
        assert_eq!(key_word(form), Some(states), "{form}");
    }
    assert!(states.counts[0] > 10 && states.counts[1] > 20, "{:?}", states.counts);
    let treaty = key_word("ABM treaty").expect("a pair");
    assert_eq!(treaty.forms.iter().map(|(_, count)| count).sum::<u32>(), treaty.counts.iter().sum::<u32>());
    for form in ["Mr", "Mr Putin", "President Putin", "President Vladimir", "Secretary Donald", "to the"] {
        assert_eq!(key_word(form), None, "{form}");
    }
    // A title before a name is one as well; elsewhere it is a word.
    let president = key_word("president").expect("the Russian president");
    assert!(president.counts[0] <= 1 && president.counts[1] > 3, "{president:?}");
    // What stands in one pair only is told by it.
    assert!(key_word("Osama Bin").is_some() && key_word("Osama").is_none());
}

#[test]
fn a_suggestion_takes_the_place_of_the_whole_word_in_which_the_caret_stands() {
    let typed = "misile treaty";
    let found = SEEDS.suggest(typed, "mis".len(), 8);
    let missile = found.iter().find(|suggestion| suggestion.label == "missile").unwrap();
    assert_eq!((missile.query.as_str(), missile.caret), ("missile treaty", "missile".len()));
}

#[test]
fn a_suggestion_takes_the_place_of_all_the_words_that_it_matched() {
    let check = |typed: &str, query: &str| {
        let found = SEEDS.suggest(typed, typed.len(), 12);
        assert!(
            found.iter().any(|suggestion| suggestion.query == query && suggestion.caret == query.len()),
            "{typed}: {found:?}"
        );
    };
    check("human rights", "issue:human-rights");
    check("human rig", "issue:human-rights");
    check("iran human rights", "iran issue:human-rights");
    check("-human rights", "-issue:human-rights");
    check("missile defense", "issue:missile-defence");
    check("christian science mon", "outlet:csm");
    check("state of the rel", "issue:relations");
    check("jamest", "outlet:monitor");
    check("200", "date:2008");
    check("iran april 2008", "iran date:2008-04");
    check("novem", "date:2001-11");
    // A word of another matter stays.
    check("treaty rights", "treaty issue:human-rights");
}
