//! The file as received: every line with its number and what became of it,
//! alone or beside the reading text.

use std::ptr;

use summitry_corpus::{Article, BlockKind, ByteRange, Evidence, Received, ReceivedFate};

use super::{in_hand, text};
use crate::app::Scene;
use crate::component::shown;
use crate::node::{Element, Node, el, link};
use crate::route::{Route, Text};
use crate::wording::received_pieces;

/// A part of the file with where it begins in it, in bytes.
type Part = (usize, Received<'static>);

/// The whole file, line by line.
pub fn view(scene: Scene<'_>, article: &'static Article) -> Element {
    let mut before = 0;
    let lines = parts(article).map(|part| {
        let line = line(scene, article, &part, before, "li");
        before = part.1.line;
        line
    });
    el("div")
        .class("text")
        .key("received".to_owned())
        .at("data-view", "received")
        .add(el("ol").class("received").all(lines))
}

/// The reading text with, beside each block, the lines that it came from; what
/// was left out stands alone.
pub fn beside(scene: Scene<'_>, index: usize, article: &'static Article) -> Element {
    let mut rows: Vec<(ReceivedFate<'static>, Vec<Part>)> = Vec::new();
    for part in parts(article) {
        match rows.last_mut() {
            Some((fate, row)) if same(*fate, part.1.fate) => row.push(part),
            _ => rows.push((part.1.fate, vec![part])),
        }
    }
    let marks = super::marks(scene, index);
    let rows = rows.iter().filter(|(fate, _)| *fate != ReceivedFate::Blank).flat_map(|(fate, row)| {
        let mut panel = Node::Nothing;
        let read: Element = match fate {
            ReceivedFate::Kept(block) => match block.n {
                Some(number) => {
                    if scene.route.passage == Some(number) {
                        panel = in_hand::view(scene, index, article, number).into();
                    }
                    text::passage(scene, index, article, block, number, scene.route.names_passage(number), &marks)
                }
                None => text::other(block),
            },
            _ => el("p").class("nothing").add("left out"),
        };
        let mut before = 0;
        let lines = row.iter().map(|part| {
            let line = line(scene, article, part, before, "div");
            before = part.1.line;
            line
        });
        let row = el("div").class("beside").add(read).add(el("div").class("received").all(lines)).into();
        [row, panel]
    });
    el("div")
        .class("text")
        .key("both".to_owned())
        .at("data-view", "both")
        .flag("data-chosen", scene.route.passage.is_some())
        .listen_to_keys(scene)
        .all(rows)
}

fn parts(article: &'static Article) -> impl Iterator<Item = Part> {
    let mut at = 0;
    article.received().into_iter().map(move |part| {
        let begin = at;
        at += part.text.len();
        (begin, part)
    })
}

/// Whether two parts belong into one row.
fn same(one: ReceivedFate<'_>, other: ReceivedFate<'_>) -> bool {
    match (one, other) {
        (ReceivedFate::Kept(one), ReceivedFate::Kept(other)) => ptr::eq(one, other),
        (ReceivedFate::Kept(_), _) | (_, ReceivedFate::Kept(_)) => false,
        _ => (one == ReceivedFate::Blank) == (other == ReceivedFate::Blank),
    }
}

/// A line, or the part of one that shares a fate; its number stands once.
fn line(scene: Scene<'_>, article: &'static Article, part: &Part, before: u32, tag: &'static str) -> Element {
    let (begin, received) = part;
    let number = received.line;
    let current = scene.route.line == Some(number);
    let marks = if current { marks(article, *begin, received.text.len()) } else { Vec::new() };
    let shown_number = (number != before).then(|| el("span").class("line-number").add(number.to_string()));
    let words = el("p").class("words").all(shown(received_pieces(received, &marks), false));
    el(tag)
        .class("line")
        .at("tabindex", "-1")
        .maybe("data-line", (number != before).then(|| number.to_string()))
        .at("data-fate", fate_name(received.fate))
        .flag("data-current", current)
        .add(shown_number)
        .add(words)
        .add(fate(scene, received))
}

fn fate_name(fate: ReceivedFate<'_>) -> &'static str {
    match fate {
        ReceivedFate::Blank => "blank",
        ReceivedFate::Removed(_) => "removed",
        ReceivedFate::Kept(block) => block.kind.name(),
    }
}

/// What became of a line, in words; for a passage a link to it.
fn fate(scene: Scene<'_>, received: &Received<'_>) -> Option<Element> {
    let words = el("p").class("fate");
    let words = match received.fate {
        ReceivedFate::Blank => return None,
        ReceivedFate::Removed(removed) => words.add(["left out: ", &removed.reason].concat()),
        ReceivedFate::Kept(block) => match block.n {
            Some(number) => {
                let text = if scene.route.text == Text::Both { Text::Both } else { Text::Reading };
                let route = Route { passage: Some(number), text, line: None, ..scene.route.clone() };
                words.add(link(route.href()).add(format!("passage {number}")))
            }
            None => words.add(match block.kind {
                BlockKind::AlternativeText => "an image's text",
                kind => kind.name(),
            }),
        },
    };
    let repairs = received
        .repairs
        .iter()
        .map(|(_, made)| el("span").class("repair").add(format!("“{}” is read as “{}”. ", made.was, made.now)));
    Some(words.all(repairs))
}

/// The words in a part of the file on which facts about the article rest, in
/// bytes of that part.
fn marks(article: &'static Article, begin: usize, length: usize) -> Vec<ByteRange> {
    let begin = u32::try_from(begin).unwrap_or(u32::MAX);
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    let local = |evidence: &Evidence| ByteRange {
        start: evidence.range.start.saturating_sub(begin).min(length),
        end: evidence.range.end.saturating_sub(begin).min(length),
    };
    article.provenances().flat_map(|why| &why.evidence).map(local).filter(|range| !range.is_empty()).collect()
}
