//! What was found: how much, in which view and order, and the passages under
//! their articles in rank order.

use std::cell::Cell;

use leptos::prelude::{ArcRwSignal, Get, Set, SetValue, UpdateValue, WithUntracked};
use summitry_corpus::{Article, ByteRange};
use summitry_search::{Group, Hit, Response};

use crate::app::Scene;
use crate::component::{Listed, article_head, passage, said_here, segments};
use crate::library::MOST_COLUMNS;
use crate::node::{Element, Node, after_paint, el, keyed, link};
use crate::page::search::room::{Room, is_asked};
use crate::page::search::{context, export, focus, home, nothing, own, shelf};
use crate::route::{Listing, Mode, Page, Route, Sort};
use crate::wording::count;

/// What stands below the box: the collection itself, or what was found.
pub fn view(room: Room) -> Node {
    let navigation = room.context.navigation;
    room.live(move |scene, answer| {
        // What stands in one view is never taken for the other.
        let view = match scene.route.listing {
            _ if !is_asked(scene.route) => "shelf",
            _ if answer.total == 0 => "nothing",
            Listing::Passages => "passages",
            Listing::Context => "context",
        };
        let parts = parts(room, scene, answer, view);
        el("div")
            .class("results")
            .at("data-view", view)
            .key(view)
            .maybe("aria-busy", navigation.is_typing().then_some("true"))
            .flag("data-partial", room.steps.is_waiting())
            .all(parts)
    })
}

/// How many passages an answer lists.
fn listed(answer: &Response) -> usize {
    answer.groups.iter().map(|group| group.hits.len()).sum()
}

/// The parts of a view. Those that have a key are made once, and follow the
/// route by themselves.
fn parts(room: Room, scene: Scene<'_>, answer: &Response, view: &str) -> Vec<Node> {
    if view != "passages" {
        room.standing.set_value(Vec::new());
        room.steps.wait(None);
    }
    if view == "shelf" {
        let articles = keyed("articles", move || room.settled(|scene, _| shelf::view(scene)));
        return vec![articles, keyed("home", move || first_look(room))];
    }
    let tools = keyed("tools", move || room.settled(move |scene, answer| tools(room, scene, answer)));
    let found = el("p").class("found").at("tabindex", "-1").add(summary(answer));
    let mut parts: Vec<Node> = vec![el("div").class("result-bar").add(found).add(tools).into()];
    match view {
        "nothing" => parts.push(keyed("nothing", move || room.rested(nothing::view))),
        "context" => parts.push(keyed("context", move || room.rested(context::view))),
        _ => parts.extend(groups(room, scene, answer)),
    }
    let more = answer.total.saturating_sub(listed(answer));
    if more > 0 && !room.is_typing_now() {
        let more = count(more, "more passage is", "more passages are");
        let sentence = format!("{more} not shown: add a word or a filter to come nearer.");
        parts.push(el("p").class("fine").add(sentence).into());
    }
    parts
}

/// What stands beside the articles, on a phone below them: once they have been painted,
/// but in a view that is scrolled to where it was left at once.
fn first_look(room: Room) -> Node {
    let view = move || room.rested(|scene, _| home::view(scene));
    if room.context.navigation.is_returned() { view() } else { after_paint(view) }
}

/// `12 passages in 4 articles`, and how many of them have all the words.
pub fn summary(answer: &Response) -> String {
    if answer.total == 0 {
        return "No passages found".to_owned();
    }
    let passages = count(answer.total, "passage", "passages");
    let articles = count(answer.articles, "article", "articles");
    match answer.matched_all {
        all if all == answer.total => format!("{passages} in {articles}"),
        0 => format!("{passages} in {articles}, none with all the words"),
        all => format!("{passages} in {articles}, {all} with all the words"),
    }
}

