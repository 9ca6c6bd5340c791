//! When the passages far below the window are drawn: whoever types in bursts looks at
//! the first ones, and each burst would take out what the rest before it had drawn.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::navigation::Navigation;

/// How long the typing has rested when somebody pauses, in milliseconds.
const PAUSE: u32 = 700;

/// What shows sooner that somebody looks further down.
const LOOKS: [&str; 3] = ["scroll", "focusin", "beforeprint"];

/// Whether somebody who typed pauses; over from the first letter on until then. As
/// long as nobody types it is one long pause.
pub fn after_typing(navigation: Navigation) -> ReadSignal<bool> {
    let (paused, set_paused) = signal(true);
    let waits = StoredValue::new_local(None);
    Effect::new(move |_| {
        let is_typing = navigation.is_typing();
        if is_typing {
            set_paused.set(false);
        }
        let end = move || set_paused.set(true);
        let wait = || (Timeout::new(PAUSE, end), LOOKS.map(|name| EventListener::new(&window(), name, move |_| end())));
        waits.set_value((!is_typing && !paused.get()).then(wait));
    });
    paused
}
