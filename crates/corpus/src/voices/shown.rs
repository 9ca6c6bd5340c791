//! Whether an article itself shows a person to be `he` or `she`: `Mrs. Lowe`,
//! `Robin Lowe, a father of two`, `Mr. Lowe said he would`, and nobody else is
//! named before the pronoun.
//!
//! Invariant: evidence of the article only, never what a first name suggests;
//! where it speaks both ways or not at all, nothing is shown.

mod sentence;

use std::collections::HashMap;

use self::sentence::{Known, Name, Sentence, capitals, opens, words};
use super::name::{bare, is_title, pronoun};

/// What speaks for `he` and for `she`.
type Counts = (u32, u32);

/// The evidence of an article, by surname and by given name and surname.
#[derive(Debug, Default)]
pub struct Shown<'t> {
    surnames: HashMap<&'t str, Counts>,
    pairs: HashMap<Name<'t>, Counts>,
    /// For each surname, whether a form of address for `he`, and one for `she`,
    /// stands before it.
    addressed: HashMap<&'t str, (bool, bool)>,
}

/// What somebody is called: `Mrs. Lowe`, `Lowe, a father of two`, `Lowe herself`.
const CALLED: u32 = 12;
/// A pronoun behind the only one whom its sentence names.
const TOLD: u32 = 3;
/// One that may mean somebody else after all; two of these are needed.
const HINTED: u32 = 1;

/// What a pronoun tells of those who are named before it.
#[derive(Debug)]
struct Vote<'t> {
    names: Vec<Name<'t>>,
    pronoun: &'static str,
}

impl<'t> Shown<'t> {
    /// Reads the article once, outside its quotations. Linear in its length.
    pub fn new(texts: &[&'t str]) -> Shown<'t> {
        let mut shown = Shown::default();
        let known: Known<'t> = texts.iter().flat_map(|text| capitals(text)).collect();
        let mut undecided = Vec::new();
        for text in texts {
            shown.read(text, &known, &mut undecided);
        }
        shown.left(undecided);
        shown
    }

    /// What is shown of the person of that name. Of several with the surname,
    /// `alone` is the one whom it means by itself.
    pub fn pronoun(&self, name: &str, only: bool, alone: bool) -> Option<&'static str> {
        self.told(name, only, alone, decided)
    }

    /// The same, or what a single hint tells where nothing speaks against it: too
    /// little to say who somebody is, enough to say who they are not.
    pub fn hinted(&self, name: &str, only: bool, alone: bool) -> Option<&'static str> {
        self.pronoun(name, only, alone).or_else(|| self.told(name, only, alone, hinted))
    }

