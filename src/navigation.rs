//! The route that is shown, and the browser's history.
//!
//! Links are ordinary links: the browser follows them and this module listens.
//! Typing changes the view at once and the address a little later, in place;
//! a committed query gets an entry of its own, and so does what is typed over a
//! search that stood there, so that Back leads to what was there before the typing
//! began. Nothing here knows what a page shows.

mod press;
mod scroll;

pub use scroll::restore_sideways;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::History;

use crate::library::Library;
use crate::navigation::press::once_released;
use crate::route::limits::told;
use crate::route::{Problem, Route};
use crate::withheld::Withheld;

/// How long after the last key the typing rests, in milliseconds: longer than
/// a quick typist takes from one key to the next.
const REST: u32 = 120;

/// How long after that the address follows, in milliseconds. Browsers refuse more
/// than about a hundred changes in half a minute.
const ADDRESS_DELAY: u32 = 180;

/// How long after its frame was begun a page is painted, and after how long one
/// that has no frame is taken as if, in milliseconds.
const PAINTED: u32 = 20;
const UNSEEN: u32 = 300;

/// What a link said, less what cannot be used.
struct Shown {
    route: Route,
    problems: Vec<Problem>,
}

impl Shown {
    fn read(library: Library) -> Self {
        let (route, mut problems) = Route::parse(&fragment());
        let (route, unknown) = library.known(&route);
        problems.extend(unknown);
        Self { route, problems: told(problems) }
    }
}

/// The history, and the collection that it is read with; cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The route that is shown.
    shown: RwSignal<Route>,
    /// What could not be used of its link; told of with [`Self::settled`].
    problems: StoredValue<Vec<Problem>>,
    /// The collection that all rooms show, and the page's own.
    library: RwSignal<Library>,
    first: StoredValue<Library>,
    draft: StoredValue<Rc<RefCell<Draft>>, LocalStorage>,
    /// Whether a query is being typed at this moment.
    typing: RwSignal<bool>,
    /// The route as it was when no query was being typed. It is written and no
    /// memo: with each letter a memo would ask all that follows it to look whether
    /// it changed, which is most of the page.
    settled: RwSignal<Route>,
    /// Whether the page was turned and has not been painted yet.
    turned: RwSignal<bool>,
    /// Whether the view is one that was left before.
    returned: StoredValue<bool>,
    /// The view from which the page was turned.
    came_from: StoredValue<Option<Route>>,
    /// How far down the view was scrolled when it was left, if it is one that
    /// was left before.
    returned_to: StoredValue<Option<f64>>,
}

/// What is being typed and not yet in the address.
#[derive(Default)]
struct Draft {
    /// The view before the typing began.
    before: Option<Route>,
    /// Whether what is typed has an entry of its own in the history.
    entered: bool,
    /// When the typing rests, then when the address follows; they end when dropped.
    rest: Option<Timeout>,
    address: Option<Timeout>,
}

impl Navigation {
    /// Reads the address and listens to the browser from now on.
    pub fn new(library: Library) -> Self {
        // Before the lesson in hand is read, what it withholds is known.
        let library = library.withholding(Withheld::remembered());
        let Shown { route, problems } = Shown::read(library);
        let navigation = Self {
            settled: RwSignal::new(route.clone()),
            shown: RwSignal::new(route),
            problems: StoredValue::new(problems),
            library: RwSignal::new(library),
            first: StoredValue::new(library),
            draft: StoredValue::new_local(Rc::default()),
            typing: RwSignal::new(false),
            turned: RwSignal::new(false),
            came_from: StoredValue::new(None),
            returned: StoredValue::new(scroll::remembered().is_some()),
            returned_to: StoredValue::new(scroll::remembered()),
        };
        scroll::remember();
        press::watch();
        navigation.come_back();
        if navigation.returned_to.with_value(Option::is_none) {
            navigation.begin();
        }
        // The browser announces Back, Forward and links within the page by
        // both, in an order that is not the same everywhere.
        for name in ["popstate", "hashchange"] {
            EventListener::new(&window(), name, move |_| navigation.follow()).forget();
        }
        navigation
    }

    /// Shows what the address says now.
    fn follow(self) {
        let now = Shown::read(self.library.get_untracked());
        self.forget_draft();
        scroll::forget();
        let is_same = self.shown.with_untracked(|route| *route == now.route)
            && self.problems.with_value(|problems| *problems == now.problems);
        if !is_same {
            let scroll = scroll::remembered();
            if !self.come_back() {
                self.leave(&now.route);
            }
            self.returned_to.set_value(scroll);
            self.returned.set_value(scroll.is_some());
            if scroll.is_none() {
                self.turn(&now.route);
            }
            self.show(now);
            if scroll.is_none() {
                self.begin();
            }
        }
    }

