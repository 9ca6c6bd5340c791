//! What the collection knows of a route, and the visitor's own issues.

use super::Library;
use crate::route::Route;

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
            let own = labels.iter().find(|label| library.issues()[label.issue].id.as_str() == "mine-framework");
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
    assert_eq!(library.issues().len(), library.corpus().issues.len());
    assert_eq!(library.issues()[0], library.corpus().issues[0]);
}

#[test]
fn the_same_issues_of_ones_own_are_looked_up_once() {
    let (library, route, _) = read("#/search?mine=Oil:oil&mine=Gas:gas");
    let again = library.with_own(&[]).with_own(&route.own);
    assert!(std::ptr::eq(library.issues(), again.issues()));
    assert_eq!(library.issues().len(), library.corpus().issues.len() + 2);
}

#[test]
fn an_issue_of_ones_own_with_a_faulty_search_is_left_out_with_the_fault_and_the_remedy() {
    let (library, route, problems) = read("#/search?mine=Open:(iran&mine=Good:iran&issue=mine-good&issue=mine-open");
    assert_eq!(library.issues().last().unwrap().name, "Good");
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
