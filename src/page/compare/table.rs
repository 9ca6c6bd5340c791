//! The table that the arrangements by issue, wording and voices are drawn as:
//! a sticky head for each column, a sticky head for each row.
//!
//! Heads have a known height, so that what sticks under them needs no script.

use leptos::prelude::{document, request_animation_frame};
use summitry_corpus::Article;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::app::Scene;
use crate::component::{Listed, passage, passage_again, said_here};
use crate::library::{Column, Place};
use crate::node::{Element, Node, el, link};
use crate::page::compare::found::Found;
use crate::page::compare::tabs::{self, tabs};
use crate::route::{Page, Route, toggled};

/// A cell with up to so many bytes of text stays in sight while a longer one
/// beside it is read, in a narrow, a middling or a wide column. A cell that is
/// longer than the window is high would be read with a jump.
const SIZES: [usize; 3] = [600, 1100, 2000];

/// How many rows far below are laid out in a frame: each frame looks through the
/// whole table again.
const A_FRAME: u32 = 4;

/// About how many bytes of text are as high as a line.
const LINE: usize = 60;

/// What stands in a cell.
pub struct Cell {
    shown: Vec<Node>,
    /// How much text it is about, in bytes.
    bytes: usize,
    /// Whether it says that there is nothing.
    empty: bool,
}

impl Cell {
    /// A cell with something of about so many bytes.
    pub fn new(shown: Vec<Node>, bytes: usize) -> Self {
        Self { shown, bytes, empty: false }
    }

    /// A cell with nothing, the words that say so, and what there is instead.
    pub fn nothing(words: String, instead: Option<Element>) -> Self {
        let words = el("p").class("nothing").add(el("span").class("here").add("Not here")).add(words).all(instead);
        Self { shown: vec![words.into()], bytes: 0, empty: true }
    }

    /// The cell; it stays in sight where another one is `longest` and clearly
    /// longer. Each that stays costs the browser a layer, so no other does. Of
    /// `all` bytes of its row it says how many tenths are its own: on paper it
    /// is so wide, under the name of its column.
    fn view(self, column: &Column, longest: usize, all: usize) -> Element {
        let size = SIZES.iter().position(|most| self.bytes <= *most).map(|place| (place + 1).to_string());
        let stays = longest > self.bytes + SIZES[0];
        let inside = el("div").maybe("data-size", size).flag("data-stays", stays).all(self.shown);
        let share = (self.bytes * 10 / all.max(1)).clamp(1, 9).to_string();
        el("td")
            .at("data-cell", column.id.clone())
            .at("data-name", column.short.clone())
            .at("data-share", share)
            .flag("data-empty", self.empty)
            .add(inside)
    }
}

/// The table with its pane, which scrolls where the columns do not fit, and the
/// names of the columns, which follow it sideways.
/// `label` says what is laid side by side.
/// `counts` are the passages of each column that are asked for.
pub fn table(
    scene: Scene<'_>,
    columns: &[Column],
    label: &'static str,
    rows: Vec<Node>,
    counts: Option<&[usize]>,
) -> Element {
    let heads = columns.iter().enumerate().map(|(place, column)| {
        el("th").at("scope", "col").at("tabindex", "-1").at("data-column", column.id.clone()).all(head(
            scene,
            column,
            place,
            columns.len(),
        ))
    });
    let table = el("table")
        .add(el("caption").class("visually-hidden").add(label))
        .add(el("thead").add(el("tr").all(heads)))
        .all(rows);
    el("div").add(tabs(columns, counts)).add(pane(label, columns.len()).add(table))
}

/// The pane that scrolls when the columns do not fit.
pub fn pane(label: &'static str, columns: usize) -> Element {
    let count = if columns > 4 { "many".to_owned() } else { columns.to_string() };
    let follow = |event: Event| {
        if let Some(pane) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            tabs::follow(&pane);
        }
    };
    el("div")
        .class("compare-scroll")
        .at("data-columns", count)
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", label)
        .on("scroll", follow)
}

/// A row: its head over the whole width, then a cell for each column.
pub fn row(key: &str, columns: &[Column], head: Element, cells: Vec<Cell>) -> Element {
    let head = el("th").class("row-head").at("scope", "rowgroup").at("colspan", columns.len().to_string()).add(head);
    let longest = cells.iter().map(|cell| cell.bytes).max().unwrap_or_default();
    let all = cells.iter().map(|cell| cell.bytes).sum();
    let cells = cells.into_iter().zip(columns).map(|(cell, column)| cell.view(column, longest, all));
    el("tbody").at("data-row", key.to_owned()).add(el("tr").add(head)).add(el("tr").class("cells").all(cells))
}

