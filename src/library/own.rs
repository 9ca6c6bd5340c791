//! A collection that the visitor made here: alone, or beside the page's own.
//!
//! Invariant: an article of the visitor's that stands beside others is called
//! theirs in words wherever its outlet is named.

use summitry_corpus::{Article, Corpus};

use super::Library;
use crate::route::tail::parted;
use crate::route::{Page, Problem, Route, limits};

/// What is the visitor's own of a collection.
pub struct Own {
    /// The name of their collection, which links to it carry.
    title: String,
    /// Beside others: their articles by id, and how their outlets are called.
    names: Vec<(String, String)>,
    /// Beside others: the outlets, people, meetings and issues that the page does
    /// not have, each as its kind and its id.
    entries: Vec<(&'static str, String)>,
    /// How many articles of theirs there are.
    count: usize,
}

/// The word that tells what is the visitor's from what is the page's.
const YOURS: &str = " (yours)";

/// What a collection without a name is called.
const UNTITLED: &str = "Untitled";

impl Library {
    /// The collection as one that the visitor made; `beside` are the ids of the
    /// articles that are theirs, where they stand beside those of `page`.
    pub(super) fn owned(self, title: &str, beside: Vec<String>, page: Option<&Corpus>) -> Self {
        let corpus = self.corpus();
        let name = |id: String| {
            let outlet = corpus.article(&id).map_or("", |article| self.outlet_name(article));
            let name = [outlet, YOURS].concat();
            (id, name)
        };
        let mut names: Vec<(String, String)> = beside.into_iter().map(name).collect();
        names.sort_unstable();
        let entries = page.map(|page| others(page, corpus)).unwrap_or_default();
        let count = if names.is_empty() { corpus.articles.len() } else { names.len() };
        let title = named(title).chars().take(limits::LONGEST_NAME).collect();
        Self { own: Some(Box::leak(Box::new(Own { title, names, entries, count }))), ..self }
    }

    /// Whether it is one that the visitor made here, or has theirs beside others.
    pub fn is_own(self) -> bool {
        self.own.is_some()
    }

    /// Whether the visitor's articles stand beside those of the page.
    pub fn is_beside(self) -> bool {
        self.own.is_some_and(|own| !own.names.is_empty())
    }

    /// The name of the visitor's own collection, and how many articles it has.
    pub fn own_title(self) -> Option<(&'static str, usize)> {
        self.own.map(|own| (own.title.as_str(), own.count))
    }

    /// The name of the outlet of an article that is the visitor's beside others.
    pub(super) fn own_name(self, article: &Article) -> Option<&'static str> {
        let names = &self.own?.names;
        let at = names.binary_search_by(|(id, _)| id.as_str().cmp(article.id.as_str())).ok()?;
        names.get(at).map(|(_, name)| name.as_str())
    }

    /// The word behind the name of an outlet, a person, a meeting or an issue that
    /// is the visitor's and stands beside the page's; nothing behind others.
    pub fn yours(self, kind: &str, id: &str) -> &'static str {
        let own = self.own.is_some_and(|own| own.entries.iter().any(|(known, one)| *known == kind && one == id));
        if own { YOURS } else { "" }
    }

    /// Whether a link to the collection of this name is to what is shown here.
    pub fn is_called(self, name: &str) -> bool {
        let here = [self.own.map(|own| own.title.as_str()), Some(named(&self.corpus().title))];
        // The end of the sentence in which the link stood may cling to it.
        here.contains(&Some(name)) || here.contains(&Some(parted(name).0))
    }

    /// The way to an article, or to a passage of it, as it is given to others: of
    /// the view it has nothing but the name of the visitor's own collection, where
    /// the article is of that.
    pub fn reader(self, article: &Article, passage: Option<u32>) -> Route {
        let own = self.own.filter(|own| own.names.is_empty() || self.own_name(article).is_some());
        let collection = own.map(|own| own.title.clone());
        Route { passage, collection, ..Route::to(Page::Read(article.id.to_string())) }
    }

    /// Sees to it that a route names the visitor's own collection where that is
    /// shown, and tells of one that is named and not here.
    pub(super) fn settle_collection(self, route: &mut Route) -> Option<Problem> {
        let wanted = route.collection.take();
        route.collection = self.own.map(|own| own.title.clone());
        let wanted = wanted.filter(|wanted| !self.is_called(wanted))?;
        Some(Problem(format!(
            "This link is to “{}”, a collection of somebody’s own, which is not shown here. If it is yours, open it in the Workshop and choose “Use this collection”. If not, ask who gave you the link for the collection’s page, which holds it, or for its folder as a zip, and bring that in there.",
            limits::shown(&wanted)
        )))
    }
}

