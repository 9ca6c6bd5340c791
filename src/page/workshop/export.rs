//! Using the collection in all rooms, and taking it away: as the folder that it
//! is, or as a page that holds it.
//!
//! Invariant: what is saved holds all that the workshop has, and the page says
//! whether the newest state has been saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::draft::{self, DESCRIPTION, committed};
use super::files::{chosen, read};
use super::form::button;
use super::keep;
use super::reply::Done;
use super::state::Signals;
use crate::app::Scene;
use crate::component::announce;
use crate::download::download;
use crate::library::Library;
use crate::navigation::Navigation;
use crate::node::{Element, el, link, live};
use crate::page::workshop::to;
use crate::route::Page;
use crate::workshop::template;

/// The place where a collection is used, saved and opened.
pub fn view(scene: Scene<'_>, workshop: Signals) -> Element {
    el("div")
        .class("take-page")
        .add(using(scene, workshop))
        .add(saving(workshop))
        .add(keep::view(workshop))
        .add(describing(workshop))
        .add(opening(scene, workshop))
}

fn using(scene: Scene<'_>, workshop: Signals) -> Element {
    let (search, compare) = (scene.route.elsewhere(Page::Search).href(), scene.route.elsewhere(Page::Compare).href());
    let (own, beside, navigation) = (scene.library.is_own(), scene.library.is_beside(), scene.navigation);
    let told = live(move || {
        let (shown, now) = (workshop.used.get(), workshop.state.with(|state| state.revision));
        let text = match shown {
            _ if !own => "The rooms show the collection of this page.",
            Some(shown) if shown == now && beside => "The rooms show your collection beside the articles of this page.",
            Some(shown) if shown == now => "The rooms show your collection.",
            _ => "The rooms show your collection as it was before your last changes.",
        };
        el("p").add(text)
    });
    let ways = own.then(|| {
        el("p")
            .class("choices")
            .add(link(search).class("button").add("Search it"))
            .add(link(compare).class("button").add("Compare its articles"))
            .add(button("Back to the collection of this page", move || back(workshop, navigation)))
    });
    el("section")
        .at("aria-label", "Use")
        .add(el("h2").add("Use it here"))
        .add(told)
        .add(
            el("p")
                .class("choices")
                .add(button("Use this collection", move || use_it(workshop, navigation)))
                .add(button("Use it beside the articles of this page", move || use_beside(workshop, navigation))),
        )
        .add(
            el("p")
                .class("fine")
                .add("A link to it works only where it is open: give the page or the folder along with the link."),
        )
        .add(ways)
}

/// Shows the collection in all rooms.
pub fn use_it(workshop: Signals, navigation: Navigation) {
    show(workshop, navigation, None, "Your collection now stands in all rooms: search, compare and read it.");
}

/// Shows the collection in all rooms together with the page's own.
fn use_beside(workshop: Signals, navigation: Navigation) {
    show(
        workshop,
        navigation,
        Some(Library::packed()),
        "Your collection now stands in all rooms beside the articles of this page. Yours are marked “yours”.",
    );
}

/// Shows the collection, beside another one where that is given.
fn show(workshop: Signals, navigation: Navigation, beside: Option<Vec<u8>>, done: &'static str) {
    spawn_local(async move {
        workshop.busy.set(true);
        let revision = workshop.state.with_untracked(|state| state.revision);
        let request = json!({ "op": "pack", "beside": beside.is_some() });
        if let Some((packed, Some(bytes))) = workshop.ask::<Done>(request, beside).await {
            match Library::bring(&bytes, &packed.title, packed.own) {
                Ok(library) => {
                    navigation.exchange(library);
                    library.prepare_in_turns();
                    workshop.used.set(Some(revision));
                    workshop.tell(done);
                }
                Err(error) => workshop.tell_wrong(error.to_string()),
            }
        }
        workshop.busy.set(false);
    });
}

/// Shows the collection to which the address leads, alone or beside the page's,
/// whichever has what the address names.
pub async fn show_for_address(workshop: Signals, navigation: Navigation) {
    let revision = workshop.state.with_untracked(|state| state.revision);
    let mut best: Option<(usize, Library)> = None;
    for beside in [None, Some(Library::packed())] {
        let request = json!({ "op": "pack", "beside": beside.is_some() });
        let packed = workshop.ask::<Done>(request, beside).await;
        let Some((packed, Some(bytes))) = packed else { return };
        let Ok(library) = Library::bring(&bytes, &packed.title, packed.own) else { return };
        let problems = navigation.problems_with(library);
        if best.is_none_or(|(fewest, _)| problems < fewest) {
            best = Some((problems, library));
        }
        if problems == 0 {
            break;
        }
    }
    if let Some((_, library)) = best.filter(|_| navigation.wanted_collection().is_some()) {
        navigation.exchange_for_address(library);
        library.prepare_in_turns();
        workshop.used.set(Some(revision));
        announce("Your own collection is shown, as it is kept on this device.");
    }
}

/// Shows the page's own collection again; what is in the workshop stays.
fn back(workshop: Signals, navigation: Navigation) {
    navigation.exchange_back();
    workshop.used.set(None);
    workshop.tell("The rooms show the collection of this page again. Yours stays in the workshop.");
}

