//! Which words set some passages apart from others: key words by
//! log-likelihood.
//!
//! A word is counted with all its forms and spellings, as the search takes
//! them. Whether it is used more, or less, than chance would have it is told
//! by G² ([`log_likelihood`]), which holds for small counts too (Dunning,
//! *Accurate Methods for the Statistics of Surprise and Coincidence*, 1993).
//! Invariant: the counts of a key word are those of the passages that it
//! names.

use summitry_corpus::ByteRange;

use crate::analysis::{fold, is_function_word};
use crate::collection::Collection;
use crate::index::Class;
use crate::marks::local;

/// Two sets of passages compared word by word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// How many words stand here, and how many in the rest. Function words
    /// count, a term counts as one.
    pub words: [u32; 2],
    /// What sets them apart, most telling first.
    pub key_words: Vec<KeyWord>,
}

/// A word that stands here more often, or less often, than in the rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyWord {
    /// Its forms as the passages write them, with how often each stands in
    /// both sets; the most frequent first.
    pub forms: Vec<(String, u32)>,
    /// How often it stands here, and how often in the rest.
    pub counts: [u32; 2],
    /// How often it would stand here if both sets used it alike.
    pub expected: f32,
    /// G², see [`log_likelihood`].
    pub likelihood: f32,
    /// The passages that have it, here and in the rest: index of the article
    /// and number of the passage, in the order of the corpus.
    pub passages: [Vec<(usize, u32)>; 2],
}

impl KeyWord {
    /// Whether it is used more here than in the rest.
    pub fn overused(&self) -> bool {
        let [here, _] = self.counts;
        here as f32 > self.expected
    }
}

/// What counts as a key word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyWordRule {
    /// The least G². Chance alone reaches 3.84 for one word in 20, 6.63 for
    /// one in 100, 10.83 for one in 1,000 (chi-squared, one degree of freedom).
    pub likelihood: f32,
    /// How often the word must stand in both sets together.
    pub count: u32,
    /// Whether function words such as "the", and forms of address, can be key
    /// words.
    pub function_words: bool,
    /// Whether two words that stand together ("missile defence") count as one
    /// besides.
    pub pairs: bool,
    /// The greatest number of key words; 0 for all.
    pub limit: usize,
}

impl Default for KeyWordRule {
    /// G² of 6.63 or more, three times at least, no function words, no pairs,
    /// the 50 most telling.
    fn default() -> Self {
        KeyWordRule { likelihood: 6.63, count: 3, function_words: false, pairs: false, limit: 50 }
    }
}

/// G², the log-likelihood ratio of a word's counts in two sets that have so
/// many words, by the two observed counts `O` and what they would be if the
/// sets used the word alike, `E`:
///
/// ```text
/// E = words · (sum of counts) / (sum of words)        G² = 2 · Σ O · ln(O / E)
/// ```
///
/// (Rayson and Garside, *Comparing Corpora using Frequency Profiling*, 2000,
/// section 3.) 0 where a set has no words. In single precision: four figures
/// for counts up to 100,000.
pub fn log_likelihood(counts: [u32; 2], words: [u32; 2]) -> f32 {
    let parts = counts.iter().zip(expected(counts, words));
    let sum: f32 =
        parts.filter(|(count, _)| **count > 0).map(|(count, e)| *count as f32 * (*count as f32 / e).ln()).sum();
    if words.contains(&0) { 0.0 } else { 2.0 * sum.max(0.0) }
}

/// How often a word would stand in each set if both used it alike.
fn expected(counts: [u32; 2], words: [u32; 2]) -> [f32; 2] {
    let sum = |pair: [u32; 2]| pair.iter().map(|n| *n as f32).sum::<f32>();
    let rate = sum(counts) / sum(words).max(1.0);
    words.map(|words| words as f32 * rate)
}

/// Forms of address, folded: they tell a house style and not what a text is about.
const ADDRESS: [&str; 6] = ["dr", "messrs", "mr", "mrs", "ms", "prof"];

/// Marks the number of a group of terms among the classes of words.
const GROUP: u64 = 1 << 31;

/// What tells a style and not a subject.
#[derive(Default)]
struct LeftOut {
    /// For each class whether it is of such words.
    common: Vec<bool>,
    /// The words of people's names, folded.
    names: Vec<String>,
    /// The words of their roles, folded.
    titles: Vec<String>,
}

impl LeftOut {
    /// Whether the first of two words is a title before a name: `President` in
    /// `President Putin`.
    fn is_title(&self, first: &str, second: &str) -> bool {
        let is = |known: &[String], word: &str| known.contains(&fold(word));
        first.starts_with(char::is_uppercase) && is(&self.titles, first) && is(&self.names, second)
    }
}

