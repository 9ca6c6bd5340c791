//! Makes the blob that the page carries: the articles, what is known about
//! them, and their index.
//!
//! A thin caller: it reads the folder and prints what the crates say. A
//! mistake in the folder stops the build with its place and a remedy.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use summitry_corpus::SourceFile;

/// The kinds of file that are taken for articles.
const KINDS: &[&str] = &["txt", "md", "html", "htm"];

#[allow(dead_code, reason = "the tests call `embed` and have no use for `main`")]
fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-env-changed=SUMMITRY_SEEDS");
    let folder = std::env::var_os("SUMMITRY_SEEDS").map_or_else(|| PathBuf::from("seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join("collection.bin");
    let result = embed(&folder, |warning| {
        warning.lines().for_each(|line| println!("cargo::warning={line}"));
    })
    .and_then(|blob| std::fs::write(&out, blob).map_err(|error| format!("{}: {error}", out.display())));
    if let Err(message) = result {
        eprintln!("{message}");
        std::process::exit(1);
    }
}

/// The blob for the articles in `folder`; `warn` is told what should be looked
/// at but does not stop the build.
///
/// # Errors
/// What is wrong in the folder, with places and remedies, ready to print.
pub fn embed(folder: &Path, warn: impl Fn(&str)) -> Result<Vec<u8>, String> {
    let files = read(folder)?;
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let catalogue = read_catalogue(folder)?;
    let catalogue = catalogue.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    let built = summitry_corpus::build(&sources, catalogue).map_err(|problems| listed(&problems))?;
    built.warnings.iter().for_each(|warning| warn(&warning.to_string()));
    summitry_search::pack(&built.corpus).map_err(|problems| {
        let placed: Vec<_> = problems
            .iter()
            .filter_map(|problem| {
                let query = built.catalogue.query(&problem.issue.as_str().into())?;
                let (start, end) = (problem.range.start as usize, problem.range.end as usize);
                Some(query.problem(start, end, &problem.message, &problem.remedy))
            })
            .collect();
        listed(&placed)
    })
}

fn listed(problems: &[impl std::fmt::Display]) -> String {
    let mut text = format!(
        "The collection cannot be built: {} to mend.\n",
        match problems.len() {
            1 => "there is one thing".to_owned(),
            count => format!("there are {count} things"),
        }
    );
    for problem in problems {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{problem}\n");
    }
    text
}

/// Name and bytes of each article's file, in the order of their names.
fn read(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default().to_ascii_lowercase();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if KINDS.contains(&kind.as_str()) {
            files.push((name.to_owned(), std::fs::read(&path).map_err(failed)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Path and text of the catalogue, if there is one.
fn read_catalogue(folder: &Path) -> Result<Option<(String, String)>, String> {
    let path = folder.join("catalog.toml");
    let name = path.display().to_string();
    match std::fs::read(&path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some((name, text))),
            Err(error) => {
                Err(format!("{name} is not UTF-8 (byte {}): save it as UTF-8.", error.utf8_error().valid_up_to()))
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{name} cannot be read: {error}")),
    }
}
