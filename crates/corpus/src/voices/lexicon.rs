//! The words that the rules know, read from `lexicon/*.txt`: verbs of saying
//! with what each takes, nouns for those who speak, nouns for what is voiced.
//!
//! Invariant: the files hold no word of any subject; they are English. A rule
//! asks for what a verb takes and never for the verb itself.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What a verb takes: a set of the words that `verbs.txt` explains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

/// Each frame with its word in `verbs.txt`; its bit is its place.
const NAMES: [&str; 18] = [
    "that", "clause", "any", "whether", "to", "hearer", "noun", "matter", "word", "as", "name", "quote", "rejects",
    "view", "noun?", "shows", "uttered", "phrase",
];

impl Frames {
    pub const THAT: Frames = Frames(1);
    pub const CLAUSE: Frames = Frames(1 << 1);
    pub const ANY: Frames = Frames(1 << 2);
    pub const WHETHER: Frames = Frames(1 << 3);
    pub const TO: Frames = Frames(1 << 4);
    pub const HEARER: Frames = Frames(1 << 5);
    pub const NOUN: Frames = Frames(1 << 6);
    pub const MATTER: Frames = Frames(1 << 7);
    pub const WORD: Frames = Frames(1 << 8);
    pub const AS: Frames = Frames(1 << 9);
    pub const NAME: Frames = Frames(1 << 10);
    pub const QUOTE: Frames = Frames(1 << 11);
    pub const REJECTS: Frames = Frames(1 << 12);
    pub const VIEW: Frames = Frames(1 << 13);
    pub const NOUN_TOO: Frames = Frames(1 << 14);
    pub const SHOWS: Frames = Frames(1 << 15);
    pub const UTTERED: Frames = Frames(1 << 16);
    pub const PHRASE: Frames = Frames(1 << 17);
    /// No word of the list: the verb stands in the passive before `by`.
    pub const PASSIVE: Frames = Frames(1 << 18);

    /// Whether one of these is among them.
    pub fn any(self, of: Frames) -> bool {
        self.0 & of.0 != 0
    }

    /// Both together.
    pub const fn and(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    /// Whether the verb takes nothing but a quotation.
    pub fn only_quotes(self) -> bool {
        self.0 & !Frames::UTTERED.0 == Frames::QUOTE.0
    }

    /// Whether the verb says nothing without words in quotation marks.
    pub fn needs_marks(self) -> bool {
        let extent = Frames::UTTERED.and(Frames::NOUN_TOO).and(Frames::QUOTE).and(Frames::PHRASE);
        self.any(Frames::QUOTE.and(Frames::PHRASE)) && self.0 & !extent.0 == 0
    }

    /// Whether the verb reports a clause, which may stand before it too:
    /// `It will rain, he said.`
    pub fn tells(self) -> bool {
        self.any(Frames::THAT.and(Frames::CLAUSE))
    }
}

/// A verb, or a verb with a particle, and what it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verb {
    /// The word behind it that makes it another verb; empty for most.
    pub particle: &'static str,
    /// What it takes.
    pub frames: Frames,
    /// The prepositions that lead to what is said, parted by commas.
    pub prepositions: &'static str,
    /// Whether this form may be a noun: `reports`, not `reported`.
    pub may_be_noun: bool,
}

impl Verb {
    /// Whether a preposition leads to what is said.
    pub fn leads(&self, preposition: &str) -> bool {
        !self.prepositions.is_empty() && self.prepositions.split(',').any(|own| own.eq_ignore_ascii_case(preposition))
    }
}

/// The readings of a word as a verb, those with a particle first.
pub fn verbs(word: &str) -> &'static [Verb] {
    let first = word.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    if !first { &[] } else { LEXICON.verbs.get(word).map_or(&[], Vec::as_slice) }
}

/// Every noun for people and bodies that speak, in small letters.
pub fn speakers() -> impl Iterator<Item = &'static str> {
    LEXICON.speakers.iter().copied()
}

/// Nouns for people and bodies that speak, in small letters.
pub fn is_speaker(word: &str) -> bool {
    LEXICON.speakers.contains(word)
}

/// The same in whatever letters.
pub fn is_speaker_noun(word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        is_speaker(word)
    } else {
        is_speaker(&word.to_ascii_lowercase())
    }
}

/// Nouns for what is stressed, expressed or voiced.
pub fn is_matter(word: &str) -> bool {
    LEXICON.matters.binary_search(&word).is_ok()
}

/// Nouns for what shows or finds something: polls, records, a study.
pub fn is_document(word: &str) -> bool {
    LEXICON.documents.binary_search(&word).is_ok()
}

/// FNV-1a: the lists are fixed, short words are looked up in them for every word
/// of a text, and nobody chooses the keys.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Hashes words that are looked up in a fixed list.
pub type Fast = BuildHasherDefault<Fnv>;

