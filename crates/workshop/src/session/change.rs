//! What is changed: the catalogue edited, files taken out and renamed, steps
//! undone and done again.
//!
//! Invariant: a change is one step, which keeps what was there before it.

use serde_json::{Value, json};

use super::history::{self, Dirty, File};
use super::{Session, Stopped, state};
use crate::catalogue::Catalogue;
use crate::edit::{Edit, Table};
use crate::folder::{CATALOGUE, problem};
use crate::init::begun;
use crate::{init, view};

impl Session {
    /// Changes files, as one step that can be undone.
    pub(super) fn change(
        &mut self,
        words: &str,
        files: Vec<File>,
        dirty: Dirty,
        batch: Option<u64>,
    ) -> Result<(), Stopped> {
        let before = history::put(&mut self.folder, files)?;
        self.forget(&dirty, &before);
        self.history.made(words, before, dirty, batch);
        Ok(())
    }

    /// Notes that files have changed.
    fn forget(&mut self, dirty: &Dirty, files: &[File]) {
        self.revision += 1;
        for (name, _) in files {
            if name == CATALOGUE {
                self.known.catalogue_changed(dirty);
            } else {
                self.known.file_changed(name);
            }
        }
    }

    pub(super) fn step_back(&mut self, undo: bool) -> Result<Value, Stopped> {
        let before = self.catalogue_text();
        let Some((files, dirty)) = self.history.step(undo, &mut self.folder)? else {
            return Err(Stopped::Said(format!("There is nothing to {}.", if undo { "undo" } else { "redo" })));
        };
        self.forget(&dirty, &files);
        Ok(self.changed(None, history::first_difference(&before, &self.catalogue_text())))
    }

    pub(super) fn edit(&mut self, edits: &[Edit], words: &str, batch: Option<u64>) -> Result<Value, Stopped> {
        let text = self.folder.catalogue()?.unwrap_or("").to_owned();
        let words = if words.is_empty() { called(edits, &text) } else { words.to_owned() };
        // A catalogue that begins here says what it is.
        let mut catalogue = if text.trim().is_empty() { Catalogue::parse(&begun())? } else { Catalogue::parse(&text)? };
        for edit in edits {
            catalogue.apply(edit)?;
        }
        let after = catalogue.to_text();
        let files: Option<Vec<String>> = edits.iter().map(|edit| edit.file().map(str::to_owned)).collect();
        let dirty = files.map_or(Dirty::All, Dirty::Files);
        let first = match &dirty {
            Dirty::Files(files) => files.first().cloned(),
            Dirty::All => None,
        };
        if after != text {
            self.change(&words, vec![catalogue_file(after.clone())], dirty, batch)?;
        }
        Ok(self.changed(first.as_deref(), history::first_difference(&text, &after)))
    }

    /// What is told after a change: the catalogue, the line from which it
    /// differs, and what the checks say of it and of the article concerned.
    pub(super) fn changed(&mut self, file: Option<&str>, line: usize) -> Value {
        let mut problems = self.header_problems();
        if let Some(file) = file.map(|file| self.source_of(file)) {
            problems.extend(
                self.known.examined(&self.folder, &file).map(|known| known.problems.clone()).unwrap_or_default(),
            );
        }
        json!({
            "problems": view::problems(&problems),
            "catalogue": self.catalogue_text(),
            "line": line,
            "undo": self.history.undo_words(),
            "redo": self.history.redo_words(),
        })
    }

    pub(super) fn init(&mut self) -> Result<Value, Stopped> {
        if self.folder.catalogue()?.is_some_and(|text| !text.trim().is_empty()) {
            return Err(Stopped::Said("There is a catalogue already; it is left as it is.".to_owned()));
        }
        let text = init(&self.folder)?;
        self.change("A first catalogue", vec![catalogue_file(text)], Dirty::All, None)?;
        Ok(self.changed(None, 0))
    }

    pub(super) fn remove(&mut self, file: &str) -> Result<Value, Stopped> {
        if self.folder.get(file).is_none() {
            return Err(problem(file, "There is no such file.", "Choose one from the list.").into());
        }
        let mut files = vec![(file.to_owned(), None)];
        files.extend(self.edited(&Edit::Forget { file: file.to_owned() }));
        self.change(&format!("{file} taken out"), files, Dirty::Files(vec![file.to_owned()]), None)?;
        Ok(json!({}))
    }

    pub(super) fn rename(&mut self, file: &str, name: &str) -> Result<Value, Stopped> {
        let Some(bytes) = self.folder.get(file).map(<[u8]>::to_vec) else {
            return Err(problem(file, "There is no such file.", "Choose one from the list.").into());
        };
        let mut files = vec![(file.to_owned(), None), (name.to_owned(), Some(bytes))];
        files.extend(self.edited(&Edit::Rename { file: file.to_owned(), name: name.to_owned() }));
        self.change(&format!("{file} renamed"), files, Dirty::Files(vec![file.to_owned(), name.to_owned()]), None)?;
        Ok(json!({}))
    }

