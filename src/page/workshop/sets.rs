//! Outlets, people, sides and meetings of the collection: found in the texts,
//! accepted, renamed, merged, or written anew.
//!
//! Invariant: a table is what [`TABLES`] says; its keys are those of the
//! catalogue, so nothing is shown that a catalogue cannot hold.

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::form::{area, button, button_of, choice, field, listed};
use super::reply::{Proposals, Row, State, words};
use super::state::Signals;
use crate::node::{Element, Node, el, keyed, live, unseen};
use crate::wording::count;

/// A table of the catalogue, as it is shown.
#[derive(Clone, Copy)]
struct Table {
    /// Its name in requests.
    name: &'static str,
    title: &'static str,
    one: &'static str,
    about: &'static str,
    rows: fn(&State) -> &Vec<Row>,
    found: fn(&Proposals) -> &Vec<Row>,
    keys: &'static [(&'static str, &'static str, Kind)],
}

/// What a key holds, and so how it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    List,
    Side,
    Choice(&'static [(&'static str, &'static str)]),
}

const OUTLET_KINDS: &[(&str, &str)] =
    &[("", "not said"), ("newspaper", "newspaper"), ("magazine", "magazine"), ("website", "website")];
const PRONOUNS: &[(&str, &str)] = &[("", "not said"), ("he", "he"), ("she", "she"), ("they", "they")];

/// Nothing is found for sides: who stands on which is for a person to say.
static NONE: Vec<Row> = Vec::new();

const TABLES: [Table; 4] = [
    Table {
        name: "outlet",
        title: "Outlets",
        one: "outlet",
        about: "Who published the articles: papers, broadcasters, agencies.",
        rows: |state| &state.outlets,
        found: |found| &found.outlets,
        keys: &[
            ("name", "Name", Kind::Text),
            ("short", "Short name", Kind::Text),
            ("country", "Country", Kind::Text),
            ("side", "Side", Kind::Side),
            ("kind", "What it is", Kind::Choice(OUTLET_KINDS)),
            ("description", "In a sentence", Kind::Text),
            ("owner", "Owner", Kind::Text),
            ("funding", "Who pays", Kind::Text),
        ],
    },
    Table {
        name: "person",
        title: "People",
        one: "person",
        about: "Who speaks or meets, so that statements are gathered under one name.",
        rows: |state| &state.people,
        found: |found| &found.people,
        keys: &[
            ("name", "Name in full", Kind::Text),
            ("surname", "Surname", Kind::Text),
            ("side", "Side", Kind::Side),
            ("pronoun", "Pronoun", Kind::Choice(PRONOUNS)),
            ("spellings", "Other spellings, with commas between", Kind::List),
        ],
    },
    Table {
        name: "side",
        title: "Sides",
        one: "side",
        about: "The parties of the subject. Words such as a capital or a ministry put unnamed speakers on a side.",
        rows: |state| &state.sides,
        found: |_| &NONE,
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
        keys: &[
            ("name", "Name", Kind::Text),
            ("place", "Place", Kind::Text),
            ("start", "First day, such as 2001-10-21", Kind::Text),
            ("end", "Last day, if it is another", Kind::Text),
            ("participants", "Who met: their ids, with commas between", Kind::List),
            ("description", "In a sentence", Kind::Text),
        ],
    },
];

/// The four tables.
pub fn view(workshop: Signals) -> Element {
    el("div")
        .class("sets")
        .add(
            el("p")
                .add("What the articles share. All of it may stay empty. ")
                .add(button("Find in the texts", move || workshop.propose())),
        )
        .all(TABLES.map(|table| section(workshop, table)))
}

fn section(workshop: Signals, table: Table) -> Element {
    let rows = live(move || {
        let state = workshop.state.get();
        let rows = (table.rows)(&state).iter().map(|one| row(workshop, table, one));
        el("ul").class("rows").all(rows)
    });
    let adding = RwSignal::new(false);
    let add = live(move || match adding.get() {
        true => form(workshop, table, &Row::new(), adding),
        false => button("Add", move || adding.set(true)).add(unseen(format!(" to {}", table.title))),
    });
    el("section")
        .at("aria-label", table.title)
        .add(el("h2").add(table.title))
        .add(el("p").class("fine").add(table.about))
        .add(rows)
        .add(add)
        .add(live(move || found(workshop, table)))
}

