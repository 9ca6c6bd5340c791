//! Files opened: chosen, or dropped on the room.
//!
//! Invariant: what a file holds is added to what is here, never put over it,
//! and one step takes it back; what cannot be read is told with its file's name.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use summitry_desk::{Change, Content, Desk, Lesson, MOST_BYTES, Opened, Reply, open};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement, js_sys};

use super::state::{Notes, new_id, new_item};
use crate::node::{Element, el, unseen};
use crate::route::Page;
use crate::wording::count;

/// What the files that were opened together hold.
#[derive(Default)]
struct Found {
    desks: Vec<Desk>,
    replies: Vec<Reply>,
    items: Vec<summitry_desk::Item>,
    /// Full sentences.
    told: Vec<String>,
}

/// A button that lets the visitor choose files.
pub fn chooser(notes: Notes, name: &'static str, id: &'static str) -> Element {
    let field = el("input")
        .at("id", id)
        .at("type", "file")
        .at("multiple", "")
        .at("accept", ".json,.jsonld,.html,application/json,application/ld+json,text/html")
        .on("change", move |event| {
            let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if let Some(files) = field.files() {
                read(notes, listed(&files));
            }
            // The same file can be chosen again.
            field.set_value("");
        });
    el("label").class("button chooser").add(name).add(unseen(" (chooses files)")).add(field)
}

/// Opens files that are dropped on the room.
pub fn dropped(notes: Notes, room: Element) -> Element {
    let files = |event: &Event| {
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer)?;
        data.types().includes(&"Files".into(), 0).then(|| data.files()).flatten()
    };
    let over = |event: Event| {
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if data.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    };
    room.on("dragover", over).on("drop", move |event| {
        if let Some(files) = files(&event) {
            event.prevent_default();
            read(notes, listed(&files));
        }
    })
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// Takes in what the page itself carries: a lesson is offered, notes are added
/// to a desk that has none. What was taken in before is not asked again.
pub fn carried(notes: Notes) {
    let Some(file) = document().get_element_by_id("notes").and_then(|block| block.text_content()) else { return };
    match open(file.as_bytes()) {
        Ok(Opened::Desk(desk)) => match desk.lesson().map(|lesson| lesson.id.clone()) {
            Some(lesson) => {
                let same = |desk: &Desk| desk.lesson().is_some_and(|known| known.id == lesson);
                let in_hand = notes
                    .worksheet
                    .with_untracked(|worksheet| worksheet.as_ref().is_some_and(|worksheet| same(&worksheet.lesson)));
                if !in_hand && !notes.with(|own, _, _| same(own)) {
                    offer(notes, desk);
                    to_the_lesson(notes);
                }
            }
            None if notes.with(|own, _, _| own.is_empty()) => add(notes, &desk, &mut Vec::new()),
            None => {}
        },
        Ok(_) => {}
        Err(refusal) => notes.looks.refused.set(format!("The notes in this page: {refusal}")),
    }
}

/// Leads whoever opened the page without a link of their own to the lesson in it.
fn to_the_lesson(notes: Notes) {
    if window().location().hash().is_ok_and(|hash| hash.len() <= 1) {
        let navigation = notes.navigation();
        navigation.go(&navigation.route_now().elsewhere(Page::Notes));
    }
}

/// Reads files one by one and takes in what they hold.
fn read(notes: Notes, files: Vec<File>) {
    let found = Rc::new(RefCell::new(Found::default()));
    spawn_local(async move {
        for file in files {
            let (name, one) = (file.name(), bytes(&file).await);
            let mut found = found.borrow_mut();
            match one.and_then(|bytes| open(&bytes).map_err(|refusal| refusal.to_string())) {
                Ok(Opened::Desk(desk)) => found.desks.push(desk),
                Ok(Opened::Reply(reply)) => found.replies.push(reply),
                Ok(Opened::Foreign(all)) => bring(notes, &all, &mut found),
                Err(sentence) => found.told.push(format!("{name}: {sentence}")),
            }
        }
        notes.autosave.once_erased(move || take(notes, found.take()));
    });
}

async fn bytes(file: &File) -> Result<Vec<u8>, String> {
    if file.size() > MOST_BYTES as f64 {
        return Err(format!("The file is larger than {} MB, so it was not opened.", MOST_BYTES >> 20));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec())
        .map_err(|_| "The browser could not read the file. Choose it again.".to_owned())
}

/// Finds the places of another program's notes.
fn bring(notes: Notes, all: &[summitry_desk::Foreign], found: &mut Found) {
    let mut without = 0;
    notes.with(|_, library, finder| {
        for foreign in all {
            let brought = foreign.clone().bring(library.corpus(), finder);
            without += usize::from(!brought.problem.is_empty());
            found.items.push(brought.item);
        }
    });
    found.told.push(match (all.len(), without) {
        (0, _) => "The file of another program holds no note.".to_owned(),
        (all, 0) => format!("{} of another program opened.", count(all, "note", "notes")),
        (all, 1) => format!(
            "{} of another program opened; 1 has no place in these articles and is listed with its words.",
            count(all, "note", "notes")
        ),
        (all, without) => format!(
            "{} of another program opened; {without} have no place in these articles and are listed with their words.",
            count(all, "note", "notes")
        ),
    });
}

