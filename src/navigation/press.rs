//! Whether something is pressed with a pointer at this moment. What is drawn anew
//! between pressing and letting go moves other things under the pointer, and the
//! press is lost or another's.

use std::cell::{Cell, RefCell};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::window;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    /// What is to be done when it is let go.
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Follows the pointers for as long as the page lives.
pub fn watch() {
    for name in ["pointerdown", "pointerup", "pointercancel"] {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), name, options, move |_| {
            PRESSED.set(name == "pointerdown");
            if !PRESSED.get() {
                WAITING.take().into_iter().for_each(|then| then());
            }
        })
        .forget();
    }
}

/// Does something now, or when what is pressed is let go.
pub fn once_released(then: impl FnOnce() + 'static) {
    if PRESSED.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(then)));
    } else {
        then();
    }
}
