//! A collection's folder in memory: names and bytes.
//!
//! Invariant: every name is one that may be written into a folder of any
//! system without leaving it or another file being lost, and there are never
//! more files or bytes than the limits say.

use std::collections::BTreeMap;

use summitry_corpus::{Place, Problem};

/// The catalogue's file.
pub const CATALOGUE: &str = "catalog.toml";
/// The most files that a folder holds.
pub const MOST_FILES: usize = 5_000;
/// The most bytes that one file has.
pub const MOST_FILE_BYTES: usize = 16 << 20;
/// The most bytes that all files together have.
pub const MOST_BYTES: usize = 256 << 20;
/// The most bytes that a name has, as most systems have it.
const MOST_NAME: usize = 240;
/// The endings of files that are read as articles.
const KINDS: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// Files by name, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    files: BTreeMap<String, Vec<u8>>,
    bytes: usize,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When the name is not safe or taken (letters that differ in size alone are
    /// the same name on many systems), or a limit would be passed.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Problem> {
        self.could_add(name, bytes.len())?;
        self.bytes += bytes.len();
        self.files.insert(name.to_owned(), bytes);
        Ok(())
    }

    /// Whether a file of this name and length could be added.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn could_add(&self, name: &str, length: usize) -> Result<(), Problem> {
        let said = |message: String, remedy: &str| Err(problem(name, message, remedy));
        if let Some(fault) = name_fault(name) {
            return said(fault.to_owned(), "Give the file a plain name, such as `talks-2001.txt`.");
        }
        if length > MOST_FILE_BYTES {
            let message = format!("The file is larger than {} MB, which is no article.", MOST_FILE_BYTES >> 20);
            return said(message, "Split it, one article a file.");
        }
        if self.same_name(name).is_some() {
            return said("There is a file of this name already.".to_owned(), "Give one of the two another name.");
        }
        if self.files.len() >= MOST_FILES {
            let message = format!("There are {MOST_FILES} files already, and no more are taken.");
            return said(message, "Make a second collection of the others.");
        }
        if self.bytes + length > MOST_BYTES {
            let message = format!("With this file there would be more than {} MB.", MOST_BYTES >> 20);
            return said(message, "Make a second collection of the others.");
        }
        Ok(())
    }

    /// Writes a file, whether it was there or not.
    ///
    /// # Errors
    /// As [`add`](Self::add); the file is then as it was.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Problem> {
        let before = self.remove(name);
        let result = self.add(name, bytes);
        if let (Err(_), Some(before)) = (&result, before) {
            self.bytes += before.len();
            self.files.insert(name.to_owned(), before);
        }
        result
    }

    /// Takes a file out.
    pub fn remove(&mut self, name: &str) -> Option<Vec<u8>> {
        let bytes = self.files.remove(name)?;
        self.bytes = self.bytes.saturating_sub(bytes.len());
        Some(bytes)
    }

    /// A file's bytes.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// All files, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The files that are read as articles, by name.
    pub fn articles(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files().filter(|(name, _)| is_article(name))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How many bytes all files have together.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The catalogue's text, where there is one.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn catalogue(&self) -> Result<Option<&str>, Problem> {
        let Some(bytes) = self.get(CATALOGUE) else { return Ok(None) };
        std::str::from_utf8(bytes).map(Some).map_err(|error| {
            problem(
                CATALOGUE,
                format!("The catalogue is not UTF-8 (byte {}).", error.valid_up_to()),
                "Save it as UTF-8.",
            )
        })
    }

    /// A name like `wanted` that is safe and free: without folders, with plain
    /// signs, and with a number where the name is taken.
    pub fn free_name(&self, wanted: &str) -> String {
        let name = plain_name(wanted);
        if self.same_name(&name).is_none() {
            return name;
        }
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
        let dot = if ending.is_empty() { "" } else { "." };
        (2_usize..)
            .map(|number| format!("{stem}-{number}{dot}{ending}"))
            .find(|name| self.same_name(name).is_none())
            .unwrap_or_default()
    }

    /// The name of the file that a system without large and small letters would
    /// take for `name`.
    fn same_name(&self, name: &str) -> Option<&str> {
        if let Some((same, _)) = self.files.get_key_value(name) {
            return Some(same);
        }
        self.files.keys().map(String::as_str).find(|other| other.eq_ignore_ascii_case(name))
    }
}

/// Whether a file is read as an article: by its ending, in the folder itself,
/// and unless it says what the folder is.
pub fn is_article(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !name.contains('/') && KINDS.contains(&ending.as_str()) && !name.eq_ignore_ascii_case("readme.md")
}

