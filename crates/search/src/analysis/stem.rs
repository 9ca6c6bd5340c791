//! The Snowball English stemmer, also called Porter 2.
//!
//! Written out from its definition
//! (<https://snowballstem.org/algorithms/english/stemmer.html>), because as
//! tables and bytes it is a third of the code that Snowball's compiler makes
//! of it. A property test holds it to the `rust-stemmers` crate.

use std::borrow::Cow;

use super::is_function_word;

/// The stem of a folded word. Words that are not plain Latin letters are
/// their own stem, and so is a word whose stem is a function word: `wilfully`
/// is not a form of `will`.
pub(crate) fn stem(folded: &str) -> Cow<'_, str> {
    if folded.len() <= 2 || !folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(folded);
    }
    let stem = english(folded);
    let apart = stem.len() != folded.len() && is_function_word(&stem) && !is_function_word(folded);
    if apart { Cow::Borrowed(folded) } else { Cow::Owned(stem) }
}

/// An ending and what takes its place, longer ones before those they end in.
type Endings = &'static [(&'static str, &'static str)];

/// Words that keep to no rule.
const EXCEPTIONS: Endings = &[
    ("skis", "ski"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
];
/// Words that are stems once a plural ending is gone.
const STEMS: [&str; 8] = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];
/// Beginnings after which the first region begins.
const BEGINNINGS: [&str; 3] = ["gener", "commun", "arsen"];
const PARTICIPLES: Endings = &[("eedly", "ee"), ("ingly", ""), ("edly", ""), ("eed", "ee"), ("ing", ""), ("ed", "")];
const STEP_2: Endings = &[
    ("ization", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("bli", "ble"),
    ("ogi", "og"),
    ("li", ""),
];
const STEP_3: Endings = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ative", ""),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
];
const STEP_4: Endings = &[
    ("ement", ""),
    ("ance", ""),
    ("ence", ""),
    ("able", ""),
    ("ible", ""),
    ("ment", ""),
    ("ant", ""),
    ("ent", ""),
    ("ism", ""),
    ("ate", ""),
    ("iti", ""),
    ("ous", ""),
    ("ive", ""),
    ("ize", ""),
    ("ion", ""),
    ("al", ""),
    ("er", ""),
    ("ic", ""),
];

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// A word on its way; a `y` that is no vowel is written `Y`.
struct Stem {
    word: String,
    /// Where the regions R1 and R2 of the definition begin.
    regions: [usize; 2],
}

fn english(folded: &str) -> String {
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|(word, _)| *word == folded) {
        return (*stem).into();
    }
    let mut stem = Stem::new(folded);
    stem.plural();
    if !STEMS.contains(&stem.word.as_str()) {
        stem.participle();
        stem.final_y();
        for (step, endings) in [STEP_2, STEP_3, STEP_4].iter().enumerate() {
            stem.step(step, endings);
        }
        stem.final_letter();
    }
    stem.word.make_ascii_lowercase();
    stem.word
}

impl Stem {
    fn new(folded: &str) -> Stem {
        let mut word = String::with_capacity(folded.len() + 1);
        let mut before = b'a';
        for letter in folded.bytes() {
            before = if letter == b'y' && is_vowel(before) { b'Y' } else { letter };
            word.push(char::from(before));
        }
        let given = BEGINNINGS.iter().find(|beginning| folded.starts_with(**beginning));
        let first = given.map_or_else(|| after_vowel(&word, 0), |beginning| beginning.len());
        let second = after_vowel(&word, first);
        Stem { word, regions: [first, second] }
    }

    /// The letter so many places before the end, from 1; 0 before the first.
    fn letter(&self, back: usize) -> u8 {
        self.word.len().checked_sub(back).and_then(|at| self.word.as_bytes().get(at)).copied().unwrap_or(0)
    }

    fn has_vowel(&self, before: usize) -> bool {
        self.word.bytes().take(before).any(is_vowel)
    }

    /// Whether the word ends in a short syllable.
    fn is_short(&self) -> bool {
        let [last, vowel, before] = [1, 2, 3].map(|back| self.letter(back));
        let closed = !is_vowel(last) && is_vowel(vowel);
        let inner = before != 0 && !is_vowel(before) && !matches!(last, b'w' | b'x' | b'Y');
        closed && (inner || self.word.len() == 2)
    }

    /// The longest of some endings: what is left before it, and what takes
    /// its place.
    fn ending(&self, endings: Endings) -> Option<(usize, &'static str)> {
        let (ending, now) = endings.iter().find(|(ending, _)| self.word.ends_with(ending))?;
        Some((self.word.len() - ending.len(), now))
    }

