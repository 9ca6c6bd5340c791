//! What links mean, and that printing and parsing agree.

use proptest::prelude::*;

use summitry_search::query::DateBound;

use super::{LINE_ORDERS, Listing, MODES, Match, Mode, OwnIssue, Page, ROWS, Route, Rows, Sort, TEXTS, Theme, toggled};

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
fn a_comparison_says_how_it_is_arranged() {
    let (route, problems) = Route::parse(
        "#/compare?a=meeting.sochi-2008&a=outlet.bbc&mode=text&rows=differ&fold=nato&at=bbc-2001-10-21.5&link=off&filter=off",
    );
    assert_eq!(problems, []);
    assert_eq!(route.columns, ["meeting.sochi-2008", "outlet.bbc"]);
    assert_eq!((route.mode, route.rows), (Mode::Text, Rows::Differ));
    assert_eq!(
        (route.folded.as_slice(), route.places.as_slice()),
        (&["nato".to_owned()][..], &["bbc-2001-10-21.5".to_owned()][..])
    );
    assert!(route.unlinked && route.unfiltered);
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
        ("#/search?p=5a", "p"),
        ("#/search?from=yesterday", "from"),
        ("#/search?to=2001-02-30", "to"),
        ("#/search?from=2001-13", "from"),
        ("#/search?theme=pink", "theme"),
        ("#/search?embed=yes", "embed"),
        ("#/search?q=%ff", "q"),
        ("#/search?issues=some", "issues"),
        ("#/search?mode=wide", "mode"),
        ("#/search?view=map", "view"),
        ("#/search?order=length", "order"),
        ("#/compare?rows=length", "rows"),
        ("#/compare?link=no", "link"),
        ("#/compare?filter=0", "filter"),
        ("#/read/x?text=raw", "text"),
        ("#/read/x?line=0", "line"),
    ] {
        let (route, problems) = Route::parse(fragment);
        assert_eq!(route, Route::to(route.page.clone()), "{fragment}");
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

#[test]
fn an_issue_of_ones_own_is_a_name_and_a_search() {
    let own = OwnIssue::new("Missile shield: Europe", "(missile OR shield) europe").unwrap();
    assert_eq!(own.id(), "mine-missile-shield-europe");
    let route = Route { issues: vec![own.id().to_owned()], own: vec![own], ..Route::default() };
    let href = "#/search?mine=Missile%20shield%3A%20Europe:%28missile%20OR%20shield%29%20europe&issue=mine-missile-shield-europe";
    assert_eq!(route.href(), href);
    check(href, &route);
    // Some programs encode the colon between as well.
    let plain = Route { own: vec![OwnIssue::new("Shield", "missile").unwrap()], ..Route::default() };
    check("#/search?mine=Shield%3Amissile", &plain);
}

#[test]
fn an_issue_of_ones_own_that_is_none_is_left_out_and_reported() {
    for fragment in [
        "#/search?mine=iran",
        "#/search?mine=:iran",
        "#/search?mine=Iran:%20",
        "#/search?mine=!:iran",
        "#/search?mine=%ff:x",
    ] {
        let (route, problems) = Route::parse(fragment);
        assert_eq!((route, problems.len()), (Route::default(), 1), "{fragment}");
    }
    let (route, problems) = Route::parse("#/search?mine=Iran:iran&mine=IRAN:tehran");
    assert_eq!(route.own, [OwnIssue::new("Iran", "iran").unwrap()]);
    assert!(problems[0].0.contains("“IRAN”"), "{problems:?}");
}

#[test]
fn renaming_and_removing_an_issue_of_ones_own_keeps_the_filters_in_step() {
    let (route, _) = Route::parse("#/search?mine=Shield:missile&mine=Oil:oil&issue=mine-shield&issue=iran");
    let renamed = route.with_own("mine-shield", OwnIssue::new("Defence", "missile"));
    assert_eq!(renamed.issues, ["mine-defence", "iran"]);
    assert_eq!(renamed.own.iter().map(OwnIssue::name).collect::<Vec<_>>(), ["Defence", "Oil"]);
    let removed = renamed.with_own("mine-defence", None);
    assert_eq!(removed.issues, ["iran"]);
    assert_eq!(removed.own.len(), 1);
    assert_eq!(removed.with_own("", OwnIssue::new("Gas", "gas")).own.len(), 2);
}

#[test]
fn what_belongs_to_the_visitor_goes_along_to_another_page() {
    let (route, _) = Route::parse("#/search?mine=Shield:missile&q=iran&theme=dark");
    assert_eq!(route.elsewhere(Page::Coverage).href(), "#/coverage?mine=Shield:missile&theme=dark");
}

#[test]
fn columns_go_along_and_one_more_is_laid_beside_them() {
    let (route, _) = Route::parse("#/compare?q=iran&a=one&a=two&mode=text");
    assert_eq!(route.elsewhere(Page::Timeline).href(), "#/timeline?a=one&a=two");
    assert_eq!(route.beside("three").href(), "#/compare?a=one&a=two&a=three");
    assert_eq!(route.beside("one").href(), "#/compare?a=one&a=two");
}

fn own() -> impl Strategy<Value = Vec<OwnIssue>> {
    proptest::collection::vec((".{0,20}", any::<String>()), 0..4).prop_map(|issues| {
        let mut seen = std::collections::HashSet::new();
        let issues = issues.iter().filter_map(|(name, query)| OwnIssue::new(name, query));
        issues.filter(|issue| seen.insert(issue.id().to_owned())).collect()
    })
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
        Just(Page::Voices),
        Just(Page::Help),
        ".{0,20}".prop_map(Page::Workshop),
        Just(Page::About),
        Just(Page::Notes),
        ".{1,20}".prop_map(Page::Read),
    ]
}

