//! What the collection says of itself, its name and what it is, while it is being
//! typed: sent when the typing rests, and when the field or the page is left.
//!
//! Invariant: what is typed is never exchanged for an older text, and is let go of
//! only once the core has taken that very text.

use std::time::Duration;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::reply::State;
use super::state::Signals;
use crate::field::held;
use crate::node::Element;

/// How long the typing rests before what is typed is sent.
const REST: Duration = Duration::from_millis(1000);

/// What is typed into one of the fields.
#[derive(Clone, Copy, Default)]
pub struct Draft {
    /// What the core does not have yet.
    typed: RwSignal<Option<String>>,
    /// What is on its way to the core.
    sent: StoredValue<Option<String>>,
    /// What the field held when it got the focus.
    before: StoredValue<String>,
    /// All that is typed until the field is left is one step of undo.
    batch: StoredValue<u32>,
}

/// A text that the collection says of itself.
#[derive(Clone, Copy)]
pub struct Text {
    /// Its key in an edit of the collection.
    key: &'static str,
    known: fn(&State) -> &String,
    draft: fn(&Signals) -> Draft,
    /// What is said when it is another one.
    done: &'static str,
}

pub const TITLE: Text = Text {
    key: "title",
    known: |state| &state.title,
    draft: |workshop| workshop.title,
    done: "The collection has a new name.",
};

pub const DESCRIPTION: Text = Text {
    key: "description",
    known: |state| &state.description,
    draft: |workshop| workshop.description,
    done: "The description was saved.",
};

/// A field that holds the text.
pub fn committed(field: Element, workshop: Signals, text: Text) -> Element {
    let draft = (text.draft)(&workshop);
    let held_now = draft.typed.get().unwrap_or_else(|| workshop.state.with(|state| (text.known)(state).clone()));
    field
        .value(held_now)
        .at("autocomplete", "off")
        .on("focus", move |event| {
            draft.before.set_value(held(&event));
            draft.batch.set_value(workshop.next_batch());
        })
        .on("input", move |event| typed(workshop, text, held(&event)))
        // Enter tells of a change, and leaving the field of that and of being left.
        .on("change", move |_| left(workshop, text))
        .on("blur", move |_| left(workshop, text))
}

/// Whether something is typed that the core does not have yet.
pub fn waits(workshop: Signals) -> bool {
    [TITLE, DESCRIPTION].iter().any(|text| (text.draft)(&workshop).typed.with(Option::is_some))
}

/// Sends what is typed when the page is left: a tab that is left may never come back.
pub fn follow(workshop: Signals) {
    let leaving = move |_: &web_sys::Event| {
        for text in [TITLE, DESCRIPTION] {
            spawn_local(async move { send(workshop, text).await });
        }
    };
    EventListener::new(&window(), "pagehide", leaving).forget();
    EventListener::new(&document(), "visibilitychange", leaving).forget();
}

fn typed(workshop: Signals, text: Text, now: String) {
    let draft = (text.draft)(&workshop);
    draft.typed.set(Some(now.clone()));
    let rested = move || {
        if draft.typed.with_untracked(|typed| typed.as_ref() == Some(&now)) {
            spawn_local(async move { send(workshop, text).await });
        }
    };
    // The field may be gone by then, as when somebody goes to another room.
    set_timeout(rested, REST);
}

/// Sends what is typed; of a pause in the typing nothing is said.
async fn send(workshop: Signals, text: Text) {
    let draft = (text.draft)(&workshop);
    let Some(sent) = draft.typed.get_untracked() else { return };
    // On its way already: sent once more it could come after an “Undo”.
    if draft.sent.get_value().as_ref() == Some(&sent) {
        return;
    }
    draft.sent.set_value(Some(sent.clone()));
    let edit = json!({ "edit": "collection", (text.key): sent });
    let taken = workshop.change(json!({ "op": "edit", "edit": edit, "batch": draft.batch.get_value() })).await;
    draft.sent.set_value(None);
    if taken && is_settled(draft.typed.get_untracked().as_deref(), &sent) {
        draft.typed.set(None);
    }
}

/// Whether nothing is typed but what was sent and taken.
fn is_settled(typed: Option<&str>, sent: &str) -> bool {
    typed.is_none_or(|typed| typed == sent)
}

/// Lets go of what the core did not take: another collection takes the place of the one
/// that it was typed for.
pub fn forget(workshop: Signals) {
    [TITLE, DESCRIPTION].iter().for_each(|text| (text.draft)(&workshop).typed.set(None));
}

fn left(workshop: Signals, text: Text) {
    let draft = (text.draft)(&workshop);
    spawn_local(async move {
        send(workshop, text).await;
        let now = workshop.state.with_untracked(|state| (text.known)(state).clone());
        if draft.typed.get_untracked().is_none() && now != draft.before.get_value() {
            draft.before.set_value(now);
            workshop.tell(text.done);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_while_the_answer_was_on_its_way_stays_in_the_field() {
        assert!(!is_settled(Some("Herring in the north"), "Herring"));
        assert!(is_settled(Some("Herring"), "Herring") && is_settled(None, "Herring"));
    }

    #[test]
    fn each_field_says_a_text_of_the_collection_itself() {
        let state = State { title: "T".to_owned(), description: "D".to_owned(), ..State::default() };
        assert_eq!(
            [TITLE, DESCRIPTION].map(|text| (text.key, (text.known)(&state).as_str())),
            [("title", "T"), ("description", "D")]
        );
    }
}
