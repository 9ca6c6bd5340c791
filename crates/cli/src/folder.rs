//! A folder of articles from the disk.
//!
//! Every subcommand reads it here, so that all say the same about a mistake.

use std::path::Path;

use summitry_corpus::{Built, Corpus, Problem, SourceFile};

const KINDS: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// Reads and builds the corpus in `folder`.
///
/// # Errors
/// What cannot be read, or every problem of the corpus, ready to print.
pub fn read(folder: &Path) -> Result<Corpus, String> {
    Ok(build(folder)?.corpus)
}

/// Reads and builds the corpus in `folder`, with what looks wrong in it.
///
/// # Errors
/// What cannot be read, or every problem of the corpus and of the queries in
/// its catalogue, ready to print.
pub fn build(folder: &Path) -> Result<Built, String> {
    let files = sources(folder)?;
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let path = folder.join("catalog.toml");
    let catalogue = path.exists().then(|| text(&path)).transpose()?;
    let name = path.display().to_string();
    let built = summitry_corpus::build(&sources, catalogue.as_deref().map(|text| (name.as_str(), text)));
    let built = built.map_err(|problems| listed(&problems))?;
    let problems = query_problems(&built);
    if problems.is_empty() { Ok(built) } else { Err(listed(&problems)) }
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
            let bytes = std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
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
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// What the search crate says about the issues' queries, at their places.
fn query_problems(built: &Built) -> Vec<Problem> {
    let found = summitry_search::problems(&built.corpus).into_iter().filter_map(|problem| {
        let place = built.catalogue.query(&problem.issue.as_str().into())?;
        Some(place.problem(problem.range.start as usize, problem.range.end as usize, &problem.message, &problem.remedy))
    });
    found.collect()
}

fn listed(problems: &[Problem]) -> String {
    let count = problems.len();
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("{}\n\n{count} {} to mend.", shown.join("\n\n"), if count == 1 { "thing" } else { "things" })
}
