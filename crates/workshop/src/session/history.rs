//! What was changed, so that it can be undone and done again.
//!
//! Invariant: a step holds the files as they were before it and nothing else;
//! undoing and redoing exchange them with those that are there.

use summitry_corpus::Problem;

use crate::folder::Folder;

/// A file's name and its bytes; none for a file that is not there.
pub(super) type File = (String, Option<Vec<u8>>);

/// What of the catalogue a change is about.
#[derive(Clone, Debug)]
pub(super) enum Dirty {
    /// These articles alone.
    Files(Vec<String>),
    /// It may be about all.
    All,
}

/// The most steps that are kept.
const MOST_STEPS: usize = 500;

struct Step {
    words: String,
    before: Vec<File>,
    dirty: Dirty,
    batch: Option<u64>,
}

/// The steps made and undone.
#[derive(Default)]
pub(super) struct History {
    made: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Notes a change; one of the same batch as the last belongs to its step, which is
    /// called after the number of its files where they are several.
    pub(super) fn made(&mut self, words: &str, before: Vec<File>, dirty: Dirty, batch: Option<u64>) {
        self.undone.clear();
        if let Some(last) = self.made.last_mut().filter(|last| batch.is_some() && last.batch == batch) {
            for (name, bytes) in before {
                if !last.before.iter().any(|(known, _)| *known == name) {
                    last.before.push((name, bytes));
                }
            }
            if last.before.len() > 1 {
                last.words = format!("{} files brought in", last.before.len());
            }
            last.dirty = Dirty::All;
            return;
        }
        if self.made.len() >= MOST_STEPS {
            self.made.remove(0);
        }
        self.made.push(Step { words: words.to_owned(), before, dirty, batch });
    }

    /// Undoes the last step, or does it again; gives the files that changed.
    pub(super) fn step(&mut self, undo: bool, folder: &mut Folder) -> Result<Option<(Vec<File>, Dirty)>, Problem> {
        let (from, to) = if undo { (&mut self.made, &mut self.undone) } else { (&mut self.undone, &mut self.made) };
        let Some(step) = from.pop() else { return Ok(None) };
        let after = put(folder, step.before)?;
        to.push(Step { before: after.clone(), dirty: step.dirty.clone(), words: step.words, batch: None });
        Ok(Some((after, step.dirty)))
    }

    /// What would be undone.
    pub(super) fn undo_words(&self) -> Option<&str> {
        self.made.last().map(|step| step.words.as_str())
    }

    /// What would be done again.
    pub(super) fn redo_words(&self) -> Option<&str> {
        self.undone.last().map(|step| step.words.as_str())
    }
}

/// Writes files, all or none; gives them as they were before.
pub(super) fn put(folder: &mut Folder, files: Vec<File>) -> Result<Vec<File>, Problem> {
    let before: Vec<File> =
        files.iter().map(|(name, _)| (name.clone(), folder.get(name).map(<[u8]>::to_vec))).collect();
    // First what goes, for its name may be taken anew.
    files.iter().filter(|(_, bytes)| bytes.is_none()).for_each(|(name, _)| drop(folder.remove(name)));
    let mut put = files.into_iter().filter_map(|(name, bytes)| Some((name, bytes?)));
    let result: Result<(), Problem> = put.try_for_each(|(name, bytes)| folder.put(&name, bytes));
    if result.is_err() {
        before.iter().for_each(|(name, _)| drop(folder.remove(name)));
        for (name, bytes) in &before {
            if let Some(bytes) = bytes {
                folder.put(name, bytes.clone())?;
            }
        }
    }
    result.map(|()| before)
}

/// The one-based line on which two texts first differ.
pub(super) fn first_difference(one: &str, other: &str) -> usize {
    one.lines().zip(other.lines()).take_while(|(a, b)| a == b).count() + 1
}
