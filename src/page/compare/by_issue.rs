//! A row for each issue.

use std::rc::Rc;

use leptos::prelude::window;
use summitry_corpus::IssueDefinition;
use wasm_bindgen::JsValue;

use crate::app::{OwnedScene, Scene};
use crate::component::{passage_link, segments};
use crate::library::{Column, Place};
use crate::node::{Element, Node, el, link, live, memo, unseen};
use crate::page::compare::arrangement::{Arrangement, Row};
use crate::page::compare::found::Found;
use crate::page::compare::table::{Cell, folding, passages, row, table};
use crate::page::compare::tabs::found_in;
use crate::route::{Mode, Page, Route, Rows};
use crate::wording::{count, list};

/// The table of columns and issues, and the issues that no column has.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    let arrangement = Arrangement::new(scene.library, scene.route, columns, found);
    let issues = scene.library.issues();
    let asked = found.asked || found.is_narrowed();
    let counts = asked.then(|| arrangement.passages_of(columns.len(), found));
    let cut = is_cut(scene, columns);
    let sight = in_sight(scene, columns, &arrangement.rows);
    let drawn = if cut { sight } else { arrangement.rows.len() };
    let rows = rows(scene, columns, found, &arrangement, sight).into_iter().take(drawn).collect::<Vec<_>>();
    let absent: Vec<String> =
        arrangement.absent.iter().filter_map(|issue| issues.get(*issue)).map(|issue| issue.name.clone()).collect();
    let missing = (!absent.is_empty() && !cut).then(|| {
        let columns = if columns.len() == 1 { "Not in this column" } else { "In none of these columns" };
        el("p").class("fine absent").add(format!("{columns}: {}.", list(&absent)))
    });
    let shown =
        (!rows.is_empty()).then(|| table(scene, columns, "Passages compared, issue by issue", rows, counts.as_deref()));
    let found_in = counts.as_deref().filter(|_| columns.len() > 1).map(|counts| found_in(columns, counts));
    vec![bar(scene, columns, &arrangement, found).into(), found_in.into(), shown.into(), missing.into()]
}

/// What all rows are made from.
struct Shared {
    held: OwnedScene,
    columns: Vec<Column>,
    found: Found,
    firsts: Firsts,
}

/// The rows, of which the first `sight` fill the window. When the others follow,
/// those stand already: a row is made once for a scene, and follows by itself what
/// is kept of its words. Of many columns the rows further down are laid out later;
/// not in a view that one comes back to, which is scrolled to where it was left.
fn rows(scene: Scene<'_>, columns: &[Column], found: &Found, arrangement: &Arrangement, sight: usize) -> Vec<Node> {
    let firsts = firsts(scene, &arrangement.rows);
    let shared = Rc::new(Shared { held: scene.held(), columns: columns.to_vec(), found: found.clone(), firsts });
    let input = scene.identity();
    let later = columns.len() > 2 && !scene.navigation.is_returned();
    let row = |(place, row): (usize, &Row)| {
        let id = scene.library.issues().get(row.issue)?.id.to_string();
        let (shared, row, far) = (shared.clone(), row.clone(), later && place >= sight);
        let made = move || live(move || view_row(shared.held.scene(), &row, &shared, far));
        Some(memo(id, input.clone(), made))
    };
    arrangement.rows.iter().enumerate().filter_map(row).collect()
}

/// Whether only the rows that the window shows are drawn for now, so that a
/// comparison of many columns is there at once: the others follow when these
/// have been painted, and what stands below them.
pub fn is_cut(scene: Scene<'_>, columns: &[Column]) -> bool {
    scene.route.mode == Mode::Issues && columns.len() > 2 && scene.navigation.is_turned()
}

