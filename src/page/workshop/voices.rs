//! Who speaks in an article that is checked: each statement can be given to
//! somebody else or to nobody, and words that the rules do not hear to somebody.
//!
//! Invariant: a correction names its words, so that of several statements in a
//! passage it changes one.

use leptos::prelude::*;
use serde_json::json;
use summitry_corpus::VoiceKind;

use super::article::Place;
use super::form::{button, button_of, choice};
use super::reply::{Article, Declared, Voice, named};
use super::state::Signals;
use crate::node::{Element, el, live, unseen};
use crate::wording::count;

/// Why the catalogue says so, where the visitor gives no other reason.
const BECAUSE: &str = "The editor of the collection says so, from the text around it.";

/// What stands in the place of a person for nobody.
const NOBODY: &str = "";
/// What stands there as long as nothing is chosen: no id has a blank.
const OPEN: &str = " ";

/// The statements, what is said not to be one, and the words that are selected.
pub fn view(workshop: Signals, place: Place, article: &Article) -> Element {
    let people = workshop.state.with(|state| named(&state.people));
    let told = count(article.voices.len(), "statement", "statements");
    let refused = article.said.iter().flat_map(|said| &said.speakers).filter(|one| one.person == NOBODY);
    let items = article.voices.iter().map(|voice| statement(workshop, article, &people, voice));
    let items = items.chain(refused.map(|one| nobody(workshop, article, one)));
    el("details")
        .class("voices-found")
        .add(el("summary").add(format!("Who speaks: {told}")))
        .add(el("ul").class("proposed").all(items))
        .add(elsewhere(workshop, place, article, people))
}

/// The people to choose from, before them what stands there first.
fn choices(people: &[(String, String)], first: Option<(&str, &str)>) -> Vec<(String, String)> {
    let first = first.map(|(id, name)| (id.to_owned(), name.to_owned()));
    first.into_iter().chain(people.iter().cloned()).collect()
}

/// What somebody says, and whose it is instead.
fn statement(workshop: Signals, article: &Article, people: &[(String, String)], voice: &Voice) -> Element {
    let person = RwSignal::new(voice.person.clone().unwrap_or_else(|| OPEN.to_owned()));
    let mut choices = choices(people, voice.person.is_none().then_some((OPEN, "choose")));
    choices.push((NOBODY.to_owned(), "nobody: these words are no statement".to_owned()));
    let (file, line, text) = (article.file.clone(), voice.line, voice.text.clone());
    let set = move || {
        let person = person.get_untracked();
        if person == OPEN {
            workshop
                .tell_wrong("Choose who speaks first. Who is not in the list is written under “Outlets and people”.");
            return;
        }
        let done = if person == NOBODY { "These words are nobody’s statement." } else { "The speaker was set." };
        let edit = json!({ "edit": "speaker", "file": file, "line": line, "person": person, "words": text, "because": BECAUSE });
        workshop.edit(edit, done);
    };
    // The entry may be for these words, or for the whole line.
    let entry = article.said.iter().flat_map(|said| &said.speakers);
    let entry = entry
        .filter(|one| one.line == line && (one.words.is_empty() || one.words == voice.text))
        .max_by_key(|one| one.words.len());
    let back = entry.map(|one| back(workshop, article, one));
    let of = format!(" in passage {}: “{}”", voice.passage, voice.text);
    let form = el("details").add(el("summary").add("Change who speaks").add(unseen(of))).add(
        el("div")
            .class("line-form")
            .add(choice("Speaker", choices, person))
            .add(el("p").class("choices").add(button("Set", set)).add(back)),
    );
    el("li")
        .add(el("p").add(el("strong").add(voice.speaker.clone())).add(el("span").class("fine").add(format!(
            " {}, passage {}",
            manner(&voice.kind),
            voice.passage
        ))))
        .add(el("p").add(voice.text.clone()))
        .add(form)
}

