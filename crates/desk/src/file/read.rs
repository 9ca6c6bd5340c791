//! From JSON to a desk or a reply.
//!
//! Invariant: an id of a file is used as it is unless it could not be one, or
//! stands there before; then a new one is made of its place, and the order
//! follows it.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};

use super::field::{Fields, text};
use super::{MOST_ITEMS, id_of};
use crate::anchor::{Anchor, Once, Quote};
use crate::desk::Desk;
use crate::item::{Card, Content, Item, ItemId, Kept, KeptAs, Question, QuestionKind, Said};
use crate::lesson::{Lesson, Part, Reply};
use crate::refusal::Refusal;

/// An id has at most this many bytes.
const MOST_ID: usize = 200;

pub(super) fn desk(mut fields: Fields) -> Result<Desk, Refusal> {
    let mut ids = Ids::default();
    let annotations = annotations(&mut fields)?;
    let handout = fields.objects("summitry:sheet")?;
    if annotations.len() + handout.len() > 2 * MOST_ITEMS {
        return Err(Refusal::new(
            format!("The file has more than {MOST_ITEMS} notes."),
            "Split it: a desk holds fewer, so that it stays quick.",
        ));
    }
    let mut kept: HashMap<String, Item> = HashMap::with_capacity(annotations.len());
    let mut order = Vec::with_capacity(annotations.len());
    for annotation in annotations {
        let mut read = item(annotation)?;
        let named = read.id.0.clone();
        ids.settle(&mut read);
        // Of two with one name, the order means the first.
        let key = if kept.contains_key(&named) { read.id.0.clone() } else { named };
        order.push(key.clone());
        kept.insert(key, read);
    }
    let mut items = Vec::with_capacity(kept.len() + handout.len());
    for mut entry in handout {
        let named = entry.text("summitry:annotation")?;
        if named.is_empty() {
            let mut read = item(entry)?;
            ids.settle(&mut read);
            items.push(read);
        } else {
            items.extend(kept.remove(id_of(&named)));
        }
    }
    items.extend(order.iter().filter_map(|key| kept.remove(key)));
    headed(fields, items)
}

/// A desk from the fields of its head.
fn headed(mut fields: Fields, items: Vec<Item>) -> Result<Desk, Refusal> {
    let title = fields.text("label")?;
    let lesson = fields.object("summitry:lesson")?.map(lesson).transpose()?;
    let mut desk = Desk::of(&title, items);
    desk.lesson = lesson;
    desk.unknown = unknown(fields);
    Ok(desk)
}

pub(super) fn stored(mut fields: Fields, items: Vec<Item>) -> Result<Desk, Refusal> {
    let order = fields.texts("summitry:order")?;
    let places: HashMap<&str, usize> = order.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let mut items = items;
    items.sort_by_key(|item| places.get(item.id.0.as_str()).copied().unwrap_or(usize::MAX));
    headed(fields, items)
}

/// What is not known at the top of a file.
fn unknown(mut fields: Fields) -> Map<String, Value> {
    for known in ["id", "type", "total", "first", "summitry:version"] {
        fields.take(known);
    }
    let mut rest = fields.rest();
    if rest.get("@context") == Some(&super::context()) {
        rest.remove("@context");
    }
    rest
}

/// The annotations of a file, page by page.
fn annotations(fields: &mut Fields) -> Result<Vec<Fields>, Refusal> {
    let mut page = fields.object("first")?;
    let mut all = Vec::new();
    while let Some(mut fields) = page {
        all.extend(fields.objects("items")?);
        // A page that is elsewhere is named by its address: nothing is fetched.
        page = match fields.take("next") {
            Some(Value::Object(next)) => Some(Fields::new(next, "next.")),
            _ => None,
        };
    }
    Ok(all)
}

/// The ids that are taken.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    made: usize,
}

impl Ids {
    /// Gives the item an id of its own.
    fn settle(&mut self, item: &mut Item) {
        while !well_formed(&item.id.0) || self.taken.contains(&item.id.0) {
            self.made += 1;
            item.id.0 = format!("read-{}", self.made);
        }
        self.taken.insert(item.id.0.clone());
    }
}

