//! The page's entry: opens the collection and puts the application on the page.

use gloo::timers::callback::Timeout;
use leptos::mount::mount_to_renderer;
use leptos::prelude::document;
use summitry::app::app;
use summitry::library::Library;
use summitry::node::once_painted;
use summitry_search::OpenError;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// Says why the collection cannot be shown, and shows the articles as plain text.
    #[wasm_bindgen(js_namespace = summitry, js_name = damaged)]
    fn damaged(reason: &str);
}

fn main() {
    let Some(place) = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok()) else {
        return;
    };
    let opened = Library::open();
    // A turn for the browser in between: on a slow phone each half takes as long
    // as a visitor bears without an answer.
    Timeout::new(0, move || show(place, opened)).forget();
}

/// Puts the application in its place, or the sentence that says why not.
fn show(place: HtmlElement, opened: Result<Library, OpenError>) {
    match opened {
        Ok(library) => {
            clear(&place);
            mount_to_renderer(&place, move || app(library)).forget();
            once_painted(move || library.prepare());
        }
        Err(error) => damaged(&error.to_string()),
    }
    // Whoever embeds or tests the page waits for this.
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-ready", "true");
    }
}

/// Takes away the words that stood here while the program was loading.
fn clear(place: &HtmlElement) {
    while let Some(child) = place.first_child() {
        let _ = place.remove_child(&child);
    }
}