/// A word, a term or a pair of words, where it stands. Its key is a class, or
/// [`GROUP`] and the number of a group of terms that mean the same; of a pair
/// it is both keys, the first one more and 32 bits higher.
#[derive(Clone, Copy)]
struct Item {
    key: u64,
    unit: u32,
    set: usize,
    range: ByteRange,
}

impl Collection {
    /// The words by which the passages `here` differ from the passages
    /// `rest`, most telling first. Passages are given by index of the article
    /// and number of the passage from 1; one that is in both lists counts as
    /// here, one that does not exist is passed over. Terms that the catalogue
    /// says mean the same count as one word. n log n in the texts of the
    /// passages, linear in the index.
    pub fn compare_words(&self, here: &[(usize, u32)], rest: &[(usize, u32)], rule: KeyWordRule) -> Comparison {
        // The set of each unit: 0 here, 1 rest, 2 neither.
        let mut sets = vec![2_usize; self.index().units()];
        for (set, passages) in [(1, rest), (0, here)] {
            for (article, passage) in passages {
                let unit = self.metadata.unit(*article, *passage);
                if let Some(slot) = unit.and_then(|unit| sets.get_mut(unit as usize)) {
                    *slot = set;
                }
            }
        }
        let left_out = if rule.function_words { LeftOut::default() } else { self.left_out() };
        let mut items = Vec::new();
        let mut words = [0_u32; 2];
        for (unit, set) in (0_u32..).zip(&sets) {
            if let Some(sum) = words.get_mut(*set) {
                *sum += self.add_items((unit, *set), &left_out, rule.pairs, &mut items);
            }
        }
        // Stable: the occurrences of each stay in the order of the corpus.
        items.sort_by_key(|item| item.key);
        let key_words = telling(&items, words, rule).into_iter().map(|found| self.key_word(found, words)).collect();
        Comparison { words, key_words }
    }

    /// Function words and forms of address: those that stand in a list, and the
    /// titles of the catalogue's people.
    fn left_out(&self) -> LeftOut {
        let dictionary = &self.index().dictionary;
        let mut common = vec![false; dictionary.class_count()];
        for at in 0..dictionary.len() {
            if let Some(slot) = common.get_mut(dictionary.class(at) as usize) {
                let word = dictionary.word(at);
                *slot |= is_function_word(word) || ADDRESS.contains(&word);
            }
        }
        let words = |text: &String| text.split(' ').map(fold).collect::<Vec<_>>();
        let people = &self.corpus().people;
        let roles = people.iter().flat_map(|person| &person.roles);
        LeftOut {
            common,
            names: people
                .iter()
                .flat_map(|person| person.spellings.iter().chain([&person.name]))
                .flat_map(words)
                .collect(),
            titles: roles.flat_map(|role| role.called.iter().chain([&role.title])).flat_map(words).collect(),
        }
    }

    /// Adds what stands in a passage but for what is left out, and gives how
    /// many words it has.
    fn add_items(&self, (unit, set): (u32, usize), left_out: &LeftOut, pairs: bool, items: &mut Vec<Item>) -> u32 {
        let Some(block) = self.metadata.block(self.corpus(), unit) else { return 0 };
        let words = local(&block.text, &self.index().dictionary);
        let (mut at, mut number) = (0, 0);
        let mut last: Option<Item> = None;
        while let (Some(class), Some(range)) = (words.classes.get(at), words.ranges.get(at)) {
            let rest = words.classes.get(at..).unwrap_or_default();
            let (key, length) = self.term(rest).unwrap_or((u64::from(*class), 1));
            let end = words.ranges.get(at + length - 1).unwrap_or(range).end;
            let item = Item { key, unit, set, range: ByteRange { start: range.start, end } };
            at += length;
            number += 1;
            if left_out.common.get(key as usize) == Some(&true) {
                last = None;
                continue;
            }
            match last.filter(|first| is_pair(&block.text, first.range, item.range)) {
                // The title was the last that was added.
                Some(first) if left_out.is_title(first.range.of(&block.text), item.range.of(&block.text)) => {
                    items.pop();
                }
                Some(first) if pairs => {
                    let range = ByteRange { start: first.range.start, end };
                    items.push(Item { key: (first.key + 1) << 32 | key, range, ..item });
                }
                _ => {}
            }
            last = Some(item);
            items.push(item);
        }
        number
    }

