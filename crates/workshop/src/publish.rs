//! A page made of a page: the same program with another collection.
//!
//! Invariant: the same page and the same folder give the same bytes, whatever
//! collection the page carried before; what is not about the collection stays
//! as it is, so the page's policy holds for it as before.

use base64::Engine;
use summitry_corpus::{Corpus, Problem};

use crate::data::{self, BUILT_IN, COLLECTION, FOLDER};
use crate::folder::{Folder, problem};
use crate::pack::{Packed, pack};
use crate::texts;

/// The page with the collection in `folder` in the place of the one that it has.
///
/// # Errors
/// What is to be mended in the folder, or that this is no page of Summitry in
/// one file.
pub fn publish(page: &str, folder: &Folder) -> Result<String, Vec<Problem>> {
    let Packed { blob, built } = pack(folder)?;
    let zip = folder.to_zip().map_err(|problem| vec![problem])?;
    let page = Page::of(page).ok_or_else(|| {
        let remedy = "Take `summitry.html` of a finished page (`cargo xtask build` writes it to `dist/`), whole.";
        vec![problem("summitry.html", "This is no page of Summitry in one file, or not the whole of it.", remedy)]
    })?;
    Ok(page.with(&built.corpus, &data::collection(&blob), &data::folder(&zip)))
}

/// The folder that a page carries, where it carries one.
///
/// # Errors
/// When it is damaged.
pub fn folder_of(page: &str) -> Result<Option<Folder>, Problem> {
    block(page, FOLDER).map_or(Ok(None), folder_in)
}

/// Whether a file is a page that carries a folder.
pub(crate) fn carries_a_folder(bytes: &[u8]) -> bool {
    block(&String::from_utf8_lossy(bytes), FOLDER).is_some_and(|letters| !letters.trim().is_empty())
}

/// The folder in the letters of a block of data; none where there are no letters.
///
/// # Errors
/// When it is damaged.
pub fn folder_in(letters: &str) -> Result<Option<Folder>, Problem> {
    if letters.trim().is_empty() {
        return Ok(None);
    }
    let damaged = |_| {
        problem(
            "the page",
            "The collection's folder in the page is damaged.",
            "Get the page anew from where it came from.",
        )
    };
    let zip = base64::engine::general_purpose::STANDARD.decode(letters.trim()).map_err(damaged)?;
    Folder::from_zip("the page", &zip).map(Some)
}

/// The letters in a page's block of data.
fn block<'p>(page: &'p str, id: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&data::opening(id))?;
    rest.split_once("</script>").map(|(inside, _)| inside)
}

/// A page in the pieces between which the collection stands.
struct Page<'p> {
    /// Up to the title's words.
    title: &'p str,
    /// From the title's end to what is said to machines.
    before_data: &'p str,
    /// From there to what the collection says of itself.
    before_head: &'p str,
    /// From there to the articles.
    before_texts: &'p str,
    /// From the blocks of data on.
    rest: String,
}

const TITLE: (&str, &str) = ("<title>", "</title>");
const DESCRIPTION: (&str, &str) = ("<meta name=\"description\" content=\"", "\">");
/// What is said of a page whose collection says nothing of itself.
const ANY_COLLECTION: &str = "A collection of articles to search, to filter by issue and to compare side by side, passage against passage. It runs wholly in the browser.";
const CANONICAL: &str = "<link rel=\"canonical\"";
const LINKED: (&str, &str) = ("<script type=\"application/ld+json\">", "</script>");
const HEAD: (&str, &str) = ("<main class=\"opening\" id=\"opening\">\n", "<p class=\"waits\">");
const TEXTS: (&str, &str) = ("<div id=\"texts\">", "</div>\n");

impl<'p> Page<'p> {
    /// Divides a page; `None` when a mark is missing.
    fn of(page: &'p str) -> Option<Self> {
        let (title, rest) = cut(page, TITLE)?;
        let (mut before_data, rest) = cut(rest, LINKED)?;
        let (before_head, rest) = cut(rest, HEAD)?;
        let (before_texts, rest) = cut(rest, TEXTS)?;
        // What is said of a public address is said of the page as it was there.
        if let Some((before, _)) = before_data.split_once(CANONICAL) {
            before_data = before;
        }
        let mut rest = rest.to_owned();
        for id in [BUILT_IN, COLLECTION, FOLDER] {
            if let Some((before, behind)) = rest.split_once(&data::opening(id)) {
                let behind = behind.split_once("</script>").map(|(_, behind)| behind)?;
                rest = format!("{before}{}", behind.strip_prefix('\n').unwrap_or(behind));
            }
        }
        Some(Self { title, before_data, before_head, before_texts, rest })
    }

    /// The page around a collection.
    fn with(&self, corpus: &Corpus, collection: &str, folder: &str) -> String {
        let title = if corpus.title.is_empty() { "A collection of articles" } else { &corpus.title };
        [
            self.title,
            TITLE.0,
            &texts::escaped(title),
            TITLE.1,
            &described(self.before_data, &corpus.description),
            LINKED.0,
            &data::linked(corpus, ""),
            LINKED.1,
            self.before_head,
            HEAD.0,
            &texts::head(corpus),
            "\n",
            HEAD.1,
            self.before_texts,
            TEXTS.0,
            &texts::articles(corpus),
            TEXTS.1,
            collection,
            "\n",
            folder,
            "\n",
            &self.rest,
        ]
        .concat()
    }
}

/// What search engines and previews tell of the page: the collection's own
/// description, or what is true of every collection.
fn described(head: &str, description: &str) -> String {
    let Some((before, rest)) = head.split_once(DESCRIPTION.0) else { return head.to_owned() };
    let Some((_, behind)) = rest.split_once(DESCRIPTION.1) else { return head.to_owned() };
    let words = if description.trim().is_empty() { ANY_COLLECTION } else { description.trim() };
    [before, DESCRIPTION.0, &texts::escaped(words).replace('"', "&quot;"), DESCRIPTION.1, behind].concat()
}

/// What stands before and behind an element.
fn cut<'t>(text: &'t str, (open, close): (&str, &str)) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(_, behind)| (before, behind))
}

/// The name of the file for a collection with a title.
pub fn file_name(folder: &Folder, ending: &str) -> String {
    let title = folder.catalogue().ok().flatten().and_then(title_of);
    let mut name = String::new();
    for c in title.as_deref().unwrap_or("").chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() > 60 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    format!("{}.{ending}", if name.is_empty() { "collection" } else { name })
}

fn title_of(text: &str) -> Option<String> {
    let document = text.parse::<toml_edit::DocumentMut>().ok()?;
    document.get("title")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests;
