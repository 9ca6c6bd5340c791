//! Bylines of many papers and languages, and lines that are none.
use super::*;

fn check(line: &str, expected: &str) {
    let found = in_line(line).map(|names| joined(&names)).unwrap_or_default();
    assert_eq!(found, expected, "{line}");
}

#[test]
fn every_author_is_named() {
    check("By Anna Lind, Tom Byrne and Rosa Pell", "Anna Lind, Tom Byrne and Rosa Pell");
    check("By Anna Lind, Tom Byrne", "Anna Lind and Tom Byrne");
    check("By Anna Lind and Tom Byrne", "Anna Lind and Tom Byrne");
    check("By Anna Lind & Tom Byrne", "Anna Lind and Tom Byrne");
    check("By Anna Lind; Tom Byrne; Rosa Pell", "Anna Lind, Tom Byrne and Rosa Pell");
    check("BY ANNA LIND AND TOM BYRNE", "Anna Lind and Tom Byrne");
    check("By Anna Lind with Tom Byrne in Oslo", "Anna Lind and Tom Byrne");
}

#[test]
fn usual_openings_are_known() {
    for opening in [
        "By",
        "by",
        "BY",
        "By:",
        "Written by",
        "Story by",
        "Words by",
        "Text by",
        "Posted by",
        "Reported by",
        "Author:",
        "Byline:",
        "Words:",
        "Text:",
        "Von",
        "Par",
        "Por",
        "Di",
        "Door",
        "Av",
        "Af",
        "Oleh",
        "Автор:",
        "Текст:",
        "Autor:",
        "Auteur :",
        "A cura di",
        "Story and photos by",
        "Interview by",
    ] {
        check(&format!("{opening} Anna Lind"), "Anna Lind");
    }
    check("作者：李安娜", "李安娜");
    check("By: Anna Lind", "Anna Lind");
}

#[test]
fn what_is_no_part_of_a_name_is_left_off() {
    for rest in [
        " 3 hours ago",
        " | 3 March 2014",
        ", Staff Writer",
        ", Correspondent",
        " in Port Alder",
        " (Reuters)",
        ", Reuters",
        " anna.lind@example.org",
        " @annalind",
        " - Coast Post",
        " for The Coast Post",
        ", Associated Press",
        " Associated Press Writer",
        " Staff Writer",
        " Published 12:30, March 3",
        ", Correspondent of The Coast Post",
        " / AP",
        ", Special to The Courier",
        " • 5 min read",
    ] {
        check(&format!("By Anna Lind{rest}"), "Anna Lind");
    }
    check("By BBC News Online's Stephen Mulvey", "Stephen Mulvey");
    check("By Dr. Anna Lind", "Anna Lind");
}

#[test]
fn names_of_every_make_are_kept_whole() {
    check("By Sammy Dale Jr.", "Sammy Dale Jr.");
    check("By Sammy Dale, Jr.", "Sammy Dale, Jr.");
    check("BY SAMMY DALE III", "Sammy Dale III");
    check("By Patrick O'Brien", "Patrick O'Brien");
    check("BY PATRICK O'BRIEN", "Patrick O'Brien");
    check("BY IAN MCEWAN", "Ian McEwan");
    check("By Jan van der Meer", "Jan van der Meer");
    check("BY JAN VAN DER MEER", "Jan van der Meer");
    check("By J. K. Lind", "J. K. Lind");
    check("By Lind, Anna", "Anna Lind");
    check("Author: Lind, Anna; Byrne, Tom", "Anna Lind and Tom Byrne");
    check("Por José Ortega y Gasset", "José Ortega y Gasset");
    check("By Jean-Paul Meer", "Jean-Paul Meer");
}

#[test]
fn an_agency_alone_is_the_author() {
    check("By Reuters", "Reuters");
    check("By The Associated Press", "The Associated Press");
}

#[test]
fn other_lines_are_no_bylines() {
    for line in [
        "By the time the talks ended, nobody was left",
        "By Tuesday the harbour was empty",
        "Harbour talks end with a plan",
        "Von nun an ist alles anders",
        "Par la suite, rien ne changea",
        "Di solito non succede",
        "Author of three books",
        "Text messages are read",
        "By 2014",
        "byte by byte",
        "",
    ] {
        check(line, "");
    }
}

#[test]
fn brackets_end_where_they_are_closed() {
    check("By Anna Lind (Reuters) and Tom Byrne (AP)", "Anna Lind and Tom Byrne");
    assert_eq!(without_brackets("Anna [the editor (deputy)] Lind) <a@b.org>"), "Anna  Lind) ");
}

#[test]
fn a_sentence_that_begins_as_a_byline_does_not_fill_its_line() {
    assert!(fills("By Anna Lind and Tom Byrne in Oslo"));
    for line in ["By Anna Lind, who writes on harbours and much else", "By Anna Lind, but nobody read it."] {
        assert!(!fills(line), "{line}");
    }
}
