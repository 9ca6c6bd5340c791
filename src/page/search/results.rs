//! Passages under their articles, in rank order.

use leptos::prelude::*;
use summitry_search::{Group, Response};

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page::search::Answer;
use crate::part::{ArticleHead, Passage};
use crate::route::{Mode, Page, Route, Sort};
use crate::wording::{count, list};

/// How many were found, in which order, and the passages.
#[component]
pub fn Results(
    /// The answer to show.
    answer: Answer,
) -> impl IntoView {
    let found = Memo::new(move |_| answer.with(|answer| summary(answer)));
    view! {
        <div class="result-bar">
            <p role="status">{move || found.get()}</p>
            <Order answer/>
        </div>
        {move || answer.with(|answer| {
            if answer.total == 0 {
                return view! { <Nothing/> }.into_any();
            }
            let shown: usize = answer.groups.iter().map(|group| group.hits.len()).sum();
            let groups = answer.groups.iter().map(view_group).collect_view();
            let more = answer.total.saturating_sub(shown);
            let rest = (more > 0).then(|| view! { <p class="fine">{format!("{} more are not shown: add a word or a filter to come nearer.", count(more, "passage", "passages"))}</p> });
            view! { {groups} {rest} }.into_any()
        })}
    }
}

/// `12 passages in 4 articles`, and how many of them have all the words.
fn summary(answer: &Response) -> String {
    if answer.total == 0 {
        return "No passages found".to_owned();
    }
    let passages = count(answer.total, "passage", "passages");
    let articles = count(answer.groups.len(), "article", "articles");
    match answer.matched_all {
        all if all == answer.total => format!("{passages} in {articles}"),
        0 => format!("{passages} in {articles}, none with all the words"),
        all => format!("{passages} in {articles}, {all} with all the words"),
    }
}

/// Order of the results, and all their articles side by side.
#[component]
fn Order(answer: Answer) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let link = move |sort: Sort, name: &'static str| {
        view! {
            <a
                class="button"
                href=move || navigation.href(|route| route.sort = sort)
                aria-current=move || navigation.with(|route| route.sort == sort).then_some("true")
            >
                {name}
            </a>
        }
    };
    let beside = move || {
        let articles: Vec<usize> =
            answer.with(|answer| answer.groups.iter().map(|group| group.article).take(4).collect());
        (articles.len() > 1).then(|| {
            let name = format!("Lay {} side by side", if articles.len() == 2 { "both".to_owned() } else { format!("these {}", articles.len()) });
            view! { <a class="button" href=navigation.with(|route| compare(library, route, &articles)).href()>{name}</a> }
        })
    };
    view! {
        <div class="compare-bar">
            <span class="segments" role="group" aria-label="Order of the results">{link(Sort::Relevance, "Best first")} {link(Sort::Date, "By date")}</span>
            {beside}
        </div>
    }
}

/// The side-by-side view of some articles, with what was asked here.
fn compare(library: Library, route: &Route, articles: &[usize]) -> Route {
    let corpus = library.corpus();
    Route {
        columns: articles
            .iter()
            .filter_map(|article| corpus.articles.get(*article))
            .map(|article| article.id.to_string())
            .collect(),
        issues: route.issues.clone(),
        query: route.query.clone(),
        mode: Mode::Issues,
        ..route.elsewhere(Page::Compare)
    }
}

/// The hits of one article; a line stands between those that have all the words
/// and those that do not.
fn view_group(group: &Group) -> impl IntoView + use<> {
    let library = Library::get();
    let navigation = Navigation::get();
    let article = group.article;
    let hits = group
        .hits
        .iter()
        .scan(false, |complete, hit| {
            let falls_off = std::mem::replace(complete, hit.complete) && !hit.complete;
            Some((falls_off, hit))
        })
        .map(|(falls_off, hit)| {
            let line = falls_off.then(|| view! { <p class="partial-line">"with some of the words"</p> });
            view! { {line} <Passage article=hit.article number=hit.passage marks=hit.marks.clone() window=Some(hit.snippet.range)/> }
        })
        .collect_view();
    let beside = move || navigation.with(|route| compare(library, route, &[article])).href();
    let outlet =
        library.corpus().articles.get(article).map(|article| article.headline.value.clone()).unwrap_or_default();
    view! {
        <section class="result-group">
            <header>
                <ArticleHead article/>
                <a class="button" href=beside aria-label=format!("Compare “{outlet}”")>"Compare"</a>
            </header>
            {hits}
        </section>
    }
}

/// Nothing was found: why, and what to loosen.
#[component]
fn Nothing() -> impl IntoView {
    let navigation = Navigation::get();
    move || {
        let route = navigation.route();
        let words = !route.query.trim().is_empty();
        let unfiltered = (words && route.has_filters()).then(|| {
            view! { <li><a href=route.without_filters().href()>"Search for the same words without the filters"</a></li> }
        });
        let unworded = (words && route.has_filters()).then(|| {
            let without = Route { query: String::new(), ..route.clone() };
            view! { <li><a href=without.href()>"Keep the filters and show all their passages"</a></li> }
        });
        let kinds = list(&tried(&route));
        let all = route.elsewhere(Page::Search).href();
        view! {
            <div class="empty">
                <p>{format!("No passage fits {kinds}.")}</p>
                <ul>
                    {unfiltered} {unworded}
                    <li><a href=all>"Start again from the whole collection"</a></li>
                </ul>
            </div>
        }
    }
}

/// What was asked, in a few words.
fn tried(route: &Route) -> Vec<String> {
    let mut tried = Vec::new();
    if !route.query.trim().is_empty() {
        tried.push(format!("“{}”", route.query.trim().chars().take(80).collect::<String>()));
    }
    if !route.issues.is_empty() {
        tried.push(count(route.issues.len(), "issue", "issues"));
    }
    if !(route.outlets.is_empty() && route.meetings.is_empty() && route.sides.is_empty()) {
        tried.push("the chosen outlets, meetings and sides".to_owned());
    }
    if route.from.is_some() || route.to.is_some() {
        tried.push("the dates".to_owned());
    }
    tried
}
