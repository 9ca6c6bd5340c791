//! Documents as six archives give them, invented.

mod ebsco;
mod pressreader;

use crate::Built;

const TEXT: &str = "The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.\n\nThe mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.\n\nOutside, a few dozen people waited in the rain with flags and a brass band.";

fn built(text: &str) -> Built {
    crate::build::build_one("a.txt", text)
}

/// Headline, byline and day of the first article, whose passages are the text.
fn check(text: &str) {
    let built = built(text);
    let article = &built.corpus.articles[0];
    let published = article.published.as_ref().map(|published| published.date.to_string());
    let shown = (
        article.headline.value.as_str(),
        article.byline.as_ref().map(|fact| fact.value.as_str()),
        published.as_deref(),
    );
    assert_eq!(shown, ("Harbour talks end with a plan", Some("Anna Lind"), Some("2014-03-04")), "{text}");
    let passages: Vec<&str> = article.passages().map(|block| block.text.as_str()).collect();
    assert_eq!(passages, TEXT.split("\n\n").collect::<Vec<_>>(), "{text}");
}

fn nexis_uni() -> String {
    format!(
        "Harbour talks end with a plan\nThe Coast Courier\nMarch 4, 2014 Tuesday\n\nCopyright 2014 The Coast Courier All Rights Reserved\nSection: NEWS; Pg. 4\nLength: 412 words\nByline: Anna Lind\nDateline: PORT ALDER\nBody\n\n{TEXT}\n\nLoad-Date: March 5, 2014\n\nEnd of Document\n"
    )
}

#[test]
fn nexis_old_and_new_is_read() {
    check(&nexis_uni());
    check(&format!(
        "                               1 of 1 DOCUMENTS\n\n                            The Coast Courier\n\n                             March 4, 2014 Tuesday\n                                 Final Edition\n\nHEADLINE: Harbour talks end with a plan\n\nBYLINE: Anna Lind, Staff Writer\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 412 words\n\nDATELINE: PORT ALDER\n\nBODY:\n{TEXT}\n\nLOAD-DATE: March 5, 2014\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n                     Copyright 2014 The Coast Courier\n"
    ));
    check(&format!(
        "1 of 1 DOCUMENTS\n\nThe Coast Courier\n\nMarch 4, 2014 Tuesday\n\nHarbour talks end with a plan\n\nBYLINE: By ANNA LIND\n\nLENGTH: 412 words\n\n\n{TEXT}\n\nLOAD-DATE: March 5, 2014\n"
    ));
}

#[test]
fn the_labels_of_proquest_become_metadata() {
    check(&format!(
        "Harbour talks end with a plan\n\nAuthor: Lind, Anna\n\nPublication info: The Coast Courier ; Port Alder [Port Alder]4 Mar 2014.\n\nAbstract: The two delegations met for three hours.\n\nLinks: Check for full text\n\nFull text: {TEXT}\n\nPublication title: The Coast Courier; Port Alder\n\nPublication year: 2014\n\nPublication date: 4 Mar 2014\n\nSource type: Newspapers\n\nProQuest document ID: 1015\n"
    ));
}

#[test]
fn factiva_with_codes_and_without_is_read() {
    let (first, rest) = TEXT.split_once("\n\n").unwrap();
    check(&format!(
        "HD Harbour talks end with a plan\nBY By Anna Lind\nWC 412 words\nPD 4 March 2014\nSN The Coast Courier\nSC CCOUR\nPG 4\nLA English\nCY (c) 2014 Coast Limited\n\nLP\n{first}\n\nTD\n{rest}\n\nNS gdip : Diplomacy\nRE palder : Port Alder\nPUB Coast Limited\nAN Document CCOUR00020140304ea3400012\n"
    ));
}