    /// The catalogue after an edit, where it changes.
    fn edited(&self, edit: &Edit) -> Option<File> {
        let text = self.folder.catalogue().ok().flatten()?;
        let mut catalogue = Catalogue::parse(text).ok()?;
        catalogue.apply(edit).ok()?;
        let after = catalogue.to_text();
        (after != text).then(|| catalogue_file(after))
    }
}

/// The catalogue's file with this text.
pub(super) fn catalogue_file(text: String) -> File {
    (CATALOGUE.to_owned(), Some(text.into_bytes()))
}

impl Edit {
    /// The file of the article that an edit is about; none where it may be
    /// about all.
    pub fn file(&self) -> Option<&str> {
        match self {
            Edit::Fact { file, .. }
            | Edit::Clear { file, .. }
            | Edit::Line { file, .. }
            | Edit::ClearLine { file, .. }
            | Edit::Emend { file, .. }
            | Edit::ClearEmend { file, .. }
            | Edit::Speaker { file, .. }
            | Edit::ClearSpeaker { file, .. }
            | Edit::Listed { file, .. }
            | Edit::Unlisted { file, .. }
            | Edit::Notes { file, .. }
            | Edit::Forget { file } => Some(file),
            Edit::Collection { .. }
            | Edit::Put { .. }
            | Edit::Drop { .. }
            | Edit::Merge { .. }
            | Edit::Move { .. }
            | Edit::Rename { .. } => None,
        }
    }

    /// What an edit does, in a few words, for whoever may undo it; `catalogue` is the
    /// text that it changes, which says what ids are called.
    pub fn words(&self, catalogue: &str) -> String {
        let named = |table: Table, id: &str| named(catalogue, table, id);
        match self {
            Edit::Fact { file, key, .. } | Edit::Clear { file, key } => format!("{} of {file}", key_name(key)),
            Edit::Line { file, line, .. } | Edit::ClearLine { file, line } => format!("line {line} of {file}"),
            Edit::Emend { file, line, .. } | Edit::ClearEmend { file, line, .. } => {
                format!("repair on line {line} of {file}")
            }
            Edit::Speaker { file, line, .. } | Edit::ClearSpeaker { file, line, .. } => {
                format!("speaker on line {line} of {file}")
            }
            Edit::Listed { file, list, .. } | Edit::Unlisted { file, list, .. } => {
                format!("{} of {file}", key_name(list))
            }
            Edit::Notes { file, .. } => format!("notes on {file}"),
            Edit::Collection { title: Some(_), description: None, .. } => "name of the collection".to_owned(),
            Edit::Collection { title: None, description: Some(_), .. } => "description of the collection".to_owned(),
            Edit::Collection { .. } => "what the collection says of itself".to_owned(),
            Edit::Put { table, id, values } => match values.get("name").and_then(Value::as_str) {
                Some(name) => quoted(*table, name),
                None => named(*table, id),
            },
            Edit::Drop { table, id } => format!("{} taken out", named(*table, id)),
            Edit::Merge { table, id, into } => format!("{} joined with {}", named(*table, id), named(*table, into)),
            Edit::Move { table, id, .. } => format!("{} moved", named(*table, id)),
            Edit::Rename { file, .. } => format!("{file} renamed"),
            Edit::Forget { file } => format!("all that is said about {file}"),
        }
    }
}

/// What edits that are one step do: the first of them, and how many rows come with it.
fn called(edits: &[Edit], catalogue: &str) -> String {
    let words = edits.first().map(|edit| edit.words(catalogue)).unwrap_or_default();
    match edits.iter().filter(|edit| matches!(edit, Edit::Put { .. })).count() {
        0 | 1 => words,
        rows => format!("{words} and {} more", rows - 1),
    }
}

/// `person “Ida Berg”`.
fn quoted(table: Table, name: &str) -> String {
    format!("{} “{name}”", table.name())
}

/// A row by the name that the catalogue has for it; by its id where it has none.
fn named(catalogue: &str, table: Table, id: &str) -> String {
    let rows = state::tables(state::parsed(catalogue).get(table.name()));
    let row = rows.iter().find(|row| row.get(table.id_key()).and_then(Value::as_str) == Some(id));
    quoted(table, row.and_then(|row| row.get("name")).and_then(Value::as_str).unwrap_or(id))
}

/// What a key of an article is called in the page.
fn key_name(key: &str) -> &str {
    match key {
        "published" => "date",
        "byline" => "author",
        "url" => "address",
        "mentions" => "meetings mentioned",
        key => key,
    }
}

#[cfg(test)]
mod tests;