/// Whether a text can be an id.
pub(crate) fn well_formed(id: &str) -> bool {
    (1..=MOST_ID).contains(&id.len()) && !id.chars().any(|c| c.is_control() || c.is_whitespace())
}

pub(super) fn item(mut fields: Fields) -> Result<Item, Refusal> {
    let id = ItemId(id_of(&fields.text("id")?).to_owned());
    let created = fields.text("created")?;
    let changed = fields.text("modified")?;
    let kind = match fields.take("type") {
        Some(Value::String(kind)) => kind,
        other => {
            // Several types, or none: not for us to say what it is.
            let mut unknown = fields.rest();
            unknown.extend(other.map(|other| ("type".to_owned(), other)));
            return Ok(Item { id, created, changed, content: Content::Other, unknown });
        }
    };
    let content = match kind.as_str() {
        "Annotation" => Content::Kept(kept(&mut fields)?),
        "summitry:Heading" => {
            let level = fields.number("summitry:level")?.unwrap_or(2).clamp(1, 3);
            Content::Heading { level: u8::try_from(level).unwrap_or(2), text: fields.text("summitry:text")? }
        }
        "summitry:Paragraph" => Content::Paragraph { text: fields.text("summitry:text")? },
        "summitry:Question" => Content::Question(question(&mut fields)?),
        "summitry:Card" => Content::Card(card(&mut fields)?),
        _ => {
            let mut unknown = fields.rest();
            unknown.insert("type".to_owned(), kind.into());
            return Ok(Item { id, created, changed, content: Content::Other, unknown });
        }
    };
    Ok(Item { id, created, changed, content, unknown: fields.rest() })
}

fn question(fields: &mut Fields) -> Result<Question, Refusal> {
    let kind = fields.text("summitry:asks")?;
    let kind = QuestionKind::NAMES.iter().find(|(name, _)| *name == kind).map_or(QuestionKind::Open, |(_, kind)| *kind);
    let lines = fields.number("summitry:lines")?.unwrap_or(4).min(40);
    Ok(Question { kind, text: fields.text("summitry:text")?, lines: u8::try_from(lines).unwrap_or(40) })
}

fn card(fields: &mut Fields) -> Result<Card, Refusal> {
    let mut card = Card {
        title: fields.text("summitry:title")?,
        anchor: None,
        expected: fields.text("summitry:expected")?,
        came: fields.text("summitry:came")?,
        source: fields.text("summitry:source")?,
        address: fields.text("summitry:address")?,
    };
    if let Some(mut target) = fields.object("target")? {
        card.anchor = Some(anchor(&mut target)?);
        fields.keep("target", target);
    }
    Ok(card)
}

pub(super) fn kept(fields: &mut Fields) -> Result<Kept, Refusal> {
    let motivations = fields.texts("motivation")?;
    let mut kept = Kept { marked: motivations.iter().any(|name| name == "highlighting"), ..Kept::default() };
    let mut others = Vec::new();
    for (body, place) in fields.list("body") {
        let value = body.get("value").unwrap_or(&body);
        if value.as_str().is_some_and(|value| value.len() > super::MOST_TEXT) {
            return Err(super::field::long(&place));
        }
        match (purpose(&body), &mut kept.note) {
            (Some(("commenting", value)), note) if note.is_empty() => value.clone_into(note),
            (Some(("tagging", value)), _) if !kept.tags.iter().any(|tag| tag == value) => {
                kept.tags.push(value.to_owned());
            }
            (Some(("tagging", _)), _) => {}
            _ => others.push(body),
        }
    }
    if !others.is_empty() {
        fields.set("body", Value::Array(others));
    }
    if let Some(mut target) = fields.object("target")? {
        let name = target.text("summitry:kept")?;
        let known = KeptAs::NAMES.iter().find(|(known, _)| *known == name);
        kept.kept_as = known.map_or(KeptAs::Selection, |(_, kind)| *kind);
        kept.from = target.text("summitry:from")?;
        if let Some(mut said) = target.object("summitry:said")? {
            kept.said = Some(Said {
                speaker: said.text("summitry:speaker")?,
                role: said.text("summitry:role")?,
                manner: said.text("summitry:manner")?,
            });
        }
        let source = target.text("source")?;
        if !source.starts_with(super::ARTICLE) {
            kept.address = source;
        }
        kept.anchor = anchor(&mut target)?;
        fields.keep("target", target);
    }
    Ok(kept)
}

