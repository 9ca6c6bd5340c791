//! The page's entry: opens the collection and puts the application on the page.

use leptos::prelude::*;
use summitry::app::{app, damaged};
use summitry::library::Library;
use wasm_bindgen::JsCast;

fn main() {
    let Some(place) = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok()) else {
        return;
    };
    std::panic::set_hook(Box::new(|_| apologise()));
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

/// What a visitor reads if the program stops for a fault of ours; the address
/// still says where they were.
fn apologise() {
    if let Some(place) = document().get_element_by_id("app") {
        place.set_text_content(Some(
            "The reading room stopped because of a mistake in its program. Reload the page to go on where you were.",
        ));
        let _ = place.set_attribute("role", "alert");
    }
}

/// Takes away the words that stood here while the program was loading.
fn clear(place: &web_sys::HtmlElement) {
    while let Some(child) = place.first_child() {
        let _ = place.remove_child(&child);
    }
}
