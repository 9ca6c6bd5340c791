//! The layouts in which PressReader prints, mails and copies a text, invented.
use super::{TEXT, built, check};

const NOTICE: &str = "PressReader.com +1 604 000 0000\nCopyright and protected by applicable law";

#[test]
fn newspaper_day_and_author_stand_on_lines_of_their_own() {
    check(&format!("Harbour talks end with a plan\nThe Coast Courier\n4 Mar 2014\nANNA LIND\n\n{TEXT}\n\n{NOTICE}\n"));
    check(&format!(
        "The Coast Courier\n2014-03-04 - NEWS - ANNA LIND\n\nHarbour talks end with a plan\n\n{TEXT}\n\nNewspapers in English\nNewspapers from Norway\n© PressReader. All rights reserved.\n"
    ));
}

#[test]
fn newspaper_day_page_and_author_stand_on_one_line() {
    for line in [
        "The Coast Courier · 4 Mar 2014 · 4 · Anna Lind",
        "The Coast Courier | 4 March 2014 | A4 | By Anna Lind",
        "4 Mar 2014 The Coast Courier BY ANNA LIND",
        "Coast Courier - March 4, 2014 - NEWS - ANNA LIND",
    ] {
        check(&format!("Harbour talks end with a plan\n{line}\n\n{TEXT}\n\nArticle from PressReader\n"));
    }
}

#[test]
fn the_newspaper_is_named_where_a_line_shows_it() {
    let text = format!("Harbour talks end with a plan\nThe Coast Courier · 4 Mar 2014 · Anna Lind\n{TEXT}\n{NOTICE}\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let (_, entries) = super::super::read(&text);
    let outlet = entries.iter().find(|entry| entry.field == crate::metadata::entry::Field::Outlet).unwrap();
    assert_eq!(outlet.value, "The Coast Courier");
    assert!(lines[outlet.line as usize - 1].contains(&outlet.value));
}

#[test]
fn labels_are_read_as_those_of_any_archive() {
    check(&format!(
        "Article Name: Harbour talks end with a plan\nPublication: The Coast Courier\nSection: News\nAuthor: Anna Lind\nStart Page: 4\nEnd Page: 4\nDate: 4 Mar 2014\n\n{TEXT}\n\nPrinted and distributed by PressReader\n{NOTICE}\n"
    ));
    check(&format!(
        "Article\nThe Coast Courier - March 4, 2014\nHarbour talks end with a plan\nBy Anna Lind\n\n{TEXT}\n\nPowered by TCPDF (www.tcpdf.org)\nPRINTED AND DISTRIBUTED BY PRESSREADER\n"
    ));
}

#[test]
fn a_column_that_ends_within_a_sentence_ends_no_paragraph() {
    let parted =
        TEXT.replace("to meet again before", "to meet again\n\nbefore").replace("a joint paper", "a joint\n\npaper");
    check(&format!(
        "Harbour talks end with a plan\nThe Coast Courier\n4 Mar 2014\nANNA LIND\n\n{parted}\n\n{NOTICE}\n"
    ));
}

#[test]
fn a_first_letter_that_is_set_large_belongs_to_its_word() {
    for large in ["T he two", "T\nhe two", "T\n\nhe two"] {
        let text = TEXT.replacen("The two", large, 1);
        check(&format!("Harbour talks end with a plan\n4 Mar 2014\nBy Anna Lind\n\n{text}\n\n{NOTICE}\n"));
    }
}

#[test]
fn narrow_lines_are_joined() {
    let mut text = String::new();
    for paragraph in TEXT.split("\n\n") {
        let mut length = 0;
        for word in paragraph.split(' ') {
            let breaks = length + word.len() > 34;
            text.push_str(if breaks {
                "\n"
            } else if length > 0 {
                " "
            } else {
                ""
            });
            text.push_str(word);
            length = if breaks { word.len() } else { length + 1 + word.len() };
        }
        text.push_str("\n\n");
    }
    check(&format!("Harbour talks end with a plan\nThe Coast Courier\n4 Mar 2014\nANNA LIND\n\n{text}{NOTICE}\n"));
}

#[test]
fn several_cut_texts_are_several_articles() {
    let one = |title: &str| format!("{title}\nThe Coast Courier\n4 Mar 2014\nANNA LIND\n\n{TEXT}\n\n{NOTICE}\n\n");
    let built = built(&[one("Harbour talks end with a plan"), one("The wall is built at last")].concat());
    let headlines: Vec<_> = built.corpus.articles.iter().map(|article| article.headline.value.as_str()).collect();
    assert_eq!(headlines, ["Harbour talks end with a plan", "The wall is built at last"]);
}

#[test]
fn an_article_about_the_service_is_none_of_its_own() {
    let text = format!(
        "Harbour talks end with a plan\n\n{TEXT}\n\nThe newspaper can be read with PressReader on the ferries from now on.\n"
    );
    assert!(super::super::read(&text).1.is_empty());
    assert_eq!(built(&text).corpus.articles[0].passages().count(), 4);
}
