//! The steps in which a long list of results is drawn: whoever types in bursts looks at
//! the first passages, and each burst would take out what the rest before it had drawn.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long after the first step the next one follows, in milliseconds: a pause.
const PAUSE: u32 = 700;

/// How long after any other, in milliseconds: what is done meanwhile need not wait for
/// all of them.
const NEXT: u32 = 40;

/// How many windows the first step fills.
const FEW: usize = 3;

/// As many as any answer fills.
const ALL: usize = usize::MAX;

/// What shows that somebody looks further down.
const LOOKS: [&str; 3] = ["scroll", "focusin", "beforeprint"];

/// The steps of the list that is drawn; cheap to copy.
#[derive(Clone, Copy)]
pub struct Steps {
    /// How many windows the next step fills.
    next: StoredValue<usize>,
    /// Changes when a step is due.
    due: RwSignal<()>,
    waits: StoredValue<Option<Waits>, LocalStorage>,
}

/// What brings the next step; dropped when there is none any more.
type Waits = (Timeout, [EventListener; 3]);

impl Steps {
    pub fn new() -> Self {
        Self { next: StoredValue::new(FEW), due: RwSignal::new(()), waits: StoredValue::new_local(None) }
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
            let look = |name| EventListener::new(&window(), name, move |_| self.draw(ALL));
            (Timeout::new(delay, move || self.draw(filled.saturating_mul(2))), LOOKS.map(look))
        };
        self.waits.set_value(filled.map(wait));
    }

    /// Whether a step is waited for.
    pub fn is_waiting(self) -> bool {
        self.waits.with_value(Option::is_some)
    }

    fn draw(self, windows: usize) {
        self.next.set_value(windows);
        self.due.set(());
    }
}
