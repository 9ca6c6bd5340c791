//! Choosing the columns: by article, or by the meetings that articles cover.

use leptos::prelude::*;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::route::toggled;
use crate::wording::{meeting_days, published};

/// All articles and all covered meetings, each a link that adds or removes.
/// Folded away once there is something to compare.
#[component]
pub fn Picker() -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let corpus = library.corpus();
    let enough = navigation.route_now().columns.len() > 1;
    let articles = (0..corpus.articles.len()).map(|article| view! { <li><ArticleChoice article/></li> }).collect_view();
    let meetings: Vec<(usize, Vec<String>)> = covered_meetings(library);
    let by_meeting = (!meetings.is_empty()).then(|| {
        let items =
            meetings.into_iter().map(|(meeting, ids)| view! { <li><MeetingChoice meeting ids/></li> }).collect_view();
        view! {
            <h2 class="overline">"By meeting"</h2>
            <ul class="picker">{items}</ul>
        }
    });
    view! {
        <details class="choose" open=!enough>
            <summary class="button">"Choose the columns"</summary>
            <div class="choices">
                <h2 class="overline">"By article"</h2>
                <ul class="picker">{articles}</ul>
                {by_meeting}
            </div>
        </details>
    }
}

/// Each meeting that articles cover, by index, and their ids.
fn covered_meetings(library: Library) -> Vec<(usize, Vec<String>)> {
    let corpus = library.corpus();
    let covering = |id: &str| -> Vec<String> {
        let covers =
            |article: &&summitry_corpus::Article| article.meetings.iter().any(|covered| covered.id.as_str() == id);
        corpus.articles.iter().filter(covers).map(|article| article.id.to_string()).collect()
    };
    let all = corpus.meetings.iter().enumerate().map(|(place, meeting)| (place, covering(meeting.id.as_str())));
    all.filter(|(_, ids)| !ids.is_empty()).collect()
}

#[component]
fn ArticleChoice(article: usize) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let data = library.corpus().articles.get(article)?;
    let id = data.id.to_string();
    let here = id.clone();
    let chosen = Memo::new(move |_| navigation.with(|route| route.columns.contains(&here)));
    let date = data.published.as_ref().map_or_else(|| "date unknown".to_owned(), published);
    Some(view! {
        <a
            href=move || navigation.href(|route| route.columns = toggled(&route.columns, &id))
            aria-current=move || chosen.get().then_some("true")
        >
            <span class="overline">{format!("{} · {date}", library.outlet_name(data))}</span>
            <span>{data.headline.value.clone()}</span>
            <span class="state">{move || if chosen.get() { "Chosen: press to remove" } else { "Add as a column" }}</span>
        </a>
    })
}

#[component]
fn MeetingChoice(meeting: usize, ids: Vec<String>) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let data = library.corpus().meetings.get(meeting)?;
    let here = ids.clone();
    let chosen = Memo::new(move |_| navigation.with(|route| here.iter().all(|id| route.columns.contains(id))));
    let href = move || {
        let remove = chosen.get();
        navigation.href(|route| {
            route.columns.retain(|id| !ids.contains(id) || !remove);
            let missing: Vec<String> =
                ids.iter().filter(|id| !remove && !route.columns.contains(id)).cloned().collect();
            route.columns.extend(missing);
        })
    };
    Some(view! {
        <a href=href aria-current=move || chosen.get().then_some("true")>
            <span class="overline">{meeting_days(data)}</span>
            <span>{data.name.clone()}</span>
            <span class="state">{move || if chosen.get() { "Chosen: press to remove" } else { "Add its coverage" }}</span>
        </a>
    })
}
