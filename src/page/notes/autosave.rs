//! The notes on the device: written soon after they change, read when the page
//! opens and when another tab has written.
//!
//! Invariant: what was changed stays on the list of what is to be written until
//! the browser says that it is written, and anything else is told.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use summitry_corpus::citation::Style;
use summitry_desk::{Desk, Item, ItemId};

use super::dirty::Dirty;
use super::opening;
use super::state::Notes;
use super::worksheets::{HAND, Worksheet, is_ours};
use crate::storage::{self, Elsewhere, StorageError, Store};

const STORE: Store = Store::new("notes");

/// How long what is typed waits for more, in milliseconds: what was typed more
/// than a second ago is on the device.
const SOON: u32 = 400;

/// How long what was pressed waits, in milliseconds: as good as not at all, but
/// a key that is held down is written a few times and not thirty a second.
const AT_ONCE: u32 = 60;

/// How long what was not written waits until it is tried once more, in milliseconds.
const AGAIN: u32 = 5000;

/// The records: the order and the title, what is remembered of the visitor's
/// ways, and one for each item.
const HEAD: &str = "head";
const WAYS: &str = "ways";
const ITEM: &str = "item/";

/// How the notes are kept, as it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveStatus {
    /// Why the last change is not on the device.
    pub trouble: Option<StorageError>,
    /// What else is to be known, a full sentence.
    pub notice: &'static str,
    /// When the notes were last saved to a file; empty if never.
    pub saved: String,
    /// Whether they were changed since.
    pub since: bool,
    /// Whether what the device has was read.
    pub loaded: bool,
}

/// What keeps the notes on the device. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Autosave {
    /// What is told.
    pub told: RwSignal<SaveStatus>,
    work: StoredValue<Work, LocalStorage>,
}

#[derive(Default)]
struct Work {
    /// The keys of records that are to be written.
    waiting: BTreeSet<String>,
    /// What writes them, and after how many milliseconds.
    timer: Option<(u32, Timeout)>,
    /// The keys of those that are being written.
    going: BTreeSet<String>,
    /// While everything is being erased: what is to be done after that.
    after: Option<Vec<Box<dyn FnOnce()>>>,
}

const CLEARED: &str =
    "What this browser kept had been cleared. It was written again from this tab; to be safe, save to a file.";
const DAMAGED: &str = "A note that this browser kept could not be read and is not shown. It was left where it is.";
const ERASED: &str = "Everything that was kept on this device was erased.";

impl Autosave {
    /// Reads what the device has, and follows other tabs from now on.
    pub(super) fn begin(self, notes: Notes) {
        spawn_local(async move { self.read(notes).await });
        STORE.watch(move |elsewhere| match elsewhere {
            Elsewhere::Written(_) => spawn_local(async move { self.read(notes).await }),
            Elsewhere::Erased => {
                notes.forget();
                self.told.update(|told| told.notice = ERASED);
            }
            Elsewhere::Cleared => self.write_all(notes),
        });
        // A tab that is left may never come back.
        let leaving = move |_: &web_sys::Event| self.write(notes);
        EventListener::new(&window(), "pagehide", leaving).forget();
        EventListener::new(&document(), "visibilitychange", leaving).forget();
    }

    /// Takes note of a change, to be written at once, or soon if it is `typed`.
    pub(super) fn changed(self, notes: Notes, dirty: &Dirty, typed: bool) {
        let items = dirty.changed.iter().chain(&dirty.removed).map(|id| [ITEM, &id.0].concat());
        let keys = items.chain(dirty.head.then(|| HEAD.to_owned())).collect();
        self.wait(notes, if typed { SOON } else { AT_ONCE }, keys);
        if self.told.with_untracked(|told| !told.since || !told.notice.is_empty()) {
            self.told.update(|told| (told.since, told.notice) = (true, ""));
        }
    }

    /// Remembers the style that was used last.
    pub fn remember_style(self, notes: Notes, style: Style) {
        if notes.style.get_untracked() != style {
            notes.style.set(style);
            self.wait(notes, AT_ONCE, vec![WAYS.to_owned()]);
        }
    }

