//! The filters: issues, outlets, meetings, sides and dates, each choice a link
//! with the count of what it would leave.

mod dates;

use leptos::prelude::{Get, Update};
use summitry_search::Response;

use crate::app::Scene;
use crate::node::{Element, el, link, unseen};
use crate::part::{chips, segments};
use crate::route::{Match, Route, toggled};

/// Id and name of a value that can be chosen.
type Choice = (&'static str, &'static str);

/// A filter whose values are ids.
struct Facet<'a> {
    title: &'static str,
    choices: Vec<Choice>,
    counts: &'a [(String, usize)],
    chosen: fn(&mut Route) -> &mut Vec<String>,
}

/// All filters; folded away where the page is narrow until they are opened.
pub fn view(scene: Scene<'_>, answer: &Response) -> Element {
    let corpus = scene.library.corpus();
    let facets = [
        Facet {
            title: "Issue",
            choices: scene.library.issues().iter().map(|issue| (issue.id.as_str(), issue.name.as_str())).collect(),
            counts: &answer.facets.issues,
            chosen: |route| &mut route.issues,
        },
        Facet {
            title: "Outlet",
            choices: corpus.outlets.iter().map(|outlet| (outlet.id.as_str(), outlet.name.as_str())).collect(),
            counts: &answer.facets.outlets,
            chosen: |route| &mut route.outlets,
        },
        Facet {
            title: "Meeting, covered or mentioned",
            choices: corpus.meetings.iter().map(|meeting| (meeting.id.as_str(), meeting.name.as_str())).collect(),
            counts: &answer.facets.meetings,
            chosen: |route| &mut route.meetings,
        },
        Facet {
            title: "Who speaks",
            choices: corpus.sides.iter().map(|side| (side.id.as_str(), side.name.as_str())).collect(),
            counts: &answer.facets.sides,
            chosen: |route| &mut route.sides,
        },
    ];
    let open = scene.filters_open;
    let label = if open.get() { "Hide the filters" } else { "Filter by issue, outlet, meeting, date" };
    let switch = el("button")
        .at("type", "button")
        .class("button filters-switch")
        .at("aria-expanded", open.get().to_string())
        .at("aria-controls", "filters")
        .add(label)
        .on("click", move |_| open.update(|open| *open = !*open));
    let body = el("div")
        .class("filters-body")
        .at("id", "filters")
        .all(facets.iter().filter(|facet| !facet.choices.is_empty()).map(|facet| list(scene, facet)))
        .add(dates::view(scene));
    el("section")
        .class("filters")
        .at("aria-label", "Filters")
        .at("data-open", open.get().to_string())
        .add(switch)
        .add(body)
}

fn list(scene: Scene<'_>, facet: &Facet<'_>) -> Element {
    let options = facet.choices.iter().map(|choice| el("li").add(option(scene, facet, *choice)));
    let several = facet.title == "Issue" && scene.route.issues.len() > 1;
    let head = el("div").class("facet-head").add(el("h2").add(facet.title)).add(several.then(|| any_or_all(scene)));
    el("section").class("facet").at("aria-label", facet.title).add(head).add(el("ul").all(options))
}

fn option(scene: Scene<'_>, facet: &Facet<'_>, (id, name): Choice) -> Element {
    let count = facet.counts.iter().find(|(other, _)| other == id).map_or(0, |(_, count)| *count);
    let mut changed = scene.route.clone();
    let ids = (facet.chosen)(&mut changed);
    let chosen = ids.iter().any(|other| other == id);
    *ids = toggled(ids, id);
    let count_shown = el("span").class("count").add(count.to_string()).add(unseen(" passages"));
    link(changed.href())
        .class("option")
        .current(chosen)
        .flag("data-none", count == 0)
        .add(el("span").add(name))
        .add(" ")
        .add(count_shown)
}

/// Whether a passage must be on any or on all of the chosen issues.
fn any_or_all(scene: Scene<'_>) -> Element {
    let choice = |name, choice| {
        let href = scene.route.with(|route| route.issues_match = choice).href();
        (name, href, scene.route.issues_match == choice)
    };
    segments("Any or all of the issues", [choice("any", Match::Any), choice("all", Match::All)])
}

/// What is chosen, each chip a link that takes it away.
pub fn chosen(scene: Scene<'_>) -> Option<Element> {
    let route = scene.route;
    let corpus = scene.library.corpus();
    let named = |ids: &[String], chosen: fn(&mut Route) -> &mut Vec<String>, name: &dyn Fn(&str) -> Option<String>| {
        let without = |id: &String| {
            route.with(|route| {
                let ids = chosen(route);
                *ids = toggled(ids, id);
            })
        };
        ids.iter().map(|id| (name(id).unwrap_or_else(|| id.clone()), without(id))).collect::<Vec<_>>()
    };
    let mut all = named(&route.issues, |route| &mut route.issues, &|id| Some(scene.library.issue(id)?.name.clone()));
    all.extend(named(&route.outlets, |route| &mut route.outlets, &|id| Some(corpus.outlet(id)?.name.clone())));
    all.extend(named(&route.meetings, |route| &mut route.meetings, &|id| Some(corpus.meeting(id)?.name.clone())));
    let speaks = |id: &str| Some(format!("Speaks: {}", corpus.side(id)?.name));
    all.extend(named(&route.sides, |route| &mut route.sides, &speaks));
    all.extend(route.from.map(|from| (format!("From {from}"), route.with(|route| route.from = None))));
    all.extend(route.to.map(|to| (format!("To {to}"), route.with(|route| route.to = None))));
    chips("Chosen filters", all, Some(route.without_filters().href()))
}
