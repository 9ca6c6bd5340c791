//! A collection being worked on: what comes in, what is changed, what goes out,
//! as messages.
//!
//! Every request is JSON with an `op`, and bytes beside it where it brings
//! some; every reply is JSON with `ok`, and bytes beside it. What is asked for
//! and what is answered is written down in the crate's README.
//!
//! Invariants: a request that fails changes nothing; whatever changes can be
//! undone, in one step for each request or batch; a file is examined anew only
//! when its bytes or what the catalogue says about it have changed.

mod bring;
mod history;
mod known;
mod preview;
mod state;

use serde::Deserialize;
use serde_json::{Value, json};
use summitry_corpus::Problem;
use summitry_search::Collection;

use crate::catalogue::Catalogue;
use crate::edit::{Edit, EditError, Table};
use crate::folder::{CATALOGUE, Folder, problem};
use crate::init::begun;
use crate::publish::folder_in;
use crate::remedy::in_a_page;
use crate::{Joined, file_name, init, join, publish, view};
use history::{Dirty, File, History};
use known::Known;

/// The answer to a request.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The answer.
    pub json: String,
    /// What goes with it.
    pub bytes: Option<Vec<u8>>,
}

/// What can be asked for.
#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
enum Request {
    Receive {
        name: String,
        #[serde(default)]
        batch: Option<u64>,
    },
    /// Which of these files need not even be read.
    SortOut {
        names: Vec<String>,
    },
    Open {
        #[serde(default)]
        name: String,
        /// The letters of a page's block of data that holds a folder.
        #[serde(default)]
        carried: String,
    },
    Remove {
        file: String,
    },
    Rename {
        file: String,
        name: String,
    },
    Clear,
    State,
    Article {
        file: String,
    },
    Edit {
        #[serde(default)]
        edit: Option<Edit>,
        #[serde(default)]
        edits: Vec<Edit>,
        #[serde(default)]
        words: String,
    },
    Catalogue {
        text: String,
    },
    Undo,
    Redo,
    Init,
    Propose,
    IssuePreview {
        query: String,
        #[serde(default)]
        at_least: Option<f32>,
    },
    Check,
    Pack {
        #[serde(default)]
        beside: bool,
    },
    Zip,
    Page {
        #[serde(default)]
        template: String,
        /// The letters of another folder's block of data, whose page is wanted.
        #[serde(default)]
        carried: String,
    },
    Site {
        #[serde(default)]
        template: String,
    },
    Save,
    Restore,
}

/// A collection being worked on.
#[derive(Default)]
pub struct Session {
    folder: Folder,
    known: Known,
    history: History,
    /// Counts what has changed.
    revision: u32,
    /// All articles as a collection, and the revision that it is of.
    indexed: Option<(u32, Collection)>,
}

/// What stops a request.
enum Stopped {
    Problems(Vec<Problem>),
    Said(String),
}

impl From<Problem> for Stopped {
    fn from(problem: Problem) -> Self {
        Stopped::Problems(vec![problem])
    }
}

impl From<Vec<Problem>> for Stopped {
    fn from(problems: Vec<Problem>) -> Self {
        Stopped::Problems(problems)
    }
}

impl From<EditError> for Stopped {
    fn from(error: EditError) -> Self {
        Stopped::Said(error.to_string())
    }
}

type Answer = Result<(Value, Option<Vec<u8>>), Stopped>;

impl Session {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder as it is now.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Answers a request.
    pub fn handle(&mut self, request: &str, bytes: Option<&[u8]>) -> Reply {
        let answer = match serde_json::from_str(request) {
            Ok(request) => self.answer(request, bytes.unwrap_or(&[])),
            Err(error) => Err(Stopped::Said(format!("This request is not understood: {error}."))),
        };
        let (json, bytes) = match answer {
            Ok((mut json, bytes)) => {
                view::put(&mut json, "ok", json!(true));
                view::put(&mut json, "revision", json!(self.revision));
                (json, bytes)
            }
            Err(Stopped::Problems(problems)) => {
                let remedy = |one: &Problem| in_a_page(&one.remedy).map_or_else(|| one.remedy.clone(), str::to_owned);
                let sentence = problems.first().map(|first| format!("{} {}", first.message, remedy(first)));
                (json!({"ok": false, "problems": view::problems(&problems), "sentence": sentence}), None)
            }
            Err(Stopped::Said(sentence)) => (json!({"ok": false, "problems": [], "sentence": sentence}), None),
        };
        Reply { json: json.to_string(), bytes }
    }

