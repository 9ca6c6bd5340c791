//! What is taken along: the collection packed, the folder with its catalogue,
//! a page that holds it.
//!
//! Invariant: the folder that is worked on stays as it is.

use serde_json::json;
use summitry_search::Collection;

use super::{Answer, Session, Stopped};
use crate::folder::{CATALOGUE, Folder, problem};
use crate::{Joined, init, join, publish};

impl Session {
    /// The folder as it is taken along: where nothing was said yet, with the
    /// first catalogue, which says what was recognised and how to go on.
    pub(super) fn with_catalogue(&self) -> Folder {
        let mut folder = self.folder.clone();
        if folder.get(CATALOGUE).is_none_or(|bytes| bytes.trim_ascii().is_empty())
            && let Ok(text) = init(&folder)
        {
            // A folder that is full is taken along without it.
            let _ = folder.put(CATALOGUE, text.into_bytes());
        }
        folder
    }

    /// The blob of the collection; of it and the one packed in `beside`, where
    /// there is one.
    pub(super) fn pack(&mut self, beside: Option<&[u8]>) -> Answer {
        let problems = self.all_problems();
        if !problems.is_empty() {
            return Err(problems.into());
        }
        let corpus = self.known.corpus(&self.folder);
        if corpus.articles.is_empty() {
            return Err(problem(CATALOGUE, "There is no article yet.", "Bring one in first.").into());
        }
        let title = corpus.title.clone();
        let Joined { corpus, own } = match beside {
            None => Joined { corpus, own: Vec::new() },
            Some(page) => {
                let page = Collection::open(page).map_err(|error| Stopped::Said(error.to_string()))?;
                join(page.corpus().clone(), corpus)
            }
        };
        let blob = summitry_search::pack(&corpus).map_err(|_| self.all_problems())?;
        let passages: usize = corpus.articles.iter().map(|article| article.passages().count()).sum();
        let told = json!({"articles": corpus.articles.len(), "passages": passages, "title": title, "own": own});
        Ok((told, Some(blob)))
    }
}

/// The page in one file with the collection in a folder, made of another.
pub(super) fn page(folder: &Folder, template: &str, bytes: &[u8]) -> Result<String, Stopped> {
    let given = String::from_utf8_lossy(bytes);
    Ok(publish(if template.is_empty() { &given } else { template }, folder)?)
}

#[cfg(test)]
mod tests;
