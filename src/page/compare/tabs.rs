//! The names of the columns above their pane, with how many passages of each are
//! asked for: where not all columns fit, they show one, as tabs do.
//!
//! Invariant: the tab of the column at which the pane stands is the current one,
//! however it came there. Which columns fit is decided by the style.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, Event, HtmlElement};

use crate::library::Column;
use crate::node::{Element, Node, el, unseen};
use crate::wording::list;

/// The tabs; `counts` are the passages of each column that are asked for.
pub fn tabs(columns: &[Column], counts: Option<&[usize]>) -> Element {
    let tabs = columns.iter().enumerate().map(|(place, column)| {
        let count = counts.and_then(|counts| counts.get(place));
        let count = count.map(|count| el("span").class("count").add(format!(" {count}")).add(unseen(" found")));
        el("button")
            .at("type", "button")
            .class("tab")
            .add(column.short.clone())
            .add(count)
            .on("click", move |event| chosen(&event, place))
    });
    let more = format!("{} columns, more than fit:", columns.len());
    let number = if columns.len() > 4 { "many".to_owned() } else { columns.len().to_string() };
    el("div")
        .class("column-names no-print")
        .at("role", "group")
        .at("aria-label", "Columns")
        .at("data-columns", number)
        .add(el("span").class("fine more-columns").add(more))
        .all(tabs)
}

/// How many passages of each column are asked for, in a sentence, and the way
/// to the first of them.
pub fn found_in(columns: &[Column], counts: &[usize]) -> Element {
    let parts = columns.iter().zip(counts).map(|(column, count)| match count {
        0 => format!("none in {}", column.short),
        count => format!("{count} in {}", column.short),
    });
    let told = format!("Found: {}.", list(&parts.collect::<Vec<_>>()));
    let any = counts.iter().any(|count| *count > 0);
    let first = el("button").at("type", "button").class("button no-print").add("Go to the first").on("click", |_| {
        go_to_first();
    });
    el("p")
        .class("found-in")
        .add(el("span").at("role", "status").add(told))
        .add(" ")
        .add(Node::from(any.then_some(first)))
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn pane() -> Option<HtmlElement> {
    find(".compare-scroll")
}

/// Shows the column whose tab was pressed.
fn chosen(event: &Event, place: usize) {
    let tab = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
    let all = tab.and_then(|tab| tab.closest(".column-names").ok().flatten());
    let pane = all.and_then(|all| all.next_element_sibling()).and_then(|pane| pane.dyn_into::<HtmlElement>().ok());
    if let Some(pane) = pane {
        show(&pane, place);
    }
}

fn show(pane: &HtmlElement, place: usize) {
    let columns = pane.query_selector_all("[data-column]").ok();
    let column = columns.and_then(|all| all.get(u32::try_from(place).ok()?)?.dyn_into::<HtmlElement>().ok());
    if let Some(column) = column {
        let start = column.get_bounding_client_rect().left() - pane.get_bounding_client_rect().left();
        pane.set_scroll_left(pane.scroll_left() + start.round() as i32);
        follow(pane);
    }
}

/// Marks the tab of the column at which a pane stands.
pub fn follow(pane: &HtmlElement) {
    let Some(tabs) = pane.previous_element_sibling().filter(|tabs| tabs.class_list().contains("column-names")) else {
        return;
    };
    let (Ok(columns), Ok(all)) = (pane.query_selector_all("[data-column]"), tabs.query_selector_all(".tab")) else {
        return;
    };
    let edge = pane.get_bounding_client_rect().left();
    let far = |place: &u32| {
        let column = columns.get(*place).and_then(|column| column.dyn_into::<DomElement>().ok());
        column.map_or(i32::MAX, |column| (column.get_bounding_client_rect().left() - edge).abs() as i32)
    };
    let here = (0..columns.length()).min_by_key(far);
    for place in 0..all.length() {
        let Some(tab) = all.get(place).and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) else { continue };
        if Some(place) == here {
            let _ = tab.set_attribute("aria-current", "true");
            tabs.set_scroll_left(tab.offset_left() - tabs.client_width() / 3);
        } else {
            let _ = tab.remove_attribute("aria-current");
        }
    }
}

/// The first passage that is asked for, with the column in which it stands.
fn first() -> Option<(HtmlElement, HtmlElement)> {
    let hit = [
        ".compare-scroll mark:not(.kept)",
        ".compare-scroll [data-wanted]",
        ".compare-scroll [data-cell] [data-passage]",
    ];
    let hit = hit.into_iter().find_map(find)?;
    let column = hit.closest("[data-cell], .column").ok()??.dyn_into().ok()?;
    Some((hit, column))
}

/// Shows the column of the first passage that is asked for, if it is out of
/// sight; a whole text is scrolled to it. In a view that one comes back to the
/// columns stay where they were.
pub fn show_first(returned: bool) {
    let Some(pane) = pane() else { return };
    // Without a query or a filter there is nothing to go to.
    let asked = find(".found-in, .compare-scroll mark:not(.kept)").is_some();
    if let Some((hit, column)) = first().filter(|_| asked && !returned) {
        let (edge, place) = (pane.get_bounding_client_rect(), column.get_bounding_client_rect());
        if place.left() < edge.left() - 1.0 || place.right() > edge.right() + 1.0 {
            pane.set_scroll_left(pane.scroll_left() + (place.left() - edge.left()).round() as i32);
        }
        if column.class_list().contains("column") {
            into_view(&column, &hit);
        }
    }
    follow(&pane);
}

/// Scrolls a whole text to a passage of it, unless that is in sight.
fn into_view(column: &HtmlElement, hit: &HtmlElement) {
    let head = column.first_element_child().map_or(0, |head| head.client_height());
    let at = (hit.get_bounding_client_rect().top() - column.get_bounding_client_rect().top()) as i32;
    if at < head || at + 40 > column.client_height() {
        column.set_scroll_top(column.scroll_top() + at - head - 30);
    }
}

/// Goes to the first passage that is asked for, wherever it stands.
fn go_to_first() {
    show_first(false);
    let Some((hit, _)) = first() else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    hit.scroll_into_view_with_scroll_into_view_options(&options);
    let passage = hit.closest("[data-passage]").ok().flatten();
    let number = passage.and_then(|passage| passage.query_selector(".passage-number").ok().flatten());
    if let Some(number) = number.and_then(|number| number.dyn_into::<HtmlElement>().ok()) {
        let plain = web_sys::FocusOptions::new();
        plain.set_prevent_scroll(true);
        let _ = number.focus_with_options(&plain);
    }
}
