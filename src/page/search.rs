//! The search page: a box, filters with live counts, and passages under their
//! articles or as keyword in context. With nothing asked it shows the
//! collection itself.
//!
//! The page is made once. What must answer every letter (how the query was
//! understood, the passages) follows the route as it is typed; everything else,
//! the box too, follows when the typing rests.

mod context;
mod export;
mod filters;
mod focus;
mod form;
mod home;
mod named;
mod nothing;
mod own;
mod questions;
mod reading;
mod results;
mod room;
mod shelf;
mod steps;
mod strip;
mod suggestions;
mod viewport;

use crate::app::Context;
use crate::component::chosen_chips;
use crate::node::{Element, el, live};
use crate::wording::count;
use room::Room;

/// The search page.
pub fn view(context: Context) -> Element {
    let room = Room::new(context);
    el("div")
        .class("search-page")
        .add(head(room))
        .add(room.settled(|scene, _| chosen_chips(scene)))
        .add(filters::view(room))
        .add(results::view(room))
        .add(announced(room))
}

/// The collection's name, which gives way to what is asked, and the box.
fn head(room: Room) -> Element {
    let corpus = room.library().corpus();
    let title =
        move || el("h1").maybe("class", (!room.is_blank()).then_some("visually-hidden")).add(corpus.title.as_str());
    let lede = move || room.is_blank().then(|| el("p").class("lede").add(corpus.description.as_str()));
    el("div").class("search-head").add(live(title)).add(live(lede)).add(form::view(room))
}

/// What a screen reader says when the typing rests: how many passages were
/// found, and how many suggestions stand below the box.
fn announced(room: Room) -> Element {
    let words = room.settled(move |scene, answer| {
        let found = if room::is_asked(scene.route) { results::summary(answer) } else { String::new() };
        match room.suggested() {
            0 => found,
            number => {
                let suggestions = count(number, "suggestion", "suggestions");
                format!("{found}. {suggestions} below the box: press the down arrow.")
            }
        }
    });
    el("p").class("visually-hidden").at("role", "status").add(words)
}
