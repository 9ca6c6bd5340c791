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
use crate::emend::{Proposal, Vocabulary, is_left};
use crate::encoding::Encoding;
use crate::fact::Fact;
use crate::limits;
use crate::model::Corpus;
use crate::problem::{Place, Problem, Problems, Warning};
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

/// A catalogue that was read once, for articles that are made one by one.
pub struct Examiner {
    read: Option<Read>,
    /// Everything of the corpus but its articles.
    corpus: Corpus,
}

/// What became of one file.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// Its articles: one, or those of an archive. None when it was refused.
    pub articles: Vec<Article>,
    /// What is wrong in what the catalogue says about them.
    pub problems: Vec<Problem>,
    /// What looks wrong or could be better.
    pub warnings: Vec<Warning>,
    /// Why the file could not be read, if it could not.
    pub refused: Option<Problem>,
    /// How it was read when it is not plain UTF-8.
    pub encoding: Option<Encoding>,
    /// How each article calls its outlet, where its page or archive says so.
    pub outlets: Vec<Option<Fact<String>>>,
}

impl Examiner {
    /// Reads a catalogue, if there is one, with its name; and says what is wrong
    /// in it apart from its articles. One that cannot be read at all counts as none.
    pub fn new(catalogue: Option<(&str, &str)>) -> (Self, Vec<Problem>) {
        let mut problems = Problems::default();
        let read = catalogue.map(|(name, text)| catalogue::read(name, text)).transpose();
        let read = read.unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let corpus = read.as_ref().map(|read| collection::collection(read, &mut problems)).unwrap_or_default();
        let examiner = Self { read, corpus };
        let problems = examiner.listed(problems, "");
        (examiner, problems)
    }

    /// Everything of the corpus but its articles.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Where things stand in the catalogue.
    pub fn catalogue(&self) -> CatalogueMap {
        self.read.as_ref().map(Read::map).unwrap_or_default()
    }

    /// What is wrong with the files that the catalogue names, when these are
    /// all that there are: files, and articles of archives.
    pub fn missing<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<Problem> {
        let mut problems = Problems::default();
        if let Some(read) = &self.read {
            check_files(read, &names.collect::<Vec<_>>(), &mut problems);
        }
        self.listed(problems, "")
    }

    /// Problems that a catalogue made, if there is one, or else a file.
    fn listed(&self, problems: Problems, file: &str) -> Vec<Problem> {
        problems.listed(self.read.as_ref().map_or(file, Read::file))
    }

    /// Makes the articles of a file. Linear in its length.
    pub fn examine(&self, source: SourceFile<'_>) -> Examined {
        let mut found = Examined::default();
        let decoded = decode(source.name, source.bytes);
        let text = match decoded.and_then(|decoded| too_long(source.name, &decoded.0).map(|()| decoded)) {
            Ok((text, encoding)) => {
                found.encoding = encoding;
                text
            }
            Err(problem) => {
                found.refused = Some(problem);
                return found;
            }
        };
        let read = self.read.as_ref();
        let whole = read.is_some_and(|read| entry(read, source.name).is_some());
        let (mut texts, mut noticed, mut problems) = (Vec::new(), Vec::new(), Problems::default());
        parted(source.name, text, whole, &mut texts, &mut noticed);
        for (name, text) in texts {
            let entry = read.and_then(|read| entry(read, &name));
            let made = compose(&name, text.into_owned(), entry, &self.corpus, &mut problems, &mut noticed);
            let made = made.and_then(|(mut article, outlet)| {
                give_voices(&mut article, &self.corpus.people, &self.corpus.sides);
                limits::refused_statements(&article).map(|()| (article, outlet))
            });
            let (mut article, outlet) = match made {
                Ok(made) => made,
                Err(problem) => {
                    found.refused.get_or_insert(problem);
                    continue;
                }
            };
            if let Some(entry) = entry {
                set_speakers(&mut article, entry, &self.corpus, &mut problems);
            }
            found.articles.push(article);
            found.outlets.push(outlet);
        }
        if found.articles.is_empty() {
            found.encoding = None;
        }
        found.problems = self.listed(problems, source.name);
        found.warnings = noticed;
        found
    }

    /// What looks wrong or could be better in articles, one against the other too.
    pub fn warnings(&self, articles: &[Article]) -> Vec<Warning> {
        warnings(articles, self.read.as_ref())
    }

