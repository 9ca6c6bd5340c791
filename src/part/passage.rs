//! A passage wherever one is listed: its number, its words, its issues.

use leptos::prelude::*;
use summitry_corpus::ByteRange;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::Words;
use crate::route::{Match, Page};
use crate::wording::whole;

/// A passage; its number is the link to it in the reader.
#[component]
pub fn Passage(
    /// Index of the article.
    article: usize,
    /// Number of the passage, from 1.
    number: u32,
    /// The words that were searched for, in bytes of its text.
    marks: Vec<ByteRange>,
    /// The part of its text to show, in bytes; all of it when not given.
    #[prop(optional_no_strip)]
    window: Option<ByteRange>,
    /// Whether to list its issues.
    #[prop(default = true)]
    tagged: bool,
) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let article_data = library.corpus().articles.get(article)?;
    let block = article_data.passage(number)?;
    let id = article_data.id.to_string();
    let name = format!("Passage {number} of {}", article_data.headline.value);
    let shown = window.unwrap_or_else(|| whole(block));
    let cut_before = (shown.start > 0).then_some("… ");
    let cut_after = ((shown.end as usize) < block.text.len()).then_some(" …");
    let reader_id = id.clone();
    let href = move || {
        navigation.with(|route| {
            let mut reader = route.elsewhere(Page::Read(reader_id.clone()));
            reader.query.clone_from(&route.query);
            reader.passage = Some(number);
            reader.href()
        })
    };
    Some(view! {
        <div class="hit" data-article=id data-passage=number.to_string() data-issues=issue_ids(library, article, number)>
            <a class="passage-number" href=href aria-label=name>{number}</a>
            <p>{cut_before} <Words block window=shown marks=&marks/> {cut_after}</p>
            {tagged.then(|| view! { <IssueTags article number/> })}
        </div>
    })
}

/// The ids of a passage's issues, separated by spaces.
pub fn issue_ids(library: Library, article: usize, passage: u32) -> String {
    let issues = &library.corpus().issues;
    let labels = library.labels(article, passage);
    let ids: Vec<&str> =
        labels.iter().filter_map(|label| issues.get(label.issue)).map(|issue| issue.id.as_str()).collect();
    ids.join(" ")
}

/// The issues of a passage, each a link to all passages on it. What earned the
/// label stands in the link's title.
#[component]
pub fn IssueTags(
    /// Index of the article.
    article: usize,
    /// Number of the passage, from 1.
    number: u32,
) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let labels = library.labels(article, number);
    if labels.is_empty() {
        return None;
    }
    let tags = labels
        .iter()
        .filter_map(|label| {
            let issue = library.corpus().issues.get(label.issue)?;
            let id = issue.id.to_string();
            let other = id.clone();
            let chosen = move || navigation.with(|route| route.issues.contains(&id)).then_some("true");
            let href = move || {
                navigation.with(|route| {
                    let mut search = route.elsewhere(Page::Search);
                    search.issues = vec![other.clone()];
                    search.issues_match = Match::Any;
                    search.href()
                })
            };
            let why = format!("On this issue because of: {}", label.terms.join(", "));
            let name = issue.name.clone();
            Some(view! { <li><a href=href title=why aria-current=chosen>{name}</a></li> })
        })
        .collect_view();
    Some(view! { <ul class="issue-tags" aria-label="Issues">{tags}</ul> })
}
