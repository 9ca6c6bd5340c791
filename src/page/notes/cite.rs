//! Citing words where they stand: the dialog behind every “Cite”.

use leptos::prelude::*;
use summitry_corpus::citation::Style;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::requests::excerpt;
use super::state::Notes;
use crate::component::{Copied, press_copy};
use crate::field::held;
use crate::kept::Words;
use crate::node::{Element, Node, el, live};

const DIALOG: &str = "cite";
const SHOWN: &str = "cite-shown";

/// What can be copied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Link,
    Words,
    Cited,
}

const CHOICES: [(What, &str); 3] = [
    (What::Cited, "Copy quotation with speaker and reference"),
    (What::Words, "Copy quotation"),
    (What::Link, "Copy link"),
];

/// Opens the dialog for these words.
pub fn open(notes: Notes, words: Words) {
    notes.cited.set(Some(words));
    request_animation_frame(|| {
        if let Some(dialog) = dialog() {
            let _ = dialog.show_modal();
            // Not by `autofocus`: in a frame of another site that is refused aloud.
            let first = dialog
                .query_selector("button")
                .ok()
                .flatten()
                .and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
            let _ = first.map(|first| first.focus());
        }
    });
}

fn dialog() -> Option<HtmlDialogElement> {
    document().get_element_by_id(DIALOG)?.dyn_into().ok()
}

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// The dialog, closed until it is asked for.
pub fn view(notes: Notes) -> Element {
    el("dialog")
        .at("id", DIALOG)
        .at("aria-labelledby", "cite-title")
        .add(el("h2").at("id", "cite-title").add("Cite"))
        .add(live(move || notes.cited.get().map(|words| body(notes, words))))
        .add(el("button").at("type", "button").class("button").add("Close").on("click", |_| close()))
}

fn body(notes: Notes, words: Words) -> Node {
    notes.style.track();
    let Some(excerpt) = excerpt(notes, words) else { return Node::Nothing };
    let (text, _) = excerpt.quotation(true);
    let shown = el("div")
        .at("id", SHOWN)
        .at("tabindex", "0")
        .class("citation")
        .all(text.lines().filter(|line| !line.is_empty()).map(|line| el("p").add(line.to_owned())));
    let buttons = CHOICES.map(|(what, name)| {
        let excerpt = excerpt.clone();
        el("button").at("type", "button").class("button").add(name).on("click", move |_| {
            let copied = match what {
                What::Link => Copied { text: excerpt.address.clone(), html: None },
                What::Words | What::Cited => {
                    let (text, html) = excerpt.quotation(what == What::Cited);
                    Copied { text, html: Some(html) }
                }
            };
            if press_copy(SHOWN, &copied) {
                close();
            }
        })
    });
    el("div")
        .class("cite-dialog")
        .add(shown)
        .add(style(notes, "cite-style"))
        .add(el("div").class("choices").all(buttons))
        .into()
}

/// The choice of a style, which is remembered.
pub fn style(notes: Notes, id: &'static str) -> Element {
    let now = notes.style.get();
    let options =
        Style::ALL.map(|style| el("option").at("value", style.name()).selected(style == now).add(style.name()));
    let field = el("select").at("id", id).all(options).on("change", move |event| {
        let name = held(&event);
        if let Some(style) = Style::ALL.into_iter().find(|style| style.name() == name) {
            notes.autosave.remember_style(notes, style);
        }
    });
    el("p").class("field").add(el("label").at("for", id).add("Style of references")).add(" ").add(field)
}
