//! The route that is shown, and the browser's history.
//!
//! Links are ordinary links: the browser follows them and this module listens.
//! Typing changes the view at once and the address a little later, in place;
//! a committed query gets an entry of its own, so that Back leads to what was
//! there before the typing began. Nothing here knows what a page shows.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::library::Library;
use crate::route::{Page, Problem, Route};

/// How long after the last key the address follows, in milliseconds. Browsers
/// refuse more than about a hundred changes in half a minute.
const ADDRESS_DELAY: u32 = 300;

/// The route as shown: what the link said, less what cannot be used.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    route: Route,
    problems: Vec<Problem>,
}

impl Shown {
    fn read(library: Library) -> Self {
        let (route, mut problems) = Route::parse(&fragment());
        let (route, unknown) = library.known(&route);
        problems.extend(unknown);
        Self { route, problems }
    }
}

/// The history, to be handed to every part of the page.
#[derive(Clone, Copy)]
pub struct Navigation {
    shown: RwSignal<Shown>,
    typing: StoredValue<Rc<RefCell<Typing>>, LocalStorage>,
}

/// What is being typed and not yet in the address.
#[derive(Default)]
struct Typing {
    /// The view before the typing began.
    before: Option<Route>,
    pending: Option<Timeout>,
}

impl Navigation {
    /// Reads the address and listens to the browser from now on.
    pub fn provide(library: Library) -> Self {
        let shown = RwSignal::new(Shown::read(library));
        let navigation = Self { shown, typing: StoredValue::new_local(Rc::default()) };
        provide_context(navigation);
        let follow = move |_: &web_sys::Event| {
            let now = Shown::read(library);
            navigation.forget_typing();
            if shown.with_untracked(|shown| *shown != now) {
                shown.set(now);
            }
        };
        EventListener::new(&window(), "hashchange", follow).forget();
        EventListener::new(&window(), "popstate", follow).forget();
        navigation
    }

    /// The history that [`crate::app::App`] provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// The route that is shown; follows every change.
    pub fn route(self) -> Route {
        self.shown.with(|shown| shown.route.clone())
    }

    /// The route at this moment.
    pub fn route_now(self) -> Route {
        self.shown.with_untracked(|shown| shown.route.clone())
    }

    /// A part of the route that is shown.
    pub fn with<T>(self, part: impl FnOnce(&Route) -> T) -> T {
        self.shown.with(|shown| part(&shown.route))
    }

    /// The page that is shown, changing only when another page is.
    pub fn page(self) -> Memo<Page> {
        Memo::new(move |_| self.with(|route| route.page.clone()))
    }

    /// What could not be used of the link.
    pub fn problems(self) -> Vec<Problem> {
        self.shown.with(|shown| shown.problems.clone())
    }

    /// The address of this view with a change; follows the view.
    pub fn href(self, change: impl FnOnce(&mut Route)) -> String {
        let mut route = self.route();
        change(&mut route);
        route.href()
    }

    /// Shows a changed view at once, as typing does; the address follows.
    pub fn retype(self, change: impl FnOnce(&mut Route)) {
        let before = self.route_now();
        self.shown.update(|shown| change(&mut shown.route));
        let typing = self.typing.get_value();
        let mut typing = typing.borrow_mut();
        typing.before.get_or_insert(before);
        typing.pending = Some(Timeout::new(ADDRESS_DELAY, move || replace(&self.route_now())));
    }

    /// Gives what was typed an entry of its own in the history.
    pub fn commit(self) {
        let typing = self.typing.get_value();
        let (before, pending) = {
            let mut typing = typing.borrow_mut();
            (typing.before.take(), typing.pending.take())
        };
        drop(pending.map(Timeout::cancel));
        let now = self.route_now();
        if let Some(before) = before.filter(|before| *before != now) {
            replace(&before);
            push(&now);
        }
    }

    /// Leaves for another view, as a link would.
    pub fn go(self, route: &Route) {
        self.commit();
        push(route);
        self.shown.set(Shown { route: route.clone(), problems: Vec::new() });
    }

    fn forget_typing(self) {
        let typing = self.typing.get_value();
        let mut typing = typing.borrow_mut();
        typing.before = None;
        drop(typing.pending.take().map(Timeout::cancel));
    }
}

/// The part of the address behind the `#`, as the browser holds it.
fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Changes the address without an entry in the history. Where the browser does
/// not allow that (some frames), the address is changed as a link would.
fn replace(route: &Route) {
    let refused = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&route.href())))
        .is_err();
    if refused {
        let _ = window().location().set_hash(&route.href());
    }
}

/// Changes the address with an entry in the history.
fn push(route: &Route) {
    let refused = window()
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&route.href())))
        .is_err();
    if refused {
        let _ = window().location().set_hash(&route.href());
    }
}
