//! What can be done with the notes as a whole.

use leptos::prelude::*;
use summitry_desk::{By, Change, Desk, Reply};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::files::{self, FORMS};
use super::foot::clock;
use super::item::focus_at;
use super::state::Notes;
use super::worksheets::Worksheet;
use super::{cite, handout, list, opening, printed, worksheet};
use crate::component::{Copied, press_copy};
use crate::field::held;
use crate::node::{Element, Node, el, live};
use crate::wording::count;

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
        .add(live(move || laid_by(notes)))
        .add(live(move || narrowing(notes)))
}

/// A button that does something with the notes.
pub fn button(name: impl Into<Node>, mut press: impl FnMut() + 'static) -> Element {
    el("button").at("type", "button").class("button").add(name).on("click", move |_| press())
}

/// Whether a box is ticked.
pub fn ticked(event: &Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
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
            let _ = notes.make(Change::Title(held(&event)));
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
        .add(el("p").class("fine saved-at").add(live(move || super::foot::saved(&notes.autosave.told.get()))))
}

/// The forms in which the notes can be taken along, to be opened.
fn take_along(notes: Notes) -> Element {
    let forms = FORMS.iter().map(|form| el("li").add(button(form.name, move || files::export(notes, form))));
    let page = button("This page with the notes inside (HTML)", move || files::save_page(notes));
    let print = button("Print", move || printed::print(notes));
    let cards = notes.with(|desk, _, _| desk.cards().next().is_some()).then(|| {
        let tick = el("input")
            .at("type", "checkbox")
            .checked(notes.looks.with_cards.get_untracked())
            .on("change", move |event| notes.looks.with_cards.set(ticked(&event)));
        el("li").add(el("label").add(tick).add(" With the cards, for a teacher’s copy"))
    });
    el("details")
        .class("choose")
        .add(el("summary").class("button").add("Export or print"))
        .add(el("ul").class("take-along").add(cards).all(forms).add(el("li").add(page)).add(el("li").add(print)))
}

fn copy_all(notes: Notes) {
    let (text, html) =
        handout(notes, |handout| (summitry_desk::handout::text(handout), summitry_desk::handout::html(handout)));
    press_copy(list::LIST, &Copied { text, html: Some(html) });
}

/// What could not be done, until something else is.
pub fn refused(notes: Notes) -> Option<Element> {
    let refused = notes.looks.refused.get();
    (!refused.is_empty()).then(|| {
        let close = button("Close", move || notes.looks.refused.set(String::new()));
        el("div").class("notice").at("role", "alert").add(el("p").add(refused)).add(close)
    })
}

/// What was opened and is for the visitor to say what to do with: answers to go
/// on with, and lessons.
pub fn offered(notes: Notes) -> Option<Element> {
    let lessons = notes.looks.offered.get();
    let begun = notes.looks.begun.get();
    (begun.is_some() || !lessons.is_empty()).then(|| {
        let begun = begun.into_iter().map(|begun| answers(notes, begun));
        el("div").class("offered no-print").all(begun.chain(lessons.into_iter().map(|lesson| one(notes, lesson))))
    })
}

/// Takes the focus to a lesson that was taken in hand.
fn to_lesson() {
    focus_at(["#", worksheet::TITLE].concat());
}

/// A lesson: to be answered, or to be edited.
fn one(notes: Notes, lesson: Desk) -> Element {
    let id = lesson.lesson().map(|lesson| lesson.id.clone()).unwrap_or_default();
    let gone = move || {
        let id = id.clone();
        let is_it = move |desk: &Desk| desk.lesson().is_some_and(|lesson| lesson.id == id);
        notes.looks.offered.update(|all| all.retain(|desk| !is_it(desk)));
    };
    let press = |make: fn(Notes, &Desk)| {
        let (gone, lesson) = (gone.clone(), lesson.clone());
        move || {
            gone();
            make(notes, &lesson);
        }
    };
    let answer = press(|notes, lesson| {
        notes.take_in_hand(lesson.clone());
        to_lesson();
    });
    let add = press(|notes, lesson| {
        let mut told = Vec::new();
        opening::add(notes, lesson, &mut told);
        notes.looks.refused.set(told.join(" "));
        focus_at("#notes-title".to_owned());
    });
    let replace = press(|notes, lesson| {
        opening::replace(notes, lesson);
        focus_at("#notes-title".to_owned());
    });
    let title = lesson.title();
    let begun = notes.worksheets().of(&lesson.lesson().map(|lesson| lesson.id.clone()).unwrap_or_default()).is_some();
    let own = notes.count.get();
    let offer = el("section")
        .class("notice")
        .at("role", "status")
        .add(el("p").add(["This file is a lesson", if title.is_empty() { "" } else { ": " }, title, "."].concat()))
        .add(button(if begun { "Go on answering it" } else { "Answer it" }, answer));
    if notes.worksheet.with(Option::is_some) {
        offer.add(button("Close", gone))
    } else if own == 0 {
        offer.add(button("Edit it", add)).add(button("Close", gone))
    } else {
        let told = notes.autosave.told.get();
        let safe = !told.since && !told.saved.is_empty();
        let unsaved = (!safe).then(|| {
            el("p")
                .class("fine")
                .add(format!(
                    "Your notes hold {} that no file has: save them first if you put the lesson in their place. ",
                    count(own, "thing", "things")
                ))
                .add(button("Save my notes to a file", move || files::save(notes)).class("button small"))
        });
        offer
            .add(button("Edit it in place of my notes", replace))
            .add(button("Add it to my notes", add))
            .add(button("Close", gone))
            .add(unsaved)
    }
}

