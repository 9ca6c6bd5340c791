//! Children brought from one list to the next: which are the same, which go,
//! and which must be moved.
//!
//! A child with a key is the same as the old child of that key; those without
//! are matched with each other in order. Invariant: the child that holds the
//! focus is never moved, because a browser takes the focus and the caret from
//! what it moves; the others are moved around it.

use std::collections::HashMap;

use leptos::prelude::{Render, document};
use wasm_bindgen::JsCast;

use super::Node;
use super::dom::NodeState;

/// Something that may have a key among its siblings.
pub(super) trait Child {
    /// The key; `None` for a child that goes by its place.
    fn key(&self) -> Option<&str>;
}

impl Child for Node {
    fn key(&self) -> Option<&str> {
        match self {
            Self::Element(element) => Some(element.0.key.as_str()).filter(|key| !key.is_empty()),
            Self::Keyed(keyed) => Some(&keyed.key),
            Self::Nothing | Self::Text(_) | Self::Live(_) => None,
        }
    }
}

/// Makes the `children` of `parent` those of `new`.
pub(super) fn update(parent: &web_sys::Element, children: &mut Vec<NodeState>, new: Vec<Node>) {
    let matches = matches(children, &new);
    let mut old: Vec<Option<NodeState>> = std::mem::take(children).into_iter().map(Some).collect();
    let mut places = Vec::with_capacity(new.len());
    for (node, place) in new.into_iter().zip(matches) {
        let same = place.and_then(|place| old.get_mut(place)?.take());
        places.push(place.filter(|_| same.is_some()));
        children.push(match same {
            Some(mut state) => {
                node.rebuild(&mut state);
                state
            }
            None => node.build(),
        });
    }
    old.into_iter().flatten().for_each(NodeState::remove);
    put_in_order(parent, children, &places);
}

/// For each of the `new` children the place of the old one that it is.
fn matches<O: Child, N: Child>(old: &[O], new: &[N]) -> Vec<Option<usize>> {
    let places = || old.iter().enumerate();
    let keyed: HashMap<&str, usize> = places().filter_map(|(place, child)| Some((child.key()?, place))).collect();
    let mut unkeyed = places().filter(|(_, child)| child.key().is_none()).map(|(place, _)| place);
    let matched = new.iter().map(|child| match child.key() {
        Some(key) => keyed.get(key).copied(),
        None => unkeyed.next(),
    });
    matched.collect()
}

/// Brings the children into their order in the document; `places` are those
/// that they had, `None` where a child is new.
fn put_in_order(parent: &web_sys::Element, children: &[NodeState], places: &[Option<usize>]) {
    if places.iter().all(Option::is_some) && places.is_sorted() {
        return;
    }
    let weights: Vec<usize> = children.iter().map(weight).collect();
    let moves = moves(places, &weights, focused(parent, children));
    let mut after: Option<web_sys::Node> = None;
    for (child, moved) in children.iter().zip(moves).rev() {
        let node = child.node();
        if moved {
            let _ = parent.insert_before(&node, after.as_ref());
        }
        after = Some(node);
    }
}

/// What it costs about to move a child: as much as it has children itself.
fn weight(child: &NodeState) -> usize {
    child.node().dyn_ref::<web_sys::Element>().map_or(1, |element| 1 + element.child_element_count() as usize)
}

/// The place of the child that holds the focus.
fn focused(parent: &web_sys::Element, children: &[NodeState]) -> Option<usize> {
    let active = document().active_element()?;
    if !parent.contains(Some(&active)) || *parent == active {
        return None;
    }
    children.iter().position(|child| child.node().contains(Some(&active)))
}