    fn answer(&mut self, request: Request, bytes: &[u8]) -> Answer {
        let plain = |json: Value| Ok((json, None));
        match request {
            Request::Receive { name, batch } => plain(self.receive(&name, bytes, batch)),
            Request::SortOut { names } => plain(Self::sorted_out(&names)),
            Request::Open { name, carried } => self.open(&name, &carried, bytes).and_then(plain),
            Request::Remove { file } => self.remove(&file).and_then(plain),
            Request::Rename { file, name } => self.rename(&file, &name).and_then(plain),
            Request::Clear => {
                let empty = self.folder.files().map(|(name, _)| (name.to_owned(), None)).collect();
                self.change("Everything taken out", empty, Dirty::All, None)?;
                plain(json!({}))
            }
            Request::State => plain(self.state()),
            Request::Article { file } => self.article(&file).and_then(plain),
            Request::Edit { edit, mut edits, words } => {
                edits.extend(edit);
                self.edit(&edits, &words).and_then(plain)
            }
            Request::Catalogue { text } => {
                self.change("The catalogue's text", vec![catalogue_file(text)], Dirty::All, None)?;
                plain(self.changed(None, 0))
            }
            Request::Undo => self.step_back(true).and_then(plain),
            Request::Redo => self.step_back(false).and_then(plain),
            Request::Init => self.init().and_then(plain),
            Request::Propose => plain(self.proposed()),
            Request::IssuePreview { query, at_least } => plain(self.preview(&query, at_least)),
            Request::Check => {
                let problems = self.all_problems();
                plain(json!({"problems": view::problems(&problems)}))
            }
            Request::Pack { beside } => self.pack(beside.then_some(bytes)),
            Request::Zip => {
                let folder = self.with_catalogue();
                Ok((json!({"name": file_name(&folder, "zip")}), Some(folder.to_zip()?)))
            }
            Request::Save => Ok((json!({"name": file_name(&self.folder, "zip")}), Some(self.folder.to_zip()?))),
            Request::Page { template, carried } => {
                let other = folder_in(&carried)?;
                let folder = other.as_ref().unwrap_or(&self.folder);
                let page = page(folder, &template, bytes)?;
                Ok((json!({"name": file_name(folder, "html")}), Some(page.into_bytes())))
            }
            Request::Site { template } => {
                let page = page(&self.folder, &template, bytes)?;
                let mut site = Folder::new();
                site.add("index.html", page.into_bytes())?;
                for (name, bytes) in self.with_catalogue().files() {
                    site.add(&format!("collection/{name}"), bytes.to_vec())?;
                }
                Ok((json!({"name": file_name(&self.folder, "site.zip")}), Some(site.to_zip()?)))
            }
            Request::Restore => {
                let folder = Folder::from_zip("what was kept on this device", bytes)?;
                *self = Self { revision: self.revision + 1, folder, ..Self::default() };
                plain(json!({}))
            }
        }
    }

