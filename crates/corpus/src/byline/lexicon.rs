//! The words of bylines, in the languages in which they are met.
//!
//! Invariant: all in lower case.

/// What opens a byline, in lower case. Those that are words of other meanings
/// as well need a name right behind them.
#[rustfmt::skip]
pub(super) const OPENINGS: &[&str] = &[
    "by", "written by", "story by", "story and photos by", "words by", "text by", "report by", "reported by",
    "reporting by", "texte", "posted by", "published by", "interview by", "interview", "review by", "analysis by",
    "opinion by", "compiled by", "as told to", "words", "text", "author", "authors", "byline", "writer", "reporter",
    "created by", "submitted by", "article by", "von", "autor", "autorin", "autoren", "par", "auteur", "écrit par",
    "publié par", "por", "escrito por", "publicado por", "autora", "redacción", "di", "a cura di", "scritto da",
    "autore", "door", "geschreven door", "av", "skrevet av", "skriven av", "text av", "af", "skrevet af", "tekst",
    "kirjoittanut", "autor artykułu", "napsal", "napsala", "szerző", "írta", "scris de", "autorul", "oleh", "penulis",
    "bởi", "tác giả", "yazan", "haber", "автор", "авторы", "текст", "автори", "συντάκτης", "του", "της", "مؤلف",
    "بقلم", "نویسنده", "लेखक", "作者", "文", "記者", "记者", "撰文", "글", "기자", "ni", "na", "na mwandishi", "per",
    "escrit per", "idatzia", "nga", "pisze", "tekst i foto",
];

/// Openings that are read in a line of running words only where no colon
/// stands behind them and a name does.
#[rustfmt::skip]
pub(super) const SHORT: &[&str] = &[
    "von", "par", "por", "di", "door", "av", "af", "de", "oleh", "ni", "na", "per", "nga", "του", "της", "words",
    "text", "interview", "tekst", "haber", "reporter", "writer",
];

/// Words that tell what somebody does, or for whom.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors",
    "columnist", "contributor", "contributors", "contributing", "special", "bureau", "producer", "analyst",
    "journalist", "chief", "senior", "diplomatic", "freelance", "fellow", "professor", "author", "blogger",
    "photographer", "photos", "photo", "photography", "photographs", "illustration", "illustrated", "redakteur",
    "redaktion", "rédaction", "redacción", "redazione", "journaliste", "periodista", "korrespondent", "redaktør",
    "redaktör", "корреспондент", "редактор", "newsroom", "desk", "team", "editorial", "intern", "anchor", "host",
    "critic", "director", "manager", "president", "commentator", "guest", "opinion", "cnet", "mailonline",
];

/// News agencies and words that only a newsroom's name has.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "ap", "afp", "dpa", "upi", "reuters", "tass", "itar-tass", "ria", "novosti", "interfax", "xinhua", "kyodo",
    "yonhap", "efe", "ansa", "apa", "belga", "pti", "ians", "ani", "associated", "press", "agence", "agencies",
    "agency", "news", "bloomberg", "newswire", "wire", "wires", "online", "monitor", "times", "post", "herald",
    "tribune", "gazette", "courier", "journal", "magazine", "radio", "television", "tv", "bbc", "cnn", "npr",
    "service", "network", "media", "international", "daily", "today", "com", "inc", "ltd", "llc", "gmbh",
];

/// Words between two authors.
pub(super) const JOINS: &[&str] = &[
    "and", "&", "und", "et", "y", "e", "och", "og", "en", "i", "и", "с", "with", "ve", "dan", "și", "és", "και", "та",
];

/// Small words within a name.
pub(super) const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "du", "des", "ten",
    "ter", "bin", "ibn", "bint", "al", "el", "af", "av", "zu", "zum", "y", "e", "st",
];
