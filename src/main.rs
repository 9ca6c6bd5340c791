//! The page's entry: opens the collection and puts the application on the page.

use gloo::timers::callback::Timeout;
use leptos::mount::mount_to_renderer;
use leptos::prelude::{Owner, document};
use leptos::task::spawn_local;
use summitry::app::App;
use summitry::library::Library;
use summitry::navigation::Navigation;
use summitry::node::once_painted;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Says why the collection cannot be shown, and shows the articles as plain text.
    #[wasm_bindgen(js_namespace = summitry, js_name = damaged)]
    fn damaged(reason: &str);

    /// Fetches the other chunks once the first view has been painted.
    #[wasm_bindgen(js_namespace = summitry, js_name = loadRest)]
    fn load_rest();
}

fn main() {
    let Some(place) = document().get_element_by_id("app") else {
        return;
    };
    let opened = Library::open();
    next_turn(move || match opened {
        Ok(library) => read_address(place, library),
        Err(error) => {
            damaged(&error.to_string());
            ready();
        }
    });
}

/// Gives the browser a turn before `then`: on a slow phone each part takes as long
/// as a visitor bears without an answer.
fn next_turn(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Reads the address, and makes what it leads to in the turns after this one.
fn read_address(place: Element, library: Library) {
    // It owns all signals for as long as the page lives.
    let owner = Owner::new();
    let app = owner.with(|| App::new(Navigation::new(library)));
    next_turn(move || {
        // Until it is whole the words that stand here are shown.
        let Ok(holder) = document().create_element("div") else { return };
        owner.with(|| mount_to_renderer(&holder, move || app.frame()).forget());
        next_turn(move || {
            app.make_page();
            // Tasks run in their order: the effect that makes the page comes first.
            spawn_local(async move {
                // Where that stopped the program, a sentence says so.
                if document().document_element().is_some_and(|root| root.has_attribute("data-plain")) {
                    return;
                }
                exchange(&place, &holder);
                owner.with(|| app.follow());
                std::mem::forget(owner);
                once_painted(move || library.prepare_in_turns());
                load_rest();
                ready();
            });
        });
    });
}

/// Puts the application in the place of the words that stood here while the
/// program was loading.
fn exchange(place: &Element, holder: &Element) {
    while let Some(child) = place.first_child() {
        let _ = place.remove_child(&child);
    }
    while let Some(child) = holder.first_child() {
        let _ = place.append_child(&child);
    }
}

/// Whoever embeds or tests the page waits for this.
fn ready() {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-ready", "true");
    }
}
