//! A sentence as it is read for what it shows of those whom it names.
//!
//! Invariant: outside quotations; a pronoun speaks at most once for a sentence.

use std::collections::HashSet;

use super::{CALLED, HINTED, Shown, TOLD, Vote};
use crate::voices::class::Class;
use crate::voices::function_word::is_stop;
use crate::voices::heard::names_one;
use crate::voices::lexicon::{is_speaker_noun, verbs};
use crate::voices::name::{bare, is_acronym, is_place_or_body, is_title, opens_place, pronoun};

/// Words that are names.
pub(super) type Known<'t> = HashSet<&'t str>;

/// Given name, or nothing, and surname.
pub(super) type Name<'t> = (&'t str, &'t str);

/// Who is named in a sentence, or said to be somebody's or some kind of person.
#[derive(Clone, Copy, Debug)]
enum Who<'t> {
    Named(Name<'t>),
    /// Named as the owner or the side of something: `Lowe’s plan`, `the Lowe camp`.
    Owner(Name<'t>),
    /// With one word with which the sentence begins, and which may be no name.
    Perhaps(Name<'t>),
    /// Somebody else, with what the word for them tells: `Lowe’s wife`.
    Other(Option<&'static str>),
}

/// Most words of a sentence that are looked at.
const MOST_WORDS: usize = 80;
/// Words behind which a capital begins a place.
const PLACES: [&str; 3] = ["in", "at", "near"];
/// Words behind which it does where no name is known that ends so.
const LEADS: [&str; 4] = ["of", "from", "on", "to"];

/// What has been read of a sentence.
#[derive(Debug, Default)]
pub(super) struct Sentence<'t> {
    /// The only one whom the sentence before names.
    past: Option<Name<'t>>,
    /// Whether a part is quoted, and before any name.
    quoted: bool,
    quoted_first: bool,
    words: usize,
    before: &'t str,
    /// Whether a comma or the like stands before the word.
    apart: bool,
    /// The capitals that are being read, and the word before them.
    run: Vec<&'t str>,
    lead: &'t str,
    who: Vec<Who<'t>>,
    /// After how many words the last name ended, with a comma, or as an owner.
    near: usize,
    described: Option<Name<'t>>,
    owner: bool,
    /// Pronouns for others than who is named.
    others: Vec<&'static str>,
    told: Option<&'static str>,
    undecided: Option<Vote<'t>>,
}

impl<'t> Sentence<'t> {
    /// A sentence behind one that names only `past`.
    pub(super) fn new(past: Option<Name<'t>>) -> Self {
        Sentence { past, ..Sentence::default() }
    }

    /// A word of a quotation.
    pub(super) fn quote(&mut self) {
        self.quoted_first |= self.who.is_empty();
        self.quoted = true;
    }

    /// The next word, `raw` with the marks that stand beside it.
    pub(super) fn word(&mut self, shown: &mut Shown<'t>, raw: &'t str, word: &'t str, next: &str, known: &Known<'t>) {
        self.words += 1;
        let capital = is_capital(word);
        if !capital {
            let run = !self.run.is_empty();
            if run {
                self.run_ends(shown, word, known);
            } else if self.words <= self.near + 4 {
                self.describe(shown, raw, word);
            }
            if let Some(pronoun) = pronoun_of(word).filter(|_| self.words <= MOST_WORDS) {
                if run && word.trim_end_matches('.').ends_with("self") {
                    // `Lowe herself`
                    let name = self.who.last().and_then(Who::name);
                    name.into_iter().for_each(|name| shown.count(name, pronoun, CALLED));
                } else {
                    self.pronoun(shown, pronoun, word, next);
                }
            }
        } else if !self.run.is_empty() || !PLACES.iter().any(|lead| self.before.eq_ignore_ascii_case(lead)) {
            if self.run.is_empty() {
                self.lead = self.before;
            }
            self.run.push(word);
        }
        let marked = !raw.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
        self.apart = marked && raw.ends_with([',', ';', ':', ')', '–', '—']);
        if capital {
            self.owner = ["'s", "’s", "s'", "s’"].iter().any(|end| raw.ends_with(end));
            if self.owner || self.apart {
                self.run_ends(shown, "", known);
            }
        }
        self.before = word;
    }

    fn pronoun(&mut self, shown: &mut Shown<'t>, pronoun: &'static str, word: &str, next: &str) {
        // `Lowe rose. Then he left.`
        let opens = self.words <= 2 && !self.quoted && self.who.is_empty() && word.eq_ignore_ascii_case(pronoun);
        if let Some(past) = self.past.take_if(|_| opens) {
            shown.count(past, pronoun, HINTED);
        }
        // `…, she said`: she may be of the sentence before.
        let speaks = self.apart && !verbs(bare(next)).is_empty();
        let weight = if self.quoted_first { HINTED } else { TOLD };
        let object = word.trim_end_matches('.').eq_ignore_ascii_case("him");
        self.vote(shown, pronoun, object, if speaks { 0 } else { weight });
    }

    /// A run of capitals ends before `next`: somebody is named, or some other thing.
    fn run_ends(&mut self, shown: &mut Shown<'t>, next: &str, known: &Known<'t>) {
        let run = std::mem::take(&mut self.run);
        let owner = std::mem::take(&mut self.owner);
        let Some(name) = named(&run) else { return };
        shown.address(&run, name);
        if self.words > MOST_WORDS {
            return;
        }
        let noun = is_speaker_noun(next);
        let article = ["the", "a", "an"].iter().any(|word| self.lead.eq_ignore_ascii_case(word));
        let (_, surname) = name;
        let place = !known.contains(surname) && LEADS.iter().any(|word| self.lead.eq_ignore_ascii_case(word));
        let thing = article && !run.iter().any(|word| is_title(word)) || place || is_no_person(&run);
        // `Soon Lowe left`, `Supporters cheered`: no name begins the sentence.
        let opens = self.words <= run.len() + usize::from(!next.is_empty()) && !owner;
        let unknown = opens && run.len() == 1 && run.iter().all(|word| !known.contains(word));
        let who = match () {
            // `Lowe supporter Kim Vale`
            () if noun && names_one(next) => Who::Other(pronoun(next)),
            () if thing || unknown && !may_act(next) => return,
            () if unknown => Who::Perhaps(name),
            () if noun || owner => Who::Owner(name),
            () => Who::Named(name),
        };
        self.near = self.words;
        self.described = Some(name).filter(|_| matches!(who, Who::Named(_) | Who::Perhaps(_)) && next.is_empty());
        // `Supporters cheered Lowe`: he is who is named.
        if matches!(who, Who::Named(_) | Who::Owner(_)) {
            self.who.retain(|who| !matches!(who, Who::Perhaps(_)));
        }
        self.who.push(who);
    }

    /// What stands behind a name says who that is: `Lowe, a father of two`,
    /// `Lowe’s wife`.
    fn describe(&mut self, shown: &mut Shown<'t>, raw: &str, word: &str) {
        match self.who.last() {
            Some(Who::Owner(_)) if is_speaker_noun(word) && names_one(word) => {
                self.who.push(Who::Other(pronoun(word)));
            }
            Some(Who::Named(_) | Who::Perhaps(_)) if self.described.is_some() => {
                let first = self.words == self.near + 1;
                let part = word.starts_with(char::is_lowercase)
                    && pronoun_of(word).is_none()
                    && !Class::of(word).is_preposition();
                let opens = !first || matches!(word, "a" | "an" | "the") || pronoun(word).is_some();
                let whole = bare(raw).len() == raw.trim_end_matches([',', '.', ';', ':']).len();
                if let Some(name) = self.described.take().filter(|_| part && opens && whole) {
                    match pronoun(word) {
                        Some(told) => shown.count(name, told, CALLED),
                        None if !raw.ends_with(',') => self.described = Some(name),
                        None => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// A pronoun behind one name speaks for that name, unless one like it stands
    /// before the name too, or the name acts on it: `Lowe blamed him`.
    fn vote(&mut self, shown: &mut Shown<'t>, pronoun: &'static str, object: bool, weight: u32) {
        // `Lowe blamed him`, `Lowe, her rival, left`
        let acts =
            object && self.words <= self.near + 3 && matches!(self.who.last(), Some(Who::Named(_) | Who::Perhaps(_)));
        let apart = self.apart && self.words == self.near + 1;
        let others = self.who.len() - usize::from(acts && !self.who.is_empty());
        let left: Vec<&Who<'t>> = self.who.iter().take(others).filter(|who| who.may_be(pronoun)).collect();
        if left.is_empty() || apart || weight == 0 {
            self.others.push(pronoun);
        } else if self.told.is_none() && !self.others.contains(&pronoun) {
            self.told = Some(pronoun);
            match only(&left) {
                Some((name, owner)) => shown.count(name, pronoun, if owner { HINTED } else { weight }),
                None => {
                    let names: Option<Vec<Name<'t>>> = left.iter().map(|who| who.name()).collect();
                    self.undecided = names.map(|names| Vote { names, pronoun });
                }
            }
        }
    }

    /// The sentence ends: who is the only one whom it names.
    pub(super) fn end(
        mut self,
        shown: &mut Shown<'t>,
        undecided: &mut Vec<Vote<'t>>,
        known: &Known<'t>,
    ) -> Option<Name<'t>> {
        self.run_ends(shown, "", known);
        undecided.extend(self.undecided);
        let all: Vec<&Who<'t>> = self.who.iter().collect();
        only(&all).filter(|(_, owner)| !owner).map(|(name, _)| name)
    }
}

impl<'t> Who<'t> {
    fn may_be(&self, pronoun: &str) -> bool {
        !matches!(self, Who::Other(Some(told)) if *told != pronoun)
    }

    fn name(&self) -> Option<Name<'t>> {
        match self {
            Who::Named(name) | Who::Owner(name) | Who::Perhaps(name) => Some(*name),
            Who::Other(_) => None,
        }
    }
}

/// The only one of these, and whether only as an owner.
fn only<'t>(who: &[&Who<'t>]) -> Option<(Name<'t>, bool)> {
    let mut names = who.iter().map(|who| who.name());
    let (mut given, surname) = names.next()??;
    for name in names {
        let (other, same) = name?;
        if same != surname || !given.is_empty() && !other.is_empty() && given != other {
            return None;
        }
        given = if given.is_empty() { other } else { given };
    }
    Some(((given, surname), who.iter().all(|who| matches!(who, Who::Owner(_)))))
}

/// The words of a reading text, in which every blank is a space.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_ascii_whitespace()
}

/// The words of a text that have a capital though no sentence begins with them
/// and no preposition leads to them.
pub(super) fn capitals(text: &str) -> impl Iterator<Item = &str> {
    let (mut led, mut before) = (false, ".");
    words(text).filter_map(move |raw| {
        let last = std::mem::replace(&mut before, raw);
        let capital =
            !raw.as_bytes().first().is_some_and(u8::is_ascii_lowercase) && raw.starts_with(char::is_uppercase);
        let word = Some(raw).filter(|_| capital).map(bare).filter(|word| is_capital(word));
        // What leads to a run leads to all of it.
        led = word.is_some() && (led || PLACES.iter().chain(&LEADS).any(|lead| lead.eq_ignore_ascii_case(last)));
        word.filter(|_| !led && !last.ends_with(['.', '?', '!', ':', '”', '"']))
    })
}

/// Whether a word behind a name may be its verb.
fn may_act(word: &str) -> bool {
    let class = Class::of(word);
    let small = pronoun_of(word).is_some() || class.is_preposition() || class.is_boundary() && !class.is_finite();
    let form = word.ends_with("ed") || word.ends_with('s') || !verbs(word).is_empty();
    word.is_empty() || class.is_finite() || form && !small
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_stop(word)
}

/// Whether capitals name a place, a body or a people.
fn is_no_person(run: &[&str]) -> bool {
    let dotted = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_uppercase() || c == '.');
    let several = |word: &str| is_speaker_noun(word) && !names_one(word);
    run.last().is_some_and(|last| is_place_or_body(last) || several(last))
        || run.first().is_some_and(|first| opens_place(first))
        || run.iter().all(|word| is_acronym(word) || dotted(word))
}

/// Given name and surname of a run of capitalised words.
fn named<'t>(run: &[&'t str]) -> Option<Name<'t>> {
    let surname = run.last().filter(|surname| surname.len() > 2 && !is_title(surname))?.trim_end_matches('.');
    let first = run.iter().position(|word| !is_title(word))?;
    let given = run.get(first).filter(|_| first + 1 < run.len()).copied().unwrap_or("");
    Some((given, surname))
}

/// Whether a word is a pronoun with which a sentence begins.
pub(super) fn opens(word: &str) -> bool {
    word.starts_with(['H', 'S']) && pronoun_of(word).is_some()
}

/// What `his` or `herself` is a form of.
fn pronoun_of(word: &str) -> Option<&'static str> {
    if !word.starts_with(['h', 's', 'H', 'S']) || word.len() > 12 {
        return None;
    }
    match word.split(['\'', '’', '.']).next().unwrap_or(word) {
        "he" | "his" | "him" | "himself" | "He" | "His" | "Him" => Some("he"),
        "she" | "her" | "hers" | "herself" | "She" | "Her" => Some("she"),
        _ => None,
    }
}
