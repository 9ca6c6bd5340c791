//! The whole texts, one column each.

use leptos::prelude::*;
use summitry_corpus::{Block, BlockKind};

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page::compare::{ColumnHead, column_count};
use crate::part::Passage;

/// A column for each article.
#[component]
pub fn Texts() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let shown = Memo::new(move |_| navigation.with(|route| (library.columns(route), route.query.clone())));
    move || {
        let (columns, query) = shown.get();
        let count = columns.len();
        let views = columns
            .iter()
            .enumerate()
            .map(|(place, article)| view_column(*article, place, count, &query))
            .collect_view();
        view! {
            <div class="compare-scroll" data-columns=column_count(count) tabindex="0" role="region" aria-label="Articles side by side, whole">
                <div class="columns">{views}</div>
            </div>
        }
    }
}

fn view_column(article: usize, place: usize, count: usize, query: &str) -> impl IntoView + use<> {
    let library = Library::get();
    let data = library.corpus().articles.get(article)?;
    let blocks = data.blocks.iter().map(|block| view_block(library, article, block, query)).collect_view();
    let name = data.headline.value.clone();
    Some(view! {
        <section class="column" data-column=data.id.to_string() aria-label=name>
            <header><ColumnHead article place count/></header>
            {blocks}
        </section>
    })
}

/// A passage, a subhead or a caption; what stands in the column's head already
/// is not repeated.
fn view_block(library: Library, article: usize, block: &Block, query: &str) -> AnyView {
    let text = block.text.clone();
    match (block.kind, block.n) {
        (_, Some(number)) => {
            let marks = library.marks(query, article, number);
            view! { <Passage article number marks/> }.into_any()
        }
        (BlockKind::Subhead, _) => view! { <h3 class="words-subhead">{text}</h3> }.into_any(),
        (BlockKind::Standfirst | BlockKind::Caption, _) => view! { <p class="words-caption">{text}</p> }.into_any(),
        _ => ().into_any(),
    }
}
