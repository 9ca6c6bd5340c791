//! What a visitor keeps of a collection: marks, notes, their order, a lesson
//! made of them, and the files in which all of it travels.
//!
//! [`Desk`] is an ordered list of [`Item`]s that is changed by [`Change`]s,
//! each of which gives back what undoes it. An [`Anchor`] ties words to the
//! source as received, and a [`Finder`] finds them again in a collection or
//! says that it cannot. [`open`] reads a file, [`Desk::to_json`] writes one.
//!
//! Invariants:
//! - a mark stands on its own words or is an orphan, whatever became of
//!   cleaning and catalogue since it was made; its words are never lost;
//! - what is written is read back the same; what a file holds that is not
//!   known here is kept and written again;
//! - nothing here knows a browser, a file system, a clock or chance: ids and
//!   times are the caller's; no file makes it panic.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

mod anchor;
mod change;
mod desk;
mod file;
mod foreign;
mod gather;
mod group;
pub mod handout;
mod item;
mod lesson;
mod page;
mod record;
mod refusal;

pub use anchor::{Anchor, Finder, Finding, Orphaned, Quote, Spot, Standing};
pub use change::{Change, History};
pub use desk::Desk;
pub use file::{MOST_BYTES, MOST_TEXT, MOST_TYPED, Opened, VERSION, open};
pub use foreign::{Brought, Foreign};
pub use gather::{Answer, Answers, Gathered, gather};
pub use group::{By, Group, Issues};
pub use item::{Card, Content, Item, ItemId, Kept, KeptAs, Question, QuestionKind, Said};
pub use lesson::{Lesson, Part, Reply};
pub use page::{carried, carry};
pub use refusal::Refusal;
pub use serde_json::{Map, Value};
