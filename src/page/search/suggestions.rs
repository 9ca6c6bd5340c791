//! Whether completions of what is being typed are shown below the box.
//!
//! The keys are those of the combobox pattern of the ARIA Authoring Practices
//! (list autocomplete, manual selection): Down and Up go through the list and
//! back to the box, Enter takes the active one, Escape closes, Tab closes and
//! goes on. The box keeps the role `searchbox`, by which links, scripts and
//! people know it, so the state is told with what that role has (ARIA 1.2,
//! section 5.3): `aria-autocomplete`, `aria-haspopup`, `aria-controls` while
//! the list is there, and `aria-activedescendant`. It has no `aria-expanded`:
//! a polite region says how many suggestions there are instead.

pub mod list;

use leptos::prelude::*;
use summitry_search::Suggestion;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use crate::library::Library;
use crate::node::Element;

/// What of the list is shown; cheap to copy.
#[derive(Clone, Copy)]
pub struct Suggestions {
    state: RwSignal<State>,
    /// The place of the active suggestion in the list. Apart from the rest, which
    /// changes with each letter.
    active: RwSignal<Option<usize>>,
}

/// What decides what the list offers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct State {
    open: bool,
    /// Where the caret stands, in bytes of the query.
    caret: usize,
}

impl Suggestions {
    /// A list that is closed.
    pub fn new() -> Self {
        Self { state: RwSignal::new(State::default()), active: RwSignal::new(None) }
    }

    /// Opens the list for the `query` that was just typed into `field`.
    pub fn typed(self, field: &HtmlInputElement, query: &str) {
        self.set(State { open: true, caret: caret(field, query) }, None);
    }

    fn set(self, state: State, active: Option<usize>) {
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
        if self.active.get_untracked() != active {
            self.active.set(active);
        }
    }

    /// What the list offers for `query`: nothing while it is closed; follows
    /// every change.
    pub fn offered(self, library: Library, query: &str) -> Vec<Suggestion> {
        let state = self.state.get();
        if state.open { list::offered(library, query, state.caret) } else { Vec::new() }
    }

    /// The place of the active suggestion; follows every change.
    pub fn active(self) -> Option<usize> {
        self.active.get()
    }

    /// Closes the list; says whether it was open.
    pub fn close(self) -> bool {
        let State { open, .. } = self.state.get_untracked();
        self.set(State::default(), None);
        open
    }
}

/// The attributes by which the box tells of a list of `number`, one of which may
/// be `active`.
pub fn describe(field: Element, number: usize, active: Option<usize>) -> Element {
    field
        .at("aria-autocomplete", "list")
        .at("aria-haspopup", "listbox")
        .maybe("aria-controls", (number > 0).then_some("suggestions"))
        .maybe(
            "aria-activedescendant",
            active.filter(|place| *place < number).map(|place| format!("suggestion-{place}")),
        )
}

/// Where the caret of a field that holds `text` stands, in bytes of that.
pub(super) fn caret(field: &HtmlInputElement, text: &str) -> usize {
    let units = field.selection_start().ok().flatten().unwrap_or(u32::MAX);
    bytes_before(text, units)
}

/// The length in bytes of the first `units` UTF-16 units of `text`.
fn bytes_before(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let fits = |letter: &char| {
        let enough = left >= letter.len_utf16();
        left = left.saturating_sub(letter.len_utf16());
        enough
    };
    text.chars().take_while(fits).map(char::len_utf8).sum()
}

/// The key of a keyboard event, when no other key is held that changes its
/// meaning.
pub fn key(event: &Event) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing());
    plain.then(|| event.key())
}

#[cfg(test)]
mod tests {
    use super::bytes_before;

    #[test]
    fn the_caret_is_counted_in_bytes() {
        assert_eq!(bytes_before("naïve 🕊 dove", 5), 6);
        assert_eq!(bytes_before("naïve 🕊 dove", 8), 11);
        assert_eq!(bytes_before("naïve 🕊 dove", 7), 7);
        assert_eq!(bytes_before("ab", u32::MAX), 2);
    }
}
