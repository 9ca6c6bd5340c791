//! The form for one row of a table, and what is written of it.
//!
//! Invariant: what cannot be a row is told, and the form stays open with all
//! that was typed.

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::people;
use super::table::{EVENT, Kind, Table};
use crate::node::{Element, el};
use crate::page::workshop::form::{area, button, cancel, check_days, choice, choices, field, listed, refusal, submit};
use crate::page::workshop::reply::{self, Row, ids, words};
use crate::page::workshop::roles;
use crate::page::workshop::state::Signals;

/// The fields of a row while they are filled in.
#[derive(Clone)]
struct Fields {
    table: Table,
    texts: Vec<RwSignal<String>>,
    roles: roles::Held,
    /// The id that the row has, or nothing.
    id: String,
}

impl Fields {
    fn of(table: Table, row: &Row, known: &[Row]) -> Self {
        let text = |key: &str, kind: Kind| match kind {
            Kind::People => people::named(row, key, known),
            _ => words(row, key),
        };
        let texts = table.keys.iter().map(|(key, _, kind)| RwSignal::new(text(key, *kind))).collect();
        Self { table, texts, roles: roles::read(row), id: words(row, "id") }
    }

    fn views(&self, workshop: Signals) -> Vec<Element> {
        let view = |((_, name, kind), text): (&(&'static str, &'static str, Kind), &RwSignal<String>)| match kind {
            Kind::Text | Kind::Day => field(name, *text),
            Kind::List | Kind::People => area(name, "2", *text),
            Kind::Side => choice(name, sides(workshop), *text),
            Kind::Roles => roles::view(self.roles),
            Kind::Choice(all) => choice(name, choices(all), *text),
        };
        self.table.keys.iter().zip(&self.texts).map(view).collect()
    }

    /// The name, and the change of the catalogue that saves the row.
    fn edit(&self, taken: &[String], known: &[Row]) -> Result<(String, Value), String> {
        let held: Vec<_> = self.table.keys.iter().zip(&self.texts).collect();
        let held: Vec<_> = held.into_iter().map(|((key, _, kind), text)| (*key, *kind, text.get_untracked())).collect();
        let [from, until] = days(&held);
        check_days(self.table.one, from, until)?;
        let mut values = values(&held);
        for (key, _, text) in held.iter().filter(|(_, kind, _)| *kind == Kind::People) {
            values.insert((*key).to_owned(), people::ids(text, known)?);
        }
        if values.contains_key("roles") {
            values.insert("roles".to_owned(), roles::written(self.roles)?);
        }
        let lacks = |key: &str| self.table.needed.contains(&key) && values.get(key).is_none_or(Value::is_null);
        if let Some((_, field, _)) = self.table.keys.iter().find(|(key, ..)| lacks(key)) {
            return Err(format!("Fill in “{field}” as well: the {} needs it.", self.table.one));
        }
        let name = values.get("name").and_then(Value::as_str).unwrap_or("").to_owned();
        let id = match (self.table.name, self.id.as_str()) {
            (EVENT, "") if taken.contains(&name) => return Err("There is an event of this name already.".to_owned()),
            (EVENT, "") => name.clone(),
            (EVENT, old) if old != name => {
                values.insert("new_id".to_owned(), name.as_str().into());
                old.to_owned()
            }
            (_, "") => new_id(&name, taken),
            (_, old) => old.to_owned(),
        };
        Ok((name, json!({ "edit": "put", "table": self.table.name, "id": id, "values": values })))
    }
}

/// The form for a row, a new one where `row` is empty.
pub fn form(workshop: Signals, table: Table, row: &Row, open: RwSignal<bool>) -> Element {
    let known = workshop.state.with_untracked(|state| state.people.clone());
    let fields = Fields::of(table, row, &known);
    let (shown, id) = (fields.views(workshop), fields.id.clone());
    let taken = workshop.state.with_untracked(|state| ids((table.rows)(state)));
    let wrong = RwSignal::new(String::new());
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        match fields.edit(&taken, &known) {
            Ok((name, edit)) => {
                wrong.set(String::new());
                workshop.submit(edit, format!("“{name}” was saved."), open);
            }
            Err(sentence) => wrong.set(sentence),
        }
    };
    el("form")
        .class("line-form")
        .on("submit", save)
        .all(shown)
        .add(refusal(wrong))
        .add(
            el("p")
                .class("choices")
                .add(submit("Save"))
                .add((!id.is_empty()).then(|| drop(workshop, table, id.clone())))
                .add(cancel(open)),
        )
        .add((!id.is_empty() && table.name != EVENT).then(|| merge(workshop, table, id)))
}

