//! What a search answers.

use summitry_corpus::ByteRange;

use crate::query::Diagnostic;

/// The answer to a [`Request`](crate::Request).
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// How many passages were found.
    pub total: usize,
    /// How many of them have every word asked for. In order of relevance they
    /// stand before the others, which are the best partial matches.
    pub matched_all: usize,
    /// How many articles they are in, also those beyond the limit.
    pub articles: usize,
    /// The hits under their articles.
    pub groups: Vec<Group>,
    /// How many passages each filter would leave.
    pub facets: Facets,
    /// What of the query could not be taken as it stands.
    pub diagnostics: Vec<Diagnostic>,
    /// How the query was understood, in plain words; words of the query stand
    /// between asterisks.
    pub reading: String,
    /// A better spelling, if one was used or is offered.
    pub suggestion: Option<Correction>,
}

/// The hits of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Index of the article in [`Corpus::articles`](summitry_corpus::Corpus::articles).
    pub article: usize,
    /// How many passages of the article were found, also those beyond the limit.
    pub total: usize,
    /// Best first, or by number when sorted by date.
    pub hits: Vec<Hit>,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Index of the article.
    pub article: usize,
    /// Number of the passage in the article, from 1.
    pub passage: u32,
    /// Higher is better; comparable within one response only.
    pub score: f32,
    /// Whether it has every word asked for.
    pub complete: bool,
    /// The piece of the passage to show.
    pub snippet: Snippet,
    /// The words that were asked for: bytes of the passage's text, in order,
    /// not overlapping.
    pub marks: Vec<ByteRange>,
}

/// The piece of a passage that answers best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Bytes of the passage's text, on word boundaries; no mark is cut.
    pub range: ByteRange,
}

/// Live counts: for each value, the passages that would be found with the
/// query and all *other* filters. Values without a passage are left out,
/// unless they are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By issue id, in the catalogue's order, then saved ones. With
    /// [`IssuesMode::All`](crate::IssuesMode::All) the passages that are also
    /// on all issues already chosen.
    pub issues: Vec<(String, usize)>,
    /// By outlet id, in the catalogue's order.
    pub outlets: Vec<(String, usize)>,
    /// By meeting id, in order of time.
    pub meetings: Vec<(String, usize)>,
    /// By year of publication, in order.
    pub years: Vec<(i16, usize)>,
    /// By side id, in the catalogue's order.
    pub sides: Vec<(String, usize)>,
    /// By class of role: `leader`, `official`, `expert`.
    pub roles: Vec<(String, usize)>,
    /// `paragraph`, `list-item`, `quote`.
    pub kinds: Vec<(String, usize)>,
    /// By person id, most passages first.
    pub speakers: Vec<(String, usize)>,
}

/// A spelling that the collection knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The whole query with the better spelling.
    pub query: String,
    /// Whether the search was made with it because the words as typed are
    /// unknown. When not, it is an offer.
    pub applied: bool,
    /// A sentence to show, such as "Nothing has *irak*; these are the
    /// passages with *iraq*."
    pub message: String,
}

/// Why a passage is on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Index in [`Corpus::issues`](summitry_corpus::Corpus::issues), or behind
    /// these that of an issue of the visitor's own.
    pub issue: usize,
    /// The words that earned it, as they stand in the passage, each once.
    pub terms: Vec<String>,
    /// Where they stand, in bytes of the passage's text.
    pub marks: Vec<ByteRange>,
}

/// A completion of what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to show.
    pub label: String,
    /// What kind of thing it is.
    pub kind: SuggestionKind,
    /// The query with the completion in place.
    pub query: String,
    /// Where the caret goes, in bytes of `query`.
    pub caret: usize,
    /// How many passages have it.
    pub passages: usize,
}

/// What a suggestion completes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A word of the texts.
    Word,
    /// A person of the catalogue.
    Name,
    /// Words that often stand together.
    Phrase,
    /// An issue of the catalogue.
    Issue,
    /// An outlet or a meeting.
    Filter,
}

/// A line of a keyword-in-context view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// Index of the article.
    pub article: usize,
    /// Number of the passage in the article, from 1.
    pub passage: u32,
    /// Where the keyword stands, in bytes of the passage's text.
    pub keyword: ByteRange,
    /// What stands before it, as far as was asked for.
    pub left: ByteRange,
    /// What stands after it.
    pub right: ByteRange,
}

/// How the lines of a keyword-in-context view are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConcordanceSort {
    /// By date of the article, then place.
    #[default]
    Date,
    /// By article as in the corpus, passage and place.
    Position,
    /// By the words before, nearest first.
    Left,
    /// By the words after, nearest first.
    Right,
}

/// What is wrong with an issue's query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueProblem {
    /// The issue's id.
    pub issue: String,
    /// Bytes of the issue's query.
    pub range: ByteRange,
    /// What is wrong, a full sentence.
    pub message: String,
    /// What to do, a full sentence.
    pub remedy: String,
}
