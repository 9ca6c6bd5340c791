//! Whatever refers to a side, an outlet, a person or a meeting by its id.
//!
//! Invariant: when an id changes, every reference follows, in the tables and in
//! the issues' queries.

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::value::{put, text, words_of};
use crate::edit::Table;

/// Makes what refers to `from` refer to `to`.
pub(super) fn follow(document: &mut DocumentMut, table: Table, from: &str, to: &str) {
    let document = document.as_table_mut();
    match table {
        Table::Side => {
            each(document, "outlet", &mut |at| swap(at, "side", from, to));
            each(document, "person", &mut |at| swap(at, "side", from, to));
        }
        Table::Outlet => each(document, "article", &mut |at| {
            if let Some(claim) = at.get_mut("outlet").and_then(Item::as_table_like_mut) {
                swap(claim, "value", from, to);
            }
        }),
        Table::Person => {
            each(document, "meeting", &mut |at| swap_word(at, "participants", from, to));
            each(document, "article", &mut |at| each(at, "speakers", &mut |at| swap(at, "person", from, to)));
        }
        Table::Meeting => each(document, "article", &mut |at| {
            for list in ["meetings", "mentions"] {
                let has = |at: &dyn TableLike| text(at, "value") == Some(to);
                let mut there = false;
                each(at, list, &mut |at| there |= has(at));
                if there {
                    super::entry::remove_listed(at, list, &|at| text(at, "value") == Some(from));
                } else {
                    each(at, list, &mut |at| swap(at, "value", from, to));
                }
            }
        }),
        Table::Issue => {}
        Table::Event => return,
    }
    let field = table.field();
    each(document, "issue", &mut |at| {
        let Some(query) = text(at, "query").map(|query| in_query(query, field, from, to)) else { return };
        if text(at, "query") != Some(&query) {
            put(at, "query", Value::from(query));
        }
    });
}

/// Every table of a list within a table.
fn each(table: &mut dyn TableLike, name: &str, then: &mut dyn FnMut(&mut dyn TableLike)) {
    match table.get_mut(name) {
        Some(Item::ArrayOfTables(tables)) => tables.iter_mut().for_each(|table| then(table)),
        Some(Item::Value(Value::Array(array))) => {
            array.iter_mut().filter_map(Value::as_inline_table_mut).for_each(|table| then(table));
        }
        _ => {}
    }
}

fn swap(table: &mut dyn TableLike, key: &str, from: &str, to: &str) {
    if text(table, key) == Some(from) {
        put(table, key, Value::from(to));
    }
}

fn swap_word(table: &mut dyn TableLike, key: &str, from: &str, to: &str) {
    let words = words_of(table, key);
    if !words.iter().any(|word| word == from) {
        return;
    }
    let mut changed: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let word = if word == from { to.to_owned() } else { word };
        if !changed.contains(&word) {
            changed.push(word);
        }
    }
    put(table, key, super::value::words(&changed));
}

/// A query in which the values `from` of a field are `to`.
pub(crate) fn in_query(query: &str, field: &str, from: &str, to: &str) -> String {
    let (asked, mut changed, mut rest) = (format!("{field}:{from}"), String::with_capacity(query.len()), query);
    while let Some(at) = rest.find(&asked) {
        let (before, behind) = rest.split_at(at);
        let after = behind.get(asked.len()..).unwrap_or("");
        let part_of_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '.';
        let whole = !before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ':')
            && !after.chars().next().is_some_and(part_of_word);
        changed.push_str(before);
        changed.push_str(&if whole { format!("{field}:{to}") } else { asked.clone() });
        rest = after;
    }
    changed + rest
}

#[cfg(test)]
mod tests {
    use super::in_query;

    #[test]
    fn an_id_in_a_query_follows_and_words_like_it_stay() {
        let check = |query: &str, expected: &str| assert_eq!(in_query(query, "outlet", "bbc", "beeb"), expected);
        check("outlet:bbc AND treaty OR -outlet:bbc", "outlet:beeb AND treaty OR -outlet:beeb");
        check("(outlet:bbc) outlet:bbc-2 bbc myoutlet:bbc", "(outlet:beeb) outlet:bbc-2 bbc myoutlet:bbc");
    }
}
