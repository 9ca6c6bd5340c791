//! The visitor's own issues: saving a search as one, renaming and removing.

use leptos::prelude::document;
use summitry_search::Response;
use summitry_search::query::parse;
use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, Event, HtmlInputElement};

use crate::app::Scene;
use crate::component::chosen;
use crate::library::Library;
use crate::node::{Node, el, link};
use crate::page::search::focus;
use crate::route::limits::{MOST_OWN, MOST_OWN_BYTES};
use crate::route::{Match, OwnIssue, Route};
use crate::wording::list;

/// "Save as an issue", to be opened: a name, and what is saved. Nothing when
/// the search is an own issue already.
pub fn save(scene: Scene<'_>, answer: &Response) -> Node {
    let (route, navigation, library) = (scene.route, scene.navigation, scene.library);
    let query = query_to_save(scene.library, route, answer);
    let saved = route.own.iter().any(|own| query == format!("({})", own.query()));
    let details = el("details")
        .class("save")
        .key(query.clone())
        .on("toggle", |_| focus_name())
        .add(el("summary").class("button").add("Save as an issue"));
    let parsed = parse(&query);
    if parsed.root.is_none() || !parsed.diagnostics.is_empty() {
        let mend = "The search has a fault, told under the box. Mend it first: an issue must be plain.";
        return details.add(el("p").class("fine save-form").add(mend)).into();
    }
    if scene.library.passages(&query).is_empty() {
        let none =
            "No passage has all of it, so an issue of it would be empty. Leave a word out, or write OR between words.";
        return details.add(el("p").class("fine save-form").add(none)).into();
    }
    if is_wider(library, route, &query) {
        let two = "An issue finds a role and a side, or a role and a person, also where two people speak, and would have more passages than are found here. Take one of these filters away.";
        return details.add(el("p").class("fine save-form").add(two)).into();
    }
    if !saved && route.own.len() >= MOST_OWN {
        let full = format!(
            "There are {MOST_OWN} issues of your own, as many as a link holds. Remove one before you save another."
        );
        return details.add(el("p").class("fine save-form").add(full)).into();
    }
    if route.own.iter().map(|own| own.query().len()).sum::<usize>() + query.len() > MOST_OWN_BYTES {
        let full = "This search and those of your own issues are together longer than a link holds. Make it shorter, or remove an issue of yours.";
        return details.add(el("p").class("fine save-form").add(full)).into();
    }
    let name = suggested_name(scene);
    let asked = query.clone();
    let form = el("form")
        .class("save-form")
        .on("submit", move |event| {
            event.prevent_default();
            let route = navigation.route_now();
            let issue = field_in(&event).and_then(|field| own_issue(library, &route, &field.value(), &asked));
            if let Some(issue) = issue {
                navigation.go(&with_saved(&route, issue));
                focus::found();
            }
        })
        .add(el("label").at("for", "own-name").add("Name of your issue"))
        .add(
            el("span")
                .add(el("input").at("id", "own-name").at("maxlength", "60").flag("required", true).at("autocomplete", "off").value(name))
                .add(el("button").class("button").add("Save")),
        )
        .add(el("p").class("fine").add("It then filters, labels passages and makes a row of every comparison, and it travels in the link: keep or share the address."))
        .add(el("p").class("fine").add("What it searches for: ").add(el("code").add(query)));
    (!saved).then(|| details.add(form)).into()
}

