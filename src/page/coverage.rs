//! The picture of the collection: how many passages each article has on each
//! issue.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::route::{Page, Route};
use crate::wording::count;

/// A table of issues and articles; each figure leads to its passages.
#[component]
pub fn Coverage() -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let heads = corpus
        .articles
        .iter()
        .map(|article| {
            let year = article.published.as_ref().map(|when| when.date.year().to_string()).unwrap_or_default();
            let title = article.headline.value.clone();
            view! { <th scope="col" title=title>{library.outlet_name(article).to_owned()}<br/>{year}</th> }
        })
        .collect_view();
    let rows = (0..corpus.issues.len()).map(|issue| view! { <Row issue/> }).collect_view();
    view! {
        <h1>"Coverage"</h1>
        <p class="lede">"How many passages of each article are on each issue. A passage may be on several; each figure leads to its passages."</p>
        <div class="coverage-scroll" tabindex="0" role="region" aria-label="Issues and articles">
            <table class="coverage">
                <thead><tr><th scope="col">"Issue"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(issue: usize) -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let definition = corpus.issues.get(issue)?;
    let cells = (0..corpus.articles.len()).map(|article| view! { <td><Cell issue article/></td> }).collect_view();
    let description = definition.description.clone();
    Some(view! { <tr><th scope="row" title=description>{definition.name.clone()}</th>{cells}</tr> })
}

#[component]
fn Cell(issue: usize, article: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let corpus = library.corpus();
    let (definition, data) = corpus.issues.get(issue).zip(corpus.articles.get(article))?;
    let number = library.passages_on(definition.id.as_str(), article).len();
    if number == 0 {
        return Some(view! { <span class="none" aria-label="none">"–"</span> }.into_any());
    }
    let (issue_id, article_id) = (definition.id.to_string(), data.id.to_string());
    let href = move || {
        let (issues, columns) = (vec![issue_id.clone()], vec![article_id.clone()]);
        navigation.with(|route| Route { issues, columns, ..route.elsewhere(Page::Compare) }).href()
    };
    let name =
        format!("{} on {} in {}", count(number, "passage", "passages"), definition.name, library.outlet_name(data));
    let weight = (number * 100 / data.passages().count().max(1)).min(100);
    Some(view! { <a href=href aria-label=name style:--weight=weight.to_string()>{number}</a> }.into_any())
}
