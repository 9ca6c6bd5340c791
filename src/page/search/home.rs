//! Beside the articles, while nothing is asked: first questions, the articles
//! on a strip of years, and what they are about.

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::page::search::{questions::questions, strip};
use crate::route::{Page, Route};
use crate::wording::{count, emphasised};

/// The most issues that are listed; the coverage page has all.
const ISSUES: usize = 10;

/// Questions, strip and issues.
pub fn view(scene: Scene<'_>) -> Node {
    el("div").class("first-look").add(asked(scene)).add(strip::view(scene)).add(weights(scene)).into()
}

/// Good first questions, each a link to its answer.
fn asked(scene: Scene<'_>) -> Option<Element> {
    // They name the issues on which there is something to be asked.
    if scene.library.withheld().labels {
        return None;
    }
    let items: Vec<Element> = questions(scene.library)
        .into_iter()
        .map(|question| {
            let here = scene.route.elsewhere(question.answer.page.clone());
            let to = Route {
                own: here.own,
                theme: here.theme,
                language: here.language,
                embed: here.embed,
                columns: if question.answer.columns.is_empty() { here.columns } else { question.answer.columns },
                ..question.answer
            };
            let words = emphasised(&question.words).into_iter().map(|(text, apart)| -> Node {
                if apart { el("em").add(text).into() } else { text.into() }
            });
            el("li").add(link(to.href()).all(words))
        })
        .collect();
    let head = el("h2").class("overline").add("Questions to start with");
    (!items.is_empty()).then(|| {
        el("section").class("questions").at("aria-label", "First questions").add(head).add(el("ul").all(items))
    })
}

/// The heaviest issues, with bars and figures.
fn weights(scene: Scene<'_>) -> Option<Element> {
    let library = scene.library;
    let mut left: Vec<(usize, &'static str, &'static str)> = library
        .issues()
        .iter()
        .map(|issue| (library.weight(issue.id.as_str()), issue.id.as_str(), issue.name.as_str()))
        .collect();
    let heaviest = left.iter().map(|(weight, ..)| *weight).max().filter(|weight| *weight > 0)?;
    let mut items = Vec::new();
    while items.len() < ISSUES
        && let Some(place) = (0..left.len()).rev().max_by_key(|place| left.get(*place).map(|(weight, ..)| *weight))
    {
        let (weight, id, name) = left.remove(place);
        if weight > 0 {
            items.push(weight_of(scene, heaviest, weight, id, name));
        } else {
            left.clear();
        }
    }
    let all = link(scene.route.elsewhere(Page::Coverage).href()).add("All issues, article by article");
    let head =
        el("div").class("section-head").add(el("h2").add("What they are about")).add(el("p").class("fine").add(all));
    Some(el("section").at("aria-label", "Issues by weight").add(head).add(el("ol").class("weights").all(items)))
}

fn weight_of(scene: Scene<'_>, heaviest: usize, weight: usize, id: &'static str, name: &'static str) -> Element {
    let articles = (0..scene.library.corpus().articles.len())
        .filter(|article| !scene.library.passages_on(id, *article).is_empty())
        .count();
    let search = Route { issues: vec![id.to_owned()], ..scene.route.elsewhere(Page::Search) };
    let bar = el("meter").at("aria-hidden", "true").at("max", heaviest.to_string()).at("value", weight.to_string());
    let told = format!("{} in {}", count(weight, "passage", "passages"), count(articles, "article", "articles"));
    el("li").add(link(search.href()).add(name)).add(bar).add(el("span").class("fine").add(told))
}
