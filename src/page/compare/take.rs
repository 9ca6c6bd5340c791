//! The comparison to take along: as Markdown, HTML or CSV, copied or saved.
//!
//! Invariant: nothing is made before it is asked for, so opening a comparison
//! costs no time for it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, Event};

use crate::app::Scene;
use crate::library::Library;
use crate::navigation::address;
use crate::node::{Element, el, link, unseen};
use crate::page::compare::sheet::{Sheet, csv, html, markdown};
use crate::part::{Copied, press_copy, said};
use crate::route::{Route, encode};

/// Name, what a file's name ends in, media type, and how it is written.
type Format = (&'static str, &'static str, &'static str, fn(&Sheet) -> String);

const FORMATS: [Format; 3] = [
    ("Markdown", "md", "text/markdown", markdown),
    ("HTML", "html", "text/html", html),
    ("CSV", "csv", "text/csv", csv),
];

/// The id of the place in which what is copied stands.
const SHOWN: &str = "taken-along";

/// The formats, to be opened.
pub fn view(scene: Scene<'_>) -> Element {
    let items = FORMATS.map(|format| item(scene.library, scene.route, format));
    let body = el("div")
        .class("take-along")
        .add(el("ul").all(items))
        .add(
            el("p")
                .class("fine")
                .add("What you see now, with its sources and links. Printing this page gives a handout."),
        )
        .add(said())
        .add(el("pre").at("id", SHOWN).at("tabindex", "0").at("aria-label", "The comparison as text"));
    el("details")
        .class("choose no-print")
        // What was copied of another view does not stay.
        .key(scene.route.to_string())
        .add(el("summary").class("button").add("Take it along"))
        .add(body)
}

fn item(library: Library, route: &Route, (name, ending, kind, write): Format) -> Element {
    let (copied, saved) = (route.clone(), route.clone());
    let copy = move |_: Event| {
        let text = write(&sheet(library, &copied));
        if let Some(shown) = document().get_element_by_id(SHOWN) {
            shown.set_text_content(Some(&text));
        }
        press_copy(SHOWN, &Copied { text, html: None });
    };
    let save = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
        let Some(target) = target.and_then(|target| target.closest("a").ok().flatten()) else { return };
        let sheet = sheet(library, &saved);
        let content = ["data:", kind, ";charset=utf-8,", &encode(&write(&sheet))].concat();
        let _ = target.set_attribute("download", &[&sheet.file_name(), ".", ending].concat());
        let _ = target.set_attribute("href", &content);
    };
    el("li")
        .add(el("span").add(name))
        .add(
            el("button")
                .at("type", "button")
                .class("button")
                .add("Copy")
                .add(unseen([" as ", name].concat()))
                .on("click", copy),
        )
        .add(
            link("#taken-along".to_owned())
                .class("button")
                .at("download", "")
                .add("Save")
                .add(unseen([" as ", name].concat()))
                .on("click", save),
        )
}

fn sheet(library: Library, route: &Route) -> Sheet {
    let address = address(&Route::default());
    Sheet::new(library, route, address.split('#').next().unwrap_or_default())
}
