//! The mark of a side: letters and shape first, colour second.

use crate::library::Library;
use crate::node::{Element, el};

/// The mark of the side with this id; nothing when there is none, or when the
/// catalogue gives it no letters, as for those who speak for no side.
pub fn side_mark(library: Library, id: &str) -> Option<Element> {
    let side = library.corpus().side(id)?;
    if !side.abbreviation.starts_with(char::is_alphabetic) {
        return None;
    }
    let rank = library.side_rank(id).map(|rank| rank.to_string());
    // One element, not letters beside words that are only heard: a list has hundreds.
    let mark = el("span").class("side").maybe("data-rank", rank).at("role", "img");
    let name = side.name.as_str();
    Some(mark.at("aria-label", name).at("title", name).add(side.abbreviation.as_str()))
}
