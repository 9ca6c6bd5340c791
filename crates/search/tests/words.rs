//! One word written in several ways, and which of them find each other: each
//! line is a passage of its own, and a query must find those named and no
//! other.
#![allow(missing_docs, reason = "a test")]

use summitry_corpus::{SourceFile, build};
use summitry_search::{Collection, ConcordanceSort, Request};

/// A collection of one article.
fn read(text: &str) -> Collection {
    let built = build(&[SourceFile { name: "a.txt", bytes: text.as_bytes() }], None);
    Collection::new(built.unwrap_or_else(|problems| panic!("{}", problems[0])).corpus)
}

/// A collection of one article with these passages, from 2 on.
fn collection(passages: &[&str]) -> Collection {
    let mut text = String::from("Harbour talks end with a plan\n\nBy Anna Lind\n\nMarch 3, 2014\n\n");
    text += "The two delegations met for three hours in the old town hall on Tuesday and will meet again.\n\n";
    text += &passages.join("\n\n");
    let collection = read(&text);
    let found = collection.corpus().articles[0].passages().count();
    assert_eq!(found, passages.len() + 1, "each line is a passage");
    collection
}

/// The passages that a query finds with all its words, and what is marked in
/// each.
fn found(collection: &Collection, query: &str) -> Vec<(u32, Vec<String>)> {
    let response = collection.search(&Request { limit: 0, ..Request::new(query) });
    let hits = response.groups.iter().flat_map(|group| &group.hits).filter(|hit| hit.complete);
    let mut found: Vec<(u32, Vec<String>)> = hits
        .map(|hit| {
            let text = &collection.corpus().articles[0].passage(hit.passage).unwrap().text;
            (hit.passage, hit.marks.iter().map(|mark| mark.of(text).to_owned()).collect())
        })
        .collect();
    found.sort();
    found
}

/// Checks which passages each query finds, and that nothing is said of it.
#[track_caller]
fn check(passages: &[&str], queries: &[(&str, &[u32])]) {
    let collection = collection(passages);
    for (query, expected) in queries {
        let numbers: Vec<u32> = found(&collection, query).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, *expected, "{query}");
        if !expected.is_empty() {
            let response = collection.search(&Request::new(query));
            assert_eq!((response.diagnostics, response.suggestion), (vec![], None), "{query}");
        }
    }
}

#[track_caller]
fn check_marks(passage: &str, query: &str, marks: &[&str]) {
    let collection = collection(&[passage]);
    let (number, marked) = found(&collection, query).pop().unwrap_or_else(|| panic!("{query} in {passage}"));
    assert_eq!((number, marked.iter().map(String::as_str).collect::<Vec<_>>()), (2, marks.to_vec()), "{query}");
}

#[test]
fn letters_joined_by_the_typesetter_are_letters() {
    check(
        &[
            "The ﬁrst oﬃce of the port was ﬂooded in the spring.",
            "An aﬄuent quarter of the city oﬀers more to the staﬀ.",
            "The first floor was offered to the others.",
        ],
        &[
            ("first", &[2, 4]),
            ("office", &[2]),
            ("flooded", &[2]),
            ("affluent", &[3]),
            ("offer", &[3, 4]),
            ("staff", &[3]),
            ("ﬁrst", &[2, 4]),
            ("\"first office\"", &[2]),
            ("off*", &[2, 3, 4]),
        ],
    );
    check_marks("The ﬁrst oﬃce of the port was closed in the spring.", "first", &["ﬁrst"]);
}

#[test]
fn a_word_is_found_behind_an_elided_article() {
    check(
        &[
            "The exhibition on l’histoire de la ville opens in May.",
            "He spoke of the coup d'état and of L'Humanité that morning.",
            "The opera of the commedia dell’arte is given at the port.",
            "Une histoire sans état et sans humanité, said the pilot.",
            "They read qu’elle avait raison in the letter of the board.",
        ],
        &[
            ("histoire", &[2, 5]),
            ("l'histoire", &[2, 5]),
            ("l’histoire", &[2, 5]),
            ("etat", &[3, 5]),
            ("\"coup d'etat\"", &[3]),
            ("humanité", &[3, 5]),
            ("arte", &[4]),
            ("elle", &[6]),
            ("histoi*", &[2, 5]),
            ("l'histoi*", &[2, 5]),
        ],
    );
    check_marks("The exhibition on l’histoire de la ville opens in May.", "histoire", &["histoire"]);
}

#[test]
fn an_apostrophe_in_a_name_or_a_contraction_is_no_article() {
    check(
        &["The pilots said that Mr. O’Brien didn’t come to the port.", "A brien and a don were named by the board."],
        &[("brien", &[3]), ("o'brien", &[2]), ("don", &[3]), ("didn't", &[2])],
    );
}

