//! Files that lie beside articles and are none: what a browser saves along with
//! a page, and what systems add to folders.
//!
//! Invariant: a file goes for where it lies and what it is called, never for
//! what is in it, and each that goes is counted.

use std::collections::HashSet;

use serde_json::{Value, json};

/// How browsers and Windows call the folder beside a saved page: the page's
/// name and one of these ("connected files" of the Windows shell, in the
/// languages in which it and the browsers come).
const BESIDE: [&str; 20] = [
    "_files",
    ".files",
    "-Dateien",
    "_Dateien",
    "_fichiers",
    "_archivos",
    "_arquivos",
    "_ficheiros",
    "_file",
    "_bestanden",
    "-filer",
    "_filer",
    "_tiedostot",
    "_pliki",
    "_soubory",
    "_subory",
    "_elemei",
    "_fajlovi",
    "_datoteke",
    "_dosyalar",
];

/// What becomes of files by their paths, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// The places in the list of those that go.
    pub(crate) places: Vec<usize>,
    /// How many of them belong to saved pages.
    pub(crate) of_pages: usize,
    /// How many of them a system added.
    pub(crate) of_systems: usize,
}

/// Which of these files are no articles for where they lie. In time that grows
/// with their number.
pub(crate) fn left_out(names: &[&str]) -> LeftOut {
    let pages: HashSet<&str> = names.iter().filter_map(|name| page_stem(name)).collect();
    let mut found = LeftOut::default();
    for (place, name) in names.iter().enumerate() {
        if is_of_a_system(name) {
            found.of_systems += 1;
        } else if is_of_a_page(name, &pages) {
            found.of_pages += 1;
        } else {
            continue;
        }
        found.places.push(place);
    }
    found
}

impl LeftOut {
    /// The line of the report about them.
    pub(crate) fn report(&self, name: &str) -> Value {
        json!({
            "file": name, "received_as": name, "taken": false,
            "left_out": {"pages": self.of_pages, "systems": self.of_systems},
        })
    }
}

/// The path of a page without its ending.
fn page_stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    ["html", "htm", "xhtml"].iter().any(|page| ending.eq_ignore_ascii_case(page)).then_some(stem)
}

/// Whether a path lies in the folder beside one of the pages.
fn is_of_a_page(name: &str, pages: &HashSet<&str>) -> bool {
    let folders = name.match_indices('/').filter_map(|(end, _)| name.get(..end));
    folders
        .into_iter()
        .any(|folder| BESIDE.iter().any(|ending| folder.strip_suffix(ending).is_some_and(|stem| pages.contains(stem))))
}

/// What systems add to archives and folders, and what they do not show.
pub(crate) fn is_of_a_system(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or("");
    let named = ["Thumbs.db", "desktop.ini"].iter().any(|name| last.eq_ignore_ascii_case(name));
    let hidden = |part: &str| part == "__MACOSX" || part.len() > 1 && part.starts_with('.') && part != "..";
    named || path.split('/').any(hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], left: &[&str], [of_pages, of_systems]: [usize; 2]) {
        let found = left_out(names);
        let gone: Vec<&str> = found.places.iter().map(|place| names[*place]).collect();
        assert_eq!((gone.as_slice(), [found.of_pages, found.of_systems]), (left, [of_pages, of_systems]));
    }

    #[test]
    fn the_folder_beside_a_saved_page_goes_with_all_that_is_in_it() {
        check(
            &["s/Talks.html", "s/Talks_files/ad.html", "s/Talks_files/a/b.css", "s/Cod.HTM", "s/Cod-Dateien/x.js"],
            &["s/Talks_files/ad.html", "s/Talks_files/a/b.css", "s/Cod-Dateien/x.js"],
            [3, 0],
        );
    }

    #[test]
    fn a_folder_without_its_page_stays_and_so_does_one_of_another_name() {
        check(
            &["Talks_files/ad.html", "other/Talks.html", "herring.html", "herring/one.txt", "herring-more/two.txt"],
            &[],
            [0, 0],
        );
    }

    #[test]
    fn what_systems_add_goes() {
        check(
            &["a/.DS_Store", "__MACOSX/._a.txt", "a/THUMBS.DB", "a/desktop.ini", ".git/config", "a/b.txt", "..txt"],
            &["a/.DS_Store", "__MACOSX/._a.txt", "a/THUMBS.DB", "a/desktop.ini", ".git/config", "..txt"],
            [0, 6],
        );
    }
}
