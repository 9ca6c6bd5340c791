//! What is known of an article, with the words that say it, to be corrected.
//!
//! Invariant: a fact that a visitor sets rests on words of the text or on a
//! reason of theirs; without either it is not sent.

use leptos::prelude::*;
use serde_json::json;
use summitry_corpus::Date;

use super::article::Place;
use super::form::{area, button, button_of, cancel, choice, choices, field, opener, refusal, submit};
use super::reply::{Article, Fact, named};
use super::state::Signals;
use crate::node::{Element, Node, el, live, unseen};

/// A fact's key, what it is called and how it is written.
#[derive(Clone, Copy)]
struct Key {
    key: &'static str,
    name: &'static str,
    hint: &'static str,
}

/// The facts, by the keys of the catalogue.
const FACTS: [Key; 5] = [
    Key { key: "headline", name: "Headline", hint: "" },
    Key { key: "byline", name: "Author", hint: "" },
    Key { key: "outlet", name: "Outlet", hint: "" },
    Key { key: "published", name: "Date", hint: "A day such as 2001-10-21, or a month such as 2001-10." },
    Key { key: "place", name: "Place", hint: "" },
];

/// What is known of the article.
pub fn view(workshop: Signals, place: Place, article: &Article) -> Element {
    let entries = FACTS.map(|key| {
        let known = match key.key {
            "headline" => &article.facts.headline,
            "byline" => &article.facts.byline,
            "outlet" => &article.facts.outlet,
            "published" => &article.facts.published,
            _ => &article.facts.place,
        };
        let called = article.called.as_ref().filter(|_| key.key == "outlet");
        entry(workshop, place, &article.file, key, known.as_ref(), called)
    });
    // Nobody corrects it, but it tells the two days apart.
    let updated = article.facts.updated.as_ref().map(|fact| {
        let shown = el("div").add(fact.value.clone()).add(" ").add(rests_on(fact));
        el("div").add(el("dt").add("Changed after that")).add(el("dd").add(shown))
    });
    el("section")
        .class("check-facts")
        .at("aria-label", "Facts")
        .add(el("h3").add("Facts"))
        .add(el("dl").all(entries).add(updated))
        .add(meetings(workshop, place, article))
}

/// A fact; of an outlet that the catalogue does not say, how its page calls it.
fn entry(
    workshop: Signals,
    place: Place,
    file: &str,
    key: Key,
    known: Option<&Fact>,
    called: Option<&Fact>,
) -> Element {
    let open = RwSignal::new(false);
    let shown = match (known.filter(|fact| !fact.value.is_empty()), called) {
        (Some(fact), _) => {
            el("div").add(fact.name.clone().unwrap_or_else(|| fact.value.clone())).add(" ").add(rests_on(fact))
        }
        (None, Some(called)) => {
            let how = "So the file calls it. To have it in all rooms, accept it under “Outlets and people”.";
            el("div").add(called.value.clone()).add(" ").add(rests_on(called)).add(el("p").class("fine").add(how))
        }
        (None, None) => el("div").add(el("span").class("none").add("not recognised")),
    };
    let (file, value) = (file.to_owned(), known.map(|fact| fact.value.clone()).unwrap_or_default());
    let form = live(move || match open.get() {
        true => form(workshop, place, &file, key, &value, open),
        false => opener("Correct", key.name, open),
    });
    el("div").add(el("dt").add(key.name)).add(el("dd").add(shown).add(form))
}

/// Stated or inferred, and the words that it rests on.
fn rests_on(fact: &Fact) -> Element {
    let label = if fact.basis == "inferred" { "inferred" } else { "stated" };
    let quotes = fact.evidence.iter().map(|quote| {
        el("blockquote")
            .add(format!("“{}” ", quote.quote))
            .add(el("span").class("fine").add(format!("line {}", quote.line)))
    });
    let reason = (!fact.reason.is_empty()).then(|| el("p").add(fact.reason.clone()));
    el("details")
        .class("evidence")
        .at("data-basis", label)
        .add(el("summary").add(label))
        .add(el("div").all(quotes).add(reason))
}