/// How many rows surely fill the window; too many rather than too few.
fn in_sight(scene: Scene<'_>, columns: &[Column], rows: &[Row]) -> usize {
    let pixels = |side: Result<JsValue, JsValue>| side.ok().and_then(|side| side.as_f64()).unwrap_or(f64::MAX);
    let (height, width) = (pixels(window().inner_height()), pixels(window().inner_width()));
    // A column is at least as wide as a phone; a letter with the space around
    // it takes twice these square pixels.
    let room = height * (width / columns.len().max(1) as f64).max(350.0) / 100.0;
    let bytes = |place: &Place| scene.library.block(*place).map_or(0, |block| block.text.len());
    let mut text = 0;
    let full = rows.iter().position(|row| {
        text += row.cells.iter().map(|cell| cell.iter().map(bytes).sum::<usize>()).max().unwrap_or_default();
        text as f64 > room
    });
    full.map_or(rows.len(), |last| last + 1)
}

/// What stands in the rows, in which order, and whether they are open.
fn bar(scene: Scene<'_>, columns: &[Column], arrangement: &Arrangement, found: &Found) -> Element {
    let route = scene.route;
    let order = |name, rows| (name, route.with(|route| route.rows = rows).href(), route.rows == rows);
    let orders = [
        order("Most shared first", Rows::Shared),
        order("Most different first", Rows::Differ),
        order("Catalogue order", Rows::Catalogue),
    ];
    let ids = arrangement.rows.iter().filter_map(|row| scene.library.issues().get(row.issue));
    let ids: Vec<String> = ids.map(|issue| issue.id.to_string()).collect();
    let folded = ids.iter().all(|id| route.folded.contains(id));
    let fold = route.with(|route| route.folded = if folded { Vec::new() } else { ids.clone() });
    let several = ids.len() > 1;
    el("div").class("result-bar").add(el("p").at("role", "status").add(told(columns.len(), arrangement, found))).add(
        el("div")
            .class("compare-bar no-print")
            .add(filter_switch(route))
            .add(several.then(|| segments("Order of the rows", orders)))
            .add(
                several
                    .then(|| link(fold.href()).class("button").add(if folded { "Expand all" } else { "Collapse all" })),
            ),
    )
}

/// Whether a query leaves passages out, to be changed; nothing without one.
pub fn filter_switch(route: &Route) -> Option<Element> {
    let name = if route.unfiltered { "Only passages with these words" } else { "Show all passages" };
    let other = route.with(|route| route.unfiltered = !route.unfiltered);
    (!route.query.trim().is_empty()).then(|| link(other.href()).class("button no-print").add(name))
}

/// How the columns share the issues, in a sentence or two.
fn told(columns: usize, arrangement: &Arrangement, found: &Found) -> String {
    let rows = &arrangement.rows;
    let with = |wanted: usize| rows.iter().filter(|row| row.shared() == wanted).count();
    let mut told = match (rows.len(), columns) {
        (0, _) if let Some(limits) = found.limits() => format!("No passage here fits {limits} and is on an issue."),
        (0, _) => "No passage here is on an issue of this collection.".to_owned(),
        (all, 1) => format!("{}.", count(all, "issue", "issues")),
        (all, _) => {
            let every = if columns == 2 { "both" } else { "all" };
            let all = count(all, "issue", "issues");
            format!("{all}: {} in {every} columns, {} in only one.", with(columns), with(1))
        }
    };
    if arrangement.filtered > 0 && !rows.is_empty() {
        let more = count(arrangement.filtered, "more has", "more have");
        told.push_str(&format!(" {more} no passage with {}.", found.limits().unwrap_or("these words")));
    }
    if found.partly {
        told.push_str(" No passage has all of the words: these have some.");
    }
    told
}

/// For each passage the issue of the first unfolded row that it stands in.
type Firsts = Vec<(Place, usize)>;

fn firsts(scene: Scene<'_>, rows: &[Row]) -> Firsts {
    let mut firsts = Firsts::new();
    for row in rows {
        let id = scene.library.issues().get(row.issue).map_or("", |issue| issue.id.as_str());
        if scene.route.folded.iter().any(|folded| folded == id) {
            continue;
        }
        for place in row.cells.iter().flatten() {
            if !firsts.iter().any(|(known, _)| known == place) {
                firsts.push((*place, row.issue));
            }
        }
    }
    firsts
}