    /// Remembers that all of this is in a file.
    pub fn saved(self, notes: Notes, at: String) {
        self.told.update(|told| (told.saved, told.since) = (at, false));
        self.wait(notes, AT_ONCE, vec![WAYS.to_owned()]);
    }

    /// Takes note that these records of the lessons that are answered are other
    /// ones; soon to be written if something is `typed`.
    pub(super) fn worksheets_changed(self, notes: Notes, keys: Vec<String>, typed: bool) {
        self.wait(notes, if typed { SOON } else { AT_ONCE }, keys);
    }

    /// Erases everything that the page keeps on the device. What is asked for
    /// meanwhile waits, and is not erased with it.
    pub fn erase(self, notes: Notes) {
        let begun = self.work.try_update_value(|work| work.after.replace(Vec::new()).is_none());
        if begun != Some(true) {
            return;
        }
        self.told.update(|told| told.loaded = false);
        spawn_local(async move {
            match storage::erase().await {
                Ok(()) => {
                    notes.forget();
                    self.work.update_value(|work| work.waiting.clear());
                    self.told.set(SaveStatus { notice: ERASED, loaded: true, ..SaveStatus::default() });
                }
                Err(refusal) => self.told.update(|told| (told.trouble, told.loaded) = (Some(refusal), true)),
            }
            let after = self.work.try_update_value(|work| work.after.take()).flatten();
            after.into_iter().flatten().for_each(|make| make());
            self.write(notes);
        });
    }

    /// Does something that is not to be erased by what was asked for before.
    pub fn once_erased(self, make: impl FnOnce() + 'static) {
        if self.work.with_value(|work| work.after.is_none()) {
            return make();
        }
        self.work.update_value(|work| work.after.get_or_insert_default().push(Box::new(make)));
    }

    fn wait(self, notes: Notes, millis: u32, keys: Vec<String>) {
        self.work.update_value(|work| {
            work.waiting.extend(keys);
            if work.timer.as_ref().is_none_or(|(pending, _)| millis < *pending) {
                work.timer = Some((millis, Timeout::new(millis, move || self.write(notes))));
            }
        });
    }

    fn write_all(self, notes: Notes) {
        let keys =
            notes.with(|desk, _, _| desk.items().iter().map(|item| [ITEM, &item.id.0].concat()).collect::<Vec<_>>());
        let worksheets = notes.worksheets();
        let worksheets = worksheets.all.iter().flat_map(Worksheet::keys).chain([HAND.to_owned()]);
        let keys = keys.into_iter().chain(worksheets).chain([HEAD.to_owned(), WAYS.to_owned()]);
        self.wait(notes, AT_ONCE, keys.collect());
        self.told.update(|told| told.notice = CLEARED);
    }

    /// Writes what waits, unless it is being written or nothing was read yet.
    fn write(self, notes: Notes) {
        let loaded = self.told.with_untracked(|told| told.loaded);
        let keys = self.work.try_update_value(|work| {
            work.timer = None;
            if !work.going.is_empty() || !loaded || work.waiting.is_empty() {
                return BTreeSet::new();
            }
            work.going = std::mem::take(&mut work.waiting);
            work.going.clone()
        });
        let keys = keys.unwrap_or_default();
        if keys.is_empty() {
            return;
        }
        let records = self.records(notes, &keys);
        spawn_local(async move {
            let written = STORE.put(records).await;
            let more = self.work.try_update_value(|work| {
                work.going.clear();
                if written.is_err() {
                    work.waiting.extend(keys);
                }
                !work.waiting.is_empty()
            });
            self.tell(written.err().filter(|refusal| *refusal != StorageError::Cleared));
            match written {
                Err(StorageError::Cleared) => self.write_all(notes),
                // Room may have been made, and a database that failed may do again.
                Err(StorageError::Full | StorageError::Failed) => self.wait(notes, AGAIN, Vec::new()),
                Ok(()) if more == Some(true) => self.write(notes),
                _ => {}
            }
        });
    }

    fn tell(self, trouble: Option<StorageError>) {
        if self.told.with_untracked(|told| told.trouble != trouble) {
            self.told.update(|told| told.trouble = trouble);
        }
    }

