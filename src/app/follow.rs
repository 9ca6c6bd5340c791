//! Following the route where it reaches out of the tree of nodes: the title,
//! the focus, and how far the window is scrolled.
//!
//! Invariant: these effects set no signal, and run when the typing rests; [`hits`]
//! follows what is looked for in a comparison letter by letter.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::{Context, focus, title};
use crate::page::{compare, read};
use crate::route::{Mode, Page, Route, Text};

/// What a link points to within a page: a passage, a line, and which text.
type Pointed = (Option<u32>, Option<u32>, Text);

/// Any article's page, to ask for its room.
const READER: Page = Page::Read(String::new());

/// How far [`page`] is.
struct Followed {
    page: Page,
    address: String,
    pointed: Pointed,
    /// What is still to be done once the page's part of the program is there.
    waits: Option<Arrival>,
}

/// How a view is come to.
#[derive(Clone, Copy, Default)]
struct Arrival {
    /// How far down it was scrolled when it was left, if it was left before.
    scroll: Option<f64>,
    /// Whether it is another page than before.
    turned: bool,
}

/// Keeps the document's title and what its root says of the room (`data-room`) in
/// step with the route, and moves the focus to a
/// new page's beginning, as a browser does for a new document, or to the
/// passage that a link names; a view that one comes back to is scrolled to
/// where it was left, with the focus on the link by which it was. A page that is
/// not there yet is waited for.
pub fn page(context: Context) {
    let Context { navigation, deferred, .. } = context;
    Effect::new(move |_| {
        request_animation_frame(show_entries);
        let library = navigation.library();
        let (title, room) = navigation.with_settled(|route| (title::of(library, route), route.page.room()));
        document().set_title(&format!("{title} · Summitry"));
        let _ = document().document_element().map(|root| root.set_attribute("data-room", room));
    });
    Effect::new(move |before: Option<Followed>| {
        let pointed = |route: &Route| (route.passage, route.line, route.text);
        let (page, address, pointed) =
            navigation.with_settled(|route| (route.page.clone(), route.href(), pointed(route)));
        let there = deferred.has(&page);
        let same_page = before.as_ref().is_some_and(|before| before.page == page);
        let waited = before.as_ref().filter(|_| same_page).and_then(|before| before.waits);
        let moved = !same_page || before.as_ref().is_none_or(|before| before.pointed != pointed);
        let scroll = navigation.take_scroll().or_else(|| waited?.scroll);
        let turned = before.is_some() && !same_page || waited.is_some_and(|waited| waited.turned);
        let arrival = Arrival { scroll, turned };
        if let Some(before) = before.filter(|_| !same_page) {
            focus::leave(before.address);
        }
        if !there {
            return Followed { page, address, pointed, waits: Some(arrival) };
        }
        let (passage, line, _) = pointed;
        let named = (moved || waited.is_some()) && passage.or(line).is_some();
        if scroll.is_some() || named || turned {
            let named = named && deferred.has_now(&READER);
            let to = address.clone();
            request_animation_frame(move || arrive(arrival, named.then_some((passage, line)), &to));
        }
        Followed { page, address, pointed, waits: None }
    });
}

/// Scrolls to where the view was left, else to the passage or the line that was
/// named, else to the top. The focus goes to the link by which the view was left.
fn arrive(Arrival { scroll, turned }: Arrival, named: Option<(Option<u32>, Option<u32>)>, address: &str) {
    if let (None, Some((passage, line))) = (scroll, named) {
        return read::bring_into_view(passage, line);
    }
    if scroll.is_some() || turned {
        window().scroll_to_with_x_and_y(0.0, scroll.unwrap_or_default());
    }
    if scroll.is_some() {
        crate::navigation::restore_sideways();
    }
    if turned && !(scroll.is_some() && focus::come_back(address)) {
        focus::main();
    }
}

/// Keeps full texts lined up side by side when what they stand at changes.
pub fn places(context: Context) {
    let Context { navigation, deferred, .. } = context;
    Effect::new(move |before: Option<[Vec<String>; 3]>| {
        let now = navigation.with_settled(|route| match (&route.page, route.mode) {
            (Page::Compare, Mode::Text) if deferred.has(&route.page) => {
                [route.columns.clone(), route.places.clone(), route.issues.clone()]
            }
            _ => Default::default(),
        });
        if !now[0].is_empty() && before.as_ref() != Some(&now) {
            let columns = now[0].clone();
            request_animation_frame(move || compare::line_up(&columns));
        }
        now
    });
}

/// Has the rows of a comparison laid out once those in sight have been painted.
pub fn rows(context: Context) {
    let Context { navigation, deferred, .. } = context;
    Effect::new(move |_| {
        let shown = navigation.with_settled(|route| route.page == Page::Compare && deferred.has(&route.page));
        if shown && !navigation.is_turned() {
            request_animation_frame(|| request_animation_frame(compare::lay_out));
        }
    });
}

/// Shows the column with the first passage that is asked for, when something
/// else is asked in a comparison, and the tab of the one that is shown; not in a
/// view that one comes back to.
pub fn hits(context: Context) {
    let Context { navigation, deferred, .. } = context;
    Effect::new(move |before: Option<Option<Route>>| {
        let there = navigation.with_settled(|route| route.page == Page::Compare && deferred.has(&route.page));
        let asked = |route: &Route| {
            let asked = || Route { folded: Vec::new(), places: Vec::new(), theme: None, ..route.clone() };
            (!route.columns.is_empty()).then(asked)
        };
        let now = if there { navigation.with(asked) } else { None };
        if now.is_some() && before.as_ref() != Some(&now) {
            request_animation_frame(move || compare::show_first(navigation.is_returned()));
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
