//! From the words of units to an index.
//!
//! Deterministic: the same units in the same order give the same index.

use std::borrow::Cow;

use super::dictionary::{GHOST, JOINED, LOWER, NAME};
use super::lexicon::Terms;
use super::{Dictionary, Index, Interner, Lexicon, Postings};
use crate::analysis::{Case, Word, is_function_word, is_link, stem, words};

/// Takes units in order.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    /// The number of each key, in order of first occurrence.
    numbers: Interner,
    flags: Vec<u8>,
    body: Stream,
    /// The headings of the groups, as if each were a unit.
    headings: Stream,
    /// The first unit of each group.
    groups: Vec<u32>,
    /// Two words with a hyphen between them, written as one.
    joined: Interner,
    /// Of these, those that nobody could take apart without having seen them.
    unparted: Interner,
    lexicon: Terms,
    key: String,
}

/// Word numbers of texts, one after the other.
#[derive(Debug, Default)]
struct Stream {
    tokens: Vec<u32>,
    /// Where each text ends in `tokens`.
    ends: Vec<usize>,
}

impl Builder {
    pub fn new() -> Self {
        Builder::default()
    }

    /// Begins a group of units, such as an article, under a heading.
    pub fn group(&mut self, heading: &str) {
        self.groups.push(u32::try_from(self.body.ends.len()).unwrap_or(u32::MAX));
        for word in words(heading) {
            let number = self.number(&word);
            self.headings.tokens.push(number);
        }
        self.headings.ends.push(self.headings.tokens.len());
    }

    /// Adds a unit with the words of `text` to the group.
    pub fn add(&mut self, text: &str) {
        // The word before, to which what is glued to it is joined.
        let mut joined = String::new();
        let (mut acronym, mut link) = (false, false);
        let words = words(text);
        for (at, word) in words.iter().enumerate() {
            let number = self.number(word);
            self.body.tokens.push(number);
            let before = joined.len();
            joined.push_str(&self.key);
            joined.make_ascii_lowercase();
            let next_is_acronym = word.case == Case::Acronym;
            let next_is_link = is_link(&words, at);
            if word.glued && !link && !next_is_link {
                self.joined.get_or_add(&joined);
                if !acronym && !next_is_acronym && is_unparted(&joined, before) {
                    self.unparted.get_or_add(&joined);
                }
            }
            joined.drain(..before);
            (acronym, link) = (next_is_acronym, next_is_link);
        }
        self.body.ends.push(self.body.tokens.len());
        self.lexicon.add_definitions(text);
    }

    /// Adds terms that mean the same.
    pub fn add_equivalents(&mut self, terms: &[&str]) {
        self.lexicon.add(terms);
    }

    fn number(&mut self, word: &Word<'_>) -> u32 {
        word.key_into(&mut self.key);
        let flag = match word.case {
            Case::Lower => LOWER,
            Case::Capital if !word.opens => NAME,
            _ => 0,
        };
        let number = self.numbers.get_or_add(&self.key);
        if number as usize == self.flags.len() {
            self.flags.push(0);
        }
        if let Some(flags) = self.flags.get_mut(number as usize) {
            *flags |= flag;
        }
        number
    }

    /// The index of all units that were added.
    pub fn finish(mut self) -> Index {
        let same = self.single_words();
        // Spellings that no text has.
        for number in 0..same.numbers.len() {
            let number = self.numbers.get_or_add(same.numbers.word(number));
            if number as usize == self.flags.len() {
                self.flags.push(GHOST);
            }
        }
        for number in 0..self.unparted.len() {
            let number = self.numbers.get_or_add(self.unparted.word(number));
            if number as usize == self.flags.len() {
                self.flags.push(GHOST | JOINED);
            }
        }
        let flags = |number: u32| self.flags.get(number as usize).copied().unwrap_or(0);
        let lower = |key: &str| self.numbers.get(key).map_or(0, flags) & LOWER != 0;
        let mut sorted: Vec<u32> = (0..self.numbers.len()).collect();
        sorted.sort_unstable_by(|a, b| self.numbers.word(*a).cmp(self.numbers.word(*b)));
        let mut classes = Interner::default();
        let mut class_of_number = vec![0; self.flags.len()];
        let mut words = Vec::with_capacity(sorted.len());
        // Classes of which a word occurs in parts with a hyphen.
        let mut in_parts = Vec::new();
        for number in sorted {
            let key = self.numbers.word(number);
            let flags = flags(number);
            // A spelling that no text has stands as a normal form already.
            let form = if flags & (GHOST | JOINED) == GHOST { key.into() } else { class_key(key, lower) };
            let class = classes.get_or_add(same.written_as(&form));
            if let Some(slot) = class_of_number.get_mut(number as usize) {
                *slot = class;
            }
            if class as usize == in_parts.len() {
                in_parts.push(false);
            }
            if let Some(slot) = in_parts.get_mut(class as usize) {
                *slot |= self.joined.get(key).is_some();
            }
            words.push((key, class, flags));
        }
        let mut dictionary = Dictionary::default();
        dictionary.reserve(words.len());
        for (key, class, flags) in words {
            let joined = if in_parts.get(class as usize) == Some(&true) { JOINED } else { 0 };
            dictionary.push(key, class, flags & !JOINED | joined);
        }
        for token in self.body.tokens.iter_mut().chain(&mut self.headings.tokens) {
            *token = class_of_number.get(*token as usize).copied().unwrap_or(0);
        }
        let (body, lengths) = invert(&self.body, dictionary.class_count());
        let (mut headings, _) = invert(&self.headings, dictionary.class_count());
        headings.forget_positions();
        self.groups.push(u32::try_from(lengths.len()).unwrap_or(u32::MAX));
        let terms = &self.lexicon.groups;
        let groups = (0..terms.len()).map(|number| terms.word(number)).filter(|group| group.contains(' '));
        let lexicon = Lexicon::resolved(groups, &dictionary);
        Index::new(dictionary, body, lengths, headings, self.groups, lexicon)
    }

