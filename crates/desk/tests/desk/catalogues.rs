//! The same sources with other rules and other catalogues.

use std::sync::LazyLock;

use proptest::prelude::*;
use summitry_corpus::{Corpus, SourceFile, build};
use summitry_desk::{Anchor, Finder, Finding};

use super::SEEDS;

/// Marks on the five articles: each passage, and words within it.
static MARKS: LazyLock<Vec<Anchor>> = LazyLock::new(|| {
    let finder = Finder::of(&SEEDS);
    let mut marks = Vec::new();
    for (at, article) in SEEDS.articles.iter().enumerate() {
        for (place, block) in article.blocks.iter().enumerate() {
            let words: Vec<usize> = block.text.match_indices(' ').map(|(at, _)| at).collect();
            let middle = words.get(words.len() / 2).copied().unwrap_or(block.text.len());
            for range in [(0, block.text.len()), (0, middle), (middle, block.text.len())] {
                let range = Some(summitry_corpus::ByteRange::new(range.0, range.1));
                marks.extend(finder.anchor_in_block(&SEEDS, at, place, range));
            }
        }
    }
    marks
});

/// What a catalogue says of a line: the file, the line, the kind.
type Hint = (usize, usize, &'static str);

fn hints() -> impl Strategy<Value = Vec<Hint>> {
    let kinds = vec!["paragraph", "list-item", "subhead", "caption", "removed", "standfirst"];
    prop::collection::vec((0..5_usize, 1..60_usize, prop::sample::select(kinds)), 0..12)
}

/// Repairs: the file, and which of its words is read otherwise.
fn repairs() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..5_usize, 0..3_000_usize), 0..6)
}

/// The five sources with another catalogue, as far as one can be made of it.
fn built(hints: &[Hint], repairs: &[(usize, usize)], renamed: bool) -> Option<Corpus> {
    let mut catalogue = "title = \"Other\"\n".to_owned();
    for (at, article) in SEEDS.articles.iter().enumerate() {
        catalogue += &format!(
            "[[article]]\nfile = \"{}\"\nid = \"{}\"\n",
            article.file,
            if renamed { format!("other-{at}") } else { article.id.0.clone() }
        );
        let mut lines: Vec<(usize, &str)> =
            hints.iter().filter(|hint| hint.0 == at).map(|hint| (hint.1, hint.2)).collect();
        lines.sort_unstable();
        lines.dedup_by_key(|line| line.0);
        lines.retain(|(line, _)| article.lines().nth(line - 1).is_some_and(|text| !text.trim().is_empty()));
        let lines: Vec<String> = lines
            .iter()
            .map(|(line, kind)| format!("{{ line = {line}, kind = \"{kind}\", because = \"So.\" }}"))
            .collect();
        catalogue += &format!("lines = [{}]\n", lines.join(", "));
        let mut made = Vec::new();
        for (_, word) in repairs.iter().filter(|repair| repair.0 == at) {
            let all: Vec<(usize, &str)> = article
                .lines()
                .enumerate()
                .flat_map(|(line, text)| text.split(' ').map(move |word| (line + 1, word)))
                .collect();
            let (line, word) = all[word % all.len()];
            let once = article.lines().nth(line - 1).unwrap().matches(word).count() == 1;
            if once && word.len() > 4 && word.chars().all(char::is_alphabetic) {
                made.push(format!("{{ line = {line}, was = \"{word}\", now = \"{word} anew\", because = \"So.\" }}"));
            }
        }
        made.sort();
        made.dedup();
        catalogue += &format!("emendations = [{}]\n", made.join(", "));
    }
    let sources: Vec<SourceFile<'_>> = SEEDS
        .articles
        .iter()
        .map(|article| SourceFile { name: &article.file, bytes: article.source.as_bytes() })
        .collect();
    build(&sources, Some(("catalog.toml", &catalogue))).ok().map(|built| built.corpus)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 8 } else { 2_000 }))]

    #[test]
    fn whatever_a_catalogue_says_a_mark_is_on_its_words(hints in hints(), repairs in repairs(), renamed in any::<bool>()) {
        let corpus = built(&hints, &repairs, renamed);
        prop_assume!(corpus.is_some());
        let corpus = corpus.unwrap();
        let finder = Finder::of(&corpus);
        for mark in MARKS.iter() {
            let Finding::Found(standing) = finder.find(&corpus, mark) else { panic!("{mark:?}") };
            prop_assert!(!standing.looked_for);
            let article = &corpus.articles[standing.article];
            prop_assert_eq!(standing.source.of(&article.source), &mark.quote.exact);
            for spot in &standing.spots {
                // Marked anew, the words that are shown are in the source where
                // the mark is; a word that is now repaired is taken whole.
                let again = finder.anchor_in_block(&corpus, standing.article, spot.block, Some(spot.range)).unwrap();
                let inside = mark.position.0 <= again.position.0 && again.position.1 <= mark.position.1;
                let repaired = !article.blocks[spot.block].emendations.is_empty();
                prop_assert!(inside || repaired && mark.position.0 < again.position.1 && again.position.0 < mark.position.1, "{:?} in {:?}", again, mark);
            }
        }
    }
}
