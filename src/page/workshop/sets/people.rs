//! People as a visitor writes them, by name, and as the catalogue has them, by id.
//!
//! Invariant: who is not among the people is told and not passed over.

use serde_json::{Value, json};

use crate::page::workshop::form::listed;
use crate::page::workshop::reply::{Row, words};

/// The people of a row by their names, with commas between; by the id who is
/// not known, or whose name has a comma.
pub fn named(row: &Row, key: &str, known: &[Row]) -> String {
    let ids = listed(&words(row, key));
    let name = |id: &String| {
        let name = known.iter().find(|one| words(one, "id") == *id).map(|one| words(one, "name"));
        name.filter(|name| !name.is_empty() && !name.contains(',')).unwrap_or_else(|| id.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The ids of the people that a text names; `null` for none.
///
/// # Errors
/// When somebody is not among them, in a sentence.
pub fn ids(text: &str, known: &[Row]) -> Result<Value, String> {
    let mut ids: Vec<String> = Vec::new();
    for name in listed(text) {
        let is = |word: &str| word.to_lowercase() == name.to_lowercase();
        let called = |one: &&Row| {
            is(&words(one, "name"))
                || is(&words(one, "id"))
                || listed(&words(one, "spellings")).iter().any(|word| is(word))
        };
        let Some(one) = known.iter().find(called) else {
            return Err(format!(
                "“{name}” is not one of the people yet: add them under “People” first, or mind the spelling."
            ));
        };
        let id = words(one, "id");
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(if ids.is_empty() { Value::Null } else { json!(ids) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: Value) -> Row {
        let Value::Object(row) = value else { panic!("a row") };
        row
    }

    #[test]
    fn people_are_written_by_name_and_kept_by_id() {
        let known = [
            row(json!({ "id": "pell", "name": "Martin Pell", "spellings": ["M. Pell"] })),
            row(json!({ "id": "roe", "name": "Ann Roe, the younger" })),
        ];
        let meeting = row(json!({ "participants": ["pell", "roe", "nobody"] }));
        assert_eq!(named(&meeting, "participants", &known), "Martin Pell, roe, nobody");
        assert_eq!(ids("martin pell, Roe, M. Pell", &known), Ok(json!(["pell", "roe"])));
        assert_eq!(ids(" ", &known), Ok(Value::Null));
        assert!(ids("Martin Bell", &known).unwrap_err().contains("“Martin Bell” is not one of the people"));
    }
}
