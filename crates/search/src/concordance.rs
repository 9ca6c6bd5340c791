//! Keyword in context: every place where a query's words stand, one a line.

use summitry_corpus::ByteRange;

use crate::analysis::fold_into;
use crate::collection::Collection;
use crate::response::{Concordance, ConcordanceSort};

impl Collection {
    /// Every place at which the words of `query` stand in the passages that
    /// have all of them, with up to `context` bytes on either side, cut at
    /// words. At most `limit` lines, 0 for all.
    pub fn keyword_in_context(
        &self,
        query: &str,
        context: usize,
        sort: ConcordanceSort,
        limit: usize,
    ) -> Vec<Concordance> {
        let mut lines = Vec::new();
        let plan = self.marking(query);
        for unit in self.units_of(query) {
            let Some((article, passage)) = self.metadata.place(unit) else { continue };
            let Some(text) = self.text(article, passage) else { continue };
            for keyword in self.marks_in(unit, &plan) {
                let left = left_of(text, keyword.start as usize, context);
                let right = right_of(text, keyword.end as usize, context);
                lines.push(Concordance { article, passage, keyword, left, right });
            }
        }
        self.sort_lines(&mut lines, sort);
        if limit > 0 {
            lines.truncate(limit);
        }
        lines
    }

    /// Sorts lines, which are in the order of the corpus, by a text made for
    /// each; equal ones stay in that order.
    fn sort_lines(&self, lines: &mut Vec<Concordance>, sort: ConcordanceSort) {
        let mut keyed: Vec<(String, Concordance)> = Vec::with_capacity(lines.len());
        for line in lines.drain(..) {
            let text = self.text(line.article, line.passage).unwrap_or("");
            let mut key = String::new();
            match sort {
                ConcordanceSort::Left => add_words(&mut line.left.of(text).rsplit(char::is_whitespace), &mut key),
                ConcordanceSort::Right => add_words(&mut line.right.of(text).split(char::is_whitespace), &mut key),
                ConcordanceSort::Date => {
                    let published = self.corpus().articles.get(line.article).and_then(|a| a.published.as_ref());
                    // Undated ones last.
                    key = published.map_or_else(|| "?".into(), |published| published.date.to_string());
                }
                ConcordanceSort::Position => {}
            }
            keyed.push((key, line));
        }
        keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
        lines.extend(keyed.into_iter().map(|(_, line)| line));
    }
}

/// Adds words to a key as they are sorted: by their letters, whatever
/// quotation marks and dashes stand around them.
fn add_words(words: &mut dyn Iterator<Item = &str>, key: &mut String) {
    for word in words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())) {
        if !word.is_empty() {
            fold_into(word, key);
            key.push(' ');
        }
    }
}

fn left_of(text: &str, end: usize, context: usize) -> ByteRange {
    let start = text.floor_char_boundary(end.saturating_sub(context));
    let cut = text.get(start..end).unwrap_or("");
    let start = match (start, cut.find(char::is_whitespace)) {
        (0, _) | (_, None) => start,
        (_, Some(space)) => start + space,
    };
    ByteRange::new(start, end)
}

fn right_of(text: &str, start: usize, context: usize) -> ByteRange {
    let end = text.ceil_char_boundary(start.saturating_add(context).min(text.len()));
    let cut = text.get(start..end).unwrap_or("");
    let end = match cut.rfind(char::is_whitespace) {
        Some(space) if end < text.len() => start + space,
        _ => end,
    };
    ByteRange::new(start, end)
}