/// What a corpus has besides what a page has. An id means the same in both: where
/// two collections are joined, the visitor's give way.
fn others(page: &Corpus, all: &Corpus) -> Vec<(&'static str, String)> {
    let ids = |corpus: &Corpus| -> Vec<(&'static str, String)> {
        let outlets = corpus.outlets.iter().map(|one| ("outlet", one.id.to_string()));
        let people = corpus.people.iter().map(|one| ("person", one.id.to_string()));
        let meetings = corpus.meetings.iter().map(|one| ("meeting", one.id.to_string()));
        let issues = corpus.issues.iter().map(|one| ("issue", one.id.to_string()));
        outlets.chain(people).chain(meetings).chain(issues).collect()
    };
    let known = ids(page);
    ids(all).into_iter().filter(|one| !known.contains(one)).collect()
}

/// A title, or what stands in its place.
pub fn named(title: &str) -> &str {
    if title.trim().is_empty() { UNTITLED } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::open().unwrap()
    }

    #[test]
    fn what_is_the_visitors_own_beside_others_is_called_so_by_its_outlet() {
        let first = library().corpus().articles.first().unwrap();
        let beside = library().owned("Herring", vec![first.id.to_string()], None);
        assert_eq!(beside.outlet_name(first), format!("{} (yours)", library().outlet_name(first)));
        let last = library().corpus().articles.last().unwrap();
        assert_eq!(beside.outlet_name(last), library().outlet_name(last));
        assert!(beside.is_beside() && beside.own_title() == Some(("Herring", 1)));
        let alone = library().owned("", Vec::new(), None);
        assert_eq!(alone.outlet_name(first), library().outlet_name(first));
        assert_eq!(alone.own_title(), Some(("Untitled", library().corpus().articles.len())));
    }

    #[test]
    fn what_the_page_does_not_have_by_itself_is_the_visitors() {
        let all = library().corpus();
        let mut page = all.clone();
        let (outlet, issue) = (page.outlets.pop().unwrap().id, page.issues.remove(0).id);
        let beside = library().owned("Herring", vec![all.articles[0].id.to_string()], Some(&page));
        assert_eq!(beside.yours("outlet", outlet.as_str()), " (yours)");
        assert_eq!(beside.yours("issue", issue.as_str()), " (yours)");
        assert_eq!(beside.yours("outlet", page.outlets[0].id.as_str()), "");
        assert_eq!(beside.yours("person", outlet.as_str()), "");
        assert_eq!(library().yours("outlet", outlet.as_str()), "");
    }

    #[test]
    fn a_link_to_a_collection_that_is_not_here_says_what_is_missing_and_how_to_get_it() {
        let route = Route::parse("#/read/herring-2019?collection=Herring&issue=cod").0;
        let (known, problems) = library().known(&route);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].0.contains("“Herring”") && problems[0].0.contains("Workshop"));
        assert_eq!(known.collection, None);
    }

    #[test]
    fn an_address_that_is_given_to_others_names_the_collection_of_its_article() {
        let articles = &library().corpus().articles;
        let (first, last) = (articles.first().unwrap(), articles.last().unwrap());
        let href = |library: Library, article: &Article| library.reader(article, Some(4)).href();
        let plain = |article: &Article| format!("#/read/{}?p=4", article.id);
        let named = |article: &Article| format!("#/read/{}?p=4&collection=Tram", article.id);
        let alone = library().owned("Tram", Vec::new(), None);
        assert_eq!((href(library(), first), href(alone, first)), (plain(first), named(first)));
        // The page's own articles are there for everybody.
        let beside = library().owned("Tram", vec![first.id.to_string()], None);
        assert_eq!((href(beside, first), href(beside, last)), (named(first), plain(last)));
    }

    #[test]
    fn a_link_to_the_collection_that_is_shown_works_and_every_route_in_it_names_it() {
        let own = library().owned("Herring", Vec::new(), None);
        for fragment in ["#/search?q=treaty&collection=Herring", "#/search?collection=Herring.", "#/search?q=treaty"] {
            let (known, problems) = own.known(&Route::parse(fragment).0);
            assert_eq!((known.collection.as_deref(), problems.len()), (Some("Herring"), 0));
        }
        // A page that was made with the collection has it built in.
        let title = &library().corpus().title;
        let (known, problems) = library().known(&Route { collection: Some(title.clone()), ..Route::default() });
        assert_eq!((known.collection, problems.len()), (None, 0));
    }
}
