//! What is told of the whole collection and of one article.
//!
//! Invariant: every problem that would stop the build is told, each once.

use std::collections::HashMap;

use serde_json::{Value, json};
use summitry_corpus::Problem;

use super::{Session, Stopped};
use crate::edit::Table;
use crate::folder::{CATALOGUE, problem};
use crate::pack::query_problems;
use crate::propose::propose;
use crate::view::{self, View, put};

/// How many articles are indexed anew for each look at the state.
const FEW: usize = 60;

impl Session {
    /// Everything but the articles' texts.
    pub(super) fn state(&mut self) -> Value {
        let problems = self.all_problems();
        let reports = self.reports();
        let uses = self.uses();
        let text = self.catalogue_text();
        let document = parsed(&text);
        let rows = |table: Table| -> Vec<Value> {
            let rows = tables(document.get(table.name()));
            rows.into_iter()
                .map(|mut row| {
                    let id = row.get(table.id_key()).and_then(Value::as_str).unwrap_or("").to_owned();
                    put(&mut row, "id", json!(id));
                    let used = uses.get(&(table.name(), id)).copied();
                    // How many passages an issue takes is known once all are indexed.
                    if let Some(used) = used.or((table != Table::Issue).then_some(0)) {
                        put(&mut row, "uses", json!(used));
                    }
                    row
                })
                .collect()
        };
        let word = |key: &str| document.get(key).and_then(toml_edit::Item::as_str).unwrap_or("");
        json!({
            "title": word("title"),
            "description": word("description"),
            "equivalents": document.get("equivalents").map(value),
            "reports": reports,
            "sides": rows(Table::Side), "outlets": rows(Table::Outlet), "people": rows(Table::Person),
            "meetings": rows(Table::Meeting), "events": rows(Table::Event), "issues": rows(Table::Issue),
            "catalogue": text,
            "has_catalogue": self.folder.get(CATALOGUE).is_some(),
            "problems": view::problems(&problems),
            "undo": self.history.undo_words(), "redo": self.history.redo_words(),
            "bytes": self.folder.bytes(),
        })
    }

    /// An article as received, with what is known of it.
    pub(super) fn article(&mut self, file: &str) -> Result<Value, Stopped> {
        let source = self.source_of(file);
        let missing = || Stopped::from(problem(file, "There is no such article.", "Choose one from the list."));
        let found = self.known.examined(&self.folder, &source).ok_or_else(missing)?;
        let place = found.articles.iter().position(|article| article.file == file).unwrap_or(0);
        let article = found.articles.get(place).cloned().ok_or_else(missing)?;
        let (outlet, problems) = (found.outlets.get(place).cloned().flatten(), found.problems.clone());
        let proposals = self.known.proposals(&self.folder, &article);
        let examiner = &self.known.examiner(&self.folder).0;
        let view =
            View { article: &article, outlet: outlet.as_ref(), corpus: examiner.corpus(), proposals: &proposals };
        let mut told = view.told();
        let document = parsed(&self.catalogue_text());
        let entry = tables(document.get("article")).into_iter().find(|entry| entry.get("file") == Some(&json!(file)));
        if let Some(Value::Array(repairs)) = told.get_mut("repairs") {
            settle_repairs(repairs, entry.as_ref());
        }
        put(&mut told, "problems", view::problems(&problems).into());
        // A file with several articles is shown with all that is told of it.
        let about =
            |one: &&summitry_corpus::Warning| file == source || [file, &source].contains(&one.place.file.as_str());
        let warned = self.known.noted(&self.folder, &source).iter().filter(about);
        put(&mut told, "warnings", warned.map(view::warning).collect());
        put(&mut told, "said", entry.unwrap_or(Value::Null));
        Ok(json!({"article": told}))
    }

    /// What is wrong in the catalogue apart from its articles.
    pub(super) fn header_problems(&mut self) -> Vec<Problem> {
        let (examiner, problems) = self.known.examiner(&self.folder);
        let mut problems = problems.clone();
        problems.extend(query_problems(examiner.corpus(), &examiner.catalogue()));
        problems
    }

    /// All that stops the build, in the order of the catalogue.
    pub(super) fn all_problems(&mut self) -> Vec<Problem> {
        let mut problems = self.header_problems();
        let (mut names, mut theirs) = (Vec::new(), Vec::new());
        for (name, found) in self.known.all(&self.folder) {
            names.push(name.to_owned());
            names.extend(found.articles.iter().map(|article| article.file.clone()).filter(|file| file != name));
            theirs.extend(found.problems.iter().cloned());
        }
        problems.extend(self.known.examiner(&self.folder).0.missing(names.iter().map(String::as_str)));
        problems.extend(theirs);
        problems
    }

