//! The words of a text and where they stand.
//!
//! Word boundaries are those of Unicode Standard Annex 29, with some
//! differences that news text needs: a colon, an underscore and a narrow
//! no-break space always part words; a full stop parts words unless it stands
//! in a number or between single letters (`U.S.`); neither an elided article
//! (`l’histoire`) nor a possessive ending is part of the word; letters written
//! together in capitals and a hyphen's neighbours are told apart by [`Case`]
//! and [`Word::glued`].

use summitry_corpus::ByteRange;

use unicode_segmentation::UnicodeSegmentation;

use super::{fold_into, is_function_word};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital: `start`.
    Lower,
    /// A capital first, or mixed: `Nato`, `McCain`.
    Capital,
    /// An acronym: `NATO`, `U.S.`, `ABMs`; also a number in the plural, as
    /// models have it: the `16s` of `F-16s`, `747s`.
    Acronym,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word as written, without an elided article or possessive ending.
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
    /// in capitals without stops (`US`), all other words folded (`nato`). The
    /// plural of either a number or a model (`F16s`) is without its ending.
    pub fn key_into(&self, out: &mut String) {
        out.clear();
        if self.case == Case::Acronym {
            let letters = self.text.strip_suffix('s').unwrap_or(self.text);
            out.extend(letters.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()));
        } else {
            fold_into(self.text, out);
            if let Some(model) = out.strip_suffix('s')
                && model.ends_with(|c: char| c.is_ascii_digit())
                && model.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                out.pop();
            }
        }
    }

    /// The comparable form; see [`key_into`](Self::key_into).
    pub fn key(&self) -> String {
        let mut out = String::new();
        self.key_into(&mut out);
        out
    }
}

/// Signs inside a UAX 29 word that always part it: figures among them are
/// words of their own, `1 000` with a narrow space as with a wide one.
const CONNECTING: [char; 4] = ['_', '\u{202f}', '\u{203f}', '\u{2040}'];

/// Signs inside a UAX 29 word that may part it.
const PARTING: [char; 5] = ['.', ':', '\u{2024}', '\u{ff0e}', '\u{ff1a}'];

/// What is left of a small word before a vowel, in French and Italian: `l’`,
/// `qu’`, `dell’`.
const ELIDED: [&str; 22] = [
    "l", "d", "qu", "j", "m", "n", "s", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "un", "all", "dall",
    "dell", "nell", "sull", "quell", "quest",
];

/// Beginnings that do not make a number the name of a model: `mid-90s`.
const OF_TIME: [&str; 4] = ["mid", "pre", "post", "late"];

/// The longest name that a hyphen joins to the number of a model, in bytes.
const LONGEST_MODEL: usize = 4;

/// The longest acronym, in letters and digits.
const LONGEST_ACRONYM: usize = 6;

/// The words of `text`, in order. Time and memory are linear in the text.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6);
    text.unicode_word_indices().for_each(|(at, found)| part(found, at, &mut words));
    relate(text, &mut words);
    unshout(&mut words);
    words
}

/// Whether the word at `at` is a function word with a hyphen on either side:
/// it links what stands around it to a phrase (`day-to-day`,
/// `state-of-the-art`), and is part of no compound. At an end it may be one:
/// `on-line`, `follow-up`, `all-time-high`.
pub(crate) fn is_link(words: &[Word<'_>], at: usize) -> bool {
    let glued = |at: usize| words.get(at).is_some_and(|word| word.glued);
    glued(at) && glued(at + 1) && words.get(at).is_some_and(|word| is_function_word(&word.key().to_ascii_lowercase()))
}

/// Adds the word or words of one UAX 29 word that begins at byte `at`.
fn part<'t>(found: &'t str, at: usize, words: &mut Vec<Word<'t>>) {
    // Most words: there is no sign that could part them. Nothing may stand beside a
    // sign that always parts.
    if !found.is_empty() && found.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return push_whole(found, at, words);
    }
    if let Some((index, sign)) = found.match_indices(CONNECTING).next() {
        let (before, after) = (found.get(..index), found.get(index + sign.len()..));
        part(before.unwrap_or(""), at, words);
        return part(after.unwrap_or(""), at + index + sign.len(), words);
    }
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
    let whole = without_possessive(found);
    let text = without_article(whole);
    if text.chars().any(char::is_alphanumeric) {
        push_whole(text, at + (whole.len() - text.len()), words);
    }
}

fn push_whole<'t>(text: &'t str, at: usize, words: &mut Vec<Word<'t>>) {
    let range = ByteRange::new(at, at + text.len());
    words.push(Word { text, range, case: case_of(text), glued: false, opens: false });
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

/// Single letters with full stops between them: `U.S`, `p.m`.
fn is_dotted(word: &str) -> bool {
    let mut chars = word.chars();
    let mut letter = chars.next();
    let mut stops = 0;
    while letter.is_some_and(char::is_alphabetic) {
        match chars.next() {
            Some('.') => stops += 1,
            Some(_) => return false,
            None => return stops > 0,
        }
        letter = chars.next();
    }
    false
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

fn fold_letter(letter: char) -> Option<char> {
    let mut folded = String::new();
    fold_into(letter.encode_utf8(&mut [0; 4]), &mut folded);
    folded.chars().next()
}

/// A word without the elided article before it: `histoire` of `l’histoire`.
pub(crate) fn without_article(word: &str) -> &str {
    let Some((mark, _)) = word.match_indices(['\'', '\u{2019}']).next() else { return word };
    let (article, rest) = word.split_at_checked(mark).unwrap_or((word, ""));
    let mut letters = rest.chars().skip(1);
    let first = letters.next().and_then(fold_letter);
    let vowel = first.is_some_and(|letter| "aeiouyh".contains(letter)) && letters.next().is_some();
    if vowel && ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(article)) {
        rest.trim_start_matches(['\'', '\u{2019}'])
    } else {
        word
    }
}

