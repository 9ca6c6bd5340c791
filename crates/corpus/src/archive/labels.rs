//! The labels that newspaper archives put before and after a text.
//!
//! Invariant: a label opens its line; what it means does not depend on the
//! archive.

use crate::metadata::entry::Field;

/// What stands behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Field(Field),
    /// The article's text.
    Text,
    /// Something else about the document.
    Other,
}

/// A label at the head of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// In lower case, without its colon.
    pub(super) name: &'static str,
    pub(super) meaning: Meaning,
    /// Bytes of the line, its blanks at the head apart, with the colon.
    pub(super) length: usize,
    /// Whether articles have no such words of their own.
    pub(super) strong: bool,
}

use Meaning::{Other, Text};

const HEADLINE: Meaning = Meaning::Field(Field::Headline);
const AUTHOR: Meaning = Meaning::Field(Field::Author);
const PUBLISHED: Meaning = Meaning::Field(Field::Published);
const OUTLET: Meaning = Meaning::Field(Field::Outlet);
const PLACE: Meaning = Meaning::Field(Field::Place);

/// Labels whose value names the newspaper as well as the day, in the languages
/// in which databases show their fields.
pub(super) fn is_source(name: &str) -> bool {
    matches!(name, "source" | "publication info" | "quelle" | "fuente" | "fonte" | "bron")
}

