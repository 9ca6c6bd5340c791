//! `check` and `export` as a person or a program calls them.
#![allow(missing_docs, reason = "a test")]

mod command;

use command::{Folder, run, seeds};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// An article on which nothing is to be seen.
const ARTICLE: &str = "Leaders agree on little\n\nThe two leaders met again on Monday in the town hall.";

#[test]
fn check_says_what_was_recognised_removed_inferred_and_repaired() {
    let shown = text(&run(&["check", seeds().to_str().unwrap()]).stdout);
    for words in [
        "5 articles, 99 passages",
        "csm-2013-05-07      2013-05-07 inferred",
        "csm-2013-05-07 (002_326779bab0480356.txt): 3 pieces",
        "  line   16  advertisement  Article continues after advertisement",
        "Date: 2013-05-07\n      The Boston Marathon was bombed",
        "  line   10  “the United” for “theUnited”: A blank was lost where a link began.",
        "  Viktor Kremenyuk (RU)                        4 quoted, 5 paraphrased",
        "Passages on no issue",
        "One thing is worth a look. Nothing stands in the way of a build.",
    ] {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
    let longest = shown.lines().filter(|line| line.starts_with("  ")).map(|line| line.chars().count()).max();
    assert!(longest <= Some(110), "a line of {longest:?} columns does not fit a terminal\n{shown}");
}

#[test]
fn a_file_that_is_no_article_is_named() {
    let folder = Folder::new("others", &[("a.txt", ARTICLE), ("b.docx", "PK")]);
    let shown = text(&run(&["check", folder.path()]).stdout);
    for words in ["Files that were not read", "b.docx", "If one of these is an article"] {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
}

#[test]
fn a_folder_without_a_catalogue_is_checked_and_told_what_to_add() {
    let folder = Folder::new(
        "bare",
        &[(
            "a.txt",
            "Leaders agree on little\n\nThe two leaders met again on Monday in theUnited town hall of the town.\n",
        )],
    );
    let output = run(&["check", folder.path()]);
    let shown = text(&output.stdout);
    assert!(output.status.success(), "{shown}");
    for words in [
        "A collection without a catalogue",
        "The outlet is unknown",
        "“theUnited” may be “the United”",
        "help: If so, add { line = 3, was = \"theUnited\"",
        "The outlet is unknown.\n  in    a.txt\n  help: Name it in the catalogue",
        "3 things are worth a look.",
    ] {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
}

#[test]
fn a_mistake_stops_check_with_its_place_and_a_remedy() {
    let wrong_query = "[[issue]]\nid = \"a\"\nname = \"A\"\nquery = \"meeting:nowhere\"\n";
    let folder = Folder::new("query", &[("a.txt", ARTICLE), ("catalog.toml", wrong_query)]);
    let output = run(&["check", folder.path()]);
    let shown = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(shown.contains("catalog.toml:4:") && shown.contains('^') && shown.contains("help: "), "{shown}");
    let empty = Folder::new("empty", &[]);
    assert!(text(&run(&["check", empty.path()]).stderr).contains("holds no article"));
    assert!(text(&run(&["check", "/nowhere/at/all"]).stderr).contains("cannot be read"));
    let file = seeds().join("catalog.toml");
    assert!(text(&run(&["check", file.to_str().unwrap()]).stderr).contains("is a file; give the folder"));
}

#[test]
fn the_json_keeps_its_contract() {
    let whole: serde_json::Value =
        serde_json::from_slice(&run(&["export", seeds().to_str().unwrap(), "--format", "json"]).stdout).unwrap();
    for key in ["title", "articles", "issues", "meetings", "people"] {
        assert!(whole.get(key).is_some(), "{key}");
    }
    let articles = whole["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 5);
    for article in articles {
        for key in [
            "id",
            "file",
            "outlet",
            "headline",
            "byline",
            "published",
            "meetings",
            "mentions",
            "passages",
            "voices",
            "removed",
        ] {
            assert!(article.get(key).is_some(), "{key}");
        }
        for key in ["date", "precision", "basis", "evidence"] {
            assert!(article["published"].get(key).is_some(), "{key}");
        }
        for passage in article["passages"].as_array().unwrap() {
            let numbered = matches!(passage["kind"].as_str().unwrap(), "paragraph" | "list-item");
            assert_eq!(passage["n"].is_u64(), numbered, "{passage}");
            assert!(passage["text"].is_string() && passage["lines"].as_array().unwrap().len() == 2);
            assert!(
                passage["issues"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|issue| issue["id"].is_string() && issue["terms"].is_array())
            );
        }
        for voice in article["voices"].as_array().unwrap() {
            assert!(matches!(voice["kind"].as_str().unwrap(), "direct" | "paraphrase" | "rejection"));
        }
    }
}

#[test]
fn every_format_is_written() {
    let of = |format: &str| text(&run(&["export", seeds().to_str().unwrap(), "--format", format]).stdout);
    assert!(of("csv").starts_with("article,outlet,date,passage,kind,lines,issues,text,voices,zone,updated\r\n\"bbc-2001-10-21\",\"BBC News Online\",\"2001-10-21T18:52\",\"1\",\"paragraph\","));
    assert_eq!(of("csv").matches("\r\n").count(), 100);
    assert!(of("markdown").contains("## Bush and Putin's promising chemistry"));
    assert!(of("bibtex").contains(
        "@article{bbc-2001-10-21,\n  title = {{Bush and Putin's promising chemistry}},\n  author = {Mulvey, Stephen},"
    ));
    assert_eq!(of("ris").matches("TY  - ").count(), 5);
    let csl: serde_json::Value = serde_json::from_str(&of("csl")).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"][0], serde_json::json!([2001, 10, 21]));
}

#[test]
fn a_folder_without_a_catalogue_is_given_one_to_begin_with() {
    let folder = Folder::new("begin", &[("a.txt", ARTICLE)]);
    let shown = text(&run(&["check", folder.path()]).stdout);
    let (_, from) = shown.split_once("title = ").expect(&shown);
    let (begun, _) = from.split_once("\n\nOne").or_else(|| from.split_once("\n\n2 ")).expect(&shown);
    let catalogue = format!("title = {begun}\n");
    let folder = Folder::new("begun", &[("a.txt", ARTICLE), ("catalog.toml", &catalogue)]);
    let run = run(&["check", folder.path()]);
    let shown = text(&run.stdout);
    assert!(shown.contains("Name of the paper"), "{catalogue}\n{shown}\n{}", text(&run.stderr));
}

#[test]
fn issues_that_ask_for_each_other_are_an_error_with_a_place() {
    let catalogue = "title = \"T\"\n\n[[issue]]\nid = \"one\"\nname = \"One\"\nquery = \"issue:two OR hall\"\n\n[[issue]]\nid = \"two\"\nname = \"Two\"\nquery = \"leaders OR issue:one\"\n";
    let folder = Folder::new("circle", &[("a.txt", ARTICLE), ("catalog.toml", catalogue)]);
    let shown = text(&run(&["check", folder.path()]).stderr);
    for words in
        ["catalog.toml:6:", "catalog.toml:11:", "An issue cannot ask for an issue", "(leaders OR issue:one)", "^"]
    {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
}
