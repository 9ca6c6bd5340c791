//! The comparison to take along: as Markdown, HTML or CSV, copied or saved.
//!
//! Invariant: nothing is made before it is asked for, so opening a comparison
//! costs no time for it.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element as DomElement, Event, Url, js_sys};

use crate::app::Scene;
use crate::library::Library;
use crate::navigation::address;
use crate::node::{Element, el, link, unseen};
use crate::page::compare::sheet::{Sheet, csv, html, markdown};
use crate::part::{Copied, copyable_link, press_copy, say};
use crate::route::{Route, encode};

/// Name, what a file's name ends in, media type, what stands before the text in
/// a file, and how it is written.
type Format = (&'static str, &'static str, &'static str, &'static str, fn(&Sheet) -> String);

const FORMATS: [Format; 3] = [
    ("Markdown", "md", "text/markdown", "", markdown),
    ("HTML", "html", "text/html", "", html),
    // Spreadsheets take a table for Unicode by its byte-order mark.
    ("CSV", "csv", "text/csv", "\u{feff}", csv),
];

/// What is said when a file was made; no page is told whether it was kept.
const SAVED: &str = "The file is made and handed to your browser. If it does not appear, the page stands in a frame that may not save files: copy instead.";

/// How long a file stays at its address: until any browser
/// has fetched it.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// The id of the place in which what is copied stands.
const SHOWN: &str = "taken-along";

/// The formats, to be opened.
pub fn view(scene: Scene<'_>) -> Element {
    let items = FORMATS.map(|format| item(scene.library, scene.route, format));
    let here = address(scene.route);
    let body = el("div")
        .class("take-along")
        .add(el("ul").all(items))
        .add(copyable_link("comparison-link".to_owned(), "the link to this comparison", here))
        .add(
            el("p")
                .class("fine")
                .add("What you see now, with its sources and links. Printing this page gives a handout."),
        )
        .add(el("pre").at("id", SHOWN).at("tabindex", "0").at("aria-label", "The comparison as text"));
    el("details")
        .class("choose no-print")
        // What was copied of another view does not stay.
        .key(scene.route.to_string())
        .add(el("summary").class("button").add("Take it along"))
        .add(body)
}

fn item(library: Library, route: &Route, (name, ending, kind, mark, write): Format) -> Element {
    let (copied, saved) = (route.clone(), route.clone());
    let copy = move |_: Event| {
        let text = write(&sheet(library, &copied));
        if let Some(shown) = document().get_element_by_id(SHOWN) {
            shown.set_text_content(Some(&text));
        }
        let html = (ending == "html").then(|| text.clone());
        press_copy(SHOWN, &Copied { text, html });
    };
    let save = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
        let Some(target) = target.and_then(|target| target.closest("a").ok().flatten()) else { return };
        let sheet = sheet(library, &saved);
        let text = [mark, &write(&sheet)].concat();
        let in_link = || ["data:", kind, ";charset=utf-8,", &encode(&text)].concat();
        let content = blob(&text, kind).unwrap_or_else(in_link);
        let _ = target.set_attribute("download", &[&sheet.file_name(), ".", ending].concat());
        let _ = target.set_attribute("href", &content);
        say(SAVED);
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

/// The address of a file that holds the text, for as long as it is needed.
fn blob(text: &str, kind: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let made = address.clone();
    set_timeout(move || drop(Url::revoke_object_url(&made)), KEPT_FOR);
    Some(address)
}