    /// What could be said of the collection and is not yet.
    pub(super) fn proposed(&mut self) -> Value {
        let known: Vec<&summitry_corpus::Examined> = self.known.all(&self.folder).map(|(_, found)| found).collect();
        let articles: Vec<crate::propose::Known<'_>> = known
            .iter()
            .flat_map(|found| found.articles.iter().zip(found.outlets.iter().map(Option::as_ref)))
            .collect();
        let found = propose(&articles);
        let outlets = found.outlets.iter().map(|one| {
            let articles = one
                .articles
                .iter()
                .map(|named| json!({"file": named.file, "evidence": named.evidence, "because": named.because}));
            json!({"id": one.id, "name": one.name, "articles": articles.collect::<Vec<_>>()})
        });
        let people = found.people.iter().map(|one| {
            let roles: Vec<_> = (!one.role.is_empty()).then(|| json!({"title": one.role})).into_iter().collect();
            json!({"id": one.id, "name": one.name, "roles": roles, "spellings": one.spellings, "count": one.count, "files": one.files})
        });
        let meetings = found.meetings.iter().map(|one| {
            let articles = one.articles.iter().map(|(file, words)| json!({"file": file, "evidence": [words]}));
            json!({
                "id": one.id, "name": one.name, "place": one.place, "start": one.start.to_string(),
                "end": one.end.map(|end| end.to_string()), "articles": articles.collect::<Vec<_>>(),
            })
        });
        let issues = found.issues.iter().map(|one| {
            json!({"id": one.id, "name": one.name, "query": one.query, "words": one.words, "count": one.count, "articles": one.articles})
        });
        json!({
            "outlets": outlets.collect::<Vec<_>>(), "people": people.collect::<Vec<_>>(),
            "meetings": meetings.collect::<Vec<_>>(), "issues": issues.collect::<Vec<_>>(),
        })
    }

    /// How often each id is used.
    fn uses(&mut self) -> HashMap<(&'static str, String), usize> {
        let mut uses = HashMap::new();
        let mut add = |table: Table, id: &str| *uses.entry((table.name(), id.to_owned())).or_insert(0) += 1;
        for article in self.known.all(&self.folder).flat_map(|(_, found)| &found.articles) {
            article.outlet.iter().for_each(|outlet| add(Table::Outlet, outlet.value.as_str()));
            article
                .meetings
                .iter()
                .chain(&article.mentions)
                .for_each(|meeting| add(Table::Meeting, meeting.id.as_str()));
            for voice in &article.voices {
                voice.person.iter().for_each(|person| add(Table::Person, person.as_str()));
                voice.side.iter().for_each(|side| add(Table::Side, side.as_str()));
            }
        }
        // So many are indexed in a moment; of more it is told after the next preview.
        let few = self.folder.articles().count() <= FEW && self.catalogue_text().contains("[[issue]]");
        let known = self.indexed.as_ref().is_some_and(|(revision, _)| *revision == self.revision);
        if few || known {
            let collection = self.collection();
            for issue in &collection.corpus().issues {
                let count = collection.issue_passages(issue.id.as_str()).count();
                uses.insert((Table::Issue.name(), issue.id.to_string()), count);
            }
        }
        uses
    }
}

/// Tells of repairs which of them the catalogue makes, and adds those that it
/// refuses: there words are to be read as they are.
fn settle_repairs(repairs: &mut Vec<Value>, entry: Option<&Value>) {
    let said = entry.and_then(|entry| entry.get("emendations")).and_then(Value::as_array);
    for one in said.into_iter().flatten() {
        let same = |other: &&mut Value| other.get("line") == one.get("line") && other.get("was") == one.get("was");
        let refused = one.get("was") == one.get("now");
        if refused {
            repairs.push(json!({
                "line": one.get("line"), "was": one.get("was"), "now": one.get("now"),
                "why": one.get("because"), "taken": false, "refused": true, "said": true,
            }));
        } else if let Some(made) = repairs.iter_mut().find(same).and_then(Value::as_object_mut) {
            made.insert("said".to_owned(), json!(true));
        }
    }
}

/// The catalogue; an empty one where it cannot be read.
pub(super) fn parsed(text: &str) -> toml_edit::DocumentMut {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_default()
}

/// The tables of a list, as JSON.
pub(super) fn tables(item: Option<&toml_edit::Item>) -> Vec<Value> {
    match item.map(value) {
        Some(Value::Array(list)) => list.into_iter().filter(Value::is_object).collect(),
        _ => Vec::new(),
    }
}

/// A value of the catalogue as JSON.
fn value(item: &toml_edit::Item) -> Value {
    use toml_edit::Item;
    match item {
        Item::None => Value::Null,
        Item::Value(one) => plain(one),
        Item::Table(one) => table(one),
        Item::ArrayOfTables(tables) => tables.iter().map(table).collect(),
    }
}

fn table(table: &toml_edit::Table) -> Value {
    table.iter().map(|(key, item)| (key.to_owned(), value(item))).collect()
}

fn plain(one: &toml_edit::Value) -> Value {
    use toml_edit::Value as Toml;
    match one {
        Toml::String(text) => json!(text.value()),
        Toml::Integer(number) => json!(number.value()),
        Toml::Float(number) => json!(number.value()),
        Toml::Boolean(flag) => json!(flag.value()),
        Toml::Datetime(when) => json!(when.value().to_string()),
        Toml::Array(list) => list.iter().map(plain).collect(),
        Toml::InlineTable(table) => table.iter().map(|(key, one)| (key.to_owned(), plain(one))).collect(),
    }
}

#[cfg(test)]
mod tests;