    /// The records with these keys as they are to be.
    fn records(self, notes: Notes, keys: &BTreeSet<String>) -> Vec<(String, Option<Vec<u8>>)> {
        let ways = || {
            let saved = self
                .told
                .with_untracked(|told| [told.saved.as_str(), "\n", if told.since { "since" } else { "" }].concat());
            [notes.style.get_untracked().name(), "\n", &saved].concat()
        };
        let worksheets = notes.worksheets();
        notes.with(|desk, _, _| {
            // Only those that are written are looked at, found in one pass.
            let written: BTreeSet<&str> = keys.iter().filter_map(|key| key.strip_prefix(ITEM)).collect();
            let items: HashMap<&str, &Item> = match written.is_empty() {
                true => HashMap::new(),
                false => {
                    let all = desk.items().iter().map(|item| (item.id.0.as_str(), item.as_ref()));
                    all.filter(|(id, _)| written.contains(id)).collect()
                }
            };
            let record = |key: &String| match key.strip_prefix(ITEM) {
                Some(id) => items.get(id).map(|item| item.to_record()),
                None if is_ours(key) => worksheets.record(key),
                None if key == HEAD => Some(desk.head_to_json().into_bytes()),
                None => Some(ways().into_bytes()),
            };
            keys.iter().map(|key| (key.clone(), record(key))).collect()
        })
    }

    /// Reads everything, and puts what waits to be written over it.
    async fn read(self, notes: Notes) {
        match STORE.all().await {
            Ok(records) if records.is_empty() && self.is_untouched() => self.opened(notes),
            Ok(records) => self.take(notes, records),
            Err(refusal) => {
                self.tell(Some(refusal));
                self.opened(notes);
            }
        }
    }

    /// Whether nothing is loaded and nothing waits to be written.
    fn is_untouched(self) -> bool {
        !self.told.with_untracked(|told| told.loaded)
            && self.work.with_value(|work| work.waiting.is_empty() && work.going.is_empty())
    }

    /// Takes what the device has. Apart from [`read`](Self::read): browsers compile
    /// what is called, and for a visitor of whom nothing is kept this is not.
    #[inline(never)]
    fn take(self, notes: Notes, mut records: Vec<(String, Vec<u8>)>) {
        let mut take = |name: &str| {
            let place = records.iter().position(|(key, _)| key == name)?;
            Some(String::from_utf8(records.remove(place).1).unwrap_or_default())
        };
        let (head, ways) = (take(HEAD).unwrap_or_else(|| Desk::default().head_to_json()), take(WAYS));
        let items = || records.iter().filter(|(key, _)| key.starts_with(ITEM)).map(|(_, item)| item.as_slice());
        let stored = Desk::from_stored(&head, items()).or_else(|_| {
            self.told.update(|told| told.notice = DAMAGED);
            let whole = items().filter(|item| Item::from_record(item).is_ok());
            Desk::from_stored(&head, whole.clone())
                .or_else(|_| Desk::from_stored(&Desk::default().head_to_json(), whole))
        });
        self.read_worksheets(notes, &records);
        if let Some(ways) = ways {
            self.remember(notes, &ways);
        }
        match stored {
            Ok(stored) => {
                let waiting = self.work.with_value(|work| work.waiting.union(&work.going).cloned().collect());
                notes.exchange(overlaid(stored, &notes.desk(), &waiting), true);
                self.opened(notes);
            }
            // Nothing is written over what could not be read.
            Err(_) => self.tell(Some(StorageError::Newer)),
        }
    }

    /// Takes the lessons that are answered, but for what this tab has not written
    /// yet. What it has in hand stays in its hand.
    fn read_worksheets(self, notes: Notes, records: &[(String, Vec<u8>)]) {
        let records: BTreeMap<String, Vec<u8>> = records.iter().filter(|(key, _)| is_ours(key)).cloned().collect();
        let waiting = self.work.with_value(|work| work.waiting.union(&work.going).cloned().collect());
        let (worksheets, anew) = notes.worksheets().over(records, &waiting);
        notes.show_worksheets(worksheets);
        if !anew.is_empty() {
            self.wait(notes, AT_ONCE, anew.into_iter().collect());
        }
    }

