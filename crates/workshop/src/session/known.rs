//! What is known of each file, examined once.
//!
//! Invariant: what is told of a file is what the build would say of it, with
//! the catalogue as it is now.

use std::collections::BTreeMap;

use summitry_corpus::{Article, Corpus, Examined, Examiner, Problem, Proposal, SourceFile, Vocabulary, Warning};

use super::history::Dirty;
use crate::folder::{CATALOGUE, Folder};
use crate::remedy::is_told_in_its_place;
use crate::report::fingerprint;

/// Files by name, and the catalogue with which they were examined.
#[derive(Default)]
pub(super) struct Known {
    examiner: Option<(Examiner, Vec<Problem>)>,
    files: BTreeMap<String, Examined>,
    /// What the words of each file's passages come to, so that the same article
    /// is found among thousands.
    prints: BTreeMap<String, u64>,
    /// What looks wrong in each file, as it is told.
    noted: BTreeMap<String, Vec<Warning>>,
}

impl Known {
    /// The catalogue's text is another; `dirty` says what of it is about articles.
    pub(super) fn catalogue_changed(&mut self, dirty: &Dirty) {
        self.examiner = None;
        match dirty {
            Dirty::All => self.files.clear(),
            // Problems name lines of the catalogue, which may have moved.
            Dirty::Files(names) => self.files.retain(|file, known| {
                let about = |name: &String| {
                    name == file || name.strip_prefix(file.as_str()).is_some_and(|rest| rest.starts_with('#'))
                };
                known.problems.is_empty() && !names.iter().any(about)
            }),
        }
        let files = &self.files;
        self.prints.retain(|file, _| files.contains_key(file));
        self.noted.retain(|file, _| files.contains_key(file));
    }

    /// A file has other bytes, or is gone.
    pub(super) fn file_changed(&mut self, name: &str) {
        self.files.remove(name);
        self.prints.remove(name);
        self.noted.remove(name);
    }

    /// Another file whose passages have the same words.
    pub(super) fn like(&mut self, folder: &Folder, file: &str) -> Option<String> {
        self.examined(folder, file)?;
        for (name, found) in &self.files {
            if !self.prints.contains_key(name) {
                let passages = found.articles.iter().flat_map(Article::passages);
                self.prints.insert(name.clone(), fingerprint(passages.map(|block| block.text.as_str())));
            }
        }
        let (own, nothing) = (*self.prints.get(file)?, fingerprint(std::iter::empty()));
        let same = |(name, print): &(&String, &u64)| *name != file && **print == own && own != nothing;
        self.prints.iter().find(same).map(|(name, _)| name.clone())
    }

    /// What became of a file that was examined elsewhere, with the same catalogue.
    pub(super) fn insert(&mut self, name: &str, found: Examined) {
        self.prints.remove(name);
        self.noted.remove(name);
        self.files.insert(name.to_owned(), found);
    }

    /// What was made of the catalogue.
    pub(super) fn examiner(&mut self, folder: &Folder) -> &(Examiner, Vec<Problem>) {
        self.examiner.get_or_insert_with(|| match folder.catalogue() {
            Ok(text) => Examiner::new(text.map(|text| (CATALOGUE, text))),
            Err(problem) => {
                let (examiner, mut problems) = Examiner::new(None);
                problems.push(problem);
                (examiner, problems)
            }
        })
    }

    /// What became of a file of the folder.
    pub(super) fn examined(&mut self, folder: &Folder, file: &str) -> Option<&Examined> {
        if !self.files.contains_key(file) {
            let bytes = folder.get(file)?;
            let found = self.examiner(folder).0.examine(SourceFile { name: file, bytes });
            self.files.insert(file.to_owned(), found);
        }
        self.files.get(file)
    }

    /// What looks wrong in a file and is not told in its place already: the same
    /// wherever it is shown or counted.
    pub(super) fn noted(&mut self, folder: &Folder, file: &str) -> &[Warning] {
        if !self.noted.contains_key(file)
            && let Some(found) = self.examined(folder, file)
        {
            let (articles, mut all) = (found.articles.clone(), found.warnings.clone());
            all.extend(self.examiner(folder).0.warnings(&articles));
            all.retain(|one| !is_told_in_its_place(&one.message, &one.remedy));
            self.noted.insert(file.to_owned(), all);
        }
        self.noted.get(file).map_or(&[], Vec::as_slice)
    }

    /// Examines every article of the folder, and gives them in its order.
    pub(super) fn all(&mut self, folder: &Folder) -> impl Iterator<Item = (&str, &Examined)> {
        let names: Vec<&str> = folder.articles().map(|(name, _)| name).collect();
        for name in names {
            let _ = self.examined(folder, name);
        }
        self.files.iter().map(|(name, found)| (name.as_str(), found))
    }

    /// The corpus of all articles.
    pub(super) fn corpus(&mut self, folder: &Folder) -> Corpus {
        let articles: Vec<Article> = self.all(folder).flat_map(|(_, found)| found.articles.clone()).collect();
        self.examiner(folder).0.collected(articles)
    }

    /// The repairs that may be right in an article, told by the words of all.
    pub(super) fn proposals(&mut self, folder: &Folder, article: &Article) -> Vec<Proposal> {
        let vocabulary = Vocabulary::new(self.all(folder).flat_map(|(_, found)| &found.articles));
        self.examiner(folder).0.proposals(&vocabulary, article)
    }
}
