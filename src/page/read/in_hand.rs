//! The passage in hand: why it is labelled, who speaks in it, what the other
//! articles say, how to link to it and how to cite it.

use summitry_corpus::{Article, Basis, ByteRange, Voice, VoiceKind};
use summitry_search::Label;

use super::text::focus_passage;
use super::{cite, overview};
use crate::app::Scene;
use crate::component::{Listed, keep, line_link, passage, side_mark};
use crate::library::{Library, Place};
use crate::node::{Element, Node, after_paint, el, keyed, link, unseen};
use crate::route::{Mode, Page, Route};
use crate::wording::{list, published_day};

/// How many related passages are shown.
const RELATED: usize = 4;

/// How many of the most alike ones are looked at for a shared issue.
const LOOKED_AT: usize = 24;

/// Everything about a passage, counted from 1; nothing when there is none.
pub fn view(scene: Scene<'_>, index: usize, article: &'static Article, number: u32) -> Option<Element> {
    let block = article.passage(number)?;
    let without = scene.route.with(|route| route.passage = None);
    let close = link(without.href())
        .class("button")
        .add("Close")
        .add(unseen(format!(" passage {number}")))
        .on("click", move |_| focus_passage(number));
    let (first, last) = block.lines;
    let lines = if first == last { format!("Line {first}") } else { format!("Lines {first} to {last}") };
    let head = el("header")
        .add(whence(scene, index, article, number))
        .add(el("h2").at("id", "in-hand").add(format!("Passage {number}")))
        .add(close)
        .add(cite::row(scene, index, number));
    let more = el("div")
        .class("more")
        .add(line_link(scene, article, first, format!("{lines} as received")).class("received-link"))
        .add(cite::view(scene, index, Some(number)));
    let panel = el("section")
        .class("in-hand")
        .key(number.to_string())
        .at("aria-labelledby", "in-hand")
        .add(head)
        .add(more)
        .add(labels(scene, index, article, number))
        .add(voices(scene, index, article, number))
        .add(repairs(article, number))
        .add(related(scene, index, number));
    Some(panel)
}

/// Where one is: outlet, date and passage, and the way back to where one came
/// from.
fn whence(scene: Scene<'_>, index: usize, article: &'static Article, number: u32) -> Element {
    let all = article.passages().count();
    let told = format!("{} · {number} of {all}", scene.library.dated(index));
    el("p").class("whence").add(el("span").add(told)).add(" ").add(way_back(scene))
}

/// The way back to the comparison or the results from which the article was
/// opened; from a link that names several columns, to these.
fn way_back(scene: Scene<'_>) -> Option<Element> {
    let columns = scene.route.columns.len() > 1;
    let from = scene.navigation.came_from().filter(|from| matches!(from.page, Page::Compare | Page::Search));
    let to = from.or_else(|| columns.then(|| scene.route.elsewhere(Page::Compare).asking(scene.route)))?;
    let name = if to.page == Page::Compare { "Back to the comparison" } else { "Back to the results" };
    Some(link(to.href()).class("way-back").add(["← ", name].concat()))
}

/// A part of what is known, under the question that it answers.
fn part(question: &'static str, items: Vec<Element>) -> Option<Element> {
    (!items.is_empty()).then(|| el("section").add(el("h3").add(question)).add(el("ul").all(items)))
}

/// The words that earned each label, and the article's passages with the same.
fn labels(scene: Scene<'_>, index: usize, article: &'static Article, number: u32) -> Option<Element> {
    let library = scene.library;
    let items = library.labels(index, number).into_iter().filter_map(|label| {
        let issue = library.issues().get(label.issue)?;
        let search = scene.route.elsewhere(Page::Search).with(|search| search.issues = vec![issue.id.to_string()]);
        let words: Vec<String> = label.terms.iter().map(|term| ["“", term, "”"].concat()).collect();
        let others = library.passages_on(issue.id.as_str(), index).len() > 1;
        let numbers = others.then(|| overview::numbers(scene, index, article, issue.id.as_str()));
        let here = el("p").class("fine").add(if others { "In this article: " } else { "In this article here alone." });
        let item = el("li")
            .add(link(search.href()).at("title", issue.description.as_str()).add(issue.name.as_str()))
            .add(": because of ")
            .add(list(&words))
            .add(".")
            .add(here.add(numbers.flatten()));
        Some(item)
    });
    part("Why these labels?", items.collect()).map(|labels| labels.class("why-labels"))
}

/// Who speaks, in which words, and how that is known; statements of one
/// speaker that follow each other stand under one name.
fn voices(scene: Scene<'_>, index: usize, article: &'static Article, number: u32) -> Option<Element> {
    let mut items: Vec<Element> = Vec::new();
    let mut last = "";
    for voice in article.voices_in(number) {
        let same = if last == voice.speaker { items.pop() } else { None };
        let item = same.unwrap_or_else(|| el("li").add(speaker(scene, voice)));
        last = &voice.speaker;
        items.push(item.add(statement(scene, (index, number), voice)));
    }
    part("Who speaks?", items)
}

fn speaker(scene: Scene<'_>, voice: &'static Voice) -> Element {
    let side = voice.side.as_ref().and_then(|side| side_mark(scene.library, side.as_str()));
    let role = (!voice.role.is_empty()).then(|| [", ", &voice.role].concat());
    el("p").add(side).add(" ").add(el("b").add(voice.speaker.as_str())).add(role)
}

