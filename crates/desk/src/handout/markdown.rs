//! A handout as Markdown.
//!
//! Invariant: all words are text (`summitry_corpus::escape::markdown`), in
//! CommonMark and in GitHub's dialect.

use std::fmt::Write;

use summitry_corpus::citation::Phrase;
use summitry_corpus::escape::{markdown as plain, web_address};

use super::{Entry, Excerpt, Handout, lines};

/// The handout as Markdown.
pub fn markdown(handout: &Handout) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = write!(out, "# {}\n\n{}\n", plain(&handout.title), plain(&handout.about));
    if !handout.student.is_empty() {
        let _ = write!(out, "\nAnswers by **{}**\n", plain(&handout.student));
    }
    if !handout.question.trim().is_empty() {
        paragraphs(&mut out, "", &handout.question);
    }
    if !handout.background.trim().is_empty() {
        out.push_str("\n## Background\n");
        paragraphs(&mut out, "", &handout.background);
    }
    for entry in &handout.entries {
        match entry {
            Entry::Heading(level, text) => {
                let marks = if *level > 2 { "###" } else { "##" };
                let _ = write!(out, "\n{marks} {}\n", plain(text));
            }
            Entry::Paragraph(text) => paragraphs(&mut out, "", text),
            Entry::Excerpt(entry) => excerpt(&mut out, entry),
            Entry::Question(number, question, answer) => {
                let _ = write!(out, "\n**Question {number}.** {}\n", plain(&question.text));
                match answer.as_deref() {
                    Some(answer) if answer.trim().is_empty() => out.push_str("\n*No answer.*\n"),
                    Some(answer) => paragraphs(&mut out, "", answer),
                    None => {}
                }
            }
        }
    }
    if !handout.sources.is_empty() {
        let _ = write!(out, "\n## {}\n\n", plain(&handout.sources_name));
        for source in &handout.sources {
            let _ = writeln!(out, "- {}", phrase(source));
        }
    }
    cards(&mut out, handout);
    out
}

fn paragraphs(out: &mut String, before: &str, text: &str) {
    for line in lines(text) {
        let _ = write!(out, "\n{before}{}\n", plain(line));
    }
}

fn excerpt(out: &mut String, excerpt: &Excerpt) {
    let _ = write!(out, "\n**Excerpt {}**\n\n> {}\n", excerpt.number, plain(&excerpt.words));
    let who = excerpt.voice();
    if !who.is_empty() {
        let _ = write!(out, "\n{}\n", plain(&who));
    }
    let from = plain(&excerpt.from);
    let from = match web_address(&excerpt.address) {
        Some(address) => format!("[{from}](<{address}>)"),
        None => from,
    };
    let passage = excerpt.passage.map(|passage| format!(", passage {passage}")).unwrap_or_default();
    let _ = write!(out, "\n{from}{passage}. {}\n", phrase(&excerpt.in_text));
    if !excerpt.problem.is_empty() {
        let _ = write!(out, "\n*{}*\n", plain(excerpt.problem));
    }
    if !excerpt.note.trim().is_empty() {
        paragraphs(out, "", &excerpt.note);
    }
    if !excerpt.tags.is_empty() {
        let _ = write!(out, "\nTags: {}\n", plain(&excerpt.tags.join(", ")));
    }
}

/// A reference; its blanks stay outside of the marks of emphasis.
fn phrase(phrase: &Phrase) -> String {
    let mut out = String::new();
    for (text, italic) in &phrase.runs {
        let words = text.trim();
        let start = text.len() - text.trim_start().len();
        let mark = if *italic && !words.is_empty() { "*" } else { "" };
        let after = text.get(start + words.len()..).unwrap_or("");
        let _ = write!(out, "{}{mark}{}{mark}{after}", text.get(..start).unwrap_or(""), plain(words));
    }
    out.trim().to_owned()
}

fn cards(out: &mut String, handout: &Handout) {
    if handout.cards.is_empty() {
        return;
    }
    out.push_str("\n## What was expected, and what then came\n\nWhat is told here is not from the articles. Each card names where it can be looked up.\n");
    for card in &handout.cards {
        let _ = write!(out, "\n### {}\n", plain(&card.title));
        if let Some(anchor) = &card.anchor {
            let _ = write!(out, "\n> {}\n", plain(&anchor.words()));
        }
        let _ = write!(out, "\n**Expected:** {}\n\n**What came:** {}\n", plain(&card.expected), plain(&card.came));
        let source = plain(&card.source);
        let _ = match web_address(&card.address) {
            Some(address) => write!(out, "\nSource: [{source}](<{address}>)\n"),
            None => write!(out, "\nSource: {source}\n"),
        };
    }
}
