//! A broken catalogue stops the build with file, line, column and remedy.
#![allow(missing_docs, reason = "a test")]

#[path = "../build.rs"]
mod build_script;

use std::path::{Path, PathBuf};

/// The collection as it is handed out.
fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

/// A copy of the collection with one change to its catalogue.
fn changed(name: &str, from: &str, to: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(seeds()).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let path = folder.join("catalog.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "the catalogue has no {from:?} to change");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    folder
}

/// The change must stop the build; the message names the catalogue with the
/// line and column at which `at` begins in the changed text, and says `words`.
#[track_caller]
fn check(name: &str, from: &str, to: &str, at: &str, words: &str) {
    let folder = changed(name, from, to);
    let message = build_script::embed(&folder, |_| {}).unwrap_err();
    let text = std::fs::read_to_string(folder.join("catalog.toml")).unwrap();
    let offset = text.find(at).unwrap();
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let place = format!("catalog.toml:{line}:{column}");
    assert!(message.contains(&place), "{name}: expected {place} in:\n{message}");
    assert!(message.contains(words), "{name}: expected {words:?} in:\n{message}");
    assert!(message.contains("help: "), "{name}: expected a remedy in:\n{message}");
}

#[test]
fn the_collection_as_it_stands_builds_and_always_to_the_same_bytes() {
    let once = build_script::embed(&seeds(), |_| {}).unwrap();
    let twice = build_script::embed(&seeds(), |_| {}).unwrap();
    assert!(once == twice);
}

#[test]
fn a_misspelt_key_is_named_with_its_place() {
    check("misspelt-key", "[[meeting]]\nid", "[[meeting]]\nidd", "idd", "idd");
}

#[test]
fn a_file_that_is_missing_is_named_with_its_place() {
    check("missing-file", "000_185cc899e588de87.txt", "000_missing.txt", "\"000_missing.txt\"", "000_missing.txt");
}

#[test]
fn evidence_that_is_not_in_the_text_is_named_with_its_place() {
    check(
        "evidence",
        "Sunday, 21 October, 2001",
        "Monday, 22 October, 2001",
        "\"Monday, 22 October, 2001",
        "Monday, 22 October, 2001",
    );
}

#[test]
fn an_article_of_an_unknown_outlet_is_named_with_its_place() {
    check("unknown-outlet", "value = \"bbc\", basis", "value = \"gazette\", basis", "\"gazette\"", "gazette");
}

#[test]
fn a_query_that_names_an_unknown_issue_is_named_with_its_place() {
    check("unknown-issue", "'''syria OR", "'''issue:atlantis OR", "issue:atlantis", "atlantis");
}

#[test]
fn a_query_that_does_not_parse_is_named_with_its_place() {
    check("query", "'''syria OR syrian", "'''(syria OR syrian", "(syria", "parenthesis");
}

#[test]
fn a_folder_that_cannot_be_read_says_so() {
    let message = build_script::embed(Path::new("nowhere/at/all"), |_| {}).unwrap_err();
    assert!(message.contains("nowhere/at/all"), "{message}");
}
