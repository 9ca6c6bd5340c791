//! Two indexes made one: the units of the second follow those of the first.
//!
//! Words of both that are one class in either become one class. Invariant:
//! the result finds in each unit what the parts found there.

use super::interner::Interner;
use super::postings::{Cursor, Postings};
use super::{Class, Dictionary, Index, Lexicon};
use crate::index::dictionary::GHOST;

/// Joins two indexes. Linear in both, apart from sorting the words.
pub(crate) fn merge(a: &Index, b: &Index) -> Index {
    let (dictionary, classes) = dictionaries(&a.dictionary, &b.dictionary);
    let offset = u32::try_from(a.units()).unwrap_or(u32::MAX);
    let count = dictionary.class_count();
    let body = postings([&a.body, &b.body], &classes, count, offset);
    let groups_before = u32::try_from(a.groups.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let mut headings = postings([&a.headings, &b.headings], &classes, count, groups_before);
    headings.forget_positions();
    let lengths = a.lengths.iter().chain(&b.lengths).copied().collect();
    let groups = a.groups.iter().copied().chain(b.groups.iter().skip(1).map(|unit| unit + offset)).collect();
    let [of_a, of_b] = &classes;
    let mut lexicon = Lexicon::new(count);
    add_terms(&mut lexicon, &dictionary, &a.lexicon, of_a);
    add_terms(&mut lexicon, &dictionary, &b.lexicon, of_b);
    lexicon.finish();
    Index::new(dictionary, body, lengths, headings, groups, lexicon)
}

/// The words of both, and for each of the two its classes' new numbers.
fn dictionaries(a: &Dictionary, b: &Dictionary) -> (Dictionary, [Vec<Class>; 2]) {
    // A class of the result is a set of old classes that share a word: the
    // classes of `b` are numbered after those of `a`, and united.
    let first_of_b = u32::try_from(a.class_count()).unwrap_or(u32::MAX);
    let mut united: Vec<Class> = (0..first_of_b + u32::try_from(b.class_count()).unwrap_or(0)).collect();
    let mut words: Vec<(&str, Class, u8)> = (0..a.len()).map(|at| (a.word(at), a.class(at), a.flags(at))).collect();
    for at in 0..b.len() {
        let (word, class, flags) = (b.word(at), b.class(at) + first_of_b, b.flags(at));
        match a.find(word) {
            Some(own) => {
                unite(&mut united, a.class(own), class);
                if let Some(entry) = words.get_mut(own) {
                    let ghost = entry.2 & flags & GHOST;
                    entry.2 = (entry.2 | flags) & !GHOST | ghost;
                }
            }
            None => words.push((word, class, flags)),
        }
    }
    words.sort_by(|x, y| x.0.cmp(y.0));
    let mut dictionary = Dictionary::default();
    let mut numbers = Interner::default();
    for (word, class, flags) in words {
        let class = numbers.get_or_add(&root(&united, class).to_string());
        dictionary.push(word, class, flags);
    }
    let number = |class: Class| numbers.get(&root(&united, class).to_string()).unwrap_or(Class::MAX);
    let of_a = (0..first_of_b).map(number).collect();
    let of_b = (first_of_b..u32::try_from(united.len()).unwrap_or(0)).map(number).collect();
    (dictionary, [of_a, of_b])
}

fn root(united: &[Class], mut class: Class) -> Class {
    while let Some(next) = united.get(class as usize).filter(|next| **next != class) {
        class = *next;
    }
    class
}

fn unite(united: &mut [Class], a: Class, b: Class) {
    let (a, b) = (root(united, a), root(united, b));
    if let Some(slot) = united.get_mut(a.max(b) as usize) {
        *slot = a.min(b);
    }
}

/// The lists of both under their new numbers.
fn postings(parts: [&Postings; 2], classes: &[Vec<Class>; 2], count: usize, offset: u32) -> Postings {
    // For each new class the old ones, in order of parts.
    let mut sources: Vec<Vec<(usize, Class)>> = vec![Vec::new(); count];
    for (part, of) in classes.iter().enumerate() {
        for (old, new) in (0..).zip(of) {
            if let Some(list) = sources.get_mut(*new as usize) {
                list.push((part, old));
            }
        }
    }
    let mut merged = Postings::new();
    for list in sources {
        let mut entries: Vec<(u32, Vec<u32>)> = Vec::new();
        for (part, old) in list {
            let Some(postings) = parts.get(part) else { continue };
            let moved = if part == 0 { 0 } else { offset };
            for (unit, count) in postings.hits(old).units.iter().zip(postings.hits(old).counts.iter()) {
                let mut positions = Vec::new();
                postings.positions(old, *unit, &mut Cursor::default(), |position| positions.push(position));
                if positions.is_empty() {
                    // Headings have no positions; only their number counts.
                    positions = (0..u32::from(*count)).collect();
                }
                entries.push((unit + moved, positions));
            }
        }
        entries.sort_unstable();
        for same in entries.chunk_by(|a, b| a.0 == b.0) {
            let mut positions: Vec<u32> = same.iter().flat_map(|(_, positions)| positions).copied().collect();
            positions.sort_unstable();
            let unit = same.first().map_or(0, |(unit, _)| *unit);
            positions.into_iter().for_each(|position| merged.push(unit, position));
        }
        merged.end_class();
    }
    merged
}

/// Adds the terms of a lexicon under the classes' new numbers, in groups
/// after those that are there.
fn add_terms(merged: &mut Lexicon, dictionary: &Dictionary, lexicon: &Lexicon, classes: &[Class]) {
    let after = merged.terms().last().map_or(0, |term| term.group + 1);
    for term in lexicon.terms() {
        let mut words = Vec::with_capacity(term.words.len());
        for word in &term.words {
            words.push(match word.checked_sub(lexicon.classes()) {
                None => classes.get(*word as usize).copied().unwrap_or(Class::MAX),
                Some(number) => {
                    let form = lexicon.unknown_forms().word(number);
                    dictionary.class_of_normal(form).unwrap_or_else(|| merged.class_of_unknown(form))
                }
            });
        }
        merged.push(after + term.group, words);
    }
}
