//! The replies of a class, question by question.

use leptos::prelude::*;
use summitry_desk::{Answers, Desk, Gathered, Reply, gather};

use super::files::hand_over;
use super::state::Notes;
use super::tools::button;
use crate::node::{Element, Node, el};
use crate::wording::{count, list};

/// The replies that were opened, unless there is none.
pub fn view(notes: Notes) -> Node {
    let replies = notes.looks.replies.get();
    if replies.is_empty() {
        return Node::Nothing;
    }
    notes.shown.track();
    let gathered = gather(&most_answered(notes, &replies), replies);
    let told = gathered.told.iter().map(|told| el("li").add(told.clone()));
    let questions = gathered.questions.iter().enumerate().map(|(place, question)| one(place, question));
    let csv = gathered.csv();
    let names: Vec<String> = gathered.replies.iter().map(|reply| reply.student.clone()).collect();
    el("section")
        .class("replies")
        .at("aria-labelledby", "replies-title")
        .add(el("h2").at("id", "replies-title").add(head(&gathered)))
        .add((!names.is_empty()).then(|| el("p").class("fine").add(list(&names))))
        .add((!gathered.told.is_empty()).then(|| el("ul").class("notice").all(told)))
        .all(questions)
        .add(
            el("p")
                .class("compare-bar no-print")
                .add(button("Save as a table (CSV)", move || {
                    hand_over("replies.csv", "text/csv", &["\u{feff}", &csv].concat());
                }))
                .add(button("Close the replies", move || notes.looks.replies.set(Vec::new()))),
        )
        .into()
}

fn head(gathered: &Gathered) -> String {
    match gathered.replies.len() {
        0 => "No reply to this lesson".to_owned(),
        some => count(some, "reply", "replies"),
    }
}

/// The lesson that most of the replies are to: the one in hand, the notes, one
/// that was opened and not taken yet, or one that was put away.
fn most_answered(notes: Notes, replies: &[Reply]) -> Desk {
    let worksheets = notes.worksheets().all.into_iter().map(|worksheet| worksheet.lesson);
    let offered = notes.looks.offered.get();
    let (in_hand, laid_by): (Vec<Desk>, Vec<Desk>) = match notes.worksheet.with_untracked(Option::is_some) {
        true => {
            let mut all = worksheets;
            (all.next().into_iter().collect(), all.collect())
        }
        false => (Vec::new(), worksheets.collect()),
    };
    let lessons = in_hand.into_iter().chain([notes.desk()]).chain(offered).chain(laid_by);
    let to = |desk: &Desk| {
        let id = desk.lesson().map(|lesson| &lesson.id);
        replies.iter().filter(|reply| Some(&reply.lesson) == id).count()
    };
    // The first of those with the most.
    let best = lessons.map(|desk| (to(&desk), desk)).reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, desk)| desk).unwrap_or_default()
}

/// The answers to a question, side by side.
fn one(place: usize, question: &Answers) -> Element {
    let answers = question.answers.iter().map(|answer| {
        let lines = answer.text.lines().map(|line| el("p").add(line.to_owned()));
        el("li").at("data-student", answer.student.clone()).add(el("h4").add(answer.student.clone())).all(lines)
    });
    let words = if question.question.is_empty() {
        "A question that this lesson does not have".to_owned()
    } else {
        question.question.clone()
    };
    let without = (!question.without.is_empty())
        .then(|| el("p").class("fine").add(["Without an answer: ", &list(&question.without), "."].concat()));
    el("section")
        .class("answers")
        .at("data-question", question.id.0.clone())
        .add(el("h3").add(format!("{}. {words}", place + 1)))
        .add(el("p").class("fine").add(question.kind.label()))
        .add(el("ul").class("answer-list").all(answers))
        .add(without)
}
