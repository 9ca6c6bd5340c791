//! What the tests of the crates share.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the test is the shell that reads files and the clock"
)]
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Article, Built, ByteRange, SourceFile, build};

/// The five articles and their catalogue, built as the page builds them.
pub fn seeds() -> Built {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| name.ends_with(".txt"))
        .collect();
    files.sort();
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let catalogue = fs::read_to_string(folder.join("catalog.toml")).unwrap();
    build(&sources, Some(("catalog.toml", &catalogue))).unwrap_or_else(|problems| {
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n\n"))
    })
}

/// What is built of one file without a catalogue.
pub fn built(name: &str, text: &str) -> Built {
    let built = build(&[SourceFile { name, bytes: text.as_bytes() }], None);
    built.unwrap_or_else(|problems| panic!("{name}: {}", problems[0]))
}

/// The article of one file without a catalogue.
pub fn article(name: &str, text: &str) -> Article {
    built(name, text).corpus.articles.remove(0)
}

/// What is built of one file with a catalogue; else what is wrong, ready to print.
pub fn catalogued(name: &str, text: &str, catalogue: &str) -> Result<Built, Vec<String>> {
    build(&[SourceFile { name, bytes: text.as_bytes() }], Some(("catalog.toml", catalogue)))
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// Every character that shows lies in exactly one block or removed piece.
pub fn nothing_is_dropped(article: &Article) {
    // In a plain text from columns a removed piece may lie within a block.
    let block = |range: ByteRange| {
        let at = article.blocks.partition_point(|block| block.range.start <= range.start);
        at > 0 && range.end <= article.blocks[at - 1].range.end && article.file.ends_with(".txt")
    };
    let kept = article.blocks.iter().map(|block| block.range);
    let removed = article.removed.iter().map(|piece| piece.range).filter(|range| !block(*range));
    let mut ranges: Vec<_> = kept.chain(removed).collect();
    ranges.sort();
    let mut at = 0;
    for range in &ranges {
        assert!(range.start as usize >= at, "two pieces overlap at {at}");
        let between = &article.source[at..range.start as usize];
        assert!(between.chars().all(is_blank), "dropped: {between:?}");
        at = range.end as usize;
    }
    assert!(article.source[at..].chars().all(is_blank), "dropped at the end: {:?}", &article.source[at..]);
}

/// Time that this thread was given by the processor, where the system tells
/// (Linux's `schedstat`, in nanoseconds), so that a busy machine fails no test;
/// else the time that went by.
pub fn clock() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let line = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let given = line.and_then(|line| line.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    given.unwrap_or_else(|| BEGUN.elapsed())
}

/// The lines of a close reading: the id of the article that each is about, and its
/// columns, of which there are so many.
pub fn reading(text: &str, columns: usize) -> Vec<(&str, Vec<&str>)> {
    let mut article = "";
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(id) => article = id,
            None => found.push((article, line.splitn(columns, '|').map(str::trim).collect())),
        }
    }
    found
}

/// A speaker's name without an article before it, in small letters.
pub fn bare(speaker: &str) -> String {
    let lower = speaker.to_lowercase();
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_owned)
}

/// Tells how many were found, missed and wrong, and holds precision and recall to
/// the least of each.
pub fn agree(what: &str, [hits, missed, wrong]: [u32; 3], least: [f64; 2]) {
    let (precision, recall) = (f64::from(hits) / f64::from(hits + wrong), f64::from(hits) / f64::from(hits + missed));
    println!("{what}: {hits} found, {missed} missed, {wrong} wrong; precision {precision:.3}, recall {recall:.3}");
    assert!(precision >= least[0] && recall >= least[1], "{what}: precision {precision:.3}, recall {recall:.3}");
}
