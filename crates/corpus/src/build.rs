//! From the bytes of a folder to a corpus.
//!
//! Invariant: every problem is reported, not only the first; no bytes make it
//! panic.

use std::collections::{HashMap, HashSet};

use crate::article::Article;
use crate::catalogue::{self, CatalogueMap, Read};
use crate::collection::{self, HELPED, check_ids};
use crate::compose::{Entry, compose, set_speakers};
use crate::model::Corpus;
use crate::problem::{Problem, Warning};
use crate::source::decode;
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
}

/// Builds a corpus from files and, if there is one, a catalogue with its name.
///
/// Time is linear in the length of the texts; memory holds the corpus and, for
/// the text being worked on, a small multiple of its length.
///
/// # Errors
/// Every problem that was found, in the order of the files.
pub fn build(sources: &[SourceFile<'_>], catalogue: Option<(&str, &str)>) -> Result<Built, Vec<Problem>> {
    let read =
        catalogue.map(|(name, text)| catalogue::read(name, text)).transpose().map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut corpus = read.as_ref().map(|read| collection::collection(read, &mut problems)).unwrap_or_default();
    if let Some(read) = &read {
        check_files(read, sources, &mut problems);
    }
    let mut articles: Vec<Article> = Vec::with_capacity(sources.len());
    for source in sources {
        match decode(source.name, source.bytes) {
            Ok(text) => {
                let entry = read.as_ref().and_then(|read| entry(read, source.name));
                let mut article = compose(source.name, text.to_owned(), entry, &corpus, &mut problems);
                give_voices(&mut article, &corpus.people, &corpus.sides);
                if let Some(entry) = entry {
                    set_speakers(&mut article, entry, &corpus, &mut problems);
                }
                articles.push(article);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let warnings = warnings(&articles, read.as_ref());
    settle_ids(&mut articles, read.as_ref());
    articles.sort_by(|a, b| order(a).cmp(&order(b)));
    corpus.articles = articles;
    Ok(Built { corpus, warnings, catalogue: read.map(|read| read.map).unwrap_or_default() })
}

fn order(article: &Article) -> (bool, Option<crate::Date>, &str) {
    let date = article.published.as_ref().map(|published| published.date);
    (date.is_none(), date, &article.id.0)
}

fn entry<'a>(read: &'a Read, file: &str) -> Option<Entry<'a>> {
    Some(Entry { read, article: read.article(file)? })
}

/// Every entry names a file that is there, and only once.
fn check_files(read: &Read, sources: &[SourceFile<'_>], problems: &mut Vec<Problem>) {
    let entries = &read.tables.articles;
    check_ids(read, "article", entries.iter().filter_map(|article| article.id.as_ref()), problems);
    let names: HashSet<&str> = sources.iter().map(|source| source.name).collect();
    let mut seen = HashSet::new();
    for article in entries {
        let file = &article.file;
        if !names.contains(file.value.as_str()) {
            let helped = problems.len() < HELPED;
            let near =
                crate::nearest::nearest(&file.value, sources.iter().map(|source| source.name).filter(|_| helped));
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
