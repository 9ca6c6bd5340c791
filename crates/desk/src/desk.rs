//! The desk: items in the visitor's order.
//!
//! Invariant: no two items have one id. What changes a desk goes through
//! [`Desk::apply`].

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::change::Change;
use crate::item::{Item, ItemId};
use crate::lesson::Lesson;
use crate::refusal::{Refusal, shown};

/// What a visitor keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Its name; may be empty.
    pub(crate) title: String,
    /// What makes it a lesson, if it is one.
    pub(crate) lesson: Option<Lesson>,
    /// What another version wrote beside it.
    pub(crate) unknown: Map<String, Value>,
    /// Shared, so that a copy of a desk costs no copy of its notes.
    items: Vec<Arc<Item>>,
}

impl Desk {
    /// A desk of these items; of several with one id the first stays.
    pub fn of(title: &str, items: impl IntoIterator<Item = Item>) -> Desk {
        let mut seen = std::collections::HashSet::new();
        let items = items.into_iter().filter(|item| seen.insert(item.id.clone())).map(Arc::new).collect();
        Desk { title: title.to_owned(), items, ..Desk::default() }
    }

    /// Its name; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What makes it a lesson, if it is one.
    pub fn lesson(&self) -> Option<&Lesson> {
        self.lesson.as_ref()
    }

    /// The items, in order.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The zero-based place of an item.
    pub fn place(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == *id)
    }

    /// The item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id).map(Arc::as_ref)
    }

    /// The change that adds what another desk holds, at the end. What is here
    /// already, word for word, is left out; what has an id that something else
    /// has here gets one of `fresh`, so that nothing is written over.
    pub fn add(&self, other: &Desk, mut fresh: impl FnMut() -> ItemId) -> Change {
        let here: HashMap<&ItemId, &Item> = self.items.iter().map(|item| (&item.id, item.as_ref())).collect();
        let new = other.items.iter().filter(|item| here.get(&item.id).is_none_or(|known| *known != item.as_ref()));
        let inserts = new.enumerate().map(|(at, item)| {
            let mut item = item.clone();
            if here.contains_key(&item.id) {
                Arc::make_mut(&mut item).id = fresh();
            }
            Change::Insert { at: self.len() + at, item }
        });
        Change::All(inserts.collect())
    }

    /// The change that puts another desk in the place of this one.
    pub fn replace(&self, other: &Desk) -> Change {
        let removed = self.items.iter().rev().map(|item| Change::Remove { id: item.id.clone() });
        let new = other.items.iter().enumerate().map(|(at, item)| Change::Insert { at, item: item.clone() });
        let head = [Change::Title(other.title.clone()), Change::Lesson(other.lesson.clone().map(Box::new))];
        Change::All(removed.chain(new).chain(head).collect())
    }

    pub(crate) fn item_mut(&mut self, id: &ItemId) -> Result<&mut Item, Refusal> {
        self.items.iter_mut().find(|item| item.id == *id).map(Arc::make_mut).ok_or_else(|| gone(id))
    }

    pub(crate) fn insert(&mut self, at: usize, item: Arc<Item>) -> Result<(), Refusal> {
        if self.place(&item.id).is_some() {
            return Err(Refusal::new(
                format!("“{}” is on the desk already.", shown(&item.id.0)),
                "Reload the page to see it.",
            ));
        }
        self.items.insert(at.min(self.items.len()), item);
        Ok(())
    }

    /// Moves an item to a place, the last one where that is beyond it; where it
    /// was. Those between move by one, the others are not touched.
    pub(crate) fn shift(&mut self, id: &ItemId, to: usize) -> Result<usize, Refusal> {
        let from = self.place(id).ok_or_else(|| gone(id))?;
        let to = to.min(self.items.len().saturating_sub(1));
        let (first, last) = (from.min(to), from.max(to));
        if let Some(between) = self.items.get_mut(first..=last) {
            if from < to { between.rotate_left(1) } else { between.rotate_right(1) }
        }
        Ok(from)
    }

    pub(crate) fn remove(&mut self, id: &ItemId) -> Result<(usize, Arc<Item>), Refusal> {
        let at = self.place(id).ok_or_else(|| gone(id))?;
        Ok((at, self.items.remove(at)))
    }
}

fn gone(id: &ItemId) -> Refusal {
    Refusal::new(
        format!("“{}” is not on the desk any more.", shown(&id.0)),
        "It may have been removed in another tab: reload the page to see the desk as it is.",
    )
}
