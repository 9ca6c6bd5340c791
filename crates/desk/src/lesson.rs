//! A lesson, and a student's reply to it.
//!
//! Invariant: what is withheld is told by the lesson and the reply alone, so
//! that every device shows the same.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::item::ItemId;

/// What makes a desk a lesson; its questions and cards are among the items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    /// The id of the lesson; a reply names it.
    pub id: String,
    /// The question that the lesson is about.
    pub question: String,
    /// What a student should know beforehand; line breaks stay.
    pub background: String,
    /// What is not shown before the student has written.
    pub withheld: Vec<Part>,
    /// What another version wrote beside it.
    pub unknown: Map<String, Value>,
}

/// A part of the page that a lesson can withhold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Issue labels on passages.
    IssueLabels,
    /// “What is missing” of the comparison.
    Missing,
    /// What others answered.
    OthersAnswers,
}

/// What a student wrote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The id of the reply, the same each time that it is saved.
    pub id: String,
    /// The lesson's id.
    pub lesson: String,
    /// The lesson's title, for a reader without the lesson.
    pub title: String,
    /// Who wrote it, as they call themselves.
    pub student: String,
    /// When it was saved, as ISO 8601.
    pub saved: String,
    /// The answers by question; a question without words is left out.
    pub answers: BTreeMap<ItemId, String>,
    /// What another version wrote beside it.
    pub unknown: Map<String, Value>,
}

impl Part {
    /// All of them, by the names that files use.
    pub const NAMES: [(&'static str, Part); 3] =
        [("issue-labels", Part::IssueLabels), ("missing", Part::Missing), ("others-answers", Part::OthersAnswers)];

    /// `issue-labels`, `missing` or `others-answers`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}
