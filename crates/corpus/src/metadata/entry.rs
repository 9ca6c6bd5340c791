//! What a source says about itself beside its text: the metadata of a saved
//! page, the labels of an archive.
//!
//! Invariant: an entry's value stands on its line of the source, so that it can
//! be quoted.

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    Headline,
    Author,
    Published,
    Updated,
    /// A day that stands near the text and says not of what.
    Day,
    Language,
    Address,
    /// The name of the site or the newspaper.
    Outlet,
    Place,
}

/// Where an entry stands. The order is the rank: of two entries about the same
/// field the earlier source is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(not(feature = "html"), allow(dead_code, reason = "no page says anything of itself then"))]
pub(crate) enum Source {
    /// A labelled field of a newspaper archive.
    Archive,
    /// The article's object in JSON-LD (schema.org).
    JsonLd,
    /// `article:published_time` and its like (Open Graph's article).
    OpenGraphArticle,
    /// `citation_*` (Highwire Press, read by scholars' indexes).
    Citation,
    /// `itemprop` on an element (microdata, schema.org).
    Microdata,
    /// `DC.*` and `dcterms.*` (Dublin Core).
    DublinCore,
    /// Other names of `<meta>` that say the same.
    Meta,
    /// `og:title` and its like.
    OpenGraph,
    /// `rel="author"`.
    RelAuthor,
    /// `<time datetime>`, or a day in an attribute such as `data-datetime`.
    Time,
    /// An element whose class says what it holds.
    Class,
    /// The headings of the first rank.
    Heading,
    /// `<title>`.
    Title,
    /// Words of the page near its headline.
    Visible,
}

/// One thing that a source says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) field: Field,
    pub(crate) source: Source,
    /// What it is called in the source, such as `article:published_time`.
    pub(crate) label: String,
    /// The value, blanks made single.
    pub(crate) value: String,
    /// The one-based line of the source's text on which it stands; 0 until that
    /// is known.
    pub(crate) line: u32,
    /// How many blocks of the page stand before it; 0 outside its body.
    pub(crate) position: u32,
}
