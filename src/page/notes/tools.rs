//! What can be done with the notes as a whole.

use leptos::prelude::*;
use summitry_desk::{By, Change};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::cite::{self, chosen};
use super::files::{self, FORMS};
use super::state::Notes;
use super::{list, opening, printed, sheet};
use crate::node::{Element, Node, el, live};
use crate::part::{Copied, press_copy};

/// The ways to group, by name.
const GROUPS: [(&str, &str, By); 4] = [
    ("order", "In my own order", By::Order),
    ("article", "By article", By::Article),
    ("issue", "By issue", By::Issue),
    ("tag", "By tag", By::Tag),
];

/// The head of the room.
pub fn view(notes: Notes) -> Element {
    el("header")
        .class("notes-head")
        .add(el("h1").add("Notes"))
        .add(el("p").class("lede no-print").add("What you keep of the articles: in your own order, with your own words between. It stays on this device; a file makes it safe."))
        .add(live(move || title(notes)))
        .add(live(move || bar(notes)))
        .add(live(move || refused(notes)))
        .add(live(move || offered(notes)))
        .add(live(move || narrowing(notes)))
}

/// A button that does something with the notes.
pub fn button(name: impl Into<Node>, mut press: impl FnMut() + 'static) -> Element {
    el("button").at("type", "button").class("button").add(name).on("click", move |_| press())
}

/// What a field holds.
pub fn typed(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(other) => other.dyn_into::<web_sys::HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default(),
    }
}

/// The title, which a visitor gives.
fn title(notes: Notes) -> Element {
    notes.shown.track();
    let now = notes.with(|desk, _, _| desk.title().to_owned());
    let field = el("input")
        .at("id", "notes-title")
        .at("type", "text")
        .at("maxlength", "200")
        .at("autocomplete", "off")
        .value(now)
        .on("change", move |event| {
            let _ = notes.make(Change::Title(typed(&event)));
        });
    el("p").class("field title-field").add(el("label").at("for", "notes-title").add("Title")).add(" ").add(field)
}

fn bar(notes: Notes) -> Element {
    let empty = notes.count.get() == 0;
    notes.shown.track();
    let (back, again) = notes.can();
    let step = |name: &'static str, on: bool, back: bool| {
        let press = move || {
            notes.step(back);
        };
        button(name, press).flag("disabled", !on)
    };
    let some = !empty;
    el("div")
        .class("compare-bar no-print")
        .add(some.then(|| button("Copy all with references", move || copy_all(notes))))
        .add(some.then(|| button("Save to a file", move || files::save(notes))))
        .add(some.then(|| take_along(notes)))
        .add(opening::chooser(notes, "Open files", "open-files"))
        .add(el("span").class("segments").add(step("Undo", back, true)).add(step("Redo", again, false)))
        .add(el("p").class("fine saved-at").add(live(move || super::foot::saved(&notes.keeping.told.get()))))
}

/// The forms in which the notes can be taken along, to be opened.
fn take_along(notes: Notes) -> Element {
    let forms = FORMS.iter().map(|form| el("li").add(button(form.name, move || files::export(notes, form))));
    let page = button("This page with the notes inside (HTML)", move || files::save_page(notes));
    let print = button("Print", move || printed::print(notes));
    el("details")
        .class("choose")
        .add(el("summary").class("button").add("Export or print"))
        .add(el("ul").class("take-along").all(forms).add(el("li").add(page)).add(el("li").add(print)))
}

fn copy_all(notes: Notes) {
    let (text, html) = sheet(notes, |sheet| (summitry_desk::sheet::text(sheet), summitry_desk::sheet::html(sheet)));
    press_copy(list::LIST, &Copied { text, html: Some(html) });
}

/// What could not be done, until something else is.
fn refused(notes: Notes) -> Option<Element> {
    let refused = notes.looks.refused.get();
    (!refused.is_empty()).then(|| {
        let close = button("Close", move || notes.looks.refused.set(String::new()));
        el("div").class("notice").at("role", "alert").add(el("p").add(refused)).add(close)
    })
}

/// A lesson that was opened: to be answered, or to be edited.
fn offered(notes: Notes) -> Option<Element> {
    let offered = notes.looks.offered;
    offered.with(Option::is_some).then(|| {
        let take = move || offered.try_update(Option::take).flatten();
        let answer = move || {
            if let Some(lesson) = take() {
                notes.take_in_hand(lesson);
            }
        };
        let edit = move || {
            if let Some(lesson) = take() {
                let mut told = Vec::new();
                opening::add(notes, &lesson, &mut told);
                notes.looks.refused.set(told.join(" "));
            }
        };
        let title = offered.with(|desk| desk.as_ref().map_or("", |desk| desk.title()).to_owned());
        el("section")
            .class("notice")
            .at("role", "status")
            .add(el("p").add(["This file is a lesson", if title.is_empty() { "" } else { ": " }, &title, "."].concat()))
            .add(button("Answer it", answer))
            .add(button("Edit it", edit))
            .add(button("Close", move || drop(take())))
    })
}

/// Erasing, asked twice.
pub fn erasing(notes: Notes) -> Element {
    let erase = button("Erase everything kept on this device", move || notes.keeping.erase(notes));
    el("details")
        .class("choose erase no-print")
        .add(el("summary").class("plain").add("Erase…"))
        .add(el("p").class("fine").add("Notes, answers and collections of this page go from this browser, in all its tabs. Files that you saved stay. This cannot be undone."))
        .add(erase)
}

/// Searching within, grouping and the style.
fn narrowing(notes: Notes) -> Option<Element> {
    let looks = notes.looks;
    let search = el("input")
        .at("type", "search")
        .at("id", "notes-search")
        .at("autocomplete", "off")
        .value(looks.query.get_untracked())
        .on("input", move |event| {
            looks.first.set(0);
            looks.query.set(typed(&event));
        });
    let by = looks.by.get();
    let options = GROUPS.map(|(id, name, group)| el("option").at("value", id).selected(group == by).add(name));
    let group = el("select").at("id", "notes-group").all(options).on("change", move |event| {
        let name = chosen(&event);
        looks.first.set(0);
        looks.by.set(GROUPS.iter().find(|(id, ..)| *id == name).map(|(.., by)| *by).unwrap_or_default());
    });
    let field = |id: &'static str, name: &'static str, field: Element| {
        el("p").class("field").add(el("label").at("for", id).add(name)).add(" ").add(field)
    };
    (notes.count.get() > 0).then(|| {
        el("div")
            .class("narrowing no-print")
            .at("role", "search")
            .at("aria-label", "Within your notes")
            .add(field("notes-search", "Search your notes", search))
            .add(field("notes-group", "Group", group))
            .add(cite::style(notes, "notes-style"))
    })
}
