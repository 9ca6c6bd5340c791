//! Who is who: the people of the catalogue and those whom a text introduces.
//!
//! Invariant: two people with one surname are never merged; when a surname
//! alone does not tell them apart, the role does, else the last one named.

use std::collections::{HashMap, HashSet};

use super::token::Token;
use super::verb;
use crate::date::Date;
use crate::model::{Person, Side, SideId};

/// Somebody who may speak.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The name in full.
    pub name: String,
    /// Index in the catalogue's people.
    pub person: Option<usize>,
    /// The role, when it is known.
    pub role: String,
    /// The side, when it is known.
    pub side: Option<SideId>,
    /// `he` or `she` when it is known.
    pub pronoun: String,
}

/// How many surnames are looked up in one article.
const MOST_LOOKED_UP: usize = 100;

/// The people of one article.
pub struct Cast<'c> {
    sides: &'c [Side],
    /// The catalogue's people, then those whom the text introduces.
    pub actors: Vec<Actor>,
    /// By surname, in lower case.
    surnames: HashMap<String, Vec<usize>>,
    /// First names and roles, in lower case.
    names: Vec<(usize, Vec<String>)>,
    /// What people in a role are called, in lower case.
    called: Vec<(String, usize)>,
    /// For each actor, when they were last named in full; 0 for never.
    named: Vec<u32>,
    /// How often anybody was.
    clock: u32,
    /// The article's texts, where a name in full may stand.
    texts: Vec<&'c str>,
    /// Surnames that were looked up there.
    sought: HashSet<String>,
}