fn case_of(text: &str) -> Case {
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Lower;
    }
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
    let mut before_text = "";
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
        if is_plural_number(word.text, word.glued.then_some(before_text)) {
            word.case = Case::Acronym;
        }
        before_text = word.text;
        word.opens = before.is_none() || between != " " && between.contains(['.', '!', '?', '\n', '"', '\u{201c}']);
        before = Some(word.range.end as usize);
    }
}

/// Whether a number ends in the `s` of a plural: `747s`, or with what a hyphen
/// joins it to, `F-16s`. Decades and years are none: `90s`, `mid-1990s`.
fn is_plural_number(word: &str, joined_to: Option<&str>) -> bool {
    let Some(digits) = word.strip_suffix('s') else { return false };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let model = joined_to.is_some_and(|name| {
        let of_time = OF_TIME.iter().any(|word| word.eq_ignore_ascii_case(name));
        name.len() <= LONGEST_MODEL && !of_time && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let decade = digits.len() == 2 && digits.ends_with('0');
    digits.len() <= 3 && (model || !decade)
}

fn is_hyphen(between: &str) -> bool {
    let mut chars = between.chars().filter(|c| *c != '\u{ad}');
    matches!(chars.next(), Some('-' | '\u{2010}' | '\u{2011}' | '\u{ff0d}')) && chars.next().is_none()
}

/// A letter that has a small form.
fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { c.to_lowercase().next() != Some(c) }
}

fn is_loud(word: &Word<'_>) -> bool {
    word.text.len() > 1 && word.text.chars().all(|c| is_capital(c) || !c.is_alphabetic())
}

/// Takes back "acronym" where whole phrases are in capitals: beside a long
/// word in capitals, in a run of four, and function words in capitals that
/// have a neighbour in capitals.
fn unshout(words: &mut [Word<'_>]) {
    for run in words.chunk_by_mut(|a, b| is_loud(a) && is_loud(b)).filter(|run| run.first().is_some_and(is_loud)) {
        let count = run.len();
        let long = run.iter().any(|word| word.case == Case::Capital && word.text.chars().all(char::is_alphabetic));
        for word in run.iter_mut().filter(|word| !word.text.contains('.')) {
            let common = count > 1 && is_function_word(&word.text.to_ascii_lowercase());
            if long || count >= 4 || common && word.text != "US" {
                word.case = Case::Capital;
            }
        }
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
        check("on the 3rd.The talks", &["on", "the", "3rd", "the", "talks"]);
    }

    #[test]
    fn a_soft_hyphen_is_inside_the_word_and_not_in_the_key() {
        check("stra\u{ad}tegic", &["strategic"]);
    }

    #[test]
    fn an_elided_article_is_not_part_of_a_word() {
        check("l\u{2019}histoire, L'ÉTÉ d'Orsay", &["histoire", "ete", "orsay"]);
        check("aujourd'hui qu'il s'est levé jusqu\u{2019}à", &["aujourd'hui", "il", "est", "leve", "jusqu'a"]);
        check("dell'arte all\u{2019}estero un'altra c'è", &["arte", "estero", "altra", "c'e"]);
        check("L'ONU et d'Estaing l'homme", &["ONU", "et", "estaing", "homme"]);
        check(
            "don't O'Brien Hawai'i Ba'ath I'd rock'n'roll",
            &["don't", "o'brien", "hawai'i", "ba'ath", "i'd", "rock'n'roll"],
        );
    }

    #[test]
    fn the_number_of_a_model_is_the_same_in_the_plural() {
        check("F-16s, MiG-29s; T-90s", &["f", "16", "mig", "29", "t", "90"]);
        check("747s F16s A320s SS-20s b-52s Su27s", &["747", "f16", "a320", "SS", "20", "b", "52", "su27"]);
        check("the 1990s, the mid-90s and 80s", &["the", "1990s", "the", "mid", "90s", "and", "80s"]);
    }

    #[test]
    fn letters_that_are_joined_in_print_are_the_letters() {
        check("The ﬁrst oﬃce was ﬂooded", &["the", "first", "office", "was", "flooded"]);
    }

    #[test]
    fn a_narrow_space_and_an_underscore_part_words() {
        check("1\u{202f}000 «\u{202f}mot\u{202f}» a_file", &["1", "000", "mot", "a", "file"]);
        check("_file file_ a__b __", &["file", "file", "a", "b"]);
    }

    #[test]
    fn a_word_opens_a_sentence_behind_a_full_stop_a_line_or_a_quotation_mark() {
        let opens = |text| words(text).iter().map(|word| word.opens).collect::<Vec<_>>();
        assert_eq!(opens("One, two (three). Four – five"), [true, false, false, true, false]);
        assert_eq!(opens("Six\nseven? Eight “nine” ten"), [true, true, true, true, false]);
    }

    #[test]
    fn a_hyphen_glues_words_and_a_dash_does_not() {
        let glued: Vec<bool> = words("anti-missile cold – war a-b").iter().map(|w| w.glued).collect();
        assert_eq!(glued, [false, true, false, false, false, true]);
    }
}
