//! A catalogue that is edited and written again.
//!
//! Invariant: what an edit does not touch is written byte for byte as it was
//! read, comments, blanks, order and line ends included.

mod entry;
mod references;
mod value;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use toml_edit::{ArrayOfTables, DocumentMut, Item, TableLike};

use crate::edit::{Edit, EditError, Table};
use crate::init::{has_sections, section};
use entry::{article, article_mut};
pub(crate) use references::in_query;
use value::{put_value, text};

/// A catalogue in hand.
#[derive(Clone, Debug)]
pub struct Catalogue {
    document: DocumentMut,
    /// Whether lines end as on Windows.
    carriage_returns: bool,
    /// Whether the file begins with a byte-order mark.
    mark: bool,
    /// Whether the last line has no end.
    open: bool,
}

const MARK: char = '\u{feff}';

impl Catalogue {
    /// Reads a catalogue's text.
    ///
    /// # Errors
    /// When it is not TOML.
    pub fn parse(text: &str) -> Result<Self, EditError> {
        let bare = text.strip_prefix(MARK).unwrap_or(text);
        let carriage_returns = bare.contains("\r\n");
        let plain = if carriage_returns { bare.replace("\r\n", "\n") } else { bare.to_owned() };
        let document = plain
            .parse::<DocumentMut>()
            .map_err(|error| EditError::Broken { message: error.message().trim().to_owned() })?;
        Ok(Self {
            document,
            carriage_returns,
            mark: bare.len() < text.len(),
            open: !bare.is_empty() && !bare.ends_with('\n'),
        })
    }

    /// The catalogue's text.
    pub fn to_text(&self) -> String {
        let mut text = self.document.to_string();
        if self.open && text.ends_with('\n') {
            text.pop();
        }
        let text = if self.carriage_returns { text.replace('\n', "\r\n") } else { text };
        if self.mark { format!("{MARK}{text}") } else { text }
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// When it names what is not there; the catalogue is then as it was.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        let before = self.document.clone();
        let result = self.made(edit);
        if result.is_err() {
            self.document = before;
        }
        result
    }

    fn made(&mut self, edit: &Edit) -> Result<(), EditError> {
        let document = &mut self.document;
        match edit {
            Edit::Fact { file, key, claim } => entry::set_fact(article_mut(document, file), key, claim),
            Edit::Clear { file, key } => {
                if let Some(entry) = article(document, file) {
                    entry.remove(key);
                }
                Ok(())
            }
            Edit::Line { file, line, kind, because } => {
                entry::set_line(article_mut(document, file), *line, kind, because);
                Ok(())
            }
            Edit::Emend { file, line, was, now, because } => {
                entry::set_emendation(article_mut(document, file), *line, [was, now, because]);
                Ok(())
            }
            Edit::Speaker { file, line, person, words, because } => {
                entry::set_speaker(article_mut(document, file), *line, [person, words, because]);
                Ok(())
            }
            Edit::Listed { file, list, claim } => entry::set_listed(article_mut(document, file), list, claim),
            Edit::ClearLine { file, line } => self.without(file, "lines", &|at| entry::is_on(at, *line)),
            Edit::ClearSpeaker { file, line, words } => self
                .without(file, "speakers", &|at| entry::is_on(at, *line) && text(at, "words").unwrap_or("") == words),
            Edit::ClearEmend { file, line, was } => {
                self.without(file, "emendations", &|at| entry::is_on(at, *line) && text(at, "was") == Some(was))
            }
            Edit::Unlisted { file, list, value } => {
                self.without(file, list, &|at| text(at, "value") == Some(value.as_str()))
            }
            Edit::Notes { file, notes } => entry::set_notes(article_mut(document, file), notes),
            Edit::Collection { title, description, equivalents } => {
                self.set_collection(title.as_deref(), description.as_deref(), equivalents.as_deref())
            }
            Edit::Put { table, id, values } => self.put(*table, id, values),
            Edit::Drop { table, id } => self.drop(*table, id),
            Edit::Merge { table, id, into } => self.merge(*table, id, into),
            Edit::Move { table, id, before } => self.move_before(*table, id, before.as_deref()),
            Edit::Rename { file, name } => {
                if let Some(entry) = article(document, file) {
                    put_value(entry, "file", &name.as_str().into())?;
                }
                Ok(())
            }
            Edit::Forget { file } => {
                remove_where(document, "article", &|at| text(at, "file") == Some(file));
                Ok(())
            }
        }
    }

