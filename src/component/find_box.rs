//! A small box for the words to look for in what is on the page.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::app::Scene;
use crate::field;
use crate::node::{Element, el, link};

/// A box for the route's query, called `name`; what is typed takes effect at
/// once, Enter keeps it in the history, Escape empties the box.
pub fn find_box(scene: Scene<'_>, name: &'static str) -> Element {
    let (route, navigation) = (scene.route, scene.navigation);
    let field = el("input")
        .class("find-box")
        .at("type", "search")
        .at("role", "searchbox")
        .at("aria-label", name)
        .at("placeholder", name)
        .at("autocomplete", "off")
        .at("autocapitalize", "off")
        .at("spellcheck", "false")
        .at("enterkeyhint", "search")
        .value(route.query.clone())
        .on("input", move |event| {
            let text = field::held(&event);
            navigation.retype(|route| route.query = text);
        })
        .on("change", move |event| navigation.commit_query(field::held(&event)))
        .on("keydown", move |event| {
            let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if escape && !field::held(&event).is_empty() {
                event.prevent_default();
                navigation.commit();
                navigation.retype(|route| route.query.clear());
                navigation.commit();
            }
        });
    let clear = (!route.query.is_empty())
        .then(|| link(route.with(|route| route.query.clear()).href()).class("button").add("Clear"));
    el("form")
        .class("find-form segments no-print")
        .at("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            navigation.commit();
        })
        .add(field)
        .add(clear)
}
