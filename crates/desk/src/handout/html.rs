//! A handout as HTML that word processors open well, and that prints well.
//!
//! Invariant: one document without a script, read by itself; all words in it
//! are text. Structure is said by headings, quotations and lists, not by
//! looks, for that is what a word processor takes over.

use std::fmt::Write;

use summitry_corpus::citation::Phrase;
use summitry_corpus::escape::web_address;

use super::excerpt::escaped;
use super::{Entry, Excerpt, Handout, lines};
use crate::item::{Card, Question};

/// The look, on screen and on paper; A4 and Letter both fit the margins.
const STYLE: &str = "body{font:11pt/1.45 Georgia,'Times New Roman',serif;color:#000;background:#fff;max-width:42rem;margin:2rem auto;padding:0 1rem}h1{font-size:18pt;margin:0 0 .3em}h2{font-size:14pt;margin:1.4em 0 .4em}h3,h4{font-size:12pt;margin:1.2em 0 .3em}p{margin:0 0 .5em}blockquote{margin:.3em 0 .5em 1.5em}blockquote p{margin:0 0 .3em}.about,.from,.tags{color:#333;font-size:10pt}.note{margin-left:1.5em}.central{font-size:13pt;font-weight:bold}.excerpt,.question,.card{margin:0 0 1.2em;break-inside:avoid}table.lines{width:100%;border-collapse:collapse}table.lines td{height:9mm;border-bottom:1px solid #777;padding:0}.cards{break-before:page}ol.sources{padding-left:0;list-style:none}ol.sources li{margin:0 0 .5em;padding-left:1.5em;text-indent:-1.5em;overflow-wrap:anywhere}@page{margin:20mm 18mm 22mm;@bottom-center{content:counter(page) ' / ' counter(pages)}}@media print{body{margin:0;max-width:none;padding:0}h2,h3,h4{break-after:avoid}}";

/// The handout as a whole HTML file.
pub fn html(handout: &Handout) -> String {
    let mut out = String::with_capacity(4096 + 1024 * handout.entries.len());
    let title = escaped(&handout.title);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p class=\"about\">{}</p>\n",
        escaped(&handout.about)
    );
    if handout.to_answer {
        out.push_str("<p>Name: ______________________________ Date: ______________</p>\n");
    } else if !handout.student.is_empty() {
        let _ = writeln!(out, "<p>Answers by <b>{}</b></p>", escaped(&handout.student));
    }
    if !handout.question.trim().is_empty() {
        paragraphs(&mut out, "central", &handout.question);
    }
    if !handout.background.trim().is_empty() {
        out.push_str("<h2>Background</h2>\n");
        paragraphs(&mut out, "", &handout.background);
    }
    for entry in &handout.entries {
        match entry {
            Entry::Heading(level, text) => {
                // The first level is the handout's title.
                let level = level.clamp(&2, &3);
                let _ = writeln!(out, "<h{level}>{}</h{level}>", escaped(text));
            }
            Entry::Paragraph(text) => paragraphs(&mut out, "", text),
            Entry::Excerpt(entry) => excerpt(&mut out, entry),
            Entry::Question(number, asked, answer) => question(&mut out, *number, asked, answer.as_deref()),
        }
    }
    sources(&mut out, handout);
    cards(&mut out, &handout.cards);
    out.push_str("</body>\n</html>\n");
    out
}

/// A text of the visitor's, a paragraph a line.
fn paragraphs(out: &mut String, class: &str, text: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    for line in lines(text) {
        let _ = writeln!(out, "<p{class}>{}</p>", escaped(line));
    }
}

fn excerpt(out: &mut String, excerpt: &Excerpt) {
    let _ = writeln!(out, "<div class=\"excerpt\">\n<p><b>Excerpt {}</b></p>", excerpt.number);
    let _ = writeln!(out, "<blockquote>\n<p>{}</p>\n</blockquote>", escaped(&excerpt.words));
    let who = excerpt.voice();
    if !who.is_empty() {
        let _ = writeln!(out, "<p class=\"said\">{}</p>", escaped(&who));
    }
    let (from, in_text) = (escaped(&excerpt.from), excerpt.in_text.html());
    let from = match web_address(&excerpt.address) {
        Some(address) => format!("<a href=\"{}\">{from}</a>", escaped(address)),
        None => from,
    };
    let passage = excerpt.passage.map(|passage| format!(", passage {passage}")).unwrap_or_default();
    let gap = if in_text.is_empty() { "" } else { " " };
    let _ = writeln!(out, "<p class=\"from\">{from}{passage}.{gap}{in_text}</p>");
    if !excerpt.problem.is_empty() {
        let _ = writeln!(out, "<p class=\"from\"><i>{}</i></p>", escaped(excerpt.problem));
    }
    if !excerpt.note.trim().is_empty() {
        paragraphs(out, "note", &excerpt.note);
    }
    if !excerpt.tags.is_empty() {
        let _ = writeln!(out, "<p class=\"tags\">Tags: {}</p>", escaped(&excerpt.tags.join(", ")));
    }
    out.push_str("</div>\n");
}

fn question(out: &mut String, number: u32, question: &Question, answer: Option<&str>) {
    let _ = writeln!(out, "<div class=\"question\">\n<p><b>Question {number}.</b> {}</p>", escaped(&question.text));
    match answer {
        Some(answer) if answer.trim().is_empty() => out.push_str("<p class=\"note\"><i>No answer.</i></p>\n"),
        Some(answer) => paragraphs(out, "note", answer),
        None if question.lines > 0 => {
            // Rows of a table stay lines in every word processor; borders of
            // paragraphs that follow each other become one box.
            out.push_str("<table class=\"lines\" role=\"presentation\">\n");
            for _ in 0..question.lines {
                out.push_str("<tr><td>&nbsp;</td></tr>\n");
            }
            out.push_str("</table>\n");
        }
        None => {}
    }
    out.push_str("</div>\n");
}

fn sources(out: &mut String, handout: &Handout) {
    if handout.sources.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>\n<ol class=\"sources\">", escaped(&handout.sources_name));
    for source in &handout.sources {
        let _ = writeln!(out, "<li>{}</li>", Phrase::html(source));
    }
    out.push_str("</ol>\n");
}

fn cards(out: &mut String, cards: &[Card]) {
    if cards.is_empty() {
        return;
    }
    out.push_str("<div class=\"cards\">\n<h2>What was expected, and what then came</h2>\n<p class=\"about\">What is told here is not from the articles. Each card names where it can be looked up.</p>\n");
    for card in cards {
        let _ = writeln!(out, "<div class=\"card\">\n<h3>{}</h3>", escaped(&card.title));
        if let Some(anchor) = &card.anchor {
            let _ = writeln!(out, "<blockquote>\n<p>{}</p>\n</blockquote>", escaped(&anchor.words()));
        }
        let _ = writeln!(out, "<p><b>Expected:</b> {}</p>", escaped(&card.expected));
        let _ = writeln!(out, "<p><b>What came:</b> {}</p>", escaped(&card.came));
        let source = escaped(&card.source);
        let source = match web_address(&card.address) {
            Some(address) => format!("<a href=\"{}\">{source}</a>", escaped(address)),
            None => source,
        };
        let _ = writeln!(out, "<p class=\"from\">Source: {source}</p>\n</div>");
    }
    out.push_str("</div>\n");
}
