//! `check`: what was recognised in a folder, for a person to read over.
//!
//! It changes nothing and decides nothing: it prints what the crates found.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use summitry_corpus::{Article, Basis, Built, Corpus, Provenance};
use summitry_search::Collection;

use crate::folder;

/// Arguments of `check`.
#[derive(Args)]
pub struct Check {
    /// The folder of articles.
    #[arg(default_value = "seeds")]
    folder: PathBuf,
}

impl Check {
    /// Checks the folder and writes the report.
    pub fn run(self, out: &mut impl Write) -> Result<(), String> {
        let built = folder::build(&self.folder)?;
        let text = report(built);
        out.write_all(text.as_bytes()).map_err(|error| format!("The report cannot be written: {error}."))
    }
}

/// The whole report.
fn report(built: Built) -> String {
    let Built { corpus, warnings, .. } = built;
    let mut text = heading(&corpus);
    text += &table(&corpus);
    section(&mut text, "Removed from the reading text", corpus.articles.iter().flat_map(removed));
    section(&mut text, "Inferred, not stated", corpus.articles.iter().flat_map(inferred));
    section(&mut text, "Repaired", corpus.articles.iter().flat_map(repaired));
    let collection = Collection::new(corpus);
    section(&mut text, "Passages on no issue", unlabelled(&collection));
    section(&mut text, "Worth a look", warnings.iter().map(|warning| format!("{warning}\n")));
    let _ = writeln!(text, "Nothing stands in the way of a build.");
    text
}

fn section(text: &mut String, title: &str, lines: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = lines.into_iter().collect();
    let _ = writeln!(text, "{title}\n{}", "-".repeat(title.chars().count()));
    if lines.is_empty() {
        let _ = writeln!(text, "Nothing.");
    }
    lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
    text.push('\n');
}

fn heading(corpus: &Corpus) -> String {
    let title = if corpus.title.is_empty() { "A collection without a catalogue" } else { &corpus.title };
    let passages: usize = corpus.articles.iter().map(|article| article.passages().count()).sum();
    format!(
        "{title}\n{} articles, {passages} passages, {} meetings, {} issues, {} people.\n\n",
        corpus.articles.len(),
        corpus.meetings.len(),
        corpus.issues.len(),
        corpus.people.len()
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
            cut(&article.headline.value, 60),
        ]);
    }
    let widths: [usize; 7] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text + "\n"
}

/// The first `most` characters, on one line.
fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn removed(article: &Article) -> impl Iterator<Item = String> + '_ {
    article
        .removed
        .iter()
        .map(|piece| format!("{}:{}  {}  {}", article.file, piece.line, piece.reason, cut(&piece.text, 70)))
}

fn inferred(article: &Article) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |what: String, why: &Provenance| {
        if why.basis == Basis::Inferred {
            let quotes: Vec<String> = why
                .evidence
                .iter()
                .map(|evidence| format!("line {} “{}”", evidence.line, cut(&evidence.quote, 60)))
                .collect();
            let from = if quotes.is_empty() { String::new() } else { format!(" (from {})", quotes.join(", ")) };
            found.push(format!("{}  {what}: {}{from}", article.id, why.reason));
        }
    };
    add(format!("headline {}", article.headline.value), &article.headline.why);
    if let Some(outlet) = &article.outlet {
        add(format!("outlet {}", outlet.value), &outlet.why);
    }
    for (name, fact) in [("carried by", &article.carrier), ("author", &article.byline), ("place", &article.place)] {
        if let Some(fact) = fact {
            add(format!("{name} {}", fact.value), &fact.why);
        }
    }
    article.credits.iter().for_each(|credit| add(format!("credit {}", credit.value), &credit.why));
    if let Some(published) = &article.published {
        add(format!("date {}", published.iso()), &published.why);
    }
    article.meetings.iter().for_each(|meeting| add(format!("covers {}", meeting.id), &meeting.why));
    article.mentions.iter().for_each(|meeting| add(format!("mentions {}", meeting.id), &meeting.why));
    let voices = article.voices.iter().filter(|voice| voice.basis == Basis::Inferred).count();
    if voices > 0 {
        found.push(format!(
            "{}  {voices} of {} attributed statements, from pronouns, roles and neighbouring quotations.",
            article.id,
            article.voices.len()
        ));
    }
    found
}

fn repaired(article: &Article) -> Vec<String> {
    let made = article.blocks.iter().flat_map(|block| block.emendations.iter().map(move |made| (block, made)));
    made.map(|(block, made)| {
        format!("{}:{}  “{}” for “{}”: {}", article.file, block.lines.0, made.now, made.was, made.why)
    })
    .collect()
}

fn unlabelled(collection: &Collection) -> Vec<String> {
    let corpus = collection.corpus();
    if corpus.issues.is_empty() {
        return vec!["The catalogue defines no issue, so no passage has a label.".to_owned()];
    }
    let mut lines = Vec::new();
    for (at, article) in corpus.articles.iter().enumerate() {
        let bare = article.passages().filter(|block| block.n.is_some_and(|n| collection.labels(at, n).is_empty()));
        let shown: Vec<String> = bare
            .map(|block| format!("{}  passage {}: {}", article.id, block.n.unwrap_or(0), cut(&block.text, 80)))
            .collect();
        lines.extend(shown);
    }
    lines
}
