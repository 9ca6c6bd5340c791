//! Words that often stand together in the passages of a corpus.
//!
//! Invariant: a phrase is two neighbours with a space between, in at least
//! three passages. Knows nothing of an index.

use summitry_corpus::Corpus;

use crate::analysis::{Case, fold, is_function_word, stem, words};
use crate::index::Interner;

/// In how many passages two words must stand together to be suggested.
const OFTEN: usize = 3;
/// The largest collection whose phrases are counted, in passages.
const COUNTED: usize = 20_000;

/// Two words that often stand together.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// As the articles write it.
    pub label: String,
    /// Its letters made comparable, and in how many passages it stands.
    pub folded: String,
    pub passages: usize,
    /// The last passage they were seen in.
    last: usize,
}

/// Neighbours that are no function words, by passages. Linear in the text.
pub(crate) fn phrases(corpus: &Corpus) -> Vec<Phrase> {
    let passages: usize = corpus.articles.iter().map(|article| article.passages().count()).sum();
    if passages > COUNTED {
        return Vec::new();
    }
    let mut numbers = Interner::default();
    let mut pairs: Vec<Phrase> = Vec::new();
    let texts = corpus.articles.iter().flat_map(|article| article.passages());
    for (unit, block) in texts.enumerate() {
        let found = words(&block.text);
        for (a, b) in found.iter().zip(found.iter().skip(1)) {
            let (first, second) = (a.key(), b.key());
            let between = block.text.get(a.range.end as usize..b.range.start as usize);
            let plain =
                |key: &str| key.len() > 2 && !is_function_word(key) && !key.starts_with(|c: char| c.is_ascii_digit());
            if between != Some(" ") || !plain(&first) || !plain(&second) {
                continue;
            }
            let range = a.range.start as usize..b.range.end as usize;
            let label = block.text.get(range).unwrap_or("");
            let key = [&stem(&first), " ", &stem(&second)].concat();
            let number = numbers.get_or_add(&key) as usize;
            if number == pairs.len() {
                let label = label.to_owned();
                pairs.push(Phrase { label, folded: String::new(), passages: 0, last: usize::MAX });
            }
            let Some(pair) = pairs.get_mut(number) else { continue };
            if pair.last != unit {
                pair.passages += 1;
                pair.last = unit;
            }
            // Rather `missile defense` than `Missile defense`.
            if a.case == Case::Lower && pair.label.starts_with(|c: char| c.is_ascii_uppercase()) {
                pair.label = label.to_owned();
            }
        }
    }
    pairs.retain(|pair| pair.passages >= OFTEN);
    pairs.iter_mut().for_each(|pair| pair.folded = fold(&pair.label));
    pairs
}
