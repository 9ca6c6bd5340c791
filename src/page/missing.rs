//! What a link shows that leads to nothing: a sentence and the ways on.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::ArticleHead;
use crate::route::Page;

/// There is no such page.
#[component]
pub fn NoPage(
    /// The name that the link gave it.
    name: String,
) -> impl IntoView {
    let navigation = Navigation::get();
    let name: String = name.chars().take(60).collect();
    let search = move || navigation.with(|route| route.elsewhere(Page::Search)).href();
    view! {
        <div class="empty">
            <h1>"There is no such page"</h1>
            <p>{format!("This link leads to a page called “{name}”, and the reading room has none of that name. The link may be cut short or mistyped.")}</p>
            <p><a class="button" href=search>"Search the articles"</a></p>
            <h2>"The articles"</h2>
            <Articles/>
        </div>
    }
}

/// There is no such article.
#[component]
pub fn NoArticle(
    /// The id that the link gave.
    id: String,
) -> impl IntoView {
    let id: String = id.chars().take(60).collect();
    view! {
        <div class="empty">
            <h1>"There is no such article"</h1>
            <p>{format!("This link leads to an article called “{id}”, which is not in this collection. These are:")}</p>
            <Articles/>
        </div>
    }
}

#[component]
fn Articles() -> impl IntoView {
    let count = Library::get().corpus().articles.len();
    view! { <ul>{(0..count).map(|article| view! { <li><ArticleHead article level=3/></li> }).collect_view()}</ul> }
}
