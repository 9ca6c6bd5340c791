//! The page calls the same thing always the same, by the name that people know
//! from other tools: “Compare”, “Export”, “Search syntax”.
#![allow(missing_docs, reason = "a test")]

use std::path::Path;

/// What is not said, and what is said instead. In small letters.
const NAMES: [(&str, &str); 12] = [
    ("lay ", "compare"),
    ("laid ", "compared"),
    ("lays ", "compares"),
    ("take it along", "export"),
    ("taken along", "exported"),
    ("all that you can type", "search syntax"),
    ("unfold all", "expand all"),
    ("fold all", "collapse all"),
    ("let go", "clear"),
    ("line up", "align"),
    ("hand on", "export"),
    ("ready comparisons", "suggested comparisons"),
];

/// The strings of a line of code that a reader could see: with a blank or a
/// capital letter in them.
fn strings(line: &str) -> impl Iterator<Item = &str> {
    let is_words = |text: &&str| text.contains(' ') || text.starts_with(|letter: char| letter.is_uppercase());
    line.split('"').skip(1).step_by(2).filter(is_words)
}

fn look(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            look(&entry.unwrap().path(), found);
        }
    } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
        let text = std::fs::read_to_string(path).unwrap();
        let is_test = |line: &&str| line.starts_with("#[cfg(") && line.contains("test");
        let code = text.lines().take_while(|line| !is_test(line)).enumerate();
        for (at, line) in code.filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for words in strings(line) {
                found.extend(other_name(words).map(|name| format!("{}:{}: {words}: {name}", path.display(), at + 1)));
            }
        }
    }
}

fn other_name(words: &str) -> Option<String> {
    let words = [" ", &words.to_lowercase(), " "].concat();
    let (_, name) = NAMES.iter().find(|(other, _)| words.contains(&[" ", other].concat()))?;
    Some(format!("say “{name}”"))
}

#[test]
fn the_page_calls_the_same_thing_always_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    look(&root.join("src"), &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn another_name_is_found_wherever_it_stands_in_a_string() {
    let found = |line: &str| strings(line).any(|words| other_name(words).is_some());
    assert!(found(r#".add("Lay these 4 side by side")"#));
    assert!(found(r#".add(format!("Take it along"))"#));
    assert!(found(r#"tell("Open it, then hand on the file.")"#));
    assert!(!found(r#".class("line-up").add("display of 4 columns")"#));
}
