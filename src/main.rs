//! The page's entry: opens the collection and puts the application on the page.

use gloo::timers::callback::Timeout;
use leptos::mount::mount_to_renderer;
use leptos::prelude::{Owner, document};
use summitry::app::app;
use summitry::library::Library;
use summitry::navigation::Navigation;
use summitry::node::once_painted;
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
    // A turn for the browser in between: on a slow phone each part takes as long
    // as a visitor bears without an answer.
    Timeout::new(0, move || match opened {
        Ok(library) => read_address(place, library),
        Err(error) => {
            damaged(&error.to_string());
            ready();
        }
    })
    .forget();
}

/// Reads the address, and shows what it leads to after another turn.
fn read_address(place: HtmlElement, library: Library) {
    // It owns all signals for as long as the page lives.
    let owner = Owner::new();
    let navigation = owner.with(|| Navigation::new(library));
    Timeout::new(0, move || {
        owner.with(|| show(&place, navigation));
        std::mem::forget(owner);
        once_painted(move || library.prepare_in_turns());
        ready();
    })
    .forget();
}

/// Puts the application in its place.
fn show(place: &HtmlElement, navigation: Navigation) {
    clear(place);
    mount_to_renderer(place, move || app(navigation)).forget();
}

/// Whoever embeds or tests the page waits for this.
fn ready() {
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
