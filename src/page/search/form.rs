//! The search box and what is said about the query.

use leptos::prelude::{ArcMemo, Get, request_animation_frame};
use summitry_search::Response;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::Scene;
use crate::field::held;
use crate::navigation::Navigation;
use crate::node::{Element, Node, el, link, live, tidy};
use crate::page::search::room::{Room, is_blank};
use crate::page::search::{focus, named, reading, suggestions};
use crate::route::Page;
use crate::route::limits::LONGEST_TYPED;

/// The box with the list of suggestions, and what is said about the query.
pub fn view(room: Room) -> Element {
    let navigation = room.context.navigation;
    let is_empty = tidy(ArcMemo::new(move |_| navigation.with(|route| route.query.is_empty())));
    let form = el("form")
        .class("search-form")
        .at("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            navigation.commit();
            let asked = navigation.query_now();
            // When what rests while one types has been drawn as well; who went on
            // typing stays in the box.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if navigation.query_now() == asked {
                        focus::first();
                    }
                });
            });
        })
        .add(field(room))
        .add(live(move || (!is_empty.get()).then(|| clear(navigation))));
    let reading = live(move || match room.is_blank() {
        true => hint(room),
        false => room.live(|_, answer| reading::reading(answer)),
    });
    // Of these each would be asked with each letter whether there is a query.
    let rest = |part: fn(Scene<'_>, &Response) -> Node| {
        room.rested(move |scene, answer| (!is_blank(scene.route)).then(|| part(scene, answer)))
    };
    // The list covers nothing of what is said about the query.
    el("div")
        .class("asked")
        .add(form)
        .add(reading)
        .add(rest(|scene, _| named::view(scene).into()))
        .add(rest(reading::better_spelling))
        .add(rest(reading::faults))
        .add(live(move || suggestions::list::view(room)))
}

fn clear(navigation: Navigation) -> Element {
    el("button").at("type", "button").class("clear").add("Clear").on("click", move |event| emptied(navigation, &event))
}

fn field(room: Room) -> Node {
    let (list, navigation) = (room.list, room.context.navigation);
    // With each letter the box knows best what it holds.
    room.context.settled(move |_| {
        let field = el("input")
            .class("search-box")
            .at("type", "search")
            .at("role", "searchbox")
            .at("aria-label", "Search the articles")
            .at("aria-describedby", "reading")
            .at("placeholder", "Words, or a “phrase in quotes”")
            .at("autocomplete", "off")
            .at("autocapitalize", "off")
            .at("spellcheck", "false")
            .at("enterkeyhint", "search")
            .at("maxlength", LONGEST_TYPED.to_string())
            .controlled(navigation.query_now())
            .on("input", move |event| {
                if let Some(field) = input(&event) {
                    let query = field.value();
                    list.typed(&field, &query);
                    navigation.retype(|route| route.query = query);
                }
            })
            .on("change", move |event| navigation.commit_query(held(&event)))
            .on("blur", move |_| {
                list.close();
            })
            .on("keydown", move |event| {
                // Most keys are letters, of which the box takes care by itself.
                let Some(key) = suggestions::key(&event).filter(|key| key.len() > 1) else { return };
                let Some(field) = input(&event) else { return };
                let taken = suggestions::list::pressed(room, &field, &key);
                if taken || key == "ArrowDown" && focus::first() {
                    event.prevent_default();
                } else if key == "Escape" && !field.value().is_empty() {
                    event.prevent_default();
                    empty(navigation);
                }
            });
        suggestions::describe(field, room.suggested(), list.active())
    })
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Empties the box as a step of its own in the history.
fn empty(navigation: Navigation) {
    navigation.commit();
    navigation.retype(|route| route.query.clear());
    navigation.commit();
}

/// Empties the box and goes back to it.
fn emptied(navigation: Navigation, event: &Event) {
    empty(navigation);
    let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let form = button.and_then(|button| button.parent_element());
    let field = form.and_then(|form| form.query_selector("input").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
    }
}

/// How to ask, while nothing is asked.
fn hint(room: Room) -> Node {
    room.settled(|scene, _| {
        let help = link(scene.route.elsewhere(Page::Help).href()).add("Search syntax");
        el("p")
            .class("fine search-hint")
            .at("id", "reading")
            .add("Quotation marks keep words together, a minus leaves a word out: ")
            .add(el("code").add("word -other"))
            .add(". ")
            .add(help)
    })
}
