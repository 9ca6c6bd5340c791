//! The frame around every page: masthead, notices, the page itself, footer.
//!
//! Owns focus, title and scrolling when the page changes. It does not know
//! what is on a page.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

use crate::library::Library;
use crate::navigation::Navigation;
use crate::page;
use crate::route::{Page, Route};
use crate::theme::Switch;

/// The application.
#[component]
pub fn App(
    /// The collection that it shows.
    library: Library,
) -> impl IntoView {
    provide_context(library);
    let navigation = Navigation::provide(library);
    let switch = Switch::new(navigation);
    let page = navigation.page();
    let main = NodeRef::<html::Main>::new();
    keep_title(library, page);
    move_focus(page, main);
    listen_for_slash();
    let embedded = move || navigation.with(|route| route.embed);
    view! {
        <a class="skip" href="#main" on:click=move |event| { event.prevent_default(); focus(main); }>"Skip to the content"</a>
        <Show when=move || !embedded()>
            <Masthead switch/>
        </Show>
        <Update/>
        <Notice/>
        <main id="main" node_ref=main tabindex="-1" class:wide=move || page.get() == Page::Compare>
            {move || match page.get() {
                Page::Search => view! { <page::search::Search/> }.into_any(),
                Page::Read(article) => view! { <page::read::Read article/> }.into_any(),
                Page::Compare => view! { <page::compare::Compare/> }.into_any(),
                Page::Coverage => view! { <page::coverage::Coverage/> }.into_any(),
                Page::Timeline => view! { <page::timeline::Timeline/> }.into_any(),
                Page::Help => view! { <page::help::Help/> }.into_any(),
                Page::About => view! { <page::about::About/> }.into_any(),
                Page::Unknown(name) => view! { <page::missing::NoPage name/> }.into_any(),
            }}
        </main>
        <Footer/>
    }
}

/// The name, the pages and the theme.
#[component]
fn Masthead(switch: Switch) -> impl IntoView {
    let navigation = Navigation::get();
    let link = move |page: Page, name: &'static str| {
        let target = page.clone();
        let here = move || navigation.with(|route| route.page == page);
        view! {
            <li>
                <a href=move || onward(navigation, &target).href() aria-current=move || here().then_some("page")>{name}</a>
            </li>
        }
    };
    view! {
        <header class="masthead">
            <p class="wordmark">
                <a href=move || navigation.with(|route| route.elsewhere(Page::Search)).href()>"Summitry"</a>
            </p>
            <nav aria-label="Pages">
                <ul>
                    {link(Page::Search, "Search")} {link(Page::Compare, "Side by side")} {link(Page::Coverage, "Coverage")}
                    {link(Page::Timeline, "Timeline")} {link(Page::Help, "Help")} {link(Page::About, "About")}
                </ul>
            </nav>
            <button type="button" class="theme-switch" on:click=move |_| switch.press()>{move || switch.label()}</button>
        </header>
    }
}

/// The route of a page of the masthead: columns go along to the side-by-side
/// view and back, so that a look at another page loses nothing.
fn onward(navigation: Navigation, page: &Page) -> Route {
    let route = navigation.route();
    let mut onward = route.elsewhere(page.clone());
    if matches!(page, Page::Search | Page::Compare) {
        onward.columns = route.columns;
    }
    onward
}

/// What could not be used of a link, and the link that works.
#[component]
fn Notice() -> impl IntoView {
    let navigation = Navigation::get();
    move || {
        let problems = navigation.problems();
        (!problems.is_empty()).then(|| {
            view! {
                <section class="notice" role="status" aria-label="About this link">
                    <ul>{problems.into_iter().map(|problem| view! { <li>{problem.0}</li> }).collect_view()}</ul>
                    <a href=move || navigation.href(|_| {})>"Use the link without that"</a>
                </section>
            }
        })
    }
}

/// Offers a newer build of the page when one is stored and ready.
#[component]
fn Update() -> impl IntoView {
    let ready = RwSignal::new(false);
    window_event_listener(ev::Custom::<web_sys::Event>::new("summitry:update"), move |_| ready.set(true));
    let apply = move |_| {
        if let Ok(event) = web_sys::Event::new("summitry:apply-update") {
            let _ = window().dispatch_event(&event);
        }
    };
    view! {
        <Show when=move || ready.get()>
            <section class="notice" role="status" aria-label="Newer version">
                <p>"A newer version of this page is ready."</p>
                <button type="button" class="button" on:click=apply>"Use it now"</button>
            </section>
        </Show>
    }
}

/// Whose the texts are, and where to read more; in a frame, the way out of it.
#[component]
fn Footer() -> impl IntoView {
    let navigation = Navigation::get();
    let about = move || navigation.with(|route| route.elsewhere(Page::About)).href();
    let full = move || navigation.href(|route| route.embed = false);
    view! {
        <footer class="footer">
            <Show
                when=move || navigation.with(|route| route.embed)
                fallback=move || view! {
                    <p>
                        "The articles belong to their publishers and are shown for teaching and research. Everything happens in this browser: nothing that you search for or read is sent anywhere. "
                        <a href=about>"About this page"</a>
                    </p>
                }
            >
                <p><a href=full target="_blank" rel="noopener">"Open in full"</a></p>
            </Show>
        </footer>
    }
}

/// What is shown instead of the application when the collection cannot be read.
#[component]
pub fn Damaged(
    /// What is wrong.
    sentence: String,
) -> impl IntoView {
    view! {
        <main class="opening">
            <h1>"The reading room cannot open"</h1>
            <p role="alert">{sentence}</p>
            <p>"Reload the page. If that does not help, the page was not put on its host whole: its keeper should upload it again."</p>
        </main>
    }
}

/// Keeps the document's title in step with the page.
fn keep_title(library: Library, page: Memo<Page>) {
    Effect::new(move |_| {
        let name = match page.get() {
            Page::Search => "Search".to_owned(),
            Page::Read(id) => match library.corpus().article(&id) {
                Some(article) => format!("{} ({})", article.headline.value, library.outlet_name(article)),
                None => "No such article".to_owned(),
            },
            Page::Compare => "Side by side".to_owned(),
            Page::Coverage => "Coverage".to_owned(),
            Page::Timeline => "Timeline".to_owned(),
            Page::Help => "Help".to_owned(),
            Page::About => "About".to_owned(),
            Page::Unknown(_) => "No such page".to_owned(),
        };
        document().set_title(&format!("{name} · Summitry"));
    });
}

/// Moves focus to the new page's beginning, as a browser does for a new
/// document; not when the first page opens.
fn move_focus(page: Memo<Page>, main: NodeRef<html::Main>) {
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus(main);
        }
        now
    });
}

fn focus(main: NodeRef<html::Main>) {
    if let Some(main) = main.get_untracked() {
        let _ = main.focus();
    }
}

/// `/` leads to the search box, unless something is being typed.
fn listen_for_slash() {
    let handle = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if event.key() != "/" || !plain || types_text(&event) {
            return;
        }
        let box_ = document().query_selector("[role=searchbox]").ok().flatten();
        if let Some(box_) = box_.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            event.prevent_default();
            let _ = box_.focus();
            box_.select();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether the key goes into a field.
fn types_text(event: &web_sys::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
