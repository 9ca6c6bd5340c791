//! The workshop: a collection of the visitor's own articles, brought in,
//! checked, used in all rooms and taken away, without a server or a compiler.
//!
//! Invariant: the room shows what the core answers and sends it what is to be
//! done; it cleans, checks and packs nothing by itself.

mod article;
mod bring;
mod catalogue;
mod draft;
mod export;
mod facts;
mod files;
mod form;
mod issues;
mod keep;
mod list;
mod messages;
mod reply;
mod report;
mod roles;
mod sets;
mod state;
mod voices;

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Scene;
use crate::node::{Element, Node, el, link, live, unseen};
use crate::page::workshop::form::button;
use crate::route::{Page, Route};
use crate::wording::count;

use draft::{TITLE, committed};
use state::Signals;

thread_local! {
    /// The title of the collection that was looked for last.
    static LOOKED_FOR: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The places of the workshop: how links and visitors call them.
const PLACES: [(&str, &str); 5] = [
    ("", "Articles"),
    ("names", "Outlets and people"),
    ("issues", "Issues"),
    ("catalogue", "Catalogue"),
    ("take", "Use and save"),
];

/// What stands before the file's name in the place where an article is checked.
const ARTICLE: &str = "article/";

/// The page at one of its places.
pub fn view(scene: Scene<'_>, place: &str) -> Node {
    let workshop = Signals::opened();
    let content = match place {
        "" => el("div").add(carried(workshop)).add(bring::view(workshop)).add(list::view(scene, workshop)),
        "names" => sets::view(workshop),
        "issues" => issues::view(workshop),
        "catalogue" => catalogue::view(workshop),
        "take" => export::view(scene, workshop),
        place => match place.strip_prefix(ARTICLE) {
            Some(file) => article::view(scene, workshop, file),
            None => {
                el("p").add("The workshop has no such place. ").add(link(to(scene, "").href()).add("To the articles"))
            }
        },
    };
    el("div")
        .class("workshop")
        .add(head(scene, workshop))
        .add(places(scene, place))
        .add(messages::view(workshop))
        .add(content.key(place.to_owned()))
        .into()
}

/// Looks on the device for the visitor's own collection to which the address leads,
/// once for each.
pub fn resume(scene: Scene<'_>) {
    let navigation = scene.navigation;
    let Some(title) = navigation.wanted_collection() else { return };
    let is_new = LOOKED_FOR.with_borrow_mut(|last| {
        *last != title && {
            last.clone_from(&title);
            true
        }
    });
    if is_new {
        spawn_local(async move { keep::resume(navigation, title).await });
    }
}

/// The collection of the page, as long as the workshop has none.
fn carried(workshop: Signals) -> Node {
    live(move || {
        let empty = workshop.state.with(|state| state.reports.is_empty() && state.catalogue.is_empty());
        let open = (empty && workshop.ready.get()).then(|| export::of_this_page(workshop)).flatten();
        open.map(|open| {
            let about = "This page carries the articles that it shows, as they were brought in, with all corrections. ";
            el("p").class("carried").add(about).add(open)
        })
    })
}

/// The route to a place of the workshop.
fn to(scene: Scene<'_>, place: &str) -> Route {
    scene.route.elsewhere(Page::Workshop(place.to_owned()))
}

/// The name of the collection, how far it is, and what can be done from everywhere.
fn head(scene: Scene<'_>, workshop: Signals) -> Element {
    let (take, navigation) = (to(scene, "take").href(), scene.navigation);
    let name = live(move || {
        let begun = workshop.state.with(|state| !state.reports.is_empty() || !state.catalogue.is_empty());
        begun.then(|| {
            el("label").class("collection-name").add(el("span").add("Name of the collection")).add(committed(
                el("input").at("maxlength", "200").at("placeholder", "Untitled"),
                workshop,
                TITLE,
            ))
        })
    });
    let tools = live(move || {
        let (undo, redo, begun) = workshop
            .state
            .with(|state| (state.undo.clone(), state.redo.clone(), state.reports.iter().any(|report| report.taken)));
        let take = take.clone();
        let shown = begun || undo.is_some() || redo.is_some();
        shown.then(move || {
            el("div")
                .class("workshop-tools")
                .add(step("Undo", undo, move || workshop.undo()))
                .add(step("Redo", redo, move || workshop.redo()))
                .add(
                    button("Use this collection", move || export::use_it(workshop, navigation))
                        .flag("disabled", !begun),
                )
                .add(
                    el("p")
                        .class("fine")
                        .add(keep::told(workshop))
                        .add(" ")
                        .add(saved(workshop))
                        .add(" ")
                        .add(link(take).add("Save it")),
                )
        })
    });
    el("header")
        .class("workshop-head")
        .add(el("h1").add("Workshop"))
        .add(live(move || lede(workshop)))
        .add(name)
        .add(tools)
}

/// A button that takes a step back or makes it again; which one, it says.
fn step(name: &'static str, step: Option<String>, press: impl Fn() + 'static) -> Element {
    let words = step.clone().unwrap_or_default();
    let of = step.as_ref().map(|step| unseen(format!(" {step}")));
    button(name, press).flag("disabled", step.is_none()).maybe("title", (!words.is_empty()).then_some(words)).add(of)
}

/// What the workshop is, as long as it is empty; then how much is in it.
fn lede(workshop: Signals) -> Element {
    let (articles, passages) = workshop.state.with(|state| {
        let taken = state.reports.iter().filter(|report| report.taken);
        taken.fold((0, 0), |(articles, passages), report| (articles + 1, passages + report.passages as usize))
    });
    if articles > 0 {
        let text =
            format!("{} with {}.", count(articles, "article", "articles"), count(passages, "passage", "passages"));
        return el("p").class("lede").add(text);
    }
    el("p")
        .class("lede")
        .add("Bring in articles of your own: saved pages, text files, or text that you paste. ")
        .add("The workshop cleans them, finds out outlet, headline and date, and you correct what it got wrong. ")
        .add("Then search and compare them here, and save everything as one web page for your class. Nothing leaves this device.")
}

/// Whether the newest state has been saved to a file.
fn saved(workshop: Signals) -> &'static str {
    let revision = workshop.state.with(|state| state.revision);
    match workshop.saved.get() {
        Some(saved) if saved == revision => "Saved to a file.",
        Some(_) => "Changed since it was saved to a file.",
        None => "Not saved to a file yet.",
    }
}

/// The places, as links.
fn places(scene: Scene<'_>, place: &str) -> Element {
    let here = if place.starts_with(ARTICLE) { "" } else { place };
    let entries = PLACES.map(|(path, name)| {
        let there = (path == here).then_some("page");
        el("li").add(link(to(scene, path).href()).maybe("aria-current", there).add(name))
    });
    el("nav").class("places").at("aria-label", "Workshop").add(el("ul").all(entries))
}
