//! What the workshop knows at this moment, and how it is changed: by a request
//! to its core, after which the state is asked for anew.
//!
//! Invariant: a change that could not be made is told and leaves everything as
//! it was. The signals live as long as the page, so that another room can be
//! looked at in between.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::article::Place;
use super::bring::Rich;
use super::draft::{self, Draft};
use super::export;
use super::files::{Named, read};
use super::keep::{self, Autosave};
use super::reply::{Article, Done, Outcome, Problem, Proposals, Received, Report, SortedOut, State, Viewed};
use crate::app::focus;
use crate::navigation::Navigation;
use crate::wording::count;
use crate::workshop::send;

thread_local! {
    /// The signals, once the room was opened first. What the frame holds from the
    /// beginning on knows nothing of them: they come with this part of the program.
    static OPENED: Cell<Option<Signals>> = const { Cell::new(None) };
    /// What is to show the collection once it has been read.
    static RESUMED: Cell<Option<Navigation>> = const { Cell::new(None) };
}

/// How far bringing in is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// How many files are through.
    pub done: usize,
    /// Of how many.
    pub total: usize,
    /// The one that is being read.
    pub file: String,
}

/// What the workshop says of what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Whether it went wrong.
    pub wrong: bool,
    /// In a sentence.
    pub sentence: String,
    /// Where and what to do, if it was refused.
    pub problems: Vec<Problem>,
}

/// The workshop's signals. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Signals {
    /// The collection as it stands.
    pub state: RwSignal<Arc<State>>,
    /// Whether the collection has been read for the first time.
    pub ready: RwSignal<bool>,
    /// The article that is to be shown then.
    wanted: RwSignal<Option<String>>,
    /// What became of the files that were brought in last.
    pub brought: RwSignal<Arc<Vec<Report>>>,
    /// How far bringing in is, while it goes on.
    pub progress: RwSignal<Option<Progress>>,
    /// What was done last.
    pub told: RwSignal<Option<Notice>>,
    /// The article that is being checked.
    pub article: RwSignal<Option<Arc<Article>>>,
    /// What the texts suggest, once asked for.
    pub proposals: RwSignal<Option<Arc<Proposals>>>,
    /// The state that was saved to a file last.
    pub saved: RwSignal<Option<u64>>,
    /// The state that stands in all rooms.
    pub used: RwSignal<Option<u64>>,
    /// What is kept on this device.
    pub autosave: Autosave,
    /// Whether something is being made that takes a moment.
    pub busy: RwSignal<bool>,
    /// What is open of the article that is being checked.
    pub place: Place,
    /// What stands in the field to paste an article into.
    pub pasted: RwSignal<String>,
    /// The same with its formatting, if it came with any.
    pub pasted_rich: RwSignal<Rich>,
    /// What is typed as the collection's name.
    pub title: Draft,
    /// What is typed as its description.
    pub description: Draft,
    cancelled: RwSignal<bool>,
    batch: StoredValue<u32>,
}

impl Signals {
    /// The workshop's, made the first time.
    pub fn opened() -> Self {
        if let Some(signals) = OPENED.get() {
            return signals;
        }
        // They are to outlive the view that asks for them first.
        let owner = Owner::new_root(None);
        let signals = owner.with(Self::default);
        std::mem::forget(owner);
        OPENED.set(Some(signals));
        signals.place.follow();
        draft::follow(signals);
        spawn_local(async move {
            keep::begin(signals).await;
            signals.refreshed().await;
            if let Some(navigation) = RESUMED.take() {
                export::show_for_address(signals, navigation).await;
            }
        });
        signals
    }

    /// Shows the collection that is open in all rooms, at what the address says.
    pub fn resume(navigation: Navigation) {
        match OPENED.get().filter(|signals| signals.ready.get_untracked()) {
            Some(signals) => spawn_local(async move { export::show_for_address(signals, navigation).await }),
            None => {
                RESUMED.set(Some(navigation));
                Self::opened();
            }
        }
    }

    /// Asks the core; what it refuses is told and gives nothing.
    pub async fn ask<T: DeserializeOwned>(
        self,
        request: Value,
        bytes: Option<Vec<u8>>,
    ) -> Option<(T, Option<Vec<u8>>)> {
        match send(&request.to_string(), bytes).await {
            Ok(reply) => match self.refused(&reply.json) {
                true => None,
                false => serde_json::from_str(&reply.json).ok().map(|answer| (answer, reply.bytes)),
            },
            Err(sentence) => {
                self.tell_wrong(sentence);
                keep::reopen(self);
                None
            }
        }
    }

