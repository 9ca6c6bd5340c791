//! The reading text, block by block, and what was left out of it.

use leptos::prelude::*;
use summitry_corpus::{Article, Block, BlockKind, Voice, VoiceKind};
use wasm_bindgen::JsCast;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::part::{IssueTags, SideMark, Words, issue_ids};
use crate::route::Page;
use crate::wording::{count, whole};

/// The text; the passage that the link names is brought into view.
#[component]
pub fn Text(
    /// Index of the article.
    index: usize,
) -> impl IntoView {
    let library = Library::get();
    let navigation = Navigation::get();
    let article = library.corpus().articles.get(index)?;
    let current = Memo::new(move |_| navigation.with(|route| route.passage));
    let query = Memo::new(move |_| navigation.with(|route| route.query.clone()));
    Effect::new(move |_| {
        if let Some(number) = current.get() {
            request_animation_frame(move || bring_into_view(number));
        }
    });
    let blocks = move || {
        let query = query.get();
        article.blocks.iter().map(|block| view_block(library, index, article, block, &query, current)).collect_view()
    };
    Some(view! { <div class="text">{blocks} <LeftOut article/></div> })
}

/// Scrolls to a passage unless it is in view, and puts the focus there.
fn bring_into_view(number: u32) {
    let found = document().query_selector(&format!(".text [data-passage=\"{number}\"]")).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if place.top() < 0.0 || place.bottom() > height {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn view_block(
    library: Library,
    index: usize,
    article: &Article,
    block: &Block,
    query: &str,
    current: Memo<Option<u32>>,
) -> AnyView {
    let kind = block.kind.name();
    let Some(number) = block.n else {
        let words = view! { <Words block window=whole(block) marks=&[]/> };
        return match block.kind {
            BlockKind::Subhead => view! { <div class="block" data-kind=kind><h2 class="words">{words}</h2></div> }.into_any(),
            BlockKind::Caption => view! { <div class="block" data-kind=kind><p class="words"><span class="visually-hidden">"Caption: "</span>{words}</p></div> }.into_any(),
            BlockKind::AlternativeText => view! { <div class="block" data-kind=kind><p class="words">"Image: " {words}</p></div> }.into_any(),
            // These stand above the text already.
            _ => ().into_any(),
        };
    };
    let id = article.id.to_string();
    let navigation = Navigation::get();
    let link_id = id.clone();
    let href = move || {
        navigation.with(|route| {
            let mut here = route.elsewhere(Page::Read(link_id.clone()));
            here.query.clone_from(&route.query);
            here.passage = Some(number);
            here.href()
        })
    };
    let is_current = move || current.get() == Some(number);
    let marks = library.marks(query, index, number);
    view! {
        <div
            class="block"
            tabindex="-1"
            data-kind=kind
            data-article=id
            data-passage=number.to_string()
            data-issues=issue_ids(library, index, number)
            data-current=move || is_current().then_some("")
        >
            <a class="passage-number" href=href aria-label=format!("Link to passage {number}") aria-current=move || is_current().then_some("true")>{number}</a>
            <p class="words"><Words block window=whole(block) marks=&marks/></p>
            <div class="margin"><IssueTags article=index number/> <Voices article number/></div>
        </div>
    }
    .into_any()
}

/// Who speaks in a passage, with their side and how the attribution is known.
#[component]
fn Voices<'a>(article: &'a Article, number: u32) -> impl IntoView + use<> {
    let mut seen: Vec<(&str, VoiceKind)> = Vec::new();
    let items = article
        .voices_in(number)
        .filter(|voice| {
            let key = (voice.speaker.as_str(), voice.kind);
            let new = !seen.contains(&key);
            seen.push(key);
            new
        })
        .map(view_voice)
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <ul class="voices" aria-label="Who speaks">{items}</ul> })
}

fn view_voice(voice: &Voice) -> impl IntoView + use<> {
    let how = match voice.kind {
        VoiceKind::Direct => "quoted",
        VoiceKind::Paraphrase => "paraphrased",
    };
    let side = voice.side.as_ref().map(|side| view! { <SideMark id=side.as_str()/> });
    let (speaker, why) = (voice.speaker.clone(), voice.why.clone());
    view! { <li title=why>{side} " " {speaker} ", " {how}</li> }
}

/// The lines of the file that are not part of the reading text.
#[component]
fn LeftOut<'a>(article: &'a Article) -> impl IntoView + use<> {
    if article.removed.is_empty() {
        return None;
    }
    let items = article
        .removed
        .iter()
        .map(|removed| {
            view! { <li><span class="fine">{format!("Line {}, {}: ", removed.line, removed.reason)}</span>{removed.text.clone()}</li> }
        })
        .collect_view();
    let summary = format!("What was left out: {}", count(article.removed.len(), "piece", "pieces"));
    Some(view! { <details class="left-out"><summary>{summary}</summary><ul>{items}</ul></details> })
}
