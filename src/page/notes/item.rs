//! A thing in the list: words that were kept with what is said of them, or the
//! visitor's own words.

use leptos::prelude::*;
use summitry_desk::handout::Excerpt;
use summitry_desk::{Change, Content, ItemId, Kept, MOST_TYPED};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::state::Notes;
use super::tools::button;
use super::{drag, in_context, lesson};
use crate::app::focus;
use crate::component::{Copied, announce, press_copy};
use crate::field::held;
use crate::node::{Element, Node, el, keyed, link, unseen};
use crate::page::read::cite::phrase;
use crate::route::{Page, Route};

/// The thing at a place of the notes; made anew only when something else than
/// typing has changed it.
pub fn view(notes: Notes, place: usize, group: &str, route: &Route) -> Node {
    let item = notes.with(|desk, _, _| desk.items().get(place).cloned());
    let Some(item) = item else { return Node::Nothing };
    let style = notes.style.get().name();
    let key = format!("{} {} {style}", item.id, notes.generation(&item.id));
    let (id, route) = (item.id.clone(), route.clone());
    // In groups a thing may stand twice.
    let twin = group.replace(' ', "-");
    keyed(key, move || {
        let body = match &item.content {
            Content::Kept(kept) => excerpt(notes, &id, kept, &route, &twin),
            Content::Heading { level, text } => heading(notes, &id, *level, text),
            Content::Paragraph { text } => paragraph(notes, &id, text),
            Content::Question(question) => lesson::question(notes, &id, question),
            Content::Card(card) => lesson::card(notes, &id, card),
            Content::Other => el("p").class("fine").add("Something that another program wrote. It stays in the file."),
        };
        movable(
            notes,
            &id,
            el("li").class("note").at("data-item", id.0.clone()).at("data-kind", kind(&item.content)).add(body),
        )
    })
}

fn kind(content: &Content) -> &'static str {
    match content {
        Content::Kept(_) => "kept",
        Content::Heading { .. } => "heading",
        Content::Paragraph { .. } => "paragraph",
        Content::Question(_) => "question",
        Content::Card(_) => "card",
        Content::Other => "other",
    }
}

/// Moved by a handle with the pointer, by its buttons, or with Alt and an arrow.
fn movable(notes: Notes, id: &ItemId, item: Element) -> Element {
    let keys = id.clone();
    item.add(drag::handle(notes, id)).add(tools(notes, id)).on("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.alt_key()) else { return };
        let by = match key.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return,
        };
        event.prevent_default();
        shift(notes, &keys, by);
    })
}

fn shift(notes: Notes, id: &ItemId, by: isize) {
    let to = notes.with(|desk, _, _| {
        let to = desk.place(id)?.checked_add_signed(by)?;
        (to < desk.len()).then_some(to)
    });
    match to {
        Some(to) => {
            if notes.make(Change::Move { id: id.clone(), to }).is_ok() {
                announce("Moved.");
            }
        }
        None => announce("It stands at the end already."),
    }
}

/// Moving and removing.
fn tools(notes: Notes, id: &ItemId) -> Element {
    let (up, down, gone) = (id.clone(), id.clone(), id.clone());
    let small = |name: &'static str, press: Box<dyn FnMut()>| button(name, press).class("plain");
    el("div")
        .class("note-tools no-print")
        .add(small("Up", Box::new(move || shift(notes, &up, -1))))
        .add(small("Down", Box::new(move || shift(notes, &down, 1))))
        .add(small(
            "Remove",
            Box::new(move || {
                remove(notes, &gone);
            }),
        ))
}

fn excerpt(notes: Notes, id: &ItemId, kept: &Kept, route: &Route, twin: &str) -> Element {
    let excerpt = in_context(notes, |context, _| Excerpt::of(kept, context));
    let who = Some(excerpt.voice()).filter(|who| !who.is_empty());
    let from = match excerpt.passage.filter(|_| !excerpt.article.is_empty()) {
        Some(number) => {
            let reader =
                route.elsewhere(Page::Read(excerpt.article.clone())).with(|route| route.passage = Some(number));
            link(reader.href()).add(format!("{}, passage {number}", excerpt.from)).into()
        }
        None => Node::from(excerpt.from.clone()),
    };
    let problem = (!excerpt.problem.is_empty()).then(|| el("p").class("problem").add(excerpt.problem));
    let words = ["excerpt-", twin, &id.0].concat();
    let in_text = excerpt.in_text.plain();
    let cited = (!in_text.is_empty()).then(|| el("span").class("in-text").all(phrase(&excerpt.in_text)));
    let copied = (excerpt.clone(), words.clone());
    let copy = move || {
        let (text, html) = copied.0.quotation(true);
        press_copy(&copied.1, &Copied { text, html: Some(html) });
    };
    el("div")
        .class("excerpt")
        .add(who.map(|who| el("p").class("who").add(who)))
        .add(el("blockquote").at("id", words).add(excerpt.words.clone()).add(" ").add(cited))
        .add(el("p").class("fine").add(from))
        .add(
            (!excerpt.reference.runs.is_empty())
                .then(|| el("p").class("fine reference").all(phrase(&excerpt.reference))),
        )
        .add(problem)
        .add(fields(notes, id, kept, twin))
        .add(el("p").class("no-print").add(button("Copy with speaker and reference", copy).class("button small")))
}

