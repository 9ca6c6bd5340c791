//! From when to when.

use leptos::prelude::{Get, RwSignal, Set};
use summitry_search::query::DateBound;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::node::{Element, Node, el};
use crate::page::search::room::Room;
use crate::route::Route;

/// The start and the end of the dates, each a field.
pub fn view(room: Room) -> Element {
    let fields = el("div").class("date-range").add(field(room, "from", "From", |route| &mut route.from)).add(field(
        room,
        "to",
        "To",
        |route| &mut route.to,
    ));
    el("section")
        .class("facet")
        .at("aria-label", "Date")
        .add(el("div").class("facet-head").add(el("h2").add("Date")))
        .add(fields)
        .add(el("p").class("fine").add("As 2001, 2001-10 or 2001-10-21."))
}

/// One end of the dates, of a route that can be changed.
type End = fn(&mut Route) -> &mut Option<DateBound>;

fn field(room: Room, id: &'static str, label: &'static str, end: End) -> Node {
    let navigation = room.context.navigation;
    // Where something else than a date was written: the date of the route then.
    // Beside another date it is over.
    let wrong_beside = RwSignal::new(None::<Option<DateBound>>);
    room.settled(move |scene, _| {
        let date = *end(&mut scene.route.clone());
        let wrong = wrong_beside.get() == Some(date);
        let changed = move |event: web_sys::Event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let text = field.map(|field| field.value()).unwrap_or_default();
            let written = DateBound::parse(text.trim());
            let wrong = written.is_none() && !text.trim().is_empty();
            wrong_beside.set(wrong.then_some(date));
            if !wrong {
                navigation.go(&navigation.route_now().with(|route| *end(route) = written));
            }
        };
        let complaint_id = [id, "-wrong"].concat();
        let input = el("input")
            .at("id", id)
            .at("size", "10")
            .at("autocomplete", "off")
            .maybe("aria-invalid", wrong.then_some("true"))
            .maybe("aria-describedby", wrong.then(|| complaint_id.clone()))
            .value(date.map(|date| date.to_string()).unwrap_or_default())
            .on("change", changed);
        let complaint = "Not a date. Write 2001, 2001-10 or 2001-10-21.";
        let complaint = wrong.then(|| el("p").at("id", complaint_id).at("role", "alert").add(complaint));
        el("div").add(el("label").at("for", id).add(label)).add(input).add(complaint)
    })
}
