//! The mark of a side: letters and shape first, colour second.

use leptos::prelude::*;

use crate::library::Library;

/// The mark of the side with this id; nothing when there is none.
#[component]
pub fn SideMark<'a>(
    /// The side's id.
    id: &'a str,
) -> impl IntoView + use<> {
    let library = Library::get();
    let rank = library.side_rank(id).map(|rank| rank.to_string());
    library.corpus().side(id).map(|side| {
        let (letters, name, title) = (side.abbreviation.clone(), side.name.clone(), side.name.clone());
        view! {
            <span class="side" data-rank=rank title=title>
                <span aria-hidden="true">{letters}</span>
                <span class="visually-hidden">{name}</span>
            </span>
        }
    })
}
