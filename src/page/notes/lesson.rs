//! The notes as a lesson, as a teacher makes it: its head, its questions and
//! its cards.

use leptos::prelude::*;
use summitry_desk::{Card, Change, Content, Item, ItemId, Lesson, Part, Question, QuestionKind};

use super::item::{focus_at, typed};
use super::list::append;
use super::state::{Notes, new_id};
use super::tools::{button, ticked};
use crate::field::held;
use crate::node::{Element, Node, el, live};

/// How many ruled lines a new question has on paper.
const LINES: u8 = 6;

/// More fill a page.
const MOST_LINES: u8 = 40;

/// The head of a lesson, or the button that makes one.
pub fn view(notes: Notes) -> Element {
    el("div").class("lesson-head no-print").add(live(move || {
        notes.shown.track();
        match notes.with(|desk, _, _| desk.lesson().cloned()) {
            Some(lesson) => head(notes, lesson),
            None => begin(notes),
        }
    }))
}

fn begin(notes: Notes) -> Node {
    let make = move || {
        change(notes, Some(Lesson { id: new_id().0, ..Lesson::default() }));
        focus_at("#lesson-question".to_owned());
    };
    (notes.count.get() > 0).then(|| el("p").add(button("Make a lesson of these notes", make))).into()
}

fn change(notes: Notes, lesson: Option<Lesson>) {
    let _ = notes.make(Change::Lesson(lesson.map(Box::new)));
}

/// Changes the lesson as it is now.
fn edit(notes: Notes, make: impl FnOnce(&mut Lesson)) {
    if let Some(mut lesson) = notes.with(|desk, _, _| desk.lesson().cloned()) {
        make(&mut lesson);
        change(notes, Some(lesson));
    }
}

fn head(notes: Notes, lesson: Lesson) -> Node {
    let question = typed("input").at("id", "lesson-question").at("type", "text").value(lesson.question.clone()).on(
        "change",
        move |event| {
            edit(notes, |lesson| lesson.question = held(&event));
        },
    );
    let background = typed("textarea")
        .at("id", "lesson-background")
        .at("rows", "3")
        .value(lesson.background.clone())
        .on("change", move |event| {
            edit(notes, |lesson| lesson.background = held(&event));
        });
    let parts = Part::NAMES.map(|(_, part)| {
        let on = lesson.withheld.contains(&part);
        let tick = el("input").at("type", "checkbox").checked(on).on("change", move |event| {
            let on = ticked(&event);
            edit(notes, |lesson| {
                lesson.withheld.retain(|other| *other != part);
                if on {
                    lesson.withheld.push(part);
                }
            });
        });
        el("li").add(el("label").add(tick).add(" ").add(part.label()))
    });
    el("section")
        .class("lesson")
        .at("aria-labelledby", "lesson-title")
        .add(el("h2").at("id", "lesson-title").add("This is a lesson"))
        .add(el("p").class("fine").add("Save it to a file and hand that on: whoever opens it here reads and answers it, and saves a file with the answers. Open those files here, all at once, to read the answers question by question."))
        .add(field("lesson-question", "Central question", question))
        .add(field("lesson-background", "Background", background))
        .add(el("fieldset").add(el("legend").add("Withheld until all questions are answered")).add(el("ul").all(parts)))
        .add(
            el("p")
                .class("compare-bar")
                .add(button("Add a question", move || append(notes, Content::Question(Question { lines: LINES, ..Question::default() }))))
                .add(button("Add a card", move || append(notes, Content::Card(Card::default()))))
                .add(button("No lesson any more", move || {
                    change(notes, None);
                    focus_at(".lesson-head button".to_owned());
                })),
        )
        .into()
}

/// A field with its name above it.
pub fn field(id: impl Into<String>, name: &'static str, field: Element) -> Element {
    el("div").class("field above").add(el("label").at("for", id.into()).add(name)).add(field)
}

/// Changes an item to what `make` makes of it; `loud` where its fields are to be
/// drawn anew.
fn on_item(notes: Notes, id: &ItemId, loud: bool, make: impl FnOnce(&mut Content)) {
    let Some(Item { mut content, .. }) = notes.with(|desk, _, _| desk.item(id).cloned()) else { return };
    make(&mut content);
    if loud {
        let field = document().active_element().map(|field| field.id()).unwrap_or_default();
        let _ = notes.make(Change::Edit { id: id.clone(), content: Box::new(content), changed: super::state::now() });
        // It is drawn anew: whoever chooses with the arrow keys goes on choosing.
        focus_at(format!("[id=\"{field}\"]"));
    } else {
        notes.type_in(id, content);
    }
}

