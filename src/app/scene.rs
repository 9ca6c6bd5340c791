//! What views are made from: the route, and what is around it.

use std::ops::Deref;

use leptos::prelude::{RwSignal, Set, window};

use crate::deferred::Deferred;
use crate::kept::SavedMarks;
use crate::library::Library;
use crate::media::matches;
use crate::navigation::Navigation;
use crate::node::{Node, live};
use crate::route::Route;

/// The windows in which the filters stand beside the results, as the style
/// decides as well.
const WIDE: &str = "(min-width: 60rem)";

/// What every view can reach besides the route. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Context {
    /// The history, for what is typed, and the collection that is shown.
    pub navigation: Navigation,
    /// The parts of the program that come after the first view.
    pub deferred: Deferred,
    /// What the visitor has kept.
    pub kept: SavedMarks,
    /// Whether the window is so wide that the filters stand beside the results.
    pub wide: RwSignal<bool>,
    /// Changes when the boot script has found out anew what of the page is
    /// stored on the device.
    pub stored: RwSignal<()>,
}

/// All that a view is made from. Cheap to copy; views read it and never keep it.
#[derive(Clone, Copy)]
pub struct Scene<'r> {
    /// What is shown.
    pub route: &'r Route,
    /// The collection with the visitor's own issues.
    pub library: Library,
    context: Context,
}

/// A scene that a part of a page holds as long as it stands, for what is made
/// later.
pub struct OwnedScene {
    route: Route,
    library: Library,
    context: Context,
}

impl OwnedScene {
    /// The scene.
    pub fn scene(&self) -> Scene<'_> {
        Scene { route: &self.route, library: self.library, context: self.context }
    }
}

impl Scene<'_> {
    /// The scene with another route.
    pub fn at(self, route: &Route) -> Scene<'_> {
        self.context.scene(route)
    }

    /// The scene as it is now, to be held.
    pub fn held(self) -> OwnedScene {
        OwnedScene { route: self.route.clone(), library: self.library, context: self.context }
    }

    /// Tells this scene from every other: the route and the collection, as text.
    pub fn identity(self) -> String {
        let withheld = if self.library.withheld().labels { " without labels " } else { " " };
        [&self.library.identity(), withheld, &self.route.href()].concat()
    }
}

impl Deref for Scene<'_> {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.context
    }
}

impl Context {
    /// Listens to the window from now on.
    pub fn new(navigation: Navigation) -> Self {
        let stored = RwSignal::new(());
        gloo::events::EventListener::new(&window(), "summitry:kept", move |_| stored.set(())).forget();
        let deferred = Deferred::new();
        let kept = SavedMarks::new(deferred);
        Self { navigation, deferred, kept, wide: matches(WIDE, true), stored }
    }

    /// The scene of a route; follows a change of the collection.
    pub fn scene(self, route: &Route) -> Scene<'_> {
        Scene { route, library: self.navigation.library().with_own(&route.own), context: self }
    }

    /// A live subtree that follows the route, but a query only when the typing
    /// rests.
    pub fn settled<N: Into<Node>>(self, view: impl Fn(Scene<'_>) -> N + 'static) -> Node {
        live(move || self.navigation.with_settled(|route| view(self.scene(route))))
    }
}
