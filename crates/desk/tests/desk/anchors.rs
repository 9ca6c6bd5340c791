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

#[test]
fn a_word_of_a_paragraph_that_goes_on_behind_what_belongs_to_the_page_is_found_where_it_was_kept() {
    let text = "Harbour talks end\nwith a plan\nBy ANNA LIND\nMarch 21, 2014\n\n\
        The two delegations met for\nthree hours in the old town\nhall on Tuesday and agreed to\n\
        See TALKS, Page A6\nA6 THE COAST COURIER FRIDAY, MARCH 21, 2014\nTALKS\nFrom page A1\n\
        meet again before the summer,\nalthough none of the questions\nabout the harbour had been\nanswered.\n\n\
        The mayor said the talks had\ngone better than expected, and\nthat a joint paper would follow\nwithin weeks.\n";
    let source = summitry_corpus::SourceFile { name: "a.txt", bytes: text.as_bytes() };
    let corpus = summitry_corpus::build(&[source], None).unwrap().corpus;
    let [article] = corpus.articles.as_slice() else { panic!() };
    let first = article.passage(1).unwrap();
    assert!(first.text.contains("agreed to meet again before"), "{}", first.text);
    let finder = Finder::of(&corpus);
    for block in article.passages() {
        for (start, word) in words(&block.text) {
            let range = ByteRange::new(start, start + word.len());
            let anchor = finder.anchor(&corpus, 0, block.n.unwrap(), Some(range)).unwrap();
            assert_eq!(anchor.quote.exact, word);
            let Finding::Found(standing) = finder.find(&corpus, &anchor) else { panic!("{anchor:?}") };
            let spot = standing.spots[0];
            assert_eq!((spot.passage, spot.range), (block.n, range), "{word}");
        }
    }
    // Words on both sides of it.
    let start = first.text.find("agreed to meet").unwrap();
    let range = ByteRange::new(start, start + "agreed to meet".len());
    let anchor = finder.anchor(&corpus, 0, 1, Some(range)).unwrap();
    assert_eq!(anchor.words(), "agreed to meet");
    let Finding::Found(standing) = finder.find(&corpus, &anchor) else { panic!("{anchor:?}") };
    assert_eq!(standing.spots[0].range, range);
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
