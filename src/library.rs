//! The collection that the page shows with the visitor's own issues, and
//! what of a route it knows.
//!
//! Read-only: it is opened once and lives as long as the page.

mod brought;
mod column;
mod issues;
mod own;
mod speakers;

use std::ops::Deref;

use gloo::timers::callback::Timeout;
use summitry_corpus::{Article, Block, Corpus, IssueDefinition};
use summitry_search::query::parse;
use summitry_search::{BegunIndex, Collection, Label, OpenError, Request, Response, SavedIssue};
use web_sys::js_sys;

pub use column::{Column, MOST_COLUMNS, Place};
pub use issues::AllIssues;
use issues::Issues;
use own::Own;
pub use own::named;
pub use speakers::{Speaker, Statement, Tally, chooses_statements, is_chosen, speakers};

use crate::route::tail::{clung, parted};
use crate::route::{OwnIssue, Page, Problem, Route, Text, limits};
use crate::withheld::Withheld;

/// How long the index is worked at in one turn of the browser, in milliseconds:
/// half a frame. A turn ends with the article in which that is over.
const TURN: f64 = 8.0;

/// The collection, to be handed to every part of the page. Issues are asked of
/// it and not of the corpus: it knows the visitor's own as well.
#[derive(Clone, Copy)]
pub struct Library {
    collection: &'static Collection,
    /// The catalogue's issues alone; those with others hang on them.
    catalogue: &'static Issues,
    issues: &'static Issues,
    /// What the visitor made here, where it is shown.
    own: Option<&'static Own>,
    /// What a lesson in hand keeps from the page.
    withheld: Withheld,
}

impl Deref for Library {
    type Target = Collection;

    fn deref(&self) -> &Collection {
        self.collection
    }
}

impl Library {
    /// Opens the page's collection.
    ///
    /// # Errors
    /// When it is damaged or of another version.
    pub fn open() -> Result<Self, OpenError> {
        Self::of(&Self::packed())
    }

    /// The page's collection, packed.
    pub fn packed() -> Vec<u8> {
        brought::collection()
    }

    /// Opens a collection that the visitor made here and called `title`. Where
    /// it stands beside the page's, `beside` are the ids of the visitor's articles.
    ///
    /// # Errors
    /// When it is damaged or of another version.
    pub fn bring(blob: &[u8], title: &str, beside: Vec<String>) -> Result<Self, OpenError> {
        // What the page has by itself tells what else is the visitor's.
        let page = if beside.is_empty() { None } else { Some(Collection::open(&Self::packed())?) };
        Self::of(blob).map(|library| library.owned(title, beside, page.as_ref().map(|page| page.corpus())))
    }

    /// Opens a collection, which then lives as long as the page.
    fn of(blob: &[u8]) -> Result<Self, OpenError> {
        Collection::open(blob).map(|collection| {
            let issues: &'static Issues = Box::leak(Box::default());
            Self {
                collection: Box::leak(Box::new(collection)),
                catalogue: issues,
                issues,
                own: None,
                withheld: Withheld::default(),
            }
        })
    }

    /// Makes the index, so that as a rule no search waits for it; the first view needs none.
    /// In turns of the browser, so that on a slow phone too a visitor is answered in
    /// between.
    pub fn prepare_in_turns(self) {
        if let Some(begun) = self.collection.begin_index() {
            self.read_on(begun);
        }
    }

    fn read_on(self, mut begun: BegunIndex) {
        Timeout::new(0, move || {
            let until = js_sys::Date::now() + TURN;
            while self.collection.index_next(&mut begun) {
                if js_sys::Date::now() >= until {
                    return self.read_on(begun);
                }
            }
            Timeout::new(0, move || self.collection.finish_index(begun)).forget();
        })
        .forget();
    }

    /// The library with these own issues of the visitor's, and no others.
    pub fn with_own(self, own: &[OwnIssue]) -> Self {
        Self { issues: self.catalogue.with_own(self.collection, own), ..self }
    }

    /// The library without what a lesson in hand withholds.
    pub fn withholding(self, withheld: Withheld) -> Self {
        Self { withheld, ..self }
    }

    /// What is left out of it, because a lesson in hand withholds it.
    pub fn withheld(self) -> Withheld {
        self.withheld
    }

    /// What tells this collection from every other that was opened.
    pub fn identity(self) -> String {
        std::ptr::from_ref(self.collection).addr().to_string()
    }

