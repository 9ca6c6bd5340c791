//! A folder without a catalogue.
#![allow(missing_docs, reason = "a test")]

mod common;

use common::{article, built};
use summitry_corpus::{BlockKind, Built};

#[test]
fn a_text_without_a_catalogue_says_what_it_can() {
    let text = "Leaders agree on little\nMonday, 3 March, 2003\nBy Jane Doe\n\nVIENNA (Reuters) - The two leaders met again on Monday and agreed on little, officials said.\n\n\"We will meet again,\" said Peter Smith, a spokesman for the chancellor. \"That is all.\"\n\nMr. Smith said that the date was open.";
    let Built { corpus, warnings, .. } = built("one.txt", text);
    let article = &corpus.articles[0];
    assert_eq!(article.headline.value, "Leaders agree on little");
    assert_eq!(article.byline.as_ref().unwrap().value, "Jane Doe");
    assert_eq!(article.published.as_ref().unwrap().iso(), "2003-03-03");
    assert_eq!(article.place.as_ref().unwrap().value, "VIENNA");
    let voices: Vec<_> =
        article.voices.iter().map(|v| (v.passage, v.kind.name(), v.speaker.as_str(), v.role.as_str())).collect();
    assert_eq!(
        voices,
        [
            (1, "paraphrase", "officials", ""),
            (2, "direct", "Peter Smith", "spokesman for the chancellor"),
            (2, "direct", "Peter Smith", "spokesman for the chancellor"),
            (3, "paraphrase", "Peter Smith", "spokesman for the chancellor"),
        ]
    );
    let shown: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert!(
        shown
            .iter()
            .any(|line| line.contains("The outlet is unknown") && line.contains("help: Name it in the catalogue")),
        "{shown:?}"
    );
}

#[test]
fn a_year_that_is_mentioned_is_no_date_of_publication() {
    let text = "Games come to town\n\nThe resort will host the Winter Olympics in 2014, and it was rebuilt after 1945 for that.\n\n1945 Yalta Conference: three leaders\nThe 1945 Yalta conference in winter\n\nThe end of the text is a sentence of its own, as it should be.\n\nSee also:\n21 Oct 01 | Americas\nLeaders hail new ties";
    let article = article("two.txt", text);
    assert_eq!(article.published, None);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{AlternativeText, Caption, Headline, Paragraph};
    assert_eq!(kinds, [Headline, Paragraph, AlternativeText, Caption, Paragraph]);
}

#[test]
fn lines_wrapped_by_a_program_are_joined() {
    let text = "The leaders meet in Vienna\n\nThe two leaders met again on Monday and agreed\non very little, as their officials had said that\nthey would, and a further meeting was not set\nfor this year or the next one after it.\n\nThe talks had begun in the morning and went on\nuntil the evening without a break for the press.";
    let article = article("three.txt", text);
    let passages: Vec<(&str, (u32, u32))> =
        article.passages().map(|block| (block.text.split(' ').next_back().unwrap(), block.lines)).collect();
    assert_eq!(passages, [("it.", (3, 6)), ("press.", (8, 9))]);
}

#[test]
fn damage_by_another_encoding_is_read_back_and_said() {
    let article =
        article("four.txt", "Ties are cool\n\nRussiaâ€™s minister met the cafÃ© owner, and they spoke of trade.");
    let block = article.passage(1).unwrap();
    assert!(block.text.starts_with("Russia’s minister met the café owner"));
    assert_eq!(block.emendations[0].was, "â€™");
}

#[test]
fn markdown_is_read_by_its_marks() {
    let text = "---\ntitle: \"Talks end\"\nauthor: By Jane Doe\ndate: 2010-06-24\ntags: a, b\n---\n\n![Two men at a table](a.jpg)\n\nThe *two* leaders met in [Vienna](https://example.org) on Thursday and went home.\n\n## What is next\n\n- A treaty on trade\n- Another meeting\n\nThat is what their spokesmen said when the evening came.";
    let article = article("five.md", text);
    let shown: Vec<String> =
        article.blocks.iter().map(|block| format!("{} {}", block.kind.name(), block.text)).collect();
    assert_eq!(
        shown,
        [
            "headline Talks end",
            "byline By Jane Doe",
            "dateline 2010-06-24",
            "alternative-text Two men at a table",
            "paragraph The two leaders met in Vienna on Thursday and went home.",
            "subhead What is next",
            "list-item A treaty on trade",
            "list-item Another meeting",
            "paragraph That is what their spokesmen said when the evening came.",
        ]
    );
    assert_eq!(article.published.as_ref().unwrap().iso(), "2010-06-24");
}
