//! Collections that are kept on this device, in the browser's database.
//!
//! Invariant: a collection is written whole or not at all, and what is not kept
//! is told at once; the workshop works without, and everything can be saved to a
//! file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use serde_json::json;
use web_sys::js_sys;

use super::draft;
use super::form::button_of;
use super::reply::Done;
use super::state::Signals;
use crate::library::named;
use crate::navigation::Navigation;
use crate::node::{Element, el, live};
use crate::storage::{Elsewhere, StorageError, Store};
use crate::wording::count;

/// Where they are kept: of each collection what it is, under its id and
/// [`ABOUT`], and its folder as a zip, under its id and [`FOLDER`].
const COLLECTIONS: Store = Store::new("collections");
const ABOUT: &str = "/about";
const FOLDER: &str = "/folder";

/// Under which the id of the one stands that was worked on last.
const LAST: &str = "last";

/// How long the changing rests before the collection is kept.
const REST: Duration = Duration::from_millis(700);

/// What is told of a collection that is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedCollection {
    #[serde(skip)]
    id: String,
    title: String,
    articles: usize,
    /// Whether the state that is kept was saved to a file; nothing where none was.
    #[serde(default)]
    saved: Option<bool>,
}

/// What is kept, and how keeping went.
#[derive(Clone, Copy, Default)]
pub struct Autosave {
    /// All that are kept.
    list: RwSignal<Vec<SavedCollection>>,
    /// The id of the one that is worked on.
    current: RwSignal<Option<String>>,
    /// The state that was kept last.
    revision: RwSignal<Option<u64>>,
    /// The state in which it was deleted: it is kept again once it is changed.
    deleted: RwSignal<Option<u64>>,
    /// Why nothing is kept.
    refused: RwSignal<Option<StorageError>>,
    /// Whether it is being read because the program had stopped.
    reopening: StoredValue<bool>,
}

impl Signals {
    /// Takes note that the collection that is open is not kept any more.
    fn let_go(self) {
        self.autosave.current.set(None);
        self.autosave.revision.set(None);
        self.autosave.deleted.set(Some(self.state.with_untracked(|state| state.revision)));
    }
}

/// Whether the newest state is kept, in a sentence.
pub fn told(workshop: Signals) -> &'static str {
    let revision = workshop.state.with(|state| state.revision);
    match (workshop.autosave.refused.get(), workshop.autosave.revision.get()) {
        (Some(refusal), _) => refusal.sentence(),
        _ if draft::waits(workshop) => "",
        (None, Some(kept)) if kept == revision && in_another_site() => {
            "Kept on this device, for this place inside another site only."
        }
        (None, Some(kept)) if kept == revision => "Kept on this device.",
        _ => "",
    }
}

/// Shows the collection that was worked on last in all rooms, where it is the one of
/// this title; else nothing happens.
pub async fn resume(navigation: Navigation, title: String) {
    let Ok(all) = COLLECTIONS.all().await else { return };
    let record = |name: &str| all.iter().find(|(key, _)| key == name).map(|(_, bytes)| bytes.as_slice());
    let about = record(LAST).and_then(|id| record(&[std::str::from_utf8(id).ok()?, ABOUT].concat()));
    let about: Option<SavedCollection> = about.and_then(|bytes| serde_json::from_slice(bytes).ok());
    if about.is_some_and(|about| named(&about.title) == title) {
        Signals::resume(navigation);
    }
}

/// Opens the collection that was worked on last, and follows other tabs.
pub async fn begin(workshop: Signals) {
    COLLECTIONS.watch(move |elsewhere| {
        let Elsewhere::Written(keys) = elsewhere else {
            workshop.autosave.list.set(Vec::new());
            workshop.let_go();
            workshop.tell_wrong("What was kept on this device was deleted. What is open here stays until the page is closed: save it to a file.");
            return;
        };
        let current = workshop.autosave.current.get_untracked();
        let ours = current.is_some_and(|id| keys.contains(&[&id, FOLDER].concat()));
        spawn_local(async move {
            match read(workshop).await {
                Some((id, bytes)) if ours => {
                    restore(workshop, id, bytes).await;
                    workshop.tell("This collection was changed in another tab; that state is shown here as well.");
                }
                None if ours && workshop.autosave.refused.get_untracked().is_none() => {
                    workshop.let_go();
                    workshop.tell_wrong("This collection was deleted from this device in another tab. What is open here stays until the page is closed: save it to a file.");
                }
                _ => {}
            }
        });
    });
    if let Some((id, bytes)) = read(workshop).await {
        restore(workshop, id, bytes).await;
    }
}

