//! A handout as a page of its own (HTML Standard), which asks for nothing.

use super::{Entry, Handout};
use crate::node::{Element, el, link, to_html};

/// So that it can be read and printed; the tags and values hold no character
/// that HTML would escape.
const STYLE: &str = "body{font:11pt/1.45 Georgia,serif;margin:2rem auto;max-width:75rem;padding:0 1rem}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #999;padding:.5rem .7rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}thead{display:table-header-group}.row th{background:#eee}p{margin:0 0 .6em}small,.empty{color:#444}.empty{font-style:italic}@media print{body{margin:0;max-width:none;padding:0}p{break-inside:avoid}}";

/// The handout as a whole HTML file. Every word in it is text: nothing of the
/// sources can become markup.
pub fn html(handout: &Handout) -> String {
    let head = el("head")
        .add(el("meta").at("charset", "utf-8"))
        .add(el("meta").at("name", "viewport").at("content", "width=device-width"))
        .add(el("title").add(handout.title.clone()))
        .add(el("style").add(STYLE));
    let heads = handout.columns.iter().map(|name| el("th").at("scope", "col").add(name.clone()));
    let rows = handout.rows.iter().map(|row| {
        let note = (!row.note.is_empty()).then(|| el("small").add(format!(" {}", row.note)));
        let width = handout.columns.len().to_string();
        let head = el("th").at("scope", "rowgroup").at("colspan", width).add(row.name.clone()).add(note);
        el("tbody")
            .add(el("tr").class("row").add(head))
            .add(el("tr").all(row.cells.iter().map(|cell| self::cell(cell))))
    });
    let table = el("table").add(el("thead").add(el("tr").all(heads))).all(rows);
    let sources = handout.sources.iter().map(|source| {
        let cited = format!(": {} ", source.cited);
        el("li").add(el("b").add(source.short.clone())).add(cited).add(link(source.address.clone()).add("Read it"))
    });
    let body = el("body")
        .add(el("h1").add(handout.title.clone()))
        .add((!handout.narrowed.is_empty()).then(|| el("p").add(handout.narrowed.clone())))
        .add(table)
        .add(el("h2").add("Sources"))
        .add(el("ul").all(sources))
        .add(el("p").add(link(handout.address.clone()).add("This comparison")));
    format!("<!doctype html>\n{}\n", to_html(el("html").at("lang", "en").add(head).add(body).into()))
}

fn cell(entries: &[Entry]) -> Element {
    if entries.is_empty() {
        return el("td").add(el("p").class("empty").add("Not here."));
    }
    el("td").all(entries.iter().map(|entry| {
        let label = if entry.label.is_empty() { &entry.text } else { &entry.label };
        let label = if entry.address.is_empty() {
            el("b").add(label.clone())
        } else {
            link(entry.address.clone()).add(label.clone())
        };
        let text = (!entry.label.is_empty()).then(|| format!(" {}", entry.text));
        el("p").add(label).add(text)
    }))
}
