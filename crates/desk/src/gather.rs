//! Replies of a class, question by question.
//!
//! Invariant: what is gathered depends on which replies there are, not on
//! their order; none is left out without being told.

use std::collections::{BTreeMap, BTreeSet};

use summitry_corpus::escape::push_csv_line;

use crate::desk::Desk;
use crate::item::{ItemId, QuestionKind};
use crate::lesson::Reply;
use crate::refusal::shown;

/// The replies to a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The replies, by the name of the student; of one that was saved several
    /// times the latest.
    pub replies: Vec<Reply>,
    /// The questions in the lesson's order, then those that only replies know.
    pub questions: Vec<Answers>,
    /// What a teacher should know of the files: full sentences.
    pub told: Vec<String>,
}

/// The answers to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The question's id.
    pub id: ItemId,
    /// Its words; empty where the lesson does not have it.
    pub question: String,
    /// Its kind.
    pub kind: QuestionKind,
    /// Who answered, in the order of [`Gathered::replies`].
    pub answers: Vec<Answer>,
    /// Who did not.
    pub without: Vec<String>,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The place of its reply in [`Gathered::replies`].
    pub reply: usize,
    /// The student.
    pub student: String,
    /// The words.
    pub text: String,
}

/// The student as they are named in a sentence.
fn named(reply: &Reply) -> String {
    let name = shown(reply.student.trim());
    if name.is_empty() { "somebody without a name".to_owned() } else { name }
}

/// The order of replies: by name, then by what makes two of a name differ.
fn key(reply: &Reply) -> (String, &str, &str, &str, &BTreeMap<ItemId, String>, String) {
    let student = reply.student.trim();
    (natural(student), student, &reply.saved, &reply.id, &reply.answers, reply.to_json())
}

/// Gathers the replies to a lesson. Cost: that of sorting them.
pub fn gather(lesson: &Desk, replies: impl IntoIterator<Item = Reply>) -> Gathered {
    let mut told: Vec<String> = Vec::new();
    let id = lesson.lesson().map_or("", |lesson| &lesson.id);
    let (mut own, strange): (Vec<Reply>, Vec<Reply>) = replies.into_iter().partition(|reply| reply.lesson == id);
    told.extend(strangers(&strange));
    own.sort_by_cached_key(|reply| {
        let (folded, student, saved, id, answers, json) = key(reply);
        (folded, student.to_owned(), saved.to_owned(), id.to_owned(), answers.clone(), json)
    });
    let own = without_copies(own, &mut told);
    let replies = latest(own, &mut told);
    alike(&replies, &mut told);
    told.sort();
    let questions = questions(lesson, &replies);
    Gathered { replies, questions, told }
}

/// Tells of replies to other lessons, a sentence for each lesson.
fn strangers(strange: &[Reply]) -> Vec<String> {
    let mut lessons: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for reply in strange {
        lessons.entry((&reply.title, &reply.lesson)).or_default().push(named(reply));
    }
    let sentence = |((title, _), mut names): ((&str, &str), Vec<String>)| {
        names.sort_by_cached_key(|name| (natural(name), name.clone()));
        let title = shown(title);
        match names.as_slice() {
            [name] => format!(
                "The reply of {name} is to another lesson, “{title}”, and is not shown. Open that lesson to read it."
            ),
            names => format!(
                "{} replies, of {}, are to another lesson, “{title}”, and are not shown. Open that lesson to read them.",
                names.len(),
                names.join(", ")
            ),
        }
    };
    lessons.into_iter().map(sentence).collect()
}

/// What a name is sorted by: without regard to case, and “2” before “10”.
fn natural(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut digits = String::new();
    for c in name.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            let bare = digits.trim_start_matches('0');
            // A longer number is a larger one.
            key.push_str(&format!("{:04}{bare}", bare.len()));
            digits.clear();
        }
        if c != '\0' {
            key.extend(c.to_lowercase());
        }
    }
    key
}

