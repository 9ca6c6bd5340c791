//! What can be changed in a catalogue: every correction is one of these.
//!
//! Invariant: an edit names what it changes by file, id, line or words, never
//! by a place in the catalogue's text, so it means the same whatever stands
//! around it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// A change of the catalogue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Says a fact about an article, in the place of what was said before.
    Fact {
        /// The article's file.
        file: String,
        /// `outlet`, `carrier`, `headline`, `byline`, `published` or `place`, and
        /// `url` or `id`, of which the value alone is written.
        key: String,
        /// The value and what it rests on.
        #[serde(flatten)]
        claim: Claim,
    },
    /// Takes a key of an article out, whatever it says.
    Clear {
        /// The article's file.
        file: String,
        /// The key.
        key: String,
    },
    /// Says what a line is.
    Line {
        /// The article's file.
        file: String,
        /// The one-based line.
        line: u32,
        /// `removed`, or the kind of a block.
        kind: String,
        /// Why; may be empty where a kind is given.
        #[serde(default)]
        because: String,
    },
    /// Takes back what was said of a line.
    ClearLine {
        /// The article's file.
        file: String,
        /// The one-based line.
        line: u32,
    },
    /// Repairs words of a line.
    Emend {
        /// The article's file.
        file: String,
        /// The one-based line on which the block begins.
        line: u32,
        /// The words as received.
        was: String,
        /// The words as read.
        now: String,
        /// What the damage is.
        because: String,
    },
    /// Takes a repair back.
    ClearEmend {
        /// The article's file.
        file: String,
        /// The one-based line.
        line: u32,
        /// The words as received.
        was: String,
    },
    /// Says who speaks on a line.
    Speaker {
        /// The article's file.
        file: String,
        /// The one-based line on which the passage begins.
        line: u32,
        /// The person's id; nothing where nobody says it.
        person: String,
        /// The words said, as they stand in the passage; nothing for all
        /// quotations on the line.
        #[serde(default)]
        words: String,
        /// Why.
        because: String,
    },
    /// Takes back who speaks on a line.
    ClearSpeaker {
        /// The article's file.
        file: String,
        /// The one-based line.
        line: u32,
        /// The words of the entry; nothing for one of the whole line.
        #[serde(default)]
        words: String,
    },
    /// Adds to, or changes in, a list of facts.
    Listed {
        /// The article's file.
        file: String,
        /// `meetings`, `mentions` or `credits`.
        list: String,
        /// The value and what it rests on.
        #[serde(flatten)]
        claim: Claim,
    },
    /// Takes out of a list of facts.
    Unlisted {
        /// The article's file.
        file: String,
        /// `meetings`, `mentions` or `credits`.
        list: String,
        /// The value.
        value: String,
    },
    /// Sets the remarks on an article.
    Notes {
        /// The article's file.
        file: String,
        /// The remarks; none takes the key out.
        notes: Vec<String>,
    },
    /// Sets what the collection says of itself. A key that is not given stays.
    Collection {
        /// The title.
        #[serde(default)]
        title: Option<String>,
        /// The description.
        #[serde(default)]
        description: Option<String>,
        /// The groups of terms that mean the same.
        #[serde(default)]
        equivalents: Option<Vec<Vec<String>>>,
    },
    /// Adds a side, an outlet, a person, a meeting, an event or an issue, or changes it.
    Put {
        /// Which.
        table: Table,
        /// Its id; `new_id` among the values gives it another, and whatever
        /// refers to it follows.
        id: String,
        /// Keys as in the catalogue; `null` takes one out.
        values: BTreeMap<String, Value>,
    },
    /// Takes one out. What refers to it stays, and the checks name it.
    Drop {
        /// Which.
        table: Table,
        /// Its id.
        id: String,
    },
    /// Takes one out, and whatever refers to it refers to another.
    Merge {
        /// Which.
        table: Table,
        /// The id of the one that goes.
        id: String,
        /// The id of the one that stays.
        into: String,
    },
    /// Moves one before another, or to the end.
    Move {
        /// Which.
        table: Table,
        /// Its id.
        id: String,
        /// Before which; the end where none is given.
        #[serde(default)]
        before: Option<String>,
    },
    /// An article's file has another name.
    Rename {
        /// The name that the catalogue knows.
        file: String,
        /// The new name.
        name: String,
    },
    /// Takes out all that is said about a file.
    Forget {
        /// The article's file.
        file: String,
    },
}

/// A value and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Claim {
    /// The value.
    pub value: String,
    /// `stated` or `inferred`.
    #[serde(default)]
    pub basis: String,
    /// Words of the file.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// How it follows; may be empty for what is stated.
    #[serde(default)]
    pub because: String,
}

/// The catalogue's tables whose rows are named by an id, or an event by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Table {
    /// `[[side]]`.
    Side,
    /// `[[outlet]]`.
    Outlet,
    /// `[[person]]`.
    Person,
    /// `[[meeting]]`.
    Meeting,
    /// `[[event]]`.
    Event,
    /// `[[issue]]`.
    Issue,
}

impl Table {
    /// All of them, in the order in which a catalogue has them.
    pub const ALL: [Table; 6] = [Table::Side, Table::Outlet, Table::Person, Table::Meeting, Table::Event, Table::Issue];

    /// Its name in the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Table::Side => "side",
            Table::Outlet => "outlet",
            Table::Person => "person",
            Table::Meeting => "meeting",
            Table::Event => "event",
            Table::Issue => "issue",
        }
    }

    /// The key that names a row. Nothing refers to an event, so its name does.
    pub fn id_key(self) -> &'static str {
        if self == Table::Event { "name" } else { "id" }
    }

    /// Its keys, in the order in which they are written.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Table::Side => &["id", "name", "abbreviation", "words"],
            Table::Outlet => &[
                "id",
                "name",
                "short",
                "country",
                "side",
                "kind",
                "description",
                "owner",
                "funding",
                "basis",
                "remove",
            ],
            Table::Person => &["id", "name", "surname", "side", "pronoun", "spellings", "roles"],
            Table::Meeting => &["id", "name", "place", "start", "end", "participants", "description"],
            Table::Event => &["name", "start", "end", "source"],
            Table::Issue => &["id", "name", "description", "query", "at_least"],
        }
    }

    /// The field of the query language whose values are its ids.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Table::Person => "speaker",
            other => other.name(),
        }
    }
}

/// Why an edit cannot be made; the catalogue is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// It names something that the catalogue does not have.
    #[error("The catalogue has no {what} “{id}”.")]
    Missing {
        /// `person`, `issue` ….
        what: &'static str,
        /// The id that was given.
        id: String,
    },
    /// The new id is taken.
    #[error("There is a {what} “{id}” already.")]
    Taken {
        /// `person`, `issue` ….
        what: &'static str,
        /// The id that was given.
        id: String,
    },
    /// The key is none of the table.
    #[error("“{key}” is no key of {table}; it takes {known}.")]
    Key {
        /// The key that was given.
        key: String,
        /// Of what.
        table: String,
        /// The keys that there are.
        known: String,
    },
    /// The value has a form that no catalogue takes.
    #[error("The value of “{key}” cannot be written; words, numbers and lists of them can.")]
    Value {
        /// The key.
        key: String,
    },
    /// The catalogue's own text cannot be read, so nothing in it can be changed.
    #[error("The catalogue cannot be read: {message}")]
    Broken {
        /// What its reader says.
        message: String,
    },
}
