//! `rank`: a run over a test collection, in the format of TREC.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use summitry_search::Texts;
use summitry_search::query::parse_words;

/// Arguments of `rank`.
#[derive(Args)]
pub struct Rank {
    /// Documents, one JSON object a line with `id`, `text` and maybe `title`; may be gzip.
    #[arg(long)]
    documents: PathBuf,
    /// Topics, one JSON object a line with `id` and `text`; may be gzip.
    #[arg(long)]
    topics: PathBuf,
    /// How many documents a topic gets at most.
    #[arg(long, default_value_t = 1000)]
    depth: usize,
}

/// A line of either file; other members are left alone.
#[derive(Deserialize)]
struct Entry {
    #[serde(alias = "_id", alias = "docid", alias = "qid")]
    id: Id,
    #[serde(default)]
    title: String,
    #[serde(default, alias = "query", alias = "body")]
    text: String,
}

/// Some collections number, some name.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(u64),
}

impl std::fmt::Display for Id {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Name(name) => out.write_str(name),
            Id::Number(number) => write!(out, "{number}"),
        }
    }
}

impl Rank {
    /// Writes `qid Q0 docid rank score summitry`, one line a document.
    pub fn run(self, out: &mut impl Write) -> Result<(), String> {
        let documents = entries(&self.documents)?;
        let topics = entries(&self.topics)?;
        let texts = documents.iter().map(|document| (document.title.as_str(), document.text.as_str()));
        let texts = Texts::new(texts);
        let mut out = std::io::BufWriter::new(out);
        for topic in &topics {
            // A topic is prose: its brackets and hyphens are not operators.
            let words = format!("{} {}", topic.title, topic.text);
            let found = texts.rank(&parse_words(&words), self.depth);
            let ceiling = found.len();
            for (rank, (document, score)) in found.into_iter().enumerate() {
                let Some(document) = documents.get(document) else { continue };
                // Whoever reads a run sorts by score, so the score must fall
                // with the rank: here whole steps, and the score as fraction.
                let falling = (ceiling - rank) as f64 + f64::from(score / (1.0 + score)) * 0.5;
                writeln!(out, "{} Q0 {} {} {falling:.4} summitry", topic.id, document.id, rank + 1)
                    .map_err(|error| format!("The run cannot be written: {error}."))?;
            }
        }
        out.flush().map_err(|error| format!("The run cannot be written: {error}."))
    }
}

fn entries(path: &Path) -> Result<Vec<Entry>, String> {
    let shown = path.display();
    let mut file = File::open(path).map_err(|error| format!("{shown} cannot be opened: {error}."))?;
    let mut head = [0; 2];
    let zipped = file.read(&mut head).is_ok_and(|n| n == 2) && head == [0x1f, 0x8b];
    let file = File::open(path).map_err(|error| format!("{shown} cannot be opened: {error}."))?;
    let reader: Box<dyn Read> = if zipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut entries = Vec::new();
    for (number, line) in BufReader::new(reader).lines().enumerate() {
        let place = || format!("{shown}:{}", number + 1);
        let line = line.map_err(|error| format!("{}: not UTF-8 text: {error}.", place()))?;
        if line.trim().is_empty() {
            continue;
        }
        let entry = serde_json::from_str(&line).map_err(|error| {
            format!("{}:{}: {error}. A line is an object with \"id\" and \"text\".", place(), error.column())
        })?;
        entries.push(entry);
    }
    Ok(entries)
}
