//! Parts of an article that are missing, doubled, or in the wrong place.

use super::*;

#[test]
fn an_empty_file_has_no_passage_and_says_so() {
    for text in ["", " \n\n\t\n", "\u{feff}", "\u{c}\u{200b}\n"] {
        check("a.txt", text, &[Passages(0), Headline("a.txt"), Warn("No passage was found")]);
    }
}

#[test]
fn an_article_without_a_headline_lends_its_opening_words() {
    check(
        "a.txt",
        BODY,
        &[
            Headline("The two delegations met for three hours on Monday in …"),
            Passages(3),
            Warn("The file has no headline"),
        ],
    );
}

#[test]
fn a_headline_alone_is_kept() {
    check(
        "a.txt",
        "Talks in Leavesham will go on",
        &[Headline("Talks in Leavesham will go on"), Warn("No passage was found")],
    );
}

#[test]
fn two_articles_in_one_file_are_warned_of() {
    let text = format!(
        "Talks in Leavesham will go on\n\nBy Jane Doe\n\n{BODY}\n\nBridge is opened\n\nBy Tom Harrow\n\n{BODY}"
    );
    check("a.txt", &text, &[Byline("Jane Doe"), Warn("What looks like the head of another article")]);
}

#[test]
fn two_articles_told_by_their_dates_are_warned_of() {
    let text = format!(
        "Talks in Leavesham will go on\n\n3 March 2003\n\n{BODY}\n\nBridge is opened\n\n5 March 2003\n\n{BODY}"
    );
    check("a.txt", &text, &[Date("2003-03-03"), Warn("What looks like the head of another article")]);
}

#[test]
fn an_article_that_was_copied_twice_is_warned_of() {
    let text = format!("Talks in Leavesham will go on\n\n{BODY}\n\n{BODY}");
    check("a.txt", &text, &[Passages(6), Warn("This passage stands in the file twice; passage 1 has the same words")]);
}

#[test]
fn a_text_that_breaks_off_is_warned_of() {
    let text = format!(
        "Talks in Leavesham will go on\n\n{BODY}\n\nOn Tuesday the delegations left the town without a word to the reporters who had"
    );
    check("a.txt", &text, &[Passages(4), Warn("The text breaks off here")]);
}

#[test]
fn the_date_at_the_end_of_a_page_is_found() {
    let text = format!("Talks in Leavesham will go on\n\n{BODY}\n\nPublished: 3 March 2003, 18:05");
    check("a.txt", &text, &[Date("2003-03-03T18:05"), Passages(3)]);
}

#[test]
fn dates_within_sentences_addresses_and_rights_are_no_dates_of_publication() {
    let text = format!(
        "Talks in Leavesham will go on\n\nhttps://example.org/2001/02/03/talks.html\n\n{BODY}\n\nThe treaty of 5 May 1998 runs out on 4 May 2008, and the games of 2014 are far away.\n\n© 2013 The Courier"
    );
    check("a.txt", &text, &[Date("unknown"), Remove("address", "https://"), Remove("legal notice", "© 2013")]);
}

#[test]
fn the_date_of_another_article_is_not_taken() {
    let text = format!(
        "Talks in Leavesham will go on\n\n{BODY}\n\nSee also:\n\n21 Oct 01 | Bridges\nBridge is opened\n2 March 2003\nBells are kept"
    );
    check("a.txt", &text, &[Date("unknown"), Remove("related links", "2 March 2003")]);
}

#[test]
fn a_date_that_two_countries_read_differently_is_not_read() {
    let text = format!("Talks in Leavesham will go on\n\n05/08/13\n\n{BODY}");
    check("a.txt", &text, &[Date("unknown"), Warn("The date of publication is unknown")]);
}

#[test]
fn a_byline_under_the_text_is_not_lost() {
    let text = format!("Talks in Leavesham will go on\n\n{BODY}\n\nBy Jane Doe");
    check("a.txt", &text, &[Remove("after the article", "By Jane Doe"), Passages(3)]);
}