    /// Takes out of a list of an article what `goes` names.
    fn without(&mut self, file: &str, list: &str, goes: &dyn Fn(&dyn TableLike) -> bool) -> Result<(), EditError> {
        if let Some(entry) = article(&mut self.document, file) {
            entry::remove_listed(entry, list, goes);
        }
        Ok(())
    }

    fn set_collection(
        &mut self,
        title: Option<&str>,
        description: Option<&str>,
        equivalents: Option<&[Vec<String>]>,
    ) -> Result<(), EditError> {
        let root = self.document.as_table_mut();
        if let Some(title) = title {
            put_value(root, "title", &title.into())?;
        }
        if let Some(description) = description {
            put_value(root, "description", &description.into())?;
        }
        if let Some(groups) = equivalents {
            value::put_lines(root, "equivalents", groups.iter().map(|group| value::words(group)));
        }
        Ok(())
    }

    fn put(&mut self, table: Table, id: &str, values: &BTreeMap<String, Json>) -> Result<(), EditError> {
        let known = |key: &str| table.keys().contains(&key) && key != "id" || key == "new_id";
        if let Some(key) = values.keys().find(|key| !known(key)) {
            return Err(EditError::Key {
                key: key.clone(),
                table: format!("[[{}]]", table.name()),
                known: table.keys().join(", "),
            });
        }
        if let Some(new) = values.get("new_id").and_then(Json::as_str).filter(|new| *new != id) {
            return self.renamed(table, id, new, values);
        }
        let document = &mut self.document;
        if row(document, table, id).is_err() {
            let mut made = toml_edit::Table::new();
            made.insert(table.id_key(), toml_edit::value(id));
            push(document, table.name(), made);
        }
        let Ok(entry) = row(document, table, id) else { return Ok(()) };
        let before = text(entry, "name").map(str::to_owned);
        // In the order of the keys, so that a new table reads like the others.
        for key in table.keys() {
            if let Some(value) = values.get(*key) {
                put_value(entry, key, value)?;
            }
        }
        // The texts go on calling the person by the name that was given up.
        if let Some(before) = before.filter(|_| table == Table::Person) {
            value::keep_name(entry, &before);
        }
        Ok(())
    }

    fn renamed(&mut self, table: Table, id: &str, new: &str, values: &BTreeMap<String, Json>) -> Result<(), EditError> {
        let document = &mut self.document;
        if row(document, table, new).is_ok() {
            return Err(EditError::Taken { what: table.name(), id: new.to_owned() });
        }
        let entry = row(document, table, id)?;
        put_value(entry, table.id_key(), &new.into())?;
        references::follow(document, table, id, new);
        let rest = values.iter().filter(|(key, _)| *key != "new_id");
        self.put(table, new, &rest.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    fn drop(&mut self, table: Table, id: &str) -> Result<(), EditError> {
        if remove_where(&mut self.document, table.name(), &|at| text(at, table.id_key()) == Some(id)) {
            return Ok(());
        }
        Err(missing(table, id))
    }

    fn merge(&mut self, table: Table, id: &str, into: &str) -> Result<(), EditError> {
        let document = &mut self.document;
        let entry = row(document, table, id)?;
        let names = value::names(entry);
        let other = row(document, table, into)?;
        if id == into {
            return Ok(());
        }
        // Under the other name they would no longer be found.
        if table == Table::Person {
            value::add_words(other, "spellings", &names);
        }
        references::follow(document, table, id, into);
        self.drop(table, id)
    }

    fn move_before(&mut self, table: Table, id: &str, before: Option<&str>) -> Result<(), EditError> {
        let list = self.document.get_mut(table.name());
        let place =
            |tables: &ArrayOfTables, id: &str| tables.iter().position(|at| text(at, table.id_key()) == Some(id));
        let Some(Item::ArrayOfTables(tables)) = list else { return Err(missing(table, id)) };
        let from = place(tables, id).ok_or_else(|| missing(table, id))?;
        if let Some(before) = before {
            place(tables, before).ok_or_else(|| missing(table, before))?;
        }
        // The places in the document stay, and the tables change over them.
        let places: Vec<Option<isize>> = tables.iter().map(toml_edit::Table::position).collect();
        let mut moved: Vec<toml_edit::Table> = tables.iter().cloned().collect();
        let heading = moved.first_mut().map(entry::take_heading).unwrap_or_default();
        let one = moved.remove(from);
        let to = before.and_then(|before| moved.iter().position(|at| text(at, table.id_key()) == Some(before)));
        moved.insert(to.unwrap_or(moved.len()), one);
        if let Some(first) = moved.first_mut() {
            entry::give_heading(first, &heading);
        }
        tables.clear();
        for (mut table, place) in moved.into_iter().zip(places) {
            table.set_position(place);
            tables.push(table);
        }
        Ok(())
    }
}

fn missing(table: Table, id: &str) -> EditError {
    EditError::Missing { what: table.name(), id: id.to_owned() }
}

/// The row of a table with this id.
fn row<'d>(document: &'d mut DocumentMut, table: Table, id: &str) -> Result<&'d mut dyn TableLike, EditError> {
    find(document, table.name(), table.id_key(), id).ok_or_else(|| missing(table, id))
}

