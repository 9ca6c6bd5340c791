//! How high and wide the window is, and so how many passages it shows.

use gloo::events::EventListener;
use leptos::prelude::*;

/// How many passages the window shows; cheap to copy.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// How many passages it shows; `None` where that is to be asked for. Asking costs
    /// time, and a letter that is typed has none to spare.
    known: StoredValue<Option<usize>>,
    _resized: StoredValue<EventListener, LocalStorage>,
}

impl Viewport {
    /// Follows the window from now on.
    pub fn new() -> Self {
        let known = StoredValue::new(None);
        let resized = EventListener::new(&window(), "resize", move |_| known.set_value(None));
        Self { known, _resized: StoredValue::new_local(resized) }
    }

    /// How many passages fill the window as a rule; where they are short, the last
    /// lines of it follow when the typing rests.
    pub fn passages(self) -> usize {
        self.known.try_update_value(|known| *known.get_or_insert_with(fitting)).unwrap_or(LEAST)
    }
}

/// The fewest passages that are drawn while one types, and the most.
const LEAST: usize = 3;
const MOST: usize = 16;

/// Windows in which an article's facts stand below each other and lines are short, as
/// the style decides as well.
const NARROW: &str = "(max-width: 40rem)";

fn fitting() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
    let narrow = window().match_media(NARROW).is_ok_and(|query| query.is_some_and(|query| query.matches()));
    // Above the first stand the box and its surroundings; most passages are three
    // lines high where these are long, with who speaks and the issues below.
    let (above, each) = if narrow { (560.0, 190.0) } else { (340.0, 145.0) };
    (((height - above) / each).ceil() as usize).clamp(LEAST, MOST)
}
