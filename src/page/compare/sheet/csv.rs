//! A sheet as comma-separated values (RFC 4180), safe to open in a
//! spreadsheet; cells are escaped where the command line's are.

use summitry_corpus::escape::push_csv_line;

use super::Sheet;

/// The sheet as a table with a line for each entry; a cell with nothing has a
/// line that says so. Every field stands in quotation marks, lines end with
/// CR LF, the first line holds the names.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::new();
    line(&mut out, ["row", "note", "column", "place", "text", "address"]);
    for row in &sheet.rows {
        for (column, cell) in sheet.columns.iter().zip(&row.cells) {
            if cell.is_empty() {
                line(&mut out, [&row.name, &row.note, column, "", "Not here.", ""]);
            }
            for entry in cell {
                line(&mut out, [&row.name, &row.note, column, &entry.label, &entry.text, &entry.address]);
            }
        }
    }
    for source in &sheet.sources {
        line(&mut out, ["Sources", "", &source.short, "", &source.cited, &source.address]);
    }
    out
}

fn line(out: &mut String, fields: [&str; 6]) {
    push_csv_line(out, fields);
}