/// Opens the collection anew after the program had stopped, as it was kept last: the
/// program that is asked next holds nothing, and what is done to that is never to be
/// kept in its place.
pub fn reopen(workshop: Signals) {
    let autosave = workshop.autosave;
    if autosave.reopening.get_value() {
        return;
    }
    autosave.reopening.set_value(true);
    spawn_local(async move {
        let kept = read(workshop).await;
        autosave.current.set(None);
        autosave.revision.set(None);
        let had = workshop.state.with_untracked(|state| !state.reports.is_empty());
        match kept {
            Some((id, bytes)) if had => restore(workshop, id, bytes).await,
            _ => _ = workshop.reread().await,
        }
        if had && workshop.state.with_untracked(|state| !state.reports.is_empty()) {
            workshop.tell_wrong("The workshop had stopped because of a mistake in its program. It was opened again, with the collection as it was last kept on this device.");
        }
        autosave.reopening.set_value(false);
    });
}

/// Reads what is kept; gives the collection that was worked on last.
async fn read(workshop: Signals) -> Option<(String, Vec<u8>)> {
    let all = match COLLECTIONS.all().await {
        Ok(all) => all,
        Err(refusal) => {
            workshop.autosave.refused.set(Some(refusal));
            return None;
        }
    };
    let kept = all.iter().filter_map(|(key, bytes)| {
        let about: SavedCollection = serde_json::from_slice(bytes).ok()?;
        Some(SavedCollection { id: key.strip_suffix(ABOUT)?.to_owned(), ..about })
    });
    workshop.autosave.list.set(kept.collect());
    let record = |name: &str| all.iter().find(|(key, _)| key == name).map(|(_, bytes)| bytes.clone());
    let current = workshop.autosave.current.get_untracked();
    let id = current.or_else(|| String::from_utf8(record(LAST)?).ok())?;
    let folder = record(&[&id, FOLDER].concat())?;
    Some((id, folder))
}

/// Takes a kept collection into the workshop.
async fn restore(workshop: Signals, id: String, bytes: Vec<u8>) {
    if workshop.ask::<Done>(json!({ "op": "restore" }), Some(bytes)).await.is_some() {
        workshop.autosave.current.set(Some(id));
        let revision = workshop.reread().await;
        workshop.autosave.revision.set(Some(revision));
        let current = workshop.autosave.current.get_untracked();
        let saved = workshop.autosave.list.with_untracked(|list| {
            list.iter().find(|kept| Some(&kept.id) == current.as_ref()).and_then(|kept| kept.saved)
        });
        // One that was saved before it was changed has a revision that is not this one.
        workshop.saved.set(saved.map(|newest| if newest { revision } else { revision.wrapping_sub(1) }));
    }
}

/// Keeps the collection once it has not been changed for a moment.
pub fn later(workshop: Signals) {
    let revision = workshop.state.with_untracked(|state| state.revision);
    set_timeout(
        move || {
            let same = workshop.state.with_untracked(|state| state.revision) == revision;
            let done = [workshop.autosave.revision, workshop.autosave.deleted];
            if same && done.iter().all(|done| done.get_untracked() != Some(revision)) {
                spawn_local(async move { keep(workshop, revision).await });
            }
        },
        REST,
    );
}

async fn keep(workshop: Signals, revision: u64) {
    let autosave = workshop.autosave;
    let (title, articles, empty) = workshop.state.with_untracked(|state| {
        let articles = state.reports.iter().filter(|report| report.taken).count();
        (state.title.clone(), articles, state.reports.is_empty() && state.catalogue.is_empty())
    });
    if empty {
        // What is kept stays; what is begun now is another collection.
        autosave.current.set(None);
        return;
    }
    let Some((_, Some(folder))) = workshop.ask::<Done>(json!({ "op": "save" }), None).await else { return };
    let id = autosave.current.get_untracked().unwrap_or_else(new_id);
    let saved = workshop.saved.get_untracked().map(|saved| saved == revision);
    let about = SavedCollection { id: id.clone(), title, articles, saved };
    let Ok(told) = serde_json::to_vec(&about) else { return };
    let records = vec![
        ([&id, FOLDER].concat(), Some(folder)),
        ([&id, ABOUT].concat(), Some(told)),
        (LAST.to_owned(), Some(id.clone().into_bytes())),
    ];
    let put = match COLLECTIONS.put(records.clone()).await {
        // It was cleared since; all of it is written anyway.
        Err(StorageError::Cleared) => COLLECTIONS.put(records).await,
        put => put,
    };
    match put {
        Ok(()) => {
            autosave.current.set(Some(id));
            autosave.revision.set(Some(revision));
            autosave.refused.set(None);
            autosave.list.update(|list| match list.iter_mut().find(|kept| kept.id == about.id) {
                Some(known) => *known = about,
                None => list.push(about),
            });
        }
        Err(refusal) => autosave.refused.set(Some(refusal)),
    }
}

