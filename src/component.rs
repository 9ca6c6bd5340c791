//! Components that several pages are made of.

mod announce;
mod article_head;
mod chosen;
mod copy;
mod evidence;
mod find_box;
mod heard;
mod keep;
mod passage;
mod record;
pub mod save;
pub mod share;
mod side;
mod statement;
mod words;

pub use announce::{announce, announcer};
pub use article_head::article_head;
pub use chosen::{chosen, chosen_chips};
pub use copy::{Copied, copyable, copyable_link, press_copy};
pub use evidence::{evidence, line_link};
pub use find_box::find_box;
pub use heard::{said_alone, said_here, voices};
pub use keep::{keep, keep_later};
pub use passage::{Listed, in_reader, issue_ids, issue_tags, passage, passage_again, passage_link};
pub use record::{FIELDS, Record, record};
pub use side::side_mark;
pub use statement::statement;
pub use words::{shown, words, words_of};

use crate::node::{Element, el, link, unseen};
use crate::route::Route;

/// What is chosen, each chip a link to the view without it.
pub fn chips(label: &'static str, chosen: Vec<(String, Route)>, all: Option<String>) -> Option<Element> {
    if chosen.is_empty() {
        return None;
    }
    let many = chosen.len() > 1;
    let links =
        chosen.into_iter().map(|(name, without)| el("li").add(link(without.href()).add(unseen("Without ")).add(name)));
    let clear = all.filter(|_| many).map(|href| el("li").add(link(href).class("clear-all").add("Remove all filters")));
    Some(el("ul").class("chips").at("aria-label", label).all(links).add(clear))
}

/// Links of which one is chosen, drawn as one piece.
pub fn segments(label: &'static str, choices: impl IntoIterator<Item = (&'static str, String, bool)>) -> Element {
    let links = choices.into_iter().map(|(name, href, chosen)| link(href).class("button").current(chosen).add(name));
    el("span").class("segments").at("role", "group").at("aria-label", label).all(links)
}
