//! Words that were parted at the end of a line in a narrow column.
//!
//! Invariant: joined only where it reads one way: the whole word stands
//! elsewhere in the text, or the second part is an ending and no word.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::clean::reading::Edit;

const ELSEWHERE: &str =
    "A narrow column parted the word at the end of a line; it stands whole elsewhere in the article.";
const ENDING: &str =
    "A narrow column parted the word at the end of a line; its second part is an ending, which is no word by itself.";

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
        text.match_indices("- ").filter_map(edit).take(most).collect()
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
        check("thereafter", "mother- in-law, there- after", &["thereafter"]);
    }
}
