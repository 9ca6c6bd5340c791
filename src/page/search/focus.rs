//! Where the focus goes when the view changes under it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::focus;

/// Moves the focus to the number of passages found, from what will be gone when
/// the view has been drawn; where there is none, to the switch of the filters.
pub fn found() {
    let one = |name: &str| document().query_selector(name).ok().flatten();
    focus::move_to(move || one(".found").or_else(|| one(".filters-switch"))?.dyn_into().ok());
}

/// Whether the box for the query holds it.
pub fn is_in_box() -> bool {
    document().active_element().is_some_and(|active| active.matches("[role=searchbox]").unwrap_or(false))
}

/// Moves the focus to the first passage that was found, or where none was to the
/// first way on; whether there is one.
pub fn first() -> bool {
    let first = document().query_selector(".results :is(.passage-number, .empty a)").ok().flatten();
    let first = first.and_then(|first| first.dyn_into::<HtmlElement>().ok());
    first.is_some_and(|first| first.focus().is_ok())
}
