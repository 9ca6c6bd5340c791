//! The keys, what each does, and the list of them that a visitor reads.
//!
//! Invariant: a key that does something stands in [`KEYS`], from which both the
//! listener and the lists are made.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::app::focus::focus;
use crate::app::keys::Keys;
use crate::kept::{Command, SavedMarks};
use crate::navigation::Navigation;
use crate::node::{Element, Node, el};
use crate::route::Page;

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Search,
    Next,
    Previous,
    Compare,
    Keep,
    Mark,
    Cite,
    Notes,
    Left,
    Right,
    List,
    /// Nothing here: the search box takes care of it.
    InBox,
}

/// A key.
pub struct Key {
    /// As the browser calls it.
    name: &'static str,
    /// As it is written on the key.
    pub cap: &'static str,
    /// What it does, in plain words.
    pub does: &'static str,
    action: Action,
}

const fn key(name: &'static str, cap: &'static str, does: &'static str, action: Action) -> Key {
    Key { name, cap, does, action }
}

/// All keys.
pub const KEYS: &[Key] = &[
    key("/", "/", "goes to the search box", Action::Search),
    key("j", "j", "goes to the next passage", Action::Next),
    key("k", "k", "goes to the passage before", Action::Previous),
    key("c", "c", "compares the passage’s article with others", Action::Compare),
    key("n", "n", "keeps the passage or the selected words", Action::Keep),
    key("m", "m", "marks the selected words", Action::Mark),
    key("q", "q", "cites the passage", Action::Cite),
    key("o", "o", "opens Notes", Action::Notes),
    key("?", "?", "shows these keys", Action::List),
    key("ArrowLeft", "←", "compare: from a passage to the column on the left", Action::Left),
    key("ArrowRight", "→", "compare: from a passage to the column on the right", Action::Right),
    key(
        "ArrowDown",
        "↓ ↑",
        "in the search box: through the suggestions; when they are closed, ↓ goes to the first result",
        Action::InBox,
    ),
    key("Enter", "Enter", "in the search box: takes the suggestion, or goes to the first result", Action::InBox),
    key("Escape", "Esc", "in the search box: closes the suggestions, then empties the box", Action::InBox),
];

/// Does what a key stands for, unless something is being typed; whether
/// there was something to do.
pub fn pressed(keys: Keys, navigation: Navigation, kept: SavedMarks, event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
    let name = event.key();
    let Some(key) = KEYS.iter().find(|key| key.name == name) else { return false };
    // A name of several letters is no character.
    let off = key.name.len() == 1 && !keys.0.get_untracked();
    if held || off || is_taken() {
        return false;
    }
    match key.action {
        Action::Search => search_box().is_some_and(|field| {
            focus(&field);
            field.select();
            true
        }),
        Action::Next => passage(1),
        Action::Previous => passage(-1),
        Action::Compare => compare(navigation),
        Action::Keep => keep_selected(kept) || press(".keep"),
        // Where no words are selected, that is told.
        Action::Mark => {
            kept.ask(Command::Selected { marked: true });
            true
        }
        Action::Cite => press(".cite-words"),
        Action::Notes => notes(navigation),
        Action::Left => column(-1),
        Action::Right => column(1),
        Action::List => show(),
        Action::InBox => false,
    }
}

/// The list of keys, closed until it is asked for.
pub fn dialog(keys: Keys) -> Node {
    let on = keys.0.get();
    let switch = el("input").at("type", "checkbox").flag("checked", on).on("change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        keys.switch(field.is_some_and(|field| field.checked()));
    });
    el("dialog")
        .at("id", "keys")
        .at("aria-labelledby", "keys-title")
        .add(el("h2").at("id", "keys-title").add("Keyboard shortcuts"))
        .add(list())
        .add(el("p").add(el("label").add(switch).add(" Keys that are single characters work")))
        .add(el("button").at("type", "button").class("button").add("Close").on("click", |_| close()))
        .into()
}

/// The keys and what they do.
pub fn list() -> Element {
    let rows = KEYS.iter().flat_map(|key| [el("dt").add(el("kbd").add(key.cap)), el("dd").add(key.does)]);
    el("dl").class("keys").all(rows)
}

fn found(selector: &str) -> Option<DomElement> {
    document().query_selector(selector).ok().flatten()
}

fn search_box() -> Option<HtmlInputElement> {
    found("[role=searchbox]")?.dyn_into().ok()
}

fn keys_dialog() -> Option<HtmlDialogElement> {
    found("#keys")?.dyn_into().ok()
}

