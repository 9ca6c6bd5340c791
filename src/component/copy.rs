//! Copying, also where a browser does not allow it: then the words are
//! selected, so that a key press copies them.
//!
//! Invariant: what is copied stands on the page, and whether it was copied is
//! said to everybody, by a region that screen readers follow.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument};

use super::announce;
use crate::node::{Element, el, unseen};

/// What is put on the clipboard.
pub struct Copied {
    /// The words alone.
    pub text: String,
    /// The words as HTML, for programs that keep italics.
    pub html: Option<String>,
}

/// Words of the page, `shown`, with a button that copies them; `what` says in
/// the button's name what they are, and `id` is the page's only one.
pub fn copyable(id: String, what: &str, shown: Element, copied: Copied) -> Element {
    let target = id.clone();
    let press = move |_| {
        press_copy(&target, &copied);
    };
    let name = unseen([" ", what].concat());
    let button = el("button").at("type", "button").class("button").add("Copy").add(name).on("click", press);
    el("div").class("copyable").add(shown.at("id", id)).add(button)
}

/// An address that can be copied; `what` says of what.
pub fn copyable_link(id: String, what: &str, address: String) -> Element {
    copyable(id, what, el("code").add(address.clone()), Copied { text: address, html: None })
}

/// Copies what stands in the element with this id, and says whether it could.
pub fn press_copy(id: &str, copied: &Copied) -> bool {
    let done = copy(id, copied);
    announce(if done {
        "Copied."
    } else {
        "This browser does not let the page copy. The words are selected: press Ctrl+C, or ⌘C, or hold them."
    });
    done
}

/// Selects the element and copies; answers whether the browser allowed it. The
/// selection stays where it did not.
///
/// The older command is used and not the asynchronous clipboard: it works in
/// frames and on pages without encryption, and answers at once.
fn copy(id: &str, copied: &Copied) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let Ok(Some(selection)) = window().get_selection() else { return false };
    let _ = selection.select_all_children(&element);
    let (text, html) = (copied.text.clone(), copied.html.clone());
    let options = EventListenerOptions::enable_prevent_default();
    // The page's own colours and fonts are not to go along.
    let plain = EventListener::new_with_options(&document(), "copy", options, move |event| {
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        let _ = data.set_data("text/plain", &text);
        if let Some(html) = &html {
            let _ = data.set_data("text/html", html);
        }
        event.prevent_default();
    });
    let allowed = document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    drop(plain);
    if allowed {
        let _ = selection.remove_all_ranges();
    }
    allowed
}