    /// Begins to keep where a view that is new in the history is scrolled to. One
    /// that leads to a passage is scrolled to that, each time anew.
    fn begin(self) {
        match self.shown.with_untracked(|route| route.passage.or(route.line)) {
            Some(_) => scroll::begin_unscrolled(),
            None => scroll::begin(),
        }
    }

    /// Whether the view that is shown is one that was left before.
    pub fn is_returned(self) -> bool {
        self.returned.get_value()
    }

    /// Takes note of the view that is left for another page.
    fn leave(self, to: &Route) {
        let from = self.route_now();
        if from.page != to.page {
            scroll::come_from(from.href());
            self.came_from.set_value(Some(from));
        }
    }

    /// Takes note from where one came to the view of the history that is shown, if
    /// it is one that was shown before.
    fn come_back(self) -> bool {
        let Some(origin) = scroll::origin() else { return false };
        self.came_from
            .set_value(Some(&origin).filter(|origin| !origin.is_empty()).map(|origin| Route::parse(origin).0));
        scroll::come_from(origin);
        true
    }

    /// The view from which the page was turned to this one.
    pub fn came_from(self) -> Option<Route> {
        self.came_from.get_value()
    }

    /// Takes note that the page is turned, if it is, until it has been painted.
    fn turn(self, to: &Route) {
        if self.shown.with_untracked(|route| route.page == to.page) {
            return;
        }
        self.turned.set(true);
        let painted = move || {
            if self.turned.get_untracked() {
                self.turned.set(false);
            }
        };
        // Unlike a timer that is forgotten, these keep nothing once they have run.
        let after = move |delay: u32| set_timeout(painted, Duration::from_millis(delay.into()));
        request_animation_frame(move || after(PAINTED));
        // A page that nobody sees is not painted.
        after(UNSEEN);
    }

    /// How far down, in pixels, the view is to be scrolled because it is one
    /// that was left before; `None` for a new one. Answers once a view.
    pub fn take_scroll(self) -> Option<f64> {
        self.returned_to.try_update_value(Option::take).flatten()
    }

    /// The collection that all rooms show; follows the change.
    pub fn library(self) -> Library {
        self.library.get()
    }

    /// Shows another collection in all rooms. Of the route stays what does not
    /// belong to the one before.
    pub fn exchange(self, library: Library) {
        let library = library.withholding(self.library.get_untracked().withheld());
        let route = self.route_now();
        let kept = Route { columns: Vec::new(), collection: None, ..route.elsewhere(route.page.clone()) };
        let (kept, _) = library.known(&kept);
        self.forget_draft();
        replace(&kept);
        self.library.set(library);
        self.show(Shown::read(library));
    }

    /// The name of somebody's own collection to which the address leads, where that
    /// is not shown.
    pub fn wanted_collection(self) -> Option<String> {
        // Asked whenever the view changes; hardly any address names one.
        let wanted = Some(fragment()).filter(|address| address.contains("collection="));
        let wanted = Route::parse(&wanted?).0.collection?;
        (!self.library.get_untracked().is_called(&wanted)).then_some(wanted)
    }

    /// How much of the address cannot be used with a collection.
    pub fn problems_with(self, library: Library) -> usize {
        Shown::read(library).problems.len()
    }

    /// Shows the collection to which the address leads, and there what it says.
    pub fn exchange_for_address(self, library: Library) {
        let library = library.withholding(self.library.get_untracked().withheld());
        self.forget_draft();
        self.library.set(library);
        self.show(Shown::read(library));
    }

    /// Leaves these parts out of all rooms from now on, and no others.
    pub fn withhold(self, withheld: Withheld) {
        let library = self.library.get_untracked();
        if library.withheld() != withheld {
            // Of what is being typed nothing is lost.
            self.commit();
            withheld.remember();
            let library = library.withholding(withheld);
            self.library.set(library);
            self.show(Shown::read(library));
        }
    }

    /// Shows the page's own collection again.
    pub fn exchange_back(self) {
        self.exchange(self.first.get_value());
    }

    /// A part of the route that is shown; follows every change.
    pub fn with<T>(self, part: impl FnOnce(&Route) -> T) -> T {
        self.shown.with(part)
    }

    /// The route at this moment.
    pub fn route_now(self) -> Route {
        self.shown.get_untracked()
    }

    /// The query at this moment.
    pub fn query_now(self) -> String {
        self.shown.with_untracked(|route| route.query.clone())
    }

    /// A part of the route; follows a query only when the typing rests.
    pub fn with_settled<T>(self, part: impl FnOnce(&Route) -> T) -> T {
        self.settled.with(part)
    }

    /// What could not be used of the link; changes only with what is settled.
    pub fn problems(self) -> Vec<Problem> {
        self.problems.get_value()
    }

