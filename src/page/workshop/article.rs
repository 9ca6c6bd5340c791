//! One article, to be checked: its text with what was removed in its place,
//! beside what is known of it.
//!
//! Invariant: nothing of the file is hidden; every line can be taken out or
//! back, and each such decision is a line of the catalogue.

use gloo::events::EventListener;
use leptos::prelude::*;
use serde_json::json;
use summitry_corpus::escape::toml;
use wasm_bindgen::JsCast;

use super::facts;
use super::form::{button, button_of, choice, choices, field};
use super::messages::problems;
use super::reply::{Article, Part, Repair};
use super::state::Signals;
use super::{to, voices};
use crate::app::{Scene, focus};
use crate::node::{Element, Node, el, keyed, link, live, unseen};
use crate::wording::count;

/// What a line can be, by the names of the catalogue.
const KINDS: [(&str, &str); 8] = [
    ("paragraph", "paragraph"),
    ("list-item", "list item"),
    ("subhead", "subhead"),
    ("caption", "caption"),
    ("headline", "headline"),
    ("standfirst", "standfirst"),
    ("byline", "byline"),
    ("dateline", "dateline"),
];

/// Where the visitor is in the article.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// The line that is being changed.
    pub line: RwSignal<Option<u32>>,
    /// The words of the text that were selected last.
    pub selected: RwSignal<String>,
}

impl Place {
    /// Follows what is selected in the text for as long as the page lives: by
    /// pointer, by keys, or by the handles of a touch screen, which tell nothing else.
    pub fn follow(self) {
        let changed = move |_: &web_sys::Event| {
            if let Some(words) = selected_words() {
                self.selected.set(words);
            }
        };
        EventListener::new(&document(), "selectionchange", changed).forget();
    }
}

/// The words that are selected in the text; none where they stand elsewhere.
fn selected_words() -> Option<String> {
    let selection = window().get_selection().ok()??;
    let inside = |node: Option<web_sys::Node>| {
        let node = node?;
        let element = node.dyn_ref::<web_sys::Element>().cloned().or_else(|| node.parent_element())?;
        // What is selected in the fields of a line is the visitor's own.
        element.closest(".lines").ok()?.filter(|_| matches!(element.closest("form"), Ok(None)))
    };
    inside(selection.anchor_node()).and(inside(selection.focus_node()))?;
    let words = String::from(selection.to_string()).trim().to_owned();
    (!words.is_empty()).then_some(words)
}

/// The article that came as `file`.
pub fn view(scene: Scene<'_>, workshop: Signals, file: &str) -> Element {
    workshop.show(file.to_owned());
    // Of the workshop and not of this view, which may be drawn anew while its
    // lines stay: what they follow must outlive it.
    let place = workshop.place;
    let (back, file) = (to(scene, "").href(), file.to_owned());
    let content = live(move || {
        let article = workshop.article.get().filter(|article| article.file == file);
        match article {
            Some(article) => shown(workshop, place, &article),
            None if workshop.ready.get() && !workshop.state.with(|state| state.has(&file)) => {
                el("p").add("There is no such article in this collection.")
            }
            None => el("p").at("role", "status").add("Opening the article…"),
        }
    });
    el("div").class("check").add(el("p").add(link(back).add("All articles"))).add(content)
}

fn shown(workshop: Signals, place: Place, article: &Article) -> Element {
    let headline = article.facts.headline.as_ref().map_or(&article.file, |fact| &fact.value);
    let entry = workshop.state.with(|state| entry(&state.catalogue, &article.file).map(str::to_owned));
    let entry = entry.map(|entry| {
        el("details")
            .add(el("summary").add("As it stands in the catalogue"))
            .add(el("pre").at("tabindex", "0").add(entry))
    });
    let about = el("div")
        .class("check-about")
        .add(facts::view(workshop, place, article))
        .add(repairs(workshop, article))
        .add(voices::view(workshop, place, article))
        .add(problems(&article.problems))
        .add(problems(&article.warnings))
        .add(entry);
    el("div")
        .key(article.file.clone())
        .add(el("h2").add(headline.clone()))
        .add(el("p").class("fine file-name").add(article.file.clone()))
        .add(el("div").class("check-columns").add(text(workshop, place, article)).add(about))
}

