//! When the passages far below the window are drawn: whoever types in bursts looks at
//! the first ones, and each burst would take out what the rest before it had drawn.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::navigation::Navigation;

/// How long the typing has rested when somebody pauses, in milliseconds.
const PAUSE: u32 = 700;

/// How long after some more the next are drawn, in milliseconds: what is done meanwhile
/// need not wait for all.
const NEXT: u32 = 40;

/// How many windows are filled when the typing rests.
const FEW: usize = 3;

/// More windows than any answer fills.
const ALL: usize = 96;

/// What shows sooner that somebody looks further down.
const LOOKS: [&str; 3] = ["scroll", "focusin", "beforeprint"];

/// How many windows are filled with passages: few from the first letter on, after a
/// pause twice as many again and again, until that is all (`None`). As long as nobody
/// types it is all.
pub fn windows(navigation: Navigation) -> Signal<Option<usize>> {
    let filled = RwSignal::new(ALL);
    let waits = StoredValue::new_local(None);
    Effect::new(move |_| {
        let is_typing = navigation.is_typing();
        if is_typing {
            filled.set(FEW);
        }
        let now = filled.get();
        let wait = || {
            let more = Timeout::new(if now == FEW { PAUSE } else { NEXT }, move || filled.set(now * 2));
            (more, LOOKS.map(|name| EventListener::new(&window(), name, move |_| filled.set(ALL))))
        };
        waits.set_value((!is_typing && now < ALL).then(wait));
    });
    Signal::derive(move || Some(filled.get()).filter(|filled| *filled < ALL))
}