/// Answers in a file: to be gone on with, or to be read.
fn answers(notes: Notes, (lesson, reply): (Desk, Reply)) -> Element {
    let begun = notes.looks.begun;
    let take = move || begun.try_update(Option::take).flatten();
    let go_on = move || {
        if let Some((lesson, reply)) = take() {
            let id = reply.lesson.clone();
            let is_it = move |desk: &Desk| desk.lesson().is_some_and(|lesson| lesson.id == id);
            notes.looks.offered.update(|all| all.retain(|desk| !is_it(desk)));
            let both = notes.go_on_with(lesson, &reply);
            if both > 0 {
                let fields = count(both, "answer was", "answers were");
                notes
                    .looks
                    .refused
                    .set(format!("{fields} written here too, in other words: the file’s stand below yours."));
            }
            to_lesson();
        }
    };
    let read = move || {
        if let Some((_, reply)) = take() {
            notes.looks.replies.update(|replies| replies.push(reply));
        }
    };
    let (done, all) = lesson.answered(&reply);
    let who = if reply.student.trim().is_empty() { "somebody without a name" } else { reply.student.trim() };
    let when = if reply.saved.is_empty() { String::new() } else { [", saved at ", &clock(&reply.saved)].concat() };
    el("section")
        .class("notice")
        .at("role", "status")
        .add(
            el("p").add(format!(
                "This file holds answers of {who} to “{}”: {done} of {all} questions{when}.",
                lesson.title()
            )),
        )
        .add(button("Go on writing them", go_on))
        .add((!worksheet::withholds_others(notes)).then(|| button("Read them", read)))
        .add(button("Close", move || drop(take())))
}

/// The lessons that were begun and put away.
pub fn laid_by(notes: Notes) -> Option<Element> {
    let worksheets = notes.laid_by.get();
    let one = |worksheet: &Worksheet| {
        let (id, gone) = (worksheet.reply.lesson.clone(), worksheet.reply.lesson.clone());
        let go_on = move || {
            notes.go_on(&id);
            to_lesson();
        };
        let drop_it = move || {
            notes.drop_worksheet(&gone);
            focus_at("#main".to_owned());
        };
        let saved = match (worksheet.reply.saved.as_str(), worksheet.since) {
            ("", _) => "not saved to a file yet".to_owned(),
            (at, since) => ["saved to a file at ", &clock(at), if since { ", changed since" } else { "" }].concat(),
        };
        el("li")
            .key(["paper ", &worksheet.reply.lesson].concat())
            .add(el("span").add(worksheet.title().to_owned()))
            .add(" ")
            .add(el("span").class("fine").add(format!("{} answered, {saved}.", worksheet::answered(worksheet))))
            .add(" ")
            .add(button("Go on answering", go_on).class("button small"))
            .add(
                el("details")
                    .class("choose")
                    .add(el("summary").class("plain").add("Remove…"))
                    .add(
                        el("p")
                            .class("fine")
                            .add("The answers go from this browser. Files that you saved stay. This cannot be undone."),
                    )
                    .add(button("Remove the answers", drop_it)),
            )
    };
    (!worksheets.is_empty()).then(|| {
        el("section")
            .class("laid-by no-print")
            .at("aria-labelledby", "laid-by-title")
            .add(el("h2").at("id", "laid-by-title").add("Lessons that you answer"))
            .add(el("ul").all(worksheets.iter().map(one)))
    })
}

/// Erasing, asked twice.
pub fn erasing(notes: Notes) -> Element {
    let erase = button("Erase everything kept on this device", move || notes.autosave.erase(notes));
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
            looks.query.set(held(&event));
        });
    let by = looks.by.get();
    let options = GROUPS.map(|(id, name, group)| el("option").at("value", id).selected(group == by).add(name));
    let group = el("select").at("id", "notes-group").all(options).on("change", move |event| {
        let name = held(&event);
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