/// What is wrong with a name, as a sentence.
pub(crate) fn name_fault(name: &str) -> Option<&'static str> {
    let bytes = name.as_bytes();
    if name.trim().is_empty() {
        return Some("The file has no name.");
    }
    if name.len() > MOST_NAME {
        return Some("The file's name is too long.");
    }
    if name.chars().any(is_hidden) {
        return Some("The file's name has signs that are not shown.");
    }
    if name.contains('\\') {
        return Some("The file's name has a backslash, with which it could lead out of the folder.");
    }
    let drive = bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic);
    if name.starts_with('/') || drive {
        return Some("The file's name begins at the root of a disk, so it would lead out of the folder.");
    }
    if name.split('/').any(|part| part == "..") {
        return Some("The file's name goes up with `..`, so it would lead out of the folder.");
    }
    if name.split('/').any(|part| part.is_empty() || part == ".") {
        return Some("The file's name has a part that is empty.");
    }
    None
}

/// Signs that show nothing or turn others around.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A safe name made of any: the last part, with a hyphen for signs that some
/// system does not take.
fn plain_name(wanted: &str) -> String {
    let last =
        wanted.rsplit(['/', '\\']).find(|part| !part.trim_matches(['.', ' ']).is_empty()).unwrap_or("article.txt");
    let odd = |c: char| is_hidden(c) || "<>:\"|?*#".contains(c);
    let name: String = last.chars().map(|c| if odd(c) { '-' } else { c }).collect();
    let name = name.trim_matches([' ', '.']).trim_start_matches('-');
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let most = MOST_NAME.saturating_sub(ending.len() + 20);
    let stem = stem.get(..stem.floor_char_boundary(most)).unwrap_or(stem);
    match (stem.is_empty(), ending.is_empty() || ending.len() > 20) {
        (true, _) => "article.txt".to_owned(),
        (false, true) => stem.to_owned(),
        (false, false) => format!("{stem}.{ending}"),
    }
}

/// A problem with a whole file.
pub(crate) fn problem(file: &str, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
    Problem { place: Place::whole_file(file), message: message.into(), remedy: remedy.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        let refused = Folder::new().add(name, Vec::new()).unwrap_err();
        assert!(refused.message.contains(expected), "{name:?}: {}", refused.message);
        assert!(!refused.remedy.is_empty());
    }

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_refused_with_a_sentence() {
        for name in ["../a.txt", "a/../../b.txt", ".."] {
            check(name, "goes up");
        }
        for name in ["/etc/a.txt", "C:a.txt", "c:/a.txt"] {
            check(name, "root of a disk");
        }
        check("a\\b.txt", "backslash");
        check("a\u{0}b.txt", "not shown");
        check("a\u{202e}txt.b", "not shown");
        for name in ["", "  "] {
            check(name, "no name");
        }
        for name in ["a//b.txt", "./a.txt", "a/"] {
            check(name, "empty");
        }
        check(&"x".repeat(300), "too long");
    }

    #[test]
    fn names_that_some_systems_take_for_the_same_are_refused() {
        let mut folder = Folder::new();
        folder.add("Talks.txt", vec![1]).unwrap();
        assert!(folder.add("talks.TXT", vec![2]).unwrap_err().message.contains("already"));
        assert_eq!(folder.free_name("x/talks.txt"), "talks-2.txt");
        assert_eq!(folder.get("Talks.txt"), Some(&[1][..]));
    }

    #[test]
    fn a_free_name_is_always_one_that_can_be_added() {
        let mut folder = Folder::new();
        for name in ["", "..", "a/b/../c.txt", "C:\\x\\y.html", "Was? \"Nun\".md", "\u{202e}.txt", "ß.txt", ".htaccess"]
        {
            for _ in 0..2 {
                let free = folder.free_name(name);
                folder.add(&free, Vec::new()).unwrap();
                assert!(!free.contains('/'), "{name:?} became {free:?}");
            }
        }
        let long = folder.free_name(&"é".repeat(400));
        folder.add(&long, Vec::new()).unwrap();
    }

    #[test]
    fn limits_are_held_and_what_was_there_stays() {
        let mut folder = Folder::new();
        folder.add("a.txt", vec![0; 10]).unwrap();
        assert!(folder.put("a.txt", vec![0; MOST_FILE_BYTES + 1]).unwrap_err().message.contains("16 MB"));
        assert_eq!(folder.bytes(), 10);
        folder.put("a.txt", vec![0; 4]).unwrap();
        assert_eq!((folder.bytes(), folder.len()), (4, 1));
        for number in 1..MOST_FILES {
            folder.add(&format!("{number}.txt"), Vec::new()).unwrap();
        }
        assert!(folder.add("more.txt", Vec::new()).unwrap_err().message.contains("5000 files"));
    }

    #[test]
    fn articles_are_told_by_their_ending() {
        let mut folder = Folder::new();
        for name in ["b.TXT", "a.html", "README.md", "catalog.toml", "deep/c.txt", "d.png"] {
            folder.add(name, Vec::new()).unwrap();
        }
        assert_eq!(folder.articles().map(|(name, _)| name).collect::<Vec<_>>(), ["a.html", "b.TXT"]);
    }
}
