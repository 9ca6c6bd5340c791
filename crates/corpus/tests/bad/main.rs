//! Bad articles: what copying, saving and scraping do to texts, and what a
//! teacher needs all the same. All of them are invented.
//!
//! Each case names what must be kept, set aside with its reason, read, repaired
//! and warned of. For every one of them nothing may be lost, and what is stored
//! must be read back the same.
#![allow(missing_docs, reason = "a test")]

mod columns;
#[path = "../common/mod.rs"]
mod common;
mod encoding;
mod markup;
mod order;
mod site;
mod speech;
mod wrapping;

use common::{built, nothing_is_dropped};
use summitry_corpus::{Article, Corpus, SourceFile, build};

/// What an article must show.
enum Must {
    /// A block of this kind begins with these words.
    Keep(&'static str, &'static str),
    /// A block of the reading text reads so, whole.
    Read(&'static str, &'static str),
    /// A removed piece with this reason begins with these words.
    Remove(&'static str, &'static str),
    /// There are so many passages.
    Passages(usize),
    Headline(&'static str),
    Byline(&'static str),
    /// The date of publication; `unknown` for none.
    Date(&'static str),
    /// A speaker and words of what they say.
    Says(&'static str, &'static str),
    /// No statement is given to anybody.
    Silent,
    /// A warning with these words.
    Warn(&'static str),
    /// No warning with these words.
    NoWarn(&'static str),
    /// The words as read stand for these, and that is declared.
    Repair(&'static str, &'static str),
}

use Must::*;

/// Builds an article and looks at everything that it must show.
fn check(name: &str, text: &str, musts: &[Must]) {
    let built = built(name, text);
    let article = &built.corpus.articles[0];
    nothing_is_dropped(article);
    assert_eq!(Corpus::decode(&built.corpus.encode()).unwrap(), built.corpus);
    let warnings: Vec<String> = built.warnings.iter().map(ToString::to_string).collect();
    for must in musts {
        let (holds, what) = holds(must, article, &warnings);
        assert!(holds, "{what}\n{}\n{}", shown(article), warnings.join("\n"));
    }
}

fn holds(must: &Must, article: &Article, warnings: &[String]) -> (bool, String) {
    let of = |fact: Option<String>| fact.unwrap_or_else(|| "unknown".to_owned());
    match must {
        Keep(kind, words) => (
            article.blocks.iter().any(|block| block.kind.name() == *kind && block.text.starts_with(words)),
            format!("{kind} {words:?}"),
        ),
        Read(kind, words) => (
            article.blocks.iter().any(|block| block.kind.name() == *kind && block.text == *words),
            format!("{kind}, whole: {words:?}"),
        ),
        Remove(reason, words) => (
            article.removed.iter().any(|piece| piece.reason == *reason && piece.text.starts_with(words)),
            format!("removed, {reason}: {words:?}"),
        ),
        Passages(count) => (article.passages().count() == *count, format!("{count} passages")),
        Headline(words) => (article.headline.value == *words, format!("headline {words:?}")),
        Byline(name) => {
            (of(article.byline.as_ref().map(|fact| fact.value.clone())) == *name, format!("byline {name:?}"))
        }
        Date(iso) => (of(article.published.as_ref().map(|published| published.iso())) == *iso, format!("date {iso}")),
        Says(speaker, words) => (
            article.voices.iter().any(|voice| voice.speaker == *speaker && voice.text.contains(words)),
            format!("{speaker} says {words:?}"),
        ),
        Silent => (article.voices.is_empty(), "nobody says anything".to_owned()),
        Warn(words) => (warnings.iter().any(|warning| warning.contains(words)), format!("warning {words:?}")),
        NoWarn(words) => (!warnings.iter().any(|warning| warning.contains(words)), format!("no warning {words:?}")),
        Repair(was, now) => (
            article.blocks.iter().flat_map(|block| &block.emendations).any(|made| made.was == *was && made.now == *now),
            format!("{now:?} for {was:?}"),
        ),
    }
}

fn shown(article: &Article) -> String {
    let mut lines = vec![format!("headline: {}", article.headline.value)];
    for block in &article.blocks {
        lines.push(format!("{} {}: {}", block.kind.name(), block.n.unwrap_or(0), cut(&block.text)));
    }
    for piece in &article.removed {
        lines.push(format!("removed, {}: {}", piece.reason, cut(&piece.text)));
    }
    for voice in &article.voices {
        lines.push(format!("{} {}: {}", voice.kind.name(), voice.speaker, cut(&voice.text)));
    }
    lines.join("\n")
}

fn cut(text: &str) -> String {
    text.chars().take(100).collect()
}

/// A headline over them.
const HEAD: &str = "Talks in Leavesham will go on\n\n";

/// Three paragraphs that any rule must know for text.
const BODY: &str = "\
The two delegations met for three hours on Monday in the town hall of Leavesham, and both said that the talks would go on.

“We have agreed to meet again,” said Anna Keller, who leads the delegation of the northern states. “That is more than we expected.”

The mayor of the town was less hopeful, because the same had been said a year before and nothing had come of it.";