/// Label, meaning, strong.
const LABELS: &[(&str, Meaning, bool)] = &[
    ("abstract", Other, false),
    ("accession number", Other, true),
    ("article name", HEADLINE, true),
    ("article title", HEADLINE, true),
    ("article type", Other, false),
    ("auteur", AUTHOR, false),
    ("auteur(s)", AUTHOR, true),
    ("auteurs", AUTHOR, false),
    ("author", AUTHOR, false),
    ("author affiliation", Other, true),
    ("author affiliations", Other, true),
    ("author(s)", AUTHOR, true),
    ("author-supplied keywords", Other, true),
    ("authors", AUTHOR, false),
    ("autor", AUTHOR, false),
    ("autore", AUTHOR, false),
    ("autoren", AUTHOR, false),
    ("autores", AUTHOR, false),
    ("autori", AUTHOR, false),
    ("banca dati", Other, true),
    ("base de dados", Other, true),
    ("base de datos", Other, true),
    ("base de données", Other, true),
    ("body", Text, true),
    ("bron", PUBLISHED, false),
    ("byline", AUTHOR, true),
    ("caption", Other, false),
    ("category", Other, false),
    ("city", Other, false),
    ("classification", Other, true),
    ("column", Other, false),
    ("company", Other, false),
    ("company / organization", Other, true),
    ("copyright", Other, false),
    ("correction", Other, false),
    ("correction-date", Other, true),
    ("country", Other, false),
    ("country of publication", Other, true),
    ("credit", Other, false),
    ("cut and paste", Other, true),
    ("database", Other, true),
    ("date", PUBLISHED, false),
    ("dateline", PLACE, true),
    ("datenbank", Other, true),
    ("datum", PUBLISHED, false),
    ("distribution", Other, false),
    ("document id", Other, true),
    ("document information", Other, false),
    ("document number", Other, true),
    ("document type", Other, true),
    ("document url", Other, true),
    ("documenttype", Other, true),
    ("doi", Other, false),
    ("dokumenttyp", Other, true),
    ("edition", Other, false),
    ("end of document", Other, true),
    ("end page", Other, true),
    ("end-page", Other, true),
    ("fecha", PUBLISHED, false),
    ("first page", Other, false),
    ("fonte", PUBLISHED, false),
    ("fuente", PUBLISHED, false),
    ("full text", Text, true),
    ("full text database", Other, true),
    ("full text word count", Other, true),
    ("fulltext", Text, true),
    ("gale document number", Other, true),
    ("geographic", Other, true),
    ("geographic terms", Other, true),
    ("graphic", Other, true),
    ("headline", HEADLINE, true),
    ("highlight", Other, true),
    ("identifier / keyword", Other, true),
    ("images", Other, false),
    ("industry", Other, false),
    ("isbn", Other, false),
    ("issn", Other, true),
    ("issue", Other, false),
    ("issue date", PUBLISHED, true),
    ("journal code", Other, true),
    ("keywords", Other, false),
    ("language", Other, false),
    ("language of publication", Other, true),
    ("last updated", Other, false),
    ("lead paragraph", Text, true),
    ("length", Other, false),
    ("lexile", Other, false),
    ("lexile full text", Other, true),
    ("links", Other, false),
    ("load-date", Other, true),
    ("location", Other, false),
    ("materias", Other, false),
    ("naics/industry codes", Other, true),
    ("newspaper", OUTLET, false),
    ("number of pages", Other, true),
    ("numero di accesso", Other, true),
    ("numéro d'accès", Other, true),
    ("numéro d'entrée", Other, true),
    ("numéro d’accès", Other, true),
    ("numéro d’entrée", Other, true),
    ("número de acceso", Other, true),
    ("número de acesso", Other, true),
    ("organization", Other, false),
    ("page", Other, false),
    ("page number", Other, false),
    ("pages", Other, false),
    ("people", Other, false),
    ("persons", Other, false),
    ("physical description", Other, true),
    ("place of publication", Other, true),
    ("product names", Other, true),
    ("proquest document id", Other, true),
    ("pub-type", Other, true),
    ("publication", OUTLET, false),
    ("publication date", PUBLISHED, true),
    ("publication info", PUBLISHED, true),
    ("publication name", OUTLET, true),
    ("publication subject", Other, true),
    ("publication title", OUTLET, true),
    ("publication type", Other, true),
    ("publication year", Other, true),
    ("publication-type", Other, true),
    ("publikationstyp", Other, true),
    ("publisher", Other, false),
    ("publisher logo", Other, true),
    ("quelle", PUBLISHED, false),
    ("record", Other, false),
    ("resumen", Other, false),
    ("reviews & products", Other, true),
    ("résumé", Other, false),
    ("schlagwörter", Other, false),
    ("section", Other, false),
    ("series", Other, false),
    ("source", PUBLISHED, false),
    ("source citation", Other, true),
    ("source type", Other, true),
    ("special note", Other, false),
    ("start page", Other, true),
    ("start-page", Other, true),
    ("state", Other, false),
    ("subject", Other, false),
    ("subject terms", Other, true),
    ("subjects", Other, false),
    ("sujets", Other, false),
    ("testo completo", Text, true),
    ("text", Text, false),
    ("texte intégral", Text, true),
    ("texto completo", Text, true),
    ("texto integral", Text, true),
    ("ticker", Other, true),
    ("tipo de documento", Other, true),
    ("tipo di documento", Other, true),
    ("titel", HEADLINE, false),
    ("title", HEADLINE, false),
    ("titolo", HEADLINE, false),
    ("titre", HEADLINE, false),
    ("toegangsnummer", Other, true),
    ("type", Other, false),
    ("type de document", Other, true),
    ("título", HEADLINE, false),
    ("url", Other, false),
    ("verfasser", AUTHOR, false),
    ("volltext", Text, true),
    ("volume", Other, false),
    ("word count", Other, true),
    ("wortanzahl", Other, true),
    ("zugangsnummer", Other, true),
];

/// The two letters of Factiva's display with codes.
const TAGS: &[(&str, Meaning)] = &[
    ("HD", HEADLINE),
    ("BY", AUTHOR),
    ("CR", Other),
    ("WC", Other),
    ("PD", PUBLISHED),
    ("ET", Other),
    ("SN", OUTLET),
    ("SC", Other),
    ("ED", Other),
    ("PG", Other),
    ("VOL", Other),
    ("LA", Other),
    ("CY", Other),
    ("LP", Text),
    ("TD", Text),
    ("CT", Other),
    ("CX", Other),
    ("RF", Other),
    ("CO", Other),
    ("IN", Other),
    ("NS", Other),
    ("RE", Other),
    ("IPD", Other),
    ("IPC", Other),
    ("PUB", Other),
    ("AN", Other),
    ("SE", Other),
    ("CLM", Other),
    ("ART", Other),
    ("SO", Other),
];

