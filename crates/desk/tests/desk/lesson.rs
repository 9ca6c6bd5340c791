//! The lesson on the five articles: `lessons/missile-defence.json`.

use std::collections::HashSet;

use serde_json::Value;
use summitry_corpus::citation::Style;
use summitry_corpus::escape::web_address;
use summitry_desk::handout::{Entry, ExportContext, Handout, Wanted};
use summitry_desk::{Desk, Finder, Finding, Opened, Part, QuestionKind, Reply, open};

use super::SEEDS;

const FILE: &str = include_str!("../../../../lessons/missile-defence.json");

fn lesson() -> Desk {
    match open(FILE.as_bytes()) {
        Ok(Opened::Desk(desk)) => desk,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_quotation_of_the_lesson_stands_where_it_says() {
    let finder = Finder::of(&SEEDS);
    let lesson = lesson();
    let anchors: Vec<_> = lesson.items().iter().filter_map(|item| item.anchor()).collect();
    assert!(anchors.len() >= 20, "{}", anchors.len());
    for anchor in anchors {
        let Finding::Found(standing) = finder.find(&SEEDS, anchor) else { panic!("{anchor:?}") };
        assert!(!standing.looked_for, "{anchor:?}");
        assert_eq!(SEEDS.articles[standing.article].id.0, anchor.article);
        let [spot] = standing.spots.as_slice() else { panic!("{standing:?}") };
        assert_eq!(spot.passage, anchor.passage);
        let text = &SEEDS.articles[standing.article].blocks[spot.block].text;
        assert_eq!(spot.range.of(text), anchor.words());
    }
}

#[test]
fn what_the_lesson_puts_in_quotation_marks_stands_in_an_article() {
    let texts: String =
        SEEDS.articles.iter().flat_map(|article| &article.blocks).map(|block| block.text.clone() + "\n").collect();
    let texts = texts.to_lowercase();
    let lesson = lesson();
    let mut seen = 0;
    for (_, question) in lesson.questions() {
        for part in question.text.split('“').skip(1) {
            let words = part.split('”').next().unwrap().to_lowercase();
            assert!(texts.contains(&words), "{words}");
            seen += 1;
        }
    }
    assert!(seen >= 5);
}

#[test]
fn the_lesson_has_all_that_a_lesson_needs() {
    let lesson = lesson();
    let head = lesson.lesson().unwrap();
    assert!(head.question.ends_with('?') && head.background.len() > 300);
    assert!(head.withheld.contains(&Part::IssueLabels) && head.withheld.contains(&Part::Missing));
    let kinds: HashSet<QuestionKind> = lesson.questions().map(|(_, question)| question.kind).collect();
    assert_eq!(kinds.len(), QuestionKind::NAMES.len());
    let articles: HashSet<&str> =
        lesson.items().iter().filter_map(|item| item.kept()).map(|kept| kept.anchor.article.as_str()).collect();
    assert_eq!(articles.len(), SEEDS.articles.len());
    let of_cards: HashSet<&str> =
        lesson.cards().filter_map(|(_, card)| card.anchor.as_ref()).map(|anchor| anchor.article.as_str()).collect();
    assert_eq!(of_cards.len(), SEEDS.articles.len(), "a card for each article");
    for (id, card) in lesson.cards() {
        assert!(!card.expected.is_empty() && !card.came.is_empty() && card.source.len() > 30, "{id}");
        assert!(web_address(&card.address).is_some(), "{id}");
        assert!(card.anchor.is_some(), "{id}");
    }
}

#[test]
fn the_lesson_is_as_this_version_writes_it() {
    let written: Value = serde_json::from_str(&lesson().to_json()).unwrap();
    assert_eq!(serde_json::to_string_pretty(&written).unwrap() + "\n", FILE);
}

#[test]
fn the_lesson_becomes_a_handout_to_answer_and_a_handout_of_answers() {
    let (finder, lesson) = (Finder::of(&SEEDS), lesson());
    let address = |_: &summitry_corpus::Article, _: Option<u32>| String::new();
    let context = ExportContext { corpus: &SEEDS, finder: &finder, style: Style::Mla, day: None, address: &address };
    let handout = Handout::of(&lesson, &context, Wanted::default());
    assert!(handout.to_answer && handout.cards.is_empty());
    assert!(handout.excerpts().all(|excerpt| excerpt.problem.is_empty()));
    assert_eq!(handout.sources.len(), 5);
    let mut reply = Reply { student: "Ann".to_owned(), ..Reply::to(&lesson, "r") };
    let first = lesson.questions().next().unwrap().0.clone();
    reply.write(&first, "The answer");
    let handout = Handout::of(&lesson, &context, Wanted { reply: Some(&reply), cards: true });
    assert!(!handout.to_answer && handout.cards.len() >= 5);
    let answers: Vec<&str> = handout
        .entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Question(_, _, answer) => answer.as_deref(),
            _ => None,
        })
        .collect();
    assert_eq!((answers[0], answers[1]), ("The answer", ""));
}