/// What other rooms call the kind of a statement.
fn manner(kind: &str) -> &str {
    [VoiceKind::Direct, VoiceKind::Paraphrase, VoiceKind::Rejection]
        .into_iter()
        .find(|one| one.name() == kind)
        .map_or(kind, |one| one.manner())
}

/// Takes back what the catalogue says of who speaks.
fn back(workshop: Signals, article: &Article, one: &Declared) -> Element {
    let (file, declared) = (article.file.clone(), one.clone());
    let clear = move || {
        let edit = json!({ "edit": "clear_speaker", "file": file, "line": declared.line, "words": declared.words });
        workshop.edit(edit, "The speaker is as the rules have it.");
    };
    button_of("As the rules have it", &format!("on line {}: “{}”", one.line, one.words), clear)
}

/// Words that are said to be nobody's.
fn nobody(workshop: Signals, article: &Article, one: &Declared) -> Element {
    let what = if one.words.is_empty() { "All that stands on this line".to_owned() } else { one.words.clone() };
    el("li")
        .add(
            el("p")
                .add(el("strong").add("Nobody"))
                .add(el("span").class("fine").add(format!(" says this on line {}, as the catalogue has it", one.line))),
        )
        .add(el("p").add(what))
        .add(el("p").class("choices").add(back(workshop, article, one)))
}

/// Gives the selected words to somebody.
fn elsewhere(workshop: Signals, place: Place, article: &Article, people: Vec<(String, String)>) -> Element {
    let person = RwSignal::new(OPEN.to_owned());
    let lines: Vec<(u32, String)> = lines(article);
    let file = article.file.clone();
    let head = el("h4").add("Somebody else speaks");
    if people.is_empty() {
        let told = "Write whoever speaks under “Outlets and people” first; then words that are selected in the text can be given to them.";
        return el("div").add(head).add(el("p").class("fine").add(told));
    }
    let choices = choices(&people, Some((OPEN, "choose")));
    let shown = live(move || {
        let selected = place.selected.get();
        let plain = plain(&selected);
        let line = lines.iter().find(|(_, text)| !plain.is_empty() && text.contains(&plain)).map(|(line, _)| *line);
        let Some(line) = line else {
            return el("p")
                .class("fine")
                .add("Select the words in the text, without their quotation marks: within one paragraph.");
        };
        let file = file.clone();
        let set = move || {
            let person = person.get_untracked();
            if person == OPEN {
                workshop.tell_wrong("Choose who says the selected words first.");
                return;
            }
            let edit = json!({ "edit": "speaker", "file": file, "line": line, "person": person, "words": plain, "because": BECAUSE });
            workshop.edit(edit, "The selected words are theirs.");
        };
        el("div")
            .add(el("p").add("“").add(selected).add("”"))
            .add(choice("Who says these words", choices.clone(), person))
            .add(el("p").class("choices").add(button("Set as said by them", set)))
    });
    el("div").class("line-form").add(head).add(shown)
}

/// The paragraphs that are kept, each with the line on which it begins.
fn lines(article: &Article) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for part in article.parts.iter().filter(|part| part.passage.is_some()) {
        match lines.last_mut().filter(|(first, _)| *first == part.first) {
            Some((_, text)) => *text = [text.as_str(), " ", &plain(&part.text)].concat(),
            None => lines.push((part.first, plain(&part.text))),
        }
    }
    lines
}

/// Words with single blanks between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Article, lines};
    use crate::page::workshop::reply::Part;

    #[test]
    fn a_paragraph_on_several_lines_begins_on_its_first() {
        let part =
            |first, line, text: &str, passage| Part { first, line, text: text.to_owned(), passage, ..Part::default() };
        let parts = vec![
            part(1, 1, "Talks", None),
            part(3, 3, "They met", Some(1)),
            part(3, 4, " in  Oslo.", Some(1)),
            part(6, 6, "So.", Some(2)),
        ];
        let found = lines(&Article { parts, ..Article::default() });
        assert_eq!(found, [(3, "They met in Oslo.".to_owned()), (6, "So.".to_owned())]);
    }
}
