//! Completions of what is being typed: a list below the box, for mouse, touch
//! and keys.
//!
//! The keys are those of the combobox pattern of the ARIA Authoring Practices
//! (list autocomplete, manual selection): Down and Up go through the list and
//! back to the box, Enter takes the active one, Escape closes, Tab closes and
//! goes on. The box keeps the role `searchbox`, by which links, scripts and
//! people know it, so the state is told with what that role has (ARIA 1.2,
//! section 5.3): `aria-autocomplete`, `aria-haspopup`, `aria-controls` while
//! the list is there, and `aria-activedescendant`. It has no `aria-expanded`:
//! a polite region says how many suggestions there are instead.

use leptos::prelude::*;
use summitry_search::{Suggestion, SuggestionKind};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use crate::app::Scene;
use crate::library::Library;
use crate::navigation::Navigation;
use crate::node::{Element, el};
use crate::route::Route;
use crate::wording::count;

/// The most suggestions that are shown: what a glance takes in.
const MOST: usize = 8;

/// The groups of the list, in order.
const GROUPS: [(SuggestionKind, &str); 5] = [
    (SuggestionKind::Word, "Words"),
    (SuggestionKind::Phrase, "Phrases"),
    (SuggestionKind::Name, "Names"),
    (SuggestionKind::Issue, "Issues"),
    (SuggestionKind::Filter, "Outlets and meetings"),
];

/// What of the list is shown; cheap to copy.
#[derive(Clone, Copy)]
pub struct Suggestions(RwSignal<State>);

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct State {
    open: bool,
    /// Where the caret stands, in bytes of the query.
    caret: usize,
    /// The place of the active suggestion in the list.
    active: Option<usize>,
}

impl Suggestions {
    /// A list that is closed.
    pub fn new() -> Self {
        Self(RwSignal::new(State::default()))
    }

    /// Opens the list for what was just typed into `field`.
    pub fn typed(self, field: &HtmlInputElement) {
        self.0.set(State { open: true, caret: caret(field), active: None });
    }

    /// Closes the list; says whether it was open.
    pub fn close(self) -> bool {
        let open = self.0.with_untracked(|state| state.open);
        if open {
            self.0.set(State::default());
        }
        open
    }

    /// What a key in the box does to the list; whether that is all it does.
    pub fn pressed(self, library: Library, navigation: Navigation, field: &HtmlInputElement, key: &str) -> bool {
        let state = self.0.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" => {
                let caret = if state.open { state.caret } else { caret(field) };
                let number = offered(library, &navigation.route_now().query, caret).len();
                let active = if state.open { state.active } else { None };
                let active = if key == "ArrowDown" { after(active, number) } else { before(active, number) };
                self.0.set(State { open: number > 0, caret, active });
                number > 0
            }
            "Enter" => {
                let active = state.active.filter(|_| state.open);
                let taken = active.is_some_and(|place| self.take(library, navigation, place));
                self.close();
                taken
            }
            "Escape" => self.close(),
            "Tab" => {
                self.close();
                false
            }
            _ => false,
        }
    }

    /// Puts a suggestion of the list into the query, or into the filters when
    /// it is one; whether there is such a suggestion.
    fn take(self, library: Library, navigation: Navigation, place: usize) -> bool {
        let route = navigation.route_now();
        let caret = self.0.with_untracked(|state| state.caret);
        let Some(suggestion) = offered(library, &route.query, caret).into_iter().nth(place) else { return false };
        self.close();
        navigation.retype(|route| *route = with_suggestion(route, suggestion));
        navigation.commit();
        true
    }
}

/// The place after `active` in a list of `number`; after the last comes the box.
fn after(active: Option<usize>, number: usize) -> Option<usize> {
    Some(active.map_or(0, |place| place + 1)).filter(|place| *place < number)
}

fn before(active: Option<usize>, number: usize) -> Option<usize> {
    active.unwrap_or(number).checked_sub(1)
}

/// The suggestions in the order of their groups.
fn offered(library: Library, query: &str, caret: usize) -> Vec<Suggestion> {
    let found = library.suggest(query, caret, MOST);
    let of_kind = |kind| found.iter().filter(move |suggestion| suggestion.kind == kind).cloned();
    GROUPS.iter().flat_map(|(kind, _)| of_kind(*kind)).collect()
}

/// The route with a suggestion taken: an issue, an outlet or a meeting becomes
/// a filter, everything else stands in the query.
fn with_suggestion(route: &Route, suggestion: Suggestion) -> Route {
    let Suggestion { query, caret, kind, .. } = suggestion;
    route.with(|route| {
        let (before, after) = query.split_at_checked(caret).unwrap_or((&query, ""));
        let start = before.rfind([' ', '(', '-', '+']).map_or(0, |at| at + 1);
        let (kept, written) = before.split_at_checked(start).unwrap_or((before, ""));
        let ids = match written.split_once(':') {
            Some(("issue", id)) => Some((&mut route.issues, id)),
            Some(("outlet", id)) => Some((&mut route.outlets, id)),
            Some(("meeting", id)) => Some((&mut route.meetings, id)),
            _ => None,
        };
        match ids.filter(|_| matches!(kind, SuggestionKind::Issue | SuggestionKind::Filter)) {
            Some((ids, id)) if !kept.ends_with(['(', '-', '+']) => {
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
                route.query = format!("{kept}{}", after.trim_start()).trim_end().to_owned();
            }
            _ => route.query = query,
        }
    })
}

