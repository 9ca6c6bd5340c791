//! What the visitor has kept of the passages, as far as every room shows it,
//! and what they ask for: both known before the room Notes is there.
//!
//! Invariant: this holds places in the articles and nothing that was typed;
//! the notes themselves, and how they are stored, are `page::notes`'s.

use leptos::prelude::*;
use summitry_corpus::ByteRange;

use crate::deferred::Deferred;
use crate::library::{Library, Place};
use crate::node::Node;
use crate::route::Page;

/// Words of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The passage: index of the article, number from 1.
    pub place: Place,
    /// The words, in bytes of its text.
    pub range: ByteRange,
}

/// Words that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which of the notes it is; empty as long as that is not known.
    pub id: String,
    /// The words.
    pub words: Words,
    /// Whether the visitor has written something about them.
    pub noted: bool,
    /// Whether the words are to be marked strongly where they stand.
    pub marked: bool,
}

/// What the visitor asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To keep words.
    Keep(Words),
    /// To let go what has been kept of them.
    Drop(Words),
    /// To keep what is selected on the page.
    Selected {
        /// Whether it is to be marked strongly where it stands.
        marked: bool,
    },
    /// To cite words.
    Cite(Words),
}

/// What is kept. Cheap to copy.
#[derive(Clone, Copy)]
pub struct SavedMarks {
    /// In the order of the passages.
    marks: RwSignal<Vec<Mark>>,
    /// The collection in which these are places.
    corpus: StoredValue<usize>,
    commands: RwSignal<Vec<Command>>,
    deferred: Deferred,
}

impl SavedMarks {
    /// Nothing kept yet.
    pub fn new(deferred: Deferred) -> Self {
        Self {
            marks: RwSignal::new(Vec::new()),
            corpus: StoredValue::new(0),
            commands: RwSignal::new(Vec::new()),
            deferred,
        }
    }

    /// The marks in a passage of a collection; follows every change. None where
    /// they are places in another one.
    pub fn in_passage(self, library: Library, place: Place) -> Vec<Mark> {
        self.marks.with(|marks| {
            if self.corpus.get_value() != address(library) {
                return Vec::new();
            }
            let first = marks.partition_point(|mark| mark.words.place < place);
            marks.iter().skip(first).take_while(|mark| mark.words.place == place).cloned().collect()
        })
    }

    /// All marks, from now on, as places in a collection.
    pub fn show(self, library: Library, mut marks: Vec<Mark>) {
        marks.sort_by_key(|mark| (mark.words.place, mark.words.range.start));
        self.corpus.set_value(address(library));
        if self.marks.with_untracked(|shown| *shown != marks) {
            self.marks.set(marks);
        }
    }

    /// Asks for something; the notes are fetched if they are not there.
    pub fn ask(self, command: Command) {
        match &command {
            // What is kept is shown at once.
            Command::Keep(words) => {
                let mark = Mark { id: String::new(), words: *words, noted: false, marked: false };
                self.marks.update(|marks| {
                    let after = marks.partition_point(|other| other.words.place <= words.place);
                    marks.insert(after, mark);
                });
            }
            Command::Drop(words) => self.marks.update(|marks| marks.retain(|mark| mark.words != *words)),
            _ => {}
        }
        self.commands.update(|commands| commands.push(command));
        self.deferred.fetch(&Page::Notes);
    }

    /// What was asked for and not done yet; follows every change.
    pub fn take_wishes(self) -> Vec<Command> {
        if self.commands.with(Vec::is_empty) {
            Vec::new()
        } else {
            self.commands.try_update(std::mem::take).unwrap_or_default()
        }
    }

    /// What `view` makes once the notes are there; that they are not, where
    /// something was asked of them.
    pub fn foot(self, view: impl FnOnce() -> Node) -> Node {
        if self.deferred.has(&Page::Notes) {
            return view();
        }
        if self.commands.with(Vec::is_empty) { Node::Nothing } else { self.deferred.then(&Page::Notes, view) }
    }
}

/// What tells a collection from every other that is open.
fn address(library: Library) -> usize {
    std::ptr::from_ref(library.corpus()).addr()
}