    /// The groups of the lexicon that have single words only: they become one
    /// class.
    fn single_words(&self) -> Same {
        let mut same = Same::default();
        for group in 0..self.lexicon.groups.len() {
            let group = self.lexicon.groups.word(group);
            if !group.contains(' ') {
                same.add(group);
            }
        }
        same
    }
}

/// Whether two words that a hyphen joins, the second from byte `cut` on, would
/// not be looked for apart from each other: one is a function word or of two
/// letters at most, as in `e-mail` and `on-line`.
fn is_unparted(joined: &str, cut: usize) -> bool {
    let (first, second) = joined.split_at_checked(cut).unwrap_or((joined, ""));
    let figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let small = |part: &str| part.len() < 3 && !figures(part);
    let (common, other) = (is_function_word(first), is_function_word(second));
    !(figures(second) || common && other) && (common || other || small(first) || small(second))
}

/// Normal forms that are one word.
#[derive(Default)]
struct Same {
    numbers: Interner,
    /// For each form the number of the one that stands for it.
    first: Vec<u32>,
}

impl Same {
    fn first(&self, form: &str) -> Option<u32> {
        self.first.get(self.numbers.get(form)? as usize).copied()
    }

    /// Adds forms with `|` between them.
    fn add(&mut self, group: &str) {
        let mut first = group.split('|').find_map(|form| self.first(form));
        for form in group.split('|') {
            let number = self.numbers.get_or_add(form);
            let first = *first.get_or_insert(number);
            match self.first.get_mut(number as usize) {
                Some(slot) => *slot = first,
                None => self.first.push(first),
            }
        }
    }

    fn written_as<'s>(&'s self, form: &'s str) -> &'s str {
        self.first(form).map_or(form, |first| self.numbers.word(first))
    }
}

/// What words of one class share: the stem; for an acronym that is also a
/// word (`START`, `US`) the acronym itself, so that they stay apart.
fn class_key(key: &str, occurs_in_lower_case: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if !key.starts_with(|c: char| c.is_ascii_uppercase()) {
        return stem(key);
    }
    let lower = key.to_ascii_lowercase();
    if is_function_word(&lower) || occurs_in_lower_case(&lower) {
        return key.into();
    }
    stem(&lower).into_owned().into()
}

/// Sorts the tokens of all units, which are classes by now: a counting sort,
/// linear. Gives the lists and the words of each unit.
fn invert(stream: &Stream, classes: usize) -> (Postings, Vec<u32>) {
    let mut starts = vec![0_usize; classes + 1];
    for class in &stream.tokens {
        if let Some(count) = starts.get_mut(*class as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![(0_u32, 0_u32); sum];
    let mut next = starts.clone();
    let mut lengths = Vec::with_capacity(stream.ends.len());
    let mut begin = 0;
    for (unit, end) in (0_u32..).zip(&stream.ends) {
        let words = stream.tokens.get(begin..*end).unwrap_or(&[]);
        for (position, class) in (0_u32..).zip(words) {
            let Some(at) = next.get_mut(*class as usize) else { continue };
            if let Some(slot) = sorted.get_mut(*at) {
                *slot = (unit, position);
            }
            *at += 1;
        }
        lengths.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
        begin = *end;
    }
    let mut postings = Postings::new();
    let mut at = 0;
    for end in starts.iter().skip(1) {
        for (unit, position) in sorted.get(at..*end).unwrap_or(&[]) {
            postings.push(*unit, *position);
        }
        postings.end_class();
        at = *end;
    }
    (postings, lengths)
}