    /// The repairs that may be right in an article and that the catalogue does
    /// not refuse.
    pub fn proposals(&self, vocabulary: &Vocabulary, article: &Article) -> Vec<Proposal> {
        let mut found = vocabulary.proposals(article);
        found.retain(|found| !self.read.as_ref().is_some_and(|read| is_left(read, found)));
        found
    }

    /// The corpus of articles that were made here; it keeps their ids apart.
    pub fn collected(&self, mut articles: Vec<Article>) -> Corpus {
        settle_ids(&mut articles, self.read.as_ref());
        articles.sort_by(|a, b| order(a).cmp(&order(b)));
        Corpus { articles, ..self.corpus.clone() }
    }
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
    built(sources, catalogue, Examiner::warnings)
}

/// The same for whoever shows no warnings: it does not look for what could be
/// better, and [`Built::warnings`] is empty.
///
/// # Errors
/// As [`build`].
pub fn build_only(sources: &[SourceFile<'_>], catalogue: Option<(&str, &str)>) -> Result<Built, Vec<Problem>> {
    let built = built(sources, catalogue, |_, _| Vec::new())?;
    Ok(Built { warnings: Vec::new(), ..built })
}

fn built(
    sources: &[SourceFile<'_>],
    catalogue: Option<(&str, &str)>,
    warn: impl FnOnce(&Examiner, &[Article]) -> Vec<Warning>,
) -> Result<Built, Vec<Problem>> {
    let (examiner, mut problems) = Examiner::new(catalogue);
    if catalogue.is_some() && examiner.read.is_none() {
        return Err(problems);
    }
    let (mut refused, mut encodings, mut noticed) = (Vec::new(), Vec::new(), Vec::new());
    let (mut articles, mut theirs): (Vec<Article>, Vec<Problem>) = (Vec::with_capacity(sources.len()), Vec::new());
    for found in examined(&examiner, sources) {
        refused.extend(found.refused);
        encodings.extend(found.encoding);
        noticed.extend(found.warnings);
        articles.extend(found.articles);
        theirs.extend(found.problems);
    }
    let files = sources.iter().map(|source| source.name);
    problems.extend(examiner.missing(files.chain(articles.iter().map(|article| article.file.as_str()))));
    problems.append(&mut theirs);
    if articles.is_empty() {
        problems.append(&mut refused);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut warnings = warn(&examiner, &articles);
    warnings.extend(noticed);
    let corpus = examiner.collected(articles);
    Ok(Built { corpus, warnings, catalogue: examiner.catalogue(), refused, encodings })
}

/// Bytes of files for which a thread of its own is worth its start.
#[cfg(not(target_family = "wasm"))]
const WORTH_A_THREAD: usize = 512 << 10;

/// What became of each of the files, in their order; by several threads where
/// there is much to read and the machine has them.
#[cfg(not(target_family = "wasm"))]
fn examined(examiner: &Examiner, sources: &[SourceFile<'_>]) -> Vec<Examined> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    let bytes: usize = sources.iter().map(|source| source.bytes.len()).sum();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.min(sources.len()).min(bytes / WORTH_A_THREAD);
    if threads < 2 {
        return sources.iter().map(|source| examiner.examine(*source)).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = sources.get(at) else { return found };
            found.push((at, examiner.examine(*source)));
        }
    };
    let mut found = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut found = work();
        for other in others {
            match other.join() {
                Ok(more) => found.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        found
    });
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, found)| found).collect()
}

/// In a browser there is one thread.
#[cfg(target_family = "wasm")]
fn examined<'s>(examiner: &'s Examiner, sources: &'s [SourceFile<'_>]) -> impl Iterator<Item = Examined> + 's {
    sources.iter().map(|source| examiner.examine(*source))
}

/// A text that is too long for its format refuses no other either.
fn too_long(name: &str, text: &str) -> Result<(), Problem> {
    match Format::of(name, text) {
        Format::Plain => limits::refused(name, text),
        _ => Ok(()),
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
fn check_files(read: &Read, files: &[&str], problems: &mut Problems) {
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

/// What is built of one file, for the tests beside the code.
#[cfg(test)]
pub(crate) fn build_one(name: &str, text: &str) -> Built {
    let built = build(&[SourceFile { name, bytes: text.as_bytes() }], None);
    built.unwrap_or_else(|problems| panic!("{}", problems[0]))
}
