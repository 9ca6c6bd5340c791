//! Short sentences about what became of something, for everybody: they stand on
//! the page for a moment, in a live region that screen readers follow.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};

use crate::node::{Element, el};

/// The id of the live region.
const ID: &str = "said";

/// How long a sentence stands there.
const SHOWN_FOR: Duration = Duration::from_secs(4);

/// The live region: every page's only one.
pub fn announcer() -> Element {
    el("p").at("id", ID).class("announced").at("role", "status")
}

/// Says in the live region what became of something; a short sentence goes again.
pub fn announce(words: &'static str) {
    let Some(region) = document().get_element_by_id(ID) else { return };
    region.set_text_content(Some(words));
    if words.len() < 60 {
        set_timeout(move || region.set_text_content(None), SHOWN_FOR);
    }
}
