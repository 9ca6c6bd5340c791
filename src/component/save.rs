//! A text as a file: copied, or saved under a name.
//!
//! Invariant: nothing is made before it is asked for.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, Event};

use crate::component::{Copied, announce, press_copy};
use crate::download::address_of;
use crate::node::{Element, el, link, unseen};
use crate::route::encode;

/// What is said when a file was made; no page is told whether it was kept.
const SAVED: &str = "The file is made and handed to your browser. If it does not appear, the page stands in a frame that may not save files: copy instead.";

/// What a file is, whatever is in it.
#[derive(Clone, Copy)]
pub struct Kind {
    /// What it is called, such as `Markdown`.
    pub name: &'static str,
    /// What its name ends in.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// What stands before the text in a file.
    pub mark: &'static str,
}

/// Markdown.
pub const MARKDOWN: Kind = Kind { name: "Markdown", ending: "md", media: "text/markdown", mark: "" };
/// HTML.
pub const HTML: Kind = Kind { name: "HTML", ending: "html", media: "text/html", mark: "" };
/// A table; spreadsheets take it for Unicode by its byte-order mark.
pub const CSV: Kind = Kind { name: "CSV", ending: "csv", media: "text/csv", mark: "\u{feff}" };

/// A line with the buttons that copy and save what `made` gives: a name for the
/// file and its text. `shown` is the id of the place in which what is copied
/// stands.
pub fn copy_or_save(kind: Kind, shown: &'static str, made: impl Fn() -> (String, String) + 'static) -> Element {
    let made = Rc::new(made);
    let written = Rc::clone(&made);
    let copy = move |_: Event| {
        let (_, text) = written();
        if let Some(place) = document().get_element_by_id(shown) {
            place.set_text_content(Some(&text));
        }
        let html = (kind.ending == "html").then(|| text.clone());
        press_copy(shown, &Copied { text, html });
    };
    let save = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
        let Some(target) = target.and_then(|target| target.closest("a").ok().flatten()) else { return };
        let (name, text) = made();
        let text = [kind.mark, &text].concat();
        let in_link = || ["data:", kind.media, ";charset=utf-8,", &encode(&text)].concat();
        let content = address_of(text.as_bytes(), kind.media).unwrap_or_else(in_link);
        let _ = target.set_attribute("download", &[&name, ".", kind.ending].concat());
        let _ = target.set_attribute("href", &content);
        announce(SAVED);
    };
    el("li")
        .add(el("span").add(kind.name))
        .add(
            el("button")
                .at("type", "button")
                .class("button")
                .add("Copy")
                .add(unseen([" as ", kind.name].concat()))
                .on("click", copy),
        )
        .add(
            link(["#", shown].concat())
                .class("button")
                .at("download", "")
                .add("Save")
                .add(unseen([" as ", kind.name].concat()))
                .on("click", save),
        )
}
