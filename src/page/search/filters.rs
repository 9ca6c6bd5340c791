//! The filters: issues, outlets, meetings, sides and dates, each choice a link
//! with the count of what it would leave.

use leptos::ev;
use leptos::prelude::*;
use summitry_search::Facets;
use summitry_search::query::DateBound;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page::search::Answer;
use crate::route::{Match, Route, toggled};

/// One value that can be chosen.
#[derive(Clone)]
struct Choice {
    id: String,
    name: String,
}

/// A filter whose values are ids.
#[derive(Clone, Copy)]
struct Facet {
    title: &'static str,
    chosen: fn(&Route) -> &Vec<String>,
    change: fn(&mut Route) -> &mut Vec<String>,
    counts: fn(&Facets) -> &Vec<(String, usize)>,
}

const ISSUES: Facet = Facet {
    title: "Issue",
    chosen: |route| &route.issues,
    change: |route| &mut route.issues,
    counts: |facets| &facets.issues,
};
const OUTLETS: Facet = Facet {
    title: "Outlet",
    chosen: |route| &route.outlets,
    change: |route| &mut route.outlets,
    counts: |facets| &facets.outlets,
};
const MEETINGS: Facet = Facet {
    title: "Meeting, covered or mentioned",
    chosen: |route| &route.meetings,
    change: |route| &mut route.meetings,
    counts: |facets| &facets.meetings,
};
const SIDES: Facet = Facet {
    title: "Who speaks",
    chosen: |route| &route.sides,
    change: |route| &mut route.sides,
    counts: |facets| &facets.sides,
};

/// All filters; folded away where the page is narrow until they are opened.
#[component]
pub fn Filters(
    /// The answer whose counts are shown.
    answer: Answer,
) -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let open = RwSignal::new(false);
    let issues = corpus.issues.iter().map(|issue| Choice { id: issue.id.to_string(), name: issue.name.clone() });
    let outlets = corpus.outlets.iter().map(|outlet| Choice { id: outlet.id.to_string(), name: outlet.name.clone() });
    let meetings =
        corpus.meetings.iter().map(|meeting| Choice { id: meeting.id.to_string(), name: meeting.name.clone() });
    let sides = corpus.sides.iter().map(|side| Choice { id: side.id.to_string(), name: side.name.clone() });
    let (issues, outlets, meetings, sides) = (
        issues.collect::<Vec<_>>(),
        outlets.collect::<Vec<_>>(),
        meetings.collect::<Vec<_>>(),
        sides.collect::<Vec<_>>(),
    );
    view! {
        <section class="filters" aria-label="Filters" data-open=move || open.get().to_string()>
            <button type="button" class="button filters-switch" aria-expanded=move || open.get().to_string() aria-controls="filters" on:click=move |_| open.update(|open| *open = !*open)>
                {move || if open.get() { "Hide the filters" } else { "Filter by issue, outlet, meeting, date" }}
            </button>
            <div id="filters" class="filters-body">
                <FacetList facet=ISSUES choices=issues answer/>
                <FacetList facet=OUTLETS choices=outlets answer/>
                <FacetList facet=MEETINGS choices=meetings answer/>
                <FacetList facet=SIDES choices=sides answer/>
                <Dates/>
            </div>
        </section>
    }
}

#[component]
fn FacetList(facet: Facet, choices: Vec<Choice>, answer: Answer) -> impl IntoView {
    if choices.is_empty() {
        return None;
    }
    let several = facet.title == ISSUES.title;
    let options = choices.into_iter().map(|choice| view! { <li><Option choice facet answer/></li> }).collect_view();
    Some(view! {
        <section class="facet" aria-label=facet.title>
            <div class="facet-head">
                <h2>{facet.title}</h2>
                {several.then(|| view! { <AnyOrAll/> })}
            </div>
            <ul>{options}</ul>
        </section>
    })
}

#[component]
fn Option(choice: Choice, facet: Facet, answer: Answer) -> impl IntoView {
    let navigation = Navigation::get();
    let Choice { id, name } = choice;
    let (here, counted) = (id.clone(), id.clone());
    let chosen = move || navigation.with(|route| (facet.chosen)(route).contains(&here));
    let count = Memo::new(move |_| {
        answer.with(|answer| {
            (facet.counts)(&answer.facets).iter().find(|(other, _)| *other == counted).map_or(0, |(_, count)| *count)
        })
    });
    let href = move || {
        navigation.href(|route| {
            let ids = toggled((facet.chosen)(route), &id);
            *(facet.change)(route) = ids;
        })
    };
    view! {
        <a class="option" href=href aria-current=move || chosen().then_some("true") data-none=move || (count.get() == 0).then_some("")>
            <span>{name}</span>
            " "
            <span class="count">{move || count.get()}<span class="visually-hidden">" passages"</span></span>
        </a>
    }
}

