//! The notes while the page is open: what they are, how they change, how they
//! are kept on the device, and where their words stand in the articles.
//!
//! Invariant: every change goes through [`Notes::settle`] with what it touched,
//! told by the change itself or found by comparing; so the marks in the articles,
//! the records on the device and the room cannot part from the notes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;
use summitry_corpus::citation::Style;
use summitry_desk::{By, Change, Content, Desk, Finder, Finding, History, Item, ItemId, Refusal, Reply};
use web_sys::js_sys;

use super::autosave::Autosave;
use super::dirty::Dirty;
use super::worksheets::Worksheet;
use crate::kept::{Mark, SavedMarks, Words};
use crate::library::Library;
use crate::navigation::Navigation;

/// The notes. Cheap to copy; made once, it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Notes {
    held: StoredValue<Inner, LocalStorage>,
    /// Counts the changes of what the list shows.
    pub shown: RwSignal<u32>,
    /// How many things there are.
    pub count: RwSignal<usize>,
    /// How many of them are words of articles.
    pub excerpts: RwSignal<usize>,
    /// How they are kept on the device.
    pub autosave: Autosave,
    /// The style of references that was used last.
    pub style: RwSignal<Style>,
    /// The words that are selected on the page.
    pub picked: RwSignal<Vec<Words>>,
    /// The words that are being cited.
    pub cited: RwSignal<Option<Words>>,
    /// The lesson that is being answered.
    pub worksheet: RwSignal<Option<Worksheet>>,
    /// The lessons that are put away, with what was answered.
    pub laid_by: RwSignal<Vec<Worksheet>>,
    /// Counts what is typed into it.
    pub answered: RwSignal<u32>,
    /// What the room looks like at the moment.
    pub looks: ViewState,
}

/// What the room looks like at the moment; nothing of it is kept.
#[derive(Clone, Copy, Default)]
pub struct ViewState {
    /// What is searched for.
    pub query: RwSignal<String>,
    /// How the list is grouped.
    pub by: RwSignal<By>,
    /// The first of the things that are drawn.
    pub first: RwSignal<usize>,
    /// What was refused, full sentences.
    pub refused: RwSignal<String>,
    /// Lessons that were opened: to be answered, or to be edited.
    pub offered: RwSignal<Vec<Desk>>,
    /// Answers that were opened: to be gone on with, or to be read.
    pub begun: RwSignal<Option<(Desk, Reply)>>,
    /// The replies that were opened.
    pub replies: RwSignal<Vec<Reply>>,
    /// Whether cards are taken along with the notes.
    pub with_cards: RwSignal<bool>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
}

struct Inner {
    library: Library,
    finder: Finder,
    kept: SavedMarks,
    navigation: Navigation,
    desk: Desk,
    history: History,
    /// How often an item was changed by something else than typing in it.
    generations: HashMap<ItemId, u32>,
    marks: BTreeMap<ItemId, Mark>,
}

/// An id that nothing else has.
pub fn new_id() -> ItemId {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    ItemId(format!("{:08x}{:08x}", part(), part()))
}

/// The time, as ISO 8601.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// What an item with this content is, made now.
pub fn new_item(content: Content) -> Arc<Item> {
    let now = now();
    Arc::new(Item { created: now.clone(), changed: now, ..Item::new(new_id(), content) })
}

impl Notes {
    /// Nothing yet.
    pub fn new(library: Library, kept: SavedMarks, navigation: Navigation) -> Self {
        let held = Inner {
            library,
            finder: Finder::of(library.corpus()),
            kept,
            navigation,
            desk: Desk::default(),
            history: History::default(),
            generations: HashMap::new(),
            marks: BTreeMap::new(),
        };
        Self {
            held: StoredValue::new_local(held),
            shown: RwSignal::new(0),
            count: RwSignal::new(0),
            excerpts: RwSignal::new(0),
            autosave: Autosave::default(),
            style: RwSignal::new(Style::Mla),
            picked: RwSignal::new(Vec::new()),
            cited: RwSignal::new(None),
            worksheet: RwSignal::new(None),
            laid_by: RwSignal::new(Vec::new()),
            answered: RwSignal::new(0),
            looks: ViewState::default(),
        }
    }

    /// The notes as they are.
    pub fn desk(self) -> Desk {
        self.held.with_value(|held| held.desk.clone())
    }

    /// What `ask` asks of the notes and of where their words stand.
    pub fn with<T>(self, ask: impl FnOnce(&Desk, Library, &Finder) -> T) -> T {
        self.held.with_value(|held| ask(&held.desk, held.library, &held.finder))
    }

    /// What leads from room to room.
    pub(super) fn navigation(self) -> Navigation {
        self.held.with_value(|held| held.navigation)
    }

    /// The number that tells whether an item was changed by something else than
    /// typing in it.
    pub fn generation(self, id: &ItemId) -> u32 {
        self.held.with_value(|held| held.generations.get(id).copied().unwrap_or_default())
    }

    /// Whether there is something to undo, and to do again.
    pub fn can(self) -> (bool, bool) {
        self.held.with_value(|held| held.history.can())
    }

    /// Makes a change that can be undone.
    ///
    /// # Errors
    /// As the desk's: it is then as it was.
    pub fn make(self, change: Change) -> Result<(), Refusal> {
        self.change(true, change)
    }

    /// The same for what is being typed: the field that holds it stays.
    pub fn type_in(self, id: &ItemId, content: Content) {
        let change = Change::Edit { id: id.clone(), content: Box::new(content), changed: now() };
        // What another tab has removed is not typed in any more.
        let _ = self.change(false, change);
    }

    /// What is typed next is a step of its own.
    pub fn pause(self) {
        self.held.update_value(|held| held.history.pause());
    }