/// The form that corrects a fact.
fn form(workshop: Signals, place: Place, file: &str, key: Key, value: &str, open: RwSignal<bool>) -> Element {
    let text = RwSignal::new(value.to_owned());
    let (quoted, because) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(String::new());
    let (file, file_too) = (file.to_owned(), file.to_owned());
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let (value, quoted, because) = (text.get_untracked(), quoted.get_untracked(), because.get_untracked());
        let refused = fault(key.key, &value, &quoted, &because);
        wrong.set(refused.clone().unwrap_or_default());
        if refused.is_none() {
            let edit = edit(&file, key.key, &value, &quoted, &because);
            workshop.submit(edit, "The fact was corrected.".to_owned(), open);
        }
    };
    let clear = move || {
        workshop
            .edit(json!({ "edit": "clear", "file": file_too, "key": key.key }), "The fact is as the rules have it.");
        open.set(false);
    };
    let value = match key.key {
        "outlet" => outlet(workshop, text),
        _ => field(key.name, text),
    };
    el("form")
        .class("line-form")
        .on("submit", save)
        .add(value)
        .add((!key.hint.is_empty()).then(|| el("p").class("fine").add(key.hint)))
        .add(rests(place, quoted, because))
        .add(refusal(wrong))
        .add(
            el("p")
                .class("choices")
                .add(submit("Save the correction").add(unseen([" ", key.name].concat())))
                .add(button("As the rules have it", clear))
                .add(cancel(open)),
        )
}

/// Why a correction cannot be taken, in a sentence.
fn fault(key: &str, value: &str, quoted: &str, because: &str) -> Option<String> {
    let value = value.trim();
    if value.is_empty() || quoted.trim().is_empty() && because.trim().is_empty() {
        return Some("Say what it is, and give the words of the text that say so, or a reason.".to_owned());
    }
    (key == "published" && !is_date(value)).then(|| {
        format!(
            "“{value}” is no date: write a day such as 2001-10-21, a month such as 2001-10, or the first and the last day that it can be, such as 2001-10-19/2001-10-21."
        )
    })
}

/// Whether a text has the form of a date of publication, of a day that there is. A
/// time of day behind the day is for the checks.
fn is_date(text: &str) -> bool {
    if let Some((from, until)) = text.split_once('/') {
        let days = (Date::parse_iso(from), Date::parse_iso(until));
        return matches!(days, (Some(from), Some(until)) if from < until);
    }
    let is_month = text.len() == "2001-10".len() && Date::parse_iso(&[text, "-01"].concat()).is_some();
    is_month || Date::parse_iso(text.split_once('T').map_or(text, |(day, _)| day)).is_some()
}

/// What a fact rests on: words of the text, or a reason.
fn rests(place: Place, quoted: RwSignal<String>, because: RwSignal<String>) -> Node {
    let hint = live(move || {
        let selected = place.selected.get();
        (!selected.is_empty()).then(|| {
            let words = selected.clone();
            button("Use the selected words", move || quoted.set(words.clone()))
        })
    });
    el("div")
        .class("rests")
        .add(area("Words of the text that say so (select them in the text)", "2", quoted))
        .add(hint)
        .add(field("Or why, in a sentence", because))
        .into()
}

/// A choice among the outlets that the catalogue has.
fn outlet(workshop: Signals, text: RwSignal<String>) -> Element {
    let mut choices = workshop.state.with_untracked(|state| named(&state.outlets));
    if choices.is_empty() {
        let why = "The collection has no outlets yet. Write one under “Outlets and people” first.";
        return el("p").class("fine").add(why);
    }
    choices.insert(0, (String::new(), "not known".to_owned()));
    choice("Outlet", choices, text)
}

/// What is sent to the core: words that say it make a fact stated, a reason
/// makes it inferred.
fn edit(file: &str, key: &str, value: &str, quoted: &str, because: &str) -> serde_json::Value {
    let evidence: Vec<&str> = quoted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let basis = if evidence.is_empty() || !because.trim().is_empty() { "inferred" } else { "stated" };
    json!({ "edit": "fact", "file": file, "key": key, "value": value.trim(), "basis": basis, "evidence": evidence, "because": because.trim() })
}

