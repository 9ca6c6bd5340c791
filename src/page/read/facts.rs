//! What is known about an article, and how.

use leptos::prelude::*;
use summitry_corpus::MeetingRef;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::Evidence;
use crate::route::{Page, Route};
use crate::wording::published;

/// The facts, each with what it rests on.
#[component]
pub fn Facts(
    /// Index of the article.
    index: usize,
) -> impl IntoView {
    let library = Library::get();
    let corpus = library.corpus();
    let article = corpus.articles.get(index)?;
    let outlet = article.outlet.as_ref().map(|fact| {
        let name =
            corpus.outlet(fact.value.as_str()).map_or_else(|| fact.value.to_string(), |outlet| outlet.name.clone());
        view! { <dt>"Outlet"</dt><dd>{name} " " <Evidence why=&fact.why of="the outlet"/></dd> }
    });
    let date = article.published.as_ref().map(|when| {
        view! { <dt>"Published"</dt><dd><time datetime=when.iso()>{published(when)}</time> " " <Evidence why=&when.why of="the date"/></dd> }
    });
    let undated = article.published.is_none().then(|| view! { <dt>"Published"</dt><dd>"not known"</dd> });
    let byline = article.byline.as_ref().map(|fact| {
        view! { <dt>"By"</dt><dd>{fact.value.clone()} " " <Evidence why=&fact.why of="the author"/></dd> }
    });
    let headline = (article.headline.why.basis == summitry_corpus::Basis::Inferred)
        .then(|| view! { <dt>"Headline"</dt><dd>"not in the file; given by the editor " <Evidence why=&article.headline.why of="the headline"/></dd> });
    let notes = (!article.notes.is_empty()).then(|| {
        let notes = article.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
        view! { <dt>"Note"</dt><dd>{notes}</dd> }
    });
    Some(view! {
        <dl class="facts">
            {outlet} {date} {undated} {byline} {headline}
            <Meetings title="Covers" meetings=&article.meetings/>
            <Meetings title="Mentions" meetings=&article.mentions/>
            {notes}
            <dt>"File"</dt><dd><code>{article.file.clone()}</code></dd>
        </dl>
    })
}

/// The meetings, each a link to all that is said in articles about it.
#[component]
fn Meetings<'a>(title: &'static str, meetings: &'a [MeetingRef]) -> impl IntoView + use<> {
    let library = Library::get();
    let navigation = Navigation::get();
    let items = meetings
        .iter()
        .filter_map(|reference| {
            let meeting = library.corpus().meeting(reference.id.as_str())?;
            let id = meeting.id.to_string();
            let name = meeting.name.clone();
            let href = move || {
                let meetings = vec![id.clone()];
                navigation.with(|route| Route { meetings, ..route.elsewhere(Page::Search) }).href()
            };
            Some(view! { <dd><a href=href>{name}</a> " " <Evidence why=&reference.why of="this meeting"/></dd> })
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <dt>{title}</dt>{items} })
}
