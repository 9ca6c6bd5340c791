//! From the bytes of a folder to a corpus.
//!
//! Invariant: every problem is reported, not only the first; no bytes make it
//! panic.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::archive::{Documents, documents};
use crate::article::Article;
use crate::catalogue::{self, CatalogueMap, Read};
use crate::collection::{self, HELPED, check_ids};
use crate::compose::{Entry, compose, set_speakers};
use crate::encoding::Encoding;
use crate::model::Corpus;
use crate::problem::{Place, Problem, Warning};
use crate::source::{Format, decode};
use crate::voices::give_voices;
use crate::warnings::warnings;

/// A file of the folder.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, without a folder. The ending says what it is: `.md` and
    /// `.html` are read as such, everything else as plain text.
    pub name: &'a str,
    /// Its bytes as received.
    pub bytes: &'a [u8],
}

/// What [`build`] returns.
#[derive(Clone, Debug)]
pub struct Built {
    /// The corpus.
    pub corpus: Corpus,
    /// What looks wrong or could be better, in the order of the files.
    pub warnings: Vec<Warning>,
    /// Where things stand in the catalogue.
    pub catalogue: CatalogueMap,
    /// Files that could not be read; the others are built.
    pub refused: Vec<Problem>,
    /// Files that are not plain UTF-8, and how they were read.
    pub encodings: Vec<Encoding>,
}