/// The attributes by which the box tells of the list.
pub fn describe(scene: Scene<'_>, field: Element, number: usize) -> Element {
    let active = scene.suggestions.0.get().active.filter(|place| *place < number);
    field
        .at("aria-autocomplete", "list")
        .at("aria-haspopup", "listbox")
        .maybe("aria-controls", (number > 0).then_some("suggestions"))
        .maybe("aria-activedescendant", active.map(|place| format!("suggestion-{place}")))
}

/// The suggestions to show now.
pub fn shown(scene: Scene<'_>) -> Vec<Suggestion> {
    let state = scene.suggestions.0.get();
    if state.open { offered(scene.library, &scene.route.query, state.caret) } else { Vec::new() }
}

/// The list; nothing when it is empty.
pub fn view(scene: Scene<'_>, suggestions: &[Suggestion]) -> Option<Element> {
    let (library, navigation, list) = (scene.library, scene.navigation, scene.suggestions);
    let active = list.0.get().active;
    let groups = GROUPS.iter().filter_map(|(kind, title)| {
        let of_kind = suggestions.iter().enumerate().filter(|(_, suggestion)| suggestion.kind == *kind);
        let options: Vec<Element> = of_kind.map(|(place, one)| option(place, one, active == Some(place))).collect();
        let head = el("div").class("fine").at("aria-hidden", "true").add(*title);
        (!options.is_empty()).then(|| el("div").at("role", "group").at("aria-label", *title).add(head).all(options))
    });
    let listbox = el("div")
        .class("suggestions")
        .at("id", "suggestions")
        .at("role", "listbox")
        .at("aria-label", "Suggestions")
        // The box keeps the focus, so that the keys go on working.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |event| {
            if let Some(place) = pointed_at(&event) {
                list.take(library, navigation, place);
            }
        })
        .all(groups);
    (!suggestions.is_empty()).then_some(listbox)
}

fn option(place: usize, suggestion: &Suggestion, active: bool) -> Element {
    el("div")
        .class("suggestion")
        .at("role", "option")
        .at("id", format!("suggestion-{place}"))
        .at("aria-selected", if active { "true" } else { "false" })
        .add(el("span").add(suggestion.label.clone()))
        .add(" ")
        .add(el("span").class("fine").add(count(suggestion.passages, "passage", "passages")))
}

/// The place of the suggestion that an event is about.
fn pointed_at(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[role=option]").ok()??.id().strip_prefix("suggestion-")?.parse().ok()
}

/// Where the caret of a field stands, in bytes of its text.
fn caret(field: &HtmlInputElement) -> usize {
    let units = field.selection_start().ok().flatten().unwrap_or(u32::MAX);
    bytes_before(&field.value(), units)
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
    use super::*;

    fn suggestion(kind: SuggestionKind, query: &str, caret: usize) -> Suggestion {
        Suggestion { label: String::new(), kind, query: query.to_owned(), caret, passages: 1 }
    }

    #[track_caller]
    fn check(kind: SuggestionKind, query: &str, caret: usize, expected: &str) {
        let route = with_suggestion(&Route::default(), suggestion(kind, query, caret));
        assert_eq!(route.href(), expected);
    }

    #[test]
    fn an_issue_that_is_taken_becomes_a_filter_and_leaves_the_other_words() {
        check(SuggestionKind::Issue, "issue:nato", 10, "#/search?issue=nato");
        check(SuggestionKind::Issue, "russia issue:nato", 17, "#/search?q=russia&issue=nato");
        check(SuggestionKind::Filter, "russia outlet:bbc treaty", 17, "#/search?q=russia%20treaty&outlet=bbc");
    }

    #[test]
    fn an_issue_that_must_not_be_met_stays_in_the_query() {
        check(SuggestionKind::Issue, "russia -issue:nato", 18, "#/search?q=russia%20-issue%3Anato");
    }

    #[test]
    fn a_word_that_is_taken_stands_in_the_query() {
        check(SuggestionKind::Word, "missile iran", 7, "#/search?q=missile%20iran");
    }

    #[test]
    fn the_keys_go_through_the_list_and_back_to_the_box() {
        assert_eq!(after(None, 2), Some(0));
        assert_eq!(after(Some(1), 2), None);
        assert_eq!(before(None, 2), Some(1));
        assert_eq!(before(Some(0), 2), None);
        assert_eq!((after(None, 0), before(None, 0)), (None, None));
    }

    #[test]
    fn the_caret_is_counted_in_bytes() {
        assert_eq!(bytes_before("naïve 🕊 dove", 5), 6);
        assert_eq!(bytes_before("naïve 🕊 dove", 8), 11);
        assert_eq!(bytes_before("naïve 🕊 dove", 7), 7);
        assert_eq!(bytes_before("ab", u32::MAX), 2);
    }
}
