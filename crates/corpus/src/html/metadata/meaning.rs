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

/// Gives the words of a class or an id to `take`, in small letters:
/// `entry-date`, `articleDate`, `post_meta`.
fn class_words(class: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    let mut small = false;
    for c in class.chars() {
        let ends = !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && small;
        if ends && !word.is_empty() {
            take(&word);
            word.clear();
        }
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
        small = c.is_ascii_lowercase();
    }
    if !word.is_empty() {
        take(&word);
    }
}

/// What the words of a class or an id say about a date or an author within.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The field of a date within, by the first word that names one; one that
    /// says `published` has the last word.
    field: Option<Field>,
    /// Whether a date within is something else's.
    of_another: bool,
    author: bool,
    /// Whether an author within is none, or has more than a name.
    no_author: bool,
}

impl Said {
    /// Reads one class or id, or several with blanks between.
    pub(super) fn of(class: &str) -> Self {
        let mut said = Self::default();
        class_words(class, |word| said.add_word(word));
        said
    }

    fn add_word(&mut self, word: &str) {
        match word {
            "comment" | "comments" | "related" => (self.of_another, self.no_author) = (true, true),
            "event" | "events" | "copyright" => self.of_another = true,
            "bio" | "box" | "avatar" | "image" | "photo" | "img" | "icon" | "links" | "social" => self.no_author = true,
            "updated" | "modified" | "lastmod" | "update" => self.field = self.field.or(Some(Field::Updated)),
            "published" | "publish" | "pubdate" | "posted" | "publication" | "pubtime" => {
                self.field = Some(Field::Published);
            }
            "byline" => (self.field, self.author) = (self.field.or(Some(Field::Day)), true),
            "date" | "dateline" | "datetime" | "timestamp" | "time" | "created" | "postdate" | "datum" | "fecha"
            | "data" | "submitted" | "postmetadata" | "pub" => self.field = self.field.or(Some(Field::Day)),
            "author" | "authors" | "bylines" | "autor" | "auteur" | "writer" | "contributor" => self.author = true,
            _ => {}
        }
    }

    /// What was said, and then this.
    pub(super) fn and(self, more: Self) -> Self {
        let field = match more.field {
            Some(Field::Published) => more.field,
            _ => self.field.or(more.field),
        };
        Self {
            field,
            of_another: self.of_another || more.of_another,
            author: self.author || more.author,
            no_author: self.no_author || more.no_author,
        }
    }

    /// What a date within is of.
    pub(super) fn date(self) -> Option<Field> {
        self.field.filter(|_| !self.of_another)
    }

    /// Whether an author stands within.
    pub(super) fn is_authors(self) -> bool {
        self.author && !self.no_author
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_class_are_told_by_signs_and_capitals() {
        for (class, words) in [
            ("entry-date", &["entry", "date"][..]),
            ("articleDate", &["article", "date"]),
            ("post_meta--byline ", &["post", "meta", "byline"]),
            ("DATE", &["date"]),
            ("__", &[]),
        ] {
            let mut found: Vec<String> = Vec::new();
            class_words(class, |word| found.push(word.to_owned()));
            assert_eq!(found, words, "{class}");
        }
    }
}
