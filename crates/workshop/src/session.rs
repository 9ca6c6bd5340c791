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
mod change;
mod history;
mod known;
mod preview;
mod state;
mod take;

use serde::Deserialize;
use serde_json::{Value, json};
use summitry_corpus::Problem;
use summitry_search::Collection;

use crate::edit::{Edit, EditError};
use crate::folder::Folder;
use crate::publish::folder_in;
use crate::remedy::in_a_page;
use crate::{file_name, view};
use change::catalogue_file;
use history::{Dirty, History};
use known::Known;
use take::page;

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
        #[serde(default)]
        batch: Option<u64>,
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
            Request::Edit { edit, mut edits, words, batch } => {
                edits.extend(edit);
                self.edit(&edits, &words, batch).and_then(plain)
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

    fn catalogue_text(&self) -> String {
        self.folder.catalogue().ok().flatten().unwrap_or("").to_owned()
    }

    /// The file in which an article came: its own, or that of its archive.
    fn source_of(&self, article: &str) -> String {
        match article.rsplit_once('#') {
            Some((file, _)) if self.folder.get(article).is_none() => file.to_owned(),
            _ => article.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
