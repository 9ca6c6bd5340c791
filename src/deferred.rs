//! The chunks of the program that come after the first view.
//!
//! The build divides the program between rooms (`crates/xtask/src/finish/program.rs`
//! lists them): frame and search room come first, the others while these can be
//! used already. This module asks for the chunk that holds a room and tells when
//! it is there. Where the program was not divided, everything is there at once.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::node::{Node, el, tidy};
use crate::route::Page;

#[wasm_bindgen]
extern "C" {
    /// Begins to fetch the chunk that holds a room, unless that is being done.
    #[wasm_bindgen(js_namespace = summitry, js_name = loadFor)]
    fn load_for(room: &str);

    /// How far the chunk is that holds a room: `waiting`, `failed` or `there`.
    #[wasm_bindgen(js_namespace = summitry, js_name = stateOf)]
    fn state_of(room: &str) -> String;
}

/// What is said to the window when a chunk has come, or has not.
const EVENT: &str = "summitry:chunk";

/// The chunks of the program. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Deferred(RwSignal<()>);

impl Deferred {
    /// Listens from now on.
    pub fn new() -> Self {
        let changed = RwSignal::new(());
        EventListener::new(&window(), EVENT, move |_| changed.set(())).forget();
        Self(changed)
    }

    /// Whether the chunk that holds a page is there; follows the change.
    pub fn has(self, page: &Page) -> bool {
        self.0.track();
        self.has_now(page)
    }

    /// Whether it is there at this moment, for what an event does.
    pub fn has_now(self, page: &Page) -> bool {
        state_of(page.room()) == "there"
    }

    /// Begins to fetch the chunk that holds a page, unless it is there or coming.
    pub fn fetch(self, page: &Page) {
        if state_of(page.room()) != "there" {
            load_for(page.room());
        }
    }

    /// What `view` makes of a page, once its chunk is there; until then, a sentence.
    pub fn then(self, page: &Page, view: impl FnOnce() -> Node) -> Node {
        // A chunk that comes for another room is no reason to draw this one anew.
        let (changed, room) = (self.0, page.room());
        let state = tidy(ArcMemo::new(move |_| {
            changed.track();
            state_of(room)
        }));
        match state.get().as_str() {
            "there" => view(),
            "failed" => failed(page.room()),
            _ => {
                load_for(page.room());
                el("p").class("opening").at("role", "status").add("Opening…").into()
            }
        }
    }
}

impl Default for Deferred {
    fn default() -> Self {
        Self::new()
    }
}

fn failed(room: &'static str) -> Node {
    el("div")
        .class("opening")
        .at("role", "alert")
        .add(el("p").add("This page did not open: a part of the program was not loaded or arrived damaged. Searching still works. Check the connection, then try again."))
        .add(el("button").at("type", "button").class("button").add("Try again").on("click", move |_| load_for(room)))
        .into()
}
