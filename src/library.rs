//! The collection that the page carries, and what of a route it knows.
//!
//! Read-only: it is opened once and lives as long as the page.

use std::ops::Deref;

use summitry_corpus::{Article, Corpus};
use summitry_search::{Collection, OpenError, Request};

use crate::route::{Page, Problem, Route};

/// Articles, what is known about them and their index, as `build.rs` made it.
static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/collection.bin"));

/// The collection, to be handed to every part of the page.
#[derive(Clone, Copy)]
pub struct Library(&'static Collection);

impl Deref for Library {
    type Target = Collection;

    fn deref(&self) -> &Collection {
        self.0
    }
}

impl Library {
    /// Opens the collection in the page.
    ///
    /// # Errors
    /// When it is damaged or of another version.
    pub fn open() -> Result<Self, OpenError> {
        Collection::open(BLOB).map(|collection| Self(Box::leak(Box::new(collection))))
    }

    /// Everything that is known about the articles; it lives as long as the page.
    pub fn corpus(self) -> &'static Corpus {
        self.0.corpus()
    }

    /// The route without the ids that this collection does not have, and a
    /// sentence for each of them.
    pub fn known(&self, route: &Route) -> (Route, Vec<Problem>) {
        let corpus = self.corpus();
        let mut known = route.clone();
        let mut problems = Vec::new();
        let mut keep = |ids: &mut Vec<String>, what: &str, exists: &dyn Fn(&str) -> bool| {
            ids.retain(|id| {
                let found = exists(id);
                if !found {
                    problems.push(Problem(format!(
                        "This collection has no {what} called “{}”, so it was left out.",
                        id.chars().take(60).collect::<String>()
                    )));
                }
                found
            });
        };
        keep(&mut known.issues, "issue", &|id| corpus.issue(id).is_some());
        keep(&mut known.outlets, "outlet", &|id| corpus.outlet(id).is_some());
        keep(&mut known.meetings, "meeting", &|id| corpus.meeting(id).is_some());
        keep(&mut known.sides, "side", &|id| corpus.side(id).is_some());
        keep(&mut known.columns, "article", &|id| corpus.article(id).is_some());
        if let Page::Read(id) = &route.page {
            known.passage = route.passage.filter(|number| {
                let Some(article) = corpus.article(id) else { return true };
                let found = article.passage(*number).is_some();
                if !found {
                    problems.push(Problem(format!(
                        "This article has no passage {number}: they are numbered from 1 to {}.",
                        article.passages().count()
                    )));
                }
                found
            });
        }
        let (first, last) = (route.from.and_then(|from| from.first()), route.to.and_then(|to| to.last()));
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            problems.push(Problem(
                "The dates of this link end before they begin, so nothing can lie between them.".to_owned(),
            ));
        }
        if let Some(tag) = known.language.take_if(|tag| !tag.eq_ignore_ascii_case("en")) {
            let tag: String = tag.chars().take(60).collect();
            problems.push(Problem(format!("The page is not available in the language “{tag}”; it is in English.")));
        }
        (known, problems)
    }

    /// What a route asks of the search engine.
    pub fn request<'r>(&self, route: &'r Route) -> Request<'r> {
        let ids = |ids: &'r [String]| ids.iter().map(String::as_str).collect();
        Request {
            issues: ids(&route.issues),
            issues_mode: route.issues_match,
            outlets: ids(&route.outlets),
            meetings: ids(&route.meetings),
            sides: ids(&route.sides),
            from: route.from,
            to: route.to,
            sort: route.sort,
            as_you_type: true,
            ..Request::new(&route.query)
        }
    }

    /// The index of an article in the corpus.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.corpus().articles.iter().position(|article| article.id.as_str() == id)
    }

    /// The articles of the columns of a route, in order.
    pub fn columns(&self, route: &Route) -> Vec<usize> {
        route.columns.iter().filter_map(|id| self.index_of(id)).collect()
    }

    /// An outlet's short name, or a sentence's worth of not knowing it.
    pub fn outlet_name(self, article: &Article) -> &'static str {
        self.corpus().outlet_of(article).map_or("Outlet unknown", |outlet| outlet.short.as_str())
    }

    /// The place of a side in the catalogue, from 1; it decides the look of
    /// the side's mark.
    pub fn side_rank(&self, id: &str) -> Option<usize> {
        self.corpus().sides.iter().position(|side| side.id.as_str() == id).map(|place| place + 1)
    }

    /// The numbers of an article's passages on an issue, in order.
    pub fn passages_on(&self, issue: &str, article: usize) -> Vec<u32> {
        self.issue_passages(issue).filter(|(found, _)| *found == article).map(|(_, passage)| passage).collect()
    }
}
