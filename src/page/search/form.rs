//! The search box, how the query was understood, and what of it was not.

use leptos::prelude::*;
use leptos::{ev, html};

use crate::navigation::Navigation;
use crate::page::search::Answer;
use crate::route::Page;
use crate::wording::emphasised;

/// The box and what is said about the query.
#[component]
pub fn Form(
    /// The answer to what is typed.
    answer: Answer,
) -> impl IntoView {
    let navigation = Navigation::get();
    let field = NodeRef::<html::Input>::new();
    let query = Memo::new(move |_| navigation.with(|route| route.query.clone()));
    let typed = move |event: ev::Event| {
        let text = event_target_value(&event);
        navigation.retype(|route| route.query = text);
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        navigation.commit();
    };
    let cleared = move |_| {
        navigation.commit();
        navigation.retype(|route| route.query.clear());
        navigation.commit();
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let escaped = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !query.get_untracked().is_empty() {
            event.prevent_default();
            navigation.retype(|route| route.query.clear());
        }
    };
    let help = move || navigation.with(|route| route.elsewhere(Page::Help)).href();
    view! {
        <form class="search-form" role="search" on:submit=submitted>
            <input
                node_ref=field
                class="search-box"
                type="search"
                role="searchbox"
                aria-label="Search the articles"
                aria-describedby="reading"
                placeholder="Words, or a “phrase in quotes”"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=move || query.get()
                on:input=typed
                on:change=move |_| navigation.commit()
                on:keydown=escaped
            />
            <Show when=move || query.with(|query| !query.is_empty())>
                <button type="button" class="clear" on:click=cleared>"Clear"</button>
            </Show>
        </form>
        <Show
            when=move || query.with(|query| !query.trim().is_empty())
            fallback=move || view! {
                <p class="fine search-hint" id="reading">
                    "Quotation marks keep words together, a minus leaves a word out: " <code>"iran -iraq"</code> ". "
                    <a href=help>"All that you can type"</a>
                </p>
            }
        >
            <p class="fine reading" id="reading">{move || answer.with(|answer| reading(&answer.reading))}</p>
            <Complaints answer/>
        </Show>
    }
}

/// The plain-words reading, its words of the query set apart.
fn reading(sentence: &str) -> impl IntoView + use<> {
    emphasised(sentence)
        .into_iter()
        .map(|(text, apart)| if apart { view! { <em>{text}</em> }.into_any() } else { text.into_any() })
        .collect_view()
}

/// What of the query could not be taken as it stands, with the remedy, and a
/// better spelling where there is one.
#[component]
fn Complaints(answer: Answer) -> impl IntoView {
    let navigation = Navigation::get();
    let suggestion = move || {
        answer.with(|answer| answer.suggestion.clone()).map(|better| {
            let href = navigation.href(|route| route.query.clone_from(&better.query));
            view! { <p class="fine">{reading(&better.message)} " " <a href=href>{better.query}</a></p> }
        })
    };
    let diagnostics = move || {
        let found = answer.with(|answer| answer.diagnostics.clone());
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|diagnostic| view! { <li>{diagnostic.message} " " {diagnostic.remedy}</li> })
                .collect_view();
            view! { <ul class="fine diagnostics" role="status">{items}</ul> }
        })
    };
    view! { {suggestion} {diagnostics} }
}
