//! The worst that can be typed or pasted is answered in time or cut with a
//! sentence. The bounds are for an unoptimised build on a slow machine; the
//! benchmark has the real times.
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test measures time")]

use std::time::{Duration, Instant};

use summitry_corpus::{SourceFile, build};
use summitry_search::query::parse;
use summitry_search::{Collection, ConcordanceSort, Request};

/// Twenty passages of two hundred words out of five thousand in each article.
fn collection(articles: usize) -> Collection {
    let mut seed = 1_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 8
    };
    let mut word = move || {
        let mut number = (next() % 5000).min(next() % 5000) + 7;
        let mut word = String::new();
        while number > 0 {
            word.push(char::from(b'a' + (number % 13) as u8));
            word.push(char::from(b"aeiou"[(number % 5) as usize]));
            number /= 13;
        }
        word
    };
    let mut passage = || (0..200).map(|_| word() + " ").collect::<String>() + ".\n\n";
    let texts: Vec<String> =
        (0..articles).map(|_| "A headline\n\n".to_owned() + &(0..20).map(|_| passage()).collect::<String>()).collect();
    let names: Vec<String> = (0..articles).map(|number| format!("{number}.txt")).collect();
    let files: Vec<SourceFile<'_>> =
        names.iter().zip(&texts).map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let built = build(&files, None).unwrap_or_else(|problems| panic!("{}", problems[0]));
    Collection::new(built.corpus)
}

#[test]
fn the_worst_queries_are_answered_in_time_or_cut_with_a_sentence() {
    let collection = collection(50);
    let passages: usize = collection.corpus().articles.iter().map(|article| article.passages().count()).sum();
    assert_eq!(passages, 1000);
    // 50 ms when optimised, see benches/query.rs; a test is not, and its
    // machine is busy. What a query does is bounded by counting, not by time.
    let most = if cfg!(debug_assertions) { Duration::from_secs(8) } else { Duration::from_millis(50) };
    let many = |text: &str, count: usize| text.repeat(count);
    let check = |name: &str, query: &str, cut: bool| {
        let ask = || {
            let begin = Instant::now();
            (collection.search(&Request::new(query)), begin.elapsed())
        };
        // The quicker of two: other programs on the machine only ever add.
        let ((response, first), (again, second)) = (ask(), ask());
        assert_eq!(response, again, "{name}");
        assert!(first.min(second) < most, "{name} took {first:?}, {second:?}");
        let said = response.diagnostics.iter().any(|diagnostic| {
            ["left out", "ignored", "beginning"].iter().any(|word| diagnostic.message.contains(word))
        });
        assert_eq!(said, cut, "{name} {:?}", response.diagnostics.first());
    };
    check("beginnings", "a* b* c*", false);
    check("beginnings of everything", &many("a* e* i* o* u* ", 20), false);
    check("hundreds of beginnings", &many("a* b* c* d* ", 75), false);
    check("placeholders", "*a*e*i*o* ?a?a* *u", false);
    check("a hundred placeholders", &many("*a*e* *b*o* ", 100), true);
    check("misspellings", &many("bababa~2 cecece~2 ", 4), false);
    check("hundreds of misspellings", &many("bababa~2 cecece~2 ", 200), true);
    check("unknown words", &many("bababaxo cececexo ", 200), false);
    check("ten thousand words", &many("bala cece didi ", 3400), true);
    check("nested parentheses", &(many("(", 5000) + "bala" + &many(")", 5000)), true);
    check("nested negations", &(many("-", 500) + "bala"), true);
    check("negations alone", &many("-", 3000), true);
    check("dead ends", &format!("\"{} zzz\"", many("bala cece ", 60)), false);
    check("open quotation", &("\"".to_owned() + &many("bala cece ", 500)), false);
    check("a megabyte", &many("bala cece didi gogo ", 50_000), true);
    check("a megabyte of one word", &many("b", 1_000_000), true);
    check("a long distance", &format!("\"{}\"~1000", many("bala cece didi ", 20)), false);
    check("a phrase of common words", &format!("\"{}\"", many("bala cece ", 100)), false);
    check("many alternatives", &(many("bala OR ", 500) + "cece"), false);
    check("words near each other", &(many("bala NEAR cece NEAR ", 15) + "didi"), false);
    check("many words near each other", &(many("bala NEAR cece NEAR ", 100) + "didi"), true);
    check("alternatives near each other", "(bala OR cece OR didi) NEAR (gogo OR bala OR cece)", false);
    check("often", &many("bala{2} ", 300), false);
}

