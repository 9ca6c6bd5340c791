//! Who publishes what stands in the columns, and what lay between the articles:
//! a foothold for the question what might explain that they differ.
//!
//! Invariant: everything here is the catalogue's; an event stands with where it
//! can be looked up.

use summitry_corpus::{Article, Date, Outlet};

use crate::app::Scene;
use crate::library::{Column, Library};
use crate::node::{Element, el};
use crate::page::compare::opened;
use crate::wording::{count, day};

/// Something that lay between two articles: its day, what it was, and where it
/// can be looked up; empty for a meeting of the catalogue.
type Between = (Date, String, String);

/// Outlets and times, to be opened; nothing where the catalogue says nothing.
pub fn view(scene: Scene<'_>, columns: &[Column], cut: bool) -> Option<Element> {
    let outlets: Vec<&Outlet> = outlets(scene.library, columns).into_iter().filter(|outlet| is_told(outlet)).collect();
    let pairs = pairs(scene.library, columns);
    let section = |title| el("section").add(el("h2").add(title));
    let who = || section("Who publishes them").all(outlets.iter().map(|outlet| about(outlet)));
    let when = || section("What happened in between").all(pairs.iter().map(|pair| time(scene.library, *pair)));
    let body =
        || el("div").class("background").add((!outlets.is_empty()).then(who)).add((!pairs.is_empty()).then(when));
    (!outlets.is_empty() || !pairs.is_empty()).then(|| opened("choose", "Background", cut, body))
}

/// The articles of the columns, each once, by date.
fn articles(library: Library, columns: &[Column]) -> Vec<usize> {
    let mut all: Vec<usize> = columns.iter().flat_map(|column| &column.articles).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|index| library.corpus().articles.get(*index).is_some());
    all
}

fn outlets(library: Library, columns: &[Column]) -> Vec<&'static Outlet> {
    let corpus = library.corpus();
    let mut found: Vec<&Outlet> = Vec::new();
    for article in articles(library, columns).into_iter().filter_map(|index| corpus.articles.get(index)) {
        let outlet = corpus.outlet_of(article);
        found.extend(outlet.filter(|outlet| !found.iter().any(|known| known.id == outlet.id)));
    }
    found
}

/// What the catalogue knows of an outlet.
fn facts(outlet: &'static Outlet) -> impl Iterator<Item = (&'static str, &'static str)> {
    let facts = [
        ("Country", &outlet.country),
        ("Owner", &outlet.owner),
        ("Who pays", &outlet.funding),
        ("According to", &outlet.basis),
    ];
    facts.into_iter().map(|(name, value)| (name, value.as_str())).filter(|(_, value)| !value.is_empty())
}

fn is_told(outlet: &'static Outlet) -> bool {
    !outlet.description.is_empty() || facts(outlet).next().is_some()
}

fn about(outlet: &'static Outlet) -> Element {
    let items = facts(outlet).map(|(name, value)| el("div").add(el("dt").add(name)).add(el("dd").add(value)));
    let described = (!outlet.description.is_empty()).then(|| el("p").add(outlet.description.as_str()));
    el("div").class("outlet").add(el("h3").add(outlet.name.as_str())).add(described).add(el("dl").all(items))
}

/// Articles that follow each other in time, both of a known day.
fn pairs(library: Library, columns: &[Column]) -> Vec<[usize; 2]> {
    let dated =
        |index: &usize| library.corpus().articles.get(*index).is_some_and(|article| article.published.is_some());
    let all: Vec<usize> = articles(library, columns).into_iter().filter(dated).collect();
    // Of many, what lies between is the whole history.
    let few = all.get(..all.len().min(8)).unwrap_or_default();
    few.windows(2).filter_map(|pair| <[usize; 2]>::try_from(pair).ok()).collect()
}

fn days(article: &Article) -> Option<(Date, Date)> {
    article.published.as_ref().map(|when| (when.date, when.until))
}

