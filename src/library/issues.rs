//! The issues that the page knows: the catalogue's, then the visitor's own.
//!
//! Invariant: of one list of own issues there is one [`Issues`], kept as long
//! as the page lives, so that pages may hold on to its names. A visitor makes
//! a few in an hour, each some hundred bytes.

use std::sync::OnceLock;

use summitry_corpus::IssueDefinition;
use summitry_search::{Collection, Label};

use crate::route::OwnIssue;

/// All issues, and the passages on the visitor's own.
pub struct Issues {
    own: Vec<OwnIssue>,
    /// The catalogue's, then the visitor's own; empty without any of these.
    definitions: Vec<IssueDefinition>,
    /// For each own issue its passages: index of the article, number of the
    /// passage and what earned it the label, in the order of the collection.
    passages: Vec<Vec<(usize, u32, Label)>>,
    /// The issues with the next other list of own ones that was asked for.
    next: OnceLock<Box<Issues>>,
}

impl Issues {
    /// The issues with these own ones. The time is that of a search for each,
    /// the first time that the list is met.
    pub fn new(collection: &Collection, own: &[OwnIssue]) -> Self {
        let catalogue = &collection.corpus().issues;
        let defined = own.iter().map(|issue| IssueDefinition {
            id: issue.id().into(),
            name: issue.name().to_owned(),
            description: format!("Your own search: {}", issue.query()),
            query: issue.query().to_owned(),
            at_least: None,
        });
        let definitions = if own.is_empty() { Vec::new() } else { catalogue.iter().cloned().chain(defined).collect() };
        let passages =
            own.iter().enumerate().map(|(place, issue)| collection.labelled(issue.query(), catalogue.len() + place));
        Self { own: own.to_vec(), passages: passages.collect(), definitions, next: OnceLock::new() }
    }

    /// The issues with this list of own ones.
    pub fn with_own(&'static self, collection: &Collection, own: &[OwnIssue]) -> &'static Self {
        let mut issues = self;
        while issues.own != own {
            issues = issues.next.get_or_init(|| Box::new(Self::new(collection, own)));
        }
        issues
    }

    /// All issues.
    pub fn all(&'static self, collection: &'static Collection) -> &'static [IssueDefinition] {
        if self.definitions.is_empty() { &collection.corpus().issues } else { &self.definitions }
    }

    /// The passages on the own issue with this id, if it is one of them.
    pub fn passages(&'static self, id: &str) -> Option<&'static [(usize, u32, Label)]> {
        let place = self.own.iter().position(|issue| issue.id() == id)?;
        self.passages.get(place).map(Vec::as_slice)
    }

    /// What own issues a passage is on, in their order.
    pub fn labels(&'static self, article: usize, passage: u32) -> impl Iterator<Item = &'static Label> {
        let here = move |found: &&(usize, u32, Label)| (found.0, found.1) == (article, passage);
        self.passages.iter().filter_map(move |passages| passages.iter().find(here)).map(|(_, _, label)| label)
    }
}