/// Puts the focus where the name is written, once that can be seen.
fn focus_name() {
    let field = document().query_selector(".save[open] #own-name").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// The visitor's own issues, to rename or remove; nothing when there are none.
pub fn view(scene: Scene<'_>) -> Node {
    let (route, navigation, library) = (scene.route, scene.navigation, scene.library);
    let item = |own: &OwnIssue| {
        let old = own.clone();
        let rename = move |event: Event| {
            let route = navigation.route_now();
            let name =
                event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).map(|field| field.value());
            let without = route.with_own(old.id(), None);
            if let Some(issue) = name.and_then(|name| own_issue(library, &without, &name, old.query())) {
                navigation.go(&route.with_own(old.id(), Some(issue)));
            }
        };
        let field = el("input")
            .at("aria-label", format!("Name of “{}”", own.name()))
            .at("maxlength", "60")
            .at("autocomplete", "off")
            .value(own.name().to_owned())
            .on("change", rename);
        let remove = link(route.with_own(own.id(), None).href())
            .at("aria-label", format!("Remove “{}”", own.name()))
            .add("remove");
        el("li").add(field).add(remove).add(el("code").add(own.query().to_owned()))
    };
    let all = el("details")
        .class("own-issues")
        .add(el("summary").add("Your own issues: rename, remove"))
        .add(el("ul").all(route.own.iter().map(item)));
    (!route.own.is_empty()).then_some(all).into()
}

/// The issue with this name, or with a number behind it where the name is
/// taken, by another own one or by one of the catalogue; "My issue" where it has
/// neither letter nor digit.
fn own_issue(library: Library, route: &Route, name: &str, query: &str) -> Option<OwnIssue> {
    let plain = OwnIssue::new(name, query).or_else(|| OwnIssue::new("My issue", query))?;
    // Room is left for the number.
    let stem: String = plain.name().chars().take(56).collect();
    let numbered = (2..1000).filter_map(|number| OwnIssue::new(&format!("{stem} {number}"), query));
    [plain.clone()].into_iter().chain(numbered).find(|issue| {
        let known = &library.corpus().issues;
        route.own_issue(issue.id()).is_none()
            && !known.iter().any(|known| known.name.eq_ignore_ascii_case(issue.name()))
    })
}

/// The view that shows a saved search as the issue that it now is.
fn with_saved(route: &Route, issue: OwnIssue) -> Route {
    route.without_filters().with(|route| {
        route.query.clear();
        route.issues = vec![issue.id().to_owned()];
        route.own.push(issue);
    })
}

/// The whole search as it was answered: its spelling put right, and its last
/// word standing for longer ones where only these were found.
fn query_to_save(library: Library, route: &Route, answer: &Response) -> String {
    let mut asked = route.clone();
    if let Some(better) = answer.suggestion.as_ref().filter(|better| better.applied) {
        asked.query.clone_from(&better.query);
    }
    let whole = whole_query(&asked);
    if !library.passages(&whole).is_empty() || !asked.query.ends_with(char::is_alphanumeric) {
        return whole;
    }
    asked.query.push('*');
    let longer = whole_query(&asked);
    if library.passages(&longer).is_empty() { whole } else { longer }
}

/// Whether `query`, the whole of a search, finds more than the search does: filters
/// for a role and for who speaks are of one voice, fields of a query of the passage.
fn is_wider(library: Library, route: &Route, query: &str) -> bool {
    if route.roles.is_empty() || route.sides.is_empty() && route.speakers.is_empty() {
        return false;
    }
    let narrow = route.with(|route| query.clone_into(&mut route.query));
    library.passages(query).len() > library.search(&library.request(&narrow)).matched_all
}

/// The whole search, filters included, as one query.
pub fn whole_query(route: &Route) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |terms: Vec<String>, joint: &str| match terms.as_slice() {
        [] => {}
        [one] => parts.push(one.clone()),
        many => parts.push(format!("({})", many.join(joint))),
    };
    let words = route.query.trim();
    if !words.is_empty() {
        add(vec![if route.has_filters() { format!("({words})") } else { words.to_owned() }], "");
    }
    let issue =
        |id: &String| route.own_issue(id).map_or_else(|| format!("issue:{id}"), |own| format!("({})", own.query()));
    let joint = if route.issues_match == Match::All { " AND " } else { " OR " };
    add(route.issues.iter().map(issue).collect(), joint);
    for (field, ids) in [
        ("outlet", &route.outlets),
        ("meeting", &route.meetings),
        ("speaker", &route.speakers),
        ("side", &route.sides),
        ("role", &route.roles),
        ("kind", &route.kinds),
    ] {
        add(ids.iter().map(|id| format!("{field}:{id}")).collect(), " OR ");
    }
    let end = |date: Option<summitry_search::query::DateBound>| date.map(|date| date.to_string()).unwrap_or_default();
    if route.from.is_some() || route.to.is_some() {
        add(vec![format!("date:{}..{}", end(route.from), end(route.to))], "");
    }
    parts.join(" ")
}

