//! From the bytes of a folder to a corpus.

use crate::article::{Article, Block, BlockKind};
use crate::catalogue::CatalogueMap;
use crate::fact::{Basis, ByteRange, Fact, Provenance};
use crate::model::{ArticleId, Corpus, lines_of};
use crate::problem::{Place, Problem, Warning};

/// A file of the folder.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, without a folder. The ending says what it is: `.txt`, `.md`,
    /// `.html` or `.htm`.
    pub name: &'a str,
    /// Its bytes as received.
    pub bytes: &'a [u8],
}

/// What [`build`] returns.
#[derive(Clone, Debug)]
pub struct Built {
    /// The corpus.
    pub corpus: Corpus,
    /// What looks wrong or could be better, in the order of the files.
    pub warnings: Vec<Warning>,
    /// Where things stand in the catalogue.
    pub catalogue: CatalogueMap,
}

/// Builds a corpus from files and, if there is one, a catalogue with its name.
///
/// # Errors
/// Every problem that was found, not only the first.
pub fn build(sources: &[SourceFile<'_>], catalogue: Option<(&str, &str)>) -> Result<Built, Vec<Problem>> {
    let _ = catalogue;
    let mut corpus = Corpus::default();
    for source in sources {
        let text = std::str::from_utf8(source.bytes).map_err(|error| {
            vec![Problem {
                place: Place::whole_file(source.name),
                message: format!("The file is not UTF-8 text: {error}."),
                remedy: "Save it as UTF-8.".into(),
            }]
        })?;
        corpus.articles.push(simple(source.name, text));
    }
    Ok(Built { corpus, warnings: Vec::new(), catalogue: CatalogueMap::default() })
}

fn simple(name: &str, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = ByteRange::new(at, at + line.trim_end().len());
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let kind = if line.len() > 120 { BlockKind::Paragraph } else { BlockKind::Subhead };
        blocks.push(Block {
            kind,
            n: None,
            text: line.split_whitespace().collect::<Vec<_>>().join(" "),
            range,
            lines: lines_of(text, range),
            emendations: Vec::new(),
        });
    }
    let mut n = 0;
    for block in blocks.iter_mut().filter(|block| block.kind.is_passage()) {
        n += 1;
        block.n = Some(n);
    }
    let why = Provenance { basis: Basis::Inferred, evidence: Vec::new(), reason: "The file's name.".into() };
    Article {
        id: ArticleId(name.split('.').next().unwrap_or(name).to_lowercase().replace('_', "-")),
        file: name.to_owned(),
        outlet: None,
        carrier: None,
        headline: Fact { value: name.to_owned(), why },
        byline: None,
        credits: Vec::new(),
        published: None,
        place: None,
        meetings: Vec::new(),
        mentions: Vec::new(),
        participants: Vec::new(),
        notes: Vec::new(),
        url: None,
        source: text.to_owned(),
        blocks,
        removed: Vec::new(),
        voices: Vec::new(),
    }
}