#[test]
fn ebsco_and_gale_are_read() {
    check(&format!(
        "Record: 1\nTitle: Harbour talks end with a plan\nAuthors: Lind, Anna\nSource: The Coast Courier. 4 March 2014, p4.\nDocument Type: Article\nSubject Terms: HARBOURS\nAbstract: The two delegations met.\nFull Text Word Count: 412\nISSN: 1234-5678\nAccession Number: 9876\nDatabase: Newspapers\n\n{TEXT}\n\n~~~~~~~~\n"
    ));
    check(&format!(
        "Title: Harbour talks end with a plan\nAuthor(s): Anna Lind\nPublication: The Coast Courier\nDate: Mar. 4, 2014\nDocument Type: Article\nLength: 412 words\n\nFull Text:\n{TEXT}\n\nSource Citation: Lind, Anna.\n\nGale Document Number: GALE|A360\n"
    ));
}

#[test]
fn several_documents_are_several_articles() {
    let second =
        nexis_uni().replace("Harbour talks end with a plan", "The wall is built").replace("Anna Lind", "Tom Byrne");
    let built = built(&[nexis_uni(), second].concat());
    let shown: Vec<(&str, &str)> =
        built.corpus.articles.iter().map(|article| (article.file.as_str(), article.headline.value.as_str())).collect();
    assert_eq!(shown, [("a.txt#1", "Harbour talks end with a plan"), ("a.txt#2", "The wall is built")]);
    assert!(built.warnings.iter().any(|warning| warning.message.contains("2 documents of an archive")));
}

#[test]
fn where_the_border_is_unsure_the_file_stays_whole_and_says_so() {
    let built = built(&[nexis_uni(), format!("Another story\n\n{TEXT}\n")].concat());
    assert_eq!(built.corpus.articles.len(), 1);
    let unsure = built.warnings.iter().find(|warning| warning.message.contains("where each begins is unsure"));
    let second = nexis_uni().lines().count() + 1;
    assert_eq!(unsure.map(|warning| warning.place.line as usize), Some(second));
}

#[test]
fn what_looks_like_a_label_within_the_text_is_a_word_of_the_article() {
    let rope = "Length: two metres of rope, said the harbour master, and not one more.";
    let long = ["The rope had been laid along the wall beside the door on the evening before, and whoever came in"; 2];
    let text = [rope, &long.join(" so that all could see it, "), "Nobody had measured it."].join("\n\n");
    let built = built(&nexis_uni().replace(TEXT, &text));
    let passages: Vec<&str> = built.corpus.articles[0].passages().map(|block| block.text.as_str()).collect();
    assert_eq!(passages, text.split("\n\n").collect::<Vec<_>>());
}

#[test]
fn a_source_with_its_day_names_the_outlet_as_well() {
    for (value, outlet) in [
        ("The Coast Courier. 4 March 2014, p4.", "The Coast Courier"),
        ("Coast Courier; Port Alder, 4 March 2014", "Coast Courier"),
        ("Coast Post, Mar 4, 2014", "Coast Post"),
    ] {
        let (_, entries) = super::read(&format!(
            "Record: 1\nTitle: Harbour talks end\nAuthors: Lind, Anna\nSource: {value}\nDocument Type: Article\nAccession Number: 9876\nDatabase: Newspapers\n\n{TEXT}\n"
        ));
        let named: Vec<&str> = entries
            .iter()
            .filter(|entry| entry.field == super::Field::Outlet)
            .map(|entry| entry.value.as_str())
            .collect();
        assert_eq!(named, [outlet], "{value}");
    }
}

#[test]
fn lines_are_tagged_only_where_headline_day_and_text_all_are() {
    assert!(super::labels::is_tagged(&["HD Talks end", "PD 4 March 2014", "LP"]));
    assert!(super::labels::is_tagged(&["HD Talks end", "PD 4 March 2014", "TD The two met."]));
    for lines in [["HD Talks end", "TD The two met."], ["PD 4 March 2014", "LP"], ["HD Talks end", "PD 4 March 2014"]] {
        assert!(!super::labels::is_tagged(&lines), "{lines:?}");
    }
}

#[test]
fn an_article_with_a_few_labels_is_no_archive() {
    let text =
        format!("Harbour talks end with a plan\n\nLocation: Port Alder\nDate: March 4, 2014\nType: News\n\n{TEXT}\n");
    assert!(!super::is_archive(&text));
}
