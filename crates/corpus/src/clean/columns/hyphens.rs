//! Words that a newspaper's page parts: at the end of a line in a narrow column,
//! and behind a first letter that is set large.
//!
//! Invariant: joined only where it reads one way: the whole word stands
//! elsewhere in the text, or one of its parts is no word.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::clean::furniture::is_function_word;
use crate::clean::reading::Edit;

const ELSEWHERE: &str =
    "A narrow column parted the word at the end of a line; it stands whole elsewhere in the article.";
const ENDING: &str =
    "A narrow column parted the word at the end of a line; its second part is an ending, which is no word by itself.";

const LARGE: &str = "The page sets the first letter of the word large, and a blank was left behind it.";

/// Endings of English words that are none themselves.
const ENDINGS: [&str; 70] = [
    "able", "ably", "ally", "ance", "ances", "ant", "ants", "ary", "ated", "ately", "ates", "ating", "ation", "ations",
    "bility", "cally", "cial", "cially", "cies", "cy", "dents", "ed", "ence", "ences", "ency", "eral", "erally",
    "ered", "ering", "ern", "ernment", "ernments", "ers", "es", "fied", "fying", "gency", "ian", "ians", "ible",
    "ically", "ies", "ing", "ings", "ious", "ism", "ist", "ists", "ity", "ive", "ively", "ized", "izing", "less", "ly",
    "ment", "mental", "ments", "mittee", "ness", "nity", "ous", "sion", "sions", "tial", "tially", "tion", "tional",
    "tions", "tive",
];

/// The words and compounds of a text.
pub(crate) struct Words<'s>(HashSet<&'s str>);

impl<'s> Words<'s> {
    /// Of a source; linear in its length.
    pub(crate) fn of(source: &'s str) -> Self {
        let is_part = |c: char| c.is_alphabetic() || c == '-';
        let compounds = source.split(|c: char| !is_part(c)).filter(|word| !word.ends_with('-'));
        Self(compounds.chain(source.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty()).collect())
    }

    /// The repairs of a block's text, in order.
    pub(crate) fn repairs(&self, text: &str, most: usize) -> Vec<Edit> {
        let edit = |(at, _): (usize, &str)| {
            let (front, back) = (text.get(..at)?, text.get(at + 2..)?);
            let first = front.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            let second = back.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            let compound = front.ends_with(&["-", first].concat()) || back.get(second.len()..)?.starts_with('-');
            if first.chars().count() < 2
                || second.chars().count() < 2
                || compound
                || !second.starts_with(char::is_lowercase)
            {
                return None;
            }
            let whole = [first, second].concat();
            let why = match () {
                () if self.0.contains([first, "-", second].concat().as_str()) => return None,
                () if self.0.contains(whole.as_str()) => ELSEWHERE,
                () if ENDINGS.contains(&second) => ENDING,
                () => return None,
            };
            Some(Edit { range: at - first.len()..at + 2 + second.len(), now: whole, why: Cow::Borrowed(why) })
        };
        self.large(text).into_iter().chain(text.match_indices("- ").filter_map(edit)).take(most).collect()
    }

    /// `T he two`: a capital, a blank and the rest of a word that is known.
    fn large(&self, text: &str) -> Option<Edit> {
        let (letter, behind) = text.split_once(' ')?;
        let rest = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let capital = letter.chars().count() == 1 && letter.starts_with(char::is_uppercase);
        if !capital || !rest.starts_with(char::is_lowercase) {
            return None;
        }
        let (whole, lower) = ([letter, rest].concat(), [&letter.to_lowercase(), rest].concat());
        let known =
            is_function_word(&lower) || [whole.as_str(), lower.as_str()].iter().any(|word| self.0.contains(word));
        // These letters are words themselves.
        let alone = matches!(letter, "A" | "I" | "O") && rest.chars().count() > 1;
        (known && !alone).then(|| Edit {
            range: 0..letter.len() + 1 + rest.len(),
            now: whole,
            why: Cow::Borrowed(LARGE),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parted_word_is_joined_only_where_it_reads_one_way() {
        let check = |source: &str, text: &str, expected: &[&str]| {
            let now: Vec<String> = Words::of(source).repairs(text, 9).into_iter().map(|edit| edit.now).collect();
            assert_eq!(now, expected, "{text}");
        };
        check("the harbour", "the har- bour and the nego- tiations", &["harbour"]);
        check("", "the nego- tiations of a commit- ment and an agree- ment", &["commitment", "agreement"]);
        check("the third-party report", "the third- party report", &[]);
        check("", "long- term, pre- and post-war, Anglo- Irish, well- known", &[]);
        check("the harbour", "T he two", &["The"]);
        check("", "I n the hall", &["In"]);
        check("the cells", "T cells met", &[]);
        check("aboard", "A board met", &[]);
        check("thereafter", "mother- in-law, there- after", &["thereafter"]);
    }
}
