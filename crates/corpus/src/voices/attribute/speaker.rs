//! Who the subject of a cue is: a pronoun's, a name's, a role's, or nobody's whom the
//! article names.
//!
//! Invariant: says why; whoever cannot be told is given as the text has them.

use super::*;

impl Attribution<'_> {
    /// Who the subject of a cue is; `here` are named in the sentence.
    pub(super) fn speaker(
        &mut self,
        passage: &Passage<'_>,
        cue: &Cue,
        sentence: &Range<usize>,
        before: &[(Cue, Found)],
        here: &Names<'_, '_>,
    ) -> Option<Found> {
        let subject = passage.tokens.get(cue.subject.clone())?;
        let phrase = passage.words(&cue.subject);
        let shown = passage.words(&(cue.first()..cue.end()));
        let found = |speaker, basis, why: String, role| Some(Found { speaker, basis, why, role, cue: shown.clone() });
        if cue.inherited
            && let Some((_, other)) = before.iter().rev().find(|(other, _)| other.subject == cue.subject)
        {
            let why = "The verb shares its subject with the one before it.".to_owned();
            return Some(Found { basis: Basis::Inferred, why, cue: shown, ..other.clone() });
        }
        let verb = passage.tokens.get(cue.verb).map_or("", |verb| verb.text);
        if cue.takes.any(Frames::VIEW) && !before.is_empty() {
            return None;
        }
        if let [only] = subject {
            // `He’s against it and says so`
            match only.text.to_lowercase().split(['\'', '’']).next().unwrap_or("") {
                "they" | "them" | "their" => return Some(self.they(passage, cue, sentence, shown)),
                "he" | "him" | "his" => return self.pronoun(passage, cue, "he", before, here, shown),
                "she" | "her" => return self.pronoun(passage, cue, "she", before, here, shown),
                "it" | "its" => return Some(self.it(before, shown)),
                _ => {}
            }
        }
        if let Some(sender) = self.sender.clone().filter(|_| is_message(&phrase)) {
            let (name, ..) = self.described(&sender, "");
            let why = format!("“{phrase}” is read as the one that {name} sent.");
            return found(sender, Basis::Inferred, why, String::new());
        }
        let role = without_article(&passage.words(&cue.apposition));
        let words: Vec<&str> = subject.iter().map(|token| token.text).collect();
        if let Some(who) = self.cast.described(&phrase) {
            let why = format!("“{phrase}” is a role that {} held then.", self.actor(who).name);
            return found(Speaker::Actor(who), Basis::Inferred, why, String::new());
        }
        let owned = words.iter().rev().skip(1).any(|word| word.ends_with("'s") || word.ends_with("’s"));
        let capital = words.last().is_some_and(|word| word.starts_with(char::is_uppercase));
        // `the leaders of Norland and the Southern Isles` end in nobody's name.
        let of = words.iter().position(|word| *word == "of").and_then(|of| words.get(of.checked_sub(1)?));
        let several = words.contains(&"and") && of.is_some_and(|head| head.ends_with('s'));
        let several = several || speaks_for(subject) || names_body(&words);
        let who = if capital && !owned && !several { self.cast.person(&words) } else { None };
        if let Some(other) = self.beside(passage, cue, sentence, who.is_some()) {
            let together = match (who, other) {
                (Some(who), Speaker::Actor(other)) => Speaker::Together(vec![other, who]),
                (_, other) => other,
            };
            return found(together, Basis::Stated, "The text names the speakers.".to_owned(), String::new());
        }
        if let Some(who) = who {
            if !role.is_empty() {
                self.cast.learn_role(who, &role);
            }
            let full = self.actor(who).name.split_whitespace().all(|part| words.iter().any(|word| bare(word) == part));
            let known = full || self.cast.namesakes(who) == 1;
            let why = if known {
                "The text names the speaker.".to_owned()
            } else if self.cast.is_last_named(who) {
                format!("The last of that name to be named in full is {}.", self.actor(who).name)
            } else {
                format!("Of that name, it is {} whom the text has called so before.", self.actor(who).name)
            };
            return found(Speaker::Actor(who), if known { Basis::Stated } else { Basis::Inferred }, why, role);
        }
        // `one in seven households reports`: `one` is nobody.
        if phrase.eq_ignore_ascii_case("one") {
            return None;
        }
        if verb == ":" && !subject.last().is_some_and(is_speaker) {
            return None;
        }
        found(
            Speaker::Unnamed(unnamed(subject, &phrase)),
            Basis::Stated,
            "The text names the speaker.".to_owned(),
            role,
        )
    }
}

/// `a spokesman for Mr Lowe`, `the Center for Fair Trade`, `six papers in New
/// Norland`: whose name the preposition leads to does not speak.
fn speaks_for(subject: &[Token<'_>]) -> bool {
    let leads = |at: usize, any: &[&str]| subject.get(at).is_some_and(|token| token.is(any));
    let head = |at: usize| at.checked_sub(1).and_then(|head| subject.get(head));
    let place = |at: usize| {
        leads(at, &["at", "in", "from", "around", "across", "near"])
            && head(at)
                .is_some_and(|head| is_speaker(head) && (!head.is_capital() || at == 1 && head.text.ends_with('s')))
    };
    let first = subject.iter().position(|token| token.is(&["for", "with", "to"]));
    first.and_then(head).is_some_and(|head| head.is_capital() || is_speaker(head)) || (1..subject.len()).any(place)
}

/// `the Department of Harbour Security`, `a son of Jon Hill`: the name behind the
/// `of` is not who speaks.
fn names_body(words: &[&str]) -> bool {
    let start = name_start(words);
    let of = start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| matches!(*word, "of" | "on"));
    let body = words.last().is_some_and(|word| is_portfolio(word)) && words.iter().rev().nth(2) == Some(&"of");
    body || of && words.len() == start + 2 && start > 1
}

/// A role as a heading would have it.
fn without_article(role: &str) -> String {
    let bare = ["the ", "The ", "a ", "A ", "an ", "An "].iter().find_map(|article| role.strip_prefix(article));
    bare.unwrap_or(role).to_owned()
}