    /// Whether a query is being typed at this moment; follows every change.
    pub fn is_typing(self) -> bool {
        self.typing.get()
    }

    /// Whether the query was typed and is no step in the history yet.
    pub fn is_draft(self) -> bool {
        self.draft.with_value(|draft| draft.borrow().before.is_some())
    }

    /// Whether one is being typed now, for what is made only once.
    pub fn is_typing_now(self) -> bool {
        self.typing.get_untracked()
    }

    /// Whether the page was turned and has not been painted yet: what lies below
    /// the window may follow after that. Follows every change.
    pub fn is_turned(self) -> bool {
        self.turned.get()
    }

    /// Shows a changed view at once, as typing does; the address follows.
    pub fn retype(self, change: impl FnOnce(&mut Route)) {
        let before = self.route_now();
        self.returned.set_value(false);
        self.shown.update(change);
        let draft = self.draft.get_value();
        let mut draft = draft.borrow_mut();
        draft.before.get_or_insert(before);
        draft.address = None;
        draft.rest = Some(Timeout::new(REST, move || once_released(move || self.rested())));
        if !self.is_typing_now() {
            self.typing.set(true);
        }
    }

    /// Has the typing rest now, for what must be of all that was typed.
    pub fn rest_now(self) {
        if self.is_typing_now() {
            self.rested();
        }
    }

    /// The typing rests; the address follows a little later.
    fn rested(self) {
        self.rest();
        let draft = self.draft.get_value();
        draft.borrow_mut().address = Some(Timeout::new(ADDRESS_DELAY, move || self.write_draft()));
    }

    /// Has the address say what was typed. A search that stood there keeps its entry
    /// in the history.
    fn write_draft(self) {
        let now = self.route_now();
        let draft = self.draft.get_value();
        // A browser that has its address changed as by a link may tell of that at once.
        let enters = {
            let mut draft = draft.borrow_mut();
            let leaves = draft.before.as_ref().is_some_and(|before| !before.query.trim().is_empty() && *before != now);
            leaves && !std::mem::replace(&mut draft.entered, true)
        };
        if enters {
            push(&now);
        } else {
            replace(&now);
        }
    }

    /// Commits what a box for the query holds, which is typed unless it is shown
    /// already: what clears a field for its user may tell of the change alone. Where
    /// the box is left by pressing something, nothing moves until that is let go.
    pub fn commit_query(self, held: String) {
        once_released(move || {
            if held != self.query_now() {
                self.retype(|route| route.query = held);
            }
            self.commit();
        });
    }

    /// Gives what was typed an entry of its own in the history.
    pub fn commit(self) {
        let draft = self.draft.get_value();
        let Draft { before, entered, .. } = draft.take();
        self.rest();
        let now = self.route_now();
        match before {
            Some(before) if before != now && !entered => {
                replace(&before);
                push(&now);
            }
            // What was typed and taken back may stand in the address.
            Some(_) => replace(&now),
            None => {}
        }
    }

    /// Leaves for another view, as a link would.
    pub fn go(self, route: &Route) {
        let (route, _) = self.library.get_untracked().withheld().without(route);
        let route = &route;
        self.commit();
        self.leave(route);
        self.returned.set_value(false);
        push(route);
        self.turn(route);
        self.show(Shown { route: route.clone(), problems: Vec::new() });
    }

    /// Shows another view.
    fn show(self, now: Shown) {
        self.problems.set_value(now.problems);
        if !self.is_typing_now() {
            self.settled.set(now.route.clone());
        }
        self.shown.set(now.route);
    }

    /// Says that nothing is being typed.
    fn rest(self) {
        if self.typing.get_untracked() {
            self.typing.set(false);
            self.settled.set(self.route_now());
        }
    }

    fn forget_draft(self) {
        self.draft.get_value().take();
        self.rest();
    }
}

/// The part of the address behind the `#`, as the browser holds it.
fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of this page without what stands behind the `#`.
pub fn page_address() -> String {
    let here = window().location().href().unwrap_or_default();
    here.split('#').next().unwrap_or_default().to_owned()
}

/// The whole address of a view of this page, to be shared.
pub fn address(route: &Route) -> String {
    [page_address(), route.href()].concat()
}

/// Changes the address without an entry in the history. Where the browser does
/// not allow that (some frames), the address is changed as a link would.
fn replace(route: &Route) {
    enter(route, History::replace_state_with_url);
}

/// Changes the address with an entry in the history.
fn push(route: &Route) {
    enter(route, History::push_state_with_url);
}

fn enter(route: &Route, write: fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>) {
    let written = window().history().and_then(|history| write(&history, &scroll::position(), "", Some(&route.href())));
    if written.is_err() {
        let _ = window().location().set_hash(&route.href());
    }
}
