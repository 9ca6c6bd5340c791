//! Where each column of full texts stands: at the passage that was chosen, or
//! at its own on the same issue.
//!
//! Invariant: a column stands at a passage of its own articles or nowhere.

use crate::library::{Column, Library, Place};
use crate::route::Route;

/// How full texts are lined up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncedColumns {
    /// The passage that was chosen.
    pub chosen: Option<Place>,
    /// The ids of the issues that link the columns: those of the route, else
    /// those of the chosen passage.
    pub issues: Vec<String>,
    /// For each column its passages on these issues and where it stands.
    pub positions: Vec<ColumnPosition>,
}

/// One column's passages on the linking issues, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnPosition {
    /// The passages, in order.
    pub passages: Vec<Place>,
    /// Where the column stands; it need not be one of the passages.
    pub at: Option<Place>,
}

impl ColumnPosition {
    /// Which of the passages the column stands at, from 0.
    pub fn rank(&self) -> Option<usize> {
        self.passages.iter().position(|place| Some(*place) == self.at)
    }

    /// The passage before or after the one where the column stands.
    pub fn step(&self, by: isize) -> Option<Place> {
        self.passages.get(self.rank()?.checked_add_signed(by)?).copied()
    }
}

impl SyncedColumns {
    /// The columns in step that a route asks for.
    pub fn new(library: Library, route: &Route, columns: &[Column]) -> Self {
        let places: Vec<Place> = route.places.iter().filter_map(|name| library.place(name)).collect();
        let chosen = places.first().copied();
        let issues = match chosen {
            Some(place) if route.issues.is_empty() => issues_of(library, place),
            _ => route.issues.clone(),
        };
        let position = |column: &Column| {
            let on: Vec<Place> = issues.iter().flat_map(|issue| library.places_on(issue, column)).collect();
            let passages: Vec<Place> = library
                .chosen_places(&Route::default(), column)
                .into_iter()
                .filter(|place| on.contains(place))
                .collect();
            let told = places.iter().find(|(article, _)| column.has(*article)).copied();
            let shared = |place: &Place| on.iter().filter(|other| *other == place).count();
            // Of those that share as many issues, the first.
            let own = || passages.iter().rev().max_by_key(|place| shared(place)).copied();
            let at = if route.unlinked { told } else { told.or_else(own) };
            ColumnPosition { passages, at }
        };
        let positions = columns.iter().map(position).collect();
        Self { chosen, issues, positions }
    }

    /// The route with a passage chosen, the others to follow it. An issue that
    /// was chosen stays if the passage is on it.
    pub fn choose(library: Library, route: &Route, place: Place) -> Route {
        let own = issues_of(library, place);
        route.with(|route| {
            route.issues.retain(|issue| own.contains(issue));
            set(library, route, place, !route.unlinked);
        })
    }

    /// The route with one column moved on, the others where they are.
    pub fn step(&self, library: Library, route: &Route, place: Place) -> Route {
        route.with(|route| {
            route.issues.clone_from(&self.issues);
            set(library, route, place, false);
        })
    }
}

/// Puts the column with the place's article there; `alone`: and lets go of
/// where all others stand.
fn set(library: Library, route: &mut Route, place: Place, alone: bool) {
    let columns = library.columns(route);
    let same = |name: &String| {
        let other = library.place(name);
        other.is_some_and(|(article, _)| columns.iter().any(|column| column.has(article) && column.has(place.0)))
    };
    let name = library.place_name(place);
    match route.places.iter().position(same).filter(|_| !alone) {
        Some(at) => route.places[at] = name,
        None if alone => route.places = vec![name],
        None => route.places.push(name),
    }
}

/// The ids of the issues that a passage is on.
fn issues_of(library: Library, (article, number): Place) -> Vec<String> {
    let labels = library.labels(article, number);
    labels.iter().filter_map(|label| library.issues().get(label.issue)).map(|issue| issue.id.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=text";

    fn synced_of(fragment: &str) -> (Library, Route, SyncedColumns) {
        let (library, route) = Library::at(fragment);
        let synced = SyncedColumns::new(library, &route, &library.columns(&route));
        (library, route, synced)
    }

    #[test]
    fn nothing_chosen_nothing_stands() {
        let (.., synced) = synced_of(TWO);
        assert_eq!(synced.positions, [ColumnPosition::default(), ColumnPosition::default()]);
    }

    #[test]
    fn the_other_column_moves_to_its_passage_on_the_most_of_the_same_issues() {
        let (library, _, synced) = synced_of(&format!("{TWO}&at=bbc-2001-10-21.5"));
        assert!(synced.issues.len() > 1 && synced.issues == issues_of(library, (0, 5)));
        assert_eq!((synced.chosen, synced.positions[0].at), (Some((0, 5)), Some((0, 5))));
        let shared = |place| issues_of(library, place).iter().filter(|id| synced.issues.contains(id)).count();
        let at = synced.positions[1].at.unwrap();
        assert!(synced.positions[1].passages.iter().all(|place| shared(*place) < shared(at) || *place >= at));
        assert!(synced.positions[1].passages.iter().all(|place| shared(*place) <= shared(at)));
    }

    #[test]
    fn one_goes_through_several_passages_on_the_issue() {
        let (library, route, synced) = synced_of(&format!("{TWO}&at=bbc-2001-10-21.5&issue=missile-defence"));
        assert_eq!(synced.positions[1].passages, [1, 3, 4, 5, 6, 7, 8].map(|passage| (1, passage)));
        let next = synced.positions[1].step(1).unwrap();
        assert_eq!((next, synced.positions[1].step(-1)), ((1, 3), None));
        let moved = synced.step(library, &route, next);
        assert_eq!(moved.places, ["bbc-2001-10-21.5", "monitor-2001-11-07.3"]);
        let again = SyncedColumns::new(library, &moved, &library.columns(&moved));
        assert_eq!((again.chosen, again.positions[1].rank()), (Some((0, 5)), Some(1)));
        assert_eq!(synced.step(library, &moved, (1, 5)).places, ["bbc-2001-10-21.5", "monitor-2001-11-07.5"]);
    }

    #[test]
    fn a_column_without_the_issue_stands_nowhere() {
        let (_, _, synced) = synced_of(&format!("{TWO}&at=bbc-2001-10-21.15"));
        assert_eq!(synced.issues, ["afghanistan", "security-cooperation"]);
        assert_eq!(synced.positions[1], ColumnPosition::default());
    }

    #[test]
    fn choosing_a_passage_lets_the_others_follow_unless_the_link_is_off() {
        let (library, route, _) =
            synced_of(&format!("{TWO}&at=bbc-2001-10-21.5&at=monitor-2001-11-07.3&issue=afghanistan"));
        let chosen = SyncedColumns::choose(library, &route, (0, 26));
        assert_eq!((chosen.places.as_slice(), chosen.issues.len()), (&["bbc-2001-10-21.26".to_owned()][..], 0));
        let off = SyncedColumns::choose(library, &route.with(|route| route.unlinked = true), (1, 8));
        assert_eq!(off.places, ["bbc-2001-10-21.5", "monitor-2001-11-07.8"]);
        let synced = SyncedColumns::new(
            library,
            &Route { places: vec!["bbc-2001-10-21.5".to_owned()], ..off },
            &library.columns(&route),
        );
        assert_eq!((synced.positions[0].at, synced.positions[1].at), (Some((0, 5)), None));
    }
}