    /// Undoes the last step, or does it again.
    pub fn step(self, back: bool) -> bool {
        self.settle(true, true, |held| {
            let before = held.desk.clone();
            let (desk, history) = (&mut held.desk, &mut held.history);
            let made = if back { history.undo(desk) } else { history.redo(desk) };
            (made, Dirty::between(&before, &held.desk))
        })
    }

    /// Puts other notes in the place of these. What `from_elsewhere` is written
    /// on the device already.
    pub fn exchange(self, desk: Desk, from_elsewhere: bool) {
        self.settle(!from_elsewhere, true, |held| {
            let before = std::mem::replace(&mut held.desk, desk);
            let dirty = Dirty::between(&before, &held.desk);
            if from_elsewhere {
                // What another tab wrote is not undone here without being seen.
                let theirs: Vec<ItemId> = dirty.changed.iter().chain(&dirty.removed).cloned().collect();
                held.history.forget(&theirs);
            }
            ((), dirty)
        });
    }

    /// Makes the change, and brings everything that follows the notes up to date.
    fn change(self, loud: bool, change: Change) -> Result<(), Refusal> {
        self.settle(true, loud, |held| {
            let dirty = Dirty::by(&change);
            match held.history.make(&mut held.desk, change) {
                Ok(()) => (Ok(()), dirty),
                Err(refusal) => (Err(refusal), Dirty::default()),
            }
        })
    }

    /// Does what gives a result and tells what it touched, and brings everything
    /// that follows the notes up to date.
    fn settle<T>(self, write: bool, loud: bool, make: impl FnOnce(&mut Inner) -> (T, Dirty)) -> T {
        let mut made = None;
        let mut dirty = Dirty::default();
        let mut marks = None;
        self.held.update_value(|held| {
            let (result, told) = make(held);
            (made, dirty) = (Some(result), told);
            if held.mark(&dirty) {
                marks = Some((held.kept, held.library, held.marks.values().cloned().collect::<Vec<_>>()));
            }
            if loud {
                for id in &dirty.changed {
                    *held.generations.entry(id.clone()).or_default() += 1;
                }
            }
        });
        if !dirty.is_nothing() {
            let count = self.held.with_value(|held| held.desk.len());
            if self.count.get_untracked() != count {
                let is_kept = |item: &&Arc<Item>| item.kept().is_some();
                let excerpts = self.held.with_value(|held| held.desk.items().iter().filter(is_kept).count());
                self.excerpts.set(excerpts);
                self.count.set(count);
            }
            if write {
                self.autosave.changed(self, &dirty, !loud);
            }
            if loud || dirty.head {
                self.shown.update(|shown| *shown += 1);
            }
        }
        if let Some((kept, library, marks)) = marks {
            kept.show(library, marks);
        }
        made.unwrap_or_else(|| wasm_bindgen::throw_str("the notes live as long as the page"))
    }

    /// Forgets everything, what could be undone as well.
    pub(super) fn forget(self) {
        self.held.update_value(|held| held.history = History::default());
        self.exchange(Desk::default(), true);
        self.looks.replies.set(Vec::new());
        self.looks.offered.set(Vec::new());
        self.looks.begun.set(None);
        self.laid_by.set(Vec::new());
        self.worksheet.set(None);
        self.withhold();
        self.shown.update(|shown| *shown += 1);
    }

    /// Finds everything anew where the page shows another collection.
    pub fn follow(self, library: Library) {
        let same = self.held.with_value(|held| std::ptr::eq(held.library.corpus(), library.corpus()));
        if same {
            self.held.update_value(|held| held.library = library);
            return;
        }
        let mut shown = None;
        self.held.update_value(|held| {
            (held.library, held.finder) = (library, Finder::of(library.corpus()));
            let all =
                Dirty { changed: held.desk.items().iter().map(|item| item.id.clone()).collect(), ..Dirty::default() };
            held.mark(&all);
            shown = Some((held.kept, held.marks.values().cloned().collect::<Vec<_>>()));
        });
        if let Some((kept, marks)) = shown {
            // Not while the page is being drawn.
            request_animation_frame(move || kept.show(library, marks));
        }
    }

    /// The items that hold exactly these words.
    pub fn holding(self, words: Words) -> Vec<ItemId> {
        self.held.with_value(|held| {
            held.marks.iter().filter(|(_, mark)| mark.words == words).map(|(id, _)| id.clone()).collect()
        })
    }
}

impl Inner {
    /// Brings the marks of what was touched up to date; whether any is another.
    fn mark(&mut self, dirty: &Dirty) -> bool {
        let mut other = false;
        for id in &dirty.removed {
            other |= self.marks.remove(id).is_some();
        }
        if dirty.changed.is_empty() {
            return other;
        }
        let changed: BTreeSet<&ItemId> = dirty.changed.iter().collect();
        for item in self.desk.items().iter().filter(|item| changed.contains(&item.id)) {
            other |= match self.mark_of(item) {
                Some(mark) => self.marks.insert(item.id.clone(), mark.clone()).as_ref() != Some(&mark),
                None => self.marks.remove(&item.id).is_some(),
            };
        }
        other
    }

    /// Where the words of an item stand, unless nobody knows.
    fn mark_of(&self, item: &Item) -> Option<Mark> {
        let kept = item.kept()?;
        let Finding::Found(standing) = self.finder.find(self.library.corpus(), &kept.anchor) else { return None };
        let spot = standing.spots.first()?;
        let words = Words { place: (standing.article, spot.passage?), range: spot.range };
        Some(Mark { id: item.id.0.clone(), words, noted: !kept.note.trim().is_empty(), marked: kept.marked })
    }
}
