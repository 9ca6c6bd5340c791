//! Whether somebody of the cast is `he` or `she`.
//!
//! Invariant: what the catalogue or a form of address tells is not overruled.

use super::Cast;
use crate::voices::lexicon::is_speaker_noun;
use crate::voices::name::{bare, is_title, pronoun};
use crate::voices::shown::Shown;

impl<'c> Cast<'c> {
    /// `he` or `she`, when the catalogue, a form of address or the article's own
    /// pronouns show it.
    pub fn pronoun_of(&self, who: usize) -> Option<&str> {
        self.told_of(who, |name, only, alone| self.shown().pronoun(name, only, alone))
    }

    /// The same, or what the article's pronouns only hint at.
    pub fn hinted_of(&self, who: usize) -> Option<&str> {
        self.told_of(who, |name, only, alone| self.shown().hinted(name, only, alone))
    }

    fn told_of(&self, who: usize, shown: impl Fn(&str, bool, bool) -> Option<&'static str>) -> Option<&str> {
        let actor = self.actors.get(who)?;
        if !actor.pronoun.is_empty() {
            return Some(&actor.pronoun);
        }
        let surname = || actor.name.split(' ').next_back().unwrap_or_default();
        let only = self.namesakes(who) == 1;
        let alone = only || self.meant.get(surname()) == Some(&who);
        shown(&actor.name, only, alone)
    }

    pub(super) fn shown(&self) -> &Shown<'c> {
        self.shown.get_or_init(|| Shown::new(&self.texts))
    }

    /// The same for somebody of whom only the surname is known: `Lowe`, `Mr. Lowe`.
    pub fn shown_of(&self, phrase: &str) -> Option<&str> {
        let mut words = phrase.split(' ');
        let surname = words.next_back().filter(|word| word.starts_with(char::is_uppercase))?;
        let titles: Vec<&str> = words.collect();
        if !titles.iter().all(|word| is_title(word)) || is_speaker_noun(surname) {
            return None;
        }
        let told = titles.iter().find_map(|word| pronoun(word));
        told.or_else(|| self.shown().pronoun(bare(surname), true, true))
    }

    /// Learns a pronoun from `Mr.` or `Ms.`
    pub(super) fn address(&mut self, at: usize, words: &[&str]) {
        let pronoun = words.iter().find_map(|word| pronoun(word));
        if let (Some(actor), Some(pronoun)) =
            (self.actors.get_mut(at).filter(|actor| actor.pronoun.is_empty()), pronoun)
        {
            actor.pronoun = pronoun.to_owned();
        }
    }
}
