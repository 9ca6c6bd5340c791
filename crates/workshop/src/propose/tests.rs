use super::*;
use crate::tests::seeds;
use crate::{Folder, build};

fn proposed(folder: &Folder) -> Proposals {
    let corpus = build(folder, "catalog.toml").unwrap().corpus;
    propose(&corpus.articles.iter().map(|article| (article, None)).collect::<Vec<_>>())
}

#[test]
fn what_the_catalogue_says_already_is_not_proposed() {
    let found = proposed(&seeds());
    assert!(found.outlets.is_empty() && found.meetings.is_empty());
    assert!(found.people.iter().all(|one| one.name != "Viktor Kremenyuk"), "{:?}", found.people);
}

#[test]
fn a_meeting_that_several_articles_of_a_few_days_name_is_proposed() {
    let mut folder = Folder::new();
    for (name, day, words) in [
        ("a.txt", "4 March 2014", "The summit in Port Alder ended without a word on herring."),
        ("b.txt", "6 March 2014", "Ministers met in Port Alder this week to speak about cod."),
        ("c.txt", "6 June 2014", "The talks in Port Alder are to go on in autumn, it was said."),
    ] {
        let text = format!(
            "What was said at sea\n\n{day}\n\n{words}\n\nNobody knows what will come of it, for the sea is deep.\n"
        );
        folder.add(name, text.into_bytes()).unwrap();
    }
    let found = proposed(&folder).meetings;
    assert_eq!(found.len(), 1, "{found:?}");
    let one = &found[0];
    assert_eq!((one.id.as_str(), one.place.as_str()), ("port-alder-2014", "Port Alder"));
    assert_eq!(
        (one.start.to_string().as_str(), one.end.map(|end| end.to_string()).as_deref()),
        ("2014-03-04", Some("2014-03-06"))
    );
    assert_eq!(one.articles.len(), 2);
}

#[test]
fn subjects_that_some_articles_share_are_proposed_as_queries() {
    let mut folder = seeds();
    folder.remove("catalog.toml");
    let found = proposed(&folder).issues;
    let words: Vec<&str> = found.iter().flat_map(|one| &one.words).map(String::as_str).collect();
    assert!(words.contains(&"iran") && words.contains(&"arms"), "{words:?}");
    assert!(found.iter().all(|one| one.articles >= 2 && one.count >= 3));
}

/// Articles in the manner of Markdown, of which one person speaks in both.
fn gazettes() -> Folder {
    let mut folder = Folder::new();
    for (name, fish) in [("a.md", "herring"), ("b.md", "cod")] {
        let text = format!(
            "# Talks on {fish} in Torshavn\n\n*Island Gazette, 4 March 2019*\n\nThe skippers of the harbour spoke of the {fish} quota for a day.\n\n“The quota must hold,” said Jon Haldorsen, who has a boat.\n\nMr Haldorsen sells {fish}, and Haldorsen boats are known.\n\nThe Haldorsen quota is what the harbour calls it.\n"
        );
        folder.add(name, text.into_bytes()).unwrap();
    }
    folder
}

#[test]
fn an_outlet_that_stands_before_the_date_is_proposed_and_an_author_there_is_not() {
    let found = proposed(&gazettes()).outlets;
    assert_eq!(
        found.iter().map(|one| (one.name.as_str(), one.articles.len())).collect::<Vec<_>>(),
        [("Island Gazette", 2)]
    );
    assert_eq!(found[0].articles[0].evidence, ["Island Gazette"]);
    let mut folder = gazettes();
    for name in ["a.md", "b.md"] {
        let text = String::from_utf8(folder.remove(name).unwrap()).unwrap().replace("Island Gazette", "Anna Lind");
        folder.add(name, text.into_bytes()).unwrap();
    }
    assert!(proposed(&folder).outlets.is_empty());
}

#[test]
fn who_speaks_is_no_subject() {
    let words: Vec<String> = proposed(&gazettes()).issues.into_iter().flat_map(|one| one.words).collect();
    assert!(words.iter().any(|word| word == "quota"), "{words:?}");
    assert!(!words.iter().any(|word| word == "haldorsen"), "{words:?}");
}

#[test]
fn a_subject_is_asked_for_by_a_word_that_the_texts_have() {
    let mut folder = Folder::new();
    for (name, town) in [("a.txt", "Torshavn"), ("b.txt", "Klaksvik"), ("c.txt", "Vagar")] {
        let buses = if name == "c.txt" { "ferries" } else { "buses" };
        let text = format!(
            "News of {town}\n\n4 March 2019\n\nThe council of {town} has new {buses} for the harbour road.\n\nNobody in {town} had asked for {buses} of that kind.\n"
        );
        folder.add(name, text.into_bytes()).unwrap();
    }
    let found = proposed(&folder).issues;
    let buses = found.iter().find(|one| one.name == "Buses").expect("it is proposed");
    assert!(buses.words.contains(&"buses".to_owned()), "{buses:?}");
}
