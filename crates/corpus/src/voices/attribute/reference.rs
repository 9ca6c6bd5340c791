//! Whom the words beside a verb of saying mean: `X and Y said`, `he said`,
//! `they said`.

use super::*;

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
    /// one who spoke, else who was named first.
    pub(super) fn pronoun(
        &self,
        passage: &Passage<'_>,
        cue: &Cue,
        pronoun: &str,
        before: &[(Cue, Found)],
        here: Option<usize>,
        shown: String,
    ) -> Option<Found> {
        let told = passage.tokens.get(cue.verb + 1..cue.verb + 5).unwrap_or(&[]);
        let known = |who: usize| self.cast.pronoun_of(who);
        let fits = |speaker: &Speaker| match speaker {
            Speaker::Actor(who) => {
                let actor = self.actor(*who);
                let surname = actor.name.split_whitespace().last().unwrap_or("");
                let spoken_to = cue.takes.any(Frames::HEARER) && told.iter().any(|token| bare(token.text) == surname);
                known(*who).is_none_or(|known| known == pronoun) && !spoken_to
            }
            Speaker::Unnamed(phrase) => may_be_person(phrase, pronoun),
            Speaker::Together(_) => false,
        };
        // `her adviser, Peter Haas, called it high praise, she insists`
        let owned = |cue: &Cue| {
            let possessive = if pronoun == "she" { "her" } else { "his" };
            let from = cue.first().saturating_sub(4);
            passage.tokens.get(from..cue.subject.start).unwrap_or(&[]).iter().any(|token| token.is(&[possessive]))
        };
        let earlier = before.iter().rev().filter(|(cue, _)| !owned(cue)).map(|(_, found)| found.speaker.clone());
        let here = here.map(Speaker::Actor);
        let past = self.heard.len().saturating_sub(1);
        let past = candidates(self.heard.get(..past).unwrap_or(&[]));
        let sure = |(speaker, named): &(Speaker, Named)| match (speaker, named) {
            (Speaker::Actor(who), Named::Later) => known(*who) == Some(pronoun),
            _ => true,
        };
        let past = past.filter(sure).map(|(speaker, _)| speaker);
        let speaker = earlier.chain(here).chain(past).find(fits)?;
        let why = format!("“{pronoun}” is read as the last person named whom it fits.");
        Some(Found { speaker, basis: Basis::Inferred, why, role: String::new(), cue: shown })
    }

    /// `they`: a group earlier in the sentence, else the two people or the
    /// group of the sentence before.
    pub(super) fn they(
        &self,
        passage: &Passage<'_>,
        cue: &Cue,
        sentence: &Range<usize>,
        shown: String,
    ) -> Option<Found> {
        let view = Sentence { tokens: &passage.tokens, start: sentence.start, end: cue.subject.start };
        let found =
            |speaker, why| Some(Found { speaker, basis: Basis::Inferred, why, role: String::new(), cue: shown });
        let group = (view.start..view.end).rev().find_map(|at| {
            let token = passage.tokens.get(at)?;
            let plural = token.text.ends_with('s') && is_speaker(token) && token.quote.is_none();
            plural.then(|| view.noun_phrase(at).or(Some(at..at + 1))).flatten()
        });
        if let Some(group) = group {
            let subject = passage.tokens.get(group.clone())?;
            let phrase = passage.words(&group);
            let why = format!("“they” is read as “{phrase}”, named earlier in the sentence.");
            return found(Speaker::Unnamed(unnamed(subject, &phrase)), why);
        }
        let last = self.heard.iter().rev().nth(1)?;
        let mut people = last.named.clone();
        people.sort_by(|a, b| self.actor(*a).name.cmp(&self.actor(*b).name));
        people.dedup();
        if people.len() == 2 {
            let why = "“they” is read as the two people whom the sentence before names.".to_owned();
            return found(Speaker::Together(people), why);
        }
        let group = last.phrase.as_ref().filter(|phrase| phrase.ends_with('s') && people.is_empty())?;
        let speaker = group.strip_prefix("The ").map_or_else(|| group.clone(), |rest| format!("the {rest}"));
        found(Speaker::Unnamed(speaker), format!("“they” is read as “{group}”, of whom the sentence before is."))
    }
}