    /// Everything that is known about the articles; it lives as long as the page.
    pub fn corpus(self) -> &'static Corpus {
        self.collection.corpus()
    }

    /// All issues: the catalogue's in its order, then the visitor's own.
    /// [`Label::issue`] is a place in this list.
    pub fn issues(self) -> AllIssues {
        self.issues.all(self.collection, self.withheld.labels)
    }

    /// The issue with this id.
    pub fn issue(self, id: &str) -> Option<&'static IssueDefinition> {
        self.issues().iter().find(|issue| issue.id.as_str() == id)
    }

    /// The issues that a passage is on, in the order of [`issues`](Self::issues),
    /// with the words that earned them. `passage` counts from 1.
    pub fn labels(self, article: usize, passage: u32) -> Vec<&'static Label> {
        let catalogue = if self.withheld.labels { &[] } else { self.collection.labels(article, passage) };
        catalogue.iter().chain(self.issues.labels(article, passage)).collect()
    }

    /// The route without the ids that this collection does not have, and a
    /// sentence for each of them.
    pub fn known(&self, route: &Route) -> (Route, Vec<Problem>) {
        let corpus = self.corpus();
        let (mut known, withheld) = self.withheld.without(route);
        let missing = self.settle_collection(&mut known);
        let mut problems: Vec<Problem> = withheld.into_iter().collect();
        known.own.retain(|issue| {
            let fault = own_fault(issue);
            let kept = fault.is_none();
            problems.extend(fault);
            kept
        });
        let library = self.with_own(&known.own);
        let mut keep = |ids: &mut Vec<String>, what: &str, exists: &dyn Fn(&str) -> bool| {
            let mut kept: Vec<String> = Vec::with_capacity(ids.len());
            for id in std::mem::take(ids) {
                match meant(&id, exists) {
                    Some((meant, told)) => {
                        problems.extend(told);
                        if !kept.contains(&meant) {
                            kept.push(meant);
                        }
                    }
                    None => problems.push(Problem(format!(
                        "This collection has no {what} called “{}”, so it was left out.",
                        limits::shown(&id)
                    ))),
                }
            }
            *ids = kept;
        };
        keep(&mut known.issues, "issue", &|id| library.issue(id).is_some());
        keep(&mut known.outlets, "outlet", &|id| corpus.outlet(id).is_some());
        keep(&mut known.meetings, "meeting", &|id| corpus.meeting(id).is_some());
        keep(&mut known.sides, "side", &|id| corpus.side(id).is_some());
        keep(&mut known.speakers, "person", &|id| corpus.person(id).is_some());
        keep(&mut known.roles, "class of role", &|id| ROLES.iter().any(|(role, _)| *role == id));
        keep(&mut known.kinds, "kind of passage", &|id| KINDS.iter().any(|(kind, _)| *kind == id));
        keep(&mut known.columns, "article, covered meeting or outlet", &|id| self.column(id).is_some());
        keep(&mut known.folded, "issue", &|id| library.issue(id).is_some());
        keep(&mut known.places, "passage", &|place| self.place(place).is_some());
        if let Page::Read(id) = &mut known.page
            && let Some((meant, told)) = meant(id, &|id| corpus.article(id).is_some())
        {
            *id = meant;
            problems.extend(told);
        }
        if let Page::Read(id) = &known.page {
            let count = corpus.article(id).map_or(u32::MAX, |article| article.passages().count() as u32);
            known.passage = route.passage.filter(|number| *number <= count);
            let beyond = route.last_passage().filter(|last| *last > count);
            problems.extend(beyond.map(|last| {
                Problem(format!("This article has no passage {last}: they are numbered from 1 to {count}."))
            }));
            known.passages =
                known.passages.map(|(first, last)| (first, last.min(count))).filter(|(first, last)| first < last);
            // A line can only be shown in the file as received.
            if route.line.is_some() && known.text == Text::Reading {
                known.text = Text::Received;
            }
            known.line = route.line.filter(|number| {
                let Some(article) = corpus.article(id) else { return true };
                let count = article.lines().count();
                let found = *number as usize <= count;
                if !found {
                    problems.push(Problem(format!("This article's file has no line {number}: it has {count}.")));
                }
                found
            });
        }
        if route.ends_before_it_begins() {
            problems.push(Problem(
                "The dates of this link end before they begin, so nothing can lie between them.".to_owned(),
            ));
        }
        if let Some(tag) =
            known.language.take_if(|tag| !tag.split('-').next().unwrap_or(tag).eq_ignore_ascii_case("en"))
        {
            problems.push(Problem(format!("The page is not available in the language “{tag}”; it is in English.")));
        }
        // What belongs to a collection that is not here need not be named one by one.
        (known, missing.map_or(problems, |missing| vec![missing]))
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
            speakers: ids(&route.speakers),
            roles: ids(&route.roles),
            kinds: ids(&route.kinds),
            saved: route.own.iter().map(saved).collect(),
            from: route.from,
            to: route.to,
            sort: route.sort,
            ..Request::new(&route.query)
        }
    }

    /// The answer to a query as it is being typed: its last word also stands for
    /// longer ones.
    pub fn answer(&self, request: Request<'_>) -> Response {
        self.search(&Request { as_you_type: true, ..request })
    }

    /// The index of an article in the corpus.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.corpus().articles.iter().position(|article| article.id.as_str() == id)
    }

    /// The passage that a link calls by the id of an article, a dot and a number.
    pub fn place(&self, name: &str) -> Option<Place> {
        let (article, number) = name.rsplit_once('.')?;
        let (index, number) = (self.index_of(article)?, number.parse().ok()?);
        self.corpus().articles.get(index)?.passage(number).map(|_| (index, number))
    }

    /// A passage.
    pub fn block(self, (article, number): Place) -> Option<&'static Block> {
        self.corpus().articles.get(article)?.passage(number)
    }

    /// What links call a passage.
    pub fn place_name(&self, (article, number): Place) -> String {
        let id = self.corpus().articles.get(article).map_or("", |article| article.id.as_str());
        format!("{id}.{number}")
    }

    /// An outlet's short name, or a sentence's worth of not knowing it; with a word
    /// that tells the visitor's own articles from others.
    pub fn outlet_name(self, article: &Article) -> &'static str {
        let name = || self.corpus().outlet_of(article).map_or("Outlet unknown", |outlet| outlet.short.as_str());
        self.own_name(article).unwrap_or_else(name)
    }

    /// The place of a side in the catalogue, from 1; it decides the look of
    /// the side's mark.
    pub fn side_rank(&self, id: &str) -> Option<usize> {
        self.corpus().sides.iter().position(|side| side.id.as_str() == id).map(|place| place + 1)
    }

    /// The passages of a column on an issue, in order.
    pub fn places_on(&self, issue: &str, column: &Column) -> Vec<Place> {
        let on = |article: &usize| {
            let article = *article;
            self.passages_on(issue, article).into_iter().map(move |number| (article, number))
        };
        column.articles.iter().flat_map(on).collect()
    }

    /// The passages of a column, in order; of those on an issue that a route
    /// chooses, if it chooses any.
    pub fn chosen_places(&self, route: &Route, column: &Column) -> Vec<Place> {
        let on: Vec<Place> = route.issues.iter().flat_map(|issue| self.places_on(issue, column)).collect();
        let all = column.articles.iter().filter_map(|index| Some((*index, self.corpus().articles.get(*index)?)));
        let places =
            all.flat_map(|(index, article)| article.passages().filter_map(move |block| Some((index, block.n?))));
        places.filter(|place| route.issues.is_empty() || on.contains(place)).collect()
    }

    /// How many passages a column has.
    pub fn size(&self, column: &Column) -> usize {
        let articles = column.articles.iter().filter_map(|article| self.corpus().articles.get(*article));
        articles.map(|article| article.passages().count()).sum()
    }

    /// The numbers of an article's passages on an issue, in order.
    pub fn passages_on(&self, issue: &str, article: usize) -> Vec<u32> {
        match self.issues.passages(issue) {
            Some(own) => own.iter().filter(|(found, ..)| *found == article).map(|(_, passage, _)| *passage).collect(),
            None if self.withheld.labels => Vec::new(),
            None => self.issue_passages_in(issue, article),
        }
    }

    /// The passages that name an issue, whether or not they are on it.
    pub fn naming(&self, issue: &IssueDefinition) -> Vec<Place> {
        self.passages(&format!("\"{}\"", issue.name.replace(['"', '“', '”'], " ")))
    }

    /// How many passages of the collection are on an issue.
    pub fn weight(&self, issue: &str) -> usize {
        match self.issues.passages(issue) {
            Some(own) => own.len(),
            None if self.withheld.labels => 0,
            None => self.issue_passages(issue).count(),
        }
    }
}

