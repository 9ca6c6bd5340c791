//! Meetings and articles in the order of time.

use leptos::prelude::*;
use summitry_corpus::Date;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::ArticleHead;
use crate::route::{Page, Route};
use crate::wording::meeting_days;

/// What happened, or was written, on a day.
#[derive(Clone, Copy)]
enum Entry {
    Meeting(usize),
    Article(usize),
}

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let meetings =
        corpus.meetings.iter().enumerate().map(|(place, meeting)| (Some(meeting.start), Entry::Meeting(place)));
    let articles = corpus
        .articles
        .iter()
        .enumerate()
        .map(|(place, article)| (article.published.as_ref().map(|when| when.date), Entry::Article(place)));
    let mut entries: Vec<(Option<Date>, Entry)> = meetings.chain(articles).collect();
    // Undated ones come last.
    entries.sort_by_key(|(date, _)| (date.is_none(), *date));
    let items = entries
        .into_iter()
        .map(|(_, entry)| match entry {
            Entry::Meeting(meeting) => view! { <MeetingEntry meeting/> }.into_any(),
            Entry::Article(article) => view! { <li data-kind="article"><ArticleHead article/></li> }.into_any(),
        })
        .collect_view();
    view! {
        <h1>"Timeline"</h1>
        <p class="lede">"The meetings (circles) and the articles (squares), in order."</p>
        <ol class="timeline">{items}</ol>
    }
}

#[component]
fn MeetingEntry(meeting: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let data = library.corpus().meetings.get(meeting)?;
    let id = data.id.to_string();
    let href = move || {
        let meetings = vec![id.clone()];
        navigation.with(|route| Route { meetings, ..route.elsewhere(Page::Search) }).href()
    };
    Some(view! {
        <li data-kind="meeting">
            <p class="overline">{format!("{} · {}", meeting_days(data), data.place)}</p>
            <h2 class="title"><a href=href>{data.name.clone()}</a></h2>
            <p class="fine">{data.description.clone()}</p>
        </li>
    })
}
