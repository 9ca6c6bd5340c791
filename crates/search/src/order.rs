//! Sorting lists whose order is not worth a sort of its own in the program.
//!
//! Each use of the standard library's sorts with another type or comparison
//! adds two to ten kilobytes to the page. Here one sort, of numbers, serves
//! all: it costs a list of indices and an indirect call for each comparison.
//! Lists that are sorted while a key is pressed and may be long use the
//! standard library's.

use std::cmp::Ordering;

/// Sorts in place; equal ones keep their order. O(n log n) comparisons.
#[inline(never)]
pub fn sort_by<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let by_index = |a: u32, b: u32| match (list.get(a as usize), list.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let order = sorted(u32::try_from(list.len()).unwrap_or(u32::MAX), &by_index);
    permute(&order, &mut |a, b| list.swap(a, b));
}

/// Brings what `order` names first to the front, and so on, by swaps.
#[inline(never)]
fn permute(order: &[u32], swap: &mut dyn FnMut(usize, usize)) {
    for (place, from) in order.iter().enumerate() {
        // What stood at `from` may have been moved on by an earlier step.
        let mut from = *from as usize;
        while from < place {
            from = order.get(from).map_or(place, |moved| *moved as usize);
        }
        if from != place {
            swap(place, from);
        }
    }
}

/// Sorts by a key; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, &|a, b| key(a).cmp(&key(b)));
}

/// Sorts by the values' own order.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, &T::cmp);
}

/// Sorts numbers.
#[inline(never)]
pub fn sort_numbers(list: &mut [u64]) {
    sort(list);
}

/// A merge sort from the bottom up: a tenth of the code of the standard one.
#[inline(never)]
fn sorted(count: u32, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    let mut merged: Vec<u32> = Vec::with_capacity(order.len());
    let mut width = 1;
    while width < order.len() {
        merged.clear();
        for pair in order.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some((a, left_rest)), Some((b, right_rest))) = (left.split_first(), right.split_first()) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = right_rest;
                } else {
                    merged.push(*a);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{sort, sort_by_key};

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(list in prop::collection::vec(0_u8..20, 0..200)) {
            let mut ours: Vec<(u8, usize)> = list.iter().copied().enumerate().map(|(place, value)| (value, place)).collect();
            let mut standard = ours.clone();
            sort_by_key(&mut ours, |(value, _)| *value);
            standard.sort_by_key(|(value, _)| *value);
            prop_assert_eq!(ours, standard);
            let mut whole = list.clone();
            sort(&mut whole);
            let mut standard = list;
            standard.sort_unstable();
            prop_assert_eq!(whole, standard);
        }
    }
}
