//! The reading text, block by block, with its marks in the margin.

use std::rc::Rc;

use leptos::prelude::{document, window};
use summitry_corpus::{Article, Block, BlockKind, ByteRange};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::{Still, in_hand, marks, overview};
use crate::app::Scene;
use crate::component::{issue_ids, issue_tags, keep, voices, words, words_of};
use crate::navigation::Navigation;
use crate::node::{Element, Node, el, link, live, memo, unseen};
use crate::route::{Page, Route};
use crate::wording::whole;

/// The text; the passage that the link names is set apart, with what is known
/// about it behind it.
pub(super) fn view(scene: Scene<'_>, still: &Still, index: usize, article: &'static Article) -> Element {
    let blocks = blocks(scene, still, index, article);
    // Each block keeps a place behind it for what is known of its passage, so
    // that choosing another one moves nothing else.
    let pairs = article.blocks.iter().zip(blocks).flat_map(move |(block, shown)| {
        let chosen = block.n.filter(|number| scene.route.passage == Some(*number));
        [shown, chosen.and_then(|number| in_hand::view(scene, index, article, number)).into()]
    });
    el("div")
        .class("text")
        .key("reading".to_owned())
        .at("data-view", "reading")
        .flag("data-chosen", scene.route.passage.is_some())
        .listen_to_keys(scene)
        .add(overview::view(scene, index, article))
        .all(pairs)
}

/// The blocks. When another passage is chosen only that one and the one before
/// are made anew; what is kept of its words each passage follows by itself.
fn blocks(scene: Scene<'_>, still: &Still, index: usize, article: &'static Article) -> impl Iterator<Item = Node> {
    let (route, marks) = (scene.route, Rc::new(marks(scene, index)));
    article.blocks.iter().map(move |block| {
        let Some(number) = block.n else { return apart(block) };
        let current = route.names_passage(number);
        let (held, marks) = (still.held.clone(), marks.clone());
        let input = [still.identity.as_str(), if current { " current" } else { "" }].concat();
        memo(format!("passage {number}"), input, move || {
            live(move || passage(held.scene(), index, article, block, number, current, &marks))
        })
    })
}

impl Element {
    /// Enter takes the passage that has the focus in hand, Escape lays it down.
    pub(super) fn listen_to_keys(self, scene: Scene<'_>) -> Self {
        let navigation = scene.navigation;
        self.on("keydown", move |event| pressed(navigation, &event))
    }
}

fn pressed(navigation: Navigation, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let route = navigation.route_now();
    match (key.key().as_str(), route.passage) {
        ("Enter", _) => {
            let focused = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let focused = focused.filter(|element| element.class_name() == "block");
            let number = focused.and_then(|block| block.get_attribute("data-passage"));
            if let Some(number) = number.and_then(|number| number.parse().ok()) {
                event.prevent_default();
                navigation.go(&route.with(|route| route.passage = Some(number)));
            }
        }
        ("Escape", Some(number)) => {
            event.prevent_default();
            focus_passage(number);
            navigation.go(&route.with(|route| route.passage = None));
        }
        _ => {}
    }
}

/// A tap on a passage's words takes it in hand, unless words are being selected
/// or something in them was meant.
fn tapped(navigation: Navigation, event: &Event, number: u32) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let other = target.and_then(|target| target.closest("a, button, summary").ok().flatten()).is_some();
    let selecting = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    let route = navigation.route_now();
    if !(other || selecting || route.passage == Some(number)) {
        navigation.go(&at_passage(&route, number));
    }
}

/// The element on the page that a selector finds.
fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

fn passage_element(number: u32) -> Option<HtmlElement> {
    find(&format!(".block[data-passage=\"{number}\"]"))
}

/// Puts the focus on a passage, without scrolling.
pub(super) fn focus_passage(number: u32) {
    if let Some(element) = passage_element(number) {
        focus(&element);
    }
}

fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls to a line of the file as received, or else to a passage, unless it
/// is in view, and puts the focus there.
pub fn bring_into_view(passage: Option<u32>, line: Option<u32>) {
    let line = line.and_then(|number| find(&format!("[data-line=\"{number}\"]")));
    if let Some(element) = line.or_else(|| passage.and_then(passage_element)) {
        bring(&element);
    }
}