impl<'c> Cast<'c> {
    /// The catalogue's people as they were on `date`.
    pub fn new(people: &[Person], sides: &'c [Side], date: Option<Date>, texts: Vec<&'c str>) -> Cast<'c> {
        let mut cast = Cast {
            sides,
            actors: Vec::new(),
            surnames: HashMap::new(),
            names: Vec::new(),
            called: Vec::new(),
            named: Vec::new(),
            clock: 0,
            texts,
            sought: HashSet::new(),
        };
        for (at, person) in people.iter().enumerate() {
            let role = person.role_on(date);
            let actor = Actor {
                name: person.name.clone(),
                person: Some(at),
                role: role.map(|role| role.title.clone()).unwrap_or_default(),
                side: person.side.clone(),
                pronoun: person.pronoun.clone(),
            };
            cast.called.extend(role.iter().flat_map(|role| &role.called).map(|called| (called.to_lowercase(), at)));
            let names: Vec<&str> = std::iter::once(&person.name).chain(&person.spellings).map(String::as_str).collect();
            cast.add(actor, &person.surname, &names);
        }
        // Longer descriptions are the more exact ones.
        cast.called.sort_by_key(|(called, _)| std::cmp::Reverse(called.len()));
        cast
    }

    fn add(&mut self, actor: Actor, surname: &str, names: &[&str]) -> usize {
        let at = self.actors.len();
        let mut surnames = vec![surname.to_lowercase()];
        surnames.extend(names.iter().filter_map(|name| name.split_whitespace().last()).map(str::to_lowercase));
        surnames.sort();
        surnames.dedup();
        for surname in surnames {
            self.surnames.entry(surname).or_default().push(at);
        }
        self.names.push((at, names.iter().map(|name| name.to_lowercase()).collect()));
        self.actors.push(actor);
        self.named.push(0);
        at
    }

    /// Learns a pronoun from `Mr.` or `Ms.`
    fn address(&mut self, at: usize, words: &[&str]) {
        let pronoun = words.iter().find_map(|word| pronoun(word));
        if let (Some(actor), Some(pronoun)) =
            (self.actors.get_mut(at).filter(|actor| actor.pronoun.is_empty()), pronoun)
        {
            actor.pronoun = pronoun.to_owned();
        }
    }

    /// Remembers that somebody was named in full just now.
    fn name(&mut self, at: usize) {
        self.clock += 1;
        if let Some(slot) = self.named.get_mut(at) {
            *slot = self.clock;
        }
    }

    /// How many people have one of the surnames of `at`.
    pub fn namesakes(&self, at: usize) -> usize {
        let surname = self.actors.get(at).and_then(|actor| actor.name.split_whitespace().last()).unwrap_or("");
        self.surnames.get(&surname.to_lowercase()).map_or(0, Vec::len)
    }

    /// Whether the words name somebody known; else who they introduce.
    pub fn person(&mut self, words: &[&str]) -> Option<usize> {
        let words: Vec<&str> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
        // `club secretary Norman Pike`: the name begins after the role.
        let role = words.iter().rposition(|word| is_title(word) || verb::is_speaker_noun(word)).map_or(0, |at| at + 1);
        let name: Vec<&str> = words.get(role.min(words.len().saturating_sub(1))..).unwrap_or(&[]).to_vec();
        let surname = name.last().or(words.last())?.to_lowercase();
        let known = self.surnames.get(&surname).cloned();
        if let Some(found) = known.and_then(|known| self.known(&known, &words, &name)) {
            return Some(found);
        }
        self.in_full(&words, &name).or_else(|| self.introduce(&words, &name))
    }

    /// Who of those with one surname is meant.
    fn known(&mut self, candidates: &[usize], words: &[&str], name: &[&str]) -> Option<usize> {
        let full = name.join(" ").to_lowercase();
        let given = |at: &usize| {
            self.names.get(*at).is_some_and(|(_, names)| names.iter().any(|known| full.ends_with(known.as_str())))
        };
        if let Some(found) = candidates.iter().copied().find(given) {
            self.name(found);
            self.address(found, words);
            return Some(found);
        }
        let role = words.join(" ").to_lowercase();
        let by_role = candidates
            .iter()
            .copied()
            .find(|at| self.called.iter().any(|(called, who)| who == at && role.contains(called.as_str())));
        let titled = name.len() == 1 || words.iter().rev().nth(1).is_some_and(|word| is_title(word));
        let when = |at: usize| self.named.get(at).copied().unwrap_or(0);
        let recent = || candidates.iter().copied().filter(|at| when(*at) > 0).max_by_key(|at| when(*at));
        let found = by_role
            .or_else(|| titled.then(recent).flatten())
            .or_else(|| titled.then(|| candidates.first().copied()).flatten())?;
        self.address(found, words);
        Some(found)
    }

    /// A name of two to four words that nobody has yet becomes somebody new.
    fn introduce(&mut self, words: &[&str], name: &[&str]) -> Option<usize> {
        let capitals: Vec<&str> = name.iter().copied().filter(|word| word.starts_with(char::is_uppercase)).collect();
        let names_body = capitals.iter().any(|word| verb::is_speaker_noun(word) || is_place_or_body(word));
        let well_formed =
            capitals.iter().all(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 || word.ends_with('.'));
        if !(2..=4).contains(&capitals.len())
            || capitals.len() != name.len()
            || names_body
            || !well_formed
            || self.side_of(&capitals.join(" ")).is_some()
        {
            return None;
        }
        let full = capitals.join(" ");
        Some(self.newcomer(words, full))
    }

    /// Adds somebody whom the text introduces.
    fn newcomer(&mut self, words: &[&str], full: String) -> usize {
        let pronoun = words.iter().find_map(|word| pronoun(word)).unwrap_or_default();
        let actor =
            Actor { name: full.clone(), person: None, role: String::new(), side: None, pronoun: pronoun.to_owned() };
        let at = self.add(actor, full.split_whitespace().last().unwrap_or(""), &[&full]);
        self.name(at);
        at
    }

    /// `Mr. Smith` where only `Peter Smith` stands elsewhere in the article.
    fn in_full(&mut self, words: &[&str], name: &[&str]) -> Option<usize> {
        let [surname] = name else { return None };
        let fresh = words.len() > 1 && self.sought.len() < MOST_LOOKED_UP && self.sought.insert((*surname).to_owned());
        if !fresh || surname.len() < 3 || is_title(surname) || verb::is_speaker_noun(surname) {
            return None;
        }
        let before = format!(" {surname}");
        let given =
            self.texts.iter().flat_map(|text| text.match_indices(&before).map(move |(at, _)| (text, at))).find_map(
                |(text, at)| {
                    let after = text.get(at + before.len()..)?;
                    let given = text.get(..at)?.rsplit(' ').next()?;
                    let name = given.starts_with(char::is_uppercase)
                        && given.len() > 2
                        && given.chars().all(|c| c.is_alphabetic() || c == '-');
                    (name
                        && given != "The"
                        && !is_title(given)
                        && !verb::is_speaker_noun(given)
                        && !after.starts_with(char::is_alphanumeric))
                    .then_some(given)
                },
            )?;
        let full = format!("{given} {surname}");
        Some(self.newcomer(words, full))
    }

    /// Who a description such as `the Russian president` means.
    pub fn described(&self, phrase: &str) -> Option<usize> {
        let phrase = phrase.to_lowercase();
        let bare = phrase.strip_prefix("the ").unwrap_or(&phrase);
        self.called.iter().find(|(called, _)| bare == called).map(|(_, at)| *at)
    }

    /// The people named in a run of tokens outside quotations, in order, with
    /// the token at which each name ends.
    pub fn mentions(&mut self, tokens: &[Token<'_>], offset: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut run = 0;
        for (at, token) in tokens.iter().enumerate() {
            run = if token.is_capital() && token.quote.is_none() { run + 1 } else { 0 };
            if run == 0 {
                continue;
            }
            let Some(known) = self.surnames.get(&bare(token.text).to_lowercase()).cloned() else {
                let ends = tokens.get(at + 1).is_none_or(|next| !next.is_capital());
                if ends && (2..=5).contains(&run) {
                    found.extend(self.newly_named(tokens, at + 1 - run, at).map(|who| (who, offset + at + 1)));
                }
                continue;
            };
            // A name is at most four words long, with a title before it.
            let words = tokens.get(at + 1 - run.min(5)..=at).unwrap_or(&[]);
            let words: Vec<&str> = words.iter().map(|token| bare(token.text)).collect();
            let start = words.iter().rposition(|word| is_title(word)).map_or(0, |at| at + 1).min(words.len() - 1);
            let start = start.max(words.len().saturating_sub(3));
            let name = words.get(start..).unwrap_or(&[]);
            found.extend(self.known(&known, &words, name).map(|who| (who, offset + at + 1)));
        }
        found
    }

    /// Somebody named in full for the first time, who does not speak yet: the
    /// name stands between commas, after a role, or its surname comes back.
    fn newly_named(&mut self, tokens: &[Token<'_>], start: usize, last: usize) -> Option<usize> {
        const PLACES: [&str; 14] = [
            "New", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "United", "Great",
            "San", "Saudi", "Central",
        ];
        let words: Vec<&str> = tokens.get(start..=last)?.iter().map(|token| bare(token.text)).collect();
        let role = words.iter().rposition(|word| is_title(word) || verb::is_speaker_noun(word));
        let name = words.get(role.map_or(0, |at| at + 1)..)?;
        let [given, .., surname] = name else { return None };
        if PLACES.contains(given) || surname.len() < 3 || self.sought.len() >= MOST_LOOKED_UP {
            return None;
        }
        let mark = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.text == ",");
        let between = mark(start.checked_sub(1)) && mark(Some(last + 1));
        let alone = |text: &&str| {
            text.match_indices(surname).any(|(at, _)| {
                text.get(..at).is_some_and(|before| !before.ends_with(given) && !before.trim_end().ends_with(given))
            })
        };
        let fresh = self.sought.insert((*surname).to_owned());
        let person = role.is_some() || between || fresh && self.texts.iter().any(alone);
        person.then(|| self.introduce(&words, name)).flatten()
    }

    /// The side that a description of unnamed people puts them on: the one
    /// whose words stand in it; where two sides' words do, the joint one.
    pub fn side_of(&self, phrase: &str) -> Option<SideId> {
        let padded = format!(" {} ", phrase.split_whitespace().map(bare).collect::<Vec<_>>().join(" "));
        let has = |side: &&Side| side.words.iter().any(|word| padded.contains(&format!(" {word} ")));
        let found: Vec<&Side> = self.sides.iter().filter(has).collect();
        let named = |id: &str| self.sides.iter().find(|side| side.id.0 == id).map(|side| side.id.clone());
        // `Moscow and Tehran`: beside one side's word stands another name.
        let words: Vec<&str> = phrase.split_whitespace().map(bare).collect();
        let owned = |word: &str| self.sides.iter().any(|side| side.words.iter().any(|known| known == word));
        let mixed = words.windows(3).any(|three| match three {
            [a, "and", b] => owned(a) != owned(b) && [a, b].iter().all(|word| word.starts_with(char::is_uppercase)),
            _ => false,
        });
        match found.as_slice() {
            [_] if mixed => named("other"),
            [only] => Some(only.id.clone()),
            [] => None,
            _ => named("joint"),
        }
    }
}

