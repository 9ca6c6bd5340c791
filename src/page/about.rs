//! What the page is, whose the texts are, and what it does not do.

use leptos::prelude::{Track, document, window};
use summitry_corpus::citation::without_stop;

use crate::app::Scene;
use crate::node::{Node, el, link};
use crate::wording::{count, published};

/// Headings and paragraphs, in order.
const SECTIONS: &[(&str, &str)] = &[
    (
        "What you can rely on",
        "Every statement that this page adds to a source, such as a date, an issue or a speaker, rests on words of the source and shows them, or says that it was inferred and from what. Nothing that was received is lost: lines left out of the reading text are listed at the end of each article.",
    ),
    (
        "What it does with your data",
        "Nothing. There is no server, no account and no tracking. The articles and the search engine are in the page; what you type stays in this browser.",
    ),
    (
        "Whose it is",
        "The articles belong to their publishers. They are shown here as received, for teaching and research; whoever puts this page on a public site should see that they may. The program is free software, under the MIT licence or the Apache licence 2.0, as you choose.",
    ),
];

/// The about page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let corpus = scene.library.corpus();
    let sources = corpus.articles.iter().map(|article| {
        let outlet = corpus.outlet_of(article).map_or("outlet unknown", |outlet| outlet.name.as_str());
        let date = article.published.as_ref().map_or_else(|| "date unknown".to_owned(), published);
        el("li").add(format!("“{}”, {outlet}, {date}.", without_stop(&article.headline.value)))
    });
    let sections = SECTIONS.iter().flat_map(|(title, text)| [el("h2").add(*title), el("p").add(*text)]);
    let number = count(corpus.articles.len(), "article", "articles");
    let prose = el("div")
        .class("prose")
        .add(
            el("p")
                .class("lede")
                .add("A reading room for news coverage: search it, filter it by issue, compare it side by side."),
        )
        .all(sections)
        .add(el("h2").add("On this device"))
        .all(on_this_device(scene))
        .add(el("h2").add(format!("The sources: {number}")))
        .add(el("ul").all(sources));
    el("div").add(el("h1").add("About")).add(prose).into()
}

/// What works here and what does not, as the boot script found out; which
/// version of the page this is.
fn on_this_device(scene: Scene<'_>) -> [Node; 3] {
    scene.stored.track();
    let told = |name: &str| document().document_element().and_then(|root| root.get_attribute(name));
    let kept = told("data-kept").unwrap_or_else(|| "This page is being kept on this device.".to_owned());
    let storage = match window().local_storage() {
        Ok(Some(_)) => {
            "The theme and the choice of keys are kept in this browser, and nowhere else; what you search for and save as an issue is kept in the address alone."
        }
        _ => "This browser lets the page store nothing here: the theme and the choice of keys last until it is closed.",
    };
    let version = ["Version ", &told("data-build").unwrap_or_default(), ": "].concat();
    let licences = link("licences.txt".to_owned()).add("licences of its parts");
    [el("p").add(kept).into(), el("p").add(storage).into(), el("p").add(version).add(licences).into()]
}
