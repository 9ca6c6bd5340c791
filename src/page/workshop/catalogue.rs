//! The catalogue as it is written, for who wants to see or type it, with its
//! problems as one types.
//!
//! Invariant: what is being typed is never exchanged for an older text.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::messages::as_written;
use super::state::Signals;
use crate::field::held;
use crate::node::{Element, el, live};
use crate::wording::count;

/// How long the typing rests before the catalogue is checked.
const REST: Duration = Duration::from_millis(400);

/// The catalogue's text and what is wrong with it.
pub fn view(workshop: Signals) -> Element {
    // What is typed, as long as the field has the focus.
    let draft = RwSignal::new(None::<String>);
    let send = move |left: bool| {
        let typed = draft.get_untracked();
        spawn_local(async move {
            let Some(text) = typed else { return };
            if workshop.state.with_untracked(|state| state.catalogue != text) {
                workshop
                    .requested(json!({ "op": "catalogue", "text": text }), "The catalogue was checked.".to_owned())
                    .await;
            }
            let untouched = draft.try_get_untracked().flatten().as_ref() == Some(&text);
            if left && untouched {
                draft.set(None);
            }
        });
    };
    let typed = move |text: String| {
        draft.set(Some(text.clone()));
        set_timeout(
            move || {
                if draft.try_get_untracked().flatten().as_ref() == Some(&text) {
                    send(false);
                }
            },
            REST,
        );
    };
    let field = live(move || {
        let text = draft.get().unwrap_or_else(|| workshop.state.with(|state| state.catalogue.clone()));
        el("textarea")
            .class("catalogue-text")
            .at("rows", "24")
            .at("spellcheck", "false")
            .at("aria-label", "The catalogue")
            .at("aria-describedby", "catalogue-problems")
            .value(text)
            .on("input", move |event| typed(held(&event)))
            .on("blur", move |_| send(true))
    });
    let told = live(move || {
        let state = workshop.state.get();
        let wrong = state.problems.iter().filter(|problem| problem.level != "warning").count();
        let told = match wrong {
            0 => "The catalogue has no problem.".to_owned(),
            number => format!("{} in the catalogue.", count(number, "problem", "problems")),
        };
        el("div")
            .at("id", "catalogue-problems")
            .add(el("p").at("role", "status").add(told))
            .add(as_written(&state.problems))
    });
    el("section")
        .class("catalogue-page")
        .at("aria-label", "Catalogue")
        .add(el("p").add(
            "Every correction is a line of this text, catalog.toml. You need not read it; who knows it can type here.",
        ))
        .add(told)
        .add(field)
}
