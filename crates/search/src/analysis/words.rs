//! The words of a text and where they stand.
//!
//! Word boundaries are those of Unicode Standard Annex 29, with four
//! differences that news text needs: a colon always parts words; a full stop
//! parts words unless it stands in a number or between single letters
//! (`U.S.`); a possessive ending is not part of the word; letters written
//! together in capitals and a hyphen's neighbours are told apart by [`Case`]
//! and [`Word::glued`].

use summitry_corpus::ByteRange;

use super::boundaries::each_word;
use super::lower::lower;
use super::{fold_into, is_function_word};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital: `start`.
    Lower,
    /// A capital first, or mixed: `Nato`, `McCain`.
    Capital,
    /// An acronym: `NATO`, `U.S.`, `ABMs`.
    Acronym,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word as written, without a possessive ending.
    pub text: &'t str,
    /// Where it stands, in bytes of the text.
    pub range: ByteRange,
    /// How it is written.
    pub case: Case,
    /// Whether only a hyphen stands between the word before and this one.
    pub glued: bool,
    /// Whether it is the first word of a sentence or of the text.
    pub opens: bool,
}

impl Word<'_> {
    /// Puts the comparable form into `out`, which is emptied first: acronyms
    /// in capitals without stops (`US`), all other words folded (`nato`).
    pub fn key_into(&self, out: &mut String) {
        out.clear();
        if self.case == Case::Acronym {
            let letters = self.text.strip_suffix('s').unwrap_or(self.text);
            out.extend(letters.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()));
        } else {
            fold_into(self.text, out);
        }
    }

    /// The comparable form; see [`key_into`](Self::key_into).
    pub fn key(&self) -> String {
        let mut out = String::new();
        self.key_into(&mut out);
        out
    }
}

/// Signs inside a UAX 29 word that may part it.
const PARTING: [char; 6] = ['.', ':', '_', '\u{2024}', '\u{ff0e}', '\u{ff1a}'];

/// The longest acronym, in letters and digits.
const LONGEST_ACRONYM: usize = 6;

/// The words of `text`, in order. Time and memory are linear in the text.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6);
    each_word(text, |found, at| part(found, at, &mut words));
    relate(text, &mut words);
    unshout(&mut words);
    words
}

/// Adds the word or words of one UAX 29 word that begins at byte `at`.
fn part<'t>(found: &'t str, at: usize, words: &mut Vec<Word<'t>>) {
    let stops = found.contains(PARTING);
    if !stops || is_number(found) || is_dotted(found) {
        push(found, at, words);
        return;
    }
    let mut start = 0;
    for (index, sign) in found.match_indices(PARTING) {
        push(found.get(start..index).unwrap_or(""), at + start, words);
        start = index + sign.len();
    }
    push(found.get(start..).unwrap_or(""), at + start, words);
}

fn push<'t>(found: &'t str, at: usize, words: &mut Vec<Word<'t>>) {
    let text = without_possessive(found);
    if text.chars().any(char::is_alphanumeric) {
        let range = ByteRange::new(at, at + text.len());
        words.push(Word { text, range, case: case_of(text), glued: false, opens: false });
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

/// Single letters with full stops between them: `U.S`, `p.m`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|piece| {
            let mut chars = piece.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        })
}