/// Queries of some 15 KB that nest or go on as far as each sign allows.
fn deep() -> Vec<(&'static str, String)> {
    let many = |text: &str| text.repeat(15_000 / text.len());
    let levels = |open: &str, close: &str| open.repeat(1200) + "bala" + &close.repeat(1200);
    vec![
        ("a word with hyphens", many("a-")),
        ("a phrase", "\"".to_owned() + &many("a ") + "\""),
        ("a phrase within a distance", "\"".to_owned() + &many("bala cece ") + "\"~1000"),
        ("a headline", "title:\"".to_owned() + &many("a ") + "\""),
        ("letters without a space between", many("\u{4e2d}")),
        ("plain words", many("bala ")),
        ("alternatives", many("bala OR ")),
        ("all of them", many("bala AND ")),
        ("without", many("NOT ")),
        ("signs", many("-(+(")),
        ("near each other", many("bala NEAR ")),
        ("near each other in groups", levels("(bala NEAR cece NEAR ", ")")),
        ("times", "bala".to_owned() + &many("{2}")),
        ("weights", "bala".to_owned() + &many(">=1")),
        ("groups with signs", levels("(", "){2}>=1")),
        ("negated groups", levels("-(", ")")),
        ("alternatives in groups", levels("(bala cece AND didi OR ", ")")),
        ("placeholders", many("?a*b-")),
        ("beginnings", many("a-") + "*"),
        ("misspellings", many("a-") + "~2"),
        ("unknown fields", many("foo:bar ")),
        ("values that name nothing", many("issue:x ")),
        ("closing parentheses", many(") ")),
    ]
}

#[test]
fn nothing_recurses_as_deep_as_its_input() {
    // A tenth of what a program is given; the words of one phrase took 1 MB.
    let small = std::thread::Builder::new().stack_size(if cfg!(debug_assertions) { 400_000 } else { 100_000 });
    let run = || {
        let collection = collection(1);
        for (name, query) in deep() {
            let parsed = parse(&query);
            assert!(parsed.diagnostics.len() <= 11, "{name}: {} diagnostics", parsed.diagnostics.len());
            assert!(parsed.reading().len() < 40_000, "{name}");
            let response = collection.search(&Request::new(&query));
            for told in &response.diagnostics {
                assert!(told.range.end as usize <= query.len(), "{name}");
                assert!(told.message.len() < 300, "{name}: {}", told.message);
            }
            let _ = collection.labelled(&query, 0);
            let _ = collection.keyword_in_context(&query, 30, ConcordanceSort::Left, 10);
            let _ = collection.suggest(&query, query.len(), 8);
            drop((parsed.clone(), parsed));
        }
    };
    small.spawn(run).unwrap().join().unwrap();
}

#[test]
fn a_query_that_is_cut_says_so_and_is_read_as_far_as_the_limit() {
    for (query, word) in [
        ("a-".repeat(2000), "more than 1024 words"),
        (format!("\"{}\"", "a ".repeat(2000)), "more than 1024 words"),
        (format!("iran title:\"{}\"", "a ".repeat(2000)), "more than 1024 words"),
        ("a ".repeat(2000), "more than 1024 words"),
        ("ab".repeat(20_000), "longer than 16 KB"),
        ("iran NEAR ".repeat(100) + "iraq", "More than 32 signs"),
        (format!("iran{}", "{2}".repeat(100)), "More than 32 signs"),
        (")".repeat(100), "92 more places"),
    ] {
        let parsed = parse(&query);
        let told = parsed.diagnostics.iter().filter(|told| told.message.contains(word)).count();
        assert!(told > 0, "{} {:?}", &query[..30], parsed.diagnostics);
        if word.contains("1024") {
            assert_eq!(told, 1, "{:?}", parsed.diagnostics);
        }
    }
    // What fits is not cut, to the word.
    assert_eq!(parse(&"ab-".repeat(1024)).diagnostics, []);
    assert_eq!(parse(&"ab ".repeat(1024)).diagnostics, []);
}