/// One row, to be changed.
fn row(workshop: Signals, table: Table, row: &Row) -> Node {
    let row = row.clone();
    let key = serde_json::to_string(&row).unwrap_or_default();
    keyed(key, move || {
        let open = RwSignal::new(false);
        let (name, uses) = (words(&row, "name"), row.get("uses").and_then(Value::as_u64));
        let uses = uses.map(|uses| format!("used {}", count(uses as usize, "time", "times")));
        let more: Vec<String> =
            [Some(words(&row, "id")), uses].into_iter().flatten().filter(|word| !word.is_empty()).collect();
        let of = name.clone();
        let change = live(move || match open.get() {
            true => form(workshop, table, &row, open),
            false => button_of("Change", &of, move || open.set(true)),
        });
        el("li")
            .add(el("p").add(el("strong").add(name)).add(el("span").class("fine").add(format!(" {}", more.join(", ")))))
            .add(change)
    })
}

/// The form for a row, a new one where `row` is empty.
fn form(workshop: Signals, table: Table, row: &Row, open: RwSignal<bool>) -> Element {
    let id = words(row, "id");
    let fields: Vec<(&'static str, Kind, RwSignal<String>)> =
        table.keys.iter().map(|(key, _, kind)| (*key, *kind, RwSignal::new(words(row, key)))).collect();
    let shown = table.keys.iter().zip(&fields).map(|((_, name, kind), (.., text))| match kind {
        Kind::Text => field(name, *text),
        Kind::List => area(name, "2", *text),
        Kind::Side => choice(name, sides(workshop), *text),
        Kind::Choice(all) => {
            choice(name, all.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect(), *text)
        }
    });
    let shown: Vec<Element> = shown.collect();
    let taken: Vec<String> =
        workshop.state.with_untracked(|state| (table.rows)(state).iter().map(|row| words(row, "id")).collect());
    let old = id.clone();
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let name =
            fields.iter().find(|(key, ..)| *key == "name").map(|(.., text)| text.get_untracked()).unwrap_or_default();
        if name.trim().is_empty() {
            workshop.tell_wrong(format!("A {} needs a name.", table.one));
            return;
        }
        let id = if old.is_empty() { new_id(&name, &taken) } else { old.clone() };
        let values =
            values(&fields.iter().map(|(key, kind, text)| (*key, *kind, text.get_untracked())).collect::<Vec<_>>());
        workshop.edit(
            json!({ "edit": "put", "table": table.name, "id": id, "values": values }),
            format!("“{}” was saved.", name.trim()),
        );
        open.set(false);
    };
    el("form")
        .class("line-form")
        .on("submit", save)
        .all(shown)
        .add(
            el("p")
                .class("choices")
                .add(el("button").class("button").add("Save"))
                .add((!id.is_empty()).then(|| drop(workshop, table, id.clone())))
                .add(button("Cancel", move || open.set(false))),
        )
        .add((!id.is_empty()).then(|| merge(workshop, table, id)))
}

fn drop(workshop: Signals, table: Table, id: String) -> Element {
    button("Remove", move || {
        workshop
            .edit(json!({ "edit": "drop", "table": table.name, "id": id }), "It was removed. “Undo” brings it back.");
    })
}

/// A choice of another row, which is to take this one's place everywhere.
fn merge(workshop: Signals, table: Table, id: String) -> Option<Element> {
    let others = workshop.state.with_untracked(|state| {
        let rows = (table.rows)(state).iter().map(|row| (words(row, "id"), words(row, "name")));
        rows.filter(|(other, _)| *other != id).collect::<Vec<_>>()
    });
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
    let sides = workshop.state.with_untracked(|state| {
        let rows = state.sides.iter().map(|row| (words(row, "id"), words(row, "name")));
        rows.collect::<Vec<_>>()
    });
    [(String::new(), "none".to_owned())].into_iter().chain(sides).collect()
}