/// Takes in what was found.
fn take(notes: Notes, mut found: Found) {
    if !found.items.is_empty() {
        let added = Desk::of("", std::mem::take(&mut found.items));
        add(notes, &added, &mut found.told);
    }
    for desk in std::mem::take(&mut found.desks) {
        if desk.lesson().is_some() {
            // A lesson is answered or edited: that is for the visitor to say.
            offer(notes, desk);
        } else {
            add(notes, &desk, &mut found.told);
        }
    }
    match (found.replies.len(), found.replies.pop()) {
        // One reply by itself may be the visitor's own, to be gone on with.
        (1, Some(reply)) => match to_go_on_with(notes, &reply) {
            Some(lesson) => {
                let earlier = notes.looks.begun.try_update(|begun| begun.replace((lesson, reply))).flatten();
                // One of which nobody has said what to do with it is read with the others.
                notes.looks.replies.update(|replies| replies.extend(earlier.map(|(_, earlier)| earlier)));
            }
            None => notes.looks.replies.update(|replies| replies.push(reply)),
        },
        (_, Some(last)) => notes.looks.replies.update(|replies| {
            replies.append(&mut found.replies);
            replies.push(last);
        }),
        _ => {}
    }
    if notes.looks.replies.with_untracked(|all| !all.is_empty()) && super::worksheet::withholds_others(notes) {
        found.told.push("Others’ answers are shown when all questions are answered.".to_owned());
    }
    notes.looks.refused.set(found.told.join(" "));
}

/// Offers a lesson; a file of it that was opened before gives way.
pub fn offer(notes: Notes, lesson: Desk) {
    let id = |desk: &Desk| desk.lesson().map(|lesson| lesson.id.clone());
    notes.looks.offered.update(|all| {
        all.retain(|other| id(other) != id(&lesson));
        all.push(lesson);
    });
}

/// The lesson that a reply is to, if it is one that somebody answers here: not
/// the one that is being written, whose replies are read.
fn to_go_on_with(notes: Notes, reply: &Reply) -> Option<Desk> {
    let fits = |desk: &Desk| desk.lesson().is_some_and(|lesson| lesson.id == reply.lesson);
    if notes.with(|own, _, _| fits(own)) {
        return None;
    }
    let offered = notes.looks.offered.with_untracked(|all| all.iter().find(|desk| fits(desk)).cloned());
    offered.or_else(|| notes.worksheets().of(&reply.lesson).map(|worksheet| worksheet.lesson.clone()))
}

/// Puts a lesson in the place of the notes.
pub fn replace(notes: Notes, desk: &Desk) {
    let change = notes.with(|own, _, _| own.replace(desk));
    notes.looks.refused.set(match notes.make(change) {
        Ok(()) => "The lesson stands in the place of your notes. “Undo” brings those back.".to_owned(),
        Err(refusal) => refusal.to_string(),
    });
}

/// Adds the things of a desk to the notes. What makes it a lesson is taken over
/// where the notes are none; else its questions follow under their own head.
pub fn add(notes: Notes, desk: &Desk, told: &mut Vec<String>) {
    let (before, change, second) = notes.with(|own, _, _| {
        let second = own.lesson().zip(desk.lesson()).filter(|(own, other)| own.id != other.id);
        let mut desk = desk.clone();
        if let Some((_, lesson)) = second {
            desk = headed(&desk, lesson);
        }
        let mut changes = vec![own.add(&desk, new_id)];
        if own.title().is_empty() && !desk.title().is_empty() {
            changes.push(Change::Title(desk.title().to_owned()));
        }
        if own.lesson().is_none() && desk.lesson().is_some() {
            changes.push(Change::Lesson(desk.lesson().cloned().map(Box::new)));
        }
        (own.len(), Change::All(changes), second.is_some_and(|(_, lesson)| !lesson.withheld.is_empty()))
    });
    match notes.make(change) {
        Ok(()) => {
            let new = notes.with(|own, _, _| own.len()).saturating_sub(before);
            told.push(match new {
                0 => "All of it stands in your notes already.".to_owned(),
                1 => "1 thing added to your notes. “Undo” takes it out again.".to_owned(),
                _ => format!("{new} things added to your notes. “Undo” takes them out again."),
            });
            if second {
                told.push(
                    "What that lesson withholds was not taken over: your notes withhold what they did.".to_owned(),
                );
            }
        }
        Err(refusal) => told.push(refusal.to_string()),
    }
}

/// A lesson with its name, question and background as things of its own.
fn headed(desk: &Desk, lesson: &Lesson) -> Desk {
    let heading = Content::Heading { level: 2, text: desk.title().to_owned() };
    let paragraphs = [&lesson.question, &lesson.background].map(|text| Content::Paragraph { text: text.clone() });
    let written = |content: &Content| match content {
        Content::Heading { text, .. } | Content::Paragraph { text } => !text.trim().is_empty(),
        _ => true,
    };
    let heads =
        [heading].into_iter().chain(paragraphs).filter(written).map(|content| new_item(content).as_ref().clone());
    Desk::of(desk.title(), heads.chain(desk.items().iter().map(|item| item.as_ref().clone())))
}