/// The words of the query without its signs, else the names of the filters.
fn suggested_name(scene: Scene<'_>) -> String {
    let words: Vec<&str> = scene
        .route
        .query
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '-' || letter == '’' || letter == '\''))
        .collect();
    let words: Vec<&str> =
        words.into_iter().map(|word| word.trim_matches('-')).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return list(&chosen(scene.library, scene.route).into_iter().map(|chosen| chosen.name).collect::<Vec<_>>());
    }
    words.join(" ")
}

fn field_in(event: &Event) -> Option<HtmlInputElement> {
    let form = event.target()?.dyn_into::<DomElement>().ok()?;
    form.query_selector("input").ok()??.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, query: &str) {
        let (route, problems) = Route::parse(fragment);
        assert_eq!(problems, []);
        assert_eq!(whole_query(&route), query);
        assert_eq!(parse(query).diagnostics, []);
    }

    #[test]
    fn a_search_with_its_filters_is_one_query() {
        check("#/search?q=missile+shield", "missile shield");
        check("#/search?q=iran+OR+iraq&outlet=bbc", "(iran OR iraq) outlet:bbc");
        check("#/search?issue=iran&issue=iraq", "(issue:iran OR issue:iraq)");
        check("#/search?issue=iran&issue=iraq&issues=all&side=us", "(issue:iran AND issue:iraq) side:us");
        check("#/search?role=expert&role=official&kind=quote", "(role:expert OR role:official) kind:quote");
        check("#/search?from=2001&to=2003-10&q=nato", "(nato) date:2001..2003-10");
        check("#/search?mine=Oil:oil+OR+gas&issue=mine-oil&to=2003", "(oil OR gas) date:..2003");
    }

    #[test]
    fn what_is_saved_finds_what_the_search_found() {
        let library = Library::open().unwrap();
        for (typed, saved) in
            [("afganistan", "afghanistan"), ("ljubl", "ljubl*"), ("missile defence", "missile defence")]
        {
            let (route, _) = Route::parse(&format!("#/search?q={typed}"));
            let answer = library.answer(library.request(&route));
            assert_eq!(query_to_save(library, &route, &answer), saved);
        }
    }

    fn named(route: &Route, name: &str, query: &str) -> Option<OwnIssue> {
        own_issue(Library::open().unwrap(), route, name, query)
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let (route, _) = Route::parse("#/search?mine=Oil:oil&mine=Oil+2:oil");
        assert_eq!(named(&route, "Oil", "gas").unwrap().name(), "Oil 3");
        assert_eq!(named(&route, "?!", "gas").unwrap().name(), "My issue");
        // The catalogue has an issue of this name.
        assert_eq!(named(&route, "nato", "gas").unwrap().name(), "nato 2");
        let long = "o".repeat(80);
        let taken = route.with(|route| route.own.extend(named(route, &long, "oil")));
        assert_eq!(named(&taken, &long, "gas").unwrap().name(), format!("{} 2", "o".repeat(56)));
    }

    #[test]
    fn saving_shows_the_issue_and_keeps_the_others() {
        let (route, _) = Route::parse("#/search?q=gas&outlet=bbc&mine=Oil:oil");
        let saved = with_saved(&route, named(&route, "Gas", &whole_query(&route)).unwrap());
        assert_eq!(saved.href(), "#/search?mine=Oil:oil&mine=Gas:%28gas%29%20outlet%3Abbc&issue=mine-gas");
    }
}
