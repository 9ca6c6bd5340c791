//! A sheet as comma-separated values (RFC 4180), safe to open in a
//! spreadsheet.

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
    for (place, field) in fields.into_iter().enumerate() {
        out.push_str(if place == 0 { "\"" } else { ",\"" });
        if begins_formula(field) {
            out.push('\'');
        }
        for character in field.chars() {
            if character == '"' {
                out.push('"');
            }
            out.push(character);
        }
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet would take the field for a formula (OWASP, *CSV
/// Injection*); the apostrophe before it makes it text. Blanks before the sign
/// do not help against every program.
fn begins_formula(field: &str) -> bool {
    let first = field.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first))
}
