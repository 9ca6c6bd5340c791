//! Words that are selected on the page, as words of passages.
//!
//! Invariant: what is selected is found again in the passage's own text, or it
//! is not taken: a passage may be shown in part, and with signs around it.

use leptos::prelude::{document, window};
use summitry_corpus::ByteRange;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::kept::Words;
use crate::library::Library;

/// The most passages that one selection may go through.
const MOST: usize = 50;

/// The words that are selected in each passage, in the order of the page.
pub fn selected(library: Library) -> Vec<Words> {
    let range = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed());
    let Some(range) = range.and_then(|selection| selection.get_range_at(0).ok()) else { return Vec::new() };
    let Ok(around) = range.common_ancestor_container() else { return Vec::new() };
    let around = around.dyn_ref::<Element>().cloned().or_else(|| around.parent_element());
    let Some(around) = around else { return Vec::new() };
    let inside = around.closest("#main [data-passage]").ok().flatten();
    let passages = match inside {
        Some(passage) => vec![passage],
        None => drawn(&around).into_iter().filter(|passage| touches(&range, passage)).collect(),
    };
    passages.iter().take(MOST).filter_map(|passage| words(library, &range, passage)).collect()
}

fn drawn(around: &Element) -> Vec<Element> {
    let Ok(all) = around.query_selector_all("#main [data-passage]") else { return Vec::new() };
    (0..all.length()).filter_map(|place| all.item(place)?.dyn_into().ok()).collect()
}

fn touches(range: &Range, element: &Node) -> bool {
    range.intersects_node(element).unwrap_or(false)
}

/// The words of one passage that lie in the range.
fn words(library: Library, range: &Range, element: &Element) -> Option<Words> {
    let article = library.index_of(&element.get_attribute("data-article")?)?;
    let number = element.get_attribute("data-passage")?.parse().ok()?;
    let text = element.query_selector("p").ok().flatten().filter(|text| touches(range, text))?;
    let inside = document().create_range().ok()?;
    inside.select_node_contents(&text).ok()?;
    let before = inside.clone_range();
    // The part of the paragraph that is selected, and what stands before it.
    if inside.compare_boundary_points(Range::START_TO_START, range).ok()? < 0 {
        inside.set_start(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    }
    if inside.compare_boundary_points(Range::END_TO_END, range).ok()? > 0 {
        inside.set_end(&range.end_container().ok()?, range.end_offset().ok()?).ok()?;
    }
    before.set_end(&inside.start_container().ok()?, inside.start_offset().ok()?).ok()?;
    let place = (article, number);
    let found = found(&library.block(place)?.text, &shown(&before), &shown(&inside))?;
    Some(Words { place, range: found })
}

fn shown(range: &Range) -> String {
    String::from(range.to_string())
}

/// Where `words`, which stand behind `before` on the page, stand in `text`; of
/// several places the one whose words before it are most like those.
pub(super) fn found(text: &str, before: &str, words: &str) -> Option<ByteRange> {
    let spaces = words.len() - words.trim_start().len();
    let before = [before, words.get(..spaces).unwrap_or_default()].concat();
    // Signs that the page puts around the words are no part of them.
    let words = words.trim().trim_matches(['…', '“', '”']).trim();
    if words.is_empty() {
        return None;
    }
    let alike = |start: usize| {
        let own = text.get(..start).unwrap_or_default();
        own.chars().rev().zip(before.chars().rev()).take_while(|(own, other)| own == other).count()
    };
    let (start, _) = text.match_indices(words).max_by_key(|(start, _)| alike(*start))?;
    Some(ByteRange::new(start, start + words.len()))
}

#[cfg(test)]
mod tests {
    use super::found;
    use summitry_corpus::ByteRange;

    #[test]
    fn of_equal_words_those_behind_the_same_words_are_meant() {
        let text = "The treaty stands. They say the treaty goes.";
        assert_eq!(found(text, "… They say the ", "treaty"), Some(ByteRange::new(32, 38)));
        assert_eq!(found(text, "The ", "treaty"), Some(ByteRange::new(4, 10)));
    }

    #[test]
    fn signs_around_words_are_no_part_of_them_and_foreign_words_are_not_found() {
        assert_eq!(found("Nothing new.", "", "“Nothing new.”"), Some(ByteRange::new(0, 12)));
        assert_eq!(found("Nothing new.", "", "Rejecting:"), None);
        assert_eq!(found("Nothing new.", "", " … "), None);
    }
}
