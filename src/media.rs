//! What the window and its system are like, as media queries ask it.

use gloo::events::EventListener;
use leptos::prelude::*;

/// Whether a media query holds, `otherwise` where the browser does not say;
/// follows every change.
pub fn matches(query: &'static str, otherwise: bool) -> RwSignal<bool> {
    let Some(list) = window().match_media(query).ok().flatten() else { return RwSignal::new(otherwise) };
    let holds = RwSignal::new(list.matches());
    let target = list.clone();
    EventListener::new(&target, "change", move |_| holds.set(list.matches())).forget();
    holds
}
