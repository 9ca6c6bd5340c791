//! The buttons beside words that can be kept and cited.
//!
//! Invariant: what the buttons say stands in attributes, so that the words of
//! a passage are its own and nothing else, to whoever reads or copies them.

use summitry_corpus::ByteRange;
use wasm_bindgen::JsCast;

use crate::app::Scene;
use crate::kept::{Command, Mark, Words};
use crate::library::Place;
use crate::node::{Element, el};

/// The classes of the two buttons.
const KEEP: &str = "keep";
const CITE: &str = "cite-words";

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
    let (label, name, command) = match &mark {
        Some(mark) => (label(mark), "Kept: ", Command::Drop(words)),
        None => ("Keep", "Keep ", Command::Keep(words)),
    };
    let button = |class: &'static str, label: &'static str, name: String| {
        el("button").at("type", "button").class(class).at("aria-label", name).at("data-label", label)
    };
    let keep = button(KEEP, label, [name, &what].concat());
    let keep = keep.at("aria-pressed", if mark.is_some() { "true" } else { "false" });
    let cite = button(CITE, "Cite", ["Cite ", &what].concat());
    // They share a listener: a list of passages has hundreds of them.
    let tools = tools().add(keep).add(cite).on("click", move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        match pressed.map(|button| button.class_name()).as_deref() {
            Some(KEEP) => kept.ask(command.clone()),
            Some(CITE) => kept.ask(Command::Cite(words)),
            _ => {}
        }
    });
    shown.flag("data-kept", mark.is_some()).add(tools)
}

/// `shown` with the place of those buttons, in which `style/keep.css` paints what they
/// say: while one types nobody presses them, and a slow device makes fewer elements.
pub fn keep_later(shown: Element) -> Element {
    shown.add(tools())
}

/// With a key they stay where other words are marked.
fn tools() -> Element {
    el("span").class("tools no-print").key("tools")
}

fn label(mark: &Mark) -> &'static str {
    if mark.noted { "Kept, with a note" } else { "Kept" }
}
