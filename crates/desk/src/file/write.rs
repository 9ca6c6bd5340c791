//! From a desk to JSON.
//!
//! Invariant: a field that says nothing is not written, and reading puts the
//! same nothing in its place.

use serde_json::{Map, Value, json};

use super::{ARTICLE, VERSION, context, iri};
use crate::anchor::{Anchor, Quote};
use crate::desk::Desk;
use crate::item::{Card, Content, Item, Kept, Question, Said};
use crate::lesson::{Lesson, Reply};

type Object = Map<String, Value>;

/// Adds a field unless it is empty.
fn put(fields: &mut Object, name: &str, text: &str) {
    if !text.is_empty() {
        fields.insert(name.to_owned(), text.into());
    }
}

fn set(fields: &mut Object, name: &str, value: impl Into<Value>) {
    fields.insert(name.to_owned(), value.into());
}

/// What the file has beside what is known, under what is.
fn top(unknown: &Object, label: &str) -> Object {
    let mut fields = unknown.clone();
    if !fields.contains_key("@context") {
        set(&mut fields, "@context", context());
    }
    set(&mut fields, "id", "urn:summitry:desk");
    set(&mut fields, "type", "AnnotationCollection");
    set(&mut fields, "summitry:version", VERSION);
    put(&mut fields, "label", label);
    fields
}

fn page(items: Vec<Value>) -> Value {
    json!({ "type": "AnnotationPage", "startIndex": 0, "items": items })
}

pub(super) fn desk(desk: &Desk) -> Object {
    let mut fields = top(&desk.unknown, &desk.title);
    let (mut annotations, mut handout) = (Vec::new(), Vec::with_capacity(desk.len()));
    for entry in desk.items() {
        if entry.kept().is_some() {
            handout.push(json!({ "summitry:annotation": iri(&entry.id.0) }));
            annotations.push(item(entry));
        } else {
            handout.push(item(entry));
        }
    }
    set(&mut fields, "total", annotations.len());
    set(&mut fields, "first", page(annotations));
    set(&mut fields, "summitry:sheet", handout);
    if let Some(head) = &desk.lesson {
        set(&mut fields, "summitry:lesson", lesson(head));
    }
    fields
}

pub(super) fn head(desk: &Desk) -> Object {
    let mut fields = top(&desk.unknown, &desk.title);
    let order: Vec<Value> = desk.items().iter().map(|item| Value::from(item.id.0.as_str())).collect();
    set(&mut fields, "summitry:order", order);
    if let Some(head) = &desk.lesson {
        set(&mut fields, "summitry:lesson", lesson(head));
    }
    fields
}

fn lesson(lesson: &Lesson) -> Value {
    let mut fields = lesson.unknown.clone();
    put(&mut fields, "id", &lesson.id);
    put(&mut fields, "summitry:question", &lesson.question);
    put(&mut fields, "summitry:background", &lesson.background);
    if !lesson.withheld.is_empty() {
        let withheld: Vec<Value> = lesson.withheld.iter().map(|part| Value::from(part.name())).collect();
        set(&mut fields, "summitry:withheld", withheld);
    }
    Value::Object(fields)
}

pub(super) fn item(item: &Item) -> Value {
    let mut fields = item.unknown.clone();
    match &item.content {
        Content::Kept(kept) => annotation(&mut fields, kept),
        Content::Heading { level, text } => {
            set(&mut fields, "type", "summitry:Heading");
            set(&mut fields, "summitry:level", *level);
            put(&mut fields, "summitry:text", text);
        }
        Content::Paragraph { text } => {
            set(&mut fields, "type", "summitry:Paragraph");
            put(&mut fields, "summitry:text", text);
        }
        Content::Question(question) => self::question(&mut fields, question),
        Content::Card(card) => self::card(&mut fields, card),
        Content::Other => {}
    }
    set(&mut fields, "id", iri(&item.id.0));
    put(&mut fields, "created", &item.created);
    put(&mut fields, "modified", &item.changed);
    Value::Object(fields)
}

fn question(fields: &mut Object, question: &Question) {
    set(fields, "type", "summitry:Question");
    set(fields, "summitry:asks", question.kind.name());
    put(fields, "summitry:text", &question.text);
    set(fields, "summitry:lines", question.lines);
}

fn card(fields: &mut Object, card: &Card) {
    set(fields, "type", "summitry:Card");
    put(fields, "summitry:title", &card.title);
    put(fields, "summitry:expected", &card.expected);
    put(fields, "summitry:came", &card.came);
    put(fields, "summitry:source", &card.source);
    put(fields, "summitry:address", &card.address);
    if let Some(anchor) = &card.anchor {
        let mut known = taken(fields, "target");
        target(&mut known, anchor, "");
        set(fields, "target", known);
    }
}

