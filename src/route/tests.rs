//! What links mean, and that printing and parsing agree.

use proptest::prelude::*;

use summitry_search::query::DateBound;

use super::{Match, Mode, Page, Route, Sort, Theme, toggled};

fn check(fragment: &str, expected: &Route) {
    let (route, problems) = Route::parse(fragment);
    assert_eq!(&route, expected, "{fragment}");
    assert!(problems.is_empty(), "{fragment}: {problems:?}");
}

#[test]
fn an_empty_fragment_is_the_search_page() {
    for fragment in ["", "#", "#/", "#/search", "/search"] {
        check(fragment, &Route::default());
    }
}

#[test]
fn the_example_of_the_design_is_read_in_order() {
    check(
        "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&issue=missile-defence",
        &Route {
            columns: vec!["bbc-2001-10-21".to_owned(), "monitor-2001-11-07".to_owned()],
            issues: vec!["missile-defence".to_owned()],
            ..Route::to(Page::Compare)
        },
    );
}

#[test]
fn spaces_may_be_written_as_plus_or_percent_twenty() {
    for fragment in ["#/search?q=missile+defence", "#/search?q=missile%20defence"] {
        check(fragment, &Route { query: "missile defence".to_owned(), ..Route::default() });
    }
}

#[test]
fn what_cannot_be_used_is_left_out_and_reported() {
    for (fragment, word) in [
        ("#/search?colour=red", "colour"),
        ("#/search?sort=size", "sort"),
        ("#/search?p=0", "p"),
        ("#/search?p=-3", "p"),
        ("#/search?from=yesterday", "from"),
        ("#/search?to=2001-02-30", "to"),
        ("#/search?from=2001-13", "from"),
        ("#/search?theme=pink", "theme"),
        ("#/search?embed=yes", "embed"),
        ("#/search?q=%ff", "q"),
        ("#/search?issues=some", "issues"),
        ("#/search?mode=wide", "mode"),
    ] {
        let (route, problems) = Route::parse(fragment);
        assert_eq!(route, Route::default(), "{fragment}");
        assert_eq!(problems.len(), 1, "{fragment}");
        assert!(problems[0].0.contains(&format!("“{word}”")), "{fragment}: {problems:?}");
    }
}

#[test]
fn a_page_that_does_not_exist_keeps_its_name() {
    for (fragment, name) in [("#/serach", "serach"), ("#/read", "read"), ("#/search/more", "search/more")] {
        assert_eq!(Route::parse(fragment).0.page, Page::Unknown(name.to_owned()), "{fragment}");
    }
}

#[test]
fn a_page_may_be_named_in_percent_signs() {
    check("#/%63ompare", &Route::to(Page::Compare));
    assert_eq!(Route::parse("#/%ff").0.page, Page::Unknown("%ff".to_owned()));
}

#[test]
fn the_same_id_twice_counts_once() {
    check("#/search?issue=iran&issue=iran", &Route { issues: vec!["iran".to_owned()], ..Route::default() });
}

#[test]
fn toggling_adds_at_the_end_and_takes_away() {
    let one = vec!["a".to_owned()];
    assert_eq!(toggled(&one, "b"), ["a", "b"]);
    assert!(toggled(&one, "a").is_empty());
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(".{1,12}", 0..4).prop_map(|mut ids: Vec<String>| {
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(id.clone()));
        ids
    })
}

fn bound() -> impl Strategy<Value = Option<DateBound>> {
    proptest::option::of((1u16..=9999, 1u8..=12, 1u8..=28, 0u8..3).prop_map(|(year, month, day, parts)| {
        let text = match parts {
            0 => format!("{year:04}"),
            1 => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        DateBound::parse(&text).unwrap()
    }))
}

fn page() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Search),
        Just(Page::Compare),
        Just(Page::Coverage),
        Just(Page::Timeline),
        Just(Page::Help),
        Just(Page::About),
        ".{1,20}".prop_map(Page::Read),
    ]
}

prop_compose! {
    fn route()(
        page in page(), query in any::<String>(), issues in ids(), outlets in ids(), meetings in ids(), sides in ids(),
        all in any::<bool>(), from in bound(), to in bound(), by_date in any::<bool>(),
    )(
        columns in ids(), text in any::<bool>(), passage in proptest::option::of(1u32..), embed in any::<bool>(),
        theme in proptest::option::of(prop_oneof![Just(Theme::Light), Just(Theme::Dark)]),
        language in proptest::option::of("[a-zA-Z-]{1,8}"), page in Just(page), query in Just(query),
        lists in Just((issues, outlets, meetings, sides)), rest in Just((all, from, to, by_date)),
    ) -> Route {
        let (issues, outlets, meetings, sides) = lists;
        let (all, from, to, by_date) = rest;
        Route {
            page, query, issues, outlets, meetings, sides, from, to, columns, passage, theme, language, embed,
            issues_match: if all { Match::All } else { Match::Any },
            sort: if by_date { Sort::Date } else { Sort::Relevance },
            mode: if text { Mode::Text } else { Mode::Issues },
        }
    }
}

proptest! {
    #[test]
    fn what_a_route_prints_is_read_back_as_the_same_route(route in route()) {
        let (read, problems) = Route::parse(&route.href());
        prop_assert_eq!(read, route);
        prop_assert_eq!(problems, []);
    }

    #[test]
    fn any_fragment_gives_a_route_that_prints_and_reads_the_same(fragment in any::<String>()) {
        let (route, _) = Route::parse(&fragment);
        prop_assert_eq!(Route::parse(&route.href()).0, route);
    }

    #[test]
    fn any_parameters_give_a_route_that_prints_and_reads_the_same(fragment in "#/(search|read/x|compare)\\?([a-z]{1,7}=[%a-z0-9+-]{0,9}&?){0,6}") {
        let (route, _) = Route::parse(&fragment);
        prop_assert_eq!(Route::parse(&route.href()).0, route);
    }
}
