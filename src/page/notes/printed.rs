//! The notes on paper: numbered, with ruled space for answers, and the sources
//! at the end.
//!
//! Invariant: it is made only while the page is being printed, so it costs
//! nothing otherwise.

use std::time::Duration;

use leptos::prelude::*;
use summitry_desk::Card;
use summitry_desk::handout::{Entry, Excerpt, Handout, Wanted};

use super::state::Notes;
use super::{handout, handout_of};
use crate::node::{Element, Node, el};
use crate::page::read::cite::phrase;

/// How long the browser has to draw the handout before it is asked to print.
const DRAWN: Duration = Duration::from_millis(100);

/// Draws the handout and asks the browser to print it.
pub fn print(notes: Notes) {
    notes.looks.printing.set(true);
    set_timeout(|| drop(window().print()), DRAWN);
}

/// The handout, while it is being printed: of the lesson in hand with what was
/// answered, else of the notes.
pub fn view(notes: Notes) -> Option<Element> {
    notes.looks.printing.get().then(|| match notes.worksheet.get_untracked() {
        Some(worksheet) => {
            let wanted = Wanted { reply: Some(&worksheet.reply), ..Wanted::default() };
            handout_of(notes, &worksheet.lesson, wanted, |handout| on_paper(handout, &worksheet.reply.student))
        }
        None => handout(notes, |handout| on_paper(handout, "")),
    })
}

fn on_paper(handout: &Handout, student: &str) -> Element {
    let question = (!handout.question.is_empty()).then(|| el("p").class("lede").add(handout.question.clone()));
    let asks = handout.entries.iter().any(|entry| matches!(entry, Entry::Question(..)));
    let name = asks.then(|| el("p").class("printed-name").add("Name: ").add(student.to_owned()));
    el("article")
        .class("printed")
        .add(el("h1").add(handout.title.clone()))
        .add(el("p").class("fine").add(handout.about.clone()))
        .add(name)
        .add(question)
        .all(paragraphs(&handout.background))
        .all(handout.entries.iter().map(entry))
        .add(sources(handout))
        .add(cards(&handout.cards))
}

/// The lines of a text that are not blank, as paragraphs.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Element> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| el("p").add(line.to_owned()))
}

/// The list of the articles that words are from.
pub fn sources(handout: &Handout) -> Option<Element> {
    let sources = handout.sources.iter().map(|source| el("li").class("reference").all(phrase(source)));
    (!handout.sources.is_empty()).then(|| {
        el("section").add(el("h2").add(handout.sources_name.clone())).add(el("ul").class("source-list").all(sources))
    })
}

/// What was expected and what then came, for a teacher's copy.
fn cards(cards: &[Card]) -> Option<Element> {
    let line = |name: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| el("p").add(el("b").add(name)).add(" ").add(text.to_owned()))
    };
    let one = |card: &Card| {
        let source = [card.source.as_str(), card.address.as_str()];
        let source: Vec<&str> = source.into_iter().filter(|part| !part.trim().is_empty()).collect();
        el("section")
            .class("printed-card")
            .add((!card.title.is_empty()).then(|| el("h3").add(card.title.clone())))
            .add(card.anchor.as_ref().map(|anchor| el("blockquote").add(anchor.words())))
            .add(line("Expected:", &card.expected))
            .add(line("What came:", &card.came))
            .add(line("Source:", &source.join(", ")))
    };
    (!cards.is_empty()).then(|| {
        el("section")
            .class("printed-cards")
            .add(el("h2").add("What was expected, and what then came"))
            .add(el("p").class("fine").add("From outside the articles. Each card names where it can be looked up."))
            .all(cards.iter().map(one))
    })
}

fn entry(entry: &Entry) -> Node {
    match entry {
        Entry::Heading(_, text) => el("h2").add(text.clone()).into(),
        Entry::Paragraph(text) => el("div").all(text.lines().map(|line| el("p").add(line.to_owned()))).into(),
        Entry::Excerpt(excerpt) => words(excerpt).into(),
        Entry::Question(number, question, answer) => {
            let words = answer.as_deref().unwrap_or_default().trim_end();
            let space = if words.is_empty() { question.lines } else { 0 };
            el("section")
                .class("printed-question")
                .add(el("p").add(el("b").add(format!("Question {number}. "))).add(question.text.clone()))
                .all(words.lines().map(|line| el("p").class("printed-answer").add(line.to_owned())))
                .all((0..space).map(|_| el("div").class("ruled")))
                .into()
        }
    }
}

fn words(excerpt: &Excerpt) -> Element {
    let speakers = excerpt.speakers();
    let problem = (!excerpt.problem.is_empty()).then(|| el("p").class("fine").add(excerpt.problem));
    let note = paragraphs(&excerpt.note).map(|line| line.class("printed-note"));
    let tags =
        (!excerpt.tags.is_empty()).then(|| el("p").class("fine").add(["Tags: ", &excerpt.tags.join(", ")].concat()));
    el("div")
        .class("excerpt")
        .add(el("span").class("excerpt-number").add(excerpt.number.to_string()))
        .add((!speakers.is_empty()).then(|| el("p").class("who").add(speakers)))
        .add(el("blockquote").add(excerpt.words.clone()).add(" ").all(phrase(&excerpt.in_text)))
        .add(el("p").class("fine").add(excerpt.place()))
        .all(note)
        .add(tags)
        .add(problem)
}
