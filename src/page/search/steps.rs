//! The steps in which a long list of results is drawn: whoever types in bursts looks at
//! the first passages, and each burst would take out what the rest before it had drawn.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::navigation::Navigation;

/// How long after the first step the next one follows, in milliseconds: a pause.
const PAUSE: u32 = 700;

/// How long after any other, in milliseconds: what is done meanwhile need not wait for
/// all of them.
const NEXT: u32 = 40;

/// How many windows the first step fills: with each letter that is typed after it, what
/// stands below the window is laid out as well.
const FEW: usize = 1;

/// As many as any answer fills.
const ALL: usize = usize::MAX;

/// What shows that somebody looks further down; in a view that is no longer than the
/// window nothing scrolls.
const LOOKS: [&str; 5] = ["scroll", "wheel", "touchmove", "focusin", "beforeprint"];

/// The steps of the list that is drawn; cheap to copy.
#[derive(Clone, Copy)]
pub struct Steps {
    /// How many windows the next step fills.
    next: StoredValue<usize>,
    /// Changes when a step is due.
    due: RwSignal<()>,
    /// What brings the next step; dropped when there is none any more.
    waits: StoredValue<Option<Timeout>, LocalStorage>,
    _looks: StoredValue<[EventListener; 5], LocalStorage>,
}

impl Steps {
    /// Follows the window and the typing from now on.
    pub fn new(navigation: Navigation) -> Self {
        let (next, due, waits) = (StoredValue::new(FEW), RwSignal::new(()), StoredValue::new_local(None));
        let look = move |name| {
            EventListener::new(&window(), name, move |_| {
                // What is printed is whole, also right after a letter.
                let is_cut = name == "beforeprint" && navigation.is_typing_now();
                if is_cut {
                    navigation.rest_now();
                }
                if is_cut || waits.try_with_value(Option::is_some) == Some(true) {
                    draw(next, due, ALL);
                }
            })
        };
        Self { next, due, waits, _looks: StoredValue::new_local(LOOKS.map(look)) }
    }

    /// How many windows are filled now: few, and more if this is a later step. Follows
    /// the steps.
    pub fn windows(self) -> usize {
        self.due.track();
        self.next.try_update_value(|next| std::mem::replace(next, FEW)).unwrap_or(ALL)
    }

    /// Waits for the next step where so many windows were filled and not all is drawn;
    /// else for none.
    pub fn wait(self, filled: Option<usize>) {
        let wait = |filled: usize| {
            let delay = if filled == FEW { PAUSE } else { NEXT };
            Timeout::new(delay, move || draw(self.next, self.due, filled.saturating_mul(2)))
        };
        self.waits.set_value(filled.map(wait));
    }

    /// Whether a step is waited for.
    pub fn is_waiting(self) -> bool {
        self.waits.with_value(Option::is_some)
    }
}

/// Has the next step drawn, with so many windows.
fn draw(next: StoredValue<usize>, due: RwSignal<()>, windows: usize) {
    next.set_value(windows);
    due.set(());
}
