//! `search`: one query over a folder, for people and for programs.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use summitry_search::{Collection, Facets, Hit, Request, Response};

use crate::folder;
use crate::output::{self, Failure};

/// Arguments of `search`.
#[derive(Args)]
pub struct Search {
    #[command(flatten)]
    reading: folder::Reading,
    /// The folder of articles; when only one value is given it is the query,
    /// and the folder is `seeds`. A query that begins with a minus sign needs
    /// `--` before it.
    #[arg(value_name = "DIR")]
    first: String,
    /// The query.
    #[arg(value_name = "QUERY")]
    second: Option<String>,
    /// How many passages are printed at most.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Search {
    /// Searches and writes what was found.
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
        let (folder, query) = match self.second {
            Some(query) => (PathBuf::from(self.first), query),
            None => (PathBuf::from("seeds"), self.first),
        };
        let collection = Collection::new(folder::read(&folder, &self.reading)?);
        let response = collection.search(&Request { limit: self.limit.max(1), ..Request::new(&query) });
        match self.format {
            Format::Json => {
                output::write(out, &output::plain_json(format!("{}\n", as_json(&collection, &query, &response))))
            }
            Format::Text => output::show(out, &as_text(&collection, &response)),
        }
    }
}

/// The hits in the order of the page.
fn hits(response: &Response) -> impl Iterator<Item = &Hit> {
    response.groups.iter().flat_map(|group| &group.hits)
}

fn text_of(collection: &Collection, hit: &Hit) -> String {
    let article = collection.corpus().articles.get(hit.article);
    article.and_then(|article| article.passage(hit.passage)).map(|block| block.text.clone()).unwrap_or_default()
}

fn id_of(collection: &Collection, hit: &Hit) -> String {
    collection.corpus().articles.get(hit.article).map(|article| article.id.to_string()).unwrap_or_default()
}

fn as_json(collection: &Collection, query: &str, response: &Response) -> Value {
    let mut ranked: Vec<&Hit> = hits(response).collect();
    ranked.sort_by(|a, b| b.complete.cmp(&a.complete).then(b.score.total_cmp(&a.score)));
    let hits: Vec<Value> = ranked
        .into_iter()
        .map(|hit| {
            let marks: Vec<[u32; 2]> = hit.marks.iter().map(|mark| [mark.start, mark.end]).collect();
            json!({
                "article": id_of(collection, hit), "passage": hit.passage, "score": hit.score,
                "all": hit.complete, "text": text_of(collection, hit), "marks": marks,
            })
        })
        .collect();
    let diagnostics = response.diagnostics.iter().map(|diagnostic| {
        json!({
            "range": [diagnostic.range.start, diagnostic.range.end],
            "message": diagnostic.message, "remedy": diagnostic.remedy,
        })
    });
    json!({
        "query": query, "reading": response.reading, "diagnostics": diagnostics.collect::<Vec<_>>(),
        "total": response.total, "matched_all": response.matched_all, "hits": hits,
        "facets": facets(&response.facets),
        "suggestion": response.suggestion.as_ref().map(|correction| &correction.query),
        "corrected": response.suggestion.as_ref().is_some_and(|correction| correction.applied),
        "suggestion_message": response.suggestion.as_ref().map(|correction| &correction.message),
    })
}

fn facets(facets: &Facets) -> Value {
    let counted = |values: &[(String, usize)]| -> Map<String, Value> {
        values.iter().map(|(id, count)| (id.clone(), json!(count))).collect()
    };
    let years: Map<String, Value> = facets.years.iter().map(|(year, n)| (year.to_string(), json!(n))).collect();
    json!({
        "issue": counted(&facets.issues), "outlet": counted(&facets.outlets),
        "meeting": counted(&facets.meetings), "year": years, "side": counted(&facets.sides),
        "kind": counted(&facets.kinds), "speaker": counted(&facets.speakers),
    })
}

fn as_text(collection: &Collection, response: &Response) -> String {
    let mut out = format!("{}: {} found", response.reading, response.total);
    if response.matched_all < response.total {
        out += &format!(", {} with all words", response.matched_all);
    }
    out += "\n";
    for diagnostic in &response.diagnostics {
        out += &format!("note: {} {}\n", diagnostic.message, diagnostic.remedy);
    }
    if let Some(correction) = &response.suggestion {
        out += &format!("{}\n", correction.message);
    }
    for hit in hits(response) {
        let text = text_of(collection, hit);
        let mut marked = String::new();
        let mut at = 0;
        for mark in &hit.marks {
            marked += text.get(at..mark.start as usize).unwrap_or("");
            marked += &format!("[{}]", mark.of(&text));
            at = mark.end as usize;
        }
        marked += text.get(at..).unwrap_or("");
        let partial = if hit.complete { "" } else { " (some words)" };
        out += &format!("\n{} {} · {:.2}{partial}\n{marked}\n", id_of(collection, hit), hit.passage, hit.score);
    }
    out
}