/// View and order of the results, the first of their articles side by side, and
/// saving the search; nothing where nothing was found.
fn tools(room: Room, scene: Scene<'_>, answer: &Response) -> Option<Element> {
    let route = scene.route;
    let listing = |name, listing| (name, route.with(|route| route.listing = listing).href(), route.listing == listing);
    let listings = [listing("Passages", Listing::Passages), listing("In context", Listing::Context)];
    let order = |name, sort| (name, route.with(|route| route.sort = sort).href(), route.sort == sort);
    let orders = [order("Relevance", Sort::Relevance), order("Date", Sort::Date)];
    let orders = (route.listing == Listing::Passages).then(|| segments("Order of the results", orders));
    let tools = || el("div").class("compare-bar").add(segments("View", listings)).add(orders);
    (answer.total > 0).then(|| tools().add(beside(scene, answer)).all(opened(room, scene, answer)))
}

/// What is opened below the tools: saving the search as an issue, and its
/// export; while the query is being typed only their places, so that nothing
/// moves when the typing rests.
fn opened(room: Room, scene: Scene<'_>, answer: &Response) -> [Node; 2] {
    if !room.is_typing_now() {
        return [own::save(scene, answer), export::view(scene).into()];
    }
    let place = |class, name| {
        let name = el("summary").class("button").add(name);
        el("details").class(class).flag("inert", true).add(name).into()
    };
    [place("save", "Save as an issue"), place("choose no-print", "Export")]
}

/// The articles of the results side by side; nothing for a single one.
fn beside(scene: Scene<'_>, answer: &Response) -> Option<Element> {
    let articles: Vec<usize> = answer.groups.iter().map(|group| group.article).take(MOST_COLUMNS).collect();
    let which = match (articles.len(), answer.articles) {
        (2, 2) => "both".to_owned(),
        (some, all) if some < all => format!("the first {some}"),
        (all, _) => format!("these {all}"),
    };
    let button = || link(compare(scene, &articles).href()).class("button").add(format!("Compare {which} articles"));
    (articles.len() > 1).then(button)
}

/// The side-by-side view of some articles, with what was asked here.
fn compare(scene: Scene<'_>, articles: &[usize]) -> Route {
    let (route, all) = (scene.route, &scene.library.corpus().articles);
    // In order of time, as the articles are.
    let columns = all.iter().enumerate().filter(|(index, _)| articles.contains(index));
    Route {
        columns: columns.map(|(_, article)| article.id.to_string()).collect(),
        mode: Mode::Issues,
        ..route.elsewhere(Page::Compare).asking(route)
    }
}

/// The articles with what was found in them. While one types the answer has only
/// the passages that the window shows; where there are more, what stands below them
/// stays as it is: most of it is found again when the typing rests, and taking the
/// others out can wait until then. Then a long list is drawn in steps; what stands
/// already stays.
fn groups(room: Room, scene: Scene<'_>, answer: &Response) -> Vec<Node> {
    let is_typing = room.is_typing_now();
    let windows = first_windows(room, scene);
    // One more, which where the passages are short stands in the window as well.
    let filling = |windows: usize| windows.saturating_mul(room.viewport.passages()).saturating_add(1);
    let mut least = windows.map_or(usize::MAX, filling);
    let drawn = room.standing.try_update_value(|standing: &mut Vec<Drawn>| {
        let drawn = answer.groups.iter().map(|group| {
            let drawn = Drawn::of(scene, group, standing, least);
            least = least.saturating_sub(group.hits.len());
            drawn
        });
        let drawn: Vec<Drawn> = drawn.filter(|group| !group.hits.is_empty()).collect();
        let count: usize = drawn.iter().map(|group| group.hits.len()).sum();
        let has_more = is_typing && count < answer.total;
        *standing = if has_more { with_others(drawn, standing) } else { drawn };
        room.steps.wait(windows.filter(|_| count < listed(answer)));
        standing.clone()
    });
    drawn.iter().flatten().filter_map(|group| view_group(room, scene, group)).collect()
}

