//! Which ids a catalogue declares.

use std::collections::HashSet;

use super::schema::{Catalogue, Text};

/// What is declared, for checking references.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declared {
    pub(crate) sides: Known,
    pub(crate) outlets: Known,
    pub(crate) people: Known,
    pub(crate) meetings: Known,
}

/// The ids of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The ids in the order of the catalogue.
    pub(crate) list: Vec<String>,
    pub(crate) set: HashSet<String>,
}

#[cfg_attr(not(feature = "catalogue"), allow(dead_code, reason = "nothing reads a catalogue then"))]
impl Known {
    fn of<'a>(ids: impl Iterator<Item = &'a Text>) -> Known {
        let list: Vec<String> = ids.map(|id| id.value.clone()).collect();
        Known { set: list.iter().cloned().collect(), list }
    }
}

#[cfg_attr(not(feature = "catalogue"), allow(dead_code, reason = "nothing reads a catalogue then"))]
impl Declared {
    pub(crate) fn of(tables: &Catalogue) -> Declared {
        Declared {
            sides: Known::of(tables.sides.iter().map(|side| &side.id)),
            outlets: Known::of(tables.outlets.iter().map(|outlet| &outlet.id)),
            people: Known::of(tables.people.iter().map(|person| &person.id)),
            meetings: Known::of(tables.meetings.iter().map(|meeting| &meeting.id)),
        }
    }
}
