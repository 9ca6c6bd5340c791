//! Issues of the collection, each written as a search, with the passages that
//! it takes and those that it just misses.
//!
//! Invariant: the preview is of the search as it is written at this moment, or
//! says that it is being looked for.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::form::{area, button, button_of, cancel, field, opener, submit};
use super::reply::{Hit, Preview, Row, ids, words};
use super::sets::new_id;
use super::state::Signals;
use crate::node::{Element, Node, el, keyed, live, unseen};
use crate::wording::count;

/// How long the typing rests before the preview follows.
const REST: Duration = Duration::from_millis(250);

/// How many passages are shown of those that are taken, or missed.
const MOST: usize = 8;

/// The issues, and a form for another one.
pub fn view(workshop: Signals) -> Element {
    let adding = RwSignal::new(false);
    let rows = live(move || {
        let state = workshop.state.get();
        el("ul").class("rows").all(state.issues.iter().map(|row| item(workshop, row)))
    });
    let add = live(move || match adding.get() {
        true => editor(workshop, &Row::new(), adding),
        false => opener("Add an issue", "", adding),
    });
    el("div")
        .class("sets")
        .add(el("h2").add("Issues"))
        .add(el("p").add("An issue is a search that is kept: a passage is on it because of its words. Issues are filters, labels and the rows of every comparison. ").add(button("Find in the texts", move || workshop.propose())))
        .add(rows)
        .add(el("div").add(add))
        .add(live(move || found(workshop)))
}

fn item(workshop: Signals, row: &Row) -> Node {
    let row = row.clone();
    keyed(serde_json::to_string(&row).unwrap_or_default(), move || {
        let open = RwSignal::new(false);
        let (id, name) = (words(&row, "id"), words(&row, "name"));
        let number =
            row.get("uses").and_then(Value::as_u64).map(|number| count(number as usize, "passage", "passages"));
        let about = el("p")
            .add(el("strong").add(name.clone()))
            .add(el("span").class("fine").add(number.map(|number| format!(" {number}"))))
            .add(" ")
            .add(el("code").add(words(&row, "query")));
        let moves = ["Move up", "Move down"].map(|way| moving(workshop, way, words(&row, "id"), name.clone()));
        let change = live(move || match open.get() {
            true => editor(workshop, &row, open),
            false => opener("Change", &name, open),
        });
        el("li").at("id", ["issue-", &id].concat()).add(about).add(change).add(el("p").class("choices").all(moves))
    })
}

/// A button that moves an issue one place up or down among the others. It stays
/// enabled at the ends, so that whoever presses it keeps the focus.
fn moving(workshop: Signals, way: &'static str, id: String, name: String) -> Element {
    let of = name.clone();
    button_of(way, &of, move || {
        let ids = workshop.state.with_untracked(|state| ids(&state.issues));
        let Some(place) = ids.iter().position(|other| *other == id) else { return };
        let last = ids.len().saturating_sub(1);
        let (end, before) = match way {
            "Move up" => (place == 0, ids.get(place.wrapping_sub(1))),
            _ => (place == last, ids.get(place + 2)),
        };
        if end {
            workshop.tell(format!("“{name}” is the {} issue already.", if place == 0 { "first" } else { "last" }));
            return;
        }
        let edit = json!({ "edit": "move", "table": "issue", "id": id, "before": before });
        let now = if way == "Move up" { place } else { place + 2 };
        workshop.edit(edit, format!("“{name}” is number {now} of {} issues now.", last + 1));
    })
}

/// The form of an issue, a new one where `row` is empty.
fn editor(workshop: Signals, row: &Row, open: RwSignal<bool>) -> Element {
    let text = |key: &str| RwSignal::new(words(row, key));
    let (name, query, description) = (text("name"), text("query"), text("description"));
    let preview = previewed(workshop, query);
    let (id, old) = (words(row, "id"), words(row, "id"));
    let taken = workshop.state.with_untracked(|state| ids(&state.issues));
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let (name, query, description) = (name.get_untracked(), query.get_untracked(), description.get_untracked());
        if name.trim().is_empty() || query.trim().is_empty() {
            workshop.tell_wrong("An issue needs a name and a search.");
            return;
        }
        let id = if old.is_empty() { new_id(&name, &taken) } else { old.clone() };
        let about = if description.trim().is_empty() { Value::Null } else { description.trim().into() };
        let values = json!({ "name": name.trim(), "query": query.trim(), "description": about });
        workshop.submit(
            json!({ "edit": "put", "table": "issue", "id": id, "values": values }),
            format!("The issue “{}” was saved.", name.trim()),
            open,
        );
    };
    let drop = (!id.is_empty()).then(|| {
        button("Remove", move || {
            workshop.edit(
                json!({ "edit": "drop", "table": "issue", "id": id }),
                "The issue was removed. “Undo” brings it back.",
            );
        })
    });
    el("form")
        .class("line-form issue-form")
        .on("submit", save)
        .add(field("Name", name))
        .add(area("Search: words, “phrases in quotes”, OR, AND, a minus before what is to be left out", "2", query))
        .add(field("What belongs to it, in a sentence (may stay empty)", description))
        .add(el("p").class("choices").add(submit("Save the issue")).add(drop).add(cancel(open)))
        .add(live(move || shown(preview.get())))
}

