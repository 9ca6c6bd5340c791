//! From the words of units to an index.
//!
//! Deterministic: the same units in the same order give the same index.

use super::dictionary::{GHOST, JOINED, LOWER, NAME};
use super::lexicon::{TermWord, Terms};
use super::{Class, Dictionary, Index, Lexicon, Numbers, Postings};
use crate::analysis::{Case, Word, is_function_word, stem, words};

/// Takes units in order.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    /// The number of each key, in order of first occurrence.
    numbers: Numbers,
    flags: Vec<u8>,
    body: Stream,
    /// The headings of the groups, as if each were a unit.
    headings: Stream,
    /// The first unit of each group.
    groups: Vec<u32>,
    /// Two words with a hyphen between them, written as one.
    joined: Numbers,
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
        let mut before = String::new();
        for word in words(text) {
            let number = self.number(&word);
            self.body.tokens.push(number);
            if word.glued {
                self.joined.get_or_add(&(before + &self.key.to_ascii_lowercase()));
            }
            before = self.key.to_ascii_lowercase();
        }
        self.body.ends.push(self.body.tokens.len());
        self.lexicon.add_definitions(text);
    }

    /// Adds terms that mean the same.
    pub fn add_equivalents<'t>(&mut self, terms: impl Iterator<Item = &'t str>) {
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
        let mut sorted: Vec<(&str, Option<u32>)> =
            self.numbers.iter().map(|(key, number)| (key, Some(number))).collect();
        let unknown = same.names.iter().filter(|name| self.numbers.get(name).is_none());
        sorted.extend(unknown.map(|name| (name.as_str(), None)));
        crate::order::sort(&mut sorted);
        let flags = |number: u32| self.flags.get(number as usize).copied().unwrap_or(0);
        let lower = |key: &str| self.numbers.get(key).map_or(0, flags) & LOWER != 0;
        let mut classes = Numbers::default();
        let mut class_of_number = vec![0; self.flags.len()];
        let mut dictionary = Dictionary::default();
        for (key, number) in sorted {
            // A spelling that no text has stands as a normal form already.
            let form = if number.is_some() { class_key(key, lower) } else { key.to_owned() };
            let class = classes.get_or_add(same.written_as(&form));
            let joined = if self.joined.get(key).is_some() { JOINED } else { 0 };
            match number {
                Some(number) => {
                    if let Some(slot) = class_of_number.get_mut(number as usize) {
                        *slot = class;
                    }
                    dictionary.push(key, class, flags(number) | joined);
                }
                None => dictionary.push(key, class, GHOST),
            }
        }
        let inverted = |stream: &Stream| {
            let class = |number: &u32| class_of_number.get(*number as usize).copied().unwrap_or(0);
            invert(stream.tokens.iter().map(class), &stream.ends, dictionary.class_count())
        };
        let (body, lengths) = inverted(&self.body);
        let (mut headings, _) = inverted(&self.headings);
        headings.forget_positions();
        let mut groups = std::mem::take(&mut self.groups);
        groups.push(u32::try_from(lengths.len()).unwrap_or(u32::MAX));
        let lexicon = resolved(std::mem::take(&mut self.lexicon), &dictionary);
        Index::new(dictionary, body, lengths, headings, groups, lexicon)
    }

    /// Takes the groups of single words out of the lexicon: they become one
    /// class.
    fn single_words(&mut self) -> Same {
        let mut same = Same::default();
        self.lexicon.groups.retain(|group| {
            let single = group.iter().all(|term| term.len() == 1);
            if single {
                same.add(group.iter().flatten());
            }
            !single
        });
        same
    }
}

/// Normal forms that are one word.
#[derive(Default)]
struct Same {
    numbers: Numbers,
    names: Vec<String>,
    /// For each form the number of the one that stands for it.
    first: Vec<u32>,
}

impl Same {
    fn add<'f>(&mut self, forms: impl Iterator<Item = &'f String> + Clone) {
        let known = forms.clone().find_map(|form| self.numbers.get(form));
        let mut first = known.and_then(|number| self.first.get(number as usize)).copied();
        for form in forms {
            let number = self.numbers.get_or_add(form);
            let first = *first.get_or_insert(number);
            if number as usize == self.names.len() {
                self.names.push(form.clone());
                self.first.push(first);
            } else if let Some(slot) = self.first.get_mut(number as usize) {
                *slot = first;
            }
        }
    }

    fn written_as<'s>(&'s self, form: &'s str) -> &'s str {
        let first = self.numbers.get(form).and_then(|number| self.first.get(number as usize));
        first.and_then(|first| self.names.get(*first as usize)).map_or(form, String::as_str)
    }
}

/// The lexicon by classes; groups that are alike, and groups of which no text
/// has any term, are left out.
fn resolved(terms: Terms, dictionary: &Dictionary) -> Lexicon {
    let word = |form: String| dictionary.class_of_normal(&form).map_or(TermWord::Unknown(form), TermWord::Known);
    let known = |term: &Vec<TermWord>| term.iter().all(|word| matches!(word, TermWord::Known(_)));
    let mut unique = terms.groups;
    crate::order::sort(&mut unique);
    unique.dedup();
    let groups = unique.into_iter().map(|group| {
        let mut terms: Vec<Vec<TermWord>> =
            group.into_iter().map(|term| term.into_iter().map(word).collect()).collect();
        crate::order::sort(&mut terms);
        terms.dedup();
        terms
    });
    let mut groups: Vec<Vec<Vec<TermWord>>> =
        groups.filter(|group| group.len() > 1 && group.iter().any(known)).collect();
    crate::order::sort(&mut groups);
    groups.dedup();
    Lexicon::new(groups)
}

/// What words of one class share: the stem; for an acronym that is also a
/// word (`START`, `US`) the acronym itself, so that they stay apart.
pub(crate) fn class_key(key: &str, occurs_in_lower_case: impl Fn(&str) -> bool) -> String {
    if !key.starts_with(char::is_uppercase) {
        return stem(key).into_owned();
    }
    let lower = key.to_ascii_lowercase();
    if is_function_word(&lower) || occurs_in_lower_case(&lower) { key.to_owned() } else { stem(&lower).into_owned() }
}

/// Sorts the tokens of all units by class: a counting sort, linear.
fn invert(tokens: impl Iterator<Item = Class> + Clone, ends: &[usize], classes: usize) -> (Postings, Vec<u32>) {
    let mut starts = vec![0_usize; classes + 1];
    for class in tokens.clone() {
        if let Some(count) = starts.get_mut(class as usize + 1) {
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
    let mut lengths = Vec::with_capacity(ends.len());
    let mut tokens = tokens;
    let mut begin = 0;
    for (unit, end) in ends.iter().enumerate() {
        let unit = u32::try_from(unit).unwrap_or(u32::MAX);
        let length = u32::try_from(end - begin).unwrap_or(u32::MAX);
        lengths.push(length);
        for (position, class) in (0..length).zip(tokens.by_ref()) {
            let Some(at) = next.get_mut(class as usize) else { continue };
            if let Some(slot) = sorted.get_mut(*at) {
                *slot = (unit, position);
            }
            *at += 1;
        }
        begin = *end;
    }
    let mut postings = Postings::new();
    for (start, end) in starts.iter().zip(starts.iter().skip(1)) {
        let list = sorted.get(*start..*end).unwrap_or(&[]);
        for posting in list.chunk_by(|a, b| a.0 == b.0) {
            let unit = posting.first().map_or(0, |first| first.0);
            postings.push(unit, posting.iter().map(|(_, position)| *position));
        }
        postings.end_class();
    }
    (postings, lengths)
}
