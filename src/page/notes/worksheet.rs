//! A lesson as a student reads and answers it.
//!
//! Invariant: the lesson is not changed here; what is written is the reply.

use leptos::prelude::*;
use summitry_desk::handout::{Entry, Handout, Wanted};
use summitry_desk::{Card, ItemId, Part};

use super::files::hand_over;
use super::item::{focus_at, typed};
use super::printed::{paragraphs, sources};
use super::state::{Notes, now};
use super::tools::button;
use super::worksheets::Worksheet;
use super::{handout_of, opening, printed, replies};
use crate::field::held;
use crate::node::{Element, Node, el, link, live};

/// The id of the lesson's title, where the focus goes when it is taken in hand.
pub const TITLE: &str = "paper-title";

/// The lesson, its questions with fields for the answers.
pub fn view(notes: Notes) -> Node {
    // What is typed does not draw it anew.
    let Some(worksheet) = notes.worksheet.get() else { return Node::Nothing };
    notes.style.track();
    let wanted = Wanted { reply: Some(&worksheet.reply), cards: true };
    let handout = handout_of(notes, &worksheet.lesson, wanted, Handout::clone);
    let mut ids = worksheet.lesson.questions().map(|(id, _)| id.clone());
    let entries = handout.entries.iter().map(|entry| shown(notes, entry, &mut ids)).collect::<Vec<_>>();
    let name = typed("input")
        .at("id", "student")
        .at("type", "text")
        .at("autocomplete", "name")
        .value(worksheet.reply.student.clone())
        .on("input", move |event| {
            notes.sign(held(&event));
        });
    el("article")
        .class("paper")
        .key(["paper ", &worksheet.reply.lesson].concat())
        .add(el("h1").at("id", TITLE).at("tabindex", "-1").add(handout.title.clone()))
        .add((!handout.question.is_empty()).then(|| el("p").class("lede").add(handout.question.clone())))
        .all(paragraphs(&handout.background))
        .add(el("p").class("field above").add(el("label").at("for", "student").add("Your name")).add(name))
        .all(entries)
        .add(cards(&handout.cards))
        .add(sources(&handout))
        .add(live(move || standing(notes)))
        .add(
            el("p")
                .class("compare-bar no-print")
                .add(button("Save my answers to a file", move || save(notes)))
                .add(opening::chooser(notes, "Open my answers", "open-own"))
                .add(button("Print", move || printed::print(notes)))
                .add(button("Back to my own notes", move || {
                    notes.put_away();
                    focus_at("#main".to_owned());
                })),
        )
        .into()
}

fn shown(notes: Notes, entry: &Entry, ids: &mut impl Iterator<Item = ItemId>) -> Node {
    match entry {
        Entry::Heading(_, text) => el("h2").add(text.clone()).into(),
        Entry::Paragraph(text) => el("div").all(text.lines().map(|line| el("p").add(line.to_owned()))).into(),
        Entry::Excerpt(excerpt) => {
            let speakers = excerpt.speakers();
            let number = el("span").class("excerpt-number").add(excerpt.number.to_string());
            let who = (!speakers.is_empty()).then(|| el("p").class("who").add(speakers));
            let from = if excerpt.address.is_empty() {
                Node::from(excerpt.place())
            } else {
                link(excerpt.address.clone()).add(excerpt.place()).into()
            };
            let problem = (!excerpt.problem.is_empty()).then(|| el("p").class("problem").add(excerpt.problem));
            let note = paragraphs(&excerpt.note).map(|line| line.class("fine"));
            el("div")
                .class("excerpt")
                .add(number)
                .add(who)
                .add(el("blockquote").add(excerpt.words.clone()))
                .add(el("p").class("fine").add(from))
                .all(note)
                .add(problem)
                .into()
        }
        Entry::Question(number, question, answer) => {
            let Some(id) = ids.next() else { return Node::Nothing };
            let field_id = ["answer-", &id.0].concat();
            let of = id.clone();
            let field = typed("textarea")
                .at("id", field_id.clone())
                .at("rows", question.lines.clamp(3, 20).to_string())
                .value(answer.clone().unwrap_or_default())
                .on("input", move |event| {
                    notes.answer(&of, &held(&event));
                });
            el("div")
                .class("paper-question")
                .key(["question ", &id.0].concat())
                .at("data-question", id.0.clone())
                .add(el("label").at("for", field_id).add(format!("{number}. {}", question.text)))
                .add(field)
                .into()
        }
    }
}

