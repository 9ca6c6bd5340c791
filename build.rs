//! Makes the blob that the page carries: the articles, what is known about
//! them, and their labels; without the words that stand in the page itself.
//!
//! A thin caller: it reads the folder and prints what the crates say. A
//! mistake in the folder stops the build with its place and a remedy.

#[path = "src/library/apart.rs"]
#[allow(dead_code, reason = "taking apart is done here, putting together in the page")]
mod apart;
#[path = "build/articles.rs"]
mod articles;
#[path = "build/folder.rs"]
mod folder;

use std::path::{Path, PathBuf};

use folder::{Folder, listed};

#[allow(dead_code, reason = "the tests call `embed` and have no use for `main`")]
fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-env-changed=SUMMITRY_SEEDS");
    let place = folder::place(Path::new(""));
    println!("cargo::rerun-if-changed={}", place.display());
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    let write = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    let warn = |warning: &str| warning.lines().for_each(|line| println!("cargo::warning={line}"));
    let result = embed(&place, warn).and_then(|Embedded { blob, page }| {
        write("collection.bin", &apart::without(&blob, page.as_bytes()))?;
        write("articles.txt", page.as_bytes())
    });
    if let Err(message) = result {
        eprintln!("{message}");
        std::process::exit(1);
    }
}

/// What becomes of a folder of articles.
#[derive(Debug, PartialEq, Eq)]
pub struct Embedded {
    /// The articles, what is known about them, and their labels.
    pub blob: Vec<u8>,
    /// The words of the articles as they stand in the page.
    pub page: String,
}

/// The blob for the articles in `folder`, and their words in the page; `warn` is told what should be looked
/// at but does not stop the build.
///
/// # Errors
/// What is wrong in the folder, with places and remedies, ready to print.
pub fn embed(folder: &Path, warn: impl Fn(&str)) -> Result<Embedded, String> {
    let built = Folder::read(folder)?.build().map_err(|problems| listed(&problems))?;
    built.warnings.iter().for_each(|warning| warn(&warning.to_string()));
    let page = articles::words(&articles::html(&built.corpus));
    let blob = summitry_search::pack(&built.corpus).map_err(|problems| {
        let placed: Vec<_> = problems
            .iter()
            .filter_map(|problem| {
                let query = built.catalogue.query(&problem.issue.as_str().into())?;
                let (start, end) = (problem.range.start as usize, problem.range.end as usize);
                Some(query.problem(start, end, &problem.message, &problem.remedy))
            })
            .collect();
        listed(&placed)
    })?;
    Ok(Embedded { blob, page })
}
