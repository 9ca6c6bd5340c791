//! The completions of what is being typed, for mouse, touch and keys; how they
//! are told is said in [`super`].

use leptos::prelude::*;
use summitry_search::query::DateBound;
use summitry_search::{Suggestion, SuggestionKind};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::library::Library;
use crate::node::{Element, el};
use crate::page::search::room::Room;
use crate::page::search::suggestions::{State, caret};
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
    (SuggestionKind::Filter, "Outlets, meetings and dates"),
];

/// The list below the box; nothing while there is nothing to suggest.
pub fn view(room: Room) -> Option<Element> {
    let active = room.list.active();
    let groups = room.with_suggestions(|suggestions| groups(suggestions, active));
    let listbox = el("div")
        .class("suggestions")
        .at("id", "suggestions")
        .at("role", "listbox")
        .at("aria-label", "Suggestions")
        // The box keeps the focus, so that the keys go on working.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |event| {
            if let Some(place) = pointed_at(&event) {
                take(room, place);
            }
        })
        .all(groups?);
    Some(listbox)
}

/// The suggestions under what they are, if there are any.
fn groups(suggestions: &[Suggestion], active: Option<usize>) -> Option<Vec<Element>> {
    let groups = GROUPS.iter().filter_map(|(kind, title)| {
        let of_kind = suggestions.iter().enumerate().filter(|(_, suggestion)| suggestion.kind == *kind);
        let options: Vec<Element> = of_kind.map(|(place, one)| option(place, one, active == Some(place))).collect();
        let head = el("div").class("fine").at("aria-hidden", "true").add(*title);
        (!options.is_empty()).then(|| el("div").at("role", "group").at("aria-label", *title).add(head).all(options))
    });
    Some(groups.collect()).filter(|groups: &Vec<Element>| !groups.is_empty())
}

/// What a key in the box does to the list; whether that is all it does.
pub fn pressed(room: Room, field: &HtmlInputElement, key: &str) -> bool {
    let list = room.list;
    let (state, active) = (list.state.get_untracked(), list.active.get_untracked());
    match key {
        // With the list closed, Down leads on to what was found.
        "ArrowDown" if !state.open && !field.value().trim().is_empty() => false,
        "ArrowDown" | "ArrowUp" => {
            // Whoever goes through the list goes through what was typed.
            room.context.navigation.rest_now();
            let caret = if state.open { state.caret } else { caret(field, &field.value()) };
            let number = match state.open {
                true => room.suggested_now(),
                false => offered(room.library(), &room.context.navigation.query_now(), caret).len(),
            };
            let active = active.filter(|_| state.open);
            let active = if key == "ArrowDown" { after(active, number) } else { before(active, number) };
            list.set(State { open: number > 0, caret }, active);
            number > 0
        }
        "Enter" => {
            let active = active.filter(|_| state.open);
            let taken = active.is_some_and(|place| take(room, place));
            list.close();
            taken
        }
        "Escape" => list.close(),
        "Tab" => {
            list.close();
            false
        }
        _ => false,
    }
}

/// Puts a suggestion of the list that is shown into the query, or into the filters
/// when it is one; whether there is such a suggestion. Where a letter was typed since
/// it was shown, what it says is meant all the same.
fn take(room: Room, place: usize) -> bool {
    let Some(suggestion) = room.suggestion_now(place) else { return false };
    let navigation = room.context.navigation;
    room.list.close();
    navigation.retype(|route| *route = with_suggestion(route, suggestion));
    navigation.commit();
    true
}

/// The place after `active` in a list of `number`; after the last comes the box.
fn after(active: Option<usize>, number: usize) -> Option<usize> {
    Some(active.map_or(0, |place| place + 1)).filter(|place| *place < number)
}

fn before(active: Option<usize>, number: usize) -> Option<usize> {
    active.unwrap_or(number).checked_sub(1)
}

/// The suggestions in the order of their groups.
pub(super) fn offered(library: Library, query: &str, caret: usize) -> Vec<Suggestion> {
    let found = library.suggest(query, caret, MOST);
    let of_kind = |kind| found.iter().filter(move |suggestion| suggestion.kind == kind).cloned();
    GROUPS.iter().flat_map(|(kind, _)| of_kind(*kind)).collect()
}

/// The route with a suggestion taken: an issue, an outlet, a meeting or a date
/// becomes a filter, everything else stands in the query.
fn with_suggestion(route: &Route, suggestion: Suggestion) -> Route {
    let Suggestion { query, caret, kind, .. } = suggestion;
    route.with(|route| {
        let (before, after) = query.split_at_checked(caret).unwrap_or((&query, ""));
        // What was written last; an id may have hyphens in it.
        let fields = ["issue:", "outlet:", "meeting:", "date:"].map(|field| before.rfind(field));
        let start = fields.into_iter().flatten().max().unwrap_or(before.len());
        let (kept, written) = before.split_at_checked(start).unwrap_or((before, ""));
        let free = kept.is_empty() || kept.ends_with(' ');
        let bound = written.strip_prefix("date:").and_then(DateBound::parse);
        if bound.is_some() && free && kind == SuggestionKind::Filter {
            (route.from, route.to) = (bound, bound);
            route.query = format!("{kept}{}", after.trim_start()).trim_end().to_owned();
            return;
        }
        let ids = match written.split_once(':') {
            Some(("issue", id)) => Some((&mut route.issues, id)),
            Some(("outlet", id)) => Some((&mut route.outlets, id)),
            Some(("meeting", id)) => Some((&mut route.meetings, id)),
            _ => None,
        };
        match ids.filter(|_| matches!(kind, SuggestionKind::Issue | SuggestionKind::Filter)) {
            Some((ids, id)) if free => {
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
                route.query = format!("{kept}{}", after.trim_start()).trim_end().to_owned();
            }
            _ => route.query = query,
        }
    })
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
        check(SuggestionKind::Issue, "issue:missile-defence", 21, "#/search?issue=missile-defence");
        check(
            SuggestionKind::Filter,
            "putin meeting:sochi-2008 nato",
            24,
            "#/search?q=putin%20nato&meeting=sochi-2008",
        );
        check(SuggestionKind::Filter, "iran date:2008-04", 17, "#/search?q=iran&from=2008-04&to=2008-04");
        check(SuggestionKind::Filter, "-issue:nato date:2008", 21, "#/search?q=-issue%3Anato&from=2008&to=2008");
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
}
