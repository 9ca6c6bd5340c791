//! Voices against a close reading of the five articles, which is in
//! `gold/voices.txt` and was written before the rules.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use common::{agree, bare, reading, seeds};
use summitry_corpus::{Voice, VoiceKind};

/// One statement of the reading.
struct Statement {
    article: &'static str,
    passage: u32,
    kind: VoiceKind,
    /// A reader could count it either way.
    open: bool,
    speaker: &'static str,
    words: &'static str,
}

fn gold() -> Vec<Statement> {
    let found = reading(include_str!("gold/voices.txt"), 4).into_iter().map(|(article, columns)| Statement {
        article,
        passage: columns[0].parse().unwrap(),
        kind: if columns[1].starts_with('D') { VoiceKind::Direct } else { VoiceKind::Paraphrase },
        open: columns[1].ends_with('?'),
        speaker: columns[2],
        words: columns[3],
    });
    found.collect()
}

/// Whether a voice is this statement, the speaker apart.
fn same(statement: &Statement, article: &str, voice: &Voice, text: &str) -> bool {
    let at =
        text.find(statement.words).unwrap_or_else(|| panic!("{article} {}: {}", statement.passage, statement.words));
    let range = voice.range.start as usize..voice.range.end as usize;
    statement.article == article
        && statement.passage == voice.passage
        && range.start < at + statement.words.len()
        && at < range.end
}

#[test]
fn voices_agree_with_a_close_reading() {
    let corpus = seeds().corpus;
    let gold = gold();
    // Found, missed, wrong, for direct and paraphrase.
    let mut counts = [[0_u32; 3]; 2];
    for article in &corpus.articles {
        let id = article.id.as_str();
        let of = |n: u32| article.passage(n).map(|block| block.text.as_str()).unwrap_or_default();
        let own: Vec<&Statement> = gold.iter().filter(|statement| statement.article == id).collect();
        let mut taken = vec![false; own.len()];
        for voice in &article.voices {
            let kind = usize::from(voice.kind == VoiceKind::Paraphrase);
            let named =
                |statement: &Statement| statement.speaker == "*" || bare(statement.speaker) == bare(&voice.speaker);
            let candidates = || {
                own.iter()
                    .enumerate()
                    .filter(|(_, s)| s.passage == voice.passage && same(s, id, voice, of(s.passage)) && named(s))
            };
            let hit =
                candidates().filter(|(at, s)| !taken[*at] && !s.open && s.kind == voice.kind).map(|(at, _)| at).next();
            if std::env::var_os("SHOW").is_some() {
                println!(
                    "{id} {} {} | {} | {} | {} | {} | {}",
                    voice.passage,
                    voice.kind.name(),
                    voice.speaker,
                    voice.role,
                    voice.side.as_ref().map_or("", |s| s.as_str()),
                    voice.cue,
                    voice.text
                );
            }
            if let Some(at) = hit {
                taken[at] = true;
                counts[kind][0] += 1;
            } else if candidates().next().is_none_or(|_| {
                !candidates().any(|(at, s)| s.open || taken[at] && s.kind == voice.kind && s.kind == VoiceKind::Direct)
            }) {
                counts[kind][2] += 1;
                println!("wrong: {id} {} {} | {} | {}", voice.passage, voice.kind.name(), voice.speaker, voice.text);
            }
        }
        for (statement, _) in own.iter().zip(&taken).filter(|(statement, taken)| !statement.open && !**taken) {
            counts[usize::from(statement.kind == VoiceKind::Paraphrase)][1] += 1;
            println!(
                "missed: {id} {} {} | {} | {}",
                statement.passage,
                statement.kind.name(),
                statement.speaker,
                statement.words
            );
        }
    }
    for (counts, (name, least)) in counts.into_iter().zip([("direct", 0.95), ("paraphrase", 0.85)]) {
        agree(name, counts, [least; 2]);
    }
}

/// Where a statement ends: what comes next in the sentence is somebody else's,
/// or the author's.
#[test]
fn a_statement_ends_where_the_next_begins() {
    let corpus = seeds().corpus;
    for (id, passage, speaker, last) in [
        ("monitor-2001-11-07", 3, "U.S.", "nuclear technology to Iran"),
        ("bbc-2001-10-21", 11, "Jiang Zemin and Vladimir Putin", "their commitment to the ABM treaty"),
        ("csm-2008-04-04", 12, "US", "such as Iran or North Korea"),
        ("csm-2013-05-07", 1, "US officials", "for over a year"),
    ] {
        let article = corpus.articles.iter().find(|article| article.id.as_str() == id).unwrap();
        let own = || article.voices.iter().filter(|voice| voice.passage == passage && voice.speaker == speaker);
        let words: Vec<&str> = own().map(|voice| voice.text.as_str()).collect();
        assert!(words.iter().any(|words| words.ends_with(last)), "{id} {passage} {speaker}: {words:#?}");
    }
    // Nobody's paraphrase holds what somebody else is quoted with.
    for article in &corpus.articles {
        let quoted = || article.voices.iter().filter(|voice| voice.kind == VoiceKind::Direct);
        for voice in article.voices.iter().filter(|voice| voice.kind == VoiceKind::Paraphrase) {
            let within = |other: &&Voice| {
                other.passage == voice.passage
                    && other.speaker != voice.speaker
                    && voice.range.start <= other.range.start
                    && other.range.end <= voice.range.end
            };
            assert_eq!(quoted().find(within), None, "{}: {}", article.id.as_str(), voice.text);
        }
    }
}

#[test]
fn a_ministry_is_on_the_side_that_the_article_gives_it_elsewhere() {
    let corpus = seeds().corpus;
    let monitor = corpus.articles.iter().find(|article| article.id.as_str() == "monitor-2001-11-07").unwrap();
    let ministry = monitor.voices.iter().find(|voice| voice.speaker == "the Foreign Ministry").unwrap();
    assert_eq!(ministry.side.as_ref().map(|side| side.as_str()), Some("russia"));
}
