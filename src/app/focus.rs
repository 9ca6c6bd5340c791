//! Keeps the focus near its place when a change of the view takes away what had
//! it: a chip that was pressed, a link in a part that folds.
//!
//! A browser leaves the focus nowhere then, and the next key would begin at the
//! top of the page.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::node::once_painted;

/// What can have the focus by keyboard.
const FOCUSABLE: &str = "summary, a[href], button, input, [tabindex=\"0\"]";

/// What opens a form that stands in its place, and so takes the focus back when
/// the form is closed.
const OPENS: &str = "[data-opens]";

/// The fields of a form that was opened.
const FIELDS: &str = "form :is(input, select, textarea)";

/// Of so many views that were left it is known by which link.
const MOST_LEFT: usize = 50;

thread_local! {
    /// What had the focus last, and all that it stands in, from the inside out.
    static LAST: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// By the address of a view that was left: the address of the link that had the
    /// focus then. The view that was left last is the last.
    static LEFT: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    /// Counts the calls of [`move_to`].
    static MOVES: Cell<u32> = const { Cell::new(0) };
}

/// Watches for as long as the page lives.
pub fn watch() {
    EventListener::new(&document(), "focusin", note).forget();
    for name in ["popstate", "hashchange"] {
        EventListener::new(&window(), name, |_| soon(&[FOCUSABLE])).forget();
    }
}

/// Takes note of the link by which the view at `address` is left.
pub fn leave(address: String) {
    let link = LAST.with_borrow(|last| last.iter().find_map(|one| one.get_attribute("href")));
    LEFT.with_borrow_mut(|left| {
        left.retain(|(known, _)| *known != address);
        if left.len() >= MOST_LEFT {
            left.remove(0);
        }
        left.extend(link.map(|link| (address, link)));
    });
}

/// Moves the focus to the link by which the view at `address` was left, if there is
/// such a one; whether there is.
pub fn come_back(address: &str) -> bool {
    let known = |(left, link): &(String, String)| (left == address).then(|| link.clone());
    let Some(link) = LEFT.with_borrow(|left| left.iter().find_map(known)) else { return false };
    let Ok(all) = document().query_selector_all("#main a[href]") else { return false };
    let all = (0..all.length()).filter_map(|number| all.item(number)?.dyn_into::<HtmlElement>().ok());
    all.into_iter().find(|one| one.get_attribute("href").as_deref() == Some(&link)).is_some_and(|one| focus(&one))
}

/// Takes note of what an event is about as of what has the focus.
fn note(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    LAST.set(std::iter::successors(target, |one| one.parent_element()).collect());
}

/// Moves the focus into the form that takes the place of what was pressed.
pub fn into_form(pressed: &web_sys::Event) {
    // Not every browser gives the focus to a button that is pressed.
    note(pressed);
    soon(&[FIELDS, FOCUSABLE]);
}

/// Moves the focus back to where a form was opened, or near to what is gone.
pub fn back() {
    soon(&[OPENS, FOCUSABLE]);
}

/// Looks for a focus that was lost, after the view has been drawn: what is
/// hidden loses it only then. What is wanted first comes first.
fn soon(wanted: &'static [&'static str]) {
    once_painted(move || restore(wanted));
}

/// What stands now where something stood: itself, or what has its id.
fn in_place(one: &Element) -> Option<Element> {
    if one.is_connected() {
        return one.parent_element().map(|_| one.clone());
    }
    let id = one.id();
    if id.is_empty() { None } else { document().get_element_by_id(&id) }
}

/// Where the focus was lost: to the nearest thing that can have it.
fn restore(wanted: &[&str]) {
    let body = document().body();
    let last = LAST.take();
    // Who left a thing that is still there left it on purpose.
    if !is_lost() || last.first().is_none_or(is_shown) {
        LAST.set(last);
        return;
    }
    let around = last.iter().skip(1).filter_map(in_place);
    for place in around.filter(|one| body.as_ref().is_none_or(|body| *one != **body)) {
        let found = wanted.iter().find_map(|wanted| {
            let all = place.query_selector_all(wanted).ok()?;
            let all = (0..all.length()).filter_map(|number| all.item(number)?.dyn_into::<HtmlElement>().ok());
            all.filter(|one| is_shown(one)).find(focus)
        });
        if let Some(one) = found {
            bring_into_view(&one);
            return;
        }
    }
}

fn is_shown(element: &Element) -> bool {
    let is_folded = matches!(element.closest("details:not([open]) > :not(summary)"), Ok(Some(_)));
    element.is_connected() && !is_folded && element.get_client_rects().length() > 0
}

/// Moves the focus to what `find` finds once the view has been drawn. Who has
/// gone elsewhere meanwhile stays there: nothing is typed into the wrong place.
/// Of two calls before the view is drawn only the later one counts.
pub fn move_to(find: impl FnOnce() -> Option<HtmlElement> + 'static) {
    let before = document().active_element();
    let move_number = MOVES.get().wrapping_add(1);
    MOVES.set(move_number);
    request_animation_frame(move || {
        if MOVES.get() == move_number && (is_lost() || document().active_element() == before) {
            let _ = find().map(|found| found.focus());
        }
    });
}

/// Brings what has the focus into view where something came to lie over it; not
/// for a pointer, under which nothing should move.
pub fn uncover() {
    request_animation_frame(|| {
        let active = document().active_element().filter(|_| !is_lost());
        if let Some(active) = active.filter(|active| active.matches(":focus-visible").unwrap_or(false)) {
            bring_into_view(&active);
        }
    });
}

/// Scrolls no further than it takes.
fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether nothing on the page has the focus.
fn is_lost() -> bool {
    let body = document().body();
    document().active_element().is_none_or(|active| body.is_some_and(|body| active.is_same_node(Some(&body))))
}

/// Moves the focus to the beginning of the page.
pub fn main() {
    let main = document().get_element_by_id("main").and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        focus(&main);
    }
}

/// Moves the focus without scrolling; whether the browser did.
pub fn focus(element: &HtmlElement) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}