#[test]
fn captions_alone_are_warned_of() {
    let text = "Two presidents at a table\nThe two presidents at their table in Leavesham\n\nA bridge at night\nThe new bridge, seen from the river";
    check("a.txt", text, &[Warn("in this file")]);
}

#[test]
fn a_list_alone_is_kept() {
    let text =
        "What was agreed in Leavesham\n\n- The talks go on in May\n- The bridge is opened\n- Nobody pays for the other";
    check(
        "a.txt",
        text,
        &[Headline("What was agreed in Leavesham"), Passages(3), Keep("list-item", "The bridge is opened")],
    );
}

#[test]
fn a_correction_that_was_appended_is_kept() {
    let text = format!(
        "Talks in Leavesham will go on\n\n{BODY}\n\nCorrection, 4 March: An earlier version of this article gave a wrong number of hours; the delegations met for three."
    );
    check("a.txt", &text, &[Passages(4), Keep("paragraph", "Correction, 4 March"), Date("unknown")]);
}

#[test]
fn a_text_in_another_script_is_kept_and_its_speakers_are_not_guessed() {
    let text = "Переговоры продолжатся\n\nДве делегации встретились в понедельник в ратуше города и говорили три часа, сообщил мэр.\n\n«Мы договорились встретиться ещё раз», — сказала Анна Келлер, глава северной делегации.";
    check("a.txt", text, &[Headline("Переговоры продолжатся"), Passages(2), Warn("not in Latin letters")]);
}

#[test]
fn a_text_all_in_capitals_is_text() {
    let text = format!("TALKS IN LEAVESHAM WILL GO ON\n\n{}", BODY.to_uppercase());
    check("a.txt", &text, &[Headline("TALKS IN LEAVESHAM WILL GO ON"), Passages(3), NoWarn("No sentence")]);
}

#[test]
fn a_text_all_in_small_letters_is_text() {
    let text = format!("talks in leavesham will go on\n\n{}", BODY.to_lowercase());
    check("a.txt", &text, &[Headline("talks in leavesham will go on"), Passages(3)]);
}

#[test]
fn a_byline_of_two_words_never_takes_the_headlines_place() {
    for opening in ["Story by", "Words by", "Report by", "Posted by", "Compiled by", "Written by"] {
        let text = format!(
            "Harbour talks end with a plan\n\n{opening} Anna Lind\n\nMarch 3, 2014\n\nThe two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.\n\nThe mayor of the town thanked all who had come, and a brass band played outside in the rain until nine.\n"
        );
        check("a.txt", &text, &[Headline("Harbour talks end with a plan"), Byline("Anna Lind"), Passages(2)]);
    }
}

#[test]
fn bylines_of_every_usual_form_name_their_author_and_leave_the_headline_alone() {
    for line in [
        "Opinion by Anna Keller",
        "Analysis by Anna Keller",
        "Reporting by Anna Keller",
        "By our correspondent Anna Keller",
        "By Anna Keller - 5 min read",
        "By Anna Keller, 4 March 2014",
        "Text: Anna Keller",
        "By\nAnna Keller",
        "Leavesham Post · 4 Mar 2014 · By Anna Keller",
    ] {
        let text = format!("Talks in Leavesham will go on\n\n{line}\n\n{BODY}");
        check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Byline("Anna Keller")]);
    }
    let text = format!("Talks in Leavesham will go on\n\nWith reporting by Anna Keller\n\n{BODY}");
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Byline("unknown")]);
}

#[test]
fn a_document_whose_fields_have_no_labels_is_read_by_their_order() {
    let text = format!(
        "NEWS\nTalks in Leavesham will go on\n\nAnna Keller\n412 words\n4 March 2014\nThe Leavesham Post\nLPOST\n4\nEnglish\n(c) 2014 Post Limited\n\n{BODY}\n\nDocument LPOST00020140304ea340001k\n"
    );
    check(
        "a.txt",
        &text,
        &[Headline("Talks in Leavesham will go on"), Byline("Anna Keller"), Date("2014-03-04"), Passages(3)],
    );
}
