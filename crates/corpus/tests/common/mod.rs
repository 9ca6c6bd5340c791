//! What the tests of the crates share.
#![allow(clippy::disallowed_methods, reason = "the test is the shell that reads the files")]

use std::fs;
use std::path::Path;

use summitry_corpus::{Built, SourceFile, build};

/// The five articles and their catalogue, built as the page builds them.
pub fn seeds() -> Built {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| name.ends_with(".txt"))
        .collect();
    files.sort();
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let catalogue = fs::read_to_string(folder.join("catalog.toml")).unwrap();
    build(&sources, Some(("catalog.toml", &catalogue))).unwrap_or_else(|problems| {
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n\n"))
    })
}
