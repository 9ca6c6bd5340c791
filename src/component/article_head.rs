//! An article in two lines: outlet and date, headline.

use summitry_corpus::{Article, Basis};

use crate::app::Scene;
use crate::node::{Element, el, link, unseen};
use crate::route::Page;
use crate::wording::published;

/// Outlet, date and headline; the headline, a heading with the tag `heading`,
/// leads to the article with the query that is shown, so that its words are
/// marked there too. A date that was inferred says so.
pub fn article_head(scene: Scene<'_>, article: &'static Article, heading: &'static str) -> Element {
    let mut reader = scene.route.elsewhere(Page::Read(article.id.to_string()));
    reader.query.clone_from(&scene.route.query);
    let date = article.published.as_ref().map_or_else(|| "Date unknown".to_owned(), published);
    let overline = el("p").class("overline").add(format!("{} · {date}", scene.library.outlet_name(article)));
    // The article's own page answers why.
    let inferred = article.published.as_ref().is_some_and(|when| when.why.basis == Basis::Inferred);
    let why = inferred.then(|| link(reader.href()).class("inferred").add("inferred").add(unseen(" (why this date?)")));
    let title = link(reader.href()).add(article.headline.value.as_str());
    el("div").class("article-head").add(overline.add(" ").add(why)).add(el(heading).class("title").add(title))
}
