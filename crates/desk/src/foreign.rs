//! Annotations of other programs: what the API and the client of Hypothesis
//! export, and W3C annotations without our terms.
//!
//! Invariant: nothing of them is lost: what has no place in these articles is
//! an item too, with its words, and says why. A quotation has a place only
//! where it stands to the letter, and once, or once with what it says stands
//! around it.

use serde_json::{Map, Value};
use summitry_corpus::Corpus;

use crate::anchor::{Finder, Quote, digest};
use crate::file::{Fields, MOST_ITEMS};
use crate::item::{Content, Item, ItemId, Kept, KeptAs};
use crate::refusal::Refusal;

/// An annotation of another program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// Its id there; may be empty.
    pub id: String,
    /// The words that it is about, with what stood around them on the page;
    /// empty for a note on a whole page and for an answer to a note.
    pub quote: Quote,
    /// The note; may be empty.
    pub note: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who wrote it; may be empty.
    pub author: String,
    /// When it was made, as ISO 8601; may be empty.
    pub created: String,
    /// When it was changed; may be empty.
    pub changed: String,
    /// The address of the page; may be empty.
    pub address: String,
    /// The title of the page; may be empty.
    pub title: String,
}

/// What became of an annotation of another program.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// It as an item. Its words are an orphan where they have no place.
    pub item: Item,
    /// Why its words have no place, a full sentence; empty where they have.
    pub problem: &'static str,
}

/// A reader of one shape of annotation.
type Shape = fn(Fields) -> Result<Foreign, Refusal>;

/// The annotations of a file that is none of ours.
pub(crate) fn read(value: Value) -> Result<Vec<Foreign>, Refusal> {
    let none = || {
        Refusal::new(
            "The file is JSON, but it holds no notes that are known here.",
            "Choose a file that was saved here, or an export of Hypothesis.",
        )
    };
    let mut top = match value {
        Value::Array(entries) => Fields::new(Map::from_iter([("rows".to_owned(), Value::Array(entries))]), ""),
        Value::Object(fields) => Fields::new(fields, ""),
        _ => return Err(none()),
    };
    let list = ["rows", "annotations", "items"].into_iter().find(|name| top.has(name));
    let entries = match list {
        Some(name) => top.objects(name)?,
        None => match top.object("first") {
            Ok(Some(mut page)) => page.objects("items")?,
            _ => return Err(none()),
        },
    };
    if entries.len() > MOST_ITEMS {
        return Err(Refusal::new(
            format!("The file has more than {MOST_ITEMS} annotations."),
            "Export a part of them: one group, or one page.",
        ));
    }
    let known = entries.iter().any(|entry| entry.has("target") || entry.has("uri"));
    if !known && !entries.is_empty() {
        return Err(none());
    }
    entries
        .into_iter()
        .map(|entry| {
            let shape: Shape = if entry.has("uri") || entry.has("text") { hypothesis } else { w3c };
            shape(entry)
        })
        .collect()
}

/// An annotation as the API of Hypothesis gives it.
fn hypothesis(mut fields: Fields) -> Result<Foreign, Refusal> {
    let mut found = Foreign {
        id: fields.text("id")?,
        note: fields.text("text")?,
        tags: tags(fields.texts("tags")?),
        created: fields.text("created")?,
        changed: fields.text("updated")?,
        address: fields.text("uri")?,
        ..Foreign::default()
    };
    if !found.id.is_empty() {
        found.id = format!("hypothesis:{}", found.id);
    }
    // `acct:name@hypothes.is`
    let user = fields.text("user")?;
    let name = user.strip_prefix("acct:").unwrap_or(&user);
    found.author = name.split('@').next().unwrap_or(name).to_owned();
    if let Some(mut info) = fields.object("user_info")? {
        let shown = info.text("display_name")?;
        found.author = if shown.is_empty() { found.author } else { shown };
    }
    if let Some(mut document) = fields.object("document")? {
        found.title = document.texts("title")?.into_iter().next().unwrap_or_default();
    }
    for target in fields.objects("target")? {
        if found.quote.exact.is_empty() {
            found.quote = quote(target)?;
        }
    }
    Ok(found)
}

