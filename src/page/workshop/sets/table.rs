//! The tables of the catalogue that the workshop shows, and their keys.
//!
//! Invariant: a key is one that the catalogue has under that name, so nothing
//! is shown that a catalogue cannot hold.

use crate::page::workshop::reply::{Proposals, Row, State};

/// A table of the catalogue, as it is shown.
#[derive(Clone, Copy)]
pub struct Table {
    /// Its name in requests.
    pub name: &'static str,
    pub title: &'static str,
    /// What one row is called.
    pub one: &'static str,
    pub about: &'static str,
    pub rows: fn(&State) -> &Vec<Row>,
    pub found: fn(&Proposals) -> &Vec<Row>,
    /// The keys without which a catalogue does not take a row.
    pub needed: &'static [&'static str],
    /// Its keys, each with the name of its field.
    pub keys: &'static [(&'static str, &'static str, Kind)],
}

/// What a key holds, and so how it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A day, as year, month and day.
    Day,
    List,
    Side,
    /// People, by their names; the catalogue has their ids.
    People,
    Roles,
    Choice(&'static [(&'static str, &'static str)]),
}

const OUTLET_KINDS: &[(&str, &str)] =
    &[("", "not said"), ("newspaper", "newspaper"), ("magazine", "magazine"), ("website", "website")];
const PRONOUNS: &[(&str, &str)] = &[("", "not said"), ("he", "he"), ("she", "she"), ("they", "they")];

/// The table whose rows are named by their names and not by ids.
pub const EVENT: &str = "event";

/// Nothing is found for sides and events: who stands on which, and what matters,
/// is for a person to say.
static NONE: Vec<Row> = Vec::new();

/// The tables, in the order in which they are shown.
pub const TABLES: [Table; 5] = [
    Table {
        name: "outlet",
        title: "Outlets",
        one: "outlet",
        about: "Who published the articles: papers, broadcasters, agencies.",
        rows: |state| &state.outlets,
        found: |found| &found.outlets,
        needed: &["name"],
        keys: &[
            ("name", "Name", Kind::Text),
            ("short", "Short name", Kind::Text),
            ("country", "Country", Kind::Text),
            ("side", "Side", Kind::Side),
            ("kind", "What it is", Kind::Choice(OUTLET_KINDS)),
            ("description", "In a sentence", Kind::Text),
            ("owner", "Owner", Kind::Text),
            ("funding", "Who pays", Kind::Text),
            ("basis", "Where that is said", Kind::Text),
        ],
    },
    Table {
        name: "person",
        title: "People",
        one: "person",
        about: "Who speaks or meets, so that statements are gathered under one name.",
        rows: |state| &state.people,
        found: |found| &found.people,
        needed: &["name"],
        keys: &[
            ("name", "Name in full", Kind::Text),
            ("surname", "Surname", Kind::Text),
            ("side", "Side", Kind::Side),
            ("pronoun", "Pronoun", Kind::Choice(PRONOUNS)),
            ("spellings", "Other spellings, with commas between", Kind::List),
            ("roles", "Roles", Kind::Roles),
        ],
    },
    Table {
        name: "side",
        title: "Sides",
        one: "side",
        about: "The parties of the subject. Words such as a capital or a ministry put unnamed speakers on a side.",
        rows: |state| &state.sides,
        found: |_| &NONE,
        needed: &["name"],
        keys: &[
            ("name", "Name", Kind::Text),
            ("abbreviation", "A letter or two", Kind::Text),
            ("words", "Words that put a speaker on this side, with commas between", Kind::List),
        ],
    },
    Table {
        name: "meeting",
        title: "Meetings",
        one: "meeting",
        about: "Meetings that the articles cover or mention; they make the timeline.",
        rows: |state| &state.meetings,
        found: |found| &found.meetings,
        needed: &["name", "place", "start"],
        keys: &[
            ("name", "Name", Kind::Text),
            ("place", "Place", Kind::Text),
            ("start", "First day, such as 2001-10-21", Kind::Day),
            ("end", "Last day, if it is another", Kind::Day),
            ("participants", "Who met: names of people, with commas between", Kind::People),
            ("description", "In a sentence", Kind::Text),
        ],
    },
    Table {
        name: EVENT,
        title: "Events",
        one: "event",
        about: "What else happened, each with its source: “Background” tells it where articles from before and after are compared.",
        rows: |state| &state.events,
        found: |_| &NONE,
        needed: &["name", "start", "source"],
        keys: &[
            ("name", "What happened, as part of a sentence", Kind::Text),
            ("start", "Day, such as 2001-12-13", Kind::Day),
            ("end", "Last day, if it is another", Kind::Day),
            ("source", "Source", Kind::Text),
        ],
    },
];
