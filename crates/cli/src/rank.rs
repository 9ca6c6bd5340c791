//! `rank`: a run over a test collection, in the format of TREC.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use summitry_search::Texts;
use summitry_search::query::parse_words;

use crate::output::{Failure, failure};

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
struct Line {
    #[serde(alias = "_id", alias = "docid", alias = "qid")]
    id: Id,
    title: Option<String>,
    #[serde(alias = "query", alias = "body")]
    text: Option<String>,
}

/// A document or a topic.
struct Entry {
    id: String,
    title: String,
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
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
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
                    .map_err(|error| failure(&error))?;
            }
        }
        out.flush().map_err(|error| failure(&error))
    }
}

/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 << 20;
/// Text packs to a tenth of its length; what unpacks to more than this many
/// times its own, beyond the first megabytes, is made to fill a memory.
const UNPACKED: u64 = 100;

fn entries(path: &Path) -> Result<Vec<Entry>, String> {
    let shown = path.display();
    let unread = |error: std::io::Error| format!("{shown} cannot be read: {error}.");
    let file = File::open(path).map_err(unread)?;
    let packed = file.metadata().map_err(unread)?;
    if packed.is_dir() {
        return Err(format!("{shown} is a folder; give a file with one JSON object a line."));
    }
    // A pipe can be read only once, so it is not opened again.
    let mut file = BufReader::new(file);
    let zipped = file.fill_buf().map_err(unread)?.starts_with(&[0x1f, 0x8b]);
    let most = if zipped && packed.is_file() { LONGEST + packed.len().saturating_mul(UNPACKED) } else { u64::MAX };
    let reader: Box<dyn Read> = if zipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut reader = BufReader::new(reader);
    let (mut entries, mut bytes, mut read) = (Vec::new(), Vec::new(), 0);
    for number in 1_usize.. {
        bytes.clear();
        let place = || format!("{shown}:{number}");
        let length =
            (&mut reader).take(LONGEST + 1).read_until(b'\n', &mut bytes).map_err(|error| broken(&place(), &error))?;
        if length == 0 {
            break;
        }
        read += length as u64;
        if length as u64 > LONGEST || read > most {
            return Err(format!(
                "{}: more is unpacked here than a collection of texts holds ({} MB a line, {UNPACKED} times the file). Look at what the file holds.",
                place(),
                LONGEST >> 20
            ));
        }
        let line = std::str::from_utf8(&bytes).map_err(|error| {
            format!("{}:{}: not UTF-8 text. Save the file again as UTF-8.", place(), error.valid_up_to() + 1)
        })?;
        if !line.trim().is_empty() {
            entries.push(entry(line, &place())?);
        }
    }
    Ok(entries)
}

/// What to tell about a file that breaks off or cannot be unpacked.
fn broken(place: &str, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::UnexpectedEof => format!("{place}: the file ends in the middle of its gzip data. Fetch it again."),
        ErrorKind::InvalidInput | ErrorKind::InvalidData => {
            format!("{place}: the gzip data are damaged ({error}). Fetch the file again.")
        }
        _ => format!("{place}: the file cannot be read: {error}."),
    }
}

fn entry(line: &str, place: &str) -> Result<Entry, String> {
    const FORM: &str = "A line is an object with \"id\" and \"text\"";
    let read: Line =
        serde_json::from_str(line).map_err(|error| format!("{place}:{}: {error}. {FORM}.", error.column()))?;
    let id = read.id.to_string();
    // A run parts its columns by blanks.
    if id.is_empty() || id.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!(
            "{place}: the id {id:?} is empty or holds a blank, and a run has ids without. Give it another."
        ));
    }
    if read.text.is_none() && read.title.is_none() {
        return Err(format!("{place}: {id} has no text. {FORM}, or with \"title\"."));
    }
    Ok(Entry { id, title: read.title.unwrap_or_default(), text: read.text.unwrap_or_default() })
}