#[test]
fn a_number_is_found_whatever_marks_its_thousands_have() {
    let passages = [
        "Some 1,000 ships and 12,500 men came to the port that day.",
        "Etwa 1.000 Schiffe and 12.500 men were counted by others.",
        "There were 1 000 ships and 12 500 men by another count.",
        "There were 1\u{a0}000 ships in the bay, said the old pilot.",
        "The figure of 1000 ships and 12500 men is the clerk's own.",
        "The cost was 1,234,567.50 dollars, and not 100 as was said.",
    ];
    let all: &[u32] = &[2, 3, 4, 5, 6];
    check(
        &passages,
        &[
            ("1000", all),
            ("1,000", all),
            ("1.000", all),
            ("\"1 000 ships\"", &[2, 4, 5, 6]),
            ("12500", &[2, 3, 4, 6]),
            ("12,500", &[2, 3, 4, 6]),
            ("1234567.50", &[7]),
            ("1.234.567,50", &[7]),
            ("100", &[7]),
            ("\"1000 ships\"", &[2, 4, 5, 6]),
        ],
    );
    check_marks("Some 1,000 ships came to the port that day.", "1000", &["1,000"]);
    check_marks("Some 1 000 ships came to the port that day.", "1000", &["1 000"]);
}

#[test]
fn a_compound_is_found_closed_and_with_its_hyphen() {
    check(
        &[
            "The clerk sent an e-mail to the engineers on Monday.",
            "Two emails came back to the clerk before the evening.",
            "An anti-virus programme was bought by the harbour board.",
            "The antivirus failed when the X-rays were sent by post.",
            "The cease-fire was signed on-line, with a T-shirt as a gift.",
            "A ceasefire was read of online by the pilots' own people.",
        ],
        &[
            ("email", &[2, 3]),
            ("e-mail", &[2, 3]),
            ("emails", &[2, 3]),
            ("e-mails", &[2, 3]),
            ("antivirus", &[4, 5]),
            ("anti-virus", &[4, 5]),
            ("antiviruses", &[4, 5]),
            ("xray", &[5]),
            ("ceasefire", &[6, 7]),
            ("cease-fires", &[6, 7]),
            ("online", &[6, 7]),
            ("on-line", &[6, 7]),
            ("tshirt", &[6]),
        ],
    );
    check_marks("The clerk sent an e-mail to the engineers.", "email", &["e-mail"]);
}

#[test]
fn the_letters_of_a_compound_elsewhere_are_not_the_compound() {
    check(
        &["They stood on a line before the gate of the old port.", "The line was kept open by the pilots of the port."],
        &[("online", &[]), ("email", &[])],
    );
}

#[test]
fn a_function_word_between_hyphens_makes_a_phrase_and_no_compound() {
    check(
        &[
            "The day-to-day work of the port is done by the pilots.",
            "The pilots came to day trips late, and read the news today.",
            "Vis-à-vis the port, a visa was sold by the harbour board.",
            "The harbour board took a just-in-time plan from Justin Moor.",
            "Engineers said that the ships were just in time for the tide.",
        ],
        &[("today", &[3]), ("visa", &[4]), ("justin", &[5]), ("day-to-day", &[2]), ("\"just in time\"", &[5, 6])],
    );
}

#[test]
fn a_function_word_at_an_end_of_a_compound_is_part_of_it() {
    check(
        &[
            "They came back to-day and will speak to the pilots again.",
            "The follow-up and the lock-in were news to the engineers.",
            "An on-line-only plan of the harbour board was read today.",
            "The pilots follow up on what the online board has said.",
        ],
        &[
            ("today", &[2, 4]),
            ("to-day", &[2, 4]),
            ("followup", &[3, 5]),
            ("lockin", &[3]),
            ("online", &[4, 5]),
            ("on-line", &[4, 5]),
        ],
    );
}

#[test]
fn a_model_number_is_found_in_the_plural_and_back() {
    check(
        &[
            "Two F-16s flew over the port at noon, said the pilots.",
            "One F-16 flew over the harbour wall in the evening.",
            "The MiG-29s and a Boeing 747 were seen from the tower.",
            "A MiG-29 and several 747s stood in the rain that day.",
            "The F16s were T-90s of the air, as one of them put it.",
            "In the 1990s and the mid-80s, when 90s and 80 were all.",
        ],
        &[
            ("F-16", &[2, 3, 6]),
            ("F-16s", &[2, 3, 6]),
            ("F16", &[2, 3, 6]),
            ("f-16s", &[2, 3, 6]),
            ("mig-29", &[4, 5]),
            ("747", &[4, 5]),
            ("747s", &[4, 5]),
            ("T-90", &[6]),
            ("1990", &[]),
            ("\"mid 80\"", &[]),
        ],
    );
    check_marks("Two F-16s flew over the port at noon, said the pilots.", "F-16", &["F-16s"]);
}

#[test]
fn placeholders_see_words_in_capitals_and_parts_of_compounds() {
    check(
        &[
            "The ROLLS-ROYCE engines were shown to the guests on the quay.",
            "A TROLLER yard stood near the wall of the old harbour.",
            "A Rolls-Royce and the anti-missile plan were the news.",
            "NATO and the UNESCO people came to the town together.",
        ],
        &[
            ("*rolls*", &[2, 4]),
            ("rolls*", &[2, 4]),
            ("*royce", &[2, 4]),
            ("r?yce", &[2, 4]),
            ("rolls-r*", &[2, 4]),
            ("ro*s-royce", &[2, 4]),
            ("*-royce", &[2, 4]),
            ("anti-m?ssile", &[4]),
            ("n?to", &[5]),
            ("un*co", &[5]),
            ("*oller", &[3]),
        ],
    );
    check_marks("The ROLLS-ROYCE engines were shown to the guests.", "ro*s-royce", &["ROLLS-ROYCE"]);
}

