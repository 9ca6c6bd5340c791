//! The issues that the page knows: the catalogue's, then the visitor's own.
//!
//! Invariant: of one own issue at one place in a list there is one [`Own`], and
//! of one list one [`Issues`], kept as long as the page lives, so that pages may
//! hold on to their names. A visitor makes a few in an hour; one costs its own
//! words and its passages, and a list of them a pointer each (the browser test
//! of what grows holds the limit). Nothing of the catalogue is copied.

use std::sync::OnceLock;

use summitry_corpus::IssueDefinition;
use summitry_search::{Collection, Label};

use crate::route::OwnIssue;

/// A list of the visitor's own issues; the first is the empty one, on which the
/// others hang.
#[derive(Default)]
pub struct Issues {
    own: Vec<&'static Own>,
    /// Of the empty list: the own issues that were met, each with the next.
    met: OnceLock<Box<Own>>,
    /// The next other list that was asked for.
    next: OnceLock<Box<Issues>>,
}

/// An own issue at its place among those of the visitor.
struct Own {
    place: usize,
    issue: OwnIssue,
    definition: IssueDefinition,
    /// Index of the article, number of the passage and what earned it the label,
    /// in the order of the collection.
    passages: Vec<(usize, u32, Label)>,
    next: OnceLock<Box<Own>>,
}

impl Own {
    /// The time is that of a search.
    fn new(collection: &Collection, place: usize, issue: &OwnIssue) -> Self {
        let definition = IssueDefinition {
            id: issue.id().into(),
            name: issue.name().to_owned(),
            description: format!("Your own search: {}", issue.query()),
            query: issue.query().to_owned(),
            at_least: None,
        };
        let mut passages = collection.labelled(issue.query(), collection.corpus().issues.len() + place);
        passages.shrink_to_fit();
        Self { place, issue: issue.clone(), definition, passages, next: OnceLock::new() }
    }
}

/// All issues: the catalogue's in its order, then the visitor's own.
#[derive(Clone, Copy)]
pub struct AllIssues {
    catalogue: &'static [IssueDefinition],
    own: &'static [&'static Own],
    /// Whether the catalogue's are not to be shown.
    withheld: bool,
}

impl AllIssues {
    /// Those that are shown, one after the other.
    pub fn iter(self) -> impl Iterator<Item = &'static IssueDefinition> {
        self.placed().map(|(_, issue)| issue)
    }

    /// The same, each with its place, from 0.
    pub fn placed(self) -> impl Iterator<Item = (usize, &'static IssueDefinition)> {
        let all = self.catalogue.iter().chain(self.own.iter().map(|own| &own.definition));
        all.enumerate().skip(if self.withheld { self.catalogue.len() } else { 0 })
    }

    /// The one at a place, from 0.
    pub fn get(self, place: usize) -> Option<&'static IssueDefinition> {
        let own = || self.own.get(place.checked_sub(self.catalogue.len())?).map(|own| &own.definition);
        self.catalogue.get(place).or_else(own)
    }
}

impl Issues {
    /// The issues with this list of own ones; to be asked of the empty list.
    pub fn with_own(&'static self, collection: &Collection, own: &[OwnIssue]) -> &'static Self {
        let mut issues = self;
        while !issues.own.iter().map(|own| &own.issue).eq(own) {
            issues = issues.next.get_or_init(|| {
                let own = own.iter().enumerate().map(|(place, issue)| self.met(collection, place, issue));
                Box::new(Self { own: own.collect(), ..Self::default() })
            });
        }
        issues
    }

    fn met(&'static self, collection: &Collection, place: usize, issue: &OwnIssue) -> &'static Own {
        let mut slot = &self.met;
        loop {
            let own = slot.get_or_init(|| Box::new(Own::new(collection, place, issue)));
            if own.place == place && own.issue == *issue {
                return own;
            }
            slot = &own.next;
        }
    }

    /// All issues; `withheld` where the catalogue's are not to be shown.
    pub fn all(&'static self, collection: &'static Collection, withheld: bool) -> AllIssues {
        AllIssues { catalogue: &collection.corpus().issues, own: &self.own, withheld }
    }

    /// The passages on the own issue with this id, if it is one of them.
    pub fn passages(&'static self, id: &str) -> Option<&'static [(usize, u32, Label)]> {
        self.own.iter().find(|own| own.issue.id() == id).map(|own| own.passages.as_slice())
    }

    /// What own issues a passage is on, in their order.
    pub fn labels(&'static self, article: usize, passage: u32) -> impl Iterator<Item = &'static Label> {
        let here = move |found: &&(usize, u32, Label)| (found.0, found.1) == (article, passage);
        self.own.iter().filter_map(move |own| own.passages.iter().find(here)).map(|(_, _, label)| label)
    }
}