fn without_possessive(word: &str) -> &str {
    // The last bytes tell that most words have none; a typographic apostrophe
    // ends with 0x99.
    let is_mark = |byte: Option<&u8>| matches!(byte, Some(b'\'' | 0x99));
    let mut ending = word.as_bytes().iter().rev();
    let last = ending.next();
    if !(is_mark(last) || matches!(last, Some(b's' | b'S')) && is_mark(ending.next())) {
        return word;
    }
    let word = word.trim_end_matches(['\'', '\u{2019}']);
    let ending = ["'s", "\u{2019}s", "'S", "\u{2019}S"];
    ending.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn case_of(text: &str) -> Case {
    if is_dotted(text) {
        return Case::Acronym;
    }
    let body = text.strip_suffix('s').filter(|body| body.len() > 1).unwrap_or(text);
    let letters = body.chars().filter(char::is_ascii_uppercase).count();
    let all = body.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let length = body.chars().count();
    if all && letters >= 2 && length <= LONGEST_ACRONYM {
        Case::Acronym
    } else if text.chars().any(is_capital) {
        Case::Capital
    } else {
        Case::Lower
    }
}

/// Fills in what depends on the signs between words.
fn relate<'t>(text: &'t str, words: &mut [Word<'t>]) {
    let mut before = None;
    for word in words {
        let between = match before {
            None => "",
            Some(end) => text.get(end..word.range.start as usize).unwrap_or(""),
        };
        // The last full stop of an acronym belongs to it, as the others do.
        if is_dotted(word.text)
            && let Some(longer) = text.get(word.range.start as usize..word.range.end as usize + 1)
            && longer.ends_with('.')
        {
            word.text = longer;
            word.range.end += 1;
        }
        word.glued = is_hyphen(between);
        word.opens = before.is_none() || between != " " && between.contains(['.', '!', '?', '\n', '"', '\u{201c}']);
        before = Some(word.range.end as usize);
    }
}

fn is_hyphen(between: &str) -> bool {
    let mut chars = between.chars().filter(|c| *c != '\u{ad}');
    matches!(chars.next(), Some('-' | '\u{2010}' | '\u{2011}' | '\u{ff0d}')) && chars.next().is_none()
}

/// A letter that has a small form.
fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { lower(c) != c }
}

fn is_loud(word: &Word<'_>) -> bool {
    word.text.len() > 1 && word.text.chars().all(|c| is_capital(c) || !c.is_alphabetic())
}

/// Takes back "acronym" where whole phrases are in capitals: beside a long
/// word in capitals, in a run of four, and function words in capitals that
/// have a neighbour in capitals.
fn unshout(words: &mut [Word<'_>]) {
    let mut start = 0;
    while start < words.len() {
        let mut run = 0;
        while words.get(start + run).is_some_and(is_loud) {
            run += 1;
        }
        let Some(members) = words.get_mut(start..start + run) else { return };
        let long = members.iter().any(|word| word.case == Case::Capital && word.text.chars().all(char::is_alphabetic));
        for word in members.iter_mut().filter(|word| !word.text.contains('.')) {
            let common = run > 1 && is_function_word(&word.text.to_ascii_lowercase());
            if long || run >= 4 || common && word.text != "US" {
                word.case = Case::Capital;
            }
        }
        start += run.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, keys: &[&str]) {
        let found = words(text);
        let got: Vec<String> = found.iter().map(Word::key).collect();
        assert_eq!(got, keys, "{text:?}");
        for word in &found {
            assert_eq!(word.range.of(text), word.text);
        }
    }

    #[test]
    fn possessives_quotes_and_dashes_are_not_part_of_a_word() {
        check("Russia\u{2019}s views, Putin's soul—‘OK’", &["russia", "views", "putin", "soul", "OK"]);
        check("Moscow\u{a0}today Bushes' don't", &["moscow", "today", "bushes", "don't"]);
    }

    #[test]
    fn acronyms_with_and_without_stops_are_one_word() {
        check("the U.S.-led war; US, U.N. and UN", &["the", "US", "led", "war", "US", "UN", "and", "UN"]);
        check("tell us who", &["tell", "us", "who"]);
        check("ABMs in START-1 and G8 or G-8", &["ABM", "in", "START", "1", "and", "g8", "or", "g", "8"]);
    }

    #[test]
    fn text_in_capitals_is_not_a_string_of_acronyms() {
        check("PUTIN AND BUSH: BREAKING NEWS", &["putin", "and", "bush", "breaking", "news"]);
        check("a NATO START talk", &["a", "NATO", "START", "talk"]);
    }

    #[test]
    fn a_missing_space_after_a_full_stop_does_not_join_words() {
        check(
            "it ended.The talks at 16:52 cost 3,000.50",
            &["it", "ended", "the", "talks", "at", "16", "52", "cost", "3,000.50"],
        );
    }

    #[test]
    fn a_soft_hyphen_is_inside_the_word_and_not_in_the_key() {
        check("stra\u{ad}tegic", &["strategic"]);
    }

    #[test]
    fn a_hyphen_glues_words_and_a_dash_does_not() {
        let glued: Vec<bool> = words("anti-missile cold – war a-b").iter().map(|w| w.glued).collect();
        assert_eq!(glued, [false, true, false, false, false, true]);
    }
}
