//! Terms that mean the same although they are written differently: spellings
//! of one word, and acronyms with the words they stand for.
//!
//! Invariants: a term has a word at least; the terms of a group stand
//! together. Where a lexicon comes from is not known here.

use super::{Class, Dictionary, Interner};
use crate::analysis::{Case, Word, stem, words};

/// Groups of terms that mean the same, while an index is built.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// Each group once, as a text: the terms, with `|` between them, two or
    /// more; of each the normal forms of its words, with a space between.
    pub groups: Interner,
}

/// Groups of terms that mean the same, by the words of an index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lexicon {
    /// Normal forms that no text has. They are classes without a posting,
    /// numbered after the others.
    unknown: Interner,
    /// How many classes there are besides those.
    classes: Class,
    terms: Vec<Term>,
    /// The first word of each term above the term's number; sorted.
    first: Vec<u64>,
}

/// A term of a lexicon.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    /// The number of its group, from 0.
    pub group: u32,
    pub words: Vec<Class>,
}

impl Lexicon {
    /// Begins a lexicon for a dictionary with so many classes.
    pub fn new(classes: usize) -> Lexicon {
        Lexicon { classes: Class::try_from(classes).unwrap_or(Class::MAX), ..Lexicon::default() }
    }

    /// From groups as texts. Groups of which no text has any term are left
    /// out.
    pub fn resolved<'g>(groups: impl Iterator<Item = &'g str>, dictionary: &Dictionary) -> Lexicon {
        let mut lexicon = Lexicon::new(dictionary.class_count());
        for (group, text) in (0_u32..).zip(groups) {
            let known = |term: &str| term.split(' ').all(|form| dictionary.class_of_normal(form).is_some());
            if !text.split('|').any(known) {
                continue;
            }
            for term in text.split('|') {
                let mut words = Vec::new();
                for form in term.split(' ') {
                    words.push(dictionary.class_of_normal(form).unwrap_or_else(|| lexicon.class_of_unknown(form)));
                }
                lexicon.push(group, words);
            }
        }
        lexicon.finish();
        lexicon
    }

    /// Adds a term; a group's terms follow each other.
    pub fn push(&mut self, group: u32, words: Vec<Class>) {
        self.terms.push(Term { group, words });
    }

    /// Sorts what is looked up. To be called when all terms are in.
    pub fn finish(&mut self) {
        let firsts = (0_u64..).zip(&self.terms);
        self.first = firsts.map(|(at, term)| u64::from(term.words.first().copied().unwrap_or(0)) << 32 | at).collect();
        self.first.sort_unstable();
    }

    /// The class of a normal form that no text has, a new one if need be.
    pub fn class_of_unknown(&mut self, form: &str) -> Class {
        self.classes.saturating_add(self.unknown.get_or_add(form))
    }

    /// The class of a normal form that no text has but a term.
    pub fn unknown(&self, form: &str) -> Option<Class> {
        self.unknown.get(form).map(|number| self.classes.saturating_add(number))
    }

    /// All forms that no text has, in the order of their classes.
    pub fn unknown_forms(&self) -> &Interner {
        &self.unknown
    }

    /// How many classes there are besides the unknown ones.
    pub fn classes(&self) -> Class {
        self.classes
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that begin with a word, by number.
    pub fn beginning(&self, word: Class) -> impl Iterator<Item = usize> + '_ {
        let from = self.first.partition_point(|key| key >> 32 < u64::from(word));
        let same = self.first.get(from..).unwrap_or(&[]).iter().take_while(move |key| *key >> 32 == u64::from(word));
        same.map(|key| *key as u32 as usize)
    }

    /// The terms of a group.
    pub fn group(&self, group: u32) -> &[Term] {
        let start = self.terms.partition_point(|term| term.group < group);
        let end = self.terms.partition_point(|term| term.group <= group);
        self.terms.get(start..end).unwrap_or(&[])
    }
}

/// A word as a lexicon has it: an acronym in capitals, any other word as its
/// stem.
pub(crate) fn normal(word: &Word<'_>) -> String {
    let key = word.key();
    if word.case == Case::Acronym { key } else { stem(&key).into_owned() }
}