/// The note and the tags of something kept.
fn fields(notes: Notes, id: &ItemId, kept: &Kept, twin: &str) -> Element {
    let (note_id, tags_id) = (["note-", twin, &id.0].concat(), ["tags-", twin, &id.0].concat());
    let note = area(notes, &note_id, &kept.note, id, |kept, text| kept.note = text);
    let tags = typed("input")
        .at("id", tags_id.clone())
        .at("type", "text")
        .at("autocomplete", "off")
        .value(kept.tags.join(", "))
        .on("change", on_kept(notes, id, |kept, text| kept.tags = tags(&text)));
    let field = |id: String, name: &'static str, field: Element| {
        el("div").class("field").add(el("label").at("for", id).add(name)).add(field)
    };
    el("div").class("note-fields").add(field(note_id, "Note", note)).add(field(
        tags_id,
        "Tags, with commas between",
        tags,
    ))
}

/// Tags as they are typed, each once.
fn tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// Changes something kept to what a field holds.
fn on_kept(notes: Notes, id: &ItemId, change: fn(&mut Kept, String)) -> impl FnMut(web_sys::Event) + 'static {
    let id = id.clone();
    move |event| {
        let content = notes.with(|desk, _, _| desk.item(&id).map(|item| item.content.clone()));
        if let Some(Content::Kept(mut kept)) = content {
            change(&mut kept, held(&event));
            notes.type_in(&id, Content::Kept(kept));
        }
    }
}

/// A field for what is typed, which takes no more than a file of the notes holds.
pub fn typed(tag: &'static str) -> Element {
    el(tag).at("maxlength", MOST_TYPED.to_string())
}

fn area(notes: Notes, id: &str, text: &str, item: &ItemId, change: fn(&mut Kept, String)) -> Element {
    typed("textarea")
        .at("id", id.to_owned())
        .at("rows", "2")
        .value(text.to_owned())
        .on("input", on_kept(notes, item, change))
        .on("change", move |_| notes.pause())
}

fn heading(notes: Notes, id: &ItemId, level: u8, text: &str) -> Element {
    own(notes, id, "Heading", text, "input", move |text| Content::Heading { level, text })
}

fn paragraph(notes: Notes, id: &ItemId, text: &str) -> Element {
    own(notes, id, "Paragraph", text, "textarea", |text| Content::Paragraph { text })
}

/// Words of the visitor's own, typed.
fn own(
    notes: Notes,
    id: &ItemId,
    name: &'static str,
    text: &str,
    tag: &'static str,
    content: impl Fn(String) -> Content + 'static,
) -> Element {
    let of = id.clone();
    let field_id = ["own-", &id.0].concat();
    let field = typed(tag)
        .at("id", field_id.clone())
        .at("placeholder", name)
        .value(text.to_owned())
        .on("input", move |event| notes.type_in(&of, content(held(&event))))
        .on("change", move |_| notes.pause());
    el("div").class("own").add(el("label").at("for", field_id).add(unseen(name))).add(field)
}

/// Puts the focus into the first field of a thing, once it is drawn.
pub fn focus_on(id: &ItemId) {
    focus_at(format!("[data-item=\"{}\"] :is(input, textarea)", id.0));
}

/// Puts the focus on what a selector finds, once it is drawn, unless the visitor
/// has gone elsewhere meanwhile.
pub fn focus_at(selector: String) {
    focus::move_to(move || document().query_selector(&selector).ok().flatten()?.dyn_into().ok());
}

/// Takes a thing off the list; the focus goes to the same button of the next one.
fn remove(notes: Notes, id: &ItemId) {
    let next = notes.with(|desk, _, _| {
        let place = desk.place(id)?;
        let items = desk.items();
        items.get(place + 1).or_else(|| items.get(place.checked_sub(1)?)).map(|item| item.id.0.clone())
    });
    if notes.make(Change::Remove { id: id.clone() }).is_ok() {
        announce("Removed. “Undo” brings it back.");
        focus_at(
            next.map_or_else(|| "#main".to_owned(), |next| format!("[data-item=\"{next}\"] .note-tools :last-child")),
        );
    }
}
