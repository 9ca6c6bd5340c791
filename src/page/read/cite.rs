//! How to link to an article or a passage, and how to cite it.

use leptos::prelude::{Get, RwSignal, Set, document};
use summitry_corpus::citation::{Format, Phrase, Reading, Reference, Style, records};
use summitry_corpus::{Article, Date};
use web_sys::js_sys;

use crate::app::Scene;
use crate::component::{Copied, copyable, copyable_link, press_copy};
use crate::library::Library;
use crate::navigation::address;
use crate::node::{Element, Node, el, keyed, link, live, unseen};
use crate::route::encode;

/// Links and citations of an article, or of one passage of it, to be opened; they
/// are made when they are opened first.
pub fn view(scene: Scene<'_>, index: usize, passage: Option<u32>) -> Option<Node> {
    let library = scene.library;
    let article = library.corpus().articles.get(index)?;
    let number = passage.map(|number| number.to_string()).unwrap_or_default();
    let key = ["cite ", &library.identity(), " ", article.id.as_str(), " ", &number].concat();
    let folded = move || {
        let opened = RwSignal::new(false);
        let open = move |_| opened.set(true);
        let words = unseen([" this ", name(passage)].concat());
        // Before it opens, so that the next key finds what is in it.
        let summary = el("summary").class("button").add("Link and cite").add(words).on("click", open);
        let body = live(move || opened.get().then(|| body(library, index, passage)));
        el("details").class("cite").on("toggle", open).add(summary).add(body)
    };
    Some(keyed(key, folded))
}

/// What is cited.
fn name(passage: Option<u32>) -> &'static str {
    passage.map_or("article", |_| "passage")
}

fn body(library: Library, index: usize, passage: Option<u32>) -> Option<Element> {
    let corpus = library.corpus();
    let article = corpus.articles.get(index)?;
    let whole = address(&library.reader(article, None));
    let reading = Reading { collection: &corpus.title, address: &whole, day: today() };
    let reference = Reference::new(corpus, article).passage(passage).read_in(reading);
    let (what, heading) = (name(passage), passage.map_or("h2", |_| "h3"));
    let place = address(&library.reader(article, passage));
    let mut parts = vec![
        el(heading).add(["Link to this ", what].concat()),
        copyable_link([what, "-link"].concat(), "the link", place),
    ];
    if let Some(block) = passage.and_then(|number| article.passage(number)) {
        let words = Copied { text: block.text.clone(), html: None };
        parts.push(el(heading).add("Its words"));
        parts.push(copyable(
            "passage-words".to_owned(),
            "the words",
            el("p").class("citation").add(block.text.as_str()),
            words,
        ));
    }
    for style in Style::ALL {
        parts.push(el(heading).add(style.name()));
        for (place, (name, phrase)) in style.cite(&reference).into_iter().enumerate() {
            let id = [what, "-", style.name(), "-", if place == 0 { "entry" } else { name }].concat();
            let id = id.replace(", ", "-").replace(' ', "-");
            parts.push(el("p").class("fine").add(name));
            parts.push(prose(id, [style.name(), ", ", name].concat(), &phrase));
        }
    }
    for format in Format::ALL {
        parts.push(el(heading).add(format.name()));
        parts.push(record(what, article, format, records(format, [reference])));
    }
    let note =
        "What this collection inferred stands in square brackets. Check the rules of your course before you hand in.";
    Some(el("div").class("cite-body").all(parts).add(el("p").class("fine").add(note)))
}

/// What of a passage is wanted most, each copied by one button: the link, its
/// words with where they stand, and the reference (MLA).
pub fn row(scene: Scene<'_>, index: usize, number: u32) -> Element {
    let library = scene.library;
    let buttons = Wanted::ALL.map(|(wanted, name)| {
        let press = move |_| {
            let Some(copied) = wanted.of(library, index, number) else { return };
            // What is copied is shown, so that it can be selected where a browser does not copy.
            if let Some(shown) = document().get_element_by_id(COPIED) {
                shown.set_text_content(Some(&copied.text));
            }
            press_copy(COPIED, &copied);
        };
        el("button").at("type", "button").class("button").add(name).on("click", press)
    });
    el("div").class("copy-row").all(buttons).add(el("p").class("fine").at("id", COPIED))
}

/// What is copied by one button.
#[derive(Clone, Copy)]
enum Wanted {
    Link,
    Quotation,
    Reference,
}

impl Wanted {
    const ALL: [(Self, &str); 3] =
        [(Self::Link, "Copy link"), (Self::Quotation, "Copy quotation"), (Self::Reference, "Copy reference")];

    fn of(self, library: Library, index: usize, number: u32) -> Option<Copied> {
        let corpus = library.corpus();
        let article = corpus.articles.get(index)?;
        let whole = address(&library.reader(article, None));
        let reading = Reading { collection: &corpus.title, address: &whole, day: today() };
        let reference = Reference::new(corpus, article).passage(Some(number)).read_in(reading);
        let mut cited = Style::Mla.cite(&reference).into_iter().map(|(_, phrase)| phrase);
        let plain = |text: String| Copied { text, html: None };
        Some(match self {
            Self::Link => plain(address(&library.reader(article, Some(number)))),
            Self::Quotation => {
                let in_text = cited.nth(1).map(|phrase| phrase.plain()).unwrap_or_default();
                let quotation = ["“", &article.passage(number)?.text, "” ", &in_text].concat();
                plain(quotation.trim_end().to_owned())
            }
            Self::Reference => {
                let entry = cited.next()?;
                Copied { text: entry.plain(), html: Some(entry.html()) }
            }
        })
    }
}

/// The id of the line that shows what was copied of the passage in hand.
const COPIED: &str = "copied-of-passage";

fn prose(id: String, what: String, cited: &Phrase) -> Element {
    let copied = Copied { text: cited.plain(), html: Some(cited.html()) };
    copyable(id, &what, el("p").class("citation").all(phrase(cited)), copied)
}

/// The words of a phrase, those in italics set so.
pub fn phrase(phrase: &Phrase) -> impl Iterator<Item = Node> {
    phrase.runs.iter().map(
        |(text, italic)| {
            if *italic { el("i").add(text.clone()).into() } else { text.clone().into() }
        },
    )
}

fn record(what: &str, article: &Article, format: Format, text: String) -> Element {
    let file = [article.id.as_str(), ".", format.ending()].concat();
    let download = link(["data:text/plain;charset=utf-8,", &encode(&text)].concat())
        .class("button")
        .at("download", file)
        .add("Download")
        .add(unseen([" ", format.name()].concat()));
    let shown = el("pre").add(text.clone());
    copyable([what, "-", format.ending()].concat(), format.name(), shown, Copied { text, html: None }).add(download)
}

/// The day that it is where the visitor is.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).ok();
    Date::new(i16::try_from(now.get_full_year()).ok()?, part(now.get_month() + 1)?, part(now.get_date())?)
}