    /// Tells what was refused, if it was.
    fn refused(self, json: &str) -> bool {
        let Ok(outcome) = serde_json::from_str::<Outcome>(json) else {
            self.tell_wrong(
                "The workshop gave an answer that this page does not understand. Load the page again.".to_owned(),
            );
            return true;
        };
        if !outcome.ok && !outcome.cancelled {
            let sentence = outcome.sentence.unwrap_or_else(|| match outcome.problems.as_slice() {
                [] => "That could not be done.".to_owned(),
                problems => format!("That could not be done: {}.", count(problems.len(), "problem", "problems")),
            });
            self.told.set(Some(Notice { wrong: true, sentence, problems: outcome.problems }));
        }
        !outcome.ok
    }

    /// Says what was done.
    pub fn tell(self, sentence: impl Into<String>) {
        self.told.set(Some(Notice { wrong: false, sentence: sentence.into(), problems: Vec::new() }));
    }

    /// Says what went wrong.
    pub fn tell_wrong(self, sentence: impl Into<String>) {
        self.told.set(Some(Notice { wrong: true, sentence: sentence.into(), problems: Vec::new() }));
    }

    /// Asks for the state anew, and for the article that is being checked.
    async fn refreshed(self) {
        if let Some((state, _)) = self.ask::<State>(json!({ "op": "state" }), None).await {
            self.state.set(Arc::new(state));
            keep::later(self);
        }
        self.ready.set(true);
        let shown = self.article.with_untracked(|article| article.as_ref().map(|article| article.file.clone()));
        let wanted = self.wanted.try_update(Option::take).flatten();
        if let Some(file) = wanted.or(shown) {
            self.viewed(file).await;
        }
        // What was pressed may be gone.
        focus::back();
    }

    /// Asks for the state anew, and gives its revision.
    pub async fn reread(self) -> u64 {
        self.refreshed().await;
        self.state.with_untracked(|state| state.revision)
    }

    /// Shows an article to be checked.
    pub fn show(self, file: String) {
        let shown = self.article.with_untracked(|article| article.as_ref().is_some_and(|shown| shown.file == file));
        if !shown {
            self.place.line.set(None);
            if !self.ready.get_untracked() {
                // What the device has is still being read.
                return self.wanted.set(Some(file));
            }
            spawn_local(async move { self.viewed(file).await });
        }
    }

    async fn viewed(self, file: String) {
        // One that was taken out, or whose bringing in was undone.
        if !self.state.with_untracked(|state| state.has(&file)) {
            return self.article.set(None);
        }
        let request = json!({ "op": "article", "file": file });
        if let Some((viewed, _)) = self.ask::<Viewed>(request, None).await {
            self.article.set(Some(Arc::new(viewed.article)));
        }
    }

    /// Makes a change of the catalogue: one step of undo.
    pub fn edit(self, edit: Value, done: impl Into<String>) {
        self.request(json!({ "op": "edit", "edit": edit }), done);
    }

    /// Asks for something that changes the collection, and says when it is done.
    pub fn request(self, request: Value, done: impl Into<String>) {
        let done = done.into();
        spawn_local(async move {
            self.requested(request, done).await;
        });
    }

    /// Asks for something that changes the collection, and says nothing of it; whether
    /// it was done.
    pub async fn change(self, request: Value) -> bool {
        let done = self.ask::<Done>(request, None).await.is_some();
        if done {
            self.refreshed().await;
        }
        done
    }

    /// The same as [`request`](Self::request), waited for; whether it could be done.
    pub async fn requested(self, request: Value, done: String) -> bool {
        let changes = request.get("op").is_some_and(|op| op == "edit");
        let before = self.state.with_untracked(|state| state.problems.clone());
        if self.ask::<Done>(request, None).await.is_none() {
            return false;
        }
        self.refreshed().await;
        // What was asked for stands in the catalogue, and may not hold there;
        // other problems may only stand on another line now.
        let same =
            |one: &Problem, old: &Problem| (&one.file, &one.text, &one.message) == (&old.file, &old.text, &old.message);
        let is_new = |one: &&Problem| changes && one.level == "error" && !before.iter().any(|old| same(one, old));
        let problems: Vec<Problem> =
            self.state.with_untracked(|state| state.problems.iter().filter(is_new).cloned().collect());
        let holds = problems.is_empty();
        if holds {
            self.tell(done);
        } else {
            let sentence =
                "This does not hold, so it is not used yet. Correct it, or take it back with “Undo”.".to_owned();
            self.told.set(Some(Notice { wrong: true, sentence, problems }));
        }
        holds
    }