/// The purpose and the words of a body, if it is a text.
fn purpose(body: &Value) -> Option<(&str, &str)> {
    let value = body.get("value")?.as_str()?;
    let known = body.as_object()?.keys().all(|key| matches!(key.as_str(), "type" | "value" | "format" | "purpose"));
    let text = body.get("type").is_none_or(|kind| kind == "TextualBody");
    let format = body.get("format").is_none_or(|format| format == "text/plain");
    (known && text && format).then(|| Some((body.get("purpose")?.as_str()?, value))).flatten()
}

pub(super) fn anchor(target: &mut Fields) -> Result<Anchor, Refusal> {
    target.take("type");
    target.take("source");
    let mut anchor = Anchor {
        article: target.text("summitry:article")?,
        digest: target.text("summitry:digest")?,
        passage: target.number("summitry:passage")?,
        words: target.text("summitry:words")?,
        ..Anchor::default()
    };
    let mut others = Vec::new();
    for mut selector in target.objects("selector")? {
        match selector.take("type").as_ref().and_then(Value::as_str) {
            Some("TextQuoteSelector") if anchor.quote.exact.is_empty() => {
                anchor.quote = quote(&mut selector)?;
                let names = selector.texts("summitry:once")?;
                anchor.once = Once::named(|name| names.iter().any(|known| known == name));
            }
            Some("TextPositionSelector") => {
                let start = selector.number("start")?.unwrap_or(0);
                anchor.position = (start, selector.number("end")?.unwrap_or(start));
                anchor.refined = selector.object("refinedBy")?.map(|mut refined| quote(&mut refined)).transpose()?;
            }
            kind => {
                let kind = kind.map(|kind| ("type".to_owned(), kind.into()));
                let mut other = selector.rest();
                other.extend(kind);
                others.push(Value::Object(other));
            }
        }
    }
    if !others.is_empty() {
        target.set("selector", Value::Array(others));
    }
    Ok(anchor)
}

pub(crate) fn quote(selector: &mut Fields) -> Result<Quote, Refusal> {
    Ok(Quote { exact: selector.text("exact")?, prefix: selector.text("prefix")?, suffix: selector.text("suffix")? })
}

fn lesson(mut fields: Fields) -> Result<Lesson, Refusal> {
    let names = fields.texts("summitry:withheld")?;
    let withheld = Part::NAMES.iter().filter(|(known, _)| names.iter().any(|name| name == known));
    Ok(Lesson {
        withheld: withheld.map(|(_, part)| *part).collect(),
        id: fields.text("id")?,
        question: fields.text("summitry:question")?,
        background: fields.text("summitry:background")?,
        unknown: fields.rest(),
    })
}

pub(super) fn reply(fields: &mut Fields) -> Result<Reply, Refusal> {
    let mut answers = BTreeMap::new();
    for mut annotation in annotations(fields)? {
        let question = id_of(&annotation.text("target")?).to_owned();
        let mut body = annotation.objects("body")?;
        let answer = body.first_mut().map_or(Ok(String::new()), |body| body.text("value"))?;
        if question.len() > MOST_ID || answers.len() >= MOST_ITEMS {
            return Err(text(annotation.place(), "an answer to a question"));
        }
        if !answer.trim().is_empty() {
            answers.insert(ItemId(question), answer);
        }
    }
    let title = fields.text("label")?;
    let mut head = match fields.object("summitry:reply")? {
        Some(head) => head,
        None => return Err(text("summitry:reply", "who replies to what")),
    };
    let reply = Reply {
        id: head.text("id")?,
        lesson: head.text("summitry:lesson")?,
        title,
        student: head.text("summitry:student")?,
        saved: head.text("modified")?,
        answers,
        unknown: Map::new(),
    };
    fields.keep("summitry:reply", head);
    let unknown = unknown(std::mem::replace(fields, Fields::new(Map::new(), "")));
    Ok(Reply { unknown, ..reply })
}
