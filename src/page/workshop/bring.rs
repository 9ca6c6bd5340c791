//! Bringing articles in: dropped, chosen or pasted.
//!
//! Invariant: every file that was given gets a line of the report, and nothing
//! is taken twice without a word.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, HtmlInputElement};

use super::files::{Dropped, chosen, dropped};
use super::form::{button, submit};
use super::report;
use super::state::{Progress, Signals};
use crate::field::held;
use crate::node::{Element, el, live};
use crate::wording::count;

/// What files may be chosen; what else is dropped is told one by one.
const ACCEPTED: &str = ".txt,.md,.markdown,.html,.htm,.zip,.toml,text/plain,text/markdown,text/html,application/zip";

/// The place where articles are brought in, and what became of those brought in last.
pub fn view(workshop: Signals) -> Element {
    let over = RwSignal::new(false);
    let zone = live(move || {
        el("div")
            .class("drop-zone")
            .flag("data-over", over.get())
            .on("dragover", move |event| {
                event.prevent_default();
                over.set(true);
            })
            .on("dragleave", move |_| over.set(false))
            .on("drop", move |event| {
                event.prevent_default();
                over.set(false);
                if let Some(transfer) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                    take(workshop, dropped(&transfer));
                }
            })
            .add(el("p").add(el("strong").add("Drop files, a folder or a zip here")).add(", or choose them:"))
            .add(
                el("p")
                    .class("choices")
                    .add(labelled(chooser(workshop).at("accept", ACCEPTED).flag("multiple", true), "Choose files"))
                    .add(labelled(chooser(workshop).flag("webkitdirectory", true), "Choose a folder")),
            )
            .add(el("p").class("fine").add(
                "Saved web pages (.html), text (.txt) and Markdown (.md). Of PDF and Word files paste the text below.",
            ))
    });
    el("section")
        .class("bring no-print")
        .at("aria-label", "Bring articles in")
        .add(zone)
        .add(paste(workshop))
        .add(live(move || workshop.progress.get().map(|progress| going_on(workshop, progress))))
        .add(live(move || report::view(&workshop.brought.get())))
}

/// An input for files, which hands them over when they are chosen.
fn chooser(workshop: Signals) -> Element {
    el("input").at("type", "file").on("change", move |event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(files) = input.files() else { return };
        let files = chosen(&files);
        if !files.is_empty() {
            spawn_local(async move {
                workshop.bring(files).await;
                // The same file can be chosen again, once it was mended.
                input.set_value("");
            });
        }
    })
}

fn take(workshop: Signals, dropped: Dropped) {
    if dropped.is_empty() {
        workshop
            .tell_wrong("Nothing was dropped that is a file. Of text that you dragged, copy it and paste it below.");
        return;
    }
    spawn_local(async move {
        let files = dropped.files().await;
        if files.is_empty() {
            workshop.tell_wrong("There are no files in what was dropped.");
        } else {
            workshop.bring(files).await;
        }
    });
}

/// How far it is, and a way to stop it.
fn going_on(workshop: Signals, Progress { done, total, file }: Progress) -> Element {
    let told = format!("Reading {} of {}. {file}", done + 1, count(total, "file", "files"));
    el("div")
        .class("going-on")
        .add(el("p").at("role", "status").add(told))
        .add(el("progress").at("aria-label", "Files read").at("max", total.to_string()).at("value", done.to_string()))
        .add(button("Stop", move || workshop.cancel()))
}

/// What was pasted with its formatting: the HTML, and the words as the field holds them.
pub type Rich = Option<(String, String)>;

/// A field to paste an article into.
fn paste(workshop: Signals) -> Element {
    // Not made here: the page may be drawn anew while an article is being typed.
    let (text, rich) = (workshop.pasted, workshop.pasted_rich);
    let add = move |event: Event| {
        event.prevent_default();
        let words = text.get_untracked();
        if words.trim().is_empty() {
            workshop.tell_wrong(
                "There is no text in the field yet. Copy an article, headline and date included, and paste it there.",
            );
            return;
        }
        match rich.get_untracked().filter(|(_, plain)| same_words(plain, &words)) {
            Some((html, _)) => workshop.paste(html, true),
            None => workshop.paste(words, false),
        }
        text.set(String::new());
        rich.set(None);
    };
    let field = live(move || {
        el("textarea")
            .at("rows", "4")
            .at("spellcheck", "false")
            .value(text.get())
            .on("input", move |event| text.set(held(&event)))
            .on("paste", move |event| pasted(workshop, text, rich, &event))
    });
    let label = el("label")
        .class("field")
        .add(el("span").add("Or paste an article, with headline, author and date"))
        .add(field);
    el("form").class("paste").on("submit", add).add(label).add(submit("Add the pasted article"))
}

/// Takes note of what the clipboard has besides plain words: files are brought
/// in, formatting is kept for when the article is added.
fn pasted(workshop: Signals, text: RwSignal<String>, rich: RwSignal<Rich>, event: &Event) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let files = dropped(&data);
    let html = data.get_data("text/html").unwrap_or_default();
    if html.is_empty() && !files.is_empty() {
        event.prevent_default();
        take(workshop, files);
    } else if !html.is_empty() && text.with_untracked(|text| text.trim().is_empty()) {
        let plain = data.get_data("text/plain").unwrap_or_default();
        rich.set(Some((html, plain)));
    }
}

/// Whether two texts have the same words, blanks apart.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// An input within a label that looks like a button; the label is what is pressed.
fn labelled(input: Element, name: &'static str) -> Element {
    el("label").class("button chooser").add(input.class("visually-hidden")).add(name)
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn what_was_pasted_counts_as_untouched_while_its_words_are() {
        assert!(same_words("A  headline\n\nText.", "A headline\r\nText."));
        assert!(!same_words("A headline", "A headline, changed"));
    }
}
