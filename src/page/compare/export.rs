//! The comparison to take along: as Markdown, HTML or CSV, copied or saved.
//!
//! Invariant: nothing is made before it is asked for, so opening a comparison
//! costs no time for it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::Scene;
use crate::component::copyable_link;
use crate::component::save::{CSV, HTML, Kind, MARKDOWN, copy_or_save};
use crate::library::Library;
use crate::navigation::{address, page_address};
use crate::node::{Element, el};
use crate::page::compare::handout::{Handout, csv, html, markdown};
use crate::page::compare::opened;
use crate::route::Route;

/// A kind of file and how a handout is written in it.
type Format = (Kind, fn(&Handout) -> String);

const FORMATS: [Format; 3] = [(MARKDOWN, markdown), (HTML, html), (CSV, csv)];

/// The id of the place in which what is copied stands.
const SHOWN: &str = "taken-along";

/// The formats, to be opened.
pub fn view(scene: Scene<'_>, cut: bool) -> Element {
    // What was copied of another view does not stay.
    opened("choose no-print", "Export", cut, || body(scene)).key(scene.route.to_string())
}

fn body(scene: Scene<'_>) -> Element {
    let items = FORMATS.map(|(kind, write)| {
        let (library, route) = (scene.library, scene.route.clone());
        copy_or_save(kind, SHOWN, move || {
            let handout = handout(library, &route);
            (handout.file_name(), write(&handout))
        })
    });
    let here = address(scene.route);
    el("div")
        .class("take-along")
        .add(el("ul").all(items))
        .add(copyable_link("comparison-link".to_owned(), "the link to this comparison", here))
        .add(
            el("p")
                .class("fine")
                .add("What you see now, with its sources and links. Printing this page gives a handout."),
        )
        .add(
            el("label")
                .class("room-for-notes")
                .add(el("input").at("type", "checkbox").on("change", leave_room))
                .add(el("span").add("Leave room for notes in the handout")),
        )
        .add(el("pre").at("id", SHOWN).at("tabindex", "0").at("aria-label", "The comparison as text"))
}

/// Leaves room for notes below each row on paper, or not any more.
fn leave_room(event: Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let (Some(field), Some(body)) = (field, document().body()) {
        let _ = body.toggle_attribute_with_force("data-notes", field.checked());
    }
}

fn handout(library: Library, route: &Route) -> Handout {
    Handout::new(library, route, &page_address())
}
