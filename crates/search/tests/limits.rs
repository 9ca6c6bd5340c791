//! The worst that can be typed or pasted is answered in time or cut with a
//! sentence. The bounds are for an unoptimised build on a slow machine; the
//! benchmark has the real times.
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test measures time")]

use std::time::{Duration, Instant};

use summitry_search::Texts;
use summitry_search::query::parse;

/// A thousand documents of two hundred words out of five thousand.
fn texts() -> Texts {
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
    let documents: Vec<String> = (0..1000).map(|_| (0..200).map(|_| word() + " ").collect()).collect();
    Texts::new(documents.iter().map(|text| ("", text.as_str())))
}

#[test]
fn the_worst_queries_are_answered_in_time_or_cut_with_a_sentence() {
    let texts = texts();
    // 50 ms when optimised; tests are not.
    let most = if cfg!(debug_assertions) { Duration::from_millis(1500) } else { Duration::from_millis(50) };
    let many = |text: &str, count: usize| text.repeat(count);
    let check = |name: &str, query: &str, cut: bool| {
        let begin = Instant::now();
        let parsed = parse(query);
        let _ = texts.rank(&parsed, 100);
        let _ = parsed.reading();
        let took = begin.elapsed();
        assert!(took < most, "{name} took {took:?}");
        let said = parsed.diagnostics.iter().any(|diagnostic| {
            diagnostic.message.contains("left out")
                || diagnostic.message.contains("ignored")
                || diagnostic.message.contains("beginning")
        });
        assert_eq!(said, cut, "{name} {:?}", parsed.diagnostics.first());
    };
    check("beginnings", "a* b* c*", false);
    check("beginnings of everything", &many("a* e* i* o* u* ", 20), false);
    check("placeholders", "*a*e*i*o* ?a?a* *u", false);
    check("misspellings", &many("bababa~2 cecece~2 ", 4), false);
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
}
