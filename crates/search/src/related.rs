//! Passages of other articles that are most like a passage.

use crate::collection::Collection;

impl Collection {
    /// The passages of other articles most like this one, best first, as
    /// index of the article, number of the passage and score.
    pub fn related(&self, article: usize, passage: u32, limit: usize) -> Vec<(usize, u32, f32)> {
        let Some(text) = self.text(article, passage) else { return Vec::new() };
        let mut found = self.like(text);
        found.retain(|(other, _, _)| *other != article);
        found.truncate(limit);
        found
    }
}
