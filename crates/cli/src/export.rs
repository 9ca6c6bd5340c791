//! `export`: a collection in the formats of others.
//!
//! Each format is a function from a collection to a text; nothing is computed
//! here that the page does not show too.

mod json;
mod tables;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use summitry_corpus::Corpus;
use summitry_corpus::citation::{self, Reference};
use summitry_search::Annotated;

use crate::folder;
use crate::output::{self, Failure};

/// Arguments of `export`.
#[derive(Args)]
pub struct Export {
    #[command(flatten)]
    reading: folder::Reading,
    /// The folder of articles.
    #[arg(default_value = "seeds")]
    folder: PathBuf,
    /// The format.
    #[arg(long, value_enum)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Everything, for programs.
    Json,
    /// One row a passage, for spreadsheets.
    Csv,
    /// The reading texts, for people.
    Markdown,
    /// References for LaTeX.
    Bibtex,
    /// References for EndNote, Zotero and others.
    Ris,
    /// References in CSL-JSON.
    Csl,
}

impl Export {
    /// Writes the collection.
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
        let collection = Annotated::new(folder::read(&self.folder, &self.reading)?);
        let text = match self.format {
            Format::Json => output::plain_json(json::json(&collection)),
            Format::Csv => tables::csv(&collection),
            Format::Markdown => tables::markdown(&collection),
            Format::Bibtex => references(collection.corpus(), citation::Format::Bibtex),
            Format::Ris => references(collection.corpus(), citation::Format::Ris),
            Format::Csl => references(collection.corpus(), citation::Format::Csl),
        };
        output::write(out, &text)
    }
}

/// Every article as a reference.
fn references(corpus: &Corpus, format: citation::Format) -> String {
    citation::records(format, corpus.articles.iter().map(|article| Reference::new(corpus, article)))
}
