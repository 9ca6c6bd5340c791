//! Under a comparison: what it was made from, so that a printed one says it too.

use crate::app::Scene;
use crate::library::Column;
use crate::navigation::{address, page_address};
use crate::node::{Element, el, link};
use crate::page::compare::handout;

/// The articles as they are cited, and where they and the comparison are read.
pub fn view(scene: Scene<'_>, columns: &[Column]) -> Element {
    let items = handout::sources(scene.library, columns, &page_address()).into_iter().map(|source| {
        let read = link(source.address.clone()).class("no-print").add("Read it");
        let cited = [": ", &source.cited, " "].concat();
        el("li")
            .add(el("b").add(source.short))
            .add(cited)
            .add(read)
            .add(el("span").class("print-only").add(source.address))
    });
    el("section")
        .class("sources fine")
        .at("aria-label", "Sources")
        .add(el("h2").add("Sources"))
        .add(el("ul").all(items))
        .add(el("p").class("print-only").add(["This comparison: ", &address(scene.route)].concat()))
}