/// A question, to be edited.
pub fn question(notes: Notes, id: &ItemId, question: &Question) -> Element {
    let [text_id, kind_id, from_id, lines_id] =
        ["question-", "kind-", "from-", "lines-"].map(|name| [name, &id.0].concat());
    let on_question = |id: &ItemId, loud: bool, make: fn(&mut Question, String)| {
        let id = id.clone();
        move |words: String| {
            on_item(notes, &id, loud, |content| {
                if let Content::Question(question) = content {
                    make(question, words);
                }
            });
        }
    };
    let (text, kind, from, lines) = (
        on_question(id, false, |question, words| question.text = words),
        on_question(id, true, |question, words| question.kind = kind_of(&words)),
        on_question(id, true, begin_from),
        on_question(id, false, |question, words| question.lines = lines_of(&words)),
    );
    let kinds = QuestionKind::NAMES
        .map(|(name, kind)| el("option").at("value", name).selected(kind == question.kind).add(kind.label()));
    let templates = question.kind.templates().iter().map(|words| el("option").at("value", *words).add(*words));
    el("div")
        .class("question")
        .add(field(
            kind_id.clone(),
            "Kind of question",
            el("select").at("id", kind_id).all(kinds).on("change", move |event| kind(held(&event))),
        ))
        .add(el("p").class("fine").add(question.kind.about()))
        .add(field(
            from_id.clone(),
            "Begin from",
            el("select")
                .at("id", from_id)
                .add(el("option").at("value", "").add("words of your own"))
                .all(templates)
                .on("change", move |event| {
                    let words = held(&event);
                    if !words.is_empty() {
                        from(words);
                    }
                }),
        ))
        .add(field(
            text_id.clone(),
            "Question",
            typed("textarea")
                .at("id", text_id)
                .at("rows", "2")
                .value(question.text.clone())
                .on("input", move |event| text(held(&event))),
        ))
        .add(field(
            lines_id.clone(),
            "Lines for the answer on paper",
            el("input")
                .at("id", lines_id)
                .at("type", "number")
                .at("min", "0")
                .at("max", MOST_LINES.to_string())
                .value(question.lines.to_string())
                .on("change", move |event| lines(held(&event))),
        ))
}

/// Begins a question from a template; own words stay, with the template below.
fn begin_from(question: &mut Question, template: String) {
    let own = question.text.trim();
    let is_template = QuestionKind::NAMES.iter().any(|(_, kind)| kind.templates().contains(&own));
    question.text = if own.is_empty() || is_template { template } else { [own, "\n", &template].concat() };
}

/// How many lines a field asks for; what is no number is none.
fn lines_of(words: &str) -> u8 {
    words.trim().parse().unwrap_or(0).min(MOST_LINES)
}

fn kind_of(name: &str) -> QuestionKind {
    QuestionKind::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind).unwrap_or_default()
}

/// A part of a card: what it is called, what it holds, and how it is changed.
type CardPart = (&'static str, &'static str, fn(&Card) -> &str, fn(&mut Card, String));

const CARD: [CardPart; 5] = [
    ("title", "Title", |card| &card.title, |card, words| card.title = words),
    ("expected", "What the article expected", |card| &card.expected, |card, words| card.expected = words),
    ("came", "What then came", |card| &card.came, |card, words| card.came = words),
    ("source", "Where that can be looked up", |card| &card.source, |card, words| card.source = words),
    ("address", "Its address", |card| &card.address, |card, words| card.address = words),
];

/// A card, to be edited.
pub fn card(notes: Notes, id: &ItemId, card: &Card) -> Element {
    let fields = CARD.map(|(part, name, holds, make)| {
        let (of, field_id) = (id.clone(), ["card-", part, "-", &id.0].concat());
        let long = matches!(part, "expected" | "came");
        let input =
            typed(if long { "textarea" } else { "input" }).at("id", field_id.clone()).value(holds(card).to_owned());
        let input = input.on("input", move |event| {
            on_item(notes, &of, false, |content| {
                if let Content::Card(card) = content {
                    make(card, held(&event));
                }
            });
        });
        field(field_id, name, input)
    });
    el("div")
        .class("question")
        .add(el("p").class("who").add("Card: from outside the articles, hidden until asked for"))
        .add(tied(notes, id, card))
        .all(fields)
}

/// The words among those kept that a card is about, to be chosen.
fn tied(notes: Notes, id: &ItemId, card: &Card) -> Element {
    let (of, field_id) = (id.clone(), ["card-about-", &id.0].concat());
    let kept = notes.with(|desk, _, _| {
        let anchors = desk.items().iter().filter_map(|item| Some((item.id.0.clone(), item.kept()?.anchor.clone())));
        anchors.collect::<Vec<_>>()
    });
    let mut known = false;
    let options: Vec<Element> = kept
        .iter()
        .enumerate()
        .map(|(place, (item, anchor))| {
            let is_it = !known && card.anchor.as_ref() == Some(anchor);
            known |= is_it;
            let words: String = anchor.words().chars().take(60).collect();
            el("option").at("value", item.clone()).selected(is_it).add(format!("{}. {words}…", place + 1))
        })
        .collect();
    // Words that are not among those kept stay what the card is about.
    let other = card.anchor.as_ref().filter(|_| !known).map(|anchor| {
        el("option").at("value", OTHER).selected(true).add(anchor.words().chars().take(60).collect::<String>())
    });
    let choose = el("select")
        .at("id", field_id.clone())
        .add(el("option").at("value", "").selected(card.anchor.is_none()).add("no passage in particular"))
        .add(other)
        .all(options)
        .on("change", move |event| {
            let chosen = held(&event);
            if chosen == OTHER {
                return;
            }
            let anchor = notes.with(|desk, _, _| Some(desk.item(&ItemId(chosen))?.kept()?.anchor.clone()));
            on_item(notes, &of, true, |content| {
                if let Content::Card(card) = content {
                    card.anchor = anchor;
                }
            });
        });
    field(field_id, "The passage that it is about", choose)
}

/// Stands for words that are not among those kept; no item has this id.
const OTHER: &str = " other";