    fn told(
        &self,
        name: &str,
        only: bool,
        alone: bool,
        decide: fn(Counts) -> Option<&'static str>,
    ) -> Option<&'static str> {
        let mut words = name.split_whitespace();
        let given = words.next()?;
        let surname = words.last().unwrap_or(given);
        let pair = |given| self.pairs.get(&(given, surname)).and_then(|counts| decide(*counts));
        let by_itself = || pair("").filter(|_| alone && !self.are_two(surname));
        let whole = || self.surnames.get(surname).filter(|_| only).and_then(|counts| decide(*counts));
        pair(given).or_else(by_itself).or_else(whole)
    }

    /// Whether the article has both `Mr. Lowe` and `Mrs. Lowe`.
    pub fn are_two(&self, surname: &str) -> bool {
        self.addressed.get(surname) == Some(&(true, true))
    }

    fn read(&mut self, text: &'t str, known: &Known<'t>, undecided: &mut Vec<Vote<'t>>) {
        let (mut sentence, mut quoted) = (Sentence::new(None), false);
        let mut words = words(text).peekable();
        while let Some(raw) = words.next() {
            let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            quoted |=
                !plain(raw.as_bytes().first()) && (raw.starts_with(['“', '"', '«', '„', '‘']) || raw.starts_with("''"));
            let word = bare(raw);
            if quoted {
                sentence.quote();
            } else {
                sentence.word(self, raw, word, words.peek().copied().unwrap_or_default(), known);
            }
            // Most words end with no mark.
            if plain(raw.as_bytes().last()) {
                continue;
            }
            let end = raw.trim_end_matches([',', '.', '?', '!', ';', ':']);
            quoted &= !end.ends_with(['”', '"', '»', '’', '\'']);
            let short = || word.len() <= 3 && !word.ends_with(['e', 'y', 's', 't']) || is_title(word);
            let full = raw.trim_end_matches(['”', '"', '\'', '’', ')']).ends_with(['.', '?', '!']);
            if full && (!short() || words.peek().is_some_and(|next| opens(next))) {
                let ended = std::mem::take(&mut sentence);
                sentence = Sentence::new(ended.end(self, undecided, known));
            }
        }
        sentence.end(self, undecided, known);
    }

    /// `Mrs. Lowe`: what stands before the name in the run.
    fn address(&mut self, run: &[&'t str], name: Name<'t>) {
        let (_, surname) = name;
        let Some(told) = run.iter().find_map(|word| pronoun(word)) else { return };
        count(self.surnames.entry(surname).or_default(), told, CALLED);
        let (he, she) = self.addressed.entry(surname).or_default();
        *(if told == "he" { he } else { she }) = true;
        if let [.., title, given, surname] = run
            && !is_title(given)
            && is_title(title)
        {
            count(self.pairs.entry((given, surname)).or_default(), told, CALLED);
        }
    }

    fn count(&mut self, (given, surname): Name<'t>, pronoun: &str, weight: u32) {
        count(self.surnames.entry(surname).or_default(), pronoun, weight);
        count(self.pairs.entry((given, surname)).or_default(), pronoun, weight);
    }

    /// Of several who are named it is the one left who is meant, where all others
    /// are shown to be the other.
    fn left(&mut self, undecided: Vec<Vote<'t>>) {
        let mut found = Vec::new();
        for Vote { names, pronoun } in undecided {
            let fits = |(given, surname): &&Name<'t>| {
                let pair = self.pairs.get(&(*given, *surname)).and_then(|counts| decided(*counts));
                let known = pair.or_else(|| self.surnames.get(surname).and_then(|counts| decided(*counts)));
                known.is_none_or(|known| known == pronoun)
            };
            let mut left = names.iter().filter(fits);
            if let Some(name) = left.next().filter(|name| left.all(|other| other.1 == name.1)) {
                found.push((*name, pronoun));
            }
        }
        for (name, pronoun) in found {
            self.count(name, pronoun, HINTED);
        }
    }
}

fn count(counts: &mut Counts, pronoun: &str, weight: u32) {
    let slot = if pronoun == "he" { &mut counts.0 } else { &mut counts.1 };
    *slot = slot.saturating_add(weight);
}

/// More than a hint, and three times as much as for the other.
fn decided((he, she): Counts) -> Option<&'static str> {
    match () {
        () if he > HINTED && he >= she.saturating_mul(3) => Some("he"),
        () if she > HINTED && she >= he.saturating_mul(3) => Some("she"),
        () => None,
    }
}

