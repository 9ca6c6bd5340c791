//! Changes of a desk as values, and the history in which they are undone.
//!
//! Invariant: applying a change and then what it gave back leaves the desk as
//! it was, byte for byte.

use std::sync::Arc;

use crate::desk::Desk;
use crate::item::{Content, Item, ItemId};
use crate::lesson::Lesson;
use crate::refusal::Refusal;

/// A change of a desk. Places are zero-based.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Puts an item at a place, at the end where the place is beyond it.
    Insert {
        /// The place that it will have.
        at: usize,
        /// What is put there.
        item: Arc<Item>,
    },
    /// Takes an item off.
    Remove {
        /// Which.
        id: ItemId,
    },
    /// Moves an item.
    Move {
        /// Which.
        id: ItemId,
        /// The place that it will have.
        to: usize,
    },
    /// Gives an item another content; `changed` is when.
    Edit {
        /// Which.
        id: ItemId,
        /// What it will hold.
        content: Box<Content>,
        /// When, as ISO 8601; may be empty.
        changed: String,
    },
    /// Names the desk.
    Title(String),
    /// Makes the desk a lesson, changes its head, or makes it a desk again.
    Lesson(Option<Box<Lesson>>),
    /// Several changes as one, in order; all or none.
    All(Vec<Change>),
}

impl Change {
    /// Whether it touches more of one of these items than its place.
    fn is_about(&self, items: &[ItemId]) -> bool {
        match self {
            Change::Insert { item, .. } => items.contains(&item.id),
            Change::Remove { id } | Change::Edit { id, .. } => items.contains(id),
            Change::All(changes) => changes.iter().any(|change| change.is_about(items)),
            Change::Move { .. } | Change::Title(_) | Change::Lesson(_) => false,
        }
    }
}

impl Desk {
    /// Makes a change and gives back what undoes it. A desk that refuses is as
    /// it was before. Cost: finding the item, and moving those behind it.
    ///
    /// # Errors
    /// When the item is not there, or one with its id is already.
    pub fn apply(&mut self, change: Change) -> Result<Change, Refusal> {
        match change {
            Change::Insert { at, item } => {
                let id = item.id.clone();
                self.insert(at, item)?;
                Ok(Change::Remove { id })
            }
            Change::Remove { id } => {
                let (at, item) = self.remove(&id)?;
                Ok(Change::Insert { at, item })
            }
            Change::Move { id, to } => {
                let from = self.shift(&id, to)?;
                Ok(Change::Move { id, to: from })
            }
            Change::Edit { id, content, changed } => {
                let item = self.item_mut(&id)?;
                let content = Box::new(std::mem::replace(&mut item.content, *content));
                let changed = std::mem::replace(&mut item.changed, changed);
                Ok(Change::Edit { id, content, changed })
            }
            Change::Title(title) => Ok(Change::Title(std::mem::replace(&mut self.title, title))),
            Change::Lesson(lesson) => {
                let before = std::mem::replace(&mut self.lesson, lesson.map(|lesson| *lesson));
                Ok(Change::Lesson(before.map(Box::new)))
            }
            Change::All(changes) => self.apply_all(changes),
        }
    }

    fn apply_all(&mut self, changes: Vec<Change>) -> Result<Change, Refusal> {
        let mut back = Vec::with_capacity(changes.len());
        for change in changes {
            match self.apply(change) {
                Ok(inverse) => back.push(inverse),
                Err(refusal) => {
                    for inverse in back.into_iter().rev() {
                        // What was just made can be undone.
                        let _ = self.apply(inverse);
                    }
                    return Err(refusal);
                }
            }
        }
        back.reverse();
        Ok(Change::All(back))
    }
}

/// What was done, to be undone and done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// What undoes, the last change last.
    undo: Vec<Change>,
    /// What does again.
    redo: Vec<Change>,
    /// Whether the next edit of the same item joins the last one.
    typing: bool,
}

/// More steps than this are forgotten, the oldest first.
const STEPS: usize = 500;

impl History {
    /// Makes a change that can be undone. Edits of one item that follow each
    /// other are one step until [`pause`](Self::pause).
    ///
    /// # Errors
    /// As [`Desk::apply`]; then nothing has changed.
    pub fn make(&mut self, desk: &mut Desk, change: Change) -> Result<(), Refusal> {
        let edits = match &change {
            Change::Edit { id, .. } => Some(id.clone()),
            _ => None,
        };
        let inverse = desk.apply(change)?;
        let joins = self.typing
            && matches!((self.undo.last(), &edits), (Some(Change::Edit { id, .. }), Some(edited)) if id == edited);
        if !joins {
            self.undo.push(inverse);
            if self.undo.len() > STEPS {
                self.undo.remove(0);
            }
        }
        self.typing = edits.is_some();
        self.redo.clear();
        Ok(())
    }

    /// Forgets the steps that would give these items another content, or take them
    /// off or put them back: somebody else has changed them since, and would lose it.
    pub fn forget(&mut self, items: &[ItemId]) {
        self.typing = false;
        for steps in [&mut self.undo, &mut self.redo] {
            steps.retain(|step| !step.is_about(items));
        }
    }

    /// The next edit is a step of its own: called when a field is left, or
    /// after a pause in typing.
    pub fn pause(&mut self) {
        self.typing = false;
    }

    /// Undoes the last step; whether there was one.
    pub fn undo(&mut self, desk: &mut Desk) -> bool {
        self.typing = false;
        Self::step(desk, &mut self.undo, &mut self.redo)
    }

    /// Does again what was undone last; whether there was anything.
    pub fn redo(&mut self, desk: &mut Desk) -> bool {
        self.typing = false;
        Self::step(desk, &mut self.redo, &mut self.undo)
    }

    /// Whether there is something to undo, and to do again.
    pub fn can(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    fn step(desk: &mut Desk, from: &mut Vec<Change>, to: &mut Vec<Change>) -> bool {
        // A step that the desk refuses was made void by another tab.
        while let Some(change) = from.pop() {
            if let Ok(inverse) = desk.apply(change) {
                to.push(inverse);
                return true;
            }
        }
        false
    }
}
