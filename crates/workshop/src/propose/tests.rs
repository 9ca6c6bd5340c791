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