fn hinted(counts: Counts) -> Option<&'static str> {
    match counts {
        (HINTED, 0) => Some("he"),
        (0, HINTED) => Some("she"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, name: &str, expected: Option<&str>) {
        assert_eq!(Shown::new(&[text]).pronoun(name, true, true), expected, "{name}: {text}");
    }

    #[test]
    fn the_article_shows_whether_somebody_is_he_or_she() {
        check("Lowe said she would wait.", "Robin Lowe", Some("she"));
        check("Robin Lowe, the mayor, defended his plan.", "Robin Lowe", Some("he"));
        check("It rained. Mrs. Lowe left.", "Robin Lowe", Some("she"));
        check("In Norland, Lowe told his voters so.", "Robin Lowe", Some("he"));
    }

    #[test]
    fn what_somebody_is_called_shows_it() {
        check("Robin Lowe, a father of two, met Kim Hart.", "Robin Lowe", Some("he"));
        check("Robin Lowe, daughter of a miner, met Kim Hart.", "Robin Lowe", Some("she"));
        check("Kim Hart knew that Lowe herself was late.", "Robin Lowe", Some("she"));
        check("Robin Lowe, a women's advocate, left.", "Robin Lowe", None);
        check("Robin Lowe, her rival, left.", "Robin Lowe", None);
    }

    #[test]
    fn what_is_no_person_stands_in_nobodys_way() {
        check("The Harbour Party told Lowe that he could stay.", "Robin Lowe", Some("he"));
        check("North Norland heard Lowe before she left.", "Robin Lowe", Some("she"));
        check("Speaking to miners, Lowe said he would wait.", "Robin Lowe", Some("he"));
        check("Lowe greeted a Red Rose mother and shook his head.", "Robin Lowe", Some("he"));
        check("Lowe greeted a Red Rose mother and shook her head.", "Robin Lowe", None);
    }

    #[test]
    fn hints_are_believed_from_two_on() {
        check("Lowe rose. He left.", "Robin Lowe", None);
        check("Lowe rose. He left. It rained. Robin Lowe slept. He woke.", "Robin Lowe", Some("he"));
        check("Lowe’s plan was his own.", "Robin Lowe", None);
        check("Lowe’s plan was his own. Lowe’s house was his too.", "Robin Lowe", Some("he"));
        check("Mr. Hill met Lowe before she left.", "Robin Lowe", None);
        check("Mr. Hill met Lowe before she left. Lowe told Hill she was ill.", "Robin Lowe", Some("she"));
    }

    #[test]
    fn a_hint_is_heard_where_nothing_is_shown() {
        let hinted = |text: &str| Shown::new(&[text]).hinted("Robin Lowe", true, true);
        assert_eq!(hinted("Robin Lowe rose. He left."), Some("he"));
        assert_eq!(hinted("Robin Lowe rose. He left. Robin Lowe slept. She woke."), None);
        assert_eq!(hinted("Robin Lowe rose. He left. It rained. Mrs. Lowe slept."), Some("she"));
    }

    #[test]
    fn who_acts_on_a_pronoun_is_not_meant_by_it() {
        check("Lowe blamed him.", "Robin Lowe", None);
        check("Kim Hart found that Lowe had blamed him.", "Kim Hart", Some("he"));
        check("Kim Hart found that Lowe had blamed him.", "Robin Lowe", None);
    }

    #[test]
    fn evidence_that_speaks_both_ways_or_of_others_shows_nothing() {
        check("Lowe met Hart before he left.", "Robin Lowe", None);
        check("Ann Lowe met Robin Lowe before he left.", "Robin Lowe", None);
        check("Lowe said so. He left.", "Robin Lowe", None);
        check("Lowe said “he is a fool” again.", "Robin Lowe", None);
        check("Lowe said she left. Lowe said he left.", "Robin Lowe", None);
        check("It is a bad year for Lowe, he said.", "Robin Lowe", None);
        check("His plan drove Lowe to say that he was late.", "Robin Lowe", None);
        check("Lowe’s husband said he was late.", "Robin Lowe", None);
        check("A Lowe aide said he was late.", "Robin Lowe", None);
        check("Maria was there.", "Maria Lowe", None);
    }

    #[test]
    fn one_that_speaks_against_three_is_outvoted() {
        let three = "Lowe said she would. Lowe said she might. Lowe said she did.";
        check(&format!("{three} Lowe said he left."), "Robin Lowe", Some("she"));
        check("Lowe said she would. Lowe said she might. Lowe said he left.", "Robin Lowe", None);
    }

    #[test]
    fn of_two_with_one_surname_each_has_evidence_of_their_own() {
        let text = "Ann Lowe said she would wait. Bob Lowe said he would not.";
        let shown = Shown::new(&[text]);
        assert_eq!(shown.pronoun("Ann Lowe", false, false), Some("she"));
        assert_eq!(shown.pronoun("Bob Lowe", false, false), Some("he"));
        assert_eq!(shown.pronoun("Kim Lowe", false, false), None);
    }
}
