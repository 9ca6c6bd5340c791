//! A passage as its quotations and tokens.
//!
//! Invariant: tokens and quotations lie in the passage's text.

use std::ops::Range;

use super::quote::Quote;
use super::token::Token;

/// One passage, taken apart.
pub(super) struct Passage<'t> {
    pub(super) n: u32,
    pub(super) text: &'t str,
    pub(super) quotes: Vec<Quote>,
    pub(super) tokens: Vec<Token<'t>>,
}

impl Passage<'_> {
    /// The words of a range of tokens.
    pub(super) fn words(&self, range: &Range<usize>) -> String {
        let Some(tokens) = self.tokens.get(range.clone()) else { return String::new() };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
        self.text.get(first.start..last.end).unwrap_or("").to_owned()
    }
}
