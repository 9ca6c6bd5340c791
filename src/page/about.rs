//! What the page is, whose the texts are, and what it does not do.

use leptos::prelude::*;

use crate::library::Library;
use crate::wording::{count, published};

/// The about page.
#[component]
pub fn About() -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let sources = corpus
        .articles
        .iter()
        .map(|article| {
            let outlet = corpus.outlet_of(article).map_or("Outlet unknown", |outlet| outlet.name.as_str());
            let date = article.published.as_ref().map_or_else(|| "date unknown".to_owned(), published);
            view! { <li>{format!("“{}”, {outlet}, {date}.", article.headline.value)}</li> }
        })
        .collect_view();
    view! {
        <h1>"About"</h1>
        <div class="prose">
            <p class="lede">"A reading room for news coverage of summits: search it, filter it by issue, lay it side by side."</p>
            <h2>"What you can rely on"</h2>
            <p>"Every statement that this page adds to a source, such as a date, an issue or a speaker, rests on words of the source and shows them, or says that it was inferred and from what. Nothing that was received is lost: lines left out of the reading text are listed at the end of each article."</p>
            <h2>"What it does with your data"</h2>
            <p>"Nothing. There is no server, no account and no tracking. The articles and the search engine are in the page; what you type stays in this browser. Once the page has been opened it also works without a network."</p>
            <h2>"Whose it is"</h2>
            <p>"The articles belong to their publishers. They are shown here as received, for teaching and research; whoever puts this page on a public site should see that they may. The program is free software, under the MIT licence or the Apache licence 2.0, as you choose."</p>
            <h2>{format!("The sources: {}", count(corpus.articles.len(), "article", "articles"))}</h2>
            <ul>{sources}</ul>
        </div>
    }
}
