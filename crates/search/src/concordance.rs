//! Keyword in context: every place where a query's words stand, one a line.

use std::cmp::Ordering;

use summitry_corpus::ByteRange;

use crate::analysis::fold;
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
        for (article, passage) in self.passages(query) {
            let Some(text) = self.text(article, passage) else { continue };
            for keyword in self.marks(query, article, passage) {
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

    fn sort_lines(&self, lines: &mut Vec<Concordance>, sort: ConcordanceSort) {
        let words = |line: &Concordance, range: ByteRange| -> Vec<String> {
            let text = self.text(line.article, line.passage).unwrap_or("");
            range.of(text).split_whitespace().map(fold).collect()
        };
        let mut keyed: Vec<(Vec<String>, Concordance)> = lines
            .drain(..)
            .map(|line| match sort {
                ConcordanceSort::Left => {
                    let mut key = words(&line, line.left);
                    key.reverse();
                    (key, line)
                }
                ConcordanceSort::Right => (words(&line, line.right), line),
                ConcordanceSort::Date | ConcordanceSort::Position => (Vec::new(), line),
            })
            .collect();
        let dated = |line: &Concordance| {
            self.corpus().articles.get(line.article).and_then(|a| a.published.as_ref().map(|p| p.date))
        };
        crate::order::sort_by(&mut keyed, |(a_words, a), (b_words, b)| {
            let by_date = match (sort, dated(a), dated(b)) {
                (ConcordanceSort::Date, Some(a), Some(b)) => a.cmp(&b),
                (ConcordanceSort::Date, a, b) => b.is_some().cmp(&a.is_some()),
                _ => Ordering::Equal,
            };
            let place = |line: &Concordance| (line.article, line.passage, line.keyword);
            by_date.then_with(|| a_words.cmp(b_words)).then_with(|| place(a).cmp(&place(b)))
        });
        lines.extend(keyed.into_iter().map(|(_, line)| line));
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
