//! A collection on another subject, with other outlets, people and sides, is
//! begun, packed and put into a page like the one that is built in.
#![allow(missing_docs, reason = "a test")]

use std::path::Path;

use summitry_search::{Collection, Request};
use summitry_workshop::{CATALOGUE, Folder, folder_of, init, pack, publish};

/// The example as it lies on the disk.
fn example() -> Folder {
    let mut folder = Folder::new();
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/orn-water");
    for entry in std::fs::read_dir(place).unwrap() {
        let path = entry.unwrap().path();
        folder.add(path.file_name().unwrap().to_str().unwrap(), std::fs::read(&path).unwrap()).unwrap();
    }
    folder
}

fn collection(folder: &Folder) -> Collection {
    let packed = pack(folder).unwrap_or_else(|problems| panic!("{}", problems[0]));
    Collection::open(&packed.blob).unwrap()
}

#[test]
fn the_example_is_packed_and_answers_by_outlet_side_meeting_issue_and_speaker() {
    let collection = collection(&example());
    let corpus = collection.corpus();
    assert_eq!((corpus.articles.len(), corpus.outlets.len(), corpus.sides.len(), corpus.meetings.len()), (11, 4, 3, 3));
    let total = |query: &str| collection.search(&Request::new(query)).total;
    for query in
        ["salt", "outlet:gazette dam", "side:delta", "meeting:aldby-2014 quota", "speaker:tal", "\"drip lines\""]
    {
        assert!(total(query) > 0, "{query}");
    }
    for issue in &corpus.issues {
        assert!(collection.issue_passages(issue.id.as_str()).count() >= 4, "{}", issue.id);
    }
    let sides: Vec<&str> = corpus
        .articles
        .iter()
        .flat_map(|article| &article.voices)
        .filter_map(|voice| Some(voice.side.as_ref()?.as_str()))
        .collect();
    for side in ["highlands", "lowlands", "delta"] {
        assert!(sides.iter().filter(|one| **one == side).count() >= 5, "{side}: {sides:?}");
    }
}

#[test]
fn without_its_catalogue_a_first_one_finds_its_outlets_its_dates_and_who_speaks() {
    let mut folder = example();
    folder.remove(CATALOGUE);
    let text = init(&folder).unwrap();
    folder.add(CATALOGUE, text.into_bytes()).unwrap();
    let collection = collection(&folder);
    let corpus = collection.corpus();
    let mut outlets: Vec<&str> = corpus.outlets.iter().map(|outlet| outlet.name.as_str()).collect();
    outlets.sort_unstable();
    assert_eq!(outlets, ["Delta Radio", "Lowland Review", "Orn Valley Wire", "The Highland Gazette"]);
    assert!(corpus.articles.iter().all(|article| article.published.is_some() && article.outlet.is_some()));
    for name in ["Ingrid Tal", "Pavel Rusk", "Samir Okon", "Dina Farrow"] {
        assert!(corpus.people.iter().any(|person| person.name == name), "{name}");
    }
}

#[test]
fn a_page_carries_the_example_and_gives_it_back_and_nothing_of_the_other_subject_is_left_in_it() {
    let page = "<title>x</title><script type=\"application/ld+json\">{\"name\":\"Putin\"}</script>\n<main class=\"opening\" id=\"opening\">\n<h1>Putin</h1>\n<p class=\"waits\">…</p></main><div id=\"texts\">Putin</div>\n<script>boot()</script>";
    let folder = example();
    let published = publish(page, &folder).unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert_eq!(folder_of(&published).unwrap().unwrap(), folder);
    assert!(!published.contains("Putin"));
    assert!(published.contains("id=\"/read/delta-radio-2014-03-05\""));
    assert!(published.contains("\"publisher\":{\"@type\":\"NewsMediaOrganization\",\"name\":\"Delta Radio\"}"));
}

#[test]
fn a_page_that_is_made_has_no_word_of_the_subject_of_the_page_that_it_is_made_of() {
    let html = include_str!("../../../index.html");
    let lines: String = html.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
    let page = lines
        .replace("<!-- data -->", "<script type=\"application/ld+json\">{}</script>")
        .replace("<!-- articles -->", "<div id=\"texts\">Iran</div>");
    let published = publish(&page, &example()).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let words = published.to_lowercase().replace("summitry", "");
    for word in ["summit", "iran", "russia", "missile"] {
        let at = words.find(word).map(|at| words[..at + word.len()].lines().last().unwrap_or("").to_owned());
        assert_eq!(at, None, "{word}");
    }
    let description = published.split_once("name=\"description\" content=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(description.contains("three valleys"), "{description}");
}
