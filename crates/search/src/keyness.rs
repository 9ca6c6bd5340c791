//! Which words set some passages apart from others: key words by
//! log-likelihood.
//!
//! A word is counted with all its forms and spellings, as the search takes
//! them. Whether it is used more, or less, than chance would have it is told
//! by G² ([`log_likelihood`]), which holds for small counts too (Dunning,
//! *Accurate Methods for the Statistics of Surprise and Coincidence*, 1993).
//! Invariant: the counts of a key word are those of the passages that it
//! names.

use crate::analysis::is_function_word;
use crate::collection::Collection;
use crate::index::Class;
use crate::marks::local;

/// Two sets of passages compared word by word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// How many words stand here, and how many in the rest. Function words
    /// count.
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
    /// Whether function words such as "the" can be key words.
    pub function_words: bool,
    /// The greatest number of key words; 0 for all.
    pub limit: usize,
}

impl Default for KeyWordRule {
    /// G² of 6.63 or more, three times at least, no function words, the 50
    /// most telling.
    fn default() -> Self {
        KeyWordRule { likelihood: 6.63, count: 3, function_words: false, limit: 50 }
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

impl Collection {
    /// The words by which the passages `here` differ from the passages
    /// `rest`, most telling first. Passages are given by index of the article
    /// and number of the passage from 1; one that is in both lists counts as
    /// here, one that does not exist is passed over. Linear in the index and
    /// in the texts of the passages.
    pub fn compare_words(&self, here: &[(usize, u32)], rest: &[(usize, u32)], rule: KeyWordRule) -> Comparison {
        let index = self.index();
        // The set of each unit: 0 here, 1 rest, 2 neither.
        let mut sets = vec![2_usize; index.units()];
        for (set, passages) in [(1, rest), (0, here)] {
            for (article, passage) in passages {
                let unit = self.metadata.unit(*article, *passage);
                if let Some(slot) = unit.and_then(|unit| sets.get_mut(unit as usize)) {
                    *slot = set;
                }
            }
        }
        let mut words = [0_u32; 2];
        for (set, length) in sets.iter().zip(&index.lengths) {
            if let Some(sum) = words.get_mut(*set) {
                *sum += length;
            }
        }
        let classes = self.telling(&sets, words, rule);
        let mut key_words: Vec<KeyWord> = classes.iter().map(|_| KeyWord::default()).collect();
        for (class, key_word) in classes.iter().zip(&mut key_words) {
            key_word.counts = self.counted(*class, &sets);
            let [expected, _] = expected(key_word.counts, words);
            key_word.expected = expected;
            key_word.likelihood = log_likelihood(key_word.counts, words);
        }
        for (unit, set) in (0_u32..).zip(&sets) {
            self.add_places(unit, *set, &classes, &mut key_words);
        }
        for key_word in &mut key_words {
            key_word.forms.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        }
        Comparison { words, key_words }
    }

    /// How often the words of a class stand in either set.
    fn counted(&self, class: Class, sets: &[usize]) -> [u32; 2] {
        let hits = self.index().body.hits(class);
        let mut counts = [0_u32; 2];
        for (unit, count) in hits.units.iter().zip(hits.counts.iter()) {
            if let Some(sum) = sets.get(*unit as usize).and_then(|set| counts.get_mut(*set)) {
                *sum += u32::from(*count);
            }
        }
        counts
    }

    /// The classes that fit the rule, the most telling first; of equals the
    /// first in the dictionary.
    fn telling(&self, sets: &[usize], words: [u32; 2], rule: KeyWordRule) -> Vec<Class> {
        let dictionary = &self.index().dictionary;
        let mut common = vec![false; dictionary.class_count()];
        for at in 0..dictionary.len() {
            if let Some(slot) = common.get_mut(dictionary.class(at) as usize) {
                *slot |= is_function_word(dictionary.word(at));
            }
        }
        let mut keys: Vec<u64> = Vec::new();
        for (class, _) in (0_u32..).zip(&common).filter(|(_, common)| rule.function_words || !**common) {
            let counts = self.counted(class, sets);
            let likelihood = log_likelihood(counts, words);
            if counts.iter().sum::<u32>() >= rule.count.max(1) && likelihood >= rule.likelihood {
                // Such floats are in the order of their bits.
                keys.push(u64::from(!likelihood.to_bits()) << 32 | u64::from(class));
            }
        }
        keys.sort_unstable();
        if rule.limit > 0 {
            keys.truncate(rule.limit);
        }
        keys.into_iter().map(|key| key as Class).collect()
    }

    /// Adds a passage, and the forms that it writes, to the key words that
    /// stand in it.
    fn add_places(&self, unit: u32, set: usize, classes: &[Class], key_words: &mut [KeyWord]) {
        let block = self.metadata.block(self.corpus(), unit).filter(|_| set < 2);
        let (Some(block), Some(place)) = (block, self.metadata.place(unit)) else { return };
        let words = local(&block.text, &self.index().dictionary);
        for (class, range) in words.classes.iter().zip(&words.ranges) {
            let own = classes.iter().position(|known| known == class);
            let Some(key_word) = own.and_then(|at| key_words.get_mut(at)) else { continue };
            if let Some(passages) = key_word.passages.get_mut(set)
                && passages.last() != Some(&place)
            {
                passages.push(place);
            }
            let text = range.of(&block.text);
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
    }
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