/// How many windows are filled at this step; nothing where all is drawn at once: where
/// nobody is in the box, or what is shown was not typed there, in a view that is scrolled
/// to where it was left, and in a frame that is as high as its view. While one types
/// there are no steps.
fn first_windows(room: Room, scene: Scene<'_>) -> Option<usize> {
    if room.is_typing_now() {
        return None;
    }
    let windows = room.steps.windows();
    let navigation = room.context.navigation;
    let at_once = scene.route.embed || navigation.is_returned() || !navigation.is_draft() || !focus::is_in_box();
    (!at_once).then_some(windows)
}

/// What of a passage is shown: its excerpt, and the words marked in it.
#[derive(Clone, Debug, PartialEq)]
struct Excerpt {
    window: ByteRange,
    marks: Vec<ByteRange>,
}

impl Excerpt {
    fn of(scene: Scene<'_>, hit: &Hit) -> Self {
        let said = said_here(scene.library, scene.route, (hit.article, hit.passage));
        Self { window: said.unwrap_or(hit.snippet.range), marks: hit.marks.clone() }
    }
}

/// A passage that is drawn.
#[derive(Clone, Debug)]
struct DrawnHit {
    number: u32,
    /// Whether it has all the words of the query.
    complete: bool,
    /// Written where the passages are diffed, so that only those are drawn anew in
    /// which it changed: of a memo for each all would be asked, with each letter.
    excerpt: ArcRwSignal<Excerpt>,
}

/// The passages of an article in the order in which they are drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    article: usize,
    hits: Vec<DrawnHit>,
    /// Whether more were found in the article than these.
    cut: bool,
}

impl Drawn {
    /// The `least` first passages of a group and those that are `standing`, whose
    /// excerpt is brought up to date.
    fn of(scene: Scene<'_>, group: &Group, standing: &[Self], least: usize) -> Self {
        let here = standing.iter().find(|drawn| drawn.article == group.article).map_or(&[][..], |drawn| &drawn.hits);
        let hits = group.hits.iter().enumerate().filter_map(|(place, hit)| {
            let before = here.iter().find(|drawn| drawn.number == hit.passage);
            if before.is_none() && place >= least {
                return None;
            }
            let excerpt = Excerpt::of(scene, hit);
            let excerpt = match before {
                Some(drawn) => {
                    if drawn.excerpt.with_untracked(|shown| *shown != excerpt) {
                        drawn.excerpt.set(excerpt);
                    }
                    drawn.excerpt.clone()
                }
                None => ArcRwSignal::new(excerpt),
            };
            Some(DrawnHit { number: hit.passage, complete: hit.complete, excerpt })
        });
        let hits: Vec<DrawnHit> = hits.collect();
        Self { article: group.article, cut: hits.len() < group.total, hits }
    }
}

/// `new` with those that are `standing`: of articles that are not among `new` behind
/// all, of the one that is cut behind its own, unless it is cheaper to take them out
/// than to move behind them the articles that stood before it.
fn with_others(mut new: Vec<Drawn>, standing: &[Drawn]) -> Vec<Drawn> {
    let found = new.len();
    for old in standing {
        let before: usize = new.iter().skip(found).map(|group| group.hits.len()).sum();
        match new.iter_mut().find(|group| group.article == old.article) {
            Some(group) if group.cut => {
                let is_other = |hit: &&DrawnHit| group.hits.iter().all(|new| new.number != hit.number);
                let others: Vec<DrawnHit> = old.hits.iter().filter(is_other).cloned().collect();
                // What is moved is taken out, put in and laid out.
                if before * 2 <= others.len() {
                    group.hits.extend(others);
                }
            }
            Some(_) => {}
            None => new.push(old.clone()),
        }
    }
    new
}

