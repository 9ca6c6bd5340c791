//! Filters over an invented collection, with a catalogue that knows who
//! speaks.
#![allow(missing_docs, reason = "a test")]

use summitry_corpus::{SourceFile, build};
use summitry_search::{Collection, Request};

const CATALOGUE: &str = r#"
[[side]]
id = "harbour"
name = "Harbour"

[[side]]
id = "town"
name = "Town"

[[person]]
id = "lind"
name = "Anna Lind"
side = "harbour"
roles = [{ title = "Harbour master", class = "leader" }]

[[person]]
id = "byrne"
name = "Tom Byrne"
side = "town"
roles = [{ title = "Town clerk", class = "official" }]
"#;

const TEXT: &str = "Harbour talks end with a plan

March 4, 2014

“The wall will stand before the summer comes,” said Anna Lind on Tuesday after the talks in the town hall.

“The wall will not be paid for by the town,” said Tom Byrne on Tuesday after the talks in the town hall.

“We agree on the wall,” said Anna Lind on Tuesday. “We do not agree on the bill,” said Tom Byrne after that.
";

fn collection() -> Collection {
    let source = SourceFile { name: "one.txt", bytes: TEXT.as_bytes() };
    let built = build(&[source], Some(("catalog.toml", CATALOGUE)));
    Collection::new(built.unwrap_or_else(|problems| panic!("{}", problems[0])).corpus)
}

/// The passages that are left, and the counts of the roles.
fn left(request: Request<'_>) -> (Vec<u32>, Vec<(String, usize)>) {
    let response = collection().search(&Request { limit: 0, ..request });
    let mut passages: Vec<u32> = response.groups.iter().flat_map(|group| &group.hits).map(|hit| hit.passage).collect();
    passages.sort_unstable();
    (passages, response.facets.roles)
}

#[test]
fn a_role_and_a_side_or_a_speaker_are_those_of_one_voice() {
    let wall = || Request::new("wall");
    let roles = |leader, official| vec![("leader".to_owned(), leader), ("official".to_owned(), official)];
    assert_eq!(left(wall()), (vec![1, 2, 3], roles(2, 2)));
    let (passages, _) = left(Request { roles: vec!["leader"], ..wall() });
    assert_eq!(passages, [1, 3]);
    let (passages, counts) = left(Request { roles: vec!["leader"], sides: vec!["town"], ..wall() });
    assert_eq!((passages, counts), (vec![], vec![("leader".to_owned(), 0), ("official".to_owned(), 2)]));
    let (passages, _) = left(Request { roles: vec!["official"], speakers: vec!["lind"], ..wall() });
    assert_eq!(passages, [] as [u32; 0]);
    let (passages, _) =
        left(Request { roles: vec!["official"], speakers: vec!["byrne"], sides: vec!["town"], ..wall() });
    assert_eq!(passages, [2, 3]);
}

#[test]
fn who_goes_on_typing_gets_the_first_passages_and_the_total_without_counts() {
    let response = collection().search(&Request { first: 1, ..Request::new("wall") });
    let hits: usize = response.groups.iter().map(|group| group.hits.len()).sum();
    assert_eq!((hits, response.total, response.articles), (1, 3, 1));
    assert_eq!(response.facets.roles, []);
    assert_ne!(collection().search(&Request::new("wall")).facets.roles, []);
}
