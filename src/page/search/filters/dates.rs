//! From when to when.

use leptos::prelude::{Get, Update, UpdateUntracked};
use summitry_search::query::DateBound;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::app::Scene;
use crate::node::{Element, el};
use crate::route::Route;

/// The start and the end of the dates, each a field.
pub fn view(scene: Scene<'_>) -> Element {
    let fields = el("div")
        .class("date-range")
        .add(field(scene, 0, "From", scene.route.from, |route, date| route.from = date))
        .add(field(scene, 1, "To", scene.route.to, |route, date| route.to = date));
    el("section")
        .class("facet")
        .at("aria-label", "Date")
        .add(el("div").class("facet-head").add(el("h2").add("Date")))
        .add(fields)
        .add(el("p").class("fine").add("As 2001, 2001-10 or 2001-10-21."))
}

fn field(
    scene: Scene<'_>,
    place: usize,
    label: &'static str,
    date: Option<DateBound>,
    set: fn(&mut Route, Option<DateBound>),
) -> Element {
    let (navigation, wrong_dates) = (scene.navigation, scene.wrong_dates);
    let wrong = wrong_dates.get().get(place).copied().flatten() == Some(date);
    if !wrong {
        // What is no longer beside the date that it was written for is over.
        wrong_dates.update_untracked(|all| all.iter_mut().skip(place).take(1).for_each(|slot| *slot = None));
    }
    let changed = move |event: web_sys::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let text = field.map(|field| field.value()).unwrap_or_default();
        let written = DateBound::parse(text.trim());
        let wrong = written.is_none() && !text.trim().is_empty();
        wrong_dates.update(|all| all.iter_mut().skip(place).take(1).for_each(|slot| *slot = wrong.then_some(date)));
        if !wrong {
            navigation.go(&navigation.route_now().with(|route| set(route, written)));
        }
    };
    let (id, complaint_id) = if place == 0 { ("from", "from-wrong") } else { ("to", "to-wrong") };
    let input = el("input")
        .at("id", id)
        .at("size", "10")
        .at("autocomplete", "off")
        .maybe("aria-invalid", wrong.then_some("true"))
        .maybe("aria-describedby", wrong.then_some(complaint_id))
        .value(date.map(|date| date.to_string()).unwrap_or_default())
        .on("change", changed);
    let complaint = "Not a date. Write 2001, 2001-10 or 2001-10-21.";
    let complaint = wrong.then(|| el("p").at("id", complaint_id).at("role", "alert").add(complaint));
    el("div").add(el("label").at("for", id).add(label)).add(input).add(complaint)
}