/// The meetings that the article is about, and those that it mentions.
fn meetings(workshop: Signals, place: Place, article: &Article) -> Option<Element> {
    let known = workshop.state.with(|state| named(&state.meetings));
    let list = |list: &'static str, facts: &[Fact]| {
        let items = facts.iter().map(|fact| {
            let name = known.iter().find(|(id, _)| *id == fact.value).map_or(&fact.value, |(_, name)| name).clone();
            let (file, value) = (article.file.clone(), fact.value.clone());
            let drop = move || {
                workshop.edit(
                    json!({ "edit": "unlisted", "file": file, "list": list, "value": value }),
                    "The meeting was taken off.",
                );
            };
            el("li").add(name.clone()).add(rests_on(fact)).add(button_of("Take off", &name, drop))
        });
        el("ul").class("proposed").all(items)
    };
    let open = RwSignal::new(false);
    let (file, choices) = (article.file.clone(), known.clone());
    let add = live(move || match open.get() {
        true => meeting_form(workshop, place, &file, &choices, open),
        false => opener("Add a meeting", "", open),
    });
    (!known.is_empty()).then(|| {
        el("div")
            .add(el("h4").add("Meetings it is about"))
            .add(list("meetings", &article.meetings))
            .add(el("h4").add("Meetings it mentions"))
            .add(list("mentions", &article.mentions))
            .add(el("div").add(add))
    })
}

fn meeting_form(
    workshop: Signals,
    place: Place,
    file: &str,
    known: &[(String, String)],
    open: RwSignal<bool>,
) -> Element {
    let meeting = RwSignal::new(known.first().map(|(id, _)| id.clone()).unwrap_or_default());
    let list = RwSignal::new("meetings".to_owned());
    let (quoted, because) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let file = file.to_owned();
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let (quoted, because) = (quoted.get_untracked(), because.get_untracked());
        if quoted.trim().is_empty() && because.trim().is_empty() {
            workshop.tell_wrong("Give the words of the text that name the meeting, or a reason.");
            return;
        }
        let mut edit = edit(&file, "", &meeting.get_untracked(), &quoted, &because);
        if let Some(edit) = edit.as_object_mut() {
            edit.remove("key");
            edit.insert("edit".to_owned(), "listed".into());
            edit.insert("list".to_owned(), list.get_untracked().into());
        }
        workshop.submit(edit, "The meeting was added.".to_owned(), open);
    };
    let lists = choices(&[("meetings", "is about it"), ("mentions", "mentions it")]);
    el("form")
        .class("line-form")
        .on("submit", save)
        .add(choice("Meeting", known.to_vec(), meeting))
        .add(choice("The article", lists, list))
        .add(rests(place, quoted, because))
        .add(el("p").class("choices").add(submit("Add")).add(cancel(open)))
}

#[cfg(test)]
mod tests {
    use super::{edit, fault};

    #[test]
    fn a_date_that_the_catalogue_cannot_hold_is_refused_with_what_a_date_looks_like() {
        let said = |value: &str| fault("published", value, "", "So.");
        for value in ["31.2.2019", "2019-02-31", "21 October 2001", "2001", "2001-13", "2001-10-21/2001-10-19"] {
            let said = said(value).unwrap();
            assert!(said.contains(value) && said.contains("such as 2001-10-21"), "{said}");
        }
        for value in [" 2001-10-21 ", "2001-10", "2001-10-19/2001-10-21", "2014-03-03T13:18+09:00"] {
            assert_eq!(said(value), None, "{value}");
        }
        assert_eq!(fault("headline", "31.2.2019", "", "So."), None);
        assert!(fault("headline", "Cod", " ", "").unwrap().contains("a reason"));
    }

    #[test]
    fn words_of_the_text_make_a_fact_stated_and_a_reason_makes_it_inferred() {
        let stated = edit("a.txt", "published", " 2001-10-21 ", "Sunday, 21 October\n 2001 ", "");
        assert_eq!((stated["basis"].as_str(), stated["value"].as_str()), (Some("stated"), Some("2001-10-21")));
        assert_eq!(stated["evidence"].as_array().map(Vec::len), Some(2));
        assert_eq!(edit("a.txt", "outlet", "bbc", "", "Its manner.")["basis"], "inferred");
        assert_eq!(edit("a.txt", "outlet", "bbc", "BBC", "Its manner.")["basis"], "inferred");
    }
}
