//! The page's standard library is built without `Debug`: what is formatted with
//! it is empty there, as a key or as words, while every native test passes.
#![allow(missing_docs, reason = "a test")]

use std::path::Path;

fn look(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tests") {
            continue;
        }
        if path.is_dir() {
            look(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let is_test = |line: &&str| line.starts_with("#[cfg(") && line.contains("test");
            let code = text.lines().take_while(|line| !is_test(line));
            let lines = code.enumerate().filter(|(_, line)| line.contains(":?}") || line.contains(":#?}"));
            found.extend(lines.map(|(at, line)| format!("{}:{}: {}", path.display(), at + 1, line.trim())));
        }
    }
}

#[test]
fn nothing_that_runs_in_the_page_is_formatted_for_debugging() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in
        ["src", "crates/corpus/src", "crates/search/src", "crates/desk/src", "crates/workshop/src", "crates/worker/src"]
    {
        look(&root.join(folder), &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