/// Lays out the rows that the style leaves out because they are far below, a few in
/// each frame. That they were far stays in their nodes, so a diff does not write it
/// again.
pub fn lay_out() {
    let Ok(far) = document().query_selector_all(".compare [data-far]") else { return };
    for row in (0..far.length().min(A_FRAME)).filter_map(|at| far.get(at)?.dyn_into::<HtmlElement>().ok()) {
        let _ = row.remove_attribute("data-far");
    }
    if far.length() > A_FRAME {
        request_animation_frame(lay_out);
    }
}

/// The name of a row as a heading that folds it and unfolds it.
pub fn folding(route: &Route, key: &str, name: &'static str) -> Element {
    let folded = route.folded.iter().any(|id| id == key);
    let href = route.with(|route| route.folded = toggled(&route.folded, key)).href();
    el("h2").add(link(href).class("fold").at("aria-expanded", (!folded).to_string()).add(name))
}

/// A cell with passages, each group under its article where the column has
/// several. `only`: no other column has any; `above` says of a passage in which
/// row it stands whole before: it is not shown whole again.
pub fn passages(
    scene: Scene<'_>,
    column: &Column,
    places: &[Place],
    found: &Found,
    only: bool,
    above: &dyn Fn(Place) -> Option<&'static str>,
) -> Cell {
    let mut shown: Vec<Node> = Vec::new();
    shown.extend(only.then(|| el("p").class("here").add("Only here").into()));
    let (mut last, mut bytes) = (usize::MAX, 0);
    for place in places {
        let (article, number) = *place;
        if article != last && column.article().is_none() {
            shown.push(el("p").class("overline").add(scene.library.dated(article)).into());
        }
        last = article;
        let window = said_here(scene.library, scene.route, *place);
        let listed =
            Listed { article, number, marks: found.marks(*place), window, tagged: false, heard: true, keepable: true };
        let again = |row: &str| el("p").class("print-only fine").add(format!("See above, under “{row}”."));
        let all = scene.library.block(*place).map_or(0, |block| block.text.len());
        let length = window.map_or(all, |window| (window.end - window.start) as usize);
        let (hit, more) = match above(*place) {
            Some(row) => (passage_again(scene, &listed).map(|hit| hit.add(again(row))), LINE),
            None => (passage(scene, &listed), length),
        };
        shown.push(hit.into());
        bytes += more;
    }
    Cell::new(shown, bytes)
}

/// The head of a column: what it holds, and links that move or remove it.
/// `place` counts from 0.
pub fn head(scene: Scene<'_>, column: &Column, place: usize, count: usize) -> [Element; 3] {
    let route = scene.route;
    let title = link(source(scene, column).href()).at("title", column.title).add(column.title);
    let moved = |target: usize, way: &str, name: &'static str| {
        let swapped = route.with(|route| {
            if place < route.columns.len() && target < route.columns.len() {
                route.columns.swap(place, target);
            }
        });
        link(swapped.href()).at("aria-label", format!("Move “{}” {way}", column.title)).add(name)
    };
    let left = (place > 0).then(|| moved(place.saturating_sub(1), "left", "← left"));
    let right = (place + 1 < count).then(|| moved(place + 1, "right", "right →"));
    let without = route.with(|route| route.columns = toggled(&route.columns, &column.id));
    let remove = link(without.href()).at("aria-label", format!("Remove “{}”", column.title)).add("remove");
    [
        el("p").class("overline").add(column.overline.clone()),
        el("h2").class("title").add(title),
        el("p").class("column-tools").add(left).add(" ").add(right).add(" ").add(remove),
    ]
}

/// Where a column's head leads: the article, or all passages of the gathering;
/// the query goes along.
fn source(scene: Scene<'_>, column: &Column) -> Route {
    let (route, articles) = (scene.route, &scene.library.corpus().articles);
    let article = column.article().and_then(|index| articles.get(index));
    let page = article.map_or(Page::Search, |article: &Article| Page::Read(article.id.to_string()));
    let mut target = route.elsewhere(page);
    target.query.clone_from(&route.query);
    match column.id.split_once('.') {
        Some(("meeting", id)) => target.meetings = vec![id.to_owned()],
        Some((_, id)) => target.outlets = vec![id.to_owned()],
        None => {}
    }
    target
}
