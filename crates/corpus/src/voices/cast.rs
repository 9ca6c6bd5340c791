//! Who is who: the people of the catalogue and those whom a text introduces.
//!
//! Invariant: two people with one surname are never merged; when a surname
//! alone does not tell them apart, the role does, else the last one named.

mod described;
mod mentions;
mod pronoun;
mod sides;

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use memchr::memmem::Finder;

use super::function_word::is_stop;
use super::lexicon::is_speaker_noun;
use super::name::{
    bare, is_acronym, is_particle, is_place_or_body, is_title, name_start, opens_place, pronoun, without_card,
};
use super::shown::Shown;
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
    names: Vec<Vec<String>>,
    /// What people in a role are called, in lower case.
    called: Vec<(String, usize)>,
    /// For each actor, when they were last named in full; 0 for never.
    named: Vec<u32>,
    /// For each actor, whether the surname alone, or with a form of address, has
    /// meant them: so it goes on until a namesake speaks under the name in full, or
    /// is named again with an office.
    alone: Vec<bool>,
    /// Whom a surname alone has meant first.
    meant: HashMap<String, usize>,
    /// For each actor, whether the text has named them in any way.
    seen: Vec<bool>,
    /// How often anybody was.
    clock: u32,
    /// The article's texts, where a name in full may stand.
    texts: Vec<&'c str>,
    /// Surnames that were looked up there.
    sought: HashSet<String>,
    /// Bodies whose side was looked up there.
    bodies: RefCell<HashMap<String, Option<SideId>>>,
    /// What the article shows of `he` and `she`, read when first asked for.
    shown: OnceCell<Shown<'c>>,
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
            alone: Vec::new(),
            meant: HashMap::new(),
            seen: Vec::new(),
            clock: 0,
            texts,
            sought: HashSet::new(),
            bodies: RefCell::default(),
            shown: OnceCell::new(),
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
        self.names.push(names.iter().map(|name| name.to_lowercase()).collect());
        self.actors.push(actor);
        self.named.push(0);
        self.alone.push(false);
        self.seen.push(false);
        at
    }

    /// Remembers that somebody was named in full just now.
    fn name(&mut self, at: usize) {
        self.clock += 1;
        if let Some(slot) = self.named.get_mut(at) {
            *slot = self.clock;
        }
    }

    /// Who has the surname of `at`.
    fn of_surname(&self, at: usize) -> &[usize] {
        let surname = self.actors.get(at).and_then(|actor| actor.name.split_whitespace().last()).unwrap_or("");
        self.surnames.get(&surname.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// How many people have the surname of `at`.
    pub fn namesakes(&self, at: usize) -> usize {
        self.of_surname(at).len()
    }

    /// Whether nobody else with the surname of `at` was named in full since.
    pub fn is_last_named(&self, at: usize) -> bool {
        let when = |at: &usize| self.named.get(*at).copied().unwrap_or(0);
        self.of_surname(at).iter().map(when).max().is_none_or(|last| last == when(&at))
    }

    /// Whether the words name somebody known; else who they introduce.
    pub fn person(&mut self, words: &[&str]) -> Option<usize> {
        let words: Vec<&str> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
        let words = without_card(&words);
        // `club secretary Norman Pike`: the name begins after the role.
        let role = name_start(words);
        let name: Vec<&str> = words.get(role.min(words.len().saturating_sub(1))..).unwrap_or(&[]).to_vec();
        let surname = name.last().or(words.last())?.to_lowercase();
        let known = self.surnames.get(&surname).cloned();
        let found = known.and_then(|known| self.known(&known, words, &name));
        let found = found.or_else(|| self.in_full(words, &name)).or_else(|| self.introduce(words, &name))?;
        self.learn(found, words.get(..role).unwrap_or(&[]));
        if name.len() > 1 {
            self.takes_surname(found);
        }
        Some(found)
    }

    /// Somebody known who is named again with an office, `Defence Minister Kim Vale`,
    /// is somebody of whom the text goes on to tell.
    fn see_office(&mut self, who: usize, words: &[&str], name: usize) {
        let office = words.len().checked_sub(name + 1).and_then(|at| words.get(at));
        if office.is_some_and(|word| is_title(word) && pronoun(word).is_none()) {
            self.takes_surname(who);
        }
    }

    /// From here on the surname means nobody else by habit.
    fn takes_surname(&mut self, who: usize) {
        for other in self.of_surname(who).iter().copied().filter(|other| *other != who).collect::<Vec<_>>() {
            if let Some(alone) = self.alone.get_mut(other) {
                *alone = false;
            }
        }
    }

    /// Keeps the role that stands before a name, forms of address apart.
    fn learn(&mut self, who: usize, words: &[&str]) {
        const ADDRESS: [&str; 16] = [
            "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Sir", "Dame", "Lady", "Dr", "Dr.", "Prof", "Prof.",
            "the", "The",
        ];
        self.address(who, words);
        let role: Vec<&str> = words.iter().copied().filter(|word| !ADDRESS.contains(word)).collect();
        if !role.is_empty() {
            self.learn_role(who, &role.join(" "));
        }
    }

    /// Keeps a role that the text gives to somebody whom it introduces.
    pub fn learn_role(&mut self, who: usize, role: &str) {
        let side = self.side_of(role);
        if let Some(actor) = self.actors.get_mut(who).filter(|actor| actor.person.is_none()) {
            let head = role.split([' ', ',']).take_while(|word| !matches!(*word, "of" | "for" | "to" | "at")).last();
            let told = head.and_then(pronoun).filter(|_| actor.pronoun.is_empty());
            actor.pronoun = told.map_or_else(|| std::mem::take(&mut actor.pronoun), str::to_owned);
            // The fuller description is the better one.
            if role.len() > actor.role.len() {
                actor.role = role.to_owned();
            }
            actor.side = actor.side.take().or(side);
        }
    }

    /// Who of those with one surname is meant.
    fn known(&mut self, candidates: &[usize], words: &[&str], name: &[&str]) -> Option<usize> {
        let full = name.join(" ").to_lowercase();
        let given = |at: &usize| {
            self.names.get(*at).is_some_and(|names| names.iter().any(|known| full.ends_with(known.as_str())))
        };
        if let Some(found) = candidates.iter().copied().find(given) {
            self.name(found);
            self.address(found, words);
            self.see(found);
            self.see_office(found, words, name.len());
            return Some(found);
        }
        let role = words.join(" ").to_lowercase();
        let by_role = candidates
            .iter()
            .copied()
            .find(|at| self.called.iter().any(|(called, who)| who == at && role.contains(called.as_str())));
        let titled = name.len() == 1 || words.iter().rev().nth(1).is_some_and(|word| is_title(word));
        let when = |at: usize| self.named.get(at).copied().unwrap_or(0);
        // `Mrs Lowe`, or `Lowe` where the article’s `Lowe` is a she, is not Bob Lowe.
        let told = words.iter().find_map(|word| pronoun(word));
        let told = told.or_else(|| name.last().filter(|_| candidates.len() > 1).and_then(|name| self.shown_of(name)));
        let fits = |at: usize| match (told, self.pronoun_of(at)) {
            (Some(told), Some(known)) => u8::from(told == known) * 2,
            _ => 1,
        };
        let several = candidates.len() > 1;
        let alone = |at: usize| self.alone.get(at) == Some(&true);
        let weight = |at: usize| (if several { fits(at) } else { 0 }, alone(at), when(at));
        let recent = || candidates.iter().copied().filter(|at| when(*at) > 0).max_by_key(|at| weight(*at));
        let found = by_role
            .or_else(|| titled.then(recent).flatten())
            .or_else(|| titled.then(|| candidates.first().copied()).flatten())?;
        let (_, before) = words.split_last()?;
        if let Some(alone) = self.alone.get_mut(found).filter(|_| before.iter().all(|word| pronoun(word).is_some())) {
            *alone = true;
            let surname = name.last().copied().unwrap_or_default();
            self.meant.entry(surname.to_owned()).or_insert(found);
        }
        self.address(found, words);
        self.see(found);
        Some(found)
    }

    fn see(&mut self, at: usize) {
        if let Some(seen) = self.seen.get_mut(at) {
            *seen = true;
        }
    }

    /// A name of two to four words that nobody has yet becomes somebody new.
    fn introduce(&mut self, words: &[&str], name: &[&str]) -> Option<usize> {
        self.may_name(name).then(|| self.newcomer(words, self.without_lead(name).join(" ")))
    }

    /// Whether these words may be somebody's name in full: two to four with
    /// capitals, none of which is a body's, a side's or another kind of word.
    fn may_name(&self, name: &[&str]) -> bool {
        let capitals: Vec<&str> = name.iter().copied().filter(|word| word.starts_with(char::is_uppercase)).collect();
        let names_body = || capitals.iter().any(|word| is_speaker_noun(word) || is_place_or_body(word));
        let well_formed =
            capitals.iter().all(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 || word.ends_with('.'));
        let whole = name.iter().all(|word| capitals.contains(word) || is_particle(word));
        // `North Norland`, `ABC TV`
        let place = capitals.first().is_some_and(|first| opens_place(first));
        let station =
            capitals.last().is_some_and(|last| is_acronym(last)) && !capitals.iter().all(|word| is_acronym(word));
        (2..=4).contains(&capitals.len())
            && !place
            && !station
            && whole
            && well_formed
            && !name.iter().any(|word| is_stop(word))
            && !names_body()
            && self.side_of(&capitals.join(" ")).is_none()
    }

    /// Of `Furious Giles Bramwell` the last two words, where these stand
    /// elsewhere in the article without the first.
    fn without_lead<'n, 'w>(&self, name: &'n [&'w str]) -> &'n [&'w str] {
        let [lead, given, surname] = name else { return name };
        if given.len() < 3 || self.actors.len() > MOST_LOOKED_UP {
            return name;
        }
        let full = format!("{given} {surname}");
        let finder = Finder::new(&full);
        let alone = |text: &&str| {
            finder
                .find_iter(text.as_bytes())
                .any(|at| !text.get(..at).is_some_and(|before| before.trim_end().ends_with(lead)))
        };
        if self.texts.iter().any(alone) { name.get(1..).unwrap_or(name) } else { name }
    }

    /// Adds somebody whom the text introduces.
    fn newcomer(&mut self, words: &[&str], full: String) -> usize {
        let pronoun = words.iter().find_map(|word| pronoun(word)).unwrap_or_default();
        let actor =
            Actor { name: full.clone(), person: None, role: String::new(), side: None, pronoun: pronoun.to_owned() };
        let at = self.add(actor, full.split_whitespace().last().unwrap_or(""), &[&full]);
        self.name(at);
        self.see(at);
        at
    }

    /// `Mr. Smith` where only `Peter Smith` stands elsewhere in the article.
    fn in_full(&mut self, words: &[&str], name: &[&str]) -> Option<usize> {
        let [surname] = name else { return None };
        let fresh = words.len() > 1 && self.sought.len() < MOST_LOOKED_UP && self.sought.insert((*surname).to_owned());
        if !fresh || surname.len() < 3 || is_title(surname) || is_speaker_noun(surname) {
            return None;
        }
        let before = format!(" {surname}");
        let given =
            self.texts.iter().flat_map(|text| text.match_indices(&before).map(move |(at, _)| (text, at))).find_map(
                |(text, at)| {
                    let after = text.get(at + before.len()..)?;
                    let mut before = text.get(..at)?.rsplit(' ');
                    // `George W. Smith`
                    let given = before.next().filter(|given| !(given.ends_with('.') && given.len() == 2));
                    let given = given.or_else(|| before.next())?;
                    let name = given.starts_with(char::is_uppercase)
                        && given.len() > 2
                        && given.chars().all(|c| c.is_alphabetic() || c == '-');
                    (name
                        && given != "The"
                        && !is_title(given)
                        && !is_speaker_noun(given)
                        && !after.starts_with(char::is_alphanumeric))
                    .then_some(given)
                },
            )?;
        let full = format!("{given} {surname}");
        Some(self.newcomer(words, full))
    }
}
