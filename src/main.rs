//! The page's entry: opens the collection and puts the application on the page.

use leptos::prelude::*;
use summitry::app::{app, damaged};
use summitry::library::Library;
use wasm_bindgen::JsCast;

fn main() {
    let Some(place) = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok()) else {
        return;
    };
    clear(&place);
    match Library::open() {
        Ok(library) => mount_to(place, move || app(library)).forget(),
        Err(error) => mount_to(place, move || damaged(error.to_string())).forget(),
    }
    // Whoever embeds or tests the page waits for this.
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-ready", "true");
    }
}

/// Takes away the words that stood here while the program was loading.
fn clear(place: &web_sys::HtmlElement) {
    while let Some(child) = place.first_child() {
        let _ = place.remove_child(&child);
    }
}
