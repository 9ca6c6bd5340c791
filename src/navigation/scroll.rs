//! How far each view of the history was scrolled, down and sideways, and from
//! which view one had come to it, kept in the history's own entries, so that it
//! survives Back, Forward and Reload.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Element as DomElement, ScrollRestoration};

/// How long the scrolling rests before its place is kept, in milliseconds.
const REST: u32 = 150;

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// The address of the view from which one came to the one that is shown.
    static ORIGIN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the place of the view from now on.
pub fn remember() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    // Panes that are scrolled sideways are seen on the way down to them.
    EventListener::new_with_options(&window(), "scroll", EventListenerOptions::run_in_capture_phase(), |_| {
        let keep = Timeout::new(REST, || {
            if let Ok(history) = window().history() {
                let _ = history.replace_state(&position(), "");
            }
        });
        PENDING.set(Some(keep));
    })
    .forget();
}

/// Keeps the place of a view that is new in the history, so that one comes back
/// to it also when it was never scrolled.
pub fn begin() {
    forget();
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&position(), "");
    }
}

/// What is not kept yet belongs to a view that is left.
pub fn forget() {
    drop(PENDING.take().map(Timeout::cancel));
}

/// The place now, as it is kept: how far down, how far sideways the columns of a
/// comparison are, and from where one came.
pub fn position() -> JsValue {
    entry(JsValue::from(window().scroll_y().unwrap_or_default()), pane().map_or(0, |pane| pane.scroll_left()))
}

fn entry(down: JsValue, sideways: i32) -> JsValue {
    let origin = ORIGIN.with_borrow(|origin| JsValue::from_str(origin));
    Array::of3(&down, &JsValue::from(sideways), &origin).into()
}

/// Keeps from where one came to a view that is scrolled to what its link names
/// each time anew.
pub fn begin_unscrolled() {
    forget();
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&entry(JsValue::NULL, 0), "");
    }
}

/// The view that is shown was come to from the one at `address`.
pub fn come_from(address: String) {
    ORIGIN.set(address);
}

/// From where one came to the view that is shown when it was new in the history;
/// `None` for one that is new now.
pub fn origin() -> Option<String> {
    state()?.get(2).as_string()
}

fn state() -> Option<Array> {
    window().history().ok()?.state().ok()?.dyn_into().ok()
}

/// The pane with the columns.
fn pane() -> Option<DomElement> {
    document().query_selector(".compare-scroll").ok().flatten()
}

/// A part of what is kept for the view that is shown, by its place.
fn kept(place: u32) -> Option<f64> {
    state()?.get(place).as_f64()
}

/// Moves the columns to where they were in the view that is shown.
pub fn restore_sideways() {
    if let Some((pane, left)) = pane().zip(kept(1)) {
        pane.set_scroll_left(left as i32);
    }
}

/// The place that is kept for the view that is shown, in pixels; `None` for a
/// view that was not shown before.
pub fn remembered() -> Option<f64> {
    kept(0)
}