/// How the columns are arranged.
fn arranged() -> impl Strategy<Value = (usize, usize, Vec<String>, Vec<String>, bool, bool)> {
    (0..MODES.len(), 0..ROWS.len(), ids(), ids(), any::<bool>(), any::<bool>())
}

prop_compose! {
    fn route()(
        page in page(), query in any::<String>(), issues in ids(), outlets in ids(), meetings in ids(), sides in ids(),
        all in any::<bool>(), from in bound(), to in bound(), by_date in any::<bool>(), speakers in ids(), kinds in ids(),
        roles in ids(),
    )(
        columns in ids(), arranged in arranged(), passage in proptest::option::of(1u32..), embed in any::<bool>(),
        theme in proptest::option::of(prop_oneof![Just(Theme::Light), Just(Theme::Dark)]),
        language in proptest::option::of("[a-zA-Z-]{1,8}"), collection in proptest::option::of("\\PC{1,12}"), page in Just(page), query in Just(query),
        own in own(), text_shown in 0..TEXTS.len(), line in proptest::option::of(1u32..),
        context in any::<bool>(), order in 0..LINE_ORDERS.len(), range in proptest::option::of(1u32..40),
        lists in Just((issues, outlets, meetings, sides, speakers, kinds, roles)), rest in Just((all, from, to, by_date)),
    ) -> Route {
        let (issues, outlets, meetings, sides, speakers, kinds, roles) = lists;
        let (all, from, to, by_date) = rest;
        let (mode, rows, folded, places, unlinked, unfiltered) = arranged;
        Route {
            page, query, issues, outlets, meetings, sides, speakers, kinds, roles, own, from, to, columns, passage, theme, language, collection, embed,
            issues_match: if all { Match::All } else { Match::Any },
            sort: if by_date { Sort::Date } else { Sort::Relevance },
            listing: if context { Listing::Context } else { Listing::Passages },
            line_order: LINE_ORDERS[order].1,
            mode: MODES[mode].1,
            rows: ROWS[rows].1,
            text: TEXTS[text_shown].1, line,
            passages: passage.zip(range).map(|(first, more)| (first, first.saturating_add(more))).filter(|(first, last)| first < last),
            folded, places, unlinked, unfiltered,
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

/// What is said of a link.
fn told(fragment: &str) -> Vec<String> {
    Route::parse(fragment).1.into_iter().map(|problem| problem.0).collect()
}

#[test]
fn a_link_from_a_sentence_is_taken_as_it_was_meant_and_what_clung_to_it_is_told() {
    for (fragment, passage, passages, tail) in [
        ("#/read/x?p=5).", 5, None, Some("“).”")),
        ("#/read/x?p=5%22", 5, None, Some("“\"”")),
        ("#/read/x?p=5%E2%80%9D,", 5, None, Some("“”,”")),
        ("#/read/x?p=5/", 5, None, None),
        ("#/read/x?p=3-5", 3, Some((3, 5)), None),
        ("#/read/x?p=3%E2%80%935.", 3, Some((3, 5)), Some("“.”")),
        ("#/read/x?p=5-3", 3, Some((3, 5)), None),
        ("#/read/x?p=3-3", 3, None, None),
        ("#/read/x?p=3,5", 3, None, Some("“,5”")),
        ("#/READ/x?P=5", 5, None, None),
    ] {
        let (route, _) = Route::parse(fragment);
        assert_eq!(route.page, Page::Read("x".to_owned()), "{fragment}");
        assert_eq!((route.passage, route.passages), (Some(passage), passages), "{fragment}");
        match tail {
            Some(tail) => assert!(told(fragment)[0].starts_with(tail), "{fragment}: {:?}", told(fragment)),
            None => assert_eq!(told(fragment), [] as [&str; 0], "{fragment}"),
        }
    }
    for (fragment, page) in [
        ("#/Search", Page::Search),
        ("#/compare/", Page::Compare),
        ("#/COVERAGE/?a=x", Page::Coverage),
        ("#/help).", Page::Help),
        ("#/workshop.", Page::Workshop(String::new())),
        ("#/workshop/read/a%20b.txt", Page::Workshop("read/a b.txt".to_owned())),
        ("#/about/.", Page::About),
        ("#/voices%20", Page::Voices),
    ] {
        assert_eq!(Route::parse(fragment).0.page, page, "{fragment}");
    }
    let (route, problems) = Route::parse("#/Search?Q=iran&Sort=Date&From=2001).");
    assert_eq!((route.query.as_str(), route.sort, route.from), ("iran", Sort::Date, DateBound::parse("2001")));
    assert_eq!(problems.len(), 1, "{problems:?}");
    // Free text is the visitor's: nothing clings to it.
    assert_eq!(Route::parse("#/search?q=why%3F).").0.query, "why?).");
}

#[test]
fn a_range_counts_as_long_as_its_first_passage_is_the_one_in_hand() {
    let (route, _) = Route::parse("#/read/x?p=3-5");
    assert_eq!((1..8).filter(|number| route.names_passage(*number)).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(route.href(), "#/read/x?p=3-5");
    let next = route.with(|route| route.passage = Some(4));
    assert!(next.names_passage(4) && !next.names_passage(5));
    assert_eq!(next.href(), "#/read/x?p=4");
    assert!(!route.with(|route| route.passage = None).names_passage(4));
}

#[test]
fn repeated_parameters_have_a_limit_that_is_told_once() {
    for (name, most, what) in [("issue", 100, "issues"), ("a", 24, "columns"), ("fold", 100, "folded rows")] {
        let pairs: Vec<String> = (0..2000).map(|number| format!("{name}=x{number}")).collect();
        let fragment = format!("#/compare?{}", pairs.join("&"));
        let (route, _) = Route::parse(&fragment);
        let lists = [&route.issues, &route.columns, &route.folded];
        assert_eq!(lists.iter().map(|list| list.len()).sum::<usize>(), most, "{name}");
        let rest = 2000 - most;
        assert_eq!(told(&fragment), [format!("A link can have {most} {what}; {rest} more were left out of this one.")]);
    }
    let own: Vec<String> = (0..2000).map(|number| format!("mine=n{number}:iran")).collect();
    let (route, problems) = Route::parse(&format!("#/compare?{}", own.join("&")));
    assert_eq!((route.own.len(), problems.len()), (20, 1), "{problems:?}");
    let long = "iran+".repeat(1000);
    let (route, problems) = Route::parse(&format!("#/search?mine=One:{long}&mine=Two:{long}&mine=Three:iran"));
    assert_eq!(route.own.iter().map(OwnIssue::name).collect::<Vec<_>>(), ["One", "Three"]);
    assert!(problems[0].0.contains("8 KB") && problems[0].0.contains("“Two”"), "{problems:?}");
}

#[test]
fn what_is_said_of_a_link_is_short_whatever_is_in_it() {
    let long = "x".repeat(3000);
    for fragment in [
        format!("#/search?{long}=1"),
        format!("#/search?sort={long}"),
        format!("#/search?lang={long}"),
        format!("#/search?mode=%ff&{long}=%ff"),
        format!("#/search?{}", (0..2000).map(|number| format!("n{number}=1")).collect::<Vec<_>>().join("&")),
        format!("#/search?{}", "colour=red&".repeat(2000)),
        format!("#/read/x?p=5{}", ")".repeat(3000)),
    ] {
        let told = told(&fragment);
        assert!((1..=9).contains(&told.len()), "{} sentences", told.len());
        assert!(told.iter().all(|sentence| sentence.chars().count() < 200), "{told:?}");
    }
    assert_eq!(told(&format!("#/search?{}", "colour=red&".repeat(2000))).len(), 1);
    let many: String = (0..2000).map(|number| format!("n{number}=1&")).collect();
    assert_eq!(
        told(&format!("#/search?{many}"))[8],
        "1992 more things in this link could not be used and were left out."
    );
    // The name of a page is cut as well.
    let Page::Unknown(name) = Route::parse(&format!("#/{long}")).0.page else { panic!("a page of that name") };
    assert_eq!(name.len(), 200);
}

#[test]
fn a_link_that_is_far_too_long_opens_its_page_and_says_so() {
    let (route, problems) = Route::parse(&format!("#/compare?a=one&q={}", "x".repeat(100 * 1024)));
    assert_eq!(route, Route::to(Page::Compare));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].0.contains("100 KB"), "{problems:?}");
}
