//! A text as words, numbers and signs, for reading dates.
//!
//! Invariant: tokens are in order and do not overlap; what lies between two of
//! them is white space. Digits of any script count as digits.

use super::manner::Manner;
use super::months;

/// A word, a number or one other character that shows.
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    number: Option<u32>,
}

impl<'a> Token<'a> {
    fn new(text: &'a str, from: usize, to: usize) -> Token<'a> {
        let text = text.get(from..to).unwrap_or("");
        Token { text, start: from, end: to, number: number(text) }
    }

    /// The number, if the token is one of at most nine digits.
    pub(super) fn number(&self) -> Option<u32> {
        self.number
    }

    /// Whether the token is a number or a day such as `21st`.
    pub(super) fn number_or_ordinal(&self) -> Option<()> {
        (self.number.is_some() || self.day().is_some()).then_some(())
    }

    /// A year in four digits.
    pub(super) fn year(&self) -> Option<i16> {
        let year = self.number.filter(|year| (1800..=2199).contains(year))?;
        i16::try_from(year).ok()
    }

    /// A year in four digits or in two (`01` is 2001, `98` is 1998).
    pub(super) fn loose_year(&self) -> Option<i16> {
        let short = || {
            let year = self.number.filter(|_| self.text.len() == 2).and_then(|year| i16::try_from(year).ok())?;
            Some(if year < 70 { 2000 + year } else { 1900 + year })
        };
        self.year().or_else(short)
    }

    /// A year of the Thai calendar, 543 ahead, beside a month in Thai letters.
    pub(super) fn buddhist_year(&self, month: &Token<'_>) -> Option<i16> {
        let thai = month.text.chars().all(|c| ('\u{e01}'..='\u{e5b}').contains(&c));
        let year = self.number.filter(|year| thai && (2400..=2700).contains(year))?;
        i16::try_from(year - 543).ok()
    }

    /// A day of the month, also as `21st`, `1er` or `1º`.
    pub(super) fn day(&self) -> Option<u8> {
        let short = |number: u32| u8::try_from(number).ok().filter(|day| (1..=31).contains(day));
        if self.number.is_some() {
            return self.number.filter(|_| self.text.chars().count() <= 2).and_then(short);
        }
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = self.text.get(digits..)?;
        let known = ["st", "nd", "rd", "th", "er", "e", "º", "ª"].iter().any(|s| suffix.eq_ignore_ascii_case(s));
        (known && (1..=2).contains(&digits)).then(|| self.text.get(..digits)?.parse().ok())?.and_then(short)
    }

    /// The month that the word names.
    pub(super) fn month(&self, manner: &Manner) -> Option<u8> {
        if self.number.is_some() || self.text.len() < 2 || !self.text.starts_with(char::is_alphabetic) {
            return None;
        }
        months::month(&lower(self.text), manner.language())
    }

    /// Whether the word beside a year alone can only be a month: short names
    /// are words of other languages (`mars 2020`, `set 2012`).
    pub(super) fn is_plainly_a_month(&self, manner: &Manner) -> bool {
        const ENGLISH: [&str; 13] =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];
        let word = lower(self.text);
        let foreign = !manner.language().is_empty() && manner.language() != "en";
        ENGLISH.contains(&word.as_str())
            || foreign
            || word.chars().count() >= 5
            || word == "june"
            || word == "july"
            || !self.text.is_ascii()
    }

    /// Whether the token is one of these, as they stand.
    pub(super) fn is(&self, any: &[&str]) -> bool {
        any.contains(&self.text)
    }

    /// Whether the token is one of these in any case.
    pub(super) fn is_word(&self, any: &[&str]) -> bool {
        self.is(any) || any.contains(&lower(self.text).as_str())
    }
}

/// Lower case; the dotted capital of Turkish becomes a plain `i`.
fn lower(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().replace("i\u{307}", "i") }
}

fn number(text: &str) -> Option<u32> {
    let digits = text.chars().map(digit).collect::<Option<Vec<u32>>>().filter(|digits| digits.len() <= 9)?;
    (!digits.is_empty()).then(|| digits.into_iter().fold(0, |number, digit| number * 10 + digit))
}

/// Whether a digit of any living script stands in a text.
pub(super) fn holds_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        || !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && digit(c).is_some())
}

/// What a digit of any living script stands for.
fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 13] = [
        '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}',
        '\u{e50}', '\u{1040}', '\u{ff10}',
    ];
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    ZEROS.iter().find_map(|zero| code.checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

/// Letters, digits and the marks that belong to letters.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{963}'
            | '\u{971}'..='\u{dff}' | '\u{e31}' | '\u{e34}'..='\u{e4e}' | '\u{102b}'..='\u{103e}' | '\u{200c}')
}

/// Splits a text; a number ends where letters of another script than Latin
/// begin (`2020年`, `2020г`), and where `T` or `Z` of ISO 8601 stands.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Option<usize> = None;
    let (mut before, mut was_digit) = (' ', false);
    for (at, c) in text.char_indices() {
        let is_digit = digit(c).is_some();
        let iso = matches!(c, 'T' | 'Z') && before.is_ascii_digit();
        let border = !c.is_ascii() && !is_digit && was_digit || is_digit && !was_digit && !before.is_ascii();
        if is_word(c) && !iso {
            if border && let Some(start) = open.take() {
                tokens.push(Token::new(text, start, at));
            }
            open.get_or_insert(at);
        } else {
            if let Some(start) = open.take() {
                tokens.push(Token::new(text, start, at));
            }
            if !c.is_whitespace() {
                tokens.push(Token::new(text, at, at + c.len_utf8()));
            }
        }
        (before, was_digit) = (c, is_digit);
    }
    tokens.extend(open.map(|start| Token::new(text, start, text.len())));
    tokens
}