/// A W3C annotation.
fn w3c(mut fields: Fields) -> Result<Foreign, Refusal> {
    let mut found = Foreign {
        id: fields.text("id")?,
        created: fields.text("created")?,
        changed: fields.text("modified")?,
        ..Foreign::default()
    };
    found.author = match fields.take("creator") {
        Some(Value::String(name)) => name,
        Some(Value::Object(creator)) => Fields::new(creator, "").text("name").unwrap_or_default(),
        _ => String::new(),
    };
    for (body, _) in fields.list("body") {
        match body {
            Value::String(text) => add_note(&mut found.note, &text),
            Value::Object(body) => {
                let mut body = Fields::new(body, "");
                let value = body.text("value")?;
                if body.text("purpose").is_ok_and(|purpose| purpose == "tagging") {
                    found.tags.push(value);
                } else {
                    add_note(&mut found.note, &value);
                }
            }
            _ => {}
        }
    }
    add_note(&mut found.note, &fields.text("bodyValue")?);
    found.tags = tags(found.tags);
    for (target, place) in fields.list("target") {
        match target {
            Value::String(address) if found.address.is_empty() => found.address = address,
            Value::Object(target) if found.quote.exact.is_empty() => {
                let mut target = Fields::new(target, &format!("{place}."));
                found.address = match target.take("source") {
                    Some(Value::String(address)) => address,
                    Some(Value::Object(source)) => Fields::new(source, "").text("id").unwrap_or_default(),
                    _ => found.address,
                };
                found.quote = quote(target)?;
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The quotation of a target, also one that refines another selector.
fn quote(mut target: Fields) -> Result<Quote, Refusal> {
    let mut open = target.objects("selector")?;
    // Selectors refine each other in a chain; each turn takes one link of it.
    while let Some(mut selector) = open.pop() {
        if selector.take("type").is_some_and(|kind| kind == "TextQuoteSelector") {
            return crate::file::quote(&mut selector);
        }
        open.extend(selector.objects("refinedBy")?);
    }
    Ok(Quote::default())
}

fn add_note(note: &mut String, text: &str) {
    if !note.is_empty() && !text.is_empty() {
        note.push('\n');
    }
    note.push_str(text);
}

/// Each tag once, without empty ones.
fn tags(all: Vec<String>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in all {
        let tag = tag.trim();
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

impl Foreign {
    /// The annotation as an item, at the place of its words if they have one.
    /// The same annotation has the same id each time. Cost: the length of the
    /// collection.
    pub fn bring(self, corpus: &Corpus, finder: &Finder) -> Brought {
        let (anchor, problem) = if self.quote.exact.trim().is_empty() {
            (None, "The note is about a whole page or answers another note, and quotes no words.")
        } else {
            match finder.quoted(corpus, &self.quote, &self.address) {
                Ok(anchor) => (Some(anchor), ""),
                Err(true) => (
                    None,
                    "Its words stand more than once in these articles, and what is around them does not tell which are meant.",
                ),
                Err(false) => (None, "Its words do not stand in these articles."),
            }
        };
        let anchor =
            anchor.unwrap_or_else(|| crate::anchor::Anchor { quote: self.quote.clone(), ..Default::default() });
        let id = self.item_id();
        let note = match (self.author.is_empty(), self.note.is_empty()) {
            (true, _) => self.note,
            (false, true) => format!("({})", self.author),
            (false, false) => format!("{} ({})", self.note, self.author),
        };
        let kept = Kept {
            kept_as: KeptAs::Selection,
            marked: true,
            anchor,
            note,
            tags: self.tags,
            from: self.title,
            address: self.address,
            ..Kept::default()
        };
        // Without a title the address tells where it is from.
        let from = if kept.from.is_empty() { kept.address.clone() } else { kept.from.clone() };
        let kept = Kept { from, ..kept };
        let item = Item { created: self.created, changed: self.changed, ..Item::new(id, Content::Kept(kept)) };
        Brought { item, problem }
    }

    /// An id that is the same for the same annotation.
    fn item_id(&self) -> ItemId {
        if crate::file::well_formed(&self.id) {
            return ItemId(self.id.clone());
        }
        let all = [&self.quote.exact, &self.quote.prefix, &self.note, &self.created, &self.address, &self.id];
        let digest = digest(&all.map(String::as_str).join("\u{1f}"));
        ItemId(format!("read-{}", digest.get(7..23).unwrap_or_default()))
    }
}
