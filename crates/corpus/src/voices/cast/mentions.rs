//! Whom a text names, and who of them is new.

use memchr::memmem::Finder;

use super::{Cast, MOST_LOOKED_UP};
use crate::voices::function_word::{is_boundary, is_preposition, is_speaker};
use crate::voices::heard::names_one;
use crate::voices::lexicon::is_speaker_noun;
use crate::voices::name::{bare, is_particle, name_start, pronoun};
use crate::voices::token::Token;

impl Cast<'_> {
    /// The people named in a run of tokens outside quotations, in order, with
    /// the token at which each name ends.
    /// In a headline that writes every word with a capital nobody is new.
    pub fn mentions(&mut self, tokens: &[Token<'_>], offset: usize, introduces: bool) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut run = 0;
        for (at, token) in tokens.iter().enumerate() {
            // `After Amy Dahl`, `Like Jon Hill`: the name begins behind it.
            let leads = run == 0 && (is_preposition(token) || is_boundary(token));
            run = if token.is_capital() && token.quote.is_none() && !leads { run + 1 } else { 0 };
            if run == 0 {
                continue;
            }
            let ends = tokens.get(at + 1).is_none_or(|next| !next.is_capital() && !is_particle(next.text));
            let known = self.surnames.get(&bare(token.text).to_lowercase()).cloned();
            let who = known.and_then(|known| {
                // A name is at most four words long, with a title before it.
                let words = tokens.get(at + 1 - run.min(5)..=at).unwrap_or(&[]);
                let words: Vec<&str> = words.iter().map(|token| bare(token.text)).collect();
                let start = name_start(&words).min(words.len() - 1).max(words.len().saturating_sub(3));
                let who = self.known(&known, &words, words.get(start..).unwrap_or(&[]))?;
                self.learn(who, words.get(..start).unwrap_or(&[]));
                Some(who)
            });
            let new = || introduces && ends && (2..=5).contains(&run);
            let who = who.or_else(|| new().then(|| self.newly_named(tokens, at + 1 - run, at)).flatten());
            found.extend(who.map(|who| (who, offset + at + 1)));
        }
        found
    }

    /// Somebody named in full for the first time, who does not speak yet: the
    /// name stands between commas, after a role, or its surname comes back.
    fn newly_named(&mut self, tokens: &[Token<'_>], start: usize, last: usize) -> Option<usize> {
        let words: Vec<&str> = tokens.get(start..=last)?.iter().map(|token| bare(token.text)).collect();
        let role = name_start(&words);
        let name = words.get(role..)?;
        let [given, .., surname] = name else { return None };
        if surname.len() < 3 || self.sought.len() >= MOST_LOOKED_UP {
            return None;
        }
        let mark = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.text == ",");
        let apart = mark(start.checked_sub(1));
        let between = apart && mark(Some(last + 1));
        let ends = tokens.get(last + 1).is_none_or(|next| !next.is_word());
        let finder = Finder::new(surname);
        let alone = |text: &&str| {
            finder.find_iter(text.as_bytes()).any(|at| {
                text.get(..at).is_some_and(|before| !before.ends_with(given) && !before.trim_end().ends_with(given))
            })
        };
        let fresh = self.sought.insert((*surname).to_owned());
        if !self.may_name(name) {
            return None;
        }
        // `his colleague Inga Berzina`, `her husband, Peter Berzin.`
        let noun = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at))
                .map(|token| token.text)
                .filter(|text| is_speaker_noun(text) || pronoun(text).is_some())
        };
        let called = noun(start.checked_sub(1)).or_else(|| noun(start.checked_sub(2)).filter(|_| apart && ends));
        // `Kim Marsh shook his head`
        let shown = || self.shown().pronoun(&name.join(" "), false, false).is_some();
        // `Kim Marsh` where Robin Marsh is known, and the article has Mr. Marsh and Ms. Marsh.
        let namesake = || self.surnames.contains_key(&surname.to_lowercase()) && self.shown().are_two(surname);
        let person = role > 0
            || between
            || called.is_some()
            || is_described(tokens, last + 1)
            || namesake()
            || shown()
            || fresh && self.texts.iter().any(alone);
        let who = person.then(|| self.newcomer(&words, self.without_lead(name).join(" ")))?;
        self.learn(who, if role > 0 { words.get(..role)? } else { called.as_slice() });
        Some(who)
    }
}

/// Whether what stands from `at` on tells that the name before it is a person's:
/// `, a former clerk of the mayor`, `, 44,`, `, who`.
fn is_described(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(comma) = tokens.get(at).filter(|token| token.text == "," && token.quote.is_none()) else { return false };
    let rest = tokens.get(at + 1..).unwrap_or(&[]);
    let Some(first) = rest.first().filter(|first| first.quote == comma.quote) else { return false };
    let age = first.text.parse::<u8>().is_ok_and(|age| (10..=110).contains(&age));
    let aged = age && rest.get(1).is_some_and(|next| next.text == ",");
    let phrase = || rest.iter().take(6).take_while(|token| token.is_word() && !is_preposition(token));
    let noun = || phrase().last().is_some_and(|head| is_speaker(head) && !head.is_capital() && names_one(head.text));
    aged || first.is(&["who"]) || first.is(&["a", "an", "the"]) && noun()
}
