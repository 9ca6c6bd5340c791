//! Sources that change under a mark.
//!
//! A source is made of words that each know who they are, so that the test can
//! tell a word from another that looks the same.

use proptest::prelude::*;
use summitry_corpus::{Corpus, SourceFile, build};
use summitry_desk::{Anchor, Finder, Finding, Standing};

/// A word and who it is.
type Token = (usize, String);
type Paragraph = Vec<Token>;

/// A change of a source: an editor's, or another way of saving it.
#[derive(Clone, Debug)]
enum Edit {
    Remove(usize),
    Swap(usize, usize),
    Add(usize, usize),
    Replace(usize, usize),
    Wrap(usize),
}

/// The source, and where each word stands in it.
fn render(paragraphs: &[Paragraph], width: usize) -> (String, Vec<(usize, usize, usize)>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for paragraph in paragraphs {
        for (at, (id, word)) in paragraph.iter().enumerate() {
            text.push_str(match at {
                0 => "",
                at if width > 0 && at % width == 0 => " \n",
                _ => " ",
            });
            places.push((text.len(), text.len() + word.len(), *id));
            text.push_str(word);
        }
        text.push_str("\n\n");
    }
    (text, places)
}

fn corpus(source: &str) -> Corpus {
    build(&[SourceFile { name: "a.txt", bytes: source.as_bytes() }], None).unwrap().corpus
}

/// Who the words in a range are.
fn who(places: &[(usize, usize, usize)], start: usize, end: usize) -> Vec<usize> {
    places.iter().filter(|(from, until, _)| *from < end && *until > start).map(|(_, _, id)| *id).collect()
}

fn edited(mut paragraphs: Vec<Paragraph>, edits: &[Edit]) -> (Vec<Paragraph>, usize) {
    let (mut fresh, mut width) = (100_000, 0);
    let mut new = || {
        fresh += 1;
        (fresh, format!("fresh{fresh}"))
    };
    for edit in edits {
        let count = paragraphs.len();
        match edit {
            Edit::Remove(at) if count > 1 => drop(paragraphs.remove(at % count)),
            Edit::Swap(a, b) => paragraphs.swap(a % count, b % count),
            Edit::Add(at, words) => paragraphs.insert(at % (count + 1), (0..words % 9 + 1).map(|_| new()).collect()),
            Edit::Replace(at, word) => {
                let paragraph = &mut paragraphs[at % count];
                let word = word % paragraph.len();
                paragraph[word] = new();
            }
            Edit::Wrap(at) => width = at % 12,
            Edit::Remove(_) => {}
        }
    }
    (paragraphs, width)
}

/// Paragraphs of few different words, so that many look alike; no two are the
/// same.
fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    let word = prop::sample::select(vec!["arms", "the", "treaty", "said", "Mr", "and", "missile", "defence"]);
    prop::collection::vec(prop::collection::vec(word, 5..40), 1..9).prop_map(|mut all| {
        all.sort();
        all.dedup();
        let mut id = 0;
        let mut token = |word: &str| {
            id += 1;
            (id, word.to_owned())
        };
        all.into_iter().map(|words| words.into_iter().map(&mut token).collect()).collect()
    })
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (0..6_usize, 0..40_usize, 0..40_usize).prop_map(|(kind, a, b)| match kind {
        0 | 1 => Edit::Remove(a),
        2 => Edit::Swap(a, b),
        3 => Edit::Add(a, b),
        4 => Edit::Replace(a, b),
        _ => Edit::Wrap(a),
    });
    prop::collection::vec(edit, 0..6)
}

/// A mark on words of the source, by their order; in one paragraph, for a mark
/// is made in a passage.
fn marked(source: &str, places: &[(usize, usize, usize)], from: usize, words: usize) -> Option<(Anchor, Vec<usize>)> {
    let corpus = corpus(source);
    let finder = Finder::of(&corpus);
    let (start, _, _) = places[from % places.len()];
    let article = &corpus.articles[0];
    let block = article
        .blocks
        .iter()
        .position(|block| (block.range.start as usize) <= start && start < block.range.end as usize)?;
    let range = article.blocks[block].range;
    let inside = places.iter().filter(|(at, _, _)| *at >= start && *at < range.end as usize).take(words % 14 + 1);
    let end = inside.last()?.1;
    let text = range.of(source);
    let before = text[..start - range.start as usize].split_whitespace().collect::<Vec<_>>().join(" ");
    let words = source[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let at = if before.is_empty() { 0 } else { before.len() + 1 };
    let read = summitry_corpus::ByteRange::new(at, at + words.len());
    let anchor = finder.anchor_in_block(&corpus, 0, block, Some(read))?;
    assert_eq!(anchor.words(), words);
    Some((anchor, who(places, start, end)))
}

fn found(source: &str, anchor: &Anchor) -> Option<Standing> {
    let corpus = corpus(source);
    match Finder::of(&corpus).find(&corpus, anchor) {
        Finding::Found(standing) => Some(standing),
        Finding::Orphan(_) => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 50_000 }))]

    #[test]
    fn whatever_becomes_of_the_source_a_mark_is_on_its_words_or_an_orphan(
        before in paragraphs(), changes in edits(), from in 0..400_usize, words in 0..14_usize,
    ) {
        let (source, places) = render(&before, 0);
        let Some((anchor, own)) = marked(&source, &places, from, words) else { return Ok(()) };
        let (after, width) = edited(before, &changes);
        let (source, places) = render(&after, width);
        if let Some(standing) = found(&source, &anchor) {
            let now = who(&places, standing.source.start as usize, standing.source.end as usize);
            prop_assert_eq!(now, own, "{:?}\nin {}", anchor, source);
        }
    }

    #[test]
    fn a_source_that_is_only_set_anew_loses_no_mark_on_words_that_stood_once(
        before in paragraphs(), from in 0..400_usize, words in 0..14_usize, width in 0..12_usize,
    ) {
        let (source, places) = render(&before, 0);
        let Some((anchor, own)) = marked(&source, &places, from, words) else { return Ok(()) };
        let (source, places) = render(&before, width);
        let standing = found(&source, &anchor);
        prop_assert!(standing.is_some() || !anchor.once.both);
        if let Some(standing) = standing {
            prop_assert_eq!(who(&places, standing.source.start as usize, standing.source.end as usize), own);
        }
    }
}
