//! Values of a catalogue, read and written.
//!
//! Invariant: a value takes the place of the one before with the blanks and the
//! comment around it; long lists have a line for each entry.

use serde_json::Value as Json;
use toml_edit::{Array, InlineTable, Item, TableLike, Value};

use crate::edit::EditError;

/// A key's text.
pub(super) fn text<'t>(table: &'t (impl TableLike + ?Sized), key: &str) -> Option<&'t str> {
    table.get(key)?.as_str()
}

/// The words in a list of words.
pub(super) fn words_of(table: &dyn TableLike, key: &str) -> Vec<String> {
    let list = table.get(key).and_then(Item::as_array);
    list.into_iter().flat_map(Array::iter).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// All names of a person.
pub(super) fn names(table: &dyn TableLike) -> Vec<String> {
    let name = text(table, "name").map(str::to_owned);
    name.into_iter().chain(words_of(table, "spellings")).collect()
}

/// Sets a key; `null` takes it out.
pub(super) fn put_value(table: &mut dyn TableLike, key: &str, json: &Json) -> Result<(), EditError> {
    if json.is_null() {
        table.remove(key);
        return Ok(());
    }
    let value = toml(json).ok_or_else(|| EditError::Value { key: key.to_owned() })?;
    put(table, key, value);
    Ok(())
}

/// Sets a key and keeps what stands around its value.
pub(super) fn put(table: &mut dyn TableLike, key: &str, mut value: Value) {
    // Inserting would take away what stands before the key, such as a comment.
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
        return;
    }
    table.remove(key);
    table.insert(key, Item::Value(value));
}

/// Sets a key to a list with a line for each entry; an empty one goes.
pub(super) fn put_lines(table: &mut dyn TableLike, key: &str, entries: impl Iterator<Item = Value>) {
    let list = lines(entries);
    if list.is_empty() {
        table.remove(key);
    } else {
        put(table, key, Value::Array(list));
    }
}

/// A list with a line for each entry.
fn lines(entries: impl Iterator<Item = Value>) -> Array {
    let mut list = Array::new();
    entries.for_each(|entry| push_line(&mut list, entry));
    list
}

/// Adds an entry on a line of its own, or beside the others where they have none.
fn push_line(list: &mut Array, mut entry: Value) {
    let on_lines = match list.iter().last() {
        None => true,
        Some(last) => {
            last.decor().prefix().and_then(|prefix| prefix.as_str()).is_some_and(|prefix| prefix.contains('\n'))
        }
    };
    if !on_lines {
        list.push(entry);
        return;
    }
    entry.decor_mut().set_prefix("\n  ");
    entry.decor_mut().set_suffix("");
    // What follows the last comma, such as a comment, stays before the bracket.
    let trailing = list.trailing().as_str().unwrap_or("").trim_end().to_owned();
    if !trailing.is_empty() {
        entry.decor_mut().set_prefix(format!("{trailing}\n  "));
    }
    list.push_formatted(entry);
    list.set_trailing("\n");
    list.set_trailing_comma(true);
}

/// Takes entries out of a list in brackets. A comment on the line of an entry
/// stays with it or goes with it, as those above it do.
pub(super) fn take_out(list: &mut Array, goes: &dyn Fn(&Value) -> bool) {
    // What stands behind a comma up to the line's end is written before the next entry.
    let parted = |text: &str| -> (String, String) {
        text.find('\n').map_or_else(
            || (String::new(), text.to_owned()),
            |end| {
                let (line, rest) = text.split_at(end);
                (line.to_owned(), rest.to_owned())
            },
        )
    };
    let mut stays: Vec<Value> = Vec::new();
    let (mut behind, mut last_stays) = (String::new(), true);
    for entry in list.iter() {
        let (line, own) = parted(entry.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or(""));
        if last_stays {
            behind.push_str(&line);
        }
        last_stays = !goes(entry);
        if last_stays {
            let mut entry = entry.clone();
            entry.decor_mut().set_prefix(std::mem::take(&mut behind) + &own);
            stays.push(entry);
        }
    }
    let (line, mut rest) = parted(list.trailing().as_str().unwrap_or(""));
    if last_stays {
        behind.push_str(&line);
    }
    if behind.contains('#') && !rest.starts_with('\n') {
        rest.insert(0, '\n');
    }
    // Without what stood before it the first of a line begins at the bracket.
    if let Some(first) = stays.first_mut() {
        let prefix = first.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("");
        if list.get(0).is_some_and(goes) && !prefix.contains(['\n', '#']) {
            first.decor_mut().set_prefix("");
        }
    }
    list.clear();
    stays.into_iter().for_each(|entry| list.push_formatted(entry));
    list.set_trailing(behind + &rest);
}

/// Adds a table to a list in brackets.
pub(super) fn push_table(list: &mut Array, table: InlineTable) {
    push_line(list, Value::InlineTable(table));
}

/// A list of words, on one line.
pub(super) fn words(words: &[String]) -> Value {
    Value::Array(words.iter().map(String::as_str).collect())
}

/// Adds words to a list that lacks them.
pub(super) fn add_words(table: &mut dyn TableLike, key: &str, more: &[String]) {
    let mut all = words_of(table, key);
    let own = text(table, "name").map(str::to_owned);
    for word in more {
        if !all.contains(word) && own.as_ref() != Some(word) {
            all.push(word.clone());
        }
    }
    if !all.is_empty() {
        put(table, key, words(&all));
    }
}

/// Keeps the name that a person had among the spellings, where another one has
/// taken its place; the name itself is no spelling.
pub(super) fn keep_name(person: &mut dyn TableLike, before: &str) {
    let name = text(person, "name").unwrap_or("").to_owned();
    if name.is_empty() || name == before {
        return;
    }
    let mut spellings = words_of(person, "spellings");
    spellings.retain(|spelling| *spelling != name && spelling != before);
    spellings.push(before.to_owned());
    put(person, "spellings", words(&spellings));
}

/// A value as TOML writes it.
fn toml(json: &Json) -> Option<Value> {
    Some(match json {
        Json::String(text) => Value::from(text.as_str()),
        Json::Bool(flag) => Value::from(*flag),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.as_f64()?),
        },
        Json::Array(list) if list.iter().any(Json::is_object) => {
            Value::Array(lines(list.iter().map(toml).collect::<Option<Vec<_>>>()?.into_iter()))
        }
        Json::Array(list) => {
            let mut array = Array::new();
            list.iter().map(toml).collect::<Option<Vec<_>>>()?.into_iter().for_each(|value| array.push(value));
            Value::Array(array)
        }
        Json::Object(entries) => {
            let mut table = InlineTable::new();
            for key in ROLE_AND_REMOVAL.iter().copied().chain(entries.keys().map(String::as_str)) {
                if let Some(value) = entries.get(key).filter(|value| !value.is_null() && !table.contains_key(key)) {
                    table.insert(key, toml(value)?);
                }
            }
            Value::InlineTable(table)
        }
        Json::Null => return None,
    })
}

/// The keys of a role and of a removal, in the order in which they are written.
const ROLE_AND_REMOVAL: [&str; 7] = ["title", "class", "from", "until", "called", "text", "because"];
