//! The frame around every page: masthead, notices, the page itself, footer.
//!
//! Each part of the frame is a live subtree: only the page itself follows what
//! is being typed. What is on a page the frame leaves to the rooms; only `follow`
//! knows where the reader and the comparison are scrolled to.

pub mod focus;
mod follow;
pub mod keys;
mod scene;
mod title;

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::app::keys::Keys;
use crate::component::{announcer, share};
use crate::navigation::Navigation;
use crate::node::{Node, el, keyed, link, live};
use crate::page;
use crate::route::{Page, Problem, Route};
use crate::theme::Switch;
use crate::wording::count;

pub use scene::{Context, OwnedScene, Scene};

/// The pages of the menu, in its order: what they are called, and what one
/// does there.
pub const PAGES: [(Page, &str, &str); 9] = [
    (Page::Search, "Search", "Finds passages, and narrows them by issue, outlet, meeting, speaker and date."),
    (Page::Compare, "Compare", "Articles, meetings or outlets side by side, in columns."),
    (Page::Coverage, "Coverage", "How much each article says on each issue."),
    (Page::Timeline, "Timeline", "The meetings and the articles in order of time."),
    (Page::Voices, "Voices", "Who is quoted, and for which side."),
    (Page::Workshop(String::new()), "Workshop", "Makes a collection of your own articles, and a page of it."),
    (Page::Notes, "Notes", "What you keep of the articles, to arrange, cite and export."),
    (Page::Help, "Help", "What you are reading."),
    (Page::About, "About", "What the page is, whose the texts are, and what it does not do."),
];

/// The application at the address that was read. Cheap to copy.
///
/// It is made in turns of the browser, so that on a slow phone too a visitor is
/// answered in between: the frame, then the page in it.
#[derive(Clone, Copy)]
pub struct App {
    context: Context,
    keys: Keys,
    /// Whether the page is wanted.
    page: RwSignal<bool>,
}

impl App {
    /// The state of the application.
    pub fn new(navigation: Navigation) -> Self {
        Self { context: Context::new(navigation), keys: Keys::stored(), page: RwSignal::new(false) }
    }

    /// The frame, without a page in it yet.
    pub fn frame(self) -> Node {
        let Self { context, keys, page } = self;
        let switch = Switch::new(context.navigation);
        let update = offered_update();
        el("div")
            .class("frame")
            .add(skip_link())
            .add(context.settled(move |scene| (!scene.route.embed).then(|| masthead(scene.route, switch))))
            .add(context.settled(|scene| (scene.library.is_own() && !scene.route.embed).then(|| own_notice(scene))))
            .add(live(move || update.get().then(update_notice)))
            .add(context.settled(|scene| link_notice(scene.route, &scene.navigation.problems())))
            .add(main(context, page))
            .add(context.settled(footer))
            .add(announcer())
            .add(context.settled(|scene| scene.kept.foot(|| notes(scene))))
            .add(live(move || keys::dialog(keys)))
            .into()
    }

    /// Has the page made, by an effect that runs when this turn's code has ended.
    pub fn make_page(self) {
        self.page.set(true);
    }

    /// Follows the route, the keys and the focus from now on; to be called once the
    /// tree stands in the document.
    pub fn follow(self) {
        focus::watch();
        self.keys.listen(self.context.navigation, self.context.kept);
        follow::page(self.context);
        follow::places(self.context);
        follow::hits(self.context);
        follow::rows(self.context);
    }
}

fn main(context: Context, wanted: RwSignal<bool>) -> Node {
    let navigation = context.navigation;
    let is_search = Memo::new(move |_| navigation.with_settled(|route| route.page == Page::Search));
    live(move || {
        let main = el("main").at("id", "main").at("tabindex", "-1");
        if !wanted.get() {
            return main;
        }
        // The search page itself follows what is typed into it.
        let route = if is_search.get() { navigation.route_now() } else { navigation.with(Route::clone) };
        let page = &route.page;
        main.maybe("class", (*page == Page::Compare).then_some("wide"))
            .add(el("div").key(page.to_string()).add(content(context, context.scene(&route))))
    })
}

/// The page itself. The search page is made once for a collection and follows the
/// route by parts; the others are functions of the whole route. They come in
/// parts of the program of their own, so [`room`] is called only here and only
/// when that is there.
fn content(context: Context, scene: Scene<'_>) -> Node {
    match &scene.route.page {
        Page::Search => keyed(scene.library.identity(), move || page::search::view(context)),
        Page::Unknown(name) => page::missing::page(scene, name),
        page => scene.deferred.then(page, || room(scene)),
    }
}

/// A room other than the search page: the build divides the program at this call.
#[inline(never)]
fn room(scene: Scene<'_>) -> Node {
    match &scene.route.page {
        Page::Read(article) => page::read::view(scene, article),
        Page::Compare => page::compare::view(scene),
        Page::Coverage => page::coverage::view(scene),
        Page::Timeline => page::timeline::view(scene),
        Page::Voices => page::voices::view(scene),
        Page::Notes => page::notes::view(scene),
        Page::Workshop(place) => page::workshop::view(scene, place),
        Page::Help => page::help::view(scene),
        Page::About => page::about::view(scene),
        Page::Search | Page::Unknown(_) => Node::Nothing,
    }
}

