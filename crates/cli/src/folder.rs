//! A folder of articles from the disk.
//!
//! Every subcommand reads it here, so that all say the same about a mistake.

use std::path::Path;

use clap::Args;
use summitry_corpus::{Built, Corpus, MOST_BYTES, Problem, SourceFile};
use summitry_workshop::{CATALOGUE, Folder, query_problems};

use crate::output;

const KINDS: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// How many problems are shown; whoever mends these sees the next.
const SHOWN: usize = 100;

/// How a folder is read.
#[derive(Args)]
pub struct Reading {
    /// Let one file that cannot be read stop the whole.
    #[arg(long)]
    strict: bool,
}

/// Reads and builds the corpus in `folder`. Files that cannot be read are named
/// on the standard error.
///
/// # Errors
/// What cannot be read, or every problem of the corpus, ready to print.
pub fn read(folder: &Path, reading: &Reading) -> Result<Corpus, String> {
    let built = built(folder, reading, summitry_corpus::build_only)?;
    for problem in &built.refused {
        eprintln!("{problem}\n");
    }
    Ok(built.corpus)
}

/// Reads and builds the corpus in `folder`, with what looks wrong in it.
///
/// # Errors
/// What cannot be read, or every problem of the corpus and of the queries in
/// its catalogue, ready to print.
pub fn build(folder: &Path, reading: &Reading) -> Result<Built, String> {
    built(folder, reading, summitry_corpus::build)
}

fn built(
    folder: &Path,
    reading: &Reading,
    build: impl FnOnce(&[SourceFile<'_>], Option<(&str, &str)>) -> Result<Built, Vec<Problem>>,
) -> Result<Built, String> {
    let files = sources(folder)?;
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let path = folder.join("catalog.toml");
    // A link to nothing is no missing catalogue.
    let catalogue = path.symlink_metadata().is_ok().then(|| text(&path)).transpose()?;
    let name = path.display().to_string();
    let built = build(&sources, catalogue.as_deref().map(|text| (name.as_str(), text)));
    let built = built.map_err(|problems| listed(&problems))?;
    if reading.strict && !built.refused.is_empty() {
        return Err(listed(&built.refused));
    }
    let problems = query_problems(&built.corpus, &built.catalogue);
    if problems.is_empty() { Ok(built) } else { Err(listed(&problems)) }
}

/// The articles and the catalogue of `folder`, in memory.
///
/// # Errors
/// What cannot be read or taken, ready to print.
pub fn whole(folder: &Path) -> Result<Folder, String> {
    let mut whole = Folder::new();
    for (name, bytes) in sources(folder)? {
        whole.add(&name, bytes).map_err(|problem| listed(&[problem]))?;
    }
    let path = folder.join(CATALOGUE);
    if path.symlink_metadata().is_ok() {
        whole.add(CATALOGUE, bytes(&path)?).map_err(|problem| listed(&[problem]))?;
    }
    Ok(whole)
}

/// Whether a file's ending is one of an article.
fn is_article(path: &Path) -> bool {
    let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or("").to_lowercase();
    KINDS.contains(&kind.as_str())
}

/// Files of the folder that are no articles and no part of a collection, by
/// name: an article among them was forgotten.
pub fn unread(folder: &Path) -> Vec<String> {
    const KNOWN: [&str; 2] = ["catalog.toml", "readme.md"];
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
    let other = entries.filter(|entry| !is_article(&entry.path()));
    let names = other.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> =
        names.filter(|name| !name.starts_with('.') && !KNOWN.contains(&name.to_lowercase().as_str())).collect();
    names.sort();
    names
}

/// The articles' files, by name.
fn sources(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let shown = folder.display();
    let unread = |error| format!("{shown} cannot be read: {error}.");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    if folder.is_file() {
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        return Err(format!("{shown} is a file; give the folder that it lies in: {}", parent.display()));
    }
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if is_article(&path) && !name.eq_ignore_ascii_case("readme.md") {
            let bytes = bytes(&path)?;
            files.push((name, bytes));
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(format!(
            "{shown} holds no article: put files that end in {} there.",
            KINDS.map(|kind| format!(".{kind}")).join(", ")
        ));
    }
    Ok(files)
}

fn text(path: &Path) -> Result<String, String> {
    String::from_utf8(bytes(path)?).map_err(|_| {
        let shown = path.display();
        format!("{shown} is not UTF-8. Save it again as UTF-8, or run `iconv -f WINDOWS-1252 -t UTF-8` over it.")
    })
}

/// The content of a file, when it is one: whatever else goes by the name of an
/// article gets a sentence, and a pipe is never waited at.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let unread = |error: std::io::Error| match path.symlink_metadata() {
        Ok(link) if link.is_symlink() => {
            format!("{shown} is a link that leads to no file: {error}. Take it out of the folder, or mend it.")
        }
        _ => format!("{shown} cannot be read: {error}."),
    };
    let found = path.metadata().map_err(unread)?;
    if found.is_dir() {
        return Err(format!(
            "{shown} is a folder with the name of a file. Give it another name, or move it elsewhere."
        ));
    }
    if !found.is_file() {
        return Err(format!("{shown} is no file but a pipe or a device. Take it out of the folder."));
    }
    if found.len() > MOST_BYTES as u64 {
        return Err(format!(
            "{shown} is larger than {} MB, which is no article. Split it, one article a file.",
            MOST_BYTES >> 20
        ));
    }
    std::fs::read(path).map_err(unread)
}

pub fn listed(problems: &[Problem]) -> String {
    let count = problems.len();
    let mut shown: Vec<String> = problems.iter().take(SHOWN).map(ToString::to_string).collect();
    if count > SHOWN {
        shown.push(format!("And {} more.", count - SHOWN));
    }
    format!("{}\n\n{} to mend.", shown.join("\n\n"), output::count(count, "thing", "things"))
}