/// Builds a corpus from files and, if there is one, a catalogue with its name.
///
/// Time is linear in the length of the texts; memory holds the corpus and, for
/// the text being worked on, a small multiple of its length.
///
/// A file that cannot be read refuses no other: it is named in
/// [`Built::refused`].
///
/// # Errors
/// Every problem of the catalogue that was found, in the order of the files; or
/// that no file could be read.
pub fn build(sources: &[SourceFile<'_>], catalogue: Option<(&str, &str)>) -> Result<Built, Vec<Problem>> {
    let read =
        catalogue.map(|(name, text)| catalogue::read(name, text)).transpose().map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut corpus = read.as_ref().map(|read| collection::collection(read, &mut problems)).unwrap_or_default();
    let (mut refused, mut encodings, mut noticed) = (Vec::new(), Vec::new(), Vec::new());
    let mut texts: Vec<(String, Cow<'_, str>)> = Vec::with_capacity(sources.len());
    for source in sources {
        match decode(source.name, source.bytes) {
            Ok((text, encoding)) => {
                if let Some(problem) = too_long(source.name, &text) {
                    refused.push(problem);
                    continue;
                }
                encodings.extend(encoding);
                let whole = read.as_ref().is_some_and(|read| entry(read, source.name).is_some());
                parted(source.name, text, whole, &mut texts, &mut noticed);
            }
            Err(problem) => refused.push(problem),
        }
    }
    if let Some(read) = &read {
        let names: Vec<&str> =
            sources.iter().map(|source| source.name).chain(texts.iter().map(|(name, _)| name.as_str())).collect();
        check_files(read, &names, &mut problems);
    }
    let mut articles: Vec<Article> = Vec::with_capacity(texts.len());
    for (name, text) in texts {
        let entry = read.as_ref().and_then(|read| entry(read, &name));
        let mut article = compose(&name, text.into_owned(), entry, &corpus, &mut problems, &mut noticed);
        give_voices(&mut article, &corpus.people, &corpus.sides);
        if let Some(entry) = entry {
            set_speakers(&mut article, entry, &corpus, &mut problems);
        }
        articles.push(article);
    }
    if articles.is_empty() {
        problems.append(&mut refused);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut warnings = warnings(&articles, read.as_ref());
    warnings.extend(noticed);
    settle_ids(&mut articles, read.as_ref());
    articles.sort_by(|a, b| order(a).cmp(&order(b)));
    corpus.articles = articles;
    let catalogue = read.map(|read| read.map).unwrap_or_default();
    Ok(Built { corpus, warnings, catalogue, refused, encodings })
}

/// A text that is too long for its format refuses no other either.
fn too_long(name: &str, text: &str) -> Option<Problem> {
    match Format::of(name, text) {
        Format::Plain => crate::limits::refused(name, text),
        _ => None,
    }
}

/// A file's text, or each of the documents of an archive in it, which are named
/// after the file: `talks.txt#2`. A file that the catalogue names is one.
fn parted<'a>(
    name: &str,
    text: Cow<'a, str>,
    whole: bool,
    texts: &mut Vec<(String, Cow<'a, str>)>,
    noticed: &mut Vec<Warning>,
) {
    let plain = !whole && Format::of(name, &text) == Format::Plain;
    let found = if plain { documents(&text) } else { Documents::One };
    let mut say = |line: u32, message: String, remedy: &str| {
        let place = Place { line, ..Place::whole_file(name) };
        noticed.push(Warning { place, message, remedy: remedy.to_owned() });
    };
    match found {
        Documents::One => texts.push((name.to_owned(), text)),
        Documents::Unsure(line) => {
            let message = "The file seems to hold several documents of an archive, and where each begins is unsure; it is read as one.";
            say(line, message.to_owned(), "Put each document into a file of its own.");
            texts.push((name.to_owned(), text));
        }
        Documents::Several(parts) => {
            let count = parts.len();
            let message = format!(
                "The file holds {count} documents of an archive; each is an article, {name}#1 to {name}#{count}."
            );
            say(
                1,
                message,
                "In the catalogue each has its own entry under that name; lines are counted in each from 1.",
            );
            for (number, part) in (1_u32..).zip(parts) {
                let part = text.get(part).unwrap_or("").to_owned();
                texts.push((format!("{name}#{number}"), Cow::Owned(part)));
            }
        }
    }
}

fn order(article: &Article) -> (bool, Option<crate::Date>, &str) {
    let date = article.published.as_ref().map(|published| published.date);
    (date.is_none(), date, &article.id.0)
}

fn entry<'a>(read: &'a Read, file: &str) -> Option<Entry<'a>> {
    Some(Entry { read, article: read.article(file)? })
}

/// Every entry names a file that is there, and only once.
fn check_files(read: &Read, files: &[&str], problems: &mut Vec<Problem>) {
    let entries = &read.tables.articles;
    check_ids(read, "article", entries.iter().filter_map(|article| article.id.as_ref()), problems);
    let names: HashSet<&str> = files.iter().copied().collect();
    let mut seen = HashSet::new();
    for article in entries {
        let file = &article.file;
        if !names.contains(file.value.as_str()) {
            let helped = problems.len() < HELPED;
            let near = crate::nearest::nearest(&file.value, files.iter().copied().filter(|_| helped));
            let remedy = match near {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Put the file beside the catalogue, or take the entry out.".to_owned(),
            };
            problems.push(read.problem(&file.at, format!("There is no file `{}`.", file.value), remedy));
        }
        if !seen.insert(file.value.as_str()) {
            problems.push(read.problem(
                &file.at,
                format!("The file `{}` has two entries.", file.value),
                "Join the two, or take one out.",
            ));
        }
    }
}

/// Ids made of file names are kept apart from each other and from given ones.
fn settle_ids(articles: &mut [Article], read: Option<&Read>) {
    let given: Vec<&str> = read
        .iter()
        .flat_map(|read| &read.tables.articles)
        .filter_map(|entry| entry.id.as_ref())
        .map(|id| id.value.as_str())
        .collect();
    let has_given =
        |file: &str| read.and_then(|read| entry(read, file)).is_some_and(|entry| entry.article.id.is_some());
    let mut taken: HashSet<String> = given.iter().map(|id| (*id).to_owned()).collect();
    let mut counts: HashMap<String, u32> = HashMap::new();
    for article in articles.iter_mut().filter(|article| !has_given(&article.file)) {
        let stem = article.id.0.clone();
        let count = counts.entry(stem.clone()).or_insert(1);
        while !taken.insert(article.id.0.clone()) {
            *count += 1;
            article.id.0 = format!("{stem}-{count}");
        }
    }
}