/// Leaves out files that were chosen twice: the same reply, answers and all.
fn without_copies(replies: Vec<Reply>, told: &mut Vec<String>) -> Vec<Reply> {
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Reply> = Vec::with_capacity(replies.len());
    for reply in replies {
        // They are sorted: copies follow each other.
        if kept.last() == Some(&reply) {
            *copies.entry(named(&reply)).or_default() += 1;
        } else {
            kept.push(reply);
        }
    }
    for (name, count) in copies {
        let times = if count == 1 { "twice".to_owned() } else { format!("{} times", count + 1) };
        told.push(format!("The same reply of {name} was opened {times}; it is shown once."));
    }
    kept
}

/// Of a reply that was saved several times, the latest.
fn latest(replies: Vec<Reply>, told: &mut Vec<String>) -> Vec<Reply> {
    let mut kept: Vec<Reply> = Vec::with_capacity(replies.len());
    for reply in replies {
        // An id that another student's file has too is no version of theirs.
        let same = |known: &&mut Reply| {
            !reply.id.is_empty() && known.id == reply.id && known.student.trim() == reply.student.trim()
        };
        match kept.iter_mut().rev().find(same) {
            // They are sorted by the time of saving: this one is not earlier.
            Some(known) => {
                told.push(format!(
                    "{} saved this reply more than once: the one of {} is shown, that of {} is not.",
                    named(&reply),
                    when(&reply),
                    when(known)
                ));
                *known = reply;
            }
            None => kept.push(reply),
        }
    }
    kept
}

fn when(reply: &Reply) -> String {
    if reply.saved.is_empty() { "an unknown time".to_owned() } else { shown(&reply.saved) }
}

/// Tells of one name on several replies, and of the same answers under several
/// names or ids.
fn alike(replies: &[Reply], told: &mut Vec<String>) {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut answers: BTreeMap<&BTreeMap<ItemId, String>, BTreeSet<String>> = BTreeMap::new();
    for reply in replies {
        *names.entry(reply.student.trim()).or_default() += 1;
        if !reply.answers.is_empty() {
            answers.entry(&reply.answers).or_default().insert(named(reply));
        }
    }
    for (name, count) in names.into_iter().filter(|(_, count)| *count > 1) {
        let name = if name.is_empty() { "nobody’s name".to_owned() } else { format!("the name {}", shown(name)) };
        told.push(format!("{count} replies that differ have {name}; all are shown."));
    }
    for students in answers.into_values().filter(|students| students.len() > 1) {
        let students: Vec<String> = students.into_iter().collect();
        told.push(format!("The answers of {} are the same, word for word.", students.join(" and ")));
    }
}

fn questions(lesson: &Desk, replies: &[Reply]) -> Vec<Answers> {
    let mut questions: Vec<Answers> = lesson
        .questions()
        .map(|(id, question)| Answers {
            id: id.clone(),
            question: question.text.clone(),
            kind: question.kind,
            ..Answers::default()
        })
        .collect();
    let known: BTreeSet<ItemId> = questions.iter().map(|question| question.id.clone()).collect();
    let other: BTreeSet<&ItemId> =
        replies.iter().flat_map(|reply| reply.answers.keys()).filter(|id| !known.contains(*id)).collect();
    questions.extend(other.into_iter().map(|id| Answers {
        id: id.clone(),
        kind: QuestionKind::Open,
        ..Answers::default()
    }));
    for question in &mut questions {
        for (at, reply) in replies.iter().enumerate() {
            let (student, text) = (reply.student.trim().to_owned(), reply.answer(&question.id).to_owned());
            if text.trim().is_empty() {
                question.without.push(student);
            } else {
                question.answers.push(Answer { reply: at, student, text });
            }
        }
    }
    questions
}

impl Gathered {
    /// The answers as comma-separated values (RFC 4180), a line each, question
    /// by question; no cell is a formula.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        push_csv_line(&mut out, ["question", "kind", "student", "answer", "saved"]);
        for question in &self.questions {
            for answer in &question.answers {
                let saved = self.replies.get(answer.reply).map_or("", |reply| &reply.saved);
                let asked = if question.question.is_empty() { &question.id.0 } else { &question.question };
                push_csv_line(&mut out, [asked, question.kind.label(), &answer.student, &answer.text, saved]);
            }
        }
        out
    }
}
