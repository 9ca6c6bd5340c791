//! Completions of what is being typed: words, names, phrases, issues and
//! filters of the collection, those in most passages first.

use crate::analysis::{fold, is_function_word, without_article};
use crate::collection::Collection;
use crate::index::{Class, Dictionary, GHOST, LOWER, NAME};
use crate::response::{Suggestion, SuggestionKind};

/// A completion before it is put into the query.
struct Candidate {
    label: String,
    /// What takes the place of what was typed.
    text: String,
    kind: SuggestionKind,
    passages: usize,
    /// Where what was typed begins, in bytes.
    start: usize,
}

impl Collection {
    /// Completions of the word at `caret` (bytes of `typed`), at most
    /// `limit`: those that are in most passages first. Half the places are kept
    /// for what is more than a single word, as far as there is any. Nothing for an empty word.
    pub fn suggest(&self, typed: &str, caret: usize, limit: usize) -> Vec<Suggestion> {
        let caret = typed.floor_char_boundary(caret.min(typed.len()));
        let (before, after) = typed.split_at_checked(caret).unwrap_or((typed, ""));
        let start = word_start(before);
        // Behind an elided article another word begins: `l'hist`.
        let word = before.get(start..).unwrap_or("");
        let start = start + word.len() - without_article(word).len();
        // What is left of a word in which the caret stands goes with the word.
        let after = after.trim_start_matches(char::is_alphanumeric);
        let begun = fold(before.get(start..).unwrap_or(""));
        if begun.is_empty() {
            return Vec::new();
        }
        let quoted = before.chars().filter(|c| matches!(c, '"' | '“' | '”')).count() % 2 == 1;
        let mut found = self.phrase_candidates(before, start, &begun, quoted);
        if !quoted && !before.get(..start).unwrap_or("").ends_with(':') {
            found.extend(self.named_candidates(before, &begun, start));
        }
        sort_candidates(&mut found);
        let mut single = self.word_candidates(&begun, start);
        single.retain(|word| !found.iter().any(|other| other.text == word.text));
        sort_candidates(&mut single);
        let others = found.len().min(limit / 2);
        let singles = single.len().min(limit - others);
        found.truncate(limit - singles);
        found.extend(single.into_iter().take(singles));
        sort_candidates(&mut found);
        found.into_iter().map(|candidate| candidate.into_suggestion(before, after)).collect()
    }

    fn word_candidates(&self, begun: &str, start: usize) -> Vec<Candidate> {
        let dictionary = &self.index().dictionary;
        // Of the forms of a word the one that is most like what was typed: the
        // shortest, rather in capitals.
        let mut forms: Vec<u64> = Vec::new();
        for at in dictionary.beginning(begun).into_iter().flatten() {
            let word = dictionary.word(at);
            if dictionary.flags(at) & GHOST == 0 && !is_function_word(word) && word.len() > 1 {
                let rank =
                    word.len().min(127) as u64 * 2 + u64::from(!word.starts_with(|c: char| c.is_ascii_uppercase()));
                forms.push(u64::from(dictionary.class(at)) << 32 | rank << 24 | at as u64 & 0xff_ffff);
            }
        }
        forms.sort_unstable();
        forms.dedup_by_key(|form| *form >> 32);
        let mut found = Vec::with_capacity(forms.len());
        for form in forms {
            let label = as_written(dictionary, form as usize & 0xff_ffff);
            let passages = self.index().body.units((form >> 32) as u32).len();
            found.push(Candidate { text: label.clone(), label, kind: SuggestionKind::Word, passages, start });
        }
        found
    }

    fn phrase_candidates(&self, before: &str, start: usize, begun: &str, quoted: bool) -> Vec<Candidate> {
        // With the word before, what was typed may be in the middle of one.
        let earlier = before.get(..start).unwrap_or("").trim_end_matches(' ');
        let earlier_start = word_start(earlier);
        let mut both = fold(earlier.get(earlier_start..).unwrap_or(""));
        both.push(' ');
        both.push_str(begun);
        let mut found = Vec::new();
        for phrase in self.phrases() {
            let start = if phrase.folded.starts_with(&both) {
                earlier_start
            } else if phrase.folded.starts_with(begun) {
                start
            } else {
                continue;
            };
            let label = phrase.label.clone();
            let text = if quoted { label.clone() } else { quotation(&label) };
            found.push(Candidate { label, text, kind: SuggestionKind::Phrase, passages: phrase.passages, start });
        }
        found
    }

