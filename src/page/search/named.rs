//! Names of outlets, years and months among the words of a query, offered as
//! the filters that they are the names of.
//!
//! Invariant: what is offered leaves passages, and takes exactly its own words
//! out of the query.

use summitry_search::query::DateBound;
use summitry_search::{NamedFilter, Request};

use crate::app::Scene;
use crate::node::{Element, el, link};
use crate::route::Route;
use crate::wording::count;

/// A filter that is offered: what it is called, where it leads, and how many
/// passages are there.
pub type Offer = (String, Route, usize);

/// The filters that words of the query are the names of.
pub fn offers(scene: Scene<'_>) -> Vec<Offer> {
    let named = scene.library.named_filters(&scene.route.query).into_iter();
    let offers = named.filter_map(|named| {
        let to = with_filter(scene.route, &named)?;
        let passages = scene.library.answer(Request { limit: 1, ..scene.library.request(&to) }).total;
        let mut name = named.what;
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Some((name, to, passages))
    });
    offers.filter(|(.., passages)| *passages > 0).collect()
}

/// The route with a filter in place of the words that are its name.
fn with_filter(route: &Route, named: &NamedFilter) -> Option<Route> {
    let (field, id) = named.filter.split_once(':')?;
    let bound = DateBound::parse(id);
    let to = route.with(|route| {
        route.query.clone_from(&named.rest);
        if field == "date" {
            (route.from, route.to) = (bound, bound);
        } else if !route.outlets.iter().any(|known| known == id) {
            route.outlets.push(id.to_owned());
        }
    });
    (field != "date" || bound.is_some()).then_some(to)
}

/// The offers in a line, below how the query was understood.
pub fn view(scene: Scene<'_>) -> Option<Element> {
    let offers: Vec<Element> = offers(scene)
        .into_iter()
        .map(|(name, to, passages)| {
            let number = [": ", &count(passages, "passage", "passages")].concat();
            el("span").class("offer").add(link(to.href()).add(name)).add(number)
        })
        .collect();
    (!offers.is_empty()).then(|| el("p").class("fine offers").add("As a filter: ").all(offers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_name_in_the_query_becomes_a_filter_and_leaves_the_other_words() {
        let library = Library::open().unwrap();
        for (query, expected) in [
            ("BBC", "#/search?outlet=bbc"),
            ("2008", "#/search?from=2008&to=2008"),
            ("april 2008", "#/search?from=2008-04&to=2008-04"),
            ("jamestown", "#/search?outlet=monitor"),
            ("voa iran", "#/search?q=iran&outlet=voa"),
        ] {
            let route = Route { query: query.to_owned(), ..Route::default() };
            let named = library.named_filters(query);
            let to = with_filter(&route, &named[0]).unwrap();
            assert_eq!(to.href(), expected, "{query}");
            assert!(library.search(&library.request(&to)).total > 0, "{query}");
        }
    }
}