/// The preview of a search, which follows its typing.
fn previewed(workshop: Signals, query: RwSignal<String>) -> RwSignal<Option<Arc<Preview>>> {
    let preview = RwSignal::new(None);
    Effect::new(move |_| {
        let asked = query.get();
        set_timeout(
            move || {
                let current = move || query.try_get_untracked();
                if current().as_ref() != Some(&asked) {
                    return;
                }
                spawn_local(async move {
                    let request = json!({ "op": "issue_preview", "query": asked });
                    let found =
                        if asked.trim().is_empty() { None } else { workshop.ask::<Preview>(request, None).await };
                    if current().as_ref() == Some(&asked) {
                        let _ = preview.try_set(found.map(|(found, _)| Arc::new(found)));
                    }
                });
            },
            REST,
        );
    });
    preview
}

fn shown(preview: Option<Arc<Preview>>) -> Node {
    let Some(preview) = preview else { return Node::Nothing };
    let faults = preview.diagnostics.iter().map(|fault| el("li").add(format!("{} {}", fault.message, fault.remedy)));
    let told = match preview.total {
        0 => "No passage is on it.".to_owned(),
        total => format!(
            "{} in {} on it.",
            count(total, "passage", "passages"),
            count(preview.articles, "article", "articles")
        ),
    };
    el("div")
        .class("preview")
        .add(el("p").at("role", "status").add(told))
        .add(el("ul").class("problems").all(faults))
        .add(hits("Taken", &preview.hits))
        .add(hits("Just missed", &preview.near))
        .into()
}

fn hits(name: &'static str, hits: &[Hit]) -> Option<Element> {
    let items = hits.iter().take(MOST).map(|hit| {
        el("li").add(el("p").class("fine").add(format!("{}, passage {}", hit.headline, hit.passage))).add(el("p").all(
            marked(&hit.text, &hit.marks).into_iter().map(|(words, is_marked)| {
                let piece: Node = if is_marked { el("mark").add(words).into() } else { words.into() };
                piece
            }),
        ))
    });
    (!hits.is_empty())
        .then(|| el("section").at("aria-label", name).add(el("h3").add(name)).add(el("ul").class("hits").all(items)))
}

/// A text in pieces, and whether each is marked; marks are in units of UTF-16.
fn marked(text: &str, marks: &[(usize, usize)]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut at = 0;
    for letter in text.chars() {
        let inside = marks.iter().any(|(start, end)| (*start..*end).contains(&at));
        at += letter.len_utf16();
        match pieces.last_mut() {
            Some((words, marked)) if *marked == inside => words.push(letter),
            _ => pieces.push((letter.to_string(), inside)),
        }
    }
    pieces
}

/// Words that set some articles apart, as issues to begin with.
fn found(workshop: Signals) -> Option<Element> {
    let proposals = workshop.proposals.get()?;
    let known = workshop.state.with(|state| ids(&state.issues));
    let rows: Vec<&Row> = proposals.issues.iter().filter(|row| !known.contains(&words(row, "id"))).collect();
    let item = |row: &&Row| {
        let (id, name, query) = (words(row, "id"), words(row, "name"), words(row, "query"));
        let number = row
            .get("count")
            .and_then(Value::as_u64)
            .map(|number| format!(" {}", count(number as usize, "passage", "passages")));
        let values = json!({ "name": name, "query": query });
        let done = format!("The issue “{name}” was accepted.");
        let edit = json!({ "edit": "put", "table": "issue", "id": id, "values": values });
        let accept = move || workshop.edit(edit.clone(), done.clone());
        el("li")
            .key(id)
            .add(
                el("p")
                    .add(el("strong").add(name.clone()))
                    .add(el("span").class("fine").add(number))
                    .add(" ")
                    .add(el("code").add(query)),
            )
            .add(button("Accept", accept).add(unseen(format!(" {name}"))))
    };
    (!rows.is_empty()).then(|| {
        el("section")
            .at("aria-label", "Found in the texts")
            .add(el("h3").add("Found in the texts"))
            .add(el("ul").class("rows").all(rows.iter().map(item)))
    })
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marks_count_letters_as_the_browser_does() {
        let pieces = marked("𝒜 treaty on arms", &[(3, 9)]);
        let shown: Vec<(&str, bool)> = pieces.iter().map(|(words, marked)| (words.as_str(), *marked)).collect();
        assert_eq!(shown, [("𝒜 ", false), ("treaty", true), (" on arms", false)]);
        assert_eq!(marked("", &[]), []);
    }
}