fn drop(workshop: Signals, table: Table, id: String) -> Element {
    button("Remove", move || {
        workshop
            .edit(json!({ "edit": "drop", "table": table.name, "id": id }), "It was removed. “Undo” brings it back.");
    })
}

/// A choice of another row, which is to take this one's place everywhere.
fn merge(workshop: Signals, table: Table, id: String) -> Option<Element> {
    let mut others = workshop.state.with_untracked(|state| reply::named((table.rows)(state)));
    others.retain(|(other, _)| *other != id);
    let first = others.first()?.0.clone();
    let into = RwSignal::new(first);
    let press = move || {
        let edit = json!({ "edit": "merge", "table": table.name, "id": id, "into": into.get_untracked() });
        workshop.edit(edit, "The two are one now.");
    };
    let body = el("div").class("line-form").add(choice("The one that stays", others, into)).add(button("Merge", press));
    Some(el("details").add(el("summary").add(format!("The same {} as another one", table.one))).add(body))
}

fn sides(workshop: Signals) -> Vec<(String, String)> {
    let mut sides = workshop.state.with_untracked(|state| reply::named(&state.sides));
    sides.insert(0, (String::new(), "none".to_owned()));
    sides
}

/// The days that the fields hold: the first and the last; empty where there is none.
fn days<'f>(fields: &'f [(&'static str, Kind, String)]) -> [&'f str; 2] {
    let day = |wanted: &str| fields.iter().find(|(key, kind, _)| *kind == Kind::Day && *key == wanted);
    ["start", "end"].map(|key| day(key).map_or("", |(.., text)| text))
}

/// The fields as the catalogue's values; what is empty is no value.
pub fn values(fields: &[(&'static str, Kind, String)]) -> Map<String, Value> {
    let value = |kind: &Kind, text: &str| match kind {
        _ if text.trim().is_empty() => Value::Null,
        Kind::List | Kind::People => listed(text).into(),
        _ => text.trim().into(),
    };
    fields.iter().map(|(key, kind, text)| ((*key).to_owned(), value(kind, text))).collect()
}

/// An id made of a name: small letters, figures and hyphens, with a number
/// behind it where it is taken.
pub fn new_id(name: &str, taken: &[String]) -> String {
    let mut id = String::new();
    for letter in name.trim().chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() => id.push(letter.to_ascii_lowercase()),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id = match id.trim_matches('-') {
        "" => "unnamed".to_owned(),
        id => id.to_owned(),
    };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut ids = [id.clone()].into_iter().chain(numbered);
    ids.find(|id| !taken.contains(id)).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_a_name_and_kept_apart_from_those_there_are() {
        assert_eq!(new_id("The Daily News", &[]), "the-daily-news");
        assert_eq!(new_id(" É. Müller ", &[]), "m-ller");
        assert_eq!(new_id("日本", &[]), "unnamed");
        assert_eq!(new_id("BBC", &["bbc".to_owned(), "bbc-2".to_owned()]), "bbc-3");
    }

    #[test]
    fn meetings_and_events_have_days_and_nothing_else_has() {
        let with_days = super::super::table::TABLES.map(|table| {
            let held: Vec<_> = table.keys.iter().map(|(key, _, kind)| (*key, *kind, (*key).to_owned())).collect();
            (table.name, days(&held).map(str::to_owned))
        });
        let with_days = with_days.iter().filter(|(_, days)| *days == ["start", "end"]).map(|(name, _)| *name);
        assert_eq!(with_days.collect::<Vec<_>>(), ["meeting", "event"]);
    }

    #[test]
    fn an_empty_field_takes_its_key_out_and_commas_make_a_list() {
        let values = values(&[
            ("name", Kind::Text, " BBC ".into()),
            ("side", Kind::Side, String::new()),
            ("words", Kind::List, "US, UK".into()),
        ]);
        assert_eq!(Value::Object(values), json!({ "name": "BBC", "side": null, "words": ["US", "UK"] }));
    }
}
