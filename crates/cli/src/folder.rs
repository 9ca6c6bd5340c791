//! A folder of articles from the disk.

use std::path::Path;

use summitry_corpus::{Corpus, SourceFile};

const KINDS: [&str; 4] = ["txt", "md", "html", "htm"];

/// Reads and builds the corpus in `folder`.
///
/// # Errors
/// What cannot be read, or every problem of the corpus, ready to print.
pub fn read(folder: &Path) -> Result<Corpus, String> {
    let shown = folder.display();
    let listing = std::fs::read_dir(folder).map_err(|error| format!("{shown} cannot be read: {error}."))?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in listing {
        let path = entry.map_err(|error| format!("{shown} cannot be read: {error}."))?.path();
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or("").to_lowercase();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if KINDS.contains(&kind.as_str()) {
            let bytes = std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
            files.push((name, bytes));
        }
    }
    files.sort();
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let path = folder.join("catalog.toml");
    let catalogue = match path.exists() {
        true => Some(
            std::fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?,
        ),
        false => None,
    };
    let name = path.display().to_string();
    let built = summitry_corpus::build(&sources, catalogue.as_deref().map(|text| (name.as_str(), text)));
    let built = built.map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))?;
    Ok(built.corpus)
}
