//! Whom a description means: somebody's office, or the only one who has it.

use super::Cast;
use crate::voices::heard::names_one;
use crate::voices::lexicon::is_speaker_noun;
use crate::voices::name::is_title;

impl Cast<'_> {
    /// Who a description such as `the Russian president` means: somebody whose
    /// office the catalogue calls so, else the one person named so far whose
    /// role it is.
    pub fn described(&self, phrase: &str) -> Option<usize> {
        let head = phrase.split(' ').take_while(|word| *word != "of").last().unwrap_or("");
        // `the Harbour Board`, `the firm`: whoever leads it is somebody else.
        let office = names_one(&head.to_lowercase())
            && (head.starts_with(char::is_lowercase) || is_title(head) || is_speaker_noun(head));
        let phrase = phrase.to_lowercase();
        let bare = phrase.strip_prefix("the ").unwrap_or(&phrase);
        let called = self.called.iter().find(|(called, _)| bare == called).map(|(_, at)| *at);
        called.or_else(|| (office && phrase.starts_with("the ")).then(|| self.by_role(bare)).flatten())
    }

    /// The only person named so far whose role has these words.
    fn by_role(&self, description: &str) -> Option<usize> {
        let words: Vec<&str> = description.split(' ').collect();
        let (head, before) = words.split_last()?;
        let offices: &[&str] = match (description, *head) {
            ("head of state", _) => &["president", "king", "queen", "monarch"],
            ("head of government", _) => &["premier", "minister", "chancellor"],
            (_, "leader" | "strongman") => &["president", "premier", "minister", "chancellor", "leader"],
            (_, "diplomat") => &["foreign", "state", "ambassador", "envoy"],
            _ => &[head],
        };
        let before = if description.starts_with("head of ") { &[] } else { before };
        let plain = |word: &&str| matches!(*word, "top" | "former" | "late" | "veteran" | "senior" | "new");
        let fits = |at: &usize| {
            let Some(actor) = self.actors.get(*at).filter(|_| self.seen.get(*at) == Some(&true)) else { return false };
            let role = actor.role.to_lowercase();
            let has = |word: &str| role.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
            let side = self.sides.iter().find(|side| Some(&side.id) == actor.side.as_ref());
            let sided =
                |word: &str| side.is_some_and(|side| side.words.iter().any(|known| known.to_lowercase() == word));
            offices.iter().any(|office| has(office))
                && before.iter().all(|word| plain(word) || has(word) || sided(word))
        };
        let mut found = (0..self.actors.len()).filter(fits);
        let only = found.next()?;
        (words.len() <= 4 && found.next().is_none()).then_some(only)
    }
}