    /// Changes files, as one step that can be undone.
    fn change(&mut self, words: &str, files: Vec<File>, dirty: Dirty, batch: Option<u64>) -> Result<(), Stopped> {
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

    fn step_back(&mut self, undo: bool) -> Result<Value, Stopped> {
        let before = self.catalogue_text();
        let Some((files, dirty)) = self.history.step(undo, &mut self.folder)? else {
            return Err(Stopped::Said(format!("There is nothing to {}.", if undo { "undo" } else { "redo" })));
        };
        self.forget(&dirty, &files);
        Ok(self.changed(None, history::first_difference(&before, &self.catalogue_text())))
    }

    fn catalogue_text(&self) -> String {
        self.folder.catalogue().ok().flatten().unwrap_or("").to_owned()
    }

    fn edit(&mut self, edits: &[Edit], words: &str) -> Result<Value, Stopped> {
        let text = self.folder.catalogue()?.unwrap_or("").to_owned();
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
        let words =
            if words.is_empty() { edits.first().map(Edit::words).unwrap_or_default() } else { words.to_owned() };
        if after != text {
            self.change(&words, vec![catalogue_file(after.clone())], dirty, None)?;
        }
        Ok(self.changed(first.as_deref(), history::first_difference(&text, &after)))
    }

    /// What is told after a change: the catalogue, the line from which it
    /// differs, and what the checks say of it and of the article concerned.
    fn changed(&mut self, file: Option<&str>, line: usize) -> Value {
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

    fn init(&mut self) -> Result<Value, Stopped> {
        if self.folder.catalogue()?.is_some_and(|text| !text.trim().is_empty()) {
            return Err(Stopped::Said("There is a catalogue already; it is left as it is.".to_owned()));
        }
        let text = init(&self.folder)?;
        self.change("A first catalogue", vec![catalogue_file(text)], Dirty::All, None)?;
        Ok(self.changed(None, 0))
    }

    /// The folder as it is taken along: where nothing was said yet, with the
    /// first catalogue, which says what was recognised and how to go on.
    fn with_catalogue(&self) -> Folder {
        let mut folder = self.folder.clone();
        if folder.get(CATALOGUE).is_none_or(|bytes| bytes.trim_ascii().is_empty())
            && let Ok(text) = init(&folder)
        {
            // A folder that is full is taken along without it.
            let _ = folder.put(CATALOGUE, text.into_bytes());
        }
        folder
    }

    fn remove(&mut self, file: &str) -> Result<Value, Stopped> {
        if self.folder.get(file).is_none() {
            return Err(problem(file, "There is no such file.", "Choose one from the list.").into());
        }
        let mut files = vec![(file.to_owned(), None)];
        files.extend(self.edited(&Edit::Forget { file: file.to_owned() }));
        self.change(&format!("{file} taken out"), files, Dirty::Files(vec![file.to_owned()]), None)?;
        Ok(json!({}))
    }

    fn rename(&mut self, file: &str, name: &str) -> Result<Value, Stopped> {
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

    /// The blob of the collection; of it and the one packed in `beside`, where
    /// there is one.
    fn pack(&mut self, beside: Option<&[u8]>) -> Answer {
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

    /// The file in which an article came: its own, or that of its archive.
    fn source_of(&self, article: &str) -> String {
        match article.rsplit_once('#') {
            Some((file, _)) if self.folder.get(article).is_none() => file.to_owned(),
            _ => article.to_owned(),
        }
    }
}

/// The catalogue's file with this text.
fn catalogue_file(text: String) -> File {
    (CATALOGUE.to_owned(), Some(text.into_bytes()))
}

/// The page in one file with the collection in a folder, made of another.
fn page(folder: &Folder, template: &str, bytes: &[u8]) -> Result<String, Stopped> {
    let given = String::from_utf8_lossy(bytes);
    Ok(publish(if template.is_empty() { &given } else { template }, folder)?)
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

    /// What an edit does, in a few words, for whoever may undo it.
    pub fn words(&self) -> String {
        let named = |table: &Table, id: &str| format!("{} {id}", table.name());
        match self {
            Edit::Fact { file, key, .. } | Edit::Clear { file, key } => format!("{key} of {file}"),
            Edit::Line { file, line, .. } | Edit::ClearLine { file, line } => format!("line {line} of {file}"),
            Edit::Emend { file, line, .. } | Edit::ClearEmend { file, line, .. } => {
                format!("repair on line {line} of {file}")
            }
            Edit::Speaker { file, line, .. } | Edit::ClearSpeaker { file, line, .. } => {
                format!("speaker on line {line} of {file}")
            }
            Edit::Listed { file, list, .. } | Edit::Unlisted { file, list, .. } => format!("{list} of {file}"),
            Edit::Notes { file, .. } => format!("notes on {file}"),
            Edit::Collection { .. } => "the collection's title and description".to_owned(),
            Edit::Put { table, id, .. } => named(table, id),
            Edit::Drop { table, id } => format!("{} taken out", named(table, id)),
            Edit::Merge { table, id, into } => format!("{} joined with {into}", named(table, id)),
            Edit::Move { table, id, .. } => format!("{} moved", named(table, id)),
            Edit::Rename { file, .. } => format!("{file} renamed"),
            Edit::Forget { file } => format!("all that is said about {file}"),
        }
    }
}

#[cfg(test)]
mod tests;
