//! What the collection knows of a route, and the visitor's own issues.

use super::Library;
use crate::route::{Page, Route};

impl Library {
    /// The collection, and what it knows of a route of which it knows everything.
    pub fn at(fragment: &str) -> (Library, Route) {
        let library = Library::open().unwrap();
        let (route, problems) = library.known(&Route::parse(fragment).0);
        assert_eq!(problems, [], "{fragment}");
        (library, route)
    }
}

fn read(fragment: &str) -> (Library, Route, Vec<String>) {
    let library = Library::open().unwrap();
    let (route, problems) = Route::parse(fragment);
    assert_eq!(problems, [], "{fragment}");
    let (route, problems) = library.known(&route);
    (library.with_own(&route.own), route, problems.into_iter().map(|problem| problem.0).collect())
}

#[test]
fn an_issue_of_ones_own_labels_filters_and_counts_like_any_other() {
    let (library, route, problems) = read("#/search?mine=Framework:\"strategic framework\"&issue=mine-framework");
    assert_eq!(problems, [] as [&str; 0]);
    let answer = library.search(&library.request(&route));
    assert_eq!(answer.total, 3);
    assert_eq!(library.weight("mine-framework"), 3);
    assert!(answer.facets.issues.contains(&("mine-framework".to_owned(), 3)));
    let mut on_it = 0;
    for (article, held) in library.corpus().articles.iter().enumerate() {
        let numbers = library.passages_on("mine-framework", article);
        for number in held.passages().filter_map(|block| block.n) {
            let labels = library.labels(article, number);
            let own =
                labels.iter().find(|label| library.issues().get(label.issue).unwrap().id.as_str() == "mine-framework");
            assert_eq!(own.is_some(), numbers.contains(&number));
            own.iter().for_each(|label| assert_eq!(label.terms[0].to_lowercase(), "strategic framework"));
            on_it += usize::from(own.is_some());
        }
    }
    assert_eq!(on_it, 3);
}

#[test]
fn without_issues_of_ones_own_there_are_the_catalogues_only() {
    let (library, ..) = read("#/search");
    assert!(library.issues().iter().eq(&library.corpus().issues));
}

#[test]
fn the_same_issues_of_ones_own_are_looked_up_once() {
    let (library, route, _) = read("#/search?mine=Oil:oil&mine=Gas:gas");
    let again = library.with_own(&[]).with_own(&route.own);
    // Also where they were met in another list, and nothing of the catalogue twice.
    let more = library.with_own(&read("#/search?mine=Oil:oil&mine=Gas:gas&mine=Iran:iran").1.own);
    let first = library.corpus().issues.len();
    for place in [0, first, first + 1] {
        let issue = library.issues().get(place).unwrap();
        assert!(std::ptr::eq(issue, again.issues().get(place).unwrap()));
        assert!(std::ptr::eq(issue, more.issues().get(place).unwrap()));
    }
    assert_eq!(library.issues().iter().count(), first + 2);
}

#[test]
fn an_issue_of_ones_own_with_a_faulty_search_is_left_out_with_the_fault_and_the_remedy() {
    let (library, route, problems) = read("#/search?mine=Open:(iran&mine=Good:iran&issue=mine-good&issue=mine-open");
    assert_eq!(library.issues().iter().last().unwrap().name, "Good");
    assert_eq!(route.issues, ["mine-good"]);
    assert!(problems[0].contains("“Open”"), "{problems:?}");
    assert!(problems[1].contains("“mine-open”"), "{problems:?}");
}

#[test]
fn people_and_kinds_that_do_not_exist_are_left_out_and_named() {
    let (_, route, problems) = read("#/search?speaker=putin&speaker=caesar&kind=quote&kind=poem");
    assert_eq!(
        (route.speakers.as_slice(), route.kinds.as_slice()),
        (&["putin".to_owned()][..], &["quote".to_owned()][..])
    );
    assert!(problems[0].contains("caesar") && problems[1].contains("poem"), "{problems:?}");
}

#[test]
fn every_example_of_the_help_page_finds_passages_of_this_collection() {
    let library = Library::open().unwrap();
    for operator in summitry_search::query::OPERATORS {
        let route = Route { query: operator.example.to_owned(), ..Route::default() };
        let answer = library.search(&library.request(&route));
        assert!(answer.total > 0, "{}: {}", operator.name, operator.example);
        assert_eq!(answer.diagnostics, [], "{}", operator.example);
    }
}

#[test]
fn ids_are_taken_in_capitals_and_with_the_end_of_a_sentence() {
    let (_, route, problems) = read("#/compare?a=BBC-2001-10-21&a=Meeting.Sochi-2008&a=csm-2008-04-04).&issue=NATO/");
    assert_eq!(route.columns, ["bbc-2001-10-21", "meeting.sochi-2008", "csm-2008-04-04"]);
    assert_eq!(route.issues, ["nato"]);
    assert_eq!(problems, ["“).” in this link does not belong to it and was left out."]);
    for fragment in ["#/read/BBC-2001-10-21", "#/read/bbc-2001-10-21/", "#/read/bbc-2001-10-21)."] {
        let (_, route, _) = read(fragment);
        assert_eq!(route.page, Page::Read("bbc-2001-10-21".to_owned()), "{fragment}");
    }
    // The same id twice, in other letters, is one.
    assert_eq!(read("#/search?issue=nato&issue=NATO").1.issues, ["nato"]);
}

#[test]
fn a_range_of_passages_ends_where_the_article_does() {
    let (_, route, problems) = read("#/read/bbc-2001-10-21?p=3-5");
    assert_eq!((route.passages, problems.len()), (Some((3, 5)), 0));
    let (_, route, problems) = read("#/read/bbc-2001-10-21?p=3-500");
    let last = route.last_passage().unwrap();
    assert!(last > 5 && last < 100, "{last}");
    assert_eq!(problems, [format!("This article has no passage 500: they are numbered from 1 to {last}.")]);
    let (_, route, problems) = read("#/read/bbc-2001-10-21?p=400-500");
    assert_eq!((route.passage, route.passages, problems.len()), (None, None, 1));
}
