//! Whether an article itself shows a person to be `he` or `she`: `Mrs. Lowe`,
//! `Mr. Lowe said he would`, and nobody else is named before the pronoun.
//!
//! Invariant: evidence of the article only, never what a first name suggests;
//! where it speaks both ways or not at all, nothing is shown.

use std::collections::HashMap;

use super::function_word::is_stop;
use super::name::{bare, is_title, pronoun};

/// What speaks for `he` and for `she`.
type Counts = (u32, u32);

/// The evidence of an article, by surname and by given name and surname.
#[derive(Debug, Default)]
pub struct Shown<'t> {
    surnames: HashMap<&'t str, Counts>,
    pairs: HashMap<(&'t str, &'t str), Counts>,
}

/// A form of address counts for as much as so many pronouns.
const ADDRESS: u32 = 4;
/// Most words of a sentence that are looked at.
const MOST_WORDS: usize = 80;

impl<'t> Shown<'t> {
    /// Reads the article once, outside its quotations. Linear in its length.
    pub fn new(texts: &[&'t str]) -> Shown<'t> {
        let mut shown = Shown::default();
        for text in texts {
            shown.read(text);
        }
        shown
    }

    /// What is shown of the person of that name; `alone` when nobody else in
    /// the article has the surname.
    pub fn pronoun(&self, name: &str, alone: bool) -> Option<&'static str> {
        let mut words = name.split_whitespace();
        let given = words.next()?;
        let surname = words.last().unwrap_or(given);
        let pair = self.pairs.get(&(given, surname)).and_then(|counts| decided(*counts));
        pair.or_else(|| self.surnames.get(surname).filter(|_| alone).and_then(|counts| decided(*counts)))
    }

    fn read(&mut self, text: &'t str) {
        let mut quoted = false;
        // The names of the sentence so far, and the name that is being read.
        let mut names: Vec<(&'t str, &'t str)> = Vec::new();
        let (mut run, mut before): (Vec<&'t str>, &str) = (Vec::new(), "");
        let mut words = 0;
        for raw in text.split_whitespace() {
            let opens = raw.starts_with(['“', '"', '«', '„', '‘']) || raw.starts_with("''");
            quoted |= opens;
            let word = bare(raw);
            if !quoted {
                words += 1;
                let capital = word.starts_with(char::is_uppercase) && !is_stop(word);
                let placed = || {
                    let places = ["in", "at", "of", "from", "on", "near", "to"];
                    run.is_empty() && places.iter().any(|word| before.eq_ignore_ascii_case(word))
                };
                if capital && !placed() {
                    run.push(word);
                }
                let ends =
                    !capital || raw.ends_with([',', ';', ':', ')']) || raw.ends_with("'s") || raw.ends_with("’s");
                if ends && !run.is_empty() {
                    let name = named(&run);
                    self.address(&run, name);
                    names.extend(name);
                    run.clear();
                }
                if let Some(pronoun) = pronoun_of(word).filter(|_| words <= MOST_WORDS) {
                    self.vote(&names, pronoun);
                }
                before = word;
            }
            let closes =
                quoted && raw.trim_end_matches([',', '.', '?', '!', ';', ':']).ends_with(['”', '"', '»', '’', '\'']);
            if closes {
                quoted = false;
            }
            let short = || word.len() <= 3 && !word.ends_with(['e', 'y', 's', 't']) || is_title(word);
            if raw.trim_end_matches(['”', '"', '\'', '’', ')']).ends_with(['.', '?', '!']) && !short() {
                names.clear();
                run.clear();
                before = "";
                words = 0;
            }
        }
    }

    /// `Mrs. Lowe`: what stands before `name` in the run.
    fn address(&mut self, run: &[&'t str], name: Option<(&'t str, &'t str)>) {
        let Some((_, surname)) = name else { return };
        if let Some(told) = run.iter().find_map(|word| pronoun(word)) {
            count(self.surnames.entry(surname).or_default(), told, ADDRESS);
            if let [.., title, given, surname] = run
                && !is_title(given)
                && is_title(title)
            {
                count(self.pairs.entry((given, surname)).or_default(), told, ADDRESS);
            }
        }
    }

    /// A pronoun behind one name speaks for that name.
    fn vote(&mut self, names: &[(&'t str, &'t str)], pronoun: &str) {
        let Some((given, surname)) = names.first().copied() else { return };
        if names.iter().any(|(_, other)| *other != surname) {
            return;
        }
        count(self.surnames.entry(surname).or_default(), pronoun, 1);
        if !given.is_empty() {
            count(self.pairs.entry((given, surname)).or_default(), pronoun, 1);
        }
    }
}

/// Given name and surname of a run of capitalised words.
fn named<'t>(run: &[&'t str]) -> Option<(&'t str, &'t str)> {
    let surname = run.last().filter(|surname| surname.len() > 2 && !is_title(surname))?;
    let first = run.iter().position(|word| !is_title(word))?;
    let given = run.get(first).filter(|_| first + 1 < run.len()).copied().unwrap_or("");
    Some((given, surname))
}

/// What `his` or `herself` is a form of.
fn pronoun_of(word: &str) -> Option<&'static str> {
    if !word.starts_with(['h', 's']) {
        return None;
    }
    match word.split(['\'', '’']).next().unwrap_or(word) {
        "he" | "his" | "him" | "himself" => Some("he"),
        "she" | "her" | "hers" | "herself" => Some("she"),
        _ => None,
    }
}

fn count(counts: &mut Counts, pronoun: &str, weight: u32) {
    let slot = if pronoun == "he" { &mut counts.0 } else { &mut counts.1 };
    *slot = slot.saturating_add(weight);
}

/// One way only, or three times as often as the other.
fn decided((he, she): Counts) -> Option<&'static str> {
    match () {
        () if he > she.saturating_mul(3) => Some("he"),
        () if she > he.saturating_mul(3) => Some("she"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, name: &str, expected: Option<&str>) {
        assert_eq!(Shown::new(&[text]).pronoun(name, true), expected, "{name}: {text}");
    }

    #[test]
    fn the_article_shows_whether_somebody_is_he_or_she() {
        check("Lowe said she would wait.", "Robin Lowe", Some("she"));
        check("Robin Lowe, the mayor, defended his plan.", "Robin Lowe", Some("he"));
        check("It rained. Mrs. Lowe left.", "Robin Lowe", Some("she"));
        check("In Norland, Lowe told his voters so.", "Robin Lowe", Some("he"));
    }

    #[test]
    fn evidence_that_speaks_both_ways_or_of_others_shows_nothing() {
        check("Lowe met Hart before he left.", "Robin Lowe", None);
        check("Lowe said so. He left.", "Robin Lowe", None);
        check("Lowe said “he is a fool” again.", "Robin Lowe", None);
        check("Lowe said she left. Lowe said he left.", "Robin Lowe", None);
        check("Maria was there.", "Maria Lowe", None);
    }

    #[test]
    fn of_two_with_one_surname_each_has_evidence_of_their_own() {
        let text = "Ann Lowe said she would wait. Bob Lowe said he would not.";
        let shown = Shown::new(&[text]);
        assert_eq!(shown.pronoun("Ann Lowe", false), Some("she"));
        assert_eq!(shown.pronoun("Bob Lowe", false), Some("he"));
        assert_eq!(shown.pronoun("Kim Lowe", false), None);
    }
}
