//! What the catalogue says about one article: `[[article]]`.
//!
//! Invariant: of a line, of words or of a value in a list there is one entry;
//! saying it again changes that one.

use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::value::{push_table, put, text, words};
use super::{find, push};
use crate::edit::{Claim, EditError};

/// The facts of which the value alone is written.
const BARE: [&str; 2] = ["id", "url"];
/// The facts with evidence.
const FACTS: [&str; 6] = ["outlet", "carrier", "headline", "byline", "published", "place"];
/// The lists of facts.
const LISTS: [&str; 3] = ["credits", "meetings", "mentions"];

/// The entry about a file, where there is one.
pub(super) fn article<'d>(document: &'d mut DocumentMut, file: &str) -> Option<&'d mut dyn TableLike> {
    find(document, "article", "file", file)
}

/// The entry about a file, made at the end where there is none.
pub(super) fn article_mut<'d>(document: &'d mut DocumentMut, file: &str) -> Option<&'d mut dyn TableLike> {
    if find(document, "article", "file", file).is_none() {
        let mut made = Table::new();
        made.insert("file", toml_edit::value(file));
        push(document, "article", made);
    }
    find(document, "article", "file", file)
}

type Entry<'d> = Option<&'d mut dyn TableLike>;

/// Sets a fact.
pub(super) fn set_fact(entry: Entry<'_>, key: &str, claim: &Claim) -> Result<(), EditError> {
    let Some(entry) = entry else { return Ok(()) };
    if BARE.contains(&key) {
        put(entry, key, Value::from(claim.value.as_str()));
    } else if FACTS.contains(&key) {
        put(entry, key, Value::InlineTable(written(claim)));
    } else {
        return Err(unknown(key, &[&BARE[..], &FACTS[..]].concat()));
    }
    Ok(())
}

/// Sets an entry of a list of facts.
pub(super) fn set_listed(entry: Entry<'_>, list: &str, claim: &Claim) -> Result<(), EditError> {
    if !LISTS.contains(&list) {
        return Err(unknown(list, &LISTS));
    }
    set_one(entry, list, written(claim), &|at| text(at, "value") == Some(claim.value.as_str()));
    Ok(())
}

fn unknown(key: &str, known: &[&str]) -> EditError {
    EditError::Key { key: key.to_owned(), table: "[[article]]".to_owned(), known: known.join(", ") }
}

fn written(claim: &Claim) -> InlineTable {
    let mut table = InlineTable::new();
    table.insert("value", claim.value.as_str().into());
    let basis = if claim.basis.is_empty() { "stated" } else { &claim.basis };
    table.insert("basis", basis.into());
    if !claim.evidence.is_empty() {
        table.insert("evidence", words(&claim.evidence));
    }
    if !claim.because.is_empty() {
        table.insert("because", claim.because.as_str().into());
    }
    table
}

/// Says what a line is.
pub(super) fn set_line(entry: Entry<'_>, line: u32, kind: &str, because: &str) {
    let mut table = on_line(line);
    table.insert("kind", kind.into());
    if !because.is_empty() {
        table.insert("because", because.into());
    }
    set_one(entry, "lines", table, &|at| is_on(at, line));
}

/// Repairs words: as received, as read, and why.
pub(super) fn set_emendation(entry: Entry<'_>, line: u32, [was, now, because]: [&String; 3]) {
    let mut table = on_line(line);
    for (key, value) in [("was", was), ("now", now), ("because", because)] {
        table.insert(key, value.as_str().into());
    }
    set_one(entry, "emendations", table, &|at| is_on(at, line) && text(at, "was") == Some(was));
}

/// Says who speaks on a line: the person, the words said, and why.
pub(super) fn set_speaker(entry: Entry<'_>, line: u32, [person, words, because]: [&String; 3]) {
    let mut table = on_line(line);
    table.insert("person", person.as_str().into());
    if !words.is_empty() {
        table.insert("words", words.as_str().into());
    }
    table.insert("because", because.as_str().into());
    set_one(entry, "speakers", table, &|at| is_on(at, line) && text(at, "words").unwrap_or("") == words);
}

/// Sets the remarks.
pub(super) fn set_notes(entry: Entry<'_>, notes: &[String]) -> Result<(), EditError> {
    if let Some(entry) = entry {
        super::value::put_lines(entry, "notes", notes.iter().map(|note| Value::from(note.as_str())));
    }
    Ok(())
}

fn on_line(line: u32) -> InlineTable {
    let mut table = InlineTable::new();
    table.insert("line", i64::from(line).into());
    table
}

/// Whether an entry is about a line.
pub(super) fn is_on(table: &dyn TableLike, line: u32) -> bool {
    table.get("line").and_then(Item::as_integer) == Some(i64::from(line))
}

/// Puts an entry in the place of the one that `same` names, or at the end.
fn set_one(entry: Entry<'_>, list: &str, table: InlineTable, same: &dyn Fn(&dyn TableLike) -> bool) {
    let Some(entry) = entry else { return };
    if entry.get(list).is_none() {
        super::value::put_lines(entry, list, std::iter::once(Value::InlineTable(table)));
        return;
    }
    match entry.get_mut(list) {
        Some(Item::ArrayOfTables(tables)) => {
            let place = tables.iter().position(|at| same(at));
            let Some(old) = place.and_then(|place| tables.get_mut(place)) else {
                tables.push(table.into_table());
                return;
            };
            old.retain(|key, _| table.contains_key(key));
            table.into_iter().for_each(|(key, value)| put(old, &key, value));
        }
        Some(Item::Value(Value::Array(array))) => {
            let place = array.iter().position(|at| at.as_inline_table().is_some_and(|at| same(at)));
            match place {
                Some(place) => drop(array.replace(place, Value::InlineTable(table))),
                None => push_table(array, table),
            }
        }
        _ => {}
    }
}

/// Takes entries out of a list; an empty list goes.
pub(super) fn remove_listed(entry: &mut dyn TableLike, list: &str, goes: &dyn Fn(&dyn TableLike) -> bool) {
    let empty = match entry.get_mut(list) {
        Some(Item::ArrayOfTables(tables)) => {
            tables.retain(|at| !goes(at));
            tables.is_empty()
        }
        Some(Item::Value(Value::Array(array))) => {
            super::value::take_out(array, &|at| at.as_inline_table().is_some_and(|at| goes(at)));
            array.is_empty()
        }
        _ => false,
    };
    if empty {
        entry.remove(list);
    }
}

/// What stands above a table and is not about it alone: comments with a blank
/// line behind them.
pub(super) fn take_heading(table: &mut Table) -> String {
    let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("").to_owned();
    let Some(end) = prefix.trim_end_matches('\n').rfind('#').and_then(|_| prefix.rfind("\n\n")) else {
        return String::new();
    };
    let (heading, own) = prefix.split_at(end + 1);
    if !heading.contains('#') {
        return String::new();
    }
    table.decor_mut().set_prefix(own.to_owned());
    heading.to_owned()
}

/// Puts such words above a table.
pub(super) fn give_heading(table: &mut Table, heading: &str) {
    if heading.is_empty() {
        return;
    }
    let own = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n").to_owned();
    table.decor_mut().set_prefix(format!("{heading}{own}"));
}
