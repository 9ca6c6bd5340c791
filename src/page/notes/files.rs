//! Files made and opened.
//!
//! Invariant: nothing here leaves the device.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};
use summitry_desk::handout::Handout;

use super::handout;
use super::state::{Notes, now};
use crate::component::announce;
use crate::download::download;
use crate::workshop::{send, template};

const MADE: &str = "The file is made and handed to your browser. If it does not appear, the page stands in a frame that may not save files: copy instead.";
const NOT_MADE: &str = "This browser does not let the page make a file: copy instead.";

/// Saves the notes to a file that can be opened here again.
pub fn save(notes: Notes) {
    let desk = notes.desk();
    let name = handout(notes, |handout| handout.file_name());
    let ending = if desk.lesson().is_some() { ".lesson.json" } else { ".json" };
    if hand_over(&[&name, ending].concat(), "application/ld+json", &desk.to_json()) {
        notes.autosave.saved(notes, now());
    }
}

/// Saves this page, in one file, with the notes inside: whoever opens it has
/// both.
pub fn save_page(notes: Notes) {
    announce("Making the file…");
    spawn_local(async move {
        let page = this_page(notes).await;
        let carrying = page.and_then(|page| {
            summitry_desk::carry(&page, &notes.desk().to_json()).map_err(|refusal| refusal.to_string())
        });
        match carrying {
            Ok(page) => {
                let name = handout(notes, |handout| handout.file_name());
                if hand_over(&[&name, ".page.html"].concat(), "text/html", &page) {
                    notes.autosave.saved(notes, now());
                }
            }
            Err(sentence) => {
                let sentence =
                    format!("The page could not be saved with the notes inside. {sentence} Save to a file instead.");
                notes.looks.refused.set(sentence);
            }
        }
    });
}

/// This page in one file, with the articles that the rooms show.
async fn this_page(notes: Notes) -> Result<String, String> {
    let page = template().await?;
    let block = |id: &str| document().get_element_by_id(id).and_then(|block| block.text_content());
    // A page that is one file hands out itself without its articles, which
    // stand beside it as a folder.
    let carried = block("template").and_then(|_| block("folder"));
    let own = notes.with(|_, library, _| library.is_own());
    if !own && carried.is_none() {
        return Ok(page);
    }
    let request = json!({ "op": "page", "carried": carried.filter(|_| !own).unwrap_or_default() });
    let reply = send(&request.to_string(), Some(page.into_bytes())).await?;
    match reply.bytes.map(String::from_utf8) {
        Some(Ok(page)) => Ok(page),
        _ => {
            let told: Value = serde_json::from_str(&reply.json).unwrap_or_default();
            Err(told["sentence"].as_str().unwrap_or("Its articles could not be put into it.").to_owned())
        }
    }
}

/// A form in which the notes can be taken along: its name, what a file's name
/// ends in, the media type, what stands before the text, and how it is written.
pub struct Form {
    /// As a visitor chooses it.
    pub name: &'static str,
    ending: &'static str,
    kind: &'static str,
    mark: &'static str,
    write: fn(&Handout) -> String,
}

/// All of them.
pub const FORMS: [Form; 4] = [
    Form {
        name: "For Word and Google Docs (HTML)",
        ending: ".html",
        kind: "text/html",
        mark: "",
        write: summitry_desk::handout::html,
    },
    Form { name: "Markdown", ending: ".md", kind: "text/markdown", mark: "", write: summitry_desk::handout::markdown },
    // Spreadsheets take a table for Unicode by its byte-order mark.
    Form {
        name: "Table of the excerpts (CSV)",
        ending: ".csv",
        kind: "text/csv",
        mark: "\u{feff}",
        write: summitry_desk::handout::csv,
    },
    Form { name: "Plain text", ending: ".txt", kind: "text/plain", mark: "", write: summitry_desk::handout::text },
];

/// Saves the notes in a form.
pub fn export(notes: Notes, form: &Form) {
    let (name, text) = handout(notes, |handout| (handout.file_name(), (form.write)(handout)));
    hand_over(&[&name, form.ending].concat(), form.kind, &[form.mark, &text].concat());
}

/// Hands the browser a file; whether it could be made.
pub fn hand_over(name: &str, kind: &str, text: &str) -> bool {
    let made = download(name, kind, text.as_bytes());
    announce(if made { MADE } else { NOT_MADE });
    made
}
