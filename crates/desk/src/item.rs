//! What lies on a desk.
//!
//! Invariant: an item knows its id and what it holds, never its place; the
//! order is the desk's. Times are what the caller gives, as ISO 8601.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::anchor::Anchor;

/// Names an item, on every device that it travels to. The page makes it at
/// random; another program's file brings its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub String);

impl From<&str> for ItemId {
    fn from(text: &str) -> Self {
        ItemId(text.to_owned())
    }
}

impl std::fmt::Display for ItemId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// A thing on the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its id; no other item of the desk has it.
    pub id: ItemId,
    /// When it was put there, such as `2026-11-27T09:30:00Z`; may be empty.
    pub created: String,
    /// When it was last changed; may be empty.
    pub changed: String,
    /// What it is.
    pub content: Content,
    /// What another program, or a later version of this one, wrote beside it.
    #[serde(with = "crate::record::unknown")]
    pub unknown: Map<String, Value>,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Words of an article.
    Kept(Kept),
    /// A heading, of level 1 to 3.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph of the visitor's own; line breaks stay.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A question of a lesson.
    Question(Question),
    /// What a lesson tells from outside the articles.
    Card(Card),
    /// Something of another program, kept as it came among what is unknown.
    Other,
}

/// Words of an article that were kept, and what the visitor wrote to them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// What was taken.
    pub kept_as: KeptAs,
    /// Where the words stand.
    pub anchor: Anchor,
    /// Whether the words are marked where they stand.
    pub marked: bool,
    /// The note; may be empty.
    pub note: String,
    /// Tags, each once, in the visitor's order.
    pub tags: Vec<String>,
    /// Who said it and how, as it was known when it was kept; what the
    /// collection says now goes before.
    pub said: Option<Said>,
    /// The article in words, such as `“Headline”, BBC News, 21 October 2001`:
    /// for when the article is not at hand.
    pub from: String,
    /// The address of the article on the web; may be empty.
    pub address: String,
}

/// What was taken of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KeptAs {
    /// A whole passage.
    #[default]
    Passage,
    /// A statement that the article attributes to somebody.
    Statement,
    /// Words that were selected.
    Selection,
}

/// Who said something, and how the article gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The name, or what the text calls them; in square brackets where the text
    /// does not name them there.
    pub speaker: String,
    /// The role; may be empty.
    pub role: String,
    /// `quoted`, `paraphrased` or `rejecting`.
    pub manner: String,
}

/// A question of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it asks for.
    pub kind: QuestionKind,
    /// Its words.
    pub text: String,
    /// How many ruled lines it has on paper.
    pub lines: u8,
}

/// What a question asks for, as history teachers tell questions apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuestionKind {
    /// Who wrote this, when, for whom, and what follows from that.
    Sourcing,
    /// What was going on at the time.
    Context,
    /// Do other articles say the same.
    Corroboration,
    /// What exactly do the words say.
    #[default]
    CloseReading,
    /// Any other.
    Open,
}

/// What an article expected and what then came, from outside the articles:
/// hidden until it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// The words of the article, if they are marked.
    pub anchor: Option<Anchor>,
    /// What the article expected, in a sentence or two.
    pub expected: String,
    /// What then came.
    pub came: String,
    /// Where that can be looked up: title, publisher, date.
    pub source: String,
    /// The address of the source; may be empty.
    pub address: String,
}

impl KeptAs {
    /// All of them, by the names that files use.
    pub const NAMES: [(&'static str, KeptAs); 3] =
        [("passage", KeptAs::Passage), ("statement", KeptAs::Statement), ("selection", KeptAs::Selection)];

    /// `passage`, `statement` or `selection`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl QuestionKind {
    /// All of them, by the names that files use.
    pub const NAMES: [(&'static str, QuestionKind); 5] = [
        ("sourcing", QuestionKind::Sourcing),
        ("context", QuestionKind::Context),
        ("corroboration", QuestionKind::Corroboration),
        ("close-reading", QuestionKind::CloseReading),
        ("open", QuestionKind::Open),
    ];

    /// `sourcing`, `context`, `corroboration`, `close-reading` or `open`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl Item {
    /// An item with nothing but its id and what it holds.
    pub fn new(id: ItemId, content: Content) -> Item {
        Item { id, created: String::new(), changed: String::new(), content, unknown: Map::new() }
    }

    /// The words of an article that it holds.
    pub fn kept(&self) -> Option<&Kept> {
        match &self.content {
            Content::Kept(kept) => Some(kept),
            _ => None,
        }
    }

    /// Where it is tied to an article.
    pub fn anchor(&self) -> Option<&Anchor> {
        match &self.content {
            Content::Kept(kept) => Some(&kept.anchor),
            Content::Card(card) => card.anchor.as_ref(),
            _ => None,
        }
    }
}