/// The label of a line.
pub(super) fn label(line: &str, tagged: bool) -> Option<Label> {
    let line = line.trim();
    if tagged && let Some((name, meaning)) = tag(line) {
        return Some(Label { name, meaning, length: name.len(), strong: true });
    }
    let known = |words: &str| LABELS.iter().find(|(name, ..)| words.eq_ignore_ascii_case(name));
    if line.starts_with("Persistent link to this record") {
        return Some(Label { name: "permalink", meaning: Other, length: 0, strong: true });
    }
    if let Some((front, _)) = line.split_once(':').filter(|(front, _)| front.len() <= 26) {
        let (name, meaning, strong) = known(front.trim())?;
        // `Length: 412 words`
        let counted = *name == "length" && line.to_ascii_lowercase().trim_end().ends_with("words");
        return Some(Label { name, meaning: *meaning, length: front.len() + 1, strong: *strong || counted });
    }
    let alone = known(line).filter(|(name, ..)| {
        matches!(*name, "body" | "full text" | "end of document" | "classification" | "source citation")
    });
    if let Some((name, meaning, _)) = alone.filter(|_| line.starts_with(char::is_uppercase)) {
        return Some(Label { name, meaning: *meaning, length: line.len(), strong: true });
    }
    if line.starts_with("Copyright of ") && line.contains(" is the property of ") {
        return Some(Label { name: "copyright", meaning: Other, length: 0, strong: true });
    }
    is_code(line).then_some(Label { name: "document number", meaning: Other, length: line.len(), strong: true })
}

/// `Document CPOST00020140304ea3400012`
pub(super) fn is_code(line: &str) -> bool {
    line.strip_prefix("Document ").is_some_and(|code| {
        code.len() >= 15
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && code.bytes().filter(u8::is_ascii_digit).count() >= 8
    })
}

fn tag(line: &str) -> Option<(&'static str, Meaning)> {
    let word = line.split([' ', '\t', '\u{a0}']).next().unwrap_or(line);
    TAGS.iter().find(|(name, _)| *name == word).map(|(name, meaning)| (*name, *meaning))
}

/// Whether lines are labelled with two letters: headline, day and text.
pub(super) fn is_tagged(lines: &[&str]) -> bool {
    let has =
        |wanted: &[&str]| lines.iter().any(|line| tag(line.trim()).is_some_and(|(name, _)| wanted.contains(&name)));
    has(&["HD"]) && has(&["PD"]) && has(&["LP", "TD"])
}

/// `1 of 25 DOCUMENTS`, `Document 3 of 7`, `Record: 2`.
pub(super) fn is_counter(line: &str) -> bool {
    let line = line.trim().to_ascii_lowercase();
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let of =
        |text: &str| text.split_once(" of ").is_some_and(|(first, last)| number(first.trim()) && number(last.trim()));
    let documents = line.strip_suffix(" documents").or_else(|| line.strip_suffix(" document"));
    documents.is_some_and(of)
        || line.strip_prefix("document ").is_some_and(of)
        || line.strip_prefix("record:").is_some_and(|rest| number(rest.trim()))
}

/// Whether a counter counts the first document: what stands over it is none.
pub(super) fn counts_first(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    is_counter(line) && words.find(|word| word.bytes().all(|byte| byte.is_ascii_digit())) == Some("1")
}

/// Copyright and the like among the lines over the text.
pub(super) fn is_notice(line: &str) -> bool {
    let line = line.trim().to_ascii_lowercase();
    ["copyright", "©", "(c)", "all rights reserved"].iter().any(|opening| line.starts_with(opening))
}
