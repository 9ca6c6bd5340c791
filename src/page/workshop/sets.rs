//! Outlets, people, sides, meetings and events of the collection: found in the
//! texts, accepted, renamed, merged, or written anew.
//!
//! Invariant: whatever is accepted is one step of undo, with the words of the
//! articles that it rests on.

mod form;
mod people;
mod table;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::form::{button, button_of, opener};
use super::reply::{Row, ids, words};
use super::state::Signals;
use crate::node::{Element, Node, el, keyed, live, unseen};
use crate::wording::count;
use form::form;
pub use form::new_id;
use form::values;
use table::{EVENT, Kind, TABLES, Table};

/// The tables.
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
        false => opener("Add", &["to ", table.title].concat(), adding),
    });
    el("section")
        .at("aria-label", table.title)
        .add(el("h2").add(table.title))
        .add(el("p").class("fine").add(table.about))
        .add(rows)
        .add(el("div").add(add))
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
        let more = match table.name {
            EVENT => [words(&row, "start"), words(&row, "source")],
            _ => [words(&row, "id"), uses.unwrap_or_default()],
        };
        let more: Vec<String> = more.into_iter().filter(|word| !word.is_empty()).collect();
        let (of, id) = (name.clone(), format!("{}-{}", table.name, words(&row, "id")));
        let change = live(move || match open.get() {
            true => form(workshop, table, &row, open),
            false => opener("Change", &of, open),
        });
        el("li")
            .at("id", id)
            .add(el("p").add(el("strong").add(name)).add(el("span").class("fine").add(format!(" {}", more.join(", ")))))
            .add(change)
    })
}

/// What the texts suggest for a table and it does not have yet.
fn found(workshop: Signals, table: Table) -> Option<Element> {
    let proposals = workshop.proposals.get()?;
    let known = workshop.state.with(|state| ids((table.rows)(state)));
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
    let roles = row.get("roles").and_then(Value::as_array).into_iter().flatten();
    let mut parts: Vec<String> = roles.filter_map(Value::as_object).map(|role| words(role, "title")).collect();
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
    let keys = table.keys.iter().filter(|(.., kind)| *kind != Kind::Roles);
    let fields: Vec<_> = keys.map(|(key, _, kind)| (*key, *kind, words(row, key))).collect();
    let mut put = values(&fields);
    if let Some(roles) = row.get("roles").filter(|roles| roles.as_array().is_some_and(|roles| !roles.is_empty())) {
        put.insert("roles".to_owned(), roles.clone());
    }
    let mut edits = vec![json!({ "edit": "put", "table": table.name, "id": id, "values": put })];
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_person_who_was_found_is_accepted_with_the_role_that_the_texts_give() {
        let person = |roles: Value| {
            let row = json!({ "id": "berg", "name": "Ida Berg", "roles": roles, "spellings": ["I. Berg"] });
            let Value::Object(row) = row else { panic!("a row") };
            let table = TABLES.into_iter().find(|table| table.name == "person").expect("people are a table");
            edits(table, &row).remove(0)["values"].clone()
        };
        let values = person(json!([{ "title": "harbour master" }]));
        assert_eq!(values["roles"], json!([{ "title": "harbour master" }]));
        assert_eq!(values["spellings"], json!(["I. Berg"]));
        assert_eq!(person(json!([])).get("roles"), None);
    }
}
