//! The filters: issues, outlets, meetings, years, speakers, sides, kinds and
//! dates, each choice a link with the count of what it would leave.

mod dates;

use leptos::prelude::{ArcMemo, Get, RwSignal, Set, Update};
use summitry_search::Response;
use summitry_search::query::DateBound;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::app::Scene;
use crate::component::segments;
use crate::library::{KINDS, ROLES};
use crate::node::{Element, Node, el, keyed, link, live, tidy};
use crate::page::search::focus;
use crate::page::search::own;
use crate::page::search::room::{Room, is_asked};
use crate::route::{Match, Route, toggled};
use crate::wording::count;

/// How many people are listed before the others are folded away.
const SHORT: usize = 8;

/// A value that can be chosen or taken away again.
struct Choice {
    name: String,
    /// How many passages it would leave.
    count: usize,
    chosen: bool,
    href: String,
}

/// The list of ids of a filter, of a route that can be changed.
type Ids = fn(&mut Route) -> &mut Vec<String>;

/// All filters; folded away where the page is narrow until they are opened, and
/// not made before.
pub fn view(room: Room) -> Node {
    let open = RwSignal::new(false);
    live(move || {
        el("section")
            .class("filters")
            .at("aria-label", "Filters")
            .at("data-open", open.get().to_string())
            .add(switch(open))
            .add(keyed("body", move || body(room, open)))
    })
}

fn switch(open: RwSignal<bool>) -> Element {
    el("button")
        .at("type", "button")
        .class("button filters-switch")
        .at("aria-expanded", open.get().to_string())
        .at("aria-controls", "filters")
        .add(if open.get() { "Hide the filters" } else { "Filter by issue, outlet, meeting, date" })
        .on("click", move |_| open.update(|open| *open = !*open))
}

fn body(room: Room, open: RwSignal<bool>) -> Element {
    let wide = room.context.wide;
    let wanted = move |before: Option<&bool>| before == Some(&true) || open.get() || wide.get();
    let wanted = tidy(ArcMemo::new(wanted));
    let filters = move |scene: Scene<'_>, answer: &Response| {
        el("div")
            .on("keydown", press_option)
            .all(facets(scene, answer))
            .add(keyed("dates", move || dates::view(room)))
            .add((!wide.get()).then(|| done(scene, answer, open)))
    };
    el("div").class("filters-body").at("id", "filters").add(live(move || wanted.get().then(|| room.settled(filters))))
}

/// Space chooses, as in a box that one ticks.
fn press_option(event: Event) {
    let space = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ");
    let option = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if let Some(option) = option.filter(|option| space && option.class_list().contains("option")) {
        event.prevent_default();
        option.click();
    }
}

/// Where the filters hide the results: how many there are, and the way to them.
fn done(scene: Scene<'_>, answer: &Response, open: RwSignal<bool>) -> Element {
    el("button")
        .at("type", "button")
        .class("button filters-done")
        .add(match is_asked(scene.route) {
            true => format!("Show {}", count(answer.total, "passage", "passages")),
            false => "Close the filters".to_owned(),
        })
        .on("click", move |_| {
            open.set(false);
            focus::found();
        })
}

fn facets(scene: Scene<'_>, answer: &Response) -> Vec<Node> {
    let (corpus, counts) = (scene.library.corpus(), &answer.facets);
    let issues = scene.library.issues().iter().map(|issue| (issue.id.as_str(), issue.name.as_str()));
    let outlets = corpus.outlets.iter().map(|outlet| (outlet.id.as_str(), outlet.name.as_str()));
    let meetings = corpus.meetings.iter().map(|meeting| (meeting.id.as_str(), meeting.name.as_str()));
    let sides = corpus.sides.iter().map(|side| (side.id.as_str(), side.name.as_str()));
    let people = counts.speakers.iter().filter_map(|(id, _)| corpus.person(id));
    let people = people.map(|person| (person.id.as_str(), person.name.as_str()));
    let several = scene.route.issues.len() > 1;
    let issue = facet(
        "Issue",
        true,
        choices(scene, "issue", &mut issues.into_iter(), &counts.issues, |route| &mut route.issues),
    );
    vec![
        issue.map(|facet| facet.add(several.then(|| any_or_all(scene))).add(own::view(scene))).into(),
        facet(
            "Outlet",
            true,
            choices(scene, "outlet", &mut outlets.into_iter(), &counts.outlets, |route| &mut route.outlets),
        )
        .into(),
        facet(
            "Meeting, covered or mentioned",
            false,
            choices(scene, "meeting", &mut meetings.into_iter(), &counts.meetings, |route| &mut route.meetings),
        )
        .into(),
        facet("Year", false, years(scene, &counts.years)).into(),
        facet(
            "Who speaks",
            false,
            choices(scene, "person", &mut people.into_iter(), &counts.speakers, |route| &mut route.speakers),
        )
        .into(),
        facet(
            "Side that speaks",
            false,
            choices(scene, "", &mut sides.into_iter(), &counts.sides, |route| &mut route.sides),
        )
        .into(),
        facet(
            "Role of the speaker",
            false,
            choices(scene, "", &mut ROLES.iter().copied(), &counts.roles, |route| &mut route.roles),
        )
        .into(),
        facet(
            "Kind of passage",
            false,
            choices(scene, "", &mut KINDS.iter().copied(), &counts.kinds, |route| &mut route.kinds),
        )
        .into(),
    ]
}

