//! The parts of the report, each article's under its id.
//!
//! Invariant: what has nothing to say gives an empty text.

use std::fmt::Write as _;

use summitry_corpus::{Article, Basis, Corpus, Encoding, Problem, Provenance, VoiceKind, Warning};
use summitry_search::Collection;

use super::wrap::{cut, hanging};
use crate::output::count;

/// An article's part of a section.
fn part(article: &Article, says: &str, body: String) -> String {
    if body.is_empty() {
        return body;
    }
    let says = if says.is_empty() { String::new() } else { format!(": {says}") };
    format!("{} ({}){says}\n{body}", article.id, article.file)
}

/// Files that are no articles by their ending.
pub fn unread(names: &[String]) -> String {
    let remedy = "Only .txt, .md and .html files are read. If one of these is an article, save it as plain text.";
    hanging("", &names.join(", ")) + &hanging("  help: ", remedy)
}

/// Files that are no text; the others are built.
pub fn refused(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// Files in other encodings, and how they were read.
pub fn encodings(encodings: &[Encoding]) -> String {
    encodings.iter().map(|encoding| hanging("", &format!("{}: {encoding}.", encoding.file))).collect()
}

/// What is not part of the reading text, by line, with the reason.
pub fn removed(article: &Article) -> String {
    let width = article.removed.iter().map(|piece| piece.reason.chars().count()).max().unwrap_or(0);
    let line = |piece: &summitry_corpus::Removed| {
        let head = format!("  line {:>4}  {:width$}  ", piece.line, piece.reason);
        format!("{head}{}\n", cut(&piece.text, 98_usize.saturating_sub(head.chars().count()).max(30)))
    };
    let body = article.removed.iter().map(line).collect();
    part(article, &count(article.removed.len(), "piece", "pieces"), body)
}

/// What does not stand in the article in so many words.
pub fn inferred(article: &Article) -> String {
    let mut body = String::new();
    let mut add = |what: &str, value: &str, why: &Provenance| {
        if why.basis == Basis::Inferred {
            let quotes: Vec<String> =
                why.evidence.iter().map(|e| format!("line {} “{}”", e.line, cut(&e.quote, 70))).collect();
            let from = if quotes.is_empty() { String::new() } else { format!(" From {}.", quotes.join(", ")) };
            body += &hanging("  ", &format!("{what}: {value}"));
            body += &hanging("      ", &format!("{}{from}", why.reason));
        }
    };
    add("Headline", &article.headline.value, &article.headline.why);
    if let Some(outlet) = &article.outlet {
        add("Outlet", outlet.value.as_str(), &outlet.why);
    }
    for (name, fact) in [("Carried by", &article.carrier), ("Author", &article.byline), ("Place", &article.place)] {
        if let Some(fact) = fact {
            add(name, &fact.value, &fact.why);
        }
    }
    article.credits.iter().for_each(|credit| add("Credit", &credit.value, &credit.why));
    if let Some(published) = &article.published {
        add("Date", &published.stamp(), &published.why);
    }
    if let Some(updated) = &article.updated {
        add("Updated", &updated.stamp(), &updated.why);
    }
    article.meetings.iter().for_each(|meeting| add("Covers", meeting.id.as_str(), &meeting.why));
    article.mentions.iter().for_each(|meeting| add("Mentions", meeting.id.as_str(), &meeting.why));
    part(article, "", body)
}

/// Damage that is read otherwise than it was received.
pub fn repaired(article: &Article) -> String {
    let made = article.blocks.iter().flat_map(|block| block.emendations.iter().map(move |made| (block, made)));
    let line = |(block, made): (&summitry_corpus::Block, &summitry_corpus::Emendation)| {
        let head = format!("  line {:>4}  ", block.lines.0);
        hanging(&head, &format!("“{}” for “{}”: {}", made.now, made.was, made.why))
    };
    part(article, "", made.map(line).collect())
}

/// Who speaks, those who say most first.
pub fn speakers(corpus: &Corpus, article: &Article) -> String {
    let mut found: Vec<(&str, &str, [usize; VoiceKind::ALL.len()])> = Vec::new();
    for voice in &article.voices {
        let side = voice.side.as_ref().and_then(|id| corpus.side(id.as_str())).map_or("", |side| &side.abbreviation);
        let at = found.iter().position(|(name, ..)| *name == voice.speaker).unwrap_or_else(|| {
            found.push((&voice.speaker, side, [0; VoiceKind::ALL.len()]));
            found.len() - 1
        });
        found[at].2[voice.kind as usize] += 1;
    }
    found.sort_by_key(|(name, _, counts)| (std::cmp::Reverse(counts.iter().sum::<usize>()), *name));
    let mut body = String::new();
    for (name, side, counts) in found {
        let side = if side.is_empty() { String::new() } else { format!(" ({side})") };
        let said = counts.into_iter().zip(VoiceKind::ALL);
        let said: Vec<String> =
            said.filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {}", kind.manner())).collect();
        let _ = writeln!(body, "  {:<44} {}", format!("{}{side}", cut(name, 36)), said.join(", "));
    }
    let guessed = article.voices.iter().filter(|voice| voice.basis == Basis::Inferred).count();
    let guessed = match guessed {
        0 => String::new(),
        count => format!(", {count} of them inferred from pronouns, offices and neighbouring quotations"),
    };
    let says = format!("{}{guessed}", count(article.voices.len(), "statement", "statements"));
    part(article, &says, body)
}

/// Passages that no issue holds.
pub fn unlabelled(collection: &Collection) -> String {
    let corpus = collection.corpus();
    if corpus.issues.is_empty() {
        return "The catalogue defines no issue, so no passage has a label.\n".to_owned();
    }
    let of = |(at, article): (usize, &Article)| {
        let bare = article.passages().filter(|block| block.n.is_some_and(|n| collection.labels(at, n).is_empty()));
        let line = |block: &summitry_corpus::Block| {
            format!("  passage {:>3}  {}\n", block.n.unwrap_or(0), cut(&block.text, 82))
        };
        let lines: Vec<String> = bare.map(line).collect();
        part(article, &format!("{} of {}", lines.len(), article.passages().count()), lines.concat())
    };
    corpus.articles.iter().enumerate().map(of).collect()
}

/// Warnings; one that is about several whole files stands once.
pub fn worth_a_look(warnings: &[Warning]) -> String {
    let mut text = String::new();
    let whole = |warning: &Warning| warning.place.text.is_empty();
    for (at, warning) in warnings.iter().enumerate() {
        let same =
            |other: &&Warning| whole(other) && other.message == warning.message && other.remedy == warning.remedy;
        if !whole(warning) {
            let _ = writeln!(text, "{warning}\n");
        } else if !warnings.iter().take(at).any(|other| same(&other)) {
            let files: Vec<&str> = warnings.iter().filter(same).map(|other| other.place.file.as_str()).collect();
            text += &hanging("", &warning.message);
            text += &hanging("  in    ", &files.join(", "));
            text += &hanging("  help: ", &warning.remedy);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The beginning of a catalogue for a folder that has none, with a real file
/// and real words, so that it builds as it stands.
pub fn catalogue(article: &Article) -> String {
    let plain = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | ',' | '.'));
    let source = article.passages().next().map_or("", |block| block.text.as_str());
    let words: Vec<&str> =
        source.split_whitespace().skip_while(|word| !plain(word)).take_while(plain).take(5).collect();
    format!(
        "Save this as catalog.toml beside the articles, and change what stands in it. Every table and key is\n\
         described in crates/corpus/README.md.\n\n\
         title = \"My collection\"\n\n\
         [[outlet]]\n\
         id = \"paper\"\n\
         name = \"Name of the paper\"\n\n\
         [[article]]\n\
         file = {}\n\
         outlet = {{ value = \"paper\", basis = \"inferred\", evidence = [\"{}\"], because = \"How you know.\" }}\n",
        summitry_corpus::escape::toml(&article.file),
        words.join(" "),
    )
}
