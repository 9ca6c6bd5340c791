//! The page's entry: opens the collection and puts the application on the page.

use leptos::prelude::*;
use summitry::app::{App, Damaged};
use summitry::library::Library;
use wasm_bindgen::JsCast;

fn main() {
    let Some(place) = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok()) else {
        return;
    };
    match Library::open() {
        Ok(library) => {
            clear();
            mount_to(place, move || view! { <App library/> }).forget();
        }
        Err(error) => {
            clear();
            mount_to(place, move || view! { <Damaged sentence=error.to_string()/> }).forget();
        }
    }
    // Whoever embeds or tests the page waits for this.
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-ready", "true");
    }
}

/// Takes away the words that stood here while the program was loading.
fn clear() {
    if let Some(place) = document().get_element_by_id("app") {
        while let Some(child) = place.first_child() {
            let _ = place.remove_child(&child);
        }
    }
}