/// What the texts suggest for a table and it does not have yet.
fn found(workshop: Signals, table: Table) -> Option<Element> {
    let proposals = workshop.proposals.get()?;
    let known: Vec<String> =
        workshop.state.with(|state| (table.rows)(state).iter().map(|row| words(row, "id")).collect());
    let rows: Vec<Row> =
        (table.found)(&proposals).iter().filter(|row| !known.contains(&words(row, "id"))).cloned().collect();
    let all = rows.clone();
    let accept_all = move || accept(workshop, table, &all);
    let item = |row: &Row| {
        let (name, one) = (words(row, "name"), vec![row.clone()]);
        let accept = button_of("Accept", &name, move || accept(workshop, table, &one));
        el("li")
            .key(words(row, "id"))
            .add(el("p").add(el("strong").add(name)).add(el("span").class("fine").add(why(row))))
            .add(accept)
    };
    (!rows.is_empty()).then(|| {
        el("div")
            .class("found-in-texts")
            .add(el("h3").add("Found in the texts"))
            .add(el("ul").class("rows").all(rows.iter().map(item)))
            .add((rows.len() > 1).then(|| button("Accept all", accept_all).add(unseen(format!(" {}", table.title)))))
    })
}

/// Where and how often something was found.
fn why(row: &Row) -> String {
    let named = row.get("files").or_else(|| row.get("articles"));
    let files = named.and_then(Value::as_array).map_or(0, Vec::len);
    let mut parts = Vec::new();
    if files > 0 {
        parts.push(format!("in {}", count(files, "article", "articles")));
    }
    if let Some(number) = row.get("count").and_then(Value::as_u64) {
        parts.push(count(number as usize, "time", "times"));
    }
    let days = words(row, "start");
    parts.extend((!days.is_empty()).then_some(days));
    format!(" {}", parts.join(", "))
}

/// Puts what was found into the catalogue, and says so of the articles that
/// name it: one step of undo.
fn accept(workshop: Signals, table: Table, rows: &[Row]) {
    let edits: Vec<Value> = rows.iter().flat_map(|row| edits(table, row)).collect();
    let done = format!("{} accepted.", count(rows.len(), "proposal", "proposals"));
    workshop.request(json!({ "op": "edit", "edits": edits }), done);
}

/// The changes that accept what was found: the row, and for each article that
/// names it the words in which it does.
fn edits(table: Table, row: &Row) -> Vec<Value> {
    let id = words(row, "id");
    let fields: Vec<_> = table.keys.iter().map(|(key, _, kind)| (*key, *kind, words(row, key))).collect();
    let mut edits = vec![json!({ "edit": "put", "table": table.name, "id": id, "values": values(&fields) })];
    for article in row.get("articles").and_then(Value::as_array).into_iter().flatten() {
        let Some(article) = article.as_object() else { continue };
        let because = words(article, "because");
        let basis = if because.is_empty() { "stated" } else { "inferred" };
        let place = match table.name {
            "outlet" => json!({ "edit": "fact", "key": "outlet" }),
            "meeting" => json!({ "edit": "listed", "list": "meetings" }),
            _ => continue,
        };
        let claim = json!({
            "file": words(article, "file"), "value": id, "basis": basis,
            "evidence": article.get("evidence").cloned().unwrap_or(Value::Null), "because": because,
        });
        if let (Value::Object(mut edit), Value::Object(claim)) = (place, claim) {
            edit.extend(claim);
            edits.push(Value::Object(edit));
        }
    }
    edits
}

/// The fields as the catalogue's values; what is empty is no value.
fn values(fields: &[(&'static str, Kind, String)]) -> Map<String, Value> {
    let value = |kind: &Kind, text: &str| match kind {
        _ if text.trim().is_empty() => Value::Null,
        Kind::List => listed(text).into(),
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
    fn an_outlet_that_was_found_is_accepted_with_the_words_of_each_article_that_name_it() {
        let row = json!({ "id": "post", "name": "The Post", "articles": [{ "file": "a.txt", "evidence": ["The Post"], "because": "" }] });
        let Value::Object(row) = row else { panic!("a row") };
        let edits = edits(TABLES[0], &row);
        assert_eq!((edits.len(), &edits[0]["values"]["name"]), (2, &json!("The Post")));
        assert_eq!(
            edits[1],
            json!({ "edit": "fact", "key": "outlet", "file": "a.txt", "value": "post", "basis": "stated", "evidence": ["The Post"], "because": "" })
        );
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
