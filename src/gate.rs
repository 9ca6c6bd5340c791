//! Where the search page and the frame call what comes in the second part of
//! the program: the build divides it here.
//!
//! Invariant: nobody comes here before the second part is there, see
//! [`crate::deferred::Deferred::is_there`]; each function only calls on.

use summitry_search::Response;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::app::Scene;
use crate::app::focus;
use crate::app::keys::{self, Keys};
use crate::library::Library;
use crate::navigation::Navigation;
use crate::node::Node;
use crate::page::search::{Suggestions, later};
use crate::route::Route;

/// A part of the search page that the first view can do without.
#[derive(Clone, Copy)]
pub enum Part {
    /// What is shown beside the articles before anything is asked.
    Home,
    /// Keyword in context.
    Context,
    /// Why nothing was found, and what to loosen.
    Nothing,
    /// Saving the search as an issue.
    Save,
    /// The visitor's own issues, to rename or remove.
    OwnIssues,
}

/// A part of the search page.
#[inline(never)]
pub fn part(scene: Scene<'_>, answer: &Response, part: Part) -> Node {
    match part {
        Part::Home => later::home::view(scene),
        Part::Context => later::context::view(scene, answer),
        Part::Nothing => later::nothing::view(scene, answer),
        Part::Save => later::own::save(scene, answer),
        Part::OwnIssues => later::own::view(scene),
    }
}

/// What can be copied to show a view, called `title`, on another page.
#[inline(never)]
pub fn share(route: &Route, title: &str) -> Node {
    crate::part::share::view(route, title).into()
}

/// The list of suggestions, and how many there are.
#[inline(never)]
pub fn suggestions(scene: Scene<'_>) -> (usize, Node) {
    later::suggestions::view(scene)
}

/// What a key does to the suggestions; whether that is all it does.
#[inline(never)]
pub fn suggestion_key(
    list: Suggestions,
    library: Library,
    navigation: Navigation,
    field: &HtmlInputElement,
    key: &str,
) -> bool {
    later::suggestions::pressed(list, library, navigation, field, key)
}

/// What a key does on any page; whether it does something.
#[inline(never)]
pub fn key(keys: Keys, navigation: Navigation, event: &KeyboardEvent) -> bool {
    keys::later::pressed(keys, navigation, event)
}

/// The list of keys, closed until it is asked for; from the first time on, the
/// focus is kept near its place.
#[inline(never)]
pub fn key_dialog(keys: Keys) -> Node {
    focus::watch();
    keys::later::dialog(keys)
}

/// Shows the list of keys.
#[inline(never)]
pub fn show_keys() {
    keys::later::show();
}