/// What stands at the foot of every room once the notes are there; they begin
/// their work with that, and a visitor's own collection to which the address leads
/// is looked for on the device. The build divides the program here too.
#[inline(never)]
fn notes(scene: Scene<'_>) -> Node {
    page::workshop::resume(scene);
    page::notes::foot(scene)
}

fn skip_link() -> Node {
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        focus::main();
    };
    link("#main".to_owned()).class("skip").add("Skip to the content").on("click", skip).into()
}

/// The name, the pages and the theme.
fn masthead(route: &Route, switch: Switch) -> Node {
    let entry = |(page, name, _): (Page, &'static str, &'static str)| {
        let here = route.page.room() == page.room();
        let mut target = route.elsewhere(page);
        let columns = target.columns.len();
        let columns = (target.page == Page::Compare && !here && columns > 0).then(|| format!(" ({columns})"));
        // Back from an article or a comparison to the results.
        if target.page == Page::Search && !here {
            target = target.asking(route);
        }
        el("li").add(link(target.href()).maybe("aria-current", here.then_some("page")).add(name).add(columns))
    };
    let afresh = route.elsewhere(Page::Search).with(|route| route.columns.clear());
    el("header")
        .class("masthead")
        .add(el("p").class("wordmark").add(link(afresh.href()).add("Summitry")))
        .add(el("nav").at("aria-label", "Pages").add(el("ul").all(PAGES.into_iter().map(entry))))
        .add(
            el("button")
                .at("type", "button")
                .class("theme-switch")
                .add(switch.label())
                .on("click", move |_| switch.press()),
        )
        .into()
}

/// What could not be used of a link, and the link that works.
fn link_notice(route: &Route, problems: &[Problem]) -> Option<Node> {
    if problems.is_empty() {
        return None;
    }
    let works = route.with(|route| {
        if route.ends_before_it_begins() {
            (route.from, route.to) = (None, None);
        }
    });
    let items = problems.iter().map(|problem| el("li").add(problem.0.clone()));
    let notice = el("section")
        .class("notice")
        .at("role", "status")
        .at("aria-label", "About this link")
        .add(el("ul").all(items))
        .add(link(works.href()).add("Use the link without that"));
    Some(notice.into())
}

/// Whether a newer build of the page is stored and ready.
fn offered_update() -> RwSignal<bool> {
    let told = document().document_element().is_some_and(|root| root.has_attribute("data-newer"));
    let ready = RwSignal::new(told);
    EventListener::new(&window(), "summitry:update", move |_| ready.set(true)).forget();
    ready
}

/// That the rooms show the visitor's own collection, and the way back.
fn own_notice(scene: Scene<'_>) -> Node {
    let navigation = scene.navigation;
    let (title, number) = scene.library.own_title().unwrap_or_default();
    let beside = scene.library.is_beside().then(|| {
        format!(" ({}, marked “yours”) beside the articles of this page", count(number, "article", "articles"))
    });
    let workshop = link(scene.route.elsewhere(Page::Workshop(String::new())).href()).add("Workshop");
    let back = el("button")
        .at("type", "button")
        .class("keys-button")
        .add("Back to the collection of this page")
        .on("click", move |_| navigation.exchange_back());
    el("p")
        .class("own-collection")
        .at("role", "note")
        .add("Your own collection: ")
        .add(el("strong").add(title))
        .add(beside)
        .add(" · ")
        .add(workshop)
        .add(" · ")
        .add(back)
        .into()
}

fn update_notice() -> Node {
    let apply = |_| {
        if let Ok(event) = web_sys::Event::new("summitry:apply-update") {
            let _ = window().dispatch_event(&event);
        }
    };
    el("section")
        .class("notice")
        .at("role", "status")
        .at("aria-label", "Newer version")
        .add(el("p").add("A newer version of this page is ready."))
        .add(el("button").at("type", "button").class("button").add("Use it now").on("click", apply))
        .into()
}

/// Whose the texts are, and where to read more; in a frame, the way out of it.
fn footer(scene: Scene<'_>) -> Node {
    let route = scene.route;
    let footer = el("footer").class("footer");
    if route.embed {
        let full = link(route.with(|route| route.embed = false).href()).at("target", "_blank").at("rel", "noopener");
        return footer.add(el("p").add(full.add("Open in full"))).into();
    }
    let about = link(route.elsewhere(Page::About).href()).add("About this page");
    let keys =
        el("button").at("type", "button").class("keys-button").add("Keyboard shortcuts").on("click", move |_| {
            keys::show();
        });
    footer
        .add(
            el("p")
                .add("The articles belong to their publishers and are shown for teaching and research. Everything happens in this browser: nothing that you search for or read is sent anywhere. ")
                .add(about)
                .add("\u{a0}· ")
                .add(keys),
        )
        .add(share::view(route, &title::of(scene.library, route)))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_that_stands_before_the_program_is_that_of_the_program() {
        let page = include_str!("../index.html");
        let entries =
            page.lines().filter_map(|line| line.trim().strip_prefix("<li><a href=\"")?.strip_suffix("</a></li>"));
        let told: Vec<String> = entries.map(|entry| entry.replace(" aria-current=\"page\"", "")).collect();
        let wanted = PAGES.map(|(page, name, _)| format!("{}\">{name}", Route::to(page).href()));
        assert_eq!(told, wanted);
    }
}
