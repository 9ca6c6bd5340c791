//! What must hold for any input, for the fuzz targets and for the short run
//! over damaged inputs in `tests/desk/fuzz.rs`.
#![allow(dead_code, reason = "each target takes one of them")]

use std::sync::LazyLock;

use summitry_corpus::citation::Style;
use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Article, Corpus, SourceFile, build};
use summitry_desk::handout::{ExportContext, Handout, Wanted, csv, html, markdown, text};
use summitry_desk::{Desk, Finder, Finding, Foreign, Item, Opened, Refusal, Reply, gather, open};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    corpus(
        "Talks end\n\nThe two sides agreed on a “treaty” to meet again, said Mr. Brown, who had said so before.\n\n• The two sides agreed on a treaty.\n\nNobody else was there that day, and the two sides agreed on a treaty again.",
    )
    .unwrap()
});

fn corpus(text: &str) -> Option<Corpus> {
    build(&[SourceFile { name: "a.txt", bytes: text.as_bytes() }], None).ok().map(|built| built.corpus)
}

/// The words alone.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// Any bytes are read and written again the same, or refused with a remedy.
pub fn file(bytes: &[u8]) {
    match open(bytes) {
        Ok(Opened::Desk(desk)) => self::desk(&desk),
        Ok(Opened::Reply(reply)) => assert_eq!(open(reply.to_json().as_bytes()), Ok(Opened::Reply(reply))),
        Ok(Opened::Foreign(all)) => all.into_iter().take(50).for_each(brought),
        Err(refusal) => told(&refusal),
    }
}

fn told(refusal: &Refusal) {
    assert!(refusal.message.ends_with('.') && refusal.remedy.ends_with('.'), "{refusal}");
    assert!(refusal.message.len() < 600, "{refusal}");
}

fn desk(desk: &Desk) {
    assert_eq!(open(desk.to_json().as_bytes()), Ok(Opened::Desk(desk.clone())));
    let finder = Finder::of(&CORPUS);
    let address = |_: &Article, _: Option<u32>| "https://example.org/".to_owned();
    let context = ExportContext { corpus: &CORPUS, finder: &finder, style: Style::Mla, day: None, address: &address };
    let handout = Handout::of(desk, &context, Wanted { reply: None, cards: true });
    assert_eq!(handout.excerpts().count(), desk.items().iter().filter(|item| item.kept().is_some()).count());
    assert!(!html(&handout).contains("<script"));
    let _ = (markdown(&handout), csv(&handout), text(&handout));
    for item in desk.items() {
        assert_eq!(Item::from_json(&item.to_json()).as_ref(), Ok(item.as_ref()));
        if let Some(anchor) = item.anchor() {
            found(&CORPUS, &finder, anchor);
        }
    }
}

/// What is found are the words of the anchor, and they stand on characters.
fn found(corpus: &Corpus, finder: &Finder, anchor: &summitry_desk::Anchor) {
    let Finding::Found(standing) = finder.find(corpus, anchor) else { return };
    let article = &corpus.articles[standing.article];
    assert_eq!(bare(standing.source.of(&article.source)), bare(&anchor.quote.exact));
    for spot in &standing.spots {
        let block = &article.blocks[spot.block];
        assert!(!spot.range.of(&block.text).is_empty(), "{spot:?} of {:?}", block.text);
        assert_eq!(spot.passage, block.n);
    }
}

fn brought(foreign: Foreign) {
    let finder = Finder::of(&CORPUS);
    let words = bare(&foreign.quote.exact);
    let brought = foreign.bring(&CORPUS, &finder);
    let anchor = brought.item.anchor().unwrap();
    assert_eq!(bare(&anchor.words()), words);
    let placed = matches!(finder.find(&CORPUS, anchor), Finding::Found(_));
    assert_eq!(placed, brought.problem.is_empty(), "{brought:?}");
    found(&CORPUS, &finder, anchor);
}

/// Any words, as an export of Hypothesis has them: lines of the text are the
/// quotation, what stands before and behind it, and the note.
pub fn hypothesis(text: &str) {
    let mut parts = text.split('|').map(quoted);
    let mut next = || parts.next().unwrap_or_else(|| quoted(""));
    let (exact, prefix, suffix, note) = (next(), next(), next(), next());
    let file = format!(
        "{{\"rows\":[{{\"id\":{note},\"uri\":\"https://example.org\",\"text\":{note},\"tags\":[{note}],\"target\":[{{\"selector\":[{{\"type\":\"TextQuoteSelector\",\"exact\":{exact},\"prefix\":{prefix},\"suffix\":{suffix}}}]}}]}}]}}"
    );
    match open(file.as_bytes()) {
        Ok(Opened::Foreign(all)) => all.into_iter().for_each(brought),
        other => panic!("{other:?} of {file}"),
    }
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    summitry_desk::Value::from(text).to_string()
}

/// Any bytes as replies: each line one file, and as fields of replies.
pub fn replies(bytes: &[u8]) {
    let mut all: Vec<Reply> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').take(20) {
        match open(line) {
            Ok(Opened::Reply(reply)) => all.push(reply),
            _ => {
                let text = String::from_utf8_lossy(line);
                let mut parts = text.split('|').map(str::to_owned);
                let mut next = || parts.next().unwrap_or_default();
                let mut reply =
                    Reply { id: next(), student: next(), saved: next(), lesson: next(), ..Reply::default() };
                reply.write(&next().as_str().into(), &next());
                all.push(reply);
            }
        }
    }
    let lesson = Desk::of("Lesson", []);
    let gathered = gather(&lesson, all.clone());
    let count = all.len();
    all.reverse();
    assert_eq!(gathered, gather(&lesson, all));
    assert!(gathered.replies.len() == count || !gathered.told.is_empty());
    let _ = gathered.csv();
}

/// Two sources, parted by `|`: every block of the first is marked, and pieces
/// of it, and found in the second where its words stand.
pub fn sources(text: &str) {
    let (first, second) = text.split_once('|').unwrap_or((text, text));
    let (Some(first), Some(mut second)) = (corpus(first), corpus(second)) else { return };
    for (article, other) in first.articles.iter().zip(&mut second.articles) {
        other.id = article.id.clone();
    }
    let (makes, finds) = (Finder::of(&first), Finder::of(&second));
    for (at, article) in first.articles.iter().enumerate() {
        for (place, block) in article.blocks.iter().enumerate() {
            let ends: Vec<usize> = block.text.char_indices().map(|(at, _)| at).chain([block.text.len()]).collect();
            let middle = ends[ends.len() / 2];
            for (start, end) in [(0, block.text.len()), (0, middle), (middle, block.text.len())] {
                let range = summitry_corpus::ByteRange::new(start, end);
                let Some(anchor) = makes.anchor_in_block(&first, at, place, Some(range)) else { continue };
                let Finding::Found(standing) = makes.find(&first, &anchor) else { panic!("{anchor:?}") };
                assert!(!standing.looked_for && !standing.spots.is_empty());
                found(&first, &makes, &anchor);
                found(&second, &finds, &anchor);
            }
        }
    }
}
