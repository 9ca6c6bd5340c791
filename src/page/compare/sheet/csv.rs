//! A sheet as comma-separated values (RFC 4180), safe to open in a
//! spreadsheet; cells are escaped where the command line's are.

use summitry_corpus::escape::push_csv_line;

use super::{Entry, Of, Sheet};

/// The sheet as a table with a line for each entry; a cell with nothing has a
/// line that says so. Every field stands in quotation marks, lines end with
/// CR LF, the first line holds the names.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::new();
    push_csv_line(&mut out, FIELDS);
    for row in &sheet.rows {
        for (column, cell) in sheet.columns.iter().zip(&row.cells) {
            let nothing = Entry { text: "Not here.".to_owned(), ..Entry::default() };
            for entry in if cell.is_empty() { std::slice::from_ref(&nothing) } else { cell } {
                line(&mut out, [&row.name, &row.note, column], entry);
            }
        }
    }
    for source in &sheet.sources {
        let entry = Entry { text: source.cited.clone(), address: source.address.clone(), ..Entry::default() };
        line(&mut out, ["Sources", "", &source.short], &entry);
    }
    out
}

/// The names of the fields, each of one thing.
const FIELDS: [&str; 14] = [
    "row", "note", "column", "item", "article", "outlet", "date", "passage", "speaker", "role", "side", "manner",
    "text", "address",
];

fn line(out: &mut String, [row, note, column]: [&str; 3], Entry { label, text, address, of }: &Entry) {
    // What a label says of a passage stands in fields of its own.
    let item = if of.passage.is_empty() { label.as_str() } else { "" };
    let Of { article, outlet, date, passage, speaker, role, side, manner } = of;
    push_csv_line(
        out,
        [row, note, column, item, article, outlet, date, passage, speaker, role, side, manner, text, address],
    );
}
