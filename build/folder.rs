//! A collection's folder, read from the disk and packed: by the build script,
//! and by the chores that write articles into a page.
//!
//! Invariant: both see the same files in the same order, so the texts in the
//! page are those in the program.

use std::path::{Path, PathBuf};

use summitry_corpus::{Built, Problem, SourceFile};

/// The kinds of file that are taken for articles.
const KINDS: &[&str] = &["txt", "md", "html", "htm"];

/// Articles and catalogue as they lie on the disk.
pub struct Folder {
    /// Name and bytes of each article's file, in the order of their names.
    files: Vec<(String, Vec<u8>)>,
    /// Path and text of the catalogue, if there is one.
    catalogue: Option<(String, String)>,
}

/// Where the collection lies: `SUMMITRY_SEEDS`, else `seeds` in `root`.
pub fn place(root: &Path) -> PathBuf {
    std::env::var_os("SUMMITRY_SEEDS").map_or_else(|| root.join("seeds"), PathBuf::from)
}

impl Folder {
    /// Reads the files of `folder`.
    ///
    /// # Errors
    /// Which of them cannot be read, and why.
    pub fn read(folder: &Path) -> Result<Self, String> {
        Ok(Self { files: articles(folder)?, catalogue: catalogue(folder)? })
    }

    /// Makes the corpus of them.
    ///
    /// # Errors
    /// What is to be mended, each with its place.
    pub fn build(&self) -> Result<Built, Vec<Problem>> {
        let sources: Vec<SourceFile<'_>> = self.files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
        let catalogue = self.catalogue.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
        summitry_corpus::build(&sources, catalogue)
    }
}

/// The blob of a collection.
///
/// # Errors
/// What is wrong in an issue's query, with places and remedies, ready to print.
pub fn packed(built: &Built) -> Result<Vec<u8>, String> {
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

/// What is to be mended, counted and listed.
pub fn listed(problems: &[impl std::fmt::Display]) -> String {
    let count = match problems.len() {
        1 => "there is one thing".to_owned(),
        count => format!("there are {count} things"),
    };
    let list: String = problems.iter().map(|problem| format!("\n{problem}\n")).collect();
    format!("The collection cannot be built: {count} to mend.\n{list}")
}

fn articles(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
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

fn catalogue(folder: &Path) -> Result<Option<(String, String)>, String> {
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