fn statement(scene: Scene<'_>, place: Place, voice: &'static Voice) -> Element {
    let words = match voice.kind {
        VoiceKind::Direct => ["“", &voice.text, "”"].concat(),
        VoiceKind::Paraphrase | VoiceKind::Rejection => voice.text.clone(),
    };
    let basis = match voice.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
    };
    let cue = if voice.cue.is_empty() { String::new() } else { [", from “", &voice.cue, "”"].concat() };
    let why = ["Why this speaker? It is ", basis, &cue, ". ", &voice.why].concat();
    // What is said in the whole passage is kept with it, by the buttons at the top.
    let words = el("blockquote").add(words);
    let words = if voice.range.is_empty() { words } else { keep(words, scene, place, voice.range, &voice.speaker) };
    el("div").add(words).add(el("p").class("fine").add(voice.kind.manner()).add(". ").add(why))
}

/// What was repaired in it.
fn repairs(article: &'static Article, number: u32) -> Option<Element> {
    let made = article.passage(number)?.emendations.iter();
    let items = made.map(|made| el("li").add(format!("“{}” is read as “{}”. {}", made.was, made.now, made.why)));
    part("What was repaired?", items.collect())
}

/// Passages of other articles to read beside it, once what stands above them has been
/// painted.
fn related(scene: Scene<'_>, index: usize, number: u32) -> Node {
    let held = scene.held();
    keyed(["related ", &scene.identity()].concat(), move || {
        after_paint(move || passages_beside(held.scene(), index, number))
    })
}

fn passages_beside(scene: Scene<'_>, index: usize, number: u32) -> Option<Element> {
    let question = "What do the other articles say?";
    let items: Vec<Element> = alike(scene.library, index, number)
        .into_iter()
        .filter_map(|found| related_item(scene, (index, number), &found))
        .collect();
    if items.is_empty() {
        let nothing = el("p").class("fine").add("No passage of another article is like it.");
        return Some(el("section").add(el("h3").add(question)).add(nothing));
    }
    part(question, items)
}

/// A passage of another article that is like the one in hand.
struct Alike {
    article: usize,
    number: u32,
    /// Its labels that both passages have.
    shared: Vec<&'static Label>,
}

/// Passages on an issue of this one, those most like it in their words first;
/// where there are hardly any, some that are like it in their words alone. No
/// article has more than two.
fn alike(library: Library, index: usize, number: u32) -> Vec<Alike> {
    let mine = library.labels(index, number);
    let found = library.related(index, number, LOOKED_AT).into_iter().map(|(article, number, _)| {
        let mut shared = library.labels(article, number);
        shared.retain(|label| mine.iter().any(|own| own.issue == label.issue));
        Alike { article, number, shared }
    });
    let (on_it, rest): (Vec<Alike>, Vec<Alike>) = found.partition(|found| !found.shared.is_empty());
    let mut kept: Vec<Alike> = Vec::new();
    for found in on_it.into_iter().chain(rest) {
        let most = if found.shared.is_empty() { 2 } else { RELATED };
        let of_article = kept.iter().filter(|other| other.article == found.article).count();
        if kept.len() < most && of_article < 2 {
            kept.push(found);
        }
    }
    kept
}

/// A related passage, with what both are about and a way to lay the two
/// articles side by side.
fn related_item(scene: Scene<'_>, own: Place, found: &Alike) -> Option<Element> {
    let library = scene.library;
    let article = library.corpus().articles.get(own.0)?;
    let held = library.corpus().articles.get(found.article)?;
    let names = found.shared.iter().filter_map(|label| library.issues().get(label.issue));
    let names: Vec<String> = names.map(|issue| issue.name.clone()).collect();
    let both =
        if names.is_empty() { "Alike in words only. ".to_owned() } else { ["Both on ", &list(&names), ". "].concat() };
    let marks: Vec<ByteRange> = found.shared.iter().flat_map(|label| label.marks.iter().copied()).collect();
    let compare = Route {
        columns: vec![article.id.to_string(), held.id.to_string()],
        mode: Mode::Text,
        places: vec![library.place_name(own), library.place_name((found.article, found.number))],
        ..scene.route.elsewhere(Page::Compare)
    };
    let date = held.published.as_ref().map_or_else(|| "date unknown".to_owned(), published_day);
    let compare = link(compare.href()).add("Compare").add(unseen([" with ", &held.headline.value].concat()));
    // From the sentence on in which the shared words begin.
    let text = held.passage(found.number)?.text.as_str();
    let before = text.get(..marks.iter().map(|mark| mark.start as usize).min().unwrap_or(0)).unwrap_or("");
    let window = ByteRange::new(before.rfind(". ").map_or(0, |end| end + 2), text.len());
    let listed = Listed {
        article: found.article,
        number: found.number,
        marks: &marks,
        window: Some(window),
        tagged: false,
        heard: false,
        keepable: true,
    };
    let head = el("p").class("from").add([library.outlet_name(held), " · ", &date].concat());
    Some(el("li").add(head).add(passage(scene, &listed)).add(el("p").class("fine").add(both).add(compare)))
}
