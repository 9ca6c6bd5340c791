//! Columns of articles, a row for each issue.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page::compare::arrangement::{Arrangement, Row};
use crate::page::compare::{ColumnHead, column_count, issue_search};
use crate::part::Passage;
use crate::wording::{count, list};

/// The table of columns and issues.
#[component]
pub fn ByIssue() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let arrangement = Memo::new(move |_| navigation.with(|route| Arrangement::new(library, route)));
    let query = Memo::new(move |_| navigation.with(|route| route.query.clone()));
    move || {
        let Arrangement { columns, rows, absent } = arrangement.get();
        let width = columns.len();
        let heads = columns
            .iter()
            .enumerate()
            .filter_map(|(place, article)| {
                let id = library.corpus().articles.get(*article)?.id.to_string();
                Some(view! { <th scope="col" data-column=id><ColumnHead article=*article place count=width/></th> })
            })
            .collect_view();
        let query = query.get();
        let body = rows.iter().map(|row| view_row(row, &columns, &query)).collect_view();
        let names: Vec<String> = absent
            .iter()
            .filter_map(|issue| library.corpus().issues.get(*issue))
            .map(|issue| issue.name.clone())
            .collect();
        let missing = (!names.is_empty()).then(|| {
            let where_ = if width == 1 { "Not in this article" } else { "In none of these articles" };
            view! { <p class="fine">{format!("{where_}: {}.", list(&names))}</p> }
        });
        let nothing = rows
            .is_empty()
            .then(|| view! { <p class="empty">"No passage of these articles is on an issue of this collection."</p> });
        view! {
            <div class="compare-scroll" data-columns=column_count(width) tabindex="0" role="region" aria-label="Articles side by side, issue by issue">
                <table>
                    <caption class="visually-hidden">"Passages of each article, issue by issue"</caption>
                    <thead><tr>{heads}</tr></thead>
                    {body}
                </table>
            </div>
            {nothing}
            {missing}
        }
    }
}

fn view_row(row: &Row, columns: &[usize], query: &str) -> impl IntoView + use<> {
    let library = Library::get();
    let navigation = Navigation::get();
    let issue = library.corpus().issues.get(row.issue)?;
    let (id, name) = (issue.id.to_string(), issue.name.clone());
    let link_id = id.clone();
    let cells = row
        .cells
        .iter()
        .zip(columns)
        .filter_map(|(passages, article)| {
            let data = library.corpus().articles.get(*article)?;
            Some(view_cell(data.id.to_string(), *article, passages, &name, query))
        })
        .collect_view();
    Some(view! {
        <tbody data-row=id>
            <tr>
                <th class="row-head" scope="rowgroup" colspan=columns.len().to_string()>
                    <div>
                        <h2>{name}</h2>
                        <p class="fine">{sharing(library, row, columns)}</p>
                        <a class="fine no-print" href=move || issue_search(navigation, &link_id)>"all passages"</a>
                    </div>
                </th>
            </tr>
            <tr>{cells}</tr>
        </tbody>
    })
}

/// In words, how the columns share an issue.
fn sharing(library: Library, row: &Row, columns: &[usize]) -> String {
    let passages = count(row.passages(), "passage", "passages");
    let having: Vec<usize> =
        row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()).map(|(_, article)| *article).collect();
    match having.as_slice() {
        [] => "in none of these articles".to_owned(),
        _ if columns.len() == 1 => passages,
        [only] => {
            let name =
                library.corpus().articles.get(*only).map_or("one article", |article| library.outlet_name(article));
            let year = library
                .corpus()
                .articles
                .get(*only)
                .and_then(|article| article.published.as_ref())
                .map(|when| when.date.year());
            match year {
                Some(year) => format!("{passages}, only in {name} {year}"),
                None => format!("{passages}, only in {name}"),
            }
        }
        _ if having.len() == columns.len() => format!(
            "{passages}, in {}",
            if columns.len() == 2 { "both articles".to_owned() } else { format!("all {} articles", columns.len()) }
        ),
        _ => format!("{passages}, in {} of {} articles", having.len(), columns.len()),
    }
}

fn view_cell(id: String, article: usize, passages: &[u32], issue: &str, query: &str) -> AnyView {
    let library = Library::get();
    if passages.is_empty() {
        let words = format!("Nothing here on {issue}.");
        return view! { <td data-cell=id data-empty=""><p class="nothing">{words}</p></td> }.into_any();
    }
    let items = passages
        .iter()
        .map(|number| {
            let marks = library.marks(query, article, *number);
            view! { <Passage article number=*number marks tagged=false/> }
        })
        .collect_view();
    view! { <td data-cell=id>{items}</td> }.into_any()
}