/// The classes of role that can be asked for, and their names.
pub const ROLES: &[(&str, &str)] =
    &[("leader", "Leaders"), ("official", "Officials"), ("expert", "Experts and analysts")];

/// The kinds of passage that can be asked for, and their names.
pub const KINDS: &[(&str, &str)] =
    &[("quote", "with direct speech"), ("paragraph", "paragraphs"), ("list-item", "list items")];

fn saved(issue: &OwnIssue) -> SavedIssue<'_> {
    SavedIssue { id: issue.id(), name: issue.name(), query: issue.query() }
}

/// The id that is meant where one like it exists: as it is, in small letters,
/// or without what clings to it from the sentence in which the link stood,
/// which is told.
fn meant(id: &str, exists: &dyn Fn(&str) -> bool) -> Option<(String, Option<Problem>)> {
    if exists(id) {
        return Some((id.to_owned(), None));
    }
    let (plain, tail) = parted(id);
    let lower = plain.to_ascii_lowercase();
    let found = [plain, &lower].into_iter().find(|plain| exists(plain))?;
    Some((found.to_owned(), clung(tail)))
}

/// Why an issue of the visitor's own cannot be used, with what to do.
fn own_fault(issue: &OwnIssue) -> Option<Problem> {
    let query = parse(issue.query());
    let told = match query.diagnostics.first() {
        Some(found) => format!("{} {}", found.message, found.remedy),
        None if query.root.is_none() => "It asks for no word.".to_owned(),
        None => return None,
    };
    Some(Problem(format!("Your own issue “{}” was left out: its search cannot be used. {told}", issue.name())))
}

#[cfg(test)]
mod tests;
