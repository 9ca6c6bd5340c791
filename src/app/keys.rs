//! Keys that work on every page.
//!
//! Single characters can be switched off (WCAG 2.2, criterion 2.1.4), because
//! somebody who speaks to the computer, or whose hands shake, sets them off
//! without meaning to. The choice is kept where the browser allows that, else
//! for as long as the page is open.

mod actions;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::kept::SavedMarks;
use crate::navigation::Navigation;

pub use actions::{dialog, list, show};

const STORED: &str = "summitry-keys";

/// Whether the keys that are single characters work; cheap to copy.
#[derive(Clone, Copy)]
pub struct Keys(RwSignal<bool>);

impl Keys {
    /// Reads the visitor's choice.
    pub fn stored() -> Self {
        let stored =
            window().local_storage().ok().flatten().and_then(|storage| storage.get_item(STORED).ok().flatten());
        Self(RwSignal::new(stored.as_deref() != Some("off")))
    }

    /// Listens from now on, for as long as the page lives.
    pub fn listen(self, navigation: Navigation, kept: SavedMarks) {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        gloo::events::EventListener::new_with_options(&window(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && actions::pressed(self, navigation, kept, event)
            {
                event.prevent_default();
            }
        })
        .forget();
    }

    fn switch(self, on: bool) {
        self.0.set(on);
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(STORED, if on { "on" } else { "off" });
        }
    }
}
