//! Whom the words beside a verb of saying mean: `X and Y said`, `he said`,
//! `they said`.

use super::super::function_word::DETERMINERS;
use super::super::heard::is_thing;
use super::super::lexicon::is_speaker_noun;
use super::super::name::pronoun;
use super::named::{asked, is_object, starts_with};
use super::*;

/// How many words behind a verb are looked at for a name.
const MOST_BEHIND: usize = 40;
/// How far back `they` and `it` reach, in sentences.
const MOST_BACK_FOR_THEM: usize = 4;

impl Attribution<'_> {
    /// Who stands before `and` and a subject: `Mr Bush and Mr Putin said`. Two
    /// bodies are called together, as the text does.
    pub(super) fn beside(
        &mut self,
        passage: &Passage<'_>,
        cue: &Cue,
        sentence: &Range<usize>,
        person: bool,
    ) -> Option<Speaker> {
        let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
        let and = cue.subject.start.checked_sub(1).filter(|at| *at > sentence.start)?;
        if cue.subject.start > cue.verb || !token(and)?.is(&["and"]) {
            return None;
        }
        let mut start = and;
        while start > sentence.start && and - start < 6 && token(start - 1).is_some_and(Token::is_capital) {
            start -= 1;
        }
        let opens = start == sentence.start
            || token(start - 1)
                .is_some_and(|token| token.is(&[",", "that", "as", "but", "while", "when", "the", "both"]));
        let words: Vec<&str> = passage.tokens.get(start..and)?.iter().map(|token| token.text).collect();
        if words.is_empty() || !opens {
            return None;
        }
        if person {
            return self.cast.person(&words).map(Speaker::Actor);
        }
        // `Ms Hart and her aides said`: she and they speak together.
        let theirs = passage.tokens.get(cue.subject.start).is_some_and(|first| {
            first.is(&["his", "her", "their", "its", "other", "several", "two", "three", "some", "many"])
        });
        if theirs && passage.tokens.get(start).is_some_and(Token::is_capital) {
            return Some(Speaker::Unnamed(passage.words(&(start..cue.subject.end))));
        }
        let from =
            start.checked_sub(1).filter(|at| token(*at).is_some_and(|token| token.is(&["the"]))).unwrap_or(start);
        let both = passage.tokens.get(from..cue.subject.end)?;
        let phrase = passage.words(&(from..cue.subject.end));
        // `Mr Putin and Mr Bush`, whom nothing names in full.
        if words.first().is_some_and(|word| is_title(word)) {
            return Some(Speaker::Unnamed(phrase));
        }
        let body = |word: &&str| self.cast.side_of(word).is_some() || word.chars().all(char::is_uppercase);
        (self.cast.side_of(&words.join(" ")).is_some() || words.iter().all(body))
            .then(|| Speaker::Unnamed(unnamed(both, &phrase)))
    }

    pub(super) fn actor(&self, who: usize) -> &Actor {
        // Indices come from the cast itself, which only grows.
        static NOBODY: Actor =
            Actor { name: String::new(), person: None, role: String::new(), side: None, pronoun: String::new() };
        self.cast.actors.get(who).unwrap_or(&NOBODY)
    }

    /// The last fitting person: earlier in the sentence, else in the nearest
    /// one who spoke, else who was named first. Where they all are further back,
    /// somebody who was never named may have come between, and nobody is taken.
    pub(super) fn pronoun(
        &self,
        passage: &Passage<'_>,
        cue: &Cue,
        pronoun: &str,
        before: &[(Cue, Found)],
        here: &Names<'_, '_>,
        shown: String,
    ) -> Option<Found> {
        // `she said that Ms Hart had won`, `she said of Ms Hart’s plan`: another one.
        let rest = passage.tokens.get(cue.verb + 1..).unwrap_or(&[]).iter().take(MOST_BEHIND);
        let rest = rest.take_while(|token| {
            !matches!(token.text, "." | "?" | "!" | ";" | "and" | "but" | "or" | "while") || token.quote.is_some()
        });
        let named: Vec<&str> =
            rest.filter(|token| token.quote.is_none() && token.is_capital()).map(|token| bare(token.text)).collect();
        let fits = |speaker: &Speaker| {
            let is_named = || match speaker {
                Speaker::Actor(who) if self.cast.namesakes(*who) == 1 => {
                    let surname = self.actor(*who).name.split_whitespace().last().unwrap_or("");
                    named.contains(&surname)
                }
                _ => false,
            };
            self.fits(speaker, pronoun) && !is_named()
        };
        // `her adviser, Peter Haas, called it high praise, she insists`
        let owned = |cue: &Cue| {
            let possessive = if pronoun == "she" { "her" } else { "his" };
            let from = cue.first().saturating_sub(4);
            passage.tokens.get(from..cue.subject.start).unwrap_or(&[]).iter().any(|token| token.is(&[possessive]))
        };
        let acts = |cue: &Cue| is_object(passage, cue.verb + 1, pronoun);
        let asked = asked(passage, here.first, pronoun).unwrap_or(usize::MAX);
        let comma = |cue: &Cue| passage.tokens.get(cue.first().wrapping_sub(1)).is_some_and(|token| token.text == ",");
        let other = |cue: &Cue| owned(cue) || acts(cue) || cue.first() > asked && !comma(cue);
        let earlier = before.iter().rev().filter(|(cue, _)| !other(cue)).map(|(_, found)| found.speaker.clone());
        let here = here.before(cue.subject.start, pronoun);
        let near = self.past(pronoun, MOST_BACK);
        let untold = |speaker: &Speaker| matches!(speaker, Speaker::Unnamed(phrase) if phrase == pronoun);
        let here: Vec<Speaker> = earlier.chain(here).filter(fits).collect();
        // `Kim Vale mocked Ms Hart when she left`: of those in the sentence, of whom it is shown.
        let is_shown =
            |speaker: &&Speaker| matches!(speaker, Speaker::Actor(who) if self.cast.pronoun_of(*who) == Some(pronoun));
        let in_sentence = here.iter().find(is_shown).or(here.first()).cloned();
        let found = in_sentence.or_else(|| near.into_iter().find(fits));
        let (speaker, why) = match found.filter(|speaker| !untold(speaker)) {
            Some(speaker) => (speaker, format!("“{pronoun}” is read as the last person named whom it fits.")),
            None => {
                self.past(pronoun, MOST_REMEMBERED).find(fits)?;
                (Speaker::Unnamed(pronoun.to_owned()), format!("Whom “{pronoun}” means is not told."))
            }
        };
        Some(Found { speaker, basis: Basis::Inferred, why, role: String::new(), cue: shown })
    }

    /// Whom `pronoun` may mean of those in the `most` sentences before, the likeliest
    /// first.
    fn past(&self, pronoun: &str, most: usize) -> impl Iterator<Item = Speaker> {
        let past = self.heard.len().saturating_sub(1);
        let sure = move |(speaker, named): &(Speaker, Named)| match (speaker, named) {
            (Speaker::Actor(who), Named::Later) => self.cast.pronoun_of(*who) == Some(pronoun),
            _ => true,
        };
        candidates(self.heard.get(..past).unwrap_or(&[]), most).filter(sure).map(|(speaker, _)| speaker)
    }

    /// Whether nothing shows that `pronoun` does not stand for `speaker`.
    fn fits(&self, speaker: &Speaker, pronoun: &str) -> bool {
        match speaker {
            Speaker::Actor(who) => self.cast.hinted_of(*who).is_none_or(|known| known == pronoun),
            // Of whom it was not told before, it is not told again.
            Speaker::Unnamed(phrase) if phrase == pronoun => true,
            Speaker::Unnamed(phrase) => {
                let shown = self.cast.shown_of(phrase);
                may_be_person(phrase, pronoun) || shown == Some(pronoun) || shown.is_none() && is_titled(phrase)
            }
            Speaker::Together(_) => false,
        }
    }

    /// Whom the pronoun means with which the sentence itself begins: `He met Mr Lowe.`
    pub(super) fn opening(
        &self,
        passage: &Passage<'_>,
        sentence: &Sentence<'_, '_>,
        names: &Names<'_, '_>,
    ) -> Option<Speaker> {
        let (subject, ..) = sentence.opening_subject(sentence.end)?;
        let [only] = passage.tokens.get(subject.clone())? else { return None };
        let pronoun = ["he", "she"].into_iter().find(|pronoun| starts_with(only, pronoun))?;
        let mut past = self.past(pronoun, MOST_BACK);
        let first = !names.mentions.iter().any(|mention| mention.end <= subject.start && !mention.depends);
        first.then(|| past.find(|speaker| self.fits(speaker, pronoun))).flatten()
    }

    /// `they`: a group earlier in the sentence, else the two people or the
    /// group of the sentence before.
    pub(super) fn they(&self, passage: &Passage<'_>, cue: &Cue, sentence: &Range<usize>, shown: String) -> Found {
        let view = Sentence { tokens: &passage.tokens, start: sentence.start, end: cue.subject.start };
        let found = |speaker, why| Found { speaker, basis: Basis::Inferred, why, role: String::new(), cue: shown };
        let group = (view.start..view.end).rev().find_map(|at| {
            let token = passage.tokens.get(at)?;
            let several = token.text.ends_with('s') && !token.text.ends_with("ss");
            let people = is_speaker(token) && !is_thing(&token.text.to_ascii_lowercase());
            let phrase = || view.noun_phrase(at).unwrap_or(at..at + 1);
            (several && people && token.quote.is_none()).then(phrase)
        });
        // `That worries many farmers`: they are the farmers.
        let group = group.map(|group| {
            let opens = |at: &usize| view.is(*at, DETERMINERS) && !view.after(*at, &["of"]);
            (group.start + 1..group.end).rev().find(opens).map_or(group.clone(), |start| start..group.end)
        });
        if let Some((group, subject)) = group.and_then(|group| Some((group.clone(), passage.tokens.get(group)?))) {
            let phrase = passage.words(&group);
            let why = format!("“they” is read as “{phrase}”, named earlier in the sentence.");
            return found(Speaker::Unnamed(unnamed(subject, &phrase)), why);
        }
        let mut people = self.heard.iter().rev().nth(1).map(|last| last.named.clone()).unwrap_or_default();
        people.sort_by(|a, b| self.actor(*a).name.cmp(&self.actor(*b).name));
        people.dedup();
        if people.len() == 2 {
            let why = "“they” is read as the two people whom the sentence before names.".to_owned();
            return found(Speaker::Together(people), why);
        }
        // Who spoke in the sentences before, or of whom they are.
        let near = self.heard.iter().rev().skip(1).take(MOST_BACK_FOR_THEM);
        let group = near.enumerate().find_map(|(at, heard)| {
            let spoke = match &heard.spoke {
                Some(Speaker::Unnamed(phrase)) => Some(phrase),
                _ => None,
            };
            let about = heard.phrase.as_ref().filter(|_| at == 0 && heard.named.is_empty());
            spoke.into_iter().chain(about).find(|phrase| may_be_group(phrase))
        });
        let Some(group) = group else {
            return found(Speaker::Unnamed("they".to_owned()), "Whom “they” means is not told.".to_owned());
        };
        let speaker = group.strip_prefix("The ").map_or_else(|| group.clone(), |rest| format!("the {rest}"));
        found(Speaker::Unnamed(speaker), format!("“they” is read as “{group}”, of whom the sentences before are."))
    }

    /// `it`: the body, the document or the firm that spoke last, in the
    /// sentence or in those before.
    pub(super) fn it(&self, before: &[(Cue, Found)], shown: String) -> Found {
        let here = before.iter().rev().map(|(_, found)| found.speaker.clone());
        let past = self.heard.get(..self.heard.len().saturating_sub(1)).unwrap_or(&[]);
        let past = past
            .iter()
            .rev()
            .take(MOST_BACK_FOR_THEM)
            .flat_map(|heard| heard.spoke.clone().into_iter().chain(heard.phrase.clone().map(Speaker::Unnamed)));
        let body = here.chain(past).find_map(|speaker| match speaker {
            Speaker::Unnamed(phrase) if may_be_body(&phrase) && self.cast.shown_of(&phrase).is_none() => Some(phrase),
            _ => None,
        });
        let (speaker, why) = match body {
            Some(phrase) => {
                let why = format!("“it” is read as “{phrase}”, which spoke last.");
                (phrase.strip_prefix("The ").map_or_else(|| phrase.clone(), |rest| format!("the {rest}")), why)
            }
            None => ("it".to_owned(), "What “it” means is not told.".to_owned()),
        };
        Found { speaker: Speaker::Unnamed(speaker), basis: Basis::Inferred, why, role: String::new(), cue: shown }
    }
}

/// `President Lowe`: a title and a surname, of which nothing tells the pronoun.
fn is_titled(phrase: &str) -> bool {
    match phrase.split(' ').collect::<Vec<_>>().as_slice() {
        [title, surname] => {
            is_title(title) && pronoun(title).is_none() && !is_speaker_noun(surname) && bare(surname) == *surname
        }
        _ => false,
    }
}
