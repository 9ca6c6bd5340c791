//! The part of the program that comes after the first view.
//!
//! The build divides the program: what only the pages behind [`crate::app`]
//! need arrives in a second file while the search page can be used already.
//! This module asks for it and tells when it is there. It does not know what
//! is in it; where the program was not divided, everything is there at once.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::node::{Node, el};

#[wasm_bindgen]
extern "C" {
    /// Begins to fetch the second part, unless that is being done. The build
    /// knows this function by its name.
    #[wasm_bindgen(js_namespace = summitry, js_name = loadDeferred)]
    fn load_deferred();
}

/// The attribute of the document that says how far the second part is: `there`
/// or `failed`; without it, it is on its way.
const ATTRIBUTE: &str = "data-deferred";

/// What is said to the window when the attribute has changed.
const EVENT: &str = "summitry:deferred";

/// How far the second part of the program is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    OnItsWay,
    There,
    Failed,
}

impl State {
    fn now() -> Self {
        let said = document().document_element().and_then(|root| root.get_attribute(ATTRIBUTE));
        match said.as_deref() {
            Some("there") => Self::There,
            Some(_) => Self::Failed,
            None => Self::OnItsWay,
        }
    }
}

/// The second part of the program. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Deferred(RwSignal<State>);

impl Deferred {
    /// Listens from now on.
    pub fn new() -> Self {
        let state = RwSignal::new(State::now());
        EventListener::new(&window(), EVENT, move |_| state.set(State::now())).forget();
        Self(state)
    }

    /// Whether the second part is there; follows the change.
    pub fn is_there(self) -> bool {
        self.0.get() == State::There
    }

    /// Whether the second part is there at this moment, for what an event does.
    pub fn is_there_now(self) -> bool {
        self.0.get_untracked() == State::There
    }

    /// What `page` makes, once the second part is there; until then, a sentence.
    pub fn then(self, page: impl FnOnce() -> Node) -> Node {
        match self.0.get() {
            State::There => page(),
            State::OnItsWay => {
                load_deferred();
                el("p").class("opening").at("role", "status").add("Opening…").into()
            }
            State::Failed => failed(),
        }
    }
}

impl Default for Deferred {
    fn default() -> Self {
        Self::new()
    }
}

fn failed() -> Node {
    el("div")
        .class("opening")
        .at("role", "alert")
        .add(el("p").add("This page did not open: a part of the program was not loaded or arrived damaged. Searching still works. Check the connection, then try again."))
        .add(el("button").at("type", "button").class("button").add("Try again").on("click", |_| load_deferred()))
        .into()
}