    /// Makes a change of the catalogue that a form holds, and closes the form
    /// when the change is made.
    pub fn submit(self, edit: Value, done: String, open: RwSignal<bool>) {
        spawn_local(async move {
            if self.requested(json!({ "op": "edit", "edit": edit }), done).await {
                // The form goes by itself where its row is another now.
                let _ = open.try_set(false);
                focus::back();
            }
        });
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.request(json!({ "op": "undo" }), "The last change was taken back.");
    }

    /// Makes the change again that was taken back.
    pub fn redo(self) {
        self.request(json!({ "op": "redo" }), "The change was made again.");
    }

    /// Asks what the texts suggest.
    pub fn propose(self) {
        spawn_local(async move {
            if let Some((found, _)) = self.ask::<Proposals>(json!({ "op": "propose" }), None).await {
                self.proposals.set(Some(Arc::new(found)));
            }
        });
    }

    /// Stops bringing in: what is through stays, of the rest nothing is taken.
    pub fn cancel(self) {
        self.cancelled.set(true);
    }

    /// Brings files in, one after the other. The list of articles follows after
    /// one, two, four, eight of them and so on: the first can be looked at at
    /// once, and all these lists together cost less than twice the last.
    pub async fn bring(self, files: Vec<Named>) {
        let batch = self.begin(files.len());
        let (files, left_out) = self.sorted_out(files).await;
        let total = files.len();
        let mut reports = Vec::with_capacity(total + 1);
        reports.extend(left_out);
        for (done, file) in files.into_iter().enumerate() {
            if self.cancelled.get_untracked() {
                break;
            }
            self.progress.set(Some(Progress { done, total, file: file.path.clone() }));
            let name = file.path.clone();
            match read(file).await {
                Ok(bytes) => reports.append(&mut self.receive(&name, bytes, batch).await),
                Err(why) => {
                    reports.push(Report { received_as: name, sentence: Some(why.to_owned()), ..Report::default() })
                }
            }
            if (done + 1).is_power_of_two() && done + 1 < total {
                self.refreshed().await;
            }
        }
        self.end(reports, total).await;
    }

    /// The files without those that are no articles for where they lie, and the
    /// line of the report about these.
    async fn sorted_out(self, mut files: Vec<Named>) -> (Vec<Named>, Option<Report>) {
        let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let request = json!({ "op": "sort_out", "names": names });
        let Some((sorted, _)) = self.ask::<SortedOut>(request, None).await else { return (files, None) };
        let mut place = 0;
        files.retain(|_| {
            place += 1;
            sorted.places.binary_search(&(place - 1)).is_err()
        });
        (files, sorted.report)
    }

    /// Brings in a text that was pasted.
    pub fn paste(self, text: String, is_html: bool) {
        spawn_local(async move {
            let batch = self.begin(1);
            let ending = if is_html { "html" } else { "txt" };
            let taken = |name: &String| {
                self.state.with_untracked(|state| state.reports.iter().any(|report| report.file == *name))
            };
            let names = (1..).map(|number| format!("pasted-{number}.{ending}"));
            let name = names.into_iter().find(|name| !taken(name)).unwrap_or_default();
            let reports = self.receive(&name, text.into_bytes(), batch).await;
            self.end(reports, 1).await;
        });
    }

    /// A number for changes that are one step of undo, which no others have.
    pub fn next_batch(self) -> u32 {
        self.batch.update_value(|batch| *batch += 1);
        self.batch.get_value()
    }

    /// Begins bringing in, and gives the number of its step.
    fn begin(self, total: usize) -> u32 {
        self.cancelled.set(false);
        self.told.set(None);
        self.brought.set(Arc::default());
        self.progress.set(Some(Progress { done: 0, total, file: String::new() }));
        self.next_batch()
    }

    async fn receive(self, name: &str, bytes: Vec<u8>, batch: u32) -> Vec<Report> {
        let request = json!({ "op": "receive", "name": name, "batch": batch });
        let Some((received, _)) = self.ask::<Received>(request, Some(bytes)).await else {
            let told = self.told.get_untracked().map(|told| told.sentence);
            self.told.set(None);
            return vec![Report { received_as: name.to_owned(), sentence: told, ..Report::default() }];
        };
        // One file is told as both.
        if received.reports.is_empty() { received.report.into_iter().collect() } else { received.reports }
    }

    async fn end(self, reports: Vec<Report>, total: usize) {
        self.brought.set(Arc::new(reports));
        self.refreshed().await;
        self.progress.set(None);
        if self.cancelled.get_untracked() {
            let taken = self.brought.with_untracked(|all| all.iter().filter(|report| report.taken).count());
            self.tell(format!(
                "Stopped: {} of {} taken.",
                count(taken, "article", "articles"),
                count(total, "file", "files")
            ));
        }
    }
}
