//! How far each view of the history was scrolled down, kept in the history's
//! own entries, so that it survives Back, Forward and Reload.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// How long the scrolling rests before its place is kept, in milliseconds.
const REST: u32 = 150;

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Keeps the place of the view from now on.
pub fn remember() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    EventListener::new(&window(), "scroll", |_| {
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

/// The place now, as it is kept.
pub fn position() -> JsValue {
    JsValue::from(window().scroll_y().unwrap_or_default())
}

/// The place that is kept for the view that is shown, in pixels; `None` for a
/// view that was not shown before.
pub fn remembered() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}