/// The values of a filter whose values are ids, of things of this kind.
fn choices(
    scene: Scene<'_>,
    kind: &'static str,
    values: &mut dyn Iterator<Item = (&'static str, &'static str)>,
    counts: &[(String, usize)],
    ids: Ids,
) -> Vec<Choice> {
    let choice = |(id, name): (&'static str, &'static str)| {
        let mut changed = scene.route.clone();
        let list = ids(&mut changed);
        let chosen = list.iter().any(|other| other == id);
        *list = toggled(list, id);
        let count = counts.iter().find(|(other, _)| other == id).map_or(0, |(_, count)| *count);
        Choice { name: [name, scene.library.yours(kind, id)].concat(), count, chosen, href: changed.href() }
    };
    values.map(choice).collect()
}

/// The years; choosing one is choosing its dates.
fn years(scene: Scene<'_>, counts: &[(i16, usize)]) -> Vec<Choice> {
    let choice = |(year, count): &(i16, usize)| {
        let name = year.to_string();
        let bound = DateBound::parse(&name);
        let chosen = bound.is_some() && (scene.route.from, scene.route.to) == (bound, bound);
        let end = bound.filter(|_| !chosen);
        let href = scene.route.with(|route| (route.from, route.to) = (end, end)).href();
        Choice { name, count: *count, chosen, href }
    };
    counts.iter().map(choice).collect()
}

/// A filter that can be folded: open at first when it is `open` or something
/// of it is chosen. Nothing when it has no values.
fn facet(title: &'static str, open: bool, choices: Vec<Choice>) -> Option<Element> {
    if choices.is_empty() {
        return None;
    }
    let open = open || choices.iter().any(|choice| choice.chosen);
    let long = title == "Who speaks" && choices.len() > SHORT + 2;
    let mut items: Vec<Element> = choices.into_iter().map(|choice| el("li").add(option(choice))).collect();
    let rest = if long { items.split_off(SHORT) } else { Vec::new() };
    let rest = long.then(|| {
        el("details").class("more").add(el("summary").add(format!("{} more", rest.len()))).add(el("ul").all(rest))
    });
    let body =
        el("details").flag("open", open).add(el("summary").add(el("h2").add(title))).add(el("ul").all(items)).add(rest);
    // Of the years one is chosen, or a span of dates.
    Some(el("section").class("facet").flag("data-one", title == "Year").at("aria-label", title).add(body))
}

fn option(choice: Choice) -> Element {
    let passages = if choice.count == 1 { "passage" } else { "passages" };
    let name = format!("{} {} {passages}", choice.name, choice.count);
    link(choice.href)
        .class("option")
        .at("aria-label", name)
        .current(choice.chosen)
        .flag("data-none", choice.count == 0)
        .add(el("span").add(choice.name))
        .add(" ")
        .add(el("span").class("count").add(choice.count.to_string()))
}

/// Whether a passage must be on any or on all of the chosen issues.
fn any_or_all(scene: Scene<'_>) -> Element {
    let choice = |name, choice| {
        let href = scene.route.with(|route| route.issues_match = choice).href();
        (name, href, scene.route.issues_match == choice)
    };
    segments("Any or all of the issues", [choice("any", Match::Any), choice("all", Match::All)])
}