/// Scrolls to an element unless it is in view, and puts the focus there.
pub(super) fn bring(element: &HtmlElement) {
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let height = sheet().unwrap_or(height);
    if place.top() < 0.0 || place.bottom() > height {
        let options = web_sys::ScrollIntoViewOptions::new();
        let tall = place.height() > height;
        options.set_block(if tall {
            web_sys::ScrollLogicalPosition::Start
        } else {
            web_sys::ScrollLogicalPosition::Center
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    focus(element);
}

/// Where the sheet with what is known of a passage begins, from the top of the
/// window; nothing where that stands beside the text.
fn sheet() -> Option<f64> {
    let panel = find(".in-hand")?;
    let style = window().get_computed_style(&panel).ok()??;
    let fixed = style.get_property_value("position").is_ok_and(|position| position == "fixed");
    fixed.then(|| panel.get_bounding_client_rect().top())
}

/// A block that is not a passage; headline, byline and standfirst stand above
/// the text already.
fn apart(block: &'static Block) -> Node {
    match block.kind {
        BlockKind::Subhead | BlockKind::Caption | BlockKind::AlternativeText => other(block).into(),
        _ => Node::Nothing,
    }
}

/// A block without a number.
pub(super) fn other(block: &'static Block) -> Element {
    let words = words(block, whole(block), &[]);
    let shown = el("div").class("block").at("data-kind", block.kind.name());
    match block.kind {
        BlockKind::Subhead => {
            shown.at("id", section(block)).at("tabindex", "-1").add(el("h2").class("words").all(words))
        }
        BlockKind::AlternativeText => shown.add(el("p").class("words").add("Image: ").all(words)),
        BlockKind::Caption => shown.add(el("p").class("words").add(unseen("Caption: ")).all(words)),
        kind => shown.add(el("p").class("words").add(unseen([kind.name(), ": "].concat())).all(words)),
    }
}

/// The id of a subhead on the page.
pub(super) fn section(subhead: &Block) -> String {
    format!("section-{}", subhead.lines.0)
}

/// The reader at a passage, as it is otherwise.
pub(super) fn at_passage(route: &Route, number: u32) -> Route {
    route.with(|route| (route.passage, route.line) = (Some(number), None))
}

/// A passage with its number and its margin; `current`: it is the one in hand.
/// `marks` are those of all passages of its article.
pub(super) fn passage(
    scene: Scene<'_>,
    index: usize,
    article: &'static Article,
    block: &'static Block,
    number: u32,
    current: bool,
    marks: &[Vec<ByteRange>],
) -> Element {
    let here = at_passage(scene.route, number).href();
    let marks = marks.get(number as usize - 1).map_or(&[][..], Vec::as_slice);
    let name = format!("Link to passage {number}");
    let place = (index, number);
    let navigation = scene.navigation;
    let words = el("p")
        .class("words")
        .all(words_of(scene, place, block, whole(block), marks))
        .on("click", move |event| tapped(navigation, &event, number));
    el("div")
        .class("block")
        .at("tabindex", "-1")
        .at("data-kind", block.kind.name())
        .at("data-article", article.id.as_str())
        .at("data-passage", number.to_string())
        .at("data-issues", issue_ids(scene.library, index, number))
        .flag("data-current", current)
        .flag("data-quoted", block.text.starts_with(['“', '"', '«', '„']))
        .add(link(here.clone()).class("passage-number").at("aria-label", name).current(current).add(number.to_string()))
        .add(keep(words, scene, place, whole(block), ""))
        .add(margin(scene, index, article, number, here))
}

/// The issues of a passage, who speaks in it, and the way to the reasons.
fn margin(scene: Scene<'_>, index: usize, article: &'static Article, number: u32, here: String) -> Option<Element> {
    let tags = issue_tags(scene, index, number);
    let voices = voices(scene, article, number);
    let marked = tags.is_some() || voices.is_some();
    let why = link(here).class("why").add("Why?").add(unseen(format!(" What is known about passage {number}")));
    marked.then(|| el("div").class("margin").add(tags).add(voices).add(why))
}

/// A link to a passage that says only its number.
pub(super) fn number_link(scene: Scene<'_>, article: &Article, number: u32) -> Element {
    let route = Route { page: Page::Read(article.id.to_string()), ..at_passage(scene.route, number) };
    let name = format!("Passage {number}");
    let current = scene.route.passage == Some(number);
    link(route.href()).class("passage-number").at("aria-label", name).current(current).add(number.to_string())
}
