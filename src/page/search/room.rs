//! What the parts of the search page follow: the route as it is typed, the
//! answer to it, and when the typing rests.
//!
//! Invariant: a page that is being left is not drawn once more: all of this
//! stays as it was when the route leads elsewhere.

use std::sync::Arc;

use leptos::prelude::*;
use summitry_search::{Response, Suggestion};

use crate::app::{Context, Scene};
use crate::library::Library;
use crate::node::{Node, live, tidy};
use crate::page::search::results::Drawn;
use crate::page::search::steps::Steps;
use crate::page::search::suggestions::Suggestions;
use crate::page::search::viewport::Viewport;
use crate::route::{Page, Route};

/// The state of the search page; cheap to copy.
#[derive(Clone, Copy)]
pub struct Room {
    /// What is around the page.
    pub context: Context,
    /// Whether the list of suggestions is open, and which is the active one.
    pub list: Suggestions,
    /// The route as it is typed, with the answer to it. They are one memo: an
    /// effect that follows two, of which one is made from the other, may miss a
    /// change of the one that the other does not show.
    shown: Memo<Arc<(Route, Response)>>,
    /// The passages that are drawn, by article; none where the view has none.
    pub standing: StoredValue<Vec<Drawn>, LocalStorage>,
    /// The steps in which they are.
    pub steps: Steps,
    /// How many passages the window shows.
    pub viewport: Viewport,
    /// Changes when the route does and no query is being typed, and when the
    /// typing rests.
    settled: Memo<()>,
    blank: Memo<bool>,
    suggestions: Memo<Vec<Suggestion>>,
}

impl Room {
    /// The state of a page that is opened now; it lives as long as the page.
    pub fn new(context: Context) -> Self {
        let navigation = context.navigation;
        let viewport = Viewport::new();
        let is_elsewhere = move || navigation.with(|route| route.page != Page::Search);
        let typed = tidy(ArcMemo::new_owning(move |before: Option<Route>| match before {
            Some(before) if is_elsewhere() => (before, false),
            before => {
                let route = navigation.with(Route::clone);
                let changed = before.is_none_or(|before| before != route);
                (route, changed)
            }
        }));
        let shown = tidy(ArcMemo::new(move |_| {
            let (route, limited) = (typed.get(), navigation.is_typing());
            let first = limited.then(|| viewport.passages());
            let answer = answer(context.scene(&route), first);
            Arc::new((route, answer))
        }));
        let settled =
            tidy(ArcMemo::new_owning(move |_| ((), navigation.with_settled(|route| route.page == Page::Search))));
        let (list, steps) = (Suggestions::new(), Steps::new(navigation));
        let suggestions = tidy(ArcMemo::new_owning(move |before: Option<Vec<Suggestion>>| {
            settled.get();
            match before {
                Some(before) if navigation.is_typing_now() => (before, false),
                _ => (typed.with_untracked(|route| list.offered(navigation.library(), &route.query)), true),
            }
        }));
        let blank = tidy(ArcMemo::new(move |_| is_blank(&typed.read())));
        let standing = StoredValue::new_local(Vec::new());
        Self { context, list, shown, standing, steps, viewport, settled, blank, suggestions }
    }

    /// A live subtree that follows the query letter by letter, and the answer.
    pub fn live<N: Into<Node>>(self, view: impl Fn(Scene<'_>, &Response) -> N + 'static) -> Node {
        live(move || {
            let shown = self.shown.get();
            view(self.context.scene(&shown.0), &shown.1)
        })
    }

    /// A live subtree that is made with what is shown at that moment, and anew
    /// when the typing rests: what costs time, or is not looked at while one
    /// types. Until then its links lead with the query as it was.
    pub fn settled<N: Into<Node>>(self, view: impl Fn(Scene<'_>, &Response) -> N + 'static) -> Node {
        live(move || {
            self.settled.get();
            let shown = self.shown.get_untracked();
            view(self.context.scene(&shown.0), &shown.1)
        })
    }

    /// The same, but there is nothing yet where it is made while one types.
    pub fn rested<N: Into<Node>>(self, view: impl Fn(Scene<'_>, &Response) -> N + 'static) -> Node {
        self.settled(move |scene, answer| (!self.is_typing_now()).then(|| view(scene, answer)))
    }

    /// The collection; follows its change.
    pub fn library(self) -> Library {
        self.context.navigation.library()
    }

    /// Whether a query is being typed at this moment.
    pub fn is_typing_now(self) -> bool {
        self.context.navigation.is_typing_now()
    }

    /// Whether there is no query; follows every change.
    pub fn is_blank(self) -> bool {
        self.blank.get()
    }

    /// The suggestions for what was typed; follows every change.
    pub fn with_suggestions<T>(self, part: impl FnOnce(&[Suggestion]) -> T) -> T {
        self.suggestions.with(|all| part(all))
    }

    /// The suggestion at a place of the list that is shown at this moment.
    pub fn suggestion_now(self, place: usize) -> Option<Suggestion> {
        self.suggestions.with_untracked(|all| all.get(place).cloned())
    }

    /// How many suggestions stand below the box at this moment.
    pub fn suggested_now(self) -> usize {
        self.suggestions.with_untracked(Vec::len)
    }

    /// How many suggestions stand below the box; follows every change.
    pub fn suggested(self) -> usize {
        self.suggestions.with(Vec::len)
    }
}

/// Whether a route has no query.
pub fn is_blank(route: &Route) -> bool {
    route.query.trim().is_empty()
}

/// Whether a route asks for passages; else the collection itself is shown.
pub fn is_asked(route: &Route) -> bool {
    !is_blank(route) || route.has_filters()
}

/// The answer to the query; with nothing asked only the counts are wanted. While
/// one types it has only the `first` passages, those that the window shows: to build
/// a hundred of them takes several frames on a slow phone, and the next letter throws
/// them away.
fn answer(scene: Scene<'_>, first: Option<usize>) -> Response {
    let mut request = scene.library.request(scene.route);
    match (is_asked(scene.route), first) {
        (false, _) => request.limit = 1,
        (true, Some(first)) => request.first = first,
        (true, None) => {}
    }
    scene.library.answer(request)
}