    fn opened(self, notes: Notes) {
        // Of a lesson that is not here any more nothing is withheld.
        notes.withhold();
        if !self.told.with_untracked(|told| told.loaded) {
            self.told.update(|told| told.loaded = true);
            self.write(notes);
            opening::carried(notes);
        }
    }

    fn remember(self, notes: Notes, ways: &str) {
        let mut lines = ways.lines();
        let style = lines.next().and_then(|name| Style::ALL.into_iter().find(|style| style.name() == name));
        let (saved, since) = (lines.next().unwrap_or_default().to_owned(), lines.next() == Some("since"));
        if let Some(style) = style.filter(|style| *style != notes.style.get_untracked()) {
            notes.style.set(style);
        }
        if self.told.with_untracked(|told| (&told.saved, told.since) != (&saved, since)) {
            self.told.update(|told| (told.saved, told.since) = (saved, since));
        }
    }
}

/// What the device has, with what this tab has changed and not written yet.
fn overlaid(stored: Desk, here: &Desk, waiting: &BTreeSet<String>) -> Desk {
    if waiting.iter().all(|key| key == WAYS) {
        return stored;
    }
    let waits = |id: &ItemId| waiting.contains(&[ITEM, &id.0].concat());
    let own: HashMap<&ItemId, &Item> = here.items().iter().map(|item| (&item.id, item.as_ref())).collect();
    // In the order of this tab, if that was changed here.
    let base: Vec<Item> = stored.items().iter().map(|item| item.as_ref().clone()).collect();
    let mut items: Vec<Item> = base
        .into_iter()
        .filter_map(|item| if waits(&item.id) { own.get(&item.id).map(|item| (*item).clone()) } else { Some(item) })
        .collect();
    let new = here.items().iter().filter(|item| waits(&item.id) && stored.item(&item.id).is_none());
    items.extend(new.map(|item| item.as_ref().clone()));
    if waiting.contains(HEAD) {
        let places: HashMap<&ItemId, usize> =
            here.items().iter().enumerate().map(|(place, item)| (&item.id, place)).collect();
        items.sort_by_key(|item| places.get(&item.id).copied().unwrap_or(usize::MAX));
    }
    let head = if waiting.contains(HEAD) { here } else { &stored };
    let mut desk = Desk::of(head.title(), items);
    // Giving a desk its lesson is never refused.
    let _ = desk.apply(summitry_desk::Change::Lesson(head.lesson().cloned().map(Box::new)));
    desk
}

#[cfg(test)]
mod tests {
    use super::*;
    use summitry_desk::Content;

    fn item(id: &str, text: &str) -> Item {
        Item::new(id.into(), Content::Paragraph { text: text.to_owned() })
    }

    fn check(stored: &[(&str, &str)], here: &[(&str, &str)], waiting: &[&str], expected: &[(&str, &str)]) {
        let desk = |all: &[(&str, &str)]| Desk::of("", all.iter().map(|(id, text)| item(id, text)));
        let waiting = waiting.iter().map(|key| (*key).to_owned()).collect();
        let made = overlaid(desk(stored), &desk(here), &waiting);
        assert_eq!(made.items(), desk(expected).items());
    }

    #[test]
    fn what_this_tab_has_not_written_stays_and_all_else_is_the_other_tabs() {
        check(
            &[("a", "theirs"), ("b", "theirs")],
            &[("a", "ours"), ("b", "ours")],
            &["item/b"],
            &[("a", "theirs"), ("b", "ours")],
        );
        check(
            &[("a", "theirs")],
            &[("a", "ours"), ("b", "new")],
            &["item/b", "head"],
            &[("a", "theirs"), ("b", "new")],
        );
        check(&[("a", "theirs"), ("b", "gone here")], &[("a", "ours")], &["item/b", "head"], &[("a", "theirs")]);
    }

    #[test]
    fn an_order_that_waits_to_be_written_is_this_tabs() {
        check(
            &[("a", ""), ("b", ""), ("c", "")],
            &[("b", ""), ("a", "")],
            &["head"],
            &[("b", ""), ("a", ""), ("c", "")],
        );
    }
}
