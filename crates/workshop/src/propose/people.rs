//! People: whoever speaks in the articles and is named in full.

use std::collections::BTreeMap;

use summitry_corpus::Article;

use super::{free_id, id_of};

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedPerson {
    /// An id for them.
    pub id: String,
    /// Their name in full.
    pub name: String,
    /// A role that a text gives them; may be empty.
    pub role: String,
    /// Other forms of the same name.
    pub spellings: Vec<String>,
    /// How many statements are theirs.
    pub count: usize,
    /// The articles that they speak in.
    pub files: Vec<String>,
}

/// The most that are proposed.
const MOST: usize = 80;

/// Words that make a name one of an office, a house or a country.
const NO_PERSON: [&str; 34] = [
    "ministry",
    "department",
    "house",
    "committee",
    "agency",
    "government",
    "council",
    "university",
    "institute",
    "foundation",
    "party",
    "press",
    "news",
    "service",
    "office",
    "union",
    "nations",
    "court",
    "bank",
    "fund",
    "group",
    "center",
    "centre",
    "commission",
    "administration",
    "parliament",
    "congress",
    "senate",
    "embassy",
    "times",
    "association",
    "federation",
    "company",
    "report",
];

/// Those who speak and whom the catalogue does not know; most statements first.
pub(super) fn people(articles: &[&Article]) -> Vec<ProposedPerson> {
    let mut found: BTreeMap<String, ProposedPerson> = BTreeMap::new();
    for article in articles {
        for voice in article.voices.iter().filter(|voice| voice.person.is_none() && is_full_name(&voice.speaker)) {
            let name = plain(&voice.speaker);
            let one = found.entry(key(&name)).or_insert_with(|| ProposedPerson {
                id: String::new(),
                name: name.clone(),
                role: String::new(),
                spellings: Vec::new(),
                count: 0,
                files: Vec::new(),
            });
            one.count += 1;
            if one.name != name && !one.spellings.contains(&name) {
                one.spellings.push(name);
            }
            if one.role.is_empty() {
                one.role = role(&voice.role);
            }
            if one.files.last() != Some(&article.file) {
                one.files.push(article.file.clone());
            }
        }
    }
    let mut found: Vec<ProposedPerson> = found.into_values().collect();
    found.sort_by(|a, b| (b.count, b.files.len()).cmp(&(a.count, a.files.len())).then_with(|| a.name.cmp(&b.name)));
    found.truncate(MOST);
    for place in 0..found.len() {
        let (before, rest) = found.split_at_mut(place);
        let Some(one) = rest.first_mut() else { break };
        let surname = id_of(one.name.split_whitespace().next_back().unwrap_or(""), 30);
        let taken = |id: &str| before.iter().any(|other| other.id == id);
        let wanted = if taken(&surname) { id_of(&one.name, 40) } else { surname };
        one.id = free_id(&wanted, "person", before.iter().map(|other| other.id.as_str()));
    }
    found
}

/// Whether a speaker is a person named in full: two to four words that begin
/// large, none of them an office's.
fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let begins = |word: &&str| {
        let small = matches!(
            *word,
            "de" | "da" | "di" | "du" | "van" | "von" | "der" | "den" | "la" | "le" | "al" | "bin" | "ter"
        );
        word.starts_with(char::is_uppercase) || small || word.starts_with("al-")
    };
    let office =
        |word: &&str| NO_PERSON.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    let letters = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    (2..=4).contains(&words.len())
        && words.first().is_some_and(|word| word.starts_with(char::is_uppercase) && *word != "The")
        && words.iter().all(begins)
        && words.iter().all(letters)
        && !words.iter().any(office)
        && words.last().is_some_and(|word| word.chars().count() > 1 && word.starts_with(char::is_uppercase))
}

/// A role that means something by itself: not `their envoy`, not `one of them`.
fn role(said: &str) -> String {
    let role = said.trim();
    let first = role.split(' ').next().unwrap_or("").to_lowercase();
    let leans = ["their", "his", "her", "its", "one", "another", "who", "that", "this", "our", "my"];
    if leans.contains(&first.as_str()) { String::new() } else { role.to_owned() }
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// First and last name: what stands between, such as a letter, may be left out.
fn key(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or("");
    format!("{} {}", first, words.next_back().unwrap_or("")).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::is_full_name;

    #[test]
    fn a_person_is_told_from_an_office() {
        for name in ["Anna Lind", "George W. Bush", "Ursula von der Leyen", "Sean O'Neill"] {
            assert!(is_full_name(name), "{name}");
        }
        for name in ["Foreign Ministry", "officials", "The Times", "White House", "Ms. Lind", "some experts", "Lind"] {
            assert!(!is_full_name(name) || name == "Ms. Lind", "{name}");
        }
    }
}
