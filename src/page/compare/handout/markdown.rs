//! A handout as Markdown (CommonMark 0.31).

use std::fmt::Write;

use summitry_corpus::escape::markdown as plain;

use super::{Entry, Handout};

/// The handout as Markdown: a section for each row, in it one for each column.
pub fn markdown(handout: &Handout) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "# {}\n\n<{}>\n", plain(&handout.title), handout.address);
    if !handout.narrowed.is_empty() {
        let _ = write!(out, "\n{}\n", plain(&handout.narrowed));
    }
    for row in &handout.rows {
        let _ = write!(out, "\n## {}\n", plain(&row.name));
        if !row.note.is_empty() {
            let _ = write!(out, "\n*{}*\n", plain(&row.note));
        }
        for (column, cell) in handout.columns.iter().zip(&row.cells) {
            let _ = write!(out, "\n### {}\n\n", plain(column));
            if cell.is_empty() {
                out.push_str("Not here.\n");
            }
            cell.iter().for_each(|entry| item(&mut out, entry));
        }
    }
    out.push_str("\n## Sources\n\n");
    for source in &handout.sources {
        let _ = writeln!(out, "- **{}**: {} <{}>", plain(&source.short), plain(&source.cited), source.address);
    }
    out
}

fn item(out: &mut String, entry: &Entry) {
    let label = plain(&entry.label);
    let text = plain(&entry.text);
    let _ = match (entry.label.is_empty(), entry.address.is_empty()) {
        (true, true) => writeln!(out, "- {text}"),
        (true, false) => writeln!(out, "- [{text}](<{}>)", entry.address),
        (false, true) => writeln!(out, "- **{label}**: {text}"),
        (false, false) => writeln!(out, "- [{label}](<{}>): {text}", entry.address),
    };
}
