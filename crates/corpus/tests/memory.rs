//! How much memory a build takes beside what it returns, by an allocator that
//! keeps the highest sum of what is allocated.
//!
//! One test in a process of its own: others would be counted too.
#![allow(missing_docs, reason = "a test")]

use peak_alloc::PeakAlloc;
use summitry_corpus::{SourceFile, build};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// An article of about `bytes` bytes, with what articles hold: speech, names,
/// lists, headings, furniture.
fn article(bytes: usize) -> String {
    const PARTS: [&str; 6] = [
        "The two delegations met for three hours on Monday in the town hall of Leavesham, and both said that the talks would go on.\n\n",
        "“We have agreed to meet again,” said Anna Keller, who leads the delegation of the northern states. “That is more than we expected.”\n\n",
        "What comes next\n\n",
        "• A new date for the talks, which the mayor called “a relief”\n• A bridge over the river\n\n",
        "Advertisement\n\n",
        "According to a study by the university, the river will rise by a metre; Mr Harrow said that he did not believe it.\n\n",
    ];
    let mut text = "Talks in Leavesham will go on\n\nBy Jane Doe\n\n3 March 2003\n\n".to_owned();
    for part in PARTS.iter().cycle() {
        if text.len() >= bytes {
            return text;
        }
        text.push_str(part);
    }
    text
}

/// The peak of a build and what it leaves, in bytes beyond what was held.
fn measured(texts: &[String]) -> (usize, usize) {
    let names: Vec<String> = (0..texts.len()).map(|at| format!("{at}.txt")).collect();
    let sources: Vec<SourceFile<'_>> =
        names.iter().zip(texts).map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let held = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let built = build(&sources, None).unwrap();
    let (peak, left) = (MEMORY.peak_usage() - held, MEMORY.current_usage() - held);
    drop(built);
    (peak, left)
}

#[test]
fn memory_is_linear_in_the_largest_article() {
    // The tables of words are made once, and do not belong to an article.
    measured(&[article(1000)]);
    let mut ratios = Vec::new();
    for bytes in [100_000, 400_000, 1_600_000] {
        let text = vec![article(bytes)];
        let (peak, left) = measured(&text);
        let (peak, left) = (peak as f64 / bytes as f64, left as f64 / bytes as f64);
        println!("one article of {bytes} bytes: peak {peak:.1} times its length, of which {left:.1} are returned");
        ratios.push(peak);
    }
    let most = ratios.iter().copied().fold(0.0, f64::max);
    let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(most < 30.0, "{most:.1} times the length of an article");
    assert!(most < least * 1.5, "not linear: {ratios:.1?} times the length");

    // Of many articles only one at a time takes more than what is returned.
    let texts: Vec<String> = (0..64).map(|at| article(20_000 + at)).collect();
    let all: usize = texts.iter().map(String::len).sum();
    let (peak, left) = measured(&texts);
    let beside = (peak - left) as f64 / 20_000.0;
    println!(
        "64 articles of 20,000 bytes: {:.1} times their sum is returned, {beside:.1} times one beside it",
        left as f64 / all as f64
    );
    assert!(beside < 60.0, "{beside:.1} times the largest article beside what is returned");
}
