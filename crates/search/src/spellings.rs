//! British, American and other accepted spellings of the words of a
//! collection, from VarCon (<http://wordlist.aspell.net/varcon/>), the word
//! list behind the English dictionaries of Aspell and Hunspell.
//!
//! For whoever packs a collection. Only the words that a collection has are
//! kept, so the page gets a few hundred bytes and not the list.

use std::collections::{BTreeSet, HashMap};

use varcon::{Category, Tag, VARCON, Variant};

use crate::analysis::stem;

/// How rare a word may be: VarCon's levels go from 10 (everyday) to 99.
const RAREST: usize = 70;

/// Groups of spellings for the folded words of a vocabulary, sorted. A group
/// whose spellings have one stem is left out: they are found anyway.
pub(crate) fn spellings<'v>(vocabulary: impl Iterator<Item = &'v str>) -> Vec<Vec<String>> {
    let mut by_word: HashMap<&'static str, Vec<&'static [Variant]>> = HashMap::new();
    let entries = VARCON.iter().filter(|cluster| cluster.level <= RAREST).flat_map(|cluster| cluster.entries);
    for entry in entries {
        for word in usual(entry.variants) {
            by_word.entry(word).or_default().push(entry.variants);
        }
    }
    let mut groups: BTreeSet<Vec<String>> = BTreeSet::new();
    for word in vocabulary {
        let entries = by_word.get(word).into_iter().flatten();
        let mut group: BTreeSet<&str> = entries.flat_map(|variants| usual(variants)).collect();
        group.insert(word);
        let stems: BTreeSet<String> = group.iter().map(|word| stem(word).into_owned()).collect();
        if stems.len() > 1 {
            groups.insert(group.into_iter().map(str::to_owned).collect());
        }
    }
    groups.into_iter().collect()
}

/// The spellings that people use and do not call wrong.
fn usual(variants: &'static [Variant]) -> impl Iterator<Item = &'static str> {
    let usual = |variant: &&'static Variant| {
        let fits = |tag: Option<Tag>| !matches!(tag, Some(Tag::Improper | Tag::Seldom | Tag::Possible));
        let types = variant.types.iter();
        types.clone().any(|kind| kind.category != Category::Other && fits(kind.tag))
            && variant.word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    variants.iter().filter(usual).map(|variant| variant.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_vocabulary_get_their_other_spellings() {
        let groups = spellings(["defense", "organization", "missile", "programme"].into_iter());
        let has =
            |a: &str, b: &str| groups.iter().any(|group| [a, b].iter().all(|word| group.iter().any(|w| w == word)));
        assert!(has("defense", "defence") && has("organization", "organisation") && has("programme", "program"));
        assert!(!groups.iter().flatten().any(|word| word == "missile" || word == "colour"));
    }
}
