//! Where kept words stand: in the source as received, so that a change of
//! cleaning or catalogue does not move them.
//!
//! Invariant: an anchor is made of words that stand in a source, and says in
//! which settings they stood there once; only those are looked for later.

mod align;
mod chars;
mod find;
mod make;
mod plain;
mod quoted;

use serde::{Deserialize, Serialize};

pub(crate) use make::digest;

pub use find::{Finder, Finding, Orphaned, Spot, Standing};

/// Where words stand. The text that places and quotation are of is
/// [`Article::source`](summitry_corpus::Article::source): the article's file
/// as received, as Unicode text without a byte-order mark; of a saved page the
/// text that it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The article's id when the words were kept.
    pub article: String,
    /// `sha256:` and the digest of the source in UTF-8, in hexadecimal.
    pub digest: String,
    /// The number of the passage then; `None` outside of passages.
    pub passage: Option<u32>,
    /// The words in the source with some before and behind.
    pub quote: Quote,
    /// Where they stand: Unicode characters (code points) before them, and up
    /// to their end; zero-based, the end is not part of them.
    pub position: (u32, u32),
    /// The words as they were read, where that is not the source's wording.
    pub words: String,
    /// Words of the reading text within what `quote` covers, where the source
    /// cannot be cut as the reading text is.
    pub refined: Option<Quote>,
    /// In which settings the words stood once in the source.
    pub once: Once,
}

/// Words with some before and behind (*Web Annotation Data Model*, section
/// 4.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
}

/// In which settings words stood once in their source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Once {
    /// With what stands before as well as with what stands behind.
    pub both: bool,
    /// With what stands before.
    pub before: bool,
    /// With what stands behind.
    pub behind: bool,
    /// By themselves.
    pub alone: bool,
}

impl Once {
    /// Each setting by its name in files.
    pub(crate) fn names(self) -> [(&'static str, bool); 4] {
        [("both", self.both), ("prefix", self.before), ("suffix", self.behind), ("exact", self.alone)]
    }

    pub(crate) fn named(names: impl Fn(&str) -> bool) -> Once {
        Once { both: names("both"), before: names("prefix"), behind: names("suffix"), alone: names("exact") }
    }
}

impl Anchor {
    /// The words as they are shown: as read when they were kept.
    pub fn words(&self) -> String {
        match &self.refined {
            Some(refined) => refined.exact.clone(),
            None if !self.words.is_empty() => self.words.clone(),
            None => plain::plain(&self.quote.exact),
        }
    }
}
