//! An article in two lines: outlet and date, headline.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::route::Page;
use crate::wording::published;

/// Outlet, date and headline; the headline leads to the article with the
/// query that is shown, so that its words are marked there too.
#[component]
pub fn ArticleHead(
    /// Index of the article.
    article: usize,
    /// The level of the heading: 2 or 3.
    #[prop(default = 2)]
    level: u8,
) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    library.corpus().articles.get(article).map(|article| {
        let id = article.id.to_string();
        let href = move || {
            navigation.with(|route| {
                let mut reader = route.elsewhere(Page::Read(id.clone()));
                reader.query.clone_from(&route.query);
                reader.href()
            })
        };
        let date = article.published.as_ref().map_or_else(|| "Date unknown".to_owned(), published);
        let title = article.headline.value.clone();
        let link = view! { <a href=href>{title}</a> };
        let heading = match level {
            3 => view! { <h3 class="title">{link}</h3> }.into_any(),
            _ => view! { <h2 class="title">{link}</h2> }.into_any(),
        };
        view! {
            <div class="article-head">
                <p class="overline">{format!("{} · {date}", library.outlet_name(article))}</p>
                {heading}
            </div>
        }
    })
}
