use summitry_corpus::{Article, ByteRange};
use summitry_desk::{Finder, Finding};

use super::{SEEDS, anchor};

#[test]
fn every_passage_of_the_articles_is_found_where_it_was_kept() {
    let finder = Finder::of(&SEEDS);
    for (at, article) in SEEDS.articles.iter().enumerate() {
        for block in article.passages() {
            let anchor = finder.anchor(&SEEDS, at, block.n.unwrap(), None).unwrap();
            let Finding::Found(standing) = finder.find(&SEEDS, &anchor) else { panic!("{anchor:?}") };
            let [spot] = standing.spots.as_slice() else { panic!("{standing:?}") };
            assert_eq!(spot.passage, block.n);
            assert_eq!(spot.range.of(&article.blocks[spot.block].text), block.text);
            assert_eq!(anchor.words(), block.text);
            assert!(anchor.refined.is_none(), "plain texts are aligned");
        }
    }
}

#[test]
fn every_word_of_the_articles_is_found_where_it_was_kept() {
    let finder = Finder::of(&SEEDS);
    for (at, article) in SEEDS.articles.iter().enumerate() {
        for block in article.passages() {
            for (start, word) in words(&block.text) {
                let range = ByteRange::new(start, start + word.len());
                let anchor = finder.anchor(&SEEDS, at, block.n.unwrap(), Some(range)).unwrap();
                let Finding::Found(standing) = finder.find(&SEEDS, &anchor) else { panic!("{anchor:?}") };
                let spot = standing.spots[0];
                // A repaired word is taken whole.
                let shown = spot.range.of(&article.blocks[spot.block].text);
                assert!(shown.contains(word) && spot.range.start <= range.start, "{word} in {shown}");
                assert!(shown == word || !block.emendations.is_empty(), "{word} in {shown}");
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[test]
fn a_repaired_word_is_kept_as_read_and_as_received() {
    let finder = Finder::of(&SEEDS);
    let anchor = anchor(&SEEDS, &finder, "csm-2013-05-07", "that Russia and the United States");
    assert_eq!(anchor.quote.exact, "that Russia and theUnited States");
    assert_eq!(anchor.words(), "that Russia and the United States");
    let source: Vec<char> = source("csm-2013-05-07").source.chars().collect();
    let (start, end) = anchor.position;
    assert_eq!(source[start as usize..end as usize].iter().collect::<String>(), anchor.quote.exact);
}

fn source(id: &str) -> &'static Article {
    SEEDS.article(id).unwrap()
}
