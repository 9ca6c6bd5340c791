//! Moving a thing by its handle, with a mouse, a pen or a finger.
//!
//! Invariant: nothing moves before the pointer is let go over the list; a drag
//! that is broken off, or let go elsewhere, changes nothing.

use std::cell::RefCell;

use gloo::timers::callback::Interval;
use leptos::prelude::{document, window};
use summitry_desk::{Change, ItemId};
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, Event, PointerEvent};

use super::list::LIST;
use super::state::Notes;
use crate::component::announce;
use crate::node::{Element, el};

/// How near to the edge of the window the page begins to scroll, in pixels, how
/// far it goes at a time, and how often, in milliseconds.
const EDGE: f64 = 72.0;
const STEP: f64 = 14.0;
const OFTEN: u32 = 16;

/// The names under which the style shows what is dragged, and to where.
const DRAGGED: &str = "data-dragged";
const DROP: &str = "data-drop";

/// A drag that goes on.
struct Drag {
    id: ItemId,
    /// Where the pointer is in the window.
    at: (f64, f64),
    /// The thing before or behind which it would come to stand.
    onto: Option<(DomElement, bool)>,
    /// Scrolls the page where the pointer is near the edge.
    _scrolling: Interval,
}

thread_local! {
    /// The one drag that there may be.
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// The handle of a thing.
pub fn handle(notes: Notes, id: &ItemId) -> Element {
    let id = id.clone();
    el("span")
        .class("handle no-print")
        .at("aria-hidden", "true")
        .at("title", "Drag to move")
        .on("pointerdown", move |event| begin(&event, &id))
        .on("pointermove", |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                follow(Some((event.client_x().into(), event.client_y().into())));
            }
        })
        .on("pointerup", move |_| drop_it(notes))
        .on("pointercancel", |_| drop(end()))
        .on("lostpointercapture", |_| drop(end()))
}

fn begin(event: &Event, id: &ItemId) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0 && pointer.is_primary())
    else {
        return;
    };
    // No words are selected on the way.
    event.prevent_default();
    let Some(handle) = event.target().and_then(|target| target.dyn_into::<DomElement>().ok()) else { return };
    let _ = handle.set_pointer_capture(pointer.pointer_id());
    if let Ok(Some(item)) = handle.closest("[data-item]") {
        let _ = item.set_attribute(DRAGGED, "");
    }
    let drag = Drag {
        id: id.clone(),
        at: (pointer.client_x().into(), pointer.client_y().into()),
        onto: None,
        _scrolling: Interval::new(OFTEN, scroll),
    };
    DRAG.set(Some(drag));
}

/// Finds the place that the pointer is over, after it was moved to `at` or the
/// page below it was.
fn follow(at: Option<(f64, f64)>) {
    DRAG.with_borrow_mut(|drag| {
        let Some(drag) = drag else { return };
        drag.at = at.unwrap_or(drag.at);
        let onto = place(drag.at);
        // Between two things the last one holds.
        if onto.is_none() && over_list(drag.at) {
            return;
        }
        show(drag.onto.take().as_ref(), false);
        show(onto.as_ref(), true);
        drag.onto = onto;
    });
}

fn under((x, y): (f64, f64)) -> Option<DomElement> {
    document().element_from_point(x as f32, y as f32)
}

/// The thing below a point, and whether the point is in its lower half.
fn place(at: (f64, f64)) -> Option<(DomElement, bool)> {
    let item = under(at)?.closest(&["#", LIST, " [data-item]"].concat()).ok().flatten()?;
    let shape = item.get_bounding_client_rect();
    let lower = at.1 > shape.top() + shape.height() / 2.0;
    Some((item, lower))
}

fn over_list(at: (f64, f64)) -> bool {
    under(at).is_some_and(|element| element.closest(&["#", LIST].concat()).is_ok_and(|list| list.is_some()))
}

fn show(onto: Option<&(DomElement, bool)>, on: bool) {
    let Some((item, after)) = onto else { return };
    let _ = if on {
        item.set_attribute(DROP, if *after { "after" } else { "before" })
    } else {
        item.remove_attribute(DROP)
    };
}

fn scroll() {
    let Some((_, y)) = DRAG.with_borrow(|drag| drag.as_ref().map(|drag| drag.at)) else { return };
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    // The bar at the foot lies over the list.
    let foot = document().query_selector(".kept-bar").ok().flatten();
    let foot = foot.map_or(0.0, |foot| foot.get_bounding_client_rect().height());
    let by = match y {
        y if y < EDGE => -STEP,
        y if y > height - foot - EDGE => STEP,
        _ => return,
    };
    window().scroll_by_with_x_and_y(0.0, by);
    follow(None);
}

/// Ends the drag, and gives what it was.
fn end() -> Option<Drag> {
    let drag = DRAG.take()?;
    show(drag.onto.as_ref(), false);
    if let Ok(Some(item)) = document().query_selector("[data-dragged]") {
        let _ = item.remove_attribute(DRAGGED);
    }
    Some(drag)
}

fn drop_it(notes: Notes) {
    let Some(Drag { id, onto: Some((item, after)), .. }) = end() else { return };
    let Some(onto) = item.get_attribute("data-item") else { return };
    let to = notes.with(|desk, _, _| {
        let (from, onto) = (desk.place(&id)?, desk.place(&ItemId(onto))?);
        Some(landing(from, onto, after)).filter(|to| *to != from)
    });
    if to.is_some_and(|to| notes.make(Change::Move { id, to }).is_ok()) {
        announce("Moved.");
    }
}

/// The place that a thing at `from` has once it stands before or `after` the one
/// at `onto`.
fn landing(from: usize, onto: usize, after: bool) -> usize {
    let gap = onto + usize::from(after);
    if from < gap { gap.saturating_sub(1) } else { gap }
}

#[cfg(test)]
mod tests {
    use super::landing;

    #[test]
    fn what_is_let_go_in_a_gap_stands_in_that_gap() {
        // Of a, b, c, d: the thing, the one that it is let go over, its half, and where it stands then.
        for (from, onto, after, to) in [(0, 2, false, 1), (0, 2, true, 2), (3, 1, false, 1), (3, 1, true, 2)] {
            assert_eq!(landing(from, onto, after), to, "{from} over {onto}, {after}");
        }
        // Over its neighbours' nearer halves, or over itself, it stays.
        for (from, onto, after) in [(1, 0, true), (1, 2, false), (1, 1, false), (1, 1, true)] {
            assert_eq!(landing(from, onto, after), from);
        }
    }
}
