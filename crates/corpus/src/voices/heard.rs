//! What is remembered of the sentences before: who spoke and who was named,
//! for reading pronouns.
//!
//! Invariant: only earlier sentences are looked at, the nearest first, and no
//! further back than [`MOST_REMEMBERED`].

use super::lexicon::is_document;
use super::name::{is_acronym, is_place_or_body, is_title, pronoun};
use super::speaker::Speaker;

/// A pronoun is read as nobody who is named further back, in sentences: of such
/// readings one in seven was right, of those from the nearest sentence four in five.
pub const MOST_BACK: usize = 2;
/// So far back somebody fits whom it may mean.
pub const MOST_REMEMBERED: usize = 12;

/// What is remembered of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Who spoke in it last.
    pub spoke: Option<Speaker>,
    /// Whom the pronoun means with which it begins.
    pub subject: Option<Speaker>,
    /// Who of the cast was named, in order.
    pub named: Vec<usize>,
    /// A person without a name whom it is about: `her counterpart`.
    pub phrase: Option<String>,
}

/// How somebody was named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// First, or as who spoke.
    First,
    /// Behind others: only who is known to be `he` or `she` is meant.
    Later,
}

/// Who may be meant by a pronoun in the sentence after the last of `heard`:
/// in the nearest sentence first who spoke, then who was named, in order. No
/// more than `most` sentences are looked at.
pub fn candidates(heard: &[Heard], most: usize) -> impl Iterator<Item = (Speaker, Named)> {
    heard.iter().rev().take(most).flat_map(|heard| {
        let named = heard.named.first().map(|who| Speaker::Actor(*who));
        let phrase = heard.phrase.clone().filter(|_| named.is_none()).map(Speaker::Unnamed);
        let first = heard.spoke.clone().into_iter().chain(heard.subject.clone()).chain(named).chain(phrase);
        let later = heard.named.iter().skip(1).map(|who| (Speaker::Actor(*who), Named::Later));
        first.map(|speaker| (speaker, Named::First)).chain(later)
    })
}

/// Whether `he` or `she` may stand for somebody whom the text calls `phrase`.
pub fn may_be_person(phrase: &str, spoken: &str) -> bool {
    let first = phrase.split(' ').next().unwrap_or("");
    let head = phrase.split(' ').take_while(|word| !matches!(*word, "of" | "for" | "in" | "from")).last().unwrap_or("");
    let singular = matches!(
        first.to_lowercase().as_str(),
        "a" | "an" | "the" | "one" | "his" | "her" | "its" | "their" | "my" | "our" | "another"
    );
    let known = pronoun(head).is_none_or(|known| known == spoken);
    singular && known && names_one(head)
}

/// Whether a noun may be one for one person: neither several nor a body.
pub fn names_one(noun: &str) -> bool {
    let several = noun.ends_with('s') && !noun.ends_with("ss") || ["two", "three", "both"].contains(&noun);
    !several && !is_body(noun)
}

/// Whether `they` may stand for whom the text calls `phrase`.
pub fn may_be_group(phrase: &str) -> bool {
    let (head, common) = head_of(phrase);
    head.ends_with('s') && common && !is_thing(head) && phrase.split(' ').count() <= 8
        || matches!(head, "police" | "media" | "people" | "percent")
        || phrase.contains(" and ")
}

/// Whether `it` may stand for what the text calls `phrase`.
pub fn may_be_body(phrase: &str) -> bool {
    let (head, common) = head_of(phrase);
    let lower = head.to_lowercase();
    // `the Times`, `NBC`, `Lowe Union`; not `Lowe`, who may be a person.
    let article = phrase.starts_with("the ") || phrase.starts_with("The ");
    let name = article || is_acronym(head) || is_place_or_body(head);
    let person = phrase.split(' ').any(is_title) || pronoun(head).is_some() || phrase.contains(" and ");
    is_body(&lower) || is_document(&lower) || name && !common && !person
}

/// The last word before what says more about it, and whether it is no name.
fn head_of(phrase: &str) -> (&str, bool) {
    let head = phrase.split(' ').take_while(|word| !matches!(*word, "of" | "for" | "in" | "from" | "by" | "at")).last();
    let head = head.unwrap_or("");
    (head, head.starts_with(char::is_lowercase))
}

/// Whether a noun is one for what shows something; researchers are people.
pub fn is_thing(noun: &str) -> bool {
    is_document(noun) && noun != "researchers"
}

/// Nouns of the list of those who speak that are no one person.
fn is_body(noun: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: [&str; 92] = [
        "administration", "agency", "alliance", "announcement", "army", "article", "authority", "bank", "board",
        "broadcaster", "cabinet", "camp", "campaign", "center", "centre", "charity", "city", "club", "coalition",
        "college", "commission", "committee", "communique", "community", "company", "congress", "consulate",
        "corporation", "council", "country", "court", "crew", "crowd", "declaration", "delegation", "department",
        "document", "editorial", "embassy", "family", "firm", "foundation", "government", "group", "institute",
        "institution", "league", "legislature", "letter", "lobby", "magazine", "majority", "media", "memo",
        "message", "military", "ministry", "nation", "navy", "network", "newspaper", "office", "opposition",
        "organisation", "organization", "paper", "parliament", "party", "police", "poll", "press", "public",
        "readout", "regime", "report", "senate", "side", "society", "staff", "state", "statement", "study",
        "survey", "team", "telegram", "town", "transcript", "union", "university", "vendor", "watchdog", "website",
    ];
    BODIES.binary_search(&noun).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_no_person() {
        assert!(may_be_person("Her Ethiopian counterpart", "he"));
        assert!(may_be_person("a spokeswoman for the mayor", "she"));
        assert!(!may_be_person("a spokeswoman for the mayor", "he"));
        assert!(!may_be_person("the foreign ministry", "he"));
        assert!(!may_be_person("two diplomats", "he"));
    }
}