    /// The group of the longest term with which the words begin, and how many
    /// of them it takes.
    fn term(&self, words: &[Class]) -> Option<(u64, usize)> {
        let lexicon = &self.index().lexicon;
        let terms = lexicon.beginning(*words.first()?).filter_map(|number| lexicon.terms().get(number));
        let longest = terms.filter(|term| words.starts_with(&term.words)).max_by_key(|term| term.words.len())?;
        Some((GROUP | u64::from(longest.group), longest.words.len()))
    }

    /// The key word of some occurrences.
    fn key_word(&self, occurrences: &[Item], words: [u32; 2]) -> KeyWord {
        let counts = counted(occurrences);
        let [expected, _] = expected(counts, words);
        let mut key_word =
            KeyWord { counts, expected, likelihood: log_likelihood(counts, words), ..KeyWord::default() };
        for item in occurrences {
            let block = self.metadata.block(self.corpus(), item.unit);
            let (Some(block), Some(place)) = (block, self.metadata.place(item.unit)) else { continue };
            if let Some(passages) = key_word.passages.get_mut(item.set)
                && passages.last() != Some(&place)
            {
                passages.push(place);
            }
            let text = item.range.of(&block.text);
            match key_word.forms.iter_mut().find(|(form, _)| form.eq_ignore_ascii_case(text)) {
                Some((form, count)) => {
                    *count += 1;
                    // Rather `missile` than `Missile`.
                    if text > form.as_str() {
                        text.clone_into(form);
                    }
                }
                None => key_word.forms.push((text.to_owned(), 1)),
            }
        }
        key_word.forms.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        key_word
    }
}

/// Whether two words stand together: with a space or a hyphen between, and
/// neither is a figure.
fn is_pair(text: &str, first: ByteRange, second: ByteRange) -> bool {
    let gap = text.get(first.end as usize..second.start as usize);
    let word = |range: ByteRange| range.of(text).contains(char::is_alphabetic);
    matches!(gap, Some(" " | "-")) && word(first) && word(second)
}

/// How often something stands in either set.
fn counted(occurrences: &[Item]) -> [u32; 2] {
    let mut counts = [0_u32; 2];
    for item in occurrences {
        if let Some(sum) = counts.get_mut(item.set) {
            *sum += 1;
        }
    }
    counts
}

/// Of items in the order of their keys what fits the rule, the most telling
/// first; of equals the first in the dictionary. A word that stands in a pair
/// only is left to that.
fn telling(items: &[Item], words: [u32; 2], rule: KeyWordRule) -> Vec<&[Item]> {
    let mut found: Vec<(u32, u64, &[Item])> = Vec::new();
    let mut inside: Vec<(u64, [u32; 2])> = Vec::new();
    for same in items.chunk_by(|a, b| a.key == b.key) {
        let (Some(first), counts) = (same.first(), counted(same)) else { continue };
        let likelihood = log_likelihood(counts, words);
        if counts.iter().sum::<u32>() >= rule.count.max(1) && likelihood >= rule.likelihood {
            // Such floats are in the order of their bits.
            found.push((!likelihood.to_bits(), first.key, same));
            if first.key >> 32 > 0 {
                inside.extend([(first.key >> 32) - 1, first.key & u64::from(u32::MAX)].map(|key| (key, counts)));
            }
        }
    }
    inside.sort_unstable();
    found.retain(|(_, key, same)| inside.binary_search(&(*key, counted(same))).is_err());
    found.sort_unstable_by_key(|(order, key, _)| (*order, *key));
    if rule.limit > 0 {
        found.truncate(rule.limit);
    }
    found.into_iter().map(|(.., same)| same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counts: [u32; 2], words: [u32; 2], expected: f32) {
        let found = log_likelihood(counts, words);
        assert!((found - expected).abs() < 0.006, "{counts:?} {words:?}: {found}, not {expected}");
    }

    #[test]
    fn the_figure_is_that_of_published_examples() {
        // Hardie's teaching example for the calculator of UCREL, Lancaster.
        check([52, 57], [50_000, 75_000], 2.65);
        // By hand: E = 10 in each, G² = 2 · 20 · ln 2.
        check([20, 0], [1000, 1000], 27.73);
        check([0, 20], [1000, 1000], 27.73);
        // By hand: E = 4 and 12, G² = 2 · (10 · ln 2.5 + 6 · ln 0.5).
        check([10, 6], [100, 300], 10.01);
    }

    #[test]
    fn words_that_are_used_alike_have_none_and_an_empty_set_tells_nothing() {
        check([5, 10], [1000, 2000], 0.0);
        check([0, 0], [10, 10], 0.0);
        check([3, 0], [100, 0], 0.0);
        check([0, 0], [0, 0], 0.0);
    }
}
