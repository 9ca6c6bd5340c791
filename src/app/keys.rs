//! Keys that work on every page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// Listens for as long as the page lives.
pub fn listen() {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    gloo::events::EventListener::new_with_options(&window(), "keydown", options, |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            pressed(event);
        }
    })
    .forget();
}

/// `/` leads to the search box, unless something is being typed.
fn pressed(event: &KeyboardEvent) {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if event.key() != "/" || !plain || types_text(event) {
        return;
    }
    let found = document().query_selector("[role=searchbox]").ok().flatten();
    if let Some(field) = found.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        event.prevent_default();
        let _ = field.focus();
        field.select();
    }
}

/// Whether the key goes into a field.
fn types_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
