//! A collection's folder, read from the disk: by the build script, and by the
//! chores that write articles into a page.
//!
//! Invariant: both see the same files in the same order, so the texts in the
//! page are those in the program.

use std::path::{Path, PathBuf};

use summitry_corpus::Problem;
use summitry_workshop::{CATALOGUE, Folder, Packed, is_article, pack_named};

/// The variable that names another folder than `seeds`.
pub const VARIABLE: &str = "SUMMITRY_SEEDS";

/// Where the collection lies: `SUMMITRY_SEEDS`, else `seeds` in `root`.
pub fn place(root: &Path) -> PathBuf {
    std::env::var_os(VARIABLE).map_or_else(|| root.join("seeds"), PathBuf::from)
}

/// Reads the articles and the catalogue of the folder at `place`.
///
/// # Errors
/// Which of them cannot be read or taken, and why.
pub fn read(place: &Path) -> Result<Folder, String> {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", place.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(place).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        // What is called as no article is none.
        names.extend(name.to_str().filter(|name| is_article(name) || *name == CATALOGUE).map(str::to_owned));
    }
    names.sort();
    let mut folder = Folder::new();
    for name in names {
        let path = place.join(&name);
        let bytes = std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        folder.add(&name, bytes).map_err(|problem| listed(&[problem]))?;
    }
    Ok(folder)
}

/// Packs the folder that was read from `place`.
///
/// # Errors
/// What is to be mended, with places and remedies, ready to print.
pub fn packed(folder: &Folder, place: &Path) -> Result<Packed, String> {
    pack_named(folder, &place.join(CATALOGUE).display().to_string()).map_err(|problems| listed(&problems))
}

/// What is to be mended, counted and listed.
fn listed(problems: &[Problem]) -> String {
    let count = match problems.len() {
        1 => "there is one thing".to_owned(),
        count => format!("there are {count} things"),
    };
    let list: String = problems.iter().map(|problem| format!("\n{problem}\n")).collect();
    format!("The collection cannot be built: {count} to mend.\n{list}")
}