/// An object that may be among what is not known.
fn taken(fields: &mut Object, name: &str) -> Object {
    match fields.remove(name) {
        Some(Value::Object(known)) => known,
        _ => Object::new(),
    }
}

fn annotation(fields: &mut Object, kept: &Kept) {
    set(fields, "type", "Annotation");
    let motivations = [
        ("highlighting", kept.marked),
        ("bookmarking", !kept.marked),
        ("commenting", !kept.note.is_empty()),
        ("tagging", !kept.tags.is_empty()),
    ];
    let motivations: Vec<Value> =
        motivations.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| Value::from(name)).collect();
    set(fields, "motivation", motivations);
    let mut bodies = Vec::new();
    if !kept.note.is_empty() {
        let body =
            json!({ "type": "TextualBody", "value": kept.note, "format": "text/plain", "purpose": "commenting" });
        bodies.push(body);
    }
    bodies.extend(kept.tags.iter().map(|tag| json!({ "type": "TextualBody", "value": tag, "purpose": "tagging" })));
    if let Some(Value::Array(others)) = fields.remove("body") {
        bodies.extend(others);
    }
    if !bodies.is_empty() {
        set(fields, "body", bodies);
    }
    let mut known = taken(fields, "target");
    set(&mut known, "summitry:kept", kept.kept_as.name());
    put(&mut known, "summitry:from", &kept.from);
    if let Some(said) = &kept.said {
        set(&mut known, "summitry:said", self::said(said));
    }
    target(&mut known, &kept.anchor, &kept.address);
    set(fields, "target", known);
}

fn said(said: &Said) -> Value {
    let mut fields = Object::new();
    put(&mut fields, "summitry:speaker", &said.speaker);
    put(&mut fields, "summitry:role", &said.role);
    put(&mut fields, "summitry:manner", &said.manner);
    Value::Object(fields)
}

fn target(fields: &mut Object, anchor: &Anchor, address: &str) {
    set(fields, "type", "SpecificResource");
    let name = [ARTICLE, &anchor.article].concat();
    set(fields, "source", if address.is_empty() { &name } else { address });
    put(fields, "summitry:article", &anchor.article);
    put(fields, "summitry:digest", &anchor.digest);
    put(fields, "summitry:words", &anchor.words);
    if let Some(passage) = anchor.passage {
        set(fields, "summitry:passage", passage);
    }
    let mut quoted = quote(&anchor.quote);
    let once: Vec<Value> =
        anchor.once.names().into_iter().filter(|(_, holds)| *holds).map(|(name, _)| Value::from(name)).collect();
    if !once.is_empty() {
        set(&mut quoted, "summitry:once", once);
    }
    let (start, end) = anchor.position;
    let mut position = Object::new();
    set(&mut position, "type", "TextPositionSelector");
    set(&mut position, "start", start);
    set(&mut position, "end", end);
    if let Some(refined) = &anchor.refined {
        set(&mut position, "refinedBy", quote(refined));
    }
    let mut selectors = vec![Value::Object(quoted), Value::Object(position)];
    if let Some(Value::Array(others)) = fields.remove("selector") {
        selectors.extend(others);
    }
    set(fields, "selector", selectors);
}

fn quote(quote: &Quote) -> Object {
    let mut fields = Object::new();
    set(&mut fields, "type", "TextQuoteSelector");
    set(&mut fields, "exact", quote.exact.as_str());
    put(&mut fields, "prefix", &quote.prefix);
    put(&mut fields, "suffix", &quote.suffix);
    fields
}

pub(super) fn reply(reply: &Reply) -> Object {
    let mut fields = top(&reply.unknown, &reply.title);
    let mut head = taken(&mut fields, "summitry:reply");
    put(&mut head, "id", &reply.id);
    put(&mut head, "summitry:lesson", &reply.lesson);
    put(&mut head, "summitry:student", &reply.student);
    put(&mut head, "modified", &reply.saved);
    set(&mut fields, "summitry:reply", head);
    let answers = reply.answers.iter().map(|(question, answer)| {
        let body = json!({ "type": "TextualBody", "value": answer, "format": "text/plain", "purpose": "replying" });
        json!({ "type": "Annotation", "motivation": "replying", "target": iri(&question.0), "body": body })
    });
    let answers: Vec<Value> = answers.collect();
    set(&mut fields, "total", answers.len());
    set(&mut fields, "first", page(answers));
    fields
}