struct Lexicon {
    verbs: HashMap<String, Vec<Verb>, Fast>,
    speakers: HashSet<&'static str, Fast>,
    matters: Vec<&'static str>,
    documents: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    verbs: read(include_str!("lexicon/verbs.txt")),
    speakers: lines(include_str!("lexicon/speakers.txt")).collect(),
    matters: lines(include_str!("lexicon/matters.txt")).collect(),
    documents: lines(include_str!("lexicon/documents.txt")).collect(),
});

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The verbs by form. A form that two lines give has both readings.
fn read(text: &'static str) -> HashMap<String, Vec<Verb>, Fast> {
    let mut verbs: HashMap<String, Vec<Verb>, Fast> = HashMap::default();
    for (words, takes) in lines(text).filter_map(|line| line.split_once('|')) {
        let verb = verb(takes);
        let particle = words.split_whitespace().find_map(|word| word.strip_prefix('+')).unwrap_or("");
        let words: Vec<&str> = words.split_whitespace().filter(|word| !word.starts_with('+')).collect();
        for (at, form) in forms(&words).into_iter().enumerate() {
            let may_be_noun = verb.frames.any(Frames::NOUN_TOO) && at < 2 || form.ends_with("ing");
            verbs.entry(form).or_default().push(Verb { particle, may_be_noun, ..verb });
        }
    }
    for readings in verbs.values_mut() {
        readings.sort_by_key(|verb| verb.particle.is_empty());
    }
    verbs
}

/// What stands right of the bar.
fn verb(takes: &'static str) -> Verb {
    let mut verb = Verb::default();
    for word in takes.split_whitespace() {
        if let Some(prepositions) = word.strip_prefix("of:") {
            verb.prepositions = prepositions;
        } else if let Some(bit) = NAMES.iter().position(|name| *name == word) {
            verb.frames = verb.frames.and(Frames(1 << bit));
        }
    }
    verb
}

/// The forms of a verb: the verb, with `s`, in the past, with `ing`. A past
/// that doubles the last letter says that the last form does as well.
fn forms(words: &[&str]) -> Vec<String> {
    let [base, past @ ..] = words else { return Vec::new() };
    let consonant = |c: char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let before = base.chars().rev().nth(1).is_some_and(consonant);
    let stem = base.strip_suffix('e').unwrap_or(base);
    let doubled = past.first().and_then(|past| past.strip_suffix("ed")).filter(|stem| stem.len() == base.len() + 1);
    let third = match base {
        _ if base.ends_with('y') && before => [base.trim_end_matches('y'), "ies"].concat(),
        _ if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
            [base, "es"].concat()
        }
        _ => [base, "s"].concat(),
    };
    let regular = match base {
        _ if base.ends_with('y') && before => [base.trim_end_matches('y'), "ied"].concat(),
        _ => [stem, "ed"].concat(),
    };
    let ing = match doubled {
        Some(stem) => [stem, "ing"].concat(),
        // `agreeing`, `seeing`: of two vowels none is lost.
        None if base.ends_with("ee") => [base, "ing"].concat(),
        None => [stem, "ing"].concat(),
    };
    let mut forms = vec![(*base).to_owned(), third];
    forms.extend(past.iter().map(|past| (*past).to_owned()));
    forms.extend(past.is_empty().then_some(regular));
    forms.push(ing);
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order_and_every_frame_has_a_name() {
        let speakers: Vec<&str> = lines(include_str!("lexicon/speakers.txt")).collect();
        for list in [&speakers, &LEXICON.matters, &LEXICON.documents] {
            assert_eq!(list.windows(2).find(|pair| pair[0] >= pair[1]), None);
        }
        for line in lines(include_str!("lexicon/verbs.txt")) {
            let (_, takes) = line.split_once('|').unwrap_or_else(|| panic!("no bar: {line}"));
            let unknown = |word: &&str| !word.starts_with("of:") && !NAMES.contains(word);
            assert_eq!(takes.split_whitespace().find(unknown), None, "{line}");
            assert!(takes.split_whitespace().next().is_some(), "takes nothing: {line}");
        }
    }

    #[test]
    fn a_verb_has_the_forms_that_english_gives_it() {
        for (words, expected) in [
            (&["say", "said"][..], "say says said saying"),
            (&["deny"], "deny denies denied denying"),
            (&["quip", "quipped"], "quip quips quipped quipping"),
            (&["agree"], "agree agrees agreed agreeing"),
            (&["express"], "express expresses expressed expressing"),
            (&["speak", "spoke", "spoken"], "speak speaks spoke spoken speaking"),
        ] {
            assert_eq!(forms(words).join(" "), expected);
        }
    }

    #[test]
    fn readings_with_a_particle_come_first_and_only_verbs_are_known() {
        let pushed: Vec<&str> = verbs("pushed").iter().map(|verb| verb.particle).collect();
        assert_eq!(pushed, ["back", ""]);
        assert!(verbs("denied").iter().all(|verb| verb.frames.any(Frames::REJECTS)));
        assert!(verbs("objected").iter().any(|verb| verb.leads("to") && !verb.leads("of")));
        assert!(verbs("reports").iter().all(|verb| verb.may_be_noun));
        assert!(verbs("reported").iter().all(|verb| !verb.may_be_noun));
        assert!(verbs("walks").is_empty() && verbs("Said").is_empty() && verbs("").is_empty());
    }
}
