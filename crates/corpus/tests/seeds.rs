//! The five articles and their catalogue, built as the page builds them.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use common::seeds;
use summitry_corpus::{Article, Basis, Corpus};

#[test]
fn what_is_written_is_read_back_the_same() {
    let corpus = seeds().corpus;
    let bytes = corpus.encode();
    assert_eq!(bytes, corpus.encode());
    assert_eq!(Corpus::decode(&bytes).unwrap(), corpus);
}

#[test]
fn the_warnings_are_only_about_what_the_sources_lack() {
    let shown: Vec<String> = seeds().warnings.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

/// An article as a reader of the snapshot wants to see it: every block and
/// removed piece in the order of the source, with what was derived.
fn shown(article: &Article) -> String {
    let mut lines = vec![
        format!("{} ({})", article.id, article.file),
        format!("headline: {} [{}]", article.headline.value, article.headline.why.basis.name()),
    ];
    if let Some(byline) = &article.byline {
        lines.push(format!("byline: {} [{}]", byline.value, byline.why.basis.name()));
    }
    lines
        .extend(article.credits.iter().map(|credit| format!("credit: {} [{}]", credit.value, credit.why.basis.name())));
    if let Some(published) = &article.published {
        let quotes: Vec<&str> = published.why.evidence.iter().map(|evidence| evidence.quote.as_str()).collect();
        lines.push(format!("published: {} [{}] {quotes:?}", published.iso(), published.why.basis.name()));
    }
    let mut pieces: Vec<(u32, String)> = Vec::new();
    for block in &article.blocks {
        let number = block.n.map_or(String::new(), |n| format!(" {n}"));
        let made: String =
            block.emendations.iter().map(|e| format!("\n    {:?} for {:?}: {}", e.now, e.was, e.why)).collect();
        pieces.push((
            block.range.start,
            format!("{}: {}{number}: {}{made}", block.lines.0, block.kind.name(), block.text),
        ));
    }
    for piece in &article.removed {
        pieces.push((piece.range.start, format!("{}: removed, {}: {}", piece.line, piece.reason, piece.text)));
    }
    pieces.sort();
    lines.extend(pieces.into_iter().map(|(_, line)| line));
    lines.join("\n")
}

#[test]
fn every_line_of_the_five_articles_is_what_a_reader_says_it_is() {
    let corpus = seeds().corpus;
    assert_eq!(corpus.articles.len(), 5);
    for article in &corpus.articles {
        insta::assert_snapshot!(article.id.to_string(), shown(article));
    }
}

#[test]
fn every_quotation_stands_at_its_line() {
    let corpus = seeds().corpus;
    let mut seen = 0;
    for article in &corpus.articles {
        for why in article.provenances() {
            assert!(why.basis == Basis::Inferred || !why.evidence.is_empty());
            assert!(why.basis == Basis::Stated || !why.reason.is_empty());
            for evidence in &why.evidence {
                seen += 1;
                assert_eq!(evidence.range.of(&article.source), evidence.quote);
                let line = article.lines().nth(evidence.line as usize - 1).unwrap();
                assert!(line.contains(evidence.quote.lines().next().unwrap()), "{}: {}", article.id, evidence.quote);
            }
        }
    }
    assert!(seen > 40, "{seen}");
}
