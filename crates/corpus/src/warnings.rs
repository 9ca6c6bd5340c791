//! What looks wrong in an article, or what a catalogue could add.
//!
//! Invariant: a warning never changes the corpus; each has a place and a
//! remedy that an editor can follow.

mod text;

use crate::article::{Article, BlockKind};
use crate::catalogue::Read;
use crate::escape;
use crate::fact::ByteRange;
use crate::locate::at;
use crate::problem::{Place, Warning};

/// Warnings about every article, in their order.
pub(crate) fn warnings(articles: &[Article], read: Option<&Read>) -> Vec<Warning> {
    let mut found = Vec::new();
    for article in articles {
        missing(article, read, &mut found);
        text::warnings(article, &mut found);
    }
    found.extend(crate::emend::proposals(articles, read));
    found
}

fn missing(article: &Article, read: Option<&Read>, found: &mut Vec<Warning>) {
    let mut say = |place: Place, message: &str, remedy: &str| {
        found.push(Warning { place, message: message.to_owned(), remedy: remedy.to_owned() })
    };
    let top = Place::whole_file(&article.file);
    if article.passages().next().is_none() {
        say(
            top.clone(),
            "No passage was found in this file.",
            "Look at the file; if it has a text, set its lines to paragraph in the catalogue.",
        );
        return;
    }
    let known = read.is_none_or(|read| read.article(&article.file).is_some());
    if !known {
        say(
            top.clone(),
            "The catalogue has no entry for this file.",
            &format!("Add [[article]] and file = {}.", escape::toml(&article.file)),
        );
    }
    if article.outlet.is_none() {
        say(
            top.clone(),
            "The outlet is unknown.",
            "Name it in the catalogue: [[outlet]], and outlet = { … } in the article's entry.",
        );
    }
    if article.published.is_none() {
        let remedy = "Add published = { value, basis, evidence, because } to the article's entry in the catalogue.";
        match numbers_for_a_day(article) {
            Some((range, day)) => {
                let message = format!(
                    "The date of publication is unknown: “{day}” is a different day where the month stands first."
                );
                say(at(article, range), &message, remedy)
            }
            None => say(top.clone(), "The date of publication is unknown.", remedy),
        }
    }
    if !article.blocks.iter().any(|block| block.kind == BlockKind::Headline)
        && article.headline.why.reason.contains("opening words")
    {
        say(
            top,
            "The file has no headline; its opening words stand for one.",
            "Add headline = { … } to the article's entry in the catalogue.",
        );
    }
    let name = article.blocks.iter().find(|block| block.kind == BlockKind::Byline);
    if let Some(block) = name.filter(|_| article.byline.is_none() && article.credits.is_empty()) {
        say(
            at(article, block.range),
            "A name stands alone here; it may be the author's, the photographer's or the illustrator's.",
            "Say whose it is in the catalogue: byline = { … } or credits = [{ … }].",
        );
    }
}

/// A date in numbers alone, such as `05/08/13`, in a short line that is no
/// passage.
fn numbers_for_a_day(article: &Article) -> Option<(ByteRange, &str)> {
    let is_day = |word: &str| {
        let mut parts = word.split(['/', '.']);
        let number = |part: Option<&str>, long: usize| {
            part.is_some_and(|part| (1..=long).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        number(parts.next(), 2) && number(parts.next(), 2) && number(parts.next(), 4) && parts.next().is_none()
    };
    let kept = article.blocks.iter().filter(|block| !block.kind.is_passage()).map(|block| block.range);
    kept.chain(article.removed.iter().map(|piece| piece.range)).find_map(|range| {
        let text = range.of(&article.source);
        let day = text.split_whitespace().take(16).find(|word| is_day(word))?;
        let start = range.start as usize + text.find(day)?;
        Some((ByteRange::new(start, start + day.len()), day))
    })
}
