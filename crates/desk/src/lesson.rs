//! A lesson, and a student's reply to it.
//!
//! Invariant: what is withheld is told by the lesson and the reply alone, so
//! that every device shows the same.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::desk::Desk;
use crate::item::{Card, Content, ItemId, Question, QuestionKind};

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

impl Part {
    /// What is withheld, as a teacher chooses it.
    pub fn label(self) -> &'static str {
        match self {
            Part::IssueLabels => "Issue labels on passages",
            Part::Missing => "“What is missing” in Compare",
            Part::OthersAnswers => "Other students’ answers",
        }
    }
}

impl QuestionKind {
    /// Its name for readers.
    pub fn label(self) -> &'static str {
        match self {
            QuestionKind::Sourcing => "Sourcing",
            QuestionKind::Context => "Context",
            QuestionKind::Corroboration => "Corroboration",
            QuestionKind::CloseReading => "Close reading",
            QuestionKind::Open => "Open question",
        }
    }

    /// What such a question asks for, in a sentence.
    pub fn about(self) -> &'static str {
        match self {
            QuestionKind::Sourcing => "Who wrote this, for whom and when, and what follows from that.",
            QuestionKind::Context => "What was going on when it was written.",
            QuestionKind::Corroboration => "Whether other articles say the same.",
            QuestionKind::CloseReading => "What exactly the words say, and how.",
            QuestionKind::Open => "Anything else.",
        }
    }

    /// Questions to begin from.
    pub fn templates(self) -> &'static [&'static str] {
        match self {
            QuestionKind::Sourcing => &[
                "Who published this, where, and when? Which of these does the article say, and which were worked out?",
                "For which readers was this written? Point to words that show it.",
                "Whose words does the article report, and whose are missing?",
                "Was this written before or after the meeting? What could the writer not know yet?",
            ],
            QuestionKind::Context => &[
                "What had happened in the months before this article? Which words of it refer to that?",
                "Which treaty, war or meeting does this passage take for known? Explain it in two sentences.",
                "What would a reader of that day have expected to happen next?",
            ],
            QuestionKind::Corroboration => &[
                "Which claim of this article do the others also make? Give both passages.",
                "Where do two articles disagree? Say which words differ, and which you trust more, and why.",
                "What does one article report that another on the same subject leaves out?",
                "Which statement stands in one article only? How could you check it?",
            ],
            QuestionKind::CloseReading => &[
                "Which words in this passage are the speaker’s own, and which are the writer’s?",
                "Which words make the claim weaker or stronger, such as “may”, “appears” or “clearly”?",
                "Put the passage in one plain sentence. What was lost?",
                "Which word shows what the writer thinks of it? Try another word: what changes?",
            ],
            QuestionKind::Open => &["What do you think, and which passages make you think so?"],
        }
    }
}

impl Reply {
    /// An empty reply to a lesson.
    pub fn to(lesson: &Desk, id: &str) -> Reply {
        Reply {
            id: id.to_owned(),
            lesson: lesson.lesson().map(|lesson| lesson.id.clone()).unwrap_or_default(),
            title: lesson.title().to_owned(),
            ..Reply::default()
        }
    }

    /// The answer to a question; empty when there is none.
    pub fn answer(&self, question: &ItemId) -> &str {
        self.answers.get(question).map_or("", String::as_str)
    }

    /// Writes an answer; one without words is no answer.
    pub fn write(&mut self, question: &ItemId, answer: &str) {
        if answer.trim().is_empty() {
            self.answers.remove(question);
        } else {
            self.answers.insert(question.clone(), answer.to_owned());
        }
    }
}

impl Desk {
    /// The questions of a lesson, in order, with their ids.
    pub fn questions(&self) -> impl Iterator<Item = (&ItemId, &Question)> {
        self.items().iter().filter_map(|item| match &item.content {
            Content::Question(question) => Some((&item.id, question)),
            _ => None,
        })
    }

    /// The cards of a lesson, in order, with their ids.
    pub fn cards(&self) -> impl Iterator<Item = (&ItemId, &Card)> {
        self.items().iter().filter_map(|item| match &item.content {
            Content::Card(card) => Some((&item.id, card)),
            _ => None,
        })
    }

    /// How many questions a reply answers, and how many there are.
    pub fn answered(&self, reply: &Reply) -> (usize, usize) {
        let all = || self.questions();
        (all().filter(|(id, _)| !reply.answer(id).trim().is_empty()).count(), all().count())
    }

    /// Whether a part of the page is withheld: the lesson says so, and not
    /// every question has an answer yet. Without a lesson nothing is.
    pub fn withholds(&self, part: Part, reply: &Reply) -> bool {
        let (answered, all) = self.answered(reply);
        self.lesson().is_some_and(|lesson| lesson.withheld.contains(&part)) && answered < all
    }
}
