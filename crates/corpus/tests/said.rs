//! Who says what where a sentence could be read in two ways.
//!
//! Each case is one article, its passages parted by blank lines.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use summitry_corpus::Voice;

const SIDES: &str = r#"
[[side]]
id = "harbour"
name = "Harbour"
words = ["Harbour"]

[[side]]
id = "other"
name = "Other"
"#;

fn voices(text: &str) -> Vec<Voice> {
    let article = format!("Harbour talks end with a plan\n\n{text}\n");
    common::catalogued("a.txt", &article, SIDES).unwrap().corpus.articles.remove(0).voices
}

/// All that is said in a text, with who says it.
#[track_caller]
fn check(text: &str, said: &[(&str, &str)]) {
    let found = voices(text);
    let found: Vec<_> = found.iter().map(|voice| (voice.speaker.as_str(), voice.text.as_str())).collect();
    assert_eq!(found, said, "{text}");
}

/// The words by which each statement of a text is given to its speaker.
#[track_caller]
fn check_cues(text: &str, cues: &[&str]) {
    let found: Vec<String> = voices(text).into_iter().map(|voice| voice.cue).collect();
    assert_eq!(found, cues, "{text}");
}

#[test]
fn a_name_is_read_in_full_where_the_article_has_it_so() {
    check(
        "Mr. Lind said that the wall would stand.\n\nThe board had met Anna Lind in May.",
        &[("Anna Lind", "the wall would stand")],
    );
    check("They met clerk Dan Orr in May.\n\n“The wall will stand,” he said.", &[("Dan Orr", "The wall will stand")]);
}

#[test]
fn those_who_stand_beside_a_sides_name_under_another_one_are_of_no_side() {
    let side = |who: &str| {
        let found = voices(&format!("Officials in {who} said that the wall would stand."));
        found[0].side.as_ref().map(|side| side.as_str().to_owned())
    };
    assert_eq!(side("Harbour").as_deref(), Some("harbour"));
    assert_eq!(side("Harbour and Oslo").as_deref(), Some("other"));
    assert_eq!(side("Oslo and Harbour").as_deref(), Some("other"));
}

#[test]
fn when_and_how_it_was_said_is_not_said() {
    for text in [
        "Ms Holm said this week the board would wait for the ferry.",
        "Ms Holm said last week the board would wait for the ferry.",
        "Ms Holm said on Monday that the board would wait for the ferry.",
        "Ms Holm said -- with some pride that the board would wait for the ferry.",
    ] {
        check(text, &[("Ms Holm", text.split_at(text.find("the board").unwrap()).1.trim_end_matches('.'))]);
    }
    for place in ["in an interview with the paper", "in a speech", "in a letter to the board", "in her speech"] {
        check(&format!("Ms Holm warned of a long winter {place}."), &[("Ms Holm", "a long winter")]);
    }
}

#[test]
fn what_goes_on_behind_a_comma_is_said_as_well_unless_the_author_does() {
    for said in
        ["the wall would stand, thanks to the men of the port", "the wall would stand, along with the gate of the port"]
    {
        check(&format!("Ms Holm said that {said}."), &[("Ms Holm", said)]);
    }
    check(
        "Ms Holm said that the wall was old, which few deny, and the clerk said that it was new.",
        &[("Ms Holm", "the wall was old"), ("the clerk", "it was new")],
    );
    check("Ms Holm said that the wall would stand, compared with the gate.", &[("Ms Holm", "the wall would stand")]);
    check(
        "The board met, and Ms Holm said that the wall would stand, come rain or snow.",
        &[("Ms Holm", "the wall would stand, come rain or snow")],
    );
}

#[test]
fn a_clause_is_told_without_that_and_a_question_by_its_word() {
    for (verb, said) in [
        ("warned", "flooding could close the port"),
        ("warned", "pilots could leave the port"),
        ("asked", "whether the wall would stand"),
        ("asked", "what the board wanted"),
        ("wondered", "how the wall would stand"),
    ] {
        check(&format!("Ms Holm {verb} {said}."), &[("Ms Holm", said)]);
    }
    check("The board asked Ms Holm whether the wall would stand.", &[("the board", "whether the wall would stand")]);
}

#[test]
fn what_only_looks_like_a_clause_that_is_told_is_nobodys() {
    for text in [
        "Ms Holm released a letter that said the wall would fall.",
        "Ms Holm warned of, and the board saw, dark days.",
        "Throughout the night, Anna Lind wrote letters to the board.",
        "A wall of stone, Ms Holm said, the board has no money for.",
        "They got a letter that said the “wall” would fall.",
        "Ms Holm put the letter of the board on the long table of the hall, next to the lamp and the map, “the good one”.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn what_was_warned_of_stands_before_an_aside_between_dashes() {
    check(
        "The wall will fall - as Ms Holm had warned in advance - and the port with it.",
        &[("Ms Holm", "The wall will fall")],
    );
}

#[test]
fn a_quotation_that_a_cue_leads_to_is_all_that_it_tells() {
    check("The wall is old, Ms Holm added, “and it will fall.”", &[("Ms Holm", "and it will fall.")]);
    check("The wall is old, said Ms Holm, “and it will fall.”", &[("Ms Holm", "and it will fall.")]);
}

#[test]
fn a_statement_names_the_words_that_give_it_to_its_speaker() {
    check_cues(
        "Negotiator Anna Lind said her country “could not sign a blank cheque” and wanted aid for its fleet.",
        &["Negotiator Anna Lind said"; 2],
    );
    check_cues("“It will,” state Senator Hill said.", &["Senator Hill said"]);
    check_cues("They fought Sam Lowe’s call for “a total and lasting ban on boats.”", &["Sam Lowe’s call for"]);
    check_cues("Ms Holm said: “The wall will stand.\n\nAnd it will not fall.”", &["Ms Holm said", ""]);
}

#[test]
fn a_document_speaks_whatever_names_stand_behind_it() {
    check(
        "The complaint to the court’s Board on Conduct says that the wall would fall.",
        &[("the complaint to the court’s Board on Conduct", "the wall would fall")],
    );
    check(
        "The study published on Monday by Ms Holm said that the wall would fall.",
        &[("the study", "the wall would fall")],
    );
}

#[test]
fn the_label_of_a_turn_may_have_small_words_a_number_and_an_aside() {
    check(
        "Mayor of Alder: The wall will stand until the summer comes.\n\n\
         Caller 2 (retired): It is old, and nobody looks after it.\n\n\
         Mayor of Alder: We will build another one before the winter.\n\n\
         Caller 2 (retired): That is good news for the whole of the port.",
        &[
            ("Mayor of Alder", "The wall will stand until the summer comes."),
            ("Caller 2", "It is old, and nobody looks after it."),
            ("Mayor of Alder", "We will build another one before the winter."),
            ("Caller 2", "That is good news for the whole of the port."),
        ],
    );
}
