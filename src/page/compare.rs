//! Side by side: articles as columns, and either issues as rows or the whole
//! texts.

mod arrangement;
mod by_issue;
mod picker;
mod texts;

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::ArticleHead;
use crate::route::{Mode, Page, Route, toggled};
use by_issue::ByIssue;
use picker::Picker;
use texts::Texts;

/// The side-by-side page.
#[component]
pub fn Compare() -> impl IntoView {
    let navigation = Navigation::get();
    let chosen = Memo::new(move |_| navigation.with(|route| route.columns.len()));
    view! {
        <div class="compare-head">
            <h1>"Side by side"</h1>
            <Show when=move || chosen.get() < 2>
                <p class="lede">
                    {move || if chosen.get() == 0 { "Choose two to four articles, or the meetings that they cover. Their passages are then laid out issue by issue." } else { "Choose another one to compare it with." }}
                </p>
            </Show>
            <Picker/>
            <Show when=move || { chosen.get() > 0 }><Bar/></Show>
        </div>
        <Show when=move || { chosen.get() > 0 }>
            <div class="compare">
                {move || match navigation.with(|route| route.mode) {
                    Mode::Issues => view! { <ByIssue/> }.into_any(),
                    Mode::Text => view! { <Texts/> }.into_any(),
                }}
            </div>
        </Show>
    }
}

/// How the columns are arranged, and what narrows the rows.
#[component]
fn Bar() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let mode = move |mode: Mode, name: &'static str| {
        view! {
            <a
                class="button"
                href=move || navigation.href(|route| route.mode = mode)
                aria-current=move || navigation.with(|route| route.mode == mode).then_some("true")
            >
                {name}
            </a>
        }
    };
    let swap = move || {
        navigation.with(|route| route.columns.len() == 2).then(|| {
            view! { <a class="button" href=move || navigation.href(|route| route.columns.reverse())>"Swap"</a> }
        })
    };
    let narrowed = move || {
        let route = navigation.route();
        let mut chips: Vec<(String, Route)> = Vec::new();
        for id in &route.issues {
            let name = library.corpus().issue(id).map_or(id.clone(), |issue| issue.name.clone());
            chips.push((name, Route { issues: toggled(&route.issues, id), ..route.clone() }));
        }
        if !route.query.is_empty() {
            chips.push((format!("marked: {}", route.query), Route { query: String::new(), ..route.clone() }));
        }
        (!chips.is_empty()).then(|| {
            let links = chips
                .into_iter()
                .map(|(name, without)| view! { <li><a href=without.href()><span class="visually-hidden">"Without "</span>{name}</a></li> })
                .collect_view();
            view! { <ul class="chips" aria-label="Narrowed to">{links}</ul> }
        })
    };
    view! {
        <div class="compare-bar">
            <span class="segments" role="group" aria-label="Arrangement">{mode(Mode::Issues, "By issue")} {mode(Mode::Text, "Full texts")}</span>
            {swap}
            {narrowed}
        </div>
    }
}

/// The head of a column: its article, and links that move or remove it.
#[component]
fn ColumnHead(
    /// Index of the article.
    article: usize,
    /// Its place among the columns, from 0.
    place: usize,
    /// How many columns there are.
    count: usize,
) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let data = library.corpus().articles.get(article)?;
    let (id, headline) = (data.id.to_string(), data.headline.value.clone());
    let moved = move |by: isize| {
        move || {
            navigation.href(|route| {
                let target = place.saturating_add_signed(by);
                if place < route.columns.len() && target < route.columns.len() {
                    route.columns.swap(place, target);
                }
            })
        }
    };
    let remove = move || navigation.href(|route| route.columns = toggled(&route.columns, &id));
    let left =
        (place > 0).then(|| view! { <a href=moved(-1) aria-label=format!("Move “{headline}” left")>"← left"</a> });
    let right = (place + 1 < count)
        .then(|| view! { <a href=moved(1) aria-label=format!("Move “{headline}” right")>"right →"</a> });
    Some(view! {
        <ArticleHead article/>
        <p class="column-tools">{left} {right} <a href=remove aria-label=format!("Remove “{headline}”")>"remove"</a></p>
    })
}

/// How many columns there are, as the style sheet tells them apart.
fn column_count(count: usize) -> String {
    if count > 4 { "many".to_owned() } else { count.to_string() }
}

/// The search page narrowed to one issue.
fn issue_search(navigation: Navigation, issue: &str) -> String {
    navigation.with(|route| Route { issues: vec![issue.to_owned()], ..route.elsewhere(Page::Search) }).href()
}
