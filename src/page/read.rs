//! The reader: one article with numbered passages, its issues in the margin,
//! the passage in hand beside it, and the file as received.

pub mod cite;
mod facts;
mod in_hand;
mod overview;
mod received;
mod text;

use std::rc::Rc;

use summitry_corpus::{Article, BlockKind, ByteRange};

use crate::app::{OwnedScene, Scene};
use crate::component::{chips, segments};
use crate::navigation::address;
use crate::node::{Element, Node, el, link, memo};
use crate::page::missing;
use crate::route::{Page, TEXTS, Text, toggled};

pub use text::bring_into_view;

/// The reader for the article with this id.
#[inline(never)]
pub fn view(scene: Scene<'_>, id: &str) -> Node {
    let found = scene.library.index_of(id).and_then(|index| Some((index, scene.library.corpus().articles.get(index)?)));
    let Some((index, article)) = found else { return missing::article(scene, id) };
    let still = Still::of(scene);
    let body = match scene.route.text {
        Text::Reading => text::view(scene, &still, index, article),
        Text::Received => received::view(scene, article),
        Text::Both => received::beside(scene, index, article),
    };
    el("article")
        .class("reader")
        .at("aria-labelledby", "headline")
        .add(head(scene, &still, index, article))
        .add(el("div").class("reader-body").add(body))
        .add(still.memo("source", move |scene| facts::source(scene, article)))
        .add(source_line(scene, article))
        .add(still.memo("neighbours", move |scene| neighbours(scene, index)))
        .into()
}

/// The scene without a passage or a line, for what is the same whichever is chosen:
/// that is made anew only when something else of the link changes.
struct Still {
    held: Rc<OwnedScene>,
    identity: String,
}

impl Still {
    fn of(scene: Scene<'_>) -> Self {
        let unchosen = scene.route.with(|route| (route.passage, route.line) = (None, None));
        let still = scene.at(&unchosen);
        Self { held: Rc::new(still.held()), identity: still.identity() }
    }

    fn memo<N: Into<Node>>(&self, key: &str, make: impl FnOnce(Scene<'_>) -> N + 'static) -> Node {
        let held = self.held.clone();
        memo(key, self.identity.clone(), move || make(held.scene()))
    }
}

fn head(scene: Scene<'_>, still: &Still, index: usize, article: &'static Article) -> Element {
    let standfirsts = article.blocks.iter().filter(|block| block.kind == BlockKind::Standfirst);
    el("header")
        .class("reader-head")
        .add(el("p").class("overline").add(scene.library.outlet_name(article)))
        .add(el("h1").at("id", "headline").all(unbroken(&article.headline.value)))
        .all(standfirsts.map(|block| el("p").class("standfirst").add(block.text.as_str())))
        .add(still.memo("facts", move |scene| facts::view(scene, article)))
        .add(tools(scene, index, article))
}

/// The words of a headline, of which none is broken at its hyphens where it
/// fits into a line; the spaces between them stay places to break.
fn unbroken(headline: &'static str) -> impl Iterator<Item = Node> {
    headline.split_inclusive(' ').flat_map(|word| {
        let (bare, space) = word.split_at(word.trim_end_matches(' ').len());
        let short = bare.contains('-') && bare.len() < 20;
        let bare: Node = if short { el("span").class("unbroken").add(bare).into() } else { bare.into() };
        [bare, space.into()]
    })
}

/// Which text is shown, what is marked in it, and what can be done with it.
fn tools(scene: Scene<'_>, index: usize, article: &'static Article) -> Element {
    let route = scene.route;
    let names = ["Reading text", "As received", "Both"];
    let texts = TEXTS.iter().zip(names).map(|((_, text), name)| {
        let shown = route.with(|route| (route.text, route.line) = (*text, None));
        (name, shown.href(), route.text == *text)
    });
    let compare = route.beside(article.id.as_str()).asking(route);
    let words = (!route.query.is_empty())
        .then(|| (format!("marked: {}", route.query), route.with(|route| route.query.clear())));
    let issues = route.issues.iter().filter_map(|id| {
        let issue = scene.library.issue(id)?;
        Some((format!("marked: {}", issue.name), route.with(|route| route.issues = toggled(&route.issues, id))))
    });
    el("div")
        .class("compare-bar")
        .add(segments("Text", texts))
        .add(link(compare.href()).class("button").add("Compare this article"))
        .add(cite::view(scene, index, None))
        .add(chips("Marked words", words.into_iter().chain(issues).collect(), None))
}

/// What is marked in each passage of an article: the words that were searched
/// for, and those that put it on the issues of the link.
fn marks(scene: Scene<'_>, index: usize) -> Vec<Vec<ByteRange>> {
    let mut marks = scene.library.marks(&scene.route.query, index);
    for (number, marks) in (1..).zip(&mut marks) {
        for label in scene.library.labels(index, number) {
            let issue = scene.library.issues().get(label.issue);
            if issue.is_some_and(|issue| scene.route.issues.iter().any(|id| id == issue.id.as_str())) {
                marks.extend_from_slice(&label.marks);
            }
        }
    }
    marks
}

/// Where a print-out comes from.
fn source_line(scene: Scene<'_>, article: &Article) -> Element {
    let place = address(&scene.library.reader(article, None));
    let collection = scene.library.corpus().title.as_str();
    el("p").class("print-only fine").add(collection).add(". The passages are numbered by this collection. ").add(place)
}

/// The articles before and after, by date.
fn neighbours(scene: Scene<'_>, index: usize) -> Element {
    let neighbour = |place: Option<usize>, name: &str, class: &'static str| {
        let article = scene.library.corpus().articles.get(place?)?;
        let href = scene.route.elsewhere(Page::Read(article.id.to_string())).href();
        let overline = format!("{name} · {}", scene.library.outlet_name(article));
        let overline = el("span").class("overline").add(overline);
        Some(el("p").class(class).add(overline).add(el("br")).add(link(href).add(article.headline.value.as_str())))
    };
    el("nav")
        .class("neighbours")
        .at("aria-label", "Articles before and after")
        .add(neighbour(index.checked_sub(1), "Previous by date", "previous"))
        .add(neighbour(index.checked_add(1), "Next by date", "next"))
}
