//! The collection itself, shown while nothing is asked.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::ArticleHead;
use crate::route::{Page, Route};
use crate::wording::{count, list};

/// The articles by date, and a way to lay them side by side.
#[component]
pub fn Shelf() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let corpus = library.corpus();
    let all = move || {
        let columns = corpus.articles.iter().take(4).map(|article| article.id.to_string()).collect();
        Route { columns, ..navigation.with(|route| route.elsewhere(Page::Compare)) }.href()
    };
    let items = (0..corpus.articles.len()).map(|article| view! { <Item article/> }).collect_view();
    let together =
        (corpus.articles.len() > 1).then(|| view! { <a class="button" href=all>"Lay articles side by side"</a> });
    view! {
        <div class="section-head">
            <h2>{count(corpus.articles.len(), "article", "articles")}</h2>
            {together}
        </div>
        <ul class="shelf">{items}</ul>
    }
}

#[component]
fn Item(article: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let corpus = library.corpus();
    let data = corpus.articles.get(article)?;
    let meetings: Vec<String> = data
        .meetings
        .iter()
        .filter_map(|covered| corpus.meeting(covered.id.as_str()))
        .map(|meeting| meeting.name.clone())
        .collect();
    let about = (!meetings.is_empty()).then(|| format!("On {}. ", list(&meetings)));
    let size = count(data.passages().count(), "passage", "passages");
    let id = data.id.to_string();
    let compare =
        move || Route { columns: vec![id.clone()], ..navigation.with(|route| route.elsewhere(Page::Compare)) }.href();
    Some(view! {
        <li>
            <ArticleHead article level=3/>
            <p class="fine">{about}{size}</p>
            <a class="button" href=compare aria-label=format!("Compare “{}”", data.headline.value)>"Compare"</a>
        </li>
    })
}