    fn replace(&mut self, from: usize, now: &str) {
        self.word.truncate(from);
        self.word.push_str(now);
    }

    fn plural(&mut self) {
        let Some((rest, now)) =
            self.ending(&[("sses", "ss"), ("ies", "i"), ("ied", "i"), ("ss", "ss"), ("us", "us"), ("s", "")])
        else {
            return;
        };
        match now {
            "" if !self.has_vowel(rest.saturating_sub(1)) => {}
            "i" if rest < 2 => self.replace(rest, "ie"),
            _ => self.replace(rest, now),
        }
    }

    fn participle(&mut self) {
        let Some((rest, now)) = self.ending(PARTICIPLES) else { return };
        let [first, _] = self.regions;
        if !now.is_empty() {
            if rest >= first {
                self.replace(rest, now);
            }
            return;
        }
        if !self.has_vowel(rest) {
            return;
        }
        self.word.truncate(rest);
        let last = self.letter(1);
        if self.ending(&[("at", ""), ("bl", ""), ("iz", "")]).is_some() {
            self.word.push('e');
        } else if last == self.letter(2) && b"bdfgmnprt".contains(&last) {
            self.word.pop();
        } else if rest == first && self.is_short() {
            self.word.push('e');
        }
    }

    fn final_y(&mut self) {
        let length = self.word.len();
        if length > 2 && matches!(self.letter(1), b'y' | b'Y') && !is_vowel(self.letter(2)) {
            self.replace(length - 1, "i");
        }
    }

    /// Steps 2, 3 and 4 of the definition, here 0, 1 and 2.
    fn step(&mut self, step: usize, endings: Endings) {
        let Some((rest, now)) = self.ending(endings) else { return };
        let [first, second] = self.regions;
        let region = if step == 2 { second } else { first };
        let fits = match self.word.get(rest..).unwrap_or("") {
            "ogi" => self.letter(4) == b'l',
            "li" => b"cdeghkmnrt".contains(&self.letter(3)),
            "ative" => rest >= second,
            "ion" => matches!(self.letter(4), b's' | b't'),
            _ => true,
        };
        if rest >= region && fits {
            self.replace(rest, now);
        }
    }

    fn final_letter(&mut self) {
        let [first, second] = self.regions;
        let rest = self.word.len().saturating_sub(1);
        match self.letter(1) {
            b'e' if rest >= first => {
                self.word.pop();
                if rest < second && self.is_short() {
                    self.word.push('e');
                }
            }
            b'l' if rest >= second && self.letter(2) == b'l' => {
                self.word.pop();
            }
            _ => {}
        }
    }
}

/// The place after the first letter from `from` on that is no vowel and
/// follows one; the end when there is none.
fn after_vowel(word: &str, from: usize) -> usize {
    let mut before = 0;
    for (at, letter) in word.bytes().enumerate().skip(from) {
        if is_vowel(before) && !is_vowel(letter) {
            return at + 1;
        }
        before = letter;
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    #[track_caller]
    fn check(word: &str) {
        assert_eq!(english(word), Stemmer::create(Algorithm::English).stem(word), "{word}");
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [("missiles", "missile"), ("negotiations", "negotiation"), ("cuts", "cut")] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(stem("g8"), "g8");
        assert_ne!(stem("willfully"), stem("will"));
    }

    #[test]
    fn each_word_of_a_large_list_has_the_stem_that_snowball_gives_it() {
        let clusters = varcon::VARCON.iter().flat_map(|cluster| cluster.entries);
        let words = clusters.flat_map(|entry| entry.variants).map(|variant| variant.word);
        for word in words.filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())) {
            check(word);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn words_of_likely_syllables_have_the_stem_that_snowball_gives_them(
            word in "(y|gener|commun|arsen)?([bcdlnrstwxy]?[aeiouy]{1,2}[bdgklmnprstwxy]{0,2}){1,3}(s|ss|us|ies|ied|ed|ing|eed|edly|eedly|ingly|y)?(ational|tional|enci|anci|abli|entli|izer|ization|ation|ator|alism|aliti|alli|fulness|ousli|ousness|iveness|iviti|biliti|bli|ogi|logi|fulli|lessli|li|alize|icate|iciti|ical|ful|ness|ative|al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ism|ate|iti|ous|ive|ize|sion|tion|ion|e|le|ll|l)?",
        ) {
            if word.len() > 2 {
                check(&word);
            }
        }

        #[test]
        fn any_letters_have_the_stem_that_snowball_gives_them(word in "[a-z]{3,12}") {
            check(&word);
        }
    }
}
