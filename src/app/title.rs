//! What the document is called: what is asked, and the name of the page.

use crate::app::PAGES;
use crate::library::Library;
use crate::route::{Page, Route};
use crate::wording::list;

/// The name of a view.
pub fn of(library: Library, route: &Route) -> String {
    let asked = match &route.page {
        Page::Search => route.query.chars().take(60).collect(),
        Page::Compare => {
            let names = route.columns.iter().filter_map(|id| library.column(id)).map(|column| column.short);
            list(&names.collect::<Vec<_>>())
        }
        _ => String::new(),
    };
    let page = page_title(library, &route.page);
    if asked.is_empty() { page } else { [&asked, " · ", &page].concat() }
}

fn page_title(library: Library, page: &Page) -> String {
    match page {
        Page::Read(id) => match library.corpus().article(id) {
            Some(article) => format!("{} ({})", article.headline.value, library.outlet_name(article)),
            None => "No such article".to_owned(),
        },
        page => {
            let known = PAGES.into_iter().find(|(known, ..)| known.room() == page.room());
            known.map_or("No such page", |(_, name, _)| name).to_owned()
        }
    }
}
