//! Lines that a newspaper page prints between those of an article, and lines of
//! text that look like them.

use super::*;

#[test]
fn lines_that_lead_to_another_page_are_told_from_text() {
    for (text, expected) in [
        ("Continued on page A6", true),
        ("CONTINUED ON A6", true),
        ("Continued from page 1", true),
        ("Continued from Page One", true),
        ("From page A1", true),
        ("FROM A1", true),
        ("See TALKS, Page 6", true),
        ("See TALKS on A6", true),
        ("TALKS from A1", true),
        ("» TALKS, A6", true),
        ("Please turn to Page A4", true),
        ("Fortsetzung auf Seite 4", true),
        ("Fortsetzung von Seite 1", true),
        ("Suite page 4", true),
        ("Continúa en la página 4", true),
        ("Viene de la página 1", true),
        ("Segue a pagina 12", true),
        ("from the harbour to the", false),
        ("see the harbour at 6", false),
        ("continued for 3", false),
        ("from 12 to 15", false),
        ("more on 4", false),
        ("He read from page 4.", false),
    ] {
        assert_eq!(is_jump(text), expected, "{text}");
    }
}

#[test]
fn numbers_of_pages_stand_alone() {
    for (text, expected) in [
        ("4", true),
        ("A6", true),
        ("Page 4", true),
        ("- 6 -", true),
        ("Seite 12", true),
        ("2014.", false),
        ("2014", false),
        ("6 men", false),
    ] {
        assert_eq!(is_page_number(text), expected, "{text}");
    }
}
