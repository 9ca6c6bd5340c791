//! Passages as rows, and articles as Markdown.

use std::fmt::Write;

use summitry_corpus::escape::{markdown as escaped, push_csv_line};
use summitry_corpus::{Article, BlockKind, IssueDefinition};
use summitry_search::Annotated;

/// One row a passage, by RFC 4180, with a header line.
///
/// The cells are escaped where the page's are.
pub fn csv(collection: &Annotated) -> String {
    let corpus = collection.corpus();
    let mut text = "article,outlet,date,passage,kind,lines,issues,text,voices,zone,updated\r\n".to_owned();
    for (at, article) in corpus.articles.iter().enumerate() {
        let outlet = corpus.outlet_of(article).map_or("", |outlet| outlet.name.as_str());
        let date = article.published.as_ref().map(|published| published.iso()).unwrap_or_default();
        let zone = article.published.as_ref().map(|published| published.zone_name()).unwrap_or_default();
        let updated = article.updated.as_ref().map(|updated| updated.stamp()).unwrap_or_default();
        for block in article.passages() {
            let n = block.n.unwrap_or(0);
            let ids: Vec<&str> = issues(collection, at, n).map(|issue| issue.id.as_str()).collect();
            let lines = lines(block.lines);
            let cells = [
                article.id.as_str(),
                outlet,
                &date,
                &n.to_string(),
                block.kind.name(),
                &lines,
                &ids.join(" "),
                &block.text,
                &voices(article, n).join("; "),
                &zone,
                &updated,
            ];
            push_csv_line(&mut text, cells);
        }
    }
    text
}

/// The issues of a passage.
fn issues(collection: &Annotated, at: usize, n: u32) -> impl Iterator<Item = &IssueDefinition> {
    let issues = &collection.corpus().issues;
    collection.labels(at, n).iter().filter_map(|label| issues.get(label.issue))
}

/// `7`, or `7–9` with a dash by which no spreadsheet reads a day.
fn lines((first, last): (u32, u32)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// Who speaks in a passage and in which manner, each once, in order.
fn voices(article: &Article, n: u32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for voice in article.voices_in(n) {
        let one = format!("{} ({})", voice.speaker, voice.kind.name());
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The reading texts with the issues after each passage.
pub fn markdown(collection: &Annotated) -> String {
    let corpus = collection.corpus();
    let mut text = String::new();
    if !corpus.title.is_empty() {
        let _ = writeln!(text, "# {}\n", escaped(&corpus.title));
    }
    for (at, article) in corpus.articles.iter().enumerate() {
        text += &head(collection, article);
        for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Headline) {
            let words = escaped(&block.text);
            let _ = match (block.kind, block.n) {
                (BlockKind::Subhead, _) => writeln!(text, "### {words}\n"),
                (kind, Some(n)) => {
                    let names: Vec<&str> = issues(collection, at, n).map(|issue| issue.name.as_str()).collect();
                    let labels = escaped(&format!("[{}]", names.join("; ")));
                    let labels = if names.is_empty() { String::new() } else { format!(" *{labels}*") };
                    let voices = escaped(&voices(article, n).join("; "));
                    let voices = if voices.is_empty() { voices } else { format!("*Who speaks: {voices}*\n\n") };
                    let bullet = if kind == BlockKind::ListItem { "- " } else { "" };
                    writeln!(text, "{bullet}**{n}** {words}{labels}\n{voices}")
                }
                _ => writeln!(text, "*{words}*\n"),
            };
        }
    }
    text
}

fn head(collection: &Annotated, article: &Article) -> String {
    let outlet = collection.corpus().outlet_of(article).map(|outlet| outlet.name.clone());
    let date =
        article.published.as_ref().map(|published| format!("{} ({})", published.stamp(), published.why.basis.name()));
    let updated = article.updated.as_ref().map(|updated| format!("updated {}", updated.stamp()));
    let author = article.byline.as_ref().map(|byline| byline.value.clone());
    let about: Vec<String> = [author, outlet, date, updated].into_iter().flatten().collect();
    format!("## {}\n\n{} · `{}`\n\n", escaped(&article.headline.value), escaped(&about.join(", ")), article.id)
}
