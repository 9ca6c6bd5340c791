//! The search box, how the query was understood, and what of it was not.

use summitry_search::Response;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use crate::app::Scene;
use crate::navigation::Navigation;
use crate::node::{Element, Node, el, link};
use crate::route::Page;
use crate::wording::emphasised;

/// The box and what is said about the query.
pub fn view(scene: Scene<'_>, answer: &Response) -> Element {
    let query = &scene.route.query;
    let navigation = scene.navigation;
    let clear = el("button")
        .at("type", "button")
        .class("clear")
        .add("Clear")
        .on("click", move |event| emptied(navigation, &event));
    let form = el("form")
        .class("search-form")
        .at("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            navigation.commit();
        })
        .add(field(scene))
        .add((!query.is_empty()).then_some(clear));
    let said = if query.trim().is_empty() { vec![hint(scene)] } else { said(scene, answer) };
    el("div").add(form).all(said)
}

fn field(scene: Scene<'_>) -> Element {
    let navigation = scene.navigation;
    el("input")
        .class("search-box")
        .at("type", "search")
        .at("role", "searchbox")
        .at("aria-label", "Search the articles")
        .at("aria-describedby", "reading")
        .at("placeholder", "Words, or a “phrase in quotes”")
        .at("autocomplete", "off")
        .at("autocapitalize", "off")
        .at("spellcheck", "false")
        .at("enterkeyhint", "search")
        .holding(scene.route.query.clone())
        .on("input", move |event| {
            let text = input(&event).map(|field| field.value()).unwrap_or_default();
            navigation.retype(|route| route.query = text);
        })
        .on("change", move |_| navigation.commit())
        .on("keydown", move |event| {
            let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if escape && input(&event).is_some_and(|field| !field.value().is_empty()) {
                event.prevent_default();
                navigation.retype(|route| route.query.clear());
            }
        })
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Empties the box as a step of its own in the history, and goes back to it.
fn emptied(navigation: Navigation, event: &Event) {
    navigation.commit();
    navigation.retype(|route| route.query.clear());
    navigation.commit();
    let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let form = button.and_then(|button| button.parent_element());
    let field = form.and_then(|form| form.query_selector("input").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
    }
}

fn hint(scene: Scene<'_>) -> Node {
    let help = link(scene.route.elsewhere(Page::Help).href()).add("All that you can type");
    el("p")
        .class("fine search-hint")
        .at("id", "reading")
        .add("Quotation marks keep words together, a minus leaves a word out: ")
        .add(el("code").add("iran -iraq"))
        .add(". ")
        .add(help)
        .into()
}

/// The plain-words reading, a better spelling where there is one, and what of
/// the query could not be taken as it stands.
fn said(scene: Scene<'_>, answer: &Response) -> Vec<Node> {
    let reading = el("p").class("fine reading").at("id", "reading").all(set_apart(&answer.reading));
    let better = answer.suggestion.as_ref().map(|better| {
        let href = scene.route.with(|route| route.query.clone_from(&better.query)).href();
        let offer = (!better.applied).then(|| link(href).add(better.query.clone()));
        el("p").class("fine").all(set_apart(&better.message)).add(" ").add(offer)
    });
    let complaints = answer.diagnostics.iter().map(|found| {
        let place = found.range.of(&scene.route.query).to_owned();
        let place = (!place.is_empty()).then(|| el("code").add(place));
        el("li").add(place).add(" ").add(found.message.clone()).add(" ").add(found.remedy.clone())
    });
    let complaints = (!answer.diagnostics.is_empty())
        .then(|| el("div").at("role", "status").add(el("ul").class("fine diagnostics").all(complaints)));
    vec![reading.into(), better.into(), complaints.into()]
}

/// A sentence, its words of the query set apart.
fn set_apart(sentence: &str) -> impl Iterator<Item = Node> + use<> {
    emphasised(sentence).into_iter().map(|(text, apart)| if apart { el("em").add(text).into() } else { text.into() })
}
