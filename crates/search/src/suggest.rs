//! Completions of what is being typed: words, names, phrases, issues and
//! filters of the collection, those in most passages first.

use crate::analysis::{Case, fold, is_function_word, stem, words};
use crate::collection::Collection;
use crate::index::{Dictionary, GHOST, LOWER, NAME, Numbers};
use crate::response::{Suggestion, SuggestionKind};

/// In how many passages two words must stand together to be suggested.
const OFTEN: usize = 3;
/// The largest collection whose phrases are counted, in passages.
const COUNTED: usize = 20_000;

/// Two words that often stand together.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// As the articles write it.
    label: String,
    folded: String,
    passages: usize,
}

/// Two words that stand together, while they are counted.
struct Pair {
    passages: usize,
    /// The last passage they were seen in.
    last: usize,
    label: String,
}

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
    /// `limit`: those that are in most passages first, at most half of them
    /// single words when there is something else. Nothing for an empty word.
    pub fn suggest(&self, typed: &str, caret: usize, limit: usize) -> Vec<Suggestion> {
        let caret = typed.floor_char_boundary(caret.min(typed.len()));
        let (before, after) = typed.split_at_checked(caret).unwrap_or((typed, ""));
        let start = before.rfind([' ', '(', ')', '"', '“', '”', '-', '+', ':']).map_or(0, |at| after_char(before, at));
        let begun = fold(before.get(start..).unwrap_or(""));
        if begun.is_empty() {
            return Vec::new();
        }
        let quoted = before.matches(['"', '“', '”']).count() % 2 == 1;
        let mut found = self.phrase_candidates(before, start, &begun, quoted);
        if !quoted && !before.get(..start).unwrap_or("").ends_with(':') {
            found.extend(self.named_candidates(&begun, start));
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
        let upper = begun.to_ascii_uppercase();
        let acronyms = if upper == begun { 0..0 } else { dictionary.with_prefix(&upper) };
        // Of the forms of a word the one that is most like what was typed.
        let usable = |at: &usize| {
            let word = dictionary.word(*at);
            dictionary.flags(*at) & GHOST == 0 && !is_function_word(word) && word.len() > 1
        };
        let rank = |at: usize| {
            let word = dictionary.word(at);
            (dictionary.class(at), word.len(), !word.starts_with(char::is_uppercase))
        };
        let mut forms: Vec<usize> = dictionary.with_prefix(begun).chain(acronyms).filter(usable).collect();
        crate::order::sort_by_key(&mut forms, |at| rank(*at));
        forms.dedup_by_key(|at| dictionary.class(*at));
        let candidate = |at: usize| {
            let label = as_written(dictionary, at);
            let passages = self.index().body.units(dictionary.class(at)).len();
            Candidate { text: label.clone(), label, kind: SuggestionKind::Word, passages, start }
        };
        forms.into_iter().map(candidate).collect()
    }

    fn phrase_candidates(&self, before: &str, start: usize, begun: &str, quoted: bool) -> Vec<Candidate> {
        // With the word before, what was typed may be in the middle of one.
        let earlier = before.get(..start).unwrap_or("").trim_end_matches(' ');
        let earlier_start =
            earlier.rfind([' ', '(', ')', '"', '“', '”', '-', '+', ':']).map_or(0, |at| after_char(earlier, at));
        let word_before = fold(earlier.get(earlier_start..).unwrap_or(""));
        let both = if word_before.is_empty() { None } else { Some(format!("{word_before} {begun}")) };
        let phrases = self.phrases().iter().filter_map(|phrase| {
            let start = if both.as_ref().is_some_and(|both| phrase.folded.starts_with(both.as_str())) {
                earlier_start
            } else if phrase.folded.starts_with(begun) {
                start
            } else {
                return None;
            };
            let text = if quoted { phrase.label.clone() } else { format!("\"{}\"", phrase.label) };
            let (label, kind) = (phrase.label.clone(), SuggestionKind::Phrase);
            Some(Candidate { label, text, kind, passages: phrase.passages, start })
        });
        phrases.collect()
    }

    fn named_candidates(&self, begun: &str, start: usize) -> Vec<Candidate> {
        let corpus = self.corpus();
        let begins = |name: &str| fold(name).split([' ', '-']).any(|word| word.starts_with(begun));
        let mut found = Vec::new();
        let mut add = |label: &str, text: String, kind| {
            let passages = self.passages(&text).len();
            if passages > 0 {
                found.push(Candidate { label: label.to_owned(), text, kind, passages, start });
            }
        };
        for person in corpus.people.iter().filter(|person| begins(&person.name)) {
            let same = corpus.people.iter().filter(|other| other.surname == person.surname).count();
            let text = if same > 1 { format!("\"{}\"", person.name) } else { person.surname.clone() };
            add(&person.name, text, SuggestionKind::Name);
        }
        for issue in corpus.issues.iter().filter(|issue| begins(&issue.name) || begins(&issue.id.0)) {
            add(&issue.name, format!("issue:{}", issue.id), SuggestionKind::Issue);
        }
        for outlet in corpus.outlets.iter().filter(|outlet| begins(&outlet.name) || begins(&outlet.id.0)) {
            add(&outlet.name, format!("outlet:{}", outlet.id), SuggestionKind::Filter);
        }
        for meeting in corpus.meetings.iter().filter(|meeting| begins(&meeting.name) || begins(&meeting.id.0)) {
            add(&meeting.name, format!("meeting:{}", meeting.id), SuggestionKind::Filter);
        }
        found
    }

    /// Neighbours that are no function words, by passages. Linear in the text.
    pub(crate) fn count_phrases(&self) -> Vec<Phrase> {
        if self.index().units() > COUNTED {
            return Vec::new();
        }
        let mut numbers = Numbers::default();
        let mut pairs: Vec<Pair> = Vec::new();
        let texts = self.corpus().articles.iter().flat_map(|article| article.passages());
        for (unit, block) in texts.enumerate() {
            let found = words(&block.text);
            for (a, b) in found.iter().zip(found.iter().skip(1)) {
                let (first, second) = (a.key(), b.key());
                let between = block.text.get(a.range.end as usize..b.range.start as usize);
                let plain = |key: &str| {
                    key.len() > 2 && !is_function_word(key) && !key.starts_with(|c: char| c.is_ascii_digit())
                };
                if between != Some(" ") || !plain(&first) || !plain(&second) {
                    continue;
                }
                let range = a.range.start as usize..b.range.end as usize;
                let label = block.text.get(range).unwrap_or("");
                let key = format!("{} {}", stem(&first), stem(&second));
                let number = numbers.get_or_add(&key) as usize;
                if number == pairs.len() {
                    pairs.push(Pair { passages: 0, last: usize::MAX, label: label.to_owned() });
                }
                let Some(pair) = pairs.get_mut(number) else { continue };
                if pair.last != unit {
                    pair.passages += 1;
                    pair.last = unit;
                }
                // Rather `missile defense` than `Missile defense`.
                if a.case == Case::Lower && pair.label.starts_with(char::is_uppercase) {
                    pair.label = label.to_owned();
                }
            }
        }
        let often = pairs.into_iter().filter(|pair| pair.passages >= OFTEN);
        let phrase = |pair: Pair| Phrase { folded: fold(&pair.label), label: pair.label, passages: pair.passages };
        let mut phrases: Vec<Phrase> = often.map(phrase).collect();
        crate::order::sort_by(&mut phrases, |a, b| b.passages.cmp(&a.passages).then_with(|| a.folded.cmp(&b.folded)));
        phrases
    }
}

/// Those in most passages first.
fn sort_candidates(candidates: &mut [Candidate]) {
    crate::order::sort_by(candidates, |a, b| b.passages.cmp(&a.passages).then_with(|| a.label.cmp(&b.label)));
}

impl Candidate {
    fn into_suggestion(self, before: &str, after: &str) -> Suggestion {
        let kept = before.get(..self.start).unwrap_or("");
        let query = format!("{kept}{}{after}", self.text);
        let caret = kept.len() + self.text.len();
        Suggestion { label: self.label, kind: self.kind, query, caret, passages: self.passages }
    }
}

fn after_char(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// A word with the capital that it always has.
fn as_written(dictionary: &Dictionary, at: usize) -> String {
    let word = dictionary.word(at);
    let flags = dictionary.flags(at);
    if flags & NAME == 0 || flags & LOWER != 0 {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
