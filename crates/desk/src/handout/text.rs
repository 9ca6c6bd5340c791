//! A handout as plain text.
//!
//! Invariant: an entry is parted from the next by a blank line; words of the
//! visitor's keep their lines.

use std::fmt::Write;

use super::quotation::quoted;
use super::{Entry, Excerpt, Handout, lines};

/// The handout as plain text.
pub fn text(handout: &Handout) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = write!(out, "{}\n{}\n", handout.title, handout.about);
    if !handout.student.is_empty() {
        let _ = write!(out, "\nAnswers by {}\n", handout.student);
    }
    for part in [&handout.question, &handout.background] {
        if !part.trim().is_empty() {
            let _ = write!(out, "\n{}\n", lines(part).join("\n"));
        }
    }
    for entry in &handout.entries {
        match entry {
            Entry::Heading(_, text) => {
                let _ = write!(out, "\n== {} ==\n", lines(text).join(" "));
            }
            Entry::Paragraph(text) => {
                let _ = write!(out, "\n{}\n", lines(text).join("\n"));
            }
            Entry::Excerpt(entry) => excerpt(&mut out, entry),
            Entry::Question(number, question, answer) => {
                let _ = write!(out, "\nQuestion {number}. {}\n", question.text);
                match answer.as_deref() {
                    Some(answer) if answer.trim().is_empty() => out.push_str("No answer.\n"),
                    Some(answer) => {
                        let _ = writeln!(out, "{}", lines(answer).join("\n"));
                    }
                    None => {}
                }
            }
        }
    }
    if !handout.sources.is_empty() {
        let _ = write!(out, "\n{}\n", handout.sources_name);
        for source in &handout.sources {
            let _ = writeln!(out, "{}", source.plain());
        }
    }
    for card in &handout.cards {
        let _ = write!(
            out,
            "\n{} (not from the articles)\nExpected: {}\nWhat came: {}\nSource: {} {}\n",
            card.title, card.expected, card.came, card.source, card.address
        );
    }
    out
}

fn excerpt(out: &mut String, excerpt: &Excerpt) {
    let in_text = excerpt.in_text.plain();
    let gap = if in_text.is_empty() { "" } else { " " };
    let _ = write!(out, "\n{}. {}{gap}{in_text}\n", excerpt.number, quoted(&excerpt.words));
    let who = excerpt.voice();
    for line in [who.as_str(), &excerpt.from, excerpt.problem] {
        if !line.is_empty() {
            let _ = writeln!(out, "{line}");
        }
    }
    if !excerpt.note.trim().is_empty() {
        let _ = writeln!(out, "Note: {}", lines(&excerpt.note).join("\n"));
    }
    if !excerpt.tags.is_empty() {
        let _ = writeln!(out, "Tags: {}", excerpt.tags.join(", "));
    }
}