/// Whether a passage must be on any or on all of the chosen issues; offered
/// once there are two.
#[component]
fn AnyOrAll() -> impl IntoView {
    let navigation = Navigation::get();
    let link = move |choice: Match, name: &'static str| {
        view! {
            <a
                class="button"
                href=move || navigation.href(|route| route.issues_match = choice)
                aria-current=move || navigation.with(|route| route.issues_match == choice).then_some("true")
            >
                {name}
            </a>
        }
    };
    view! {
        <Show when=move || { navigation.with(|route| route.issues.len() > 1) }>
            <span class="segments">{link(Match::Any, "any")} {link(Match::All, "all")}</span>
        </Show>
    }
}

/// From when to when.
#[component]
fn Dates() -> impl IntoView {
    view! {
        <section class="facet" aria-label="Date">
            <div class="facet-head"><h2>"Date"</h2></div>
            <div class="date-range">
                <DateField label="From" get=|route| route.from set=|route, date| route.from = date/>
                <DateField label="To" get=|route| route.to set=|route, date| route.to = date/>
            </div>
            <p class="fine">"A year, a month or a day: 2001, 2001-10, 2001-10-21."</p>
        </section>
    }
}

#[component]
fn DateField(
    label: &'static str,
    get: fn(&Route) -> core::option::Option<DateBound>,
    set: fn(&mut Route, core::option::Option<DateBound>),
) -> impl IntoView {
    let navigation = Navigation::get();
    let wrong = RwSignal::new(false);
    let changed = move |event: ev::Event| {
        let text = event_target_value(&event);
        let date = DateBound::parse(text.trim());
        wrong.set(date.is_none() && !text.trim().is_empty());
        if !wrong.get_untracked() {
            let mut route = navigation.route_now();
            set(&mut route, date);
            navigation.go(&route);
        }
    };
    view! {
        <label>
            {label}
            <input
                inputmode="numeric"
                size="10"
                autocomplete="off"
                prop:value=move || navigation.with(get).map(|date| date.to_string()).unwrap_or_default()
                aria-invalid=move || wrong.get().then_some("true")
                on:change=changed
            />
            <Show when=move || wrong.get()>
                <span role="alert">"Not a date. Write 2001, 2001-10 or 2001-10-21."</span>
            </Show>
        </label>
    }
}

/// What is chosen, each chip a link that takes it away.
#[component]
pub fn Chips() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    move || {
        let route = navigation.route();
        let chips = chips(library, &route);
        (!chips.is_empty()).then(|| {
            let many = chips.len() > 1;
            let links = chips
                .into_iter()
                .map(|(name, without)| view! { <li><a href=without.href()><span class="visually-hidden">"Without "</span>{name}</a></li> })
                .collect_view();
            let all = many.then(|| view! { <li><a class="clear-all" href=route.without_filters().href()>"Remove all filters"</a></li> });
            view! { <ul class="chips" aria-label="Chosen filters">{links}{all}</ul> }
        })
    }
}

/// Each chosen filter's name and the route without it.
fn chips(library: Library, route: &Route) -> Vec<(String, Route)> {
    let corpus = library.corpus();
    let mut chips = Vec::new();
    let mut add = |name: String, remove: &dyn Fn(&mut Route)| {
        let mut without = route.clone();
        remove(&mut without);
        chips.push((name, without));
    };
    for id in &route.issues {
        let name = corpus.issue(id).map_or(id.clone(), |issue| issue.name.clone());
        add(name, &|route| route.issues = toggled(&route.issues, id));
    }
    for id in &route.outlets {
        let name = corpus.outlet(id).map_or(id.clone(), |outlet| outlet.name.clone());
        add(name, &|route| route.outlets = toggled(&route.outlets, id));
    }
    for id in &route.meetings {
        let name = corpus.meeting(id).map_or(id.clone(), |meeting| meeting.name.clone());
        add(name, &|route| route.meetings = toggled(&route.meetings, id));
    }
    for id in &route.sides {
        let name = corpus.side(id).map_or(id.clone(), |side| side.name.clone());
        add(format!("Speaks: {name}"), &|route| route.sides = toggled(&route.sides, id));
    }
    if let Some(from) = route.from {
        add(format!("From {from}"), &|route| route.from = None);
    }
    if let Some(to) = route.to {
        add(format!("To {to}"), &|route| route.to = None);
    }
    chips
}