fn saving(workshop: Signals) -> Element {
    let entry = |name: &'static str, what: &'static str, press: fn(Signals)| {
        el("li")
            .add(live(move || button(name, move || press(workshop)).flag("disabled", workshop.busy.get())))
            .add(el("p").class("fine").add(what))
    };
    el("section")
        .at("aria-label", "Save")
        .add(el("h2").add("Save it"))
        .add(
            el("ul")
                .class("ways")
                .add(entry("Save as one web page", "One HTML file with everything in it: put it on a stick, into a course, or send it. It opens without a network and holds this workshop too.", as_page))
                .add(entry("Save for a web host (zip)", "The same page, called index.html, and the folder beside it, to be unpacked on any host of plain files.", as_site))
                .add(entry("Save as a folder (zip)", "The articles as received and the catalogue, to go on with later, here or with the command line.", as_folder)),
        )
        .add(live(move || workshop.busy.get().then(|| el("p").at("role", "status").add("Making the file…"))))
}

fn as_folder(workshop: Signals) {
    spawn_local(async move { file(workshop, json!({ "op": "zip" }), None, "collection.zip", "application/zip").await });
}

fn as_page(workshop: Signals) {
    from_page(workshop, "page", "collection.html", "text/html");
}

fn as_site(workshop: Signals) {
    from_page(workshop, "site", "collection.site.zip", "application/zip");
}

/// Saves what is made of this page: the page with the collection in it.
fn from_page(workshop: Signals, form: &'static str, name: &'static str, kind: &'static str) {
    spawn_local(async move {
        workshop.busy.set(true);
        match template().await {
            Ok(template) => {
                file(workshop, json!({ "op": form, "template": "" }), Some(template.into_bytes()), name, kind).await
            }
            Err(sentence) => workshop.tell_wrong(sentence),
        }
        workshop.busy.set(false);
    });
}

/// Has a file made and hands it to the visitor.
async fn file(workshop: Signals, request: Value, given: Option<Vec<u8>>, name: &str, kind: &str) {
    workshop.busy.set(true);
    let revision = workshop.state.with_untracked(|state| state.revision);
    if let Some((done, Some(bytes))) = workshop.ask::<Done>(request, given).await {
        let name = if done.name.is_empty() { name } else { &done.name };
        if download(name, kind, &bytes) {
            workshop.saved.set(Some(revision));
            keep::saved(workshop);
            workshop.tell(format!("“{name}” is made and handed to your browser. If it does not appear, the page stands in a frame that may not save files: open it in a tab of its own."));
        } else {
            workshop.tell_wrong(
                "The browser did not let the page save a file. Open the page in a tab of its own, and try again.",
            );
        }
    }
    workshop.busy.set(false);
}

/// What the collection is, in a sentence or two.
fn describing(workshop: Signals) -> Element {
    let field = live(move || committed(el("textarea").at("rows", "3"), workshop, DESCRIPTION));
    el("section").at("aria-label", "Description").add(el("h2").add("What it is")).add(
        el("label")
            .class("field")
            .add(el("span").add("A sentence or two that stand at the beginning of your page"))
            .add(field),
    )
}

/// Opening a collection that was saved, or beginning anew.
fn opening(scene: Scene<'_>, workshop: Signals) -> Element {
    let input = el("input").at("type", "file").at("accept", ".zip,.html,.htm").class("visually-hidden").on(
        "change",
        move |event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            let Some(file) = input.files().map(|files| chosen(&files)).and_then(|mut files| files.pop()) else {
                return;
            };
            spawn_local(async move {
                match read(file).await {
                    Ok(bytes) => opened(workshop, json!({ "op": "open" }), Some(bytes)).await,
                    Err(sentence) => workshop.tell_wrong(sentence),
                }
                input.set_value("");
            });
        },
    );
    let anew = move || {
        draft::forget(workshop);
        workshop.request(json!({ "op": "clear" }), "The workshop is empty. “Undo” brings the collection back.");
    };
    el("section")
        .at("aria-label", "Open")
        .add(el("h2").add("Open another one"))
        .add(el("p").class("fine").add("A folder saved as zip, or a page that was made here: its collection takes the place of this one. “Undo” brings this one back."))
        .add(
            el("p")
                .class("choices")
                .add(el("label").class("button chooser").add(input).add("Open a saved collection"))
                .add(of_this_page(workshop))
                .add(button("Begin anew", anew))
                .add(link(to(scene, "").href()).add("Bring in more articles")),
        )
}

/// A way to open the collection that the page itself carries, where it carries one.
pub fn of_this_page(workshop: Signals) -> Option<Element> {
    // The block in which a page that was made here has its folder.
    let carried = document().get_element_by_id("folder").and_then(|block| block.text_content());
    let carried = carried.filter(|letters| !letters.trim().is_empty())?;
    Some(button("Open the collection of this page", move || {
        let request = json!({ "op": "open", "carried": carried });
        spawn_local(async move { opened(workshop, request, None).await });
    }))
}

async fn opened(workshop: Signals, request: Value, bytes: Option<Vec<u8>>) {
    if workshop.ask::<Done>(request, bytes).await.is_some() {
        draft::forget(workshop);
        workshop.tell("The collection was opened.");
        // It came from a file, which has it as it is.
        let revision = workshop.reread().await;
        workshop.saved.set(Some(revision));
    }
}