/// What then came, to be opened one by one.
fn cards(cards: &[Card]) -> Option<Element> {
    let one = |card: &Card| {
        let source = if card.address.starts_with("https://") || card.address.starts_with("http://") {
            link(card.address.clone())
                .at("rel", "noopener noreferrer")
                .at("target", "_blank")
                .add(card.source.clone())
                .into()
        } else {
            Node::from(card.source.clone())
        };
        el("details")
            .class("card")
            .add(el("summary").add(if card.title.is_empty() { "A card".to_owned() } else { card.title.clone() }))
            .add(card.anchor.as_ref().map(|anchor| el("blockquote").add(anchor.words())))
            .add(el("p").add(el("b").add("The article expected: ")).add(card.expected.clone()))
            .add(el("p").add(el("b").add("What then came: ")).add(card.came.clone()))
            .add(el("p").class("fine").add("From outside the articles: ").add(source))
    };
    (!cards.is_empty()).then(|| {
        el("section")
            .class("cards no-print")
            .add(el("h2").add("What then came"))
            .add(
                el("p")
                    .class("fine")
                    .add("From outside the articles. Open a card when you have written your own answer."),
            )
            .all(cards.iter().map(one))
    })
}

/// How much is answered, and what is withheld until then.
fn standing(notes: Notes) -> Option<Element> {
    notes.answered.track();
    let worksheet = notes.worksheet.get_untracked()?;
    let withheld: Vec<&str> = [Part::IssueLabels, Part::Missing, Part::OthersAnswers]
        .into_iter()
        .filter(|part| worksheet.lesson.withholds(*part, &worksheet.reply))
        .map(Part::label)
        .collect();
    let rest = (!withheld.is_empty()).then(|| format!(" Not shown until all are answered: {}.", withheld.join("; ")));
    Some(
        el("p")
            .class("fine")
            .at("role", "status")
            .add([&answered(&worksheet), " questions answered."].concat())
            .add(rest),
    )
}

/// `3 of 6`.
pub fn answered(worksheet: &Worksheet) -> String {
    let (done, all) = worksheet.lesson.answered(&worksheet.reply);
    format!("{done} of {all}")
}

/// How much of the lesson in hand is answered, in few words.
pub fn progress(notes: Notes) -> Option<String> {
    notes.answered.track();
    notes
        .worksheet
        .with_untracked(|worksheet| worksheet.as_ref().map(|worksheet| [&answered(worksheet), " answered"].concat()))
}

/// Whether what others answered is withheld by the lesson in hand.
pub fn withholds_others(notes: Notes) -> bool {
    notes.answered.track();
    notes.worksheet.with_untracked(|worksheet| {
        worksheet.as_ref().is_some_and(|worksheet| worksheet.lesson.withholds(Part::OthersAnswers, &worksheet.reply))
    })
}

/// What others answered, once that is not withheld any more.
pub fn others(notes: Notes) -> Option<Element> {
    (!withholds_others(notes) && notes.worksheet.with(Option::is_some)).then(|| {
        el("div")
            .class("others no-print")
            .add(opening::chooser(notes, "Open others’ answers", "open-answers"))
            .add(live(move || replies::view(notes)))
    })
}

/// Saves the answers to a file that is opened here again.
pub fn save(notes: Notes) {
    let Some(mut worksheet) = notes.worksheet.get_untracked() else { return };
    let at = now();
    worksheet.reply.saved.clone_from(&at);
    let word = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = worksheet.reply.student.chars().map(word).take(40).collect();
    let name = name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let name = if name.is_empty() { "answers".to_owned() } else { name };
    if hand_over(&[&name, ".reply.json"].concat(), "application/json", &worksheet.reply.to_json()) {
        notes.answers_saved(at);
    }
}