/// The passages of one article; best first, a line stands between those that have
/// all the words and those that do not.
fn view_group(room: Room, scene: Scene<'_>, drawn: &Drawn) -> Option<Node> {
    let article = scene.library.corpus().articles.get(drawn.article)?;
    let head = keyed("head", move || room.settled(move |scene, _| group_head(scene, article)));
    let mut section = el("section").class("result-group").key(article.id.as_str()).add(head);
    let mut complete = false;
    for hit in &drawn.hits {
        if complete && !hit.complete && scene.route.sort == Sort::Relevance {
            section = section.add(el("p").class("partial-line").add("with some of the words"));
        }
        complete = hit.complete;
        section = section.add(view_hit(room, drawn.article, hit));
    }
    Some(section.into())
}

fn group_head(scene: Scene<'_>, article: &'static Article) -> Element {
    let beside = scene.route.beside(article.id.as_str()).asking(scene.route);
    let beside = link(beside.href())
        .class("button")
        .at("aria-label", format!("Compare “{}”", article.headline.value))
        .add("Compare");
    el("header").add(article_head(scene, article, "h2")).add(beside)
}

/// A passage, made once for its number; it is drawn anew when its excerpt changes,
/// and when the typing rests. One that comes while one types has its buttons then.
fn view_hit(room: Room, article: usize, hit: &DrawnHit) -> Node {
    let (number, excerpt) = (hit.number, hit.excerpt.clone());
    keyed(number.to_string(), move || {
        let settled = Cell::new(false);
        room.settled(move |scene, _| {
            settled.set(settled.get() || !room.is_typing_now());
            let keepable = settled.get();
            let Excerpt { window, marks } = excerpt.get();
            let window = Some(window);
            passage(scene, &Listed { article, number, marks: &marks, window, tagged: true, heard: true, keepable })
        })
    })
}

#[cfg(test)]
mod tests {
    use leptos::prelude::ArcRwSignal;
    use summitry_corpus::ByteRange;

    use super::{Drawn, DrawnHit, Excerpt, with_others};

    /// Articles with their passages; those of the last one are cut.
    fn drawn(groups: &[(usize, &[u32])]) -> Vec<Drawn> {
        let hit = |number: &u32| {
            let excerpt = ArcRwSignal::new(Excerpt { window: ByteRange::new(0, 0), marks: Vec::new() });
            DrawnHit { number: *number, complete: true, excerpt }
        };
        let places = groups.iter().enumerate();
        let all = places.map(|(place, (article, hits))| Drawn {
            article: *article,
            hits: hits.iter().map(hit).collect(),
            cut: place + 1 == groups.len(),
        });
        all.collect()
    }

    #[track_caller]
    fn check(new: &[(usize, &[u32])], standing: &[(usize, &[u32])], all: &[(usize, &[u32])]) {
        let all: Vec<(usize, Vec<u32>)> = all.iter().map(|(article, hits)| (*article, hits.to_vec())).collect();
        let shown = with_others(drawn(new), &drawn(standing)).into_iter();
        let shown = shown.map(|group| (group.article, group.hits.iter().map(|hit| hit.number).collect()));
        assert_eq!(shown.collect::<Vec<_>>(), all);
    }

    #[test]
    fn while_one_types_what_stood_below_the_window_stays_behind_what_was_found() {
        check(&[(2, &[7, 1])], &[(2, &[1, 9]), (1, &[4, 5])], &[(2, &[7, 1, 9]), (1, &[4, 5])]);
        check(&[(2, &[7])], &[], &[(2, &[7])]);
    }

    #[test]
    fn what_stays_is_moved_past_others_only_where_they_are_many() {
        check(&[(2, &[7, 1])], &[(1, &[4, 5]), (2, &[1, 9])], &[(2, &[7, 1]), (1, &[4, 5])]);
        check(&[(2, &[7])], &[(1, &[4]), (2, &[1, 9])], &[(2, &[7, 1, 9]), (1, &[4])]);
    }

    #[test]
    fn nothing_stays_between_passages_that_the_window_shows() {
        check(&[(2, &[7]), (1, &[4])], &[(1, &[4, 5]), (2, &[7, 9])], &[(2, &[7]), (1, &[4, 5])]);
    }
}
