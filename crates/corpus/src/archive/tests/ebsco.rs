//! The layouts in which EBSCO prints, mails and shows a text, invented.
use super::{TEXT, built, check};

const NOTICE: &str = "Copyright of Coast Courier is the property of Coast Limited and its content may not be copied or emailed to multiple sites or posted to a listserv without the copyright holder's express written permission. However, users may print, download, or email articles for individual use.";

#[test]
fn labels_stand_over_their_values() {
    let record = format!(
        "Record: 1\nTitle:\nHarbour talks end with a plan\nAuthors:\nLind, Anna\nSource:\nCoast Courier, The. 4 March 2014, p4-4. 1/2p. 1 Color Photograph.\nDocument Type:\nArticle\nSubject Terms:\n*HARBORS\n*DIPLOMATIC negotiations\nGeographic Terms:\nPORT Alder\nAbstract:\nThe article reports on the talks of two delegations.\nFull Text Word Count:\n412\nISSN:\n1234-5678\nAccession Number:\n94512345\nDatabase:\nNewspaper Source Plus\n\nSection: News\nHarbour talks end with a plan\n\n{TEXT}\n\n~~~~~~~~\n\nBy Anna Lind\n\n{NOTICE}\n"
    );
    check(&record);
    // The same, with its lines set apart.
    check(&record.replace(":\n", ":\n\n").replace("\nDocument Type", "\n\nDocument Type"));
}

#[test]
fn buttons_over_a_copied_text_are_no_headline() {
    check(&format!(
        "Listen\nAmerican Accent\nAustralian Accent\nBritish Accent\nTranslate Full Text:\nChoose Language\nHarbour talks end with a plan\n\nAuthors: Lind, Anna\nSource: Coast Courier. 4 March 2014, p4.\nDocument Type: Article\nAccession Number: 94512345\nDatabase: Newspaper Source\n\n{TEXT}\n\nCopyright © Coast Limited 2014\n"
    ));
    check(&format!(
        "HTML Full Text\nTitle: Harbour talks end with a plan\nAuthors: Lind, Anna\nSource: Coast Courier. 4 March 2014, p4.\nAccession Number: 94512345\n\nListen\nAmerican Accent\n\nHARBOUR TALKS END WITH A PLAN\n\n{TEXT}\n\n{NOTICE}\n"
    ));
}

#[test]
fn a_title_names_author_newspaper_and_day_behind_it() {
    check(&format!(
        "Title: Harbour talks end with a plan. By: Lind, Anna, Coast Courier, 4 March 2014\nDatabase: Regional Business News\nHTML Full Text\nListen\nAmerican Accent\nSection: World\nHARBOUR TALKS END WITH A PLAN\n\n{TEXT}\n\n{NOTICE}\n"
    ));
    check(&format!(
        "Title: Harbour talks end with a plan. By: Anna Lind, Coast Courier, Mar 4, 2014\nAccession Number: 94512345\nDatabase: Regional Business News\n\n{TEXT}\n\n{NOTICE}\n"
    ));
}

#[test]
fn how_to_cite_a_record_may_stand_over_it() {
    let text = format!(
        "Publishing   Citation Format: APA (American Psychological Assoc.):\n\nNOTE: Review the instructions at http://support.example.com/help/ and make any necessary corrections before using.\n\nReferences\nLind, A. (2014, March 4). Harbour talks end with a plan. Coast Courier, p. 4.\n<!--Additional Information:\nPersistent link to this record (Permalink): https://search.example.com/login.aspx?AN=94512345\nEnd of citation-->\n\nRecord: 1\nTitle: Harbour talks end with a plan\nAuthors: Lind, Anna\nSource: Coast Courier. 4 March 2014, p4.\nDocument Type: Article\nAccession Number: 94512345\nPersistent link to this record (Permalink): https://search.example.com/login.aspx?AN=94512345\nCut and Paste: <a href=\"https://search.example.com/\">Harbour talks end with a plan.</a>\nDatabase: Newspaper Source\n\nHarbour talks end with a plan\n\nContents\n{TEXT}\n\n{NOTICE}\n"
    );
    check(&text);
    assert!(!built(&text).warnings.iter().any(|warning| warning.message.contains("several documents")));
}

#[test]
fn labels_are_read_in_other_languages() {
    for labels in [
        ["Titel", "Autoren", "Quelle", "Dokumenttyp", "Zugangsnummer", "Datenbank"],
        ["Titre", "Auteurs", "Source", "Type de document", "Numéro d'accès", "Base de données"],
        ["Título", "Autores", "Fuente", "Tipo de documento", "Número de acceso", "Base de datos"],
        ["Titolo", "Autori", "Fonte", "Tipo di documento", "Numero di accesso", "Banca dati"],
    ] {
        let [title, authors, source, kind, number, database] = labels;
        check(&format!(
            "{title}: Harbour talks end with a plan\n{authors}: Lind, Anna\n{source}: Coast Courier. 4 March 2014, p4.\n{kind}: Article\n{number}: 94512345\n{database}: Newspaper Source\n\n{TEXT}\n\n{NOTICE}\n"
        ));
    }
}

#[test]
fn the_author_may_be_named_only_under_the_text() {
    check(&format!(
        "Title: Harbour talks end with a plan\nSource: Coast Courier. 4 March 2014, p4.\nDocument Type: Article\nAccession Number: 94512345\nDatabase: Newspaper Source\n\n{TEXT}\n\n~~~~~~~~\nBy Anna Lind\n\n{NOTICE}\n"
    ));
}

#[test]
fn records_without_numbers_are_parted_where_labels_begin_again() {
    let record = |title: &str, author: &str| {
        format!(
            "Title: {title}\nAuthors: {author}\nSource: Coast Courier. 4 March 2014, p4.\nDocument Type: Article\nAccession Number: 94512345\nDatabase: Newspaper Source\nFull Text: {TEXT}\nCopyright of Coast Courier is the property of Coast Limited.\n"
        )
    };
    let built = built(&[record("Talks end", "Lind, Anna"), record("The wall is built", "Byrne, Tom")].join("\n"));
    let bylines: Vec<_> =
        built.corpus.articles.iter().map(|article| article.byline.as_ref().map(|fact| fact.value.as_str())).collect();
    assert_eq!(bylines, [Some("Anna Lind"), Some("Tom Byrne")]);
    for article in &built.corpus.articles {
        assert_eq!(article.passages().count(), 3);
    }
}
