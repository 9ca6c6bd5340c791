//! Search over passages: index, query language, ranking, facets, issues.
//!
//! [`Collection`] is a corpus with its index. It answers a [`Request`] with a
//! [`Response`], labels passages with issues, which are saved queries, and
//! marks the words of a query in a text. [`query`] holds the language.
//!
//! Invariants: nothing here knows a browser, a file system, a clock or a
//! thread; the same request gets the same answer, to the byte; no text, query
//! or blob makes it panic.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

pub mod analysis;
mod annotated;
mod blob;
mod collection;
mod concordance;
mod correct;
mod evaluate;
mod explain;
mod facets;
mod fields;
mod index;
mod keyness;
mod labels;
mod marks;
mod named;
mod phrases;
mod problems;
pub mod query;
mod related;
mod request;
mod response;
mod segments;
mod snippet;
mod spelling;
#[cfg(feature = "build")]
mod spellings;
mod suggest;
mod texts;
#[cfg(feature = "build")]
mod transliteration;
mod variants;

pub use annotated::Annotated;
pub use blob::{OpenError, pack};
pub use collection::{BegunIndex, Collection};
pub use explain::Explanation;
pub use keyness::{Comparison, KeyWord, KeyWordRule, log_likelihood};
pub use named::NamedFilter;
pub use problems::problems;
pub use request::{IssuesMode, Request, SavedIssue, Sort};
pub use response::{
    Concordance, ConcordanceSort, Correction, Facets, Group, Hit, IssueProblem, Label, Response, Snippet, Suggestion,
    SuggestionKind,
};
pub use segments::{SegmentId, Segments};
pub use texts::Texts;