/// Shows the list of keys; the browser moves the focus there and, when it is
/// closed, back.
pub fn show() -> bool {
    let shown = keys_dialog().is_some_and(|dialog| dialog.show_modal().is_ok());
    // Not by `autofocus`: in a frame of another site that is refused aloud.
    let close = found("#keys button").and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(close) = close.filter(|_| shown) {
        let _ = close.focus();
    }
    shown
}

fn close() {
    if let Some(dialog) = keys_dialog() {
        dialog.close();
    }
}

/// Whether a key goes into a field or a dialog.
fn is_taken() -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.matches("input, textarea, select, dialog *").unwrap_or(false))
        || found("dialog[open]").is_some()
}

/// All elements that fit the selector, below `root`, that are drawn.
fn drawn(root: &DomElement, selector: &str) -> Vec<DomElement> {
    let Ok(all) = root.query_selector_all(selector) else { return Vec::new() };
    let elements = (0..all.length()).filter_map(|place| all.item(place)?.dyn_into::<DomElement>().ok());
    elements.filter(|element| element.get_bounding_client_rect().height() > 0.0).collect()
}

/// The passage that has the focus, or something in it.
fn focused(selector: &str) -> Option<DomElement> {
    document().active_element()?.closest(selector).ok().flatten()
}

/// Puts the focus on the link of a passage, or on what stands in its place,
/// and brings the whole of it into view.
fn go_to(passage: &DomElement) -> bool {
    let link = passage.query_selector(".passage-number").ok().flatten();
    let target = link.unwrap_or_else(|| {
        let _ = passage.set_attribute("tabindex", "-1");
        passage.clone()
    });
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    passage.scroll_into_view_with_scroll_into_view_options(&options);
    target.dyn_ref::<HtmlElement>().is_some_and(focus)
}

/// Goes to the passage after or before the one in hand, or to the first one
/// that is in view.
fn passage(step: isize) -> bool {
    let Some(main) = found("#main") else { return false };
    // Those beside the text are of other articles.
    let all = drawn(&main, "[data-passage]:not(.in-hand *)");
    let here = focused("[data-passage]").and_then(|here| all.iter().position(|passage| *passage == here));
    let in_view = || all.iter().position(|passage| passage.get_bounding_client_rect().top() >= 0.0);
    let place = match here {
        Some(place) => place.checked_add_signed(step),
        None => in_view(),
    };
    place.and_then(|place| all.get(place)).is_some_and(go_to)
}

/// From a passage to the cell or the column beside it: in the same row where
/// there are rows, else at the same height.
fn column(step: isize) -> bool {
    let Some(here) = focused("[data-cell], [data-column]") else { return false };
    let row = here.closest("[data-row]").ok().flatten();
    let Some(around) = row.clone().or_else(|| found("#main")) else { return false };
    let all = drawn(&around, if row.is_some() { "[data-cell]" } else { "[data-column]" });
    let place = all.iter().position(|other| *other == here).and_then(|place| place.checked_add_signed(step));
    let Some(beside) = place.and_then(|place| all.get(place)) else { return false };
    let height = focused("[data-passage]").map_or(0.0, |passage| passage.get_bounding_client_rect().top());
    let passages = drawn(beside, "[data-passage]");
    let level = passages.iter().find(|passage| row.is_some() || passage.get_bounding_client_rect().bottom() > height);
    go_to(level.unwrap_or(beside))
}

/// Keeps the words that are selected; whether any are.
fn keep_selected(kept: SavedMarks) -> bool {
    let selected = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if selected {
        kept.ask(Command::Selected { marked: false });
    }
    selected
}

/// Presses a button of the passage that has the focus.
fn press(button: &str) -> bool {
    let button = focused("[data-passage]").and_then(|passage| passage.query_selector(button).ok().flatten());
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.as_ref().map(HtmlElement::click).is_some()
}

/// Goes to the room Notes, unless it is shown.
fn notes(navigation: Navigation) -> bool {
    let route = navigation.route_now();
    if route.page == Page::Notes {
        return false;
    }
    navigation.go(&route.elsewhere(Page::Notes));
    true
}

/// Adds the article of the passage in hand, or the one that is read, to the
/// columns and shows them.
fn compare(navigation: Navigation) -> bool {
    let route = navigation.route_now();
    let of_passage = focused("[data-article]").and_then(|passage| passage.get_attribute("data-article"));
    let article = of_passage.or(match &route.page {
        Page::Read(article) => Some(article.clone()),
        _ => None,
    });
    let Some(article) = article.filter(|_| route.page != Page::Compare) else { return false };
    navigation.go(&route.beside(&article).asking(&route));
    true
}