/// Keeps that the state which is kept was saved to a file.
pub fn saved(workshop: Signals) {
    let (current, revision) = (workshop.autosave.current.get_untracked(), workshop.autosave.revision.get_untracked());
    let newest = workshop.state.with_untracked(|state| revision == Some(state.revision));
    let known = workshop
        .autosave
        .list
        .with_untracked(|list| list.iter().find(|kept| Some(&kept.id) == current.as_ref()).cloned());
    // What is not kept yet will be kept with it.
    let Some(about) = known.filter(|_| newest) else { return };
    let about = SavedCollection { saved: Some(true), ..about };
    let Ok(told) = serde_json::to_vec(&about) else { return };
    spawn_local(async move {
        // Where it cannot be written, saving once more does no harm.
        if COLLECTIONS.put(vec![([&about.id, ABOUT].concat(), Some(told))]).await.is_ok() {
            workshop.autosave.list.update(|list| {
                list.iter_mut().filter(|kept| kept.id == about.id).for_each(|kept| kept.saved = about.saved);
            });
        }
    });
}

/// Whether the page stands in a page of another site, where browsers keep apart
/// what they keep (storage partitioning), or keep it for as long as the visit.
fn in_another_site() -> bool {
    let top = window().top().ok().flatten();
    // Of a page of another site not even the address is told.
    top.is_some_and(|top| top.location().href().is_err())
}

/// How long what is kept may be expected to stay, and where it is found.
fn how_long() -> &'static str {
    if in_another_site() {
        "This page stands inside one of another site. What is kept here is found only there, not where this page is opened by itself, and some browsers forget it when the visit ends: save a file of what matters."
    } else {
        "What you do here is kept in this browser as you go, for this page only. A browser may delete it, Safari after seven days without a visit: save a file of what matters."
    }
}

/// An id that no other collection of this device has.
fn new_id() -> String {
    format!("{:x}{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * 1e9) as u64)
}

/// The collections that are kept, each to be opened or deleted.
pub fn view(workshop: Signals) -> Element {
    let list = live(move || {
        let current = workshop.autosave.current.get();
        let items = workshop.autosave.list.get().into_iter().map(|kept| item(workshop, kept, current.as_deref()));
        el("ul").class("rows").all(items)
    });
    let told = live(move || {
        let none = workshop.autosave.list.with(Vec::is_empty).then_some("Nothing is kept on this device yet.");
        let told = told(workshop);
        el("p").at("role", "status").add(if told.is_empty() { none.unwrap_or("") } else { told })
    });
    el("section")
        .at("aria-label", "On this device")
        .add(el("h2").add("On this device"))
        .add(el("p").class("fine").add(how_long()))
        .add(told)
        .add(list)
}

fn item(workshop: Signals, kept: SavedCollection, current: Option<&str>) -> Element {
    let name = if kept.title.is_empty() { "Untitled".to_owned() } else { kept.title.clone() };
    let here = current == Some(kept.id.as_str());
    let (id, gone) = (kept.id.clone(), kept.id.clone());
    let open = button_of("Open", &name, move || {
        let id = id.clone();
        spawn_local(async move { open(workshop, id).await });
    });
    let delete = button_of("Delete from this device", &name, move || {
        let id = gone.clone();
        spawn_local(async move { delete(workshop, id).await });
    });
    let about = format!(" {}", count(kept.articles, "article", "articles"));
    el("li")
        .key(kept.id)
        .add(
            el("p")
                .add(el("strong").add(name))
                .add(el("span").class("fine").add(about))
                .add(here.then_some(" (open now)")),
        )
        .add(el("p").class("choices").add((!here).then_some(open)).add(delete))
}

async fn open(workshop: Signals, id: String) {
    workshop.autosave.current.set(Some(id));
    if let Some((id, bytes)) = read(workshop).await {
        draft::forget(workshop);
        restore(workshop, id, bytes).await;
        workshop.tell("The collection was opened.");
    }
}

async fn delete(workshop: Signals, id: String) {
    let keys = [[&id, FOLDER].concat(), [&id, ABOUT].concat()];
    match COLLECTIONS.put(keys.into_iter().map(|key| (key, None)).collect()).await {
        Ok(()) => {
            workshop.autosave.list.update(|list| list.retain(|kept| kept.id != id));
            if workshop.autosave.current.get_untracked() == Some(id) {
                workshop.let_go();
            }
            workshop
                .tell("The collection is no longer kept on this device. What is open stays until the page is closed.");
        }
        Err(refusal) => workshop.tell_wrong(refusal.sentence()),
    }
}
