//! The search page: a box, filters with live counts, and passages under their
//! articles. With nothing asked it shows the collection itself.

mod filters;
mod form;
mod results;
mod shelf;

use std::sync::Arc;

use leptos::prelude::*;
use summitry_search::Response;

use crate::library::Library;
use crate::navigation::Navigation;
use filters::{Chips, Filters};
use form::Form;
use results::Results;
use shelf::Shelf;

/// What the search engine answers to the route that is shown.
type Answer = Memo<Arc<Response>>;

/// The search page.
#[component]
pub fn Search() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let answer: Answer = Memo::new(move |_| navigation.with(|route| Arc::new(library.search(&library.request(route)))));
    let asked = Memo::new(move |_| navigation.with(|route| !route.query.trim().is_empty() || route.has_filters()));
    view! {
        <div class="search-page">
            <div class="search-head">
                <h1 class:visually-hidden=move || asked.get()>{library.corpus().title.clone()}</h1>
                <Show when=move || !asked.get()>
                    <p class="lede">{library.corpus().description.clone()}</p>
                </Show>
                <Form answer/>
                <Chips/>
            </div>
            <Filters answer/>
            <div class="results">
                <Show when=move || asked.get() fallback=|| view! { <Shelf/> }>
                    <Results answer/>
                </Show>
            </div>
        </div>
    }
}