/// The article's table in the text of a catalogue.
fn entry<'c>(catalogue: &'c str, file: &str) -> Option<&'c str> {
    let named = [format!("file = {}", toml(file)), format!("file = '{file}'")];
    let mut starts = catalogue.match_indices("[[article]]").map(|(start, _)| start);
    starts.find_map(|start| {
        let rest = catalogue.get(start..)?;
        let end = rest.get(1..)?.find("\n[[").map_or(rest.len(), |end| end + 2);
        let table = rest.get(..end)?;
        table.lines().any(|line| named.iter().any(|named| line.trim() == named)).then(|| table.trim_end())
    })
}

/// The file, line by line.
fn text(workshop: Signals, place: Place, article: &Article) -> Element {
    let removed = article.parts.iter().filter(|part| part.fate == "removed").count();
    let told = match removed {
        0 => "Nothing was removed.".to_owned(),
        number => format!(
            "{} removed, shown faint with the reason. Press a line’s number to change what it is.",
            count(number, "line", "lines")
        ),
    };
    let lines =
        article.parts.iter().filter(|part| part.fate != "blank").map(|part| line(workshop, place, &article.file, part));
    el("section")
        .class("check-text")
        .at("aria-label", "Text")
        .add(el("h3").add("Text"))
        .add(el("p").class("fine").add(told))
        .add(el("ol").class("lines").all(lines))
}

fn line(workshop: Signals, place: Place, file: &str, part: &Part) -> Node {
    let (file, part) = (file.to_owned(), part.clone());
    keyed(serde_json::to_string(&part).unwrap_or_default(), move || {
        let number = part.line;
        let removed = part.fate == "removed";
        let what = if removed { "removed".to_owned() } else { kind_name(&part) };
        let why = part.reason.as_ref().filter(|_| removed).map(|reason| format!(": {reason}"));
        let press = move || place.line.update(|line| *line = (*line != Some(number)).then_some(number));
        let toggle = live(move || {
            let open = place.line.get() == Some(number);
            el("button")
                .at("type", "button")
                .class("line-number")
                .at("data-opens", "")
                .at("aria-expanded", if open { "true" } else { "false" })
                .add(unseen("Change line "))
                .add(number.to_string())
                .on("click", move |_| press())
        });
        let words = el(if removed { "del" } else { "span" }).add(part.text.clone());
        let label = el("span").class("fine line-kind").add(what).add(why);
        let form = live(move || (place.line.get() == Some(number)).then(|| change(workshop, place, &file, &part)));
        el("li")
            .at("id", format!("line-{number}"))
            .at("data-fate", if removed { "removed" } else { "kept" })
            .add(toggle)
            .add(el("div").add(label).add(words).add(form))
    })
}

fn kind_name(part: &Part) -> String {
    let kind = part.kind.as_deref().unwrap_or("paragraph");
    let name = KINDS.iter().find(|(id, _)| *id == kind).map_or(kind, |(_, name)| name);
    part.passage.map_or_else(|| name.to_owned(), |number| format!("{name}, passage {number}"))
}

/// What can be done with a line.
fn change(workshop: Signals, place: Place, file: &str, part: &Part) -> Element {
    // Of a paragraph on several lines corrections name the first.
    let first = part.first.max(1);
    let removed = part.fate == "removed";
    let kind = RwSignal::new(part.kind.clone().filter(|_| !removed).unwrap_or_else(|| "paragraph".to_owned()));
    let because = RwSignal::new(String::new());
    let set = {
        let file = file.to_owned();
        move |kind: String, done: &'static str| {
            let because = because.get_untracked();
            workshop
                .edit(json!({ "edit": "line", "file": file, "line": first, "kind": kind, "because": because }), done);
            place.line.set(None);
            focus::back();
        }
    };
    let (keep, take_out, file) = (set.clone(), set, file.to_owned());
    let clear = move || {
        workshop
            .edit(json!({ "edit": "clear_line", "file": file, "line": first }), "The line is as the rules have it.");
        place.line.set(None);
        focus::back();
    };
    let reason =
        if removed { "Why it belongs to the text (may stay empty)" } else { "Why it does not belong to the text" };
    let out = (!removed).then(|| {
        button("Remove this line", move || {
            if because.with_untracked(|because| because.trim().is_empty()) {
                because.set("It is not part of the article.".to_owned());
            }
            take_out("removed".to_owned(), "The line was removed from the reading text.");
        })
    });
    let name = if removed { "Take it back as this" } else { "Set" };
    el("div").class("line-form").add(choice("What it is", choices(&KINDS), kind)).add(field(reason, because)).add(
        el("p")
            .class("choices")
            .add(button(name, move || keep(kind.get_untracked(), "The line was changed.")))
            .add(out)
            .add(button("As the rules have it", clear)),
    )
}

