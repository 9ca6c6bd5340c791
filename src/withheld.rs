//! What a lesson in hand keeps from the page until its questions are answered.
//!
//! Invariant: what is withheld is not drawn at all, so that it stands neither in
//! the document nor on paper, nor in what is copied or saved from a room. That
//! is remembered apart from the lesson, because the lesson is read only after
//! the first view has been drawn.

use leptos::prelude::window;

use crate::route::{Mode, Page, Problem, Route};

const KEY: &str = "summitry-withheld";

/// The names under which lessons withhold parts of the page.
const LABELS: &str = "issue-labels";
const MISSING: &str = "missing";

const TOLD: &str = "The lesson in hand withholds this until all its questions are answered, so it was left out: ";

/// The parts of the page that are withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// The catalogue's issues as labels of passages, and all that is made of them.
    pub labels: bool,
    /// “What is missing” of the comparison.
    pub missing: bool,
}

impl Withheld {
    /// Those among names of parts.
    pub fn named<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        names.fold(Self::default(), |withheld, name| match name {
            LABELS => Self { labels: true, ..withheld },
            MISSING => Self { missing: true, ..withheld },
            _ => withheld,
        })
    }

    /// What was withheld when the page was left.
    pub fn remembered() -> Self {
        let stored = window().local_storage().ok().flatten().and_then(|storage| storage.get_item(KEY).ok().flatten());
        stored.map_or_else(Self::default, |names| Self::named(names.split(' ')))
    }

    /// Remembers it, where the browser allows that.
    pub fn remember(self) {
        let Ok(Some(storage)) = window().local_storage() else { return };
        let names = [(self.labels, LABELS), (self.missing, MISSING)];
        let names: Vec<&str> = names.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
        let _ = if names.is_empty() { storage.remove_item(KEY) } else { storage.set_item(KEY, &names.join(" ")) };
    }

    /// Whether a comparison may be arranged in this way.
    pub fn allows(self, mode: Mode) -> bool {
        !(self.labels && matches!(mode, Mode::Issues | Mode::Missing) || self.missing && mode == Mode::Missing)
    }

    /// The route without what is withheld, and a sentence where any of that was
    /// asked for.
    pub fn without(self, route: &Route) -> (Route, Option<Problem>) {
        let mut known = route.clone();
        let mut told = Vec::new();
        if self.labels {
            let own = |id: &String| route.own.iter().any(|issue| issue.id() == id);
            known.issues.retain(own);
            known.folded.retain(own);
            if known.issues != route.issues || known.folded != route.folded {
                told.push("issues of passages");
            }
        }
        if route.page == Page::Compare && !self.allows(route.mode) {
            known.mode = Mode::Text;
            // Nobody asks for what a link without a mode shows.
            told.extend((route.mode == Mode::Missing).then_some("“What is missing”"));
        }
        let problem = (!told.is_empty()).then(|| Problem([TOLD, &told.join(", "), "."].concat()));
        (known, problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, fragment: &str, left: &str) {
        let (route, _) = Route::parse(fragment);
        let (without, told) = Withheld::named(names.split(' ')).without(&route);
        assert_eq!(without.href(), left);
        // What a link asks for by name is told; what it shows by default is not.
        let asked = fragment.contains("issue=") || fragment.contains("mode=");
        assert_eq!(told.is_some(), asked && left != fragment);
    }

    #[test]
    fn what_is_not_withheld_is_left_as_it_is() {
        check("", "#/search?issue=iran", "#/search?issue=iran");
        check("others-answers", "#/compare?a=x&mode=missing", "#/compare?a=x&mode=missing");
        check("missing", "#/search?issue=iran", "#/search?issue=iran");
    }

    #[test]
    fn labels_and_what_is_made_of_them_are_left_out() {
        check("issue-labels", "#/search?q=a&issue=iran", "#/search?q=a");
        check("issue-labels", "#/compare?a=x", "#/compare?a=x&mode=text");
        check("issue-labels missing", "#/compare?a=x&mode=missing", "#/compare?a=x&mode=text");
        check("issue-labels", "#/compare?a=x&mode=voices", "#/compare?a=x&mode=voices");
        check("missing", "#/compare?a=x&mode=missing", "#/compare?a=x&mode=text");
    }
}
