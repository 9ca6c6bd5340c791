//! Where the focus goes when the view changes under it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the number of passages found, from what is gone now;
/// where there is none, to the switch of the filters.
pub fn found() {
    let one = |name: &str| document().query_selector(name).ok().flatten();
    let found = one(".found").or_else(|| one(".filters-switch"));
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// Moves the focus to the first passage that was found, or where none was to the
/// first way on; whether there is one.
pub fn first() -> bool {
    let first = document().query_selector(".results :is(.passage-number, .context-line a, .empty a)").ok().flatten();
    let first = first.and_then(|first| first.dyn_into::<HtmlElement>().ok());
    first.is_some_and(|first| first.focus().is_ok())
}
