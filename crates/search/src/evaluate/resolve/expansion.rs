//! The words of the dictionary that a beginning, a pattern or a near spelling
//! stands for.
//!
//! Invariant: what it costs is counted before it is done; what would cost too
//! much finds nothing.

use super::Resolver;
use super::lattice::Lattice;
use crate::analysis::{fold, words};
use crate::evaluate::plan::Shape;
use crate::index::{Class, GHOST};

/// What it costs to take a word of the dictionary, to fit a pattern to it, and
/// to compare it letter by letter, in postings read.
const PREFIXED: usize = 4;
const FITTED: usize = 12;
const COMPARED: usize = 4;

impl Resolver<'_> {
    /// A word that is still being typed: the words that begin so and their
    /// other forms, for one of these may be meant.
    pub(super) fn prefix(&self, key: &str) -> Shape {
        let dictionary = &self.index.dictionary;
        let [words, acronyms] = dictionary.beginning(key);
        if !self.work.spend(words.len() * PREFIXED) {
            return Shape::NOTHING;
        }
        Shape::of_classes(
            dictionary.classes(words).chain(dictionary.classes(acronyms)).map(|(class, _)| class).collect(),
        )
    }

    /// The words that begin so, and no other form of them.
    pub(super) fn beginning(&self, key: &str) -> Shape {
        let [words, acronyms] = self.index.dictionary.beginning(key);
        if !self.work.spend(words.len() * PREFIXED) {
            return Shape::NOTHING;
        }
        self.exactly([words, acronyms].into_iter().flatten())
    }

    /// Words by their own letters, at these places of the dictionary. Where
    /// all words of a class are among them, the class stands for them.
    fn exactly(&self, places: impl Iterator<Item = usize> + Clone) -> Shape {
        let dictionary = &self.index.dictionary;
        let occur = places.filter(|at| dictionary.flags(*at) & GHOST == 0);
        let classes = occur.clone().map(|at| dictionary.class(at));
        let Some((least, most)) = classes.clone().fold(None, |ends: Option<(Class, Class)>, class| {
            ends.map_or(Some((class, class)), |(least, most)| Some((least.min(class), most.max(class))))
        }) else {
            return Shape::NOTHING;
        };
        let mut found = vec![0_u32; (most - least) as usize + 1];
        for class in classes {
            if let Some(count) = found.get_mut((class - least) as usize) {
                *count += 1;
            }
        }
        let mut whole = Vec::new();
        let mut mixed = Vec::new();
        for (class, count) in (least..).zip(found).filter(|(_, count)| *count > 0) {
            if count == dictionary.forms(class) { whole.push(class) } else { mixed.push(class) }
        }
        if mixed.is_empty() {
            return Shape::Words(whole);
        }
        let own = occur.filter(|at| mixed.binary_search(&dictionary.class(*at)).is_ok());
        let mut forms: Vec<u32> = own.filter_map(|at| u32::try_from(at).ok()).collect();
        forms.sort_unstable();
        Shape::one_of(vec![Shape::Words(whole), Shape::Exact(mixed, forms)])
    }

    /// Words that fit a pattern; parts between hyphens are words of their own.
    pub(super) fn wildcard(&self, pattern: &str) -> Shape {
        let parts = |c: char| !(c.is_alphanumeric() || matches!(c, '?' | '*' | '\'' | '\u{2019}' | '.'));
        let mut shapes = Vec::new();
        for part in pattern.split(parts).filter(|part| part.chars().any(char::is_alphanumeric)) {
            shapes.push(if part.contains(['?', '*']) {
                self.pattern(&fold(crate::analysis::without_article(part)))
            } else {
                let words = words(part);
                Lattice::new(self.index, &words).phrase(0, words.len())
            });
        }
        if shapes.len() == 1 { shapes.remove(0) } else { Shape::Adjacent(shapes) }
    }

    fn pattern(&self, pattern: &str) -> Shape {
        let dictionary = &self.index.dictionary;
        let [words, acronyms] = dictionary.beginning(pattern.split(['?', '*']).next().unwrap_or(""));
        if !self.work.spend((words.len() + acronyms.len()) * FITTED) {
            return Shape::NOTHING;
        }
        let fit: Vec<usize> = crate::spelling::matching(dictionary, words.chain(acronyms), pattern);
        self.exactly(fit.into_iter())
    }

    pub(super) fn fuzzy(&self, key: &str, edits: u8) -> Shape {
        let dictionary = &self.index.dictionary;
        let mut classes = Vec::new();
        if !self.work.spend(dictionary.len() * if edits > 1 { COMPARED } else { 1 }) {
            return Shape::NOTHING;
        }
        for (at, _) in crate::spelling::within(dictionary, key, edits) {
            classes.push(dictionary.class(at));
        }
        Shape::of_classes(classes)
    }
}
