//! The frame around every page: masthead, notices, the page itself, footer.
//!
//! Owns focus, title and scrolling when the page changes. It does not know
//! what is on a page.

pub mod focus;
pub mod keys;

use std::ops::Deref;

use leptos::prelude::*;
use summitry_search::query::DateBound;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::keys::Keys;
use crate::deferred::Deferred;
use crate::kept::Kept;
use crate::library::Library;
use crate::media::matches;
use crate::navigation::Navigation;
use crate::node::{Node, el, lazy, link, live};
use crate::page;
use crate::part::{said, share};
use crate::route::{Mode, Page, Problem, Route, Text};
use crate::theme::Switch;
use crate::wording::list;

/// All that a page is made from. Cheap to copy; pages read it and never keep it.
#[derive(Clone, Copy)]
pub struct Scene<'r> {
    /// What is shown.
    pub route: &'r Route,
    /// All else.
    around: Surroundings,
}

/// What a page is made from besides the route.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// The collection with the visitor's own issues.
    pub library: Library,
    /// The history, for what is typed.
    pub navigation: Navigation,
    /// The parts of the program that come after the first view.
    pub deferred: Deferred,
    /// What the visitor has kept.
    pub kept: Kept,
    /// Whether the filters are unfolded, where the page is narrow.
    pub filters_open: RwSignal<bool>,
    /// Whether the window is so wide that the filters stand beside the results.
    pub wide: RwSignal<bool>,
    /// Where the start or the end of the dates holds something else than a date:
    /// what the route has in its place.
    pub wrong_dates: RwSignal<[Option<Option<DateBound>>; 2]>,
    /// What the visitor makes of articles of their own.
    pub workshop: page::workshop::Workshop,
    /// The completions below the search box.
    pub suggestions: page::search::Suggestions,
    /// Whether the query is being typed at this moment: what costs time and is
    /// not looked at then may be left as it is.
    pub hurried: bool,
}

impl Deref for Scene<'_> {
    type Target = Surroundings;

    fn deref(&self) -> &Surroundings {
        &self.around
    }
}

impl Scene<'_> {
    /// The element that `make` makes of this, while a query is being typed only
    /// where none stands of which `content` tells the same. Its links may then
    /// lead with the query as it was a moment ago.
    pub fn lazy<N: Into<Node>>(self, content: Vec<u32>, make: impl FnOnce(Scene<'_>) -> N + 'static) -> Node {
        let (route, around) = (self.route.clone(), self.around);
        lazy(content, !around.hurried, move || make(Scene { route: &route, around }).into())
    }
}

/// The windows in which the filters stand beside the results, as `style.css`
/// decides as well.
const WIDE: &str = "(min-width: 60rem)";

/// The pages of the menu, in its order: what they are called, and what one
/// does there.
pub const PAGES: [(Page, &str, &str); 9] = [
    (Page::Search, "Search", "Finds passages, and narrows them by issue, outlet, meeting, speaker and date."),
    (Page::Compare, "Compare", "Articles, summits or outlets side by side, in columns."),
    (Page::Coverage, "Coverage", "How much each article says on each issue."),
    (Page::Timeline, "Timeline", "The meetings and the articles in order of time."),
    (Page::Voices, "Voices", "Who is quoted, and for which side."),
    (Page::Workshop(String::new()), "Workshop", "Makes a collection of your own articles, and a page of it."),
    (Page::Notes, "Notes", "What you keep of the articles, to arrange, cite and export."),
    (Page::Help, "Help", "What you are reading."),
    (Page::About, "About", "What the page is, whose the texts are, and what it does not do."),
];

/// The application, as a view that follows the route.
pub fn app(library: Library) -> Node {
    let navigation = Navigation::new(library);
    let switch = Switch::new(navigation);
    let (filters_open, wrong_dates) = (RwSignal::new(false), RwSignal::new([None; 2]));
    let wide = matches(WIDE, true);
    let suggestions = page::search::Suggestions::new();
    let workshop = page::workshop::Workshop::new();
    let update = offered_update(navigation);
    let deferred = Deferred::new();
    let kept = Kept::new(deferred);
    follow_page(navigation, deferred);
    keep_lined_up(navigation, deferred);
    follow_hits(navigation, deferred);
    focus::watch();
    let keys = Keys::listen(navigation, kept);
    live(move || {
        navigation.with(|route| {
            let library = navigation.library().with_own(&route.own);
            let hurried = navigation.is_typing();
            let around = Surroundings {
                library,
                navigation,
                deferred,
                kept,
                filters_open,
                wide,
                wrong_dates,
                workshop,
                suggestions,
                hurried,
            };
            let scene = Scene { route, around };
            frame(scene, switch, keys, update.get())
        })
    })
}

