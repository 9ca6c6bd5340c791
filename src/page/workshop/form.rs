//! Fields and buttons, as the workshop's forms use them.
//!
//! Invariant: every field has a name that is seen or said, and every button
//! that stands in a list says what it is about.

use leptos::prelude::*;
use summitry_corpus::Date;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::app::focus;
use crate::field::held;
use crate::node::{Element, Node, el, live, unseen};

/// A button that does something.
pub fn button(name: &'static str, press: impl Fn() + 'static) -> Element {
    el("button").at("type", "button").class("button").add(name).on("click", move |_| press())
}

/// A button among several of the same name; `of` says to a screen reader what
/// it is about.
pub fn button_of(name: &'static str, of: &str, press: impl Fn() + 'static) -> Element {
    button(name, press).add(unseen([" ", of].concat()))
}

/// A button that opens a form in its own place; the focus goes along.
pub fn opener(name: &'static str, of: &str, open: RwSignal<bool>) -> Element {
    let pressed = move |event: Event| {
        open.set(true);
        focus::into_form(&event);
    };
    let of = (!of.is_empty()).then(|| unseen([" ", of].concat()));
    el("button").at("type", "button").class("button").at("data-opens", "").add(name).add(of).on("click", pressed)
}

/// The button that sends a form. It tells the form so itself: a frame whose
/// sandbox allows no forms sends none, and says nothing of it.
pub fn submit(name: &'static str) -> Element {
    let send = |event: Event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let form = pressed.and_then(|pressed| pressed.closest("form").ok().flatten());
        if let (Some(form), Ok(sent)) = (form, Event::new("submit")) {
            event.prevent_default();
            let _ = form.dispatch_event(&sent);
        }
    };
    el("button").class("button").add(name).on("click", send)
}

/// A button that closes a form and leaves everything as it was.
pub fn cancel(open: RwSignal<bool>) -> Element {
    button("Cancel", move || {
        open.set(false);
        focus::back();
    })
}

/// A field with its name above it, which holds what is in `text`.
pub fn field(name: &'static str, text: RwSignal<String>) -> Element {
    el("label").class("field").add(el("span").add(name)).add(bare(name, text))
}

/// A field without its name, for where that stands beside it.
fn bare(name: &'static str, text: RwSignal<String>) -> Node {
    live(move || {
        el("input")
            .at("aria-label", name)
            .at("autocomplete", "off")
            .value(text.get())
            .on("input", move |event| text.set(held(&event)))
    })
}

/// A field of several lines, likewise.
pub fn area(name: &'static str, rows: &'static str, text: RwSignal<String>) -> Element {
    let field = live(move || {
        el("textarea").at("rows", rows).value(text.get()).on("input", move |event| text.set(held(&event)))
    });
    el("label").class("field").add(el("span").add(name)).add(field)
}

/// Values with their names, to choose from.
pub fn choices(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect()
}

/// A choice among values with names, which holds what is in `text`.
pub fn choice(name: &'static str, choices: Vec<(String, String)>, text: RwSignal<String>) -> Element {
    let field = live(move || {
        let options = choices.iter().map(|(value, name)| {
            el("option").at("value", value.clone()).selected(text.with(|held| held == value)).add(name.clone())
        });
        el("select").on("change", move |event| text.set(held(&event))).all(options)
    });
    el("label").class("field").add(el("span").add(name)).add(field)
}

/// Why a form was not sent, in a sentence that stands in it; nothing while there is none.
pub fn refusal(wrong: RwSignal<String>) -> Node {
    live(move || {
        let sentence = wrong.get();
        (!sentence.is_empty()).then(|| el("p").at("role", "alert").class("wrong").add(sentence))
    })
}

/// Looks at the days on which something of a kind begins and ends, each of which may
/// be empty; what is wrong with them is said in a sentence.
pub fn check_days(kind: &str, from: &str, until: &str) -> Result<(), String> {
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        text => Date::parse_iso(text)
            .map(Some)
            .ok_or_else(|| format!("“{text}” is no day: write it as year, month and day, such as 2001-10-21.")),
    };
    match (day(from)?, day(until)?) {
        (Some(from), Some(until)) if until < from => {
            Err(format!("The {kind} ends before it begins: exchange the two days, or correct one."))
        }
        _ => Ok(()),
    }
}

/// The words of a field in which commas part them.
pub fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{check_days, listed};

    #[test]
    fn commas_part_words_and_blanks_around_them_do_not_count() {
        assert_eq!(listed(" US , White House,, "), ["US", "White House"]);
        assert_eq!(listed(" "), [] as [&str; 0]);
    }

    #[test]
    fn a_day_that_is_none_is_refused_with_what_a_day_looks_like() {
        for day in ["31.2.2019", "2001-02-30", "2001", "20 January 2001", "2001-1-2", "2001-01-20-1"] {
            let said = check_days("meeting", "", day).unwrap_err();
            assert!(said.contains(day) && said.contains("2001-10-21"), "{said}");
            assert!(check_days("meeting", day, "").is_err(), "{day}");
        }
        assert_eq!(check_days("meeting", " 2001-10-21 ", "2001-10-21"), Ok(()));
        assert_eq!(check_days("meeting", "", " "), Ok(()));
        assert!(check_days("meeting", "2001-10-21", "2001-10-20").unwrap_err().contains("ends before"));
    }
}
