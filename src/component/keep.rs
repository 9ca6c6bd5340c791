//! The buttons beside words that can be kept and cited.
//!
//! Invariant: what the buttons say stands in attributes, so that the words of
//! a passage are its own and nothing else, to whoever reads or copies them.

use summitry_corpus::ByteRange;

use crate::app::Scene;
use crate::kept::{Mark, Wish, Words};
use crate::library::Place;
use crate::node::{Element, el};

/// `shown` with buttons that keep or let go, and cite, its words: those of `range` in
/// a passage; `whose` says who says them, where they are a statement.
///
/// That they are kept stands on `shown` too. A style that asked the button with
/// `:has()` would have the browser look for what it may concern whenever a passage
/// comes or goes.
pub fn keep(shown: Element, scene: Scene<'_>, place: Place, range: ByteRange, whose: &str) -> Element {
    let headline = scene.library.corpus().articles.get(place.0).map_or("", |article| article.headline.value.as_str());
    let mut what = ["passage ", &place.1.to_string(), " of ", headline].concat();
    if !whose.is_empty() {
        what = ["the words of ", whose, " in ", &what].concat();
    }
    let (kept, words) = (scene.kept, Words { place, range });
    let mark = kept.in_passage(scene.library, place).into_iter().find(|mark| mark.words == words);
    let (label, name, wish) = match &mark {
        Some(mark) => (label(mark), "Kept: ", Wish::Drop(words)),
        None => ("Keep", "Keep ", Wish::Keep(words)),
    };
    let button = |label: &'static str, name: String, wish: Wish| {
        el("button")
            .at("type", "button")
            .at("aria-label", name)
            .at("data-label", label)
            .on("click", move |_| kept.ask(wish.clone()))
    };
    let keep = button(label, [name, &what].concat(), wish)
        .class("keep")
        .at("aria-pressed", if mark.is_some() { "true" } else { "false" });
    let cite = button("Cite", ["Cite ", &what].concat(), Wish::Cite(words)).class("cite-words");
    // With a key they stay where other words are marked.
    let tools = el("span").class("tools no-print").key("tools").add(keep).add(cite);
    shown.flag("data-kept", mark.is_some()).add(tools)
}

fn label(mark: &Mark) -> &'static str {
    if mark.noted { "Kept, with a note" } else { "Kept" }
}
