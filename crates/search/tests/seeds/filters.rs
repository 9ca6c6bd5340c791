//! Filters and their counts.

use std::collections::BTreeSet;

use summitry_search::query::DateBound;
use summitry_search::{IssuesMode, Request, SavedIssue};

use crate::{SEEDS, search};

#[test]
fn each_facet_is_counted_without_its_own_filter() {
    let all = search("missile");
    let one = SEEDS.search(&Request { outlets: vec!["bbc"], limit: 0, ..Request::new("missile") });
    assert_eq!(one.facets.outlets, all.facets.outlets, "the outlets can still be changed");
    assert_ne!(one.facets.issues, all.facets.issues);
    for (outlet, count) in &all.facets.outlets {
        let filtered = SEEDS.search(&Request { outlets: vec![outlet], ..Request::new("missile") });
        assert_eq!(filtered.total, *count, "{outlet}");
    }
    for (issue, count) in &all.facets.issues {
        let filtered = SEEDS.search(&Request { issues: vec![issue], ..Request::new("missile") });
        assert_eq!(filtered.total, *count, "{issue}");
    }
    for (year, count) in &all.facets.years {
        let filtered = search(&format!("missile date:{year}"));
        assert_eq!(filtered.total, *count, "{year}");
    }
}

#[test]
fn several_issues_are_joined_as_asked() {
    let with = |mode| {
        let issues = vec!["iran", "missile-defence"];
        SEEDS.search(&Request { issues, issues_mode: mode, limit: 0, ..Request::new("") })
    };
    let (any, all) = (with(IssuesMode::Any), with(IssuesMode::All));
    assert!(all.total > 0 && all.total < any.total, "{} of {}", all.total, any.total);
    let on = |issue: &str| SEEDS.issue_passages(issue).collect::<BTreeSet<_>>();
    assert_eq!(all.total, on("iran").intersection(&on("missile-defence")).count());
    assert_eq!(any.total, on("iran").union(&on("missile-defence")).count());
}

#[test]
fn a_chosen_year_keeps_its_place_where_no_passage_of_it_is_left() {
    let year = DateBound::parse("2003");
    let years = |query| SEEDS.search(&Request { from: year, to: year, ..Request::new(query) }).facets.years;
    assert!(years("shield").contains(&(2003, 0)), "{:?}", years("shield"));
    let all = SEEDS.search(&Request::new("shield")).facets.years;
    assert!(all.iter().all(|(year, count)| *year != 2003 && *count > 0), "{all:?}");
}

#[test]
fn an_issue_of_a_visitors_own_cannot_be_asked_for_in_a_query_and_that_is_said() {
    let own = SavedIssue { id: "my-shield", name: "Shield", query: "shield" };
    let response = SEEDS.search(&Request { saved: vec![own], ..Request::new("issue:my-shield") });
    assert_eq!(response.total, 0);
    assert!(response.diagnostics[0].message.contains("my-shield"), "{:?}", response.diagnostics);
}

#[test]
fn a_visitors_own_issue_filters_and_is_counted() {
    let own = SavedIssue { id: "my-shield", name: "Shield", query: "shield OR \"missile defence\"" };
    let request = Request { saved: vec![own], issues: vec!["my-shield"], limit: 0, ..Request::new("") };
    let response = SEEDS.search(&request);
    assert_eq!(response.total, SEEDS.passages(own.query).len());
    assert!(response.facets.issues.contains(&("my-shield".to_owned(), response.total)));
}
