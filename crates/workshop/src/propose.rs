//! What a catalogue could say of a collection, proposed from its articles.
//!
//! Invariant: every proposal says what it rests on; nothing is proposed that
//! the articles' own words do not give.

mod issues;
mod meetings;
mod outlets;
mod people;

use summitry_corpus::{Article, Fact};

pub use issues::ProposedIssue;
pub use meetings::ProposedMeeting;
pub use outlets::ProposedOutlet;
pub use people::ProposedPerson;

/// An article with how its page or archive calls its outlet.
pub type Known<'a> = (&'a Article, Option<&'a Fact<String>>);

/// What is proposed.
#[derive(Clone, Debug, Default)]
pub struct Proposals {
    /// By the number of articles, most first.
    pub outlets: Vec<ProposedOutlet>,
    /// By the number of statements, most first.
    pub people: Vec<ProposedPerson>,
    /// By date.
    pub meetings: Vec<ProposedMeeting>,
    /// Those that set articles apart best, first.
    pub issues: Vec<ProposedIssue>,
}

/// Proposes for a collection of these articles.
pub fn propose(articles: &[Known<'_>]) -> Proposals {
    let plain: Vec<&Article> = articles.iter().map(|(article, _)| *article).collect();
    let people = people::people(&plain);
    let found = people.iter().flat_map(|one| one.spellings.iter().chain([&one.name])).map(String::as_str);
    let known = plain.iter().flat_map(|article| &article.voices).filter(|voice| voice.person.is_some());
    let names: Vec<&str> = found.chain(known.map(|voice| voice.speaker.as_str())).collect();
    let issues = issues::issues(&plain, &names);
    Proposals { outlets: outlets::outlets(articles), people, meetings: meetings::meetings(&plain), issues }
}

/// An id made of words: small letters, digits and hyphens; `most` bytes at most.
pub(crate) fn id_of(words: &str, most: usize) -> String {
    let mut id = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if c.is_alphanumeric() || matches!(c, '\'' | '’') {
            // A letter of another alphabet has no place in an id; its word goes on.
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= most {
            break;
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// An id that is not among those that are taken.
pub(crate) fn free_id<'t>(wanted: &str, or: &str, taken: impl Iterator<Item = &'t str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let stem = if wanted.is_empty() { or } else { wanted };
    let mut id = stem.to_owned();
    let mut number = 1_usize;
    while taken.contains(&id.as_str()) {
        number += 1;
        id = format!("{stem}-{number}");
    }
    id
}

#[cfg(test)]
mod tests;
