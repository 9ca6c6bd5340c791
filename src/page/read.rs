//! The reader: one article with numbered passages, its issues in the margin.

mod facts;
mod text;

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page::missing::NoArticle;
use crate::route::{Page, Route};
use facts::Facts;
use text::Text;

/// The reader.
#[component]
pub fn Read(
    /// The article's id.
    article: String,
) -> impl IntoView {
    match Library::get().index_of(&article) {
        Some(index) => view! { <Article index/> }.into_any(),
        None => view! { <NoArticle id=article/> }.into_any(),
    }
}

#[component]
fn Article(index: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let article = library.corpus().articles.get(index)?;
    let standfirsts = article
        .blocks
        .iter()
        .filter(|block| block.kind == summitry_corpus::BlockKind::Standfirst)
        .map(|block| view! { <p class="standfirst">{block.text.clone()}</p> })
        .collect_view();
    let id = article.id.to_string();
    let compare = move || {
        let columns = vec![id.clone()];
        navigation.with(|route| Route { columns, query: route.query.clone(), ..route.elsewhere(Page::Compare) }).href()
    };
    let marked = move || {
        navigation.with(|route| (!route.query.is_empty()).then(|| (route.query.clone(), Route { query: String::new(), ..route.clone() }))).map(
            |(query, without)| {
                view! { <ul class="chips" aria-label="Marked words"><li><a href=without.href()><span class="visually-hidden">"Without "</span>{format!("marked: {query}")}</a></li></ul> }
            },
        )
    };
    Some(view! {
        <article class="reader" aria-labelledby="headline">
            <header class="reader-head">
                <p class="overline">{library.outlet_name(article).to_owned()}</p>
                <h1 id="headline">{article.headline.value.clone()}</h1>
                {standfirsts}
                <Facts index/>
                <div class="compare-bar">
                    <a class="button" href=compare>"Compare this article"</a>
                    {marked}
                </div>
            </header>
            <Text index/>
            <Neighbours index/>
        </article>
    })
}

/// The articles before and after, by date.
#[component]
fn Neighbours(index: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let link = move |place: Option<usize>, name: &'static str, class: &'static str| {
        let article = library.corpus().articles.get(place?)?;
        let (id, headline) = (article.id.to_string(), article.headline.value.clone());
        let outlet = library.outlet_name(article).to_owned();
        let href = move || navigation.with(|route| route.elsewhere(Page::Read(id.clone()))).href();
        Some(view! {
            <p class=class>
                <span class="overline">{format!("{name} · {outlet}")}</span>
                <br/>
                <a href=href>{headline}</a>
            </p>
        })
    };
    view! {
        <nav class="neighbours" aria-label="Articles before and after">
            {link(index.checked_sub(1), "Previous by date", "previous")}
            {link(index.checked_add(1), "Next by date", "next")}
        </nav>
    }
}
