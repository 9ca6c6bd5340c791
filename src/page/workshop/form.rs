//! Fields and buttons, as the workshop's forms use them.
//!
//! Invariant: every field has a name that is seen or said, and every button
//! that stands in a list says what it is about.

use leptos::prelude::*;
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

/// The words of a field in which commas part them.
pub fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn commas_part_words_and_blanks_around_them_do_not_count() {
        assert_eq!(listed(" US , White House,, "), ["US", "White House"]);
        assert_eq!(listed(" "), [] as [&str; 0]);
    }
}