/// The table of a list whose `key` is `value`; written as `[[name]]` or in
/// brackets.
fn find<'d>(document: &'d mut DocumentMut, name: &str, key: &str, value: &str) -> Option<&'d mut dyn TableLike> {
    match document.get_mut(name)? {
        Item::ArrayOfTables(tables) => {
            let found = tables.iter_mut().find(|at| text(*at, key) == Some(value))?;
            Some(found)
        }
        Item::Value(toml_edit::Value::Array(array)) => {
            let tables = array.iter_mut().filter_map(toml_edit::Value::as_inline_table_mut);
            let found = tables.into_iter().find(|at| text(*at, key) == Some(value))?;
            Some(found)
        }
        _ => None,
    }
}

/// Adds a table at the end of its list. The first of its kind gets the heading
/// of its section, where the catalogue is one with sections and has none for it.
fn push(document: &mut DocumentMut, name: &str, mut table: toml_edit::Table) {
    if document.get(name).is_none() {
        let text = document.to_string();
        let heading = if has_sections(&text) { section(name) } else { "" };
        if heading.lines().nth(1).is_some_and(|line| !text.contains(line)) {
            entry::give_heading(&mut table, heading);
        }
    }
    match document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::ArrayOfTables(tables) => tables.push(table),
        Item::Value(toml_edit::Value::Array(array)) => value::push_table(array, table.into_inline_table()),
        _ => {}
    }
}

/// Takes tables out of a list; whether there was one. The heading above the
/// first of a list stays, above what follows it.
fn remove_where(document: &mut DocumentMut, name: &str, goes: &dyn Fn(&dyn TableLike) -> bool) -> bool {
    let Some(item) = document.get_mut(name) else { return false };
    let (before, empty) = match item {
        Item::ArrayOfTables(tables) => {
            let gone: Vec<usize> = tables.iter().enumerate().filter(|(_, at)| goes(*at)).map(|(at, _)| at).collect();
            for at in gone.iter().rev().copied() {
                let heading = tables.get_mut(at).map(entry::take_heading).unwrap_or_default();
                tables.remove(at);
                if let Some(next) = tables.get_mut(at) {
                    entry::give_heading(next, &heading);
                }
            }
            (!gone.is_empty(), tables.is_empty())
        }
        Item::Value(toml_edit::Value::Array(array)) => {
            let before = array.len();
            value::take_out(array, &|at| at.as_inline_table().is_some_and(|table| goes(table)));
            (before != array.len(), array.is_empty())
        }
        _ => (false, false),
    };
    if empty {
        document.remove(name);
    }
    before
}

#[cfg(test)]
mod tests;
