//! What names of metadata and of classes are about.
//!
//! Invariant: names that many sites use; none that is one site's own.

use super::*;

/// What a name of `<meta>` says, in lower case.
pub(super) fn meaning(key: &str) -> Option<(Field, Source)> {
    use Field::{Address, Author, Day, Headline, Language, Outlet, Published, Updated};
    Some(match key {
        "article:published_time"
        | "article:published"
        | "og:article:published_time"
        | "og:published_time"
        | "og:release_date"
        | "og:pubdate"
        | "rnews:datepublished" => (Published, Source::OpenGraphArticle),
        "article:modified_time"
        | "article:modified"
        | "og:article:modified_time"
        | "og:updated_time"
        | "og:modified_time"
        | "rnews:datemodified" => (Updated, Source::OpenGraphArticle),
        "article:author" | "article:author_name" | "og:article:author" => (Author, Source::OpenGraphArticle),
        "citation_publication_date" | "citation_date" | "citation_online_date" => (Published, Source::Citation),
        "citation_author" => (Author, Source::Citation),
        "citation_title" => (Headline, Source::Citation),
        "datepublished" | "datecreated" => (Published, Source::Microdata),
        // Of a film or a recording that the page is about, or that stands in it.
        "uploaddate" => (Day, Source::Meta),
        "datemodified" | "dateupdate" => (Updated, Source::Microdata),
        "dc.date.issued"
        | "dcterms.issued"
        | "dcterms.created"
        | "dc.date.created"
        | "dc.created"
        | "dcterms.available"
        | "dc.issued"
        | "dc.date.publication" => (Published, Source::DublinCore),
        "dc.date" | "dcterms.date" | "dc:date" => (Published, Source::DublinCore),
        "dcterms.modified" | "dc.date.modified" | "dc.modified" => (Updated, Source::DublinCore),
        "dc.creator" | "dcterms.creator" | "dc:creator" => (Author, Source::DublinCore),
        "dc.title" | "dcterms.title" | "dc:title" => (Headline, Source::DublinCore),
        "dc.language" | "dcterms.language" | "language" => (Language, Source::Meta),
        "og:locale" => (Language, Source::OpenGraph),
        "date"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "publish_date"
        | "publication_date"
        | "publication-date"
        | "published_time"
        | "date_published"
        | "displaydate"
        | "originalpublicationdate"
        | "timestamp"
        | "parsely-pub-date"
        | "sailthru.date"
        | "article_date_original"
        | "article.published"
        | "article.created"
        | "cxenseparse:recs:publishtime"
        | "dateposted"
        | "creation_date"
        | "created"
        | "release_date"
        | "release-date"
        | "ptime"
        | "issue_date"
        | "shareaholic:article_published_time"
        | "bt:pubdate"
        | "article:pubdate"
        | "pub_date"
        | "published-date"
        | "published"
        | "date.created"
        | "content_date"
        | "prism.publicationdate"
        | "eprints.date" => (Published, Source::Meta),
        "last-modified"
        | "lastmod"
        | "lastmodified"
        | "modified"
        | "revision_date"
        | "updated"
        | "dateupdated"
        | "article.updated"
        | "utime"
        | "shareaholic:article_modified_time"
        | "date_modified"
        | "modified_time"
        | "revised"
        | "last_updated" => (Updated, Source::Meta),
        "author"
        | "byl"
        | "parsely-author"
        | "sailthru.author"
        | "dcsext.author"
        | "authors"
        | "article.author"
        | "shareaholic:article_author_name"
        | "cxenseparse:author"
        | "author_name" => (Author, Source::Meta),
        "og:title" => (Headline, Source::OpenGraph),
        "twitter:title" | "parsely-title" | "sailthru.title" | "headline" | "hdl" => (Headline, Source::OpenGraph),
        "og:site_name" | "application-name" | "publisher" => (Outlet, Source::OpenGraph),
        "og:url" | "twitter:url" => (Address, Source::OpenGraph),
        _ => return None,
    })
}

/// The words of a class or an id: `entry-date`, `articleDate`, `post_meta`.
fn class_words(class: &str) -> impl Iterator<Item = String> + '_ {
    class.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|part| {
        let mut words: Vec<String> = vec![String::new()];
        let mut small = false;
        for c in part.chars() {
            if c.is_ascii_uppercase() && small {
                words.push(String::new());
            }
            small = c.is_ascii_lowercase();
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
        }
        words.retain(|word| !word.is_empty());
        words
    })
}

/// What a class says about a date within.
pub(super) fn dated(class: &str, pubdate: bool) -> Option<Field> {
    if pubdate {
        return Some(Field::Published);
    }
    let mut found = None;
    for word in class_words(class) {
        match word.as_str() {
            "comment" | "comments" | "related" | "event" | "events" | "copyright" => return None,
            "updated" | "modified" | "lastmod" | "update" => found = found.or(Some(Field::Updated)),
            "published" | "publish" | "pubdate" | "posted" | "publication" | "pubtime" => {
                found = Some(Field::Published)
            }
            "date" | "dateline" | "datetime" | "timestamp" | "time" | "created" | "postdate" | "datum" | "fecha"
            | "data" | "byline" | "submitted" | "postmetadata" | "pub" => found = found.or(Some(Field::Day)),
            _ => {}
        }
    }
    found
}

/// Whether a class says that an author stands within.
pub(super) fn is_authors(class: &str) -> bool {
    let words: Vec<String> = class_words(class).collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    has(&["byline", "author", "authors", "bylines", "autor", "auteur", "writer", "contributor"])
        && !has(&[
            "comment", "comments", "bio", "box", "avatar", "image", "photo", "related", "img", "icon", "links",
            "social",
        ])
}

/// The first class of several that passes a test.
pub(super) fn word(class: &str, test: impl Fn(&str) -> bool) -> &str {
    class.split_whitespace().find(|class| test(class)).unwrap_or("")
}
