//! Terms that mean the same although they are written differently: spellings
//! of one word, and acronyms with the words they stand for.
//!
//! Invariant: a term is a list of normal forms (see [`normal`]), never empty.
//! Where a lexicon comes from is not known here.

use super::Class;
use crate::analysis::{Case, Word, stem, words};

/// Groups of terms that mean the same, while an index is built.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Terms {
    /// Each group has two terms or more.
    pub groups: Vec<Vec<Vec<String>>>,
}

/// A word of a term: its class, or its normal form when no text has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TermWord {
    Known(Class),
    Unknown(String),
}

/// Groups of terms that mean the same, by the words of an index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lexicon {
    groups: Vec<Vec<Vec<TermWord>>>,
    /// The first word of each term, with group and term; sorted.
    first: Vec<(TermWord, u32, u32)>,
}

impl Lexicon {
    pub fn new(groups: Vec<Vec<Vec<TermWord>>>) -> Lexicon {
        let mut first = Vec::new();
        for (g, group) in (0..).zip(&groups) {
            for (t, term) in (0..).zip(group) {
                first.extend(term.first().map(|word| (word.clone(), g, t)));
            }
        }
        crate::order::sort(&mut first);
        Lexicon { groups, first }
    }

    pub fn groups(&self) -> &[Vec<Vec<TermWord>>] {
        &self.groups
    }

    /// The terms that begin with a word, each with the others of its group.
    pub fn beginning<'l>(
        &'l self,
        word: &'l TermWord,
    ) -> impl Iterator<Item = (&'l [TermWord], impl Iterator<Item = &'l [TermWord]>)> {
        let from = self.first.partition_point(|(first, _, _)| first < word);
        let same = self.first.get(from..).unwrap_or(&[]).iter().take_while(move |(first, _, _)| first == word);
        same.filter_map(|(_, group, term)| {
            let group = self.groups.get(*group as usize)?;
            let own = *term as usize;
            let others = group.iter().enumerate().filter(move |(at, _)| *at != own);
            Some((group.get(own)?.as_slice(), others.map(|(_, term)| term.as_slice())))
        })
    }

    /// Whether a term has a word that no text has.
    pub fn has_unknown(&self, form: &str) -> bool {
        self.groups.iter().flatten().flatten().any(|word| matches!(word, TermWord::Unknown(known) if known == form))
    }
}

/// A word as a lexicon has it: an acronym in capitals, any other word as its
/// stem.
pub(crate) fn normal(word: &Word<'_>) -> String {
    let key = word.key();
    if word.case == Case::Acronym { key } else { stem(&key).into_owned() }
}

impl Terms {
    /// Adds a group of terms as they are written.
    pub fn add<'t>(&mut self, terms: impl Iterator<Item = &'t str>) {
        let mut group: Vec<Vec<String>> = Vec::new();
        for term in terms {
            let term: Vec<String> = words(term).iter().map(normal).collect();
            if !term.is_empty() && !group.contains(&term) {
                group.push(term);
            }
        }
        if group.len() > 1 {
            self.groups.push(group);
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
                && let Some(definition) = definition(words.get(..at).unwrap_or(&[]), &acronym.key())
                && let (Some(first), Some(last)) = (definition.first(), definition.last())
            {
                let range = first.range.start as usize..last.range.end as usize;
                self.add([acronym.text, text.get(range).unwrap_or("")].into_iter());
            }
        }
    }
}

/// The words at the end whose first letters spell the acronym; small words
/// such as "of" may stand between them.
fn definition<'w, 't>(before: &'w [Word<'t>], acronym: &str) -> Option<&'w [Word<'t>]> {
    let mut letters: Vec<char> = acronym.chars().rev().collect();
    let mut at = before.len();
    while let Some(letter) = letters.first().copied() {
        at = at.checked_sub(1)?;
        let word = before.get(at)?;
        let first = word.text.chars().next()?.to_ascii_uppercase();
        if first == letter && (word.case != Case::Lower || letters.len() < acronym.len()) {
            letters.remove(0);
        } else if word.text.len() > 3 || word.case != Case::Lower || letters.len() == acronym.len() {
            return None;
        }
    }
    before.get(at..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, group: &[&[&str]]) {
        let mut lexicon = Terms::default();
        lexicon.add_definitions(text);
        let expected: Vec<Vec<Vec<String>>> = if group.is_empty() {
            Vec::new()
        } else {
            vec![group.iter().map(|term| term.iter().map(|word| (*word).to_owned()).collect()).collect()]
        };
        assert_eq!(lexicon.groups, expected, "{text}");
    }

    #[test]
    fn an_acronym_in_brackets_is_defined_by_the_words_before_it() {
        check("the 1972 Anti-Ballistic Missile (ABM) Treaty", &[&["ABM"], &["anti", "ballist", "missil"]]);
        check("the Department of Defense (DOD)", &[&["DOD"], &["depart", "of", "defens"]]);
    }

    #[test]
    fn other_words_in_brackets_define_nothing() {
        check("weapons of mass destruction (AP, Reuters)", &[]);
        check("a long wait (WTO)", &[]);
        check("(ABM)", &[]);
    }
}
