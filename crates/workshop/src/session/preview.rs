//! What an issue's query takes, and what it just misses.
//!
//! Invariant: what is taken is what the build would label, for the same
//! functions find it.

use std::collections::HashSet;

use serde_json::{Value, json};
use summitry_corpus::{Block, ByteRange};
use summitry_search::query::{Node, NodeKind, parse};
use summitry_search::{Collection, Request};

use super::Session;
use crate::view;

/// The most passages of each kind that are shown.
const SHOWN: usize = 20;

impl Session {
    /// All articles, indexed; kept until something changes.
    pub(super) fn collection(&mut self) -> &Collection {
        let revision = self.revision;
        if self.indexed.as_ref().is_none_or(|(of, _)| *of != revision) {
            let corpus = self.known.corpus(&self.folder);
            self.indexed = Some((revision, Collection::new(corpus)));
        }
        &self.indexed.get_or_insert_with(|| (revision, Collection::new(Default::default()))).1
    }

    /// The passages that a query takes and just misses.
    pub(super) fn preview(&mut self, query: &str, at_least: Option<f32>) -> Value {
        let parsed = parse(query);
        let diagnostics: Vec<Value> = parsed
            .diagnostics
            .iter()
            .map(|found| {
                let [start, end] = view::units(query, found.range);
                json!({"start": start, "end": end, "message": found.message, "remedy": found.remedy})
            })
            .collect();
        let asked = match at_least {
            Some(weight) => format!("({query})>={weight}"),
            None => query.to_owned(),
        };
        let collection = self.collection();
        let taken = collection.labelled(&asked, 0);
        let places: HashSet<(usize, u32)> = taken.iter().map(|(article, passage, _)| (*article, *passage)).collect();
        let articles: HashSet<usize> = taken.iter().map(|(article, ..)| *article).collect();
        let hits: Vec<Value> = taken
            .iter()
            .take(SHOWN)
            .filter_map(|(article, passage, label)| hit(collection, *article, *passage, &label.marks))
            .collect();
        json!({
            "total": taken.len(), "articles": articles.len(), "hits": hits, "near": near(collection, query, &places),
            "diagnostics": diagnostics, "reading": parsed.reading(),
        })
    }
}

/// Passages with some of the query's words, or with words that begin as they
/// do, that the query does not take; the best first.
fn near(collection: &Collection, query: &str, taken: &HashSet<(usize, u32)>) -> Vec<Value> {
    let mut words: Vec<String> = Vec::new();
    let parsed = parse(query);
    // What is excluded is not missed. The parser holds queries to a small depth.
    let mut open: Vec<&Node> = parsed.root.iter().collect();
    while let Some(node) = open.pop() {
        match &node.kind {
            NodeKind::Word { text, .. } | NodeKind::Phrase { text, .. } => words.push(text.clone()),
            NodeKind::Not(_) => {}
            _ => open.extend(node.children()),
        }
    }
    let mut asked: Vec<String> = Vec::new();
    for word in words.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric())) {
        let stem: String = word.chars().take(word.chars().count().saturating_sub(2).max(4)).collect();
        if word.chars().count() >= 4 && !asked.contains(&format!("{stem}*")) {
            asked.push(format!("{stem}*"));
        }
    }
    if asked.is_empty() {
        return Vec::new();
    }
    let response = collection.search(&Request { limit: SHOWN * 4 + taken.len(), ..Request::new(&asked.join(" OR ")) });
    let mut hits: Vec<_> = response.groups.iter().flat_map(|group| &group.hits).collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    let missed = hits.into_iter().filter(|found| !taken.contains(&(found.article, found.passage)));
    missed.filter_map(|found| hit(collection, found.article, found.passage, &found.marks)).take(SHOWN).collect()
}

fn hit(collection: &Collection, article: usize, passage: u32, marks: &[ByteRange]) -> Option<Value> {
    let found = collection.corpus().articles.get(article)?;
    let block: &Block = found.passage(passage)?;
    let marks: Vec<[usize; 2]> = marks.iter().map(|mark| view::units(&block.text, *mark)).collect();
    Some(json!({
        "file": found.file, "article": found.id.as_str(), "headline": found.headline.value, "passage": passage,
        "text": block.text, "marks": marks,
    }))
}

#[cfg(test)]
mod tests;