/// What lay after the first article of a pair and before the second.
fn between(library: Library, pair: [usize; 2]) -> Vec<Between> {
    let corpus = library.corpus();
    let of = |index: usize| corpus.articles.get(index).and_then(days);
    let (Some((_, after)), Some((before, _))) = (of(pair[0]), of(pair[1])) else { return Vec::new() };
    let meetings = corpus.meetings.iter().map(|met| (met.start, format!("the meeting {}", met.name), String::new()));
    let events = corpus.events.iter().map(|event| (event.start, event.name.clone(), event.source.clone()));
    let mut all: Vec<Between> =
        meetings.chain(events).filter(|(start, ..)| after < *start && *start < before).collect();
    all.sort_by_key(|(start, ..)| *start);
    all
}

/// `23 months apart`, `17 days apart`.
fn apart(library: Library, pair: [usize; 2]) -> String {
    let corpus = library.corpus();
    let of = |index: usize| corpus.articles.get(index).and_then(days).map(|(first, _)| first);
    let (Some(first), Some(second)) = (of(pair[0]), of(pair[1])) else { return String::new() };
    let months = (i32::from(second.year()) - i32::from(first.year())) * 12 + i32::from(second.month())
        - i32::from(first.month())
        - i32::from(second.day() < first.day());
    let told = match months {
        ..=1 => {
            let far = second.days() - first.days();
            if far == 0 {
                return "On the same day".to_owned();
            }
            count(usize::try_from(far).unwrap_or_default(), "day", "days")
        }
        2..=35 => count(usize::try_from(months).unwrap_or_default(), "month", "months"),
        more => count(usize::try_from(more / 12).unwrap_or_default(), "year", "years"),
    };
    [&told, " apart"].concat()
}

fn time(library: Library, pair: [usize; 2]) -> Element {
    let between = between(library, pair);
    let names = pair.map(|index| library.outlet_and_year(index));
    let nothing = between.is_empty();
    let head = el("h3").add(format!("{} and {}: {}", names[0], names[1], apart(library, pair)));
    let items = between.into_iter().map(|(start, what, source)| {
        let source = (!source.is_empty()).then(|| el("span").class("fine").add([" Source: ", &source].concat()));
        el("li")
            .add(el("time").at("datetime", start.to_string()).add(day(start)))
            .add([": ", &what, "."].concat())
            .add(source)
    });
    let list = (!nothing).then(|| el("ul").all(items));
    let none = nothing.then(|| el("p").class("fine").add("The catalogue knows of nothing between them."));
    el("div").class("between").add(head).add(list).add(none)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(fragment: &str) -> (Library, Vec<Column>) {
        let (library, route) = Library::at(fragment);
        (library, library.columns(&route))
    }

    #[test]
    fn what_lay_between_two_articles_is_in_order_and_within_their_days() {
        let (library, columns) = told("#/compare?a=voa-2003-09-24&a=bbc-2001-10-21");
        let [pair] = pairs(library, &columns).try_into().unwrap();
        assert_eq!(apart(library, pair), "23 months apart");
        let all = between(library, pair);
        assert!(
            all.iter().any(|(_, what, _)| what == "the meeting Crawford 2001" || what.contains("Crawford")),
            "{all:?}"
        );
        assert!(all.iter().any(|(_, what, source)| what.contains("Anti-Ballistic") && !source.is_empty()), "{all:?}");
        assert!(all.is_sorted_by_key(|(start, ..)| *start));
        assert!(all.iter().all(|(_, what, _)| !what.contains("Camp David")), "{all:?}");
    }

    #[test]
    fn every_outlet_of_the_collection_says_whose_it_is_and_who_pays() {
        let (library, columns) =
            told("#/compare?a=voa-2003-09-24&a=bbc-2001-10-21&a=csm-2008-04-04&a=monitor-2001-11-07");
        let found = outlets(library, &columns);
        assert_eq!(found.len(), 4);
        assert!(
            found
                .iter()
                .all(|one| ![&one.country, &one.owner, &one.funding, &one.basis].iter().any(|fact| fact.is_empty()))
        );
        assert_eq!(apart(library, [0, 1]), "17 days apart");
    }
}
