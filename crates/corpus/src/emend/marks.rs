//! Blanks that are missing behind a mark, or stand where none belongs.
//!
//! Invariant: a finding has letters on both sides, so that numbers, addresses,
//! initials and the marks of lists are left alone.

use super::{Finding, first_word, last_word};
use crate::fact::ByteRange;

/// Ends of host names: `Booking.Com` is one word.
const ENDS_OF_HOSTS: [&str; 14] =
    ["com", "org", "net", "gov", "edu", "info", "mil", "int", "ru", "uk", "eu", "io", "tv", "us"];

/// What stands behind an apostrophe in English: `didn’t`, `he’s`, `we’ve`.
const CLITICS: [&str; 7] = ["t", "s", "re", "ve", "ll", "d", "m"];

/// `harbour.When`, `Paul,who`, `right?”Then`: no blank behind a mark.
pub(super) fn glued_sentences(text: &str) -> impl Iterator<Item = Finding> + '_ {
    text.match_indices(['.', '!', '?', '…', ',', ';', ':']).filter_map(|(at, mark)| {
        let before = text.get(..at)?;
        let end = at + mark.len();
        let rest = text.get(end..)?;
        let closing = rest.len() - rest.trim_start_matches(['”', '’', '»', ')']).len();
        let (front, back) = (last_word(before), first_word(rest.get(closing..)?));
        let ends = matches!(mark, "." | "!" | "?" | "…");
        let wanted = if ends { begins_sentence(back) && front.ends_with(char::is_lowercase) } else { back.len() >= 2 };
        if front.chars().count() < 2 || !wanted || in_address(text, at) {
            return None;
        }
        let start = at - front.len();
        let (was, behind) = (text.get(start..end + closing)?, rest.get(closing..closing + back.len())?);
        let range = ByteRange::new(start, end + closing + back.len());
        Some((range, format!("{was} {behind}"), "A blank is missing behind the mark"))
    })
}

/// A capital and small letters, or a word of one letter that is written so.
fn begins_sentence(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let small = rest.starts_with(char::is_lowercase) || matches!(word, "I" | "A");
    capital && small && !ENDS_OF_HOSTS.contains(&word.to_lowercase().as_str())
}

/// Whether the mark at `at` stands in a host name, a path or a mail address.
fn in_address(text: &str, at: usize) -> bool {
    // Longer ones are looked at in part: the work stays linear.
    const LONGEST: usize = 200;
    let is_sign = |c: char| matches!(c, '@' | '/' | '\\' | '_' | '=' | '#');
    let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
    let behind = before.chars().rev().take(LONGEST).take_while(|c| !c.is_whitespace());
    let ahead = after.chars().take(LONGEST).take_while(|c| !c.is_whitespace());
    let length: usize = behind.clone().map(char::len_utf8).sum();
    let www = before.get(at - length..).is_some_and(|behind| behind.contains("www."));
    www || behind.chain(ahead).any(is_sign)
}

/// `criminals .`: a blank before a full stop or a comma.
pub(super) fn blanks_before_marks(text: &str) -> impl Iterator<Item = Finding> + '_ {
    text.match_indices(" .").chain(text.match_indices(" ,")).filter_map(|(at, _)| {
        let word = text.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or("");
        let after = text.get(at + 2..).is_none_or(|after| after.is_empty() || after.starts_with(' '));
        let range = ByteRange::new(at - word.len(), at + 2);
        let mark = text.get(at + 1..at + 2).unwrap_or("");
        let stands = after && word.chars().next_back().is_some_and(char::is_alphabetic);
        stands.then(|| (range, format!("{word}{mark}"), "A blank stands before the mark"))
    })
}

/// `didn 't`, `Russia ’s`, `we' ve`: a blank on one side of an apostrophe.
pub(super) fn blanks_at_apostrophes(text: &str) -> impl Iterator<Item = Finding> + '_ {
    text.match_indices(['\'', '’']).filter_map(|(at, mark)| {
        let (before, after) = (text.get(..at)?, text.get(at + mark.len()..)?);
        let (front, back) = (before.strip_suffix(' '), after.strip_prefix(' '));
        let (head, tail) = match (front, back) {
            (Some(front), None) => (front, after),
            (None, Some(back)) => (before, back),
            _ => return None,
        };
        let (word, clitic) = (last_word(head), first_word(tail));
        let follows = tail.get(clitic.len()..).and_then(|rest| rest.chars().next());
        let apart = !follows.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
        // `n` and `t` are parted in the same way: `did n't`, not `the rock 't`.
        let fits = if clitic == "t" { word.ends_with(['n', 'N']) } else { !word.is_empty() };
        if !CLITICS.contains(&clitic) || !apart || !fits {
            return None;
        }
        let end = text.len() - tail.len() + clitic.len();
        let range = ByteRange::new(head.len() - word.len(), end);
        Some((range, format!("{word}{mark}{clitic}"), "A blank stands at an apostrophe"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<'t, I: Iterator<Item = Finding>>(find: impl Fn(&'t str) -> I, text: &'t str, expected: &[(&str, &str)]) {
        let found: Vec<(String, String)> = find(text).map(|(range, now, _)| (range.of(text).to_owned(), now)).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(was, now)| ((*was).to_owned(), (*now).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_blank_that_is_missing_behind_a_mark_is_proposed() {
        check(glued_sentences, "good for the harbour.When someone", &[("harbour.When", "harbour. When")]);
        check(
            glued_sentences,
            "Is it good?Yes!It is…Then",
            &[("good?Yes", "good? Yes"), ("Yes!It", "Yes! It"), ("is…Then", "is… Then")],
        );
        check(
            glued_sentences,
            "Paul,who came;and one thing:money",
            &[("Paul,who", "Paul, who"), ("came;and", "came; and"), ("thing:money", "thing: money")],
        );
        check(glued_sentences, "“We are right.”Then he left", &[("right.”Then", "right.” Then")]);
        check(
            glued_sentences,
            "met Mr.Putin in St.Petersburg (in May).He left",
            &[("Mr.Putin", "Mr. Putin"), ("St.Petersburg", "St. Petersburg")],
        );
    }

    #[test]
    fn numbers_addresses_and_initials_need_no_blank() {
        check(glued_sentences, "1,000 at 10:30, 3.5 p.m., U.S.Congress, J.Smith, e.g.this", &[]);
        check(glued_sentences, "see www.Example.Com/Page.Html, Booking.Com, a@b.Org, Node.js and file.Txt_1", &[]);
        check(glued_sentences, "well...When, a,b;c", &[]);
    }

    #[test]
    fn a_blank_at_an_apostrophe_is_proposed() {
        check(
            blanks_at_apostrophes,
            "she didn 't like it and wasn ’t there",
            &[("didn 't", "didn't"), ("wasn ’t", "wasn’t")],
        );
        check(
            blanks_at_apostrophes,
            "Russia 's view, we 've, they' ll, he’ d, I 'm",
            &[
                ("Russia 's", "Russia's"),
                ("we 've", "we've"),
                ("they' ll", "they'll"),
                ("he’ d", "he’d"),
                ("I 'm", "I'm"),
            ],
        );
        check(blanks_at_apostrophes, "DON 't", &[("DON 't", "DON't")]);
        check(
            blanks_at_apostrophes,
            "of 'em, ’s-Hertogenbosch in ’s-Graveland, rock 'n' roll, the '60s, 't was, the workers' share, he said 'so'",
            &[],
        );
    }
}