/// Repairs that are proposed, made or refused, each to be accepted or refused.
fn repairs(workshop: Signals, article: &Article) -> Option<Element> {
    let item = |one: &Repair| {
        let (file, repair) = (article.file.clone(), one.clone());
        let edit = move |now: &str, because: &str, done: &'static str| {
            let edit = json!({ "edit": "emend", "file": file, "line": repair.line, "was": repair.was, "now": now, "because": because });
            workshop.edit(edit, done);
        };
        let (file, repair) = (article.file.clone(), one.clone());
        let clear = move |done: &'static str| {
            workshop.edit(json!({ "edit": "clear_emend", "file": file, "line": repair.line, "was": repair.was }), done);
        };
        let of = format!("“{}” as “{}”", one.was, one.now);
        let (was, now, why) = (one.was.clone(), one.now.clone(), one.why.clone());
        let refuse = {
            let edit = edit.clone();
            move || {
                edit(
                    &was,
                    "The words are right as received.",
                    "The repair was refused: the words stay as received, and the catalogue says so.",
                )
            }
        };
        let accept = move || {
            edit(
                &now,
                if why.is_empty() { "The words were damaged in copying." } else { &why },
                "The repair was made.",
            );
        };
        let acts = match (one.refused, one.taken, one.said) {
            (true, ..) => vec![button_of("Take the refusal back", &of, move || clear("The refusal was taken back."))],
            (_, true, true) => {
                vec![button_of("Take back", &of, move || clear("The words stand as they were received."))]
            }
            (_, true, false) => vec![button_of("Refuse", &of, refuse)],
            _ => vec![button_of("Accept", &of, accept), button_of("Refuse", &of, refuse)],
        };
        let told = el("p").add(el("del").add(one.was.clone())).add(" → ").add(el("ins").add(one.now.clone()));
        let told = if one.refused {
            el("p").add(el("strong").add("Refused: ")).add(format!("“{}” stays as received.", one.was))
        } else {
            told
        };
        el("li")
            .at(
                "data-repair",
                if one.refused {
                    "refused"
                } else if one.taken {
                    "made"
                } else {
                    "proposed"
                },
            )
            .add(told)
            .add(el("p").class("fine").add(format!("Line {}. {}", one.line, one.why)))
            .add(el("p").class("choices").all(acts))
    };
    (!article.repairs.is_empty()).then(|| {
        el("section")
            .at("aria-label", "Repairs")
            .add(el("h3").add("Repairs"))
            .add(el("p").class("fine").add("Words that seem damaged. What you do not accept stays as received; what you refuse is not proposed again."))
            .add(el("ul").class("proposed").all(article.repairs.iter().map(item)))
    })
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn the_table_of_an_article_is_found_by_its_file() {
        let catalogue = "title = \"T\"\n\n[[article]]\nfile = \"a.txt\"\nid = \"a\"\n\n[[article]]\nfile = \"b.txt\"\n\n[[issue]]\nid = \"i\"\n";
        assert_eq!(entry(catalogue, "a.txt"), Some("[[article]]\nfile = \"a.txt\"\nid = \"a\""));
        assert_eq!(entry(catalogue, "b.txt"), Some("[[article]]\nfile = \"b.txt\""));
        assert_eq!(entry(catalogue, "c.txt"), None);
    }
}
