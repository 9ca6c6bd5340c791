//! The five articles in all six formats, each read against its manual.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use std::fmt::Write;

use common::seeds;
use summitry_corpus::Date;
use summitry_corpus::citation::{Format, Phrase, Reading, Reference, Style, records};

/// Words in italics stand between asterisks.
fn marked(phrase: &Phrase) -> String {
    phrase.runs.iter().map(|(text, italic)| if *italic { format!("*{text}*") } else { text.clone() }).collect()
}

#[test]
fn the_five_articles_are_cited_as_the_manuals_ask() {
    let corpus = seeds().corpus;
    let mut text = String::new();
    for article in &corpus.articles {
        let address = format!("https://example.org/summitry/#/read/{}", article.id);
        let reading = Reading { collection: &corpus.title, address: &address, day: Date::new(2026, 2, 3) };
        let reference = Reference::new(&corpus, article).passage(Some(5)).read_in(reading);
        writeln!(text, "== {}\n", article.id).unwrap();
        for style in Style::ALL {
            for (name, phrase) in style.cite(&reference) {
                writeln!(text, "{}, {name}:\n{}\n", style.name(), marked(&phrase)).unwrap();
            }
        }
        for format in Format::ALL {
            writeln!(text, "{}:\n{}", format.name(), records(format, [reference]).replace('\r', "")).unwrap();
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_file_of_records_holds_every_article_once() {
    let corpus = seeds().corpus;
    let of = |format| records(format, corpus.articles.iter().map(|article| Reference::new(&corpus, article)));
    assert_eq!(of(Format::Bibtex).matches("@article{").count(), 5);
    assert_eq!(of(Format::Ris).matches("ER  - \r\n").count(), 5);
    let csl: serde_json::Value = serde_json::from_str(&of(Format::Csl)).unwrap();
    assert_eq!(csl.as_array().map(Vec::len), Some(5));
}
