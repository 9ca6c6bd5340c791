//! A passage wherever one is listed: its number, its words, its issues.

use summitry_corpus::{Article, Block, ByteRange};

use crate::app::Scene;
use crate::component::{keep, keep_later, said_alone, voices, words_of};
use crate::library::{Library, Place};
use crate::node::{Element, el, link};
use crate::route::{Page, Route};
use crate::wording::whole;

/// Which passage is listed, and how.
pub struct Listed<'m> {
    /// Index of the article.
    pub article: usize,
    /// Number of the passage, from 1.
    pub number: u32,
    /// The words that were searched for, in bytes of its text.
    pub marks: &'m [ByteRange],
    /// The part of its text to show, in bytes; all of it when there is none.
    /// Where that is a statement, it is the statement that can be kept.
    pub window: Option<ByteRange>,
    /// Whether to list its issues.
    pub tagged: bool,
    /// Whether to say who speaks in it.
    pub heard: bool,
    /// Whether it has the buttons that keep and cite, or only their place, unless
    /// something of it is kept.
    pub keepable: bool,
}

/// A passage; its number is the link to it in the reader.
pub fn passage(scene: Scene<'_>, listed: &Listed<'_>) -> Option<Element> {
    let article = scene.library.corpus().articles.get(listed.article)?;
    let number = listed.number;
    let block = article.passage(number)?;
    let place = (listed.article, number);
    let window = listed.window.unwrap_or_else(|| whole(block));
    let heard = if listed.heard { voices(scene, article, number) } else { None };
    let tags = if listed.tagged { issue_tags(scene, listed.article, number) } else { None };
    // The whole of a passage is kept as that, whoever speaks it.
    let said = if window == whole(block) { None } else { said_alone(article, block, window) };
    let words = shown(scene, place, block, window, listed.marks);
    let words = match said {
        _ if !listed.keepable && scene.kept.in_passage(scene.library, place).is_empty() => keep_later(words),
        Some(voice) => keep(words, scene, place, voice.range, &voice.speaker),
        None => keep(words, scene, place, whole(block), ""),
    };
    let hit = el("div")
        .class("hit")
        .at("data-article", article.id.as_str())
        .at("data-passage", number.to_string())
        .at("data-issues", issue_ids(scene.library, listed.article, number))
        .add(passage_link(scene, article, number))
        .add(words)
        .all(heard)
        .all(tags);
    Some(hit)
}

/// A passage that was shown above already: its number, its first words, and a
/// way to show it whole.
pub fn passage_again(scene: Scene<'_>, listed: &Listed<'_>) -> Option<Element> {
    let article = scene.library.corpus().articles.get(listed.article)?;
    let number = listed.number;
    let block = article.passage(number)?;
    let first = el("span").class("first-words").add([first_words(&block.text), " … "].concat());
    let folded = el("details").class("again").add(el("summary").add(first)).add(shown(
        scene,
        (listed.article, number),
        block,
        whole(block),
        listed.marks,
    ));
    let hit = el("div")
        .class("hit")
        .at("data-article", article.id.as_str())
        .at("data-passage", number.to_string())
        .at("data-issues", issue_ids(scene.library, listed.article, number))
        .flag("data-again", true)
        .add(passage_link(scene, article, number))
        .add(folded);
    Some(hit)
}

/// About the first eight words of a text.
fn first_words(text: &str) -> &str {
    text.match_indices(' ').nth(7).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// A passage's number as the link to it in the reader.
pub fn passage_link(scene: Scene<'_>, article: &Article, number: u32) -> Element {
    let name = format!("Passage {number} of {}", article.headline.value);
    let reader = in_reader(scene.route, article, number);
    link(reader.href()).class("passage-number").at("aria-label", name).add(number.to_string())
}

/// The words, with an ellipsis where they are cut.
fn shown(scene: Scene<'_>, place: Place, block: &Block, window: ByteRange, marks: &[ByteRange]) -> Element {
    let before = (window.start > 0).then_some("… ");
    let after = ((window.end as usize) < block.text.len()).then_some(" …");
    el("p").all(before).all(words_of(scene, place, block, window, marks)).all(after)
}

/// The route to a passage in the reader, the query's words marked there too.
pub fn in_reader(route: &Route, article: &Article, number: u32) -> Route {
    route.elsewhere(Page::Read(article.id.to_string())).with(|reader| {
        reader.query.clone_from(&route.query);
        reader.passage = Some(number);
    })
}

/// The ids of a passage's issues, separated by spaces.
pub fn issue_ids(library: Library, article: usize, passage: u32) -> String {
    let issues = library.issues();
    let labels = library.labels(article, passage);
    let ids: Vec<&str> =
        labels.iter().filter_map(|label| issues.get(label.issue)).map(|issue| issue.id.as_str()).collect();
    ids.join(" ")
}

/// The issues of a passage, each a link to all passages on it. What earned the
/// label stands in the link's title.
pub fn issue_tags(scene: Scene<'_>, article: usize, number: u32) -> Option<Element> {
    let labels = scene.library.labels(article, number);
    let tags = labels.iter().filter_map(|label| {
        let issue = scene.library.issues().get(label.issue)?;
        let search = scene.route.elsewhere(Page::Search).with(|search| search.issues = vec![issue.id.to_string()]);
        let chosen = scene.route.issues.iter().any(|id| id == issue.id.as_str());
        let why = format!("On this issue because of: {}", label.terms.join(", "));
        Some(el("li").add(link(search.href()).at("title", why).current(chosen).add(issue.name.as_str())))
    });
    (!labels.is_empty()).then(|| el("ul").class("issue-tags").at("aria-label", "Issues").all(tags))
}
