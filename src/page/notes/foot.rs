//! The bar at the foot of every room: how much is kept and where, the way to
//! the notes, and what can be done with words that are selected.

use leptos::prelude::*;
use web_sys::js_sys;

use super::autosave::SaveStatus;
use super::requests::keep;
use super::state::Notes;
use super::{cite, files, worksheet};
use crate::app::focus;
use crate::node::{Element, Node, el, link, live};
use crate::wording::count;

/// The bar, and what opens from it. `room` is the address of the notes, unless
/// they are shown already.
pub fn view(notes: Notes, room: Option<String>) -> Node {
    let mut stood = false;
    let bar = live(move || {
        let picked = notes.picked.get();
        if !picked.is_empty() {
            return Node::from(selected(notes));
        }
        let (all, told) = (notes.count.get(), notes.autosave.told.get());
        let answering = notes.worksheet.with(Option::is_some);
        let says = all > 0 || answering || told.trouble.is_some() && room.is_none() || !told.notice.is_empty();
        // It comes where the button may be that was pressed.
        if says && !stood {
            focus::uncover();
        }
        stood = says;
        says.then(|| bar(notes, all, answering, &told, room.clone())).into()
    });
    el("div").class("foot no-print").add(bar).add(cite::view(notes)).into()
}

fn bar(notes: Notes, all: usize, answering: bool, told: &SaveStatus, room: Option<String>) -> Element {
    let trouble = told.trouble.map(|refusal| el("span").class("trouble").at("role", "alert").add(refusal.sentence()));
    let notice = (!told.notice.is_empty()).then(|| el("span").class("trouble").at("role", "status").add(told.notice));
    let save = |name: &'static str, press: fn(Notes)| {
        el("button").at("type", "button").class("plain").add(name).on("click", move |_| press(notes))
    };
    let bar = el("aside").class("kept-bar").at("aria-label", "What you keep");
    let kept = notes.excerpts.get();
    let says_kept = (kept > 0 || !answering && all > 0).then(|| {
        let words = if kept > 0 { format!("{kept} kept") } else { count(all, "note", "notes") };
        el("span").class("kept-count").at("role", "status").add(words)
    });
    let bar = if answering {
        bar.add(el("span").class("kept-count").add(live(move || worksheet::progress(notes))))
            .add(room.map(|room| link(room).class("button").add("Back to the lesson")))
            .add(says_kept)
            .add(
                el("span")
                    .class("kept-where")
                    .add(live(move || answers_saved(notes)))
                    .add(" ")
                    .add(save("Save answers to a file", worksheet::save)),
            )
    } else {
        bar.add(says_kept).add(room.map(|room| link(room).class("button").add("Open notes"))).add(
            el("span")
                .class("kept-where")
                .add(saved(told))
                .add(" ")
                .add((all > 0).then(|| save("Save to a file", files::save))),
        )
    };
    bar.add(trouble).add(notice)
}

/// Where the answers to the lesson in hand can be found again.
fn answers_saved(notes: Notes) -> String {
    notes.answered.track();
    let mut told = notes.autosave.told.get();
    notes.worksheet.with_untracked(|worksheet| {
        if let Some(worksheet) = worksheet {
            told.saved.clone_from(&worksheet.reply.saved);
            told.since = worksheet.since;
        }
    });
    saved(&told)
}

/// Where what is kept can be found again.
pub fn saved(told: &SaveStatus) -> String {
    let browser = match (told.trouble.is_some(), is_framed()) {
        (true, _) => "Not kept in this browser",
        (false, true) => "In this browser, for the page around this one alone",
        (false, false) => "In this browser",
    };
    if told.saved.is_empty() {
        return [browser, ", not saved to a file yet."].concat();
    }
    let changed = if told.since { ", changed since" } else { "" };
    format!("{browser}; saved to a file at {}{changed}.", clock(&told.saved))
}

/// Whether the page stands in another one: browsers keep what is written there
/// apart for each page around it.
fn is_framed() -> bool {
    window().top().ok().flatten().is_none_or(|top| top != window())
}

/// A time as it is read on a clock here: `09:30`, with the day unless that is today.
pub fn clock(iso: &str) -> String {
    let (then, now) = (js_sys::Date::new(&iso.into()), js_sys::Date::new_0());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    let day = |date: &js_sys::Date| String::from(date.to_date_string());
    if day(&then) == day(&now) { time } else { [&time, ", ", &day(&then)].concat() }
}

/// What can be done with the words that are selected.
fn selected(notes: Notes) -> Element {
    let button = |name: &'static str, press: fn(Notes)| {
        let press = move |_| press(notes);
        // The words are to stay selected until the button has been pressed.
        el("button")
            .at("type", "button")
            .class("button")
            .add(name)
            .on("mousedown", |event| event.prevent_default())
            .on("click", press)
    };
    el("aside")
        .class("kept-bar")
        .at("aria-label", "Selected words")
        .add(el("span").class("kept-count").add("Selected words:"))
        .add(button("Keep", |notes| take(notes, false)))
        .add(button("Mark", |notes| take(notes, true)))
        .add(button("Cite", |notes| {
            if let Some(words) = notes.picked.get_untracked().first() {
                cite::open(notes, *words);
            }
        }))
}

fn take(notes: Notes, marked: bool) {
    keep(notes, &notes.picked.get_untracked(), marked);
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
    notes.picked.set(Vec::new());
}