impl Terms {
    /// Adds a group of terms as they are written. A group whose terms are
    /// alike is left out.
    pub fn add(&mut self, terms: &[&str]) {
        let mut group = String::new();
        for term in terms {
            let mut form = String::new();
            for word in words(term) {
                if !form.is_empty() {
                    form.push(' ');
                }
                form.push_str(&normal(&word));
            }
            if form.is_empty() || group.split('|').any(|known| known == form) {
                continue;
            }
            if !group.is_empty() {
                group.push('|');
            }
            group.push_str(&form);
        }
        if group.contains('|') {
            self.groups.get_or_add(&group);
        }
    }

    /// Adds the acronyms that a text defines: "World Trade Organization (WTO)".
    pub fn add_definitions(&mut self, text: &str) {
        if !text.contains('(') {
            return;
        }
        let words = words(text);
        for (at, acronym) in words.iter().enumerate().filter(|(_, word)| word.case == Case::Acronym) {
            let before = text.get(..acronym.range.start as usize).unwrap_or("");
            let after = text.get(acronym.range.end as usize..).unwrap_or("");
            if before.ends_with('(')
                && after.starts_with(')')
                && let Some(first) = definition(words.get(..at).unwrap_or(&[]), &acronym.key())
            {
                let range = first..before.len() - 1;
                self.add(&[acronym.text, text.get(range).unwrap_or("")]);
            }
        }
    }
}

/// Where the words at the end begin whose first letters spell the acronym;
/// small words such as "of" may stand between them.
fn definition(before: &[Word<'_>], acronym: &str) -> Option<usize> {
    let mut letters = acronym.chars().rev();
    let mut wanted = letters.next()?;
    let mut before = before.iter().rev();
    let mut last = true;
    loop {
        let word = before.next()?;
        let first = word.text.chars().next()?.to_ascii_uppercase();
        if first == wanted && (word.case != Case::Lower || !last) {
            last = false;
            match letters.next() {
                Some(next) => wanted = next,
                None => return Some(word.range.start as usize),
            }
        } else if word.text.len() > 3 || word.case != Case::Lower || last {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, group: &str) {
        let mut terms = Terms::default();
        terms.add_definitions(text);
        assert_eq!(terms.groups.word(0), group, "{text}");
    }

    #[test]
    fn an_acronym_in_brackets_is_defined_by_the_words_before_it() {
        check("the 1972 Anti-Ballistic Missile (ABM) Treaty", "ABM|anti ballist missil");
        check("the Department of Defense (DOD)", "DOD|depart of defens");
    }

    #[test]
    fn a_group_has_each_term_once_and_more_than_one_term() {
        let group = |group: &[&str]| {
            let mut terms = Terms::default();
            terms.add(group);
            terms.groups.word(0).to_owned()
        };
        assert_eq!(group(&["harbours", "the port", "Harbour", "–"]), "harbour|the port");
        assert_eq!(group(&["harbours", "Harbour"]), "");
        assert_eq!(group(&["harbours", "–"]), "");
    }

    #[test]
    fn other_words_in_brackets_define_nothing() {
        check("weapons of mass destruction (AP, Reuters)", "");
        check("a long wait (WTO)", "");
        check("(ABM)", "");
    }

    #[test]
    fn a_term_is_found_by_its_first_word_known_or_not() {
        let mut dictionary = Dictionary::default();
        dictionary.push("ABM", 0, 0);
        dictionary.push("treati", 1, 0);
        let lexicon = Lexicon::resolved(["ABM|anti missil", "WTO|world trade"].into_iter(), &dictionary);
        assert_eq!(lexicon.beginning(0).collect::<Vec<_>>(), [0]);
        let anti = lexicon.unknown("anti").unwrap();
        assert_eq!(lexicon.beginning(anti).collect::<Vec<_>>(), [1]);
        assert_eq!(lexicon.group(0).len(), 2);
        assert_eq!(lexicon.terms().len(), 2, "no text has any term of the second group");
    }
}
