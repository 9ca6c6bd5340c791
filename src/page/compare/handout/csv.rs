//! A handout as comma-separated values (RFC 4180), safe to open in a
//! spreadsheet; cells are escaped where the command line's are.

use summitry_corpus::escape::push_csv_line;

use super::{Entry, Handout};
use crate::component::FIELDS;

/// The handout as a table with a line for each entry; a cell with nothing has a
/// line that says so. Every field stands in quotation marks, lines end with
/// CR LF, the first line holds the names.
pub fn csv(handout: &Handout) -> String {
    let mut out = String::new();
    push(&mut out, PLACE, FIELDS);
    for row in &handout.rows {
        for (column, cell) in handout.columns.iter().zip(&row.cells) {
            let nothing = Entry { text: "Not here.".to_owned(), ..Entry::default() };
            for entry in if cell.is_empty() { std::slice::from_ref(&nothing) } else { cell } {
                line(&mut out, [&row.name, &row.note, column], entry);
            }
        }
    }
    for source in &handout.sources {
        let entry = Entry { text: source.cited.clone(), address: source.address.clone(), ..Entry::default() };
        line(&mut out, ["Sources", "", &source.short], &entry);
    }
    out
}

/// The fields that tell where in the comparison something stands; those of a
/// record follow.
const PLACE: [&str; 4] = ["row", "note", "column", "item"];

fn line(out: &mut String, [row, note, column]: [&str; 3], Entry { label, text, address, record }: &Entry) {
    // What a label says of a passage stands in fields of its own.
    match record {
        Some(record) => push(out, [row, note, column, ""], record.each_ref().map(String::as_str)),
        None => push(out, [row, note, column, label], FIELDS.map(|name| of_no_passage(name, text, address))),
    }
}

/// A field of something that is of no passage.
fn of_no_passage<'t>(name: &str, text: &'t str, address: &'t str) -> &'t str {
    match name {
        "words" => text,
        "link" => address,
        _ => "",
    }
}

fn push(out: &mut String, place: [&str; PLACE.len()], record: [&str; FIELDS.len()]) {
    let mut line = [""; PLACE.len() + FIELDS.len()];
    line.iter_mut().zip(place.into_iter().chain(record)).for_each(|(slot, field)| *slot = field);
    push_csv_line(out, line);
}