/// Which children must be put in their place, given the places that they had: all but
/// a rising run of those, which `fixed` is part of; else of the run that is gathered
/// from the front and the one from the back the heavier stays. A `weight` is what it
/// costs to move a child.
fn moves(places: &[Option<usize>], weights: &[usize], fixed: Option<usize>) -> Vec<bool> {
    if let Some((at, place)) = fixed.and_then(|at| Some((at, (*places.get(at)?)?))) {
        return moves_around(places, at, place);
    }
    let (front, back) = (moves_around(places, 0, 0), moves_around(places, places.len(), usize::MAX));
    let cost = |moves: &[bool]| -> usize {
        moves.iter().zip(weights).map(|(moved, weight)| if *moved { *weight } else { 0 }).sum()
    };
    if cost(&front) < cost(&back) { front } else { back }
}

/// All but the run that rises to below `limit` before the child at `split`, and from
/// `limit` on behind it.
fn moves_around(places: &[Option<usize>], split: usize, limit: usize) -> Vec<bool> {
    let mut moves = vec![true; places.len()];
    let mut lowest = limit;
    for (moved, place) in moves.iter_mut().zip(places).take(split).rev() {
        if let Some(place) = place.filter(|place| *place < lowest) {
            (*moved, lowest) = (false, place);
        }
    }
    let mut highest = limit;
    for (moved, place) in moves.iter_mut().zip(places).skip(split) {
        if let Some(place) = place.filter(|place| *place >= highest) {
            (*moved, highest) = (false, place);
        }
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Item(Option<&'static str>);

    impl Child for Item {
        fn key(&self) -> Option<&str> {
            self.0
        }
    }

    fn items(keys: &[&'static str]) -> Vec<Item> {
        keys.iter().map(|key| Item(Some(*key).filter(|key| !key.is_empty()))).collect()
    }

    #[track_caller]
    fn check(old: &[&'static str], new: &[&'static str], matched: &[Option<usize>]) {
        assert_eq!(matches(&items(old), &items(new)), matched);
    }

    #[test]
    fn a_child_with_a_key_is_the_old_one_of_that_key_wherever_it_stood() {
        check(&["a", "b", "c"], &["c", "a", "x"], &[Some(2), Some(0), None]);
        check(&["a", "b", "c"], &["b", "c"], &[Some(1), Some(2)]);
        check(&[], &["a"], &[None]);
        check(&["a"], &[], &[]);
    }

    #[test]
    fn children_without_a_key_are_matched_in_order_and_never_with_a_keyed_one() {
        check(&["", "a", ""], &["", "", "a", ""], &[Some(0), Some(2), Some(1), None]);
        check(&["a"], &[""], &[None]);
    }

    /// Which are moved, where all weigh the same.
    fn moved(places: &[Option<usize>], fixed: Option<usize>) -> Vec<bool> {
        moves(places, &vec![1; places.len()], fixed)
    }

    #[test]
    fn what_keeps_its_order_is_not_moved() {
        assert_eq!(moved(&[Some(1), Some(2)], None), [false, false]);
        assert_eq!(moved(&[Some(0), None, Some(1)], None), [false, true, false]);
        assert_eq!(moved(&[Some(2), Some(0), Some(1)], None), [true, false, false]);
        assert_eq!(moved(&[Some(1), Some(2), Some(0)], None), [false, false, true]);
        assert_eq!(moved(&[], None), [false; 0]);
    }

    #[test]
    fn of_two_that_change_places_the_lighter_is_moved() {
        assert_eq!(moves(&[Some(1), Some(0)], &[3, 2], None), [false, true]);
        assert_eq!(moves(&[Some(1), Some(0)], &[2, 3], None), [true, false]);
        assert_eq!(moves(&[Some(2), Some(0), Some(1)], &[9, 4, 4], None), [false, true, true]);
    }

    #[test]
    fn the_others_are_moved_around_the_one_that_holds_the_focus() {
        // The last was brought to the front: it stays, and the two go behind it.
        assert_eq!(moved(&[Some(2), Some(0), Some(1)], Some(0)), [false, true, true]);
        assert_eq!(moved(&[Some(1), Some(2), Some(0)], Some(2)), [true, true, false]);
        assert_eq!(moved(&[Some(1), Some(0)], Some(0)), [false, true]);
        // What was built a moment ago has no place to keep.
        assert_eq!(moved(&[None, Some(0)], Some(0)), [true, false]);
    }
}
