//! The room Notes: what the visitor keeps of the articles, in their own order,
//! to be noted, cited, printed, saved and handed on.
//!
//! Invariant: the room shows the notes and changes them only through
//! [`state::Notes`]; it is drawn anew without loss at any time.

mod answering;
mod autosave;
mod cite;
mod dirty;
mod drag;
mod files;
mod foot;
mod item;
mod lesson;
mod list;
mod opening;
mod printed;
mod replies;
mod requests;
mod selection;
mod state;
mod tools;
mod worksheet;
mod worksheets;

use std::cell::RefCell;
use std::time::Duration;

use gloo::events::EventListener;
use leptos::prelude::*;
use summitry_desk::Desk;
use summitry_desk::handout::{ExportContext, Handout, Wanted};
use wasm_bindgen::JsCast;

use crate::app::Scene;
use crate::library::Library;
use crate::node::{Node, el, live};
use crate::page::read::cite::today;
use crate::route::Page;
use state::Notes;

thread_local! {
    /// The notes and the owner of their signals, for as long as the page lives.
    static NOTES: RefCell<Option<(Notes, Owner)>> = const { RefCell::new(None) };
}

/// How long after a selection is gone its words can still be kept: a tap on
/// the button may have taken it away.
const HELD_FOR: Duration = Duration::from_millis(500);

/// The room.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let notes = begun(scene);
    let route = scene.route.clone();
    let body = move || {
        if notes.worksheet.with(Option::is_some) {
            let lesson: Node = el("div")
                .class("notes")
                .add(live(move || tools::refused(notes)))
                .add(live(move || tools::offered(notes)))
                .add(worksheet::view(notes))
                .add(live(move || worksheet::others(notes)))
                .add(live(move || printed::view(notes)))
                .into();
            return lesson;
        }
        let route = route.clone();
        el("div")
            .class("notes")
            .add(tools::view(notes))
            .add(lesson::view(notes))
            .add(live(move || replies::view(notes)))
            .add(live(move || list::view(notes, &route)))
            .add(tools::erasing(notes))
            .add(live(move || printed::view(notes)))
            .into()
    };
    opening::dropped(notes, el("div").class("notes-room").add(live(body))).into()
}

/// What stands at the foot of every room; the notes begin with it.
#[inline(never)]
pub fn foot(scene: Scene<'_>) -> Node {
    let notes = begun(scene);
    let room = (scene.route.page != Page::Notes).then(|| scene.route.elsewhere(Page::Notes).href());
    foot::view(notes, room)
}

/// The notes, begun when they are needed first.
fn begun(scene: Scene<'_>) -> Notes {
    let known = NOTES.with_borrow(|known| known.as_ref().map(|(notes, _)| *notes));
    if let Some(notes) = known {
        notes.follow(scene.library);
        return notes;
    }
    let owner = Owner::new_root(None);
    let notes = owner.with(|| begin(scene));
    NOTES.set(Some((notes, owner)));
    notes
}

fn begin(scene: Scene<'_>) -> Notes {
    let kept = scene.kept;
    let notes = Notes::new(scene.library, kept, scene.navigation);
    notes.autosave.begin(notes);
    // Before it is known what the device has, nobody knows what is kept already.
    let told = notes.autosave.told;
    let is_read = Memo::new(move |_| told.with(|told| told.loaded || told.trouble.is_some()));
    Effect::new(move |_| {
        if is_read.get() {
            kept.take_wishes().into_iter().for_each(|command| requests::grant(notes, command));
        }
    });
    let follow = move |event: &web_sys::Event| {
        // With each letter a field tells of its own caret.
        let of_field = event.target().is_some_and(|target| target.has_type::<web_sys::Element>());
        if of_field && notes.picked.with_untracked(Vec::is_empty) {
            return;
        }
        let picked = notes.with(|_, library, _| selection::selected(library));
        if !picked.is_empty() {
            notes.picked.set(picked);
        } else if !notes.picked.with_untracked(Vec::is_empty) {
            let gone = move || {
                if notes.with(|_, library, _| selection::selected(library)).is_empty() {
                    notes.picked.set(Vec::new());
                }
            };
            set_timeout(gone, HELD_FOR);
        }
    };
    EventListener::new(&document(), "selectionchange", follow).forget();
    EventListener::new(&window(), "beforeprint", move |_| notes.looks.printing.set(true)).forget();
    EventListener::new(&window(), "afterprint", move |_| notes.looks.printing.set(false)).forget();
    notes
}

/// What `ask` asks of the notes as a handout.
fn handout<T>(notes: Notes, ask: impl FnOnce(&Handout) -> T) -> T {
    let desk = notes.desk();
    let wanted = Wanted { cards: notes.looks.with_cards.get_untracked(), ..Wanted::default() };
    handout_of(notes, &desk, wanted, ask)
}

/// What `ask` asks of a desk or a lesson as a handout, in the style used last.
fn handout_of<T>(notes: Notes, desk: &Desk, wanted: Wanted<'_>, ask: impl FnOnce(&Handout) -> T) -> T {
    in_context(notes, |context, _| ask(&Handout::of(desk, context, wanted)))
}

/// What `ask` asks of the articles, in the style used last.
fn in_context<T>(notes: Notes, ask: impl FnOnce(&ExportContext<'_>, Library) -> T) -> T {
    notes.with(|_, library, finder| {
        let (corpus, style) = (library.corpus(), notes.style.get_untracked());
        let address = |article: &_, passage| requests::place(library, article, passage);
        ask(&ExportContext { corpus, finder, style, day: today(), address: &address }, library)
    })
}
