//! Word boundaries by Unicode Standard Annex 29, section 4.1, rules WB4 to
//! WB13b, for scripts that are written with letters; an ideograph is a word.
//! Left out: quotation marks inside Hebrew words (WB7a to WB7c).
//!
//! The rules are few and the tables are large: here the letters and digits
//! are those of the standard library, which the page has anyway, so that the
//! page need not carry the annex's own. A property test holds the result to
//! the `unicode-segmentation` crate.

/// What a character does in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    /// Joins on both sides: `_`.
    Connector,
    /// Between letters: a colon, a middle dot.
    MidLetter,
    /// Between letters or between digits: an apostrophe, a full stop.
    MidBoth,
    /// Between digits: a comma.
    MidDigit,
    /// Belongs to the character before: an accent, a soft hyphen.
    Mark,
    /// A word of its own: an ideograph, a fraction.
    Alone,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | 'A'..='Z' => Kind::Letter,
        '0'..='9' => Kind::Digit,
        '\'' | '.' | '\u{2018}' | '\u{2019}' | '\u{2024}' | '\u{fe52}' | '\u{ff07}' | '\u{ff0e}' => Kind::MidBoth,
        ',' | ';' | '\u{37e}' | '\u{589}' | '\u{60c}' | '\u{60d}' | '\u{66c}' | '\u{2044}' | '\u{ff0c}'
        | '\u{ff1b}' => Kind::MidDigit,
        ':' | '\u{b7}' | '\u{387}' | '\u{55f}' | '\u{5f4}' | '\u{2027}' | '\u{ff1a}' => Kind::MidLetter,
        '_' | '\u{203f}' | '\u{2040}' | '\u{202f}' => Kind::Connector,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{200c}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}' => Kind::Mark,
        '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            Kind::Alone
        }
        _ if c.is_ascii() => Kind::Other,
        _ if c.is_alphabetic() => Kind::Letter,
        _ if c.is_numeric() && is_fraction(c) => Kind::Alone,
        _ if c.is_numeric() => Kind::Digit,
        _ => Kind::Other,
    }
}

/// Raised and small figures, fractions and figures in circles are not digits.
fn is_fraction(c: char) -> bool {
    matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}'..='\u{218b}' | '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}')
}

/// Calls `found` with each word of `text` and the byte at which it begins.
pub(super) fn each_word<'t>(text: &'t str, mut found: impl FnMut(&'t str, usize)) {
    let mut word: Option<(usize, usize)> = None;
    let mut last = Kind::Other;
    // A sign that is part of the word if the word goes on after it.
    let mut between: Option<Kind> = None;
    let mut emit = |word: &mut Option<(usize, usize)>, between: &mut Option<Kind>| {
        *between = None;
        if let Some((start, end)) = word.take() {
            found(text.get(start..end).unwrap_or(""), start);
        }
    };
    for (at, c) in text.char_indices() {
        let kind = kind(c);
        let end = at + c.len_utf8();
        match kind {
            Kind::Letter | Kind::Digit | Kind::Connector => {
                let joins = match between {
                    None => last != Kind::Alone,
                    Some(Kind::MidLetter) => last == Kind::Letter && kind == Kind::Letter,
                    Some(Kind::MidDigit) => last == Kind::Digit && kind == Kind::Digit,
                    Some(_) => last == kind && kind != Kind::Connector,
                };
                if !joins {
                    emit(&mut word, &mut between);
                }
                word = Some((word.map_or(at, |(start, _)| start), end));
                between = None;
                last = kind;
            }
            Kind::Mark => {
                if let (Some((_, word_end)), None) = (&mut word, between) {
                    *word_end = end;
                }
            }
            Kind::MidLetter | Kind::MidBoth | Kind::MidDigit if word.is_some() && between.is_none() => {
                between = Some(kind);
            }
            Kind::Alone => {
                emit(&mut word, &mut between);
                word = Some((at, end));
                last = kind;
            }
            _ => emit(&mut word, &mut between),
        }
    }
    emit(&mut word, &mut between);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn ours(text: &str) -> Vec<(usize, &str)> {
        let mut words = Vec::new();
        each_word(text, |word, at| {
            if word.chars().any(char::is_alphanumeric) {
                words.push((at, word));
            }
        });
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn the_words_are_those_of_the_annex(
            text in "[a-dZÀéßœΩλЖёЁй1-3٣²½ .,;:'’‘_\"“”()\u{ad}\u{301}\u{b7}\u{200d}\u{a0}\u{2014}\u{2019}/@#&%$€-]{0,24}",
        ) {
            let annex: Vec<(usize, &str)> = text.unicode_word_indices().collect();
            prop_assert_eq!(ours(&text), annex, "{:?}", text);
        }
    }

    #[test]
    fn an_ideograph_is_a_word() {
        assert_eq!(ours("普京 and 布什"), [(0, "普"), (3, "京"), (7, "and"), (11, "布"), (14, "什")]);
    }
}
