//! The list of what is kept: in the visitor's order or in groups, searched,
//! and drawn in pieces, so that 5,000 notes cost what fifty do.

use leptos::prelude::*;
use summitry_desk::{By, Change, Content, Finding, Group, Kept, Opened, open};

use super::state::{Notes, new_item};
use super::tools::button;
use super::{item, opening};
use crate::node::{Element, Node, el, link, live};
use crate::route::{Page, Route};
use crate::wording::count;

/// How many things are drawn at once.
const DRAWN: usize = 50;

/// The lesson on the articles that are built in.
const LESSON: &str = include_str!("../../../lessons/missile-defence.json");

/// The id of the list.
pub const LIST: &str = "notes-list";

/// The list, or what to do where there is nothing.
pub fn view(notes: Notes, route: &Route) -> Node {
    if notes.count.get() == 0 {
        return el("div").class("notes-body").add(empty(notes, route)).into();
    }
    notes.shown.track();
    let (by, query, first) = (notes.looks.by.get(), notes.looks.query.get(), notes.looks.first.get());
    let groups = groups(notes, by, &query);
    let all: usize = groups.iter().map(|group| group.places.len()).sum();
    let first = if first < all { first } else { 0 };
    let mut skip = first;
    let mut left = DRAWN;
    let mut shown: Vec<Node> = Vec::new();
    for group in &groups {
        let skipped = skip.min(group.places.len());
        skip -= skipped;
        let places: Vec<usize> = group.places.iter().skip(skipped).take(left).copied().collect();
        left -= places.len();
        if places.is_empty() {
            continue;
        }
        if by != By::Order {
            shown.push(
                el("h2").class("group-name").key(["group ", &group.key].concat()).add(name(notes, by, group)).into(),
            );
        }
        let items = places.iter().map(|place| item::view(notes, *place, &group.key, route));
        shown.push(el("ol").class("note-list").key(["list ", &group.key].concat()).all(items).into());
    }
    let told = if query.trim().is_empty() { None } else { Some(found(all)) };
    el("div")
        .class("notes-body")
        .add(el("p").class("fine found-notes").at("role", "status").add(told))
        .add(el("div").at("id", LIST).all(shown))
        .add(pager(notes, first, all))
        .add((by == By::Order && query.trim().is_empty()).then(|| adding(notes)))
        .into()
}

fn found(all: usize) -> String {
    [&count(all, "thing", "things"), " found in your notes."].concat()
}

/// What is shown, in groups.
fn groups(notes: Notes, by: By, query: &str) -> Vec<Group> {
    notes.with(|desk, library, finder| {
        let issues = |article: usize, passage: u32| {
            let labels = library.labels(article, passage);
            labels.iter().filter_map(|label| Some(library.issues().get(label.issue)?.id.to_string())).collect()
        };
        let mut groups = desk.grouped(by, library.corpus(), finder, &issues);
        if !query.trim().is_empty() {
            let article = |kept: &Kept| library.corpus().article(&kept.anchor.article);
            let known = |kept: &Kept| {
                let article = article(kept);
                let byline = article.and_then(|article| article.byline.as_ref()).map(|byline| byline.value.as_str());
                byline.into_iter().chain(article.map(|article| library.outlet_name(article))).collect::<Vec<_>>()
            };
            let found = desk.search_with(query, &known);
            groups.iter_mut().for_each(|group| group.places.retain(|place| found.binary_search(place).is_ok()));
        }
        groups
    })
}

/// What a group is called.
fn name(notes: Notes, by: By, group: &Group) -> String {
    notes.with(|_, library, _| match by {
        By::Article => match library.corpus().article(&group.key) {
            Some(article) => format!("{} ({})", article.headline.value, library.outlet_name(article)),
            None if group.key.is_empty() => "Not in these articles".to_owned(),
            None => group.key.clone(),
        },
        By::Issue => library.issue(&group.key).map_or_else(|| "On no issue".to_owned(), |issue| issue.name.clone()),
        By::Tag if group.key.is_empty() => "Without a tag".to_owned(),
        By::Tag | By::Order => group.key.clone(),
    })
}

/// The way through a long list.
fn pager(notes: Notes, first: usize, all: usize) -> Option<Element> {
    let go = move |to: usize| {
        notes.looks.first.set(to);
        if let Some(list) = document().get_element_by_id(LIST) {
            list.scroll_into_view();
        }
    };
    let (before, after) = (first.saturating_sub(DRAWN), first + DRAWN);
    (all > DRAWN).then(|| {
        el("p")
            .class("compare-bar pager no-print")
            .add(button("Earlier", move || go(before)).flag("disabled", first == 0))
            .add(el("span").class("fine").add(format!("{} to {} of {all}", first + 1, after.min(all))))
            .add(button("Later", move || go(after)).flag("disabled", after >= all))
    })
}

/// Headings and paragraphs of the visitor's own.
fn adding(notes: Notes) -> Element {
    let add = |name: &'static str, content: fn() -> Content| button(name, move || append(notes, content()));
    el("p")
        .class("compare-bar adding no-print")
        .add(add("Add a heading", || Content::Heading { level: 2, text: String::new() }))
        .add(add("Add a paragraph", || Content::Paragraph { text: String::new() }))
}

/// Puts something at the end, and the focus into it.
pub fn append(notes: Notes, content: Content) {
    let item = new_item(content);
    let id = item.id.clone();
    let at = notes.with(|desk, _, _| desk.len());
    if notes.make(Change::Insert { at, item }).is_ok() {
        notes.looks.first.set(at / DRAWN * DRAWN);
        item::focus_on(&id);
    }
}

fn empty(notes: Notes, route: &Route) -> Element {
    let ready = live(move || notes.autosave.told.get().loaded.then_some("Nothing is kept yet."));
    el("div")
        .class("notes-empty")
        .add(el("p").add(ready))
        .add(
            el("p")
                .add(link(route.elsewhere(Page::Search).href()).add("Search"))
                .add(", and press “Keep” beside a passage or a statement; or select words anywhere and keep those. Here you arrange what you have kept, write to it, and copy it with its references."),
        )
        .add(adding(notes))
        .add(sample(notes))
}

/// The lesson that comes with these articles, where they are these.
fn sample(notes: Notes) -> Option<Element> {
    let Ok(Opened::Desk(lesson)) = open(LESSON.as_bytes()) else { return None };
    let fits = notes.with(|_, library, finder| {
        let mut anchors = lesson.items().iter().filter_map(|item| item.anchor());
        anchors.any(|anchor| matches!(finder.find(library.corpus(), anchor), Finding::Found(_)))
    });
    fits.then(|| {
        let offer = button("Open it", move || opening::offer(notes, lesson.clone()));
        el("p").add("A lesson on these articles, with questions and cards, comes with the page. ").add(offer)
    })
}
