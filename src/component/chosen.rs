//! The filters that a route has, by name, each with the way out of it.

use crate::app::Scene;
use crate::component::chips;
use crate::library::{KINDS, Library, ROLES};
use crate::node::Element;
use crate::route::{Route, toggled};

/// The list of ids of a filter, of a route that can be changed.
type Ids = fn(&mut Route) -> &mut Vec<String>;

/// Something that is chosen.
pub struct Chosen {
    /// What it is called.
    pub name: String,
    /// The view without it.
    pub without: Route,
    /// The view with it as the only filter.
    pub alone: Route,
}

/// What is chosen, filter by filter.
pub fn chosen(library: Library, route: &Route) -> Vec<Chosen> {
    let corpus = library.corpus();
    let bare = route.without_filters();
    let mut all: Vec<Chosen> = Vec::new();
    let mut add = |ids: &[String], list: Ids, name: &dyn Fn(&str) -> Option<String>| {
        for id in ids {
            let toggle = |route: &mut Route| *list(route) = toggled(list(route), id);
            let name = name(id).unwrap_or_else(|| id.clone());
            all.push(Chosen { name, without: route.with(toggle), alone: bare.with(toggle) });
        }
    };
    add(&route.issues, |route| &mut route.issues, &|id| Some(library.issue(id)?.name.clone()));
    add(&route.outlets, |route| &mut route.outlets, &|id| Some(corpus.outlet(id)?.name.clone()));
    add(&route.meetings, |route| &mut route.meetings, &|id| Some(corpus.meeting(id)?.name.clone()));
    add(&route.speakers, |route| &mut route.speakers, &|id| Some(format!("Speaks: {}", corpus.person(id)?.name)));
    add(&route.sides, |route| &mut route.sides, &|id| Some(format!("Speaks: {}", corpus.side(id)?.name)));
    let role = |id: &str| ROLES.iter().find(|(role, _)| *role == id).map(|(_, name)| format!("Speaks: {name}"));
    add(&route.roles, |route| &mut route.roles, &role);
    let kind = |id: &str| KINDS.iter().find(|(kind, _)| *kind == id).map(|(_, name)| (*name).to_owned());
    add(&route.kinds, |route| &mut route.kinds, &kind);
    if let Some(only) = route.from.filter(|_| route.from == route.to) {
        let without = route.with(|route| (route.from, route.to) = (None, None));
        let alone = bare.with(|bare| (bare.from, bare.to) = (route.from, route.to));
        all.push(Chosen { name: only.to_string(), without, alone });
        return all;
    }
    if let Some(from) = route.from {
        let (without, alone) = (route.with(|route| route.from = None), bare.with(|bare| bare.from = Some(from)));
        all.push(Chosen { name: format!("From {from}"), without, alone });
    }
    if let Some(to) = route.to {
        let (without, alone) = (route.with(|route| route.to = None), bare.with(|bare| bare.to = Some(to)));
        all.push(Chosen { name: format!("To {to}"), without, alone });
    }
    all
}

/// What is chosen, each chip a link that takes it away.
pub fn chosen_chips(scene: Scene<'_>) -> Option<Element> {
    let all = chosen(scene.library, scene.route).into_iter().map(|chosen| (chosen.name, chosen.without)).collect();
    chips("Chosen filters", all, Some(scene.route.without_filters().href()))
}
