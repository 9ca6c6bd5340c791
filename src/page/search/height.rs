//! How high the window is, and so how many passages it shows.

use gloo::events::EventListener;
use leptos::prelude::*;

/// The window's height; cheap to copy.
#[derive(Clone, Copy)]
pub struct Height {
    /// In pixels; `None` where it is to be asked for. Asking costs time, and a letter
    /// that is typed has none to spare.
    known: StoredValue<Option<f64>>,
    _resized: StoredValue<EventListener, LocalStorage>,
}

impl Height {
    /// Follows the window from now on.
    pub fn new() -> Self {
        let known = StoredValue::new(None);
        let resized = EventListener::new(&window(), "resize", move |_| known.set_value(None));
        Self { known, _resized: StoredValue::new_local(resized) }
    }

    /// How many passages fill the window as a rule; where they are short, the last
    /// lines of it follow when the typing rests.
    pub fn in_window(self) -> usize {
        let height = self.known.try_update_value(|known| *known.get_or_insert_with(inner_height));
        // Above the first stand the box and its surroundings; most passages are three
        // lines high, with who speaks and the issues below.
        (((height.unwrap_or(HEIGHT) - 340.0) / 145.0).ceil() as usize).clamp(3, 16)
    }
}

/// Where the browser does not say how high the window is.
const HEIGHT: f64 = 900.0;

fn inner_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(HEIGHT)
}
