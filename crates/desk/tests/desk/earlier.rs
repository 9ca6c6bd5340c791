//! Marks that an earlier version made, found by this one: in the articles as
//! that version cleaned them, and where sources, rules or catalogue are others.
//!
//! `tests/marks/earlier.json` was written by the program of 26 November 2026
//! (95b9b48, before the rules of cleaning and the voices were worked over): a
//! mark on each block of the five articles and on some halves. The note of a
//! mark is the number that its passage had.

use std::fmt::Write;

use summitry_corpus::{Corpus, SourceFile, build};
use summitry_desk::{Content, Finder, Finding, Opened, open};

use super::SEEDS;

const MARKS: &[u8] = include_bytes!("../marks/earlier.json");

/// What became of the marks.
#[derive(Default)]
struct Figures {
    all: u32,
    same: u32,
    moved: u32,
    left_out: u32,
    orphaned: u32,
}

impl Figures {
    fn told(&self) -> String {
        let Figures { all, same, moved, left_out, orphaned } = self;
        format!(
            "{all} marks: {same} in their passage, {moved} in one of another number, {left_out} in the text as received alone, {orphaned} orphaned"
        )
    }
}

/// Finds all marks; none may be on other words than it was made on.
fn found(corpus: &Corpus) -> Figures {
    let Ok(Opened::Desk(desk)) = open(MARKS) else { panic!("a file that was saved before is opened") };
    let finder = Finder::of(corpus);
    let mut figures = Figures::default();
    for item in desk.items() {
        let Content::Kept(kept) = &item.content else { panic!("{item:?}") };
        figures.all += 1;
        let Finding::Found(standing) = finder.find(corpus, &kept.anchor) else {
            figures.orphaned += 1;
            continue;
        };
        let article = &corpus.articles[standing.article];
        assert_eq!(standing.source.of(&article.source), kept.anchor.quote.exact, "a mark is on its words");
        let number = |spot: &summitry_desk::Spot| format!("{:?}", spot.passage);
        if standing.spots.is_empty() {
            figures.left_out += 1;
        } else if standing.spots.iter().any(|spot| number(spot) == kept.note) {
            figures.same += 1;
        } else {
            figures.moved += 1;
        }
    }
    figures
}

/// The five sources, each changed, with a catalogue or none.
fn built(change: impl Fn(&str) -> String, catalogue: Option<&str>) -> Corpus {
    let texts: Vec<(String, String)> =
        SEEDS.articles.iter().map(|article| (article.file.clone(), change(&article.source))).collect();
    let sources: Vec<SourceFile<'_>> =
        texts.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    match build(&sources, catalogue.map(|catalogue| ("catalog.toml", catalogue))) {
        Ok(built) => built.corpus,
        Err(problems) => panic!("{problems:?}"),
    }
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

/// The text without every 25th of its sentences.
fn with_gaps(text: &str) -> String {
    let sentences = text.split_inclusive(". ").enumerate();
    sentences.filter(|(place, _)| place % 25 != 24).map(|(_, sentence)| sentence).collect()
}

/// A catalogue that gives the articles the ids that they had, and nothing else.
fn with_ids() -> String {
    let one = |article: &summitry_corpus::Article| {
        format!("[[article]]\nfile = \"{}\"\nid = \"{}\"\n", article.file, article.id.0)
    };
    ["title = \"Ids\"\n".to_owned()].into_iter().chain(SEEDS.articles.iter().map(one)).collect()
}

/// A catalogue that takes every third paragraph for a caption and every seventh
/// for no part of the text.
fn with_other_rules() -> String {
    let mut catalogue = "title = \"Other rules\"\n".to_owned();
    for article in &SEEDS.articles {
        let long = article.lines().enumerate().filter(|(_, line)| line.chars().count() > 120);
        let lines: Vec<String> = long
            .enumerate()
            .filter_map(|(place, (line, _))| match (place % 3, place % 7) {
                (_, 6) => Some((line, "removed")),
                (2, _) => Some((line, "caption")),
                _ => None,
            })
            .map(|(line, kind)| format!("{{ line = {}, kind = \"{kind}\", because = \"So.\" }}", line + 1))
            .collect();
        let _ = write!(catalogue, "[[article]]\nfile = \"{}\"\nlines = [{}]\n", article.file, lines.join(", "));
    }
    catalogue
}

#[test]
fn marks_of_an_earlier_version_are_on_their_words_or_told_to_be_orphans() {
    let settings = [
        ("as they are", found(&SEEDS)),
        ("without a catalogue", found(&built(as_it_is, None))),
        ("with other rules", found(&built(as_it_is, Some(&with_other_rules())))),
        ("with a line in front", found(&built(|text| ["Saved from the web.\n\n", text].concat(), Some(&with_ids())))),
        ("with gaps", found(&built(with_gaps, Some(&with_ids())))),
        ("with gaps and other ids", found(&built(with_gaps, None))),
    ];
    let told: String = settings.iter().map(|(name, figures)| format!("{name}: {}\n", figures.told())).collect();
    // Where the source itself is another one and nothing says which article it
    // was, words that still stand somewhere are told to be orphans all the same.
    assert_eq!(
        told,
        "as they are: 203 marks: 203 in their passage, 0 in one of another number, 0 in the text as received alone, 0 orphaned\n\
         without a catalogue: 203 marks: 203 in their passage, 0 in one of another number, 0 in the text as received alone, 0 orphaned\n\
         with other rules: 203 marks: 52 in their passage, 136 in one of another number, 15 in the text as received alone, 0 orphaned\n\
         with a line in front: 203 marks: 203 in their passage, 0 in one of another number, 0 in the text as received alone, 0 orphaned\n\
         with gaps: 203 marks: 192 in their passage, 7 in one of another number, 0 in the text as received alone, 4 orphaned\n\
         with gaps and other ids: 203 marks: 149 in their passage, 0 in one of another number, 0 in the text as received alone, 54 orphaned\n"
    );
}
