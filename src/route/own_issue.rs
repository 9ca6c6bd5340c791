//! An issue of the visitor's own: a search that was given a name. It has no
//! other home than the link.

use std::fmt::{self, Display};

use summitry_search::analysis::fold_into;

use super::parameter::{decode, encode};

/// The longest name, in characters.
const LONGEST: usize = 60;

/// A search that a visitor saved as an issue.
///
/// Invariant: the name has a letter or a digit, the query is not blank, and
/// neither begins or ends with a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIssue {
    id: String,
    name: String,
    query: String,
}

impl OwnIssue {
    /// The issue with this name, of which the first 60 characters count, and
    /// this query; `None` when the name has neither letter nor digit, or the
    /// query is blank.
    pub fn new(name: &str, query: &str) -> Option<Self> {
        let name: String = name.trim().chars().take(LONGEST).collect();
        let mut id = String::from("mine");
        for word in name.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
            id.push('-');
            fold_into(word, &mut id);
        }
        let query = query.trim();
        let named = id.len() > "mine".len();
        (named && !query.is_empty()).then(|| Self { id, name: name.trim_end().to_owned(), query: query.to_owned() })
    }

    /// Reads `name:query`, both in percent signs; the colon may be too.
    pub(super) fn parse(value: &str) -> Option<Self> {
        if let Some((name, query)) = value.split_once(':') {
            return Self::new(&decode(name)?, &decode(query)?);
        }
        let value = decode(value)?;
        let (name, query) = value.split_once(':')?;
        Self::new(name, query)
    }

    /// The id by which filters and rows know it: `mine-` and the words of the
    /// name, folded as the search folds them, joined by hyphens.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The query. A passage is on the issue when it has all that this asks for.
    pub fn query(&self) -> &str {
        &self.query
    }
}

impl Display for OwnIssue {
    /// Prints the value that [`OwnIssue::parse`] reads.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", encode(&self.name), encode(&self.query))
    }
}