    /// What has a name with a word that begins so. It takes the place of all
    /// words of the name that were typed before, too.
    fn named_candidates(&self, before: &str, begun: &str, start: usize) -> Vec<Candidate> {
        let corpus = self.corpus();
        let mut found = Vec::new();
        let own = self.index().dictionary.class_of_form(begun);
        let mut add = |names: &[&str], text: &dyn Fn() -> String, kind| {
            let names_folded = fold(&names.join(" "));
            let mut words = names_folded.split([' ', '-', '(', ')']).filter(|word| !word.is_empty());
            let begins = words.clone().any(|word| word.starts_with(begun));
            if !begins && (own.is_none() || !words.any(|word| self.is_same(word, own))) {
                return;
            }
            let text = text();
            let passages = self.passages(&text).len();
            if passages > 0 {
                let label = names.first().map_or_else(String::new, |name| (*name).to_owned());
                let start = self.reach(before, start, &names_folded);
                found.push(Candidate { label, text, kind, passages, start });
            }
        };
        for person in &corpus.people {
            let text = || {
                let same = corpus.people.iter().filter(|other| other.surname == person.surname).count();
                if same > 1 { quotation(&person.name) } else { person.surname.clone() }
            };
            add(&[&person.name], &text, SuggestionKind::Name);
        }
        let filter = |field: &str, id: &str| [field, id].concat();
        for issue in &corpus.issues {
            add(&[&issue.name, &issue.id.0], &|| filter("issue:", &issue.id.0), SuggestionKind::Issue);
        }
        for outlet in &corpus.outlets {
            add(
                &[&outlet.name, &outlet.short, &outlet.id.0],
                &|| filter("outlet:", &outlet.id.0),
                SuggestionKind::Filter,
            );
        }
        for meeting in &corpus.meetings {
            add(&[&meeting.name, &meeting.id.0], &|| filter("meeting:", &meeting.id.0), SuggestionKind::Filter);
        }
        for (name, span) in self.metadata.months() {
            add(&[&name], &|| filter("date:", &span), SuggestionKind::Filter);
        }
        for (year, _) in &self.metadata.years {
            add(&[&year.to_string()], &|| filter("date:", &year.to_string()), SuggestionKind::Filter);
        }
        found
    }

    /// Whether a word is of a class, as other spellings of it are.
    fn is_same(&self, word: &str, class: Option<Class>) -> bool {
        self.index().dictionary.class_of_form(word) == class
    }

    /// Where the words before `start` begin that a name has as well.
    fn reach(&self, before: &str, start: usize, name: &str) -> usize {
        let mut from = start;
        loop {
            let earlier = before.get(..from).unwrap_or("");
            let trimmed = earlier.trim_end_matches(' ');
            let at = word_start(trimmed);
            let typed = fold(trimmed.get(at..).unwrap_or(""));
            let class = self.index().dictionary.class_of_form(&typed);
            let has = |word: &str| word == typed || class.is_some() && self.is_same(word, class);
            if trimmed.len() == earlier.len() || typed.is_empty() || !name.split([' ', '-', '(', ')']).any(has) {
                return from;
            }
            from = at;
        }
    }
}

/// Those in most passages first.
fn sort_candidates(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.passages.cmp(&a.passages).then_with(|| a.label.cmp(&b.label)));
}

impl Candidate {
    fn into_suggestion(self, before: &str, after: &str) -> Suggestion {
        let kept = before.get(..self.start).unwrap_or("");
        let query = format!("{kept}{}{after}", self.text);
        let caret = kept.len() + self.text.len();
        Suggestion { label: self.label, kind: self.kind, query, caret, passages: self.passages }
    }
}

fn quotation(text: &str) -> String {
    ["\"", text, "\""].concat()
}

/// Where the word at the end of `text` begins, in bytes.
fn word_start(text: &str) -> usize {
    let parts = |c: char| matches!(c, ' ' | '(' | ')' | '"' | '“' | '”' | '-' | '!' | '|' | '+' | ':');
    text.len() - text.rsplit(parts).next().map_or(0, str::len)
}

/// A word with the capital that it always has.
fn as_written(dictionary: &Dictionary, at: usize) -> String {
    let word = dictionary.word(at);
    let flags = dictionary.flags(at);
    if flags & NAME == 0 || flags & LOWER != 0 {
        return word.to_owned();
    }
    let mut written = word.to_owned();
    if let Some(first) = written.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    written
}