fn view_row(scene: Scene<'_>, line: &Row, shared: &Shared, far: bool) -> Option<Element> {
    let (route, Shared { columns, found, firsts, .. }) = (scene.route, shared);
    let issue = scene.library.issues().get(line.issue)?;
    let id = issue.id.as_str();
    let folded = route.folded.iter().any(|other| other == id);
    let only = line.shared() == 1 && columns.len() > 1;
    let above = |place: Place| {
        let (_, first) = firsts.iter().find(|(known, _)| *known == place)?;
        let before = scene.library.issues().get(*first).filter(|_| *first != line.issue)?;
        Some(before.name.as_str())
    };
    let silent = line.cells.iter().any(Vec::is_empty);
    let naming = if silent { scene.library.naming(issue) } else { Vec::new() };
    let cells = line.cells.iter().zip(columns).map(|(places, column)| match places.len() {
        0 => nothing(scene, column, issue, &naming, found),
        number if folded => Cell::new(vec![el("p").class("fine").add(count(number, "passage", "passages")).into()], 0),
        _ => passages(scene, column, places, found, only, &above),
    });
    let of = || unseen(format!(": {}", issue.name));
    let narrowed = route.with(|route| route.issues = vec![id.to_owned()]);
    let narrowed = (route.issues.len() != 1).then(|| link(narrowed.href()).add("only this issue").add(of()));
    let search = Route { issues: vec![id.to_owned()], ..route.elsewhere(Page::Search).asking(route) };
    let all = link(search.href()).add("all passages").add(of());
    let sharing = el("p").class("fine").flag("data-only", only).add(sharing(columns, line));
    let head = el("div")
        .add(folding(route, id, &issue.name))
        .add(sharing)
        .add(el("p").class("fine no-print row-tools").add(narrowed).add(" ").add(all));
    Some(row(id, columns, head, cells.collect()).flag("data-folded", folded).flag("data-far", far && !folded))
}

/// A cell without passages on an issue, and the passages of the column that
/// only name it.
fn nothing(
    scene: Scene<'_>,
    column: &Column,
    issue: &'static IssueDefinition,
    naming: &[Place],
    found: &Found,
) -> Cell {
    let name = issue.name.as_str();
    let numbers = naming.iter().filter_map(|(index, number)| {
        let article = scene.library.corpus().articles.get(*index).filter(|_| column.has(*index))?;
        Some(passage_link(scene, article, *number))
    });
    let numbers: Vec<Element> = numbers.collect();
    match numbers.len() {
        _ if !scene.library.places_on(issue.id.as_str(), column).is_empty() => {
            Cell::nothing(format!(": nothing on {name} with {}.", found.limits().unwrap_or("these words")), None)
        }
        0 => Cell::nothing(format!(": nothing on {name}."), None),
        _ => {
            let named = el("span")
                .add("It is named in ")
                .all(numbers.into_iter().flat_map(|one| [Node::from(one), " ".into()]));
            Cell::nothing(format!(": no passage is on {name}. "), Some(named))
        }
    }
}

/// In words, how the columns share an issue.
pub fn sharing(columns: &[Column], line: &Row) -> String {
    let passages = count(line.passages(), "passage", "passages");
    let named = |wanted: fn(&Vec<Place>) -> bool| {
        let these = line.cells.iter().zip(columns).filter(|(cell, _)| wanted(cell));
        list(&these.map(|(_, column)| column.short.clone()).collect::<Vec<_>>())
    };
    match (line.shared(), columns.len()) {
        (_, 1) => passages,
        (0, _) => "in none of these columns".to_owned(),
        (1, _) => format!("{passages}, only in {}", named(|cell| !cell.is_empty())),
        (2, 2) => format!("{passages}, in both"),
        (having, all) if having == all => format!("{passages}, in all {all}"),
        (having, all) => format!("{passages}, in {having} of {all}: not in {}", named(Vec::is_empty)),
    }
}