/// A word without a possessive ending and without marks at its ends.
pub fn bare(word: &str) -> &str {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
}

/// The pronoun that a form of address tells.
fn pronoun(title: &str) -> Option<&'static str> {
    match title {
        "Mr." | "Mr" | "Sir" | "Lord" => Some("he"),
        "Ms." | "Ms" | "Mrs." | "Mrs" | "Miss" | "Lady" => Some("she"),
        _ => None,
    }
}

/// Titles and offices that stand before a name.
pub fn is_title(word: &str) -> bool {
    const TITLES: [&str; 30] = [
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Dr",
        "Dr.",
        "Prof",
        "Prof.",
        "Sir",
        "Lord",
        "Lady",
        "President",
        "Presidents",
        "Secretary",
        "Minister",
        "Chancellor",
        "Premier",
        "Senator",
        "Sen.",
        "Rep.",
        "Gov.",
        "Gen.",
        "General",
        "State",
        "King",
        "Queen",
        "Professor",
        "Ambassador",
    ];
    TITLES.contains(&word)
}

fn is_place_or_body(word: &str) -> bool {
    const WORDS: [&str; 34] = [
        "House",
        "Street",
        "Times",
        "Post",
        "News",
        "Ministry",
        "Council",
        "University",
        "Institute",
        "Center",
        "Centre",
        "Bank",
        "Union",
        "Nations",
        "States",
        "Department",
        "Agency",
        "Party",
        "Court",
        "Committee",
        "Commission",
        "Journal",
        "Press",
        "Foundation",
        "Association",
        "Corporation",
        "Group",
        "Company",
        "City",
        "County",
        "School",
        "College",
        "Church",
        "Service",
    ];
    WORDS.contains(&word)
}
