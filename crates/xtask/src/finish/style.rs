//! The style sheets of the page, bundled: `style.css` says what is in them.
//!
//! Invariant: what a later chunk brings along changes nothing in the rooms
//! before it; it stands in layers that the first sheet has ordered, and a
//! browser test compares both.

use std::fmt::Write;

use super::program::CHUNKS;
use super::script::{MODERN, minified};
use super::{Project, read_text, remove};
use crate::finish::assets::write;
use crate::step::Failure;

/// The page's style, minified.
pub struct Styles {
    /// All of it.
    pub whole: String,
    /// What the first view needs: all of it where the program is in one piece.
    pub first: String,
    /// What comes with each of [`CHUNKS`], in order; `None` where nothing does.
    pub later: Vec<Option<String>>,
}

impl Styles {
    /// The bundles; `divided` as the program is.
    ///
    /// # Errors
    /// When `style.css` cannot be read, does not import a file of a chunk, or
    /// the bundler fails.
    pub fn bundled(project: &Project, folder: &std::path::Path, divided: bool) -> Result<Self, Failure> {
        let contents = project.root.join("style.css");
        let whole = minified(project, folder, &contents, MODERN, &[])?;
        if !divided {
            return Ok(Self { first: whole.clone(), later: CHUNKS.iter().map(|_| None).collect(), whole });
        }
        let mut first = read_text(&contents)?;
        let mut later = Vec::new();
        // In a folder that Trunk does not watch; imports are read from there.
        let scraps = project.root.join("target");
        std::fs::create_dir_all(&scraps).map_err(|error| Failure::file("making", &scraps, &error))?;
        let entry = scraps.join("style.scrap.css");
        let bundle = |text: &str| -> Result<String, Failure> {
            write(&entry, text.replace("@import \"", "@import \"../").as_bytes())?;
            let bundled = minified(project, folder, &entry, MODERN, &[]);
            remove(&entry)?;
            bundled
        };
        for chunk in CHUNKS {
            let mut own = String::new();
            for file in chunk.styles {
                let line = import(file);
                first = without(&first, &line).ok_or_else(|| {
                    Failure::new(
                        format!("style.css does not import style/{file}, which comes with the chunk `{}`", chunk.name),
                        "put the line back, or take the file out of `CHUNKS` in crates/xtask/src/finish/program.rs",
                    )
                })?;
                let _ = write!(own, "{line}");
            }
            later.push(if own.is_empty() { None } else { Some(bundle(&own)?) });
        }
        Ok(Self { first: bundle(&first)?, later, whole })
    }
}

/// The line of `style.css` that takes a file in.
fn import(file: &str) -> String {
    format!("@import \"style/{file}\";\n")
}

/// The text without a line that stands in it once.
fn without(text: &str, line: &str) -> Option<String> {
    (text.matches(line).count() == 1).then(|| text.replace(line, ""))
}

#[cfg(test)]
mod tests {
    use super::{CHUNKS, import, without};

    #[test]
    fn every_sheet_of_a_part_stands_in_the_table_of_contents() {
        let contents = include_str!("../../../../style.css");
        for file in CHUNKS.iter().flat_map(|chunk| chunk.styles) {
            let rest = without(contents, &import(file)).expect(file);
            assert!(!rest.contains(file), "{file}");
        }
    }

    #[test]
    fn a_sheet_that_is_not_named_or_named_twice_is_no_part_of_one() {
        assert_eq!(without("", &import("a.css")), None);
        assert_eq!(without(&import("a.css").repeat(2), &import("a.css")), None);
        assert_eq!(without(&import("a.css"), &import("a.css")), Some(String::new()));
    }
}
