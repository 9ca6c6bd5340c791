//! Columns of articles, a row for each issue.

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::page::compare::arrangement::{Arrangement, Row};
use crate::page::compare::{column_head, pane};
use crate::part::{Listed, passage};
use crate::route::{Page, Route};
use crate::wording::{count, list};

/// The table of columns and issues, and the issues that no column has.
pub fn view(scene: Scene<'_>) -> Vec<Node> {
    let corpus = scene.library.corpus();
    let arrangement = Arrangement::new(scene.library, scene.route);
    let width = arrangement.columns.len();
    let heads = arrangement.columns.iter().enumerate().filter_map(|(place, article)| {
        let article = corpus.articles.get(*article)?;
        let head = column_head(scene, article, place, width);
        Some(el("th").at("scope", "col").at("data-column", article.id.as_str()).all(head))
    });
    let rows = arrangement.rows.iter().filter_map(|row| view_row(scene, row, &arrangement.columns));
    let table = el("table")
        .add(el("caption").class("visually-hidden").add("Passages of each article, issue by issue"))
        .add(el("thead").add(el("tr").all(heads)))
        .all(rows);
    let absent = arrangement.absent.iter().filter_map(|issue| scene.library.issues().get(*issue));
    let absent: Vec<String> = absent.map(|issue| issue.name.clone()).collect();
    let missing = (!absent.is_empty()).then(|| {
        let where_ = if width == 1 { "Not in this article" } else { "In none of these articles" };
        el("p").class("fine absent").add(format!("{where_}: {}.", list(&absent)))
    });
    let nothing = arrangement
        .rows
        .is_empty()
        .then(|| el("p").class("empty").add("No passage of these articles is on an issue of this collection."));
    vec![pane("Articles side by side, issue by issue", width).add(table).into(), nothing.into(), missing.into()]
}

fn view_row(scene: Scene<'_>, row: &Row, columns: &[usize]) -> Option<Element> {
    let issue = scene.library.issues().get(row.issue)?;
    let cells = row.cells.iter().zip(columns).map(|(passages, article)| cell(scene, *article, passages, &issue.name));
    let search = Route { issues: vec![issue.id.to_string()], ..scene.route.elsewhere(Page::Search) };
    let all = link(search.href())
        .class("fine no-print")
        .at("aria-label", format!("All passages on {}", issue.name))
        .add("all passages");
    let head = el("div")
        .add(el("h2").add(issue.name.as_str()))
        .add(el("p").class("fine").add(sharing(scene, row, columns)))
        .add(all);
    let head = el("th").class("row-head").at("scope", "rowgroup").at("colspan", columns.len().to_string()).add(head);
    Some(el("tbody").at("data-row", issue.id.as_str()).add(el("tr").add(head)).add(el("tr").class("cells").all(cells)))
}

/// In words, how the columns share an issue.
fn sharing(scene: Scene<'_>, row: &Row, columns: &[usize]) -> String {
    let passages = count(row.passages(), "passage", "passages");
    let having = row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()).map(|(_, article)| *article);
    match having.collect::<Vec<usize>>().as_slice() {
        [] => "in none of these articles".to_owned(),
        _ if columns.len() == 1 => passages,
        [only] => {
            let article = scene.library.corpus().articles.get(*only);
            let outlet = article.map_or("one article", |article| scene.library.outlet_name(article));
            let year =
                article.and_then(|article| article.published.as_ref()).map(|when| format!(" {}", when.date.year()));
            format!("{passages}, only in {outlet}{}", year.unwrap_or_default())
        }
        having if having.len() == columns.len() && columns.len() == 2 => format!("{passages}, in both articles"),
        having if having.len() == columns.len() => format!("{passages}, in all {} articles", columns.len()),
        having => format!("{passages}, in {} of {} articles", having.len(), columns.len()),
    }
}

fn cell(scene: Scene<'_>, article: usize, passages: &[u32], issue: &str) -> Element {
    let id = scene.library.corpus().articles.get(article).map_or("", |article| article.id.as_str());
    let cell = el("td").at("data-cell", id);
    if passages.is_empty() {
        return cell.flag("data-empty", true).add(el("p").class("nothing").add(format!("Nothing here on {issue}.")));
    }
    cell.all(passages.iter().filter_map(|number| {
        let marks = scene.library.marks(&scene.route.query, article, *number);
        passage(scene, &Listed { article, number: *number, marks: &marks, window: None, tagged: false })
    }))
}