fn frame(scene: Scene<'_>, switch: Switch, keys: Keys, update: bool) -> Node {
    let route = scene.route;
    let main = el("main")
        .at("id", "main")
        .at("tabindex", "-1")
        .maybe("class", (route.page == Page::Compare).then_some("wide"))
        .add(el("div").key(route.page.to_string()).add(content(scene)));
    // Nothing around the page depends on what is being typed.
    let around = |part: &dyn Fn() -> Node| if scene.hurried { Node::Kept } else { part() };
    el("div")
        .class("frame")
        .add(around(&skip_link))
        .add(around(&|| (!route.embed).then(|| masthead(route, switch)).into()))
        .add(around(&|| (scene.library.is_own() && !route.embed).then(|| own_notice(scene)).into()))
        .add(around(&|| update.then(update_notice).into()))
        .add(around(&|| link_notice(route, &scene.navigation.problems()).into()))
        .add(main)
        .add(around(&|| footer(scene)))
        .add(around(&|| said().into()))
        .add(around(&|| scene.kept.foot(|| notes(scene))))
        .add(around(&|| keys::dialog(keys)))
        .into()
}

/// The page itself. The other rooms come in a part of the program of their own,
/// so [`room`] is called only here and only when that is there.
fn content(scene: Scene<'_>) -> Node {
    match &scene.route.page {
        Page::Search => page::search::view(scene),
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
/// their work with that. The build divides the program here too.
#[inline(never)]
fn notes(scene: Scene<'_>) -> Node {
    page::notes::foot(scene)
}

fn skip_link() -> Node {
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        focus_main();
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
    (!problems.is_empty()).then(|| notice.into())
}

/// Whether a newer build of the page is stored and ready.
fn offered_update(navigation: Navigation) -> RwSignal<bool> {
    let ready = RwSignal::new(false);
    gloo::events::EventListener::new(&window(), "summitry:update", move |_| ready.set(true)).forget();
    // What is kept is told on one page; it is to be told anew, and what is being
    // typed in another room stays as it is.
    let told = move || navigation.route_now().page == Page::About;
    gloo::events::EventListener::new(&window(), "summitry:kept", move |_| {
        if told() {
            ready.update(|_| {});
        }
    })
    .forget();
    ready
}

/// That the rooms show the visitor's own collection, and the way back.
fn own_notice(scene: Scene<'_>) -> Node {
    let navigation = scene.navigation;
    let title = match scene.library.corpus().title.as_str() {
        "" => "Untitled",
        title => title,
    };
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
        .add(share::view(route, &title(scene.library, route)))
        .into()
}

/// The name of a page.
fn title(library: Library, route: &Route) -> String {
    let asked = match &route.page {
        Page::Search => route.query.chars().take(60).collect(),
        Page::Compare => {
            let names = route.columns.iter().filter_map(|id| library.column(id)).map(|column| column.short);
            list(&names.collect::<Vec<_>>())
        }
        _ => String::new(),
    };
    let page = page_title(library, &route.page);
    if asked.is_empty() { page } else { [&asked, " · ", &page].concat() }
}

fn page_title(library: Library, page: &Page) -> String {
    match page {
        Page::Read(id) => match library.corpus().article(id) {
            Some(article) => format!("{} ({})", article.headline.value, library.outlet_name(article)),
            None => "No such article".to_owned(),
        },
        page => {
            let known = PAGES.into_iter().find(|(known, ..)| known.room() == page.room());
            known.map_or("No such page", |(_, name, _)| name).to_owned()
        }
    }
}

/// What a link points to within a page: a passage, a line, and which text.
type Pointed = (Option<u32>, Option<u32>, Text);

/// Any article's page, to ask for its room.
const READER: Page = Page::Read(String::new());

/// How far [`follow_page`] is.
struct Followed {
    page: Page,
    pointed: Pointed,
    /// What is still to be done once the page's part of the program is there:
    /// a height to scroll to, and whether the page was turned.
    waits: Option<(Option<f64>, bool)>,
}

/// Keeps the document's title in step with the page, and moves the focus to a
/// new page's beginning, as a browser does for a new document, or to the
/// passage that a link names; a view that one comes back to is scrolled to
/// where it was left. While a query is being typed there is nothing to do, and
/// a page that is not there yet is waited for.
fn follow_page(navigation: Navigation, deferred: Deferred) {
    Effect::new(move |before: Option<Followed>| {
        let (page, pointed) = navigation.with(|route| (route.page.clone(), (route.passage, route.line, route.text)));
        if !navigation.is_typing() {
            request_animation_frame(show_entries);
            let library = navigation.library();
            document().set_title(&format!("{} · Summitry", navigation.with(|route| title(library, route))));
        }
        let scroll = navigation.take_scroll();
        let there = deferred.has(&page);
        let same_page = before.as_ref().is_some_and(|before| before.page == page);
        let waited = before.as_ref().filter(|_| same_page).and_then(|before| before.waits);
        let moved = !same_page || before.as_ref().is_none_or(|before| before.pointed != pointed);
        let scroll = scroll.or_else(|| waited.and_then(|(scroll, _)| scroll));
        let turned = before.is_some() && !same_page || waited.is_some_and(|(_, turned)| turned);
        if !there {
            return Followed { page, pointed, waits: Some((scroll, turned)) };
        }
        let (passage, line, _) = pointed;
        let named = (moved || waited.is_some()) && passage.or(line).is_some();
        if scroll.is_some() || named || turned {
            request_animation_frame(move || match scroll {
                Some(height) => {
                    window().scroll_to_with_x_and_y(0.0, height);
                    crate::navigation::restore_sideways();
                    if turned {
                        focus_main();
                    }
                }
                None if named && deferred.has_now(&READER) => page::read::bring_into_view(passage, line),
                None if turned => {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    focus_main();
                }
                None => {}
            });
        }
        Followed { page, pointed, waits: None }
    });
}

/// Keeps full texts lined up side by side when what they stand at changes.
fn keep_lined_up(navigation: Navigation, deferred: Deferred) {
    Effect::new(move |before: Option<[Vec<String>; 3]>| {
        let now = navigation.with(|route| match (&route.page, route.mode) {
            (Page::Compare, Mode::Text) if deferred.has(&route.page) => {
                [route.columns.clone(), route.places.clone(), route.issues.clone()]
            }
            _ => Default::default(),
        });
        if !now[0].is_empty() && before.as_ref() != Some(&now) {
            let columns = now[0].clone();
            request_animation_frame(move || page::compare::line_up(&columns));
        }
        now
    });
}

/// Shows the column with the first passage that is asked for, when something
/// else is asked in a comparison, and the tab of the one that is shown; not in a
/// view that one comes back to.
fn follow_hits(navigation: Navigation, deferred: Deferred) {
    Effect::new(move |before: Option<Option<Route>>| {
        let now = navigation.with(|route| {
            let there = route.page == Page::Compare && deferred.has(&route.page) && !route.columns.is_empty();
            there.then(|| Route { folded: Vec::new(), places: Vec::new(), theme: None, ..route.clone() })
        });
        if now.is_some() && before.as_ref() != Some(&now) {
            request_animation_frame(move || page::compare::show_first(navigation.is_returned()));
        }
        now
    });
}

/// Scrolls the names of the pages and of the arrangements, which on a phone are
/// wider than the window, to the one that is shown.
fn show_entries() {
    let all = document().query_selector_all(":is(.masthead nav, [data-scrolls]) [aria-current]");
    let Ok(entries) = all else { return };
    for entry in (0..entries.length()).filter_map(|at| entries.get(at)?.dyn_into::<HtmlElement>().ok()) {
        if let Ok(Some(names)) = entry.closest("nav, [data-scrolls]") {
            names.set_scroll_left(entry.offset_left() - names.client_width() / 2);
        }
    }
}

fn focus_main() {
    let main = document().get_element_by_id("main").and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        focus(&main);
    }
}

/// Moves the focus without scrolling; whether the browser did.
fn focus(element: &HtmlElement) -> bool {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}
