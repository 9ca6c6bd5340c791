//! `check`: what was recognised in a folder, for a person to read over.
//!
//! It changes nothing and decides nothing: it prints what the crates found,
//! article by article, in lines that fit a terminal.

mod sections;
mod wrap;

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use summitry_corpus::{Built, Corpus};
use summitry_search::Collection;

use crate::folder;
use crate::output::{self, Failure};

/// Arguments of `check`.
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    reading: folder::Reading,
    /// The folder of articles.
    #[arg(default_value = "seeds")]
    folder: PathBuf,
}

impl Check {
    /// Checks the folder and writes the report.
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
        let built = folder::build(&self.folder, &self.reading)?;
        let text = report(built, &folder::unread(&self.folder));
        output::show(out, &text)
    }
}

/// The whole report.
fn report(built: Built, unread: &[String]) -> String {
    let Built { corpus, warnings, refused, encodings, .. } = built;
    let mut text = heading(&corpus);
    text += &table(&corpus);
    let each = |one: fn(&Corpus, &summitry_corpus::Article) -> String| -> String {
        corpus.articles.iter().map(|article| one(&corpus, article)).collect()
    };
    if !unread.is_empty() {
        section(&mut text, "Files that were not read", sections::unread(unread));
    }
    if !refused.is_empty() {
        section(&mut text, "Files that could not be read", sections::refused(&refused));
    }
    if !encodings.is_empty() {
        section(&mut text, "Encodings other than UTF-8", sections::encodings(&encodings));
    }
    section(&mut text, "Removed from the reading text", each(|_, article| sections::removed(article)));
    section(&mut text, "Inferred, not stated", each(|_, article| sections::inferred(article)));
    section(&mut text, "Repaired", each(|_, article| sections::repaired(article)));
    section(&mut text, "Who speaks", each(sections::speakers));
    let collection = Collection::new(corpus);
    section(&mut text, "Passages on no issue", sections::unlabelled(&collection));
    section(&mut text, "Worth a look", sections::worth_a_look(&warnings));
    let first = collection.corpus().articles.first().filter(|_| collection.corpus().title.is_empty());
    if let Some(article) = first.filter(|_| !warnings.is_empty()) {
        section(&mut text, "A catalogue to begin with", sections::catalogue(article));
    }
    let look = match warnings.len() {
        0 => String::new(),
        1 => "One thing is worth a look. ".to_owned(),
        count => format!("{count} things are worth a look. "),
    };
    let _ = writeln!(text, "{look}Nothing stands in the way of a build.");
    text
}

fn section(text: &mut String, title: &str, body: String) {
    let _ = writeln!(text, "{title}\n{}", "-".repeat(title.chars().count()));
    text.push_str(if body.is_empty() { "Nothing.\n" } else { &body });
    text.push('\n');
}

fn heading(corpus: &Corpus) -> String {
    let title = if corpus.title.is_empty() { "A collection without a catalogue" } else { &corpus.title };
    let passages: usize = corpus.articles.iter().map(|article| article.passages().count()).sum();
    format!(
        "{title}\n{}, {}, {}, {}, {}.\n\n",
        output::count(corpus.articles.len(), "article", "articles"),
        output::count(passages, "passage", "passages"),
        output::count(corpus.meetings.len(), "meeting", "meetings"),
        output::count(corpus.issues.len(), "issue", "issues"),
        output::count(corpus.people.len(), "person", "people")
    )
}

/// One line an article.
fn table(corpus: &Corpus) -> String {
    let mut rows = vec![["Article", "Date", "Outlet", "Passages", "Removed", "Voices", "Headline"].map(str::to_owned)];
    for article in &corpus.articles {
        let date = article
            .published
            .as_ref()
            .map_or("unknown".to_owned(), |published| format!("{} {}", published.iso(), published.why.basis.name()));
        let outlet = corpus.outlet_of(article).map_or("unknown", |outlet| outlet.short.as_str());
        rows.push([
            article.id.to_string(),
            date,
            outlet.to_owned(),
            article.passages().count().to_string(),
            article.removed.len().to_string(),
            article.voices.len().to_string(),
            wrap::cut(&article.headline.value, 60),
        ]);
    }
    let widths: [usize; 7] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut text = String::new();
    for (line, row) in rows.iter().enumerate() {
        let number = |column: usize| line > 0 && (3..6).contains(&column);
        let cell = |(column, (cell, width)): (usize, (&String, usize))| {
            if number(column) { format!("{cell:>width$}") } else { format!("{cell:width$}") }
        };
        let cells: Vec<String> = row.iter().zip(widths).enumerate().map(cell).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text + "\n"
}