#[test]
fn placeholders_find_the_words_that_fit_and_no_other_form_of_them() {
    let passages = [
        "They sanctioned the firm on Tuesday, said the board.",
        "The sanctions were lifted a year later by the same board.",
        "A sanction followed, and the negotiators negotiated on.",
        "The negotiation failed, and the boards were sanctioned.",
    ];
    check(
        &passages,
        &[
            ("sanctione*", &[2, 5]),
            ("sanctions*", &[3]),
            ("sanction*", &[2, 3, 4, 5]),
            ("s?nctioned", &[2, 5]),
            ("*ctions", &[3]),
            ("*tion", &[4, 5]),
            ("negotiate*", &[4]),
            ("-sanctione* board", &[3]),
            ("sanctione* NEAR/3 firm", &[2]),
            ("sanctione*{2}", &[]),
        ],
    );
    let all = collection(&passages);
    assert_eq!(found(&all, "sanctione*")[0].1, ["sanctioned"]);
    let lines = all.keyword_in_context("sanctione*", 20, ConcordanceSort::Position, 0);
    assert_eq!(lines.len(), 2);
    // As an issue, and packed.
    let places: Vec<u32> = all.passages("negotiate*").into_iter().map(|(_, passage)| passage).collect();
    assert_eq!(places, [4]);
}

#[test]
fn suggestions_complete_a_word_behind_an_article_and_one_with_a_ligature() {
    let all = collection(&["The exhibition on l’histoire de la ville opens in May at the ﬁrst oﬃce."]);
    for (typed, label) in [("l'hist", "histoire"), ("histo", "histoire"), ("ﬁr", "first"), ("offi", "office")] {
        let labels: Vec<String> = all.suggest(typed, typed.len(), 8).into_iter().map(|found| found.label).collect();
        assert!(labels.iter().any(|found| found == label), "{typed}: {labels:?}");
    }
}

#[test]
fn words_that_stand_together_in_three_passages_are_suggested_as_one() {
    let passages = [
        "The pilots said the stone bridge and tall masts, white sails were the first to be seen.",
        "Behind the stone bridge of the port they saw tall masts, white sails and not much else.",
        "There was no way around the stone bridge, so the tall masts, white sails had to be cut.",
        "They went on to the old tower in the evening.",
        "Nobody saw the old tower on the way back to the ship.",
    ];
    let all = collection(&passages);
    let completed = |typed: &str| {
        let found = all.suggest(typed, typed.len(), 8).into_iter();
        found.map(|found| found.label).filter(|label| label.contains(' ')).collect::<Vec<_>>()
    };
    assert_eq!(completed("sto"), ["stone bridge"]);
    assert_eq!(completed("stone bri"), ["stone bridge"]);
    // Not across a comma, with a function word, or in two passages.
    for typed in ["mas", "the", "tower", "old"] {
        assert_eq!(completed(typed), [] as [&str; 0], "{typed}");
    }
}

#[test]
fn a_line_of_the_concordance_begins_and_ends_at_words() {
    let all = collection(&["The pilots of the northern harbour said that the lighthouse keepers went home."]);
    let text = &all.corpus().articles[0].passage(2).unwrap().text;
    let line = |context| {
        let lines = all.keyword_in_context("harbour", context, ConcordanceSort::Position, 0);
        [lines[0].left, lines[0].right].map(|range| range.of(text).trim())
    };
    assert_eq!(line(16), ["the northern", "said that the"]);
    assert_eq!(line(12), ["northern", "said that"]);
    assert_eq!(line(500), ["The pilots of the northern", "said that the lighthouse keepers went home."]);
}

#[test]
fn function_words_are_marked_only_where_nothing_else_is_asked_for() {
    let passage = "They came to the port before us.";
    check_marks(passage, "to port", &["port"]);
    check_marks(passage, "before", &["before"]);
}

#[test]
fn words_of_a_headline_are_found_as_those_of_a_text() {
    let text = "The ﬁrst oﬃce of l’histoire\n\nBy Anna Lind\n\nMarch 3, 2014\n\nThe two delegations met for three hours in the old town hall on Tuesday and will meet again.";
    let all = read(text);
    for query in ["title:first", "title:office", "title:histoire", "title:\"first office\"", "author:lind"] {
        assert_eq!(all.search(&Request::new(query)).total, 1, "{query}");
    }
}

#[test]
fn russian_words_are_found_in_their_other_forms() {
    check(
        &[
            "Президент говорил о переговорах and then left the hall.",
            "Переговоры президентов were the news of the evening.",
        ],
        &[("переговоры", &[2, 3]), ("президента", &[2, 3])],
    );
}
